"""Backup, restore and examination (备份、恢复、体检)."""

from jizhou_desktop.store.backup import BackupInfo, back_up, restore
from jizhou_desktop.store.doctor import examine as doctor

__all__ = ["BackupInfo", "back_up", "doctor", "restore"]
