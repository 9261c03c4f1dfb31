"""Forms that few pieces of inline code have, and that say what stands there: a key with its value, a statement, a scheme."""

from __future__ import annotations

import re
from keyword import kwlist

from sphinx_kwindex.collect.sql import is_statement
from sphinx_kwindex.lexicon import is_software
from sphinx_kwindex.shapes import file_extensions, is_file_name, is_strong

_PAGE = re.compile(r'([\w./-]+\.x?html?)#[\w:.-]+')
"""A place on a page."""
_SECTION = re.compile(r'\[([a-z]\w*(?:[.-]\w+)+)\]|\[\[([a-z][\w.-]*)\]\]')
"""A part of a file of settings: ``[tool.it]``."""
_ENDING = re.compile(r'\*\.([a-z][a-z0-9]{0,5})')
"""All files of a sort: ``*.ini``."""
_SCHEME = re.compile(r'[a-z][a-z0-9+-]{1,15}://')
"""That of an address: ``wss://`` (RFC 3986, section 3.1)."""
_NUMBERED_FILE = re.compile(r'\d[\w-]*(?:\.[\w-]+)+')
_SIZED = re.compile(r'((?:n?var)?(?:char|binary)2?|decimal|number|numeric|bit)\(\d+(?:, ?\d+)?\)', re.IGNORECASE)
"""A type of SQL with its size."""
_KEYED = re.compile(r'([A-Za-z][\w-]*+(?:\.[\w-]++)++/[\w./-]*\w): [^\s:].*')
"""A key with the prefix of a host, and its value: ``helm.sh/resource-policy: keep``."""
_REQUIREMENT = re.compile(
    r'((?=[a-zA-Z0-9.-]*[a-z])[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9])(?:\[[\w,-]+\])? ?(?:[<>]=|~=|~>) ?'
    r'v?\d+\.\d[\w.*]*(?:, ?[<>=!~]+ ?[\d.*]+)*'
)
"""A package with the versions that are asked for: https://peps.python.org/pep-0440/#version-specifiers."""
_ERROR = re.compile(r'-(E[A-Z0-9]{2,15})')
"""A number of an error, as functions of C and of the kernel return it: ``-EINVAL``."""
_EXPANDED = re.compile(
    r'(?=[^./]*[./])(?=[^A-Za-z]*[A-Za-z])(?![^{]*\{[\d,]+\})[\w./~-]*\{[\w.-]+(?:,[\w.-]*)+\}[\w./-]*'
)
"""Several names of files in one, as shells write them: ``it.{key,cert}``."""
_INDEXED = re.compile(r'([A-Za-z_]\w{2,}(?:\.\w+)*)\[(:\w+|\d|"[\w.-]+"|\'[\w.-]+\')\]')
"""What is asked for one of its items: ``params[:id]``, ``os.environ['HOME']``."""
_SHORT_QUESTION = 4
"""Characters: ``ab?`` is a regular expression."""
_ARITY = re.compile(r'(?:[A-Z]\w*\.)*(?:[a-z]\w*:)?[a-z_]\w+[?!]?/\d')
"""A function with the number of its arguments, as Erlang and Elixir write it: ``init/1``."""
_SETS = re.compile(
    r'([A-Za-z_][\w-]*+(?:\.[\w-]++)*+)(?:(?:: | = )(true|false|yes|no|on|off|null|-?\d[\w.%-]*|"[^"]*"|\'[^\']*\')'
    r'|: ([\w./@$-]+|\[.*\]|\{.*\})|:("[^"]+"))'
)
"""What sets a value: ``inverted: true``, ``strict = true``, ``type: proxy``, ``glob:"*.txt"``."""
_TYPE = re.compile(
    r'any|bool(?:ean)?|bytes|char|dict|double|float|int|list|number|object|str(?:ing)?|usize|[fiu]\d{1,3}|[A-Z]\w*'
)
_NO_KEY = frozenset({*kwlist, 'case', 'default', 'do', 'done', 'error', 'note', 'warning'})
"""Words before a colon that have no value behind it."""


