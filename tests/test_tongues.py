"""Kinds that a form has in one language alone, and names that no dictionary should hide."""

from __future__ import annotations

import pytest
from docutils import nodes

from factories import coded, index_of, occurrence, record, written
from sphinx_kwindex.collect.document import Options
from sphinx_kwindex.collect.inline import found_names, runs
from sphinx_kwindex.collect.prose import prose_candidates
from sphinx_kwindex.occurrences import Kind, Occurrence
from test_document import collected, section, text
from test_lexicon import names
from test_proper import listed


def kinds(*found: Occurrence) -> dict[str, Kind]:
    return {keyword.name: keyword.kind for keyword in index_of(record('doc', *found)).keywords}


_OF_C = ('Py_GetOne', 'Point_init', 'Point_TWO', 'It_Spec', 'Point_slots', 'Py_Mode')


def test_names_of_a_library_of_c() -> None:
    found = kinds(*(occurrence(name) for name in _OF_C))
    assert found == {
        'Py_GetOne': Kind.FUNCTION,
        'Py_Mode': Kind.NAME,
        'Point_init': Kind.FUNCTION,
        'Point_TWO': Kind.MACRO,
        'It_Spec': Kind.TYPE,
        'Point_slots': Kind.CONSTANT,
    }


def test_one_such_name_is_of_no_library() -> None:
    assert kinds(occurrence('Point_init')) == {'Point_init': Kind.NAME}


def test_cases_of_an_enumeration_of_rust() -> None:
    found = kinds(coded('println!', 'call'), coded('std::io', 'import'), coded('it::Order::Relaxed', 'attribute'))
    assert found['it::Order::Relaxed'] is Kind.CONSTANT
    assert (
        kinds(coded('std::io', 'import'), coded('it::Order::Relaxed', 'attribute'))['it::Order::Relaxed'] is Kind.CLASS
    )


def test_modules_of_elixir() -> None:
    code = (coded('Ecto.Repo', 'module'), coded('Repo.insert!', 'call'))
    assert kinds(*code, occurrence('Ecto.Multi'))['Ecto.Multi'] is Kind.MODULE
    assert kinds(code[0], occurrence('Ecto.Multi'))['Ecto.Multi'] is Kind.CLASS
    assert kinds(*code, coded('a.b', 'import'), occurrence('Ecto.Multi'))['Ecto.Multi'] is Kind.CLASS


def test_subcommand_that_code_shows() -> None:
    assert kinds(occurrence('boxup'), coded('it system boxup', 'command'))['boxup'] is Kind.COMMAND
    assert kinds(occurrence('boxup'), coded('it system', 'command'))['boxup'] is Kind.NAME


def test_acronym_of_what_a_program_tells() -> None:
    told = [coded('FLXD', 'acronym'), coded('FLXD', 'acronym')]
    assert kinds(*told, written('FLXD', 'acronym')) == {'FLXD': Kind.ACRONYM}
    assert kinds(coded('FLXD'), coded('FLXD'), written('FLXD', 'acronym')) == {'FLXD': Kind.CONSTANT}


def test_names_that_standards_and_systems_have() -> None:
    names = ('.NET MAUI', 'TCP/IP', 'JSON Schema')
    found = kinds(*(written(name, 'registered') for name in names))
    assert found == {'.NET MAUI': Kind.PRODUCT, 'TCP/IP': Kind.PROTOCOL, 'JSON Schema': Kind.PROTOCOL}


@pytest.mark.parametrize('between', ['', ' '])
def test_title_of_a_role_that_nobody_knows(between: str) -> None:
    marked = f':java:extdoc:`OneTwo{between}<org.it.OneTwo>`'
    element = nodes.paragraph('', '', nodes.problematic('', marked))
    assert [run.text for run in runs(element, ()) if run.sort == 'text'] == ['OneTwo']


def test_alias_of_a_module_by_convention() -> None:
    assert kinds(occurrence('np')) == {'np': Kind.MODULE}


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ('In Nomad Enterprise, you may', [('Nomad Enterprise', 'proper')]),
        ('The Available Hooks', [('The Available Hooks', 'initial')]),
        ('Redux Toolkit exports it', [('Redux Toolkit', 'proper')]),
        ('Redux Toolkit', [('Redux Toolkit', 'initial')]),
        ('a regular TCP/IP socket', [('TCP/IP', 'registered')]),
        ('of TCP/IP/it', []),
        ('with JSON Schema, and ASP.NET Core', [('JSON Schema', 'registered'), ('ASP.NET Core', 'registered')]),
        ('for sqlite it does not', [('sqlite', 'coined')]),
        ('our docker it', []),
        ('as pandas does', [('pandas', 'coined')]),
    ],
)
def test_names_in_texts(source: str, found: list[tuple[str, str]]) -> None:
    told = prose_candidates(source, stop_words={'in', 'the'}, english=True)
    wanted = {'proper', 'registered', 'coined'}
    assert [(each.name, each.hint) for each in told if each.hint in wanted or ' ' in each.name] == found


