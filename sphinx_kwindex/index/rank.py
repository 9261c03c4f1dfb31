"""What a document is about: its keywords in order of importance, and the documents that share its rare ones."""

from __future__ import annotations

import builtins
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.model import Keyword
from sphinx_kwindex.index.places import Presence
from sphinx_kwindex.occurrences import Kind, Role
from sphinx_kwindex.shapes import is_command_line

_WEIGHT = {
    Role.DEFINITION: 8.0,
    Role.HEADING: 5.0,
    Role.ENTRY: 3.0,
    Role.REFERENCE: 3.0,
    Role.LITERAL: 2.5,
    Role.CODE: 1.5,
    Role.PROSE: 1.5,
}
_BUILTINS = frozenset(
    name
    for name, value in vars(builtins).items()
    if not (isinstance(value, type) and issubclass(value, BaseException)) or name in {'Exception', 'BaseException'}
)
"""Built-in functions, types and constants of Python: in every program, so what no page is about. Exceptions are."""
_DUNDER = re.compile(r'__\w+__')
_EXAMPLE = re.compile(r'[Dd]ummy(?:[_-]\w+|[A-Z][a-z]\w*)|an?_\w+|the_\w+')
"""What examples call their own things."""
_PASSING = frozenset({'variable', 'builtin', 'magic', 'string'})
"""What code says of names that it uses and that are no library's."""
_ORDINARY = _PASSING | {
    'call',
    'invoked',
    'queried',
    'attribute',
    'function',
    'method',
    'field',
    'key',
    'parameter',
    'subcommand',
    'second',
}
"""What it says besides of ordinary words that stand in code alone: ``main``, ``append``, ``kind``."""
_PLAIN_WEIGHT = 0.35
"""What inline code counts that has the form of an ordinary word and that nothing says more of: often a value."""
_KIND_WEIGHT = {
    Kind.OPTION: 1.4,
    Kind.ENVVAR: 1.4,
    Kind.MODULE: 1.4,
    Kind.EXCEPTION: 1.3,
    Kind.ACRONYM: 1.3,
    Kind.CLASS: 1.1,
    Kind.ATTRIBUTE: 0.8,
    Kind.NAME: 0.7,
    Kind.FILE: 0.6,
}
"""What a name of a kind counts where a page neither defines it nor has it in a title; that of other kinds is 1. Set on labelled
pages, which ask for nearly all options and modules that they show, and for few files."""
_PAIR_WEIGHT = 0.4
"""What a command counts together with the word behind it, beside each of the two."""
_UNTOLD = frozenset({Kind.NAME, Kind.FILE})
"""Kinds of a plain word that say little of it: the extension of a file's name is one."""
RELATED = 6
"""How many related documents a page names at most."""
RARE = 12
"""A keyword that stands in more documents than this relates none of them."""
CHANGELOG = 0.25
"""What a document that names everything (a change log) weighs against any other."""


def is_passing(case: Case) -> bool:
    """Whether a name stands in the corpus in passing: built-ins, names that examples give their own things, values.

    Such a name is listed, since an author may have set it as code, but no page is about it unless the page defines it.
    """
    if case.name in case.choices.terms:
        return False
    if _DUNDER.fullmatch(case.last) or 'builtin' in case.code:
        return True
    if _EXAMPLE.fullmatch(case.last) or case.of_example:
        return True
    if case.last in _BUILTINS and (case.name == case.last or case.name.startswith('builtins.')):
        return True
    if case.evidence.has(Role.REFERENCE, Role.DEFINITION):
        return bool(case.evidence.references) and case.evidence.references.keys() <= {'std:term'}
    if not case.literal and not case.prose and case.code <= (_ORDINARY if _is_plain(case.name) else _PASSING):
        return True
    if case.code and not case.literal and not case.prose and len(case.name) == _SHORT_OPTION and case.name[0] == '-':
        return True
    if (
        case.code
        and not case.literal
        and not case.firm_prose
        and case.evidence.hints() <= {'file', 'directive', 'instruction'}
    ):
        return True  # the files of an example, the instructions of a language
    return _is_plain_value(case) or _is_numbered(case)


_SHORT_OPTION = 2
"""Characters of an option of one letter: where no text has it, it is one of a tool's that some command line uses."""


def _is_plain(name: str) -> bool:
    """Whether a name has the form of an ordinary word: ``run``, ``accept``."""
    return name.islower() and name.isalpha()


