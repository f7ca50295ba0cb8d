import tomllib

import pytest

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.form import FieldKind
from jizhou_desktop.domain.form_reader import read_form
from jizhou_desktop.domain.record import Kind
from jizhou_desktop.domain.schemes import SCHEME_KEYS
from jizhou_desktop.domain.text import fold
from jizhou_desktop.tasks import resources

FORM = """
id = "sample"
version = 1
title = "样例表"
kind = "enterprise"

[[field]]
name = "name"
label = "企业名称"
kind = "text"
required = true
max = "100"
help = "照营业执照"
aliases = ["单位名称"]

[[field]]
name = "size"
label = "规模"
kind = "choice"
choices = ["小型", "微型"]
"""


def _changed(old, new):
    assert old in FORM
    return tomllib.loads(FORM.replace(old, new, 1))


def test_a_form_is_read_with_its_nine_keys():
    form = read_form(tomllib.loads(FORM))
    assert (form.id, form.version, form.title, form.kind) == ("sample", 1, "样例表", "enterprise")
    name = form.field("name")
    assert (name.label, name.kind, name.required, name.max) == ("企业名称", FieldKind.TEXT, True, "100")
    assert name.aliases == ("单位名称",)
    assert form.field("size").choices == ("小型", "微型")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('max = "100"', 'width = "100"', "不认识的键“width”"),
        ('title = "样例表"', 'title = "样例表"\ncolour = "red"', "不认识的键“colour”"),
        ('title = "样例表"\n', "", "缺少 title"),
        ("version = 1", 'version = "1"', "version 应为正整数"),
        ("version = 1", "version = true", "version 应为正整数"),
        ('kind = "enterprise"', 'kind = "vehicle"', "不是记录种类"),
        ('kind = "text"', 'kind = "colour"', "看不懂"),
        ('label = "企业名称"\n', "", "缺少 label"),
        ("required = true", 'required = "yes"', "required 应为 true 或 false"),
        ('max = "100"', "max = 100", "应写成文字"),
        ('aliases = ["单位名称"]', 'aliases = "单位名称"', "应为文字列表"),
        ('choices = ["小型", "微型"]', "", "必须有 choices"),
        ('max = "100"', 'choices = ["甲"]', "其他种类不得有"),
        ('name = "size"', 'name = "name"', "两个填报项都叫“name”"),
    ],
)
def test_a_faulty_definition_is_refused_with_its_place(old, new, sentence):
    with pytest.raises(UserError, match=sentence):
        read_form(_changed(old, new))


def test_a_form_without_questions_is_refused():
    with pytest.raises(UserError, match="没有任何填报项"):
        read_form({"id": "empty", "version": 1, "title": "空表", "kind": "enterprise"})


@pytest.fixture(scope="module")
def forms():
    return resources.forms()


def test_every_form_of_the_product_is_read_and_its_file_bears_its_id(forms):
    files = {file.stem for file in (resources.resource_folder().parent / "forms").glob("*.toml")}
    assert files == set(forms)


def test_each_kind_of_record_has_the_form_of_its_name(forms):
    for kind in Kind:
        if kind not in (Kind.CLAIM, Kind.RESULT):  # those have a form a scheme and a form a path
            assert forms[kind].kind == kind


def test_each_scheme_has_an_application_form_that_asks_its_figures_by_the_same_names(forms):
    for scheme, keys in SCHEME_KEYS.items():
        assert forms[scheme].kind == Kind.CLAIM
        # the size class is not asked for: the dossier tells it
        assert set(keys) - {"size"} <= {field.name for field in forms[scheme].fields}


def test_every_number_but_profit_has_a_least_value(forms):
    numbers = (FieldKind.MONEY, FieldKind.WHOLE, FieldKind.DECIMAL)
    open_ended = [
        (form.id, field.name)
        for form in forms.values()
        for field in form.fields
        if field.kind in numbers and not field.min
    ]
    assert open_ended == [("year-figures", "profit")]


def test_no_heading_could_mean_two_questions(forms):
    """A roster's heading is looked for in these two forms together."""
    roster = [*forms["enterprise"].fields, *forms["year-figures"].fields]
    for asked in [roster, *(form.fields for form in forms.values())]:
        headings = [fold(heading) for field in asked for heading in {field.label, *field.aliases}]
        assert sorted(set(headings)) == sorted(headings)


def test_no_form_asks_for_what_its_answer_cannot_be(forms):
    for form in forms.values():
        for field in form.fields:
            if field.min and field.max and field.kind is not FieldKind.DATE:
                assert float(field.min) <= float(field.max)
