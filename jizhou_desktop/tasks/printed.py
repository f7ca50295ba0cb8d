"""The register of printed papers (打印登记): what was printed when, about whom, by whom, and the paper itself."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.store.papers import PaperRow
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources

__all__ = ["PaperRow", "about", "copy_kept", "kept_paper", "of_digest", "printed_papers"]


def printed_papers(workspace: Workspace) -> list[PaperRow]:
    """Every paper printed, the latest first."""
    return workspace.papers.rows()


def about(workspace: Workspace, rows: Sequence[PaperRow]) -> dict[str, str]:
    """What papers are about, in words, by their subject: an enterprise's name, a project, a place."""
    places = {place.code: place.name for place in resources.places()}
    return {subject: places.get(subject) or _name(workspace, subject) for subject in {row.subject for row in rows}}


def kept_paper(workspace: Workspace, row: PaperRow) -> Path:
    """The copy that was kept of a paper. Raises UserError where it is gone or not what was printed."""
    kept = workspace.papers.kept(row)
    if not kept.is_file():
        raise UserError(f"{row.title}（{row.printed_at[:10]}）留存的原件不在工作目录中，可以重新生成，或从备份中找回。")
    if hashlib.sha256(kept.read_bytes()).hexdigest() != row.digest:
        raise UserError(
            f"{row.title}（{row.printed_at[:10]}）留存的原件与登记的摘要不一致，可能已损坏，请从备份中找回。"
        )
    return kept


def of_digest(workspace: Workspace, beginning: str) -> PaperRow:
    """The paper whose digest begins so. Raises UserError where there is none, or more than one."""
    wanted = beginning.strip().replace(" ", "").casefold()
    found = {row.digest: row for row in printed_papers(workspace) if wanted and row.digest.startswith(wanted)}
    if len(found) != 1:
        said = "没有" if not found else "不止一份"
        raise UserError(f"打印登记中{said}摘要以“{beginning}”开头的文书，请照登记多写几位。")
    return next(iter(found.values()))


def copy_kept(workspace: Workspace, row: PaperRow, out: Path) -> None:
    """Copies the kept paper to where the official wants it. Raises UserError as `kept_paper`, or where it cannot."""
    kept = kept_paper(workspace, row)
    with whole_file(out) as part:
        shutil.copyfile(kept, part)


def _name(workspace: Workspace, uid: str) -> str:
    record = workspace.records.get(uid) if uid else None
    if record is None:
        return ""
    owner = workspace.records.get(record.parent) if record.parent else None
    own = record.text("name") or record.text("project") or record.text("product")
    return "　".join(text for text in (owner.text("name") if owner else "", own) if text)
