"""Pages of a printed paper as pictures, for the preview and for the printer."""

from jizhou_desktop.documents.raster import Picture, page_count, page_size, picture

__all__ = ["Picture", "page_count", "page_size", "picture"]
