"""A notice with every element, written for Word, and how to find and measure things in the file."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Annex, Heading, OfficialDocument, Paragraph, Table
from jizhou_desktop.exchange.word import write_word

MADE = datetime(2020, 12, 30, 9, 0, tzinfo=UTC)
OFFICE = "天津市蓟州区人民政府办公室"
TABLE = Table(["路径", "目标"], [["设备升级", "5"], ["专利提升", "7"]], unit="家", aligns="lr", widths=(3, 1))
WIDE = Table(["乡镇"] * 9, [["渔阳镇"] * 9], wide=True)
NOTICE = OfficialDocument(
    title=f"{OFFICE}关于\n2020年中小企业创新转型年终考核结果的通报",
    offices=[OFFICE],
    number="蓟州政办发〔2020〕8号",
    copy_number="000001",
    secrecy="秘密★1年",
    urgency="特急",
    addressees="各乡镇人民政府和街道办事处",
    blocks=[
        Heading(1, "一、总体情况"),
        Paragraph("全区完成42家。"),
        Heading(2, "（一）产业转型"),
        Paragraph("各部门按照职责推进。", lead="1.向科技型企业转型。", lead_level=3),
        TABLE,
    ],
    annexes=[Annex("各乡镇考核结果", [WIDE])],
    signed=["区政府办公室"],
    dated=date(2020, 12, 30),
    note="此件主动公开",
    copies_to="区委办公室，区人大常委会办公室",
    printed_by=OFFICE,
    printed_on=date(2020, 12, 31),
)
PLAIN = replace(NOTICE, annexes=(), copies_to="", note="", blocks=[Paragraph("全区完成42家。")], title="通报")
CELL = 156 / 28
"""The width of a character's cell, mm."""


@pytest.fixture
def word(tmp_path):
    """Writes a document and opens what was written."""

    def word(document=NOTICE, **changes):
        write_word(replace(document, **changes), tmp_path / "文.docx", created=MADE)
        return Document(str(tmp_path / "文.docx"))

    return word


def paragraph(document, text):
    """The first paragraph that holds a text."""
    return next(paragraph for paragraph in document.paragraphs if text in paragraph.text)


def texts(document):
    return [found.text for found in document.paragraphs]


def face(document, text):
    """Face and size in pt of the run that holds a text."""
    run = next(run for run in paragraph(document, text).runs if text in run.text)
    return run._r.rPr.rFonts.get(qn("w:eastAsia")), run.font.size.pt


def indents(found):
    """Left and right indent in characters."""
    form = found.paragraph_format
    return tuple(round((side or 0) / 36000 / CELL, 1) for side in (form.left_indent, form.right_indent))


def tabs(found):
    """The tab stops in mm from the paper's left edge."""
    return [round(28 + stop.position.mm, 1) for stop in found.paragraph_format.tab_stops]


def tops(document, begin=37.0):
    """Where the characters of each paragraph of a page begin, mm from the paper's upper edge.

    Word sets the baseline of a row of fixed height at four fifths of it; a character reaches 0.86 em above it.
    """
    y, found = begin, {}
    for row in document.paragraphs:
        form = row.paragraph_format
        height = form.line_spacing.mm
        y += form.space_before.mm
        size = row.runs[0].font.size.mm if row.runs else 0
        found.setdefault(row.text, round(y + 0.8 * height - 0.86 * size, 1))
        y += height * (row.text.count("\n") + 1)
    return found
