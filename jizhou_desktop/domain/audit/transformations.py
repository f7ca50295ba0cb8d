"""Rules on transformations (转型任务): D01 and on."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from jizhou_desktop.domain.assessment import RECOGNISED, WITHDRAWN
from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import Transformation, day_of
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import Record

PLAN = "行动计划二"
GOAL = "行动计划一：提质增效、保持就业和节约资源"
TRACKING = "行动计划四（二）跟踪评价"

JOBS_LOST_ASKED_FROM = Decimal(20)
_FINISHED = (RECOGNISED, *WITHDRAWN)


def when_recognised(check: Callable[[Transformation], Iterator[str]]) -> Callable[[Transformation], Iterator[str]]:
    """A rule that asks only about what has been recognised (认定)."""

    def only_recognised(going: Transformation) -> Iterator[str]:
        if going.state == RECOGNISED:
            yield from check(going)

    return only_recognised


def path_title(going: Transformation) -> str:
    """The title of its path, as the plan has it."""
    return next((path.title for path in going.file.plan.paths if path.id == going.path), going.path)


def _unknown_path(going: Transformation) -> Iterator[str]:
    if going.path not in {path.id for path in going.file.plan.paths}:
        yield f"{going.file.plan.year}年行动计划没有“{going.path}”这条路径"


def _no_date(going: Transformation) -> Iterator[str]:
    if not going.record.text("date"):
        yield f"“{path_title(going)}”已认定，未填认定日期"


def _other_year(going: Transformation) -> Iterator[str]:
    day = day_of(going.record, "date")
    if day and day.year != going.year:
        yield f"“{path_title(going)}”认定日期{chinese_date(day)}不在{going.year}年"


def _no_evidence(going: Transformation) -> Iterator[str]:
    if not going.record.text("evidence") and not going.file.evidence_of(going.record):
        yield f"“{path_title(going)}”已认定，没有佐证材料"


def _asked_without_evidence(going: Transformation) -> Iterator[str]:
    asked = going.state in ("已申报", "乡镇初审", "部门核实")
    if asked and not going.record.text("evidence") and not going.file.evidence_of(going.record):
        yield f"“{path_title(going)}”{going.state}，没有佐证材料"


def _evidence_not_kept(going: Transformation) -> Iterator[str]:
    if going.record.text("evidence") and not going.file.evidence_of(going.record):
        yield f"“{path_title(going)}”列有佐证材料，未存电子件"


def _withdrawn_without_reason(going: Transformation) -> Iterator[str]:
    if going.state in WITHDRAWN and not going.record.text("opinion"):
        yield f"“{path_title(going)}”{going.state}，未写理由"


def _same_path_twice(going: Transformation) -> Iterator[str]:
    twins = [other for other in going.file.going() if (other.path, other.year) == (going.path, going.year)]
    # The later of two is at fault, so that one mistake is told once.
    if len(twins) > 1 and going.record.uid != twins[0].record.uid:
        yield f"{going.year}年“{path_title(going)}”登记了{len(twins)}次，同一路径一年只登记一次"


def _closed(going: Transformation) -> Iterator[str]:
    if going.file.record.closed:
        yield f"企业已{going.file.record.closed}，“{path_title(going)}”仍列为{going.state}"


def _before_founding(going: Transformation) -> Iterator[str]:
    founded, day = day_of(going.file.record, "founded"), day_of(going.record, "date")
    if founded and day and day < founded:
        yield f"“{path_title(going)}”日期{chinese_date(day)}早于成立日期{chinese_date(founded)}"


def _year_differs(going: Transformation) -> Iterator[str]:
    said = going.record.whole("year")
    if said is not None and going.record.year is not None and said != going.record.year:
        yield f"“{path_title(going)}”表内年度{said}年，档案年度{going.record.year}年"


def _large(going: Transformation) -> Iterator[str]:
    override = going.file.record.text("size_override")
    if (override or going.file.size(going.year).size) == "大型":
        yield f"企业{going.year}年划为大型，行动计划的对象是中小企业"


def _jobs_lost(going: Transformation) -> Iterator[str]:
    last, now = years_pair(going, "employees")
    if last and now is not None and last >= 10 and (last - now) * 100 > JOBS_LOST_ASKED_FROM * last:
        yield f"“{path_title(going)}”已认定，从业人员由{last:,}人减至{now:,}人"


def years_pair(going: Transformation, name: str) -> tuple[int | None, int | None]:
    """A whole figure of the year before and of its year."""
    return (_whole(going.last, name), _whole(going.figures, name))


def _whole(record: Record | None, name: str) -> int | None:
    return record.whole(name) if record else None


def _no_effect(going: Transformation) -> Iterator[str]:
    if not going.record.text("after"):
        yield f"“{path_title(going)}”已认定，未写转型后情况"


def _no_figures(going: Transformation) -> Iterator[str]:
    if going.figures is None:
        yield f"“{path_title(going)}”已认定，没有企业{going.year}年数据"


def _no_reviewer(going: Transformation) -> Iterator[str]:
    if going.state in _FINISHED and not going.record.text("reviewer"):
        yield f"“{path_title(going)}”{going.state}，未填审核人"


RULES: tuple[Rule[Transformation], ...] = (
    Rule("D01", Severity.ERROR, ("path",), "路径在计划之内", PLAN, _unknown_path),
    Rule("D02", Severity.ERROR, ("date", "state"), "认定须有日期", TRACKING, when_recognised(_no_date)),
    Rule("D03", Severity.QUERY, ("date", "state"), "认定日期在当年", TRACKING, when_recognised(_other_year)),
    Rule("D04", Severity.QUERY, ("evidence", "state"), "认定须有佐证", TRACKING, when_recognised(_no_evidence)),
    Rule("D05", Severity.HINT, ("evidence", "state"), "申报应有佐证", TRACKING, _asked_without_evidence),
    Rule("D06", Severity.HINT, ("evidence",), "佐证应存电子件", TRACKING, _evidence_not_kept),
    Rule("D07", Severity.QUERY, ("opinion", "state"), "退回、取消须写理由", TRACKING, _withdrawn_without_reason),
    Rule("D08", Severity.ERROR, ("path",), "同一路径不重复", PLAN, _same_path_twice),
    Rule("D09", Severity.QUERY, ("state",), "注销、迁出企业", TRACKING, _closed),
    Rule("D10", Severity.ERROR, ("date",), "日期不早于成立", TRACKING, _before_founding),
    Rule("D11", Severity.ERROR, ("year",), "表内年度与档案年度", TRACKING, _year_differs),
    Rule("D12", Severity.QUERY, ("path",), "对象为中小企业", "行动计划一", _large),
    Rule("D13", Severity.QUERY, ("state", "employees"), "保持就业", GOAL, when_recognised(_jobs_lost)),
    Rule("D14", Severity.HINT, ("after",), "转型效果", GOAL, when_recognised(_no_effect)),
    Rule("D15", Severity.HINT, ("state",), "认定企业应有年度数据", TRACKING, when_recognised(_no_figures)),
    Rule("D16", Severity.HINT, ("reviewer", "state"), "审核人", TRACKING, _no_reviewer),
)
