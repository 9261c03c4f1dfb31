"""Markup with templates: tags and filters, custom elements, and the scripts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pygments.token import Comment, Keyword, Name, String, Text

from sphinx_kwindex.collect.chains import STRING, Link, links, string_name
from sphinx_kwindex.collect.grammar import grammar_candidates
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate, is_file_name

_OPENING, _CLOSING = ('{%', '{{'), ('%}', '}}')
_BRANCHES = frozenset({'else', 'elif', 'elseif'})
_DIRECTIVE = re.compile(r'(?!aria-)[a-z]+(?:-[a-z]+)+(?![\w-])')
"""An attribute that a script or a framework reads: ``data-title``, ``v-if``."""
_FILLED_IN = re.compile(r'%([A-Z]{3}[A-Z0-9]*(?:_[A-Z0-9]+)+)%')
"""A variable that a program puts into a page: ``%VITE_API_URL%``."""
STYLESHEETS = frozenset({'CSS', 'SCSS', 'Sass', 'LessCss', 'Stylus'})
"""Lexers, by name, of stylesheets."""
MARKUP = ('HTML', 'Django', 'Jinja', 'Twig', 'Genshi', 'Mako', 'Smarty', 'Handlebars', 'XML+')
"""What the names of lexers for markup have in them."""


def is_markup(language: str) -> bool:
    """Whether a lexer's name is that of markup for readers, with a template language or without."""
    return any(part in language for part in MARKUP)


def stylesheet_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The classes, ids and custom properties of a stylesheet; its own words are left out."""
    for piece in pieces:
        if any(is_a(piece.type, kind) for kind in (Name.Class, Name.Namespace, Name.Variable)):
            yield Candidate(piece.start, piece.text, 'setting' if piece.text.startswith('--') else 'variable')


def markup_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names of a page or of a template; elements of the standard, its attributes and text are left out."""
    opened: set[str] = set()
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        if _opens_template(piece):
            end = _template_end(pieces, position + 1)
            statement = [p for p in pieces[position + 1 : end] if p.text.strip(' \t\n-+')]
            if piece.text.startswith('{%'):
                yield from _tag(statement, opened)
            else:
                yield from _expression(statement)
            position = end
        elif _is_script(piece):
            end = _script_end(pieces, position)
            yield from grammar_candidates(links(pieces[position:end]), 'JavaScript')
            position = end
        else:
            if is_a(piece.type, Name.Tag) and '-' in piece.text and not _closes(pieces, position):
                name = piece.text.strip('</> ')
                selected = position > 0 and pieces[position - 1].text == '['  # by a stylesheet: "html[data-theme]"
                yield Candidate(piece.start + piece.text.index(name), name, 'field' if selected else 'tag')
            elif is_a(piece.type, Name.Attribute) and (match := _DIRECTIVE.match(piece.text)):
                yield Candidate(piece.start, match[0], 'key')
            elif is_a(piece.type, Text) or is_a(piece.type, String):
                for filled in _FILLED_IN.finditer(piece.text):
                    yield Candidate(piece.start + filled.start(1), filled[1], 'envvar')
            position += 1


def _closes(pieces: Sequence[Piece], position: int) -> bool:
    return pieces[position].text.startswith('</') or (position > 0 and pieces[position - 1].text == '/')


def _opens_template(piece: Piece) -> bool:
    return piece.type is Comment.Preproc and piece.text.startswith(_OPENING)


def _template_end(pieces: Sequence[Piece], position: int) -> int:
    while position < len(pieces):
        piece = pieces[position]
        if piece.type is Comment.Preproc and piece.text.endswith(_CLOSING):
            break
        position += 1
    return position


def in_templates(pieces: Sequence[Piece]) -> list[bool]:
    """For each piece, whether it is one of a template: between the signs that open and close it, or these themselves."""
    found = [False] * len(pieces)
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        if _opens_template(piece):
            end = min(_template_end(pieces, position + 1) + 1, len(pieces))
            found[position:end] = [True] * (end - position)
            position = end
        else:
            position += 1
    return found


