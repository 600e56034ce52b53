import json
import os

import pytest

from journal.system.settings import Settings, SettingsFile, read, write


def test_what_is_written_is_read(tmp_path):
    settings = Settings(language="fr", theme="dark", splitters={"contact": 300}, start_hidden=True, text_scale=1.5)
    write(tmp_path / "a" / "settings.json", settings)
    assert read(tmp_path / "a" / "settings.json") == settings


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"language": 3, "theme": "pink", "splitters": {"contact": "wide"}, "unknown": 1}'],
)
def test_what_cannot_be_read_takes_its_default(tmp_path, text):
    file = tmp_path / "settings.json"
    file.write_text(text)
    assert read(file) == Settings()


def test_a_folder_that_cannot_be_written_costs_nothing_else(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    settings = SettingsFile(tmp_path / "file" / "settings.json")
    assert settings.change(theme="dark").theme == "dark"
    assert settings.now.theme == "dark"


def test_written_whole_or_not_at_all(tmp_path, monkeypatch):
    file = tmp_path / "settings.json"
    write(file, Settings(theme="dark"))

    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    write(file, Settings(theme="light"))
    assert json.loads(file.read_text())["theme"] == "dark"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_without_a_file_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert SettingsFile(None).change(theme="dark").theme == "dark"
    assert list(tmp_path.iterdir()) == []
