"""The first pass over the corpus: what it gathers of each name."""

from __future__ import annotations

import pytest

from factories import coded, defined, nowhere, occurrence, record, referred, written
from sphinx_kwindex.index.evidence import Corpus, canonical_reference, survey
from sphinx_kwindex.index.joints import parts, suffixes
from sphinx_kwindex.index.model import Choices, Evidence
from sphinx_kwindex.occurrences import Definition, DocumentRecord, Occurrence, Role


def surveyed(*records: DocumentRecord, roles: frozenset[Role] = frozenset(Role)) -> Corpus:
    return survey(lambda: records, Choices(roles=roles), nowhere)


@pytest.mark.parametrize(
    ('name', 'links', 'endings'),
    [
        ('a.b.c', ['a', 'b', 'c'], ['b.c', 'c']),
        ('std::vector', ['std', 'vector'], ['vector']),
        ('a', ['a'], []),
        ('a.', ['a', ''], []),
    ],
)
def test_parts_and_suffixes(name: str, links: list[str], endings: list[str]) -> None:
    assert list(parts(name)) == links
    assert list(suffixes(name)) == endings


@pytest.mark.parametrize('name', ['docs/conf.py', '--log.level', '-x.y', 'clojure.string/join'])
def test_paths_and_options_are_one_link(name: str) -> None:
    assert parts(name) == (name,)


def test_evidence_is_added_up_over_documents() -> None:
    corpus = surveyed(
        record('a', coded('run', 'call', count=2), occurrence('run'), words={'run': 3}),
        record('b', coded('run', 'call'), referred('run'), defined('run', objtype='function'), words={'run': 1}),
    )
    evidence = corpus.names['run']
    assert evidence.roles == {
        (Role.CODE, 'call'): 3,
        (Role.LITERAL, ''): 1,
        (Role.REFERENCE, ''): 1,
        (Role.DEFINITION, 'definition'): 1,
    }
    assert evidence.definitions == {Definition('py', 'function', 'run')}
    assert evidence.references == {'py:func': 1}
    assert evidence.count == 6
    assert corpus.words == {'run': 4}


def test_evidence_by_role() -> None:
    evidence = Evidence({(Role.CODE, 'call'): 1, (Role.PROSE, 'capital'): 2})
    assert evidence.has(Role.CODE)
    assert evidence.has(Role.LITERAL, Role.PROSE)
    assert not evidence.has(Role.LITERAL, Role.HEADING)
    assert evidence.hints() == {'call', 'capital'}
    assert evidence.hints(Role.PROSE, Role.HEADING) == {'capital'}


def test_roles_that_are_not_wanted_say_nothing() -> None:
    corpus = surveyed(record('a', coded('run'), written('a_b')), roles=frozenset({Role.PROSE}))
    assert set(corpus.names) == {'a_b'}


def test_heads_and_endings_come_from_definitions() -> None:
    corpus = surveyed(
        record('a', defined('pkg.mod.run'), coded('json', 'import'), coded('stack.pop', 'call'), referred('x.Y'))
    )
    assert {'pkg', 'pkg.mod.run', 'json', 'x', 'x.Y'} <= corpus.heads
    assert 'stack' not in corpus.heads
    assert corpus.endings == {'mod.run': {'pkg.mod.run'}, 'run': {'pkg.mod.run'}}
    assert corpus.is_defined('pkg.mod.run')
    assert not corpus.is_defined('run')
    assert not corpus.is_defined('unknown')


@pytest.mark.parametrize(
    ('target', 'name'),
    [('logging.getLogger', 'logging.getLogger'), ('logging.Logger', 'getLogger'), (None, 'getLogger')],
)
def test_reference_stands_under_the_object_that_ends_in_what_is_shown(target: str | None, name: str) -> None:
    found = referred('getLogger')
    assert canonical_reference('doc', found, lambda _docname, _reference: target) == name


def test_reference_is_resolved_in_its_own_document() -> None:
    asked = []

    def resolve(docname: str, reference: object) -> None:
        asked.append((docname, reference))

    found = referred('run')
    survey(lambda: [record('here', found, occurrence('x'))], Choices(), resolve)
    assert asked == [('here', found.reference)]


