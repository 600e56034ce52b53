import threading
import time

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from journal.domain.changes import Changes
from journal.domain.errors import Cancelled, JournalRefused, UserFacingError
from journal.ui.changed import Changed
from journal.ui.jobs import Jobs


class FakeJournal:
    def __init__(self):
        self.closed = False
        self.written = []

    def close(self):
        self.closed = True


@pytest.fixture
def journal():
    return FakeJournal()


@pytest.fixture
def jobs(qtbot, journal):
    made = Jobs(lambda: journal, Changed())
    yield made
    made.shutdown()


@pytest.fixture
def owner(qtbot):
    return QObject()


def test_what_is_asked_before_opening_waits_for_the_journal(qtbot, jobs, journal, owner):
    got = []
    jobs.read(owner, lambda j: j, got.append)
    jobs.write(owner, lambda j: j.written.append(1))
    qtbot.wait(30)
    assert got == [] and journal.written == []
    jobs.open()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert got == [journal] and journal.written == [1]


def test_work_happens_off_the_ui_thread_and_results_come_back_on_it(qtbot, jobs, owner):
    jobs.open()
    where = []
    jobs.read(owner, lambda _: threading.get_ident(), lambda ident: where.extend([ident, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(where) == 2)
    assert where[0] != threading.get_ident() == where[1]


def test_a_result_for_a_dead_owner_goes_nowhere(qtbot, jobs, owner):
    jobs.open()
    got = []
    gate = threading.Event()
    jobs.read(owner, lambda _: gate.wait(5), got.append)
    delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert got == []


def test_of_reads_with_one_key_only_the_latest_is_delivered_and_the_waiting_ones_are_not_done(qtbot, jobs, owner):
    jobs.open()
    got, done = [], []
    gate = threading.Event()
    jobs.read(owner, lambda _: gate.wait(5) and done.append("first"), lambda _: got.append("first"), key="k")
    for name in ("second", "third"):
        jobs.read(owner, lambda _, n=name: done.append(n), lambda _, n=name: got.append(n), key="k")
    jobs.read(owner, lambda _: None, lambda _: got.append("other key"), key="other")
    gate.set()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert got == ["third", "other key"]
    assert "second" not in done


def test_changes_are_told_to_everyone_before_the_asker(qtbot, journal, owner):
    changed = Changed()
    jobs = Jobs(lambda: journal, changed)
    jobs.open()
    order = []
    changed.changed.connect(lambda changes: order.append(changes.change_id))
    jobs.write(owner, lambda _: Changes("edit", 7), lambda _: order.append("asker"))
    jobs.write(owner, lambda _: Changes(), lambda _: order.append("nothing written"))
    qtbot.waitUntil(lambda: jobs.pending == 0)
    jobs.shutdown()
    assert order == [7, "asker", "nothing written"]


def test_problems_go_to_who_takes_care_of_them_else_to_the_notices(qtbot, jobs, owner):
    jobs.open()
    told, taken, crashed = [], [], []
    jobs.problem.connect(told.append)
    jobs.crashed.connect(crashed.append)

    def refuse(_):
        raise UserFacingError("nothing_to_undo")

    def cancel(_):
        raise Cancelled

    def fail(_):
        raise ZeroDivisionError

    jobs.write(owner, refuse)
    jobs.write(owner, refuse, failed=taken.append)
    jobs.write(owner, cancel)
    jobs.write(owner, fail, failed=taken.append)
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert [p.code for p in told] == [p.code for p in taken] == ["nothing_to_undo"]
    assert [type(p) for p in crashed] == [ZeroDivisionError]


def test_a_refusal_whose_asker_is_gone_is_still_told(qtbot, jobs, owner):
    jobs.open()
    told = []
    jobs.problem.connect(told.append)
    gate = threading.Event()

    def refuse(_):
        gate.wait(5)
        raise UserFacingError("disk_full", folder="x")

    jobs.write(owner, refuse, failed=lambda _: None)
    delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert [p.code for p in told] == ["disk_full"]


def test_a_refused_journal_is_said_once_and_opening_may_be_tried_again(qtbot, owner):
    answers = [JournalRefused("journal_damaged", file="x"), FakeJournal()]

    def opener():
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    jobs = Jobs(opener, Changed())
    refused, opened, got = [], [], []
    jobs.refused.connect(refused.append)
    jobs.opened.connect(lambda: opened.append(True))
    jobs.open()
    jobs.read(owner, lambda j: j, got.append)
    qtbot.waitUntil(lambda: bool(refused) and jobs.pending == 0)
    assert got == [] and not jobs.is_open
    jobs.open()
    jobs.read(owner, lambda j: j, got.append)
    qtbot.waitUntil(lambda: bool(opened) and bool(got))
    assert len(refused) == 1
    jobs.shutdown()


def test_shutdown_waits_for_what_is_being_written_and_closes_the_journal(qtbot, journal, owner):
    jobs = Jobs(lambda: journal, Changed())
    jobs.open()
    for number in range(5):
        jobs.write(owner, lambda j, n=number: (time.sleep(0.02), j.written.append(n)))
    jobs.shutdown()
    assert journal.written == [0, 1, 2, 3, 4]
    assert journal.closed
    jobs.write(owner, lambda j: j.written.append("late"))  # nothing more is taken
    jobs.shutdown()
    assert journal.written[-1] == 4


def test_shutdown_of_a_journal_never_opened_returns(qtbot, journal, owner):
    jobs = Jobs(lambda: journal, Changed())
    jobs.read(owner, lambda j: j, lambda _: None)
    jobs.shutdown()
    assert not journal.closed


def test_long_work_holds_up_neither_reading_nor_writing(qtbot, jobs, journal, owner):
    jobs.open()
    gate, got = threading.Event(), []
    jobs.aside(owner, lambda _: gate.wait(5), lambda _: got.append("aside"))
    jobs.read(owner, lambda _: 1, got.append)
    jobs.write(owner, lambda _: 2, got.append)
    qtbot.waitUntil(lambda: sorted(got) == [1, 2])
    gate.set()
    qtbot.waitUntil(lambda: "aside" in got)


def test_progress_is_posted_to_the_ui_thread(qtbot, jobs, owner):
    jobs.open()
    seen = []

    def work(_):
        jobs.post(owner, lambda: seen.append(threading.get_ident()))
        return None

    jobs.aside(owner, work, lambda _: None)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [threading.get_ident()]
