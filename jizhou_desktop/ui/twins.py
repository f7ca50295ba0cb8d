"""Whether a dossier of the same enterprise is there already, asked while its code is typed."""

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.domain.uscc import LENGTH, normalise
from jizhou_desktop.tasks import dossiers
from jizhou_desktop.tasks.workspaces import Workspace


def twin_of(workspace: Workspace, uid: str, typed: str) -> Record | None:
    """Another enterprise with the code typed; None while the code is not whole."""
    code = normalise(typed)
    if len(code) != LENGTH:
        return None
    found = dossiers.find_records(workspace, Kind.ENTERPRISE, code)
    return next((record for record in found if record.uid != uid and record["uscc"] == code), None)
