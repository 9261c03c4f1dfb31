"""The export, byte for byte: its form is a contract."""

from __future__ import annotations

import json

from factories import defined, document, index_of, keyword, keyword_index, locator, occurrence, record
from sphinx_kwindex.index.model import KeywordIndex
from sphinx_kwindex.occurrences import Kind, Role
from sphinx_kwindex.output.export import Edition, export_files

EDITION = Edition('sphinx-kwindex 1.0', 'Projekt Ü', '2.0', 'de')
INDEX = keyword_index(
    [
        keyword(
            'logging.getLogger',
            locator(
                'howto/log', 'größe', roles=(Role.DEFINITION, Role.PROSE), count=3,
                path=('Log', 'Größe'), main=True,
            ),
            locator('index'),
            kind=Kind.FUNCTION, contexts=('say "größe" <b>', ''), variants=('getLogger',), defined=True, head='getLogger',
        ),
        keyword('API', locator('index', roles=(Role.PROSE,), main=True), kind=Kind.ACRONYM),
    ],
    [document('index', 'API', 'logging.getLogger'), document('howto/log', 'logging.getLogger', title='Log')],
)  # fmt: skip


def uri(docname: str, anchor: str) -> str:
    return f'{docname}.html#{anchor}' if anchor else f'{docname}.html'


def exported(index: KeywordIndex) -> dict[str, bytes]:
    files = export_files(index, EDITION, uri, lambda docname: f'{docname}.rst')
    return {name: b''.join(lines) for name, lines in files}


KEYWORDS = """\
{"count": 1, "defined": false, "kind": "acronym", "locators": [{"anchor": "", "context": "", "count": 1, "doc": "index", \
"main": true, "path": ["Index"], "roles": ["prose"], "uri": "index.html"}], "name": "API", "see_also": [], "variants": []}
{"count": 4, "defined": true, "kind": "function", "locators": [{"anchor": "größe", "context": "say \\"größe\\" <b>", \
"count": 3, "doc": "howto/log", "main": true, "path": ["Log", "Größe"], "roles": ["definition", "prose"], \
"uri": "howto/log.html#größe"}, {"anchor": "", "context": "", "count": 1, "doc": "index", "main": false, \
"path": ["Index"], "roles": ["literal"], "uri": "index.html"}], "name": "logging.getLogger", "see_also": [], \
"variants": ["getLogger"]}
"""
DOCUMENTS = """\
{"doc": "howto/log", "folder": "howto", "keywords": ["logging.getLogger"], "source": "howto/log.rst", "title": "Log", \
"uri": "howto/log.html"}
{"doc": "index", "folder": "", "keywords": ["API", "logging.getLogger"], "source": "index.rst", "title": "Index", \
"uri": "index.html"}
"""
MANIFEST = """\
{"counts": {"documents": 2, "keywords": 2, "locators": 3, "occurrences": 5}, "format": 1, \
"generator": "sphinx-kwindex 1.0", "language": "de", "project": "Projekt Ü", "release": "2.0"}
"""


def test_bytes() -> None:
    assert exported(INDEX) == {
        'keywords.jsonl': KEYWORDS.encode(),
        'documents.jsonl': DOCUMENTS.encode(),
        'manifest.json': MANIFEST.encode(),
    }


def test_lines_are_sorted_and_end_in_a_line_feed() -> None:
    for name, data in exported(INDEX).items():
        assert data.endswith(b'}\n'), name
        assert b'\r' not in data
        lines = data.decode().splitlines()
        assert lines == sorted(lines)
        assert all(list(json.loads(line)) == sorted(json.loads(line)) for line in lines)


def test_order_of_the_index_does_not_matter() -> None:
    backwards = keyword_index(INDEX.keywords[::-1], INDEX.documents[::-1])
    assert exported(backwards) == exported(INDEX)


def test_line_breaks_inside_values_break_no_line() -> None:
    index = keyword_index([keyword('a\u2028b\nc', locator('d'), contexts=['x\ny'])], [])
    assert exported(index)['keywords.jsonl'].count(b'\n') == 1


def test_see_also_is_exported_and_headings_are_not() -> None:
    index = index_of(
        record('a', defined('x.Loader', objtype='class'), defined('x.Loader.run', objtype='method')),
        record('b', occurrence('Loader', spelling='MyLoader')),
    )
    assert [reference.heading for reference in index.references] == ['MyLoader']
    lines = [json.loads(line) for line in exported(index)['keywords.jsonl'].splitlines()]
    assert {line['name']: line['see_also'] for line in lines} == {'x.Loader': [], 'x.Loader.run': ['x.Loader']}
    assert {line['name']: line['variants'] for line in lines} == {
        'x.Loader': ['Loader', 'MyLoader'],
        'x.Loader.run': [],
    }


def test_nothing_to_export() -> None:
    empty = exported(keyword_index([], []))
    assert empty['keywords.jsonl'] == empty['documents.jsonl'] == b''
    assert json.loads(empty['manifest.json'])['counts'] == {
        'documents': 0, 'keywords': 0, 'locators': 0, 'occurrences': 0,
    }  # fmt: skip
