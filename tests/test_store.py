"""The store: what goes in comes out, a document is replaced whole or not at all, damage is said and mended."""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from factories import occurrence, record, referred
from sphinx_kwindex.occurrences import Definition, DocumentRecord, Occurrence, Reference, Role, Section
from sphinx_kwindex.output.writer import stamp
from sphinx_kwindex.store import SCHEMA_VERSION, OccurrenceStore, StoreDamaged

FULL = DocumentRecord(
    'api/日本語',
    'Titel – «Größe» "quoted"',
    (
        Section('', ('Titel',)),
        Section('größe', ('Titel', 'Größe'), 1),
        Section('x.y', ('Titel', 'Größe', 'x.y'), 2, described=True),
    ),
    (
        Occurrence('größe_x', 1, Role.PROSE, 'identifier', 3, 1, 'größe_xs', 'der größe_xs … 🙂'),
        Occurrence('x.y', 2, Role.DEFINITION, 'definition', 1, 2, definition=Definition('py', 'método', 'pkg.x.y')),
        Occurrence(
            'имя', 0, Role.REFERENCE, '', 1, 3,
            reference=Reference('py', 'func', '~имя', (('py:class', 'К'), ('py:module', 'm'), ('refspecific', True))),
        ),
        Occurrence('z', 0, Role.CODE),
    ),
    {'größe': 2, 'имя': 1},
    1234,
)  # fmt: skip
PLAIN = record('plain', occurrence('a'), occurrence('b'))


@pytest.fixture
def store(tmp_path: Path) -> OccurrenceStore:
    store = OccurrenceStore(tmp_path / 'kwindex' / 'html.sqlite')
    assert store.open() is False
    return store


def rows(store: OccurrenceStore) -> int:
    with closing(sqlite3.connect(store.path)) as connection:
        count: int = connection.execute('SELECT count(*) FROM document').fetchone()[0]
        return count


def execute(store: OccurrenceStore, statement: str) -> None:
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(statement)


def test_round_trip_of_every_field(store: OccurrenceStore) -> None:
    store.replace(FULL, 'stamp ü')
    assert list(store.documents()) == [FULL]
    assert store.stamps() == {'api/日本語': 'stamp ü'}


def test_lone_surrogates_are_kept_as_a_replacement(store: OccurrenceStore) -> None:
    def document(odd: str) -> DocumentRecord:
        said = Occurrence(
            f'a{odd}', 0, Role.REFERENCE, '', 1, 1, f'{odd}s', f'the {odd} …', Definition('py', 'function', odd),
            Reference('py', 'func', odd, (('py:module', odd),)),
        )  # fmt: skip
        return DocumentRecord('doc', f'T{odd}', (Section(odd, (odd, 'ü')),), (said,), {odd: 2}, 9)

    store.replace(document('\udc80x\ud800'), '1')
    assert list(store.documents()) == [document('\ufffdx\ufffd')]


def test_no_field_of_the_round_trip_is_left_at_its_default() -> None:
    for name in Occurrence._fields:
        assert any(
            getattr(found, name) != getattr(Occurrence('z', 0, Role.CODE), name) for found in FULL.occurrences
        ), name


def test_is_kept_between_builds(store: OccurrenceStore) -> None:
    store.replace(FULL, '1')
    again = OccurrenceStore(store.path)
    assert again.open() is True
    assert list(again.documents()) == [FULL]


def test_new_store_is_empty(store: OccurrenceStore) -> None:
    assert list(store.documents()) == []
    assert store.stamps() == {}


def test_document_without_anything(store: OccurrenceStore) -> None:
    empty = DocumentRecord('empty', '', (), ())
    store.replace(empty, '')
    assert list(store.documents()) == [empty]


def test_replace_is_idempotent(store: OccurrenceStore) -> None:
    store.replace(FULL, '1')
    before = rows(store)
    store.replace(FULL, '1')
    assert list(store.documents()) == [FULL]
    assert rows(store) == before == 1


def test_replace_leaves_nothing_of_the_old_row(store: OccurrenceStore) -> None:
    store.replace(FULL, '1')
    smaller = replace(FULL, title='New', occurrences=FULL.occurrences[3:], words={})
    store.replace(smaller, '2')
    assert list(store.documents()) == [smaller]
    assert store.stamps() == {FULL.docname: '2'}
    assert rows(store) == 1


