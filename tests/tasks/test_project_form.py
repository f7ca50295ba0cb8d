"""创新转型项目申报表: what came of it, before and after, and the opinions, of enterprises and of carriers."""

from datetime import datetime

import pypdfium2
import pytest

from jizhou_desktop.domain.record import Kind
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.print_out import print_paper
from jizhou_desktop.tasks.steps import take_step
from jizhou_desktop.tasks.transformations import new_transformation
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-11-02T09:30:00+08:00")
new_uid = uids_from("project form")


@pytest.fixture
def district(tmp_path):
    with create(tmp_path / "w", office_code="120119", clerk="王样例") as made:
        yield made


def kept(workspace, form, answers, **more):
    saved = save_answers(workspace, form, answers, uid=new_uid(), now=NOW, **more)
    assert saved.record is not None, saved.problems
    return saved.record


def going_on(district, subject, path):
    plan = resources.plan("2020")
    return new_transformation(district, subject, plan.path(path), 2020, now=NOW, new_uid=new_uid).record


def printed(district, record, tmp_path):
    out = tmp_path / "申报表.pdf"
    print_paper(district, "project-form", subject=record.uid, out=out, now=NOW)
    document = pypdfium2.PdfDocument(out)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(words.split())


def step(district, record, name, opinion=""):
    answers = {"step": name, "person": "李核实", "opinion": opinion}
    take_step(district, record, answers, now=NOW, new_uid=new_uid)


@pytest.fixture
def enterprise(district):
    made = kept(district, "enterprise", {"name": "天津渔山精密机械有限公司", "place": "渔阳镇"})
    for year, figures in {"2019": ("4000", "100"), "2020": ("5000", "104")}.items():
        revenue, employees = figures
        answers = {"year": year, "revenue": revenue, "employees": employees}
        kept(district, "year-figures", answers, parent=made.uid, year=int(year))
    return made


def test_it_prints_what_came_of_it_and_before_and_after(district, enterprise, tmp_path):
    going = going_on(district, enterprise, "technology-enterprise")
    result = {"certificate": "科技型中小企业", "number": "202012011908000123", "date": "20200918"}
    kept(district, "result-technology", result, parent=going.uid, year=2020)
    words = printed(district, going, tmp_path)
    assert "202012011908000123" in words
    for said in ("4,000", "5,000", "+25.0%", "+4.0%"):  # 5000／4000, 104／100
        assert said in words


def test_each_opinion_stands_in_its_box_as_the_steps_gave_it(district, enterprise, tmp_path):
    going = going_on(district, enterprise, "technology-enterprise")
    for name, opinion in (("已申报", ""), ("乡镇初审", "情况属实"), ("部门核实", "符合认定要点"), ("认定", "同意认定")):
        step(district, going, name, opinion)
    words = printed(district, going, tmp_path)
    for opinion in ("情况属实", "符合认定要点", "同意认定"):
        assert f"{opinion}。（李核实，2020年11月2日）" in words


@pytest.mark.parametrize(
    ("subject", "path"),
    [("园区", "park-upgrade"), ("楼宇", "building-upgrade"), ("小微企业创业创新示范基地", "incubation-base")],
)
def test_a_carrier_has_its_own_answers_and_no_comparison(district, subject, path, tmp_path):
    carrier = kept(
        district, "carrier", {"name": "样例载体", "subject": subject, "place": "渔阳镇", "operator": "样例运营"}
    )
    going = going_on(district, carrier, path)
    assert going.kind is Kind.TRANSFORMATION
    words = printed(district, going, tmp_path)
    assert "样例运营" in words
    assert "盘活" in words  # 转型成效 is asked though nothing is answered yet
    assert "增减" not in words
