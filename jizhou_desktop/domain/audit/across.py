"""Rules between enterprises, and on targets (任务分解): H01 and on. They need all that the workspace holds."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from jizhou_desktop.domain.assessment import RECOGNISED, place_of, results_by_path
from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.equipment_list import same_thing
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED, Record
from jizhou_desktop.domain.text import fold

FILES = "一企一档"
TARGETS = "行动计划四（二）年初计划、年终考核"
DUTY = "行动计划四（一）确定负责机构，明确任务，落实责任"
FUNDS = "财政专项资金管理：收款账户"

SHARED_PHONE_ASKED_FROM = 4


@dataclass(frozen=True)
class Holdings:
    """All that a workspace holds for one year; `equipment` and `other_claims` are of every year.

    What was bought last year counts this year too (三（三）), and so can be claimed twice in two years. `committed` is
    what claims take of their fund by their steps (分, by uid): granted, or asked; nothing once returned.
    """

    office: Office
    plan: Plan
    enterprises: Sequence[Record] = ()
    targets: Sequence[Record] = ()
    transformations: Sequence[Record] = ()
    claims: Sequence[Record] = ()
    equipment: Sequence[Record] = ()
    other_claims: Sequence[Record] = ()
    committed: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def by_claim(self) -> dict[Hashable, list[Record]]:
        """Lines of equipment lists by their claim."""
        return _grouped(self.equipment, lambda record: record.parent)

    @cached_property
    def by_piece(self) -> dict[Hashable, list[Record]]:
        """Lines of equipment lists by invoice and name; lines without an invoice are left out."""
        return _grouped([row for row in self.equipment if row.text("invoice_number")], same_thing)

    @cached_property
    def claims_by_uid(self) -> dict[str, Record]:
        """Claims of every year by uid."""
        return {claim.uid: claim for claim in (*self.other_claims, *self.claims)}

    @cached_property
    def by_uscc(self) -> dict[Hashable, list[Record]]:
        """Enterprises by 统一社会信用代码."""
        return _grouped(self.enterprises, lambda record: _said(record, "uscc"))

    @cached_property
    def by_name(self) -> dict[Hashable, list[Record]]:
        """Enterprises by the folded key of their name."""
        return _grouped(self.enterprises, lambda record: fold(record.text("name")))

    @cached_property
    def by_phone(self) -> dict[Hashable, list[Record]]:
        """Enterprises by telephone."""
        return _grouped(self.enterprises, lambda record: _said(record, "phone"))

    @cached_property
    def by_task(self) -> dict[Hashable, list[Record]]:
        """Targets by the office that holds them, their place and path."""
        return _grouped(self.targets, lambda record: (record.office, place_of(record), record.text("path")))

    @cached_property
    def by_account(self) -> dict[Hashable, list[Record]]:
        """Claims by bank account."""
        return _grouped(self.claims, lambda record: _said(record, "account"))

    @cached_property
    def enterprise_names(self) -> dict[str, str]:
        """Enterprises' names by uid."""
        return {record.uid: record.text("name") for record in self.enterprises}


@dataclass(frozen=True)
class Held:
    """One record among all."""

    record: Record
    among: Holdings


def _said(record: Record, name: str) -> str:
    value = record.text(name)
    return "" if value in (NOT_APPLICABLE, NOT_OBTAINED) else value


def _grouped(records: Sequence[Record], key_of: Callable[[Record], Hashable]) -> dict[Hashable, list[Record]]:
    groups = defaultdict(list)
    for record in records:
        key = key_of(record)
        if key:
            groups[key].append(record)
    return groups


def _others(held: Held, groups: dict[Hashable, list[Record]], key: Hashable) -> list[Record]:
    return [other for other in groups.get(key, ()) if other.uid != held.record.uid]


def _same_uscc(held: Held) -> Iterator[str]:
    others = _others(held, held.among.by_uscc, _said(held.record, "uscc"))
    if others:
        names = "、".join(other.text("name") for other in others)
        yield f"统一社会信用代码“{held.record.text('uscc')}”与“{names}”重复"


def _same_name(held: Held) -> Iterator[str]:
    others = _others(held, held.among.by_name, fold(held.record.text("name")))
    if others:
        codes = "、".join(other.text("uscc") or "未填代码" for other in others)
        yield f"企业名称“{held.record.text('name')}”与另{len(others)}户（{codes}）相同"


def _name_is_anothers_former(held: Held) -> Iterator[str]:
    for former in filter(None, held.record.text("former_names").split("、")):
        for other in _others(held, held.among.by_name, fold(former)):
            yield f"曾用名“{former}”另有档案（{other.text('uscc') or '未填代码'}），是否同一企业"


def _shared_phone(held: Held) -> Iterator[str]:
    others = _others(held, held.among.by_phone, _said(held.record, "phone"))
    if len(others) + 1 >= SHARED_PHONE_ASKED_FROM:
        yield f"联系电话{held.record.text('phone')}有{len(others) + 1}户企业共用"


