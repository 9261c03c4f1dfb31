"""The language of a block of which nobody says any, where the form of its lines tells it."""

from __future__ import annotations

import ast
import json
import keyword
import re
import warnings
from collections.abc import Iterator
from textwrap import dedent

from pygments.util import shebang_matches

from sphinx_kwindex.collect.subcommands import MANAGERS
from sphinx_kwindex.collect.tex import is_tex
from sphinx_kwindex.lexicon import is_capital_software, is_coined, is_common, is_in_dictionary, is_software
from sphinx_kwindex.posix import UTILITIES
from sphinx_kwindex.shapes import sets_variable

_LONGEST = 20_000
"""Characters; a longer block is data."""
_FROM = re.compile(r'\s*+(?:#.*\n\s*+)*+FROM [\w./:@${}-]++(?: AS \w++)?[ \t]*+(?:\n|\Z)')
_INSTRUCTION = re.compile(
    r'^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR) ',
    re.MULTILINE,
)
"""https://docs.docker.com/reference/dockerfile/"""
_KEY = r'[\w./-]+|"[^"\n]+"|\'[^\'\n]+\''
_YAML_LINE = re.compile(rf'[ ]*+(?:(?:{_KEY}):(?:[ ].*)?|-(?: .*)?|\#.*|---|\.\.\.)?')
_YAML_OPENS = re.compile(rf'^([ ]*+)(?:- )?(?![A-Z])(?:{_KEY}):[ ]*+\n(?:\1[ ]+\S|\1- )', re.MULTILINE)
"""A key with nothing behind it, and what it holds on the next line: headers and settings have none, and in docstrings it
has a capital."""
_VARIABLE_LINE = re.compile(r'[ \t]*(?:(?:export )?([A-Z][A-Z0-9_]*)=(.*)|#.*)?')
_MOST_LINES = 60
_RUNS = re.compile(r'(?:sudo )?(?:[a-z][\w+-]*+(?:\.[\w+-]++)*+|\./[\w./-]++)(?= |\Z)')
_OPTION = re.compile(r' --?[A-Za-z][\w-]*+(?=[ =\n+,]|\Z)')
_QUOTED = re.compile(r'"[^"\n]*+"|\'[^\'\n]*+\'')
_GRAMMAR = re.compile(r' (?:the|is|are|an?|was|from|this|that|your?|please) ', re.IGNORECASE)
_SENTENCE = re.compile(r' (?:the|is|are|of|and|or|for|with|an?|was|not|in) |(?<![ .])[.:,;{}]\Z| = |\(\)')


def reads_as_sentence(text: str) -> bool:
    """Whether a line has words of English that no command or expression has."""
    return _GRAMMAR.search(text) is not None


def is_object_of_kubernetes(code: str) -> bool:
    """Whether a block begins as an object of Kubernetes does, which may have no key with others below it."""
    return code.startswith('apiVersion: ')


def is_json(code: str) -> bool:
    """Whether a block is an object or a list of JSON to a parser."""
    if code.lstrip()[:1] not in {'{', '['} or len(code) > _LONGEST:
        return False
    try:
        return isinstance(json.loads(code), dict | list)
    except (ValueError, RecursionError):
        return False


def parses(code: str) -> bool:
    """Whether a block is Python to Python's own parser."""
    try:
        with warnings.catch_warnings(action='ignore'):
            ast.parse(dedent(code))
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return True


def is_environment(code: str) -> bool:
    """Whether a block sets variables of the environment, and does nothing else."""
    lines = [_VARIABLE_LINE.fullmatch(line) for line in code.strip('\n').split('\n')]
    return all(lines) and any(line and line[1] and _is_of_environment(line[1], line[2]) for line in lines)


_OPTIONS = re.compile(r'([\'"])--?[A-Za-z](?:[\w-]*\w)?(?:[= ][^\'"\n]*)?\1')
"""What a variable hands on to a program: ``KUBELET_ARGS="--cluster-domain=kube.local"``."""


def _is_of_environment(name: str, value: str) -> bool:
    return sets_variable(name, value) or _OPTIONS.fullmatch(value.strip()) is not None


