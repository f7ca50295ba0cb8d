"""The receipt says what was taken in, with a digest short enough to compare by eye."""

from jizhou_desktop.handoff.merge import plan_merge
from jizhou_desktop.handoff.receipt import receipt_for
from jizhou_desktop.handoff.verify import read_package

from .conftest import enterprise


def test_a_receipt_counts_what_became_of_each_record(package):
    read = read_package(package)
    held = [enterprise(1, revision=9), enterprise(5)]
    receipt = receipt_for(
        read.manifest, plan_merge(held, read.snapshot), taken_by="李样例", taken_at="2020-12-21T09:00:00+08:00"
    )
    assert "天津市蓟州区渔阳镇人民政府2020年度第1次数据包已收到" in receipt.text()
    assert "新增1条，变更0条，相同0条，不再保留1条，未导入1条" in receipt.text()
    assert "接收人：李样例" in receipt.text()


def test_the_short_digest_begins_the_digest(package):
    manifest = read_package(package).manifest
    receipt = receipt_for(manifest, plan_merge([], read_package(package).snapshot), taken_by="", taken_at="")
    groups = receipt.short_digest.split(" ")
    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert manifest.digest.upper().startswith("".join(groups))
