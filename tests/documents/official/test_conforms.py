"""What we print keeps every clause that can be measured on its PDF."""

from dataclasses import replace
from datetime import date

import pytest

from jizhou_desktop.documents.conform.lines import read_lines
from jizhou_desktop.documents.page_content import read_pages
from jizhou_desktop.documents.raster import text
from jizhou_desktop.domain.document import Annex, Heading, Layout, Paragraph, SignatureStamp, Signer, Table

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


LONG = [
    "天津市蓟州区工业和信息化局",
    "天津市蓟州区规划和自然资源局蓟州新城分局",
    "天津市蓟州区人力资源和社会保障局",
]
SHORT = ["区工业和信息化局", "区财政局", "区商务局"]
OFFICES = [f"天津市蓟州{name}" for name in SHORT]
TALL = Table(
    ["序号", "单位名称", "完成率", "联系电话"], [[str(row), "某镇", "75.0%", "022-29142233"] for row in range(1, 40)],
    (1, 9, 1, 1), "任务表", "家", "clcc", note="完成率为完成数除以任务数。",
)  # fmt: skip
LATIN = "请登录https://www.example.gov.cn/apply?form=TB-0301&place=120119填报GB/T 9704-2012，代码91350100M000100Y43，"
QUOTES = "贯彻《关于印发〈新一轮行动计划（2020年）〉的通知》（津蓟州政发〔2020〕8号）精神，做到“一企一策”“一企一档”；"
ANNEX = "2020年度第{}批中小企业创新转型项目专项资金安排情况一览表"
ANNEXES = [Annex(ANNEX.format(number), [Paragraph(SENTENCE)]) for number in range(1, 13)]
SIGNERS = [Signer("王样例"), Signer("李明"), Signer("赵样"), Signer("欧阳样例")]
ORDER = document(
    layout=Layout.ORDER, offices=["天津市蓟州区人民政府"], number="第1号", title="蓟州区人民政府令", addressees="",
    signed=[], note="", signature_stamp=SignatureStamp("区长", "王样例"),
)  # fmt: skip


@pytest.mark.parametrize(
    "made",
    [
        document(blocks=[Paragraph("请认真贯彻执行。")]),
        document(offices=LONG[:2], signed=LONG[:2]),
        document(offices=LONG, signed=LONG, title="关于联合开展2020年中小企业创新转型专项资金使用情况检查工作的通知"),
        document(offices=LONG[:2], signed=LONG[:2], stamped=False),
        document(offices=LONG, signed=LONG, stamped=False),
        document(offices=OFFICES, signed=SHORT, stamped=False),
        document(signed=["区商务局"], stamped=False),
        document(title=f"{' '.join(LONG)}关于印发2020年行动计划的通知", offices=LONG, signed=LONG),
        document(addressees="，".join(["西龙虎峪镇人民政府"] * 26)),
        document(annexes=ANNEXES),
        document(blocks=[Paragraph(SENTENCE), TALL], annexes=[Annex("任务表", [Paragraph(SENTENCE)])]),
        document(blocks=[Paragraph(LATIN * 3), Paragraph("𬺓、垚、喆、堃、旸、翀、峣同志" * 5), Paragraph(QUOTES * 4)]),
        document(note="此件主动公开，联系人：王样例，联系电话：022-29142233，请于2021年1月15日前反馈"),
        document(secrecy="机密★1年"),
        document(urgency="特急"),
        document(signature_stamp=SignatureStamp("镇长", "王样例"), signed=[]),
        document(signers=SIGNERS, addressees="区人民政府"),
        document(
            layout=Layout.LETTER, number="渔政函〔2020〕6号", title="关于推荐企业的函", copy_number="000012",
            secrecy="机密★1年", urgency="特急", copies_to="区财政局",
        ),
        document(
            layout=Layout.MINUTES, title="工作推进会议纪要", addressees="", signed=[], note="",
            attended=["王样例", "李明", "欧阳样例"] * 10, observers=["区工业和信息化局 王样例"],
        ),
        ORDER,
        replace(ORDER, blocks=LEVELS * 2),
        document(both_sides=True, blocks=[Paragraph(SENTENCE * 9)]),
    ],
    ids=["one line", "two long names", "three long names", "two unstamped", "three unstamped", "short unstamped",
         "date longer", "names in title", "addressees", "many annexes", "table before annex", "signs", "long note",
         "secrecy", "urgency", "own stamp", "four signers", "full letter", "many came", "order", "long order",
         "both sides"],
)  # fmt: skip
def test_the_hard_ones_keep_the_standard_too(faults, made):
    assert faults(made) == []


