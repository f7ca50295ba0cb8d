"""A scheme's special fund (专项资金) for one year: what is budgeted, committed, paid and left. All in 分."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pool:
    """The ledger of one fund. `committed_fen` (已核定) is all that was granted, `paid_fen` (已拨付) the part paid."""

    budget_fen: int
    committed_fen: int = 0
    paid_fen: int = 0

    @property
    def left_fen(self) -> int:
        """可用余额: what may still be granted. Below zero where more was granted than there is."""
        return self.budget_fen - self.committed_fen

    @property
    def unpaid_fen(self) -> int:
        """核定未拨付."""
        return self.committed_fen - self.paid_fen

    @property
    def overspent(self) -> bool:
        return self.left_fen < 0

    def holds(self, amount_fen: int) -> bool:
        """Whether the fund still has this much."""
        return amount_fen <= self.left_fen

    def commit(self, amount_fen: int) -> "Pool":
        """The ledger after a grant. It may fall below zero: what to do then is the office's to decide."""
        return Pool(self.budget_fen, self.committed_fen + amount_fen, self.paid_fen)

    def pay(self, amount_fen: int) -> "Pool":
        """The ledger after a payment. Raises ValueError for more than was granted."""
        if amount_fen > self.unpaid_fen:
            raise ValueError(f"{amount_fen} fen were not granted, only {self.unpaid_fen}")
        return Pool(self.budget_fen, self.committed_fen, self.paid_fen + amount_fen)
