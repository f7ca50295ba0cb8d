"""Industries by GB/T 4754-2017《国民经济行业分类》: 门类 (letter), 大类 (2 digits), 中类 (3), 小类 (4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jizhou_desktop.domain.text import fold, half_width


@dataclass(frozen=True)
class Industry:
    """One class of the table. `code` is text without the letter (`3311`; a 门类 is its letter alone), `section` the
    letter of its 门类.
    """

    code: str
    name: str
    section: str

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Industries:
    """The table, looked up by code or by name."""

    def __init__(self, rows: Iterable[Industry]) -> None:
        """Keeps the table in its own order."""
        self._by_code = {row.code: row for row in rows}
        self._by_name: dict[str, list[Industry]] = {}
        for row in self._by_code.values():
            self._by_name.setdefault(fold(row.name), []).append(row)

    def __len__(self) -> int:
        return len(self._by_code)

    def __iter__(self) -> Iterator[Industry]:
        return iter(self._by_code.values())

    def find(self, code: str) -> Industry | None:
        """The class of that code, with or without the letter: `3311`, `C3311`, `C`. A wrong letter finds nothing."""
        typed = half_width(code).strip().upper()
        letter, digits = (typed[:1], typed[1:]) if typed[:1].isalpha() else ("", typed)
        found = self._by_code.get(digits or letter)
        return found if found and letter in ("", found.section) else None

    def named(self, name: str) -> Industry | None:
        """The class of exactly that name; of several levels that share a name, the finest."""
        return max(self._by_name.get(fold(name), []), key=lambda row: len(row.code), default=None)

    def search(self, text: str) -> list[Industry]:
        """All classes whose code begins with the text or whose name holds it, in the table's order."""
        typed = half_width(text).strip().upper()
        bare = typed[1:] if typed[:1].isalpha() and typed[1:].isdigit() else typed
        key = fold(text)
        return [row for row in self._by_code.values() if row.code.startswith(bare) or key in fold(row.name)]

    def path(self, code: str) -> list[Industry]:
        """The classes from 门类 down to that code, as it is explained on screen and paper; empty if unknown."""
        found = self.find(code)
        if found is None:
            return []
        steps = [found.section, *(found.code[:length] for length in range(2, len(found.code) + 1))]
        return [self._by_code[step] for step in steps if step in self._by_code]
