"""The lists of a dossier as its registration form prints them: those that hold something, and what is going on."""

from collections.abc import Iterator, Mapping, Sequence

from jizhou_desktop.documents.forms.listed import PaperList
from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.audit.subjects import EnterpriseFile
from jizhou_desktop.domain.plan import Plan
from jizhou_desktop.domain.record import Kind, Record
from jizhou_desktop.store.workspace import Workspace
from jizhou_desktop.tasks import resources
from jizhou_desktop.tasks.child_rows import child_rows

_ROWS = (
    ("联系人", Kind.CONTACT, {"name": 5, "post": 6, "phone": 6, "remarks": 7}),
    ("主要产品", Kind.PRODUCT, {"name": 8, "capacity": 5, "revenue": 5, "market": 6}),
    ("资质荣誉", Kind.QUALIFICATION, {"type": 5, "name": 5, "number": 5, "issued": 4, "expires": 5}),
)
"""Title, kind of row, and the questions printed with the columns of 24 that each takes."""
_TENANTS = {"name": 1, "uscc": 1, "area": 1, "since": 1}
_LIST = (8, 4, 6, 6)


def enterprise_lists(workspace: Workspace, file: EnterpriseFile, plan: Plan) -> list[PaperList]:
    """Contacts, products and qualifications where there are any; transformations and evidence always."""
    rows = [_rows(title, kind, child_rows(workspace, file.enterprise.uid, kind), spans) for title, kind, spans in _ROWS]
    going = [
        [plan.path(record.text("path")).title, record.text("state"), _date(record), record.text("evidence")]
        for record in file.transformations
    ]
    evidence = [[item.title, item.kind, item.dated, item.name] for item in file.attachments]
    return [
        *(part for part in rows if part.lines),
        PaperList("创新转型", ("路径", "状态", "日期", "佐证材料"), _LIST, going),
        PaperList("佐证材料", ("题名", "种类", "日期", "文件名"), _LIST, evidence),
    ]


def tenant_list(workspace: Workspace, carrier: Record) -> Iterator[PaperList]:
    """入驻企业 of a park, building or base, one of the form's four columns each; nothing where none is listed."""
    held = child_rows(workspace, carrier.uid, Kind.TENANT)
    if held:
        yield _rows("入驻企业", Kind.TENANT, held, _TENANTS)


def _rows(title: str, kind: Kind, held: Sequence[Record], spans: Mapping[str, int]) -> PaperList:
    fields = [resources.form(kind).field(name) for name in spans]
    lines = [[show(field, record[field.name]) for field in fields] for record in held]
    return PaperList(title, [field.label.removesuffix("（万元）") for field in fields], tuple(spans.values()), lines)


def _date(record: Record) -> str:
    return show(resources.form("transformation").field("date"), record["date"])
