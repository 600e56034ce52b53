"""Lists of blogs, as feed readers give them."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange import detect, opml
from journal.exchange.proposals import Proposed, Rejected

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "opml"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside this checkout")

# file -> (name, address, tags) of each network that must come out, read from the files by eye; then what is rejected.
EXPECTED = {
    "listparser_malformed__end-element-missing.xml": ([("malformed", "https://domain/feed", ())], []),
    "listparser_malformed__html-entity-text-1.xml": ([], []),
    "listparser_opml__categories__duplication.xml": ([("feedname", "http://domain/feed", ("dupe",))], []),
    "listparser_opml__categories__hier-2-nested.xml": (
        [("feedname", "http://domain/feed", ("grouping1", "grouping2"))],
        [],
    ),
    "listparser_opml__categories__tags-3-cats_mixed.xml": (
        [("feedname", "http://domain/feed", ("news", "sports"))],
        [],
    ),
    "listparser_opml__opportunities__opml-htmlUrl.xml": ([], ["feed_without_address"]),
    "listparser_opml__outline_title-text_missing.xml": ([("feedname", "http://domain.com/feed", ())], []),
    "listparser_opml__outline_xmlUrl-miscapitalized.xml": ([("feedname", "http://domain/feed", ())], []),
    "netnewswire_DefaultFeeds_excerpt.opml": (
        [
            ("inessential.com", "http://inessential.com/feed.json", ()),
            ("Accidentally in Code", "https://cate.blog/feed/", ()),
            ("Becky Hansmeyer", "https://beckyhansmeyer.com/feed/", ()),
            ("Daring Fireball", "https://daringfireball.net/feeds/json", ()),
            ("Julia Evans", "https://jvns.ca/atom.xml", ()),
            ("The Omni Blog", "https://www.omnigroup.com/blog/rss/", ()),
        ],
        [],
    ),
}


def read(data):
    data = data.encode() if isinstance(data, str) else data
    found = list(opml.read(data, "x"))
    taken = [record for record in found if isinstance(record, Proposed)]
    return taken, [record for record in found if isinstance(record, Rejected)]


@needs_samples
def test_every_sample():
    files = [path for path in SAMPLES.iterdir() if path.name != "ORIGIN.tsv"]
    assert {path.name for path in files} == set(EXPECTED)
    for path in files:
        assert detect.recognise(path.read_bytes()[: detect.HEAD], "") is opml, path.name
        taken, rejected = read(path.read_bytes())
        networks, reasons = EXPECTED[path.name]
        assert [(one.entry.name, one.key, one.entry.tags) for one in taken] == networks, path.name
        assert [one.reason for one in rejected] == reasons, path.name
        assert all(one.entry.type == "blog" and one.entry.feed_url == one.key for one in taken)


def test_sites_lines_and_two_of_one_name():
    taken, _ = read(
        '<opml>\n<body>\n<outline text="Actu" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/>\n'
        '<outline text="ACTU" xmlUrl="https://b.example/f"/>\n<outline text="x" xmlUrl="https://a.example/f"/></body>'
    )
    assert [(one.entry.name, one.entry.website, one.line) for one in taken] == [
        ("Actu", "https://a.example/", 3),
        ("ACTU (b.example)", "", 4),
    ]


def test_names_are_plain_text_and_addresses_web_addresses():
    taken, rejected = read(
        '<opml><outline text="&lt;b&gt;Caf&#233;&lt;/b&gt; &amp;amp; co" xmlUrl="feed://c.example/f"/>'
        '<outline text="local" xmlUrl="file:///etc/passwd"/><outline type="rss" text="js" xmlUrl="javascript:x()"/>'
    )
    assert [(one.entry.name, one.key) for one in taken] == [("Café & co", "https://c.example/f")]
    assert [one.reason for one in rejected] == ["feed_address_unfit", "feed_address_unfit"]


def test_entities_are_never_expanded():
    bomb = '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    taken, _ = read(f'<?xml version="1.0"?>{bomb}<opml><outline text="&b;" xmlUrl="https://a.example/f"/></opml>')
    assert [one.entry.name for one in taken] == ["&b;"]


@pytest.mark.parametrize(
    "data",
    [
        b"<opml>" + b'<outline text="a">' * 300_000,
        b"<opml>" + b"<!--" * 1_200_000,
        b"<opml><outline " + b" ".join(b'a%d="1"' % number for number in range(300_000)) + b"/>",
        b"<opml>" + b"<" * 5_000_000,
        b'<opml><outline text="' + b"<a '>" * 1_000_000,
        b"<opml>" + b"<!D[>" * 900_000,
    ],
    ids=["deep", "comments", "attributes", "brackets", "quotes", "declarations"],
)
def test_hostile_lists_end_soon(data):
    start = time.process_time()
    list(opml.read(data, "x"))
    opml.recognises(data[: detect.HEAD], "x")
    assert time.process_time() - start < 2


@given(st.text(alphabet="<>/\"'=![]-& opmlutnexrUL?\n", max_size=200))
def test_nothing_makes_it_fail(text):
    list(opml.read(("<opml>" + text).encode(), "x"))


def test_a_list_that_is_not_read_to_its_end_says_so():
    feed = '<outline text="Zoé" xmlUrl="https://zoe.example/feed"/>'
    found = list(opml.read(f"<opml><body>{feed}{'<outline/>' * 200_000}{feed}".encode(), "list.opml"))
    assert [getattr(record, "reason", "taken") for record in found] == ["taken", "markup_cut"]
