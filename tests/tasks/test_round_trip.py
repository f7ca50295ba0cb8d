"""What is given out comes back without change, whatever stands in it; a filled template comes back without faults."""

from datetime import datetime

import pytest
from openpyxl import load_workbook

from jizhou_desktop.domain.form import FieldKind
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import export, resources, take_in, templates
from jizhou_desktop.tasks.subjects import all_subjects
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create

NOW = datetime.fromisoformat("2020-12-01T09:30:00+08:00")
OFFICE = "120119100"
AWKWARD = (
    "=1+1",
    "+86 22",
    "-5",
    "@SUM(A1)",
    "0012",
    '说"好"',
    "一\n二，三",
    "𬺓村",
    "1e5",
    "_x0041_",
    "2020.1",
    "'=x",
)
ACCOUNT = "0" + "123456789" * 3 + "12"
VALUES = {
    FieldKind.USCC: "91120225MA06K2ER77",
    FieldKind.PLACE: OFFICE,
    FieldKind.INDUSTRY: "0141",
    FieldKind.PHONE: "022-29142345",
    FieldKind.CODE: ACCOUNT,
    FieldKind.YES_NO: 0,
    FieldKind.DATE: "2020-02-29",
    FieldKind.YEAR: 2020,
    FieldKind.WHOLE: 7,
    FieldKind.DECIMAL: "1234.567",
    FieldKind.MONEY: 123_456_789,
}
GIVEN = {"path": "technology-enterprise", "profit": -123_456, "factor": "1.2", "award": 20_000_000}


def value(field, turn):
    if field.kind is FieldKind.CHOICE:
        return field.choices[turn % len(field.choices)]
    if field.name in GIVEN or field.required or turn % 3 == 0:
        return GIVEN.get(field.name) or written(field, turn)
    return None if turn % 3 == 1 else ("不适用", "未取得")[turn % 2]


def written(field, turn):
    """Something that is hard to keep, of the field's kind."""
    said = AWKWARD[turn % len(AWKWARD)]
    if field.kind is FieldKind.LINES:
        return said
    return said.replace("\n", "") if field.kind is FieldKind.TEXT else VALUES[field.kind]


def record(uid, form_id, turn, *, parent=None, year=None):
    form = resources.form(form_id)
    values = {field.name: value(field, turn + place) for place, field in enumerate(form.fields)}
    named = next((name for name in ("name", "project", "product") if name in values), "")
    if named:
        values[named] = f"{AWKWARD[turn % len(AWKWARD)].replace(chr(10), '')}厂{turn}"
    if form_id == "enterprise":
        values["uscc"] = ("91120225MA06K2ER77", "91120225MA06MQEY05", "91120225MA06K4FE2G")[turn]
    return Record(uid, Kind(form.kind), OFFICE, values, form_id, form.version, year=year, parent=parent)


def every_kind():
    """Three enterprises, three carriers, and one of each other kind under the first of each."""
    made = [record(f"enterprise{turn}", "enterprise", turn) for turn in range(3)]
    made += [record(f"carrier{turn}", "carrier", turn) for turn in range(3)]
    made += [record(f"figures{turn}", "year-figures", 0, parent=f"enterprise{turn}", year=2020) for turn in range(3)]
    for turn, one in enumerate(all_subjects()):
        if one.id not in ("enterprise", "carrier"):
            year = 2020 if one.form.kind in ("claim", "target", "transformation", "energy") else None
            parent = {"tenant": "carrier0", "equipment": "smart-upgrade", "target": None}.get(one.id, "enterprise0")
            made.append(record(one.id, one.id, turn, parent=parent, year=year))
    for place, one in enumerate(made):
        for name, held in one.values.items():
            if name == "year" and held != 2020:
                made[place] = one.with_values(year=2020)
    return made


@pytest.fixture
def workspace(tmp_path):
    with create(tmp_path / "w", office_code=OFFICE, clerk="王样例") as made:
        made.records.save_all(every_kind(), by="王样例", at=NOW.isoformat())
        yield made


def faults(looked):
    return [str(problem) for problem in looked.problems if problem.severity != "hint"]


@pytest.mark.parametrize("what", export.KINDS)
def test_what_is_given_out_comes_back_unchanged(workspace, tmp_path, what):
    rows = export.export(workspace, what, tmp_path / "出.xlsx", now=NOW)
    looked = take_in.look(workspace, tmp_path / "出.xlsx", year=2020)
    assert rows > 0
    assert faults(looked) == []
    assert [dict(fate.changes) for fate in looked.fates if fate.changes] == []
    assert looked.counts() == {"new": 0, "changed": 0, "same": rows, "faulty": 0}


