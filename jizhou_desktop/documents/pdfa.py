"""What makes a PDF an archive file: PDF/A-2b (ISO 19005-2; GB/T 23286 names its first part)."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from jizhou_desktop.documents.pdf_stream import PackedStream
from jizhou_desktop.documents.srgb import srgb_profile

PRODUCER = "Jizhou Desktop"
_CONDITION = "sRGB IEC61966-2.1"


@dataclass(frozen=True)
class About:
    """What the file says of itself. `created` bears a time zone, or counts as Chinese standard time."""

    title: str
    author: str
    subject: str
    created: datetime


def archive_document(about: About) -> PDFDocument:
    """An empty document of PDF 1.7 that is marked as PDF/A-2b; pages are still to be added."""
    document = PDFDocument(invariant=1, pdfVersion=(1, 7))
    document.info = PDFDictionary(_info(about))
    metadata = PackedStream(_xmp(about), {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, plain=True)
    document.Catalog = PDFDictionary(
        {
            "Type": PDFName("Catalog"),
            "Pages": document.Reference(document.Pages),
            "Metadata": document.Reference(metadata),
            "OutputIntents": PDFArray([PDFDictionary(_intent(document))]),
            "Lang": PDFString("zh-CN"),
            "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true", "PrintScaling": PDFName("None")}),
        }
    )
    return document


def finished(document: PDFDocument) -> bytes:
    """The file's bytes; its identifier follows from what is in it, so that the same paper is the same file."""
    document._ID = _identifier("0" * 32)  # noqa: SLF001  — ReportLab would make one from the clock
    data: bytes = document.format()
    body, mark, trailer = data.rpartition(b"trailer")
    digest = hashlib.sha256(body).hexdigest()[:32]
    return body + mark + trailer.replace(_identifier("0" * 32), _identifier(digest))


def _identifier(digest: str) -> bytes:
    return f"[<{digest}><{digest}>]".encode()


def _info(about: About) -> dict[str, object]:
    date = PDFString(_pdf_date(about.created))
    entries = {"Title": about.title, "Author": about.author, "Subject": about.subject, "Producer": PRODUCER}
    texts: dict[str, object] = {key: PDFString(value) for key, value in entries.items() if value}
    return texts | {"CreationDate": date, "ModDate": date}


def _intent(document: PDFDocument) -> dict[str, object]:
    profile = PackedStream(_packed_profile(), {"N": 3})
    return {
        "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(_CONDITION), "Info": PDFString(_CONDITION),
        "DestOutputProfile": document.Reference(profile),
    }  # fmt: skip


@cache
def _packed_profile() -> bytes:
    return zlib.compress(srgb_profile(), 9)


def _offset(created: datetime) -> str:
    """The time zone as +08:00."""
    text = created.strftime("%z") or "+0800"
    return f"{text[:3]}:{text[3:5]}"


def _pdf_date(created: datetime) -> str:
    hours, minutes = _offset(created).split(":")
    return f"D:{created:%Y%m%d%H%M%S}{hours}'{minutes}'"


def _xmp(about: About) -> bytes:
    """The metadata packet; it must say the same as the info dictionary (ISO 19005-2, 6.6.2.3)."""
    when = f"{about.created:%Y-%m-%dT%H:%M:%S}{_offset(about.created)}"
    author = (
        f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>" if about.author else ""
    )
    subject = _alternative("dc:description", about.subject) if about.subject else ""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
{_alternative("dc:title", about.title)}{author}{subject}
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _alternative(name: str, text: str) -> str:
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{name}>'
