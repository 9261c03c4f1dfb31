"""Which kind a word in capitals is: what a standard names, a constant, or an acronym."""

from __future__ import annotations

import errno
import re
import signal
from http import HTTPMethod

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.families import CODE_OF_CHECK
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.kinds import HOLDERS
from sphinx_kwindex.index.model import Evidence
from sphinx_kwindex.index.protocols import is_protocol
from sphinx_kwindex.index.verbs import acts_in_capitals
from sphinx_kwindex.occurrences import Kind, Role
from sphinx_kwindex.posix import OF_RELEASES

_POSIX = frozenset((*signal.Signals.__members__, *errno.errorcode.values()))
"""Signals and numbers of errors."""


def is_code_of_check(name: str, corpus: Corpus) -> bool:
    """Whether a name has the form of what checks are called, and another that begins with the same letters has as well."""
    code = CODE_OF_CHECK.fullmatch(name)
    return code is not None and corpus.numbered[code[1]] > 1


def acts_behind_prefix(case: Case) -> bool:
    """Whether a library of C has a function of this name, as far as its verb says: ``SDL_PollEvent``."""
    return case.code <= {'call', 'invoked', 'identifier'} and acts_in_capitals(case.last.partition('_')[2])


_RULE = re.compile(r'@?[a-z][a-z0-9-]*/[a-z]+(?:-[a-z]+)+')
_LINTERS = frozenset({'ESLint', 'eslint', 'Stylelint', 'stylelint'})


def is_rule_of_linter(case: Case) -> bool:
    """Whether a path is a rule of a plug-in of a linter of which the documentation speaks: ``vue/no-mutating-props``."""
    return _RULE.fullmatch(case.name) is not None and not _LINTERS.isdisjoint(case.corpus.names)


def _is_method_of_http(case: Case) -> bool:
    """Whether a method of HTTP stands among others: HEAD alone is that of Git, and TRACE a level of logs."""
    return case.name in HTTPMethod.__members__ and sum(name in case.corpus.names for name in _COMMON_METHODS) > 1


_COMMON_METHODS = ('GET', 'POST', 'PUT', 'PATCH')


_ACRONYMS = re.compile(r'[A-Z]{2,}es')
"""Several that end in a hiss: OSes."""


def is_mostly_acronym(case: Case) -> bool:
    """Whether texts have it as an acronym more often than code or inline code has it: URL, of which some library has a class."""
    evidence = case.evidence
    if _ACRONYMS.fullmatch(case.name):
        return True
    return case.name.isupper() and case.name.isalpha() and evidence.times(Role.PROSE, 'acronym') > _marked(evidence)


def _marked(evidence: Evidence) -> int:
    """How often authors set a word as code; what a program tells of its options is text."""
    return evidence.times(Role.CODE) - evidence.times(Role.CODE, 'acronym') + evidence.times(Role.LITERAL)


def kind_of_capitals(case: Case) -> Kind:
    """A word of capitals: a constant where authors set it as code (``SIGTERM``), an acronym where they write it."""
    if not case.name[-1:].isalnum():
        return Kind.PRODUCT  # C++
    if re.search(r'-\d{4}', case.name) or _is_method_of_http(case):
        return Kind.NAME  # CVE-2024-1234
    if case.name in _POSIX:
        return Kind.CONSTANT
    if case.name in OF_RELEASES:
        return Kind.FILE
    marked = _marked(case.evidence)
    if CODE_OF_CHECK.fullmatch(case.name) and marked > case.evidence.times(Role.PROSE):
        return Kind.NAME
    protocol = is_protocol(case.name)
    if marked > case.evidence.times(Role.PROSE) and case.name.isalpha() and (case.code or not protocol):
        return Kind.CONSTANT
    return Kind.PROTOCOL if protocol else Kind.ACRONYM


_UNTOLD = frozenset({'', 'identifier', 'item', 'key', 'string'})
"""Hints of a name in capitals of which nothing is said but that it has a value."""


def kind_of_constant(case: Case) -> Kind:
    """A name in capitals of several words: a constant, unless it is called, or those like it are read from the environment."""
    hints = case.evidence.hints()
    if case.last != case.name:
        owner = parts(case.name)[-2]
        return Kind.SETTING if owner in HOLDERS else Kind.ENVVAR if owner in {'env', 'environ'} else Kind.CONSTANT
    if 'invoked' in hints:
        return Kind.MACRO
    if case.name in case.corpus.held:
        return Kind.SETTING
    if hints <= _UNTOLD and _is_beside_option(case):
        return Kind.ENVVAR
    return (
        Kind.ENVVAR if hints <= _UNTOLD and case.name.partition('_')[0] in case.corpus.environments else Kind.CONSTANT
    )


def _is_beside_option(case: Case) -> bool:
    """Whether an option is called as a name in capitals is: programs read ``PYTEST_ADDOPTS`` beside ``--pytest-addopts``."""
    option, names = f'--{case.name.lower()}', case.corpus.names
    return '_' in case.name and (option in names or option.replace('_', '-') in names)
