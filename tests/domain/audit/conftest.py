"""A file in which everything is right, and ways to make one thing in it wrong."""

from dataclasses import replace

import pytest

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.audit.run import run
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources

OFFICE = "120119100"
WAN = 1_000_000  # 分

ENTERPRISE = {
    "name": "天津州河金属结构制造有限公司",
    "uscc": "91120225MA06K2ER77",
    "legal_person": "周五洲",
    "founded": "2005-11-02",
    "capital": 2000 * WAN,
    "place": OFFICE,
    "address": "天津市蓟州区渔阳镇样例工业路8号",
    "industry": "3311",
    "contact": "吴六顺",
    "phone": "13800000003",
    "above_scale": 1,
}
LAST = {
    "year": 2019,
    "revenue": 8860 * WAN,
    "profit": 402 * WAN,
    "tax": 275 * WAN,
    "employees": 143,
    "rd": 190 * WAN,
    "assets": 9320 * WAN,
    "equipment": 210 * WAN,
    "energy": "402",
    "kwh": 1_380_000,
    "patents": 4,
}
NOW = {
    "year": 2020,
    "revenue": 9215 * WAN,
    "profit": 455 * WAN,
    "tax": 288 * WAN,
    "employees": 146,
    "rd": 262 * WAN,
    "assets": 9880 * WAN,
    "equipment": 610 * WAN,
    "energy": "395.5",
    "kwh": 1_352_000,
    "patents": 7,
}
TRANSFORMATION = {
    "year": 2020,
    "path": "equipment-upgrade",
    "state": "认定",
    "date": "2020-10-28",
    "evidence": "设备清单、发票、付款凭证",
    "after": "焊接效率提高三成，用工不减",
    "reviewer": "王样例",
}
_ACCOUNT = {
    "bank": "样例银行蓟州支行",
    "account_name": "天津州河金属结构制造有限公司",
    "account": "6222020012345678",
    "contact": "吴六顺",
}
_PROJECT = {
    "project": "钢结构焊接机器人工作站智能化改造项目",
    "filing_number": "样例备〔2019〕001号",
    "start": "2019-06-10",
    "end": "2020-09-30",
    "investment": 820 * WAN,
    "equipment": 610 * WAN,
    "invoices": 12,
    "invoice_sum": 650 * WAN,
    **_ACCOUNT,
}
CLAIMS = {
    "smart-upgrade": _PROJECT,
    "energy-saving": {**_PROJECT, "industrial": 1, "tce": "210", "kwh": 300_000},
    "major-innovation": {"project": "重载机器人底座", "category": "重大创新项目", "award": 200 * WAN, **_ACCOUNT},
    "high-tech": {
        "applied_on": "2020-06-01",
        "first_time": 1,
        "recognised": 1,
        "recognised_on": "2020-11-20",
        "certificate_number": "GR202012000001",
        "award": 30 * WAN,
        "high_tech_income_share": "65",
        **_ACCOUNT,
    },
    "famous-product": {
        "product": "州河牌钢结构",
        "level": "天津名牌",
        "issued_on": "2020-05-01",
        "certificate_number": "样例001",
        **_ACCOUNT,
    },
    "patent": {
        "kind": "发明专利",
        "count": 2,
        "patent_numbers": "ZL201810000001.1 焊接夹具\nZL201810000002.6 焊枪支架",
        "granted_from": "2020-03-01",
        "granted_to": "2020-09-01",
        "before": 4,
        "after": 7,
        **_ACCOUNT,
    },
}


def _record(uid, kind, values, changes, **keys):
    """A record of the sound values with some changed; a change to None takes the value away."""
    merged = {name: value for name, value in {**values, **changes}.items() if value is not None}
    return Record(uid, kind, OFFICE, merged, keys.pop("form", str(kind)), **keys)


@pytest.fixture
def make_record():
    return _record


@pytest.fixture
def make_file():
    """Builds an enterprise's file; each argument names what differs from the sound one."""

    def make(*, enterprise=(), last=(), now=(), transformation=(), scheme="smart-upgrade", claim=(), closed="", **file):
        figures = {
            2019: _record("y19", Kind.YEAR_FIGURES, LAST, dict(last), year=2019, parent="e"),
            2020: _record("y20", Kind.YEAR_FIGURES, NOW, dict(now), year=2020, parent="e"),
        }
        going = _record("t", Kind.TRANSFORMATION, TRANSFORMATION, dict(transformation), year=2020, parent="e")
        asked = _record("c", Kind.CLAIM, CLAIMS.get(scheme, {}), dict(claim), form=scheme, year=2020, parent="e")
        sound = EnterpriseFile(
            enterprise=_record("e", Kind.ENTERPRISE, ENTERPRISE, dict(enterprise), closed=closed),
            plan=resources.plan("2020"),
            codes=resources.codes(),
            thresholds=resources.thresholds(),
            figures=figures,
            transformations=(going,),
            claims=(asked,),
            attachments=(_evidence("t"), _evidence("c")),
            forms=resources.forms(),
            scale=resources.scale_limits(),
        )
        return replace(sound, **file)

    return make


def _evidence(record):
    return Attachment(f"a-{record}", record, "发票", "设备发票", "发票.pdf", "2020-09-30", "0" * 64, 1024)


@pytest.fixture
def told(make_file):
    """The sentences that one rule tells about a file made with these differences."""

    def told_by(rule, **differences):
        return [problem.message for problem in run(make_file(**differences)) if problem.rule == rule]

    return told_by
