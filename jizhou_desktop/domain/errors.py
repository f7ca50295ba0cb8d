"""Whose fault a failure is belongs to its type."""


class UserError(Exception):
    """A sentence for the official: where, what is wrong, what to do. Shown as it stands, without a traceback.

    Anything else that is raised is a fault of ours and goes to the error report and the log.
    """
