"""Rules on claims for projects with equipment: 智能化技改 三（三） and 节能改造 三（四）. F01 and on."""

from collections.abc import Iterator
from decimal import Decimal

from jizhou_desktop.domain.audit.identity import is_industrial
from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import Claim, decimal_of
from jizhou_desktop.domain.energy import electricity_tce
from jizhou_desktop.domain.figures import grouped, wan_text
from jizhou_desktop.domain.problem import Severity

SAVING = "行动计划三（四）"
BOTH = "行动计划三（三）、三（四）"
INVOICES = "申报资料：设备发票"

VAT = Decimal("1.17")
"""The highest value added tax rate that invoices of recent years carry, as a factor."""


def _equipment_above_investment(claim: Claim) -> Iterator[str]:
    equipment, investment = claim.record.whole("equipment"), claim.record.whole("investment")
    if equipment is not None and investment is not None and equipment > investment:
        yield f"设备投入{wan_text(equipment)}万元大于项目总投资{wan_text(investment)}万元"


def _invoices_too_small(claim: Claim) -> Iterator[str]:
    invoiced, equipment = claim.record.whole("invoice_sum"), claim.record.whole("equipment")
    if invoiced is not None and equipment is not None and invoiced < equipment:
        yield f"发票合计{wan_text(invoiced)}万元小于设备投入{wan_text(equipment)}万元"


def _invoices_too_large(claim: Claim) -> Iterator[str]:
    invoiced, equipment = claim.record.whole("invoice_sum"), claim.record.whole("equipment")
    if invoiced and equipment and invoiced > VAT * equipment:
        yield f"发票合计{wan_text(invoiced)}万元超过设备投入{wan_text(equipment)}万元连同增值税的金额"


def _sum_without_invoices(claim: Claim) -> Iterator[str]:
    invoiced = claim.record.whole("invoice_sum")
    if invoiced and claim.record.whole("invoices") == 0:
        yield f"发票合计{wan_text(invoiced)}万元，发票张数为0"


def _no_invoices(claim: Claim) -> Iterator[str]:
    if claim.record.whole("equipment") and claim.record["invoice_sum"] is None and "equipment" in _asked(claim):
        yield "未填设备发票张数和合计金额"


def _no_filing_number(claim: Claim) -> Iterator[str]:
    if "filing_number" in _asked(claim) and not claim.record.text("filing_number"):
        yield "未填项目备案号"


def _asked(claim: Claim) -> set[str]:
    form = claim.file.forms.get(claim.scheme)
    return {field.name for field in form.fields} if form else set()


def _more_than_reported(claim: Claim) -> Iterator[str]:
    """Equipment claimed against the equipment the enterprise reported for the same years."""
    equipment = claim.record.whole("equipment")
    years = [claim.file.figures.get(year) for year in (claim.year - 1, claim.year)]
    reported = [year.whole("equipment") for year in years if year]
    if equipment and len(reported) == 2 and None not in reported:
        total = sum(amount for amount in reported if amount is not None)
        if equipment > total:
            yield (
                f"设备投入{wan_text(equipment)}万元大于{claim.year - 1}、{claim.year}两年年报设备投资合计"
                f"{wan_text(total)}万元"
            )


def _investment_above_assets(claim: Claim) -> Iterator[str]:
    figures = claim.file.figures.get(claim.year)
    investment, assets = claim.record.whole("investment"), figures.whole("assets") if figures else None
    if investment and assets is not None and investment > assets:
        yield f"项目总投资{wan_text(investment)}万元大于企业资产总额{wan_text(assets)}万元"


def _no_transformation(claim: Claim) -> Iterator[str]:
    paths = {"equipment-upgrade", "smart-manufacturing"}
    if claim.scheme == "smart-upgrade" and not any(going.path in paths for going in claim.file.going()):
        yield "申报智能化技改，未登记设备升级或智能制造转型任务"


def _industrial_differs(claim: Claim) -> Iterator[str]:
    industry, said = claim.file.record.text("industry"), claim.record["industrial"]
    if industry[:2].isdigit() and said in (0, 1) and bool(said) != is_industrial(industry):
        yield f"填为{'工业' if said else '非工业'}项目，企业行业代码为{industry}"


def _saves_more_than_used(claim: Claim) -> Iterator[str]:
    last = claim.file.figures.get(claim.year - 1)
    saved, used = decimal_of(claim.record, "tce"), decimal_of(last, "energy") if last else None
    if saved is not None and used is not None and saved > used:
        yield f"年节能量{grouped(saved)}吨标准煤大于上年综合能耗{grouped(used)}吨标准煤"


def _saves_more_power_than_used(claim: Claim) -> Iterator[str]:
    last = claim.file.figures.get(claim.year - 1)
    saved, used = claim.record.whole("kwh"), last.whole("kwh") if last else None
    if saved is not None and used is not None and saved > used:
        yield f"年节电量{saved:,}千瓦时大于上年用电量{used:,}千瓦时"


def _power_saved_above_energy_saved(claim: Claim) -> Iterator[str]:
    kwh, saved = claim.record.whole("kwh"), decimal_of(claim.record, "tce")
    if kwh and saved and electricity_tce(kwh) > saved * Decimal("1.01"):
        power = grouped(round(electricity_tce(kwh), 1))
        yield f"年节电{kwh:,}千瓦时折{power}吨标准煤，大于年节能量{grouped(saved)}吨标准煤"


RULES: tuple[Rule[Claim], ...] = (
    Rule("F01", Severity.ERROR, ("equipment", "investment"), "设备不大于总投资", BOTH, _equipment_above_investment),
    Rule("F02", Severity.QUERY, ("invoice_sum", "equipment"), "发票不小于设备投入", INVOICES, _invoices_too_small),
    Rule("F03", Severity.QUERY, ("invoice_sum", "equipment"), "发票不过大", INVOICES, _invoices_too_large),
    Rule("F04", Severity.QUERY, ("invoices", "invoice_sum"), "发票张数", INVOICES, _sum_without_invoices),
    Rule("F05", Severity.HINT, ("invoices", "invoice_sum"), "发票未填", INVOICES, _no_invoices),
    Rule("F06", Severity.HINT, ("filing_number",), "备案号未填", "申报资料：备案通知书", _no_filing_number),
    Rule("F07", Severity.QUERY, ("equipment",), "设备投入与年报", "年度主要指标表间关系", _more_than_reported),
    Rule("F08", Severity.QUERY, ("investment",), "投资与资产", "年度主要指标表间关系", _investment_above_assets),
    Rule("F09", Severity.HINT, ("project",), "技改项目的转型任务", "行动计划二（二）", _no_transformation),
    Rule("F10", Severity.QUERY, ("industrial",), "工业项目与行业代码", SAVING, _industrial_differs),
    Rule("F11", Severity.QUERY, ("tce",), "节能量与上年能耗", SAVING, _saves_more_than_used),
    Rule("F12", Severity.QUERY, ("kwh",), "节电量与上年用电", SAVING, _saves_more_power_than_used),
    Rule("F13", Severity.QUERY, ("tce", "kwh"), "节电折标与节能量", "GB/T 2589-2020", _power_saved_above_energy_saved),
)
