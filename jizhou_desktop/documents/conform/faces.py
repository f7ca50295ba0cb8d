"""The face of characters against the role that they must play."""

from jizhou_desktop.documents.conform.finding import Finding, said
from jizhou_desktop.documents.conform.lines import Line
from jizhou_desktop.domain.face import Role


def role_found(clause: str, text: str, wanted: Role, line: Line) -> Finding:
    """The face that most characters of a line have."""
    found = line.role.label if line.role else line.glyphs[0].font
    return said(clause, text, wanted.label, found, line.role is wanted, page=line.page)
