"""Documents to set, and the standard to hold them to."""

from datetime import date

import pytest

from jizhou_desktop.documents.conform.measure import measure
from jizhou_desktop.documents.official.write import write_official
from jizhou_desktop.domain.document import OfficialDocument, Paragraph

SENTENCE = "各单位要按照“谁负责、谁落实”的要求，确定负责机构和责任人，明确任务和时限，确保2020年各项任务落到实处。"


def document(**changes):
    """A plain notice of 渔阳镇."""
    said = {
        "title": "蓟州区渔阳镇人民政府关于2020年中小企业创新转型年终考核结果的通报",
        "offices": ["天津市蓟州区渔阳镇人民政府"],
        "number": "渔政发〔2020〕6号",
        "addressees": "各村（居）民委员会，各有关企业",
        "blocks": [Paragraph(SENTENCE * 3)],
        "signed": ["蓟州区渔阳镇人民政府"],
        "dated": date(2020, 12, 30),
        "note": "此件主动公开",
        "printed_by": "蓟州区渔阳镇人民政府办公室",
        "printed_on": date(2020, 12, 30),
    }
    return OfficialDocument(**{**said, **changes})


@pytest.fixture
def write(tmp_path, faces, created):
    """Writes a document; gives the file and what was printed."""

    def write(made, name="document.pdf"):
        printed = write_official(made, tmp_path / name, faces, created=created)
        return tmp_path / name, printed

    return write


@pytest.fixture
def faults(write):
    """The clauses of the standard that a document does not keep, as measured from its PDF."""

    def faults(made):
        file, _ = write(made)
        return [f"{finding.clause} {finding.text}：{finding.found}" for finding in measure(file) if not finding.ok]

    return faults
