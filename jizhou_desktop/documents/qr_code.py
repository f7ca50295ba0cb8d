"""A QR code as squares (GB/T 18284-2000), for the digest on a handover list."""

from collections.abc import Iterator

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel


def squares(text: str) -> tuple[int, Iterator[tuple[int, int, int]]]:
    """The number of modules a side, and the dark runs as (row, first column, length), all counted from the top left.

    Correction level M: a fold or a stamp's edge may cover 15 % of it.
    """
    code = QRCode(None, QRErrorCorrectLevel.M)
    # Said outright, since ReportLab would write Chinese as Shift-JIS, which a scanner here reads as other characters.
    code.addData(QR8bitByte(text))
    code.make()
    return code.moduleCount, _runs(code.modules)


def _runs(modules: list[list[bool]]) -> Iterator[tuple[int, int, int]]:
    for row, dark in enumerate(modules):
        start = None
        for column, module in enumerate([*dark, False]):
            if module and start is None:
                start = column
            elif not module and start is not None:
                yield row, start, column - start
                start = None
