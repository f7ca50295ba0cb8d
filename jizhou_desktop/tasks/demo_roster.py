"""The sample roster: the kind of workbook that officials keep, made from the sample data."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from jizhou_desktop.domain.form import Field, FieldKind
from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, write_workbook
from jizhou_desktop.tasks import resources

_SAID = ("name", "uscc", "legal_person", "founded", "capital", "industry", "address", "products", "contact", "phone")
_FIGURES = (
    "revenue", "profit", "tax", "employees", "rd", "assets", "equipment", "energy", "kwh", "patents",
)  # fmt: skip
_AS_NUMBERS = (FieldKind.MONEY, FieldKind.WHOLE, FieldKind.DECIMAL)


def write_demo_roster(sample: Mapping[str, Any], out: Path, *, now: datetime) -> None:
    """Writes the sample's enterprises with two years of figures, under a merged title."""
    enterprise, figures = resources.form("enterprise"), resources.form("year-figures")
    asked = [enterprise.field(name) for name in (*_SAID, "above_scale")]
    yearly = [figures.field(name) for name in _FIGURES]
    years = sorted(sample["enterprise"][0]["figures"])
    headings = ["序号", "所属乡镇", *(field.label for field in asked)]
    headings += [f"{year}年{field.label}" for year in years for field in yearly]
    rows = [
        [
            Decimal(number),
            resources.office(sample["office"]).name,
            *(_typed(field, entry[field.name]) for field in asked),
            *(_typed(field, entry["figures"][year][field.name]) for year in years for field in yearly),
        ]
        for number, entry in enumerate(sample["enterprise"], start=1)
    ]
    title = sample["roster"]["title"]
    table = OutTable("花名册", title, [OutColumn(heading) for heading in headings], rows)
    write_workbook([table], out, now=now)


def _typed(field: Field, answer: str) -> str | Decimal:
    return Decimal(answer) if field.kind in _AS_NUMBERS else answer
