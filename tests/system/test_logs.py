import logging

from journal.system.logs import MOST_REPORTS, crash_report, places, start


def problem_of(text):
    try:
        try:
            raise ValueError(text)
        except ValueError as first:
            raise RuntimeError(text) from first
    except RuntimeError as caught:
        return caught


def test_a_report_names_places_and_kinds_but_quotes_nothing(tmp_path):
    file = crash_report(tmp_path / "reports", problem_of("Nadia Belkacem"))
    text = file.read_text()
    assert "Nadia" not in text
    assert "ValueError" in text and "RuntimeError" in text and "test_logs.py" in text and "problem_of" in text


def test_only_the_latest_reports_are_kept(tmp_path):
    for _ in range(MOST_REPORTS + 3):
        crash_report(tmp_path, problem_of("x"))
    assert len(list(tmp_path.iterdir())) == MOST_REPORTS


def test_where_nothing_can_be_written_there_is_no_report(tmp_path):
    (tmp_path / "file").write_text("")
    assert crash_report(tmp_path / "file", problem_of("x")) is None


def test_places_is_the_same_for_the_same_bug_with_other_words():
    assert places(problem_of("a")) == places(problem_of("b"))


def test_warnings_go_into_a_file_that_is_made_with_the_first_of_them(tmp_path):
    ours = logging.getLogger("journal")
    before = list(ours.handlers)
    try:
        start(tmp_path / "logs")
        ours.info("nothing to write")
        assert list((tmp_path / "logs").iterdir()) == []
        ours.warning("one")
        ours.error("two")
        lines = (tmp_path / "logs" / "journal.log").read_text().splitlines()
        assert [line.split(" ", 2)[2] for line in lines] == ["WARNING journal: one", "ERROR journal: two"]
    finally:
        for handler in set(ours.handlers) - set(before):
            ours.removeHandler(handler)
            handler.close()
