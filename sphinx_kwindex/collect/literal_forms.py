"""Forms that few pieces of inline code have, and that say what stands there: a key with its value, a statement, a scheme."""

from __future__ import annotations

import re
from keyword import kwlist

from sphinx.search.en import SearchEnglish

from sphinx_kwindex.collect.sql import is_clause, is_statement, type_of_column
from sphinx_kwindex.lexicon import is_coined, is_software
from sphinx_kwindex.shapes import file_extensions, is_file_name, is_header_field, is_strong

_PAGE = re.compile(r'([\w./-]+\.x?html?)#[\w:.-]+')
"""A place on a page."""
_WITH_GAP = re.compile(
    r'(?!self\.|this\.)[a-z][\w-]*(?:\.[a-z][\w-]*)*\.<[a-z][\w-]{0,40}>(?:\.[a-z][\w-]*)+'
    r'|[a-z][\w-]*(?:\.[a-z][\w-]*)+\.<[a-z][\w-]{0,40}>'
)
"""A setting for each of several things: ``lfs.customtransfer.<name>.args``."""
_SECTION = re.compile(r'\[([a-z]\w+(?:[.-]\w+)+|[a-z]\w+(?::\w+)+|[a-z]{4,}(?:\.\*)?)\]|\[\[([a-z][\w.-]*)\]\]')
"""A part of a file of settings: ``[tool.it]``, ``[dependencies]``."""
_LEFT_OUT = frozenset(
    """
    args arguments array bool boolean byte bytes char chunkhash citation column command contenthash count database date default
    domain double extname false field fields file flags float folder group hash host image index input integer item items json
    keys label length limit link list long message month name none note null number object offset optional options output param
    params password path port range region self size slug static status string table tags text this time title token true type
    undefined user username value values variable version void year
    """.split()  # noqa: SIM905 (words to read)
)
"""What stands in brackets since it may be left out, or is to be filled in."""
_WITH_EXTRA = re.compile(r'([A-Za-z][\w.-]*)\[[a-z][\w-]*(?:,[a-z][\w-]*)*\]')
"""A package with what it may bring along: ``uvicorn[standard]`` (https://peps.python.org/pep-0508/#extras)."""
_ENDING = re.compile(r'\*\.([a-z][a-z0-9]{0,5})')
"""All files of a sort: ``*.ini``."""
_OPERATOR = re.compile(r'(?:\w+::)*operator ?(?:\[\]|\(\)|->|,|[-+*/%^&|~!=<>]{1,3})')
"""One of C++: ``operator[]``, ``dynamic::operator==``."""
_KEYWORD = re.compile(r':([a-z][\w.-]*/[a-z][\w-]*)')
"""One of Clojure, with its namespace: ``:openapi/example``."""
_SCHEME = re.compile(r'[a-z][a-z0-9+-]{1,15}://|(?:about|blob|data|file|ftp|https?|javascript|tel|wss?):')
"""That of an address: ``wss://`` (RFC 3986, section 3.1)."""
_NUMBERED_FILE = re.compile(r'\d[\w-]*(?:\.[\w-]+)+')
_KEYED = re.compile(r'([A-Za-z][\w-]*+(?:\.[\w-]++)++/[\w./-]*\w): [^\s:].*')
"""A key with the prefix of a host, and its value: ``helm.sh/resource-policy: keep``."""
_CONDITION = re.compile(r'(?<=\w) (?:IF (?:NOT )?EXISTS\b.*|\.{3}.*)')
"""What stands behind a statement of SQL in any of them: ``CREATE TABLE IF NOT EXISTS``."""
_REQUIREMENT = re.compile(
    r'((?=[a-zA-Z0-9.-]*[a-z])[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9])(?:\[[\w,-]+\])? ?(?:[<>]=|~=|~>) ?'
    r'v?\d+\.\d[\w.*]*(?:, ?[<>=!~]+ ?[\d.*]+)*'
)
"""A package with the versions that are asked for: https://peps.python.org/pep-0440/#version-specifiers."""
_ERROR = re.compile(r'-(E[A-Z0-9]{2,15})')
"""A number of an error, as functions of C and of the kernel return it: ``-EINVAL``."""
_EXPANDED = re.compile(r'([\w./~-]*[\w/])?\.?\{([\w.-]+(?:,[\w.-]*)+)\}([\w./-]*)')
"""Several names of files in one, as shells write them: ``it.{key,cert}``."""
_INDEXED = re.compile(r'([a-z_]\w{2,})\[:([a-z_]\w*)\]|([A-Za-z_]\w*(?:\.\w+)+)\[(?:"([\w.-]+)"|\'([\w.-]+)\')\]')
"""What is asked for one of its items: ``params[:id]``, ``os.environ['HOME']``."""
_SHORT_QUESTION = 4
"""Characters: ``ab?`` is a regular expression."""
_OF_RUBY = re.compile(r'(?:[A-Za-z_]\w*\.)?(?:[A-Za-z_]\w*\?|[a-z][a-z0-9_]*!)')
"""A question of Ruby, and what changes its object: ``empty?``, ``delete!``."""
_ENDINGS_OF_NAMES = file_extensions() | {'com', 'de', 'io', 'net', 'org'}
_ARITY = re.compile(r'(?:[A-Z]\w*\.)*(?:[a-z]\w*:)?[a-z_]\w+[?!]?/\d')
"""A function with the number of its arguments, as Erlang and Elixir write it: ``init/1``."""
_SETS = re.compile(
    r'([A-Za-z_][\w-]*+(?:\.[\w-]++)*+)(?:(?:: | = )(?:true|false|yes|no|on|off|null)| = "[^"]*"'
    r'|: ([A-Za-z]+(?:[-_][A-Za-z0-9]+)+)'
    r'|: ([A-Z][A-Za-z]*|[a-z]+\d{0,3})|: -?\d[\w.%]*|:"[^"]+")'
)
"""What sets a value: ``inverted: true``, ``strict = true``, ``type: extended-proxy``, ``glob:"*.txt"``; or says a type."""
BASIC_TYPES = (
    'any|bool(?:ean)?|bytes?|char|dict|double|float|int|list|long|number|object|short|str(?:ing)?|unknown|usize|void|'
    '[fiu](?:8|16|32|64|128)'
)
"""What languages call their types in small letters, as a part of a pattern."""
_TYPE = re.compile(rf'{BASIC_TYPES}|[A-Z]\w*')
_NO_KEY = frozenset({*kwlist, 'case', 'default', 'do', 'done', 'error', 'note', 'warning'})
"""Words before a colon that have no value behind it."""