def hands_options_on(code: str) -> bool:
    """Whether a block sets variables to options of programs: it is none of Python, though it may parse."""
    return '-' in code and '(' not in code and _OPTIONS.search(code) is not None and is_environment(code)


_SERVER_LINE = re.compile(
    r'[ \t]*+(?:([a-z][a-z0-9_]*+)((?:[ \t](?:"[^"\n]*+"|\'[^\'\n]*+\'|[^;{}"\'\n])*+)?)[;{]|\}|)[ \t]*(?:#.*)?'
)
_SERVER_DIRECTIVES = frozenset(
    """
    aio alias allow autoindex break charset daemon default_type deny empty_gif etag events expires geo gunzip gzip hash http if
    include index internal ip_hash keepalive least_conn listen location map mirror pid random resolver return rewrite root
    satisfy sendfile server set ssi ssl stream stub_status try_files types upstream use user zone
    """.split()  # noqa: SIM905 (words to read)
)
"""Those of nginx that are one word, and others that begin like none: https://nginx.org/en/docs/dirindex.html."""
_OF_MODULES = re.compile(
    r'(?:access|add|auth|client|error|fastcgi|grpc|gzip|http2|keepalive|limit|log|open_file|proxy|real_ip|scgi|send|server|ssl'
    r'|sub|tcp|types|uwsgi|worker)_\w+'
)
"""What the names of its others begin with."""
_OF_LANGUAGES = frozenset({'if', 'include', 'return'})
_SERVER_VALUE = re.compile(r'[ \t].*(?:\$[a-z]|/|:\d)')
_OF_CODE = re.compile(r'(?<![ \t])[ \t]++[+*/-]?=(?![ \t]*/)|[\'"] ?\. |->')


def _whole_directives(lines: list[str]) -> Iterator[str]:
    """The lines, those that go on with the arguments of one directive as one."""
    begun = ''
    for line in lines:
        text = line.partition(' #')[0].strip()
        if not text or text.startswith('#'):
            continue
        begun = f'{begun} {text}' if begun else text
        if text.endswith((';', '{', '}')):
            yield begun
            begun = ''
    if begun:
        yield begun


def _configures_server(lines: list[str]) -> bool:
    """Whether each line is a directive of nginx or opens or closes a block of them, and one has a path or a variable."""
    matches = [_SERVER_LINE.fullmatch(line) for line in _whole_directives(lines)]
    told = [(match[1], match[2]) for match in matches if match and match[1]]
    return (
        all(matches)
        and all(
            (word in _SERVER_DIRECTIVES or _OF_MODULES.fullmatch(word)) and not _OF_CODE.search(value)
            for word, value in told
        )
        and any(_SERVER_VALUE.match(value) for word, value in told if word not in _OF_LANGUAGES)
    )


_INTERPRETERS = (
    ('(?:ba|da|z)?sh', 'bash'),
    (r'python[\d.]*', 'python'),
    ('perl', 'perl'),
    ('ruby', 'ruby'),
    ('node', 'javascript'),
    (r'php[\d.]*', 'php'),
)
"""What the first line of a script runs it with, and the language."""


def language_by_form(code: str) -> str:
    """An alias of Pygments: of files of settings and scripts all lines tell it, of programs one that no other language has.

    It is '' where the form tells nothing.
    """
    if len(code) > _LONGEST:
        return ''
    if code.startswith('#!'):
        return next((language for name, language in _INTERPRETERS if shebang_matches(code, name)), '')
    if _FROM.match(code):
        return 'docker' if _INSTRUCTION.search(code) else ''
    lines = code.strip('\n').split('\n')
    if all(_YAML_LINE.fullmatch(line) for line in lines):
        return 'yaml' if _YAML_OPENS.search(code) else ''
    if _configures_server(lines):
        return 'nginx'
    if form := _markup(code):
        return form
    if _SECTIONS.match(code) and all(map(_SECTION_LINE.fullmatch, lines)):
        return 'apacheconf'
    if _LONG_PROPERTY.search(code) and all(map(_PROPERTY_LINE.fullmatch, lines)):
        return 'properties'
    return 'bash' if _is_script(code) else 'tex' if is_tex(code) else _of_programs(code)


