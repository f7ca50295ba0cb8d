"""Chinese Windows brings its faces: they are found by file name, in whatever case Windows writes it."""

from jizhou_desktop.setup.faces.windows import served_roles


def _installed(folder, *names):
    folder.mkdir()
    for name in names:
        (folder / name).touch()
    return folder


def test_chinese_windows_serves_all_but_the_title(tmp_path):
    fonts = _installed(
        tmp_path / "Fonts", "SIMFANG.TTF", "simkai.ttf", "simhei.ttf", "simsun.ttc", "msyh.ttc", "arial.ttf"
    )
    assert served_roles([fonts, tmp_path / "absent"]) == {"fangsong", "kai", "hei", "song", "screen"}


def test_a_title_face_that_the_clerk_installed_for_himself_counts(tmp_path):
    fonts = _installed(tmp_path / "Fonts", "arial.ttf")
    own = _installed(tmp_path / "own", "FZXBSJW.TTF")
    assert served_roles([fonts, own]) == {"title"}
