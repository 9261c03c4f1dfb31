"""Prototypes of functions of C without the semicolons that end them: a manual's block of nobody's language.

``struct gpio_desc *gpiod_get(struct device *dev, const char *con_id)``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

_PROTOTYPE = re.compile(r'\s*+((?:[A-Za-z_]\w*+[ \t*]+)++)([A-Za-z_]\w*+)\(([^(){};]*)\)(?:;|(?=\s*(?:\n|\Z)))')
_ARGUMENT = re.compile(r'\s*(?:|void|int|\.\.\.|[A-Za-z_]\w*(?:[\s*]+[A-Za-z_]\w*(?:\[\w*\])?)+)\s*')
_OF_C = re.compile(
    r'\b(?:char|const|double|enum|float|int|long|short|size_t|struct|union|unsigned|void|u?int\d+_t)\b|\w_t\b'
)
_TYPE = re.compile(r'\b(?:struct|enum|union)\s+([A-Za-z_]\w*)')
_LONGEST = 20_000
"""Characters; a longer block is data."""


def prototype_candidates(code: str) -> list[Candidate]:
    """The functions that a block declares, and the types that they take; none where it holds anything else."""
    found: list[Candidate] = []
    at = 0
    while len(code) <= _LONGEST and code[at:].strip():
        match = _PROTOTYPE.match(code, at)
        if match is None or not (_OF_C.search(match[1]) or _OF_C.search(match[3])):
            return []
        if not all(map(_ARGUMENT.fullmatch, match[3].split(','))):
            return []
        found.append(Candidate(match.start(2), match[2], 'function'))
        found += _types(code, match)
        at = match.end()
    return found


def _types(code: str, match: re.Match[str]) -> Iterator[Candidate]:
    for part in (1, 3):
        for known in _TYPE.finditer(code, *match.span(part)):
            yield Candidate(known.start(1), known[1], 'typed')
