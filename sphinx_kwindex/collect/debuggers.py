"""What stands where errors are looked for: commands of debuggers behind ``(gdb)`` and ``(lldb)``, and tracebacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pygments.token import Generic

from sphinx_kwindex.collect.tokens import Piece
from sphinx_kwindex.shapes import Candidate

_TYPED = re.compile(r'^[ \t]*\((gdb|lldb)\) ([a-z][a-z-]+)(?: ([a-z][a-z-]+))?(?![^\s])', re.MULTILINE)
_PREFIXES = frozenset(
    """
    catch disable enable info maintenance record set show skip target thread tui unset
    """.split()  # noqa: SIM905 (words to read)
)
"""Commands of GDB that mean nothing without the word behind: https://sourceware.org/gdb/current/onlinedocs/gdb/."""


def is_debugging(code: str) -> bool:
    """Whether a block shows what somebody types to a debugger."""
    return _TYPED.search(code) is not None


def debugger_candidates(code: str) -> Iterator[Candidate]:
    """The commands of a session, those of LLDB of two words, those of GDB where the first calls for it."""
    for line in _TYPED.finditer(code):
        debugger, command, following = line.groups()
        yield Candidate(line.start(2), command, 'command')
        if following and (debugger == 'lldb' or command in _PREFIXES):
            yield Candidate(line.start(2), f'{command} {following}', 'command')


def traceback_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The exceptions that tracebacks of Python end in."""
    for piece in pieces:
        if piece.type is Generic.Error and piece.text.replace('.', '').isidentifier():
            yield Candidate(piece.start, piece.text, 'raised')
