"""A workbook of 10,000 rows: looked through and taken in."""

import tempfile
from decimal import Decimal
from pathlib import Path

from jizhou_desktop.exchange.workbook_out import OutColumn, OutTable, write_workbook
from jizhou_desktop.tasks import take_in
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from tests.bench.invented import NOW, YUYANG, enterprises
from tests.bench.measuring import tell_peak, timed

COUNT = 10_000
HEADINGS = (
    "企业名称", "统一社会信用代码", "法定代表人", "成立日期", "注册资本（万元）", "所属乡镇", "行业代码",
    "住所", "2020年营业收入（万元）", "2020年从业人员（人）",
)  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "花名册.xlsx"
        rows = [[Decimal(said) if said.isdigit() and len(said) < 6 and place > 3 and place != 6 else said
                 for place, said in enumerate(answers.values())] for answers in enterprises(COUNT)]  # fmt: skip
        write_workbook([OutTable("花名册", "花名册", [OutColumn(said) for said in HEADINGS], rows)], file, now=NOW)
        with create(Path(folder) / "ws", office_code=YUYANG, clerk="王样例") as workspace:
            with timed(f"workbook of {COUNT:,} rows looked through", COUNT, "rows"):
                looked = take_in.look(workspace, file, year=2020)
            print(f"  {looked.counts()}")
            with timed("  and saved", COUNT, "rows"):
                take_in.save(workspace, looked, now=NOW, new_uid=uids_from("bench"))
    tell_peak("workbook")


if __name__ == "__main__":
    main()
