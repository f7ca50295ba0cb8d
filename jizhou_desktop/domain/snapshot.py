"""What one office hands over for one year (年度数据快照)."""

from dataclasses import dataclass

from jizhou_desktop.domain.attachment import Attachment
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

    def counts(self) -> dict[str, int]:
        """How many records of each kind."""
        counts: dict[str, int] = {}
        for record in self.records:
            counts[str(record.kind)] = counts.get(str(record.kind), 0) + 1
        return dict(sorted(counts.items()))
