"""Which part of an xlsx file holds which worksheet."""

import posixpath
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def worksheet_parts(file: Path) -> list[tuple[str, str]]:
    """Each worksheet's name and its part's name in small letters. Only for a file that was looked over before.

    Empty where the file is no xlsx. Raises ParseError where its list of sheets is broken.
    """
    with zipfile.ZipFile(file) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        if _BOOK not in names or _RELATIONS not in names:
            return []
        book = ET.fromstring(archive.read(names[_BOOK]))  # noqa: S314  — no DOCTYPE came through
        relations = ET.fromstring(archive.read(names[_RELATIONS]))  # noqa: S314
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    return [
        (element.get("name", ""), _resolved(targets.get(_relation_id(element), "")))
        for element in book.iter()
        if element.tag.rpartition("}")[2] == "sheet"
    ]


def _relation_id(element: ET.Element) -> str:
    return next((value for key, value in element.items() if key.endswith("}id")), "")


def _resolved(target: str) -> str:
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower()
