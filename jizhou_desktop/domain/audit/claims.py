"""Rules on every claim (补贴申报), whatever its scheme: E01 and on."""

from collections.abc import Iterator

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import Claim, day_of
from jizhou_desktop.domain.claim_figures import claim_figures
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.reckoning import reckon
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.schemes import SCHEME_KEYS
from jizhou_desktop.domain.text import fold

SUPPORT = "行动计划三"
FUNDS = "财政专项资金管理：申报资料"


def _unknown_scheme(claim: Claim) -> Iterator[str]:
    if claim.scheme not in {scheme.id for scheme in claim.file.plan.schemes}:
        yield f"{claim.file.plan.year}年行动计划没有“{claim.scheme}”这项扶持政策"


def _not_eligible(claim: Claim) -> Iterator[str]:
    form = claim.file.forms.get(claim.scheme)
    if form is None or claim.scheme not in SCHEME_KEYS:
        return
    try:
        verdict = reckon(claim.file.plan, claim.scheme, claim_figures(form, claim.record.values))
    except UserError as error:
        yield str(error).rstrip("。")
        return
    for condition in verdict.conditions:
        if condition.met is False:
            yield f"不符合条件：{condition.text}为{condition.value}，要求{condition.limit}"


def _no_uscc(claim: Claim) -> Iterator[str]:
    if not claim.file.record.text("uscc"):
        yield f"“{claim.file.record.text('name')}”没有统一社会信用代码，不能拨付资金"


def _closed(claim: Claim) -> Iterator[str]:
    if claim.file.record.closed:
        yield f"企业已{claim.file.record.closed}，不能申报"


def _large(claim: Claim) -> Iterator[str]:
    override = claim.file.record.text("size_override")
    if (override or claim.file.size(claim.year).size) == "大型":
        yield f"企业{claim.year}年划为大型，行动计划扶持的是中小企业"


def _ends_before_start(claim: Claim) -> Iterator[str]:
    start, end = day_of(claim.record, "start"), day_of(claim.record, "end")
    if start and end and end < start:
        yield f"完工日期{chinese_date(end)}早于开工日期{chinese_date(start)}"


def _starts_too_early(claim: Claim) -> Iterator[str]:
    start, first = day_of(claim.record, "start"), _first_year(claim)
    if first and start and start.year < first:
        yield f"开工日期{chinese_date(start)}早于{first}年，{first}年1月1日以前的投资不计入"


def _ends_too_late(claim: Claim) -> Iterator[str]:
    end = day_of(claim.record, "end")
    if _first_year(claim) and end and end.year > claim.year:
        yield f"完工日期{chinese_date(end)}晚于{claim.year}年，{claim.year}年以后的投资不计入"


def _ended_too_early(claim: Claim) -> Iterator[str]:
    end, first = day_of(claim.record, "end"), _first_year(claim)
    if first and end and end.year < first:
        yield f"完工日期{chinese_date(end)}早于{first}年，没有计入期内的投资"


def _first_year(claim: Claim) -> int | None:
    """The first year whose outlays count; None where the scheme counts none (从上一年度到本年度)."""
    scheme = next((scheme for scheme in claim.file.plan.schemes if scheme.id == claim.scheme), None)
    return claim.year - scheme.years_back if scheme and scheme.years_back else None


def _started_before_founding(claim: Claim) -> Iterator[str]:
    start, founded = day_of(claim.record, "start"), day_of(claim.file.record, "founded")
    if start and founded and start < founded:
        yield f"开工日期{chinese_date(start)}早于企业成立日期{chinese_date(founded)}"


def _same_project_twice(claim: Claim) -> Iterator[str]:
    for other in claim.others:
        if other.form == claim.scheme and _same(claim.record, other, "project"):
            yield f"项目“{claim.record.text('project')}”在本年度同一政策下申报了两次"
            return


