"""What a paper may be about: the records to choose from, with the words to choose by."""

from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.print_many import subjects_of as records_for
from jizhou_desktop.tasks.print_out import Paper
from jizhou_desktop.tasks.workspaces import Workspace


def about_enterprise(paper: Paper) -> bool:
    """Whether its subject is an enterprise, which is searched for: there are too many to list."""
    return paper.about is Kind.ENTERPRISE


def subjects_of(paper: Paper, workspace: Workspace, year: int) -> list[tuple[str, str]]:
    """Uid and words of each record of the year that the paper may be about; of a place, its code and name."""
    if about_enterprise(paper):
        return []
    if "place" in paper.needs:
        own = workspace.profile.office
        return [(place.code, place.name) for place in resources.places() if own.collects or place.code == own.code]
    return [(record.uid, _words(workspace, record)) for record in records_for(workspace, paper, year)]


def all_subjects(paper: Paper, workspace: Workspace, year: int) -> list[str]:
    """Everything of the year that the paper may be about: uids, or codes of places."""
    if about_enterprise(paper):
        return [record.uid for record in records_for(workspace, paper, year)]
    return [uid for uid, _ in subjects_of(paper, workspace, year)]


def _words(workspace: Workspace, record: Record) -> str:
    owner = workspace.records.get(record.parent) if record.parent else None
    own = record.text("name") or record.text("project") or record.text("product") or record.text("path")
    return f"{owner.text('name') if owner else ''}　{own}"
