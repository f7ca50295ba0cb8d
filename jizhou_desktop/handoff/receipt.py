"""The receipt (回执) that the collecting office gives for a package: what was taken in, to be compared by eye."""

from collections.abc import Mapping
from dataclasses import dataclass

from jizhou_desktop.handoff.manifest import Manifest
from jizhou_desktop.handoff.merge import MergePlan


@dataclass(frozen=True)
class Receipt:
    """Who took which package, when, and what came of it."""

    manifest: Manifest
    taken_by: str
    taken_at: str
    counts: Mapping[str, int]

    @property
    def short_digest(self) -> str:
        """The first 16 characters of the digest in groups of four, as printed on both papers."""
        digest = self.manifest.digest[:16].upper()
        return " ".join(digest[start : start + 4] for start in range(0, 16, 4))

    def text(self) -> str:
        """The receipt in sentences."""
        manifest, counts = self.manifest, self.counts
        return (
            f"{manifest.office.full_name}{manifest.year}年度第{manifest.sequence}次数据包已收到。\n"
            f"新增{counts['new']}条，变更{counts['changed']}条，相同{counts['same']}条，"
            f"不再保留{counts['gone']}条，未导入{counts['refused']}条。\n"
            f"数据包摘要：{self.short_digest}\n"
            f"接收人：{self.taken_by}　接收时间：{self.taken_at}"
        )


def receipt_for(manifest: Manifest, plan: MergePlan, *, taken_by: str, taken_at: str) -> Receipt:
    """The receipt for a package merged by `plan`."""
    counts = {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": len(plan.same),
        "gone": len(plan.gone),
        "refused": len(plan.refused),
    }
    return Receipt(manifest, taken_by, taken_at, counts)
