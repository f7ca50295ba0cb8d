"""Whether a dossier of the same enterprise is there already, asked while its code or name is typed."""

from collections.abc import Mapping

from jizhou_desktop.domain.uscc import LENGTH, normalise
from jizhou_desktop.tasks.dossiers import Twin, twin_by_code, twin_by_name
from jizhou_desktop.tasks.workspaces import Workspace

OPEN_TWIN = "F6"
"""The key that opens the dossier that is there."""


def twin_of(workspace: Workspace, uid: str, answers: Mapping[str, str]) -> Twin | None:
    """Another enterprise with the code typed, or of a name so alike that it may be the same."""
    code = normalise(answers.get("uscc", ""))
    found = twin_by_code(workspace, uid, code) if len(code) == LENGTH else None
    return found or twin_by_name(workspace, uid, answers.get("name", ""), code)


def words_of(twin: Twin) -> str:
    """What is said of it, with the key that leads to it."""
    if twin.same_code:
        return f"该信用代码已有档案：{twin.name}。请不要重复建档。按 {OPEN_TWIN} 打开那份档案。"
    return f"已有名称相近的档案：{twin.name}。同一家企业请不要重复建档。按 {OPEN_TWIN} 打开那份档案。"