def _is_numbered(case: Case) -> bool:
    """Whether the corpus has the name with the next or the last number as well: ``key1``, ``key2``."""
    stem, digit = case.name[:-1], case.name[-1:]
    if not digit.isdigit() or not stem[-1:].isalpha():
        return False
    return any(f'{stem}{int(digit) + step}' in case.corpus.names for step in (1, -1))


def _is_plain_value(case: Case) -> bool:
    """Inline code that is a word of the texts as well, and that nothing calls by a kind: a value, a placeholder."""
    return (
        case.evidence.hints() <= {'', 'value', 'samp', 'string', 'parameter', 'key'}
        and _is_plain(case.name)
        and case.written_small > 2 * case.evidence.count
    )


def rarity(keyword: Keyword, documents: int, changelogs: frozenset[str] = frozenset()) -> float:
    """How rare a keyword is in a corpus of so many *documents*.

    A name is no commoner for standing in *changelogs*, unless it stands nowhere else.
    """
    docnames = set(keyword.locators.docnames())
    spread = len(docnames - changelogs) or CHANGELOG * len(docnames)
    return 1 + math.log((1 + documents) / (1 + spread))


def importance(keyword: Keyword, presence: Presence, rare: float) -> float:
    """How much a keyword of a :func:`rarity` matters to a document.

    tf-idf with the roles as weights: a definition or a heading says more than a mention (Salton and Buckley 1988).
    """
    weight = 1.0
    if keyword.kind in _UNTOLD and _is_plain(keyword.name):
        weight = _PLAIN_WEIGHT
    elif keyword.kind is Kind.COMMAND and is_command_line(keyword.name):
        weight = _PAIR_WEIGHT
    elif _MATTER.isdisjoint(presence.roles):
        weight = _KIND_WEIGHT.get(keyword.kind, 1.0)
    return round(weight * _weight(presence.roles) * (1 + math.log(presence.mentions)) * rare, 9)


@lru_cache(maxsize=1 << len(Role))
def _weight(roles: tuple[Role, ...]) -> float:
    return sum(_WEIGHT[role] for role in roles)


def ranked(names: Iterable[tuple[Keyword, Presence, float]]) -> tuple[str, ...]:
    """The names of a document's keywords, most important first; what stands in passing last; ties in reading order.

    Each comes with what the document says of it and its :func:`rarity`.
    """
    scored = [
        (
            keyword.passing and _MATTER.isdisjoint(presence.roles),
            -importance(keyword, presence, rare),
            presence.order,
            keyword.name,
        )
        for keyword, presence, rare in names
    ]
    return tuple(name for *_order, name in sorted(scored))


_MATTER = frozenset({Role.DEFINITION, Role.HEADING})
"""The roles in which even a name in passing matters to a document."""


def related_documents(
    keywords: Iterable[Keyword], changelogs: frozenset[str] = frozenset()
) -> Mapping[str, tuple[str, ...]]:
    """For each docname those of the documents that share its rare keywords, closest first.

    Which keywords two documents share is as rare as it would be without *changelogs*, unless one of the two is one.
    """
    shared: defaultdict[str, list[tuple[list[str], int]]] = defaultdict(list)
    for keyword in keywords:
        docnames = sorted(keyword.locators.docnames())
        others = [docname for docname in docnames if docname not in changelogs]
        group = docnames if len(docnames) <= RARE else others
        if 1 < len(group) <= RARE:
            for docname in group:
                shared[docname].append((group, len(docnames)))
    return {docname: _closest(docname, groups, changelogs) for docname, groups in shared.items()}


def _closest(docname: str, groups: Iterable[tuple[Sequence[str], int]], changelogs: frozenset[str]) -> tuple[str, ...]:
    """Those that stand in the most and the smallest *groups*; each comes with the number of all its documents."""
    weights: defaultdict[str, float] = defaultdict(float)
    for group, documents in groups:
        untold = sum(other not in changelogs for other in group)
        for other in group:
            if other != docname:
                told = docname in changelogs or other in changelogs
                weights[other] += CHANGELOG / (documents - 1) if told else 1 / (untold - 1)
    closest = sorted(weights.items(), key=lambda item: (-round(item[1], 9), item[0]))
    return tuple(other for other, _weight in closest[:RELATED])
