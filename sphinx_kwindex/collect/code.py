"""Names in code blocks: which reader a block is for, by its language.

Pygments tells what each token is; the readers tell, from the place that a token has, what the code does with a name:
defines, imports, calls, inherits from, sets. Every candidate carries that as its hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from pygments.lexer import Lexer
from pygments.token import Error, Generic, Text

from sphinx_kwindex.collect.braced import braced_settings, keyed_lines, listed_settings, messages_in_text, nested_lines
from sphinx_kwindex.collect.builds import BUILDS
from sphinx_kwindex.collect.chains import Link, links
from sphinx_kwindex.collect.debuggers import debugger_candidates, is_debugging, traceback_candidates
from sphinx_kwindex.collect.devicetree import DEVICETREE, devicetree_candidates, is_devicetree
from sphinx_kwindex.collect.forms import (
    hands_options_on,
    is_environment,
    is_fenced,
    is_json,
    is_note,
    is_object_of_kubernetes,
    is_of_superuser,
    language_by_form,
    parses,
    runs_known,
)
from sphinx_kwindex.collect.gotemplates import GO_TEMPLATES, template_candidates
from sphinx_kwindex.collect.grammar import grammar_candidates
from sphinx_kwindex.collect.haproxy import haproxy_settings
from sphinx_kwindex.collect.haskell import haskell_candidates
from sphinx_kwindex.collect.heredocs import apart, files_within, may_hold_files, workflow_scripts
from sphinx_kwindex.collect.http import METHODS, http_candidates, message_candidates, request_candidates
from sphinx_kwindex.collect.jsx import JAVASCRIPTS, has_elements, without_texts
from sphinx_kwindex.collect.kconfig import KCONFIG, kconfig_candidates
from sphinx_kwindex.collect.listing import listed_files
from sphinx_kwindex.collect.marked import with_macros
from sphinx_kwindex.collect.nix import nix_candidates
from sphinx_kwindex.collect.powershell import keys_of_tables
from sphinx_kwindex.collect.prompts import lexer_of_session, session_of, tells_of_options, with_signs_alone
from sphinx_kwindex.collect.prototypes import prototype_candidates
from sphinx_kwindex.collect.python import python_candidates
from sphinx_kwindex.collect.quoted import diff_candidates, markdown_candidates, rst_candidates
from sphinx_kwindex.collect.remainder import left_of_settings
from sphinx_kwindex.collect.settings import (
    DIRECTIVES,
    KEYED,
    directive_candidates,
    plain_settings,
    setting_candidates,
    spaced_settings,
)
from sphinx_kwindex.collect.shell import SHELLS, shell_candidates
from sphinx_kwindex.collect.slashed import with_slashed_options
from sphinx_kwindex.collect.sql import is_sql, sql_candidates, typed_statements
from sphinx_kwindex.collect.templates import (
    STYLESHEETS,
    in_templates,
    is_markup,
    markup_candidates,
    stylesheet_candidates,
)
from sphinx_kwindex.collect.tex import tex_candidates
from sphinx_kwindex.collect.tokens import Piece, inline_php, lexer_of, pieces_of
from sphinx_kwindex.collect.unsigned import required_packages, unsigned_settings
from sphinx_kwindex.collect.uses import firm_candidates
from sphinx_kwindex.shapes import MAX_NAME, Candidate, is_header_field

_SESSION_NAMES = frozenset({'console', 'shell-session', 'bash', 'sh', 'shell', 'zsh'})
_PYTHONS = frozenset({'python', 'py', 'python3', 'py3'})
_OF_PAGES = _PYTHONS | {'rst', 'rest', 'restructuredtext', 'c', 'cpp', 'c++', 'rust', 'go', 'javascript', 'js', 'ruby'}
"""Languages of whole documents, which have blocks of commands that nobody marks."""
_OF_REQUESTS = frozenset({'json', 'http', 'none', 'text', ''})
"""What sites call a block of requests."""
_UNTOLD = frozenset({'none', ''})
"""What a block has whose author names no language."""
TEXT_LANGUAGES = frozenset({'text', 'none', 'output', ''})
_NOT_HIGHLIGHTED = frozenset({'no-highlight', 'nohighlight'})
"""What other sites call a block of no language."""
_OF_FORM = frozenset({'apacheconf', 'bash', 'docker', 'nginx', 'properties', 'yaml'})
"""Languages whose lines have forms that no output has."""
_AS_TEXT = frozenset({'Text only', 'Gettext Catalog'})
"""Languages whose grammar says nothing of names."""
_QUOTED = {'reStructuredText': rst_candidates, 'Markdown': markdown_candidates, 'Diff': diff_candidates}
_PYTHON = re.compile(r'I?Python\b.*|Cython|NumPy')
_COMMAND_LINE = re.compile(r'(?:[a-z][\w.+/-]*|\./[\w./-]+|[A-Z_]+=\S*)(?: |$)|#|$')
_HOST_OF_DNS = re.compile(r'(?:[\w-]++\.){3,}+')
"""With the last dot, as the DNS has it: ``www.example.org.``"""
_CUT = re.compile(r'\w-\Z')
"""The end of what something else continues: ``devel-$(uname -r)``."""
_MAX_BLOCK = 400_000
"""Characters; a longer block is data, and no lexer should be let loose on it."""


def code_candidates(code: str, language: str) -> list[Candidate]:
    """The names of a code block in *language*, a Pygments alias or one of Sphinx's own (``default``, ``none``).

    They come in reading order; each name is in the longest form that the block bears out (``numpy.zeros`` for
    ``np.zeros``), and its last part stands at the start given or behind it. A block in an unknown language, and one
    that is no valid code of the default language, is read as text.
    """
    return with_slashed_options(_candidates(code, language, quotable=True), code, language)


def _candidates(code: str, language: str, *, quotable: bool) -> list[Candidate]:
    found = [
        c._replace(name=c.name.rstrip(',;').removesuffix('::class')) if c.name.endswith((',', ';', '::class')) else c
        for c in _read(code, language, quotable=quotable)
    ]
    found = [
        c._replace(name=c.name.rstrip('.')) for c in found if c.hint == 'file' or not _HOST_OF_DNS.fullmatch(c.name)
    ]
    found = [c for c in found if 0 < len(c.name) <= MAX_NAME and not _CUT.search(c.name)]
    found.sort(key=lambda candidate: candidate.start)
    return found


_INSIDE = partial(_candidates, quotable=False)
"""How what stands in a block is read: a quotation in it is text."""


def _read(code: str, language: str, *, quotable: bool) -> Iterable[Candidate]:
    if language in GO_TEMPLATES:
        return template_candidates(code)
    language, guess = 'none' if language.lower() in _NOT_HIGHLIGHTED else language, language == 'default'
    if guess or language in _PYTHONS:
        language = 'pycon' if code.startswith('>>>') else 'python'  # as Sphinx highlights it
    if (guess or language in _OF_REQUESTS) and (requests := request_candidates(code, _INSIDE)):
        return requests
    if surely := _language_of_first_line(code):
        guess, language = False, surely
    if guess or language in TEXT_LANGUAGES or language in _SESSION_NAMES:
        code = with_signs_alone(code, session=language in _SESSION_NAMES)
        if is_debugging(code):
            return debugger_candidates(code)
        if statements := typed_statements(code):
            guess, language, code = False, 'sql', statements
        if is_fenced(code):
            guess, language = False, 'markdown'
    if guess or language in TEXT_LANGUAGES:
        # nobody has said what it is, and no other language begins so
        if session := session_of(code) or ('console' if is_of_superuser(code) else ''):
            guess, language = False, session
        elif lines := _by_form(code):
            return [*lines, *left_of_settings(code, lines)]
        elif len(found := _HEADER_LINE.findall(code)) > 1 or (found and is_header_field(found[0].partition(':')[0])):
            return message_candidates(code)
    if guess or language in _UNTOLD:
        if _SETTINGS.fullmatch(code):
            guess, language = False, 'ini'
        elif is_devicetree(code):
            return devicetree_candidates(code)
        elif form := language_by_form(code):
            guess, language = False, form
        elif is_environment(code) if not guess else hands_options_on(code):
            guess, language = False, 'bash'
        elif declared := prototype_candidates(code):
            return declared
        elif _has_statements(code):
            return _statement_candidates(code)
    if language == 'text' and (form := language_by_form(code)) in _OF_FORM and (form != 'bash' or runs_known(code)):
        language = form
    elif language in _SESSION_NAMES and is_object_of_kubernetes(code):
        language = 'yaml'  # what a command prints, or reads
    elif language in _SESSION_NAMES and (form := language_by_form(code)) in {'apacheconf', 'nginx', 'yaml'}:
        language = form
    if language in _UNTOLD:
        language = 'markdown' if is_note(code) else _guessed(code) or language
    elif language in _OF_PAGES and language_by_form(code) == 'bash' and not (language in _PYTHONS and parses(code)):
        language = 'bash'  # a mistake of the author's, or that of all blocks of a page
    return _as(code, language, guess=guess, quotable=quotable)


def _as(code: str, language: str, *, guess: bool, quotable: bool) -> Iterable[Candidate]:
    """The names of a block that is taken for one in *language*, surely unless that is a *guess*."""
    lexer = None if language in TEXT_LANGUAGES or len(code) > _MAX_BLOCK else lexer_of(language)
    if lexer is None and language not in TEXT_LANGUAGES and (language_by_form(code) == 'bash' or is_environment(code)):
        lexer = lexer_of('bash')
    if lexer is None and language not in TEXT_LANGUAGES and (form := language_by_form(code)) in {'html', 'xml'}:
        lexer = lexer_of(form)
    if lexer and lexer.name == 'JavaScript' and is_json(code):
        lexer = lexer_of('json')
    if lexer and lexer.name == 'JavaScript' and (settings := messages_in_text(code)):
        return settings
    if lexer and lexer.name in _IN_TEMPLATES and _TEMPLATE.search(code):
        lexer = lexer_of(_IN_TEMPLATES[lexer.name]) or lexer
    if lexer and lexer.name in _WITH_ELEMENTS and has_elements(code):
        lexer = lexer_of(_WITH_ELEMENTS[lexer.name]) or lexer
    if lexer is None or lexer.name in _AS_TEXT:
        code = code[:_MAX_BLOCK]
        found = lexer is None and (
            braced_settings(code)
            or listed_settings(code)
            or keyed_lines(code, language)
            or (language not in TEXT_LANGUAGES and nested_lines(code))
        )
        return found or firm_candidates(code)
    if lexer.name in _QUOTED:
        # A quotation in a quotation is read as text: no depth is worth a recursion.
        read = _QUOTED[lexer.name]
        return read(code, _INSIDE) if quotable else firm_candidates(code)
    files: tuple[tuple[int, int, str], ...] = ()
    if quotable and lexer.name in SHELLS and may_hold_files(code):
        files = tuple(files_within(code))
    elif quotable and lexer.name == 'YAML' and 'run: ' in code:
        files = tuple(workflow_scripts(code))
    if files:
        code, inside = apart(code, files, _INSIDE)
        return [*inside, *_lexed(lexer_of_session(lexer, code), code, guess=guess)]
    return _lexed(inline_php(lexer_of_session(lexer, code), code), code, guess=guess)


_IN_TEMPLATES = {'SQL': 'sql+jinja', 'PostgreSQL SQL dialect': 'sql+jinja'}
_TEMPLATE = re.compile(r'\{%-?\s?[a-z][^%]{0,400}%\}|\{\{ ?[a-z][^{},]{0,400}\}\}')
"""What fills in a statement: of dbt, Airflow or Superset."""
_WITH_ELEMENTS = {'JavaScript': 'jsx', 'TypeScript': 'tsx'}
"""Lexers to which the end of an element begins a regular expression, and those that know better."""


def _by_form(code: str) -> list[Candidate]:
    """The settings or files of a block of nobody's language, each line of which has the form of one."""
    return (
        plain_settings(code)
        or spaced_settings(code)
        or unsigned_settings(code)
        or required_packages(code)
        or haproxy_settings(code)
        or braced_settings(code)
        or listed_settings(code)
        or listed_files(code)
    )


