"""The rules that choose keywords, in the order in which they are asked.

Each says what evidence it reads and which kind of page it serves. No name is fixed here, but marks of
programming languages, registries of the standard library, and names that a standard reserves for examples.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from http import HTTPMethod
from string import ascii_uppercase
from typing import NamedTuple

from sphinx_kwindex.index.case import CALLS, DEFINING, USING, Case
from sphinx_kwindex.index.examples import is_anybodys, is_module_of_example
from sphinx_kwindex.index.families import LIBRARY
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.rows import LARGE, is_row_of_capitals
from sphinx_kwindex.lexicon import is_english, is_in_dictionary, is_only_common, is_ordinary, is_software
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.posix import STANDARD_ROOTS, VARIABLES, is_of_container, is_of_service, is_route
from sphinx_kwindex.shapes import is_camel, is_constant, is_file_name, is_key, is_no_name, is_snake, is_strong


class Rule(NamedTuple):
    """One rule: where it applies, it decides."""

    name: str
    keep: bool
    reads: str
    """The evidence that it reads, and the pages that it serves, in one line."""
    applies: Callable[[Case], bool]


_VALUES = frozenset({*keyword.kwlist, 'true', 'false', 'null', 'nil', 'undefined', 'self', 'cls', 'this'})
_CONSTANTS = frozenset(
    'True False None true false null nil undefined self cls this and in is not or'.split()  # noqa: SIM905
)
"""Values and operators, and what methods call their object: no setting is called so."""
_OF_SETTINGS = frozenset({'key', 'setting', 'command'})
"""What a noun beside a word says that is a keyword of a language as well."""
_METASYNTACTIC = re.compile(
    r'(?!X\d\d)(?i:(?:foo|bar|baz|qux|quux|corge|spam|eggs|x+|y+|z+)[0-9]{0,2}|do_?something\w{0,40})|MM|DD|HH|NN+'
)
"""RFC 3092, the words that are used in their place (``do_something_with``), and letters for anything or a date; not X11."""
_PLACEHOLDER = re.compile(r'(?i:foo|bar|baz|qux|quux)[0-9]{0,2}')
"""Words that name nothing else, even where an example imports them."""
_RESERVED_HOST = re.compile(
    r'(?:[\w-]+\.)+(?:example|invalid|localhost)(?:[:/].*)?|(?:[\w-]+\.)*example\.(?:com|net|org|edu)(?:[:/].*)?'
)
"""RFC 2606 and RFC 6761; `.test` is left out, since modules are called so."""
_HOST = re.compile(r'(?:[\w-]+\.)+(?:com|net|org|edu|gov)|(?:[\w-]+\.){2,}local')
_EXAMPLE_PATH = re.compile(r'(?:^|.*/)(?:path|tmp)/.*|(?:.*[^$])?\{.*|.*[<>*].*')
_CALLED = frozenset(
    """
    class type exception function method decorator macro field package constant setting parameter command directive syntax
    filter
    """.split()  # noqa: SIM905 (words to read)
)
_IN_PROSE = _CALLED | {
    'identifier',
    'call',
    'option',
    'envvar',
    'sigil',
    'file',
    'mime',
    'standard',
    'header',
    'subcommand',
    'wanted',
}
"""What the form of a word says, or of a word of such a form a noun beside it."""


_STEPS = re.compile(r'[A-Za-z][\w.-]+/[A-Za-z][\w.-]+|[A-Z]/[A-Z]|[A-Z]+/\d[\d.]*')
"""Steps of a path, or a protocol: what inline code may hold beside two words."""
_TWO_WORDS = re.compile(r'[a-z]+/[a-z]+')
_FIRM_IN_CODE = frozenset(
    {
        'command',
        'subcommand',
        'installed',
        'instruction',
        'package',
        'setting',
        'option',
        'envvar',
        'sigil',
        'file',
        'identifier',
        'header',
        'mime',
    }
)


def _excluded(case: Case) -> bool:
    return any(pattern.search(case.name) for pattern in case.choices.exclude)


def _included(case: Case) -> bool:
    return any(pattern.search(case.name) for pattern in case.choices.include)


def _term(case: Case) -> bool:
    return case.name in case.choices.terms


def _rare(case: Case) -> bool:
    return case.evidence.count < case.choices.min_mentions


def _described(case: Case) -> bool:
    return case.defined


def _referred(case: Case) -> bool:
    return case.evidence.has(Role.REFERENCE) and len(case.name) > 1


def _unreadable(case: Case) -> bool:
    if case.name in _VALUES:  # of a language, and settings are called so as well
        return 'key' not in case.code and (case.name in _CONSTANTS or not case.literal)
    return is_no_name(case.name) or len(case.name) < 2


def _placeholder(case: Case) -> bool:
    own = not (case.defined or case.literal) and is_module_of_example(case.name, case.evidence.hints())
    if own or case.of_example:
        return True
    sure = case.code & {'module', 'import'} and not _PLACEHOLDER.fullmatch(case.name)
    if 'standard' in case.prose or sure or is_software(case.name):
        return False  # X.509, x86
    if case.name.startswith('path.to.'):
        return True
    first = parts(case.name)[0]
    if len(case.last) == 1 and first != case.last and _is_library(first, case):
        return False  # ``cirq.X``
    named = len(first) == 1 and first != case.last and 'import' in case.code_of(first)  # ``import { z } from 'zod'``
    return bool(_METASYNTACTIC.fullmatch(case.last) or (_METASYNTACTIC.fullmatch(first) and not named))


def _is_library(name: str, case: Case) -> bool:
    """Whether code imports a module of this name, and no example calls it so."""
    imported = not case.code_of(name).isdisjoint({'import', 'module'})
    return imported and len(name) > 1 and not _METASYNTACTIC.fullmatch(name) and not is_anybodys(name)


def _host(case: Case) -> bool:
    host, _sign, path = case.name.partition('/')
    if case.code & USING or (case.literal and '/' in path.strip('/') and not host.startswith('www.')):
        return False  # "github.com/user/project" is the name of a package
    if case.literal and case.name.endswith('.local') and case.name.removesuffix('.local') in case.corpus.names:
        return False  # "cabal.project.local", beside "cabal.project"
    if _RESERVED_HOST.fullmatch(case.name):
        return True
    return 'instruction' not in case.code and _HOST.fullmatch(host) is not None  # "monitoring.coreos.com/v1"


def _example_path(case: Case) -> bool:
    name = case.name
    named = case.evidence.has(Role.ENTRY) or not case.evidence.hints().isdisjoint({'asked', 'mime', 'option'})
    if '/' not in name or named:
        return False
    if _EXAMPLE_PATH.fullmatch(name):
        return not (name.endswith('/*') and is_of_service(name))
    if is_of_service(name):
        return False
    if case.literal and (case.asked_for or is_route(name) or is_of_container(name)):
        return False
    first = name.lstrip('~').split('/')[1] if name.startswith(('/', '~/')) else ''
    return bool(first) and name[0] == '/' and first not in STANDARD_ROOTS and not is_file_name(name)


_INSTALLED = frozenset({'bin', 'etc', 'lib', 'sbin', 'share', 'var'})
"""Folders below the root of an installation: what a path without a slash before it may begin with."""


def _alternatives(case: Case) -> bool:
    name = case.name
    owner, _slash, own = name.partition('/')
    if 'arity' in case.evidence.hints():
        return '/' in name
    if owner == own and case.literal and owner not in case.choices.stop_words:
        return False  # "renovate/renovate", an image or a repository
    if case.literal and (owner in _INSTALLED or own.startswith('.')):
        return False
    return (
        not (case.literal and _STEPS.fullmatch(name) and not (_TWO_WORDS.fullmatch(name) and _are_words(case)))
        and '/' in name.strip('/')
        and not name.startswith(('/', '.', '~'))
        and not name.endswith('/')
        and name.count('/') == 1
        and not is_file_name(name)
        and case.evidence.hints() <= {'file', ''}
        and name not in case.corpus.prefixes
    )


def _are_words(case: Case) -> bool:
    """Whether a dictionary has what stands on the sides of a slash; of other languages than English there is none."""
    return not case.choices.english or all(map(is_english, case.name.split('/')))


def _literal(case: Case) -> bool:
    hints = case.evidence.hints(Role.LITERAL)
    return bool(hints) and not (hints == {'samp'} and ' ' in case.name)


def _titled(case: Case) -> bool:
    return bool(case.evidence.hints(Role.HEADING) - {'acronym', 'coined'})


def _coded(case: Case) -> bool:
    if 'builtin' in case.code and _OF_LIBRARY.fullmatch(case.name):
        return True
    return bool(case.code & (DEFINING | USING | _FIRM_IN_CODE))


_OF_LIBRARY = re.compile(r'[a-z]\w*_\w*(?<!_t)')
"""A function that a language brings with it, of several words: ``print_r`` of PHP; of one word most say nothing."""


def _called(case: Case) -> bool:
    if not case.code & CALLS:
        return False
    if case.evidence.hints() <= _INVOKED and len(case.name) > 1:
        return True
    calls = case.evidence.times(Role.CODE, *CALLS)
    often = calls >= _OFTEN_CALLED and calls > 2 * case.written_small
    return case.distinct or (len(case.name) > 3 and (not case.written_small or often))


_INVOKED = frozenset({'call', 'invoked'})
"""What code calls, and nothing else is said of: ``cos`` is a function, though texts have a word *count* that is none."""


_OFTEN_CALLED = 3
"""Calls from which on a word that texts have as well is a name: ``loss.backward()``."""


def _looked_up(case: Case) -> bool:
    return bool(re.search(r'\w__\w', case.name.strip('_'))) and case.evidence.hints() <= {'parameter', 'key', 'string'}


def _keyed(case: Case) -> bool:
    return ('key' in case.code and is_key(case.name)) or ('parameter' in case.code and case.distinct)


def _quoted(case: Case) -> bool:
    name = case.name
    formed = '.' in name or '::' in name or is_constant(name) or is_camel(name)
    return 'string' in case.code and formed and not name[0].isdigit()  # no time: 2015-09-09T15:59:37.97


def _assigned(case: Case) -> bool:
    return 'assigned' in case.code and (is_strong(case.name) or (not case.written_small and len(case.name) > 3))


def _variable(case: Case) -> bool:
    # Letters in the order of the alphabet (ABCD) are those of a drawing.
    drawn = case.name in ascii_uppercase and case.evidence.hints() == {'variable'}
    long = is_snake(case.name) and case.name.count('_') > case.corpus.of_python
    if 'variable' in case.code and long and case.corpus.families[case.name.partition('_')[0]] >= LIBRARY:
        return True  # a function of a library: "mbedtls_net_send"
    return 'variable' in case.code and case.distinct and not case.name.islower() and not drawn


def _shaped(case: Case) -> bool:
    return bool(case.prose & _IN_PROSE)


_KNOWN_CAPITALS = {*HTTPMethod.__members__, *VARIABLES}


def _acronym(case: Case) -> bool:
    if 'acronym' not in case.prose | case.code or case.name.lower() in case.choices.stop_words:
        return False
    if case.name in _KNOWN_CAPITALS or case.written_small <= case.evidence.count or case.small_is_coined:
        return True
    word = is_in_dictionary(case.name.lower()) and not {*'AEIOUY'}.isdisjoint(case.name)
    return case.choices.english and not word  # HTTPS, beside https; SSH, which nobody pronounces, beside ssh


def _calendar(case: Case) -> bool:
    plain = case.choices.plain_names
    told = case.name in plain or case.name.removesuffix('s') in plain or _UNIT.fullmatch(case.name)
    return bool(told) and not case.literal and case.code <= _OF_OUTPUT and not _begins_classes(case)


_OFTEN_SAID = 5
"""How often a word stands that is rather a product than the country of that name."""


def _begins_classes(case: Case) -> bool:
    """Whether names of classes begin with the word, as that of no country: Jersey, beside ``JerseyClientBuilder``."""
    return case.name in case.corpus.classes and case.evidence.count >= _OFTEN_SAID


_UNIT = re.compile(r'[kKMGTPEZY]i[bB]s?')
"""Multiples of a byte and of a bit: IEC 80000-13."""


_OF_OUTPUT = frozenset({'variable', 'string', 'identifier'})
"""What is said of a word in a block that may show what a program prints."""


def _capital(case: Case) -> bool:
    return case.corpus.is_proper(case.name) and case.name.lower() not in case.choices.stop_words


def _coined(case: Case) -> bool:
    times = case.evidence.times(Role.PROSE, 'coined') + case.evidence.times(Role.HEADING, 'coined')
    if times == 0:
        return False
    name, english = case.name.lower(), is_english(case.name.lower())
    if times == 1 and case.corpus.size > LARGE and (english or not is_software(name)):
        return False
    if case.name == name and english and _ARTICLES * times < case.written_small:
        return False  # "the dolphin", and once "with dolphin"
    in_capitals = case.corpus.names.get(case.name.upper())
    return in_capitals is None or 'acronym' not in in_capitals.hints() or case.evidence.count > in_capitals.count


_ARTICLES = 1.25
"""For each time that a word of English stands as a name of software, how often it may stand at all."""


def _foreign(case: Case) -> bool:
    times = case.evidence.times(Role.PROSE, 'foreign')
    if times == 0 or case.name in case.choices.stop_words or is_only_common(case.name):
        return False  # texts of other scripts take over words of English as well: "line protocol"
    return times > 1 or ' ' in case.name or not is_ordinary(case.name.lower())


_EXPLAINED = 8
"""How often a word may stand in lower case for each time that a list explains it."""


def _item(case: Case) -> bool:
    words = case.name.lower().split()
    if len(words) > 1 and all(case.corpus.words[word] for word in words):
        return False  # "API Reference", at the address of an API
    most = (_EXPLAINED if 'item' in case.prose else 2) * case.evidence.count
    shouted = 'linked' in case.prose and case.name.isupper()  # FILE, a privilege
    told = len(case.name) > 2 and not case.prose.isdisjoint({'item', 'linked'})
    return told and (shouted or case.written_small <= most)


def _proper(case: Case) -> bool:
    times = case.evidence.times(Role.PROSE, 'proper')
    told = not case.prose.isdisjoint({'registered', 'expanded'})
    if told or is_row_of_capitals(case.name, case.evidence, case.corpus.size):
        return True
    return ' ' in case.name and is_software(case.name.lower()) and (times > 0 or 'initial' in case.prose)


def _entered(case: Case) -> bool:
    return case.evidence.has(Role.ENTRY) and (is_strong(case.name) or ' ' in case.name)


RULES = (
    Rule('excluded', False, 'kwindex_exclude: the author does not want it', _excluded),
    Rule('included', True, 'kwindex_include: the author wants it', _included),
    Rule('term', True, "kwindex_terms: it is on the author's list", _term),
    Rule('rare', False, 'kwindex_min_mentions: it stands too seldom', _rare),
    Rule('defined', True, 'a description of the object: reference pages', _described),
    Rule('referred', True, 'a cross-reference to an object, resolved or not: guides', _referred),
    Rule('unreadable', False, 'no letter, one character, a version, an issue, or a value of a language: any page', _unreadable),
    Rule('placeholder', False, 'metasyntactic variables (RFC 3092), what an author calls my or some: tutorials', _placeholder),
    Rule('host', False, 'host names, those reserved for examples (RFC 2606) and any other: deployment guides', _host),
    Rule('example-path', False, 'paths under no root of the FHS, and paths with a placeholder: configuration', _example_path),
    Rule('alternatives', False, 'two words joined by a slash, no file name (a/b): any page', _alternatives),
    Rule('calendar', False, 'months, days, languages, countries, units (Unicode CLDR): release notes', _calendar),
    Rule('looked-up', False, 'keyword arguments with inner double underscores: paths through the data of an example', _looked_up),
    Rule('literal', True, 'inline code, set by the author: any page', _literal),
    Rule('titled', True, 'a title that holds it in the form of a name: any page', _titled),
    Rule('coded', True, 'code that defines, imports, inherits or runs it: pages with code', _coded),
    Rule('called', True, 'code that calls it or reads it from an object, where no prose has the word: pages with code', _called),
    Rule('keyed', True, 'a key or a keyword argument in the form of an identifier: configuration', _keyed),
    Rule('quoted', True, 'a dotted path, a constant or CamelCase in a string: values of settings', _quoted),
    Rule('assigned', True, 'a module-level name of a script that a written value is assigned to: settings in Python', _assigned),
    Rule('variable', True, 'a constant, or a class that code passes on without a call: pages with code', _variable),
    Rule('shaped', True, 'running text that holds it in the form of an identifier, option, file, header: prose', _shaped),
    Rule('acronym', True, 'capitals that texts seldom write small, or no dictionary has: prose, help texts', _acronym),
    Rule('capital', True, 'a capital inside sentences that seldom is small, or of a registered name: prose', _capital),
    Rule('coined', True, 'a word that no dictionary of English has, or a register of software has: prose', _coined),
    Rule('foreign', True, 'Latin letters in a text of another script, no common word of English: Chinese, Russian', _foreign),
    Rule('item', True, 'what an entry of a definition list explains, or a link to its site shows: references', _item),
    Rule('proper', True, 'capitalised words in a row inside sentences, twice, or once beside a name: prose', _proper),
    Rule('entered', True, "the author's index or glossary: pages with index directives", _entered),
)  # fmt: skip
