"""What is decided of each name that was found: by the rules, and over them by extensions that have a say in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sphinx_kwindex.index.classify import classify
from sphinx_kwindex.index.grouping import Grouping
from sphinx_kwindex.index.select import Verdict
from sphinx_kwindex.index.select import verdict as verdict_of_rules
from sphinx_kwindex.occurrences import Definition, Kind, Role

EVENT_RULE = 'event'
"""The rule of a decision that an extension took; its reason follows after a colon."""
_OPTIONS = frozenset({'excluded', 'included'})
"""The rules of the author's own options, which promise *never* and *always*."""


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What the documents say of one name."""

    counts: Mapping[tuple[Role, str], int]
    """How often it stands in each role with each hint."""
    definitions: tuple[Definition, ...]
    """The objects of this name that documents describe, sorted."""
    documents: tuple[str, ...]
    """The docnames of the documents that have it, in reading order."""

    @property
    def count(self) -> int:
        """How often it stands anywhere."""
        return sum(self.counts.values())


class Selection:
    """Every name that was found, and what is decided of it.

    Names are those that entries of the index would have: spellings that mean one thing are one name. A question about
    any other name raises :exc:`KeyError`. The last decision on a name stands, but :confval:`kwindex_exclude` and
    :confval:`kwindex_include` stand above all.
    """

    def __init__(self, grouping: Grouping, complain: Callable[[str], None] = lambda _fault: None) -> None:
        self._grouping = grouping
        self._complain = complain
        self._faults: set[str] = set()
        self._verdicts: dict[str, Verdict] = {}
        self._kinds: dict[str, Kind] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __contains__(self, name: object) -> bool:
        return name in self._grouping.groups

    def __len__(self) -> int:
        return len(self._grouping.groups)

    def names(self) -> tuple[str, ...]:
        """Every name that was found, listed or not, sorted."""
        return tuple(sorted(self._grouping.groups))

    def verdict(self, name: str) -> Verdict:
        """Whether the index lists the name (``keep``), and what decided so (``rule``)."""
        by_rules = verdict_of_rules(self._grouping.case(name))
        return by_rules if by_rules.rule in _OPTIONS else self._verdicts.get(name, by_rules)

    def evidence(self, name: str) -> NameEvidence:
        """What the documents say of the name."""
        group = self._grouping.groups[name]
        return NameEvidence(
            MappingProxyType(dict(group.evidence.roles)),
            tuple(sorted(group.evidence.definitions)),
            self._grouping.documents_of(group),
        )

    def kind(self, name: str) -> Kind:
        """The kind under which the index lists the name, or would."""
        case = self._grouping.case(name)
        return self._kinds.get(name) or classify(case)

    def veto(self, name: str, reason: str = '') -> None:
        """Have the name not listed. A name that was not found is not listed anyway."""
        self._decide(name, reason, keep=False)

    def add(self, name: str, reason: str = '') -> None:
        """Have a name listed that was found and not chosen; one that was not found gives a warning."""
        if self._was_found(name, 'add'):
            self._decide(name, reason, keep=True)

    def set_kind(self, name: str, kind: Kind | str) -> None:
        """Have the name listed under another kind; an unknown kind, or a name that was not found, gives a warning."""
        try:
            known = Kind(kind)
        except ValueError:
            self._fault(f'set_kind: {kind!r} is not one of {", ".join(Kind)} (for the name {name!r})')
            return
        if self._was_found(name, 'set_kind'):
            self._kinds[name] = known

    @property
    def decisions(self) -> Mapping[str, Verdict]:
        """The decisions of extensions, those included that give way to an option."""
        return MappingProxyType(self._verdicts)

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds that extensions set."""
        return MappingProxyType(self._kinds)

    def _decide(self, name: str, reason: str, *, keep: bool) -> None:
        if name in self:
            said = ' '.join(str(reason).split())
            self._verdicts[name] = Verdict(keep, f'{EVENT_RULE}: {said}' if said else EVENT_RULE)

    def _was_found(self, name: str, method: str) -> bool:
        if name not in self:
            self._fault(f'{method}: no document has the name {name!r} (those that were found are in names())')
        return name in self

    def _fault(self, text: str) -> None:
        if text not in self._faults:
            self._faults.add(text)
            self._complain(text)