def _lexed(lexer: Lexer, code: str, *, guess: bool) -> Iterable[Candidate]:
    """The names that a lexer's tokens show; text where it fails, or finds a fault in what is only taken for its language."""
    alone = lexer.name in JAVASCRIPTS and _OBJECT.match(code) is not None
    try:
        # In brackets it is no block of statements with labels.
        pieces = (
            [p._replace(start=p.start - 1) for p in pieces_of(lexer, f'({code}')] if alone else pieces_of(lexer, code)
        )
    except Exception:
        return firm_candidates(code)  # a lexer of the project's need not have all that those of Pygments have
    if guess and any(piece.type is Error for piece in pieces):
        return firm_candidates(code)
    found = _by_language(pieces, lexer.name, code)
    if guess and _SAID_OF_OPTION.search(code) and not parses(code):  # what a program says of its options
        firm = (each for each in firm_candidates(code) if each.hint in _OF_PROGRAMS)
        return chain(found, (each for each in firm if each.hint != 'option' or _PLAIN_OPTION.fullmatch(each.name)))
    return found


_SAID_OF_OPTION = re.compile(r'^[ \t]*(?:-\w,? )?--[a-z]', re.MULTILINE)
_OF_PROGRAMS = frozenset({'option', 'file', 'envvar'})
_PLAIN_OPTION = re.compile(r'-[A-Za-z]|--[a-z][\w.-]*[a-z0-9]')


