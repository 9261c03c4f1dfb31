"""The export: keywords, documents and a manifest as JSON Lines for other tools. The form is a contract."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sphinx_kwindex.index.model import Document, Keyword, KeywordIndex, Locator

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


def export_files(index: KeywordIndex, edition: Edition, uri: UriOf, source: SourceOf) -> Iterator[tuple[str, bytes]]:
    """The three files, each by name with its content."""
    yield 'keywords.jsonl', _lines(_keyword(keyword, uri) for keyword in index.keywords)
    yield 'documents.jsonl', _lines(_document(document, uri, source) for document in index.documents)
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
    yield 'manifest.json', _dump(manifest).encode() + b'\n'


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _lines(records: Iterator[dict[str, Any]]) -> bytes:
    return ''.join(f'{line}\n' for line in sorted(map(_dump, records))).encode()


def _keyword(keyword: Keyword, uri: UriOf) -> dict[str, Any]:
    return {
        'name': keyword.name,
        'kind': str(keyword.kind),
        'variants': list(keyword.variants),
        'defined': keyword.defined,
        'count': keyword.count,
        'see_also': list(keyword.see_also),
        'locators': [_locator(locator, uri) for locator in keyword.locators],
    }


def _locator(locator: Locator, uri: UriOf) -> dict[str, Any]:
    return {
        'doc': locator.docname,
        'anchor': locator.anchor,
        'path': list(locator.path),
        'roles': [str(r) for r in locator.roles],
        'count': locator.count,
        'context': locator.context,
        'main': locator.main,
        'uri': uri(locator.docname, locator.anchor),
    }


def _document(document: Document, uri: UriOf, source: SourceOf) -> dict[str, Any]:
    return {
        'doc': document.docname,
        'folder': document.folder,
        'keywords': list(document.keywords),
        'source': source(document.docname),
        'title': document.title,
        'uri': uri(document.docname, ''),
    }
