"""Packages that texts speak of and that a dictionary of English would take for words: pandas, statsmodels."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

from sphinx_kwindex.lexicon import is_coined, is_common
from sphinx_kwindex.occurrences import Occurrence, Role

_IMPORTED = frozenset({'import', 'module'})
_ROOT = re.compile(r'[a-z]{4,30}(?=\.|\Z)')


def _roots(found: Iterable[Occurrence]) -> set[str]:
    """The packages that a document imports from, or refers to objects of, by their names."""
    roots = set()
    for each in found:
        of_python = each.reference is not None and each.reference.domain == 'py'
        taken = each.name if each.hint in _IMPORTED and each.role is Role.CODE else ''
        told = each.reference.target.lstrip('~!.') if of_python and each.reference else taken
        if ('.' in told or taken) and (root := _ROOT.match(told)):
            roots.add(root[0])
    return {root for root in roots if not (is_coined(root) or is_common(root) or root in sys.stdlib_module_names)}


def packages_spoken_of(
    found: Iterable[Occurrence], texts: Iterable[tuple[int, str]]
) -> Iterator[tuple[str, int, str, int]]:
    """Each place where one of *texts*, a number and a text, has the bare name of such a package: name, number, text, start."""
    roots = sorted(_roots(found))
    if not roots:
        return
    pattern = re.compile(rf'(?<![\w./\\:@-])(?:{"|".join(roots)})(?![\w/\\:@(-]|\.\w)')
    for place, text in texts:
        for match in pattern.finditer(text):
            yield match[0], place, text, match.start()
