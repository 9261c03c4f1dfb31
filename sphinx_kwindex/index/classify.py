"""Which kind a keyword is: from its domain first, then what code and texts call it, then its form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from keyword import iskeyword

from sphinx_kwindex.index.capital_kinds import (
    acts_behind_prefix,
    is_code_of_check,
    is_mostly_acronym,
    kind_of_capitals,
    kind_of_constant,
)
from sphinx_kwindex.index.case import CALLS, DEFINING, USING, Case
from sphinx_kwindex.index.chain_kinds import is_of_object, is_of_variable, is_reversed, kind_of_chain
from sphinx_kwindex.index.exceptions import EXCEPTIONS, is_exception, is_named_as_exception
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.kinds import (
    CERTAIN,
    COMMON_KEYS,
    KEYS,
    LIKELY,
    SAYS_LITTLE,
    kind_of_type,
)
from sphinx_kwindex.index.library import OF_STD
from sphinx_kwindex.index.model import ON_OBJECTS
from sphinx_kwindex.index.one_word import among_functions, kind_of_no_file, kind_of_word, well_known
from sphinx_kwindex.index.products import is_named_like_package, is_product, is_registered, kind_in_texts
from sphinx_kwindex.index.tongues import called_in_c, kind_in_c, kind_in_language
from sphinx_kwindex.index.verbs import acts, acts_in_capitals, is_accessor
from sphinx_kwindex.lexicon import is_coined, is_software
from sphinx_kwindex.occurrences import KIND_ORDER, Kind, Role
from sphinx_kwindex.posix import UTILITIES
from sphinx_kwindex.shapes import is_acronym, is_camel, is_constant, is_file_name, is_snake

_ENUMERATOR = re.compile(r'[A-Z][A-Z0-9]+(?:_[A-Z0-9]\w*)+')
"""A constant of C whose last word is not in capitals: ``GDT_Int32``."""


class KindSource(Enum):
    """What a kind was taken from, strongest first."""

    DEFINITION = 'definition'
    """The type of the objects that documents describe."""
    REFERENCE = 'reference'
    """The type of the references to it."""
    DRESS = 'dress'
    """What can't be mistaken: dashes, a definition in code, what markup or a noun beside it calls it."""
    USE = 'use'
    """What code does with it."""
    FORM = 'form'
    """The form of the name alone."""


def classify(case: Case) -> Kind:
    """The kind of a keyword."""
    return sourced_kind(case)[0]


def sourced_kind(case: Case) -> tuple[Kind, KindSource]:
    """The kind of a keyword, and what it was taken from."""
    source = KindSource.DEFINITION
    kinds = {_kind_of_type(d.type, case.name) for d in case.evidence.definitions}
    if not kinds and case.evidence.references:
        source = KindSource.REFERENCE
        label = max(sorted(case.evidence.references), key=lambda key: case.evidence.references[key])
        kinds = {_kind_of_type(label.rpartition(':')[2], case.name)}
    kinds.discard(Kind.NAME)
    if kinds == {Kind.TERM} and is_camel(case.name):
        kinds = set()  # of a glossary, which explains classes and products as well
    if kinds:
        return min(kinds, key=lambda kind: KIND_ORDER[kind]), source
    if kind := _by_dress(case):
        return kind, KindSource.DRESS
    if kind := _by_use(case):
        joined = (
            kind in {Kind.FUNCTION, Kind.METHOD}
            and '-' in case.name
            and 'call' not in case.evidence.hints(Role.LITERAL)
        )
        return Kind.NAME if joined else kind, KindSource.USE  # "black-jupyter": hyphens join no name of a function
    return _by_form(case), KindSource.FORM


def _kind_of_type(objtype: str, name: str) -> Kind:
    kind = kind_of_type(objtype)
    last = parts(name)[-1]
    if kind is Kind.ATTRIBUTE and objtype in {'data', 'var'} and last.isupper():
        return Kind.CONSTANT
    if kind is Kind.CLASS and (is_named_as_exception(last) or name in EXCEPTIONS):
        return Kind.EXCEPTION
    return kind