def _set_value(text: str) -> list[tuple[str, str]]:
    """The key of ``key: value``, or the field of ``field: type``."""
    match = _SETS.fullmatch(text)
    if match is None or len(match[1]) < _SHORTEST_KEY or match[1] in _NO_KEY:
        return []
    if match[3] is None:
        return [(match[1], 'key')]
    return [(match[1], 'field')] if _TYPE.fullmatch(match[3]) else []


_STATIC = re.compile(r'(?<![\w\\])([A-Z][\w\\]*::\$\w+(?:->\w+)*)(?:\(.*\))?')
"""A static property of PHP: ``Yii::$app->db``."""
_TAG_WITH_ATTRIBUTE = re.compile(
    r'<((?:a|audio|button|canvas|dialog|form|iframe|img|input|link|meta|script|select|style|table|template|textarea|video)'
    r' (?!id|name|type|value)[a-z]+(?:-[a-z]+)*)>'
)
"""``<script setup>``"""
_SHORTEST_KEY = 3


def _expands_to_files(text: str) -> bool:
    """Whether braces hold the endings or the names of several files: ``conanbuild.{sh,bat}``, ``src/{main,lib}.rs``."""
    match = _EXPANDED.fullmatch(text)
    if match is None:
        return False
    before = text[: text.index('{')]
    others = match[2].split(',')
    return not match[2].replace(',', '').isdigit() and all(is_file_name(f'{before}{each}{match[3]}') for each in others)


def _is_of_tool(section: str) -> bool:
    """Whether a section is one of a tool, ``tool:pytest``: of a slice or an address, ``host:port``, no register has the head."""
    head = section.partition(':')[0]
    return head == 'tool' or is_software(head)


def _may_be_installed(name: str) -> bool:
    """Whether registers have what a version is asked of, and it is no quantity that is compared: ``p-value <= 0.05``."""
    return is_software(name.lower())


def is_error_number(text: str) -> bool:
    """Whether what looks like an option is the negative number of an error."""
    return _ERROR.fullmatch(text) is not None


