"""Answers that are computed from others and kept beside them, so that lists can sort and sum them."""

from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.schemes import SCHEME_KEYS
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks.claims import amount_of
from jizhou_desktop.tasks.equipment import with_list


def with_computed(workspace: Workspace, record: Record, form: Form) -> Record:
    """The record with its computed answers: an application's amount (分) under the plan of its year.

    Where it has an equipment list, 设备投入 and the invoices are what the list comes to.
    """
    if record.kind is Kind.CLAIM and form.id in SCHEME_KEYS and record.year is not None:
        listed = with_list(workspace, record)
        return listed.with_values(amount=amount_of(workspace, listed))
    return record