_TAGS = re.compile(
    r'\s*(?:<!DOCTYPE html\b|<(?:a|article|aside|audio|body|button|canvas|div|details|dialog|fieldset|footer|form|h[1-6]|head'
    r'|header|html|iframe|img|input|label|li|link|main|meta|nav|ol|p|script|section|select|span|style|svg|table|template'
    r'|textarea|ul|video)\b[^<>]*>)',
    re.IGNORECASE,
)
_XML = re.compile(r'\s*<\?xml ')


def _markup(code: str) -> str:
    """HTML or XML, where a block begins with a tag and ends with one."""
    if not code.rstrip().endswith('>') or '</' not in code:
        return ''
    if _XML.match(code):
        return 'xml'
    return 'html' if _TAGS.match(code) else 'xml' if _is_element(code) else ''


_OPENS_ELEMENT = re.compile(r'\s*<([A-Za-z][\w:.-]*)(?:\s[^<>]{0,400})?>\s*(?:\.\.\.\s*)?<[A-Za-z]')
_ELEMENT_LINE = re.compile(r'[ \t]*+(?:<.*>|<.*|[\w:.-]+=["\'].*|\.\.\.|[^<>{};=]*)')


def _is_element(code: str) -> bool:
    """Whether a block is one element of XML with others in it, from its first tag to the one that closes it."""
    opened = _OPENS_ELEMENT.match(code)
    if opened is None or not code.rstrip().endswith(f'</{opened[1]}>'):
        return False
    return all(map(_ELEMENT_LINE.fullmatch, code.splitlines()))


