"""What a text calls a name: the noun beside it (``the X setting``, ``class X``) says which kind the author means.

A noun of a list counts for all before it: ``a``, ``b`` and ``c`` methods.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from docutils import nodes
from sphinx.locale import _

from sphinx_kwindex.collect.subcommands import SECOND
from sphinx_kwindex.collect.targets import last_part
from sphinx_kwindex.collect.translated import TRANSLATED, noun_joined
from sphinx_kwindex.lexicon import is_coined
from sphinx_kwindex.shapes import is_camel

_ENGLISH: Mapping[str, str] = {
    'class': 'class',
    'classes': 'class',
    'mixin': 'class',
    'model': 'class',
    'interface': 'class',
    'interfaces': 'class',
    'struct': 'type',
    'structs': 'type',
    'structure': 'type',
    'structures': 'type',
    'type': 'type',
    'types': 'type',
    'enum': 'type',
    'enums': 'type',
    'trait': 'type',
    'object': 'object',
    'objects': 'object',
    'instance': 'object',
    'instances': 'object',
    'component': 'object',
    'components': 'object',
    'constructor': 'object',
    'exception': 'exception',
    'exceptions': 'exception',
    'function': 'function',
    'functions': 'function',
    'method': 'method',
    'methods': 'method',
    'hook': 'hook',
    'hooks': 'hook',
    'fixture': 'function',
    'fixtures': 'function',
    'callback': 'function',
    'callbacks': 'function',
    'coroutine': 'function',
    'coroutines': 'function',
    'decorator': 'decorator',
    'decorators': 'decorator',
    'macro': 'macro',
    'macros': 'macro',
    'attribute': 'field',
    'attributes': 'field',
    'property': 'field',
    'properties': 'field',
    'prop': 'field',
    'props': 'field',
    'field': 'field',
    'fields': 'field',
    'module': 'package',
    'modules': 'package',
    'package': 'package',
    'packages': 'package',
    'namespace': 'package',
    'crate': 'package',
    'crates': 'package',
    'constant': 'constant',
    'constants': 'constant',
    'setting': 'setting',
    'settings': 'setting',
    'flag': 'flag',
    'flags': 'flag',
    'config': 'setting',
    'option': 'setting',
    'options': 'setting',
    'section': 'section',
    'sections': 'section',
    'stanza': 'section',
    'stanzas': 'section',
    'preference': 'section',
    'preferences': 'section',
    'key': 'setting',
    'keys': 'setting',
    'argument': 'parameter',
    'arguments': 'parameter',
    'parameter': 'parameter',
    'parameters': 'parameter',
    'keyword argument': 'parameter',
    'environment variable': 'envvar',
    'environment variables': 'envvar',
    'system variable': 'setting',
    'system variables': 'setting',
    'command': 'command',
    'commands': 'command',
    'subcommand': 'command',
    'subcommands': 'command',
    'repository': 'installed',
    'framework': 'installed',
    'executable': 'command',
    'binary': 'command',
    'daemon': 'command',
    'program': 'command',
    'utility': 'command',
    'tool': 'command',
    'script': 'command',
    'config file': 'file',
    'configuration file': 'file',
    'file': 'ending',
    'files': 'ending',
    'directory': 'file',
    'folder': 'file',
    'directive': 'directive',
    'directives': 'directive',
    'header': 'header',
    'headers': 'header',
    'statement': 'syntax',
    'keyword': 'syntax',
    'logger': 'syntax',
    'loggers': 'syntax',
    'filter': 'filter',
    'filters': 'filter',
}
_SPHINX = ('class', 'exception', 'function', 'method', 'attribute', 'module', 'macro', 'type', 'environment variable')
"""Object types of which Sphinx knows the names in the language of the documentation."""
_AFTER = re.compile(
    r'[\s’”\'")\]]{1,3}(?:keyword |YAML |INI |TOML )?([^\W\d_]+)'
    r'(?: (variables?|files?)\b'
    r'|(?:(?<=[Cc]onfig)|(?<=[Cc]onfiguration)) (keys?|options?|parameters?|propert(?:y|ies)|settings?)\b)?'
)
"""The noun behind a name, what makes another noun of it, and what is a setting behind *configuration*."""
_BY_NAME = frozenset({'object', 'flag', 'section'})
"""Nouns that call things of more than one sort; which, the name tells."""
_LISTED = frozenset(
    word.split()[-1]
    for word, hint in _ENGLISH.items()
    if word.endswith('s') and hint not in _BY_NAME and word not in {'class', 'types', 'keys'}
)
"""The nouns in the plural: what is in the singular may call one thing, and not all of a list."""
_LONGEST_HEAD = 3
"""Words of the head of a column."""
_REACH = 40
"""Characters before a name in which its noun may stand."""
_OPENING = ' \t\n‘“\'"('
JOINING = re.compile(r'\s*(?:,|/|\b(?:and|or|und|oder|et|ou|y|o)\b|[、，和或])(?:\s*(?:and|or)\b)?\s*')
"""What stands between the names of a list."""


@lru_cache(maxsize=8)
def _nouns(_sample: str) -> Mapping[str, str]:
    """The nouns of English and of the language of the documentation, of which *_sample* is the word for a class."""
    return {**TRANSLATED, **{str(_(noun)).lower(): _ENGLISH[noun] for noun in _SPHINX}, **_ENGLISH}


NOUNS_OF_WORDS = frozenset({'envvar'})
"""Hints of nouns that make a name of a word which no dictionary has: "the distutils command" names none."""
_CALLING = frozenset({'call', 'calls', 'calling', 'invoke', 'invokes', 'invoking'})
"""What is said before the name of a function: "call ``X``"."""
_RAISING = frozenset({'raise', 'raises', 'raised', 'raising', 'throw', 'throws', 'throwing'})
"""What is said before the name of an exception: "raises ``X``", "raise an ``X``"."""
_ARTICLES = frozenset({'a', 'an'})
_IS_RAISED = re.compile(
    r'[\s’”\'")\]]{1,3}(?:is|are|was|were|(?:will|to|can|may|could|might|should) be|being) (?:raised|thrown)\b'
)


def noun_beside(text: str, start: int, end: int) -> str:
    """The hint that the noun after or before a name gives, '' where there is none."""
    return _by_name(_noun_beside(text, start, end) or noun_joined(text, start, end), text[start:end])


_WITH_ENDING = re.compile(r'([\w-]+)\.(?:[a-z][a-z0-9]{2,8}|[a-z]\d|(?<=[A-Z]\.)[a-z]{2})')
"""What may be called a file: ``MANIFEST.in``, and nothing that a module has: the ``io.open`` file."""


def _by_name(noun: str, name: str) -> str:
    """What a noun means for a name: of an object its class (not of ``store`` objects), of a flag a constant or a setting."""
    if noun == 'object':
        last = last_part(name)
        return 'class' if last[:1].isupper() and not last.isupper() else ''
    if noun == 'parameter' and '.' in name and last_part(name)[:1].isupper():
        return ''  # "a ``context.Context`` argument"
    if noun == 'hook':
        return '' if '-' in name else 'function'  # "black-jupyter", of Git
    if noun == 'ending':
        named = _WITH_ENDING.fullmatch(name)
        return 'file' if named and named[1] not in sys.stdlib_module_names else ''
    if noun == 'section':
        return 'setting' if name.islower() else ''  # of a file of settings, and no title
    if noun == 'flag':
        return 'constant' if name.isupper() else 'setting'
    if noun == 'exception' and name.islower() and '::' not in name and not name.endswith('error'):
        return ''  # "with these exceptions: ``is_private`` is ..."
    return noun


def _noun_beside(text: str, start: int, end: int) -> str:
    nouns = _nouns(str(_('class')))
    after = _AFTER.match(text, end)
    if after is not None:
        phrase = f'{after[1]} {after[2]}' if after[2] else 'setting' if after[3] else after[1]
        if hint := nouns.get(phrase.lower()):
            return _of_member(text, after.end(1), hint) if text[start : start + 1].islower() else hint
    before = text[max(0, start - _REACH) : start]
    bare = before.rstrip(_OPENING)
    if _is_of_class(text[start:end]) and _IS_RAISED.match(text, end):
        return 'exception'
    if not 0 < len(before) - len(bare) <= 2:
        return ''
    words = [word.lstrip(_OPENING) for word in bare.lower().split()[-2:]]
    if words and words[-1] in _CALLING:
        return 'call' if text[start : start + 1].islower() else ''
    if words and words[-1 if words[-1] not in _ARTICLES else 0] in _RAISING:
        return 'exception' if _is_of_class(text[start:end]) else ''
    return nouns.get(' '.join(words)) or nouns.get(words[-1], '') if words else ''


def _is_of_class(name: str) -> bool:
    """Whether a name has the form of a class's: ``SkipFile``, ``forms.ValidationError``."""
    last = last_part(name)
    return last[:1].isupper() and is_camel(last)


