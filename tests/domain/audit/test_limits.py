"""The limits of rules are data: an office sets its own, and the rule asks from there on."""

from dataclasses import replace
from decimal import Decimal

import pytest

from jizhou_desktop.domain.audit.limits import AuditLimits, read_limits
from jizhou_desktop.domain.audit.run import run
from jizhou_desktop.tasks import resources


def test_the_files_own_limits_are_the_defaults():
    assert resources.audit_limits() == AuditLimits()


def test_a_lower_limit_asks_earlier(make_file):
    """Revenue rose from 8,860 to 9,215 万元: by 4.0 %."""
    file = make_file()
    strict = replace(file, limits=read_limits({"change_percent": "3"}))
    assert "C01" not in {problem.rule for problem in run(file)}
    assert "C01" in {problem.rule for problem in run(strict)}
    assert read_limits({"unit_times": "100"}).unit_times == Decimal(100)


@pytest.mark.parametrize("plain", [{"change": "3"}, {"change_percent": "三"}])
def test_what_is_no_limit_is_refused(plain):
    with pytest.raises((TypeError, ArithmeticError)):
        read_limits(plain)
