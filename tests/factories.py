"""Small makers of records, keywords and indexes, with the values that a test does not speak of filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sphinx_kwindex.index.assemble import build_index
from sphinx_kwindex.index.grouping import Grouping, group_corpus
from sphinx_kwindex.index.model import Choices, Document, Keyword, KeywordIndex
from sphinx_kwindex.index.places import Locator, Locators, Presence
from sphinx_kwindex.occurrences import Definition, DocumentRecord, Kind, Occurrence, Reference, Role, Section


def occurrence(name: str, role: Role = Role.LITERAL, hint: str = '', *, section: int = 0, **more: Any) -> Occurrence:
    return Occurrence(name, section, role, hint, **more)


def defined(name: str, *, domain: str = 'py', objtype: str = 'function', section: int = 0, **more: Any) -> Occurrence:
    definition = Definition(domain, objtype, name)
    return Occurrence(name, section, Role.DEFINITION, 'definition', definition=definition, **more)


def referred(name: str, *, domain: str = 'py', reftype: str = 'func', section: int = 0, **more: Any) -> Occurrence:
    return Occurrence(name, section, Role.REFERENCE, reference=Reference(domain, reftype, name), **more)


def coded(name: str, hint: str = 'variable', **more: Any) -> Occurrence:
    return occurrence(name, Role.CODE, hint, **more)


def written(name: str, hint: str = 'identifier', **more: Any) -> Occurrence:
    return occurrence(name, Role.PROSE, hint, **more)


def record(
    docname: str,
    *occurrences: Occurrence,
    title: str | None = None,
    sections: Sequence[str] = (),
    words: Mapping[str, int] | None = None,
) -> DocumentRecord:
    """A document with a place for itself and one for each of *sections*, whose anchors are their names."""
    title = docname.title() if title is None else title
    places = (Section('', (title or docname,)), *(Section(name, (title, name.title()), 1) for name in sections))
    return DocumentRecord(docname, title, places, occurrences, words or {}, 100)


def nowhere(_docname: str, _reference: Reference) -> str | None:
    """Every reference leads nowhere."""
    return None


def index_of(
    *records: DocumentRecord,
    order: Iterable[str] | None = None,
    resolve: Mapping[str, str] | None = None,
    **choices: Any,
) -> KeywordIndex:
    """The index of *records*, read in their order unless *order* names another; *resolve* maps targets to objects."""
    targets = resolve or {}
    return build_index(
        lambda: records,
        list(order or (record.docname for record in records)),
        Choices(**choices),
        lambda _docname, reference: targets.get(reference.target),
    )


def grouping_of(
    *records: DocumentRecord, resolve: Mapping[str, str] | None = None, in_full: bool = True, **choices: Any
) -> Grouping:
    """*records* grouped, read in their order, with what goes to no name."""
    return group_corpus(
        lambda: records,
        [record.docname for record in records],
        Choices(**choices),
        lambda _docname, reference: (resolve or {}).get(reference.target),
        in_full=in_full,
    )


def names(index: KeywordIndex) -> list[str]:
    return [keyword.name for keyword in index.keywords]


def locator(docname: str, anchor: str = '', *, order: tuple[int, int] = (0, 0), **more: Any) -> Locator:
    values: dict[str, Any] = {'path': (docname.title(),), 'roles': (Role.LITERAL,), 'count': 1}
    return Locator(docname, anchor, order=order, **{**values, **more})


class Listed(tuple[Locator, ...], Locators):
    """Places that a test names one by one."""

    texts: Sequence[str] = ()

    def contexts(self) -> Iterator[str]:
        return iter(self.texts or [''] * len(self))

    def docnames(self) -> list[str]:
        return list(dict.fromkeys(each.docname for each in self))

    def inside(self, docname: str) -> Sequence[Locator]:
        return sorted((each for each in self if each.docname == docname), key=lambda each: each.order)

    def presence(self, docname: str) -> Presence:
        here = [each for each in self if each.docname == docname]
        roles = {role for each in here for role in each.roles}
        mentions = sum(each.count for each in here)
        ordered = tuple(role for role in Role if role in roles)
        first = min(each.order for each in here)
        return Presence(docname, ordered, mentions, len(here), first, here[0].anchor, here[0].defines)

    def told(self) -> tuple[list[str], bytes]:
        return [each.docname for each in self], repr(tuple(self)).encode()

    def told_inside(self, docname: str) -> bytes:
        return repr([each for each in self if each.docname == docname]).encode()


def keyword(
    name: str, *locators: Locator, kind: Kind = Kind.NAME, contexts: Sequence[str] = (), **more: Any
) -> Keyword:
    values: dict[str, Any] = {'variants': (), 'defined': False, 'head': name}
    values['count'] = sum(each.count for each in locators)
    places = Listed(locators)
    places.texts = contexts
    return Keyword(name, kind, locators=places, **{**values, **more})


def document(docname: str, *keywords: str, title: str | None = None, related: Sequence[str] = ()) -> Document:
    title = docname.title() if title is None else title
    return Document(docname, title, (Section('', (title,), 0, described=False),), keywords, tuple(related))


def keyword_index(keywords: Sequence[Keyword], documents: Sequence[Document]) -> KeywordIndex:
    return KeywordIndex(tuple(keywords), tuple(documents), {each.name: each for each in keywords})
