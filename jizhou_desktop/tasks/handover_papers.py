"""数据移交清单 of the last package sent for a year."""

from jizhou_desktop.documents.forms.handover_list import HandoverList, handover_paper
from jizhou_desktop.domain.errors import UserError
from jizhou_desktop.domain.face import Printed
from jizhou_desktop.tasks.hand_over import kind_label
from jizhou_desktop.tasks.order import Order
from jizhou_desktop.tasks.write_paper import write_paper


def print_handover_list(order: Order) -> Printed:
    """Raises UserError where no package was sent for the year."""
    row = order.workspace.packages.last_sent(order.year)
    if row is None:
        raise UserError(f"{order.year}年度还没有导出过数据包，请先导出，再打印移交清单。")
    handed = HandoverList(
        office=order.workspace.profile.office.full_name,
        year=row.year,
        sequence=row.sequence,
        made_at=row.noted_at[:16].replace("T", " "),
        made_by=row.noted_by,
        counts=[(kind_label(kind), count) for kind, count in row.counts.items()],
        evidence=row.evidence,
        file=row.file,
        digest=row.digest,
    )
    return write_paper(handover_paper(handed), order)
