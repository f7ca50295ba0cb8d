"""The entries of a form: one class for each way of answering, all with `value()`, `set_value()` and `changed`."""
