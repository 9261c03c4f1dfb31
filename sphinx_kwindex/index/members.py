"""Which member of a class, or which class of a package, a chain of names leads to that is not its full name."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.joints import parts, suffixes
from sphinx_kwindex.index.model import ON_OBJECTS
from sphinx_kwindex.index.verbs import HUMP
from sphinx_kwindex.lexicon import is_coined, is_software
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.shapes import is_snake

OF_MEMBERS = frozenset({'', 'call', 'invoked', 'attribute', 'decorator', 'method', 'field', 'identifier', *ON_OBJECTS})
"""What may be said of a chain that ends in a member of a class."""


def exported(name: str, corpus: Corpus) -> str | None:
    """The path under which a class of one package is described, else the longest under which it is imported.

    ``asyncio.Queue`` is ``asyncio.queues.Queue``.
    """
    links = parts(name)
    if len(links) < 2:
        return None
    names = {full for full in corpus.exports.get((links[0], links[-1]), ()) if _gives_out(links, parts(full))}
    described = [full for full in names if corpus.is_defined(full)]
    if described:
        return described[0] if len(described) == 1 else None
    return max(names, key=lambda full: (len(full), full), default=None)


def within(name: str, corpus: Corpus) -> str | None:
    """The one class that is described under a path that leaves out links of this one: ``sites.Site``."""
    links = parts(name)
    if len(links) < 2 or '::' in name or not links[-1][:1].isupper() or not links[0].islower():
        return None
    matches = [full for full in corpus.endings.get(links[-1], ()) if _leads_through(links, parts(full))]
    return matches[0] if len(matches) == 1 else None


def _leads_through(links: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the links of a path stand in a longer one, in their order."""
    rest = iter(full)
    return len(full) > len(links) and all(link in rest for link in links)


def _gives_out(links: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one path leaves out links of the other, and no more: ``mail.smtp.Backend`` is no ``mail.dummy.Backend``."""
    short, long = sorted((links, others), key=len)
    rest = iter(long)
    return all(link in rest for link in short)


def member_of(name: str, corpus: Corpus) -> str | None:
    """What a walk over the attributes of a class ends in: ``Book.objects.filter`` is about ``filter``.

    That is the member that is described under this name if there is one alone.
    """
    links = parts(name)
    capital = max((at for at, link in enumerate(links) if link[:1].isupper()), default=len(links))
    if capital + 2 >= len(links) or corpus.is_defined(name) or '::' in name:
        return None
    if any(ending in corpus.endings for ending in suffixes(name) if len(parts(ending)) > 1):
        return None
    members = [match for match in corpus.endings.get(links[-1], ()) if is_member(match, corpus)]
    return members[0] if len(members) == 1 else links[-1]


def of_instance(name: str, corpus: Corpus) -> str | None:
    """The one member that is described and that is read from a variable: ``request.get_host``.

    The variable is called as the class of the member is, or the last word of it (``request``, of ``HttpRequest``), or the
    name of the member is of several words and no other class has one of this name.
    """
    head, *links = parts(name)
    if not links or not head.islower() or not head.isidentifier() or '::' in name:
        return None
    package = _is_package(head, corpus)
    if package and (name in corpus.endings or not _is_variable(head, corpus)):
        return None
    ends = corpus.endings.get(links[-1], ())
    members = [match for match in ends if is_member(match, corpus)]
    owned = [match for match in members if len(links) == 1 and _is_called_as(head, parts(match)[-2])]
    if owned or package:
        return owned[0] if len(owned) == 1 else None
    other = len(links) == 1 and _is_class(''.join(map(str.capitalize, head.split('_'))), corpus)  # "person.last_name"
    return None if other else only_member(links[-1], corpus)


def only_member(last: str, corpus: Corpus) -> str | None:
    """The one member of this name that documents describe, where it is no word of English and no other object has it."""
    ends = corpus.endings.get(last, ())
    if len(ends) != 1 or not (is_snake(last.strip('_')) or (last.islower() and is_coined(last))):
        return None
    member = next(iter(ends))
    return member if is_member(member, corpus) and not _of_others(last, corpus) else None


def _of_others(last: str, corpus: Corpus) -> bool:
    """Whether a class that no document describes has a member of this name."""
    chains = (*corpus.marked.get(last, ()), *corpus.cited.get(last, ()))
    return any(parts(chain)[-2][:1].isupper() for chain in chains)


def _is_class(name: str, corpus: Corpus) -> bool:
    evidence = corpus.names.get(name)
    shown = evidence is not None and (bool(evidence.definitions) or 'class' in evidence.hints(Role.CODE))
    return shown or name in corpus.endings


def _is_called_as(variable: str, owner: str) -> bool:
    """Whether a variable has the name of a class, in small letters, or of the last word of it."""
    small, variable = owner.lower(), variable.replace('_', '')
    return owner != small and (small == variable or HUMP.findall(owner)[-1:] == [variable.capitalize()])


def _is_package(head: str, corpus: Corpus) -> bool:
    """Whether a chain that begins so begins with a package or module."""
    evidence = corpus.names.get(head)
    imported = evidence is not None and not evidence.hints().isdisjoint({'import', 'module', 'package'})
    return (
        imported or head in corpus.roots or is_software(head) or (corpus.of_python and head in sys.stdlib_module_names)
    )


def _is_variable(head: str, corpus: Corpus) -> bool:
    """Whether code has as a variable what begins a chain: ``mock``, which a module is called as well."""
    return 'variable' in corpus.names[head].hints(Role.CODE) if head in corpus.names else False


_MEMBERS = frozenset({'method', 'attribute', 'property', 'classmethod', 'staticmethod', 'member'})


def is_member(name: str, corpus: Corpus) -> bool:
    """Whether a name is described as a member of a class."""
    return any(definition.type in _MEMBERS for definition in corpus.names[name].definitions)
