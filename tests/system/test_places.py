"""Folders that are not good for an open database: known by name, by what lies in them, by the system's table."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.system.places import NETWORK, keeper_of

MOUNTS = r"""/dev/sda2 / ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/team /mnt/team cifs rw 0 0
server:/home /mnt/my\040home nfs4 rw 0 0
sam@host: /mnt/far fuse.sshfs rw 0 0
/dev/sdb1 /mnt/far/stick vfat rw 0 0
"""
MAC = "/dev/disk1s1 on / (apfs, local, journaled)\n//sam@nas/Docs on /Volumes/Docs (smbfs, nodev, nosuid)\n"


@pytest.mark.parametrize(
    ("place", "keeper"),
    [
        ("/home/sam/OneDrive/j.db", "OneDrive"),
        ("/home/sam/OneDrive - Nexans SA/Perso/j.db", "OneDrive"),
        ("/home/sam/Dropbox (Personal)/j.db", "Dropbox"),
        ("/Users/sam/Library/Mobile Documents/com~apple~CloudDocs/j.db", "iCloud"),
        ("/Users/sam/Library/CloudStorage/GoogleDrive-sam@example.org/Mon Drive/j.db", "Google Drive"),
        ("/home/sam/Nextcloud/j.db", "Nextcloud"),
        ("/home/sam/ownCloud2/j.db", "Nextcloud"),
        ("/mnt/team/j.db", NETWORK),
        ("/mnt/my home/sam/j.db", NETWORK),
        ("/mnt/far/j.db", NETWORK),
        ("/mnt/far/stick/j.db", ""),
        ("/mnt/teams/j.db", ""),
        ("/home/sam/Documents/j.db", ""),
        ("/home/sam/Dropboxes of mine/j.db", ""),
    ],
)
def test_by_name_and_by_mount(place: str, keeper: str) -> None:
    assert keeper_of(Path(place), environment={}, mounts=MOUNTS) == keeper


def test_what_the_mac_says() -> None:
    assert keeper_of(Path("/Volumes/Docs/j.db"), environment={}, mounts=MAC) == NETWORK
    assert keeper_of(Path("/Users/sam/j.db"), environment={}, mounts=MAC) == ""


@pytest.mark.parametrize(
    ("sign", "keeper"), [(".dropbox", "Dropbox"), (".sync_12ab.db", "Nextcloud"), (".nextcloudsync.log", "Nextcloud")]
)
def test_by_what_lies_in_a_folder_above(tmp_path: Path, sign: str, keeper: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert keeper_of(tmp_path / "a" / "b" / "j.db", environment={}, mounts="") == ""
    (tmp_path / sign).write_text("")
    assert keeper_of(tmp_path / "a" / "b" / "j.db", environment={}, mounts="") == keeper


def test_by_the_variable_of_onedrive(tmp_path: Path) -> None:
    found = keeper_of(tmp_path / "in" / "j.db", environment={"OneDriveCommercial": str(tmp_path)}, mounts="")
    assert found == "OneDrive"
