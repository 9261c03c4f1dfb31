"""Names in inline code: the whole of a literal, or what of it has the form of a name."""

from __future__ import annotations

import re
from keyword import kwlist

from sphinx_kwindex.collect.attributes import attribute_candidates
from sphinx_kwindex.collect.chains import ARTIFACT, RECEIVERS
from sphinx_kwindex.collect.http import METHODS
from sphinx_kwindex.collect.judging import variable_hint
from sphinx_kwindex.collect.literal_forms import BASIC_TYPES, forms_of_literal, is_error_number
from sphinx_kwindex.collect.option_values import setting_behind
from sphinx_kwindex.collect.prose import prose_candidates
from sphinx_kwindex.collect.signatures import call_names, signature_names
from sphinx_kwindex.collect.slashed import SLASHED
from sphinx_kwindex.collect.subcommands import (
    ALONE,
    INSTALLING,
    MANAGERS,
    PAIR,
    SECOND,
    TRIPLE,
    TYPED,
    has_subcommands,
    is_pair,
    may_be_subcommand,
    may_be_third,
    subcommands_within,
)
from sphinx_kwindex.lexicon import is_coined, is_software
from sphinx_kwindex.posix import UTILITIES
from sphinx_kwindex.shapes import (
    MAX_NAME,
    WEAK_HINTS,
    file_extensions,
    is_camel,
    is_capitalised,
    is_file_name,
    is_mime_type,
    is_strong,
    keys_of_value,
    sets_variable,
)


def _option_value(text: str, option: str) -> list[tuple[str, str]]:
    """The one word that an option carries, ``-X importtime``, where its form is a name's; a long one has other values."""
    value = text[len(option) :].strip().partition('=')[0]
    if setting := setting_behind('', option, text[len(option) :].lstrip()):
        return [(setting, 'key')]
    if option in {'-e', '--env'} and _CAPITALS.fullmatch(value):
        return [(value, 'envvar')]
    if _DEVICE.fullmatch(value):
        return [(value, 'file')]
    formed = (_LONG_VALUE if option.startswith('--') else _SHORT_VALUE).fullmatch(value)
    return [(value, 'value')] if formed else []


