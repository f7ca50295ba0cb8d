"""Forms and ledgers on paper (表格): prescribed grids, one file a paper."""
