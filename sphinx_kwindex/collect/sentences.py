"""Where sentences begin and titles stand: there a capital says little."""

from __future__ import annotations

import re
from collections.abc import Container

from sphinx_kwindex.lexicon import is_coined, is_common
from sphinx_kwindex.shapes import UPPER

_SENTENCE_END = re.compile(r'[.!?:;…。！？]["\')\]”’»]*\s*$')
_GOES_ON = re.compile(r'(?: [^\W\d_A-Z]\w*,?){3}')
"""Three words in small letters, as in no title."""
LINE = '\n'
"""What parts the head of a block, in a line of its own, from its text; ends of other lines are blanks."""
_OPENING = frozenset(f'"“‘«„{LINE}')


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at *start*, or what stands in quotation marks."""
    before = text[max(0, start - 8) : start].rstrip(' "\'(“‘«[*¡¿')
    if start and text[start - 1] in _OPENING:
        return True  # a title, the text of a button, or what explains a head
    return (
        not before
        or (start < _LONGEST_SIGN and not any(map(str.isalnum, text[:start])))
        or bool(_SENTENCE_END.search(before) or _CALLOUT.search(before))
        or (start < _LONGEST_HEAD and (_is_head(text[:start]) or _ATTRIBUTES.fullmatch(text[:start]) is not None))
    )


_LONGEST_SIGN = 8
"""Characters of a picture, and what is set around it, before a title or a note."""
_CALLOUT = re.compile(r'<\d>\Z')
"""What is told of a place in code that has the same number."""
_ATTRIBUTES = re.compile(r'\{:[^{}]{0,70}\} ?')
"""What Jekyll sets before a note: ``{: .note}``."""
_LONGEST_HEAD = 80
"""Characters of what an item of a list explains, with the dash behind it."""
_HEAD = re.compile(
    r'\S+(?: [^\s()]+| \([^()]*\))? [-–—] (?:\((?:[^()]*\) )?)?|\S+ \(|(?:\S+ )?(?:\([^()]*\)|\{[^{}]*\}),? (?:- )?'
)


def _is_head(before: str) -> bool:
    """Whether what stands before the place is explained from there on.

    "file - Reads it from a file", "pin (Optional, a pin)", "host (string) - (Optional) Name of the host", "(required) Name".
    """
    return _HEAD.fullmatch(before) is not None


_CAPITAL_BEFORE = re.compile(rf'(?:^|\W)[{UPPER}](?:\.|\w*(?:-\w+)*)(?: & |[ -])$')
_CAPITAL_AFTER = re.compile(rf'(?: & |[ -])(?:[{UPPER}](?:\.|\w*[a-zß-ÿ]))')


def in_title_case(text: str, start: int, end: int) -> bool:
    """Whether a neighbour is capitalised too: then the capital may be a title's and says nothing."""
    if _CAPITAL_AFTER.match(text, end):
        return True
    before = _CAPITAL_BEFORE.search(text[max(0, start - 40) : start])
    if before is None:
        return False
    first = start - len(before[0]) + (not before[0][0].isupper())
    # The word that begins a sentence has its capital from there: "Since Python is ...".
    return not (starts_sentence(text, first) and _GOES_ON.match(text, end))


_WORD_BEFORE = re.compile(r'([A-Z][a-z]*) $')


def follows_stop_word(text: str, start: int, stop_words: Container[str]) -> bool:
    """Whether the word before, which begins a sentence, is one of those that only grammar puts there."""
    before = _WORD_BEFORE.search(text[max(0, start - 16) : start])
    return before is not None and before[1].lower() in stop_words and starts_sentence(text, start - len(before[0]))


def follows_name(text: str, start: int) -> bool:
    """Whether the word before has a capital and is in no dictionary: then it is a name that this word may belong to."""
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and is_coined(before[1].lower())


_SHORTEST_HEAD = 2
"""Letters: "CI:", "OS:" are explained there."""


def heads_note(text: str, token: str, start: int) -> bool:
    """Whether a word of English in capitals begins a sentence, where a colon is behind it: "NOTE:"."""
    return len(token) > _SHORTEST_HEAD and is_common(token.lower()) and starts_sentence(text, start)
