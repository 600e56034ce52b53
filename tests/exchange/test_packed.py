"""Zips of other people: what may be in them, and what is told rather than opened."""

from __future__ import annotations

import io
import stat
import tracemalloc
import warnings
import zipfile

import pytest

from journal.domain.errors import UnreadableFile
from journal.exchange import packed

CARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Odile Brandt\nEND:VCARD\n"


def zipped(*files, level=9):
    """A zip of (name or ZipInfo, contents)."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as out:
        warnings.simplefilter("ignore")  # a name twice
        for name, content in files:
            out.writestr(name, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def link(name):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def read(data):
    return list(packed.members(data, "x.zip"))


def test_files_with_data_come_out_in_order_and_others_stay_in():
    data = zipped(("a/b.vcf", CARD), ("photo.jpg", b"x"), ("c.CSV", b"a,b\n"), ("__MACOSX/d.csv", b"x"), ("e.csv", b""))
    assert read(data) == [("a/b.vcf", CARD), ("c.CSV", b"a,b\n")]


@pytest.mark.parametrize(
    "ending", ["csv", "tsv", "xlsx", "vcf", "ics", "json", "html", "htm", "xml", "opml", "eml", "zip"]
)
def test_endings_that_may_hold_entries(ending):
    assert read(zipped((f"x.{ending}", b"1"))) == [(f"x.{ending}", b"1")]


@pytest.mark.parametrize(
    "name", ["../out.vcf", "a/../../out.vcf", "/etc/out.vcf", "C:\\out.vcf", "..\\out.vcf", "\\\\host\\out.vcf", "a/.."]
)
def test_paths_that_leave_are_told_not_opened(name):
    found = read(zipped((name, CARD), ("fine.vcf", CARD)))
    assert ("fine.vcf", CARD) in found
    assert all(content == b"" for path, content in found if path != "fine.vcf")
    assert len(found) == (1 if name == "a/.." else 2)  # no ending of ours: not looked at


def test_links_are_told_not_followed():
    assert read(zipped((link("cards.vcf"), "/etc/passwd"), ("fine.vcf", CARD))) == [
        ("cards.vcf", b""),
        ("fine.vcf", CARD),
    ]


def test_the_second_of_one_name_is_told():
    assert read(zipped(("a.vcf", CARD), ("a.vcf", b"other"))) == [("a.vcf", CARD), ("a.vcf", b"")]


def test_a_bomb_is_told_and_never_held():
    data = zipped(("bomb.csv", b"a" * (300 * 2**20)), ("fine.vcf", CARD), level=6)
    assert len(data) < 2**20
    tracemalloc.start()
    try:
        assert read(data) == [("bomb.csv", b""), ("fine.vcf", CARD)]
        assert tracemalloc.get_traced_memory()[1] < 160 * 2**20
    finally:
        tracemalloc.stop()


def test_a_zip_in_a_zip_stays_packed():
    inner = zipped(("bomb.csv", b"a" * (50 * 2**20)))
    assert read(zipped(("inner.zip", inner))) == [("inner.zip", inner)]


def test_too_much_in_all_is_refused(monkeypatch):
    monkeypatch.setattr(packed, "LARGEST", 100)
    with pytest.raises(UnreadableFile, match="file_too_large"):
        read(zipped(("a.csv", b"a,b\n" * 20), ("b.csv", b"c,d\n" * 20)))


def test_more_members_than_are_read_are_counted(monkeypatch):
    monkeypatch.setattr(packed, "MOST_MEMBERS", 2)
    assert read(zipped(*((f"{n}.csv", b"1") for n in range(5))))[-1] == ("(+3)", b"")


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_zip_that_is_not_whole_is_refused(cut):
    with pytest.raises(UnreadableFile, match="zip_unreadable"):
        read(zipped(("a.csv", b"a,b\n" * 50))[:cut])


def test_a_workbook_is_no_zip_of_files():
    book = zipped(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"))
    assert packed.is_workbook(book)
    assert not packed.is_packed(book)
    assert packed.is_packed(zipped(("a.csv", b"a")))
    assert not packed.is_packed(b"PK")
