"""What is said of names that code uses, and of those in preprocessor lines and attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pygments.token import Keyword, Name

from sphinx_kwindex.collect.chains import NAME, STRING, Link, string_candidates
from sphinx_kwindex.collect.imports import last_link
from sphinx_kwindex.collect.prose import prose_candidates
from sphinx_kwindex.collect.tokens import is_a
from sphinx_kwindex.lexicon import is_clipped, is_in_dictionary
from sphinx_kwindex.occurrences import ON_OBJECT
from sphinx_kwindex.shapes import WEAK_HINTS, Candidate, is_file_name, is_strong

_DIRECTIVE = re.compile(r'\s*(?:#\s*)?(?:define|undef|ifn?def)\s+(\w+)')
_ATTRIBUTE = re.compile(r'[A-Za-z_][\w:]*')
_VALUED = re.compile(r'\s*=(?!=)')


def hint_of_use(link: Link, name: str, place: str = '', *, called: bool = False, typed: bool = False) -> str:
    """What is said of a name that is used, under its full *name*; *place* is what its place in the statement says."""
    alone = not link.member and last_link(link.text) == link.text
    if link.kind is Name.Decorator:
        return 'decorator'
    if (link.kind is Name.Function.Magic or link.kind is Name.Variable.Magic) and not link.text.endswith('!'):
        return 'magic'
    if place == 'raised':
        return place
    builtin = is_a(link.kind, Name.Builtin) or link.kind is Keyword.Type or link.kind is Keyword.Pseudo
    if alone and name == link.text and builtin and not typed:
        return 'builtin'
    if place and not called:
        return place
    if typed and not called:
        known = is_a(link.kind, Name.Builtin) or name.islower()
        return 'builtin' if builtin and alone and name == link.text and known else 'typed'
    if alone and link.kind is Name.Exception:
        return 'exception'
    if called:
        return f'call{ON_OBJECT}' if link.member else 'call'
    return 'variable' if alone else 'attribute'


def preprocessor(link: Link) -> Iterator[Candidate]:
    """A preprocessor line: the macro that it defines, and what its body names."""
    defined = _DIRECTIVE.match(link.text)
    if defined:
        yield Candidate(link.start + defined.start(1), defined[1], 'macro')
    for candidate in prose_candidates(link.text):
        if candidate.hint in {'identifier', 'call'} and not (defined and candidate.name == defined[1]):
            yield Candidate(link.start + candidate.start, candidate.name, candidate.hint)


def attributes(link: Link) -> Iterator[Candidate]:
    """The attribute of an item, its arguments up to the first string, and the traits that ``derive`` gives it."""
    derived = link.text.lstrip().startswith('derive')
    for number, match in enumerate(_ATTRIBUTE.finditer(link.text)):
        if number and _VALUED.match(link.text, match.end()):
            yield Candidate(link.start + match.start(), match[0], 'parameter')
        if number and not derived:
            continue
        yield Candidate(link.start + match.start(), match[0], 'typed' if number else 'decorator')


def firm_candidates(text: str) -> Iterator[Candidate]:
    """What in a text without a grammar has the form of a name, as no word has."""
    helps = '--' in text and len(_OPTION_TOLD.findall(text)) >= _SEVERAL
    given = set(_GIVEN_TO_OPTION.findall(text)) if helps else ()
    for found in prose_candidates(text):
        if helps and found.hint == 'acronym' and found.name not in given and not _is_word(found.name.lower()):
            yield found
        elif (
            found.hint == 'identifier'
            and found.name.isupper()
            and _IS_VARIABLE.match(text, found.start + len(found.name))
        ):
            yield found._replace(hint='envvar')
        elif found.hint not in WEAK_HINTS:
            yield found


_OPTION_TOLD = re.compile(r'^[ \t]{1,20}(?:-\w,? ?)?--[a-z][\w.-]{1,60}[^\n]{0,60}?[ ]{2}[A-Za-z]', re.MULTILINE)
"""A line in which a program tells what one of its options is for."""
_SEVERAL = 3
_GIVEN_TO_OPTION = re.compile(r'(?:-[\w-]{1,60}[ =\[<]{1,3}|[<\[|])([A-Z][A-Z0-9]+)')
"""What the reader gives an option, and not what it is for: ``--output FILE``."""


def _is_word(word: str) -> bool:
    return is_in_dictionary(word) or is_clipped(word)


_IS_VARIABLE = re.compile(r' env(?:ironment)? var')
"""What a program says of what it reads: "the IT_SERVER environment variable"."""


def shaped_candidates(statement: Sequence[Link]) -> Iterator[Candidate]:
    """What in a line of text has the form of a name."""
    for link in statement:
        if link.sort is NAME and is_strong(link.text):
            yield Candidate(link.start, link.text, 'file' if is_file_name(link.text) else 'identifier')
        elif link.sort is STRING:
            yield from string_candidates(link)
