"""What the year's documents are composed from: the office, the plan, results, applications."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jizhou_desktop.domain.assessment import Result
from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.plan import Plan


@dataclass(frozen=True)
class Application:
    """One application as documents tell it: enterprise, project, scheme's id, amount in 分 (None: set by review).

    The amount is what was granted, and before that what is asked; `state` is the last step it took.
    """

    enterprise: str
    place: str
    project: str
    scheme: str
    amount_fen: int | None
    state: str = ""


@dataclass(frozen=True)
class Going:
    """One transformation as documents tell it: enterprise, path's id, state."""

    enterprise: str
    place: str
    path: str
    state: str


@dataclass(frozen=True)
class Facts:
    """The year's facts. `by_place` covers all places in the district's workspace and is empty in a township's.

    `turned` is how many enterprises (家) were recognised, each counted once. `targets` are counts by place's code and
    path's id. `number` is the whole 发文字号.
    """

    office: Office
    plan: Plan
    by_path: Sequence[Result]
    by_place: Sequence[Result]
    place_names: Mapping[str, str]
    targets: Mapping[tuple[str, str], int]
    turned: int
    going: Sequence[Going]
    applications: Sequence[Application]
    number: str
    dated: date
    clerk: str

    @property
    def signature(self) -> str:
        """The office's name as it signs: without the city, and for the district's offices without the district."""
        city = self.office.full_name.removeprefix("天津市")
        return city.removeprefix("蓟州区") if self.office.collects and city != "蓟州区人民政府" else city

    @property
    def printed_by(self) -> str:
        """印发机关."""
        return f"{self.signature}办公室"

    @property
    def year(self) -> int:
        return self.plan.year

    @property
    def recognised(self) -> list[str]:
        """The enterprises recognised, each once."""
        return list(dict.fromkeys(going.enterprise for going in self.going if going.state == "认定"))

    @property
    def addressees(self) -> str:
        """主送机关 of what goes down: the townships for the district, villages and enterprises for a township."""
        if self.office.collects:
            return "各乡镇人民政府和街道办事处，各园区管理机构，各有关单位"
        return "各村（居）民委员会，各有关企业"
