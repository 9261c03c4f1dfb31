"""Why a name is listed, or not: the evidence, the rule that decided, and what else was found and not listed."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sphinx_kwindex.index.classify import KindSource, sourced_kind
from sphinx_kwindex.index.grouping import Group, Grouping
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.model import Evidence
from sphinx_kwindex.index.rules import RULES
from sphinx_kwindex.index.select import NO_RULE, Verdict, applying
from sphinx_kwindex.index.selection import EVENT_RULE, Selection
from sphinx_kwindex.occurrences import ROLE_ORDER, Kind, Occurrence, Role

EXAMPLES = 3
"""How many places an explanation shows for each sort of evidence."""
NEAR_MISSES = 5


class Reason(NamedTuple):
    """A rule as it is told: its name, whether it keeps or drops, and what it reads."""

    rule: str
    keep: bool | None
    """``None`` for one that may do either."""
    reads: str


_OTHER_ROLE = Reason('other-role', False, 'kwindex_roles: it stands only in ways that the author leaves out')
_NO_MENTION = Reason(
    'no-mention',
    False,
    'a capital that begins a sentence, a foreign word or a person given credit, no name by all else',
)
_EVENT = Reason(EVENT_RULE, None, 'a handler of the event kwindex-select: it comes before all but the two options')
_NO_EVIDENCE = Reason(NO_RULE.rule, NO_RULE.keep, 'nothing that was found says that it is a name')


def reasons() -> tuple[Reason, ...]:
    """Everything that decides, in the order in which it is asked."""
    rules = [Reason(rule.name, rule.keep, rule.reads) for rule in RULES]
    return (_OTHER_ROLE, _NO_MENTION, *rules[:2], _EVENT, *rules[2:], _NO_EVIDENCE)


def reason_of(verdict: Verdict) -> Reason:
    """What decided, told."""
    known = next(reason for reason in reasons() if reason.rule == verdict.rule.partition(':')[0])
    return Reason(verdict.rule, verdict.keep, known.reads)


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a name stands, with the text around it."""

    docname: str
    anchor: str
    path: tuple[str, ...]
    context: str


