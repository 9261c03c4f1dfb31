"""Stage 2: the occurrences of every document, kept between builds in one SQLite file per builder.

A connection lives for one operation only: Sphinx forks writers between two documents, and SQLite forbids carrying
a connection across a fork (https://www.sqlite.org/howtocorrupt.html, section 2.6).  Each document is replaced in one
transaction, so a build that is killed leaves every row whole.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sphinx_kwindex.occurrences import Definition, DocumentRecord, Occurrence, Reference, Role, Section

SCHEMA_VERSION = 2
"""Raised with the tables and with what the collector puts into them; a store of another version is built anew."""

_SCHEMA = """
CREATE TABLE document (
    docname TEXT PRIMARY KEY, stamp TEXT NOT NULL, title TEXT NOT NULL, sections TEXT NOT NULL, words TEXT NOT NULL,
    length INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE occurrence (
    docname TEXT NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL, section INTEGER NOT NULL, role TEXT NOT NULL,
    hint TEXT NOT NULL, count INTEGER NOT NULL, position INTEGER NOT NULL, spelling TEXT NOT NULL, context TEXT NOT NULL,
    definition TEXT, reference TEXT,
    PRIMARY KEY (docname, ordinal)
) WITHOUT ROWID;
"""
_TABLES = ('document', 'occurrence')
_INSERT_DOCUMENT = 'INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)'
_INSERT_OCCURRENCE = 'INSERT INTO occurrence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
_SELECT_STAMPS = 'SELECT docname, stamp FROM document'
_SELECT_DOCUMENTS = 'SELECT docname, title, sections, words, length FROM document ORDER BY docname'
_SELECT_DOCUMENT = 'SELECT title, sections, words, length FROM document WHERE docname = ?'
_SELECT_OCCURRENCES = (
    'SELECT name, section, role, hint, count, position, spelling, context, definition, reference '
    'FROM occurrence WHERE docname = ? ORDER BY ordinal'
)


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
            if not tables.issuperset(_TABLES):
                raise StoreDamaged('tables are missing')
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
        """Put *record* in the place of all that was known of its document."""
        with self._connect() as connection:
            _delete(connection, [record.docname])
            sections = json.dumps(
                [[s.anchor, s.path, s.depth, int(s.described)] for s in record.sections], ensure_ascii=False
            )
            connection.execute(
                _INSERT_DOCUMENT,
                (
                    record.docname,
                    stamp,
                    record.title,
                    sections,
                    json.dumps(dict(record.words), ensure_ascii=False, sort_keys=True),
                    record.text_length,
                ),
            )
            connection.executemany(
                _INSERT_OCCURRENCE,
                (
                    (
                        record.docname,
                        ordinal,
                        o.name,
                        o.section,
                        o.role,
                        o.hint,
                        o.count,
                        o.position,
                        o.spelling,
                        o.context,
                        _dump_definition(o.definition),
                        _dump_reference(o.reference),
                    )
                    for ordinal, o in enumerate(record.occurrences)
                ),
            )

    def remove(self, docnames: Iterable[str]) -> None:
        """Forget documents; unknown ones are no error."""
        with self._connect() as connection:
            _delete(connection, docnames)

    def stamps(self) -> dict[str, str]:
        """The stamp under which each document was recorded."""
        with self._connect() as connection:
            return dict(connection.execute(_SELECT_STAMPS).fetchall())

    def digests(self, docnames: Iterable[str]) -> dict[str, str]:
        """What is held of each document but for its stamp, as a digest; documents that are not held are left out."""
        found = {}
        with self._connect() as connection:
            for docname in docnames:
                document = connection.execute(_SELECT_DOCUMENT, (docname,)).fetchall()
                if document:
                    rows = connection.execute(_SELECT_OCCURRENCES, (docname,)).fetchall()
                    # Of this version, and only of plain values, equal ones give equal bytes.
                    found[docname] = hashlib.sha256(marshal.dumps((document, rows), 2)).hexdigest()
        return found

    def file_state(self) -> list[int]:
        """Size and time of the file, nothing where there is none."""
        try:
            status = self.path.stat()
        except OSError:
            return []
        return [status.st_size, status.st_mtime_ns]

    def documents(self) -> Iterator[DocumentRecord]:
        """Every document with its occurrences, in the order of their names, one in memory at a time."""
        with self._connect() as connection:
            for docname, title, sections, words, length in connection.execute(_SELECT_DOCUMENTS):
                rows = connection.execute(_SELECT_OCCURRENCES, (docname,))
                try:
                    record = DocumentRecord(
                        docname, title, _load_sections(sections), _load_occurrences(rows), json.loads(words), length
                    )
                except (ValueError, TypeError, AttributeError) as error:
                    # SQLite keeps no checksums: a damaged cell is met only here.
                    raise StoreDamaged(f'the row of {docname} can not be read: {error}') from error
                yield record


def _delete(connection: sqlite3.Connection, docnames: Iterable[str]) -> None:
    rows = [(docname,) for docname in docnames]
    for table in _TABLES:
        connection.executemany(f'DELETE FROM {table} WHERE docname = ?', rows)


def _load_sections(text: str) -> tuple[Section, ...]:
    return tuple(
        Section(anchor, tuple(path), depth, bool(described)) for anchor, path, depth, described in json.loads(text)
    )


def _load_occurrences(rows: Iterable[tuple[Any, ...]]) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(
            name,
            section,
            _load_role(role),
            hint,
            count,
            position,
            spelling,
            context,
            _load_definition(definition),
            _load_reference(reference),
        )
        for name, section, role, hint, count, position, spelling, context, definition, reference in rows
    )


_load_role = lru_cache(Role)


def _dump_definition(definition: Definition | None) -> str | None:
    return (
        None
        if definition is None
        else json.dumps([definition.domain, definition.type, definition.name, definition.owner], ensure_ascii=False)
    )


def _load_definition(text: str | None) -> Definition | None:
    return Definition(*json.loads(text)) if text else None


def _dump_reference(reference: Reference | None) -> str | None:
    return (
        None
        if reference is None
        else json.dumps(
            [reference.domain, reference.type, reference.target, dict(reference.context)],
            ensure_ascii=False,
            sort_keys=True,
        )
    )


@lru_cache(maxsize=10_000)
def _load_reference(text: str | None) -> Reference | None:
    if not text:
        return None
    domain, reftype, target, context = json.loads(text)
    return Reference(domain, reftype, target, tuple(sorted(context.items())))
