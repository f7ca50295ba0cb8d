"""Workbooks made to do harm, each by one trick. `KINDS` names them for the test."""

import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

from tests.exchange.old_workbooks import book, compound, record, text_cell

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_ONE = '<sheet name="S" sheetId="1" r:id="r1"/>'
_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{_OFFICE}"><sheets>{_ONE}</sheets></workbook>'
)
_RELATIONS = _ROOT.replace('officeDocument" Target="xl/workbook.xml', 'worksheet" Target="worksheets/sheet1.xml')
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = "</sheetData></worksheet>"
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_MB = 1 << 20


def workbook(file: Path, sheet: bytes | str, extra: Mapping[str, bytes] | None = None) -> None:
    """An xlsx whose only worksheet is the given XML."""
    parts = {
        "[Content_Types].xml": _TYPES, "_rels/.rels": _ROOT, "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": _RELATIONS, "xl/worksheets/sheet1.xml": sheet,
    }  # fmt: skip
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **(extra or {})}.items():
            archive.writestr(name, content)


def _huge_cell(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _ROOT), ("xl/workbook.xml", _BOOK)):
            archive.writestr(name, content)
        archive.writestr("xl/_rels/workbook.xml.rels", _RELATIONS)
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'{_SHEET}<row r="1"><c r="A1" t="inlineStr"><is><t>'.encode())
            for _ in range(200):
                part.write(b"A" * _MB)
            part.write(f"</t></is></c></row>{_END}".encode())


def _million_columns(file: Path) -> None:
    cells = "".join("<c><v>1</v></c>" for _ in range(1_000_000))
    workbook(file, f'{_SHEET}<row r="1">{cells}</row>{_END}')