_MORE_THAN_KEYWORDS = frozenset({'call', 'command', 'invoked', 'key', 'option', 'setting', 'subcommand', 'tag'})
"""What is said of words that are keywords of Python besides."""
_SINGLETONS = frozenset({'False', 'None', 'NotImplemented', 'True'})
"""https://docs.python.org/3/library/constants.html"""


_DEFINES = 10
"""What a definition in code weighs against a mention."""


def _most(case: Case, table: Mapping[str, Kind], roles: Iterable[Role] = Role) -> Kind | None:
    """The kind that most occurrences speak for, by their hints; ties by the order of kinds."""
    votes: Counter[Kind] = Counter()
    for (role, hint), count in case.evidence.roles.items():
        if hint in table and role in roles:
            votes[table[hint]] += count * (_DEFINES if role is Role.CODE and hint in DEFINING else 1)
    return min(votes, key=lambda kind: (-votes[kind], KIND_ORDER[kind])) if votes else None


def _by_dress(case: Case) -> Kind | None:
    """What cannot be mistaken: dashes, the name of an exception, a definition in code, a noun beside the name."""
    if case.name.startswith('-'):  # custom properties of stylesheets begin so as well
        return Kind.SETTING if 'setting' in case.code else Kind.OPTION
    if (
        iskeyword(case.name)
        and _MORE_THAN_KEYWORDS.isdisjoint(case.evidence.hints())
        and case.code.isdisjoint(DEFINING)
    ):
        return Kind.CONSTANT if case.name in _SINGLETONS else Kind.NAME
    if case.name in _SINGLETONS and case.code.isdisjoint(DEFINING):
        return Kind.CONSTANT
    if is_code_of_check(case.name, case.corpus):
        return Kind.NAME
    if is_exception(case):
        return Kind.EXCEPTION
    kind = _most(case, CERTAIN)
    if kind is Kind.FUNCTION and 'annotation' in case.code and not case.code & DEFINING:
        return Kind.CLASS  # "the ``@NotNull`` annotation", which other languages than Java call a decorator
    if kind is not None and _is_mostly_title(case):
        return Kind.PRODUCT
    keyed = 0 < case.evidence.times(Role.LITERAL) <= case.evidence.times(Role.CODE, 'key')
    if kind is Kind.NAME and (keyed or is_reversed(case)):
        return None  # "the keyword" of YAML: a setting; "the logger" of a package
    if kind is Kind.FUNCTION and _is_of_settings(case):
        return Kind.SETTING
    if kind in {Kind.FUNCTION, Kind.METHOD} and _is_way(case):
        return None
    if kind is Kind.CLASS and is_constant(case.last) and not case.code & DEFINING:
        return None  # what an example inherits from may be a setting: "settings.AUTH_USER_MODEL"
    if kind in _NAMED_APART and '-' in case.name and not case.code:
        return None
    if kind is Kind.ATTRIBUTE and case.last.rpartition('\\')[0] and case.last.rpartition('\\')[2][:1].isupper():
        return Kind.CLASS  # of PHP, which calls some classes attributes
    if kind is Kind.ATTRIBUTE and case.corpus.of_python and _IN_PACKAGE.fullmatch(case.name):
        return Kind.CLASS  # "the ``django.forms.IPAddressField`` fields"
    if kind is Kind.ATTRIBUTE and 'field' in case.code and case.last.isupper() and len(case.last) > 1:
        return Kind.CONSTANT
    return Kind.METHOD if kind is Kind.FUNCTION and _in_class(case) else kind


_IN_PACKAGE = re.compile(r'(?:[a-z_]\w*\.)+[A-Z]+[a-z]\w*')
_NAMED_APART = frozenset({Kind.CLASS, Kind.EXCEPTION, Kind.TYPE})
"""Kinds of which no name has hyphens."""
_FAR_MORE = 10


