"""People to whom a text gives credit: "Contributed by Guido van Rossum and Fred L. Drake"."""

from __future__ import annotations

import re

from sphinx_kwindex.shapes import UPPER

PARTICLE = r'(?:van|von|de|den|der|di|da|dos|la|le|el|al|bin|ten|zu)'
_WORD = rf"(?:(?<![\w’'-])[{UPPER}](?:\.|[\w’'-]*+))"
_NAME_BEHIND = re.compile(rf'{_WORD}(?: {PARTICLE})*+ {_WORD}')
_NAME_BEFORE = re.compile(rf'{_WORD}(?: {PARTICLE})*+ \Z')
_DEEDS = (
    'added|additions|assistance|authored|backported|changes|contributed|contributions|created|designed|developed|discovered'
    '|docs|documentation|enhancement|enhancements|fix|fixed|found|implementation|implemented|improvements|integrated'
    '|maintained|patch|patches|ported|proposed|reported|requested|reviewed|rewritten|speedups|suggested|tweaks|updated|work'
    '|written'
)
"""What people do for a project."""
_GIFTS = 'assistance|contributed|contributions|help|patch|patches|tweaks'
"""What comes from people."""
_CREDIT = re.compile(rf'\b(?:(?i:{_DEEDS}) by|(?i:{_GIFTS}) from|[Tt]hanks to)(?: (?:{_WORD},?|{PARTICLE}|and|&))*+ \Z')
_AGAIN = re.compile(rf'\band by(?: (?:{_WORD},?|{PARTICLE}|and|&))*+ \Z')
_DONE_BY = re.compile(rf'\b(?i:{_DEEDS}) by ')
""""Contributed by Ann Smith in 12 and by Bob Foo"."""
_WINDOW = 120
"""Characters before a word in which its credit begins."""


def is_credited(text: str, start: int) -> bool:
    """Whether the capitalised word at *start* is one of a person's name to whom the text gives credit.

    Names of people have two words or more: "by Google" names none.
    """
    before = text[max(0, start - _WINDOW) : start]
    if 'by ' not in before and 'hanks to ' not in before and 'from ' not in before:
        return False
    if not (_NAME_BEHIND.match(text, start) or _NAME_BEFORE.search(before)):
        return False
    return _CREDIT.search(before) is not None or (
        _AGAIN.search(before) is not None and _DONE_BY.search(before) is not None
    )
