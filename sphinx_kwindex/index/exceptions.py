"""Which names are those of exceptions, by their form."""

from __future__ import annotations

import builtins
import re

from sphinx_kwindex.index.case import CALLS, Case
from sphinx_kwindex.shapes import is_camel

EXCEPTIONS = frozenset(
    name for name, known in vars(builtins).items() if isinstance(known, type) and issubclass(known, BaseException)
)
"""Those of Python: of KeyboardInterrupt the form says nothing."""
_OF_GO = re.compile('Err[A-Z]')
"""What errors of Go begin with: https://google.github.io/styleguide/go/decisions#errors."""
_ON_ERRORS = frozenset(
    """
    add check clear emit find get handle has is last log make on print raise report send set throw to write
    """.split()  # noqa: SIM905 (words to read)
)
"""What functions that do something with an error begin with: ``it::get_error``, beside the exception ``it::index_error``."""


def is_named_as_exception(last: str) -> bool:
    """Whether the *last* part of a name ends as those of exceptions do, in languages that write them with capitals."""
    stem = last.lstrip('_')
    return stem.endswith(('Error', 'Exception', 'Warning')) and is_camel(stem) and '_' not in stem and stem[0].isupper()


def is_exception(case: Case) -> bool:
    """Whether a name is one that Python raises, or has the form of an exception; C++ writes them small."""
    if case.name in EXCEPTIONS and (case.literal or case.code or is_camel(case.name)):
        return True
    acting = case.last.partition('_')[0] in _ON_ERRORS or not case.code.isdisjoint(CALLS)
    if _OF_GO.match(case.last) and is_camel(case.last) and not acting:
        return True
    of_c = '::' in case.name and case.last.endswith('_error') and not acting
    return of_c or is_named_as_exception(case.last)
