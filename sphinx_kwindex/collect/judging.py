"""Whether a token of running text is a name, by its form and by what stands beside it, and of which sort."""

from __future__ import annotations

import re

from sphinx.search.en import SearchEnglish

from sphinx_kwindex.collect.hyphens import judge_hyphen
from sphinx_kwindex.collect.sentences import heads_note, in_title_case, starts_sentence
from sphinx_kwindex.lexicon import is_coined, is_common, is_software
from sphinx_kwindex.shapes import (
    ABBREVIATION,
    is_acronym,
    is_camel,
    is_capitalised,
    is_constant,
    is_dotted,
    is_file_name,
    is_mime_type,
    is_snake,
    is_strong,
)


def variable_hint(name: str) -> str:
    """What a ``$`` before a name says: variables of the environment are written in capitals."""
    return 'envvar' if name.isupper() else 'sigil'


def judged(sort: str, token: str, text: str, start: int, end: int) -> tuple[str, str] | None:
    """Name and hint of one token, or nothing."""
    if sort in {'long', 'short', 'tuned'}:
        return token.replace('–', '--'), 'option'
    if len(token) == _OF_FINGERPRINT and _HEXADECIMAL.fullmatch(token) and _is_in_fingerprint(text, start, end):
        return None
    if sort == 'signed' and token[0].islower():  # libc++, and no idx++
        return (token, 'identifier') if token.startswith('lib') or is_software(token) else None
    if sort == 'protocol' and _is_counted(token):
        return None
    if sort in {'standard', 'signed', 'protocol'}:
        return token, 'standard' if sort == 'standard' else 'acronym'
    if sort == 'manual':
        name, _joint, section = token.partition('(')
        return name, _MANUAL.get(section[0], 'identifier')
    if sort in {'dollar', 'percent'}:
        name = token.strip('${}%').partition(':')[0]  # ${PORT:8080}
        return name, variable_hint(name)
    if sort == 'path':
        name = token.rstrip('.')
        return (name, 'file') if name.count('/') > 1 or is_file_name(name) else None
    if sort == 'drive':
        return token.rstrip('.'), 'file'
    if sort == 'slashed':
        return _judge_slashed(token) or _judge_folder(token, text, end)
    if text.startswith('()', end):
        return token, 'call'
    if sort == 'chain':
        cut = text[end : end + 1] == '-' and text[end + 1 : end + 2].isalpha()
        return None if cut and token.islower() and '_' not in token else _judge_chain(token)
    if sort == 'hyphen':
        return judge_hyphen(token, text[end : end + 8], initial=starts_sentence(text, start))
    return _judge_word(token, text, start)


def _is_counted(token: str) -> bool:
    """Whether what looks like a standard is a word with a number, or a number with its unit: "ROOM#1", "4GHZ", "8BIT"."""
    word = token.strip('0123456789#').lower()
    return ('#' in token or token[0].isdigit()) and (is_common(word) or word.endswith('hz'))


_OF_FINGERPRINT = 4
"""Characters of each group of those of a key."""
_HEXADECIMAL = re.compile(r'[0-9A-F]+')
_GROUPS = re.compile(r'(?=[A-F ]{0,40}[0-9])(?:[0-9A-F]{4} {1,3}){3,}[0-9A-F]{4}(?!\w)')
_NEAR = 60
"""Characters before and behind a group, among which the others stand."""


def _is_in_fingerprint(text: str, start: int, end: int) -> bool:
    """Whether a group of hexadecimal digits is one of four or more in a row."""
    rows = _GROUPS.finditer(text, max(0, start - _NEAR), end + _NEAR)
    return any(row.start() <= start and end <= row.end() for row in rows)


_MANUAL = {'1': 'command', '2': 'call', '3': 'call', '5': 'file', '8': 'command'}
"""What the sections of the manual hold (``man man``)."""


_FOLDER = re.compile(r' (?:directory|folder|subdirectory)\b')


def _judge_folder(token: str, text: str, end: int) -> tuple[str, str] | None:
    """What a text calls a folder, and no two words of which one may be meant: "the etc/grafana directory"."""
    words = token.rstrip('/').split('/')
    told = _FOLDER.match(text, end) and token.islower() and not all(map(is_common, words))
    return (token, 'file') if told else None


def _judge_slashed(token: str) -> tuple[str, str] | None:
    name = token.rstrip('.')
    if name.startswith('@'):
        return (name, 'package') if name.count('/') == 1 else None  # of npm
    if is_mime_type(name):
        return name, 'mime'
    if all(map(is_constant, name.strip('/').split('/'))):
        return None  # alternatives, with others to come: "AF_PACKET/AF_XDP/..."
    return (name, 'file') if is_file_name(name) or name.endswith('/') else None


_ESCAPED = re.compile(r'\\[nrt](?!\w)')


