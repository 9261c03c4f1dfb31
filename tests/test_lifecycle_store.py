"""What happens to the store and to the build around it: damage, crashes, other builders, other settings, other processes."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import living
from conftest import MakeProject
from projects import CONF, Built, Project, assert_like_clean, assert_same

REBUILT = 'kwindex: the store of occurrences is damaged or of another version'
CHANGED = 'A ``Loader``, a ``lone_name``, and a ``second_name``.\n'


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """The living documentation, built once."""
    project = make_project(living.FILES, **living.CONF)
    assert project.build().resolved == living.ALL
    return project


def edit(project: Project) -> None:
    """A change that every output shows."""
    project.edit('lone/page.rst', 'lone_name', 'second_name')


def assert_edit_shows(built: Built) -> None:
    assert built.places('second_name') == [('lone/page', 'lone-page')]
    assert 'lone_name' not in built.keywords
    assert 'second_name' in built.text('kw/doc/lone/page.html')


# -- damage -------------------------------------------------------------------------------------------------------


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def fill_with_garbage(path: Path) -> None:
    path.write_bytes(b'no database at all ' * 400)


def spoil_the_middle(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b'\xff' * 64
    path.write_bytes(data)


def empty(path: Path) -> None:
    path.write_bytes(b'')


def age(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute('PRAGMA user_version = 0')
    connection.close()


def drop_the_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute('DROP TABLE document')
    connection.close()


@pytest.mark.parametrize('damage', [cut, fill_with_garbage, spoil_the_middle, empty, age, drop_the_table])
def test_damaged_store_is_rebuilt_with_one_message(project: Project, damage: Callable[[Path], None]) -> None:
    damage(project.store)
    edit(project)
    built = project.build()
    assert built.output.count(REBUILT) == 1
    assert built.read == ['lone/page']
    assert built.resolved == living.ALL
    assert_edit_shows(built)
    assert_like_clean(project, built)
    assert project.build().resolved == []


def test_deleted_store(project: Project) -> None:
    shutil.rmtree(project.store.parent)
    edit(project)
    built = project.build()
    assert REBUILT not in built.output
    assert (built.read, built.resolved) == (['lone/page'], living.ALL)
    assert_edit_shows(built)
    assert_like_clean(project, built)


def test_deleted_store_and_nothing_else_to_do(project: Project) -> None:
    before = Built(project.out(), '').ours()
    project.store.unlink()
    built = project.build()
    assert (built.read, built.resolved) == ([], living.ALL)
    assert built.ours() == before


def test_one_lost_row_resolves_one_document(project: Project) -> None:
    with sqlite3.connect(project.store) as connection:
        connection.execute("DELETE FROM document WHERE docname = 'api/more'")
    connection.close()
    before = Built(project.out(), '').ours()
    built = project.build()
    assert (built.read, built.resolved) == ([], ['api/more'])
    assert built.ours() == before


@pytest.mark.skipif(os.name == 'nt', reason='folders are no files here')
def test_unusable_store_is_one_warning_and_no_index(make_project: MakeProject) -> None:
    project = make_project(living.FILES, **living.CONF)
    (project.store / 'occupied').mkdir(parents=True)
    reason = f"[Errno 21] Is a directory: '{project.store}'"
    warning = f'WARNING: the store {project.store} can not be used: {reason}; no keyword index is made [kwindex.store]'
    built = project.build(warnings=[warning])
    assert not built.has('kw-index.html')
    assert built.has('api/core.html')


# -- crashes ------------------------------------------------------------------------------------------------------


def kill_when(project: Project, arrived: Callable[[], bool], builder: str = 'html', *arguments: str) -> None:
    """Start a build and kill it in the middle."""
    process = subprocess.Popen(
        project.command(builder, arguments),
        env=project.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    limit = time.monotonic() + 60
    while not arrived():
        assert process.poll() is None, 'the build was over before it could be killed'
        assert time.monotonic() < limit
        time.sleep(0.0005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def many(project: Project, number: int = 150) -> None:
    """So many documents that there is time to interrupt."""
    project.write(
        {
            f'many/d{n}.rst': f':orphan:\n\nDocument {n}\n=============\n\n'
            + f'It has ``name_{n}``, ``shared_name`` and :py:class:`core.Loader`.\n\n' * 5
            for n in range(number)
        }
    )


@pytest.mark.skipif(os.name == 'nt', reason='no process groups here')
@pytest.mark.parametrize('stage', ['recording', 'pages', 'scratch'])
def test_killed_while_writing(project: Project, stage: str) -> None:
    many(project)
    edit(project)
    arrived: dict[str, Callable[[], bool]] = {
        'recording': project.out().joinpath('many/d77.html').exists,
        'pages': project.out().joinpath('kw/doc/many/d10.html').exists,
        'scratch': project.out().joinpath('.kwindex.tmp').exists,
    }
    kill_when(project, arrived[stage])
    for page in project.out().rglob('*.html'):
        # Sphinx takes the page that it was writing for whole.
        if '</html>' not in page.read_text(encoding='utf-8'):
            page.unlink()
    built = project.build()
    assert_edit_shows(built)
    assert not built.has('.kwindex.tmp')
    assert not list(built.out.rglob('*.kwindex-tmp'))
    assert_like_clean(project, built)


# -- settings -----------------------------------------------------------------------------------------------------


def test_extension_added_to_a_built_project(make_project: MakeProject) -> None:
    conf = {**living.CONF, 'extensions': ['myst_parser', 'sphinx.ext.todo']}
    project = make_project(living.FILES, **conf)
    assert 'kwindex_export' in CONF
    project.edit('conf.py', 'kwindex_export = True\n', '')
    project.build()
    project.configure(**living.CONF)
    built = project.build()
    assert built.resolved == living.ALL
    assert built.places('get_url') == [('api/more', 'details')]
    assert_like_clean(project, built)


def test_extension_added_by_another_extension(make_project: MakeProject) -> None:
    files = {**living.FILES, 'carrier.py': 'def setup(app):\n    return {"parallel_read_safe": True}\n'}
    conf = {**living.CONF, 'extensions': ['carrier', 'myst_parser', 'sphinx.ext.todo']}
    project = make_project(files, **conf)
    path = "import sys\nsys.path.insert(0, '.')\nsys.dont_write_bytecode = True\n"
    configuration = path + (project.source / 'conf.py').read_text(encoding='utf-8')
    project.write({'conf.py': configuration.replace('kwindex_export = True\n', '')})
    here = {
        'PYTHONPATH': os.pathsep.join([str(project.source), *project.environment()['PYTHONPATH'].split(os.pathsep)])
    }
    project.build(environment=here)
    assert not project.out().joinpath('kw-index.html').exists()
    # The extensions that conf.py names stay the same.
    project.edit('carrier.py', 'return', "app.setup_extension('sphinx_kwindex')\n    return")
    project.write({'conf.py': configuration})
    built = project.build(environment=here)
    assert built.resolved == living.ALL
    # A reference that led to another name than it shows needs the marks.
    assert ('api/more', 'details') in built.places('core.Loader.load_all')
    assert_like_clean(project, built, environment=here)


def test_tags_changed(project: Project) -> None:
    built = project.build('html', '-t', 'special')
    assert built.places('special_note') == [('notes', 'notes')]
    assert_like_clean(project, built, '-t', 'special')
    back = project.build()
    assert 'special_note' not in back.keywords
    assert back.read == []
    assert back.resolved == living.ALL
    assert_like_clean(project, back)


def test_tags_changed_for_the_export(project: Project) -> None:
    """html writes every document again by itself when the tags change; our own builder has to know."""
    project.build('kwindex')
    built = project.build('kwindex', '-t', 'special')
    assert (built.read, built.resolved) == ([], living.ALL)
    assert built.places('special_note') == [('notes', 'notes')]
    assert 'special_note' not in project.build('kwindex').keywords


def test_switched_off_and_on(project: Project) -> None:
    before = Built(project.out(), '').ours()
    off = project.build('html', '-D', 'kwindex_enabled=0')
    assert off.read == []
    assert off.ours() == {}
    assert not any('kw' in piece for found in off.markup().values() for piece in found)
    assert 'keyword index' not in off.output
    edit(project)
    project.build('html', '-D', 'kwindex_enabled=0')
    on = project.build()
    assert on.read == []
    assert_edit_shows(on)
    assert on.ours().keys() == before.keys()
    assert_like_clean(project, on)


# -- outputs ------------------------------------------------------------------------------------------------------


def test_output_folder_deleted(project: Project) -> None:
    before = Built(project.out(), '').ours()
    shutil.rmtree(project.out())
    built = project.build()
    assert built.read == []
    assert built.ours() == before
    assert_like_clean(project, built)


def test_pages_deleted_by_the_user(project: Project) -> None:
    before = Built(project.out(), '').ours()
    shutil.rmtree(project.out() / 'kw')
    built = project.build()
    assert built.resolved == []
    assert built.ours() == before


def test_memory_of_what_was_written_is_damaged(project: Project) -> None:
    (project.out() / '.kwindex.json').write_text('{"files": 3', encoding='utf-8')
    edit(project)
    built = project.build()
    assert_edit_shows(built)
    assert_like_clean(project, built)


def test_another_builder_on_the_same_doctrees(project: Project) -> None:
    edit(project)
    dirhtml = project.build('dirhtml')
    assert dirhtml.read == ['lone/page']
    assert dirhtml.documents['api/core']['uri'] == 'api/core/'
    assert 'second_name' in dirhtml.text('kw/doc/lone/page/index.html')
    assert_like_clean(project, dirhtml, builder='dirhtml')
    built = project.build()
    assert built.read == []
    assert 'lone/page' in built.resolved
    assert 'api/core' not in built.resolved
    assert_edit_shows(built)
    assert_like_clean(project, built)


@pytest.mark.parametrize(
    'builder', ['gettext', 'dummy', 'text', 'latex', 'singlehtml', 'epub', 'json', 'kwindex', 'linkcheck']
)
def test_other_builder_in_between(project: Project, builder: str) -> None:
    edit(project)
    book = ('-D', 'version=1.0', '-D', 'epub_copyright=2026') if builder == 'epub' else ()
    # gettext keeps other marks in the documents: Sphinx gives it doctrees of its own.
    apart = ('-d', str(project.root / 'others')) if builder == 'gettext' else ()
    project.build(builder, *book, *apart)
    built = project.build()
    assert built.read == (['lone/page'] if apart else living.ALL if builder == 'epub' else [])
    assert 'lone/page' in built.resolved
    assert_edit_shows(built)
    assert_like_clean(project, built)


def test_export_builder_equals_the_export_of_html(project: Project) -> None:
    edit(project)
    built, export = project.build(), project.build('kwindex')
    assert export.read == []
    assert export.resolved == living.ALL
    for name in ('keywords.jsonl', 'documents.jsonl', 'manifest.json'):
        assert (export.out / name).read_bytes() == (built.export_folder / name).read_bytes()
    # Sphinx keeps its environment elsewhere; nothing but the three files is written.
    assert sorted(path.name for path in export.out.iterdir()) == ['documents.jsonl', 'keywords.jsonl', 'manifest.json']
    again = project.build('kwindex')
    assert again.resolved == []


def test_export_builder_after_edit(project: Project) -> None:
    project.build('kwindex')
    edit(project)
    built = project.build('kwindex')
    assert built.resolved == ['index', 'lone/page']
    assert built.places('second_name') == [('lone/page', 'lone-page')]
    clean = project.clean_build('kwindex')
    assert built.lines('keywords.jsonl') == clean.lines('keywords.jsonl')
    assert (built.out / 'documents.jsonl').read_bytes() == (clean.out / 'documents.jsonl').read_bytes()


# -- processes ----------------------------------------------------------------------------------------------------


def test_parallel_equals_serial(project: Project) -> None:
    many(project, 40)
    edit(project)
    built = project.build('html', '-j4')
    assert built.facts('parallel') == [True]
    assert_edit_shows(built)
    assert_like_clean(project, built)
    fresh = project.clean_build('html', '-j4')
    assert fresh.facts('parallel') == [True]
    assert_same(fresh, built)


def test_hash_seed_does_not_matter(project: Project) -> None:
    many(project, 10)
    seeds = [project.clean_build(environment={'PYTHONHASHSEED': seed}) for seed in ('0', '1', '4711')]
    assert_same(seeds[0], seeds[1])
    assert_same(seeds[0], seeds[2])
    assert_same(project.build(environment={'PYTHONHASHSEED': '99'}), seeds[0])


def test_warnings_are_not_repeated_and_a_clean_project_stays_clean(make_project: MakeProject) -> None:
    project = make_project(living.FILES, **living.CONF)
    project.edit('lone/page.rst', 'It says', 'See :ref:`no-such-label`. It says')
    warning = "WARNING: undefined label: 'no-such-label' [ref.ref]"
    project.build(warnings=[warning])
    project.store.unlink()
    built = project.build(warnings=[])
    assert built.resolved == living.ALL
    project.edit('lone/page.rst', 'See :ref:`no-such-label`. ', '')
    project.build('html', '-W')
    project.store.unlink()
    strict = project.build('html', '-W')
    assert (strict.read, strict.resolved) == ([], living.ALL)