def _is_mostly_title(case: Case) -> bool:
    """Whether texts write the name with a capital, far more often than anything calls it or code has it: Black."""
    evidence = case.evidence
    capitals = evidence.times(Role.PROSE, 'capital', 'compound', 'initial')
    others = sum(map(evidence.times, Role)) - evidence.times(Role.LITERAL) - capitals
    called = sum(evidence.times(Role.LITERAL, hint) for hint in evidence.hints(Role.LITERAL) & CERTAIN.keys())
    return case.name.istitle() and case.code.isdisjoint(DEFINING) and capitals >= _FAR_MORE * (others + called)


def _is_way(case: Case) -> bool:
    """Whether a method is a way to do it, "the ``basebackup`` method", where code shows a key of settings."""
    texts = case.evidence.hints(Role.LITERAL) | case.evidence.hints(Role.PROSE)
    nouns = sum(case.evidence.times(role, 'method', 'function') for role in (Role.LITERAL, Role.PROSE))
    return (
        case.code == {'key'}
        and case.last == case.name
        and 'call' not in texts
        and nouns <= case.evidence.times(Role.CODE, 'key')
    )


def _is_of_settings(case: Case) -> bool:
    """Whether a directive is one of a file of settings: no document has any of reStructuredText, or it has underscores."""
    hints = case.evidence.hints() & CERTAIN.keys()
    of_markup = case.corpus.has_markup and not is_snake(case.name)
    return hints == {'directive'} and not of_markup and 'directive' not in case.code


def _in_class(case: Case) -> bool:
    links = parts(case.name)
    return len(links) > 1 and links[-2].rpartition('\\')[2].lstrip('_')[:1].isupper()


def _is_on_object(case: Case) -> bool:
    """Whether what code calls is a method: of a class, of a variable, or of what other calls return, most of the times."""
    if _in_class(case) or is_of_variable(case) or is_of_object(case):
        return True
    called = case.evidence.times(Role.CODE, *ON_OBJECTS.values())
    return 0 < called <= 2 * case.evidence.on_objects and 'import' not in case.code


def _by_use(case: Case) -> Kind | None:
    """What code does with it, where its form agrees."""
    hints = case.evidence.hints()
    last = case.last.rpartition('\\')[2] or case.last
    if kind := well_known(case, last) or kind_in_language(case) or called_in_c(case, last.lstrip('_')):
        return kind
    if is_mostly_acronym(case):
        return kind_of_capitals(case)
    if is_constant(last.lstrip('_')) or (_ENUMERATOR.fullmatch(last) and not acts_behind_prefix(case)):
        return kind_of_constant(case)
    if is_named_like_package(case) or is_registered(case):
        return Kind.PRODUCT
    kind = _most(case, LIKELY)
    if kind is Kind.FILE and (other := kind_of_no_file(case, last)):
        return other
    if '\\' in case.name and '::' not in case.name and ':\\' not in case.name and kind is not Kind.MODULE:
        return Kind.FILE if '%\\' in case.name else Kind.CLASS if last[:1].isupper() else Kind.MODULE
    if kind is not None:
        return kind
    if last.isupper() and len(last) > 1 and 'acronym' not in hints and (case.code or last != case.name):
        if 'call' in case.code and (case.corpus.of_python or 'import' in case.code):
            return Kind.CLASS  # PCA(), and no macro
        return Kind.CONSTANT if hints.isdisjoint({'call', 'invoked'}) else Kind.FUNCTION
    if 'invoked' in hints or ('call' in case.evidence.hints(Role.PROSE) and not case.code):
        return Kind.METHOD if _is_on_object(case) else Kind.FUNCTION
    if is_camel(last) and is_product(case):
        return kind_in_texts(last)
    stem = last.lstrip('_')
    if kind := kind_in_c(case, stem):
        return kind
    told = _is_told_of(case)
    if hints & KEYS and not case.code & (USING | DEFINING | CALLS) and not told:
        return _most(case, COMMON_KEYS) or Kind.SETTING
    if is_camel(stem) and stem[0].isupper():
        return _in_capitals(case, stem)
    if hints & {'call', 'import'}:
        if last[:1].isupper() and not _WITH_SMALL_WORDS.fullmatch(last):
            return _in_capitals(case, stem)
        if 'import' in hints and 'call' not in hints and case.name in case.corpus.prefixes:
            return Kind.MODULE
        return Kind.METHOD if _is_on_object(case) else Kind.FUNCTION
    if (
        last[:1].isupper()
        and hints & {'variable', 'attribute'}
        and hints.isdisjoint({'capital', 'compound'})
        and len(last) > 2
    ):
        return Kind.CONSTANT if last.isupper() else Kind.CLASS
    return None if told or _acts_in_namespace(case) else _most(case, COMMON_KEYS)