_CAPITALS = re.compile(r'[A-Z][A-Z0-9_]+')
_DEVICE = re.compile(r'/(?:dev|proc|sys)(?:/[\w.-]+)+')
"""What a system has, and no reader of his own: ``--device /dev/fuse``."""
_SHORT_VALUE = re.compile(r'[a-z][a-z0-9_]+(?:-[a-z0-9]+)*')
_LONG_VALUE = re.compile(r'[a-z][a-z0-9]+(?:[_-][a-z0-9]+)+')
_OF_CLASS = re.compile(r'((?=\w*[a-z])[A-Z]\w*(?:(?:::|\.|\\)[A-Z]\w*)*#[a-z_]\w*[?!]?)(?:\(.*\))?')
"""A method as Ruby, Java and PHP write it in texts: ``Array#map``."""
_ASSIGNED = re.compile(r'([^\W\d](?:[\w.:-]*[\w-])?)=\S*')
_OPTION = re.compile(
    r'(-XX:[+-]?[A-Z]\w+|--[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*'
    r'|-[A-Z][\w-]*(?:\.[A-Za-z][\w-]*)*'
    r'|-[a-z][\w-]+(?:\+\+[a-z]*)?(?:\.[A-Za-z][\w-]*(?<!inf)(?<!nan)(?<!min)(?<!max)(?<!\.so))*'
    r'|-[a-z0-9]|\+[a-z][a-z0-9_]{2,30}(?==))(?:(?:[ =:\[]|/(?=-)).*)?',
    re.DOTALL,
)
"""With dots as well, ``-test.run``, but for what a minus stands before: ``-math.inf``."""
_MORE_OPTIONS = re.compile(r'[\s,/|](--?[A-Za-z][\w-]*)(?![\w-])')
_VARIABLE = re.compile(r'\$\{?([A-Za-z_]\w*)\}?|%([A-Za-z_]\w*[A-Za-z0-9])%')
"""Between signs of percent no two parts of a date stand: ``%S_%f``."""
_FAMILY = re.compile(r'[@~!.]*(\w*(?:\*(?!\*)\w*){1,3})(?:\(\))?')
"""A family of names, with a star for what differs: ``pr_*_once()``, ``PYTHON*``."""
_PLAIN = re.compile(r'[@~!.:\\]*([^\W\d](?:[\w.:+#\\-]*[\w+#])?):?')
_PATH = re.compile(r'(?:[~.]{0,2}|\$\w+|%\w+%|\$\{\w+\})/?[\w.+@*{}<>-]+(?:/[\w.+@*{}<>\[\]$-]*)+')
_FILLED_PATH = re.compile(r'\{([A-Z]+(?:_[A-Z0-9]+)+)\}/(?:[\w.-]+/)*([\w.-]+)/?')
"""A path below a folder that a variable names in braces, and its last step."""
_STEP = re.compile(r'~?/[\w.-]*[A-Za-z][\w.-]*')
_DOTFILE = re.compile(r'\.[a-z][a-z0-9]*(?:rc|ignore|[-_][\w.-]*\w)')
"""``/etc``, ``~/.config``; ``.vimrc``, ``.pytest_cache``: after the dot of an attribute no name looks so."""
_SCOPED = re.compile(r'@[a-z0-9][\w.-]*/[a-z0-9][\w.-]*')
"""A package of npm: https://docs.npmjs.com/about-scopes."""
_PROTOCOL = re.compile(r'[A-Z]{2,8}/[0-9](?:\.[0-9]+)?|[A-Z]/[A-Z]')
_CHAIN = re.compile(r'[\w.:-]+')
_QUOTED = re.compile(r'([\'"])(.+)\1')
_DECORATED = re.compile(r'@([^\W\d][\w.]*)')
_VERSION = re.compile(r'v?\d+(?:\.\d+)*\w*')
_HEADER = re.compile(r'([A-Z]\w*(?:-[A-Z]\w*)+)(?::(?: .*)?)?|([A-Z][a-z]+): ?([^:\s\[].*)')


def literal_candidates(text: str) -> list[tuple[str, str]]:
    """The names in one piece of inline code, the whole of it first, each with its hint.

    A literal of one token is a name whatever its form; of a longer one only what has the form of a name is kept.
    """
    text = _LINE_END.sub('', ' '.join(text.split()))
    if header := _INCLUDED.fullmatch(text):
        return [(header[1], 'file')]
    if text.startswith('#') and (attributes := attribute_candidates(text)):
        return attributes
    if _CONTROL_WORDS.fullmatch(text):
        return [(word, 'macro') for word in text.split('\\')[1:]]
    if element := _element(text):
        return [(element, 'tag')]
    if declared := _DECLARED.fullmatch(text):
        return [(declared[2], _DECLARING[declared[1]])]
    if requested := _REQUESTED.fullmatch(text):
        return [(requested[1], ''), *(_whole_literal(requested[2]) if requested[2].count('/') > 1 else [])]
    if imported := _IMPORT.fullmatch(text):
        return [(f'{imported[1]}.{imported[2]}' if imported[1] else imported[2], 'import')]
    if len(text) <= MAX_NAME and (typed := _generic(text)):
        return typed
    if signature := signature_names(text):
        return signature
    if len(text) <= MAX_NAME and '.<' in text and (gapped := forms_of_literal(text)):
        return gapped
    if _TEMPLATED.fullmatch(text) and (called := call_names(text)):
        return called
    if not text or len(text) > 4 * MAX_NAME or _GAP.search(text) or _ESCAPES.fullmatch(text):
        return []
    if pointed := _POINTED_AT.fullmatch(text):
        text = pointed[1]  # *args, *bytes.Buffer
    text = _RECEIVER.sub('', text)
    if whole := _whole_literal(text):
        return whole
    if ' ' in text and _SPACED_PATH.fullmatch(text):
        return [(text, 'file')]
    if _DRIVE.match(text) and _FILLED_IN.search(text):
        return []
    if quoted := _QUOTED.fullmatch(text):
        return [(quoted[2], 'string')] if is_strong(quoted[2]) and _CHAIN.fullmatch(quoted[2]) else []
    return [
        *_command_lines(text),
        *_long_words(text),
        *((c.name, c.hint) for c in prose_candidates(text) if c.hint not in WEAK_HINTS),
    ]


