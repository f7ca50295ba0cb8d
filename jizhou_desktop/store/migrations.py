"""Every change of the database's shape since the first release, each a named function, in order.

A migration is never edited after its release: tests/old keeps a database of each, and each must still open.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("jizhou")

VERSION = 2
"""Written as `user_version`; raised by one with each release that brings a migration."""


@migrations()
def m001_records(db: Database) -> None:
    """Records, their history, and the index that finds them."""
    # The columns after the digest repeat what is searched, sorted or summed of the answers; the doctor compares them.
    # (Generated columns over the JSON were tried: with trusted_schema=OFF SQLite 3.40 refuses json_extract there.)
    db.execute(
        """
        CREATE TABLE records (
            uid TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            office TEXT NOT NULL,
            form TEXT NOT NULL,
            form_version INTEGER NOT NULL,
            year INTEGER,
            parent TEXT,
            closed TEXT NOT NULL,
            revision INTEGER NOT NULL,
            changed_at TEXT NOT NULL,
            changed_by TEXT NOT NULL,
            answers TEXT NOT NULL,
            digest TEXT NOT NULL,
            name TEXT,
            uscc TEXT,
            legal_person TEXT,
            place TEXT,
            industry TEXT,
            path TEXT,
            state TEXT,
            count INTEGER,
            amount INTEGER,
            revenue INTEGER,
            employees INTEGER
        ) STRICT
        """
    )
    db.execute("CREATE INDEX records_kind_name ON records (kind, closed, name)")
    db.execute("CREATE INDEX records_kind_year ON records (kind, year)")
    db.execute("CREATE INDEX records_parent ON records (parent) WHERE parent IS NOT NULL")
    db.execute("CREATE INDEX records_uscc ON records (uscc) WHERE uscc IS NOT NULL")
    db.execute(
        """
        CREATE TABLE history (
            number INTEGER PRIMARY KEY,
            uid TEXT NOT NULL,
            revision INTEGER NOT NULL,
            noted_at TEXT NOT NULL,
            noted_by TEXT NOT NULL,
            why TEXT NOT NULL,
            state TEXT NOT NULL,
            chain TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX history_uid ON history (uid, number)")
    for action in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER history_no_{action.lower()} BEFORE {action} ON history "
            "BEGIN SELECT RAISE(ABORT, 'history is only ever added to'); END"
        )
    # A narrow table of its own, as it is read whole (see finder.py); only of open records.
    db.execute(
        "CREATE TABLE finder (uid TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL) STRICT"
    )


@migrations()
def m002_registers(db: Database) -> None:
    """What is kept beside records: evidence, papers, packages, explanations, drafts, settings."""
    db.table("attachments").create(
        {
            "uid": str, "record": str, "kind": str, "title": str, "name": str, "dated": str, "digest": str,
            "size": int,
        },
        pk="uid", not_null={"record", "digest", "size"}, strict=True,
    )  # fmt: skip
    db.table("attachments").create_index(["record"])
    db.table("papers").create(
        {
            "number": int, "paper": str, "title": str, "subject": str, "file": str, "digest": str, "pages": int,
            "printed_by": str, "printed_at": str,
        },
        pk="number", strict=True,
    )  # fmt: skip
    db.table("packages").create(
        {
            "number": int, "direction": str, "office": str, "year": int, "sequence": int, "digest": str, "file": str,
            "counts": str, "evidence": int, "noted_by": str, "noted_at": str,
        },
        pk="number", strict=True,
    )  # fmt: skip
    db.execute(
        """
        CREATE TABLE numbers (
            prefix TEXT NOT NULL,
            year INTEGER NOT NULL,
            running INTEGER NOT NULL,
            paper TEXT NOT NULL,
            about TEXT NOT NULL,
            title TEXT NOT NULL,
            given_by TEXT NOT NULL,
            given_at TEXT NOT NULL,
            void TEXT NOT NULL,
            PRIMARY KEY (prefix, year, running)
        ) STRICT
        """
    )
    for name, action in (("stays", "DELETE"), ("never_moves", "UPDATE OF prefix, year, running")):
        db.execute(
            f"CREATE TRIGGER number_{name} BEFORE {action} ON numbers "
            "BEGIN SELECT RAISE(ABORT, 'a number once given stays in the register'); END"
        )
    db.table("drafts").create(
        {"form": str, "record": str, "answers": str, "kept_at": str}, pk=("form", "record"), strict=True
    )
    db.table("explanations").create(
        {"record": str, "rule": str, "values_digest": str, "text": str, "said_by": str, "said_at": str},
        pk=("record", "rule"), strict=True,
    )  # fmt: skip
    db.table("settings").create({"name": str, "value": str}, pk="name", strict=True)


@migrations()
def register_of_take_ins(db: Database) -> None:
    """Which workbooks were taken in, and which records at which revision each wrote, so that one is undone as one."""
    db.table("take_ins").create(
        {
            "number": int, "file": str, "counts": str, "taken_by": str, "taken_at": str, "undone_by": str,
            "undone_at": str,
        },
        pk="number", strict=True,
    )  # fmt: skip
    db.execute(
        """
        CREATE TABLE take_in_records (
            take_in INTEGER NOT NULL REFERENCES take_ins (number),
            uid TEXT NOT NULL,
            revision INTEGER NOT NULL,
            PRIMARY KEY (take_in, uid)
        ) STRICT
        """
    )


@migrations()
def evidence_stays(db: Database) -> None:
    """Evidence says who added it and whether it was taken out, and each state it was in is kept."""
    for column in ("added_by", "added_at", "withdrawn"):
        db.execute(f"ALTER TABLE attachments ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX attachments_digest ON attachments (digest)")
    db.execute(
        """
        CREATE TABLE evidence_history (
            number INTEGER PRIMARY KEY,
            uid TEXT NOT NULL,
            noted_at TEXT NOT NULL,
            noted_by TEXT NOT NULL,
            why TEXT NOT NULL,
            state TEXT NOT NULL
        ) STRICT
        """
    )
    db.execute("CREATE INDEX evidence_history_uid ON evidence_history (uid, number)")
    for action in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER evidence_history_no_{action.lower()} BEFORE {action} ON evidence_history "
            "BEGIN SELECT RAISE(ABORT, 'history is only ever added to'); END"
        )
