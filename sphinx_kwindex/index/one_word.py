"""Which kind a word is that authors set as code, and of which nothing says more: by its form and by the company it keeps."""

from __future__ import annotations

import builtins
import re
import sys
from http import HTTPMethod

from sphinx_kwindex.index.capital_kinds import is_rule_of_linter
from sphinx_kwindex.index.case import CALLS, Case
from sphinx_kwindex.index.evidence import BY_CONVENTION
from sphinx_kwindex.index.families import LIBRARY
from sphinx_kwindex.index.kinds import BASIC_TYPES, LEAST_STATEMENTS, STATEMENTS
from sphinx_kwindex.index.library import kind_in_library
from sphinx_kwindex.index.verbs import VERBS, acts
from sphinx_kwindex.lexicon import NUMBERS, is_coined, is_in_dictionary, is_software
from sphinx_kwindex.occurrences import Kind, Role
from sphinx_kwindex.posix import OF_DESKTOPS, OF_GATEWAYS, OF_TOOLS, UTILITIES, VARIABLES
from sphinx_kwindex.shapes import is_camel, is_capitalised, is_file_name

_LONGEST_WORD = 40
_SHORT_WORD = 3
"""Characters of a word that may mean several things: ``nan`` is no program of the name NaN."""
_PROGRAM = re.compile(r'[a-z]{2,}(?:-[a-z]+)+')
"""Words joined by hyphens, as in the names of programs and packages; encodings and architectures have numbers."""
_FIELD = re.compile(r'[a-z]+(?:_[a-z]+)+')
"""Words joined by underscores; numbers stand in architectures and in names that examples count."""
_TASK = re.compile(r'[a-z]{2,}(?::[a-z]+(?:-[a-z]+)*)+')
"""What tools run by a name and a task of it: ``cache:clear``, ``git:from-image``."""


_OF_LETTER = re.compile(r'\w+\.[a-z]')


def kind_of_no_file(case: Case, last: str) -> Kind | None:
    """What a name is that has the form of a file's and is none: a setting, or what an object has."""
    if ('key' in case.evidence.hints() and '/' not in last) or is_rule_of_linter(case):
        return Kind.SETTING  # "virtualenvs.path"
    read = 'attribute' in case.code and (not is_file_name(case.name) or _OF_LETTER.fullmatch(case.name))
    return Kind.ATTRIBUTE if read else None  # ".host_header", and "A.b", which no archive is


def kind_of_word(case: Case) -> Kind:
    """A word that authors set as code, or that has the form of an identifier, and that nothing calls by a kind."""
    name = case.name
    if name in BY_CONVENTION:
        return Kind.MODULE
    if _FIELD.fullmatch(name) and case.literal and case.corpus.company.among_settings[name] > 0:
        return Kind.SETTING
    if case.corpus.company.has_tasks and _TASK.fullmatch(name) and not case.corpus.has_arities:
        return Kind.COMMAND
    if '__' in name.strip('_'):
        return Kind.ATTRIBUTE  # a path through fields, "author__name"
    if name.rpartition('_')[2] in _CALLED_BACK and '_' in name:
        return Kind.FUNCTION
    if (acts(name) and name not in VERBS) or case.corpus.families[name.partition('_')[0]] >= LIBRARY:
        return Kind.TYPE if name.endswith('_cb') else Kind.FUNCTION
    if name in vars(builtins) and name.islower():
        return Kind.FUNCTION  # map and reversed as well, which are classes to none but Python
    if among_functions(case) or ('builtin' in case.code and '_' in name):
        return Kind.FUNCTION
    capitals = case.corpus.names.get(name.upper())
    if name.islower() and is_coined(name) and capitals is not None and 'acronym' in capitals.hints():
        return Kind.ACRONYM  # "http", beside HTTP
    if '_' in name and is_software(name.replace('_', '-')):
        return Kind.PRODUCT  # "sphinx_rtd_theme", which is installed as sphinx-rtd-theme
    if _FIELD.fullmatch(name) or (is_camel(name) and name[0].islower() and len(name) < _LONGEST_WORD):
        return Kind.ATTRIBUTE
    if name in UTILITIES and not case.written_small:
        return Kind.COMMAND
    if case.corpus.of_python and name in sys.stdlib_module_names and is_coined(name):
        return Kind.MODULE
    if is_software(name) and not is_in_dictionary(name):
        return Kind.PRODUCT
    company = case.corpus.company
    if case.literal and name in company.subcommands:
        return Kind.COMMAND
    first = name.partition('-')[0]
    if case.literal and name.islower() and len(first) > _SHORT_WORD and first in company.spelled:
        return Kind.COMMAND if first == name else Kind.PRODUCT
    if case.literal and _PROGRAM.fullmatch(name) and any(map(is_coined, name.split('-'))):
        return Kind.PRODUCT
    firm = case.evidence.times(Role.LITERAL) > 1 or (case.literal and name in company.in_programs)
    return Kind.CLASS if is_capitalised(name) and name.isalpha() and firm else Kind.NAME


_CALLED_BACK = frozenset({'callback', 'fn', 'func', 'handler', 'hook'})
"""Last words of what somebody else calls: ``post_hook``."""
_UNITS = frozenset('bytes hz khz mhz ms msec msecs ns percent sec secs seconds us usec usecs'.split())  # noqa: SIM905