_POINTED_AT = re.compile(r'(?:\*{1,3}|&(?=\w+\.))([^\W\d]\w*(?:\.[^\W\d]\w*)?)')
_RECEIVER = re.compile(rf'\A(?:{"|".join(map(re.escape, sorted(RECEIVERS)))})(?:\.|->)(?=[^\W\d])')
"""The object at hand, which is no part of the name of what it has: ``self.get_response``."""
_SPACED_PATH = re.compile(r'(?:~|[A-Za-z]:|%\w+%|(?=/))(?:[/\\](?=[\w.])[\w.-]+(?: [A-Z][\w.-]*+(?=[/\\]))*+)++[/\\]?')
"""A path with blanks in its steps: ``~/Library/Application Support/it``."""
_DRIVE = re.compile(r'[A-Za-z]:\\')
_FILLED_IN = re.compile(r'<[\w ]+>')
_INCLUDED = re.compile(r'<([\w.+-]+(?:/[\w.+-]+)*\.h(?:pp|xx|h)?)>')
_ELEMENT = re.compile(r'</?(?:([A-Z]\w*[a-z]\w*)|(([a-z]+):[a-z][\w-]*))(?:\s[^<>]*)?/?>')
"""An element that somebody defined, those of HTML are written small, as are words to be filled in; or one of a namespace."""


def _element(text: str) -> str:
    """The name of an element; in one of a namespace registers have what stands first, as in no route: ``<svelte:window>``."""
    element = _ELEMENT.fullmatch(text)
    if element is None:
        return ''
    return element[1] or (element[2] if is_software(element[3]) else '')


_DECLARING = {
    'struct': 'type',
    'union': 'type',
    'enum': 'type',
    'trait': 'type',
    'class': 'class',
    'interface': 'class',
    'def': 'function',
    'func': 'function',
    'function': 'function',
}
_DECLARED = re.compile(rf'({"|".join(_DECLARING)}) ([^\W\d][\w.:]*\w)(?: ?\*)?')
"""What a declaration names by its keyword: ``struct sockaddr_in``."""
_IMPORT = re.compile(r'(?:from ([\w.]+) )?import ([\w.]+)')
_REQUESTED = re.compile(rf'({METHODS}) (/[^\s?]*)(?:\?\S*)?')
"""What is asked of a server: ``GET /users``."""
_LINE_END = re.compile(r'(?<=[A-Za-z])\\r\\n\Z')
"""What ends a line of a protocol: ``PING\\r\\n``."""
_ESCAPES = re.compile(r'(?:\\(?:[a-z0]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}))+')
"""``\\r\\n``"""
_CONTROL_WORDS = re.compile(r'(?:\\[a-z@]{2,})+|\\[a-z][A-Za-z@]+')
"""Of TeX."""
_TEMPLATED = re.compile(r'[a-z]\w*\((?=[^<]*(?:\w::\w+|: ?[A-Z]\w+|(?<![\w<])[A-Z][a-z]\w+)<)[\w<>:,&*?|\[\]. ]*\)')
"""A function with the types of its arguments, which have types of their own: ``values(std::initializer_list<T>)``."""
_GAP = re.compile(r'\w<[\w ]{1,40}>|(?<!::)<[\w ]{1,40}>\w')
"""A word of which a part is to be filled in: ``adapt_<type>field_value``."""
_GENERIC = re.compile(r'(?:\w+(?:::|\.))*+(?:[A-Z]\w*[^\W_]|(?<=::)\w*[^\W_]|[A-Z])(?:::)?')
_BEHIND_GENERIC = re.compile(r'(\(.*\))?[&*?]*')


