"""200 application forms: as separate files, and as one file of 200 pages."""

import tempfile
from pathlib import Path

from jizhou_desktop.documents.forms.form_page import FormPaper, draw_form, write_form
from jizhou_desktop.documents.forms.grid import Cell, Row, label
from jizhou_desktop.documents.sheet import Sheet
from jizhou_desktop.tasks import resources
from tests.bench.invented import NOW, enterprises
from tests.bench.measuring import tell_peak, timed

COUNT = 200
LABELS = (
    "企业名称", "信用代码", "法定代表人", "成立日期", "注册资本", "所属乡镇", "行业代码", "住所", "营业收入",
    "从业人员", "联系人", "联系电话", "备注", "经办人", "日期",
)  # fmt: skip


def form(answers: dict[str, str]) -> FormPaper:
    """One page of thirty cells."""
    said = [*answers.values(), "王样例", "13800000001", "", "李样例", "2020年12月20日"]
    cells = [cell for name, answer in zip(LABELS, said, strict=True) for cell in (label(name), Cell(answer))]
    rows = [Row(cells[start : start + 2], 12) for start in range(0, len(cells), 2)]
    return FormPaper("企业基本情况登记表", (1, 3), rows, left="渔阳镇", right="单位：万元")


def main() -> None:
    faces = resources.faces()
    papers = [form(answers) for answers in enterprises(COUNT)]
    with tempfile.TemporaryDirectory() as folder:
        write_form(papers[0], Path(folder) / "warm.pdf", faces, created=NOW)
        with timed(f"{COUNT} forms of thirty cells as separate files", COUNT, "pages"):
            for number, paper in enumerate(papers):
                write_form(paper, Path(folder) / f"{number}.pdf", faces, created=NOW)
        with timed(f"{COUNT} forms as one file", COUNT, "pages"):
            sheet = Sheet(Path(folder) / "all.pdf", faces, title="forms", created=NOW)
            for paper in papers:
                draw_form(sheet, paper)
            sheet.finish()
        print(f"  one file {(Path(folder) / '1.pdf').stat().st_size / 1024:,.0f} KB, "
              f"all {(Path(folder) / 'all.pdf').stat().st_size / 1024:,.0f} KB")  # fmt: skip
    tell_peak("forms")


if __name__ == "__main__":
    main()
