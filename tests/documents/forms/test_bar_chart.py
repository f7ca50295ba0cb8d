"""进度统计图: bars in proportion, told apart without colour, pages that hold them all."""

from datetime import datetime

import pypdfium2
import pytest

from jizhou_desktop.documents.forms.bar_chart import Bar, Chart, _hatches, write_chart
from jizhou_desktop.domain.assessment import Light
from jizhou_desktop.tasks import resources

NOW = datetime.fromisoformat("2020-12-30T09:00:00+08:00")


def written(tmp_path, *blocks):
    out = tmp_path / "图.pdf"
    chart = Chart("进度统计图", blocks, "填报单位：渔阳镇", "单位：家")
    return out, write_chart(chart, out, resources.faces(), created=NOW)


def words(file):
    with pypdfium2.PdfDocument(file) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def bars(count):
    return [Bar(f"样例{number}镇", 12, 3, 2, Light.SHORT) for number in range(count)]


def test_figures_and_lights_are_said_in_words(tmp_path):
    file, _ = written(tmp_path, ("按路径", [Bar("设备升级", 5, 5, 1, Light.REACHED), Bar("无", 0, 0, 0, Light.FREE)]))
    (page,) = words(file)
    assert "5＋1／5完成" in page
    assert "0＋0／0无任务" in page


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (30, 1), (31, 2)])
def test_thirty_bars_fill_a_page(tmp_path, count, pages):
    file, printed = written(tmp_path, ("按单位", bars(count)))
    assert printed.pages == pages
    assert f"样例{count - 1}镇" in words(file)[-1]


def test_each_block_begins_a_page(tmp_path):
    file, printed = written(tmp_path, ("按路径", bars(2)), ("按单位", bars(3)))
    assert printed.pages == 2
    assert ["按路径" in page for page in words(file)] == [True, False]


def test_a_long_name_is_broken_and_not_cut(tmp_path):
    name = "二（三）3鼓励民营企业参与国有企业混合所有制改革"
    file, _ = written(tmp_path, ("按路径", [Bar(name, 1, 0, 0, Light.SHORT)]))
    assert name in words(file)[0]


@pytest.mark.parametrize(("width", "height"), [(0.5, 4.2), (4.2, 4.2), (60, 4.2)])
def test_hatching_stays_inside_its_box(width, height):
    for x1, y1, x2, y2 in _hatches(10, 20, width, height):
        assert all(10 - 1e-9 <= x <= 10 + width + 1e-9 for x in (x1, x2))
        assert all(20 - 1e-9 <= y <= 20 + height + 1e-9 for y in (y1, y2))
        assert x2 - x1 == pytest.approx(y1 - y2)
