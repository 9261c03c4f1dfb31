"""People to whom a text gives credit, who are no names of the documentation."""

from __future__ import annotations

import re

import pytest

from conftest import MakeProject
from factories import index_of, record, written
from sphinx_kwindex.collect.credits import is_credited
from sphinx_kwindex.collect.prose import prose_candidates


@pytest.mark.parametrize(
    ('text', 'people'),
    [
        ('(Contributed by Serhiy Storchaka in 1234)', 'Serhiy Storchaka'),
        ('Patch by Guido van Rossum and Fred L. Drake.', 'Guido Rossum Fred Drake'),
        ('written by James Addison, Bénédikt Tran and Adam Turner', 'James Addison Bénédikt Tran Adam Turner'),
        ('with help from Ian Lee, Python is fast', 'Ian Lee'),
        ('(Contributed by Ian Lee in bpo-1 and by Adam Turner in bpo-2)', 'Ian Lee Adam Turner'),
        ('downloaded from Red Hat', ''),
        ('ported from Apache Lucene, created from Docker Hub', ''),
        ('it works in PyCharm and by Visual Studio', ''),
        ('Thanks to Ian Lee, Python is fast', 'Ian Lee'),
        ('powered by Django and Jinja', ''),
        ('It is used by Python. Then Foo Bar', ''),
        ('used by the Django Project', ''),
        ('a copy of Red Hat Linux', ''),
        ('Nearby Red Hat', ''),
        ('events are streamed by Apache Kafka', ''),
        ('is used by Visual Studio', ''),
    ],
)
def test_people(text: str, people: str) -> None:
    found = [word for word in re.finditer(r'[^\W\d_]{2,}', text) if word[0][0].isupper()]
    assert [word[0] for word in found if is_credited(text, word.start())] == people.split()


def test_hints() -> None:
    found = {each.name: each.hint for each in prose_candidates('a patch by Ann Smith, and Linux runs it by Django')}
    assert found == {
        'Ann': 'credited',
        'Smith': 'credited',
        'Ann Smith': 'credited',
        'Linux': 'capital',
        'Django': 'capital',
    }


def test_project_that_is_thanked() -> None:
    found = [written('Apache Kafka', 'credited', count=2), written('Apache Kafka', 'proper', count=3)]
    assert index_of(record('doc', *found)).by_name['Apache Kafka'].count == 5
    found = [written('Ann Smith', 'credited', count=3), written('Ann Smith', 'proper', count=2)]
    assert not index_of(record('doc', *found)).keywords  # she is a person wherever she stands
    found = [written('Smith', 'credited'), written('Smith', 'initial', count=2), written('Smith', 'capital')]
    assert not index_of(record('doc', *found)).keywords
    found = [*found, written('Smith', 'capital')]
    assert index_of(record('doc', *found)).by_name['Smith'].count == 5


def test_index_lists_nobody_for_what_they_did(make_project: MakeProject) -> None:
    notes = 'Notes\n=====\n\n- With Postgres it works, fixed by Ann Smith.\n- Faster, thanks to Ann Smith and Bob van Dyke.\n'
    project = make_project({'index.rst': notes})
    assert set(project.build().keywords) == {'Postgres'}
    said = project.ask('why', '--source', 'source', 'Ann Smith')
    assert 'Decided by        no-mention' in said.out
    assert re.search(r'prose:credited +2 +1', said.out)
