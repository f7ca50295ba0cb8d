"""Rules on claims for awards: 高新技术企业 三（一）, 名优产品 三（二）, 专利 三（五）. G01 and on."""

import re
from collections.abc import Callable, Iterator

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import Claim, day_of, decimal_of
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.problem import Severity

HIGH_TECH = "行动计划三（一）"
MEASURE = "高新技术企业认定管理办法（国科发火〔2016〕32号）"
PATENTS = "行动计划三（五）"
LEAST_HIGH_TECH_INCOME = 60
"""% of the year's income that must come from high-tech products (第十一条（六）)."""

_CERTIFICATE = re.compile(r"GR\d{12}")
_Check = Callable[[Claim], Iterator[str]]


def _of(scheme: str, check: _Check) -> _Check:
    """A rule that asks only about claims under one scheme."""

    def only_of_scheme(claim: Claim) -> Iterator[str]:
        if claim.scheme == scheme:
            yield from check(claim)

    return only_of_scheme


def _not_first(claim: Claim) -> Iterator[str]:
    if claim.record["first_time"] == 0:
        yield "不是首次获批，本项奖励只给首次获批的国家高新技术企业"


def _recognised_without_certificate(claim: Claim) -> Iterator[str]:
    if claim.record["recognised"] == 1 and not claim.record.text("certificate_number"):
        yield "已认定，未填证书编号"


def _recognised_without_date(claim: Claim) -> Iterator[str]:
    if claim.record["recognised"] == 1 and not claim.record.text("recognised_on"):
        yield "已认定，未填认定日期"


def _certificate_unrecognised(claim: Claim) -> Iterator[str]:
    number = claim.record.text("certificate_number")
    if claim.record["recognised"] == 0 and number:
        yield f"填了证书编号“{number}”，却填为尚未认定"


def _odd_certificate(claim: Claim) -> Iterator[str]:
    number = claim.record.text("certificate_number").upper()
    if number and not _CERTIFICATE.fullmatch(number):
        yield f"证书编号“{number}”不是 GR 加12位数字"


def _recognised_before_application(claim: Claim) -> Iterator[str]:
    applied, recognised = day_of(claim.record, "applied_on"), day_of(claim.record, "recognised_on")
    if applied and recognised and recognised < applied:
        yield f"认定日期{chinese_date(recognised)}早于申请日期{chinese_date(applied)}"


def _applied_in_other_year(claim: Claim) -> Iterator[str]:
    applied = day_of(claim.record, "applied_on")
    if applied and applied.year != claim.year:
        yield f"申请日期{chinese_date(applied)}不在{claim.year}年"


def _little_high_tech_income(claim: Claim) -> Iterator[str]:
    share = decimal_of(claim.record, "high_tech_income_share")
    if share is not None and share < LEAST_HIGH_TECH_INCOME:
        yield f"高新产品收入占比{grouped(share)}%低于{LEAST_HIGH_TECH_INCOME}%"


def _no_award_evidence(claim: Claim) -> Iterator[str]:
    if not claim.record.text("certificate_number"):
        yield f"产品“{claim.record.text('product')}”未填证书编号"


def _awarded_in_other_year(claim: Claim) -> Iterator[str]:
    issued = day_of(claim.record, "issued_on")
    if issued and issued.year not in (claim.year - 1, claim.year):
        yield f"授予日期{chinese_date(issued)}不在{claim.year - 1}、{claim.year}年"


def _numbers_and_count(claim: Claim) -> Iterator[str]:
    numbers = [line for line in claim.record.text("patent_numbers").split("\n") if line.strip()]
    count = claim.record.whole("count")
    if count is not None and numbers and len(numbers) != count:
        yield f"申报{count}件，专利号列了{len(numbers)}行"


def _same_patent_twice(claim: Claim) -> Iterator[str]:
    numbers = [line.split()[0] for line in claim.record.text("patent_numbers").split("\n") if line.strip()]
    double = next((number for number in numbers if numbers.count(number) > 1), None)
    if double:
        yield f"专利号“{double}”列了{numbers.count(double)}次"


def _granted_in_other_year(claim: Claim) -> Iterator[str]:
    for name in ("granted_from", "granted_to"):
        granted = day_of(claim.record, name)
        if granted and granted.year != claim.year:
            yield f"授权日期{chinese_date(granted)}不在{claim.year}年"


def _fewer_after(claim: Claim) -> Iterator[str]:
    before, after = claim.record.whole("before"), claim.record.whole("after")
    if before is not None and after is not None and after <= before:
        yield f"现有有效专利{after}件，未多于上年末{before}件"


def _more_than_held(claim: Claim) -> Iterator[str]:
    figures, count = claim.file.figures.get(claim.year), claim.record.whole("count")
    held = figures.whole("patents") if figures else None
    if count is not None and held is not None and count > held:
        yield f"申报{count}件，年报有效专利只有{held}件"


RULES: tuple[Rule[Claim], ...] = (
    Rule("G01", Severity.ERROR, ("first_time",), "首次获批", HIGH_TECH, _of("high-tech", _not_first)),
    Rule(
        "G02",
        Severity.ERROR,
        ("certificate_number",),
        "认定须有证书编号",
        HIGH_TECH,
        _of("high-tech", _recognised_without_certificate),
    ),
    Rule(
        "G03",
        Severity.ERROR,
        ("recognised_on",),
        "认定须有日期",
        HIGH_TECH,
        _of("high-tech", _recognised_without_date),
    ),
    Rule(
        "G04",
        Severity.QUERY,
        ("certificate_number",),
        "未认定而有证书",
        HIGH_TECH,
        _of("high-tech", _certificate_unrecognised),
    ),
    Rule("G05", Severity.QUERY, ("certificate_number",), "证书编号", MEASURE, _of("high-tech", _odd_certificate)),
    Rule(
        "G06",
        Severity.ERROR,
        ("recognised_on", "applied_on"),
        "认定不早于申请",
        HIGH_TECH,
        _of("high-tech", _recognised_before_application),
    ),
    Rule("G07", Severity.QUERY, ("applied_on",), "当年申请", HIGH_TECH, _of("high-tech", _applied_in_other_year)),
    Rule(
        "G08",
        Severity.QUERY,
        ("high_tech_income_share",),
        "高新产品收入占比",
        MEASURE,
        _of("high-tech", _little_high_tech_income),
    ),
    Rule(
        "G09",
        Severity.HINT,
        ("certificate_number",),
        "名优产品证书",
        "行动计划三（二）",
        _of("famous-product", _no_award_evidence),
    ),
    Rule(
        "G10",
        Severity.QUERY,
        ("issued_on",),
        "名优产品授予年度",
        "行动计划三（二）",
        _of("famous-product", _awarded_in_other_year),
    ),
    Rule(
        "G11", Severity.QUERY, ("count", "patent_numbers"), "专利号与件数", PATENTS, _of("patent", _numbers_and_count)
    ),
    Rule("G12", Severity.ERROR, ("patent_numbers",), "专利号不重复", PATENTS, _of("patent", _same_patent_twice)),
    Rule("G13", Severity.QUERY, ("granted_from",), "当年授权", PATENTS, _of("patent", _granted_in_other_year)),
    Rule("G14", Severity.QUERY, ("after", "before"), "专利多于上年", PATENTS, _of("patent", _fewer_after)),
    Rule("G15", Severity.QUERY, ("count",), "申报件数与年报", PATENTS, _of("patent", _more_than_held)),
)
