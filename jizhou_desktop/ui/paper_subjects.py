"""What a paper may be about: the records to choose from, with the words to choose by."""

from jizhou_desktop.tasks.claims import claims
from jizhou_desktop.tasks.print_out import Paper
from jizhou_desktop.tasks.workspaces import Workspace

ENTERPRISE_RECORD = "enterprise-record"
SUBSIDY_FORM = "subsidy-form-"


def is_official(paper: Paper) -> bool:
    """Whether it is an official document (公文), which GB/T 9704 rules, and not a form."""
    return paper.id != ENTERPRISE_RECORD and not paper.id.startswith(SUBSIDY_FORM)


def subjects_of(paper: Paper, workspace: Workspace, year: int) -> list[tuple[str, str]]:
    """Uid and words of each application the paper may be about; enterprises are too many to list."""
    if not paper.id.startswith(SUBSIDY_FORM):
        return []
    held = claims(workspace, paper.id.removeprefix(SUBSIDY_FORM), year)
    return [(claim.uid, f"{_name(workspace, claim.parent)}　{claim.text('project')}") for claim in held]


def _name(workspace: Workspace, uid: str | None) -> str:
    record = workspace.records.get(uid) if uid else None
    return record.text("name") if record else ""
