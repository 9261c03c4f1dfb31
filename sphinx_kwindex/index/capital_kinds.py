"""Which kind a word in capitals is: what a standard names, a constant, or an acronym."""

from __future__ import annotations

import errno
import re
import signal
from http import HTTPMethod

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.occurrences import Kind, Role
from sphinx_kwindex.posix import OF_RELEASES

_POSIX = frozenset((*signal.Signals.__members__, *errno.errorcode.values()))
"""Signals and numbers of errors."""


_CODE_OF_CHECK = re.compile(r'[A-Z][0-9]{3,4}')
"""What a linter or a compiler calls one of its checks: E501."""


def _is_method_of_http(case: Case) -> bool:
    """Whether a method of HTTP stands among others: HEAD alone is that of Git, and TRACE a level of logs."""
    return case.name in HTTPMethod.__members__ and sum(name in case.corpus.names for name in _COMMON_METHODS) > 1


_COMMON_METHODS = ('GET', 'POST', 'PUT', 'PATCH')


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
    marked = case.evidence.times(Role.LITERAL) + case.evidence.times(Role.CODE)
    if _CODE_OF_CHECK.fullmatch(case.name) and marked > case.evidence.times(Role.PROSE):
        return Kind.NAME
    return Kind.CONSTANT if marked > case.evidence.times(Role.PROSE) and case.name.isalpha() else Kind.ACRONYM
