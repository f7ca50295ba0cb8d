"""Rules on what a path's recognition (认定) should show in the figures: D31 and on."""

from collections.abc import Callable, Iterator

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import Transformation, decimal_of
from jizhou_desktop.domain.audit.transformations import path_title, when_recognised, years_pair
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.problem import Severity

_SERVICES_FROM = 51
"""大类 from 51 on are services (第三产业, but for a few supporting trades of the first two)."""


def _on_path(path: str, check: Callable[[Transformation], Iterator[str]]) -> Callable[[Transformation], Iterator[str]]:
    """A rule about what was recognised on one path of the plan."""

    def only_on_path(going: Transformation) -> Iterator[str]:
        if going.path == path:
            yield from check(going)

    return when_recognised(only_on_path)


def _equipment_missing(going: Transformation) -> Iterator[str]:
    if going.figures and not going.figures.whole("equipment"):
        yield f"“{path_title(going)}”已认定，{going.year}年设备投资为空或为0"


def _patents_not_more(going: Transformation) -> Iterator[str]:
    last, now = years_pair(going, "patents")
    if last is not None and now is not None and now <= last:
        yield f"“{path_title(going)}”已认定，有效专利{now}件，未多于上年{last}件"


def _no_research(going: Transformation) -> Iterator[str]:
    if going.figures and not going.figures.whole("rd"):
        yield f"“{path_title(going)}”已认定，{going.year}年研发投入为空或为0"


def _little_research(going: Transformation) -> Iterator[str]:
    if going.figures is None:
        return
    rd, revenue = going.figures.whole("rd"), going.figures.whole("revenue")
    if rd and revenue and rd * 100 < revenue:
        yield f"“{path_title(going)}”已认定，研发投入{wan_text(rd)}万元不足营业收入{wan_text(revenue)}万元的1%"


def _no_service(going: Transformation) -> Iterator[str]:
    code = going.file.record.text("industry")
    if code[:2].isdigit() and int(code[:2]) < _SERVICES_FROM:
        yield f"“{path_title(going)}”已认定，行业代码仍为{code}（非服务业）"


def _energy_not_less(going: Transformation) -> Iterator[str]:
    last = decimal_of(going.last, "energy") if going.last else None
    now = decimal_of(going.figures, "energy") if going.figures else None
    if last and now is not None and now >= last:
        yield f"“{path_title(going)}”已认定，综合能耗{grouped(now)}吨标准煤，未低于上年{grouped(last)}吨标准煤"


def _not_a_stock_company(going: Transformation) -> Iterator[str]:
    if "股份" not in going.file.record.text("name"):
        yield f"“{path_title(going)}”已认定，企业名称“{going.file.record.text('name')}”不是股份有限公司"


RULES: tuple[Rule[Transformation], ...] = (
    Rule(
        "D31",
        Severity.QUERY,
        ("state", "equipment"),
        "设备升级应有设备投资",
        "行动计划二（二）1",
        _on_path("equipment-upgrade", _equipment_missing),
    ),
    Rule(
        "D32",
        Severity.QUERY,
        ("state", "patents"),
        "专利提升应多于上年",
        "行动计划二（二）5",
        _on_path("patent-improvement", _patents_not_more),
    ),
    Rule(
        "D33",
        Severity.QUERY,
        ("state", "rd"),
        "科技型企业应有研发投入",
        "行动计划二（一）1",
        _on_path("technology-enterprise", _no_research),
    ),
    Rule(
        "D34",
        Severity.HINT,
        ("state", "rd", "revenue"),
        "科技型企业研发强度",
        "行动计划二（一）1",
        _on_path("technology-enterprise", _little_research),
    ),
    Rule(
        "D35",
        Severity.HINT,
        ("state", "industry"),
        "现代服务业的行业",
        "行动计划二（一）3",
        _on_path("modern-services", _no_service),
    ),
    Rule(
        "D36",
        Severity.QUERY,
        ("state", "energy"),
        "淘汰落后产能应降能耗",
        "行动计划二（三）1",
        _on_path("outdated-capacity", _energy_not_less),
    ),
    Rule(
        "D37",
        Severity.HINT,
        ("state", "name"),
        "股改上市挂牌企业名称",
        "行动计划二（三）2",
        _on_path("stock-listing", _not_a_stock_company),
    ),
)
