"""The same forms by other means, page for page, and how many times as fast ours are.

A bare ReportLab canvas and platypus come with the product; Typst is measured where `pip install typst` was done.
"""

import importlib.util
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from jizhou_desktop.documents.forms.form_page import write_form
from jizhou_desktop.domain.face import Role
from jizhou_desktop.tasks import resources
from tests.bench.forms import COUNT, LABELS, form
from tests.bench.invented import NOW, enterprises

Writer = Callable[[list[tuple[str, str]], Path], None]


def main() -> None:
    faces = resources.faces()
    file = faces.by_role[Role.SONG].file
    registerFont(TTFont("song", str(file)))
    answers = enterprises(COUNT)
    writers: dict[str, Writer] = {"bare ReportLab canvas": by_canvas, "ReportLab platypus": by_platypus}
    if importlib.util.find_spec("typst"):
        writers["Typst"] = typst_writer(file)
    with tempfile.TemporaryDirectory() as folder:
        papers = [form(said) for said in answers]
        write_form(papers[0], Path(folder) / "warm.pdf", faces, created=NOW)
        begin = time.perf_counter()
        for number, paper in enumerate(papers):
            write_form(paper, Path(folder) / f"{number}.pdf", faces, created=NOW)
        ours = COUNT / (time.perf_counter() - begin)
        print(f"{'ours':<28}{ours:8.0f} pages a second")
        for name, write in writers.items():
            theirs = measured(write, answers, Path(folder))
            print(f"{name:<28}{theirs:8.0f} pages a second, ours {ours / theirs:.1f} times as fast")


def measured(write: Writer, answers: list[dict[str, str]], folder: Path) -> float:
    """Pages a second over as many forms, each a file of its own."""
    pairs = [list(zip(LABELS, [*said.values(), "", "", "", "", ""], strict=True)) for said in answers]
    write(pairs[0], folder / "warm.pdf")
    begin = time.perf_counter()
    for number, said in enumerate(pairs):
        write(said, folder / f"peer-{number}.pdf")
    return COUNT / (time.perf_counter() - begin)


def by_canvas(pairs: list[tuple[str, str]], out: Path) -> None:
    canvas = Canvas(str(out))
    canvas.setFont("song", 11)
    for row, (name, answer) in enumerate(pairs):
        y = (270 - row * 12) * mm
        for x, width, said in ((25, 40, name), (65, 120, answer)):
            canvas.rect(x * mm, y, width * mm, 12 * mm)
            canvas.drawString((x + 2) * mm, y + 4 * mm, said)
    canvas.save()


def by_platypus(pairs: list[tuple[str, str]], out: Path) -> None:
    style = ParagraphStyle("cell", fontName="song", fontSize=11, leading=15, wordWrap="CJK")
    rows = [[Paragraph(said, style) for said in pair] for pair in pairs]
    grid = Table(rows, colWidths=[40 * mm, 120 * mm], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    SimpleDocTemplate(str(out)).build([grid])


def typst_writer(face: Path) -> Writer:
    import typst  # noqa: PLC0415  — measured only where it is installed

    compilers: dict[str, object] = {}

    def by_typst(pairs: list[tuple[str, str]], out: Path) -> None:
        cells = ", ".join(f"[{said}]" for pair in pairs for said in pair)
        source = out.with_suffix(".typ")
        source.write_text(f'#set text(font: "Noto Serif SC")\n#table(columns: (40mm, 120mm), {cells})', "utf-8")
        compiler = compilers.setdefault("one", typst.Compiler(font_paths=[str(face.parent)], root=str(out.parent)))
        compiler.compile(input=str(source), output=str(out))  # type: ignore[attr-defined]

    return by_typst


if __name__ == "__main__":
    main()
