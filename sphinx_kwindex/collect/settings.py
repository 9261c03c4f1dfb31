"""Keys of configuration files, and those of their values that have the form of a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from pygments.token import Comment, Keyword, Literal, Name, Punctuation, String, Text, _TokenType

from sphinx_kwindex.collect.forms import reads_as_sentence
from sphinx_kwindex.collect.gotemplates import FILLED_IN, filled_in
from sphinx_kwindex.collect.named_values import named_values
from sphinx_kwindex.collect.tokens import Piece, is_a, lines_of, told_by_all
from sphinx_kwindex.collect.uses import firm_candidates
from sphinx_kwindex.posix import UTILITIES
from sphinx_kwindex.shapes import Candidate, is_file_name, is_strong

KEYED = frozenset({'YAML', 'JSON', 'TOML', 'INI', 'Properties', 'JSON-LD', 'JSON5', 'XML'})
"""Lexers, by name, of files that set values to keys."""
_DIRECTIVES: dict[str, tuple[_TokenType, ...]] = {
    'ApacheConf': (Name.Builtin, Name.Tag),
    'Nginx configuration file': (Keyword, Keyword.Namespace),
    'Caddyfile': (Keyword,),
}
DIRECTIVES = frozenset(_DIRECTIVES)
"""Lexers, by name, of files that are made of directives."""
_KEYS = (Name.Tag, Name.Attribute)
_CHAIN = re.compile(r'[\w.:-]*[\w.]')
_MARKS = '<>/=:"\' \t\n[]'
_LONGEST_VALUE = 200


def setting_candidates(pieces: Sequence[Piece], language: str) -> Iterator[Candidate]:
    """The keys and sections of a file in *language*, a lexer's name, and values that are names by their form."""
    if language == 'XML':
        properties = list(_properties(pieces))
        taken = {candidate.start for candidate in properties}
        return chain(properties, (other for other in _settings(pieces, language) if other.start not in taken))
    if language != 'YAML':
        return _settings(pieces, language)
    text = ''.join(piece.text for piece in pieces)
    start = pieces[0].start if pieces else 0
    given = {candidate.start: candidate for candidate in chain(named_values(text), _environment(text))}
    found = chain(_schema(text), filled_in(text), _kinds(text), _actions(text), given.values())
    whole = [candidate._replace(start=candidate.start + start) for candidate in found]
    return chain(whole, (other for other in _settings(pieces, language) if other.start - start not in given))


_PROPERTY_ELEMENT = re.compile(
    r'<(?:\w+:)?(?:property|param|init-param|option|setting)\s(?:[^<>]{0,200}\s)?(?:name|key)\s*=\s*["\']([A-Za-z][\w.-]+)["\']'
)