def _same_filing_number(claim: Claim) -> Iterator[str]:
    for other in claim.others:
        if _same(claim.record, other, "filing_number"):
            project = other.text("project")
            yield f"备案号“{claim.record.text('filing_number')}”同时用于“{project}”，一次备案不得重复申报"
            return


def _same_equipment(claim: Claim) -> Iterator[str]:
    """The same equipment list under 三（三） and 三（四） is warned about, with the other claim named."""
    mine = claim.record.whole("equipment")
    for other in claim.others:
        if mine and other.form != claim.scheme and other.whole("equipment") == mine:
            project = other.text("project")
            yield f"设备投入与“{project}”相同，同一批设备不得在两项政策下重复申报"
            return


def _same(one: Record, other: Record, name: str) -> bool:
    return bool(one.text(name)) and fold(one.text(name)) == fold(other.text(name))


def _no_evidence(claim: Claim) -> Iterator[str]:
    if not claim.file.evidence_of(claim.record):
        yield "没有佐证材料，受理前请补齐"


def _no_account(claim: Claim) -> Iterator[str]:
    names = (("bank", "开户银行"), ("account_name", "账户名称"), ("account", "银行账号"))
    absent = [label for name, label in names if not claim.record.text(name)]
    if absent:
        yield f"未填{'、'.join(absent)}，拨付前请补填"


def _others_account(claim: Claim) -> Iterator[str]:
    account, enterprise = claim.record.text("account_name"), claim.file.record
    names = [enterprise.text("name"), *enterprise.text("former_names").split("、")]
    if account and fold(account) not in [fold(name) for name in names]:
        yield f"账户名称“{account}”与企业名称“{enterprise.text('name')}”不一致"


def _no_contact(claim: Claim) -> Iterator[str]:
    if not (claim.record.text("contact") or claim.file.record.text("contact")):
        yield "未填联系人"


RULES: tuple[Rule[Claim], ...] = (
    Rule("E01", Severity.ERROR, ("project",), "政策在计划之内", SUPPORT, _unknown_scheme),
    Rule("E02", Severity.QUERY, ("investment",), "申报条件", SUPPORT, _not_eligible),
    Rule("E03", Severity.ERROR, ("uscc",), "申报企业应有信用代码", FUNDS, _no_uscc),
    Rule("E04", Severity.ERROR, ("project",), "注销、迁出企业", FUNDS, _closed),
    Rule("E05", Severity.QUERY, ("project",), "对象为中小企业", "行动计划一", _large),
    Rule("E06", Severity.ERROR, ("end", "start"), "完工不早于开工", FUNDS, _ends_before_start),
    Rule("E07", Severity.QUERY, ("start",), "上一年度以前的投资", SUPPORT, _starts_too_early),
    Rule("E08", Severity.QUERY, ("end",), "本年度以后的投资", SUPPORT, _ends_too_late),
    Rule("E09", Severity.ERROR, ("end",), "计入期以前完工", SUPPORT, _ended_too_early),
    Rule("E10", Severity.QUERY, ("start",), "开工早于成立", FUNDS, _started_before_founding),
    Rule("E11", Severity.ERROR, ("project",), "同一项目不重复申报", FUNDS, _same_project_twice),
    Rule("E12", Severity.QUERY, ("filing_number",), "备案号不重复", FUNDS, _same_filing_number),
    Rule("E13", Severity.QUERY, ("equipment",), "同一设备不重复申报", "行动计划三（三）、三（四）", _same_equipment),
    Rule("E14", Severity.HINT, ("project",), "申报应有佐证", FUNDS, _no_evidence),
    Rule("E15", Severity.HINT, ("account",), "收款账户", FUNDS, _no_account),
    Rule("E16", Severity.QUERY, ("account_name",), "账户名称与企业名称", FUNDS, _others_account),
    Rule("E17", Severity.HINT, ("contact",), "联系人", FUNDS, _no_contact),
)
