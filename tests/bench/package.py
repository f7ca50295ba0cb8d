"""A package of 1,000 dossiers: written, verified, and merged by the district."""

import tempfile
from pathlib import Path

from jizhou_desktop.tasks import hand_over, take_in
from jizhou_desktop.tasks.uids import uids_from
from jizhou_desktop.tasks.workspaces import create
from tests.bench.invented import NOW, filled_workspace
from tests.bench.measuring import tell_peak, timed

COUNT = 1_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "package.jzb"
        filled = filled_workspace(Path(folder) / "渔阳镇", COUNT)
        with filled as township, timed(f"package of {COUNT:,} dossiers written and verified", COUNT, "dossiers"):
            hand_over.hand_over(township, 2020, package, now=NOW)
        with create(Path(folder) / "区级", office_code="120119", clerk="李样例") as district:
            with timed("  taken in by the district", COUNT, "dossiers"):
                looked = take_in.look(district, package)
                take_in.save(district, looked, now=NOW, new_uid=uids_from("bench"))
            with timed("  taken in again (nothing changes)", COUNT, "dossiers"):
                take_in.look(district, package)
        print(f"  {package.stat().st_size / 1024:,.0f} KB")
    tell_peak("package")


if __name__ == "__main__":
    main()
