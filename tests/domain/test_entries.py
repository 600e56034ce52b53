"""What each kind accepts, and how it says no."""

from dataclasses import FrozenInstanceError, fields
from datetime import date, datetime

import pytest

from journal.domain.contact import Contact
from journal.domain.entry import KINDS, Entry, LabelledValue, Membership, Person, editable_fields
from journal.domain.errors import InvalidEntry
from journal.domain.event import Event
from journal.domain.kinds import CLASS_OF
from journal.domain.learning import QUESTION_STATES, STATES, TYPES, Learning
from journal.domain.network import Network, known_name
from journal.domain.reminder import Reminder

NINE = datetime(2026, 11, 23, 9)


def refusal(entry: Entry) -> tuple[str, str]:
    with pytest.raises(InvalidEntry) as refused:
        entry.checked()
    assert refused.value.details["field"] == refused.value.field
    return refused.value.code, refused.value.field


LONG = "x" * 501
REFUSED: list[tuple[Entry, str, str]] = [
    (Contact(), "contact_needs_a_name", "name"),
    (Contact(links=(LabelledValue("https://example.org"),)), "contact_needs_a_name", "name"),
    (Contact(given_name="x" * 10_000), "too_long", "given_name"),
    (Contact(given_name="A", notes="x" * 1_000_001), "too_long", "notes"),
    (Contact(given_name="A", emails=(LabelledValue("nobody"),)), "not_an_email", "emails"),
    (Contact(given_name="A", emails=(LabelledValue("a@b.org"),) * 501), "too_many_values", "emails"),
    (Contact(given_name="A", links=(LabelledValue("x" * 2001),)), "too_long", "links"),
    (Contact(given_name="A", phones=(LabelledValue("1", "x" * 101),)), "too_long", "phones"),
    (Contact(given_name="A", birthday="1980"), "not_a_date", "birthday"),
    (Contact(given_name="A", birthday="31/05/1980"), "not_a_date", "birthday"),
    (Contact(given_name="A", met_on=date(1066, 10, 14)), "year_out_of_range", "met_on"),
    (Contact(given_name="A", keep_in_touch_days=0), "rhythm_out_of_range", "keep_in_touch_days"),
    (Contact(given_name="A", tags=("x" * 101,)), "too_long", "tags"),
    (Contact(given_name="A", networks=(Membership("x" * 201),)), "too_long", "networks"),
    (Contact(given_name="A", networks=(Membership("IMA", LONG),)), "too_long", "networks"),
    (Event(), "needs_a_title", "title"),
    (Event(title=" \t"), "needs_a_title", "title"),
    (Event(title=LONG), "too_long", "title"),
    (Event(title="A", type="party"), "not_one_of", "type"),
    (Event(title="A", status="done"), "not_one_of", "status"),
    (Event(title="A", help="some"), "not_one_of", "help"),
    (Event(title="A", starts_at=datetime(2226, 1, 1)), "year_out_of_range", "starts_at"),
    (Event(title="A", ends_at=datetime(1, 1, 1)), "year_out_of_range", "ends_at"),
    (Event(title="A", starts_at=NINE, ends_at=NINE.replace(hour=8)), "ends_before_start", "ends_at"),
    (Event(title="A", hours=-1), "hours_out_of_range", "hours"),
    (Event(title="A", hours=float("nan")), "hours_out_of_range", "hours"),
    (Event(title="A", hours=float("inf")), "hours_out_of_range", "hours"),
    (Event(title="A", participants=(Person(name=LONG),)), "too_long", "participants"),
    (Event(title="A", participants=(Person(name="B", role=LONG),)), "too_long", "participants"),
    (Learning(), "needs_a_title", "title"),
    (Learning(title="A", type="idea"), "not_one_of", "type"),
    (Learning(title="A", type="question", state="applied"), "not_one_of", "state"),
    (Learning(title="A", type="tip", state="open"), "not_one_of", "state"),
    (Learning(title="A", learned_on=date(3000, 1, 1)), "year_out_of_range", "learned_on"),
    (Learning(title="A", hours=10_001), "hours_out_of_range", "hours"),
    (Reminder(due_at=NINE), "needs_a_title", "title"),
    (Reminder(title="A"), "needs_a_due_time", "due_at"),
    (Reminder(title="A", due_at=NINE, repeats="FREQ=HOURLY"), "not_a_rule", "repeats"),
    (Reminder(title="A", due_at=NINE, repeats="FREQ=DAILY;UNTIL=20200101"), "rule_never_comes", "repeats"),
    (Reminder(title="A", due_at=datetime(1700, 1, 1)), "year_out_of_range", "due_at"),
    (Reminder(title="A", due_at=NINE, snoozed_until=datetime(2300, 1, 1)), "year_out_of_range", "snoozed_until"),
    (Network(), "needs_a_name", "name"),
    (Network(name="A", type="club"), "not_one_of", "type"),
    (Network(name="A", member_since="--05-01"), "not_a_date", "member_since"),
    (Network(name="A", member_since="last year"), "not_a_date", "member_since"),
    (Network(name="A", renews_on=date(1799, 1, 1)), "year_out_of_range", "renews_on"),
]


