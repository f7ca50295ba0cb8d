import pytest

from jizhou_desktop.domain.audit.rule import Rule
from jizhou_desktop.domain.audit.run import all_rules, run
from jizhou_desktop.domain.problem import Severity
from jizhou_desktop.domain.record import NOT_APPLICABLE, NOT_OBTAINED
from jizhou_desktop.tasks import resources


@pytest.mark.parametrize(
    "scheme", ["smart-upgrade", "energy-saving", "major-innovation", "high-tech", "famous-product", "patent"]
)
def test_a_sound_file_has_nothing_to_tell(make_file, scheme):
    assert run(make_file(scheme=scheme)) == []


def test_a_problem_bears_rule_severity_record_field_and_source(make_file):
    (problem,) = run(make_file(now={"profit": 10_000_000_000}), year=2020)
    assert (problem.rule, problem.severity) == ("B01", Severity.QUERY)
    assert (problem.record, problem.field) == ("y20", "profit")
    assert problem.message == ("2020年利润总额10,000万元大于营业收入9,215万元（企业会计准则第30号——财务报表列报）")


def test_only_the_year_that_is_asked_for_is_looked_at(make_file):
    file = make_file(last={"year": 2018}, now={"year": 2021})
    assert [problem.record for problem in run(file)] == ["y19", "y20"]
    assert [problem.record for problem in run(file, year=2020)] == ["y20"]


@pytest.mark.parametrize("scheme", list(resources.plan("2020").schemes), ids=lambda scheme: scheme.id)
@pytest.mark.parametrize("answer", [None, NOT_APPLICABLE, NOT_OBTAINED])
def test_answers_that_are_blank_or_withheld_break_no_rule(make_file, scheme, answer):
    sound = make_file(scheme=scheme.id)
    (going,), (asked,) = sound.transformations, sound.claims
    record_of = {"enterprise": sound.enterprise, "last": sound.figures[2019], "now": sound.figures[2020]}
    records = {**record_of, "transformation": going, "claim": asked}
    changes = {part: dict.fromkeys(record.values, answer) for part, record in records.items()}
    assert run(make_file(scheme=scheme.id, **changes))


def test_rules_are_numbered_once_and_say_what_they_rest_on():
    rules = all_rules()
    numbers = [rule.number for rule in rules]
    assert len(rules) >= 60
    assert len(set(numbers)) == len(numbers)
    for rule in rules:
        assert isinstance(rule, Rule)
        assert rule.title
        assert rule.source
        assert rule.fields
