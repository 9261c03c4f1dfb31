"""Why a name is listed or not: what is meant by a question, the rule, the evidence, and what was dropped."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factories import coded, defined, grouping_of, occurrence, record, referred, written
from sphinx_kwindex.index.classify import KindSource
from sphinx_kwindex.index.explain import EXAMPLES, Dropped, Findings, Reason, reason_of, reasons
from sphinx_kwindex.index.rules import RULES
from sphinx_kwindex.index.select import NO_RULE, Verdict
from sphinx_kwindex.index.selection import Selection
from sphinx_kwindex.occurrences import DocumentRecord, Kind, Occurrence, Role


def findings_of(*records: DocumentRecord, decide: Any = None, **choices: Any) -> Findings:
    grouping = grouping_of(*records, **choices)
    selection = Selection(grouping)
    if decide is not None:
        decide(selection)
    return Findings(grouping, selection)


@pytest.fixture
def findings() -> Findings:
    logging = record(
        'logging',
        defined('logging.getLogger', context='logging.getLogger(name)'),
        occurrence('getLogger', section=1, position=2, context='call getLogger once'),
        defined('logging.Handler', objtype='class', section=1, position=3),
        sections=['usage'],
        words={'handler': 4},
    )
    other = record(
        'other',
        occurrence('getLogger', position=1, count=2),
        occurrence('getLogger', spelling='getLoggers', position=2),
        coded('level', 'variable'),
        written('Then', 'initial'),
    )
    return findings_of(logging, other)


@pytest.mark.parametrize(
    ('asked', 'meant', 'also'),
    [
        ('logging.getLogger', ['logging.getLogger'], ()),
        ('getLogger', ['logging.getLogger'], ()),
        ('getLoggers', ['logging.getLogger'], ()),
        ('Handler', ['logging.Handler'], ()),
        ('handler', ['logging.Handler'], ()),
        ('LOGGING.HANDLER', ['logging.Handler'], ()),
        ('level', ['level'], ()),
        ('Then', ['Then'], ()),
        ('then', ['Then'], ()),
    ],
)
def test_what_is_meant(findings: Findings, asked: str, meant: list[str], also: tuple[str, ...]) -> None:
    answer = findings.answer(asked)
    assert [explanation.name for explanation in answer.explanations] == meant
    assert (answer.asked, answer.also, answer.near) == (asked, also, ())


def test_full_names_come_before_last_parts() -> None:
    found = record('a', defined('a.run'), defined('b.run'), occurrence('run'), written('Run', 'initial'))
    answer = findings_of(found).answer('run')
    assert [explanation.name for explanation in answer.explanations] == ['run']
    assert answer.also == ('a.run', 'b.run')
    answer = findings_of(found).answer('Run')
    assert [explanation.name for explanation in answer.explanations] == ['Run']
    assert [
        each.name for each in findings_of(record('a', defined('a.run'), defined('b.run'))).answer('run').explanations
    ] == [
        'a.run',
        'b.run',
    ]


def test_unseen(findings: Findings) -> None:
    answer = findings.answer('getLoger')
    assert answer.explanations == ()
    assert answer.near[0] == 'getLogger'
    assert findings.answer('zzzzzz').near == ()
    assert findings_of(record('a', words={'inode': 3})).answer('inode').written_small == 3


def test_explanation_of_a_listed_name(findings: Findings) -> None:
    (this,) = findings.answer('getLogger').explanations
    assert this.verdict == Verdict(keep=True, rule='defined')
    assert this.reason.reads == 'a description of the object: reference pages'
    assert [reason.rule for reason in this.others] == ['literal']
    assert (this.kind, this.kind_source, this.types) == (Kind.FUNCTION, KindSource.DEFINITION, ('py:function',))
    assert (this.count, this.documents) == (5, 2)
    assert this.variants == ('getLogger', 'getLoggers')
    assert [(each.text, each.count, each.roles) for each in this.merged] == [
        ('getLogger', 3, (Role.LITERAL,)),
        ('getLoggers', 1, (Role.LITERAL,)),
    ]
    definition, literal = this.rows
    assert (definition.role, definition.hint, definition.count, definition.documents) == (
        Role.DEFINITION,
        'definition',
        1,
        1,
    )
    assert (literal.role, literal.hint, literal.count, literal.documents) == (Role.LITERAL, '', 4, 2)
    first, second, third = literal.places
    assert (first.docname, first.anchor, first.path, first.context) == (
        'logging',
        'usage',
        ('Logging', 'Usage'),
        'call getLogger once',
    )
    assert (second.docname, third.docname, third.path) == ('other', 'other', ('Other',))
    assert this.left_out == ()


def test_explanation_of_a_name_that_is_not_listed(findings: Findings) -> None:
    (level,) = findings.answer('level').explanations
    assert (level.verdict, level.others) == (NO_RULE, ())
    assert level.reason == Reason('no-evidence', False, 'nothing that was found says that it is a name')
    (then,) = findings.answer('Then').explanations
    assert (then.verdict.keep, then.verdict.rule, then.kind, then.rows, then.count) == (
        False,
        'no-mention',
        None,
        (),
        0,
    )
    assert [(row.role, row.hint, row.count) for row in then.left_out] == [(Role.PROSE, 'initial', 1)]
    (handler,) = findings.answer('logging.Handler').explanations
    assert handler.written_small == 0
    with pytest.raises(KeyError):
        findings.explain('nowhere')


def test_every_rule_that_applies_is_named() -> None:
    found = record('a', occurrence('get_it'), written('get_it'), coded('get_it', 'import'))
    this = findings_of(found, exclude=(re.compile('get'),)).explain('get_it')
    assert this.reason.rule == 'excluded'
    assert [(reason.rule, reason.keep) for reason in this.others] == [
        ('literal', True),
        ('coded', True),
        ('shaped', True),
    ]


@pytest.mark.parametrize(
    ('found', 'kind', 'source', 'types'),
    [
        (defined('run', objtype='class'), Kind.CLASS, KindSource.DEFINITION, ('py:class',)),
        (referred('run', reftype='class'), Kind.CLASS, KindSource.REFERENCE, ('py:class',)),
        (occurrence('--run'), Kind.OPTION, KindSource.DRESS, ()),
        (coded('connect', 'call'), Kind.FUNCTION, KindSource.USE, ()),
        (occurrence('plain'), Kind.NAME, KindSource.FORM, ()),
    ],
)
def test_where_the_kind_comes_from(found: Occurrence, kind: Kind, source: KindSource, types: tuple[str, ...]) -> None:
    this = findings_of(record('a', found)).explain(found.name)
    assert (this.kind, this.kind_source, this.types) == (kind, source, types)


def test_decisions_of_extensions_are_named() -> None:
    def decide(selection: Selection) -> None:
        selection.veto('plain', 'a test')
        selection.add('data', 'ours')
        selection.add('never')
        selection.set_kind('other', 'term')

    found = record('a', occurrence('plain'), occurrence('other'), coded('data', 'variable'), occurrence('never'))
    findings = findings_of(found, decide=decide, exclude=(re.compile('never'),))
    plain, data, never = map(findings.explain, ('plain', 'data', 'never'))
    assert (plain.reason.rule, plain.reason.keep) == ('event: a test', False)
    assert 'kwindex-select' in plain.reason.reads
    assert [reason.rule for reason in plain.others] == ['literal']
    assert (data.verdict.keep, data.reason.rule, data.others) == (True, 'event: ours', ())
    assert (never.reason.rule, [reason.rule for reason in never.others]) == ('excluded', ['event', 'literal'])
    other = findings.explain('other')
    assert (other.kind, other.kind_source, other.reason.rule) == (Kind.TERM, None, 'literal')


def test_examples_are_the_first_in_reading_order() -> None:
    documents = [record(name, occurrence('get_it')) for name in 'dcba']
    (row,) = findings_of(*documents).explain('get_it').rows
    assert [place.docname for place in row.places] == ['d', 'c', 'b']
    assert (len(row.places), row.count, row.documents) == (EXAMPLES, 4, 4)


def dropped(findings: Findings) -> list[tuple[str, str, int, int]]:
    return [(each.name, each.reason.rule, each.count, each.documents) for each in findings.dropped()]


def test_dropped(findings: Findings) -> None:
    assert dropped(findings) == [('Then', 'no-mention', 1, 1), ('level', 'no-evidence', 1, 1)]
    then = next(iter(findings.dropped()))
    assert isinstance(then, Dropped)
    assert then.evidence == {(Role.PROSE, 'initial'): 1}


def test_dropped_by_options() -> None:
    found = record('a', occurrence('lit', count=2), written('pro_se'), defined('pkg.lit_two'), occurrence('lit_two'))
    findings = findings_of(found, roles=frozenset({Role.LITERAL}))
    assert dropped(findings) == [('pkg.lit_two', 'other-role', 1, 1), ('pro_se', 'other-role', 1, 1)]
    findings = findings_of(found, min_mentions=2)
    assert dropped(findings) == [('pro_se', 'rare', 1, 1)]
    assert [each.name for each in findings.answer('pro_se').explanations] == ['pro_se']


def test_what_is_listed_under_another_name_is_not_dropped() -> None:
    prose = frozenset(Role) - {Role.PROSE}
    found = record('a', defined('pkg.get_it'), occurrence('get_it'), written('get_it'))
    findings = findings_of(found, roles=prose)
    assert dropped(findings) == []
    (this,) = findings.answer('get_it').explanations
    assert this.name == 'pkg.get_it'
    assert [(row.role, row.hint, row.count) for row in this.left_out] == [(Role.PROSE, 'identifier', 1)]
    assert Role.PROSE not in {row.role for row in this.rows}


def test_reasons() -> None:
    told = reasons()
    assert [reason.rule for reason in told if reason.rule in {rule.name for rule in RULES}] == [
        rule.name for rule in RULES
    ]
    assert len({reason.rule for reason in told}) == len(told) == len(RULES) + 4
    assert told[-1].rule == 'no-evidence'
    assert all(reason.reads for reason in told)
    # The two options stand above the event, the event above all other rules.
    assert [reason.rule for reason in told][2:6] == ['excluded', 'included', 'event', RULES[2].name]
    assert reason_of(Verdict(keep=True, rule='event: why')) == Reason('event: why', True, told[4].reads)
