"""Names with capitals that are products and not classes: those that texts have and programs hardly."""

from __future__ import annotations

import re

from sphinx_kwindex.index.case import USING, Case
from sphinx_kwindex.index.kinds import CLASS_WORDS
from sphinx_kwindex.index.verbs import HUMP, OPENING, acts
from sphinx_kwindex.lexicon import is_common, is_software
from sphinx_kwindex.occurrences import Kind, Role

_SMALL_PRODUCT = re.compile(r'[a-z][A-Z]\w*|[a-z]+[A-Z]{2,}')
"""iPhone, jQuery, macOS: other words that begin small are names of programs."""
_PREFIXED = re.compile(r'[A-Z]{2}[a-z]|Py[A-Z][a-z]')
"""IPython, PyTorch"""
PACKAGED = frozenset({'import', 'module', 'package', 'installed'})


def is_named_like_package(case: Case) -> bool:
    """Whether a class has the name of its package, and stands in texts rather than in code: FastAPI, Flask."""
    small = case.name.lower()
    package = case.corpus.names.get(small)
    if (
        small == case.name
        or case.name.isupper()
        or not (small in case.corpus.roots or (package is not None and not package.hints().isdisjoint(PACKAGED)))
    ):
        return False
    return _is_of_texts(case)


def _is_of_texts(case: Case) -> bool:
    evidence = case.evidence
    return evidence.times(Role.PROSE) >= evidence.times(Role.LITERAL) + evidence.times(Role.CODE)


def is_registered(case: Case) -> bool:
    """Whether a name that begins with a capital is one of software (FastAPI) that stands in texts rather than in code."""
    return (
        case.name[:1].isupper()
        and not case.name.isupper()
        and not case.code & USING
        and 'file' not in case.evidence.hints()  # Makefile
        and case.evidence.has(Role.LITERAL, Role.CODE)
        and _is_of_texts(case)
        and is_software(case.name.lower())
    )


def is_product(case: Case) -> bool:
    """Whether a name with capitals inside is one of texts (PostgreSQL) and not of programs (QuerySet)."""
    if _PREFIXED.match(case.name) and not case.code and is_software(case.name.lower()):
        return not case.in_chains
    texts = case.evidence.times(Role.CODE, 'identifier', 'string')  # of blocks without a language
    marked = case.evidence.times(Role.LITERAL) + case.evidence.times(Role.CODE) - texts
    marked += case.evidence.times(Role.HEADING, '')
    if case.name.isalnum() and marked * 6 <= case.evidence.times(Role.PROSE) and not case.code & USING:
        if case.in_chains:
            return False
        # Running text hardly tells GitHub from a class of two words.
        shown = marked + texts
        return not (shown and shown * 6 >= case.evidence.times(Role.PROSE) and _is_of_words(case))
    return False


def _is_of_words(case: Case) -> bool:
    """Whether a name is of words that texts have in lower case (ExceptionListener), or of many: few products are."""
    humps = HUMP.findall(case.name)
    if not all(len(hump) > 2 and hump[1:].islower() for hump in humps):
        return False
    words = case.corpus.words
    return len(humps) > 2 or (
        len(humps) > 1 and all(words[hump.lower()] or words[f'{hump.lower()}s'] for hump in humps)
    )


def kind_in_texts(name: str) -> Kind:
    """A name with capitals inside that texts have and programs hardly: a product, unless its words say otherwise."""
    humps = HUMP.findall(name)
    if name[0].isupper():
        return Kind.CLASS if humps[-1] in CLASS_WORDS and not is_software(name.lower()) else Kind.PRODUCT
    if _SMALL_PRODUCT.fullmatch(name) or is_software(name.lower()):
        return Kind.PRODUCT
    if acts(name) or humps[0] in OPENING:
        return Kind.METHOD
    return Kind.ATTRIBUTE if is_common(humps[0]) else Kind.NAME  # outDir, and no phpMyAdmin
