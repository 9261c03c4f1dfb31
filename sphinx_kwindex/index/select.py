"""Is it a keyword? The verdict on one name, from all that the corpus says of it."""

from __future__ import annotations

import keyword
import re
from http import HTTPMethod

from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.model import Choices, Evidence
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.shapes import is_acronym, is_strong

_ALWAYS = frozenset(
    {
        'import',
        'class',
        'exception',
        'decorator',
        'command',
        'option',
        'envvar',
        'file',
        'string',
        'identifier',
        'constant',
        'function',
        'macro',
    }
)
_BY_FORM = frozenset({'call', 'attribute', 'variable', 'parameter', 'key', ''})
_PROSE = frozenset({'identifier', 'call', 'option', 'envvar', 'file', 'mime', 'standard', 'header'})
_VALUES = frozenset({*keyword.kwlist, 'true', 'false', 'null', 'nil', 'undefined', 'self', 'cls', 'this'})
_NO_NAME = re.compile(r'[\W\d_]*')


def is_keyword(name: str, evidence: Evidence, corpus: Corpus, choices: Choices) -> bool:
    """Whether the index lists *name*."""
    if any(pattern.search(name) for pattern in choices.exclude):
        return False
    if any(pattern.search(name) for pattern in choices.include):
        return True
    if evidence.count < choices.min_mentions:
        return False
    if evidence.definitions or evidence.has(Role.REFERENCE):
        return True
    if _NO_NAME.fullmatch(name) or name in _VALUES or len(name) < 2:
        return False
    return (
        _marked(name, evidence)
        or _coded(name, evidence, corpus)
        or _written(name, evidence, corpus, choices)
        or _entered(name, evidence)
    )


def _marked(name: str, evidence: Evidence) -> bool:
    """The author set it as code, or in a title in the form of a name."""
    hints = evidence.hints(Role.LITERAL) | (evidence.hints(Role.HEADING) - {'capital', 'acronym'})
    return bool(hints) and not (hints == {'samp'} and ' ' in name)


def _coded(name: str, evidence: Evidence, corpus: Corpus) -> bool:
    """Code imports, defines or raises it, or uses it under a name that no word of prose has."""
    hints = evidence.hints(Role.CODE)
    if hints & _ALWAYS:
        return True
    if _distinct(name):
        return bool(hints & _BY_FORM)
    return bool(hints & {'call', 'attribute'}) and name.lower() not in corpus.words and len(name) > 3


def _distinct(name: str) -> bool:
    return (
        is_strong(name) or (name[:1].isupper() and any(c.islower() for c in name) and len(name) > 2) or is_acronym(name)
    )


def _written(name: str, evidence: Evidence, corpus: Corpus, choices: Choices) -> bool:
    """Running text shows it in the form of a name."""
    hints = evidence.hints(Role.PROSE, Role.HEADING)
    if hints & _PROSE:
        return True
    lower = name.lower()
    if lower in choices.stop_words:
        return False
    if 'acronym' in hints:
        return name in HTTPMethod.__members__ or corpus.words[lower] <= evidence.count
    # A capital inside a sentence is a name's where texts write the word seldom small.
    return 'capital' in hints and corpus.words[lower] * 2 <= evidence.count


def _entered(name: str, evidence: Evidence) -> bool:
    """The author's own index or glossary lists it."""
    return evidence.has(Role.ENTRY) and (is_strong(name) or ' ' in name or bool(evidence.definitions))
