"""Names by their form: the patterns that tell an identifier from a word, and what a piece of markup wraps around one.

Every pattern is linear: each is anchored at a character that can't be skipped twice, and none nests repetitions
over the same characters.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pygments.lexers import get_all_lexers

MAX_NAME = 120
"""Longer tokens are data (hashes, base64), not names."""


WEAK_HINTS = frozenset(
    {
        'capital',
        'compound',
        'initial',
        'headed',
        'proper',
        'registered',
        'expanded',
        'foreign',
        'acronym',
        'item',
        'linked',
        'first',
        'second',
        'joint',
        'coined',
        'credited',
    }
)
"""What a word alone may be: only the corpus can tell whether it is a name."""


class Candidate(NamedTuple):
    """A name found in a text: where it starts, the name, and what its dress says of it."""

    start: int
    name: str
    hint: str


@lru_cache(maxsize=1)
def file_extensions() -> frozenset[str]:
    """The file name extensions that Pygments and the MIME registry know, without the dot, in lower case."""
    registry = mimetypes.MimeTypes(())
    known = {extension[1:] for extension in (*registry.types_map[True], *registry.encodings_map)}
    for _name, _aliases, patterns, _types in get_all_lexers(plugins=False):
        known.update(pattern[2:].lower() for pattern in patterns if re.fullmatch(r'\*\.[A-Za-z0-9+_]+', pattern))
    # Compiled and installed things; a registry of text formats and media has no reason to know them.
    known.update(
        (
            'pyc',
            'ipynb',
            'pyd',
            'pth',
            'whl',
            'jar',
            'war',
            'egg',
            'mo',
            'dll',
            'lock',
            'log',
            'cfg',
            'conf',
            'db',
            'env',
            'sqlite',
            'sock',
            'pid',
            'inv',
            'npy',
            'npz',
            'parquet',
            'pickle',
            'bib',
            'sty',
            'pkl',
        )
    )
    return frozenset(extension for extension in known if extension.islower() and not extension.isdigit())


_LINE = re.compile(r'[a-z][\w.+-]*+(?: [a-z][\w-]*+){1,2}')


def is_command_line(name: str) -> bool:
    """Whether a name is a command in small letters and one word or two behind it: ``git commit``, and not ``GNU make``."""
    return _LINE.fullmatch(name) is not None


_MIME_TYPE = re.compile(
    r'(?:application|audio|font|haptics|image|message|model|multipart|text|video)/[a-z0-9][a-z0-9!#$&^_.+-]*[a-z0-9]'
)
"""RFC 6838, section 4.2, with the top-level types of IANA's registry."""


def is_mime_type(name: str) -> bool:
    """Whether a name is a MIME type by its form: what stands after ``text/`` may also be a file."""
    return bool(_MIME_TYPE.fullmatch(name)) and not is_file_name(name)


_UNSPACED = (
    r'\u0e00-\u0eff\u1000-\u109f\u2100-\u218f\u1100-\u11ff\u1780-\u17ff\u2e80-\u303f\u3040-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff'
    r'\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff'
)
"""Scripts that are written without blanks between words, or that join particles to foreign words (Korean): where one
of their characters stands beside a Latin letter, a word ends."""
WORD_CHARACTER = rf'[^\W{_UNSPACED}]'
_LETTER = rf'[^\W\d{_UNSPACED}]'
WORD = rf'{_LETTER}{WORD_CHARACTER}*'
UPPER = 'A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŢŤŮŰŹŻŽ'
"""Capital letters of the languages of Europe, for a class of characters."""
_CAMEL = re.compile(r'[A-Z]*[a-z0-9]+[A-Z]\w*|[A-Z]{2,}[a-z]{2,}\w*')
_CONSTANT = re.compile(r'[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+_?')
_ACRONYM = re.compile(r'[A-Z]{2,}v[0-9]+|[A-Z][0-9]*[A-Z][A-Z0-9]*s?|[A-Z]{2,}[0-9]*(?:s|[a-z])?')
_ROMAN = re.compile(r'X{0,3}(?:IX|IV|V?I{0,3})')
"""Up to 39: larger ones number nothing in documentation, and CLI, MD and CD are acronyms."""
ABBREVIATION = re.compile(r'(?:[^\W\d_]\.)+[^\W\d_]?')
_ALNUM_SPLIT = re.compile(r'[._:]+')