_WITH_SMALL_WORDS = re.compile(r'[A-Z][a-z]+(?:_[a-z]+)+')
"""A method whose first word alone has a capital: ``comm.Get_rank()`` (mpi4py)."""


def _acts_in_namespace(case: Case) -> bool:
    """Whether a name is a verb in a namespace, ``std::make_shared``, which is no attribute of anything."""
    return '::' in case.name and acts(case.last) and not _in_class(case)


def _is_told_of(case: Case) -> bool:
    """Whether texts speak of a word that no dictionary has more often than authors set it as code: ``isort``, and ``[isort]``."""
    evidence = case.evidence
    return evidence.times(Role.PROSE, 'coined') > evidence.times(Role.CODE) + evidence.times(Role.LITERAL)


def _owner_is_named(case: Case) -> bool:
    """Whether a member's class stands somewhere by itself: ``Release`` beside ``Release.Name``."""
    names = case.corpus.names
    if parts(case.name)[-2] in case.corpus.marked:
        return True  # "sql.DB", beside "DB.Begin"
    owner = names.get(parts(case.name)[-2]) or names.get(case.name.removesuffix(case.last).rstrip('.:'))
    return owner is not None and owner.has(Role.LITERAL, Role.CODE)


def _is_set(stem: str, case: Case) -> bool:
    """Whether code sets a field of this name: ``tls.Config{MinVersion: it}``."""
    return 'field' in case.code_of(stem)


def _in_capitals(case: Case, stem: str) -> Kind:
    """A name whose words have capitals: a class, but for languages that write functions and constants so."""
    hints = case.evidence.hints()
    links = parts(case.name)
    if len(links) > 1 and len(links[-2]) > 1 and is_constant(links[-2]):
        return Kind.CONSTANT  # "Actor.EQUIPMENT_SLOT.CarriedLeft"
    if _in_class(case) and _owner_is_named(case) and hints.isdisjoint({'import', 'typed', 'base', 'class', 'call'}):
        calling = case.name in case.corpus.company.where_capitals_call and not _is_set(stem, case)
        return Kind.METHOD if calling or acts_in_capitals(stem) else Kind.ATTRIBUTE
    if case.name in case.corpus.company.where_capitals_call and hints.isdisjoint({'import', 'typed', 'base', 'class'}):
        known = case.corpus.names.get(stem)
        called = stem != case.name or not hints.isdisjoint({'call', 'invoked'})  # CheckBox is a class
        if (called and acts_in_capitals(stem)) or (
            stem != case.name and known is not None and 'invoked' in known.hints()
        ):
            return Kind.METHOD if _in_class(case) else Kind.FUNCTION
        if 'attribute' in hints and 'call' not in hints:
            return Kind.ATTRIBUTE if _in_class(case) else Kind.CONSTANT
    unused = hints.isdisjoint({'import', 'typed', 'base', 'class'}) and not case.corpus.of_python
    return Kind.METHOD if unused and is_accessor(stem) else Kind.CLASS


_MOST_OWNERS = 20


def _of_longer_names(case: Case) -> Kind | None:
    """The kind of all names that end in this one, where they are of one: ``http2``, beside ``http_server.http2``."""
    corpus = case.corpus
    names = corpus.endings.get(case.name) or corpus.cited.get(case.name) or corpus.marked.get(case.name) or ()
    if not 0 < len(names) <= _MOST_OWNERS:
        return None
    kinds = {classify(Case(name, corpus.names[name], corpus, case.choices)) for name in names if name in corpus.names}
    kinds.discard(Kind.MODULE)  # where the text meant the module it would stand under the whole name
    return kinds.pop() if len(kinds) == 1 else None