def _properties(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """What elements set by its name, as files of Spring, Hibernate and Maven do: ``<property name="it" value="1"/>``."""
    first = pieces[0].start if pieces else 0
    text = ''.join(' ' * len(piece.text) if is_a(piece.type, Comment) else piece.text for piece in pieces)
    for match in _PROPERTY_ELEMENT.finditer(text):
        yield Candidate(first + match.start(1), match[1], 'key')


_COORDINATE = re.compile(r'\s*([A-Za-z][\w.-]*\w)\s*')
"""What Maven knows a project by: https://maven.apache.org/pom.html#maven-coordinates."""
_COORDINATES = frozenset({'artifactId', 'groupId'})


def _settings(pieces: Sequence[Piece], language: str) -> Iterator[Candidate]:
    position, key = 0, ''
    while position < len(pieces):
        piece = pieces[position]
        if (
            language == 'XML'
            and key in _COORDINATES
            and piece.type is Text
            and (found := _COORDINATE.fullmatch(piece.text))
        ):
            yield Candidate(piece.start + found.start(1), found[1], 'package')
            position, key = position + 1, ''
            continue
        if piece.type is Keyword and language in {'TOML', 'INI'}:
            begin = position
            position, candidate = _section(pieces, position)
            yield from _quoted_in_section(pieces[begin:position])
        elif is_a(piece.type, Name.Constant) and language == 'YAML':
            yield from _placed(piece)  # a line of a block scalar
            position += 1
            continue
        elif any(is_a(piece.type, kind) for kind in _KEYS) or (piece.type is Name and language == 'TOML'):
            position, candidate = _key(pieces, position)
        elif is_a(piece.type, String) or is_a(piece.type, Literal.Scalar):
            begin = position
            position, candidate = _value(pieces, position)
            if key in _NAMING_SORTS and (sort := _SORT.fullmatch(piece.text.strip('"\''))):
                candidate = Candidate(piece.start + piece.text.index(sort[0]), sort[0], 'instruction')
            elif key in _NAMING_GROUPS and (group := _GROUP.fullmatch(piece.text.strip('"\' \n'))):
                candidate = Candidate(piece.start + piece.text.index(group[0]), group[0], 'instruction')
            if candidate is None:
                yield from _within(pieces[begin:position])
        else:
            position, candidate = position + 1, None
        if candidate is not None:
            key = candidate.name if candidate.hint == 'key' else key
            yield candidate


_NAMING_GROUPS = frozenset({'apiVersion', 'apiGroup'})
_GROUP = re.compile(r'[a-z]+/v\d+(?:(?:alpha|beta)\d+)?')
"""A group of Kubernetes' own, with its version: ``batch/v1``."""
_NAMING_SORTS = frozenset({'controller', 'driver', 'provisioner', 'type'})
_SORT = re.compile(r'(?:[a-z][a-z0-9-]*\.)+[a-z]{2,}/[a-z][a-z0-9.-]*')
"""A sort of things with the host of whom it belongs to: ``type: kubernetes.io/service-account-token``."""
_USES = re.compile(r'^[ -]*uses:[ ]*["\']?([\w.-]+(?:/[\w.-]+)+)@', re.MULTILINE)
"""An action of a workflow: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax."""


def _actions(text: str) -> Iterator[Candidate]:
    return (
        Candidate(match.start(1), match[1], 'file' if is_file_name(match[1]) else 'installed')
        for match in _USES.finditer(text)
    )


_KIND = re.compile(r'kind:[ ]*["\']?([A-Z]\w*)')


def _kinds(text: str) -> Iterator[Candidate]:
    """Of which kind an object of Kubernetes is: https://kubernetes.io/docs/concepts/overview/working-with-objects/."""
    told: Candidate | None = None
    versioned = False
    for at, line in lines_of(text):
        if line.startswith('---'):
            told, versioned = None, False
        elif line.startswith('apiVersion:'):
            versioned = True
        elif match := _KIND.match(line):
            told = Candidate(at + match.start(1), match[1], 'typed')
        if told and versioned:
            yield told
            told, versioned = None, False


_ENVIRONMENT = re.compile(r'([ ]*(?:- )?)(env|environment|variables):[ ]*(?:&\w+[ ]*)?(?:#.*)?')
_VARIABLE_SET = re.compile(r'[ ]*(?:-[ ]+name:[ ]+|-[ ]+)?["\']?([A-Z][A-Z0-9_]*)(?=["\']?(?:[ ]*[:=]|[ ]*(?:#.*)?\Z))')


def _environment(text: str) -> Iterator[Candidate]:
    """The variables of the environment that a container or a job is given: below ``env``, by key or by ``name``."""
    depth, first, listed = -1, -1, True
    for at, ended in lines_of(text):
        line = ended.rstrip('\r\n')
        stripped = line.lstrip(' ')
        if not stripped or stripped.startswith('#'):
            continue
        here = len(line) - len(stripped)
        if opened := _ENVIRONMENT.fullmatch(line):
            depth, first, listed = len(opened[1]), -1, opened[2] != 'variables'
            continue
        if depth < 0 or here < depth or (here == depth and not stripped.startswith('- ')):
            depth = -1
            continue
        first = here if first < 0 else first
        if here == first and (listed or not stripped.startswith('- ')) and (found := _VARIABLE_SET.match(line)):
            yield Candidate(at + found.start(1), found[1], 'envvar')


_SCHEMA = re.compile(
    r'^[ \t]*\[(?: (?:- )?([A-Za-z_][\w.-]*):(?: |(?=\n[ \t]*(?:\#.*\n[ \t]*)?\[ ))|(?:- )?([A-Za-z_][\w.-]*): ?<)',
    re.MULTILINE,
)


def _schema(text: str) -> Iterator[Candidate]:
    """Keys that a reference sets in brackets since they may be left out: ``[ limit: <int> | default = 0 ]``."""
    for match in _SCHEMA.finditer(text):
        at = match.lastindex or 1
        yield Candidate(match.start(at), match[at], 'key')


_OF_SERVER = re.compile(r'\$([a-z]\w+)|\{([a-z]\w*(?:\.\w+)+)\}')
"""A variable of nginx, and a placeholder of Caddy: ``{err.status_code}``."""


_FIELD = re.compile(r'[A-Z][A-Za-z0-9]*(?:-[A-Z0-9][A-Za-z0-9]*)*')
"""Where the field of a header is set: ``proxy_set_header X-Forwarded-Proto $scheme``."""


_OF_GRAMMAR = frozenset({'break', 'if', 'return'})


def directive_candidates(pieces: Sequence[Piece], language: str) -> Iterator[Candidate]:
    """The directives of a server's configuration."""
    kinds = _DIRECTIVES[language]
    set_before = ''
    for piece in pieces:
        if set_before.endswith('_header') and is_a(piece.type, String):
            set_before = ''
            if field := _FIELD.fullmatch(piece.text.strip()):
                yield Candidate(piece.start + piece.text.index(field[0]), field[0], 'header')
                continue
        name = piece.text.strip(_MARKS)
        if (
            name
            and name not in _OF_GRAMMAR
            and not piece.text.startswith('</')
            and any(is_a(piece.type, kind) for kind in kinds)
        ):
            yield Candidate(piece.start + piece.text.index(name), name, 'key')
            set_before = name
        elif is_a(piece.type, Name.Variable):
            for variable in _OF_SERVER.finditer(piece.text):
                at = variable.lastindex or 0
                yield Candidate(piece.start + variable.start(at), variable[at], 'sigil' if at == 1 else 'identifier')
        elif is_a(piece.type, String) or is_a(piece.type, Text):
            yield from _of_argument(piece, set_before)


_OF_APACHE = re.compile(r'%\{(?:([A-Z][A-Z_]+)|HTTP:([A-Z][\w-]+))\}')
"""A variable of the server, or a field of the request: https://httpd.apache.org/docs/current/expr.html#vars."""
_SETTING_HEADERS = frozenset({'Header', 'RequestHeader'})


def _of_argument(piece: Piece, directive: str) -> Iterator[Candidate]:
    """What an argument of a *directive* names: variables and fields of a request, an option, a file."""
    text = piece.text.strip()
    start = piece.start + piece.text.index(text)
    if _SWITCH.fullmatch(text):
        yield Candidate(start, text.partition('=')[0], 'option')
    elif directive in _SETTING_HEADERS and '-' in text and _FIELD.fullmatch(text):
        yield Candidate(start, text, 'header')
    elif '%{' in text:
        for match in _OF_APACHE.finditer(text):
            at = 1 if match[1] else 2
            yield Candidate(start + match.start(at), match[at], 'instruction' if match[1] else 'header')
    else:
        yield from (found for found in _placed(piece) if found.hint in {'file', 'identifier', 'mime'})


def _placed(piece: Piece) -> Iterator[Candidate]:
    for found in firm_candidates(piece.text):
        yield found._replace(start=piece.start + found.start)


_IN_VALUES = frozenset({'option', 'identifier', 'call', 'file', 'envvar'})


def _within(value: Sequence[Piece]) -> Iterator[Candidate]:
    """What a value of several words holds that plainly is a name: the options of a command, what an expression asks for."""
    text = FILLED_IN.sub(lambda template: ' ' * len(template[0]), ''.join(piece.text for piece in value))
    if value and len(text) <= _LONGEST_VALUE and not reads_as_sentence(text):
        for found in firm_candidates(text):
            if found.hint in _IN_VALUES:
                yield found._replace(start=value[0].start + found.start)


def _section(pieces: Sequence[Piece], position: int) -> tuple[int, Candidate | None]:
    """``[tool.ruff]``: all up to the end of the line."""
    start, text = pieces[position].start, ''
    while position < len(pieces) and '\n' not in pieces[position].text and not is_a(pieces[position].type, Comment):
        text += pieces[position].text
        position += 1
        if text.endswith(']'):
            break
    name = text.strip(_MARKS).partition('."')[0].partition(".'")[0]  # behind it stands what the author of the file has
    if not name or not text.startswith('['):
        return max(position, 1), None
    return position, Candidate(start + text.index(name), name, 'key')


_QUOTED_KEY = re.compile(r'"([a-z][\w-]*(?:\.[\w-]+)+)"')


def _quoted_in_section(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """What the head of a section has in quotation marks since it has dots: ``[plugins."io.containerd.grpc.v1.cri"]``."""
    for match in _QUOTED_KEY.finditer(''.join(piece.text for piece in pieces)):
        yield Candidate(pieces[0].start + match.start(1), match[1], 'string')


def _key(pieces: Sequence[Piece], position: int) -> tuple[int, Candidate | None]:
    piece = pieces[position]
    text, position = piece.text, position + 1
    while position + 1 < len(pieces) and pieces[position].text == '.' and is_a(pieces[position + 1].type, Name):
        text += '.' + pieces[position + 1].text
        position += 2
    path = text.startswith('/') and text[1:2].isalnum()  # of YAML: those of XML begin with "</"
    name = _NUMBER_OF_VALUE.sub('', text.strip(_MARKS.replace('/', '') if path else _MARKS))
    if not name.strip('<}') or text.startswith('</') or name.startswith('xmlns') or reads_as_sentence(name):
        return position, None
    return position, Candidate(piece.start + text.index(name), name, 'file' if path else 'key')


_NUMBER_OF_VALUE = re.compile(r'(?<=[A-Za-z_]{3})\.\d{1,3}\Z')
"""The number of one of several values: ``ssl.versions.1``."""
_PLAIN_LINE = re.compile(
    r'[ \t]{0,20}(?:#.*|([a-z][a-z0-9]*(?:-[a-z0-9]+)*) (?:\d+[a-z]{0,2}|yes|no|on|off|true|false|"[^"\n]*"|/\S+)(?: .*)?)?'
)
_SPACED_LINE = re.compile(
    r'[ \t]{0,20}(?:[#;].*|(?!(?:bool|char|const|double|final|float|int|let|local|long|mut|static|string|val|var) )'
    r'([a-z][a-z0-9]*(?: [a-z0-9]+){1,6})[ \t]{0,9}=[ \t]{0,9}(\S.*))?'
)
_SPACED = 2
"""Blanks in the longest name of a block of settings, or settings, from which on no sentence has an equals sign."""


def _files(value: str) -> Iterator[Candidate]:
    return (each for each in firm_candidates(value) if each.hint == 'file')


def spaced_settings(code: str) -> list[Candidate]:
    """The settings of a block without sections whose names have blanks: ``rgw crypt vault addr = http://it:8200``."""
    found: list[Candidate] = []
    values: list[Candidate] = []
    told = False
    for start, match in told_by_all(_SPACED_LINE.fullmatch, code):
        if match.string.endswith(';'):
            return []
        if match[1]:
            found.append(Candidate(start + match.start(1), match[1], 'key'))
            values += (
                each._replace(start=start + match.end(1) + each.start) for each in _files(match.string[match.end(1) :])
            )
            told = told or bool(match[2].strip(' .0123456789'))  # no result
    longest = max([len(found), *(each.name.count(' ') for each in found)])
    return [*found, *values] if told and longest >= _SPACED else []


def plain_settings(code: str) -> list[Candidate]:
    """The settings of a block of which each line sets one, without a sign between name and value: ``tls-port 6379``.

    Nothing where one line does not, where there is but one, or where no name has a hyphen, and a value that is no path or
    the first word of another: commands have paths behind them, ``ssh-add /path/to/it``.
    """
    found, told = [], False
    for start, match in told_by_all(_PLAIN_LINE.fullmatch, code):
        if match[1] in UTILITIES:
            return []
        if match[1]:
            found.append(Candidate(start + match.start(1), match[1], 'key'))
            told = told or ('-' in match[1] and match.string[match.end(1) + 1] != '/')
    heads = Counter(each.name.partition('-')[0] for each in found if '-' in each.name)
    return found if len(found) > 1 and (told or max(heads.values(), default=0) > 1) else []


_EXTERNAL = re.compile(r'ext://([a-z]\w*(?:\.\w+)+)')
"""An object that settings name: https://docs.python.org/3/library/logging.config.html#access-to-external-objects"""
_SWITCH = re.compile(r'-(?:-[a-z][\w-]{1,40}|[a-z](?=[a-z-]{0,30}[aeiou])[a-z-]{3,40}|[fmW][a-z][\w-]{2,40})(?:=\S*)?')
"""An option of a program that stands by itself: ``-threaded`` among the options of a compiler."""


_ACTION = re.compile(r'[a-z][a-z0-9-]{1,30}:[A-Z][a-z]+(?:[A-Z]\w*)+')
"""What a policy allows: https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html."""
_HOSTED = re.compile(
    r'((?:[a-z][a-z0-9-]*\.)+[a-z]{2,6}/(?:[\w.-]+(?:/[\w.-]+)*(?=(?P<version> v\d+\.\d+\.\d[\w.+-]*))|(?:[a-z]\w*\.)+[A-Z]\w+))'
    r'(?(version) v\S+)'
)
"""A module of Go with its version (https://go.dev/ref/mod#go-mod-file-require), the type of a message by its address
(https://protobuf.dev/programming-guides/proto3/#any)."""
_VERSIONED = re.compile(r'(?:[a-z][a-z0-9-]*\.)+[a-z0-9]+/v\d+(?:(?:alpha|beta)\d+)?')
"""A group of an interface, with its version: https://kubernetes.io/docs/reference/using-api/#api-groups."""


def _value(pieces: Sequence[Piece], position: int) -> tuple[int, Candidate | None]:
    """A value, or a key that is quoted and of several tokens."""
    first = begin = position
    quote = pieces[begin].text[:1] if pieces[begin].text[:1] in {'"', "'"} else ''
    while position < len(pieces) and '\n' not in pieces[position].text:
        piece = pieces[position]
        blank = bool(quote) and not piece.text.strip()
        if not (blank or is_a(piece.type, String) or is_a(piece.type, Literal.Scalar)):
            break
        position += 1
        if quote and piece.text.endswith(quote) and (position > begin + 1 or len(piece.text) > 1):
            break
    position = max(position, begin + 1)
    text = ''.join([piece.text for piece in pieces[begin:position]])
    name = text.strip(_MARKS)
    after = pieces[position] if position < len(pieces) else None
    if not name or len(name) > _LONGEST_VALUE:
        return position, None
    start = pieces[first].start + text.index(name)
    if after is not None and is_a(after.type, Punctuation.Indicator) and after.text == ':':
        return position, Candidate(start, name, 'key')
    if external := _EXTERNAL.fullmatch(name):
        return position, Candidate(start + external.start(1), external[1], 'string')
    if _SWITCH.fullmatch(name):
        return position, Candidate(start, name.partition('=')[0], 'option')
    if _VERSIONED.fullmatch(name) or _ACTION.fullmatch(name):
        return position, Candidate(start, name, 'instruction')
    if hosted := _HOSTED.fullmatch(name):
        return position, Candidate(start, hosted[1], 'import' if hosted['version'] else 'type')
    if is_file_name(name) and _CHAIN.fullmatch(name):
        return position, Candidate(start, name, 'file')
    if is_strong(name) and _CHAIN.fullmatch(name):
        return position, Candidate(start, name, 'string')
    return position, None