def among_functions(case: Case) -> bool:
    """Whether a name that code does not show stands in documents whose other identifiers are called, most of them.

    What Python has of several words is a value as often, and a function is written with brackets there.
    """
    if case.name.rpartition('_')[2] in _UNITS or case.corpus.of_python:
        return False  # "period_ns" is how long it takes
    return case.code <= {'builtin'} and case.corpus.company.among_functions[case.name] > 0


_IN_COLLECTION = re.compile(r'[a-z]\w*\.[a-z]\w*\.[a-z]\w*')
"""What a playbook runs of a collection: ``ansible.builtin.copy``."""
_ANSIBLE = frozenset({'Ansible', 'ansible', 'ansible-playbook', 'hosts', 'playbook', 'tasks'})
"""What stands where playbooks do."""
_OF_NUMPY = frozenset({'cp', 'cupy', 'jnp', 'np', 'numpy'})
"""Where types of numbers are classes."""
_OF_ALL = frozenset({'ansible', 'community'})
"""Namespaces of collections that no other software has."""


_OF_APACHE = re.compile(r'mod_[a-z0-9]+(?:_[a-z0-9]+)*')
"""https://httpd.apache.org/docs/current/mod/"""
_APACHE = frozenset({'Apache', 'apache', 'apache2', 'httpd'})
"""What documents call the server where they speak of it."""
_LOCALE = re.compile(
    r'(?:C|POSIX|[a-z]{2,3}_[A-Z]{2})\.[Uu][Tt][Ff]-?8|[a-z]{2,3}_[A-Z]{2}\.[Ii][Ss][Oo]\w*+(?:-\d++)*+'
)
"""``en_US.UTF-8``."""
_SHORT_LOCALE = re.compile(r'[a-z]{2,3}_(?:[A-Z][a-z]{3}|[A-Z]{2})(?:_[A-Z]{2})?')
"""``zh_Hans``, ``pt_BR``"""
_TIME_ZONE = re.compile(
    '(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)(?:/[A-Z][A-Za-z0-9_+-]*+)++'
)
"""https://www.iana.org/time-zones"""


_PROTOCOLS = frozenset({'JSON Schema', 'TCP/IP'})
_PROGRAM_OF_WINDOWS = re.compile(r'[A-Za-z][\w-]*\.exe')


_VIM = frozenset({'Neovim', 'NeoVim', 'Vim', 'nvim', 'vim', 'vimrc', '.vimrc', '~/.vimrc', 'init.vim', '.vim'})
"""What documentation speaks of that has variables of Vim."""
_OF_VIM = re.compile(r'g:[a-z]\w+')
"""A variable that is set for all of Vim: what its plug-ins read."""


def well_known(case: Case, last: str) -> Kind | None:
    """What some standard names, or a language of queries."""
    if (
        case.name in VARIABLES
        or case.name in OF_DESKTOPS
        or case.name in OF_TOOLS
        or (case.name in OF_GATEWAYS and 'REQUEST_METHOD' in case.corpus.names)
    ):
        return Kind.ENVVAR
    if 'registered' in case.prose and not case.code:
        return Kind.PROTOCOL if case.name in _PROTOCOLS else Kind.PRODUCT
    if _PROGRAM_OF_WINDOWS.fullmatch(case.name):
        return Kind.COMMAND
    if (
        _OF_APACHE.fullmatch(case.name)
        and not case.code & {*CALLS, 'variable'}
        and not _APACHE.isdisjoint(case.corpus.names)
    ):
        return Kind.MODULE
    if (
        _LOCALE.fullmatch(case.name)
        or (_SHORT_LOCALE.fullmatch(case.name) and not case.code & CALLS)
        or _TIME_ZONE.fullmatch(case.name)
        or case.asked_for
    ):
        return Kind.NAME
    if _OF_VIM.fullmatch(case.name) and not _VIM.isdisjoint(case.corpus.names):
        return Kind.SETTING
    if case.corpus.of_python and 'key' not in case.evidence.hints() and (of_library := kind_in_library(case.name)):
        return of_library
    names = case.corpus.names
    if case.name in STATEMENTS and 'SELECT' in names and sum(word in names for word in STATEMENTS) >= LEAST_STATEMENTS:
        methods = case.name in HTTPMethod.__members__ and 'GET' in names and 'POST' in names
        return None if methods else Kind.COMMAND
    texts = case.evidence.has(Role.PROSE)
    if texts and 'file' in case.evidence.hints() and '.' in case.name and is_software(case.name.lower()):
        return Kind.PRODUCT  # Node.js
    queried = case.evidence.times(Role.CODE, 'queried')
    if queried and queried >= case.evidence.times(Role.CODE) - queried:
        return Kind.FUNCTION  # of SQL, which knows no classes
    if case.name in BASIC_TYPES or NUMBERS.fullmatch(last):
        held = '.' in case.name and case.name.partition('.')[0] not in _OF_NUMPY  # torch.float32
        return Kind.CONSTANT if held and 'typed' not in case.code else Kind.TYPE
    if _IN_COLLECTION.fullmatch(case.name):
        namespace = case.name.partition('.')[0]
        named = namespace == 'ansible' or not _ANSIBLE.isdisjoint(names)
        if named and (namespace in _OF_ALL or ('key' in case.code and is_software(namespace))):
            return Kind.MODULE
    return None