def _generic(text: str) -> list[tuple[str, str]]:
    """A type with its parameters, and the names among these: ``Vec<T>``, ``std::vector<int>``, ``Map<String, List<Item>>``."""
    head, sign, rest = text.partition('<')
    if not sign or not _GENERIC.fullmatch(head) or (head.isupper() and len(head) > 1):
        return []
    depth, at = 1, 0
    while depth and at < len(rest):
        depth += (rest[at] == '<') - (rest[at] == '>')
        at += 1
    behind = _BEHIND_GENERIC.fullmatch(rest, at)
    if depth or behind is None or not _TYPE.search(rest[: at - 1]):
        return []
    inner = [(c.name, c.hint) for c in prose_candidates(rest[: at - 1]) if c.hint == 'identifier']
    return [(head.removesuffix('::'), 'call' if behind[1] else 'typed'), *inner]


_TYPE = re.compile(rf'(?:^|[&*,<\[( ])(?:[A-Z](?![A-Z_])|(?:\w+::)+\w|(?:{BASIC_TYPES}|[a-z]\w*_t)(?!\w))')
"""What a parameter of a type is, where a word to be filled in has small letters: ``Reader<name>``."""
_COMMAND_LINE = re.compile(r'([a-z][\w.+-]*(?::[a-z][\w-]*)*)((?: \S+)+)')
_PATH_LINE = re.compile(
    r'(?:\./([a-z][\w.-]*)|((?:\./)?(?:[a-z][\w.-]*/)*bin/[a-z][\w.-]*))(?: \S+)*? --?[A-Za-z][\w-]*(?:[ =].*)?'
)
"""A program that is run by its path, with an option: ``vendor/bin/it --version``."""
_SET_BEFORE = re.compile(r'(?:[A-Z_][A-Z0-9_]*=[^\s;(]* )+(?=[a-z./])')
_SET_VARIABLE = re.compile(r'(?<!\S)([A-Z_][A-Z0-9_]*)=\S* ')
"""A variable of the environment that is set for one command: ``PORT=8000 serve --now``."""
_JOINED_COMMANDS = re.compile(r' (?:&&|\|\|?) (?=[a-z])')
_RUNNERS = frozenset('bunx cargo composer conda npm npx pip pip3 pipx pnpm uvx yarn'.split())  # noqa: SIM905 (words to read)
"""What installs packages and runs what they bring, and is nothing else."""
_SCRIPT = re.compile(r'[\w./-]+\.(?:py|sh|rb|js|php|pl)')


def _run_by_path(text: str) -> list[tuple[str, str]]:
    """The program that a literal runs by its path, where it gives it an option."""
    path = _PATH_LINE.fullmatch(text)
    if path is None:
        return []
    here = path[1]
    return [(here, 'file' if is_file_name(here) else 'command')] if here else [(path[2], 'file')]


