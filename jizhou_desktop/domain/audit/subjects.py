"""What the rules look at: an enterprise's file, one year of it, one transformation, one claim."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from jizhou_desktop.domain.above_scale import ScaleLimits, ScaleVerdict, above_scale
from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.audit.limits import AuditLimits
from jizhou_desktop.domain.codes import Codes
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.money import wan_of_fen
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Record
from jizhou_desktop.domain.size_class import SizeThresholds, SizeVerdict, size_class


@dataclass(frozen=True)
class EnterpriseFile:
    """All that is held on one enterprise (一企一档), and the data to judge it by.

    `figures` are its year figures by year; `villages` are the village words of addresses (`offices.village_words`);
    `forms` are the forms its claims answer, by id; `qualifications` and `energy` are rows of those lists.
    """

    enterprise: Record
    plan: Plan
    codes: Codes
    thresholds: SizeThresholds
    figures: Mapping[int, Record] = field(default_factory=dict)
    transformations: tuple[Record, ...] = ()
    claims: tuple[Record, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    villages: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    scale: ScaleLimits = field(default_factory=ScaleLimits)
    qualifications: tuple[Record, ...] = ()
    energy: tuple[Record, ...] = ()
    limits: AuditLimits = field(default_factory=AuditLimits)

    @property
    def record(self) -> Record:
        """The enterprise's own record."""
        return self.enterprise

    def years(self) -> Iterator["YearOfFigures"]:
        """Its years, oldest first, each with the year before where that is held."""
        for year in sorted(self.figures):
            yield YearOfFigures(self.figures[year], year, self.figures.get(year - 1), self)

    @property
    def latest(self) -> "YearOfFigures | None":
        """Its newest year."""
        return max(self.years(), key=lambda year: year.year, default=None)

    def going(self) -> Iterator["Transformation"]:
        """Its transformations."""
        return (Transformation(record, self) for record in self.transformations)

    def asked(self) -> Iterator["Claim"]:
        """Its claims."""
        return (Claim(record, self) for record in self.claims)

    def evidence_of(self, record: Record) -> list[Attachment]:
        """The attachments (佐证材料) kept beside one of its records."""
        return [attachment for attachment in self.attachments if attachment.record == record.uid]

    def size(self, year: int) -> SizeVerdict:
        """Its size class by one year's figures; the class is "" where that year is not held."""
        figures = self.figures.get(year)
        industry = self.enterprise.text("industry")
        if figures is None:
            return SizeVerdict("", f"没有{year}年度数据，不能划型。")
        revenue, assets = figures.whole("revenue"), figures.whole("assets")
        return size_class(
            industry,
            figures.whole("employees"),
            None if revenue is None else wan_of_fen(revenue),
            None if assets is None else wan_of_fen(assets),
            self.thresholds,
        )

    def above_scale(self, year: int) -> ScaleVerdict:
        """Whether one year's revenue makes it 规模以上; None where that year or its revenue is not held."""
        figures = self.figures.get(year)
        revenue = figures.whole("revenue") if figures else None
        wan = None if revenue is None else wan_of_fen(revenue)
        return above_scale(self.enterprise.text("industry"), wan, self.scale)


@dataclass(frozen=True)
class YearOfFigures:
    """One year's figures of an enterprise, beside those of the year before."""

    record: Record
    year: int
    last: Record | None
    file: EnterpriseFile


@dataclass(frozen=True)
class Transformation:
    """One transformation of an enterprise."""

    record: Record
    file: EnterpriseFile

    @property
    def year(self) -> int:
        """The year it counts in; the plan's where the record says none."""
        return self.record.year or self.record.whole("year") or self.file.plan.year

    @property
    def path(self) -> str:
        """The id of its path."""
        return self.record.text("path")

    @property
    def state(self) -> str:
        """拟转型 … 认定, 退回, 取消."""
        return self.record.text("state")

    @property
    def figures(self) -> Record | None:
        """The enterprise's figures of its year."""
        return self.file.figures.get(self.year)

    @property
    def last(self) -> Record | None:
        """The enterprise's figures of the year before."""
        return self.file.figures.get(self.year - 1)


@dataclass(frozen=True)
class Claim:
    """One claim (补贴申报) of an enterprise; its form's id is its scheme's."""

    record: Record
    file: EnterpriseFile

    @property
    def scheme(self) -> str:
        """The id of its scheme."""
        return self.record.form

    @property
    def year(self) -> int:
        """The year it is made in; the plan's where the record says none."""
        return self.record.year or self.file.plan.year

    @property
    def others(self) -> list[Record]:
        """The enterprise's other claims of the same year."""
        plan_year = self.file.plan.year
        return [
            other
            for other in self.file.claims
            if other.uid != self.record.uid and (other.year or plan_year) == self.year
        ]


def decimal_of(record: Record, name: str) -> Decimal | None:
    """A decimal answer (吨标准煤); None where it is blank, 不适用 or 未取得."""
    text = record.text(name)
    return Decimal(text) if text and text[0].isdigit() else None


def day_of(record: Record, name: str) -> date | None:
    """A date answer; None where it is blank, 不适用 or 未取得."""
    text = record.text(name)
    return date.fromisoformat(text) if text[:4].isdigit() else None