def _is_script(piece: Piece) -> bool:
    begins = is_a(piece.type, Keyword) and piece.text in _BEGINNING
    return begins or is_a(piece.type, Name.Other) or is_a(piece.type, Keyword.Declaration)


_BEGINNING = frozenset({'await', 'export', 'for', 'if', 'import', 'new', 'throw', 'try', 'while'})
"""Words of JavaScript that a script may begin with, and no property of a stylesheet has."""


def _script_end(pieces: Sequence[Piece], position: int) -> int:
    """Where a script ends: where its element does, or a template begins."""
    while position < len(pieces):
        piece = pieces[position]
        if is_a(piece.type, Name.Tag) or (_opens_template(piece)):
            break
        position += 1
    return position


def _tag(statement: Sequence[Piece], opened: set[str]) -> Iterator[Candidate]:
    """A template tag and its arguments; the end of a tag, and the branches of one, are its grammar."""
    if not statement:
        return
    first = statement[0]
    name = first.text.strip()
    if not name.isidentifier():
        yield from _expression(statement)
        return
    closing = name.removeprefix('end') in opened if name.startswith('end') else name in _BRANCHES
    opened.add(name)
    if not closing:
        yield Candidate(first.start, name, 'tag')
    if name == 'load':
        yield from _loaded(statement[1:])
    elif name == 'set' and len(statement) > 1:
        yield Candidate(statement[1].start, statement[1].text, 'variable')
        yield from _expression(statement[2:])
    elif name in {'macro', 'call'} and len(statement) > 1:
        yield Candidate(statement[1].start, statement[1].text, 'function' if name == 'macro' else 'call')
        yield from _expression(statement[2:])
    else:
        yield from _expression(statement[1:])


def _loaded(names: Sequence[Piece]) -> Iterator[Candidate]:
    """``{% load a b %}`` names libraries, ``{% load a from b %}`` tags of one."""
    libraries = next((at for at, piece in enumerate(names) if piece.text == 'from'), -1)
    for at, piece in enumerate(names):
        if is_a(piece.type, Name) and at != libraries:
            yield Candidate(piece.start, piece.text, 'module' if at > libraries else 'import')


def _expression(statement: Sequence[Piece]) -> Iterator[Candidate]:
    position = 0
    while position < len(statement):
        piece = statement[position]
        before = statement[position - 1].text if position else ''
        if is_a(piece.type, String):
            position, candidate = _string(statement, position)
            if candidate is not None:
                yield candidate
            continue
        begin, position = position, position + 1
        if not is_a(piece.type, Name):
            continue
        text = piece.text
        while position < len(statement) and is_a(statement[position].type, Name) and (
            statement[position].text.startswith('.')
        ):  # fmt: skip
            text += statement[position].text
            position += 1
        following = statement[position].text if position < len(statement) else ''
        hint = _hint(text, piece, before, following)
        name = text.strip('.')
        if hint and name:
            yield Candidate(statement[begin].start + text.index(name), name, hint)


def _hint(text: str, piece: Piece, before: str, following: str) -> str:
    if before == '|':
        return 'filter'
    if following == '=':
        return 'parameter'
    if following == '(':
        return 'call'
    if is_a(piece.type, Name.Builtin):
        return 'builtin'
    return 'attribute' if '.' in text.strip('.') else 'variable'


def _string(statement: Sequence[Piece], position: int) -> tuple[int, Candidate | None]:
    """A string argument that names a template or another file."""
    start, text = statement[position].start, ''
    while position < len(statement) and is_a(statement[position].type, String):
        text += statement[position].text
        position += 1
    name = text.strip(':"\'')
    if is_file_name(name) and ' ' not in name:
        return position, Candidate(start + text.index(name), name, 'file')
    word = string_name(Link(start, STRING, text, String))
    if '.' in word:
        return position, Candidate(start + text.index(word), word, 'string')
    return position, None
