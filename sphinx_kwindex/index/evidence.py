"""The first pass over the corpus: what is known of each name, before anything is decided."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from keyword import iskeyword

from sphinx_kwindex.index.company import Company, Page
from sphinx_kwindex.index.examples import is_anybodys
from sphinx_kwindex.index.families import find_beginnings, find_families, find_trees, writes_arities
from sphinx_kwindex.index.joints import JOINT, parts, spelled, suffixes
from sphinx_kwindex.index.kinds import HOLDERS
from sphinx_kwindex.index.markup import is_of_markup
from sphinx_kwindex.index.model import Choices, Evidence, Records, Resolve
from sphinx_kwindex.index.rows import LARGE, is_row_of_capitals
from sphinx_kwindex.index.twins import classes_described_twice, find_twins
from sphinx_kwindex.lexicon import (
    is_capital_software,
    is_coined,
    is_common,
    is_derived,
    is_in_dictionary,
    is_ordinary,
    is_software,
)
from sphinx_kwindex.occurrences import Occurrence, Role
from sphinx_kwindex.posix import SYSTEMS
from sphinx_kwindex.shapes import is_camel

_SELDOM = 2
"""How often a word that English has made of another has a capital where that says nothing: "an Introduction"."""
_CAPITALS_OF_WORDS = 3
"""For each capital of a word that registers have as software, how often texts may have it small: Windows, windows."""


@dataclass(slots=True)
class Corpus:
    """The names of all documents, with the evidence for each."""

    choices: Choices = field(default_factory=Choices)

    names: dict[str, Evidence] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    """Words that stand in lower case in running text, with their numbers."""
    size: int = 0
    """The number of these words."""
    heads: set[str] = field(default_factory=set)
    """Names that a chain may begin with: modules, classes, namespaces that are defined, imported or referred to."""
    endings: dict[str, set[str]] = field(default_factory=dict)
    """Ending of a chain -> the defined names that end so."""

    prefixes: set[str] = field(default_factory=set)
    """What chains begin with, up to each joint."""
    homes: dict[str, set[str]] = field(default_factory=dict)
    """Defined or imported name -> docnames of the documents that describe or import it."""
    imported: dict[str, set[str]] = field(default_factory=dict)
    """A letter under which code imports something -> docnames of the documents in which it does."""
    variables: dict[str, set[str]] = field(default_factory=dict)
    """What chains may begin with -> docnames of the documents whose code has it as a variable and imports nothing so called."""
    named: dict[str, set[str]] = field(default_factory=dict)
    """Class with its path -> docnames of the documents that name it so."""
    classes_in_full: dict[str, set[str]] = field(default_factory=dict)
    """Class -> what is given with its path and nowhere described: ``django.template.Node``."""
    fulls: dict[str, str] = field(default_factory=dict)  # class described without its module -> the one with it
    twins: dict[str, str] = field(default_factory=dict)
    """A spelling of a word of texts -> the one that differs by case alone and stands there more often."""
    exports: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """First and last link of a class -> its full names: a package gives out what its modules hold."""
    cited: dict[str, set[str]] = field(default_factory=dict)
    """The same for names that are defined nowhere and that references or imports give in full."""

    marked: dict[str, set[str]] = field(default_factory=dict)
    """Last link -> the chains that end in it and that authors set as code; known ones aside."""
    suites: set[str] = field(default_factory=set)
    """What the names of commands and of imported things begin with: ``ansible-vault``, ``yii\\web\\Response``."""

    families: Counter[str] = field(default_factory=Counter)
    """What names begin with, up to an underscore, where it is no word of the texts -> how many do, but for settings.

    Only those that code or text calls one of are kept.
    """
    roots: set[str] = field(default_factory=set)
    """What known chains begin with, in small letters: ``fastapi`` of ``fastapi.responses``."""
    trees: Counter[str] = field(default_factory=Counter)
    """The word in small letters that chains begin with which nothing defines, imports, calls or reads -> how many do."""
    held: set[str] = field(default_factory=set)
    """What code reads from settings: ``ADMIN_LOGIN`` of ``settings.ADMIN_LOGIN``."""
    within: Counter[str] = field(default_factory=Counter)
    """Word -> how often it stands in names of several words."""
    environments: set[str] = field(default_factory=set)
    """What variables of the environment begin with, up to an underscore, where most names in capitals that do are some."""
    company: Company = field(default_factory=Company)
    numbered: Counter[str] = field(default_factory=Counter)
    """Capitals -> how many names have them before a number, and nothing else: E of E501 and E203."""
    classes: set[str] = field(default_factory=set)
    """The words that names of classes begin with: Jersey, of ``JerseyClientBuilder``."""
    has_arities: bool = False
    """Whether authors write functions with the number of their arguments: ``init/1``, ``call/2``."""
    has_markup: bool = False
    """Whether documents describe directives or roles of reStructuredText, or show some."""
    of_python: bool = False
    """Whether documents describe, refer to or import something of Python."""

    def is_proper(self, name: str, word: str = '', *, registered: bool = True) -> bool:
        """Whether running text writes the word of a name with a capital, and seldom, a rare word of English more often, small.

        The word is the name itself unless the author lists another spelling under it.

        A capital at the start of a sentence, or of a noun in German, counts where code or inline code has the word in
        lower case (``docker``), and that of a name which is *registered* as one of software.
        """
        evidence = self.names.get(name)
        if evidence is None:
            return False
        capitals = evidence.times(Role.PROSE, 'capital', 'compound')
        initials = evidence.times(Role.PROSE, 'initial', 'coined')
        lower = (word or name).lower()
        software = registered and not name.islower() and is_software(lower)
        if name in SYSTEMS and capitals + initials > 0 == self.words[lower]:
            return True
        if 0 < capitals + initials <= self.within[name] and not software:
            return False  # Explorer, which stands in Internet Explorer alone
        inside = capitals > 0 and not is_common(lower)
        first = initials > 0 and not is_in_dictionary(lower)
        if software and (inside or first):
            return True  # "Uvicorn", and "Git" inside a sentence
        if registered and is_capital_software(name) and 0 < self.words[lower] <= capitals * _CAPITALS_OF_WORDS:
            return True
        seldom = capitals + initials <= _SELDOM and not evidence.times(Role.PROSE, 'compound')
        if seldom and not (software or is_capital_software(name)) and is_derived(lower):
            return False
        small = self.words[lower] * 2
        if lower in self.names and 'coined' in self.names[lower].hints():
            small = 0  # a name in any case
        elif capitals and self.choices.english and self.size <= LARGE and not is_ordinary(lower):
            return 2 * capitals + initials >= self.words[lower]  # Git, Ethernet, Sphinx
        if 0 < capitals >= small or (software and initials and small == 0):
            return True  # "Redis", at the start of a sentence
        return initials > 0 and small <= capitals + initials and self._is_run(name.lower())

    def _is_run(self, name: str) -> bool:
        """Whether code imports or runs something of this name, or an author calls it a command or a package."""
        evidence = self.names.get(name)
        if iskeyword(name):
            return False
        return name in self.suites or (evidence is not None and not _RUN.isdisjoint(evidence.hints()))

    def is_mention(self, found: Occurrence) -> bool:
        """Whether an occurrence is one of the name at all, or may be a word that happens to begin with a capital."""
        if found.hint not in _DOUBTFUL or self.is_wanted(found.name):
            return True
        name = spelled(found.name, self.choices.spellings)
        if found.hint in _OF_PERSONS:
            evidence = self.names.get(name)
            credited = evidence is not None and evidence.times(Role.PROSE, 'credited') > 0
            if credited and not self._is_known_beside_credits(name):
                return False
            if found.hint != 'initial':
                return True
        if found.hint == 'initial':
            return self.is_proper(name, found.name) or ' ' in found.name
        if found.hint == 'first':
            return name in self.names and not self.names[name].hints().isdisjoint({'command', 'subcommand'})
        if found.hint == 'second':
            return name in self.names and 'subcommand' in self.names[name].hints()
        return self.is_known(name)

    def _is_known_beside_credits(self, name: str) -> bool:
        """Whether what looks like a person's name is a project's: elsewhere more often, or in code or inline code."""
        evidence = self.names.get(name)
        if evidence is None:
            return False
        return self.is_known(name) or evidence.times(Role.PROSE, 'capital', 'proper') > evidence.times(
            Role.PROSE, 'credited'
        )

    def is_wanted(self, name: str) -> bool:
        """Whether the author asks for the name: then no capital or script leaves a doubt."""
        return name in self.choices.terms or any(pattern.search(name) for pattern in self.choices.include)

    def is_known(self, name: str) -> bool:
        """Whether code, inline code or a reference has the name, and not running text alone."""
        return name in self.names and self.names[name].has(
            Role.DEFINITION, Role.REFERENCE, Role.CODE, Role.LITERAL, Role.ENTRY
        )

    def is_defined(self, name: str) -> bool:
        """Whether a document describes an object of exactly this name."""
        evidence = self.names.get(name)
        return evidence is not None and bool(evidence.definitions)


def canonical_reference(docname: str, found: Occurrence, resolve: Resolve) -> str:
    """The name that an occurrence stands under: of the object it refers to, where that ends in what is shown."""
    if found.definition is not None:
        return found.definition.name
    if found.reference is not None:
        target = resolve(docname, found.reference)
        same = parts(target)[-1] == parts(found.name)[-1] or found.name.endswith(f':{target}') if target else False
        if target and target != found.name and same:
            return target
    return found.name


def survey(records: Records, choices: Choices, resolve: Resolve) -> Corpus:
    """Read the whole corpus once."""
    corpus = Corpus(choices)
    for record in records():
        corpus.words.update(record.words)
        page = Page()
        bound, held, seen = set[str](), set[str](), set[tuple[str, str, Role, str]]()
        for found in record.occurrences:
            if found.role not in choices.roles:
                continue
            name = canonical_reference(record.docname, found, resolve)
            _note(corpus, name, found)
            if found.definition is not None or found.hint == 'import':
                corpus.homes.setdefault(name, set()).add(record.docname)
            elif found.reference is None and (name, found.name, found.role, found.hint) in seen:
                continue  # it would say the same again
            elif _is_path_of_class(name):
                corpus.named.setdefault(name, set()).add(record.docname)
            seen.add((name, found.name, found.role, found.hint))
            page.see(name, found)
            _see_variable(name, found, bound, held)
            corpus.of_python = corpus.of_python or _is_of_python(name, found)
            corpus.has_markup = corpus.has_markup or is_of_markup(found)
        corpus.company.take(page)
        for names, table in ((filter(LETTER.fullmatch, bound), corpus.imported), (held - bound, corpus.variables)):
            for name in names:
                table.setdefault(name, set()).add(record.docname)
    corpus.size = corpus.words.total()
    _join_spellings(corpus)
    _find_heads(corpus)
    corpus.variables = {name: corpus.variables[name] for name in corpus.variables.keys() & corpus.heads}
    corpus.trees = find_trees(corpus.names)
    corpus.families, corpus.environments = find_families(corpus.names, corpus.words)
    corpus.twins = find_twins(corpus.names, corpus.is_wanted)
    corpus.has_arities = writes_arities(corpus.names)
    corpus.numbered, corpus.classes = find_beginnings(corpus.names)
    _find_parts(corpus)
    corpus.company.gather(corpus.names, corpus.words)
    return corpus


def _see_variable(name: str, found: Occurrence, bound: set[str], held: set[str]) -> None:
    """Note in *bound* what code imports, and in *held* what it has as a variable."""
    if found.hint in _IMPORTED:
        links = parts(name)
        bound.update((links[0], links[-1]))
    elif found.role is Role.CODE and found.hint in VARIABLES_OF_CODE and name.isidentifier():
        held.add(name)


@lru_cache(maxsize=1)
def _modules() -> frozenset[str]:
    """Modules of Python's library that are no words, nor what variables are called: ``shutil``."""
    return frozenset(name for name in sys.stdlib_module_names if is_coined(name) and len(name) > 3)