def _shared_account(held: Held) -> Iterator[str]:
    others = _others(held, held.among.by_account, _said(held.record, "account"))
    strangers = {other.parent or "" for other in others} - {held.record.parent or ""}
    if strangers:
        names = "、".join(sorted(held.among.enterprise_names.get(uid, uid) for uid in strangers))
        yield f"银行账号{held.record.text('account')}与“{names}”的申报相同"


def _pool_overdrawn(held: Held) -> Iterator[str]:
    """The claims' computed amounts against the scheme's pool; the first claim of a scheme speaks for all."""
    claims = [claim for claim in held.among.claims if claim.form == held.record.form and not claim.closed]
    scheme = next((scheme for scheme in held.among.plan.schemes if scheme.id == held.record.form), None)
    if scheme is None or scheme.pool_fen is None or not claims or claims[0].uid != held.record.uid:
        return
    claimed = sum(held.among.committed.get(claim.uid, claim.whole("amount") or 0) for claim in claims)
    if claimed > scheme.pool_fen:
        yield f"{scheme.short}申报合计{wan_text(claimed)}万元，超过专项资金{wan_text(scheme.pool_fen)}万元"


def _target_path_unknown(held: Held) -> Iterator[str]:
    path = held.record.text("path")
    if path not in {known.id for known in held.among.plan.paths}:
        yield f"{held.among.plan.year}年行动计划没有“{path}”这条路径"


def _target_twice(held: Held) -> Iterator[str]:
    record = held.record
    key = (record.office, place_of(record), record.text("path"))
    group = held.among.by_task.get(key, [])
    if len(group) > 1 and record.uid != group[0].uid:
        yield f"“{_path_title(held)}”的任务登记了{len(group)}次"


def _no_responsible_person(held: Held) -> Iterator[str]:
    absent = [
        label
        for name, label in (("responsible_person", "责任人"), ("responsible_department", "负责机构"))
        if not held.record.text(name)
    ]
    if held.record.whole("count") and absent:
        yield f"“{_path_title(held)}”任务{held.record.whole('count')}家，未填{'、'.join(absent)}"


def _target_not_reached(held: Held) -> Iterator[str]:
    wanted, done = held.record.whole("count") or 0, _recognised(held)
    if done < wanted:
        yield f"“{_path_title(held)}”任务{wanted}家，已认定{done}家，还差{wanted - done}家"


def _nothing_going(held: Held) -> Iterator[str]:
    place, path = place_of(held.record), held.record.text("path")
    going = [record for record in held.among.transformations if record.office == place and record.text("path") == path]
    if held.record.whole("count") and not going:
        yield f"“{_path_title(held)}”任务{held.record.whole('count')}家，尚未登记任何企业"


def _recognised(held: Held) -> int:
    place, path = place_of(held.record), held.record.text("path")
    return sum(
        record.office == place and record.text("path") == path and record["state"] == RECOGNISED
        for record in held.among.transformations
    )


def _path_title(held: Held) -> str:
    path_id = held.record.text("path")
    return next((path.title for path in held.among.plan.paths if path.id == path_id), path_id)


def _split_differs_from_plan(held: Held) -> Iterator[str]:
    """The district splits each target over its places; the first target of a path speaks for all of it."""
    among, path_id = held.among, held.record.text("path")
    path = next((path for path in among.plan.paths if path.id == path_id), None)
    same_path = [target for target in among.targets if target.text("path") == path_id]
    if not among.office.collects or path is None or path.target is None or held.record.uid != same_path[0].uid:
        return
    (result,) = results_by_path([path_id], same_path, ())
    if result.target != path.target:
        yield f"“{path.title}”分解到各乡镇、园区合计{result.target}家，计划为{path.target}家"


ENTERPRISE_RULES: tuple[Rule[Held], ...] = (
    Rule("H01", Severity.ERROR, ("uscc",), "信用代码不重复", FILES, _same_uscc),
    Rule("H02", Severity.QUERY, ("name",), "企业名称不重复", FILES, _same_name),
    Rule("H03", Severity.HINT, ("former_names",), "曾用名另有档案", FILES, _name_is_anothers_former),
    Rule("H04", Severity.HINT, ("phone",), "多户共用电话", FILES, _shared_phone),
)

CLAIM_RULES: tuple[Rule[Held], ...] = (
    Rule("H05", Severity.QUERY, ("account",), "收款账户不共用", FUNDS, _shared_account),
    Rule("H12", Severity.QUERY, ("amount",), "申报合计与专项资金", "行动计划三（三）、三（四）", _pool_overdrawn),
)

TARGET_RULES: tuple[Rule[Held], ...] = (
    Rule("H06", Severity.ERROR, ("path",), "任务的路径在计划之内", TARGETS, _target_path_unknown),
    Rule("H07", Severity.ERROR, ("path",), "任务不重复", TARGETS, _target_twice),
    Rule("H08", Severity.HINT, ("responsible_person",), "责任人和负责机构", DUTY, _no_responsible_person),
    Rule("H09", Severity.HINT, ("count",), "任务未完成", TARGETS, _target_not_reached),
    Rule("H10", Severity.HINT, ("count",), "任务未落实到企业", TARGETS, _nothing_going),
    Rule("H11", Severity.QUERY, ("count",), "分解合计与计划", TARGETS, _split_differs_from_plan),
)