@dataclass(frozen=True, slots=True)
class Row:
    """One sort of evidence: what stands in one role with one hint."""

    role: Role
    hint: str
    count: int
    documents: int
    places: tuple[Place, ...]
    """The first in reading order."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What was written for a name, and how often in which roles."""

    text: str
    count: int
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of one name that was found."""

    name: str
    verdict: Verdict
    reason: Reason
    others: tuple[Reason, ...]
    """What applies as well and did not come to decide."""
    kind: Kind | None
    """``None`` for what was not even taken for a mention."""
    kind_source: KindSource | None
    """``None`` where an extension set the kind."""
    types: tuple[str, ...]
    """Types of the objects that are described under the name, or of the references to it (``py:class``)."""
    rows: tuple[Row, ...]
    documents: int
    variants: tuple[str, ...]
    """The other spellings, as the index lists them."""
    merged: tuple[Spelling, ...]
    """What was written otherwise, word for word, and means this name."""
    left_out: tuple[Row, ...]
    """What has the name and does not count."""
    written_small: int
    """How often running text has it as a word in lower case."""

    @property
    def count(self) -> int:
        """How often it stands anywhere."""
        return sum(row.count for row in self.rows)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question for one name leads to."""

    asked: str
    explanations: tuple[Explanation, ...]
    """Of the names that the question means; empty where no document has it."""
    also: tuple[str, ...] = ()
    """Other names that have it as a spelling or as their last part."""
    near: tuple[str, ...] = ()
    """Names that look like one that was never seen."""
    written_small: int = 0
    """How often running text has it as a word in lower case."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """One name that was found and is not listed."""

    name: str
    reason: Reason
    count: int
    documents: int
    evidence: Mapping[tuple[Role, str], int]


class _Standing(NamedTuple):
    """An occurrence in reading order."""

    document: int
    place: int
    anchor: str
    occurrence: Occurrence


class Findings:
    """A grouped corpus and its selection, to be asked about."""

    def __init__(self, grouping: Grouping, selection: Selection) -> None:
        self._grouping = grouping
        self._selection = selection
        self._left_out: Mapping[str, Group] = grouping.left_out or {}
        self._spelled: defaultdict[str, set[str]] = defaultdict(set)
        """Spelling -> the names that it goes to, their own excepted."""
        self._last: defaultdict[str, set[str]] = defaultdict(set)
        for name, group in grouping.groups.items():
            for spelling in group.variants:
                self._spelled[spelling].add(name)
            if len(links := parts(name)) > 1:
                self._last[links[-1]].add(name)

    def answer(self, asked: str) -> Answer:
        """Find what *asked* means: a full name, else a spelling, else a last part; if need be whatever its case."""
        levels = self._levels([asked]) or self._levels(self._of_other_case(asked))
        if not levels:
            near = difflib.get_close_matches(asked, self._all(), NEAR_MISSES)
            return Answer(asked, (), near=tuple(near), written_small=self._written_small(asked))
        meant = levels[0]
        also = {name for level in levels[1:] for name in level}
        return Answer(asked, tuple(map(self.explain, meant)), tuple(sorted(also - set(meant))))

    def _written_small(self, word: str) -> int:
        return self._grouping.corpus.words[word.lower()]

    def _levels(self, asked: Iterable[str]) -> list[list[str]]:
        """The names that are meant, in groups, those that are meant most surely first."""
        groups, words = self._grouping.groups, sorted(asked)
        levels = (
            {word for word in words if word in groups},
            {name for word in words for name in self._spelled.get(word, ())},
            {word for word in words if word in self._left_out and word not in groups and word not in self._spelled},
            {name for word in words for name in self._last.get(word, ())},
        )
        return [sorted(level) for level in levels if level]

    def _all(self) -> list[str]:
        return sorted({*self._grouping.groups, *self._left_out, *self._spelled})

    def _of_other_case(self, asked: str) -> list[str]:
        folded = asked.casefold()
        return [name for name in {*self._all(), *self._last} if name.casefold() == folded]

    def explain(self, name: str) -> Explanation:
        """The explanation of a name that was found.

        :raises KeyError: where no document has it
        """
        group = self._grouping.groups.get(name)
        small = self._written_small(name)
        aside = self._rows(*self._left_out_of(name))
        if group is None:
            reason = self._reason_left_out(self._left_out[name])
            verdict = Verdict(keep=False, rule=reason.rule)
            return Explanation(name, verdict, reason, (), None, None, (), (), 0, (), (), aside, small)
        verdict, kind = self._selection.verdict(name), self._selection.kind(name)
        source = None if name in self._selection.kinds else sourced_kind(self._grouping.case(name))[1]
        return Explanation(
            name,
            verdict,
            reason_of(verdict),
            tuple(reason for reason in self._applying(name) if reason.rule != verdict.rule),
            kind,
            source,
            _types(group.evidence),
            self._rows(group),
            len(self._grouping.documents_of(group)),
            tuple(sorted(group.variants)),
            tuple(_spellings(name, group)),
            aside,
            small,
        )

    def _applying(self, name: str) -> Iterator[Reason]:
        """All that speaks for or against a name, in the order in which it is asked."""
        found = [Reason(rule.name, rule.keep, rule.reads) for rule in applying(self._grouping.case(name))]
        decision = self._selection.decisions.get(name)
        if decision is not None:
            found.append(reason_of(decision))
        order = {reason.rule: number for number, reason in enumerate(reasons())}
        return iter(sorted(found, key=lambda reason: order[reason.rule.partition(':')[0]]))

    def _reason_left_out(self, group: Group) -> Reason:
        roles = self._grouping.choices.roles
        return _NO_MENTION if any(role in roles for role, _hint in group.evidence.roles) else _OTHER_ROLE

    def _left_out_of(self, name: str) -> Iterator[Group]:
        """What has a name, or a spelling that is of no other, and does not count."""
        group = self._grouping.groups.get(name)
        spellings = set() if group is None else {text for text in group.variants if self._spelled.get(text) == {name}}
        own = {name, *(spellings - self._grouping.groups.keys())}
        return (self._left_out[text] for text in sorted(own) if text in self._left_out)

    def _rows(self, *groups: Group) -> tuple[Row, ...]:
        """The evidence by role and hint, strongest role first."""
        found: defaultdict[tuple[Role, str], list[_Standing]] = defaultdict(list)
        for position, anchor, occurrence in (found for group in groups for found in group.found or ()):
            found[occurrence.role, occurrence.hint].append(_Standing(position, occurrence.position, anchor, occurrence))
        return tuple(
            self._row(role, hint, sorted(found[role, hint], key=lambda standing: standing[:3]))
            for role, hint in sorted(found, key=lambda key: (ROLE_ORDER[key[0]], key[1]))
        )

    def _row(self, role: Role, hint: str, found: list[_Standing]) -> Row:
        return Row(
            role,
            hint,
            sum(standing.occurrence.count for standing in found),
            len({standing.document for standing in found}),
            tuple(map(self._place, found[:EXAMPLES])),
        )

    def _place(self, standing: _Standing) -> Place:
        docname = self._grouping.shelf.docnames[standing.document]
        title, sections = self._grouping.shelf.headers[docname]
        path = sections[standing.occurrence.section].path or (title,)
        return Place(docname, standing.anchor, path, standing.occurrence.context)

    def dropped(self) -> Iterator[Dropped]:
        """Every name that was found and is not listed, sorted by name."""
        kept = set()
        for name in self._grouping.groups:
            if self._selection.verdict(name).keep:
                kept |= {name, *self._grouping.groups[name].variants}
        left_out = self._left_out.keys() - self._grouping.groups.keys() - kept
        for name in sorted({*self._grouping.groups, *left_out}):
            group = self._grouping.groups.get(name)
            if group is None:
                group = self._left_out[name]
                yield self._drop(name, group, self._reason_left_out(group))
            elif not (verdict := self._selection.verdict(name)).keep:
                yield self._drop(name, group, reason_of(verdict))

    def _drop(self, name: str, group: Group, reason: Reason) -> Dropped:
        documents = len(self._grouping.documents_of(group))
        return Dropped(name, reason, group.evidence.count, documents, dict(group.evidence.roles))


def _types(evidence: Evidence) -> tuple[str, ...]:
    described = {f'{definition.domain}:{definition.type}' for definition in evidence.definitions}
    return tuple(sorted(described or evidence.references))


def _spellings(name: str, group: Group) -> Iterator[Spelling]:
    """What was written otherwise than the name, sorted."""
    counts: defaultdict[str, int] = defaultdict(int)
    roles: defaultdict[str, set[Role]] = defaultdict(set)
    for _position, _anchor, found in group.found or ():
        text = found.spelling or found.name
        counts[text] += found.count
        roles[text].add(found.role)
    for text in sorted(counts.keys() - {name}):
        yield Spelling(text, counts[text], tuple(sorted(roles[text], key=lambda role: ROLE_ORDER[role])))
