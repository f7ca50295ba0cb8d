"""Opens a PDF to look at it: one reader at a time, and whatever is wrong with the file said in Chinese."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from jizhou_desktop.domain.errors import UserError

# PDFium may be entered by one thread only, and the window renders pages while a worker measures.
_ENTERED = Lock()


@contextmanager
def entered() -> Iterator[None]:
    """Keeps other threads out of PDFium. Short, as the window may be waiting to draw a page."""
    with _ENTERED:
        yield


@contextmanager
def opened_document(path: Path) -> Iterator[PdfDocument]:
    """The document, closed again afterwards. Raises UserError where the file is missing, damaged or locked."""
    if not path.is_file():
        raise UserError(f"找不到文件 {path}，请检查路径后重试。")
    with _ENTERED:
        try:
            document = PdfDocument(path)
        except PdfiumError as error:
            raise UserError(f"文件 {path} 不是 PDF，或已损坏、已加密，无法打开。") from error
        try:
            yield document
        finally:
            document.close()


@contextmanager
def opened_page(document: PdfDocument, number: int, path: Path) -> Iterator[PdfPage]:
    """Page `number`, counted from 1. Raises UserError where there is none or it cannot be read."""
    if not 1 <= number <= len(document):
        raise UserError(f"文件 {path} 没有第{number}页，共{len(document)}页。")
    try:
        page = document[number - 1]
    except PdfiumError as error:
        raise UserError(f"文件 {path} 第{number}页已损坏，无法读取。") from error
    try:
        yield page
    finally:
        page.close()
