"""Rules on transformations (转型任务): D01 and on."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from jizhou_desktop.domain.assessment import RECOGNISED, WITHDRAWN
from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import Transformation, decimal_of
from jizhou_desktop.domain.dates import chinese_date, read_date
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Record

PLAN = "行动计划二"
GOAL = "行动计划一：提质增效、保持就业和节约资源"
TRACKING = "行动计划四（二）跟踪评价"

JOBS_LOST_ASKED_FROM = Decimal(20)
_FINISHED = (RECOGNISED, *WITHDRAWN)
_SERVICES_FROM = 51
"""大类 from 51 on are services (第三产业, but for a few supporting trades of the first two)."""


def _recognised(check: Callable[[Transformation], Iterator[str]]) -> Callable[[Transformation], Iterator[str]]:
    """A rule that asks only about what has been recognised (认定)."""

    def only_recognised(going: Transformation) -> Iterator[str]:
        if going.state == RECOGNISED:
            yield from check(going)

    return only_recognised


def _on_path(
    path: str, check: Callable[[Transformation], Iterator[str]]
) -> Callable[[Transformation], Iterator[str]]:
    """A rule about what was recognised on one path of the plan."""

    def only_on_path(going: Transformation) -> Iterator[str]:
        if going.path == path:
            yield from check(going)

    return _recognised(only_on_path)


def _title(going: Transformation) -> str:
    return next((path.title for path in going.file.plan.paths if path.id == going.path), going.path)


def _unknown_path(going: Transformation) -> Iterator[str]:
    if going.path not in {path.id for path in going.file.plan.paths}:
        yield f"{going.file.plan.year}年行动计划没有“{going.path}”这条路径"


def _no_date(going: Transformation) -> Iterator[str]:
    if not going.record.text("date"):
        yield f"“{_title(going)}”已认定，未填认定日期"


def _other_year(going: Transformation) -> Iterator[str]:
    date = going.record.text("date")
    if date[:4].isdigit() and int(date[:4]) != going.year:
        yield f"“{_title(going)}”认定日期{chinese_date(read_date(date))}不在{going.year}年"


def _no_evidence(going: Transformation) -> Iterator[str]:
    if not going.record.text("evidence") and not going.file.evidence_of(going.record):
        yield f"“{_title(going)}”已认定，没有佐证材料"


def _asked_without_evidence(going: Transformation) -> Iterator[str]:
    asked = going.state in ("已申报", "乡镇初审", "部门核实")
    if asked and not going.record.text("evidence") and not going.file.evidence_of(going.record):
        yield f"“{_title(going)}”{going.state}，没有佐证材料"


def _evidence_not_kept(going: Transformation) -> Iterator[str]:
    if going.record.text("evidence") and not going.file.evidence_of(going.record):
        yield f"“{_title(going)}”列有佐证材料，未存电子件"


def _withdrawn_without_reason(going: Transformation) -> Iterator[str]:
    if going.state in WITHDRAWN and not going.record.text("opinion"):
        yield f"“{_title(going)}”{going.state}，未写理由"


def _same_path_twice(going: Transformation) -> Iterator[str]:
    twins = [other for other in going.file.going() if (other.path, other.year) == (going.path, going.year)]
    # The later of two is at fault, so that one mistake is told once.
    if len(twins) > 1 and going.record.uid != twins[0].record.uid:
        yield f"{going.year}年“{_title(going)}”登记了{len(twins)}次，同一路径一年只登记一次"


def _closed(going: Transformation) -> Iterator[str]:
    if going.file.record.closed:
        yield f"企业已{going.file.record.closed}，“{_title(going)}”仍列为{going.state}"


def _before_founding(going: Transformation) -> Iterator[str]:
    founded, date = going.file.record.text("founded"), going.record.text("date")
    if founded and date and date < founded:
        yield f"“{_title(going)}”日期{chinese_date(read_date(date))}早于成立日期{chinese_date(read_date(founded))}"


def _year_differs(going: Transformation) -> Iterator[str]:
    said = going.record.whole("year")
    if said is not None and going.record.year is not None and said != going.record.year:
        yield f"“{_title(going)}”表内年度{said}年，档案年度{going.record.year}年"


def _large(going: Transformation) -> Iterator[str]:
    override = going.file.record.text("size_override")
    if (override or going.file.size(going.year).size) == "大型":
        yield f"企业{going.year}年划为大型，行动计划的对象是中小企业"


def _jobs_lost(going: Transformation) -> Iterator[str]:
    last, now = _pair(going, "employees")
    if last and now is not None and last >= 10 and (last - now) * 100 > JOBS_LOST_ASKED_FROM * last:
        yield f"“{_title(going)}”已认定，从业人员由{last:,}人减至{now:,}人"


def _pair(going: Transformation, name: str) -> tuple[int | None, int | None]:
    """A whole figure of the year before and of its year."""
    return (_whole(going.last, name), _whole(going.figures, name))


def _whole(record: Record | None, name: str) -> int | None:
    return record.whole(name) if record else None


def _no_effect(going: Transformation) -> Iterator[str]:
    if not going.record.text("after"):
        yield f"“{_title(going)}”已认定，未写转型后情况"


def _no_figures(going: Transformation) -> Iterator[str]:
    if going.figures is None:
        yield f"“{_title(going)}”已认定，没有企业{going.year}年数据"


def _equipment_missing(going: Transformation) -> Iterator[str]:
    if going.figures and not going.figures.whole("equipment"):
        yield f"“{_title(going)}”已认定，{going.year}年设备投资为空或为0"


def _patents_not_more(going: Transformation) -> Iterator[str]:
    last, now = _pair(going, "patents")
    if last is not None and now is not None and now <= last:
        yield f"“{_title(going)}”已认定，有效专利{now}件，未多于上年{last}件"


def _no_research(going: Transformation) -> Iterator[str]:
    if going.figures and not going.figures.whole("rd"):
        yield f"“{_title(going)}”已认定，{going.year}年研发投入为空或为0"


def _little_research(going: Transformation) -> Iterator[str]:
    rd, revenue = _whole(going.figures, "rd"), _whole(going.figures, "revenue")
    if rd and revenue and rd * 100 < revenue:
        yield f"“{_title(going)}”已认定，研发投入{wan_text(rd)}万元不足营业收入{wan_text(revenue)}万元的1%"


def _no_service(going: Transformation) -> Iterator[str]:
    code = going.file.record.text("industry")
    if code[:2].isdigit() and int(code[:2]) < _SERVICES_FROM:
        yield f"“{_title(going)}”已认定，行业代码仍为{code}（非服务业）"


def _energy_not_less(going: Transformation) -> Iterator[str]:
    last = decimal_of(going.last, "energy") if going.last else None
    now = decimal_of(going.figures, "energy") if going.figures else None
    if last and now is not None and now >= last:
        yield f"“{_title(going)}”已认定，综合能耗{grouped(now)}吨标准煤，未低于上年{grouped(last)}吨标准煤"


def _not_a_stock_company(going: Transformation) -> Iterator[str]:
    if "股份" not in going.file.record.text("name"):
        yield f"“{_title(going)}”已认定，企业名称“{going.file.record.text('name')}”不是股份有限公司"


def _no_reviewer(going: Transformation) -> Iterator[str]:
    if going.state in _FINISHED and not going.record.text("reviewer"):
        yield f"“{_title(going)}”{going.state}，未填审核人"


RULES: tuple[Rule[Transformation], ...] = (
    Rule("D01", Severity.ERROR, ("path",), "路径在计划之内", PLAN, _unknown_path),
    Rule("D02", Severity.ERROR, ("date", "state"), "认定须有日期", TRACKING, _recognised(_no_date)),
    Rule("D03", Severity.QUERY, ("date", "state"), "认定日期在当年", TRACKING, _recognised(_other_year)),
    Rule("D04", Severity.QUERY, ("evidence", "state"), "认定须有佐证", TRACKING, _recognised(_no_evidence)),
    Rule("D05", Severity.HINT, ("evidence", "state"), "申报应有佐证", TRACKING, _asked_without_evidence),
    Rule("D06", Severity.HINT, ("evidence",), "佐证应存电子件", TRACKING, _evidence_not_kept),
    Rule("D07", Severity.QUERY, ("opinion", "state"), "退回、取消须写理由", TRACKING, _withdrawn_without_reason),
    Rule("D08", Severity.ERROR, ("path",), "同一路径不重复", PLAN, _same_path_twice),
    Rule("D09", Severity.QUERY, ("state",), "注销、迁出企业", TRACKING, _closed),
    Rule("D10", Severity.ERROR, ("date",), "日期不早于成立", TRACKING, _before_founding),
    Rule("D11", Severity.ERROR, ("year",), "表内年度与档案年度", TRACKING, _year_differs),
    Rule("D12", Severity.QUERY, ("path",), "对象为中小企业", "行动计划一", _large),
    Rule("D13", Severity.QUERY, ("state", "employees"), "保持就业", GOAL, _recognised(_jobs_lost)),
    Rule("D14", Severity.HINT, ("after",), "转型效果", GOAL, _recognised(_no_effect)),
    Rule("D15", Severity.HINT, ("state",), "认定企业应有年度数据", TRACKING, _recognised(_no_figures)),
    Rule(
        "D16",
        Severity.QUERY,
        ("state", "equipment"),
        "设备升级应有设备投资",
        "行动计划二（二）1",
        _on_path("equipment-upgrade", _equipment_missing),
    ),
    Rule(
        "D17",
        Severity.QUERY,
        ("state", "patents"),
        "专利提升应多于上年",
        "行动计划二（二）5",
        _on_path("patent-improvement", _patents_not_more),
    ),
    Rule(
        "D18",
        Severity.QUERY,
        ("state", "rd"),
        "科技型企业应有研发投入",
        "行动计划二（一）1",
        _on_path("technology-enterprise", _no_research),
    ),
    Rule(
        "D19",
        Severity.HINT,
        ("state", "rd", "revenue"),
        "科技型企业研发强度",
        "行动计划二（一）1",
        _on_path("technology-enterprise", _little_research),
    ),
    Rule(
        "D20",
        Severity.HINT,
        ("state", "industry"),
        "现代服务业的行业",
        "行动计划二（一）3",
        _on_path("modern-services", _no_service),
    ),
    Rule(
        "D21",
        Severity.QUERY,
        ("state", "energy"),
        "淘汰落后产能应降能耗",
        "行动计划二（三）1",
        _on_path("outdated-capacity", _energy_not_less),
    ),
    Rule(
        "D22",
        Severity.HINT,
        ("state", "name"),
        "股改上市挂牌企业名称",
        "行动计划二（三）2",
        _on_path("stock-listing", _not_a_stock_company),
    ),
    Rule("D23", Severity.HINT, ("reviewer", "state"), "审核人", TRACKING, _no_reviewer),
)