_SECTIONS = re.compile(
    r'\s*<(?:[a-z]+[^<>\n]*>[ \t]*\n(?:[^\n]*\n)?[ \t]*@[a-z_]+ '
    r'|(?:Directory|Files|If|IfModule|Limit|Location|Proxy|Require|VirtualHost)\w* )'
)
_SECTION_LINE = re.compile(r'[ \t]*+(?:</?[A-Za-z]\w*(?: [^<>\n]{1,80})?>|@?[A-Za-z][\w.-]*+(?: +[^<\s=].*)?|#.*|)')
"""Sections between tags, each line of which sets something: Apache's, and what Fluentd has of it."""
_PROPERTY_LINE = re.compile(r'[ \t]*+(?:[#!].*|[a-z][\w-]*+(?:\.[\w-]++)*+=.*)?')
_LONG_PROPERTY = re.compile(r'^[ \t]*+[a-z][\w-]*+(?:\.[\w-]++){2,}+=', re.MULTILINE)
"""A setting as Java writes it, with no blank before the sign: ``org.gradle.jvmargs=-Xmx1g``."""
_STATEMENTS = (
    (r'^#include [<"][\w./+-]+[>"][ \t]*$', 'cpp'),
    (r'^[ \t]*if (?:.*; )?err != nil \{$', 'go'),
    (r'^[ \t]*(?:pub(?:\([a-z]+\))? )?(?:async )?fn \w+(?:<[^>\n]*>)?\([^)\n]*\)(?: -> [^{\n]+)? \{', 'rust'),
    (r'^[ \t]*let mut \w|^use [a-z]\w*(?:::\w+)*::(?:\w+|\*|\{[\w:*, ]*\});$', 'rust'),
    (r'^[ \t]*(?:const|let|var) (?:\w+|\{[\w:, ]+\}) = (?:await )?require\([\'"]', 'js'),
    (r'^export (?:default|const|(?:async )?function) ', 'js'),
    (r'^import (?:type )?(?:[\w$*]+|\{[\w,$ ]+\})(?: as \w+)?(?:, \{[\w,$ ]+\})? from [\'"]', 'js'),
    (r'^import (?:static )?[a-z]\w*(?:\.\w+)*\.(?:[A-Z]\w*|\*);$', 'java'),
    (r'^using (?:static )?[A-Z]\w*(?:\.\w+)*;$', 'csharp'),
    (r'^defmodule [A-Z][\w.]* do$', 'elixir'),
    (r'^\{-# [A-Z_]{3,20} |^(?:data|newtype) (?:(?:family|instance) )?[A-Z]\w*[^=\n]* = [A-Z]', 'haskell'),
    (r'^(?:instance|class) [A-Z(][^\n:]*(?: ::[^\n:]*)? where$', 'haskell'),
    (r"^[a-z]\w*'? :: [^\n]*->|^import qualified [A-Z]", 'haskell'),
    (
        r'^(?:@\w+ )?(?:(?:private|suspend|inline|override) )*fun (?:<[^>\n]*> )?(?:\w+\.)?\w+\([^)\n]*\)(?:: [\w<>?, ]+)? [{=]',
        'kotlin',
    ),
    (r'^local (?:function \w+\(|\w+ = )', 'lua'),
    (
        r'^(?:find_package|target_link_libraries|add_executable|add_library|cmake_minimum_required|target_sources)\(',
        'cmake',
    ),
    (r'^-module\(\w+\)\.$', 'erlang'),
    (r'^\((?:ns|defn|defmacro) [\w.-]+', 'clojure'),
    (r'^(?:sealed |case )(?:class|trait) \w+|^[ \t]*def \w+(?:\[[^\]\n]*\])?\([^)\n]*\): [A-Z][\w\[\], ]* =', 'scala'),
    (r'^require(?:_relative)? [\'"][\w/-]+[\'"]$', 'ruby'),
    (r'^[ \t]*def (?:self\.)?\w+[?!]?(?:\([^)\n]*\))?\n[^\n]*\n[ \t]*end$', 'ruby'),
    (r'^[ \t]*(?i:INSERT INTO \w+ ?\(|CREATE TABLE \w|SELECT [^;\n]{1,200} FROM \w)[^;]{0,400};[ \t]*$', 'sql'),
    (r"^[ \t]*'[\w.-]+' => (?:\[|(?:true|false|null|\d{1,9}|'[^'\n]{0,200}'),)[ \t]*$", 'php'),
    (r'\A\s*<\?php\b|^use [A-Z]\w*(?:\\\w+)+(?: as \w+)?;$', 'php'),
)
_OF_LANGUAGE = [(re.compile(pattern, re.MULTILINE), language) for pattern, language in _STATEMENTS]
"""A line that programs of one language have and few other texts, the first that fits."""


_GO = re.compile(r'^func (?:\(\w* ?\*?\w+\) )?\w+\([^\n]*\{$', re.MULTILINE)
_OF_GO = re.compile(r' := |^package \w+$|^import (?:\(|")', re.MULTILINE)
"""What a program of Go has beside its functions, which other languages write alike."""


def _of_programs(code: str) -> str:
    if _GO.search(code) and _OF_GO.search(code):
        return 'go'
    return next((language for pattern, language in _OF_LANGUAGE if pattern.search(code)), '')


_ARGUMENT = re.compile(r'(?<= )(?:--?[A-Za-z][\w-]*|[~./]?\S*/\S*|"")')
_SURELY = 2
"""Options, paths and quoted strings behind a word of English that make a command of it: ``curl -L https://x.org``."""


_OF_ACTIONS = MANAGERS | {'bundle', 'docker', 'git', 'go', 'helm', 'kubectl', 'systemctl'}
"""Programs that are told to do one of these."""
_INSTALLS = re.compile(
    r' (?:add|apply|build|checkout|ci|clone|commit|create|delete|enable|exec|get|init|install|pull|push|remove|require|restart'
    r'|run|start|status|stop|sync|test|up|update|upgrade)(?: |\Z)'
)
"""What package managers and others are told: no sentence has these behind their names."""
_NO_ARGUMENTS = re.compile(r', |^ [\d.]+\Z| (?:[Ff]ailed|[Ss]ucceeded|[Dd]one)\Z')
_TELLS = re.compile(r'\S+ [a-z]+-[a-z]')
"""A command and a sub-command of several words: ``wpctl set-log-level D``."""
_REMARK = re.compile(r'(?<![ \t])[ \t]++# .*')


