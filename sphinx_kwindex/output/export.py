"""The export: keywords, documents and a manifest as JSON Lines for other tools. The form is a contract."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sphinx_kwindex.index.model import Document, Keyword, KeywordIndex
from sphinx_kwindex.index.places import Locator

_T = TypeVar('_T')
FORMAT = 1
EXPORT_FOLDER = '_static/kwindex/export'


@dataclass(frozen=True, slots=True)
class Edition:
    """What the manifest says of the build."""

    generator: str
    project: str
    release: str
    language: str


UriOf = Callable[[str, str], str]
"""(docname, anchor) -> the address from the root of the output."""

SourceOf = Callable[[str], str]
"""docname -> the path of its file from the source folder."""


def export_files(
    index: KeywordIndex, edition: Edition, uri: UriOf, source: SourceOf
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The three files, each by name with its content, line by line."""
    yield 'keywords.jsonl', _lines(index.keywords, _keyword_start, lambda keyword: _keyword(keyword, uri))
    yield 'documents.jsonl', _lines(index.documents, _document_start, lambda document: _document(document, uri, source))
    counts = {
        'documents': len(index.documents),
        'keywords': len(index.keywords),
        'locators': sum(len(keyword.locators) for keyword in index.keywords),
        'occurrences': index.occurrences,
    }
    manifest = {
        'format': FORMAT,
        'generator': edition.generator,
        'project': edition.project,
        'release': edition.release,
        'language': edition.language,
        'counts': counts,
    }
    yield 'manifest.json', [_dump(manifest).encode() + b'\n']


_dump = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _lines(
    items: Iterable[_T], start: Callable[[_T], dict[str, Any]], whole: Callable[[_T], dict[str, Any]]
) -> Iterator[bytes]:
    """A line for each item, sorted as texts; only those that *start* alike are in memory together.

    What *start* gives has the keys that come first in the whole.
    """
    alike: defaultdict[str, list[_T]] = defaultdict(list)
    for item in items:
        alike[_dump(start(item)).removesuffix('}') + ','].append(item)
    for beginning in sorted(alike):
        yield from (f'{line}\n'.encode() for line in sorted(_dump(whole(item)) for item in alike[beginning]))


def _keyword_start(keyword: Keyword) -> dict[str, Any]:
    return {'count': keyword.count, 'defined': keyword.defined, 'kind': str(keyword.kind)}


def _document_start(document: Document) -> dict[str, Any]:
    return {'doc': document.docname}


def _keyword(keyword: Keyword, uri: UriOf) -> dict[str, Any]:
    return {
        **_keyword_start(keyword),
        'name': keyword.name,
        'variants': list(keyword.variants),
        'see_also': list(keyword.see_also),
        'locators': [
            _locator(locator, context, uri)
            for locator, context in zip(keyword.locators, keyword.locators.contexts(), strict=True)
        ],
    }


def _locator(locator: Locator, context: str, uri: UriOf) -> dict[str, Any]:
    return {
        'doc': locator.docname,
        'anchor': locator.anchor,
        'path': list(locator.path),
        'roles': [str(r) for r in locator.roles],
        'count': locator.count,
        'context': context,
        'main': locator.main,
        'uri': uri(locator.docname, locator.anchor),
    }


def _document(document: Document, uri: UriOf, source: SourceOf) -> dict[str, Any]:
    return {
        **_document_start(document),
        'folder': document.folder,
        'keywords': list(document.keywords),
        'source': source(document.docname),
        'title': document.title,
        'uri': uri(document.docname, ''),
    }