def _command_line(text: str) -> list[tuple[str, str]]:
    """The command that a literal of several words begins with, and the word behind it, which may be its sub-command.

    Where no option and no script follows, only the corpus can tell.
    """
    text = text.removeprefix('$ ')
    if text.startswith('sudo ') and not text.startswith('sudo sudo ') and (run := _command_line(text[len('sudo ') :])):
        return [('sudo', 'command'), *run]
    set_before = _SET_BEFORE.match(text)
    if set_before:
        variables = [(name, 'envvar') for name in _SET_VARIABLE.findall(set_before[0])]
        return [*variables, *_command_line(text[set_before.end() :])]
    match = _COMMAND_LINE.fullmatch(text)
    if match is None or match[1] in kwlist:
        return _run_by_path(text)
    command, words = match[1], match[2].split()
    sure = (
        command in _RUNNERS
        or re.search(r' --?[A-Za-z]', match[2])
        or _SCRIPT.fullmatch(words[0])
        or _is_utility(command, words[0])
    )
    if _SCRIPT.fullmatch(words[0]):
        words = words[1:]
    known = bool(words) and has_subcommands(command) and may_be_subcommand(words[0]) and not is_strong(words[0])
    first = 'command' if sure else 'first'
    if not known:
        return [(command, first)]
    pair = f'{command} {words[0]}'
    alone = text == pair and words[0].isalpha()
    told = ALONE if text == pair else TYPED if all(word[0] == '-' for word in words[1:]) else PAIR
    whole = [(pair, told)] if alone or (text.startswith(pair) and is_pair(words[0])) else []
    if len(words) > 1 and may_be_third(words[1]) and text.startswith(f'{pair} {words[1]}'):
        triple = f'{pair} {words[1]}'
        whole.append((triple, TRIPLE))
    if deep := subcommands_within(command, words):
        return [(command, 'command'), (deep, 'command')]
    return [(command, first), (words[0], SECOND), *whole, *_installed(command, words)]


def _installed(command: str, words: list[str]) -> list[tuple[str, str]]:
    """The packages that a command installs: ``sudo apt-get install libpq-dev``."""
    if command not in MANAGERS or words[0] not in INSTALLING or not _OF_SENTENCES.isdisjoint(words):
        return []
    return [(word, 'installed') for word in words[1:] if _PACKAGE.fullmatch(word) and not is_file_name(word)]


_OF_SENTENCES = frozenset('a all an and any it its or package packages that the this your'.split())  # noqa: SIM905
_PACKAGE = re.compile(r'@?[a-z][\w.+-]*(?:/[\w.-]+)?')


def _command_lines(text: str) -> list[tuple[str, str]]:
    """The same of command lines that are joined, ``a2ensite it && systemctl reload apache2``, and no conditions."""
    lines = _JOINED_COMMANDS.split(text)
    found = [_command_line(line) for line in lines if _RUNS.match(line)]
    if len(lines) == 1 or len(found) < len(lines) or not all(found):
        return _command_line(text)
    return [(name, 'command' if hint == 'first' else hint) for line in found for name, hint in line]


_RUNS = re.compile(r'[a-z][\w.+-]* [\w./~-]*[A-Za-z]')
"""A word, and behind it one that is no operator and no number."""
_OPTIONS_OF_VALUE = re.compile(r'(?<=[\'" ])--?[a-z][a-z-]*(?=[ ="\'])')
"""What a variable hands on in quotation marks: ``CLI_ARGS="-refresh=false"``."""


def _long_words(text: str) -> list[tuple[str, str]]:
    """Options of one dash and one word behind a command: ``tofu apply -force``."""
    found = [*_ONE_DASH.findall(text), *_ALSO_LONG.findall(text)] if _COMMAND_LINE.fullmatch(text) else []
    return [(option, 'option') for option in found]


_ALSO_LONG = re.compile(r'(?<= -\w/)--[a-z][\w-]*')
"""Behind the short form: ``it env -b/--bind``."""


_ONE_DASH = re.compile(
    r'(?<= )-(?:(?=[a-z]{0,30}[aeiou])[a-z]{4,31}(?:-[a-z]+)*|[fmW][A-Za-z][\w-]{2,40}|v{2,4})(?=[ =]|$)'
)


def _is_utility(command: str, argument: str) -> bool:
    """Whether a word that begins a literal is a utility of the shell: none of English, or with a path behind it."""
    return command in UTILITIES and (is_coined(command) or argument.startswith(('/', './', '~/')))


def _assigned(name: str, value: str) -> list[tuple[str, str]]:
    """What a literal sets, and what stands in the value: a name, options that are handed on, keys with values of their own."""
    return [
        (name, 'envvar' if sets_variable(name, value) else 'parameter'),
        *([(value, 'identifier')] if value.isidentifier() and is_strong(value) else []),
        *([(path[1], 'identifier')] if (path := _PATH_OF_CLASS.fullmatch(value)) else []),
        *((option, 'option') for option in _OPTIONS_OF_VALUE.findall(value)),
        *((key[1], 'key') for key in keys_of_value(value, 0) if name.isupper()),
    ]


