"""The main job on sample data (样例): from an empty machine to a dossier, a form, an official document, a package."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources, take_in
from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.demo_roster import write_demo_roster
from jizhou_desktop.tasks.evidence import add_evidence
from jizhou_desktop.tasks.hand_over import hand_over
from jizhou_desktop.tasks.print_out import print_paper
from jizhou_desktop.tasks.steps import take_step
from jizhou_desktop.tasks.uids import NewUid, uids_from
from jizhou_desktop.tasks.workspaces import create

Report = Callable[[int, int, str], None]

_NO_ANSWERS = ("enterprise", "result", "steps")


@dataclass(frozen=True)
class DemoDone:
    """What the demo made."""

    enterprises: int
    records: int
    papers: tuple[Path, ...]
    package: Path
    digest: str


def demo(folder: Path, *, now: datetime, report: Report | None = None) -> DemoDone:
    """Fills an absent or empty folder by the very steps an official takes. Raises UserError as those steps do."""
    sample = tomllib.loads((resources.resource_folder() / "demo" / "2020.toml").read_text("utf-8"))
    say = report or (lambda _done, _total, _step: None)
    with create(folder, office_code=sample["office"], clerk=sample["clerk"]) as workspace:
        return _Demo(workspace, sample, now, uids_from("demo"), say).run()


@dataclass(frozen=True)
class _Demo:
    workspace: Workspace
    sample: Mapping[str, Any]
    now: datetime
    new_uid: NewUid
    say: Report

    def run(self) -> DemoDone:
        self.say(1, 5, "写出花名册并导入企业档案")
        self._take_in_roster()
        self.say(2, 5, "登记年初任务和转型情况")
        self._save_tasks()
        for carrier in self.sample["carrier"]:
            self._save("carrier", carrier)
        self.say(3, 5, "填报智能化技改补贴，附佐证材料")
        claims = [self._save_claim(claim) for claim in self.sample["claim"]]
        self.say(4, 5, "打印文书")
        papers = self._print(claims[0])
        self.say(5, 5, "写出数据包")
        package = self.workspace.folder / "packages" / f"{self.workspace.profile.office.name}-{self.year}-1.jzb"
        manifest = hand_over(self.workspace, self.year, package, now=self.now)
        return DemoDone(
            enterprises=len(self.workspace.records.all_of(Kind.ENTERPRISE)),
            records=sum(manifest.counts.values()),
            papers=papers,
            package=package,
            digest=manifest.digest,
        )

    @property
    def year(self) -> int:
        return int(self.sample["year"])

    def _take_in_roster(self) -> None:
        roster = self.workspace.folder / "样例花名册.xlsx"
        write_demo_roster(self.sample, roster, now=self.now)
        looked = take_in.look(self.workspace, roster, year=self.year)
        if looked.has_faults:
            raise UserError(f"样例花名册有误：{looked.problems[0]}")
        take_in.save(self.workspace, looked, now=self.now, new_uid=self.new_uid)

    def _save_tasks(self) -> None:
        place = self.workspace.profile.office.code
        for target in self.sample["target"]:
            self._save("target", {"year": str(self.year), "place": place, **target}, year=self.year)
        for task in self.sample["transformation"]:
            self._save_transformation(task)

    def _save_transformation(self, task: Mapping[str, Any]) -> None:
        """A transformation with what came of it, and the steps that the township itself takes."""
        answers = {name: answer for name, answer in task.items() if name not in _NO_ANSWERS} | {"year": str(self.year)}
        going = self._save("transformation", answers, parent=self._enterprise(task["enterprise"]).uid, year=self.year)
        path = resources.plan_of_year(self.year).path(task["path"])
        if "result" in task:
            self._save(path.result, task["result"], parent=going.uid, year=self.year)
        for step in task.get("steps", ()):
            take_step(self.workspace, going, step, now=self.now, new_uid=self.new_uid)

    def _save_claim(self, claim: Mapping[str, str]) -> Record:
        answers = {name: answer for name, answer in claim.items() if name not in ("enterprise", "form")}
        enterprise = self._enterprise(claim["enterprise"])
        saved = self._save(claim["form"], answers, parent=enterprise.uid, year=self.year)
        listed = f"设备清单（样例）\n企业：{claim['enterprise']}\n设备投入：{claim['equipment']}万元\n"
        source = self.workspace.folder / "样例设备清单.txt"
        source.write_text(listed, encoding="utf-8")
        add_evidence(
            self.workspace,
            saved,
            source,
            kind="设备清单",
            title="设备清单（样例）",
            dated=saved.text("end"),
            uid=self.new_uid(),
            now=self.now,
        )
        source.unlink()
        return saved

    def _print(self, claim: Record) -> tuple[Path, ...]:
        wanted = {
            "assessment-notice": None,
            "subsidy-form-smart-upgrade": claim.uid,
            "enterprise-record": claim.parent,
        }
        papers = self.workspace.folder / "papers"
        return tuple(
            print_paper(
                self.workspace, paper, year=self.year, subject=subject, out=papers / f"{paper}.pdf", now=self.now
            ).file
            for paper, subject in wanted.items()
        )

    def _save(self, form_id: str, answers: Mapping[str, str], **about: Any) -> Record:  # noqa: ANN401  — as save_answers takes
        saved = save_answers(self.workspace, form_id, answers, uid=self.new_uid(), now=self.now, **about)
        if saved.record is None:
            raise UserError(f"样例数据有误：{saved.problems[0]}")
        return saved.record

    def _enterprise(self, name: str) -> Record:
        for record in self.workspace.records.all_of(Kind.ENTERPRISE):
            if record["name"] == name:
                return record
        raise UserError(f"样例数据中没有企业“{name}”。")
