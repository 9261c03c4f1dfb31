"""Kinds of names whose form means in one language what it does in no other: of the API of C, of Rust, of Elixir."""

from __future__ import annotations

import re

from sphinx_kwindex.index.case import CALLS, DEFINING, USING, Case
from sphinx_kwindex.index.exceptions import is_named_as_exception
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.kinds import KEYS
from sphinx_kwindex.index.verbs import acts, acts_in_capitals
from sphinx_kwindex.occurrences import Kind, Role
from sphinx_kwindex.shapes import is_camel

_NAMED_AS_IN_C = re.compile(r'(?=\w*[a-z])[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+_?')
"""Words with capitals that underscores join, as libraries of C have them: ``PyDict_Type``, ``Point_traverse``."""
_TYPES = frozenset({'Def', 'Object', 'Ops', 'Spec', 'Struct', 'Type'})
_TABLES = frozenset({'flags', 'fields', 'methods', 'members', 'slots', 'table'})
"""What variables that hold what a type has are called."""


def kind_in_c(case: Case, name: str) -> Kind | None:
    """A *name* of words with capitals and underscores: Py_Finalize(), PyDict_Type, PyExc_ValueError; nothing for others."""
    hints = case.evidence.hints()
    of_library = case.name in case.corpus.company.in_c and _NAMED_AS_IN_C.fullmatch(name) and not hints & KEYS
    if '_' not in name or not (is_camel(name) or of_library):
        return None
    last = name.rpartition('_')[2]
    if is_named_as_exception(last) and not acts_in_capitals(last):
        return Kind.CONSTANT
    if name.endswith('_'):
        return Kind.NAME  # what the names of a library begin with
    if not hints.isdisjoint({'call', 'invoked'}):
        return Kind.FUNCTION
    if name.endswith('_t') or last in _TYPES:
        return Kind.TYPE
    rest = name.partition('_')[2]
    if rest and not any(map(str.islower, rest)):
        return Kind.MACRO
    if last in _TABLES:
        return Kind.CONSTANT
    acting = acts(last.lower()) or acts_in_capitals(last) or name.partition('_')[0] in case.corpus.company.called_in_c
    return Kind.FUNCTION if acting and '__' not in name and name[0] != '_' else Kind.NAME


_JOINED_CAPITALS = re.compile(r'[A-Z][A-Za-z0-9]*_[A-Z]\w*')
"""Words with capitals that underscores join, as no class is called: ``ST_Disjoint``, ``Py_LOCAL``."""


def called_in_c(case: Case, stem: str) -> Kind | None:
    """What texts call by such a name: a macro where the last word has no small letter; ``None`` for other names."""
    texts = case.evidence.hints(Role.LITERAL) | case.evidence.hints(Role.PROSE)
    if (
        'call' not in texts
        or stem.isupper()
        or not _JOINED_CAPITALS.fullmatch(stem)
        or not case.code.isdisjoint(DEFINING)
    ):
        return None
    return Kind.MACRO if stem.rpartition('_')[2].isupper() else Kind.FUNCTION


_ASSOCIATED = frozenset({'Entry', 'Err', 'Error', 'IntoIter', 'Item', 'Iter', 'Output', 'Target', 'Weak'})
"""Types that traits and collections of Rust have with them."""


def kind_in_language(case: Case) -> Kind | None:
    """A case of an enumeration of Rust, ``Ordering::Relaxed``, or a module of Elixir, ``Ecto.Multi``."""
    links = parts(case.name)
    if len(links) < 2 or not (links[-1][:1].isupper() and links[-2][:1].isupper()):
        return None
    hints = case.evidence.hints()
    valued = links[-1] not in _ASSOCIATED and links[-2] != 'Self' and 'attribute' in case.code
    if '::' in case.name and case.name in case.corpus.company.in_rust and hints.isdisjoint(USING) and valued:
        return Kind.CONSTANT
    if case.name in case.corpus.company.in_elixir and hints.isdisjoint((USING - {'module'}) | CALLS):
        return Kind.MODULE
    return None
