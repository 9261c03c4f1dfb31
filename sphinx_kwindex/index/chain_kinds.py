"""Which kind a dotted name is that no code calls and nothing describes: by what it begins with and goes on from."""

from __future__ import annotations

import re
import sys

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.evidence import ALIAS, VARIABLES_OF_CODE, Corpus
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.kinds import HOLDERS, kind_of_type
from sphinx_kwindex.index.library import kind_in_library
from sphinx_kwindex.index.products import PACKAGED
from sphinx_kwindex.index.verbs import acts
from sphinx_kwindex.lexicon import is_software
from sphinx_kwindex.occurrences import Kind, Role
from sphinx_kwindex.shapes import is_snake

_REVERSED = re.compile(r'(?:com|io|org)(?:\.[a-z][a-z0-9_]*){2,}')
"""A package of Java, which begins with a domain, its last part first: ``org.opensearch.http`` (JLS, section 6.1)."""
_PACKAGES = re.compile(r'[a-z]+[0-9]*(?:\._?[a-z]+[0-9]*){2}')
"""Three words: packages are named so, and functions rather by longer chains."""


def kind_of_chain(case: Case) -> Kind:
    """A dotted name that nothing calls: a module, a setting, what a module has (a function) or what an object or class has."""
    head, *_links = parts(case.name)
    known = case.corpus.names.get(head)
    module = head in case.corpus.heads and known is not None and not known.hints().isdisjoint(PACKAGED)
    variable = head == 'self' or (not module and known is not None and 'variable' in known.hints(Role.CODE))
    own = variable or any(link[:1].isupper() or link.startswith('_') for link in parts(case.name)[:-1])
    if is_of_object(case):
        return Kind.METHOD if acts(case.last) else Kind.ATTRIBUTE
    if is_reversed(case):
        return Kind.MODULE
    if _PACKAGES.fullmatch(case.name) and not variable and case.name in case.corpus.company.in_programs:
        return Kind.MODULE
    plain = not is_snake(case.last.strip('_')) and not case.last.startswith('__')
    long = case.name.count('.') > 1 and plain and not own
    if case.name in case.corpus.prefixes and not variable:
        return Kind.MODULE
    if head not in case.corpus.heads and not acts(case.last) and (_is_held(case) or _is_path_of_keys(case)):
        return Kind.SETTING
    if long and head in sys.stdlib_module_names:
        return kind_in_library(case.name) or Kind.FUNCTION
    if long and (head in case.corpus.heads or is_software(head)):
        return Kind.MODULE
    if (parts(case.name)[-2] in HOLDERS and not acts(case.last)) or (not (variable or own) and _is_in_tree(case, head)):
        return Kind.SETTING
    named = head in case.corpus.heads or head in sys.stdlib_module_names or is_snake(case.last.strip('_'))
    if named and not own:
        return Kind.FUNCTION
    return Kind.METHOD if acts(case.last) else Kind.ATTRIBUTE


def is_reversed(case: Case) -> bool:
    """Whether a name is a package of Java, and nothing that a file of settings has."""
    return _REVERSED.fullmatch(case.name) is not None and 'key' not in case.code


def _is_held(case: Case) -> bool:
    """Whether what holds settings stands in a chain of small words: ``css.loaderOptions.postcss``."""
    *before, last = parts(case.name)
    holding = any(link in HOLDERS or link.endswith(('Config', 'Options', 'Settings')) for link in before)
    named = case.corpus.of_python or before[0] in sys.stdlib_module_names
    return holding and not named and last[:1].islower() and before[0][:1].islower()


def _is_path_of_keys(case: Case) -> bool:
    """Whether files of settings have each part of a chain as a key: ``test.coverage.provider``."""
    names = case.corpus.names
    links = parts(case.name)
    if '::' in case.name or len(links) < _SHORTEST_PATH or any(len(link) <= _SHORT_HEAD for link in links):
        return False  # "d.year", "user.email"
    return all(each is not None and 'key' in each.hints(Role.CODE) for each in map(names.get, links))


_SHORTEST_PATH = 3
"""Links of what is rather a path through settings than what an object has, of which a message has a key as well."""


def is_of_variable(case: Case) -> bool:
    """Whether a chain that is called begins with a variable, not with a module, as far as is known: ``session.flush``.

    Where texts alone have it, a variable is one word.
    """
    head, *links = parts(case.name)
    formed = head.isidentifier() if case.code or head.startswith('_') else head.isalpha()
    return bool(links) and formed and '::' not in case.name and is_variable(head, case.last, case.corpus)


def is_variable(head: str, last: str, corpus: Corpus) -> bool:
    """Whether what a chain begins with is rather a variable than a module whose import is not shown.

    Outside documentation of Python, where modules stand in every line (``strings.Trim`` of Go, ``path.join``), some code has
    to set the variable or to take it as a parameter.
    """
    evidence = corpus.names.get(head)
    held = evidence is not None and not evidence.hints(Role.CODE).isdisjoint(VARIABLES_OF_CODE)
    module = head in corpus.heads or head in corpus.roots or head in sys.stdlib_module_names
    module = module or (is_software(head) and not held)
    return (
        head.islower()
        and not module
        and not _ends_module(head, corpus)
        and (len(head) == 1 or held or not ALIAS.fullmatch(head))
        and not (last[:1].isupper() and not last.isupper())
        and (corpus.of_python or held)
    )


def _ends_module(head: str, corpus: Corpus) -> bool:
    """Whether a module of a longer name is meant: ``pyplot``, beside ``matplotlib.pyplot``."""
    return any(_is_module(full, corpus) for full in (*corpus.endings.get(head, ()), *corpus.cited.get(head, ())))


def _is_module(name: str, corpus: Corpus) -> bool:
    """Whether a document describes a module of this name, or code takes something from it or imports it."""
    evidence = corpus.names.get(name)
    return evidence is not None and (
        'module' in evidence.hints() or any(kind_of_type(each.type) is Kind.MODULE for each in evidence.definitions)
    )


_OBJECTS = frozenset({'cls', 'event', 'request', 'this', 'user'})
"""What programs call their objects."""
_SHORT_HEAD = 2
"""Letters of what is rather a part of a host, or a variable: ``co.uk``."""


def _is_in_tree(case: Case, head: str) -> bool:
    """Whether a chain is one of several that begin so, and no program has any: ``run.echo``, ``run.pty``."""
    known = case.corpus.names.get(head)
    return (
        case.corpus.trees[head] > 1
        and head.isalpha()
        and len(head) > _SHORT_HEAD
        and head not in _OBJECTS
        and head not in sys.stdlib_module_names
        and not is_software(head)
        and not _ends_module(head, case.corpus)
        and (known is None or known.hints(Role.CODE).isdisjoint({'import', 'module'}))
    )


def is_of_object(case: Case) -> bool:
    """Whether what a chain goes on from is described as a value: ``sys.stdin.buffer``."""
    owner = case.corpus.names.get(case.name[: -len(case.last)].rstrip('.'))
    return owner is not None and any(kind_of_type(each.type) in _HOLDING_VALUES for each in owner.definitions)


_HOLDING_VALUES = frozenset({Kind.ATTRIBUTE, Kind.CONSTANT})