def _by_form(case: Case) -> Kind:
    kind = _form(case)
    if kind is Kind.NAME and case.literal and (longer := _of_longer_names(case)):
        return longer
    if (
        kind is Kind.NAME
        and case.literal
        and case.corpus.company.among_settings[case.name] > 0
        and not is_coined(case.name)
    ):
        return Kind.SETTING
    if case.name in case.choices.terms and (kind is Kind.NAME or (' ' in case.name and kind is not Kind.PRODUCT)):
        return Kind.TERM
    return kind


def _form(case: Case) -> Kind:
    hints, name, last = case.evidence.hints(), case.name, case.last
    if is_acronym(name) or 'acronym' in hints:
        return kind_of_capitals(case)
    if re.fullmatch(r'(?i:rfc)[ -]?\d+', name):
        return Kind.PROTOCOL
    if _NUMBERED.fullmatch(name) or _WITH_CAPITALS.fullmatch(name):
        return Kind.PRODUCT
    if 'linked' in hints and name.count('/') == 1 and not is_file_name(name):
        return Kind.PRODUCT  # a repository with its owner
    if is_file_name(name) or (name.startswith('.') and 'registered' not in hints) or '/' in name or ':\\' in name:
        return Kind.FILE
    if _RC.fullmatch(name) and is_coined(name):
        return Kind.FILE
    if 'expanded' in hints and not is_software(name.lower()):
        return Kind.TERM
    capitals = case.evidence.times(
        Role.PROSE, 'capital', 'compound', 'headed', 'proper', 'registered', 'expanded', 'initial'
    )
    if capitals and case.in_chains and not is_software(name.lower()):
        return Kind.CLASS
    if capitals > case.evidence.times(Role.LITERAL) or ('linked' in hints and not case.literal):
        return Kind.PRODUCT
    if case.evidence.has(Role.ENTRY):
        return Kind.TERM
    if 'item' in hints:
        return Kind.SETTING
    if last.istitle() and last.isalpha() and (case.code - SAYS_LITTLE or last != name):
        return _in_capitals(case, last)
    if last.endswith('_t') and last.islower():
        return Kind.TYPE  # the suffix that POSIX reserves for types
    if OF_STD.fullmatch(name) and not acts(last) and hints.isdisjoint(CALLS):
        return Kind.TYPE  # "std::vector"
    if '::' in name and not _in_class(case):
        return Kind.MODULE if name in case.corpus.prefixes else Kind.FUNCTION
    if _in_class(case):
        acting = ('::' in name and '\\' not in name) or acts(last) or among_functions(case)
        return Kind.METHOD if acting else Kind.ATTRIBUTE
    if '.' in name:
        return kind_of_chain(case)
    if 'linked' in hints or name.endswith('++'):
        return Kind.PRODUCT
    if case.literal or case.firm_prose or case.code & _SHOWN:
        return kind_of_word(case)
    return Kind.NAME if hints.isdisjoint(_WORDS_ALONE) else Kind.COMMAND if name in UTILITIES else Kind.PRODUCT


_WITH_CAPITALS = re.compile(r'(?!Non-|Sub-)(?=\w*[a-z])[A-Z]\w*+(?:-[A-Z]{2,})+')
"""MyST-NB; of the fields of HTTP, CSRF ends none."""
_NUMBERED = re.compile(r'[a-z]+\d+(?:\.\d+)+')
"""A program with its version: ``python3.11``."""
_WORDS_ALONE = frozenset({'coined', 'foreign'})
_SHOWN = frozenset({'builtin', 'identifier', 'variable', 'table'})
"""What code says of a name that it keeps, in whatever way."""


_RC = re.compile(r'[a-z]{2,}(?<!s)rc')
"""What a program reads when it starts: ``vimrc``."""
