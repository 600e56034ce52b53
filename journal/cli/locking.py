"""Commands of the lock: lock, unlock, passphrase."""

from __future__ import annotations

import sys
from pathlib import Path

from journal.actions import locking
from journal.actions.locking import Prepared
from journal.cli.desk import Desk
from journal.cli.parser import Arguments
from journal.cli.passphrases import at_terminal
from journal.cli.printing import out, out_json
from journal.domain.errors import UserFacingError, WrongUsage
from journal.domain.recovery_code import same_groups
from journal.system import paths, settings
from journal.system.files import written_whole
from journal.system.words import say

ASKED_BACK = (1, 6)  # groups of the code that she types back, from 0


def do_lock(desk: Desk, arguments: Arguments) -> int:
    """Sets a passphrase; with `--copies` encrypts older copies too, also later."""
    code = ""
    if not desk.is_locked:
        code = _set(desk, arguments, desk.passphrases.first())
    copies = bool(arguments.options.get("copies"))
    done = locking.lock_copies(desk.file, key=desk.key(), folders=_folders()) if copies else 0
    if arguments.json:
        plain = [str(copy) for copy in locking.plain_copies(desk.file, _folders())]
        out_json({"locked": True, "recovery_code": code or None, "copies_locked": done, "plain_copies": plain})
        return 0
    out(say("lock.done") if code else say("lock.already"))
    if done:
        out(say("lock.copies_done", count=done))
    _tell_plain_copies(desk)
    return 0


def _folders() -> tuple[Path, ...]:
    """Where she has copies beside the journal's own folder."""
    return locking.folders_with_copies(settings.read(paths.settings_file()))


def _tell_plain_copies(desk: Desk) -> None:
    plain = locking.plain_copies(desk.file, _folders())
    if plain:
        out(say("lock.plain_copies", count=len(plain)))
        for copy in plain:
            out(f"  {copy}")


def _set(desk: Desk, arguments: Arguments, passphrase: str) -> str:
    """Encrypts a plain journal; gives the recovery code, which she has by then."""
    desk.journal(create=False)  # refused where it is not sound, brought up to date where it is old
    desk.close_journal()
    prepared = locking.prepare(passphrase=passphrase)
    _hand_over(arguments, prepared)
    locking.lock(desk.file, prepared=prepared)
    desk.use_key(prepared.key)
    return prepared.recovery_code


def _hand_over(arguments: Arguments, prepared: Prepared) -> None:
    """The recovery code, before anything depends on it: into a file, or shown, and at a terminal typed back."""
    code = prepared.recovery_code
    if "recovery-file" in arguments.options:
        with written_whole(Path(arguments.text("recovery-file"))) as file:
            file.write(f"{say('lock.sheet')}\n\n{code}\n".encode())
        return
    if arguments.json:
        return
    out(say("lock.sheet"))
    out(f"\n    {code}\n")
    if at_terminal():
        question = say("lock.type_back", first=ASKED_BACK[0] + 1, second=ASKED_BACK[1] + 1)
        print(question, end=" ", file=sys.stderr, flush=True)
        if not same_groups(code, sys.stdin.readline(), ASKED_BACK):
            raise UserFacingError("recovery_not_the_same")


def do_unlock(desk: Desk, arguments: Arguments) -> int:
    """Removes the passphrase: the journal is a plain file again."""
    desk.refuse_unless_there()
    if desk.is_locked:
        key = desk.key()
        if at_terminal():
            print(say("unlock.sure"), end=" ", file=sys.stderr, flush=True)
            if sys.stdin.readline().strip().lower() not in ("y", "yes", "o", "oui"):
                raise UserFacingError("left_as_it_was")
        locking.remove_lock(desk.file, key=key)
        said = say("unlock.done")
    else:
        desk.journal(create=False)  # refused where it is not a journal
        said = say("unlock.already")
    if arguments.json:
        out_json({"locked": False})
    else:
        out(said)
    return 0


def do_passphrase(desk: Desk, arguments: Arguments) -> int:
    """Changes the passphrase; sets one where there is none. `--new-key` encrypts everything anew."""
    desk.refuse_unless_there()
    given = arguments.words[0] if arguments.words else None
    if not desk.is_locked:
        passphrase = desk.passphrases.new(given) if given is not None else desk.passphrases.first()
        return _told(desk, arguments, _set(desk, arguments, passphrase), say("lock.done"))
    chosen = {name for name in ("remember", "forget") if arguments.options.get(name)}
    if len(chosen) == 2:
        raise WrongUsage("option_one_of", option="--remember", value="--forget", allowed="--remember, --forget")
    key = desk.key()
    if chosen == {"remember"}:
        locking.remember(desk.file, key=key)
        return _told(desk, arguments, "", say("passphrase.remembered"))
    if chosen:
        locking.forget(desk.file, key=key)
        return _told(desk, arguments, "", say("passphrase.forgotten"))
    if arguments.options.get("new-key"):
        present = desk.passphrases.present(desk.file)
        prepared = locking.prepare(passphrase=desk.passphrases.new(given) if given else present)
        _hand_over(arguments, prepared)
        locking.lock(desk.file, prepared=prepared, key=key, folders=_folders())
        desk.use_key(prepared.key)
        return _told(desk, arguments, prepared.recovery_code, say("passphrase.new_key"))
    present = desk.passphrases.present(desk.file)
    new = desk.passphrases.new(given)
    locking.change_passphrase(desk.file, secret=present, new=new, folders=_folders())
    return _told(desk, arguments, "", say("passphrase.changed"))


def _told(desk: Desk, arguments: Arguments, code: str, said: str) -> int:
    if arguments.json:
        plain = [str(copy) for copy in locking.plain_copies(desk.file, _folders())]
        out_json({"locked": True, "recovery_code": code or None, "plain_copies": plain})
        return 0
    out(said)
    _tell_plain_copies(desk)
    return 0
