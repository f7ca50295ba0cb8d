"""The action plan (行动计划) in its own words and numbering, as an annex is set: leads, texts, who answers for what."""

from collections.abc import Iterator
from itertools import groupby

from jizhou_desktop.domain.document import Block, Heading, Paragraph
from jizhou_desktop.domain.plan import Path, PathItem, Plan


def plan_text(plan: Plan) -> Iterator[Block]:
    """The whole plan, parts one to four."""
    yield Paragraph(plan.opening.text)
    yield Heading(1, f"一、{plan.goal.title}")
    yield Paragraph(plan.goal.text)
    yield Heading(1, f"二、{plan.routes.title}")
    yield Paragraph(plan.routes.text)
    for group in plan.groups:
        yield Paragraph(group.text, lead=f"{group.number}{group.title}。", lead_level=2)
        for path in group.paths:
            yield from _path(plan, path)
    yield Heading(1, f"三、{plan.support.title}")
    yield Paragraph(plan.support.text)
    yield from _schemes(plan)
    yield Heading(1, "四、组织推动")
    for duty in plan.duties:
        yield Paragraph(duty.text, lead=f"{_in_part(duty.section)}{duty.title}。", lead_level=2)


def _path(plan: Plan, path: Path) -> Iterator[Paragraph]:
    """A path, its items below it; who answers is told at its end, or item by item."""
    text = path.text.removeprefix(f"{path.title}。")
    each_answers = any(item.departments for item in path.items)
    said = _answer_for(plan, path.lead, path.cooperate)
    end = "" if path.items else said
    yield Paragraph(f"{text}{end}", lead=f"{path.number}.{path.title}。", lead_level=3)
    yield from _items(plan, path.items)
    if path.items and (path.cooperate or not each_answers):
        yield Paragraph(said)


def _items(plan: Plan, items: tuple[PathItem, ...]) -> Iterator[Paragraph]:
    for item in items:
        # what the plan does not number is known here as its first, second … paragraph
        number = "" if item.number.startswith("第") else item.number
        answer = _answer_for(plan, item.departments, ()) if item.departments else ""
        yield Paragraph(f"{number}{item.text}{answer}")
        yield from _items(plan, item.items)


def _schemes(plan: Plan) -> Iterator[Paragraph]:
    """A section may hold several subsidies: its title is said once."""
    for section, schemes in groupby(plan.schemes, key=lambda scheme: scheme.section):
        held = list(schemes)
        for place, scheme in enumerate(held):
            title = scheme.title.partition("（")[0]
            lead = f"{_in_part(section)}{title}。" if place == 0 else ""
            answer = _answer_for(plan, scheme.departments, ()) if place == len(held) - 1 else ""
            yield Paragraph(f"{scheme.text}{answer}", lead=lead, lead_level=2 if lead else 0)


def _in_part(section: str) -> str:
    """（二） of 三（二）."""
    return section[1:]


def _answer_for(plan: Plan, lead: tuple[str, ...], cooperate: tuple[str, ...]) -> str:
    names = ["、".join(plan.department(name).name for name in group) for group in (lead, cooperate)]
    return f"（{names[0]}牵头，{names[1]}配合）" if names[1] else f"（{names[0]}负责）"
