"""What extensions may say of names: their decisions, and what becomes of those that can't be carried out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factories import coded, defined, grouping_of, names, occurrence, record, written
from sphinx_kwindex.index.assemble import assemble
from sphinx_kwindex.index.select import NO_RULE, Verdict
from sphinx_kwindex.index.selection import Selection
from sphinx_kwindex.occurrences import Definition, Kind, Role


def select(**choices: Any) -> tuple[Selection, list[str]]:
    """A selection of a listed name, a dropped one and one with a variant, and the faults that are found."""
    one = record('one', defined('pkg.get_it'), coded('data', 'variable', count=2), occurrence('plain'))
    two = record('two', occurrence('get_it'), coded('data', 'variable'))
    faults: list[str] = []
    return Selection(grouping_of(one, two, **choices), faults.append), faults


def test_names_and_verdicts() -> None:
    selection, faults = select()
    assert selection.names() == tuple(selection) == ('data', 'pkg.get_it', 'plain')
    assert len(selection) == 3
    assert 'plain' in selection
    assert 'get_it' not in selection
    assert selection.verdict('data') == NO_RULE
    assert selection.verdict('plain') == Verdict(keep=True, rule='literal')
    assert selection.kind('pkg.get_it') is Kind.FUNCTION
    assert not selection.decisions
    assert not selection.kinds
    assert faults == []


def test_evidence() -> None:
    selection, _faults = select()
    data, get_it = selection.evidence('data'), selection.evidence('pkg.get_it')
    assert dict(data.counts) == {(Role.CODE, 'variable'): 3}
    assert (data.count, data.definitions, data.documents) == (3, (), ('one', 'two'))
    assert get_it.definitions == (Definition('py', 'function', 'pkg.get_it'),)
    assert get_it.documents == ('one', 'two')
    with pytest.raises(TypeError):
        data.counts[Role.CODE, 'variable'] = 9  # type: ignore[index]


@pytest.mark.parametrize('ask', [Selection.verdict, Selection.evidence, Selection.kind])
def test_questions_about_names_that_were_not_found(ask: Any) -> None:
    selection, faults = select()
    with pytest.raises(KeyError):
        ask(selection, 'get_it')
    assert len(selection) == 3
    assert faults == []


def test_veto_and_add() -> None:
    selection, faults = select()
    selection.veto('plain', 'no  name\n of ours')
    selection.add('data')
    assert selection.verdict('plain') == Verdict(keep=False, rule='event: no name of ours')
    assert selection.verdict('data') == Verdict(keep=True, rule='event')
    index = assemble(selection._grouping, selection)
    assert names(index) == ['data', 'pkg.get_it']
    assert [locator.docname for locator in index.by_name['data'].locators] == ['one', 'two']
    assert 'plain' not in index.documents[0].keywords
    assert faults == []


def test_the_last_decision_stands() -> None:
    selection, _faults = select()
    selection.veto('plain', 'first')
    selection.add('plain', 'second')
    assert selection.verdict('plain') == Verdict(keep=True, rule='event: second')
    selection.veto('plain', 'third')
    assert selection.verdict('plain') == Verdict(keep=False, rule='event: third')


def test_options_of_the_author_stand_above_extensions() -> None:
    selection, faults = select(include=(re.compile('^plain$'),), exclude=(re.compile('^data$'),))
    selection.add('data')
    selection.veto('plain')
    assert selection.verdict('data') == Verdict(keep=False, rule='excluded')
    assert selection.verdict('plain') == Verdict(keep=True, rule='included')
    assert selection.decisions.keys() == {'data', 'plain'}
    assert faults == []


def test_min_mentions_gives_way() -> None:
    selection, _faults = select(min_mentions=3)
    assert selection.verdict('plain').rule == 'rare'
    selection.add('plain')
    assert selection.verdict('plain').keep


@pytest.mark.parametrize('kind', [Kind.SETTING, 'setting'])
def test_set_kind(kind: Kind | str) -> None:
    selection, faults = select()
    assert selection.kind('plain') is Kind.NAME
    selection.set_kind('plain', kind)
    assert selection.kind('plain') is Kind.SETTING
    assert assemble(selection._grouping, selection).by_name['plain'].kind is Kind.SETTING
    assert selection.verdict('plain').rule == 'literal'
    assert faults == []


@pytest.mark.parametrize('kind', ['settings', '', 'SETTING', None, 3, []])
def test_unknown_kind(kind: Any) -> None:
    selection, faults = select()
    for _time in range(2):
        selection.set_kind('plain', kind)
    assert selection.kind('plain') is Kind.NAME
    (fault,) = faults
    assert fault.startswith(f'set_kind: {kind!r} is not one of class, exception, ')
    assert fault.endswith("(for the name 'plain')")


def test_decisions_on_names_that_were_not_found() -> None:
    selection, faults = select()
    for _time in range(2):
        selection.add('nowhere', 'a reason')
        selection.set_kind('nowhere', 'term')
        selection.veto('nowhere')
    assert faults == [
        "add: no document has the name 'nowhere' (those that were found are in names())",
        "set_kind: no document has the name 'nowhere' (those that were found are in names())",
    ]
    assert 'nowhere' not in selection
    assert not selection.decisions
    assert not selection.kinds
    assert 'nowhere' not in assemble(selection._grouping, selection).by_name


def test_without_decisions_the_rules_alone_decide() -> None:
    found = record('one', written('get_it'), coded('data', 'variable'))
    grouping = grouping_of(found, in_full=False)
    assert names(assemble(grouping, Selection(grouping))) == ['get_it']
    assert grouping.left_out is None
