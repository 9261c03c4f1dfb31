"""Stage 2: the occurrences of every document, kept between builds in one SQLite file per builder.

A connection lives for one operation only: Sphinx forks writers between two documents, and SQLite forbids carrying
a connection across a fork (https://www.sqlite.org/howtocorrupt.html, section 2.6).  Each document is replaced in one
transaction, so a build that is killed leaves every row whole.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sphinx_kwindex.occurrences import Definition, DocumentRecord, Occurrence, Reference, Role, Section, encodable

SCHEMA_VERSION = 22
"""Raised with the table and with what the collector puts into it; a store of another version is built anew."""

_SCHEMA = """
CREATE TABLE document (
    docname TEXT PRIMARY KEY, stamp TEXT NOT NULL, title TEXT NOT NULL, length INTEGER NOT NULL, sections BLOB NOT NULL,
    words BLOB NOT NULL, occurrences BLOB NOT NULL
);
"""
_INSERT = 'INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)'
_DELETE = 'DELETE FROM document WHERE docname = ?'
_SELECT_STAMPS = 'SELECT docname, stamp FROM document'
_SELECT_DOCUMENTS = 'SELECT docname, title, length, sections, words, occurrences FROM document ORDER BY docname'
_text_of = json.JSONEncoder(ensure_ascii=False, separators=(',', ':'), sort_keys=True).encode
_LEVEL = 1
"""Of zlib: a quarter of the size for a fiftieth of the time that collecting takes; 6 saves a sixth more for over twice that."""
_SELECT_DOCUMENT = 'SELECT title, length, sections, words, occurrences FROM document WHERE docname = ?'


class StoreDamaged(Exception):
    """The file is no store of this version: garbage, cut off, or written by another release."""


class OccurrenceStore:
    """What the documents of one builder say, by document.

    Every operation may raise :exc:`StoreDamaged`; :meth:`reset` then makes an empty store in its place.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> bool:
        """Make the store usable; return whether one was there.

        :raises StoreDamaged: where the file can't be used
        """
        if not self.path.exists():
            self.reset()
            return False
        with self._connect() as connection:
            version = connection.execute('PRAGMA user_version').fetchone()[0]
            if version != SCHEMA_VERSION:
                raise StoreDamaged(f'it has version {version}, not {SCHEMA_VERSION}')
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if 'document' not in tables:
                raise StoreDamaged('its table is missing')
            if (verdict := connection.execute('PRAGMA quick_check(1)').fetchone()[0]) != 'ok':
                raise StoreDamaged(str(verdict))
        return True

    def reset(self) -> None:
        """Replace the file by an empty store."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        for suffix in ('', '-journal', '-wal', '-shm'):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        with self._connect() as connection:
            connection.executescript(_SCHEMA)
            connection.execute(f'PRAGMA user_version = {SCHEMA_VERSION:d}')

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        """One connection, one transaction: committed at the end, rolled back on any exception."""
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                # A crash of the machine may cost the cache, which is then built anew; a killed process never does.
                connection.execute('PRAGMA synchronous = OFF')
                with connection:
                    yield connection
        except sqlite3.ProgrammingError:
            raise  # a fault of ours, not of the file
        except (sqlite3.DatabaseError, OSError) as error:
            raise StoreDamaged(str(error)) from error

    def replace(self, record: DocumentRecord, stamp: str) -> None:
        """Put *record* in the place of all that was known of its document; lone surrogates in its texts become U+FFFD."""
        row = (
            record.docname,
            stamp,
            encodable(record.title),
            record.text_length,
            _pack([[s.anchor, s.path, s.depth, int(s.described)] for s in record.sections]),
            _pack(dict(record.words)),
            _pack(record.occurrences),
        )
        with self._connect() as connection:
            connection.execute(_DELETE, (record.docname,))
            connection.execute(_INSERT, row)

    def remove(self, docnames: Iterable[str]) -> None:
        """Forget documents; unknown ones are no error."""
        with self._connect() as connection:
            connection.executemany(_DELETE, [(docname,) for docname in docnames])

    def stamps(self) -> dict[str, str]:
        """The stamp under which each document was recorded."""
        with self._connect() as connection:
            return dict(connection.execute(_SELECT_STAMPS).fetchall())

    def digests(self, docnames: Iterable[str]) -> dict[str, str]:
        """What is held of each document but for its stamp, as a digest; documents that are not held are left out."""
        found = {}
        with self._connect() as connection:
            for docname in docnames:
                for row in connection.execute(_SELECT_DOCUMENT, (docname,)):
                    found[docname] = hashlib.sha256(repr(row).encode('utf-8', 'surrogatepass')).hexdigest()
        return found

    def documents(self) -> Iterator[DocumentRecord]:
        """Every document with its occurrences, in the order of their names, one in memory at a time."""
        with self._connect() as connection:
            for docname, title, length, sections, words, occurrences in connection.execute(_SELECT_DOCUMENTS):
                try:
                    record = DocumentRecord(
                        docname,
                        title,
                        _load_sections(sections),
                        tuple(map(_load_occurrence, _unpack(occurrences))),
                        _unpack(words),
                        length,
                    )
                except (ValueError, TypeError, IndexError, AttributeError, zlib.error) as error:
                    # SQLite keeps no checksums: a damaged cell is met only here.
                    raise StoreDamaged(f'the row of {docname} can not be read: {error}') from error
                yield record


def _pack(value: Any) -> bytes:
    text = _text_of(value)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = encodable(text).encode()
    return zlib.compress(data, _LEVEL)


def _unpack(data: bytes) -> Any:
    return json.loads(zlib.decompress(data))


def _load_sections(data: bytes) -> tuple[Section, ...]:
    return tuple(
        Section(anchor, tuple(path), depth, bool(described)) for anchor, path, depth, described in _unpack(data)
    )


_load_role = lru_cache(Role)


def _load_occurrence(row: list[Any]) -> Occurrence:
    row[2] = _load_role(row[2])
    if row[8] is not None:
        row[8] = Definition(*row[8])
    if row[9] is not None:
        domain, reftype, target, context = row[9]
        row[9] = _load_reference(domain, reftype, target, *map(tuple, context))
    return Occurrence._make(row)


@lru_cache(maxsize=10_000)
def _load_reference(domain: str, reftype: str, target: str, *context: tuple[str, str | bool]) -> Reference:
    return Reference(domain, reftype, target, context)
