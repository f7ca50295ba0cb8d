"""Settings of a workspace (工作目录的设置): small texts by name, such as saved filters, that travel with its folder."""

from sqlite_utils import Database

from jizhou_desktop.store.connection import writing


class Settings:
    """The settings of one workspace."""

    def __init__(self, database: Database) -> None:
        """Keeps the database it works on."""
        self._database = database

    def find(self, name: str) -> str:
        """What is kept under the name; blank where nothing is."""
        row = self._database.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchone()
        return "" if row is None else str(row[0])

    def keep(self, name: str, value: str) -> None:
        """Keeps a text under a name, in place of the one before."""
        with writing(self._database):
            self._database.table("settings").upsert({"name": name, "value": value}, pk="name")
