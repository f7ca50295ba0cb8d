"""What a subsidy scheme says of one application: condition by condition, and the amount."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """One condition. `met` is None where a person must judge; `source` names the plan's section."""

    met: bool | None
    text: str
    value: str
    limit: str
    source: str


@dataclass(frozen=True)
class Verdict:
    """The answer. Amounts are whole 分; `amount_fen` is None where a review sets it within `range_fen`.

    `district_fen` and `city_fen` are each budget's share. `working` shows how the amount came about, with its
    rounding. `standard_fen` is the whole of which only a part may be paid now (高企奖励标准), where there is one.
    """

    scheme: str
    eligible: bool
    conditions: tuple[Condition, ...]
    amount_fen: int | None = None
    range_fen: tuple[int, int] | None = None
    district_fen: int | None = None
    city_fen: int | None = None
    working: str = ""
    standard_fen: int | None = None

    @property
    def whole_fen(self) -> int | None:
        """What is asked for in all, over every payment."""
        return self.amount_fen if self.standard_fen is None else self.standard_fen