@pytest.mark.parametrize(
    ('found', 'words', 'proper'),
    [
        ([written('Channels', 'capital')], 0, True),
        ([written('Channels', 'capital')], 1, False),
        ([written('Channels', 'capital'), written('Channels', 'compound')], 1, True),
        ([written('Channels', 'initial', count=9)], 0, False),
        ([written('Channels', 'initial'), coded('channels', 'command')], 0, True),
        ([written('Channels', 'initial'), occurrence('channels', hint='package')], 0, True),
        ([written('Channels', 'initial'), occurrence('channels')], 0, False),
        ([written('Channels', 'initial'), coded('channels', 'command')], 1, False),
        ([written('Import', 'initial'), coded('import', 'command')], 0, False),
        ([occurrence('Channels')], 0, False),
    ],
)
def test_proper_names(found: list[Occurrence], words: int, proper: bool) -> None:
    assert surveyed(record('a', *found, words={'channels': words})).is_proper(found[0].name) is proper


@pytest.mark.parametrize(
    ('found', 'others', 'mention'),
    [
        (written('Kessel', 'initial'), [written('Kessel', 'capital')], True),
        (written('Kessel', 'initial'), [], False),
        (written('Visual Studio', 'initial'), [], True),
        (occurrence('git', hint='first'), [coded('git', 'command')], True),
        (occurrence('git', hint='first'), [occurrence('git')], False),
        (occurrence('db:set', hint='first'), [coded('db:set', 'subcommand')], True),
        (written('models.Model', 'joint'), [occurrence('models.Model')], True),
        (written('models.Model', 'joint'), [coded('models.Model', 'call')], True),
        (written('models.Model', 'joint'), [written('models.Model')], False),
        (written('end.Next', 'joint'), [], False),
        (written('get_it'), [], True),
    ],
)
def test_words_that_the_corpus_decides_on(found: Occurrence, others: list[Occurrence], mention: bool) -> None:
    assert surveyed(record('a', found), record('b', *others)).is_mention(found) is mention


def test_what_chains_begin_with() -> None:
    corpus = surveyed(record('a', coded('pkg.mod.run', 'import'), occurrence('src/lib/x.py'), occurrence('one.two')))
    assert {'pkg', 'pkg.mod', 'src', 'src/lib'} == corpus.prefixes


def test_module_that_is_imported_out_of_sight() -> None:
    calls = [coded(f'zx.{name}', 'call') for name in ('zeros', 'ones', 'eye')]
    assert 'zx' in surveyed(record('a', *calls)).heads
    assert 'zx' not in surveyed(record('a', *calls[:2])).heads
    assert 'zx' not in surveyed(record('a', *calls, coded('zx', 'variable'))).heads
    assert 'row' not in surveyed(record('a', *(coded(f'row.{name}', 'call') for name in 'abc'))).heads


def test_module_that_is_imported_by_convention() -> None:
    assert surveyed(record('a', coded('np.array', 'call'))).heads == {'np'}
    assert surveyed(record('a', coded('tf.add', 'call'), coded('tf', 'variable'))).heads == set()


def test_functions_with_the_number_of_their_arguments() -> None:
    one, two, called = (
        occurrence('init/1', hint='arity'),
        occurrence('Plug.call/2', hint='arity'),
        coded('call', 'call'),
    )
    assert surveyed(record('a', one, two, called)).has_arities
    assert not surveyed(record('a', one, two)).has_arities
    assert not surveyed(record('a', one, occurrence('call/1', hint='arity'), called)).has_arities
    assert not surveyed(record('a', occurrence('init/1'), occurrence('call/2'), called)).has_arities


def test_what_names_begin_with() -> None:
    corpus = surveyed(record('a', *map(occurrence, ['E501', 'E203', 'W503', 'JerseyClient', 'Jersey', 'ES2015'])))
    assert corpus.numbered == {'E': 2, 'W': 1}
    assert corpus.classes == {'Jersey'}


@pytest.mark.parametrize('found', [coded('vornible-vault', 'command'), coded('vornible.builtin', 'module')])
def test_capital_of_a_sentence_is_a_name_where_commands_or_modules_begin_with_it(found: Occurrence) -> None:
    sentence = written('Vornible', 'initial')
    assert not surveyed(record('doc', sentence)).is_proper('Vornible')
    assert surveyed(record('doc', sentence, found)).is_proper('Vornible')