_OWNERS = frozenset({'class', 'decorator', 'field', 'object', 'type'})
_MEMBER = re.compile(r' (attribute|field|method|option|parameter|property)\b')


def _of_member(text: str, end: int, hint: str) -> str:
    """What the last of several nouns calls that end a phrase: "the ``related_name`` model field option"."""
    while hint in _OWNERS and (member := _MEMBER.match(text, end)):
        hint, end = _ENGLISH[member[1]], member.end()
    return hint


_WORD = re.compile(r'[^\W\d_]+')


def noun_of_list(text: str) -> str:
    """The hint that a title, or the sentence before a list, gives its items: of its one noun in the plural."""
    nouns = _nouns(str(_('class')))
    spoken = [word.lower() for word in _WORD.findall(text)]
    found = {
        nouns.get(' '.join(spoken[max(at - 1, 0) : at + 1])) or nouns.get(word, '')
        for at, word in enumerate(spoken)
        if word in _LISTED and spoken[max(at - 2, 0) : at] != ['types', 'of']  # "these types of arguments"
    }
    return found.pop() if len(found) == 1 else ''


_OF_CLASSES = frozenset({'class', 'exception', 'type'})
_OF_CONSTANTS = frozenset({'constant', 'setting', 'envvar', 'macro', 'command'})


