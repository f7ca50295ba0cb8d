"""Codes turned into what an official reads: places, industries, size classes. Read once, looked up for each row."""

from functools import lru_cache

from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.tasks.dossier_rows import DossierRow, size_by_row


class Names:
    """The names behind the codes of one set of tables."""

    def __init__(self, codes: Codes) -> None:
        """Keeps the tables."""
        self._places = {office.code: office.name for office in codes.offices}
        self._industries = codes.industries
        self.size = lru_cache(maxsize=200_000)(_size)
        self.industry = lru_cache(maxsize=4096)(self._industry)

    def place(self, code: str) -> str:
        """A place's name; the code itself where it is unknown."""
        return self._places.get(code, code)

    def _industry(self, code: str) -> str:
        found = self._industries.find(code) if code else None
        return found.name if found else code


def _size(row: DossierRow) -> str:
    """The size class of a row; kept, since a sort asks for all of them."""
    return size_by_row(row)
