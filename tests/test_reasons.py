"""Explanations and reports as text."""

from __future__ import annotations

import json
from textwrap import dedent

from factories import coded, defined, grouping_of, occurrence, record, written
from sphinx_kwindex.index.explain import Findings, reasons
from sphinx_kwindex.index.selection import Selection
from sphinx_kwindex.output.reasons import answer_lines, dropped_json, dropped_lines, rule_lines


def findings(*, veto: str = '') -> Findings:
    one = record(
        'one',
        defined('pkg.get_it', section=1, context='pkg.get_it()'),
        occurrence('get_it', position=1),
        coded('data', 'unlikely', count=2, position=2),
        written('Data', 'initial', position=3, context='Data is all.'),
        sections=['part'],
        words={'data': 7},
    )
    grouping = grouping_of(one, record('two', coded('data', 'string')))
    selection = Selection(grouping)
    if veto:
        selection.veto('pkg.get_it', veto)
        selection.set_kind('pkg.get_it', 'term')
    return Findings(grouping, selection)


def text(found: Findings, asked: str) -> str:
    return '\n'.join(answer_lines(found.answer(asked))) + '\n'


def test_listed() -> None:
    assert text(findings(), 'get_it') == dedent("""\
        get_it → pkg.get_it
          Listed            yes, as pkg.get_it (function)
          Decided by        defined (keeps): a description of the object: reference pages
          Applies as well   literal (keeps): inline code, set by the author: any page
          Kind from         descriptions: py:function
          Found             occurrences: 2, documents: 1
          Variants          get_it
          Merged into it    get_it: 1 (literal)
          Evidence               occurrences  documents
          definition:definition            1          1
              One › Part  (one#part)
                  pkg.get_it()
          literal                          1          1
              One  (one)
        """)


def test_not_listed() -> None:
    assert text(findings(), 'data') == dedent("""\
        data
          Listed            no
          Decided by        no-evidence (drops): nothing that was found says that it is a name
          Found             occurrences: 3, documents: 2
          As a plain word   in lower case, occurrences: 7
          Evidence       occurrences  documents
          code:string              1          1
              Two  (two)
          code:unlikely            2          1
              One  (one)
        """)


def test_no_mention() -> None:
    printed = text(findings(), 'Data')
    assert '  Listed            no\n  Decided by        no-mention (drops): ' in printed
    assert (
        '  Does not count  occurrences  documents\n  prose:initial             1          1\n      One  (one)\n'
        in printed
    )
    assert 'Found' not in printed
    assert '          Data is all.\n' in printed


def test_unseen() -> None:
    printed = text(findings(), 'get_its')
    assert printed.startswith('get_its\n  Listed            no: no document that is indexed has this name')
    assert '\n  Names like it     get_it, pkg.get_it\n' in printed
    assert 'kwindex_include' in printed
    assert 'Decided by' not in printed
    assert 'As a plain word' not in printed


def test_decision_of_an_extension() -> None:
    printed = text(findings(veto='a test'), 'pkg.get_it')
    assert (
        '  Listed            no\n  Decided by        event: a test (drops): a handler of the event kwindex-select'
        in printed
    )
    assert '  Applies as well   defined (keeps): ' in printed
    assert 'Kind from' not in printed


def test_several_names_are_meant() -> None:
    found = Findings(grouping := grouping_of(record('a', defined('a.run'), defined('b.run'))), Selection(grouping))
    printed = text(found, 'run')
    assert printed.startswith('run → a.run\n')
    assert '\n\nrun → b.run\n' in printed
    found = Findings(
        grouping := grouping_of(record('a', defined('a.run')), record('b', occurrence('run'))), Selection(grouping)
    )
    assert text(found, 'run').endswith('  See also          a.run\n')


def test_dropped() -> None:
    assert '\n'.join(dropped_lines(findings(veto='ours').dropped())) == dedent("""\
        no-mention: a capital that begins a sentence, a foreign word or a person given credit, no name by all else
          names: 1, occurrences: 1
            Data  occurrences: 1, documents: 1 (prose:initial 1)

        event: ours: a handler of the event kwindex-select: it comes before all but the two options
          names: 1, occurrences: 2
            pkg.get_it  occurrences: 2, documents: 1 (definition:definition 1, literal 1)

        no-evidence: nothing that was found says that it is a name
          names: 1, occurrences: 3
            data  occurrences: 3, documents: 2 (code:string 1, code:unlikely 2)
        """)


def test_dropped_as_json() -> None:
    lines = list(dropped_json(findings(veto='ours').dropped()))
    assert [json.loads(line)['name'] for line in lines] == ['Data', 'data', 'pkg.get_it']
    assert json.loads(lines[1]) == {
        'name': 'data',
        'rule': 'no-evidence',
        'reads': 'nothing that was found says that it is a name',
        'count': 3,
        'documents': 2,
        'evidence': {'code:string': 1, 'code:unlikely': 2},
    }
    assert json.loads(lines[2])['rule'] == 'event: ours'


def test_rules() -> None:
    lines = list(rule_lines(reasons()))
    assert [line.split()[0] for line in lines] == [reason.rule for reason in reasons()]
    assert 'excluded      drops   kwindex_exclude: the author does not want it' in lines
    assert 'defined       keeps   a description of the object: reference pages' in lines
    assert any(line.startswith('event         either  ') for line in lines)
