"""Rules on who an enterprise is (企业基本情况): A01 and on."""

from collections.abc import Iterator

from jizhou_desktop.domain.above_scale import ScaleVerdict
from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.subjects import EnterpriseFile, day_of
from jizhou_desktop.domain.dates import chinese_date
from jizhou_desktop.domain.figures import wan_text
from jizhou_desktop.domain.offices import place_in_address
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED
from jizhou_desktop.domain.size_class import SIZES
from jizhou_desktop.domain.text import fold
from jizhou_desktop.domain.uscc import LENGTH, check_uscc

REGISTER = "企业基本情况登记表填报要求"
USCC = "GB 32100-2015"
INDUSTRY = "GB/T 4754-2017"
SCALE = "国家统计局一套表统计调查制度（2020）规模以上、限额以上统计范围"
KEEPING = "行动计划四（一）各乡镇、园区落实责任"

LARGE_CAPITAL_FEN = 1_000_000 * 1_000_000
"""100亿元: more than any enterprise of the district has, and what 元 typed as 万元 looks like."""

INDUSTRIAL = range(6, 47)
"""大类 of mining, manufacturing and supply (工业)."""

_FORMS_OF_NAME = (
    "公司", "厂", "店", "部", "社", "中心", "院", "站", "场", "行", "所", "集团", "企业", "馆", "园", "基地", "学校",
    "户", "坊", "庄", "合伙", "队", "处", "室", "库", "矿",
)  # fmt: skip


def is_industrial(code: str) -> bool:
    """Whether an industry code belongs to 工业 (采矿、制造、电热燃水)."""
    return code[:2].isdigit() and int(code[:2]) in INDUSTRIAL


def _no_name(file: EnterpriseFile) -> Iterator[str]:
    if not file.record.text("name"):
        yield "未填企业名称"


def _no_uscc(file: EnterpriseFile) -> Iterator[str]:
    if not file.record.text("uscc") or file.record["uscc"] in (NOT_APPLICABLE, NOT_OBTAINED):
        yield "未填统一社会信用代码"


def _uscc_malformed(file: EnterpriseFile) -> Iterator[str]:
    yield from _uscc(file, Severity.ERROR)


def _uscc_doubtful(file: EnterpriseFile) -> Iterator[str]:
    yield from _uscc(file, Severity.QUERY)


def _uscc(file: EnterpriseFile, severity: Severity) -> Iterator[str]:
    code = file.record.text("uscc")
    check = check_uscc(code)
    if code and code not in (NOT_APPLICABLE, NOT_OBTAINED) and not check.ok and check.severity is severity:
        yield f"统一社会信用代码“{code}”{check.sentence.rstrip('。')}"


def _uscc_not_an_enterprise(file: EnterpriseFile) -> Iterator[str]:
    code = file.record.text("uscc")
    if len(code) == LENGTH and not (code[0] == "9" and code[1] in "123"):
        yield f"统一社会信用代码前两位“{code[:2]}”不是企业、个体工商户或农民专业合作社（91、92、93）"


def _registered_elsewhere(file: EnterpriseFile) -> Iterator[str]:
    code = file.record.text("uscc")
    if len(code) == LENGTH and not code[2:8].startswith("12"):
        yield f"统一社会信用代码第3至8位“{code[2:8]}”不是天津市登记机关，请确认企业是否外地注册"


def _founded_after_the_year(file: EnterpriseFile) -> Iterator[str]:
    founded = day_of(file.record, "founded")
    if founded and founded.year > file.plan.year:
        yield f"成立日期{chinese_date(founded)}晚于{file.plan.year}年"


def _no_founding_date(file: EnterpriseFile) -> Iterator[str]:
    if not file.record.text("founded"):
        yield "未填成立日期"


def _no_industry(file: EnterpriseFile) -> Iterator[str]:
    if not file.record.text("industry"):
        yield "未填行业代码，不能划型"


def _industry_unknown(file: EnterpriseFile) -> Iterator[str]:
    code = file.record.text("industry")
    if code.isdigit() and file.codes.industries.find(code) is None:
        yield f"行业代码“{code}”不在分类表中"


def _industry_not_smallest(file: EnterpriseFile) -> Iterator[str]:
    industry = file.codes.industries.find(file.record.text("industry"))
    if industry and len(industry.code) < 4:
        yield f"行业“{industry}”不是四位小类"


def _size_without_reason(file: EnterpriseFile) -> Iterator[str]:
    said, latest = file.record.text("size_override"), file.latest
    computed = file.size(latest.year) if latest else None
    counted = computed.size if computed else ""
    if said in SIZES and said != counted and not file.record.text("size_reason"):
        yield f"认定规模为{said}，按标准计算{f'为{counted}' if counted else '不能划型'}，未填规模认定理由"


def _reason_without_size(file: EnterpriseFile) -> Iterator[str]:
    if file.record.text("size_reason") and not file.record.text("size_override"):
        yield "填了规模认定理由，未填认定规模"


def _above_scale_too_small(file: EnterpriseFile) -> Iterator[str]:
    verdict = _scale(file)
    if file.record["above_scale"] == 1 and verdict.above is False:
        yield f"填为规上企业，{verdict.explanation}"


def _above_scale_not_said(file: EnterpriseFile) -> Iterator[str]:
    verdict = _scale(file)
    if file.record["above_scale"] == 0 and verdict.above:
        yield f"填为规下企业，{verdict.explanation}"


