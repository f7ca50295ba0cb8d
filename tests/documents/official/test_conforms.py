"""What we print keeps every clause that can be measured on its PDF."""

from datetime import date

import pytest

from jizhou_desktop.documents.raster import text
from jizhou_desktop.domain.document import Annex, Heading, Layout, Paragraph, Signer, Table

from .conftest import SENTENCE, document

LEVELS = [
    Heading(1, "一、总体要求"),
    Paragraph(SENTENCE * 2),
    Heading(2, "（一）目标任务"),
    Paragraph(SENTENCE),
    Paragraph(SENTENCE, lead="1.明确任务。", lead_level=3),
    Paragraph(SENTENCE, lead="（1）落实责任。", lead_level=4),
]
TABLE = Table(["路径", "任务", "完成率"], [["向科技型企业转型", "20", "75.0%"]] * 30, (5, 2, 2), "任务表", "家", "lcr")
WIDE = Table(["单位", *"一二三四五六七八"], [["渔阳镇", *"12345678"]] * 40, wide=True)


@pytest.mark.parametrize(
    "made",
    [
        document(),
        document(blocks=LEVELS),
        document(blocks=[*LEVELS, TABLE, Paragraph(SENTENCE)]),
        document(copy_number="000012", secrecy="机密★1年", urgency="特急"),
        document(stamped=False),
        document(note=""),
        document(copies_to="区委办公室，区人大常委会办公室，区政协办公室，区纪委监委，区人民法院，区人民检察院，各人民团体"),
        document(annexes=[Annex("2020年任务分解表", [TABLE])]),
        document(annexes=[Annex("2020年任务分解表", [TABLE]), Annex("责任分工表", [WIDE])]),
        document(
            signers=[Signer("王样例")], addressees="区人民政府", number="渔政报〔2020〕3号",
            title="关于拨付2020年智能化技术改造专项资金的请示",
        ),
        document(signers=[Signer("王样例"), Signer("李明"), Signer("欧阳样例")], addressees="区人民政府"),
        document(
            offices=["天津市蓟州区工业和信息化局", "天津市蓟州区财政局", "天津市蓟州区科学技术局"],
            signed=["区工业和信息化局", "区财政局", "区科学技术局"], number="蓟工信发〔2020〕12号",
        ),
        document(layout=Layout.LETTER, number="渔政函〔2020〕6号", title="关于推荐2020年创新转型企业的函"),
        document(layout=Layout.LETTER, number="渔政函〔2020〕6号", title="关于推荐企业的函", blocks=LEVELS * 2),
        document(
            layout=Layout.MINUTES, title="中小企业创新转型工作推进会议纪要", addressees="", signed=[], note="",
            attended=["王样例", "李样例", "赵样例"] * 5, excused=["郑样例"], observers=["冯样例"],
        ),
    ],
    ids=["plain", "levels", "table", "corner", "unstamped", "no note", "copies", "annex", "wide annex", "upward",
         "three signers", "joint", "letter", "long letter", "minutes"],
)  # fmt: skip
def test_a_document_keeps_the_standard(faults, made):
    assert faults(made) == []


@pytest.mark.parametrize("sentences", range(1, 40))
def test_the_signature_never_stands_alone_whatever_the_length(faults, sentences):
    """此页无正文 never occurs: where the signature would be alone on a page, lines of the body go with it."""
    made = document(blocks=[Paragraph("一" * 20 + "。")] * sentences)
    assert faults(made) == []


@pytest.mark.parametrize("rows", range(1, 40))
def test_nor_does_it_under_a_table_of_whatever_length(faults, rows):
    table = Table(["路径", "任务"], [["向科技型企业转型", "1"]] * rows)
    assert faults(document(blocks=[Paragraph(SENTENCE), table])) == []


def test_every_word_is_on_paper_and_in_order(write):
    file, printed = write(document(blocks=LEVELS, annexes=[Annex("任务分解表", [TABLE])]))
    words = "".join(text(file, page) for page in range(1, printed.pages + 1))
    flat = "".join(words.split())
    order = ("渔政发〔2020〕6号", "一、总体要求", "（一）目标任务", "附件：任务分解表", "2020年12月30日")
    places = [flat.index(said) for said in order]
    assert places == sorted(places)
    assert "此页无正文" not in flat


def test_a_table_that_goes_on_repeats_its_head(write):
    file, printed = write(document(blocks=[TABLE]))
    assert printed.pages > 1
    assert "（续表）" in text(file, printed.pages)
    assert "完成率" in text(file, printed.pages)


def test_a_table_that_fits_nowhere_begins_whole_on_the_next_page(write):
    file, _ = write(document(blocks=[Paragraph(SENTENCE * 6), Table(["甲", "乙"], [["1", "2"]])]))
    assert "（续表）" not in "".join(text(file, page) for page in (1, 2))


def test_a_rare_character_is_drawn_from_another_face(write):
    _, printed = write(document(blocks=[Paragraph("垚喆堃旸翀峣同志")], dated=date(2020, 1, 1)))
    assert printed.missing == ()


def test_a_character_no_face_has_is_told(write):
    _, printed = write(document(blocks=[Paragraph("\U00017000同志")]))
    assert printed.missing == ("\U00017000",)


def test_the_same_document_gives_the_same_bytes(write):
    first, _ = write(document(), "a.pdf")
    second, _ = write(document(), "b.pdf")
    assert first.read_bytes() == second.read_bytes()