def _is_of_python(name: str, found: Occurrence) -> bool:
    told = found.definition or found.reference
    return told.domain == 'py' if told else found.hint in _IMPORTED and parts(name)[0] in _modules()


def _find_parts(corpus: Corpus) -> None:
    for name, evidence in corpus.names.items():
        if ' ' in name and is_row_of_capitals(name, evidence, corpus.size):
            times = evidence.times(Role.PROSE, 'headed', 'proper', 'initial')
            corpus.within.update(dict.fromkeys(name.split(), times))


def _note(corpus: Corpus, name: str, found: Occurrence) -> None:
    evidence = corpus.names.get(name)
    if evidence is None:
        evidence = corpus.names[name] = Evidence()
    evidence.note(found)


def _join_spellings(corpus: Corpus) -> None:
    """What is said of a spelling is said of the name that the author lists it under; a defined name stays itself."""
    if not corpus.choices.spellings:
        return
    spellings = corpus.choices.spellings
    before, corpus.names = corpus.names, {}
    for name, evidence in before.items():
        target = name if evidence.definitions else spelled(name, spellings)
        corpus.names.setdefault(target, Evidence()).add(evidence)
    corpus.heads.update(spellings.values())


_DOUBTFUL = frozenset({'initial', 'credited', 'capital', 'proper', 'first', 'second', 'joint'})
"""Hints of occurrences that may be no mention of the name."""
_OF_PERSONS = frozenset({'initial', 'credited', 'capital', 'proper'})
"""Hints of what may be the name of a person, who somewhere is given credit."""
_RUN = frozenset({'command', 'module', 'import', 'package'})
ALIAS = re.compile(r'[b-df-hj-np-tv-z][b-df-hj-np-tv-z0-9]{1,3}')
"""What a module is imported as: a few consonants (``np``, ``plt``, ``cv2``)."""
_IMPORTED = frozenset({'import', 'module'})
VARIABLES_OF_CODE = frozenset({'variable', 'parameter', 'assigned'})
"""What code says of what it sets, takes or passes on."""
LETTER = re.compile(r'[A-Za-z]\d?')
"""What examples and texts call a variable of any type."""
_FIRST = re.compile(r'[-.:/\\]')
_HEAD_HINTS = frozenset({*_IMPORTED, 'class', 'exception', 'annotation', 'typed', 'base'})


