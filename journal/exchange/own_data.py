"""The tables about herself in what a network hands over: her own addresses, her searches, the posts she had.

LinkedIn's archive holds two dozen of them beside those about others, Google's Takeout as many as there are services.
They look like any table, and guesses would make people of them; in a zip of those they are told, not asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from journal.domain.entry import folded
from journal.exchange import any_table, linkedin, linkedin_archive
from journal.exchange.proposals import NO_ANSWERS, Format, Proposed, Question, Rejected

FORMAT = "own-data"

_TAKEOUT = "takeout/"
# How the tables of LinkedIn's archive begin that speak of nobody else.
_LINKEDIN = (
    *(
        "ad_targeting",
        "ads clicked",
        "answers",
        "applicant",
        "article",
        "causes",
        "certification",
        "comments",
        "courses",
    ),
    *(
        "coach",
        "content",
        "education",
        "email address",
        "events_",
        "feed",
        "group",
        "guide_messages",
        "hashtag",
        "honors",
    ),
    *("inferences", "instant", "job", "languages", "learning_", "logins", "lan ads", "marketplace", "member_follow"),
    *(
        "media",
        "online job",
        "organizations",
        "patents",
        "payment",
        "phonenumbers",
        "phone numbers",
        "polls",
        "positions",
    ),
    *("private_identity", "profile", "projects", "providers", "publications", "reactions", "receipts", "registration"),
    *(
        "reviews",
        "rich_media",
        "rich media",
        "saved",
        "saveditems",
        "search",
        "security",
        "services",
        "shares",
        "skills",
    ),
    *("test scores", "trusted", "verifications", "volunteering", "votes", "whatsapp"),
)


def recognises(head: bytes, name: str) -> bool:
    """Never by itself: what lies beside it in its zip tells; see `is_own`."""
    return False


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected | Question]:
    """Why nothing of it is taken; see Format."""
    yield Rejected(1, "google_own_table" if _TAKEOUT in name.lower() else "about_herself")


def is_own(name: str, reader: Format | None, beside: Iterable[str]) -> bool:
    """Whether a file within a zip is such a table: `reader` is that of any table, `beside` the formats in the zip."""
    if reader is None or reader.FORMAT != any_table.FORMAT:
        return False
    from_linkedin = not {linkedin.FORMAT, linkedin_archive.FORMAT}.isdisjoint(beside)
    inside = folded(name.rpartition("/")[2])
    return _TAKEOUT in name.lower() or (from_linkedin and inside.startswith(_LINKEDIN))
