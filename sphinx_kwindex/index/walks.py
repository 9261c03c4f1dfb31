"""What a chain of names is about, without the variables that it begins with: ``stack.enter_context``, ``enter_context``."""

from __future__ import annotations

from sphinx_kwindex.index.evidence import LETTER, VARIABLES_OF_CODE, Corpus
from sphinx_kwindex.index.examples import is_anybodys
from sphinx_kwindex.index.here import Standpoint
from sphinx_kwindex.index.joints import parts, suffixes
from sphinx_kwindex.index.members import OF_MEMBERS, is_member, member_of, of_instance
from sphinx_kwindex.index.model import ON_OBJECTS
from sphinx_kwindex.index.script import is_of_script
from sphinx_kwindex.occurrences import Occurrence, Role
from sphinx_kwindex.shapes import is_strong

_NOT_WALKED = frozenset({'module', 'package', 'string', 'file', 'decorator', 'key', 'identifier'})
"""What is said of chains that no variable begins."""
_OF_LIBRARIES = frozenset({'os', 'sys'})
"""Modules that programs of several languages have; with what stands before them they are attributes."""
_SHORTEST_HEAD = 2
_HELD = VARIABLES_OF_CODE | {'field', 'attribute'}
"""What code says of a variable."""
_SPEAKING = frozenset({Role.CODE, Role.LITERAL, Role.PROSE})


def walked(name: str, found: Occurrence, corpus: Corpus, at: Standpoint) -> str:
    """What a chain of code is about, without the variables that it begins with; and of inline code, the member that it calls."""
    if len(parts(name)) == 1:
        return name
    identified = found.hint == 'identifier' and found.role is not Role.CODE
    may_be = found.role in _SPEAKING and (identified or found.hint not in _NOT_WALKED)
    if may_be and _is_of_letter(name, corpus, at):
        return parts(name)[-1]
    if found.role is Role.LITERAL and found.hint == 'call' and '._' not in name:
        member = member_of(name, corpus)
        return member if member and corpus.is_defined(member) else name  # "``Entry.objects.all()``"
    if found.role is not Role.CODE or found.hint in _NOT_WALKED:
        return name
    if others := _of_anybody(name):
        return others
    return name if found.hint == 'import' else member_of(name, corpus) or _shorten(name, found, corpus, at)


def _is_of_letter(name: str, corpus: Corpus, at: Standpoint) -> bool:
    """Whether a chain begins with a letter for any object, and ends in what documents describe as a member: ``f.flush()``."""
    head, *_links, last = parts(name)
    if not LETTER.fullmatch(head) or '::' in name or name in corpus.endings:
        return False
    described = any(is_member(match, corpus) for match in corpus.endings.get(last, ()))
    return described and not at.is_among(corpus.imported.get(head, ()))


def _of_anybody(name: str) -> str:
    """What a chain ends in that begins with a package or class of an example: ``myapp.Consumer.as_asgi``, ``as_asgi``."""
    *links, last = parts(name)
    if not links or is_anybodys(last) or not is_anybodys('.'.join(links)):
        return ''
    told = last[:1].isupper() or is_strong(last) or any(link[:1].isupper() for link in links)
    return last if told else ''


def _shorten(name: str, found: Occurrence, corpus: Corpus, at: Standpoint) -> str:
    """Drop the variables that a chain begins with, but for one that tells whose member is meant: ``form.errors``."""
    if _is_of_package(name, corpus) or (found.hint in OF_MEMBERS and of_instance(name, corpus)):
        return name
    held = _is_held(name, found, corpus, at)
    for candidate in (name, *suffixes(name)):
        links = parts(candidate)
        if len(links) == 1 or '::' in candidate:
            return candidate
        if links[0][:1].isupper() or (links[0] in corpus.heads and not held):
            return candidate
        if links[0] in _OF_LIBRARIES and candidate == name:
            return candidate
        if candidate in corpus.endings or is_of_script(candidate):
            return candidate
    return name


def _is_held(name: str, found: Occurrence, corpus: Corpus, at: Standpoint) -> bool:
    """Whether what a chain begins with is a variable here, though it may be a module elsewhere.

    An object has it (``self.queue.close()``), or code of the document passes it on or sets it, and imports nothing so called.
    """
    return found.hint in ON_OBJECTS or at.is_among(corpus.variables.get(parts(name)[0], ()))


def _is_of_package(name: str, corpus: Corpus) -> bool:
    """Whether a chain of two links is what a package of Go has: no code sets what it begins with, ``gin.Context``."""
    head, *links = parts(name)
    if len(links) != 1 or not head.islower() or not is_unset(head, corpus):
        return False
    last = links[0]
    formed = last[:1].isupper() and (len(last) == 1 or not last.isupper())
    return formed and not any(
        last in known for known in (corpus.names, corpus.endings, corpus.cited, corpus.classes_in_full)
    )


def is_unset(head: str, corpus: Corpus) -> bool:
    """Whether no code sets or takes what a chain begins with, and it is no single letter."""
    evidence = corpus.names.get(head)
    return (
        len(head) >= _SHORTEST_HEAD
        and head.isalpha()
        and (evidence is None or evidence.hints(Role.CODE).isdisjoint(_HELD))
    )