_OBJECT = re.compile(r'\s*\{\s*(?://[^\n]*\s*)?(?:\w+|"[^"\n]+"|\'[^\'\n]+\')\s*:[^:]')
"""An object of JavaScript that is shown without what it is given to."""


def _guessed(code: str) -> str:
    """The language of a block of which nobody says any, where its own parser takes it and it does something; else ''."""
    if len(code) > _LONGEST_GUESS:
        return ''
    if is_json(code):
        return 'json'
    if not _PYTHON_STATEMENT.search(code):
        return ''
    return 'python' if parses(code) else ''


def _language_of_first_line(code: str) -> str:
    """What a script says that it is run with, or a request that it is one, whatever the block is called; else ''."""
    if code.startswith('#!'):
        return language_by_form(code)
    return 'http' if _REQUEST.match(code) else ''


_REQUEST = re.compile(rf'\s*(?:{METHODS}) \S{{1,400}} HTTP/[0-9](?:\.[0-9])?[ \t\r]*(?:\n|\Z)')
"""A line that a request begins with, whatever a block is called: https://www.rfc-editor.org/rfc/rfc9112#section-3."""
_LONGEST_GUESS = 20_000
"""Characters."""
_PYTHON_STATEMENT = re.compile(
    r'^[ \t]*(?:from [\w.]+ import [\w*(]|import [a-z]|(?:async )?def \w+\(|class \w+[(:])', re.MULTILINE
)
_HEADER_LINE = re.compile(
    r'^(?:[A-Z][A-Za-z]*-[A-Z][A-Za-z-]*|Accept|Host|Cookie|Server|Location|Connection): \S', re.MULTILINE
)
"""A line of a header of HTTP: a name of several words, or one that is in most messages."""
_SETTINGS = re.compile(
    r'\s*(?:[#;].*\n\s*)*+\[[\w. :-]+\][ \t]*\n(?:[ \t]*(?:|[#;].*|\[[\w. :-]+\][ \t]*|[\w.-]+[ \t]*=.*|\}[ \t]*)(?:\n|\Z))*+'
)
"""A file of settings in sections, each line of which is a setting."""
_STATEMENT_ENDS = (';', '{', '}', ',', '\\', '*/')
_ASIDE = ('#', '/*', '*', '//', '...')
"""What preprocessor lines, comments and omissions begin with."""


