"""Answers that are computed from others and kept beside them, so that lists can sort and sum them."""

from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.schemes import SCHEME_KEYS
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.claims import amount_of


def with_computed(record: Record, form: Form) -> Record:
    """The record with its computed answers: an application's amount (分) under the plan of its year."""
    if record.kind is Kind.CLAIM and form.id in SCHEME_KEYS and record.year is not None:
        plan = resources.plan_of_year(record.year)
        return record.with_values(amount=amount_of(plan, form, dict(record.values)))
    return record
