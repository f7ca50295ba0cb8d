"""The money of one claim as its steps tell it: asked, reviewed, granted, paid, taken back. All in 分."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from jizhou_desktop.domain.procedure import Money
from jizhou_desktop.domain.standing import Standing


@dataclass(frozen=True)
class ClaimMoney:
    """`asked_fen` is the amount by the plan, None where a review sets it; `reviewed_fen` what a review said of it.

    `paid` is what went out less what came back, by share (blank where a payment is of the whole).
    """

    asked_fen: int | None = None
    reviewed_fen: int | None = None
    granted_fen: int | None = None
    paid: Mapping[str, int] = field(default_factory=dict)
    withdrawn: bool = False

    @property
    def wanted_fen(self) -> int | None:
        """What would be granted if the fund were large enough; None where a review has still to say."""
        return self.asked_fen if self.reviewed_fen is None else self.reviewed_fen

    @property
    def paid_fen(self) -> int:
        return sum(self.paid.values())

    @property
    def approved_fen(self) -> int:
        """What the fund must bear by what was decided; of a claim that came to nothing, what is still out."""
        return self.paid_fen if self.withdrawn else (self.granted_fen or 0)

    @property
    def committed_fen(self) -> int:
        """What the fund must be ready for: granted, or as long as nothing is granted, wanted."""
        if self.withdrawn:
            return self.paid_fen
        return (self.wanted_fen or 0) if self.granted_fen is None else self.granted_fen

    @property
    def unpaid_fen(self) -> int:
        return max(self.approved_fen - self.paid_fen, 0)


def money_of(standing: Standing, asked_fen: int | None) -> ClaimMoney:
    """Reads the steps. What was reviewed or granted before a return (退回) counts no more."""
    reviewed = granted = None
    paid: dict[str, int] = defaultdict(int)
    for row in standing.steps:
        step = standing.procedure.find(row.text("step"))
        amount = row.whole("amount")
        if step is None:
            continue
        if step.withdrawn and not step.money:
            reviewed = granted = None
        elif step.money == Money.REVIEW and amount is not None:
            reviewed = amount
        elif step.money == Money.GRANT and amount is not None:
            granted = amount
        elif step.money == Money.PAY:
            paid[step.share] += amount or 0
        elif step.money == Money.TAKE_BACK:
            paid[step.share] -= amount or 0
    return ClaimMoney(asked_fen, reviewed, granted, dict(paid), standing.withdrawn)
