"""Names in the files of tools that build: Dockerfile, CMake, Makefile, Meson, Terraform."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from pygments.token import Comment, Keyword, Name, String, Text

from sphinx_kwindex.collect.shell import shell_candidates
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate, is_constant, is_file_name, is_strong

_OPTION = re.compile(r'--[a-z][\w-]*')
_RUNNING = frozenset({'RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'})
_CONTROL = re.compile(r'(?:end|else|if|foreach|while|break|return|continue)\w*')
"""CMake writes its grammar as commands."""
_CAPITALS = re.compile(r'[A-Z][A-Z0-9_]+')


def docker_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The instructions, environment variables, and what the command lines run."""
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        if is_a(piece.type, Keyword) and piece.text.strip().isupper() and piece.text.strip() != 'AS':
            name = piece.text.strip()
            yield Candidate(piece.start + piece.text.index(name), name, 'instruction')
            if name == 'FROM':
                yield from _image(pieces[position : _line_end(pieces, position)])
            if name in _RUNNING:
                end = _line_end(pieces, position)
                yield from shell_candidates(_words_of_list(pieces[position:end]))
                position = end
        elif piece.type is Name.Variable:
            yield Candidate(piece.start, piece.text, 'envvar')
        elif match := _OPTION.match(piece.text):
            yield Candidate(piece.start, match[0], 'option')
        elif is_file_name(piece.text) and re.fullmatch(r'[\w./-]+', piece.text):
            yield Candidate(piece.start, piece.text, 'file')


_IMAGE = re.compile(r'((?:[\w.-]+(?::\d+)?/)+[\w.-]+)(?::[\w.-]+)?(?:@\w+:\w+)?')
"""An image, with the registry or the owner that it comes from: https://docs.docker.com/reference/dockerfile/#from."""