_REMARK_FOR_TOOL = re.compile(
    r'(?:\#[ ]|(?://|/\*|<!--)[ ]?)(@[a-z][\w-]*[a-z]|([a-z]+)(?:-[a-z]+)+|noqa|nosec|nolint'
    r'|([a-z]+):[ ]?(?:ignore|disable|enable|off|on|skip))(?:[ ]?(?:-->|\*/))?'
)
"""A remark that a tool reads: ``// deno-fmt-ignore``, ``# noqa``, ``# type: ignore``."""

_FOR_TOOLS = frozenset('disable enable expect fmt ignore mypy nocheck pragma skip type'.split())  # noqa: SIM905


def _is_of_tool_for_code(remark: re.Match[str]) -> bool:
    """Whether a remark is for a tool: what it says, or by what it begins, which is no word of English."""
    head = remark[2] or remark[3]
    return not head or is_coined(head) or is_software(head) or not _FOR_TOOLS.isdisjoint(re.split('[-:]', remark[1]))


_NO_ITEMS = frozenset({'else', 'false', 'null', 'off', 'true', 'yes'})
_ITEM = re.compile(r'[A-Z]{2,20}(?:_[A-Z0-9]{1,20}){0,5}|[A-Z][a-z]+(?:-[A-Z][a-z]+)*')


def _listed(text: str) -> list[tuple[str, str]]:
    """The names of a list: words in capitals (``GET, OPTIONS``), or fields of a header (``Accept, User-Agent``)."""
    items = text.split(', ')
    words = {item.lower() for item in items}
    if len(items) < 2 or not all(map(_ITEM.fullmatch, items)) or words & (SearchEnglish.stopwords | _NO_ITEMS):
        return []
    if all(map(str.isupper, items)):
        return [(item, '') for item in items]
    return [(item, 'header') for item in items] if any(map(is_header_field, items)) else []


def _of_language(text: str) -> list[tuple[str, str]]:
    """An operator of C++, or a keyword of Clojure."""
    keyword = _KEYWORD.fullmatch(text)
    return [(text, 'method')] if _OPERATOR.fullmatch(text) else [(keyword[1], 'key')] if keyword else []


def forms_of_literal(text: str) -> list[tuple[str, str]]:
    """What has a form that few other things have: a key with its value, a statement, a type with its size, a scheme."""
    if match := _ERROR.fullmatch(text):
        return [(match[1], '')]
    if (match := _REMARK_FOR_TOOL.fullmatch(text)) and _is_of_tool_for_code(match):
        return [(match[1], '')]
    if known := _of_language(text) or _listed(text):
        return known
    if match := _KEYED.fullmatch(text):
        return [(match[1], 'key')]
    if is_statement(text):
        return [(_CONDITION.sub('', text), 'command')]
    if _WITH_GAP.fullmatch(text) and text.rpartition('.')[2] not in file_extensions():
        return [(text, 'key')]
    if match := _PAGE.fullmatch(text):
        return [(match[1], 'file')]
    if column := type_of_column(text):
        return [(column, 'type')]
    if (match := _SECTION.fullmatch(text)) and (':' not in text or _is_of_tool(match[1])) and match[1] not in _LEFT_OUT:
        return [(match[1] or match[2], 'key')]
    if (match := _WITH_EXTRA.fullmatch(text)) and is_software(match[1].lower()):
        return [(text, 'installed')]
    if (match := _ENDING.fullmatch(text)) and match[1] in file_extensions():
        return [(match[1], 'file')]
    if match := _STATIC.fullmatch(text):
        return [(match[1], 'attribute')]
    if match := _TAG_WITH_ATTRIBUTE.fullmatch(text):
        return [(text, 'tag')]
    if is_clause(text):
        return [(text, 'syntax')]
    if _SCHEME.fullmatch(text):
        return [(text, 'scheme')]
    if (match := _REQUIREMENT.fullmatch(text)) and _may_be_installed(match[1]):
        return [(match[1], 'installed')]
    if (_NUMBERED_FILE.fullmatch(text) and is_file_name(text)) or _expands_to_files(text):
        return [(text, 'file')]
    if (
        len(text) > _SHORT_QUESTION
        and _OF_RUBY.fullmatch(text)
        and text[:-1].rpartition('.')[2] not in _ENDINGS_OF_NAMES
    ):
        return [(text, 'call')]
    if match := _INDEXED.fullmatch(text):
        key = match[2] or match[4] or match[5]
        return [(match[1] or match[3], ''), *([(key, 'key')] if is_strong(key) else [])]
    if _ARITY.fullmatch(text):
        return [(text, 'arity')]
    return _set_value(text)
