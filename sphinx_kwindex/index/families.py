"""What the names of one library, or of the variables of one program, begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from sphinx_kwindex.index.company import KEPT
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.model import Evidence
from sphinx_kwindex.index.verbs import acts
from sphinx_kwindex.occurrences import Role

_CALLED = frozenset({'call', 'invoked', 'queried', 'function'})


LIBRARY = 5
"""Names with one prefix that is no word, from which on they are those of a library: ``uv_tcp_bind``."""


def _weight_of_variable(evidence: Evidence) -> int:
    """1 for a variable of the environment, -1 for another name in capitals, 0 for one of which nothing is said."""
    hints = evidence.hints()
    types = {each.type for each in evidence.definitions}
    if 'envvar' in hints or 'envvar' in types:
        return 1
    return -1 if types or not hints <= _SAYS_NOTHING else 0


_SAYS_NOTHING = frozenset({'', 'identifier', 'item', 'entry', 'string'})


def find_families(names: Mapping[str, Evidence], words: Mapping[str, int]) -> tuple[Counter[str], set[str]]:
    """What names begin with, up to an underscore: that of functions, with their numbers, and of variables of the environment.

    *words* are those of running text, in lower case, with their numbers.
    """
    families: Counter[str] = Counter()
    called: set[str] = set()
    capitals: dict[str, list[int]] = {}
    for name, evidence in names.items():
        prefix, joint, _rest = name.partition('_')
        if joint and name.isupper() and prefix:
            capitals.setdefault(prefix, []).append(_weight_of_variable(evidence))
        if joint and prefix.islower() and prefix.isalpha() and not words.get(prefix):
            hints = evidence.hints()
            families[prefix] += 1 if KEPT.isdisjoint(hints) else -1
            if not _CALLED.isdisjoint(hints) or any(each.type == 'function' for each in evidence.definitions):
                called.add(prefix)
    for prefix in families.keys() - called:
        del families[prefix]
    return families, {prefix for prefix, votes in capitals.items() if votes.count(1) > max(1, votes.count(-1))}


CODE_OF_CHECK = re.compile(r'([A-Z]{1,2})(?!(?:19|20)\d\d\Z)[0-9]{3,4}')
"""What a linter or a compiler calls one of its checks: E501. ES2015 has a year."""
_CLASS = re.compile(r'([A-Z][a-z]+)(?=[A-Z])\w+')


def find_beginnings(names: Iterable[str]) -> tuple[Counter[str], set[str]]:
    """What *names* begin with: capitals before a number, with how many do (E of E501 and E203); first words of classes."""
    numbered: Counter[str] = Counter()
    classes = set()
    for name in names:
        if with_number := CODE_OF_CHECK.fullmatch(name):
            numbered[with_number[1]] += 1
        elif of_class := _CLASS.fullmatch(name):
            classes.add(of_class[1])
    return numbered, classes


def writes_arities(names: Mapping[str, Evidence]) -> bool:
    """Whether names end in several numbers of arguments, and code calls or defines one of them, as it does no ``users/1``."""
    shown = [name for name, each in names.items() if name[-2:-1] == '/' and 'arity' in each.hints()]
    functions = (names.get(_BEFORE_FUNCTION.split(name[:-2])[-1]) for name in shown)
    called = any(each is not None and not each.hints(Role.CODE).isdisjoint(_DONE) for each in functions)
    return called and len({name[-1] for name in shown}) > 1


_BEFORE_FUNCTION = re.compile('[.:]')
_DONE = frozenset({'call', 'function', 'identifier', 'invoked', 'method'})


def find_trees(names: Mapping[str, Evidence]) -> Counter[str]:
    """What chains begin with, in small letters, that nothing defines, imports, calls or reads, with their numbers."""
    trees: Counter[str] = Counter()
    read: set[str] = set()
    for name, evidence in names.items():
        head, *links = parts(name)
        if links and head.islower() and '::' not in name:
            known = evidence.definitions or evidence.has(Role.REFERENCE) or acts(links[-1])
            if known or not evidence.hints().isdisjoint(_READ):
                read.add(head)
            else:
                trees[head] += 1
    for head in read:
        del trees[head]
    return trees


_READ = frozenset(
    'call invoked queried attribute annotation decorator typed base class function method'.split()  # noqa: SIM905
)
"""What is said of what programs have."""
