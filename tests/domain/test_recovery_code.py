"""The recovery code on paper: read back whatever its spelling, and what is mistyped is told by its group."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import recovery_code
from journal.domain.errors import UserFacingError

SECRETS = st.binary(min_size=recovery_code.BYTES, max_size=recovery_code.BYTES)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(SECRETS)
def test_what_is_written_is_read(secret: bytes) -> None:
    code = recovery_code.written(secret)
    assert [len(group) for group in code.split("-")] == [5] * recovery_code.GROUPS
    assert recovery_code.read(code) == secret
    assert recovery_code.read(code.lower().replace("-", " ")) == secret
    assert recovery_code.read(code.replace("0", "O").replace("1", "l").replace("-", "")) == secret
    assert recovery_code.looks_like_one(f"  {code} ")


@given(SECRETS, st.integers(0, 39), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_found_in_its_group(secret: bytes, place: int, sign: str) -> None:
    signs = list(recovery_code.written(secret).replace("-", ""))
    if signs[place] == sign:
        return
    signs[place] = sign
    with pytest.raises(UserFacingError) as told:
        recovery_code.read("".join(signs))
    assert (told.value.code, told.value.details) == ("recovery_code_group", {"group": place // 5 + 1})


@given(SECRETS, st.integers(0, 7), st.integers(0, 7))
def test_groups_exchanged_are_found(secret: bytes, one: int, other: int) -> None:
    groups = recovery_code.written(secret).split("-")
    groups[one], groups[other] = groups[other], groups[one]
    if one != other:
        assert not recovery_code.looks_like_one("-".join(groups))


@pytest.mark.parametrize("typed", ["", "ABCDE", "correct horse battery staple", "é" * 40, "U" * 40, "Z" * 39])
def test_anything_else_is_none(typed: str) -> None:
    assert not recovery_code.looks_like_one(typed)


def test_typing_some_groups_back() -> None:
    code = recovery_code.written(bytes(range(20)))
    groups = code.split("-")
    assert recovery_code.same_groups(code, f"{groups[1].lower()}  {groups[6]}\n", (1, 6))
    assert not recovery_code.same_groups(code, f"{groups[6]} {groups[1]}", (1, 6))
    assert not recovery_code.same_groups(code, groups[1], (1, 6))
    assert not recovery_code.same_groups(code, "", (1, 6))