def _judge_chain(token: str) -> tuple[str, str] | None:
    if ABBREVIATION.fullmatch(token):
        return None
    if is_file_name(token) and '::' not in token:
        return token, 'file'
    if '\\' in token:  # a namespace of PHP; without a capital it may be a path or an escape
        return None if token.islower() or _ESCAPED.search(token) else (token, 'identifier')
    if '::' in token or is_snake(token):
        return token, 'identifier'
    # "end.Next": a full stop without its blank joins two words; a real chain starts small or has a cased joint.
    if is_dotted(token) and (
        token[0].islower() or is_strong(token.rpartition('.')[2]) or is_camel(token.split('.', maxsplit=1)[0])
    ):
        first, _joint, second = token.partition('.')
        # "behaviour.The": where only a capital speaks for it, the corpus decides.
        return token, 'joint' if first.isalpha() and first.islower() and is_capitalised(second) else 'identifier'
    name, _dot, acronym = token.partition('.')
    if is_capitalised(name) and '.' not in acronym and acronym.isupper() and len(acronym) > 1:
        return token, 'identifier'  # "Akka.NET"
    if is_dotted(token) and is_capitalised(name) and is_coined(name.lower()) and _is_member(acronym):
        return token, 'identifier'  # "Gdx.input"
    parts = token.split('.')
    spaced = len(parts) > _JOINED_SENTENCES and all(map(is_capitalised, parts))  # "Microsoft.Extensions.Logging"
    return (token, 'identifier') if spaced or all(len(part) > 1 and part.isupper() for part in parts) else None


def _is_member(word: str) -> bool:
    """Whether a word behind a full stop begins no sentence whose blank is missing: "Kubernetes.it is"."""
    return word.isalpha() and word.islower() and word not in SearchEnglish.stopwords


_JOINED_SENTENCES = 2
"""Parts of what may be two sentences without a blank between them."""


def _judge_word(token: str, text: str, start: int) -> tuple[str, str] | None:
    if token[-1].isdigit() and _POINT.match(text, start + len(token)):
        token = token.rstrip('0123456789')  # with its version, "MySQL8.0"
    if is_constant(token) or is_snake(token) or is_camel(token):
        return token, 'identifier'
    if _LETTER_AND_DIGIT.fullmatch(token):
        before = text[max(0, start - 20) : start].lower().split()
        return None if before and before[-1] in _PARTS else (token, 'acronym')  # S3, and no "Table B2"
    if is_acronym(token):
        if token in _KEYS and text.startswith('+', start + len(token)):
            return None  # "CTRL+C"
        if text.startswith('[!', start - 2) or (
            text.startswith(':', start + len(token)) and heads_note(text, token, start)
        ):
            return None  # the head of a note
        if _CAPITALS_BEFORE.search(text[max(0, start - 24) : start]) and _CAPITALS_AFTER.match(
            text, start + len(token)
        ):
            return None  # a word among others in capitals: a quoted name of a character, a licence
        return token, 'acronym'
    if is_capitalised(token):
        if OTHER_SCRIPT.match(token):
            return None
        end = start + len(token)
        if len(token) <= _LONGEST_ABBREVIATION and _ABBREVIATED.match(text, end):
            return None  # "Ch. 3", "Inc., "
        if text.startswith(' to ', end) and is_common(token.lower()) and starts_sentence(text, start):
            return None  # "Go to the page"
        weak = starts_sentence(text, start) or in_title_case(text, start, end)
        return token, 'initial' if weak and not _COMPARED.match(text, end) else 'capital'
    return None


_POINT = re.compile(r'\.[0-9]')
_LETTER_AND_DIGIT = re.compile(r'[B-EGI-PRSU-Z][1-9]')
"""But for keys, quarters, headings and sizes of paper."""
_LONGEST_ABBREVIATION = 4
_ABBREVIATED = re.compile(r'\.(?:,|;| [0-9])')
"""A full stop that ends no sentence."""
_KEYS = frozenset({'ALT', 'CMD', 'CTRL', 'ESC', 'META', 'SHIFT'})
_PARTS = frozenset(
    """
    appendix chapter equation example exercise figure footnote level lesson listing note page paragraph part phase question rule
    section stage step table theorem volume
    """.split()  # noqa: SIM905 (words to read)
)
_NUMBER = re.compile(r' (?:[0-9]|[A-Z](?![\w]))')


def is_part(token: str, text: str, end: int) -> bool:
    """Whether a word with a number behind it is a part of a document: "see Chapter 10"."""
    return token.lower() in _PARTS and _NUMBER.match(text, end) is not None


_COMPARED = re.compile(r' ?(?:[<>]=?|[=!~]=) ?v?\d')
"""What requirements put between a project and its version: ``Werkzeug >= 3.1``."""
_CAPITALS_BEFORE = re.compile(r'(?:^|\W)(?:[A-Z]{2,23}|U\+[0-9A-F]{4,6}) $')
_CAPITALS_AFTER = re.compile(r' [A-Z]{2}')
OTHER_SCRIPT = re.compile(r'[\u0370-\u03ff\u0400-\u058f\u0590-\u08ff\u0900-\u1fff\u3040-\ud7ff]')
"""Letters of a script in which no identifier is written: Greek, Cyrillic, Hebrew, Arabic, Indic, CJK and others."""