def _set_value(text: str) -> list[tuple[str, str]]:
    """The key of ``key: value``, or the field of ``field: type``."""
    match = _SETS.fullmatch(text)
    if match is None or len(match[1]) < _SHORTEST_KEY or match[1] in _NO_KEY:
        return []
    typed = match[3] and _TYPE.fullmatch(match[3])
    return [(match[1], 'field' if typed else 'key')]


_STATIC = re.compile(r'(?<![\w\\])([A-Z][\w\\]*::\$\w+(?:->\w+)*)(?:\(.*\))?')
"""A static property of PHP: ``Yii::$app->db``."""
_TAG_WITH_ATTRIBUTE = re.compile(
    r'<((?:a|audio|button|canvas|dialog|form|iframe|img|input|link|meta|script|select|style|table|template|textarea|video)'
    r' (?!id|name|type|value)[a-z]+(?:-[a-z]+)*)>'
)
"""``<script setup>``"""
_CLAUSES = frozenset(
    """
    ALL ALWAYS AS BY CASCADE CURRENT DEFAULT DEFERRABLE DEFERRED DISTINCT EXISTS FIRST FOR FROM GROUP IF IMMEDIATE IN INITIALLY
    INTO IS JOIN KEY LAST LOCKED NOT NULL NULLS OF ON OR ORDER ROW ROWS UNBOUNDED UPDATE VALID WHERE WITH ZONE
    """.split()  # noqa: SIM905 (words to read)
)
"""Words of clauses of SQL, which are parts of commands and none themselves."""
_CAPITAL_COMMAND = re.compile(r'[A-Z]{2,}(?: [A-Z]{2,}){1,3}')
"""Several words of a server's or a query's language: ``CONFIG SET``."""
_SHORTEST_KEY = 3


def _may_be_installed(name: str) -> bool:
    """Whether registers have what a version is asked of, and it is no quantity that is compared: ``p-value <= 0.05``."""
    return is_software(name.lower())


def is_error_number(text: str) -> bool:
    """Whether what looks like an option is the negative number of an error."""
    return _ERROR.fullmatch(text) is not None


def forms_of_literal(text: str) -> list[tuple[str, str]]:
    """What has a form that few other things have: a key with its value, a statement, a type with its size, a scheme."""
    if match := _ERROR.fullmatch(text):
        return [(match[1], '')]
    if match := _KEYED.fullmatch(text):
        return [(match[1], 'key')]
    if is_statement(text):
        return [(text, 'command')]
    if match := _PAGE.fullmatch(text):
        return [(match[1], 'file')]
    if match := _SIZED.fullmatch(text):
        return [(match[1], 'type')]
    if match := _SECTION.fullmatch(text):
        return [(match[1] or match[2], 'key')]
    if (match := _ENDING.fullmatch(text)) and match[1] in file_extensions():
        return [(match[1], 'file')]
    if match := _STATIC.fullmatch(text):
        return [(match[1], 'attribute')]
    if match := _TAG_WITH_ATTRIBUTE.fullmatch(text):
        return [(text, 'tag')]
    if _CAPITAL_COMMAND.fullmatch(text):
        return [(text, 'syntax' if not _CLAUSES.isdisjoint(text.split()) else 'command')]
    if _SCHEME.fullmatch(text):
        return [(text, 'scheme')]
    if (match := _REQUIREMENT.fullmatch(text)) and _may_be_installed(match[1]):
        return [(match[1], 'installed')]
    if (_NUMBERED_FILE.fullmatch(text) and is_file_name(text)) or _EXPANDED.fullmatch(text):
        return [(text, 'file')]
    if text[-1:] in {'?', '!'} and text[:-1].isidentifier() and len(text) > _SHORT_QUESTION:
        return [(text, 'call')]  # a question of Ruby, and what changes its object
    if match := _INDEXED.fullmatch(text):
        key = match[2].strip(':\'"')
        return [(match[1], ''), *([(key, 'key')] if is_strong(key) else [])]
    if _ARITY.fullmatch(text):
        return [(text, 'arity')]
    return _set_value(text)
