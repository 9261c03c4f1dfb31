"""Two names of one thing: spellings that differ by case alone or before a number, classes described with and without a module."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Collection, Mapping

from sphinx_kwindex.index.model import Evidence
from sphinx_kwindex.occurrences import Role

_TEXTS = frozenset({Role.PROSE, Role.HEADING})
_NUMBERED = re.compile(r'([A-Z]{2,8})[ -]?(\d+(?:-\d+)*)')
"""A standard or a method with its number."""


def find_twins(names: Mapping[str, Evidence], is_wanted: Callable[[str], bool]) -> dict[str, str]:
    """Of words that stand in texts alone and differ by case alone, the one that stands most often means all.

    So do the spellings of a standard, which differ by what stands before the number: ISO 8601, ISO-8601. What the author
    wants is listed as it is.
    """
    folded: dict[str, list[str]] = {}
    twins: dict[str, str] = {}
    for name, evidence in names.items():
        standard = _NUMBERED.fullmatch(name)
        cased = (name.islower() and 'coined' not in evidence.hints()) or name.isupper()
        if (standard or not cased) and not is_wanted(name) and all(role in _TEXTS for role, _hint in evidence.roles):
            folded.setdefault(' '.join(standard.groups()) if standard else name.casefold(), []).append(name)
    for spellings in folded.values():
        if len(spellings) > 1:
            first = max(spellings, key=lambda name: (_weight(name, names[name]), not name.islower(), name))
            twins.update((name, first) for name in spellings if name != first)
    return twins


_DELIBERATE = 3
"""What a spelling with a capital inside a sentence weighs against one without."""


_OF_SENTENCES = frozenset({'coined', 'initial'})


def _weight(name: str, evidence: Evidence) -> int:
    """How often a spelling stands, where small letters may be negligence (``jupyter``)."""
    return evidence.count * (1 if name.islower() or evidence.hints() <= _OF_SENTENCES else _DELIBERATE)


_CLASSES = frozenset({'class', 'exception'})


def _is_class(evidence: Evidence) -> bool:
    """Whether a name is described as a class of Python, and as nothing else."""
    types = {(each.domain, each.type) for each in evidence.definitions}
    return bool(types) and all(domain == 'py' and objtype in _CLASSES for domain, objtype in types)


def classes_described_twice(names: Mapping[str, Evidence], endings: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Classes that some page describes by their names alone -> the one class so called that is described with its module.

    Overviews do so (Django's flattened index of views); what Python has built in is no other module's.
    """
    return {
        name: full
        for name, matches in endings.items()
        if name[:1].isupper()
        and name.isidentifier()
        and name in names
        and len(matches) == 1
        and not hasattr(builtins, name)
        for full in matches
        if _is_class(names[name]) and _is_class(names[full]) and full.rpartition('.')[0].islower()
    }