def _is_imported(name: str, corpus: Corpus) -> bool:
    return name in corpus.names and 'import' in corpus.names[name].hints()


BY_CONVENTION = frozenset({'jnp', 'mpl', 'np', 'nx', 'pd', 'plt', 'sns', 'tf', 'xr'})
"""What the documentation of a library says to import it as: https://numpy.org/doc/stable/dev/howto-docs.html and others."""
_IN_FULL = re.compile(r'[a-z]\w*(?:\.[a-z_]\w*)+\.[A-Z]\w*')
"""A class with its package and module: ``django.forms.widgets.RadioInput``."""


def _find_heads(corpus: Corpus) -> None:
    chains: dict[str, set[str]] = {}
    in_full: dict[str, set[str]] = {}
    for name, evidence in corpus.names.items():
        hints = evidence.hints()
        if ('command' in hints and '-' in name[1:]) or not _IMPORTED.isdisjoint(hints):
            corpus.suites.add(_FIRST.split(name, maxsplit=1)[0].lower())
        known = bool(evidence.definitions) or evidence.has(Role.REFERENCE) or not _IMPORTED.isdisjoint(hints)
        if known or not _HEAD_HINTS.isdisjoint(hints):
            corpus.heads.add(name.removeprefix('node:'))
        links = parts(name)
        if '/' in name:
            corpus.prefixes.update(name[:at] for at, sign in enumerate(name) if sign == '/')
        if len(links) > 1 and links[-2] in HOLDERS:
            corpus.held.add(links[-1])
        if known and len(links) > 1 and links[0].islower() and '::' not in name:
            corpus.roots.add(links[0])
        if len(links) > 1 and (known or evidence.has(Role.CODE)):
            corpus.prefixes.update(name[: match.start()] for match in JOINT.finditer(name))
        if len(links) > 1 and evidence.has(Role.CODE):
            chains.setdefault(links[0], set()).add(name)
        if known and len(links) > 1:
            corpus.heads.add(links[0])
            table = corpus.endings if evidence.definitions else corpus.cited
            for ending in suffixes(name) if evidence.definitions or not is_anybodys(name) else ():
                table.setdefault(ending, set()).add(name)
            if is_camel(links[-1]):
                corpus.exports.setdefault((links[0], links[-1]), set()).add(name)
        elif len(links) > 1 and evidence.has(Role.LITERAL):
            corpus.marked.setdefault(links[-1], set()).add(name)
        if not evidence.definitions and _is_path_of_class(name):
            corpus.classes_in_full.setdefault(links[-1], set()).add(name)
        if not known and _IN_FULL.fullmatch(name) and is_camel(links[-1]) and not is_software(links[-1].lower()):
            in_full.setdefault(links[-1], set()).add(name)
        if not known and len(links) > 1 and evidence.has(Role.CODE) and _is_imported(name.rpartition('.')[0], corpus):
            for ending in suffixes(name):  # "connection.queries", of an imported connection
                if len(parts(ending)) > 1 or is_camel(ending):
                    corpus.cited.setdefault(ending, set()).add(name)
    for last, names in in_full.items():
        corpus.cited.setdefault(last, names)  # what code imports or a reference gives comes first
    corpus.heads.update(head for head, names in chains.items() if _is_head(head, names, corpus))
    corpus.fulls.update(classes_described_twice(corpus.names, corpus.endings))


def _is_path_of_class(name: str) -> bool:
    last = name[name.rfind('.') + 1 :]
    return last[:1].isupper() and '.' in name and not last.isupper() and _IN_FULL.fullmatch(name) is not None


def _is_head(head: str, names: Collection[str], corpus: Corpus) -> bool:
    """Whether chains of code that begin so begin with a module: ``datetime.datetime.now``."""
    if corpus.of_python and head in _modules():
        return True
    if head in sys.stdlib_module_names and any(name.startswith(f'{head}.{head}.') for name in names):
        return True
    # What code takes several things from, and never sets: a module that is imported out of sight (``cv2``).
    unset = head not in corpus.names or corpus.names[head].hints(Role.CODE) <= _IMPORTED
    if unset and head in BY_CONVENTION:
        return True
    return len(names) > 2 and unset and ALIAS.fullmatch(head) is not None
