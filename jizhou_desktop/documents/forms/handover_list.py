"""数据移交清单: what a package holds, its digest in figures and as a QR code, signed by both sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from jizhou_desktop.documents.forms.form_page import FormPaper
from jizhou_desktop.documents.forms.grid import Cell, Row, label, sided
from jizhou_desktop.documents.forms.opinions import Opinion, opinion_rows
from jizhou_desktop.domain.face import Role

_A_GROUP, _GROUPS_A_LINE = 4, 8


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
    sides = [Opinion("移交单位", signs="移交人"), Opinion("接收单位", signs="接收人")]
    rows = [
        Row([label("报送单位", 2), Cell(handed.office, 3)]),
        Row([label("年度", 2), Cell(f"{handed.year}年"), label("报送次数"), Cell(f"第{handed.sequence}次")]),
        Row([label("导出时间", 2), Cell(handed.made_at), label("经办人"), Cell(handed.made_by)]),
        Row([label("文件名", 2), Cell(handed.file, 3)]),
        *sided(
            "数据内容",
            [
                Row([label("种类", 2), label("数量", 2)], 8, keep=True),
                *(_count(kind, f"{count:,}条") for kind, count in handed.counts),
                _count("合计", f"{total:,}条", Role.HEI),
                _count("佐证材料", f"{handed.evidence:,}件"),
            ],
        ),
        Row([label("摘要\n（SHA-256）", 2), Cell(_in_lines(handed.digest.upper()), 3, Role.SONG, 10.5)], 14),
        *sided("移交签收", opinion_rows(sides, (2, 2))),
    ]
    return FormPaper(
        title="数据移交清单",
        columns=(10, 22, 51, 28, 54),
        rows=rows,
        right=f"摘要前16位：{_grouped(handed.digest[:16].upper())}",
        notes=[
            "1. 本清单随数据包一并报送，一式两份，移交单位和接收单位各执一份。",
            "2. 接收时核对：导入数据包后显示的摘要应与本清单一致，不一致的不得接收。",
            "3. 扫描右侧二维码可读出单位、年度、次数和摘要。",
        ],
        qr=f"JZDT {handed.office} {handed.year}-{handed.sequence} {handed.digest}",
    )


def _count(kind: str, count: str, role: Role = Role.FANGSONG) -> Row:
    return Row([Cell(kind, 2, role, align="center"), Cell(count, 2, role, align="center")], 8)


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + _A_GROUP] for start in range(0, len(digest), _A_GROUP))


def _in_lines(digest: str) -> str:
    """The digest in lines of like length, to be compared group by group."""
    a_line = _A_GROUP * _GROUPS_A_LINE
    return "\n".join(_grouped(digest[start : start + a_line]) for start in range(0, len(digest), a_line))
