"""Official documents of 25 to 200 pages: the time must grow in a straight line."""

import tempfile
import time
from datetime import date
from pathlib import Path

from jizhou_desktop.documents.official.write import write_official
from jizhou_desktop.domain.document import OfficialDocument, Paragraph
from jizhou_desktop.tasks import resources
from tests.bench.invented import NOW
from tests.bench.measuring import tell_peak

SENTENCE = "各单位要按照“谁负责、谁落实”的要求，确定负责机构和责任人，明确任务和时限，确保2020年各项任务落到实处。"
PARAGRAPHS_A_PAGE = 3.7


def long_document(pages: int) -> OfficialDocument:
    """About that many pages of body."""
    return OfficialDocument(
        title="关于创新转型工作的通知",
        offices=["天津市蓟州区渔阳镇人民政府"],
        number="渔政发〔2020〕6号",
        addressees="各村（居）民委员会",
        blocks=[Paragraph(SENTENCE * 3)] * int(pages * PARAGRAPHS_A_PAGE),
        signed=["蓟州区渔阳镇人民政府"],
        dated=date(2020, 12, 30),
        printed_by="渔阳镇办公室",
        printed_on=date(2020, 12, 30),
    )


def main() -> None:
    faces = resources.faces()
    with tempfile.TemporaryDirectory() as folder:
        write_official(long_document(2), Path(folder) / "warm.pdf", faces, created=NOW)
        for pages in (25, 50, 100, 200):
            begin = time.perf_counter()
            printed = write_official(long_document(pages), Path(folder) / f"{pages}.pdf", faces, created=NOW)
            seconds = time.perf_counter() - begin
            each = 1000 * seconds / printed.pages
            print(f"official document of {printed.pages:>3} pages{'':<28}{seconds:9.3f} s  {each:.2f} ms a page")
    tell_peak("documents")


if __name__ == "__main__":
    main()
