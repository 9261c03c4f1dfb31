"""Prototypes of functions of C without the semicolons that end them: a manual's block of nobody's language.

``struct gpio_desc *gpiod_get(struct device *dev, const char *con_id)``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

_PROTOTYPE = re.compile(r'\s*+((?:[A-Za-z_]\w*+[ \t*]+)++)([A-Za-z_]\w*+)\(([^(){};]*)\)(?:;|(?=\s*(?:\n|\Z)))')
_ARGUMENT = re.compile(r'\s*+(?:\.\.\.|(?:[A-Za-z_]\w*+[\s*]*+)*+(?:\[\w*\])?)?\s*+')
_WORD = re.compile(r'[A-Za-z_]\w*')
_OF_C = re.compile(
    r'\b(?:char|const|double|enum|extern|float|inline|int|long|short|signed|static|struct|union|unsigned|void|\w+_t)\b'
)
_TYPE = re.compile(r'\b(?:struct|enum|union)\s+([A-Za-z_]\w*)')
_LONGEST = 20_000
"""Characters; a longer block is data."""


def prototype_candidates(code: str) -> list[Candidate]:
    """The functions that a block declares, and the types that they take; none where it holds anything else."""
    found: list[Candidate] = []
    at, end = 0, len(code.rstrip())
    while at < end <= _LONGEST:
        match = _PROTOTYPE.match(code, at)
        if match is None or not ('*' in match[1] or _OF_C.match(match[1].lstrip())):
            return []
        if not all(map(_is_argument, match[3].split(','))):
            return []
        found.append(Candidate(match.start(2), match[2], 'function'))
        found += _types(code, match)
        at = match.end()
    return found


def _is_argument(text: str) -> bool:
    """Whether what stands between commas is a type and a name, a type of C alone, or nothing."""
    words = _WORD.findall(text)
    return _ARGUMENT.fullmatch(text) is not None and (len(words) != 1 or _OF_C.fullmatch(words[0]) is not None)


def _types(code: str, match: re.Match[str]) -> Iterator[Candidate]:
    for part in (1, 3):
        for known in _TYPE.finditer(code, *match.span(part)):
            yield Candidate(known.start(1), known[1], 'typed')