def _far_corner(file: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    workbook(file, f"{_SHEET}{cells}{_END}")


def _corner_within_each_limit(file: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999"><c r="SF99999"><v>1</v></c></row>'
    workbook(file, f"{_SHEET}{cells}{_END}")


def _absurd_reference(file: Path) -> None:
    workbook(file, f'{_SHEET}<row r="1"><c r="{"Z" * 5000}{"9" * 5000}"><v>1</v></c></row>{_END}')


def _entities(file: Path) -> None:
    steps = "".join(f'<!ENTITY a{step} "{f"&a{step - 1};" * 10}">' for step in range(1, 10))
    bomb = f'<?xml version="1.0"?><!-- hidden --><!DOCTYPE x [<!ENTITY a0 "ha">{steps}]>'
    workbook(file, f'{bomb}{_SHEET}<row r="1"><c r="A1" t="str"><v>&a9;</v></c></row>{_END}')


def _entities_in_utf_16(file: Path) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]>{_SHEET}{_END}'
    workbook(file, text.encode("utf-16"))


def _outside_entity(file: Path) -> None:
    workbook(file, f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{_SHEET}{_END}')


def _swollen_part(file: Path) -> None:
    workbook(file, f"{_SHEET}{_END}", {"xl/media/image1.png": bytes(300 * _MB)})


def _lying_about_its_size(file: Path) -> None:
    """A part that says it is short, in both of the zip's tables, and is not."""
    workbook(file, f"{_SHEET}{_END}", {"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * (40 * _MB) + b"</sst>"})
    data = bytearray(file.read_bytes())
    real = struct.pack("<I", 5 * 40 * _MB + 11)
    place = data.find(real)
    while place >= 0:
        data[place : place + 4] = struct.pack("<I", 1000)
        place = data.find(real, place + 4)
    file.write_bytes(bytes(data))


def _one_part_listed_often(file: Path) -> None:
    """One small sheet that is to be read five thousand times."""
    listed = "".join(f'<sheet name="S{number}" sheetId="{number}" r:id="r1"/>' for number in range(1, 5000))
    cells = '<row r="1"><c><v>1</v></c></row><row r="90000"><c r="A90000"><v>1</v></c></row>'
    workbook(file, f"{_SHEET}{cells}{_END}", {"xl/workbook.xml": _BOOK.replace(_ONE, listed).encode()})


def _not_quite_xml(file: Path) -> None:
    """What a lenient reader takes for a worksheet and a strict one does not see."""
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    workbook(file, f"<{_SHEET}{cells}{_END}")


def _many_merges(file: Path) -> None:
    blocks = '<mergeCell ref="A1:B2"/>' * 1_000_000
    workbook(file, f"{_SHEET}</sheetData><mergeCells>{blocks}</mergeCells></worksheet>")


def _many_strings(file: Path) -> None:
    workbook(file, f"{_SHEET}{_END}", {"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * (20 * _MB) + b"</sst>"})


def _xls_that_announces_billions(file: Path) -> None:
    announced = record(0x0200, struct.pack("<IIHHH", 0, 0xFFFFFFF0, 0, 0xFFF0, 0))
    file.write_bytes(compound([("Workbook", book(announced + text_cell(0, 0, "a")))]))


def _many_members(file: Path) -> None:
    workbook(file, f"{_SHEET}{_END}", {f"xl/media/{number}": b"" for number in range(20_000)})


def _truncated(file: Path) -> None:
    book = Workbook()
    for _ in range(200):
        book.active.append(["天津样例有限公司"] * 20)
    book.save(file)
    file.write_bytes(file.read_bytes()[:-400])


def _broken_xml(file: Path) -> None:
    workbook(file, f"{_SHEET}<row><c></row>")


def _locked_xlsx(file: Path) -> None:
    file.write_bytes(compound([("EncryptionInfo", b"x"), ("EncryptedPackage", b"y" * 9000)]))


def _locked_xls(file: Path) -> None:
    file.write_bytes(compound([("Workbook", book(text_cell(0, 0, "企业名称"), password=True))]))


def _far_corner_xls(file: Path) -> None:
    file.write_bytes(compound([("Workbook", book(text_cell(0, 0, "a") + text_cell(65_535, 255, "b")))]))


def _circular_xls(file: Path) -> None:
    """A compound file whose allocation table leads back to its own beginning."""
    data = bytearray(compound([("Workbook", book(text_cell(0, 0, "a")))]))
    table = len(data) - 512
    struct.pack_into("<I", data, table + 7 * 4, 0)
    file.write_bytes(bytes(data))


def _word_document(file: Path) -> None:
    file.write_bytes(compound([("WordDocument", b"x" * 5000)]))


def _repeated_ods(file: Path) -> None:
    open_document(file, 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"')


def open_document(file: Path, rows: str, columns: str) -> None:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">'
        f'<table:table-row {rows}><table:table-cell office:value-type="string" {columns}><text:p>a</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)


def _zip_of_something_else(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")


def _web_page(file: Path) -> None:
    file.write_text("<html><table><tr><td>企业名称</td></tr></table></html>", encoding="gb18030")


def _endless_csv_cell(file: Path) -> None:
    file.write_bytes(b'name\n"' + b"a" * (50 * _MB))


def _wide_csv(file: Path) -> None:
    file.write_bytes(b"," * 1_000_000)


def _noise(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 4000)


def _too_large(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(200 * _MB)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _picture(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(4000))


def _zip_within_zips(file: Path) -> None:
    """A small zip that unfolds to another, and so on: nobody opens what lies within."""
    inner = file.with_name("inner.zip")
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", bytes(200 * _MB))
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(10):
            archive.write(inner, f"{number}.zip")
    inner.unlink()


def _half_a_csv(file: Path) -> None:
    file.write_bytes('企业名称,住所\n甲厂,"'.encode() + b"x" * 40_000)


def _made_of_xml(file: Path) -> None:
    """What Excel 2003 called an XML table, with a bomb in its head."""
    file.write_text('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook/>', encoding="utf-8")


KINDS: Mapping[str, tuple[str, Callable[[Path], None]]] = {
    "a cell of 200 MB": ("xlsx", _huge_cell),
    "a million columns": ("xlsx", _million_columns),
    "a cell in the last corner": ("xlsx", _far_corner),
    "rows and columns within limits, cells not": ("xlsx", _corner_within_each_limit),
    "a reference of ten thousand characters": ("xlsx", _absurd_reference),
    "an entity bomb behind a comment": ("xlsx", _entities),
    "entities in UTF-16": ("xlsx", _entities_in_utf_16),
    "an entity from outside": ("xlsx", _outside_entity),
    "a swollen picture": ("xlsx", _swollen_part),
    "a part that lies about its size": ("xlsx", _lying_about_its_size),
    "one part listed five thousand times": ("xlsx", _one_part_listed_often),
    "a worksheet that only a lenient reader sees": ("xlsx", _not_quite_xml),
    "a million merged blocks": ("xlsx", _many_merges),
    "twenty million shared strings": ("xlsx", _many_strings),
    "an xls that announces billions of rows": ("xls", _xls_that_announces_billions),
    "twenty thousand parts": ("xlsx", _many_members),
    "a truncated workbook": ("xlsx", _truncated),
    "broken XML": ("xlsx", _broken_xml),
    "a password on xlsx": ("xlsx", _locked_xlsx),
    "a password on xls": ("xls", _locked_xls),
    "a cell in the last corner of an xls": ("xls", _far_corner_xls),
    "an xls that runs in a circle": ("xls", _circular_xls),
    "a Word document called xls": ("xls", _word_document),
    "an ods row repeated a million times": ("ods", _repeated_ods),
    "a Word document called xlsx": ("xlsx", _zip_of_something_else),
    "a web page called xls": ("xls", _web_page),
    "an endless csv cell": ("csv", _endless_csv_cell),
    "a csv of a million columns": ("csv", _wide_csv),
    "noise called csv": ("csv", _noise),
    "a file of 200 MB": ("xlsx", _too_large),
    "an empty file": ("xlsx", _empty),
    "a picture called xlsx": ("xlsx", _picture),
    "zips within a zip": ("xlsx", _zip_within_zips),
    "a csv that ends within quotes": ("csv", _half_a_csv),
    "an XML table with entities": ("xls", _made_of_xml),
}


def _odd(name: str) -> Callable[[Path], None]:
    """A roster of one row beside which something lies that must not run, load or be followed."""
    row = f'{_SHEET}<row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c></row>'
    cells = {
        "cyclic": '<c r="A2"><f>B2</f></c><c r="B2"><f>A2</f></c>',
        "dde": '<c r="A2" t="str"><f>cmd|\' /C calc\'!A0</f><v>甲厂</v></c>',
        "web": '<c r="A2" t="str"><f>WEBSERVICE("http://example.invalid/")</f><v>甲厂</v></c>',
    }.get(name, '<c r="A2" t="str"><v>甲厂</v></c>')
    beside = {
        "macro": {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(9000)},
        "link": {
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": b'<Relationships><Relationship Id="r1" '
            b'Target="//server/share/book.xlsx" TargetMode="External"/></Relationships>',
        },
    }.get(name, {})
    return lambda file: workbook(file, f'{row}<row r="2">{cells}</row>{_END}', beside)


READABLE: Mapping[str, tuple[str, Callable[[Path], None]]] = {
    "formulas that refer to one another": ("xlsx", _odd("cyclic")),
    "a formula that starts a program": ("xlsx", _odd("dde")),
    "a formula that asks the network": ("xlsx", _odd("web")),
    "a macro": ("xlsm", _odd("macro")),
    "a link to another workbook": ("xlsx", _odd("link")),
    "an xlsx called csv": ("csv", _odd("plain")),
    "an xlsx called xls": ("xls", _odd("plain")),
}
"""What is read all the same, by its content: nothing runs, nothing is followed."""