@pytest.mark.parametrize("what", [what for what in export.KINDS if what not in ("claims", "all")])
def test_a_csv_comes_back_unchanged_and_runs_nothing(workspace, tmp_path, what):
    rows = export.export(workspace, what, tmp_path / "出.csv", now=NOW)
    text = (tmp_path / "出.csv").read_text("utf-8-sig")
    assert not any(cell[:1] in ("=", "+", "@") for cell in text.replace('"', "").replace("\n", ",").split(","))
    looked = take_in.look(workspace, tmp_path / "出.csv", year=2020, choices=chosen(what))
    assert faults(looked) == []
    assert looked.counts() == {"new": 0, "changed": 0, "same": rows, "faulty": 0}


def chosen(what):
    kinds = {"enterprises": "enterprise", "carriers": "carrier", "transformations": "transformation",
             "targets": "target", "contacts": "contact", "products": "product", "qualifications": "qualification",
             "energy": "energy", "equipment": "equipment", "tenants": "tenant"}  # fmt: skip
    return {"出": take_in.SheetChoice(subject=kinds[what])}


def test_all_of_a_workspace_goes_into_another(workspace, tmp_path):
    export.export(workspace, "all", tmp_path / "出.xlsx", now=NOW)
    with create(tmp_path / "另", office_code=OFFICE, clerk="李样例") as other:
        looked = take_in.look(other, tmp_path / "出.xlsx", year=2020)
        assert faults(looked) == []
        take_in.save(other, looked, now=NOW, new_uid=uids_from("other"))
        for kind in {record.kind for record in every_kind()}:
            assert kept(other, kind) == kept(workspace, kind), kind


def kept(workspace, kind):
    """What the records of a kind say, without order, numbers and what is computed."""
    computed = ("amount", "place_in_list")
    return sorted(
        str({name: held for name, held in sorted(one.values.items()) if held is not None and name not in computed})
        for one in workspace.records.all_of(kind)
    )


@pytest.mark.parametrize("kind", templates.kinds())
def test_a_template_has_a_hint_in_each_head_and_room_to_choose(tmp_path, kind):
    sheets = templates.template(kind, tmp_path / "空.xlsx", now=NOW)
    book = load_workbook(tmp_path / "空.xlsx")
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert len(shown) == sheets
    for sheet in shown:
        assert sheet.freeze_panes == "B3"
        assert all(cell.comment and cell.comment.text for cell in sheet[2])
        asked = [cell.value for cell in sheet[2]]
        text = [cell.column_letter for cell in sheet[2] if "代码" in cell.value or "电话" in cell.value]
        assert all(sheet.column_dimensions[letter].number_format == "@" for letter in text)
        choosing = {
            cell.split(":")[0] for one in sheet.data_validations.dataValidation for cell in str(one.sqref).split()
        }
        yes_no = [place for place, name in enumerate(asked, start=1) if name.startswith("是否")]
        assert all(sheet.cell(3, place).coordinate in choosing for place in yes_no)


@pytest.mark.parametrize("kind", [kind for kind in templates.kinds() if kind not in ("all", "year-figures")])
def test_a_filled_template_comes_back_without_faults(workspace, tmp_path, kind):
    """Filled as the export fills its own columns: the same headings, the same words."""
    templates.template(kind, tmp_path / "空.xlsx", now=NOW, year=2020)
    export.export(workspace, "all", tmp_path / "出.xlsx", now=NOW)
    title = "花名册" if kind == "enterprise" else resources.form(kind).title
    book, given = load_workbook(tmp_path / "空.xlsx"), load_workbook(tmp_path / "出.xlsx")
    sheet, full = book[title], given[title]
    for cell in sheet[2]:
        source = next(head for head in full[2] if head.value == cell.value)
        for row in range(3, full.max_row + 1):
            sheet.cell(row, cell.column).value = full.cell(row, source.column).value
            # openpyxl takes text that begins with = for a formula
            if isinstance(sheet.cell(row, cell.column).value, str):
                sheet.cell(row, cell.column).data_type = "s"
    book.save(tmp_path / "填.xlsx")
    looked = take_in.look(workspace, tmp_path / "填.xlsx", year=2020)
    assert faults(looked) == []
    assert looked.counts()["same"] == full.max_row - 2
