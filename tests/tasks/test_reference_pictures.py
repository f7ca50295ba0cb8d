"""Every paper against its picture in tests/reference: a change that nobody meant is seen.

`python -m tests.tasks.test_reference_pictures` draws the pictures anew, to be looked at before they are committed.
"""

from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from jizhou_desktop.domain.face import Role
from jizhou_desktop.tasks import print_out, resources, workspaces
from jizhou_desktop.tasks.demo import demo
from jizhou_desktop.tasks.preview import page_count, picture

NOW = datetime.fromisoformat("2020-12-30T09:00:00+08:00")
REFERENCE = Path(__file__).parents[1] / "reference"
SCALE = 0.6  # 43 dpi: small files, and every line still seen
MOST_PAGES = 2
TOLERATED = 1.5  # mean difference of grey levels, of 255
FACES_OF_THE_PICTURES = {Role.FANGSONG: "FandolFang", Role.TITLE: "FandolSong", Role.HEI: "Noto Sans SC"}

PAPERS = [
    paper.id
    for paper in print_out.papers()
    if not paper.id.startswith("subsidy-form-") or paper.id == "subsidy-form-smart-upgrade"
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reference") / "渔阳镇"
    demo(folder, now=NOW)
    with workspaces.open_workspace(folder, now=NOW) as opened:
        yield opened


@pytest.mark.parametrize("paper_id", PAPERS)
def test_a_paper_looks_as_it_did(workspace, paper_id, tmp_path):
    faces = {role: resources.faces().by_role[role].name for role in FACES_OF_THE_PICTURES}
    if faces != FACES_OF_THE_PICTURES:
        pytest.skip("this machine has an office's own faces; the pictures were drawn with the built ones")
    for number, page in enumerate(pages_of(workspace, paper_id, tmp_path), start=1):
        reference = Image.open(REFERENCE / f"{paper_id}-{number}.png").convert("L")
        assert page.size == reference.size
        difference = ImageChops.difference(page, reference)
        mean = ImageStat.Stat(difference).mean[0]
        if mean > TOLERATED:
            shown = Path(tmp_path) / f"{paper_id}-{number}-difference.png"
            difference.point(lambda level: min(255, level * 4)).save(shown)
            pytest.fail(f"{paper_id}第{number}页与存样不同（平均差 {mean:.2f}），差异见 {shown}")


def pages_of(workspace, paper_id, folder):
    """The first pages of a paper as small grey pictures."""
    paper = next(paper for paper in print_out.papers() if paper.id == paper_id)
    subject = None
    if paper.about is not None:
        fit = [record for record in workspace.records.all_of(paper.about) if paper.form in ("", record.form)]
        subject = min(fit, key=lambda record: record.uid).uid
    out = Path(folder) / f"{paper_id}.pdf"
    print_out.print_paper(workspace, paper_id, subject=subject, out=out, now=NOW)
    for page in range(1, min(page_count(out), MOST_PAGES) + 1):
        drawn = picture(out, page, scale=SCALE)
        yield Image.frombuffer(
            "RGB", (drawn.width, drawn.height), bytes(drawn.pixels), "raw", "BGRX", drawn.stride, 1
        ).convert("L")


def draw_anew():
    """Draws every reference picture again."""
    import tempfile  # noqa: PLC0415  — only for this errand

    with tempfile.TemporaryDirectory() as folder:
        demo(Path(folder) / "ws", now=NOW)
        with workspaces.open_workspace(Path(folder) / "ws", now=NOW) as workspace:
            for paper_id in PAPERS:
                for number, page in enumerate(pages_of(workspace, paper_id, folder), start=1):
                    page.quantize(16).save(REFERENCE / f"{paper_id}-{number}.png", optimize=True)


if __name__ == "__main__":
    draw_anew()
