"""What a page works with (办公桌): the open workspace, the year in hand, a clock and a source of record numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from jizhou_desktop.tasks.uids import NewUid
from jizhou_desktop.tasks.workspaces import Workspace

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Desk:
    """Handed to each page when it is made. `year` is the action plan's."""

    workspace: Workspace
    year: int
    now: Clock
    new_uid: NewUid