_HYPHENATED = re.compile(r'[a-z][a-z0-9]*(?:-[a-z0-9]+)+')
_JOINED = re.compile(r'[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+')


def is_hyphenated(text: str) -> bool:
    """Whether a text is words in small letters that hyphens join: ``virtio-scsi``."""
    return _HYPHENATED.fullmatch(text) is not None


def is_joined(text: str) -> bool:
    """Whether a text is words in small letters that hyphens or underscores join: ``read-only``, ``max_size``."""
    return _JOINED.fullmatch(text) is not None


def is_snake(name: str) -> bool:
    """Whether the word has an underscore between or before letters, as no word of prose has."""
    return '_' in name.strip('_') or (name.startswith('_') and len(name.strip('_')) > 1)


@lru_cache(maxsize=1 << 14)
def is_camel(name: str) -> bool:
    """Whether capitals stand inside the word: ``CamelCase``, ``mixedCase``, ``JSONField``."""
    return bool(_CAMEL.fullmatch(name)) and not _ACRONYM.fullmatch(name) and not name[0].isdigit()


def is_constant(name: str) -> bool:
    """Whether the word is CONSTANT_CASE of at least two parts."""
    return bool(_CONSTANT.fullmatch(name))


_VALUE = re.compile(r'(?!(?:True|False|None|[ymn]|[0-9]{2,20})\Z)[^\s=\'"(\[{].*')
"""No value of a setting of Python, of what kernels are built with, or of a limit: ``CONFIG_PRINTK=y``, ``MAX_SIZE=10``."""


_KEYS_OF_VALUE = re.compile(r'(?:(?<==)|[:,]|\A)([a-z][a-z0-9_]{2,40})=(?=[^=\s])')


def keys_of_value(text: str, start: int) -> Iterator[re.Match[str]]:
    """Where the value of a variable, from *start* on, sets keys of its own: ``ASAN_OPTIONS=detect_leaks=1:verbosity=2``."""
    if '=' in text[start:] and '://' not in text:
        yield from _KEYS_OF_VALUE.finditer(text, start)


def sets_variable(name: str, value: str) -> bool:
    """Whether ``NAME=value`` sets a variable of the environment: settings and constants look so too, and have other values."""
    return is_constant(name) and not name.startswith('CONFIG_') and _VALUE.fullmatch(value) is not None


@lru_cache(maxsize=1 << 14)
def is_acronym(name: str) -> bool:
    """Whether the word is written in capitals, Roman numerals and single letters aside."""
    stem = name.removesuffix('s') if name[:-1].isupper() else name
    return len(stem) > 1 and bool(_ACRONYM.fullmatch(name)) and not _ROMAN.fullmatch(stem)


@lru_cache(maxsize=1)
def file_names() -> frozenset[str]:
    """The names of files that Pygments knows whole: ``Makefile``, ``.bashrc``, ``CMakeLists.txt``."""
    names = {pattern for _name, _aliases, patterns, _types in get_all_lexers(plugins=False) for pattern in patterns}
    return frozenset(name for name in names if re.fullmatch(r'[\w.-]*[A-Z.][\w.-]*', name) and not name.isupper())


_LIBRARY = re.compile(r'lib[\w.+-]*\.so(?:\.\d+)+')
"""A shared library with its version: ``libm.so.6``."""


_MEMBERS = frozenset(
    """
    device env exec explain feature func graph icon instances load mask module pack path plot resource rest swap
    """.split()  # noqa: SIM905 (words to read)
)
"""File extensions that programs call members, and files hardly have: ``sys.path``, ``process.env``."""
_OBJECTS = frozenset({'e', 'evt', 'event', 'self', 'this', 'window'})
"""What members are read from whose names are extensions of files as well: ``event.target``, beside ``network.target``."""
_CHAIN = re.compile(r'[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*')


@lru_cache(maxsize=1 << 14)
def is_file_name(name: str) -> bool:
    """Whether the name is known as a file's, or ends in a file extension that is known and has a stem before it."""
    if name.rpartition('/')[2] in file_names() or (name.startswith('lib') and _LIBRARY.fullmatch(name)):
        return True
    stem, dot, extension = name.rpartition('.')
    if (extension in _MEMBERS or stem in _OBJECTS) and _CHAIN.fullmatch(stem):
        return False
    return bool(dot and stem and extension == extension.lower() and extension in file_extensions())


