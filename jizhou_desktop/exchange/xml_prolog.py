"""The beginning of an XML part: what its root is, and whether it brings a document type with entities."""

import re

_SKIPPED = re.compile(rb"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_ROOT = re.compile(rb"<([A-Za-z_][\w:.-]*)")
_UTF_8 = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_WIDE_BEGINNINGS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


class Suspicious(Exception):  # noqa: N818  — said of the part, not of an error
    """An XML part that declares a document type or hides in an encoding that no office program writes."""


def root_name(head: bytes) -> str:
    """The root's name without prefix, blank where the part is no XML; `head` is the part's beginning.

    Raises Suspicious for a DOCTYPE, an encoding other than UTF-8, or a prolog without end, ValueError for broken XML.
    """
    if head.startswith(_WIDE_BEGINNINGS):
        raise Suspicious
    text = head.removeprefix(b"\xef\xbb\xbf")
    if not text.lstrip().startswith(b"<"):
        return ""
    encoding = _ENCODING.match(text)
    if encoding and encoding[1].lower() not in _UTF_8:
        raise Suspicious
    place = 0
    while skipped := _SKIPPED.match(text, place):
        place = skipped.end()
    root = _ROOT.match(text, place)
    if not root and text.startswith(b"<!", place):
        raise Suspicious
    if not root:
        raise ValueError("no root")
    return root[1].rpartition(b":")[2].decode("ascii", "replace")
