"""The official document (公文) by GB/T 9704-2012."""
