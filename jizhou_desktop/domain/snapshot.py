"""What one office hands over for one year (年度数据快照)."""

from collections import Counter
from dataclasses import dataclass

from jizhou_desktop.domain.attachment import Attachment
from jizhou_desktop.domain.explanation import Explanation
from jizhou_desktop.domain.office import Office
from jizhou_desktop.domain.record import Record


@dataclass(frozen=True)
class Snapshot:
    """All that `office` holds for `year`, whole: a record that is absent is no longer held.

    `sequence` rises with every package of the office. `made_at` is ISO with seconds, `made_by` the clerk.
    """

    office: Office
    year: int
    sequence: int
    made_at: str
    made_by: str
    records: tuple[Record, ...]
    attachments: tuple[Attachment, ...] = ()
    explanations: tuple[Explanation, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many records of each kind."""
        return dict(sorted(Counter(str(record.kind) for record in self.records).items()))


def in_scope(record: Record, year: int) -> bool:
    """Whether a record goes with that year's data: without a year, of the year, or of the year before.

    The year before goes along: schemes read both (三（三）“从上一年度到本年度”), and changes are shown against it.
    """
    return record.year is None or record.year in (year - 1, year)