def _scale(file: EnterpriseFile) -> ScaleVerdict:
    latest = file.latest
    return file.above_scale(latest.year) if latest else ScaleVerdict(None)


def _no_contact(file: EnterpriseFile) -> Iterator[str]:
    absent = [label for name, label in (("contact", "联系人"), ("phone", "联系电话")) if not file.record.text(name)]
    if absent:
        yield f"未填{'、'.join(absent)}"


def _kept_by_another_place(file: EnterpriseFile) -> Iterator[str]:
    place = file.record.text("place")
    if place and place != file.record.office and not place.startswith(file.record.office + "-"):
        yield f"所属乡镇为{_place_name(file, place)}，档案由{_place_name(file, file.record.office)}保管"


def _address_elsewhere(file: EnterpriseFile) -> Iterator[str]:
    place = file.record.text("place") or file.record.office
    named = place_in_address(file.record.text("address"), file.codes.offices, file.villages)
    if named and named.code != place:
        yield f"住所“{file.record.text('address')}”在{named.name}，所属乡镇为{_place_name(file, place)}"


def _place_name(file: EnterpriseFile, code: str) -> str:
    return next((office.name for office in file.codes.offices if office.code == code), code)


def _odd_name(file: EnterpriseFile) -> Iterator[str]:
    name = file.record.text("name").rstrip(")）")
    if name and not any(form in name for form in _FORMS_OF_NAME):
        yield f"企业名称“{file.record.text('name')}”没有公司、厂、店等组织形式"


def _no_capital(file: EnterpriseFile) -> Iterator[str]:
    if file.record.whole("capital") == 0:
        yield "注册资本为0"


def _huge_capital(file: EnterpriseFile) -> Iterator[str]:
    capital = file.record.whole("capital")
    if capital is not None and capital >= LARGE_CAPITAL_FEN:
        yield f"注册资本{wan_text(capital)}万元达100亿元，是否把元填作万元"


def _odd_person(file: EnterpriseFile) -> Iterator[str]:
    name = file.record.text("legal_person")
    if name and (len(name) < 2 or any(mark.isdigit() for mark in name)):
        yield f"法定代表人“{name}”不像姓名"


def _former_is_present_name(file: EnterpriseFile) -> Iterator[str]:
    name = fold(file.record.text("name"))
    if name and name in [fold(former) for former in file.record.text("former_names").split("、")]:
        yield f"曾用名与现名称“{file.record.text('name')}”相同"


RULES: tuple[Rule[EnterpriseFile], ...] = (
    Rule("A01", Severity.ERROR, ("name",), "企业名称必填", REGISTER, _no_name),
    Rule("A02", Severity.QUERY, ("uscc",), "统一社会信用代码未填", USCC, _no_uscc),
    Rule("A03", Severity.ERROR, ("uscc",), "统一社会信用代码位数、用字", USCC, _uscc_malformed),
    Rule("A04", Severity.QUERY, ("uscc",), "统一社会信用代码校验", USCC, _uscc_doubtful),
    Rule("A05", Severity.QUERY, ("uscc",), "登记管理部门和机构类别", USCC, _uscc_not_an_enterprise),
    Rule("A06", Severity.HINT, ("uscc",), "登记机关所在地", USCC, _registered_elsewhere),
    Rule("A07", Severity.QUERY, ("founded",), "成立日期与计划年度", REGISTER, _founded_after_the_year),
    Rule("A08", Severity.HINT, ("founded",), "成立日期未填", REGISTER, _no_founding_date),
    Rule("A09", Severity.HINT, ("industry",), "行业代码未填", INDUSTRY, _no_industry),
    Rule("A10", Severity.QUERY, ("industry",), "行业代码存在", INDUSTRY, _industry_unknown),
    Rule("A11", Severity.QUERY, ("industry",), "行业代码到小类", INDUSTRY, _industry_not_smallest),
    Rule(
        "A12",
        Severity.ERROR,
        ("size_override", "size_reason", "industry"),
        "认定规模须说明理由",
        "统计上大中小微型企业划分办法（2017）",
        _size_without_reason,
    ),
    Rule("A13", Severity.HINT, ("size_reason", "size_override"), "有理由而无认定规模", REGISTER, _reason_without_size),
    Rule("A14", Severity.QUERY, ("above_scale", "industry"), "规上企业收入不足", SCALE, _above_scale_too_small),
    Rule("A15", Severity.QUERY, ("above_scale", "industry"), "规下企业收入已达规上", SCALE, _above_scale_not_said),
    Rule("A16", Severity.HINT, ("contact", "phone"), "联系方式", REGISTER, _no_contact),
    Rule("A17", Severity.QUERY, ("place",), "所属乡镇与保管单位", KEEPING, _kept_by_another_place),
    Rule("A18", Severity.QUERY, ("address", "place"), "住所与所属乡镇", KEEPING, _address_elsewhere),
    Rule("A19", Severity.HINT, ("name",), "企业名称的组织形式", REGISTER, _odd_name),
    Rule("A20", Severity.HINT, ("capital",), "注册资本为零", REGISTER, _no_capital),
    Rule("A21", Severity.QUERY, ("capital",), "注册资本过大", REGISTER, _huge_capital),
    Rule("A22", Severity.QUERY, ("legal_person",), "法定代表人姓名", REGISTER, _odd_person),
    Rule("A23", Severity.HINT, ("former_names", "name"), "曾用名与现名", REGISTER, _former_is_present_name),
)