def test_an_order_has_neither_title_nor_addressees_nor_a_red_line(write):
    file, _ = write(replace(ORDER, title="蓟州区人民政府关于公布办法的命令", addressees="各乡镇"))
    assert "各乡镇" not in text(file, 1)
    assert "关于公布办法" not in text(file, 1)
    assert not [rule for rule in read_pages(file)[0].rules if rule.colour[0] > 180]


def test_names_of_minutes_stand_in_columns(write):
    file, _ = write(
        document(
            layout=Layout.MINUTES, title="会议纪要", addressees="", signed=[], note="",
            blocks=[Paragraph("会议要求。")],
            attended=["王样例", "李明", "欧阳样例", "赵样例", "郑样", "冯样例"] * 2,
        )
    )  # fmt: skip
    lines = [line for line in read_lines(read_pages(file)[0]).lines if "样" in line.text and abs(line.size - 16) < 0.1]
    begins = {round(glyph.x, 1) for line in lines for glyph in line.glyphs if glyph.text in "王李欧赵郑冯"}
    assert len(lines) == 3
    assert len(begins) == 4


def test_a_figure_in_a_narrow_column_is_not_parted(write):
    file, _ = write(document(blocks=[TALL]))
    words = text(file, 2).split()
    assert "022-29142233" in words
    assert "75.0%" in words


def test_an_opening_mark_keeps_the_indent_of_its_paragraph(write):
    """Drawn together, a paragraph that begins with 《 would begin left of its two characters."""
    begun = "《蓟州区促进中小企业创新转型办法》已经2020年7月15日区人民政府第60次常务会议通过，现予公布。"
    file, _ = write(document(blocks=[Paragraph(begun)]))
    marks = [glyph for glyph in read_pages(file)[0].glyphs if glyph.text == "《"]
    assert marks[0].x == pytest.approx(28 + 2 * 156 / 28, abs=0.05)


def test_an_annex_and_its_turned_row_stay_on_one_page(write):
    file, _ = write(document(annexes=ANNEXES))
    pages = [read_lines(page).lines for page in read_pages(file)[:3]]
    assert all("附件" in page[0].text or page[0].left < 65 for page in pages), "a page does not begin in an entry"


def test_a_title_with_blanks_between_offices_is_centred_without_them(write):
    said = {"offices": LONG, "signed": LONG, "title": " ".join(LONG) + "关于印发行动计划的通知"}
    file, _ = write(document(**said))
    lines = [line for line in read_lines(read_pages(file)[0]).lines if abs(line.size - 22) < 0.1]
    assert [line.text for line in lines[:3]] == LONG
    assert all(abs(line.middle - 106) < 0.5 for line in lines)


@pytest.mark.parametrize("sentences", range(1, 40))
def test_the_signature_never_stands_alone_whatever_the_length(faults, sentences):
    """此页无正文 never occurs: where the signature would be alone on a page, lines of the body go with it."""
    made = document(blocks=[Paragraph("一" * 20 + "。")] * sentences)
    assert faults(made) == []


@pytest.mark.parametrize("rows", range(1, 40))
def test_nor_does_it_under_a_table_of_whatever_length(faults, rows):
    table = Table(["路径", "任务"], [["向科技型企业转型", "1"]] * rows)
    assert faults(document(blocks=[Paragraph(SENTENCE), table])) == []


def test_the_stamps_of_three_offices_do_not_stand_alone_under_a_table(faults):
    """Their signature takes more than half a page."""
    for rows in (18, 26, 30):
        table = Table(["路径", "任务"], [["向科技型企业转型", "1"]] * rows, note="按月统计。")
        assert faults(document(offices=LONG, signed=LONG, blocks=[Paragraph(SENTENCE), table])) == []


@pytest.mark.parametrize("rows", [1, 20, 21, 41])
@pytest.mark.parametrize("said", [{}, {"note": ""}], ids=["note", "no note"])
def test_nor_does_a_signature_without_stamp_stand_alone_under_a_table(faults, rows, said):
    """It has no blank row to spare, and the table's rows are not drawn together."""
    table = Table(["路径", "任务"], [["向科技型企业转型", "1"]] * rows, title="任务表", note="按月统计。")
    assert faults(document(stamped=False, blocks=[Paragraph(SENTENCE), table], **said)) == []


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
