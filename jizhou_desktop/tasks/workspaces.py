"""Starting a workspace (工作目录) for one office, and opening it again."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.office import Profile
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources

__all__ = ["Workspace", "create", "open_workspace", "set_profile"]


def create(folder: Path, *, office_code: str, clerk: str, name: str = "", prefix: str = "") -> Workspace:
    """An empty workspace in a folder that is absent or empty.

    `name` and `prefix` (发文机关代字) replace what the code list proposes. Raises UserError for an unknown office, a
    blank clerk, or a folder that holds something.
    """
    if not clerk.strip():
        raise UserError("请填写经办人姓名。")
    office = resources.office(office_code.strip())
    office = replace(office, full_name=name.strip() or office.full_name, prefix=prefix.strip() or office.prefix)
    return Workspace.create(folder, Profile(office, clerk.strip()))


def open_workspace(folder: Path, *, now: datetime) -> Workspace:
    """The workspace in that folder. Raises UserError where there is none, or it is newer than this program."""
    return Workspace.open(folder, now=now)


def set_profile(workspace: Workspace, *, clerk: str, name: str = "", prefix: str = "") -> None:
    """Changes the clerk, and the office's full name and prefix where given. Raises UserError for a blank clerk."""
    if not clerk.strip():
        raise UserError("请填写经办人姓名。")
    office = workspace.profile.office
    office = replace(office, full_name=name.strip() or office.full_name, prefix=prefix.strip() or office.prefix)
    workspace.set_profile(Profile(office, clerk.strip()))