def _is_utility(command: str) -> bool:
    """Whether a word runs a utility of the shell, and is none that a sentence may begin with."""
    return command == 'cd' or (command in UTILITIES and not is_in_dictionary(command))


def _typed_lines(code: str) -> list[str]:
    """The lines of a script but for comments, each with those that continue it."""
    return [line for line in map(str.strip, code.replace('\\\n', ' ').splitlines()) if line and line[0] != '#']


def _is_script(code: str) -> bool:
    """Whether each line runs a command, and one gives it an option: ``systemctl start --no-block it``."""
    lines = [_REMARK.sub('', _QUOTED.sub('""', line)) for line in _typed_lines(code)]
    if not 0 < len(lines) <= _MOST_LINES:
        return False
    sure = False
    for line in lines:
        runs = _RUNS.match(line)
        if runs is None or keyword.iskeyword(runs[0]) or _SENTENCE.search(line):
            return False
        command = runs[0].removeprefix('sudo ')
        if _NO_ARGUMENTS.search(line, runs.end()):
            return False  # of an assembler, or a table
        if (command in _OF_ACTIONS and _INSTALLS.match(line, runs.end())) or _is_utility(command):
            sure = True
        elif is_common(command) and command not in UTILITIES and len(_ARGUMENT.findall(line)) < _SURELY:
            return False  # a message: "unknown option --foo"
    first = {line.partition(' ')[0] for line in lines}
    alone = len(first) == 1 and len(lines) > 1 and all(map(_TELLS.match, lines)) and is_coined(first.pop())
    return sure or alone or any(map(_OPTION.search, lines))


def runs_known(code: str) -> bool:
    """Whether each line of a script runs what is known as software, a utility, or something with several options or paths."""
    return all(
        (word := line.removeprefix('sudo ').partition(' ')[0]) in UTILITIES
        or is_software(word)
        or is_capital_software(word.capitalize())
        or len(_ARGUMENT.findall(line)) >= _SURELY
        for line in _typed_lines(code)
    )


_SUPERUSER = re.compile(r'[ \t]*(\[[\w@.: ~-]{0,40}[@/][^\]\n]{0,40}\] ?)?# (?=[A-Za-z./$])')
_SET_AND_RUN = re.compile(r'(?:[A-Z_][A-Z0-9_]*+=\S*+ )*+(.*)')
"""A command, behind the variables that are set for it."""


def is_of_superuser(code: str) -> bool:
    """Whether each line has the prompt of the superuser, and what stands behind it runs commands: ``# reconfigure -f it``.

    Behind what stands in brackets, ``[root@host ~]# ``, the sign begins no comment.
    """
    lines = [line for line in code.replace('\\\n', ' ').splitlines() if line.strip()]
    prompts = [_SUPERUSER.match(line) for line in lines]
    if prompts and prompts[0] and prompts[0][1]:
        return True
    if not all(prompts):
        return False
    typed = [
        found[1]
        for line, prompt in zip(lines, prompts, strict=True)
        if prompt and (found := _SET_AND_RUN.match(line, prompt.end()))
    ]
    runs = [_RUNS.match(line) for line in typed]
    coined = all(run and not is_in_dictionary(run[0]) for run in runs) and not any(map(_SENTENCE.search, typed))
    return (coined and any(map(_ARGUMENT.search, typed))) or _is_script('\n'.join(typed))


_SPAN = re.compile(r'(?<!`)`[^`\n]{1,80}`(?!`)')


def is_note(code: str) -> bool:
    """Whether a block is a text with inline code, as other dialects of Markdown indent what stands in a note."""
    lines = [line for line in code.splitlines() if line.strip()]
    return _SPAN.search(code) is not None and 2 * sum(map(reads_as_sentence, lines)) >= len(lines)


def is_fenced(code: str) -> bool:
    """Whether a block is one in fences: of a dialect of Markdown that indents them, where ours has a text set off."""
    code = code.strip()
    return code[:3] in {'```', '~~~'} and code.endswith(f'\n{code[:3]}') and code.count(code[:3]) > 1
