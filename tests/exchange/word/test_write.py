"""The Word file as a whole: the schema's order, faces that may be asked for, the same bytes each time."""

from dataclasses import replace
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from jizhou_desktop.domain.document import Annex, Layout, Paragraph, SignatureStamp, Signer
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role
from jizhou_desktop.exchange.word import write_word

from .conftest import MADE, NOTICE, WIDE, face, texts

ORDERS = {
    "pPr": ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "pBdr", "tabs",
            "kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid", "spacing",
            "ind", "jc", "textAlignment", "outlineLvl", "rPr", "sectPr"],
    "rPr": ["rStyle", "rFonts", "b", "i", "color", "spacing", "w", "kern", "position", "sz", "szCs", "lang"],
    # header and footer references are a choice among themselves
    "sectPr": ["headerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "vAlign",
               "titlePg", "docGrid"],
    "tblPr": ["tblStyle", "tblpPr", "tblOverlap", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout",
              "tblCellMar", "tblLook"],
    "trPr": ["cantSplit", "trHeight", "tblHeader", "jc"],
    "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "vAlign"],
    "tblBorders": ["top", "left", "bottom", "right", "insideH", "insideV"],
    "tcBorders": ["top", "left", "bottom", "right"],
    "tblCellMar": ["top", "left", "bottom", "right"],
    "tcMar": ["top", "left", "bottom", "right"],
}  # fmt: skip
"""ECMA-376 part 1, annex A (wml.xsd), as far as this writer uses it."""
UNORDERED = ("trPr",)
"""CT_TrPr is a choice: its members come in any order."""
PARTS = ("word/document.xml", "word/header", "word/footer")
KINDS = {
    "notice": NOTICE,
    "upward": replace(NOTICE, signers=[Signer("王一"), Signer("李二三")]),
    "joint": replace(NOTICE, offices=["区工业和信息化局", "区财政局"], signed=["区工业和信息化局", "区财政局"]),
    "letter": replace(NOTICE, layout=Layout.LETTER),
    "minutes": replace(NOTICE, layout=Layout.MINUTES, attended=["王一"], observers=["李二"]),
    "order": replace(NOTICE, layout=Layout.ORDER, signature_stamp=SignatureStamp("区长", "王样例")),
    "stamp": replace(NOTICE, signature_stamp=SignatureStamp("镇长", "王样例"), stamped=False),
    "annexes": replace(NOTICE, annexes=[Annex("甲", [WIDE]), Annex("乙", [Paragraph("略。"), WIDE]), Annex("丙", [])]),
}


@pytest.mark.parametrize("document", KINDS.values(), ids=KINDS)
def test_every_element_stands_where_the_schema_wants_it(document, tmp_path):
    """Word calls a file damaged where they do not."""
    write_word(document, tmp_path / "文.docx", created=MADE)
    seen = set()
    with ZipFile(tmp_path / "文.docx") as archive:
        for name in archive.namelist():
            if name.startswith(PARTS):
                for parent, order in ORDERS.items():
                    for found in parse_xml(archive.read(name)).iter(qn(f"w:{parent}")):
                        names = [child.tag.split("}")[1].replace("footerR", "headerR") for child in found]
                        assert set(names) <= set(order), f"{name} {parent}: {names}"
                        if parent not in UNORDERED:
                            assert names == sorted(names, key=order.index), f"{name} {parent}: {names}"
                        seen.add(parent)
    assert {"pPr", "rPr", "sectPr", "tblPr", "tcPr"} <= seen


@pytest.mark.parametrize("document", KINDS.values(), ids=KINDS)
def test_every_cell_ends_with_a_paragraph_and_every_header_has_one(document, tmp_path):
    """Word wants that too."""
    write_word(document, tmp_path / "文.docx", created=MADE)
    with ZipFile(tmp_path / "文.docx") as archive:
        for name in archive.namelist():
            if name.startswith(PARTS):
                root = parse_xml(archive.read(name))
                assert all(cell[-1].tag == qn("w:p") for cell in root.iter(qn("w:tc")))
                if not name.endswith("document.xml"):
                    assert root[-1].tag == qn("w:p")


def test_other_faces_may_be_asked_for(tmp_path):
    faces = dict.fromkeys(Role, "方正仿宋_GBK")
    write_word(NOTICE, tmp_path / "文.docx", created=MADE, faces=faces)
    assert face(Document(str(tmp_path / "文.docx")), "全区完成")[0] == "方正仿宋_GBK"


def test_word_is_told_what_stands_in_for_a_face_that_windows_lacks(word, tmp_path):
    word()
    with ZipFile(tmp_path / "文.docx") as archive:
        fonts = parse_xml(archive.read("word/fontTable.xml"))
    instead = {font.get(qn("w:name")): [name.get(qn("w:val")) for name in font] for font in fonts}
    assert instead["仿宋_GB2312"] == ["仿宋"]
    assert instead["黑体"] == []


def test_the_file_says_title_and_office(word):
    properties = word().core_properties
    assert properties.title == NOTICE.title.replace("\n", "")
    assert properties.author == NOTICE.offices[0]


@pytest.mark.parametrize(
    ("pasted", "written"),
    [("甲\x0b乙", "甲\n乙"), ("甲\x00\x1f乙", "甲乙"), ("甲\ufffe\ud800乙", "甲乙"), ("𬺓垚", "𬺓垚")],
    ids=["line break", "control", "no character", "rare"],
)
def test_characters_that_no_word_file_may_hold_are_left_out(word, pasted, written):
    document = word(blocks=[Paragraph(f"{pasted}。")], title=pasted)
    assert f"{written}。" in texts(document)


def test_a_title_longer_than_word_takes_for_a_property_is_cut_there_only(word):
    document = word(title="通报" * 150)
    assert len(document.core_properties.title) == 255
    assert "通报" * 150 in texts(document)


def test_the_same_document_gives_the_same_bytes(word, tmp_path):
    word()
    first = (tmp_path / "文.docx").read_bytes()
    word()
    assert (tmp_path / "文.docx").read_bytes() == first


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(UserError):
        write_word(NOTICE, tmp_path, created=MADE)
