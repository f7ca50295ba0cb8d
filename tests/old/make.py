"""Keeps a small workspace of the release at hand. Run it once a release, and commit what it wrote.

What stands in tests/old is never made again: it is what offices have on their disks.
"""

import json
import shutil
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from uuid import UUID

from jizhou_desktop.domain.office import Level, Office, Profile
from jizhou_desktop.domain.record import Kind, Record, as_plain
from jizhou_desktop.store.numbers import NumberRow
from jizhou_desktop.store.packages import SENT, PackageRow
from jizhou_desktop.store.papers import PaperRow
from jizhou_desktop.store.workspace import FOLDERS, Workspace

CLERK = "王样例"
AT = "2020-12-30T09:00:00+08:00"
NOW = datetime.fromisoformat(AT)
YUYANG = Office("120119100", "渔阳镇", "天津市蓟州区渔阳镇人民政府", Level.TOWNSHIP, "渔政发")
OTHER_OFFICE = "120119104"


def uid(number: int) -> str:
    return str(UUID(int=number))


ENTERPRISE = Record(
    uid(1),
    Kind.ENTERPRISE,
    YUYANG.code,
    {
        "name": "天津单家渔山精密机械有限公司",
        "former_names": "蓟县渔山机械厂",
        "uscc": "91120225MA06MQEY05",
        "legal_person": "赵样例",
        "capital": 120_000_000,
        "place": YUYANG.code,
        "industry": "3484",
        "rd": "不适用",
    },
    "enterprise",
)
CLOSED = Record(uid(2), Kind.ENTERPRISE, YUYANG.code, {"name": "盘麓塑料包装厂"}, "enterprise")
FIGURES = Record(
    uid(3), Kind.YEAR_FIGURES, YUYANG.code, {"revenue": 8_400_000_000, "employees": 86}, "year-figures",
    year=2020, parent=ENTERPRISE.uid,
)  # fmt: skip
CLAIM = Record(
    uid(4), Kind.CLAIM, YUYANG.code, {"project": "数控产线改造", "investment": 350_000_000}, "smart-upgrade",
    year=2020, parent=ENTERPRISE.uid,
)  # fmt: skip
THEIRS = Record(
    uid(5), Kind.ENTERPRISE, OTHER_OFFICE, {"name": "别镇食品厂"}, "enterprise", revision=3, changed_at=AT,
    changed_by="李样例",
)  # fmt: skip
GONE = Record(
    uid(6), Kind.ENTERPRISE, OTHER_OFFICE, {"name": "别镇旧厂"}, "enterprise", revision=1, changed_at=AT,
    changed_by="李样例",
)  # fmt: skip


def fill(workspace: Workspace, evidence: Path) -> None:
    """Something in every table."""
    records = workspace.records
    first, closed, *_rest = records.save_all([ENTERPRISE, CLOSED, FIGURES, CLAIM], by=CLERK, at=AT)
    records.save(first.with_values(address="渔阳镇样例路1号"), by=CLERK, at=AT, why="补充地址")
    records.close_record(closed.uid, "注销", by=CLERK, at=AT)
    records.receive([THEIRS, GONE], by=CLERK, at=AT)
    records.receive([], gone=[GONE], by=CLERK, at=AT)
    evidence.write_bytes(b"%PDF-1.4 invoice")
    added = workspace.attachments.add(
        evidence, record=CLAIM.uid, kind="发票", title="设备发票", name="发票.pdf", dated="2020-10-28", uid=uid(7)
    )
    paper = PaperRow("assessment-notice", "年终考核通报", "", "通报.pdf", added.digest, 1, CLERK, AT)
    workspace.papers.keep(paper, evidence)
    workspace.numbers.give(NumberRow("渔政发", 2020, 0, "assessment-notice", "2020", "年终考核通报", CLERK, AT))
    workspace.packages.note(
        PackageRow(SENT, YUYANG.code, 2020, 1, "0" * 64, "渔阳镇.jzb", {"enterprise": 2}, 1, CLERK, AT)
    )
    workspace.drafts.keep("enterprise", "", {"name": "填了一半"}, at=AT)
    workspace.explanations.give(FIGURES.uid, "L01", {"revenue": 8_400_000_000}, "订单增加", by=CLERK, at=AT)
    evidence.unlink()


def said_by(workspace: Workspace) -> dict[str, object]:
    """What must be read from this workspace for ever."""
    explanation = workspace.explanations.find(FIGURES.uid, "L01", {"revenue": 8_400_000_000})
    records = [record for kind in Kind for record in workspace.records.all_of(kind, closed=True)]
    return {
        "profile": asdict(workspace.profile),
        "records": [as_plain(record) for record in records],
        "revisions": {uid(number): len(workspace.records.history(uid(number))) for number in range(1, 7)},
        "draft": workspace.drafts.find("enterprise", ""),
        "explanation": explanation and {name: getattr(explanation, name) for name in ("text", "said_by", "said_at")},
        "numbers": [str(row) for row in workspace.numbers.rows()],
        "next_sequence": workspace.packages.next_sequence(2020),
    }


def main() -> None:
    release = Path(__file__).parent / version("jizhou-desktop")
    with Workspace.create(release / "workspace", Profile(YUYANG, CLERK)) as workspace:
        fill(workspace, release / "发票.pdf")
        said = said_by(workspace)
    (release / "said.json").write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    (release / "workspace" / "jizhou.sqlite-journal").unlink(missing_ok=True)
    for name in FOLDERS:
        folder = release / "workspace" / name
        if not any(folder.iterdir()):
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
