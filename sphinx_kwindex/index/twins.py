"""Spellings of one word that differ by case alone, or by what stands before a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

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