def _has_statements(code: str) -> bool:
    """Whether the lines of a block end as those of C do, most of them, and one at least in a semicolon."""
    lines = [line for line in map(str.strip, code.splitlines()) if line and not line.startswith(_ASIDE)]
    ended = sum(line.endswith(_STATEMENT_ENDS) for line in lines)
    return any(line.endswith(';') for line in lines) and ended * 4 >= len(lines) * 3


def _statement_candidates(code: str) -> Iterable[Candidate]:
    """A block of nobody's language that ends its statements: in the first of some languages that finds no fault."""
    for language in ('php',) if re.search(r'\$\w', code) else ('c', 'javascript'):
        lexer = lexer_of(language)
        pieces = pieces_of(inline_php(lexer, code), code) if lexer else []
        if lexer and pieces and not any(piece.type is Error for piece in pieces):
            return _by_language(pieces, lexer.name, code)
    return firm_candidates(code)


def _without_prompts(code: str, language: str) -> Iterable[Candidate]:
    """A session in which nobody types: a script where each line begins as a command does, else output."""
    script = lexer_of('bat' if language.startswith('MSDOS') else 'bash')
    if script is None or not all(_COMMAND_LINE.match(line) for line in code.replace('\\\n', ' ').splitlines()):
        return firm_candidates(code)
    return shell_candidates(pieces_of(script, code))


