"""The answers of an application form as a scheme's rule reads them: the same figures, typed once."""

from collections.abc import Mapping

from jizhou_desktop.domain.answers import show
from jizhou_desktop.domain.form import Form
from jizhou_desktop.domain.record import Value
from jizhou_desktop.domain.schemes import SCHEME_KEYS


def claim_figures(form: Form, values: Mapping[str, Value], *, size: str = "") -> dict[str, str]:
    """What `reckon` is asked with: the answers to the scheme's keys, as typed. Blank answers are left out.

    `size` is the enterprise's size class, for a scheme that asks for it. The form's id is its scheme's; raises
    KeyError where there is no such scheme.
    """
    keys = SCHEME_KEYS[form.id]
    asked = [field for field in form.fields if field.name in keys and values.get(field.name) is not None]
    figures = {field.name: show(field, values[field.name]) for field in asked}
    return figures | ({"size": size} if size and "size" in keys else {})
