"""The recovery code: 160 random bits on paper, in groups that each tell when they were mistyped or misplaced."""

from __future__ import annotations

from journal.domain.errors import UserFacingError

# Crockford's base 32: no I, L, O or U, which a hand or an eye mistakes.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISTAKEN = str.maketrans("ILO", "110")
_DATA_SIGNS = 4
GROUPS = 8
BYTES = 20


def written(secret: bytes) -> str:
    """The 20 bytes as eight groups of five signs, the last of each being its check sign."""
    number = int.from_bytes(secret, "big")
    signs = "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(GROUPS * _DATA_SIGNS)))
    groups = (signs[at : at + _DATA_SIGNS] for at in range(0, len(signs), _DATA_SIGNS))
    return "-".join(group + _check_sign(group, place) for place, group in enumerate(groups))


def read(typed: str) -> bytes:
    """What `written` was given, whatever the case, spaces and dashes of what she typed.

    Raises UserFacingError: "recovery_code_length", or "recovery_code_group" naming the first group that is wrong.
    """
    signs = _signs(typed)
    if len(signs) != GROUPS * (_DATA_SIGNS + 1):
        raise UserFacingError("recovery_code_length", groups=GROUPS)
    data = ""
    for place in range(GROUPS):
        group = signs[place * (_DATA_SIGNS + 1) : (place + 1) * (_DATA_SIGNS + 1)]
        if any(sign not in _SIGNS for sign in group) or _check_sign(group[:-1], place) != group[-1]:
            raise UserFacingError("recovery_code_group", group=place + 1)
        data += group[:-1]
    number = 0
    for sign in data:
        number = number << 5 | _SIGNS.index(sign)
    return number.to_bytes(BYTES, "big")


def looks_like_one(typed: str) -> bool:
    """Whether what was typed can only be meant as a recovery code: every group is right."""
    try:
        read(typed)
    except UserFacingError:
        return False
    return True


def same_groups(code: str, typed: str, places: tuple[int, ...]) -> bool:
    """Whether `typed` are the groups of `code` at `places` (from 0), one after another."""
    groups = _signs(code)
    size = _DATA_SIGNS + 1
    return _signs(typed) == "".join(groups[place * size : (place + 1) * size] for place in places)


def _signs(typed: str) -> str:
    return "".join(sign for sign in typed.upper().translate(_MISTAKEN) if sign.isalnum())


def _check_sign(group: str, place: int) -> str:
    """Weights that are odd, different and prime to 32 catch every single wrong sign; the place, groups exchanged."""
    total = 7 * place + 5
    for weight, sign in zip((1, 3, 5, 7), group, strict=True):
        total += weight * _SIGNS.index(sign)
    return _SIGNS[total % 32]