def is_dotted(name: str) -> bool:
    """Whether the name is a chain of identifiers, abbreviations (``e.g``), numbers and sentence joints aside."""
    if ABBREVIATION.fullmatch(name):
        return False
    parts = _ALNUM_SPLIT.split(name.strip('._:'))
    return len(parts) > 1 and all(parts) and not all(part.isdigit() for part in parts)


@lru_cache(maxsize=1 << 14)
def is_strong(name: str) -> bool:
    """Whether the form alone says that this is an identifier and no word."""
    return is_snake(name) or is_camel(name) or is_constant(name) or ('::' in name) or ('.' in name and is_dotted(name))


def is_capitalised(token: str) -> bool:
    """Whether a word has a capital in front and small letters behind it."""
    return len(token) > 1 and token[0].isupper() and token[1:].islower()


_HEADER_FIELDS = frozenset(
    """
    accept-charset accept-encoding accept-language accept-patch accept-post accept-ranges access-control-allow-credentials
    access-control-allow-headers access-control-allow-methods access-control-allow-origin access-control-expose-headers
    access-control-max-age access-control-request-headers access-control-request-method alt-svc cache-control clear-site-data
    content-disposition content-encoding content-language content-length content-location content-range
    content-security-policy content-security-policy-report-only content-transfer-encoding content-type
    cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy if-match if-modified-since
    if-none-match if-range if-unmodified-since in-reply-to keep-alive last-modified max-forwards message-id mime-version
    permissions-policy proxy-authenticate proxy-authorization referrer-policy reply-to retry-after return-path
    sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-websocket-accept sec-websocket-key
    sec-websocket-protocol sec-websocket-version server-timing set-cookie source-map strict-transport-security
    transfer-encoding user-agent www-authenticate
    """.split()  # noqa: SIM905 (words to read)
)
"""The fields of HTTP and mail whose names have a hyphen and that are in use: IANA's registries (RFC 9110, 18.4; RFC 5322)."""


def is_header_field(name: str) -> bool:
    """Whether a word with hyphens, each part of which has a capital, is the name of a field of HTTP or mail."""
    return name.startswith('X-') or name.lower() in _HEADER_FIELDS


_NO_NAME = re.compile(
    r'[\W\d_]*|[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{4}|[bcdlps-](?:[r-][w-][xst-]){3}'
    r'|_[a-z]+_|\*+[A-Za-z ]+\*+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*|v?\d+(?:\.\d+)+[a-z]{0,3}\d*|(?:GH|gh|bpo|PR)-\d+'
)


def is_no_name(text: str) -> bool:
    """Whether a text is nobody's name.

    So is one without a letter, a range, a month, the mode of a file, a word between signs, which is emphasis, an address, a
    version, a measure, the number of an issue, and what some program made.
    """
    return _NO_NAME.fullmatch(text) is not None or is_random(text)


_KEY = re.compile(r'%?[\w.:@/*~+$-]+(?:\[\d+\][\w.:@/*~+$-]*){0,9}%?')


def is_key(text: str) -> bool:
    """Whether what stands before the value of a setting is its name: one without blanks, brackets and quotation marks."""
    return _KEY.fullmatch(text) is not None


_SHORTEST_KEY = 20
"""Characters of a key or a token of which no part repeats what people write."""
_TURNS = re.compile(r'[a-z][A-Z]|[A-Z][a-z]|[0-9][A-Za-z]|[A-Za-z][0-9]')
_WORDS = re.compile(r'[a-z]{5,}|[A-Z]{5,}')
"""What people write into a name, in one case of letters."""


_DIGEST = re.compile(r'x?(?=[a-f]*[0-9]+[a-f])(?=[a-f]*[0-9][a-f]*[0-9])[0-9a-f]{7,64}')
"""A commit of Git, or an address in memory; a word with a number behind it is none: ``ed25519``."""


def is_random(name: str) -> bool:
    """Whether letters and digits in no order are a key that some program made: ``72KuPujbc065OdWB71poOmIq``, ``ee3c120``."""
    if _DIGEST.fullmatch(name):
        return True
    if len(name) < _SHORTEST_KEY or not name.isalnum() or name.isupper() or name.islower() or _WORDS.search(name):
        return False
    return any(map(str.isdigit, name)) and len(_TURNS.findall(name)) >= len(name) // 3
