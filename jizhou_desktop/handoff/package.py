"""Writing a package (写出数据包): one zip file, whole or absent, the same bytes for the same snapshot."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from jizhou_desktop.domain.record import as_plain
from jizhou_desktop.domain.snapshot import Snapshot
from jizhou_desktop.files.whole import whole_file
from jizhou_desktop.handoff.manifest import Manifest, Part, canonical, to_bytes
from jizhou_desktop.handoff.parts import ATTACHMENTS, EXPLANATIONS, MANIFEST, RECORDS, evidence_part
from jizhou_desktop.handoff.verify import read_package

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_package(snapshot: Snapshot, attachment_paths: Mapping[str, Path], out: Path) -> Manifest:
    """Writes the snapshot with its evidence files (by SHA-256); what was written is verified before it gets its name.

    Raises UserError where the file cannot be written or does not verify.
    """
    with whole_file(out, check=read_package) as part, zipfile.ZipFile(part, "w") as package:
        parts = {
            RECORDS: _add(package, RECORDS, _record_lines(snapshot)),
            ATTACHMENTS: _add(package, ATTACHMENTS, _attachment_lines(snapshot)),
            EXPLANATIONS: _add(package, EXPLANATIONS, _explanation_lines(snapshot)),
        }
        for digest in sorted({attachment.digest for attachment in snapshot.attachments}):
            parts[evidence_part(digest)] = _add(package, evidence_part(digest), _pieces(attachment_paths[digest]))
        manifest = Manifest(
            office=snapshot.office,
            year=snapshot.year,
            sequence=snapshot.sequence,
            made_at=snapshot.made_at,
            made_by=snapshot.made_by,
            counts=snapshot.counts(),
            parts=parts,
        )
        package.writestr(_entry(MANIFEST), to_bytes(manifest))
    return manifest


def _record_lines(snapshot: Snapshot) -> Iterator[bytes]:
    for record in sorted(snapshot.records, key=lambda record: (record.kind, record.uid)):
        yield canonical(as_plain(record)) + b"\n"


def _attachment_lines(snapshot: Snapshot) -> Iterator[bytes]:
    for attachment in sorted(snapshot.attachments, key=lambda attachment: attachment.uid):
        yield canonical(asdict(attachment)) + b"\n"


def _explanation_lines(snapshot: Snapshot) -> Iterator[bytes]:
    for explanation in sorted(snapshot.explanations, key=lambda said: (said.record, said.rule)):
        yield canonical(asdict(explanation)) + b"\n"


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while piece := stream.read(1 << 20):
            yield piece


def _entry(name: str) -> zipfile.ZipInfo:
    # A fixed time and fixed rights: the package says itself when it was made, and equal content gives equal bytes.
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_STORED if name.startswith("attachments/") else zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _add(package: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> Part:
    digest, size = hashlib.sha256(), 0
    with package.open(_entry(name), "w", force_zip64=True) as member:
        for piece in pieces:
            member.write(piece)
            digest.update(piece)
            size += len(piece)
    return Part(size, digest.hexdigest())
