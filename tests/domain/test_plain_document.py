"""A draft kept as plain values is the same document again; what a file may hold instead is refused in a sentence."""

import json
from datetime import date

import pytest

from jizhou_desktop.domain.document import (
    Annex,
    Heading,
    Layout,
    OfficialDocument,
    Paragraph,
    SignatureStamp,
    Signer,
    Table,
)
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.plain_document import from_plain, to_plain

TABLE = Table(["路径", "任务"], [["设备升级", "5"]], [3.0, 1.0], "任务表", "家", "lc", wide=True, note="按家计")
FULL = OfficialDocument(
    title="关于拨付补贴资金的请示",
    offices=["天津市蓟州区渔阳镇人民政府"],
    number="渔政报〔2020〕3号",
    layout=Layout.LETTER,
    urgency="特急",
    signers=[Signer("王样例")],
    addressees="区人民政府",
    blocks=[Heading(1, "一、情况"), Paragraph("正文。", lead="（一）审核。", lead_level=2), TABLE],
    annexes=[Annex("名单", [TABLE])],
    signed=["渔阳镇人民政府"],
    dated=date(2020, 12, 30),
    stamped=False,
    signature_stamp=SignatureStamp("镇长", "王样例"),
    attended=["甲", "乙"],
    both_sides=True,
)


def test_a_document_survives_its_plain_values():
    assert from_plain(json.loads(json.dumps(to_plain(FULL), ensure_ascii=False))) == FULL


def test_what_is_empty_is_left_out():
    plain = to_plain(OfficialDocument(title="通知", offices=["渔阳镇"]))
    assert set(plain) == {"title", "offices", "layout", "stamped", "both_sides", "blocks", "annexes"}
    assert from_plain(plain).dated is None


def test_a_text_edited_in_the_plain_values_is_in_the_document():
    plain = to_plain(FULL)
    plain["blocks"][1]["text"] = "改过的正文。"
    assert from_plain(plain).blocks[1] == Paragraph("改过的正文。", lead="（一）审核。", lead_level=2)


def broken(**changes):
    return {**to_plain(FULL), **changes}


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ([], "公文的格式不对"),
        ({"offices": ["渔阳镇"]}, "公文缺少“title”"),
        (broken(colour="red"), "公文中有不认识的项目“colour”"),
        (broken(title=5), "公文的“title”应是文字"),
        (broken(offices="渔阳镇"), "公文的“offices”应是列表"),
        (broken(layout="poster"), "应是 document、letter 或 minutes"),
        (broken(dated="2020-02-30"), "不是日期"),
        (broken(stamped="yes"), "应为是或否"),
        (broken(blocks=["正文"]), "没有说明是标题、段落还是表格"),
        (broken(blocks=[{"kind": "heading", "level": 9, "text": "一"}]), "应是1至4级"),
        (broken(blocks=[{"kind": "heading", "level": True, "text": "一"}]), "应是1至4级"),
        (broken(blocks=[{"kind": "table", "head": ["甲", "乙"], "rows": [["1"]]}]), "格数与表头不一致"),
        (broken(blocks=[{"kind": "table", "head": ["甲"], "rows": [["1"]], "widths": [0]}]), "列宽比例"),
        (broken(signers=[{"name": "王", "seal": "x"}]), "不认识的项目“seal”"),
        (broken(title="长" * 100_001), "应是文字"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(plain, sentence):
    with pytest.raises(UserError, match=sentence):
        from_plain(plain)
