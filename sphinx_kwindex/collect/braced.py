"""Files of settings in braces that no lexer knows, as HOCON is (https://github.com/lightbend/config/blob/main/HOCON.md)."""

from __future__ import annotations

import re

from sphinx_kwindex.collect.tokens import lines_of
from sphinx_kwindex.shapes import Candidate

_LINE = re.compile(
    r'[ \t]{0,40}(?:("?)([A-Za-z][\w.-]{0,80})\1[ \t]{0,20}(?:[=:][ \t]{0,20}(?:\{|\[|[^\s;{][^;{]{0,200})|(?P<opens>\{))'
    r'|[}\]]{1,9},?|(?:\#|//)[^\n]{0,200}|"[^"\n]{0,200}"[],]{0,3}|)[ \t]{0,20}\n?'
)
_MOST_LINES = 200


def braced_settings(code: str) -> list[Candidate]:
    """The keys of a block of which each line sets one, opens or closes a part, or is a comment; else nothing.

    A part opens and a key is set in it: of programs, lines end in signs that no setting has.
    """
    found: list[Candidate] = []
    parts = 0
    for number, (start, line) in enumerate(lines_of(code)):
        match = _LINE.fullmatch(line)
        if match is None or number >= _MOST_LINES:
            return []
        if match[2]:
            found.append(Candidate(start + match.start(2), match[2], 'key'))
            parts += match['opens'] is not None
    return found if 0 < parts < len(found) else []