_COMMENT = re.compile(r'# [^\W\d_a-z]')


def _is_commented_script(code: str) -> bool:
    """Whether lines with a sign of the superuser are comments among commands without a prompt: "# Update the index"."""
    lines = [line for line in code.splitlines() if line.strip()]
    commands = [line for line in lines if not line.startswith('#')]
    commented = all(_COMMENT.match(line) for line in lines if line.startswith('#'))
    return bool(commands) and commented and all(map(_COMMAND_LINE.match, commands))


_BY_LINES = {KCONFIG: kconfig_candidates, DEVICETREE: devicetree_candidates, 'TeX': tex_candidates}
"""Lexers that say less than the lines of a block."""


def _by_language(pieces: list[Piece], language: str, code: str) -> Iterable[Candidate]:
    """The names among the tokens of a language, known by its lexer's name."""
    if language == 'Python Traceback':
        return traceback_candidates(pieces)
    if _PYTHON.fullmatch(language):
        return python_candidates(pieces)
    if language == 'Bash' and tells_of_options(code):
        return firm_candidates(code)
    if language in SHELLS:
        if 'Session' in language and (
            not any(piece.type is Generic.Prompt for piece in pieces) or _is_commented_script(code)
        ):
            return _without_prompts(code, language)
        return chain(shell_candidates(pieces), keys_of_tables(code) if '@{' in code else ())
    if language.endswith('+Jinja') and (language == 'YAML+Jinja' or is_sql(language)):
        parts = in_templates(pieces)
        filled = [piece for piece, inside in zip(pieces, parts, strict=True) if inside]
        text = [
            Piece(piece.start, Text, ' ' * len(piece.text)) if inside else piece
            for piece, inside in zip(pieces, parts, strict=True)
        ]
        outside = sql_candidates(text) if is_sql(language) else setting_candidates(text, 'YAML')
        return chain(outside, markup_candidates(filled))
    if language in KEYED:
        return setting_candidates(pieces, language)
    if language in DIRECTIVES:
        return directive_candidates(pieces, language)
    if language in BUILDS:
        return BUILDS[language](pieces)
    if language in _BY_LINES:
        return _BY_LINES[language](code)
    if language == 'HTTP':
        return http_candidates(pieces)
    if is_sql(language):
        return sql_candidates(pieces)
    if is_markup(language):
        return markup_candidates(pieces)
    if language == 'Haskell':
        return haskell_candidates(pieces)
    if language == 'Nix':
        return nix_candidates(pieces)
    if language in STYLESHEETS:
        return stylesheet_candidates(pieces)
    chained: Sequence[Link] = links(with_macros(pieces) if language == 'Rust' else pieces)
    if language in JAVASCRIPTS and has_elements(code):
        chained = without_texts(chained)
    found = grammar_candidates(chained, language)
    return map(_as_module, found) if language == 'Elixir' else found


def _as_module(found: Candidate) -> Candidate:
    """What has a capital in Elixir is a module, whatever is done with it; behind it stand its functions."""
    last = found.name.rpartition('.')[2]
    named = found.hint not in {'header', 'file', 'string', 'mime'} and last[:1].isupper() and not last.isupper()
    return found._replace(hint='module') if named else found
