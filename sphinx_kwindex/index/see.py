"""Where else to look: *see also* from one keyword to others, *see* from a spelling that is no keyword to the one it means.

The rules are those of printed indexes (ISO 999, section 7.5): a short name leads to the full ones that it may mean, a
member to its class, an option to its command, a command to its sub-commands, and spellings that differ by case alone to each
other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.joints import JOINT, parts
from sphinx_kwindex.index.model import Keyword, SeeReference
from sphinx_kwindex.occurrences import Kind
from sphinx_kwindex.shapes import is_command_line

MOST = 12
"""How many full names a short one leads to at most, and sub-commands a command; those that stand most often."""
_CONTAINERS = frozenset({Kind.CLASS, Kind.EXCEPTION, Kind.TYPE})
_MEMBERS = frozenset({Kind.METHOD, Kind.ATTRIBUTE, Kind.CONSTANT, Kind.FUNCTION})


def with_see_also(keywords: Sequence[Keyword], corpus: Corpus) -> tuple[Keyword, ...]:
    """The keywords, each with those that are worth reading besides it."""
    by_name = {keyword.name: keyword for keyword in keywords}
    folded: defaultdict[str, list[str]] = defaultdict(list)
    lines: defaultdict[str, list[Keyword]] = defaultdict(list)
    for keyword in keywords:
        folded[keyword.name.casefold()].append(keyword.name)
        if keyword.kind is Kind.COMMAND and is_command_line(keyword.name):
            lines[keyword.name.rpartition(' ')[0]].append(keyword)
    return tuple(
        replace(keyword, see_also=found)
        if (found := (*_see_also(keyword, by_name, folded, corpus), *_most(lines.get(keyword.name, ()))))
        else keyword
        for keyword in keywords
    )


def _see_also(
    keyword: Keyword, by_name: Mapping[str, Keyword], folded: Mapping[str, Sequence[str]], corpus: Corpus
) -> tuple[str, ...]:
    found = dict.fromkeys(_container(keyword, by_name))
    found.update(dict.fromkeys(_commands(keyword, by_name, corpus)))
    found.update(dict.fromkeys(_line(keyword, by_name)))
    found.update(dict.fromkeys(_full_names(keyword, by_name, corpus)))
    found.update(dict.fromkeys(name for name in folded[keyword.name.casefold()] if name != keyword.name))
    return tuple(found)


def _container(keyword: Keyword, by_name: Mapping[str, Keyword]) -> Iterator[str]:
    """The class of a method or an attribute."""
    if keyword.kind in _MEMBERS and len(parts(keyword.name)) > 1:
        *_, last = JOINT.finditer(keyword.name)
        container = by_name.get(keyword.name[: last.start()])
        if container is not None and container.kind in _CONTAINERS:
            yield container.name


def _line(keyword: Keyword, by_name: Mapping[str, Keyword]) -> Iterator[str]:
    """The command that a sub-command is one of: ``git`` of ``git commit``."""
    command, joint, _subcommand = keyword.name.rpartition(' ')
    if joint and is_command_line(keyword.name) and keyword.kind is Kind.COMMAND and command in by_name:
        yield command


def _commands(keyword: Keyword, by_name: Mapping[str, Keyword], corpus: Corpus) -> Iterator[str]:
    """The commands that take an option."""
    if keyword.kind is Kind.OPTION:
        owners = {definition.owner for definition in corpus.names[keyword.name].definitions if definition.owner}
        yield from sorted(owner for owner in owners if owner in by_name)


def _full_names(keyword: Keyword, by_name: Mapping[str, Keyword], corpus: Corpus) -> list[str]:
    """What a short name may be the ending of, most often mentioned first."""
    if keyword.defined:
        return []
    endings = corpus.endings.get(keyword.name) or corpus.cited.get(keyword.name) or ()
    found = [by_name[name] for name in endings if name in by_name]
    return _most(found)


def _most(found: Iterable[Keyword]) -> list[str]:
    """The names of keywords, most often mentioned first, but not of too many."""
    return [keyword.name for keyword in sorted(found, key=lambda keyword: (-keyword.count, keyword.name))[:MOST]]


def see_references(keywords: Iterable[Keyword]) -> tuple[SeeReference, ...]:
    """The spellings that a reader may look for in vain: of a keyword, but filed neither with it nor as one themselves."""
    keywords = list(keywords)
    names = {name for keyword in keywords for name in (keyword.name, keyword.head)}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for keyword in keywords:
        for variant in keyword.variants:
            if variant not in names and not _is_near(parts(variant)[-1], keyword):
                found[variant].add(keyword.name)
    return tuple(SeeReference(heading, tuple(sorted(targets))) for heading, targets in sorted(found.items()))


def _is_near(word: str, keyword: Keyword) -> bool:
    """Whether a spelling stands in the alphabet beside its keyword: the same word, its plural, its parts put together."""
    word = re.sub(r'[\W_]', '', word).casefold()
    return any(
        word.startswith(other) or other.startswith(word)
        for other in (
            re.sub(r'[\W_]', '', name).casefold() for name in (keyword.head, keyword.name, parts(keyword.name)[-1])
        )
    )
