"""What each row of a sheet is about: an enterprise with its figures, a carrier, a claim, a line of a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jizhou_desktop.domain.form import Field, FieldKind, Form
from jizhou_desktop.domain.record import Kind

ENTERPRISE, FIGURES, OWNER = "enterprise", "year-figures", "owner"

_ENTERPRISE_NAMES = ("所属企业", "企业")
_EITHER = ("企业（载体）名称", "企业/载体名称", "载体名称", "所属载体")
_PROJECT = Field(
    "project",
    "项目名称",
    FieldKind.TEXT,
    help="申报的项目或产品；只有一项申报的企业可以不填",
    aliases=("申报项目", "项目（产品）名称", "申报产品"),
)
_YEAR = Field("year", "年度", FieldKind.YEAR, min="2000", max="2100", aliases=("申报年度", "年份"))


@dataclass(frozen=True)
class Subject:
    """`form` is asked of each row; `figures` beside it, once a year; `owner` names the record that the row belongs to.

    `owner` is no form of forms/: it asks for a name and a credit code, and for claims the year.
    """

    form: Form
    figures: Form | None = None
    owner: Form | None = None

    @property
    def id(self) -> str:
        return self.form.id

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms whose questions may head a column; the row's own come first."""
        return tuple(form for form in (self.form, self.figures, self.owner) if form)

    @property
    def identity(self) -> tuple[str, ...]:
        """The questions that tell one row of an owner from another."""
        return _IDENTITY.get(self.form.id, ())

    @property
    def yearly(self) -> bool:
        """Whether the same thing in another year is another record."""
        return self.form.kind in (Kind.TARGET, Kind.TRANSFORMATION, Kind.CLAIM)

    @property
    def has_place(self) -> bool:
        return any(field.name == "place" for field in self.form.fields)

    def field(self, target: str) -> Field:
        """The question that `form.field` names; KeyError where there is none."""
        form_id, _, name = target.partition(".")
        return next(form for form in self.forms if form.id == form_id).field(name)


_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "carrier": ("name",),
    "target": ("year", "path", "place"),
    "transformation": ("path",),
    "contact": ("name",),
    "product": ("name",),
    "qualification": ("type", "name", "number"),
    "energy": ("year", "energy"),
    "tenant": ("name",),
    "equipment": ("invoice_number", "name", "model"),
    "smart-upgrade": ("project",),
    "energy-saving": ("project",),
    "major-innovation": ("project",),
    "famous-product": ("product",),
    "patent": ("kind",),
}


def subjects(forms: Mapping[str, Form]) -> tuple[Subject, ...]:
    """All that can be taken in, the commonest first."""
    enterprise, carrier = forms[ENTERPRISE].field("name"), forms["carrier"].field("name")
    code = replace(forms[ENTERPRISE].field("uscc"), help="与企业档案一致")
    name = _owner_name(enterprise, _ENTERPRISE_NAMES)
    either = _owner_name(enterprise, (*_ENTERPRISE_NAMES, *_EITHER))
    of_enterprise = _owner("所属企业", name, code)
    of_either = _owner("所属企业（载体）", either, code)
    of_claim = _owner("所属申报", name, code, _YEAR, _PROJECT)
    of_carrier = _owner("所属载体", replace(_owner_name(carrier, ("所属载体", "入驻载体")), name="name"))
    lists = {"contact": of_either, "product": of_enterprise, "qualification": of_enterprise, "energy": of_enterprise,
             "equipment": of_claim, "tenant": of_carrier}  # fmt: skip
    claims = [form for form in forms.values() if form.kind == Kind.CLAIM]
    return (
        Subject(forms[ENTERPRISE], figures=forms[FIGURES]),
        Subject(forms["carrier"]),
        Subject(forms["target"]),
        Subject(forms["transformation"], owner=of_either),
        *(Subject(form, owner=_owner("申报企业", name, code, _YEAR)) for form in claims),
        *(Subject(forms[form_id], owner=owner) for form_id, owner in lists.items()),
    )


def _owner(title: str, *fields: Field) -> Form:
    return Form(OWNER, 1, title, ENTERPRISE, fields)


def _owner_name(field: Field, more: Sequence[str]) -> Field:
    """A plain 名称 is the row's own, never its owner's."""
    aliases = tuple(alias for alias in field.aliases if alias != "名称")
    return replace(field, required=False, help="与已建档案一致", aliases=(*aliases, *more))