def _image(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    for piece in pieces:
        if match := _IMAGE.fullmatch(piece.text.strip()):
            yield Candidate(piece.start + piece.text.index(match[1]), match[1], 'installed')
            return


def _line_end(pieces: Sequence[Piece], position: int) -> int:
    """Where a line ends that no backslash continues."""
    while position < len(pieces):
        piece = pieces[position]
        if '\n' in piece.text and not is_a(piece.type, String) and not is_a(piece.type, Comment):
            break
        position += 1
    return position


def _words_of_list(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """``["python", "-m", "x"]`` as the command line that it is."""
    if not any(piece.text.startswith('[') for piece in pieces):
        return pieces
    words = []
    for piece in pieces:
        bare = piece.text.strip('"')
        if bare and is_a(piece.type, String):
            words.append(Piece(piece.start + piece.text.index(bare), Text, bare))
    return words


def cmake_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """Commands, those that are defined, packages and variables."""
    command, number = '', 0
    for piece in pieces:
        text = piece.text.strip('"')
        if is_a(piece.type, Name.Builtin) or is_a(piece.type, Name.Function):
            command, number = text.lower(), 0
            if not _CONTROL.fullmatch(command) and command not in {'function', 'macro'}:
                yield Candidate(piece.start, text, 'command')
        elif is_a(piece.type, Name.Variable) and text:
            yield Candidate(piece.start, text, 'variable')
        elif text.strip() and is_a(piece.type, String):
            number += 1
            if (hint := _argument_hint(command, number, text)) and re.fullmatch(r'[\w.:/+-]+', text):
                yield Candidate(piece.start + piece.text.index(text), text, hint)


def _argument_hint(command: str, number: int, text: str) -> str:
    if number == 1 and command in {'function', 'macro'}:
        return command
    if number == 1 and command in {'find_package', 'include'}:
        return 'module'
    if is_constant(text) or (number == 1 and command in {'set', 'option'} and _CAPITALS.fullmatch(text)):
        return 'variable'
    if is_file_name(text):
        return 'file'
    return 'identifier' if is_strong(text) else ''


def make_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """Targets, variables, and what the recipes run."""
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        before = pieces[position - 1].text if position else ''
        position += 1
        if is_a(piece.type, Name.Function):
            if re.fullmatch(r'[\w.%/-]+', piece.text):
                yield Candidate(piece.start, piece.text, 'instruction' if piece.text.isupper() else 'key')
        elif is_a(piece.type, Name.Variable) or (before in {'$(', '${'} and re.fullmatch(r'[\w-]+', piece.text)):
            yield Candidate(piece.start, piece.text, 'envvar' if piece.text.isupper() else 'variable')
        elif piece.text.startswith('\t') or (before.endswith('\n') and piece.text.isspace() and '\t' in piece.text):
            end = _line_end(pieces, position)
            yield from _recipe(pieces[position - 1 : end])
            position = end
        elif piece.type is Comment.Preproc and (match := re.match(r'\s*-?include\s+([\w./-]+)', piece.text)):
            yield Candidate(piece.start + match.start(1), match[1], 'module')


def _recipe(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """A line for the shell; the signs that keep it silent or going on are make's."""
    line, variable = [], False
    for piece in pieces:
        if piece.text in {'$(', '${'}:
            variable = True
        elif variable and piece.text in {')', '}'}:
            variable = False
        elif variable:
            line.append(Piece(piece.start, Text, f'${piece.text}'))
        else:
            bare = piece.text.lstrip('\t @-') if not line else piece.text
            if bare:
                line.append(Piece(piece.start + len(piece.text) - len(bare), piece.type, bare))
    return shell_candidates(line)


def hcl_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The arguments, the labels of blocks and the functions of Terraform and its kin, and what is taken from blocks.

    https://opentofu.org/docs/language/syntax/configuration/
    """
    labelled, block = False, ''
    for position, piece in enumerate(pieces):
        text = piece.text
        if piece.type is Name.Attribute or (
            piece.type is Name.Builtin and text not in _TOP_BLOCKS and _opens_block(pieces, position + 1)
        ):
            yield Candidate(piece.start, text, 'key')
        elif piece.type in {Name.Class, Name.Variable} and text.startswith('"'):
            label = text.strip('"')
            if label and not labelled:  # a second one is the example's own: resource "aws_instance" "web"
                yield Candidate(piece.start + 1, label, 'type' if block in _TYPED_BLOCKS else 'key')
        elif piece.type is Name.Function:
            yield Candidate(piece.start, text, 'call')
        elif is_a(piece.type, Name) and _REFERENCE.fullmatch(text):
            yield Candidate(piece.start, text, 'identifier')
        block = text.strip() or block
        labelled = piece.type is Name.Class or (labelled and not text.strip())
    whole = ''.join(piece.text for piece in pieces)
    for match in _ASKED_FOR.finditer(whole):
        yield Candidate(pieces[0].start + match.start(1), match[1], 'type')
    for match in _FILLED_IN.finditer(whole):
        yield Candidate(pieces[0].start + match.start(1), match[1], 'envvar')


_TYPED_BLOCKS = frozenset({'data', 'ephemeral', 'resource'})
"""Blocks whose first label is the type of what is managed or asked for."""
_ASKED_FOR = re.compile(r'(?<![\w.])data\.([a-z]+_\w+)(?=\.\w)')
_FILLED_IN = re.compile(r'(?<!\$)\$\{([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\}')
"""A variable that a string takes in, as Nomad has them: ``"${NOMAD_JOB_ID}"``."""


def _opens_block(pieces: Sequence[Piece], position: int) -> bool:
    """Whether a brace comes next, and no label."""
    return next((piece.text == '{' for piece in pieces[position : position + 3] if piece.text.strip()), False)


def meson_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The functions of Meson, its keyword arguments, and methods of what it knows: https://mesonbuild.com/Syntax.html."""
    solid = [piece for piece in pieces if piece.text.strip() and not is_a(piece.type, Comment)]
    for before, piece, after in zip([None, *solid], solid, [*solid[1:], None], strict=False):
        following = after.text if after else ''
        if is_a(piece.type, Name):
            if following == '(':
                yield Candidate(piece.start, piece.text, 'call')
            elif following == ':' and (before is None or before.text in {'(', ','}):
                yield Candidate(piece.start, piece.text, 'parameter')
        elif is_a(piece.type, String) and is_file_name(name := piece.text.strip("'")) and '/' not in name:
            yield Candidate(piece.start + piece.text.index(name), name, 'file')


_TOP_BLOCKS = frozenset({'locals', 'terraform'})
"""Blocks without a label that are the language's own."""
_REFERENCE = re.compile(r'[a-z][\w-]*(?:\.[a-z][\w-]*)+')
BUILDS: Mapping[str, Callable[[Sequence[Piece]], Iterator[Candidate]]] = {
    'Docker': docker_candidates,
    'CMake': cmake_candidates,
    'Makefile': make_candidates,
    'Meson': meson_candidates,
    'Terraform': hcl_candidates,
}
"""The readers, by the names of the lexers."""
