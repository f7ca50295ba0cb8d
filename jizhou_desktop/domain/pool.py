"""A scheme's special fund (专项资金) for one year: budgeted, committed, approved, paid and left. All in 分."""

from collections.abc import Iterable
from dataclasses import dataclass

from jizhou_desktop.domain.claim_money import ClaimMoney


@dataclass(frozen=True)
class Pool:
    """The ledger of one fund.

    `committed_fen` (申报占用) is what all claims would take: what each was granted, or what it asks while nothing is
    granted; it may pass the budget. `approved_fen` (已核定) is the part that was granted and never may;
    `paid_fen` (已拨付) the part paid.
    """

    budget_fen: int
    committed_fen: int = 0
    approved_fen: int = 0
    paid_fen: int = 0

    @property
    def left_fen(self) -> int:
        """可用余额: what further claims may count on. Below zero where the claims pass the budget."""
        return self.budget_fen - self.committed_fen

    @property
    def grantable_fen(self) -> int:
        """可核定余额: what may still be granted."""
        return self.budget_fen - self.approved_fen

    @property
    def unpaid_fen(self) -> int:
        """核定未拨付."""
        return self.approved_fen - self.paid_fen

    @property
    def passed(self) -> bool:
        """Whether the claims pass the budget, so that the office must choose how to share it out."""
        return self.left_fen < 0

    def holds(self, amount_fen: int) -> bool:
        """Whether this much may still be granted."""
        return amount_fen <= self.grantable_fen


def pool_of(budget_fen: int, claims: Iterable[ClaimMoney]) -> Pool:
    """The fund with what the claims took of it."""
    held = list(claims)
    return Pool(
        budget_fen,
        sum(claim.committed_fen for claim in held),
        sum(claim.approved_fen for claim in held),
        sum(claim.paid_fen for claim in held),
    )