def test_well_known_names_in_any_language() -> None:
    french = 'vous souhaitez déplacer les bases de données comme mariadb, il est impératif de stopper les services avant cela'
    found = collected(section('t', text(french)), options=Options(english=True)).occurrences
    assert {each.name for each in found if each.hint == 'coined'} == {'mariadb'}
    assert ('mariadb', 'coined') in names('der Dienst nutzt mariadb hier', english=False)


def test_a_row_behind_the_name_of_a_maker() -> None:
    assert listed(written('Visual Studio', 'proper')) == {'Visual Studio'}
    assert listed(written('Virtual Studio', 'proper')) == set()
    assert listed(written('Amazon CloudFront', 'initial')) == {'Amazon CloudFront'}
    assert listed(written('Amazon Setup', 'initial')) == set()


def test_systems_that_are_words() -> None:
    assert listed(written('Windows', 'initial')) == {'Windows'}
    assert listed(written('Windows', 'initial'), words={'windows': 1}) == set()
    assert listed(written('Doors', 'initial')) == set()


def test_folders_of_containers() -> None:
    assert listed(occurrence('/data/certs/', hint='file')) == {'/data/certs/'}
    assert listed(occurrence('/dato/certs/', hint='file')) == set()
    assert listed(occurrence('/data/', hint='file')) == set()


@pytest.mark.parametrize(
    ('before', 'title', 'behind', 'uri', 'found'),
    [
        ('debug it with ', 'Tokio Console', ' here', 'https://x.org/a', ['Tokio Console']),
        ('use the ', 'Portable Boxes', ' here', 'https://x.org/a', []),
        ('use the ', 'Tokio Console', ' here', 'https://x.org/a', ['Tokio Console']),
        ('thanks to ', 'Tokio Console', ' here', 'https://x.org/a', []),
        ('created by ', 'Tokio Keys', ' here', 'https://x.org/a', []),
        ('Debug: ', 'Tokio Console', ' here', 'https://x.org/a', []),
        ('', 'Tokio Console', ' is here', 'https://x.org/a', []),
        ('debug it with ', 'Tokio Console', ' here', 'kit.html', []),
        ('debug it with ', 'Tokio Guide', ' here', 'https://x.org/a', []),
        ('debug it with ', 'Getting Started', ' here', 'https://x.org/a', []),
        ('debug it with ', 'Tokio Console Area', ' (TCA) here', 'https://x.org/a', []),
    ],
)
def test_link_that_shows_a_row_of_capitals(before: str, title: str, behind: str, uri: str, found: list[str]) -> None:
    block = nodes.paragraph('', '', nodes.Text(before), nodes.reference('', title, refuri=uri), nodes.Text(behind))
    assert [each.name for each in found_names(list(runs(block, ()))) if each.hint == 'linked'] == found


def test_section_of_settings_as_a_heading() -> None:
    found = collected(section('[core]', text('It is.'))).occurrences
    assert [(each.name, each.hint) for each in found if each.name == 'core'] == [('core', 'key')]
    assert 'core' not in {each.name for each in collected(section('See [core] it', text('It is.'))).occurrences}


@pytest.mark.parametrize(
    ('name', 'hint', 'kind'),
    [
        ('ST_Disjoint', 'call', Kind.FUNCTION),
        ('_PyDict_GetItemWithError', 'call', Kind.FUNCTION),
        ('Py_LOCAL', 'call', Kind.MACRO),
        ('ST_Disjoint', '', Kind.CONSTANT),
        ('SO_REUSE', 'call', Kind.CONSTANT),
    ],
)
def test_what_texts_call_by_words_with_capitals_that_underscores_join(name: str, hint: str, kind: Kind) -> None:
    assert kinds(occurrence(name, hint=hint))[name] is kind


OF_PYTHON = (coded('os.path', 'module'), coded('shutil', 'module'))


def test_members_of_built_in_types() -> None:
    found = kinds(occurrence('str.rpartition', hint='call'), occurrence('list.index', hint='call'), *OF_PYTHON)
    assert found['str.rpartition'] is found['list.index'] is Kind.METHOD
    assert kinds(occurrence('range.start'), *OF_PYTHON)['range.start'] is Kind.ATTRIBUTE
    assert kinds(occurrence('str.anything', hint='call'), *OF_PYTHON)['str.anything'] is not Kind.METHOD
    assert kinds(occurrence('str.rpartition', hint='call'))['str.rpartition'] is not Kind.METHOD  # of another language


def test_method_of_what_begins_with_an_underscore() -> None:
    found = kinds(occurrence('_meta.get_fields', hint='call'), *OF_PYTHON)
    assert found['_meta.get_fields'] is Kind.METHOD


def test_class_of_a_package_that_a_text_calls_a_field() -> None:
    named = occurrence('django.forms.IPAddressField', hint='field'), occurrence('spec.MaxField', hint='field')
    found = kinds(*named, *OF_PYTHON)
    assert found['django.forms.IPAddressField'] is Kind.CLASS
    assert kinds(*named)['spec.MaxField'] is Kind.ATTRIBUTE
    assert kinds(occurrence('Box.MaxField', hint='field'), *OF_PYTHON)['Box.MaxField'] is Kind.ATTRIBUTE
