"""Every sample file: how many entries must come out of it, and that it changes nothing the second time.

Cards and components are counted here by their first lines; for tables, feeds and lists the numbers were worked out by
reading the files.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journal.actions import bring_in
from journal.domain.errors import UnreadableFile
from tests.exchange.tables_in import opened

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
FILES = sorted(
    str(path.relative_to(SAMPLES)) for path in SAMPLES.rglob("*") if path.is_file() and path.name != "ORIGIN.tsv"
)
FIRST_LINES = {".vcf": rb"(?im)^BEGIN:VCARD", ".ics": rb"(?im)^[ \t]*BEGIN:V(?:EVENT|TODO)"}
NO_EXPORT = "facebook/schema_2018_"  # what such files are like, said in JSON; none of them

# file -> (new entries, records told with a reason)
STATED = {
    "facebook/friends-basic.json": (6, 0),
    "facebook/friends-export-variant.json": (3, 0),
    "facebook/message_1.json": (1, 0),
    "facebook/your_event_responses.json": (8, 0),
    "feeds/feedparser_encoding__demoronize-1.xml": (0, 1),
    "feeds/feedparser_encoding__utf-8-bom.xml": (0, 1),
    "feeds/feedparser_illformed__rss_incomplete_cdata.xml": (1, 0),
    "feeds/feedparser_illformed__undeclared_namespace.xml": (0, 1),
    "feeds/feedparser_json__example.json": (1, 0),
    "feeds/feedparser_wellformed__atom10__entry_author_name.xml": (0, 1),
    "feeds/feedparser_wellformed__atom10__entry_title_text_plain.xml": (0, 1),
    "feeds/feedparser_wellformed__atom__entry_published_parsed_date_overwriting.xml": (0, 1),
    "feeds/feedparser_wellformed__namespace__atomthreadingwithentry.xml": (1, 0),
    "feeds/feedparser_wellformed__namespace__rss1.0withModules.xml": (1, 0),
    "feeds/feedparser_wellformed__namespace__rss2.0NSwithModules.xml": (1, 0),
    "feeds/feedparser_wellformed__rss__item_dc_date.xml": (0, 1),
    "feeds/feedparser_wellformed__rss__item_guid.xml": (0, 1),
    "feeds/feedparser_wellformed__rss__item_pubDate.xml": (0, 1),
    "google-csv/lexnetwork_google_2024.csv": (3, 0),
    "google-csv/prm_google_old.csv": (10, 0),
    "linkedin/derived_Company Follows.csv": (3, 0),
    "linkedin/derived_Endorsement_Received_Info.csv": (3, 0),
    "linkedin/derived_Events.csv": (1, 0),
    "linkedin/derived_Invitations.csv": (1, 0),
    "linkedin/derived_messages_2025_quoted_header.csv": (1, 0),
    "linkedin/kawsay_messages.csv": (2, 1),
    "linkedin/lexnetwork_Connections.csv": (4, 0),
    "linkedin/prm_Connections.csv": (20, 1),
    "linkedin/sample_export/Company Follows.csv": (25, 0),
    "linkedin/sample_export/Education.csv": (0, 1),
    "linkedin/sample_export/Email Addresses.csv": (0, 1),
    "linkedin/sample_export/Events.csv": (9, 0),
    "linkedin/sample_export/Languages.csv": (0, 1),
    "linkedin/sample_export/Learning.csv": (165, 0),
    "linkedin/sample_export/Positions.csv": (0, 1),
    "linkedin/sample_export/Profile.csv": (0, 1),
    "linkedin/sample_export/Recommendations_Given.csv": (21, 0),
    "linkedin/sample_export/Recommendations_Received.csv": (27, 0),
    "linkedin/sample_export/Skills.csv": (0, 1),
    "linkedin/sample_export/guide_messages.csv": (0, 0),
    "opml/listparser_malformed__end-element-missing.xml": (1, 0),
    "opml/listparser_malformed__html-entity-text-1.xml": (0, 0),
    "opml/listparser_opml__categories__duplication.xml": (1, 0),
    "opml/listparser_opml__categories__hier-2-nested.xml": (1, 0),
    "opml/listparser_opml__categories__tags-3-cats_mixed.xml": (1, 0),
    "opml/listparser_opml__opportunities__opml-htmlUrl.xml": (0, 1),
    "opml/listparser_opml__outline_title-text_missing.xml": (1, 0),
    "opml/listparser_opml__outline_xmlUrl-miscapitalized.xml": (1, 0),
    "opml/netnewswire_DefaultFeeds_excerpt.opml": (6, 0),
    "outlook-csv/outlook_com_HEADER_ONLY.csv": (0, 0),
    "outlook-csv/outlook_en_calendar.csv": (2, 0),
    "outlook-csv/outlook_fr_calendar_HEADER_ONLY_latin1.csv": (0, 0),
    "outlook-csv/outlook_fr_contacts_HEADER_ONLY_cp1252.csv": (0, 0),
    "outlook-csv/roundcube_all_bom.csv": (1, 0),
    "outlook-csv/roundcube_outlook_3emails.csv": (1, 0),
    "outlook-csv/thunderbird_basic.csv": (2, 0),
    "sharepoint/listschema_bom_multiline.csv": (0, 1),
    "sharepoint/query.iqy": (0, 1),
    "tickets/eventbrite_attendees.csv": (4, 0),
    "tickets/helloasso_participants.csv": (1, 0),
}

pytestmark = pytest.mark.skipif(not FILES, reason="the samples are not beside this checkout")


@pytest.mark.parametrize("name", FILES)
def test_what_comes_out_of_a_sample(name, home):
    path = SAMPLES / name
    with opened(home / "samples.journal") as journal:
        if name.startswith(NO_EXPORT):
            with pytest.raises(UnreadableFile):
                bring_in.preview(journal, paths=[path])
            return
        shown = bring_in.preview(journal, paths=[path])
        if first_line := FIRST_LINES.get(path.suffix):
            count = len(re.findall(first_line, path.read_bytes().replace(b"\r", b"\n")))
            assert shown.new + shown.unchanged + shown.rejected == count
        else:
            assert (shown.new, shown.rejected) == STATED[name]
        bring_in.bring_in(journal, preview=shown)
        again = bring_in.preview(journal, paths=[path])
        assert (again.new, again.updated) == (0, 0)
