"""News feeds in all their forms become plain text."""

import json
import time
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange import detect, feeds
from journal.exchange.proposals import Proposed, Rejected

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "feeds"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside this checkout")

SALMON = "http://salmon-test.blogspot.com/2009/10/test-post.html?showComment=1260320342544#c4788628857625737701"
POCKET = "http://www.pocketsoap.com/weblog/rssTests/"
# file -> (title, link, published) of each piece of news, read from the files by eye. Items with neither title, text nor
# link are nothing to read, and left out.
EXPECTED = {
    "feedparser_encoding__demoronize-1.xml": [("", "", None)],
    "feedparser_encoding__utf-8-bom.xml": [],
    "feedparser_illformed__rss_incomplete_cdata.xml": [("[CD", "", None)],
    "feedparser_illformed__undeclared_namespace.xml": [],
    "feedparser_json__example.json": [
        ("post 2", "https://example.org/second-item", None),
        ("", "https://example.org/initial-post", None),
    ],
    "feedparser_wellformed__atom10__entry_author_name.xml": [],
    "feedparser_wellformed__atom10__entry_title_text_plain.xml": [("Example Atom", "", None)],
    "feedparser_wellformed__atom__entry_published_parsed_date_overwriting.xml": [],
    "feedparser_wellformed__namespace__atomthreadingwithentry.xml": [
        ("bloffo bliff by te...", SALMON, datetime(2009, 12, 9, 0, 59, 2)),
    ],
    "feedparser_wellformed__namespace__rss1.0withModules.xml": [
        ("Test Item - RSS 1.0", f"{POCKET}rss1.0withModules.xml#1", datetime(2002, 9, 28, 20, 1, 19)),
    ],
    "feedparser_wellformed__namespace__rss2.0NSwithModules.xml": [
        ("Test Item - RSS2.0 w/ NS", f"{POCKET}rss2.0NSwithModules.xml#1", datetime(2002, 9, 28, 20, 1, 19)),
    ],
    "feedparser_wellformed__rss__item_dc_date.xml": [],
    "feedparser_wellformed__rss__item_guid.xml": [("", "http://guid.example.com/", None)],
    "feedparser_wellformed__rss__item_pubDate.xml": [],
}


def rss(inside, head="<rss version='2.0'><channel><title>Le fil</title><link>https://fil.example/</link>"):
    return f"{head}{inside}".encode()


@needs_samples
def test_every_sample():
    files = [path for path in SAMPLES.iterdir() if path.name != "ORIGIN.tsv"]
    assert {path.name for path in files} == set(EXPECTED)
    for path in files:
        data = path.read_bytes()
        assert detect.recognise(data[: detect.HEAD], "") is feeds, path.name
        found = [(item.title, item.link, item.published) for item in feeds.items(data)]
        assert found == EXPECTED[path.name], path.name


@needs_samples
def test_windows_quotes_and_scripts():
    [item] = feeds.items((SAMPLES / "feedparser_encoding__demoronize-1.xml").read_bytes())
    assert item.summary == "don’t"
    second = feeds.items((SAMPLES / "feedparser_json__example.json").read_bytes())[1]
    assert second.summary == "Hello, world!"


def test_html_becomes_text():
    [item] = feeds.items(
        rss(
            "<item><title>L&amp;#8217;&lt;b&gt;été&lt;/b&gt; &amp;amp; nous</title>"
            "<description><![CDATA[<p>Un<br/>deux</p><script>bad()</script><img src='https://spy.example/x.gif'><style>p{}</style>"
            " trois &lt; quatre]]></description>"
        )
    )
    assert item.title == "L’été & nous"
    assert item.summary == "Un\ndeux\ntrois < quatre"


def test_atom_and_xhtml():
    [item] = feeds.items(
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x/"><title>A</title><entry><id>tag:1</id>'
        b'<title type="xhtml"><div>One <b>two</b></div></title><link rel="edit" href="/no"/><link href="/yes"/>'
        b"<updated>2026-11-20T09:00:00+01:00</updated></entry></feed>",
        base="https://blog.example/feed",
    )
    assert (item.guid, item.title, item.link) == ("tag:1", "One two", "https://x/yes")  # where it says itself to be
    assert item.published == datetime(2026, 11, 20, 8)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss><item><title>Élise à Noël</title></item></rss>'
    assert [item.title for item in feeds.items(text.encode(encoding))] == ["Élise à Noël"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fri, 20 Nov 2026 10:00:00 +0100", datetime(2026, 11, 20, 9)),
        ("20 Nov 26 10:00 GMT", datetime(2026, 11, 20, 10)),
        ("2026-11-20", datetime(2026, 11, 20)),
        ("2026-11-20T10:00:00.5Z", datetime(2026, 11, 20, 10)),
        ("yesterday", None),
        ("2026-99-99", None),
        ("0001-01-01T00:00:00Z", None),
    ],
)
def test_dates(text, expected):
    [item] = feeds.items(rss(f"<item><title>x</title><pubDate>{text}</pubDate></item>"))
    assert item.published == expected


