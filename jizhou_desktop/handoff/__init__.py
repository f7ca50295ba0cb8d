"""The package that carries a year's data from one office to another (数据交接)."""