@pytest.mark.parametrize(("entry", "code", "field"), REFUSED, ids=lambda value: getattr(value, "kind", None))
def test_refused(entry: Entry, code: str, field: str) -> None:
    assert refusal(entry) == (code, field)


@pytest.mark.parametrize(
    "name", ["محمد بن علي", "🎉 Zoé 🎉", "山田 花子", "שרה כהן", "Ñandú", "O'Neil-Smith", "\u200fعلي\u200f", "x" * 500]
)
def test_names_of_all_the_world_are_kept(name: str) -> None:
    assert Contact(given_name=name).checked().name == name


def test_a_contact_is_named_by_what_there_is() -> None:
    phone, mail = (LabelledValue("+33 1 23 45 67 89"),), (LabelledValue("a@b.org"),)
    assert Contact(given_name="Claire", family_name="Dupont", full_name="C. D.").name == "C. D."
    assert Contact(given_name="Claire", family_name="Dupont", organisation="X").name == "Claire Dupont"
    assert Contact(organisation="X", emails=mail, phones=phone).name == "X"
    assert Contact(emails=mail, phones=phone).name == "a@b.org"
    assert Contact(phones=phone).checked().name == "+33 1 23 45 67 89"


def test_a_full_name_that_says_no_more_than_its_parts_is_not_kept() -> None:
    assert Contact(given_name=" Claire ", family_name="Dupont", full_name="Claire  Dupont").checked().full_name == ""


def test_several_values_are_cleaned() -> None:
    contact = Contact(
        given_name="A",
        emails=(LabelledValue(" a@b.org ", " work "), LabelledValue("A@B.ORG"), LabelledValue(" ")),
        networks=(Membership("IMA", "chair"), Membership(" ima "), Membership("")),
        tags=("#Lyon", "lyon", ""),
    ).checked()
    assert contact.emails == (LabelledValue("a@b.org", "work"),)
    assert contact.networks == (Membership("IMA", "chair"),)
    assert contact.tags == ("Lyon",)
    people = (Person(name="Zoé"), Person(name="ZOE"), Person(3, "x"), Person(3, "y"), Person())
    assert Event(title="A", participants=people).checked().participants == (Person(name="Zoé"), Person(3, "x"))


def test_states_of_learnings() -> None:
    for learning_type in TYPES:
        learning = Learning(title="A", type=learning_type).checked()
        assert learning.state == {"question": "open", "win": "applied"}.get(learning_type, "to_apply")
        for state in QUESTION_STATES if learning_type == "question" else STATES:
            assert Learning(title="A", type=learning_type, state=state).checked().state == state
    for before in TYPES:
        for after in TYPES:
            Learning(title="A", type=before).checked().as_type(after).checked()


def test_a_reminder_asks_for_attention_when_its_snooze_ends() -> None:
    later = NINE.replace(hour=11)
    assert Reminder(title="A", due_at=NINE).comes_at == NINE
    assert Reminder(title="A", due_at=NINE, snoozed_until=later).comes_at == later


def test_former_names_of_networks() -> None:
    assert (known_name("EUMA"), known_name("yammer"), known_name("Lyon Assistantes")) == (
        *("IMA", "Viva Engage", "Lyon Assistantes"),
    )


def test_entries_cannot_be_changed_in_place_and_kinds_are_complete() -> None:
    assert set(CLASS_OF) == set(KINDS)
    for kind, kind_class in CLASS_OF.items():
        assert kind_class.kind == kind
        with pytest.raises((FrozenInstanceError, TypeError)):
            kind_class().source = "x"  # type: ignore[misc]
        bookkeeping = {"id", "uid", "created_at", "updated_at", "deleted_at"}
        derived = {f.name for f in fields(kind_class) if f.metadata.get("derived")}
        assert set(editable_fields(kind_class)) == {f.name for f in fields(kind_class)} - bookkeeping - derived