def fitting(noun: str, name: str) -> str:
    """The hint of a noun that stands over a list or column, where the form of a name in it agrees; else ''."""
    noun = _by_name(noun, name)
    if name.isupper():
        return noun if noun in _OF_CONSTANTS else ''
    if noun == 'parameter' and last_part(name)[:1].isupper():
        return ''
    if noun == 'envvar':
        return ''
    if is_camel(name) and name[0].isupper():
        return noun if noun in _OF_CLASSES else ''
    return noun


def noun_of_column(text: str) -> str:
    """The hint that the head of a column gives what stands in it: of its first or last word, where they agree."""
    nouns = _nouns(str(_('class')))
    spoken = [word.lower() for word in _WORD.findall(text)]
    if not 0 < len(spoken) <= _LONGEST_HEAD:
        return ''
    if phrase := nouns.get(' '.join(spoken)):
        return phrase
    found = {nouns[word] for word in (spoken[0], spoken[-1]) if word in nouns}
    return found.pop() if len(found) == 1 else ''


_LEADS_ON = re.compile(
    r'(?<![^\W\d_])(?:([^\W\d_]{1,30}) )?([^\W\d_]{1,30})'
    r'(?:,? \(?(?:such as|like|e\.g\.,?|i\.e\.,?|for example,?|including)|:)? [(‘“\'"]?\Z'
)
"""The word that a list stands behind: "functions (``a``, ``b``)", "commands such as ``a``"."""
_LEADING = (*sorted(_LISTED), 'such as', 'like', 'e.g.', 'i.e.', 'for example', 'including')
"""How the text before a list ends, but for marks."""


