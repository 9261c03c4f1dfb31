"""One keyword for one thing: which canonical name an occurrence goes to."""

from __future__ import annotations

from sphinx_kwindex.index.evidence import Corpus, parts, spelled, suffixes
from sphinx_kwindex.occurrences import Occurrence, Role
from sphinx_kwindex.shapes import is_camel, is_constant, is_snake

_FIRM = frozenset({Role.LITERAL, Role.REFERENCE, Role.HEADING})


def canonical(name: str, found: Occurrence, corpus: Corpus, docname: str) -> str:
    """The keyword that *found* in a document, known so far as *name*, belongs to."""
    if found.definition is not None or corpus.is_defined(name):
        return name
    name = spelled(name, corpus.choices.spellings)
    if corpus.is_defined(name):
        return name
    if (
        found.role is Role.CODE
        and len(parts(name)) > 1
        and found.hint not in {'import', 'string', 'file', 'decorator', 'key'}
    ):
        name = _shorten(name, corpus)
    if corpus.is_defined(name):
        return name
    return _described_here(name, corpus, docname) or _defined_name(name, found, corpus) or name


def _described_here(name: str, corpus: Corpus, docname: str) -> str | None:
    """The one object of this ending that the document itself describes: what ``stack.push()`` calls there."""
    matches = [match for match in corpus.endings.get(name, ()) if docname in corpus.homes[match]]
    return matches[0] if len(matches) == 1 else None


def _shorten(name: str, corpus: Corpus) -> str:
    """Drop the variables that a chain begins with: ``stack.enter_context`` is about ``enter_context``."""
    for candidate in (name, *suffixes(name)):
        links = parts(candidate)
        if len(links) == 1 or links[0] in corpus.heads or links[0][:1].isupper() or '::' in candidate:
            return candidate
        if candidate in corpus.endings:
            return candidate
    return name


def _defined_name(name: str, found: Occurrence, corpus: Corpus) -> str | None:
    """The one definition that *name* is the ending of, where the name is long or distinct enough to say so."""
    matches = corpus.endings.get(name)
    if not matches:
        return _cited_name(name, corpus)
    if len(matches) > 1:
        return None
    target = next(iter(matches))
    if len(parts(name)) > 1 or is_snake(name) or is_camel(name) or is_constant(name):
        return target
    if found.role is Role.CODE:
        # A short word in code is the object's own name only where it can have been imported: no member can.
        sure = name[:1].isupper() or (found.hint in _CODE_USES and not _is_member(target, corpus))
    else:
        sure = found.role in _FIRM and (name[:1].isupper() or found.hint == 'call')
    return target if sure else None


def _cited_name(name: str, corpus: Corpus) -> str | None:
    """The one name that *name* is the ending of among those that references and imports give in full."""
    matches = corpus.cited.get(name, set())
    longest = max(matches, key=len, default='')
    if not longest or not all(longest == match or longest.endswith(f'.{match}') for match in matches):
        return None
    return longest if len(parts(name)) > 1 or is_snake(name) or is_camel(name) else None


_CODE_USES = frozenset({'call', 'import', 'decorator'})
_MEMBERS = frozenset({'method', 'attribute', 'property', 'classmethod', 'staticmethod', 'member'})


def _is_member(name: str, corpus: Corpus) -> bool:
    return any(definition.type in _MEMBERS for definition in corpus.names[name].definitions)
