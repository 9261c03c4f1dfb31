"""Calls that no round bracket shows: of Ruby and Elixir, of languages like ML, of Gradle's blocks, with types between."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_kwindex.collect.chains import BREAK, NAME, OTHER, SIGN, STRING, WORD, Link
from sphinx_kwindex.collect.imports import last_link
from sphinx_kwindex.collect.syntax import NOTHING

_WITHOUT_BRACKETS = frozenset({'Ruby', 'Crystal', 'Elixir'})
_EXPECTING = frozenset({'not_to', 'should', 'should_not', 'to', 'to_not'})
"""What specifications of Ruby and Crystal call with what is expected: ``expect(it).to be_kept``."""
_OF_ML = frozenset({'OCaml', 'F#', 'Standard ML', 'Haskell', 'Elm'})
"""Languages, by their lexers' names, in which a function stands before its arguments and nothing between."""
_OF_BLOCKS = frozenset({'Groovy', 'Kotlin'})
"""Languages in which a call may have a block alone behind it: ``dependencies { … }``."""
_OF_TYPES = frozenset(
    {'type', 'val', 'external', 'exception', 'data', 'newtype', 'instance', 'class', 'module', 'open'}
)
"""What a line of ML begins with in which words stand before others that are types."""
_NO_APPLICATION = frozenset({'fun', 'function', 'let', 'and', 'rec', 'of', 'forall'})
"""Words behind which a name is bound."""
_LONGEST_TEMPLATE = 40
"""Links between the brackets of a template."""
_IN_TEMPLATES = frozenset({'<', '>', ',', '::', '.', '*', '&', '[', ']', '?', '>>', ':'})
_SHORTEST = 3
"""Letters of a function that is called so; shorter ones are variables."""


def calls_without_bracket(links: Sequence[Link], position: int, language: str) -> bool:
    """Whether the name at *position* is called there, though no round bracket opens right behind it."""
    if language in _WITHOUT_BRACKETS:
        return _begins_line(links, position, language)
    if language in _OF_ML:
        return _is_applied(links, position)
    if language in _OF_BLOCKS:
        return _opens_block(links, position)
    return False


def _at(links: Sequence[Link], position: int) -> Link:
    return links[position] if 0 <= position < len(links) else NOTHING


def _begins_line(links: Sequence[Link], position: int, language: str) -> bool:
    """Whether a name begins a line and stands before its first argument, or is what a specification expects."""
    link, before = links[position], _at(links, position - 1)
    if link.text != last_link(link.text) or not link.text[:1].islower():
        return False
    argument = _at(links, position + 1)
    if position and before.sort is NAME and '_' in link.text and last_link(before.text) in _EXPECTING:
        return argument.text != '='  # an argument that no bracket holds: "one.should be_true"
    if position and before.sort is not BREAK:
        return False
    tuple_behind = language == 'Elixir' and argument.text == '{'
    return tuple_behind or argument.sort is STRING or (argument.sort is NAME and argument.text[:1].isupper())


def _is_applied(links: Sequence[Link], position: int) -> bool:
    """Whether a function of ML stands before its first argument, in no line that is about types."""
    link, before, argument = links[position], _at(links, position - 1), _at(links, position + 1)
    name = last_link(link.text)
    if before.sort is NAME or before.text in _NO_APPLICATION or len(name) < _SHORTEST or not name[:1].islower():
        return False
    if not (argument.sort in {NAME, STRING, OTHER} or argument.text == '('):
        return False
    return not _is_of_types(links, position)


def _is_of_types(links: Sequence[Link], position: int) -> bool:
    """Whether the line of a place, up to it, is about types, or goes on with some that the line before began with."""
    first = position
    while first and links[first - 1].sort is not BREAK and position - first < _LONGEST_LINE:
        first -= 1
    line = links[first:position]
    if any(link.text in {':', '::', '=>'} or (link.sort is WORD and link.text in _OF_TYPES) for link in line):
        return True
    return links[first].text in _GOING_ON or _at(links, first - 2).text in {*_GOING_ON, 'of', ':'}


_LONGEST_LINE = 60
"""Links that are looked back at."""
_GOING_ON = frozenset({'->', '=>', '::'})
"""What a signature of several lines has at the beginnings or the ends of these."""


def _opens_block(links: Sequence[Link], position: int) -> bool:
    """Whether a word that begins a line, or a block, has a block behind it."""
    link, before = links[position], _at(links, position - 1)
    return (
        _at(links, position + 1).text == '{'
        and (position == 0 or before.sort is BREAK or before.text == '{')
        and link.text.isalpha()
        and link.text[:1].islower()
    )


def ends_template(links: Sequence[Link], opening: int) -> Link | None:
    """What stands behind the angle bracket that closes the one at *opening*; ``None`` where none closes near."""
    depth = 0
    for position in range(opening, min(opening + _LONGEST_TEMPLATE, len(links))):
        text = links[position].text
        depth += text.count('<') - text.count('>')
        if depth <= 0:
            return _at(links, position + 1)
    return None


def calls_with_types(links: Sequence[Link], position: int) -> bool:
    """Whether the name at *position* is called with nothing but types between: ``make_shared<Node>()``.

    Nothing stands between the name and the bracket, as something does where two values are compared.
    """
    name, opening = links[position], position + 1
    behind = ends_template(links, opening)
    if behind is None or behind.text != '(' or _at(links, opening).start != name.start + len(name.text):
        return False
    for link in links[opening : opening + _LONGEST_TEMPLATE]:
        if link is behind:
            break
        if link.sort is STRING or (link.sort is SIGN and link.text not in _IN_TEMPLATES):
            return False
    return True
