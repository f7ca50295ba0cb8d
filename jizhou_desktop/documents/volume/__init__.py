"""A volume (案卷): evidence of many files as one PDF with cover, contents and running page numbers."""
