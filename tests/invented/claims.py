"""Claims to try steps and funds on: a district's bureau with its own claims, brought as far as a test needs."""

from datetime import datetime
from itertools import count

from jizhou_desktop.tasks.answers import save_answers
from jizhou_desktop.tasks.claim_steps import take
from jizhou_desktop.tasks.uids import uids_from

NOW = datetime.fromisoformat("2020-12-30T09:30:00+08:00")

_MADE = count()


class Claims:
    """Makes claims in a workspace and takes steps on them."""

    def __init__(self, workspace, now=NOW):
        self.workspace, self.now = workspace, now
        self.new_uid = uids_from(f"claims-{next(_MADE)}")

    def enterprise(self, name, **answers):
        """`name` may be a single character: 甲 is 天津甲有限公司."""
        name = name if len(name) > 3 else f"天津{name}有限公司"
        saved = save_answers(self.workspace, "enterprise", {"name": name, **answers}, uid=self.new_uid(), now=self.now)
        return saved.record

    def claim(self, name="天津样例有限公司", scheme="smart-upgrade", year=2020, uscc="", **answers):
        dated = {"project": "改造项目", "start": f"{year}0101", "end": f"{year}1001"}
        project = dated if scheme in ("smart-upgrade", "energy-saving", "major-innovation") else {}
        saved = save_answers(
            self.workspace,
            scheme,
            {**project, **answers},
            uid=self.new_uid(),
            now=self.now,
            parent=self.enterprise(name, uscc=uscc).uid,
            year=year,
        )
        assert saved.record, saved.problems
        return saved.record

    def take(self, claim, *steps, **answers):
        """Takes steps told as 受理 1101 (in the year of `now`), the last with further answers."""
        for told in steps:
            name, day = told.split()
            last = answers if told == steps[-1] else {}
            typed = {"step": name, "date": f"{self.now.year}{day}", **last}
            step = take(self.workspace, claim, typed, now=self.now, new_uid=self.new_uid)
        return step

    def checked(self, *told, scheme="smart-upgrade"):
        """Claims brought to 现场核查, told as (name, equipment in 万元, day of 受理)."""
        made = []
        for name, equipment, day in told:
            claim = self.claim(name, scheme, investment=equipment, equipment=equipment)
            self.take(claim, f"受理 {day}", "乡镇初审 1110", "部门审核 1111", "现场核查 1112")
            made.append(claim)
        return made
