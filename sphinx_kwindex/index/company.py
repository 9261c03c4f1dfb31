"""What stands around the names: the others of their documents, and the chains and spellings of which they are a part."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinx_kwindex.index.model import ON_OBJECTS, Evidence
from sphinx_kwindex.occurrences import Occurrence, Role

_PROGRAMMED = frozenset(
    {
        'call',
        'invoked',
        'queried',
        'class',
        'function',
        'method',
        'import',
        'typed',
        'base',
        'raised',
        'type',
        'exception',
        *ON_OBJECTS,
    }
)
_MEMBER = re.compile(r'(?:[a-z]\w*+\.)*+[A-Z](?=\w*[a-z])\w*+\.\w|[a-z]\w*+(?:\.[a-z]\w*+)*+\.[A-Z]\w*[a-z]')
"""A member of a class, or a class of a module."""
_CALLED = frozenset({'call', 'invoked', 'queried', 'function', 'method'})
KEPT = frozenset({'setting', 'key', 'assigned', 'parameter', 'field', 'attribute'})
"""What is said of a name that holds a value."""
_SET = frozenset({'setting', 'key'})
_LEAST_SETTINGS = 5
"""Settings, from which on a document is one about settings, where it has no more of other names."""
_TASKS = frozenset({'command', 'subcommand'})
_UNTOLD = 3
"""Names of which nothing is said, for each of its settings, that it may have."""
_FUNCTIONS = frozenset({'function', 'method', 'classmethod', 'staticmethod'})
_LEAST = 2
"""Names that are called, from which on a document is one about functions."""
_SPELLED = ('capital', 'compound', 'headed', 'proper', 'identifier', 'linked')
_PLAIN = re.compile(r'[a-z]{3,}(?:-[a-z]+)*')
"""A word, or words that hyphens join, which may be what a setting is called."""
_OF_MODULE = re.compile(r'(?:[A-Z]\w*\.)+[a-z_]\w*[!?]?')
"""A function of a module with a capital: ``Repo.insert!``."""
_LEAST_OF_C = 5
"""Words with capitals that underscores join, from which on a document is about a library of C."""
_CHAIN = re.compile(r'\w+(?:(?:\.|::|\\)\w+)+')
_JOINT = re.compile(r'\.|::|\\')


class Page:
    """The names of one document that are judged by the company they keep."""

    __slots__ = (
        'applied',
        'called',
        'calls_capitals',
        'commands',
        'identifiers',
        'imports',
        'joined',
        'macros',
        'modules',
        'paths',
        'plain',
        'programmed',
        'words',
    )

    def __init__(self) -> None:
        self.identifiers: set[str] = set()
        self.plain: set[str] = set()
        self.words: set[str] = set()
        self.joined: set[str] = set()
        self.commands: set[str] = set()
        self.called: set[str] = set()
        self.programmed = False
        self.applied = self.calls_capitals = self.imports = self.macros = self.modules = self.paths = False

    def see(self, name: str, found: Occurrence) -> None:
        """Take one occurrence into account."""
        dotted = '.' in name
        if found.hint in _PROGRAMMED or (dotted and found.hint != 'file' and _MEMBER.match(name)):
            self.programmed = True
        if found.hint.startswith('invoked') and '.' in name and _JOINT.split(name)[-1].istitle() and name[0].islower():
            self.calls_capitals = True
        if found.role is Role.CODE:
            self.macros = self.macros or (name[-1:] == '!' and found.hint == 'call')
            self.paths = self.paths or ('::' in name and name[:1].islower())
            self.modules = self.modules or (dotted and found.hint == 'module' and name[:1].isupper())
            self.applied = self.applied or (found.hint == 'call' and _OF_MODULE.fullmatch(name) is not None)
            self.imports = self.imports or (dotted and found.hint == 'import')
        if found.hint == 'command' and ' ' in name:
            self.commands.add(name.rpartition(' ')[2])
        if dotted or (name[:1].islower() and ('_' in name or not name.islower())):
            self.identifiers.add(name)
        elif (found.role is Role.LITERAL or ('-' in name and found.role is Role.CODE)) and _PLAIN.fullmatch(name):
            self.plain.add(name)
        if dotted or '::' in name or name[:1].isupper():
            self.words.add(name)
            if '_' in name and not name.isupper() and '.' not in name:
                self.joined.add(name)
                if found.hint in {'call', 'invoked'}:
                    self.called.add(name.partition('_')[0])


@dataclass(slots=True)
class Company:
    """What is known of names from what stands around them, in all documents."""

    among_functions: Counter[str] = field(default_factory=Counter)
    """Identifier that nothing says more of -> of the documents that have it, how many more are about functions."""
    among_settings: Counter[str] = field(default_factory=Counter)
    """Word that nothing says more of -> of the documents that set it as code, how many more are about settings."""
    in_programs: set[str] = field(default_factory=set)
    """Chains, and words with a capital, of documents that speak of calls, classes or imports."""
    where_capitals_call: set[str] = field(default_factory=set)
    """The same of documents whose language writes functions with a capital: Go, C#."""
    links: Counter[str] = field(default_factory=Counter)
    """Class by its place in chains (``Blueprint`` of ``Blueprint.open_resource``) -> how often these stand anywhere."""
    in_rust: set[str] = field(default_factory=set)
    """The same of documents with code of Rust: it runs macros, and takes something from a path in small letters."""
    in_c: set[str] = field(default_factory=set)
    """Words with capitals and underscores, ``Point_traverse``, of documents that have several, as those of libraries of C do."""
    called_in_c: set[str] = field(default_factory=set)
    """What names of that form begin with that some document calls: ``Point`` of ``Point_init()``."""
    in_elixir: set[str] = field(default_factory=set)
    """The same of documents whose code has modules with a capital: ``Ecto.Multi``."""
    spelled: set[str] = field(default_factory=set)
    """Words, in lower case, that running text writes with a capital, and seldom without."""

    subcommands: set[str] = field(default_factory=set)
    """Words that a document sets as code, and shows as the last of a command of several words."""
    has_tasks: bool = False
    """Whether command lines have sub-commands with colons: ``cache:clear``."""
    _numbers: dict[str, int] = field(default_factory=dict)
    """Identifier -> its number."""
    _pages: list[array[int]] = field(default_factory=list)
    """The numbers of the identifiers of each document, those of its plain words behind them."""
    _identifiers: list[int] = field(default_factory=list)
    """How many of them are identifiers."""

    def take(self, page: Page) -> None:
        """Take one document that was read to its end."""
        if page.programmed:
            self.in_programs |= page.words
        self.subcommands |= page.commands & page.plain
        if page.calls_capitals:
            self.where_capitals_call |= page.words
        if page.macros and page.paths:
            self.in_rust |= page.words
        self.called_in_c |= page.called
        if len(page.joined) >= _LEAST_OF_C:
            self.in_c |= page.joined
        if page.modules and page.applied and not page.imports:
            self.in_elixir |= page.words
        numbers = self._numbers
        found = [*page.identifiers, *page.plain]
        self._pages.append(array('I', [numbers.setdefault(name, len(numbers)) for name in found]))
        self._identifiers.append(len(page.identifiers))

    def gather(self, names: Mapping[str, Evidence], words: Mapping[str, int]) -> None:
        """Judge all documents; *names* has the evidence for their names, *words* their words in lower case."""
        sorts = [_sort(names[name]) if name in names else None for name in self._numbers]
        calls, settings = [0] * len(sorts), [0] * len(sorts)
        joined = ['-' in name for name in self._numbers]
        run = {number for name, number in self._numbers.items() if name in names and _is_run(names[name])}
        for page, identifiers in zip(self._pages, self._identifiers, strict=True):
            votes = Counter(sorts[number] for number in page[:identifiers])
            kept = votes['kept'] + votes['set']
            about = votes['called'] > kept and votes['called'] >= max(votes[''], _LEAST)
            votes.update(sorts[number] for number in page[identifiers:])
            joint = Counter('run' if number in run else sorts[number] for number in page if joined[number])
            sets = votes['set'] >= max(_LEAST_SETTINGS, votes['kept'] + votes['called'], votes[''] / _UNTOLD)
            sets_joint = joint['set'] >= max(
                _LEAST, sum(joint.values()) - joint[''] - joint['set'], joint[''] / _UNTOLD
            )
            for number in page:
                calls[number] += 1 if about else -1
                settings[number] += 1 if sets or (joined[number] and sets_joint) else -1
        for name, number in self._numbers.items():
            if sorts[number] == '':
                self.among_settings[name] = settings[number]
                if not _PLAIN.fullmatch(name):
                    self.among_functions[name] = calls[number]
        self._pages, self._identifiers, self._numbers = [], [], {}
        for name, evidence in names.items():
            self.has_tasks = self.has_tasks or (':' in name and not evidence.hints().isdisjoint(_TASKS))
            if not name.islower():
                self._note(name, evidence, words.get(name.lower(), 0))

    def _note(self, name: str, evidence: Evidence, small: int) -> None:
        if _CHAIN.fullmatch(name):
            if 'file' not in evidence.hints():
                *_heads, owner, last = _JOINT.split(name)
                link = last if last[:1].isupper() else owner
                if link[:1].isupper():
                    self.links[link] += evidence.count
        elif evidence.times(Role.PROSE, *_SPELLED) and evidence.times(Role.PROSE) >= 2 * small:
            self.spelled.add(name.lower())


def _is_run(evidence: Evidence) -> bool:
    """Whether a name is that of a program or of what it comes in."""
    return not evidence.hints().isdisjoint({'command', 'installed', 'package', 'subcommand'})


def _sort(evidence: Evidence) -> str:
    """Whether a name is called or kept as a value, by the rest of what is said of it."""
    hints = evidence.hints()
    types = {definition.type for definition in evidence.definitions}
    if not _CALLED.isdisjoint(hints) or not _FUNCTIONS.isdisjoint(types):
        return 'called'
    if not _SET.isdisjoint(hints):
        return 'set'
    return 'kept' if types or not KEPT.isdisjoint(hints) else ''