_PATH_OF_CLASS = re.compile(r'[\'"]?((?:[a-z_]\w*\.)+[A-Z]\w*[a-z]\w*|(?:[a-z_]\w*\.){2,}(?=\w*_)[a-z_]\w*)[\'"]?')
"""An object of a module that a setting is given; of modules alone many are the reader's own."""


def _of_few(text: str) -> list[tuple[str, str]]:
    """What a slash, a class with its method or a decorator begins."""
    if (slashed := SLASHED.fullmatch(text)) and (is_camel(slashed[1][1:]) or is_camel(slashed[2])):
        return [(slashed[1], 'option'), *([(slashed[2], 'value')] if is_camel(slashed[2]) else [])]
    if match := _OF_CLASS.fullmatch(text):
        return [(match[1], 'method')]
    if match := ARTIFACT.fullmatch(text):
        return [(match[1], 'package')]
    if match := _DECORATED.fullmatch(text):
        # of Java and Kotlin, "``@Component``"; Python writes decorators small
        return [(match[1], 'annotation' if match[1][:1].isupper() else 'decorator')]
    return []


def _whole_literal(text: str) -> list[tuple[str, str]]:
    """The literal as one name, together with the names among its arguments."""
    if len(text) > MAX_NAME or _VERSION.fullmatch(text):
        return []
    if (match := _OPTION.fullmatch(text)) and not is_error_number(text):
        others = [(option, 'option') for option in _MORE_OPTIONS.findall(text, match.end(1))]
        return [(match[1], 'option'), *others, *([] if others else _option_value(text, match[1]))]
    if (match := _HEADER.fullmatch(text)) and (match[1] or not is_file_name(match[3])):
        value = match[3] or text[match.end(1) :].lstrip(': ') if match[1] or match[3] else ''
        told = 'mime' if is_mime_type(value) else 'value' if match[3] and is_capitalised(value) else ''
        return [(match[1] or match[2], 'header'), *([(value, told)] if told else [])]
    if match := _VARIABLE.fullmatch(text):
        return [(match[1] or match[2], variable_hint(match[1] or match[2]))]
    if known := _of_few(text) or forms_of_literal(text):
        return known
    if called := call_names(text):
        return called
    if match := _ASSIGNED.fullmatch(text):
        return _assigned(match[1], text[match.end(1) + 1 :])
    if _PROTOCOL.fullmatch(text):
        return [(text, 'acronym')]
    if is_mime_type(text):
        return [(text, 'mime')]
    if _SCOPED.fullmatch(text):
        return [(text, 'package')]
    if _STEP.fullmatch(text) or _DOTFILE.fullmatch(text):
        return [(text, 'file')]
    if match := _FILLED_PATH.fullmatch(text):
        return [(match[1], 'envvar'), *([(match[2], 'file')] if is_strong(match[2]) else [])]
    if _PATH.fullmatch(text) and any(map(str.isalpha, text)):
        names = [found[1] or found[2] for found in _VARIABLE.finditer(text)]
        return [
            (text if text.endswith('/') else text.removeprefix('./'), 'file'),
            *((name, variable_hint(name)) for name in names),
        ]
    if text.startswith('.') and ' ' not in text:
        first, joint, _rest = text[1:].partition('.')
        if is_file_name(text) or text == '.env' or (joint and first in {'env', 'tar'} and text.islower()):
            return [(text, 'file')]  # ".env.local" as well
        if text[1:] in file_extensions():
            return [(text[1:], 'file')]
    if (match := _FAMILY.fullmatch(text)) and sum(map(str.isalpha, text)) > 2:
        return [(match[1], '')]
    if match := _PLAIN.fullmatch(text):
        return [(match[1], 'file' if is_file_name(match[1]) or ':\\' in text else '')]
    return []