def test_only_web_links():
    for bad in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"):
        [item] = feeds.items(rss(f"<item><title>x</title><link>{bad}</link></item>"))
        assert item.link == ""


def test_what_has_no_id_keeps_one_and_repeats_are_one():
    item = "<item><title>x</title><description>y</description></item>"
    once, again = feeds.items(rss(item * 3)), feeds.items(rss(item))
    assert once == again and len(once) == 1 and once[0].guid.startswith("content:")


def test_texts_are_bounded():
    [item] = feeds.items(rss(f"<item><guid>{'g' * 9000}</guid><title>{'ab ' * 9000}</title><description>{'x' * 90000}"))
    assert (
        len(item.guid) < 500 and len(item.title) <= feeds.LONGEST_TITLE and len(item.summary) <= feeds.LONGEST_SUMMARY
    )
    assert item.title.endswith("ab…") and item.summary.endswith("x…")
    assert len(feeds.items(rss("".join(f"<item><title>{n}</title></item>" for n in range(2000))))) == feeds.MOST_ITEMS


def test_a_dropped_feed_is_a_blog_to_follow():
    data = rss('<atom:link rel="self" href="https://fil.example/rss"/><item><title>x</title></item>')
    [found] = feeds.read(data, "fil.xml")
    assert isinstance(found, Proposed)
    network = found.entry
    assert (network.name, network.type, network.website) == ("Le fil", "blog", "https://fil.example/")
    assert network.feed_url == found.key == "https://fil.example/rss"
    assert list(feeds.read(b"<rss><channel><title>Nu</title></channel></rss>", "x")) == [
        Rejected(1, "feed_says_too_little", {"title": "Nu"})
    ]


def test_entities_are_never_expanded_and_no_file_is_opened():
    head = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
    [item] = feeds.items(f"{head}<rss><item><title>x&a;&b;</title></item></rss>".encode())
    assert item.title == "x&a;&b;"


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><item><description>" + b"<a>" * 1_500_000,
        b"<rss><item " + b" ".join(b'a%d="1"' % n for n in range(300_000)) + b"></item>",
        b"<rss>" + b"<item><title>x</title></item>" * 150_000,
        b"<rss><item><description><![CDATA[" + b"<" * 5_000_000,
        b"<rss><item><description>" + b"&lt;script&gt;" * 300_000,
        b"<rss><item><title>" + b"<!--" * 1_200_000,
        b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + b"[" * 1_000_000,
        b"<rss><item><title>" + b"1 " * 2_000_000,
    ],
    ids=["deep", "attributes", "many", "brackets", "scripts", "comments", "json", "long"],
)
def test_hostile_feeds_end_soon(data):
    start = time.process_time()
    feeds.items(data)
    assert time.process_time() - start < 2


@given(st.text(alphabet="<>/\"'=![]-& itemlnkrsCDATA?\n", max_size=200))
def test_nothing_makes_it_fail(text):
    feeds.items(rss("<item>" + text))


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_any_json_is_survived(value):
    feeds.items(json.dumps({"version": "https://jsonfeed.org/version/1", "items": [value], "title": value}).encode())


@pytest.mark.parametrize("more", ["<b></b>" * 110_000, "x" * (8 * 2**20)])
def test_a_feed_that_is_not_read_to_its_end_says_so(more):
    text = "<rss><channel><title>Zoé</title><link>https://zoe.example/</link>" + more + "</channel></rss>"
    told, network = list(feeds.read(text.encode(), "feed.xml"))
    assert (told.reason, network.entry.name) == ("markup_cut", "Zoé")


def test_a_feed_of_relative_addresses_tells_from_where():
    (record,) = feeds.read(
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/blog/"><title>B</title>'
        b'<link rel="self" href="atom.xml"/><link href="./"/></feed>',
        "x.xml",
    )
    assert (record.entry.feed_url, record.entry.website) == (
        "https://b.example/blog/atom.xml",
        "https://b.example/blog/",
    )


def test_a_feed_has_one_base_however_many_tags_name_one():
    """Each joined upon the last would be an address of megabytes, and minutes."""
    many = b'<feed xml:base="further/">' * 20_000
    (record,) = feeds.read(b'<feed xml:base="https://b.example/blog/">' + many + b'<link href="./"/></feed>', "x.xml")
    assert record.entry.website == "https://b.example/blog/"
