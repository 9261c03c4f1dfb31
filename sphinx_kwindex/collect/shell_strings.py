"""Names in the strings of a shell: each may be a part of a command, so only what plainly is one is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pygments.token import String

from sphinx_kwindex.collect.http import given_behind, given_to_request
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.collect.uses import firm_candidates
from sphinx_kwindex.shapes import Candidate

_IN_STRINGS = frozenset({'option', 'file', 'envvar', 'mime'})
_QUOTED_VARIABLE = re.compile(r'["\']([A-Z][A-Z0-9]*_[A-Z0-9_]+)=(?!=)')
"""A variable that is handed on, with its value: ``docker run -e "MAIL_HOST=it"``."""


def names_in_strings(typed: Iterable[Piece]) -> Iterator[Candidate]:
    """Options, paths and variables in the strings among what is *typed*, and what options there give a request."""
    told = ''
    for piece in typed:
        text = piece.text.strip()
        told = given_behind(text) or (told if is_a(piece.type, String) or text in {'', '='} else '')
        if is_a(piece.type, String) and not is_a(piece.type, String.Escape):
            for candidate in firm_candidates(piece.text):
                if candidate.hint in _IN_STRINGS:
                    yield candidate._replace(start=piece.start + candidate.start)
            yield from given_to_request(piece.text, piece.start, told)
            if variable := _QUOTED_VARIABLE.match(piece.text):
                yield Candidate(piece.start + 1, variable[1], 'envvar')
