"""What stands around a name in a text: the word that it is a part of, and some words before and behind it."""

from __future__ import annotations

import string

from sphinx_kwindex.occurrences import CONTEXT_LENGTH
from sphinx_kwindex.shapes import MAX_NAME

_WORD_CHARACTERS = frozenset(string.ascii_letters + string.digits + '_')


def whole_word(text: str, start: int, name: str) -> str:
    """The word of *text* that *name*, found at *start* or after, is only a part of; '' where it stands alone.

    Markup may end inside a word: a plural put behind an inline literal reads ``QuerySets``.
    """
    begin = text.find(name, start)
    if begin < 0 or _stands_alone(text, begin, begin + len(name)):
        return ''
    first = _word_around(text, begin, name)
    while begin >= 0:
        if _stands_alone(text, begin, begin + len(name)):
            return ''
        begin = text.find(name, begin + 1)
    return first if len(first) < MAX_NAME else ''


def _stands_alone(text: str, begin: int, end: int) -> bool:
    return text[begin - 1 : begin] not in _WORD_CHARACTERS and text[end : end + 1] not in _WORD_CHARACTERS


def _word_around(text: str, begin: int, name: str) -> str:
    end = begin + len(name)
    while begin > 0 and text[begin - 1] in _WORD_CHARACTERS:
        begin -= 1
    while end < len(text) and text[end] in _WORD_CHARACTERS:
        end += 1
    return text[begin:end]


def context_of(text: str, start: int, length: int) -> str:
    """At most :data:`CONTEXT_LENGTH` characters of *text* around a name, cut between words where that is possible."""
    room = max(0, CONTEXT_LENGTH - length - 4)
    left, right = start - room // 2, start + length + room - room // 2
    if left <= 0 and right >= len(text):
        return ' '.join(text.split())[:CONTEXT_LENGTH]
    left, right = max(0, left), min(len(text), right)
    before, after = text[left:start], text[start:right]
    if left and (cut := before.find(' ')) >= 0:
        before = '… ' + before[cut + 1 :]
    if right < len(text) and (cut := after.rfind(' ')) > length:
        after = after[:cut] + ' …'
    return ' '.join((before + after).split())[:CONTEXT_LENGTH]
