"""What kind of folder a file lies in: one that a program keeps in step with elsewhere, or one across a network.

A database that is open in such a folder can be replaced or half copied under the program; she is advised against it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# By the names these programs give their folders, in any language they name them in.
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("OneDrive", re.compile(r"onedrive( [-–] .*|-.*)?", re.IGNORECASE)),
    ("Dropbox", re.compile(r"(.* )?dropbox( \(.*\))?", re.IGNORECASE)),
    ("iCloud", re.compile(r"mobile documents|icloud ?drive|com~apple~clouddocs", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive(-.*)?|my drive|mon drive|\.shortcut-targets-by-id", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud\d*|owncloud\d*", re.IGNORECASE)),
)
# What they leave in the folder they keep.
_SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Dropbox", (".dropbox", ".dropbox.cache")),
    ("Nextcloud", (".nextcloudsync.log", ".owncloudsync.log", ".sync_*.db", "._sync_*.db")),
    ("OneDrive", (".849C9593-D756-4E56-8D6E-42412F2A707B",)),
)
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NETWORK_TYPES = re.compile(
    r"nfs\d?|cifs|smb\w*|smbfs|afpfs|webdav|davfs2?|9p|afs|ncpfs|ceph|glusterfs|lustre|virtiofs"
    r"|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs)"
)
NETWORK = "network"


def keeper_of(file: Path, *, environment: Mapping[str, str] | None = None, mounts: str | None = None) -> str:
    """Which program keeps the folder of `file` in step ("OneDrive", "Dropbox", "iCloud", "Google Drive", "Nextcloud"),
    "network" where it lies across one, "" where neither is known. `mounts`: the system's table, for trials."""
    folder = Path(os.path.realpath(file)).parent
    variables = os.environ if environment is None else environment
    for name in _VARIABLES:
        kept = variables.get(name)
        if kept and Path(kept) in (folder, *folder.parents):
            return "OneDrive"
    for part in folder.parts:
        for keeper, pattern in _NAMES:
            if pattern.fullmatch(part):
                return keeper
    for one in (folder, *folder.parents):
        for keeper, signs in _SIGNS:
            if _holds_any(one, signs):
                return keeper
    return NETWORK if _across_a_network(folder, mounts) else ""


def _holds_any(folder: Path, names: Iterable[str]) -> bool:
    try:
        return any(any(folder.glob(name)) if "*" in name else (folder / name).exists() for name in names)
    except OSError:
        return False


def _across_a_network(folder: Path, mounts: str | None) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == 4)  # DRIVE_REMOTE
    table = _mount_table() if mounts is None else mounts
    best, kind = "", ""
    for place, its_kind in _mounted(table):
        if (place == "/" or str(folder) == place or str(folder).startswith(f"{place}/")) and len(place) >= len(best):
            best, kind = place, its_kind
    return _NETWORK_TYPES.fullmatch(kind.lower()) is not None


def _mounted(table: str) -> Iterable[tuple[str, str]]:
    """(where, type) of each line of /proc/mounts, or of what `mount` says on macOS."""
    for line in table.splitlines():
        spoken = re.fullmatch(r".* on (/.*) \((\w+)[,)].*", line)
        if spoken:
            yield spoken[1], spoken[2]
            continue
        fields = line.split(" ")
        if len(fields) >= 3:
            yield re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1]), fields[2]


def _mount_table() -> str:
    try:
        if sys.platform == "darwin":
            import subprocess

            return subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=2, check=False).stdout
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return ""
