"""Writes a volume: cover, 卷内目录, then every PDF and picture, numbered through at the foot."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jizhou_desktop.documents.fonts.faces import Faces
from jizhou_desktop.documents.forms.dossier_cover import DossierCover, write_dossier_cover
from jizhou_desktop.documents.forms.form_page import write_form
from jizhou_desktop.documents.forms.ledger import Ledger, LedgerColumn, ledger_paper
from jizhou_desktop.documents.raster import page_count
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.documents.volume.binder import Binder
from jizhou_desktop.documents.volume.pictures import jpegs_of
from jizhou_desktop.domain.attachment import Look
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Role
from jizhou_desktop.files.whole import whole_file

Report = Callable[[int, int, str], None]
"""Told (done, total, what is being done); it may raise to stop the work."""

_COLUMNS = (
    LedgerColumn("序号", 2, "center"),
    LedgerColumn("所属", 6),
    LedgerColumn("种类", 4.5),
    LedgerColumn("题名", 8),
    LedgerColumn("日期", 3.6, "center"),
    LedgerColumn("页次", 3, "center"),
    LedgerColumn("备注", 4),
)
_NUMBER_SIZE, _FROM_FOOT = 12.0, 9.0
_MOST_BYTES = 400 << 20
"""PDFium holds what it binds: more than this would not fit an old machine beside the window."""


@dataclass(frozen=True)
class VolumeItem:
    """One piece: the file and what it is, the record it belongs to in words, kind, title and date as printed."""

    file: Path
    look: Look
    whose: str
    kind: str
    title: str
    dated: str
    name: str


@dataclass(frozen=True)
class Bound:
    """What was written: pages in all, and a sentence for each piece that could not be bound."""

    pages: int
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Row:
    """A piece's line in the contents; `first` is 0 where it is not bound."""

    item: VolumeItem
    first: int
    last: int
    note: str = ""


def write_volume(
    cover: DossierCover, items: Sequence[VolumeItem], path: Path, faces: Faces, *, created: datetime, report: Report
) -> Bound:
    """Writes the volume. What is neither PDF nor picture, or cannot be read, stands in the contents with a note.

    Numbers begin at 1 behind the contents, as archives count. Raises UserError where it would be too large or cannot
    be written.
    """
    size = sum(item.file.stat().st_size for item in items if item.look is Look.PDF)
    if size > _MOST_BYTES:
        raise UserError(f"要合并的PDF共{size >> 20}MB，超过{_MOST_BYTES >> 20}MB，请按记录分别导出。")
    with (
        tempfile.TemporaryDirectory(prefix="jizhou-") as folder,
        tempfile.TemporaryFile() as aside,
        Binder(aside) as body,
    ):
        work = Path(folder)
        rows = [_bind(body, item, done, len(items), report) for done, item in enumerate(items)]
        report(len(items), len(items), "正在编页码…")
        _number(body, work / "numbers.pdf", faces, created)
        write_dossier_cover(cover, work / "cover.pdf", faces, created=created)
        write_form(ledger_paper(_contents(cover, rows)), work / "contents.pdf", faces, created=created)
        for paper in ("contents.pdf", "cover.pdf"):
            body.put_in_front(work / paper)
        report(len(items), len(items), "正在写出…")
        with whole_file(path, check=page_count) as out:
            body.save(out)
        return Bound(body.pages, tuple(f"“{row.item.title}”：{row.note}" for row in rows if row.note))


def _bind(body: Binder, item: VolumeItem, done: int, total: int, report: Report) -> _Row:
    said = f"正在合并第{done + 1}份，共{total}份：{item.title[:24]}…"
    report(done, total, said)
    first = body.pages + 1
    note = "" if item.look is not Look.OTHER else f"非PDF、图片，未装入（{item.name}）"
    try:
        if item.look is Look.PDF:
            for _ in body.add_pdf(item.file):
                report(done, total, said)
        elif item.look is Look.PICTURE:
            for jpeg in jpegs_of(item.file):
                body.add_jpeg(jpeg)
                report(done, total, said)
    except UserError as error:
        note = f"{error}，未装入" if body.pages < first else f"{error}，只装入前{body.pages - first + 1}页"
    return _Row(item, first if body.pages >= first else 0, body.pages, note)


def _number(body: Binder, stamps: Path, faces: Faces, created: datetime) -> None:
    if not body.pages:
        return
    sheet = Sheet(stamps, faces, title="页码", created=created)
    for number, (width, height) in enumerate(body.sizes, start=1):
        sheet.page(width, height)
        said = str(number)
        left = (width - sheet.width(said, Role.SONG, _NUMBER_SIZE)) / 2
        sheet.text(left, height - _FROM_FOOT, said, Role.SONG, _NUMBER_SIZE)
    sheet.finish()
    for _ in body.stamp(stamps):
        pass


def _contents(cover: DossierCover, rows: Sequence[_Row]) -> Ledger:
    """Where all belongs to one record, it is named above the table and not in every row."""
    several = len({row.item.whose for row in rows}) > 1
    lines = [
        [str(place), row.item.whose, row.item.kind, row.item.title, row.item.dated, _pages(row), row.note]
        for place, row in enumerate(rows, start=1)
    ]
    return Ledger(
        title="卷内目录",
        columns=_COLUMNS if several else [*_COLUMNS[:1], *_COLUMNS[2:]],
        rows=lines if several else [[*line[:1], *line[2:]] for line in lines],
        left=cover.name if several else f"{cover.name}　{rows[0].item.whose}",
        signs=("立卷人", "检查人", "立卷日期"),
    )


def _pages(row: _Row) -> str:
    if not row.first:
        return ""
    return str(row.first) if row.first == row.last else f"{row.first}—{row.last}"