def _plural_before(text: str, start: int, end: int) -> str:
    """The hint of the noun in the plural that a list begins behind, '' where there is none.

    In a bracket nothing but a list stands: "it has no options (``these`` are gone)" calls nothing.
    """
    before = text[max(0, start - _REACH) : start]
    if not before.rstrip(' (‘“\'":,').lower().endswith(_LEADING):
        return ''  # as nearly always: quicker to see than by a search
    match = _LEADS_ON.search(before)
    if match and '(' in match[0] and text[end : end + 1] not in {',', ')'}:
        return ''
    word = match[2].lower() if match else ''
    if match is None or word not in _LISTED:
        return ''
    nouns = _nouns(str(_('class')))
    return nouns.get(f'{match[1]} {word}'.lower()) or nouns.get(word, '')


_MEMBERS = re.compile(r'[\s’”\'")\]]{1,3}methods\b')


def _owns(text: str, start: int, end: int) -> bool:
    """Whether the noun behind one name calls what that has: "``Tx`` methods"."""
    last = last_part(text[start:end])
    return last[:1].isupper() and not last.isupper() and _MEMBERS.match(text, end) is not None


_COMMAND = re.compile(r'[a-z][\w.:+-]{0,40}\w')


def noun_of_bold(bold: nodes.strong, behind: nodes.Node | None) -> str:
    """The hint of the noun *behind* a word in bold, where no dictionary has the word: "the **zlist** function".

    Of a word of English (the **listeners** command) command lines have to tell that it is no adjective: :data:`SECOND`.
    """
    name = bold.astext()
    if not isinstance(behind, nodes.Text) or not _COMMAND.fullmatch(name):
        return ''
    noun = noun_beside(f'{name}{behind[:_REACH]}', 0, len(name))
    if noun == 'command':
        return noun if is_coined(name) else SECOND
    return noun if noun in _CALLABLE and is_coined(name) else ''


_CALLABLE = frozenset({'function', 'method', 'macro', 'package'})


_ELEMENT = re.compile(r'<([a-z][\w:-]*)(?:( ?/)?>)')
_ELEMENTS = re.compile(r"(?:,?(?: and| or)? </?[a-z][\w:-]*>){0,5}(?:['’]s)? (?:elements?|tags?)\b")


def element_called(text: str, start: int, end: int) -> str:
    """The element of XML or HTML that inline code from *start* to *end* is, where the text or its end says so, else ''.

    ``<link />``, and what "the ``<testcase>`` element" names; others may be words to be filled in.
    """
    element = _ELEMENT.fullmatch(text, start, end)
    return element[1] if element and (element[2] or _ELEMENTS.match(text, end)) else ''


class _Run(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def sort(self) -> str: ...
    @property
    def hint(self) -> str: ...


def nouns_of_literals(block: Sequence[_Run], whole: str, called: Callable[[], str]) -> dict[int, str]:
    """What the nouns of a block call its literals: the offset of each -> a hint."""
    found: dict[int, str] = {}
    offset, end, ahead = 0, -1, ''
    pending: list[int] = []
    linked: set[int] = set()
    for run in block:
        if run.sort == 'literal':
            goes_on = end >= 0 and JOINING.fullmatch(whole, end, offset) is not None
            ahead = ahead if goes_on else _plural_before(whole, offset, offset + len(run.text))
            if ahead and (noun := fitting(ahead, run.text)):
                found[offset] = noun
            if end >= 0 and not goes_on:
                if 0 in pending and (noun := fitting(called(), block[0].text)):
                    found.update((at, noun) for at in pending if at not in linked)
                pending = []
            pending.append(offset)
            if run.hint == 'linked':
                linked.add(offset)
            end = offset + len(run.text)
            if (len(pending) > 1 or not _owns(whole, offset, end)) and (noun := noun_beside(whole, offset, end)):
                found.update((at, noun) for at in pending if at not in found)
                pending = []
        offset += len(run.text)
    if 0 in pending and (noun := fitting(called(), block[0].text)):
        found.update((at, noun) for at in pending if at not in linked)
    return found
