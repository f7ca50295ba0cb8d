"""Energy as standard coal (标准煤): 综合能耗 of an enterprise from the kinds of energy it used.

Factors are the reference values of GB/T 2589-2020《综合能耗计算通则》: annex A for fuels, annex B for heat and power
at their equivalent value (当量值).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.figures import grouped
from jizhou_desktop.domain.record import Value

GAS = "天然气"
KG_OF_TCE = 1000
KJ_OF_KGCE = Decimal("29307.6")
"""Low heat value of one kilogram of standard coal, in kJ (7000 千卡)."""

FUELS = "GB/T 2589-2020 附录A"
HEAT_AND_POWER = "GB/T 2589-2020 附录B（当量值）"


@dataclass(frozen=True)
class EnergyKind:
    """One kind of energy: kgce in one `unit` as it is metered or weighed, and where the factor stands."""

    id: str
    name: str
    unit: str
    kgce: Decimal
    source: str


ENERGY_KINDS: tuple[EnergyKind, ...] = (
    EnergyKind("electricity", "电力", "千瓦时", Decimal("0.1229"), HEAT_AND_POWER),
    EnergyKind("heat", "热力", "百万千焦", 1_000_000 / KJ_OF_KGCE, HEAT_AND_POWER),
    EnergyKind("raw-coal", "原煤", "吨", Decimal("714.3"), FUELS),
    EnergyKind("coke", "焦炭", "吨", Decimal("971.4"), FUELS),
    EnergyKind("petrol", "汽油", "吨", Decimal("1471.4"), FUELS),
    EnergyKind("diesel", "柴油", "吨", Decimal("1457.1"), FUELS),
    EnergyKind("fuel-oil", "燃料油", "吨", Decimal("1428.6"), FUELS),
    EnergyKind("liquefied-gas", "液化石油气", "吨", Decimal("1714.3"), FUELS),
)
"""Natural gas is left out on purpose: the standard gives a range (1.1000—1.3300 kgce a cubic metre), and within it
the supplier's own heat value counts; `gas_kind` takes it.
"""

_BY_ID = {kind.id: kind for kind in ENERGY_KINDS}
_GAS_RANGE = (Decimal("1.1"), Decimal("1.33"))


def gas_kind(kgce: Decimal) -> EnergyKind:
    """Natural gas at the factor of the supplier's heat value. Raises UserError outside the standard's range."""
    low, high = _GAS_RANGE
    if not low <= kgce <= high:
        raise UserError(f"天然气折标系数 {kgce} 不在 {low}—{high} 千克标准煤/立方米之间，请按供气单位热值核对。")
    return EnergyKind("natural-gas", GAS, "立方米", kgce, FUELS)


def electricity_tce(kwh: int) -> Decimal:
    """Electricity in 吨标准煤 at its equivalent value, not rounded."""
    return kwh * _BY_ID["electricity"].kgce / KG_OF_TCE


@dataclass(frozen=True)
class EnergyWorking:
    """综合能耗 worked out from rows of 能源消费: the sum in 吨标准煤, and a line of working for each row."""

    tce: Decimal
    lines: tuple[str, ...]


def work_out(rows: Iterable[Mapping[str, Value]]) -> EnergyWorking:
    """Rows as forms/energy.toml asks them: 品种 by name, 消费量, for natural gas its 折标系数.

    Each kind may stand in several rows (two suppliers of gas). Raises UserError for a row that cannot be reckoned.
    """
    total, lines = Decimal(0), []
    for row in rows:
        kind, amount = _kind_of(row), Decimal(str(row.get("quantity") or 0))
        kgce = amount * kind.kgce
        total += kgce
        factor, coal = grouped(round(kind.kgce, 4)), grouped(_tonnes(kgce))
        lines.append(f"{kind.name} {grouped(amount)}{kind.unit}×{factor}千克标准煤＝{coal}吨标准煤")
    return EnergyWorking(_tonnes(total), tuple(lines))


def kwh_of(rows: Iterable[Mapping[str, Value]]) -> Decimal:
    """The electricity among rows of 能源消费, in 千瓦时."""
    power = (row for row in rows if row.get("energy") == _BY_ID["electricity"].name)
    return sum((Decimal(str(row.get("quantity") or 0)) for row in power), Decimal(0))


def _kind_of(row: Mapping[str, Value]) -> EnergyKind:
    name, factor = row.get("energy"), str(row.get("factor") or "")
    if name == GAS:
        if not factor[:1].isdigit():
            raise UserError("天然气请填供气单位给出的折标系数（1.1—1.33千克标准煤/立方米）。")
        return gas_kind(Decimal(factor))
    kind = next((kind for kind in ENERGY_KINDS if kind.name == name), None)
    if kind is None:
        raise UserError(f"没有“{name or '未填品种'}”的折标系数，请选能源品种。")
    return kind


def _tonnes(kgce: Decimal) -> Decimal:
    return (kgce / KG_OF_TCE).quantize(Decimal("0.01"), ROUND_HALF_UP)
