"""Texts in which a capital says nothing."""

from __future__ import annotations

import string

_LONG_TEXT = 40
"""Characters from which on a text in capitals is no list of acronyms."""
_CAPITAL_LETTERS = string.ascii_uppercase.encode()


def is_shouted(text: str, *, title: bool) -> bool:
    """Whether a text is all in capitals, as some titles and licences are: then no capital of it says anything."""
    if title:
        return text.isupper()
    return len(text) > _LONG_TEXT and _capitals(text) * 2 > len(text)


def _capitals(text: str) -> int:
    if text.isascii():  # most are, and of these the capitals are counted in a tenth of the time
        return len(text) - len(text.encode().translate(None, _CAPITAL_LETTERS))
    return sum(map(str.isupper, text))
