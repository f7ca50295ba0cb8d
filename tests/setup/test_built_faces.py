"""The faces that set-up really built on this machine."""

import json
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont as PdfFace

from jizhou_desktop.setup.faces.check import check_face

BUILT = Path(__file__).parents[2] / "resources" / "fonts" / "built"


@pytest.fixture(scope="module")
def listed():
    if not (BUILT / "faces.json").is_file():
        pytest.skip("set-up has built no faces here")
    return json.loads((BUILT / "faces.json").read_text("utf-8"))


def test_each_face_is_sound_taken_by_reportlab_and_under_its_licence(listed):
    assert listed["faces"]
    for face in listed["faces"]:
        facts = check_face(BUILT / face["file"])
        assert facts.gb2312 == 6763
        assert (facts.family, facts.standard) == (face["family"], face["standard"])
        # a title of ten characters at 22 pt is 220 pt wide: full-width characters, one em each
        assert PdfFace(face["role"], str(BUILT / face["file"])).stringWidth("蓟州区转型工作的通知", 22) == 220
        licence = (BUILT / face["licence_file"]).read_text("utf-8")
        assert "GNU GENERAL PUBLIC LICENSE" in licence or "SIL OPEN FONT LICENSE" in licence


def test_a_fallback_has_every_standard_character_also_above_the_basic_plane(listed):
    if not listed["fallbacks"]:
        pytest.skip("this machine's own faces serve 宋体 and 黑体")
    assert check_face(BUILT / listed["fallbacks"][0]).standard == 8105
