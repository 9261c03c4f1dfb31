"""Lists of people, whose names are no names of the documentation."""

from __future__ import annotations

import pytest

from conftest import MakeProject

BY_ADDRESS = """\
Title
=====

Maintained with:

- `Shantanu Jain <mailto:hauntsaninja@example.org>`_
- `zqwilliamfzc <mailto:x@example.org>`_ (``release_it``)
- `Aviskar KC <mailto:y@example.org>`_
- zqvezeli
"""
BY_TITLE = """\
{title}
{line}

* Zqandi Albrecht -- the PostgreSQL backend
* Dan MacKinlay, who wrote ``add_it``
* DasIch <zq@example.org>
"""


def listed(make_project: MakeProject, text: str) -> set[str]:
    return set(make_project({'index.rst': text}).build('kwindex').keywords)


def test_list_of_addresses(make_project: MakeProject) -> None:
    assert listed(make_project, BY_ADDRESS) == {'release_it'}


def test_list_with_few_addresses_is_one_of_anything(make_project: MakeProject) -> None:
    text = BY_ADDRESS.replace('- `Aviskar', '- PostgreSQL\n- SQLite\n- MariaDB\n- `Aviskar')
    assert listed(make_project, text) == {'release_it', 'PostgreSQL', 'SQLite', 'MariaDB', 'zqvezeli'}


@pytest.mark.parametrize('title', ['Authors', 'Contributors', 'Past maintainers', 'Acknowledgements', 'Thanks'])
def test_list_under_a_title(make_project: MakeProject, title: str) -> None:
    assert listed(make_project, BY_TITLE.format(title=title, line='=' * len(title))) == {'PostgreSQL', 'add_it'}


def test_list_under_another_title(make_project: MakeProject) -> None:
    found = listed(make_project, BY_TITLE.format(title='Backends', line='========'))
    assert found >= {'MacKinlay', 'DasIch', 'PostgreSQL', 'add_it'}


def test_paragraph_is_no_list(make_project: MakeProject) -> None:
    assert listed(make_project, 'Authors\n=======\n\nThey use PostgreSQL here.\n') == {'PostgreSQL'}


def test_link_to_a_mailbox_is_no_name(make_project: MakeProject) -> None:
    text = 'Title\n=====\n\nAsk `DasIch <mailto:a@example.org>`_ or `PostgreSQL <https://postgresql.org>`_.\n'
    assert listed(make_project, text) == {'PostgreSQL'}


@pytest.mark.parametrize('title', ['Tools for contributors', 'Written by authors', 'Authorship'])
def test_title_that_lists_no_people(make_project: MakeProject, title: str) -> None:
    text = f'{title}\n{"=" * len(title)}\n\n* PostgreSQL\n* TestPyPI\n'
    assert listed(make_project, text) == {'PostgreSQL', 'TestPyPI'}


def test_sentence_in_a_list_of_people(make_project: MakeProject) -> None:
    text = 'Contributors\n============\n\n* Install PostgreSQL before you start\n* SQLite works as well\n* ``run_it`` too\n'
    assert listed(make_project, text) == {'PostgreSQL', 'SQLite', 'run_it'}


def test_settings_with_addresses(make_project: MakeProject) -> None:
    text = 'Title\n=====\n\n- ``ADMIN_X``: a@example.org\n- ``REPLY_X``: b@example.org\n- ``BOUNCE_X``: c@example.org\n'
    assert listed(make_project, text) >= {'ADMIN_X', 'REPLY_X', 'BOUNCE_X'}


@pytest.mark.parametrize('title', ['Autoren', 'Mitwirkende', 'Remerciements', 'Core and former maintainers'])
def test_titles_of_other_languages(make_project: MakeProject, title: str) -> None:
    text = f'{title}\n{"=" * len(title)}\n\n* Zqan MacAlbrecht\n* DasIch -- PostgreSQL\n'
    assert listed(make_project, text) - {title} == {'PostgreSQL'}
