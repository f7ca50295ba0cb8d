"""Whose a row is: the record held, or the new one of the same workbook, by credit code or name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from jizhou_desktop.domain.problem import Problem
from jizhou_desktop.domain.record import Kind, Record, Value
from jizhou_desktop.domain.text import fold
from jizhou_desktop.exchange.compare import Fate, RowFate
from jizhou_desktop.exchange.roster_rows import RosterRow
from jizhou_desktop.exchange.subjects import Subject

_ENTERPRISE, _CARRIER = ("企业", "请先建立或导入企业档案"), ("载体", "请先建立或导入载体档案")


class Owners:
    """Enterprises, carriers and claims by what rows call them; each is named by its key (`RowFate.key`)."""

    def __init__(self) -> None:
        """Knows nobody yet; `learn` and `learn_rows` tell it."""
        self._codes: dict[str, str] = {}
        self._names: dict[Kind, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._claims: dict[str, list[tuple[int | None, str, str]]] = defaultdict(list)

    def learn(self, records: Iterable[Record]) -> None:
        """Records held."""
        for record in records:
            self._add(record.kind, record.uid, record.values, record.parent or "", record.year)

    def learn_rows(self, kind: Kind, fates: Iterable[RowFate]) -> None:
        """Rows that will become records, or change what they are called."""
        for fate in fates:
            if fate.fate in (Fate.NEW, Fate.CHANGED):
                self._add(kind, fate.key, fate.row.values, fate.parent, fate.row.year)

    def of(self, subject: Subject, row: RosterRow) -> str | Problem:
        """The key of the record that the row belongs to; blank where rows of its kind belong to none."""
        if subject.owner is None:
            return ""
        if subject.id == Kind.TENANT:
            return self._named(row, (Kind.CARRIER,), _CARRIER)
        kinds = (
            (Kind.ENTERPRISE, Kind.CARRIER) if subject.id in (Kind.CONTACT, Kind.TRANSFORMATION) else (Kind.ENTERPRISE,)
        )
        enterprise = self._named(row, kinds, _ENTERPRISE)
        if subject.id == Kind.EQUIPMENT and isinstance(enterprise, str):
            return self._claim(row, enterprise)
        return enterprise

    def _add(self, kind: Kind, key: str, values: Mapping[str, Value], parent: str, year: int | None) -> None:
        if kind is Kind.CLAIM:
            project = fold(str(values.get("project") or values.get("product") or ""))
            if all(known != key for _, _, known in self._claims[parent]):
                self._claims[parent].append((year, project, key))
            return
        if kind is Kind.ENTERPRISE and values.get("uscc"):
            self._codes[str(values["uscc"])] = key
        keys = self._names[kind][fold(str(values.get("name") or ""))]
        if key not in keys:
            keys.append(key)

    def _named(self, row: RosterRow, kinds: tuple[Kind, ...], said: tuple[str, str]) -> str | Problem:
        code, name = str(row.owner.get("uscc") or ""), str(row.owner.get("name") or "")
        if code in self._codes:
            return self._codes[code]
        found = [key for kind in kinds for key in self._names[kind].get(fold(name), [])] if name else []
        if len(found) == 1 and not (code and code in self._codes):
            return found[0]
        what, remedy = said
        if len(found) > 1:
            return _problem(row, f"名称为“{name}”的{what}有{len(found)}家，请写明统一社会信用代码。")
        if not name and not code:
            return _problem(row, f"没有写明是哪家{what}，请填写{what}名称。")
        return _problem(row, f"没有“{name or code}”的档案，{remedy}，再导入本表。")

    def _claim(self, row: RosterRow, enterprise: str) -> str | Problem:
        project, name = fold(str(row.owner.get("project") or "")), row.owner.get("name") or row.owner.get("uscc")
        claims = [claim for claim in self._claims[enterprise] if row.year in (None, claim[0])]
        found = [claim for claim in claims if not project or claim[1] == project]
        if len(found) == 1:
            return found[0][2]
        if found:
            return _problem(row, f"“{name}”{row.year}年有{len(found)}项申报，请写明项目名称。")
        which = f"名为“{row.owner['project']}”的" if project else ""
        return _problem(row, f"“{name}”{row.year}年没有{which}补贴申报，请先建立或导入申报，再导入设备清单。")


def _problem(row: RosterRow, sentence: str) -> Problem:
    return Problem(sentence, field="name", cell=row.place)