def test_remove(store: OccurrenceStore) -> None:
    store.replace(FULL, '1')
    store.replace(PLAIN, '2')
    store.remove([FULL.docname, 'unknown'])
    assert list(store.documents()) == [PLAIN]
    assert store.stamps() == {'plain': '2'}
    store.remove(['plain'])
    store.remove([])
    assert rows(store) == 0


def test_documents_come_by_name_and_occurrences_as_given(store: OccurrenceStore) -> None:
    for docname in ('b', 'a/z', 'Ä', 'a', 'B', 'a/b'):
        store.replace(record(docname, *(occurrence(f'n{i}') for i in range(12))), '')
    assert [each.docname for each in store.documents()] == ['B', 'a', 'a/b', 'a/z', 'b', 'Ä']
    assert all([o.name for o in each.occurrences] == [f'n{i}' for i in range(12)] for each in store.documents())


def test_context_of_references_is_kept(store: OccurrenceStore) -> None:
    found = Reference('py', 'func', 'f', (('py:class', 'C'), ('refspecific', True)))
    store.replace(record('doc', referred('f')._replace(reference=found)), '')
    (loaded,) = store.documents()
    assert loaded.occurrences[0].reference == found


UNWRITABLE: list[tuple[DocumentRecord, type[Exception]]] = [
    (replace(PLAIN, occurrences=(occurrence('new'), occurrence('bad', count=object()))), TypeError),
    (replace(PLAIN, words={'a': object()}), TypeError),  # type: ignore[dict-item]
    (replace(PLAIN, text_length=object()), sqlite3.ProgrammingError),  # type: ignore[arg-type]
    (replace(PLAIN, text_length=1 << 70), OverflowError),
    (replace(PLAIN, text_length=None), StoreDamaged),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(('unwritable', 'error'), UNWRITABLE)
def test_failed_replace_leaves_the_old_row_whole(
    store: OccurrenceStore, unwritable: DocumentRecord, error: type[Exception]
) -> None:
    store.replace(PLAIN, '1')
    with pytest.raises(error):
        store.replace(replace(unwritable, title='New'), '2')
    assert list(store.documents()) == [PLAIN]
    assert store.stamps() == {'plain': '1'}


def test_unicode_path(tmp_path: Path) -> None:
    store = OccurrenceStore(tmp_path / 'ordner ü' / '日本' / 'ht ml?#%.sqlite')
    store.open()
    store.replace(PLAIN, '1')
    assert list(OccurrenceStore(store.path).documents()) == [PLAIN]
    assert store.path.is_file()


def overwrite(data: bytes) -> Callable[[OccurrenceStore], None]:
    def damage(store: OccurrenceStore) -> None:
        store.path.write_bytes(data)

    return damage


def truncate(store: OccurrenceStore) -> None:
    for number in range(40):
        store.replace(record(f'doc{number}', *(occurrence(f'name{i}', context='x' * 100) for i in range(20))), '')
    data = store.path.read_bytes()
    store.path.write_bytes(data[: len(data) // 2])


def put_folder(store: OccurrenceStore) -> None:
    store.path.unlink()
    store.path.mkdir()


DAMAGE: list[tuple[Callable[[OccurrenceStore], None], str]] = [
    (overwrite(b'no database at all, but long enough to look like a file of some kind' * 50), 'not a database'),
    (overwrite(b''), f'version 0, not {SCHEMA_VERSION}'),
    (truncate, '.'),
    (
        lambda store: execute(store, f'PRAGMA user_version = {SCHEMA_VERSION + 1}'),
        f'version {SCHEMA_VERSION + 1}, not {SCHEMA_VERSION}',
    ),
    (lambda store: execute(store, 'DROP TABLE document'), 'its table is missing'),
]


@pytest.mark.parametrize(('damage', 'message'), DAMAGE)
def test_damage_is_said_and_mended(
    store: OccurrenceStore, damage: Callable[[OccurrenceStore], None], message: str
) -> None:
    store.replace(PLAIN, '1')
    damage(store)
    with pytest.raises(StoreDamaged, match=message):
        store.open()
    store.reset()
    assert store.open() is True
    assert store.stamps() == {}
    store.replace(FULL, '2')
    assert list(store.documents()) == [FULL]


@pytest.mark.parametrize('damage', [damage for damage, message in DAMAGE if message == 'its table is missing'])
def test_damage_met_later(store: OccurrenceStore, damage: Callable[[OccurrenceStore], None]) -> None:
    store.replace(PLAIN, '1')
    damage(store)
    with pytest.raises(StoreDamaged):
        store.replace(FULL, '1')
    with pytest.raises(StoreDamaged):
        list(store.documents())


@pytest.mark.parametrize(
    ('column', 'old', 'new'),
    [
        ('sections', r'.*', '[['),
        ('sections', r'.*', '[[1]]'),
        ('sections', r'.*', '5'),
        ('words', r'.*', ''),
        ('occurrences', r'.*', '[]]'),
        ('occurrences', r'.*', '[1]'),
        ('occurrences', r'.*', '[["a"]]'),
        ('occurrences', 'literal', 'codex'),
        ('occurrences', 'null,null', '[1],null'),
        ('occurrences', 'null,null', 'null,[1, 2]'),
        ('occurrences', 'null,null', 'null,["py", "func", "x", 5]'),
        ('occurrences', 'null,null', 'null,null,null'),
    ],
)
def test_cell_that_can_not_be_read(store: OccurrenceStore, column: str, old: str, new: str) -> None:
    store.replace(PLAIN, '1')
    with closing(sqlite3.connect(store.path)) as connection, connection:
        ((packed,),) = connection.execute(f'SELECT {column} FROM document').fetchall()
        text = zlib.decompress(packed).decode()
        changed = re.sub(old, lambda _match: new, text, count=1)
        assert changed != text
        connection.execute(f'UPDATE document SET {column} = ?', [zlib.compress(changed.encode())])
    assert store.open() is True
    with pytest.raises(StoreDamaged):
        list(store.documents())


@pytest.mark.parametrize(
    'change', ["title = CAST(x'ff' AS TEXT)", "occurrences = '[]'", 'words = substr(words, 1, 9)', "sections = x'78'"]
)
def test_cell_that_is_damaged(store: OccurrenceStore, change: str) -> None:
    store.replace(FULL, '1')
    execute(store, f'UPDATE document SET {change}')
    assert store.open() is True
    with pytest.raises(StoreDamaged):
        list(store.documents())


def test_folder_in_its_place_is_no_store_and_is_left_alone(store: OccurrenceStore) -> None:
    put_folder(store)
    with pytest.raises(StoreDamaged):
        store.open()
    with pytest.raises(OSError, match='sqlite'):
        store.reset()
    assert store.path.is_dir()


def test_reset_takes_the_journals_along(store: OccurrenceStore) -> None:
    journals = [store.path.with_name(f'html.sqlite{suffix}') for suffix in ('-journal', '-wal', '-shm')]
    for journal in journals:
        journal.write_bytes(b'old')
    store.reset()
    assert not any(journal.exists() for journal in journals)
    assert store.open() is True


def test_owner_of_an_option_is_kept(store: OccurrenceStore) -> None:
    owned = Definition('std', 'cmdoption', '--all', 'git-add')
    loose = Definition('std', 'cmdoption', '--all')
    found = tuple(Occurrence('--all', 0, Role.DEFINITION, definition=each) for each in (owned, loose))
    store.replace(record('doc', *found), '')
    (kept,) = store.documents()
    assert [each.definition for each in kept.occurrences] == [owned, loose]


def test_digests_tell_what_a_document_says(store: OccurrenceStore) -> None:
    store.replace(FULL, '1')
    store.replace(PLAIN, '1')
    before = store.digests([FULL.docname, 'plain', 'unknown'])
    assert list(before) == [FULL.docname, 'plain']
    store.replace(FULL, '2')
    store.replace(record('plain', occurrence('a'), occurrence('c')), '1')
    after = store.digests([FULL.docname, 'plain'])
    assert after[FULL.docname] == before[FULL.docname]
    assert after['plain'] != before['plain']
    for change in ('length = 9', 'occurrences = words'):
        known = store.digests([FULL.docname])
        execute(store, f"UPDATE document SET {change} WHERE docname = '{FULL.docname}'")
        assert store.digests([FULL.docname]) != known


def test_file_changes_with_what_it_holds_alone(store: OccurrenceStore) -> None:
    before = stamp(store.path)
    assert store.open() is True
    assert store.stamps() == {}
    assert stamp(store.path) == before != []
    store.replace(FULL, '1')
    assert stamp(store.path) != before
    store.path.unlink()
    assert stamp(store.path) == []
