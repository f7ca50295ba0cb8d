"""数据移交清单: what a package holds, its digest in figures and as a QR code, signed by both sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.domain.face import Role

_SIGNED = "（签字、盖章）　　年　　月　　日"


@dataclass(frozen=True)
class HandoverList:
    """What the list says of one package. `counts` are pairs of a kind of record and how many there are."""

    office: str
    year: int
    sequence: int
    made_at: str
    made_by: str
    counts: Sequence[tuple[str, int]]
    evidence: int
    file: str
    digest: str


def handover_paper(handed: HandoverList) -> FormPaper:
    """The list's rows. The QR code says office, year, sequence and digest, for a reader at the district's desk."""
    total = sum(count for _, count in handed.counts)
    digest = handed.digest.upper()
    rows = [
        Row([label("报送单位"), Cell(handed.office, 3)]),
        Row([label("年度"), Cell(f"{handed.year}年"), label("报送次数"), Cell(f"第{handed.sequence}次")]),
        Row([label("导出时间"), Cell(handed.made_at), label("经办人"), Cell(handed.made_by)]),
        Row([label("文件名"), Cell(handed.file, 3)]),
        Row([Cell("数据内容", 4, Role.HEI, 11)], 8, keep=True),
        Row([label("种类", 2), label("条数", 2)], 8, keep=True),
        *(Row([Cell(kind, 2), Cell(f"{count:,}", 2, align="right")], 8) for kind, count in handed.counts),
        Row([Cell("合计", 2, Role.HEI), Cell(f"{total:,}", 2, Role.HEI, align="right")], 8),
        Row([label("佐证材料"), Cell(f"{handed.evidence:,}件", 3)], 8),
        Row([label("摘要"), Cell(_grouped(digest), 3, Role.SONG, 10)], 14),
        Row([label("移交人"), Cell("", foot=_SIGNED, size=9), label("接收人"), Cell("", foot=_SIGNED, size=9)], 34),
    ]
    return FormPaper(
        title="数据移交清单",
        columns=(3, 6, 3, 6),
        rows=rows,
        right=f"摘要前16位：{_grouped(digest[:16])}",
        notes=[
            "接收时核对：导入数据包后显示的摘要应与本清单一致，不一致的不得接收。",
            "扫描右侧二维码可读出单位、年度、次数和摘要。",
        ],
        qr=f"JZDT {handed.office} {handed.year}-{handed.sequence} {handed.digest}",
    )


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))
