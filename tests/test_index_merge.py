"""One keyword for one thing: names go to the one object that they can mean, and stay apart otherwise."""

from __future__ import annotations

import pytest

from factories import coded, defined, index_of, names, nowhere, occurrence, record, referred, written
from sphinx_kwindex.index.evidence import survey
from sphinx_kwindex.index.here import Standpoint
from sphinx_kwindex.index.merge import canonical
from sphinx_kwindex.index.model import Choices
from sphinx_kwindex.occurrences import Kind, Occurrence, Role

LOGGING = defined('logging.getLogger')


@pytest.mark.parametrize(
    'found',
    [
        occurrence('getLogger'),
        occurrence('getLogger', Role.HEADING, 'identifier'),
        written('getLogger'),
        coded('getLogger', 'call'),
        coded('logging.getLogger', 'call'),
        written('logging.getLogger'),
        referred('getLogger'),
    ],
)
def test_name_goes_to_its_one_definition(found: Occurrence) -> None:
    index = index_of(record('api', LOGGING), record('guide', found))
    assert names(index) == ['logging.getLogger']
    (keyword,) = index.keywords
    assert keyword.count == 2
    assert keyword.variants == (() if found.name == keyword.name else ('getLogger',))
    assert [locator.docname for locator in keyword.locators] == ['api', 'guide']


def test_name_of_two_definitions_goes_to_neither() -> None:
    index = index_of(record('api', LOGGING, defined('other.getLogger')), record('guide', occurrence('getLogger')))
    assert names(index) == ['getLogger', 'logging.getLogger', 'other.getLogger']
    assert index.by_name['getLogger'].count == 1


def test_longer_ending_decides_between_two_definitions() -> None:
    index = index_of(
        record('api', defined('a.Loader.run_it'), defined('b.Saver.run_it')),
        record('guide', occurrence('Saver.run_it')),
    )
    assert index.by_name['b.Saver.run_it'].count == 2
    assert index.by_name['a.Loader.run_it'].count == 1
    assert 'Saver.run_it' not in index.by_name


def test_exact_name_wins_over_an_ending() -> None:
    index = index_of(record('api', defined('run_it'), defined('a.run_it')), record('guide', occurrence('run_it')))
    assert index.by_name['run_it'].count == 2
    assert index.by_name['a.run_it'].count == 1


@pytest.mark.parametrize(
    ('found', 'joined'),
    [
        (occurrence('save'), False),
        (occurrence('save', hint='call'), True),
        (coded('save', 'call'), True),
        (coded('save', 'import'), True),
        (coded('save', 'variable'), False),
        (written('save', 'call'), False),
    ],
)
def test_short_word_needs_a_sign(found: Occurrence, joined: bool) -> None:
    index = index_of(record('api', defined('store.save')), record('guide', found))
    assert index.by_name['store.save'].count == (2 if joined else 1)


def test_short_word_in_code_is_never_a_member() -> None:
    index = index_of(record('api', defined('Store.save', objtype='method')), record('guide', coded('save', 'call')))
    assert index.by_name['Store.save'].count == 1


ROW = defined('store.Row', objtype='class')


def test_capitalised_word_goes_to_the_class() -> None:
    index = index_of(record('api', ROW), record('guide', coded('Row', 'call'), occurrence('Row')))
    assert names(index) == ['store.Row']
    assert index.by_name['store.Row'].count == 3


def test_class_that_code_passes_on_goes_to_the_class() -> None:
    assert names(index_of(record('api', ROW), record('guide', coded('Row', 'variable')))) == ['store.Row']


@pytest.mark.parametrize('hint', ['variable', 'assigned', 'parameter', 'key', 'field', 'constant'])
def test_what_code_calls_its_own_is_no_object_that_is_described(hint: str) -> None:
    index = index_of(record('api', defined('store.run_it')), record('guide', coded('run_it', hint)))
    assert index.by_name['store.run_it'].count == 1


@pytest.mark.parametrize('hint', ['function', 'method', 'class'])
def test_what_code_defines_is_the_object_of_its_own_document(hint: str) -> None:
    found = coded('run_it', hint)
    index = index_of(record('api', defined('store.run_it'), found), record('guide', found))
    assert index.by_name['store.run_it'].count == 2
    assert [locator.docname for locator in index.by_name['run_it'].locators] == ['guide']


@pytest.mark.parametrize(('objtype', 'count'), [('method', 2), ('function', 1)])
def test_what_is_called_on_a_variable_is_a_member(objtype: str, count: int) -> None:
    index = index_of(record('api', defined('Store.run_it', objtype=objtype)), record('b', coded('it.run_it', 'call')))
    assert index.by_name['Store.run_it'].count == count


@pytest.mark.parametrize(
    ('plural', 'one'),
    [
        (written('RowSets'), 'RowSet'),
        (occurrence('RowSets'), 'RowSet'),
        (coded('RowSets', 'call'), 'RowSets'),
        (occurrence('row_sets'), 'row_sets'),
        (occurrence('RowClass'), 'RowClass'),
    ],
)
def test_plural_goes_to_the_name(plural: Occurrence, one: str) -> None:
    index = index_of(record('a', *map(occurrence, ('RowSet', 'row_set', 'RowClas')), plural))
    assert index.by_name[one].count == (2 if one == 'RowSet' else 1)
    assert (plural.name in index.by_name) is (plural.name == one)


@pytest.mark.parametrize(
    ('chain', 'hint', 'kept'),
    [
        ('stack.enter_context', 'call', 'enter_context'),
        ('a.b.enter_context', 'attribute', 'enter_context'),
        ('json.loads', 'call', 'json.loads'),
        ('Loader.from_file', 'call', 'Loader.from_file'),
        ('std::max', 'call', 'std::max'),
        ('x.y', 'import', 'x.y'),
        ('obj.api.run_it', 'call', 'pkg.api.run_it'),
    ],
)
def test_variables_before_a_chain_are_dropped(chain: str, hint: str, kept: str) -> None:
    corpus = survey(
        lambda: [record('a', coded('json', 'import'), defined('pkg.api.run_it'), coded(chain, hint))],
        Choices(),
        nowhere,
    )
    assert canonical(chain, coded(chain, hint), corpus, Standpoint('guide')) == kept


def test_chain_in_text_is_kept_whole() -> None:
    assert names(index_of(record('a', occurrence('stack.enter_context')))) == ['stack.enter_context']


def test_reference_goes_where_it_leads() -> None:
    index = index_of(
        record('api', defined('a.run'), defined('b.run')), record('guide', referred('run')), resolve={'run': 'b.run'}
    )
    assert index.by_name['b.run'].count == 2
    assert index.by_name['b.run'].variants == ('run',)
    assert 'run' not in index.by_name


def test_spellings_inside_longer_words_are_variants() -> None:
    index = index_of(record('a', occurrence('QuerySet', spelling='QuerySets'), occurrence('QuerySet')))
    assert index.by_name['QuerySet'].variants == ('QuerySets',)


def test_document_that_describes_an_object_means_it() -> None:
    """Of two objects of one ending, a document that describes one of them speaks of that."""
    index = index_of(
        record('one', defined('a.run_it', objtype='method'), occurrence('run_it'), coded('stack.run_it', 'call')),
        record('two', defined('b.run_it', objtype='method')),
        record('three', occurrence('run_it')),
    )
    assert index.by_name['a.run_it'].count == 3
    assert index.by_name['b.run_it'].count == 1
    assert [locator.docname for locator in index.by_name['run_it'].locators] == ['three']


def test_document_that_describes_two_means_neither() -> None:
    index = index_of(record('one', defined('a.run_it'), defined('b.run_it'), occurrence('run_it')))
    assert index.by_name['run_it'].count == 1


def test_short_word_is_the_object_of_its_own_document() -> None:
    save, called = defined('Store.save', objtype='method'), occurrence('save', hint='call')
    index = index_of(record('api', save, called, occurrence('save')), record('b', occurrence('save')))
    assert index.by_name['Store.save'].count == 3
    assert [locator.docname for locator in index.by_name['save'].locators] == ['b']


def test_document_that_imports_a_name_means_it() -> None:
    index = index_of(
        record('one', coded('a.Run', 'import'), coded('Run', 'call')),
        record('two', coded('b.Run', 'import'), coded('Run', 'call')),
        record('three', coded('Run', 'call')),
    )
    assert index.by_name['a.Run'].count == 2
    assert index.by_name['b.Run'].count == 2
    assert [locator.docname for locator in index.by_name['Run'].locators] == ['three']


@pytest.mark.parametrize(
    ('found', 'joined'),
    [
        (occurrence('run_it'), True),
        (occurrence('runIt'), True),
        (occurrence('pkg.run'), True),
        (occurrence('run'), False),
        (written('Run', 'capital'), False),
    ],
)
def test_name_that_references_give_in_full(found: Occurrence, joined: bool) -> None:
    full = [f'x.{name}' for name in ('run_it', 'runIt', 'pkg.run', 'Run')]
    index = index_of(record('one', *map(referred, full)), record('two', found))
    assert (found.name not in index.by_name) is joined
    assert index.by_name[f'x.{found.name}' if joined else full[0]].count == (2 if joined else 1)


def test_name_that_references_give_in_two_full_forms() -> None:
    assert names(index_of(record('one', referred('a.run_it'), referred('b.run_it'), occurrence('run_it')))) == [
        'a.run_it',
        'b.run_it',
        'run_it',
    ]
    index = index_of(record('one', referred('p.a.run_it'), referred('a.run_it')), record('two', occurrence('run_it')))
    assert names(index) == ['p.a.run_it']
    assert index.by_name['p.a.run_it'].variants == ('a.run_it', 'run_it')


def test_class_of_a_package_is_one_whatever_module_it_is_taken_from() -> None:
    index = index_of(
        record('one', coded('asyncio.queues.TaskQueue', 'import')),
        record('two', coded('asyncio.TaskQueue', 'call'), referred('other.TaskQueue')),
    )
    assert names(index) == ['asyncio.queues.TaskQueue', 'other.TaskQueue']
    assert index.by_name['asyncio.queues.TaskQueue'].count == 2


def test_class_stands_under_the_path_that_describes_it() -> None:
    index = index_of(
        record('api', defined('pkg.models.UserModel', objtype='class')),
        record('guide', coded('pkg.models.deep.inner.UserModel', 'import'), coded('pkg.UserModel', 'import')),
    )
    assert names(index) == ['pkg.models.UserModel']


def test_function_of_a_package_is_not_another_of_its_name() -> None:
    index = index_of(record('one', coded('pkg.a.run_it', 'import')), record('two', coded('pkg.run_it', 'import')))
    assert names(index) == ['pkg.a.run_it', 'pkg.run_it']


@pytest.mark.parametrize(
    ('chain', 'kept'),
    [
        ('Book.objects.filter', 'Manager.filter'),
        ('Book.objects.exclude', 'exclude'),
        ('Book.objects', 'Book.objects'),
        ('Book.objects.all', 'all'),
        ('np.array', 'np.array'),
        ('row.array', 'array'),
        ('np.linalg.Matrix.dot_it', 'np.linalg.Matrix.dot_it'),
    ],
)
def test_walk_over_attributes_ends_in_a_member(chain: str, kept: str) -> None:
    numeric = [coded(f'np.{name}', 'call') for name in ('zeros', 'ones', 'eye')]
    found = coded(chain, 'call')
    corpus = survey(
        lambda: [record('a', defined('Manager.filter', objtype='method'), *numeric, found)], Choices(), nowhere
    )
    assert canonical(chain, found, corpus, Standpoint('elsewhere')) == kept


def test_plural_of_a_name_is_a_variant_and_no_name() -> None:
    index = index_of(record('a', written('API', 'acronym', spelling='APIs'), written('API', 'acronym')))
    assert names(index) == ['API']
    assert index.by_name['API'].variants == ('APIs',)


@pytest.mark.parametrize('hint', ['call', 'attribute', 'parameter', 'variable'])
def test_ordinary_word_on_an_unknown_object_tells_of_no_name(hint: str) -> None:
    name = 'box.open' if hint in {'call', 'attribute'} else 'open'
    box = coded('box', 'variable')
    guide = record('guide', box, coded(name, hint), occurrence('open'), words={'open': 1})
    assert index_of(guide).by_name['open'].count == 1
    assert 'box.open' not in index_of(guide).by_name
    assert index_of(record('guide', box, coded(name, hint), occurrence('open'))).by_name['open'].count == 2


def test_what_a_package_of_go_has_is_told_with_it() -> None:
    assert names(index_of(record('guide', coded('gin.H', 'attribute')))) == ['gin.H']
    assert 'Context' not in index_of(record('guide', coded('gin.Context', 'typed'))).by_name
    spoken_of = record('guide', coded('gin.Context', 'typed'), occurrence('Context'))
    assert names(index_of(spoken_of)) == ['Context']
    routed = record('guide', coded('router.Use', 'invoked'), coded('router', 'variable'))
    assert 'Use' in index_of(routed).by_name


@pytest.mark.parametrize('head', ['variable', 'parameter', 'assigned', 'field'])
def test_ordinary_word_of_what_no_code_sets_is_told_with_it(head: str) -> None:
    call = coded('websocket.send', 'call')
    assert names(index_of(record('guide', call, words={'send': 1}))) == ['websocket.send']
    assert 'websocket.send' not in index_of(record('guide', call, coded('websocket', head), words={'send': 1})).by_name
    assert names(index_of(record('guide', coded('w.send', 'call'), words={'send': 1}))) == []
    assert names(index_of(record('guide', coded('box.socket.send', 'call'), words={'send': 1}))) == []


def test_ordinary_word_of_an_object_that_is_described_is_its_name() -> None:
    index = index_of(
        record('api', defined('Store.open', objtype='method'), coded('box.open', 'call'), words={'open': 9})
    )
    assert index.by_name['Store.open'].count == 2


def test_spellings_of_a_product_that_begins_small_are_one() -> None:
    index = index_of(
        record('doc', written('macOS', count=3), written('MacOS'), written('setUp'), coded('SetUp', 'class'))
    )
    found = {keyword.name: keyword.variants for keyword in index.keywords}
    assert found == {'macOS': ('MacOS',), 'setUp': (), 'SetUp': ()}


def test_plural_of_an_acronym_goes_to_it_where_it_stands() -> None:
    assert names(index_of(record('doc', written('ACLs', 'acronym'), written('ACL', 'acronym')))) == ['ACL']
    assert names(index_of(record('doc', written('APNs', 'acronym')))) == ['APNs']


@pytest.mark.parametrize(
    ('shown', 'kept'),
    [
        (occurrence('connection.queries'), 'django.db.connection.queries'),
        (written('RunSlow', 'identifier'), 'django.db.RunSlow'),
        (occurrence('queries'), 'queries'),
        (occurrence('get_it'), 'get_it'),
    ],
)
def test_what_code_takes_from_an_imported_thing_is_known_by_its_end(shown: Occurrence, kept: str) -> None:
    code = record(
        'code',
        coded('django.db.connection', 'import'),
        coded('django.db.connection.queries', 'attribute'),
        coded('django.db', 'import'),
        coded('django.db.RunSlow', 'attribute'),
        coded('django.db.get_it', 'attribute'),
    )
    index = index_of(code, record('text', shown))
    assert [place.docname for place in index.by_name[kept].locators][-1] == 'text'
    apart = index_of(record('code', coded('django.db.connection.queries', 'attribute')), record('text', shown))
    assert shown.name in apart.by_name


def test_command_with_a_subcommand_that_is_described() -> None:
    pair = occurrence('tool make', hint='command')
    described = index_of(record('api', defined('make', domain='std', objtype='django-admin')), record('text', pair))
    assert {name: found.count for name, found in described.by_name.items()} == {'make': 2}
    other = index_of(record('api', defined('make')), record('text', pair))
    assert sorted(other.by_name) == ['make', 'tool make']


def test_modules_that_are_never_imported() -> None:
    found = (
        coded('datetime.datetime.now', 'call'),
        coded('shutil.copy_it', 'call'),
        coded('thing.thang.now_it', 'call'),
    )
    python = referred('pathlib.Path', reftype='class')
    assert {'datetime.datetime.now', 'now_it', 'shutil.copy_it'} <= set(names(index_of(record('doc', python, *found))))
    assert 'shutil.copy_it' not in names(index_of(record('doc', *found)))
    assert 'pty.copy_it' not in names(index_of(record('doc', python, coded('pty.copy_it', 'call'))))


def test_option_of_a_directive_by_its_full_name() -> None:
    option = defined('members', domain='rst', objtype='directive:option')
    reference = referred('autoclass:members', domain='rst', reftype='dir')
    index = index_of(record('api', option), record('guide', reference), resolve={'autoclass:members': 'members'})
    assert names(index) == ['members']
    assert index.by_name['members'].kind is Kind.OPTION


def test_word_in_capitals_that_a_text_makes_a_verb() -> None:
    found = [
        written('INSERTed'),
        written('CASTing'),
        written('INSERT', 'acronym'),
        coded('JOINed', 'class'),
        written('JOINed'),
    ]
    others = [
        written('HTTPing', count=2),
        written('HTTP', 'acronym'),
        occurrence('JSONing'),
        written('JSON', 'acronym'),
    ]
    counts = {keyword.name: keyword.count for keyword in index_of(record('doc', *found, *others)).keywords}
    assert counts == {'INSERT': 2, 'CASTing': 1, 'JOINed': 2, 'HTTPing': 2, 'HTTP': 1, 'JSONing': 1, 'JSON': 1}


def test_plural_of_an_object_by_its_full_name() -> None:
    index = index_of(
        record('api', defined('m.ForeignKey', objtype='class'), written('ForeignKey')),
        record('guide', written('ForeignKeys')),
    )
    assert names(index) == ['m.ForeignKey']


def test_option_of_a_directive_is_a_word_of_many_things() -> None:
    option = defined('name', domain='rst', objtype='directive:option')
    box = record('box', defined('m.Box.name', objtype='attribute'), occurrence('name'))
    index = index_of(record('graph', option), box, record('guide', occurrence('name')))
    assert {each.name: each.count for each in index.keywords} == {'m.Box.name': 2, 'name': 2}


def test_class_whose_full_name_is_given_as_text() -> None:
    full = 'django.forms.widgets.RadioInput'
    for given in (occurrence(full), coded(full, 'string')):
        assert names(index_of(record('a', given), record('b', occurrence('RadioInput')))) == [full]
    two = [occurrence(full), occurrence('other.forms.RadioInput'), occurrence('RadioInput')]
    assert 'RadioInput' in names(index_of(record('a', *two)))
    imported = coded('pkg.CacheWarning', 'import'), occurrence('pkg.base.CacheWarning'), occurrence('CacheWarning')
    assert names(index_of(record('a', *imported))) == ['pkg.CacheWarning']
    product = occurrence('pkg.html.JavaScript'), written('JavaScript')
    assert 'JavaScript' in names(index_of(record('a', *product)))
    assert 'Loader' in names(index_of(record('a', occurrence('pkg.mod.Loader')), record('b', occurrence('Loader'))))
    assert 'b_c' in names(index_of(record('a', occurrence('pkg.mod.b_c'), occurrence('b_c'))))


@pytest.mark.parametrize('hint', ['assigned', 'field', 'parameter'])
def test_attribute_that_an_example_sets_where_it_is_described(hint: str) -> None:
    described = defined('Admin.radio_fields', objtype='attribute')
    assert names(index_of(record('a', described, coded('radio_fields', hint)))) == ['Admin.radio_fields']
    assert 'radio_fields' in names(index_of(record('a', described), record('b', coded('radio_fields', 'key'))))
    shorter = defined('Admin.radio', objtype='attribute'), coded('radio', 'field')
    assert set(names(index_of(record('a', *shorter)))) == {'Admin.radio', 'radio'}
    function = defined('pkg.radio_fields', objtype='function'), coded('radio_fields', 'key')
    assert set(names(index_of(record('a', *function)))) == {'pkg.radio_fields', 'radio_fields'}


def test_classes_of_different_modules_of_a_package() -> None:
    backends = [coded(f'mail.backends.{module}.EmailBackend', 'import') for module in ('smtp', 'dummy')]
    assert len(names(index_of(record('a', *backends)))) == 2
    shown = [coded('mail.backends.smtp.EmailBackend', 'import'), coded('mail.EmailBackend', 'import')]
    assert names(index_of(record('a', *shown))) == ['mail.backends.smtp.EmailBackend']


def test_one_letter_is_no_name_of_a_module() -> None:
    described = record('a', defined('re.S', objtype='data'), occurrence('S'))
    index = index_of(described, record('b', coded('S', 'class'), occurrence('S'), occurrence('re.S')))
    assert [locator.docname for locator in index.by_name['re.S'].locators] == ['a', 'b']
    assert index.by_name['re.S'].count == 3


def test_field_of_a_header_is_no_class_of_its_name() -> None:
    described = record('a', defined('template.Origin', objtype='class'))
    assert names(index_of(described, record('b', occurrence('Origin')))) == ['template.Origin']
    header = record('b', occurrence('Origin', hint='header'))
    assert set(names(index_of(described, header))) == {'template.Origin', 'Origin'}


def test_sign_that_is_described_somewhere() -> None:
    described = record('a', defined('!', objtype='pdbcommand'), occurrence('!'))
    index = index_of(described, record('b', occurrence('!')), record('c', referred('!')), resolve={'!': '!'})
    found = index.by_name['!']
    assert {locator.docname for locator in found.locators} == {'a', 'c'}


def test_name_that_ends_in_a_digit_has_no_plural() -> None:
    both = written('BLAKE2', 'acronym', count=3), written('BLAKE2s', 'acronym')
    assert set(names(index_of(record('a', *both)))) == {'BLAKE2', 'BLAKE2s'}


HTTP = record(
    'api', defined('net.HttpRequest.get_host', objtype='method'), defined('net.Http.label_of_it', objtype='method')
)


@pytest.mark.parametrize(
    ('found', 'joined'),
    [
        (occurrence('request.get_host', hint='call'), 'net.HttpRequest.get_host'),
        (coded('request.get_host', 'call'), 'net.HttpRequest.get_host'),
        (occurrence('it.get_host'), 'net.HttpRequest.get_host'),
        (occurrence('it.row.label_of_it', hint='call'), 'net.Http.label_of_it'),
        (occurrence('request.get_host', hint='file'), ''),
        (occurrence('Request.get_host'), ''),
    ],
)
def test_member_of_a_variable_that_is_called_as_its_class(found: Occurrence, joined: str) -> None:
    index = index_of(HTTP, record('guide', found))
    assert (found.name in index.by_name) is not bool(joined)
    assert not joined or index.by_name[joined].count == 2


def test_word_is_a_member_where_the_variable_is_called_as_the_class_alone() -> None:
    api = record('api', defined('net.Response.context', objtype='attribute'))
    found = [occurrence('response.context'), occurrence('it.context')]
    assert sorted(names(index_of(api, record('guide', *found)))) == ['it.context', 'net.Response.context']


def test_member_of_two_classes_that_a_variable_may_be_of() -> None:
    api = record('api', *(defined(f'{name}Request.get_it', objtype='method') for name in ('Http', 'Test')))
    assert 'request.get_it' in index_of(api, record('guide', occurrence('request.get_it'))).by_name


@pytest.mark.parametrize(
    'other', [coded('Person', 'class'), coded('person', 'import'), defined('person.x', objtype='data')]
)
def test_variable_of_something_else_has_other_members(other: Occurrence) -> None:
    api = record('api', defined('auth.User.last_name', objtype='attribute'), other)
    assert 'person.last_name' in index_of(api, record('guide', occurrence('person.last_name'))).by_name


def test_class_that_an_example_defines_and_imports() -> None:
    shown = [coded('LatestEntries', 'class'), coded('shop.feeds.LatestEntries', 'import')]
    assert names(index_of(record('guide', *shown))) == ['shop.feeds.LatestEntries']
    assert len(names(index_of(record('one', shown[0]), record('two', shown[1])))) == 2


def test_class_of_a_module_that_code_imports() -> None:
    shown = [coded('zones', 'import'), coded('zones.ZoneInfo', 'call')]
    index = index_of(record('guide', *shown, occurrence('ZoneInfo', hint='class')))
    assert sorted(names(index)) == ['zones', 'zones.ZoneInfo']
    assert 'ZoneInfo' in names(index_of(record('guide', shown[1], occurrence('ZoneInfo', hint='class'))))


def test_member_of_a_class_of_an_example() -> None:
    found = [coded('MyConsumer.as_asgi', 'call'), coded('myapp.Consumer.as_asgi', 'call')]
    found += [coded('myapp.it', 'import'), coded('myapp.models', 'module')]
    assert names(index_of(record('guide', *found))) == ['as_asgi']


@pytest.mark.parametrize(
    'found',
    [
        occurrence('numpy.linalg.label_of_it', hint='call'),
        occurrence('server.label_of_it', hint='setting'),
        occurrence('json.label_of_it'),
        coded('it.label_of_it', 'key'),
    ],
)
def test_member_of_something_else(found: Occurrence) -> None:
    python = referred('pathlib.Path', reftype='class')
    assert found.name in index_of(HTTP, record('guide', found, python)).by_name


def test_member_that_a_class_without_a_description_has_as_well() -> None:
    other = occurrence('Env.label_of_it', hint='call')
    assert 'it.label_of_it' in index_of(HTTP, record('guide', occurrence('it.label_of_it'), other)).by_name


def test_variable_that_is_called_as_a_module_as_well() -> None:
    api = record('api', defined('unit.mock.Mock.called', objtype='attribute'), defined('unit.mock.patch'))
    found = [coded('unit.mock', 'import'), coded('mock', 'import'), occurrence('mock.called'), occurrence('mock.patch')]
    index = index_of(api, record('guide', *found, coded('mock', 'variable')))
    assert index.by_name['unit.mock.Mock.called'].count == 2
    assert index.by_name['unit.mock.patch'].count == 2
    assert 'mock.called' in index_of(api, record('guide', *found)).by_name


def test_module_of_the_library_is_none_that_is_described_under_a_longer_name() -> None:
    api = record('api', defined('x.http', objtype='module'), coded('http', 'module'), coded('https', 'module'))
    assert {'http', 'x.http'} <= set(names(index_of(api)))
    other = record('api', defined('x.route', objtype='module'), coded('route', 'module'))
    assert names(index_of(other)) == ['x.route']


def test_variable_of_two_words() -> None:
    api = record('api', defined('net.HttpRequest.at', objtype='attribute'), defined('x.UserProfile', objtype='class'))
    assert names(index_of(api, record('guide', occurrence('http_request.at')))) == [
        'net.HttpRequest.at',
        'x.UserProfile',
    ]
    user = record('more', defined('auth.User.last_name', objtype='attribute'))
    assert (
        'user_profile.last_name' in index_of(api, user, record('guide', occurrence('user_profile.last_name'))).by_name
    )


def test_class_of_a_page_that_imports_one_of_a_library() -> None:
    shown = [coded('Form', 'class'), coded('django.forms.Form', 'import')]
    assert sorted(names(index_of(record('guide', *shown)))) == ['Form', 'django.forms.Form']


def test_member_that_a_module_has_as_well() -> None:
    api = record('api', defined('net.Http.label_of_it', objtype='method'), defined('net.label_of_it'))
    assert 'it.label_of_it' in index_of(api, record('guide', occurrence('it.label_of_it'))).by_name


def test_member_of_whatever_object_goes_to_what_is_called_so() -> None:
    called = coded('log_it', 'call')
    assert names(index_of(record('doc', called, occurrence('.log_it', hint='file')))) == ['log_it']
    assert names(index_of(record('doc', occurrence('log_it'), occurrence('.log_it', hint='file')))) == [
        '.log_it',
        'log_it',
    ]
    described = index_of(
        record('api', defined('Foo.log_it', objtype='method')), record('doc', occurrence('.log_it', hint='file'))
    )
    assert names(described) == ['Foo.log_it']


def test_method_behind_a_hash_goes_to_the_dotted_one() -> None:
    hashed = occurrence('Array#map', hint='method')
    assert names(index_of(record('doc', hashed))) == ['Array#map']
    assert names(index_of(record('api', defined('Array.map', objtype='method')), record('doc', hashed))) == [
        'Array.map'
    ]
    assert names(index_of(record('doc', coded('Array.map', 'call'), hashed))) == ['Array.map']


def test_spellings_of_a_standard_are_one() -> None:
    often, seldom = written('ISO 8601', 'standard', count=3), written('ISO-8601', 'standard')
    (keyword,) = index_of(record('doc', often, seldom)).keywords
    assert (keyword.name, keyword.variants, keyword.count) == ('ISO 8601', ('ISO-8601',), 4)
    assert len(index_of(record('doc', written('ISO 8601', 'standard'), written('ISO 8602', 'standard'))).keywords) == 2
    assert len(index_of(record('doc', often, coded('ISO8601', 'constant'))).keywords) == 2  # code has its own


def test_variable_is_a_mention_where_the_document_speaks_of_the_word() -> None:
    spoken, variable = occurrence('ft'), coded('ft', 'variable', count=2)
    (keyword,) = index_of(record('a', spoken), record('b', variable)).keywords
    assert ([locator.docname for locator in keyword.locators], keyword.count) == (['a'], 1)
    (keyword,) = index_of(record('a', spoken), record('b', variable, spoken)).keywords
    assert ([locator.docname for locator in keyword.locators], keyword.count) == (['a', 'b'], 4)
    index = index_of(record('a', occurrence('zq_ft')), record('b', coded('zq_ft', 'variable')))
    assert index.by_name['zq_ft'].count == 2
    index = index_of(record('api', defined('ft')), record('b', variable))
    assert index.by_name['ft'].count == 3


def test_reference_to_a_command_with_its_program_goes_to_the_command() -> None:
    described = defined('make', domain='std', objtype='django-admin')
    reference = referred('tool make', domain='std', reftype='djadmin')
    assert names(index_of(record('api', described), record('text', reference))) == ['make']
    assert 'tool make' in names(index_of(record('api', defined('make')), record('text', reference)))


def test_reference_to_a_term_of_two_words_goes_to_no_command() -> None:
    command, term = (
        defined('test', domain='std', objtype='django-admin'),
        defined('unit test', domain='std', objtype='term'),
    )
    reference = referred('unit test', domain='std', reftype='term', count=2)
    index = index_of(record('api', command, term), record('text', reference), resolve={'unit test': 'unit test'})
    assert {name: found.count for name, found in index.by_name.items()} == {'test': 1, 'unit test': 3}
    alone = index_of(record('api', command), record('text', reference))
    assert alone.by_name['test'].count == 1


def test_spelling_that_the_author_wants_stays_itself() -> None:
    found = written('ISO 8601', 'standard', count=3), written('ISO-8601', 'standard')
    assert names(index_of(record('doc', *found), terms=frozenset({'ISO-8601'}))) == ['ISO 8601', 'ISO-8601']


def test_what_only_code_defines_is_called_so() -> None:
    shown = occurrence('.log_it', hint='file')
    assert names(index_of(record('doc', coded('log_it', 'method'), shown))) == ['log_it']


def test_variable_that_the_author_asks_for_is_a_mention() -> None:
    documents = record('a', occurrence('ft')), record('b', coded('ft', 'variable'))
    assert index_of(*documents, terms=frozenset({'ft'})).by_name['ft'].count == 2


QUERIES = record(
    'api',
    defined('db.QuerySet', objtype='class'),
    defined('db.QuerySet.all', objtype='method'),
    defined('db.ops.AddField', objtype='class'),
    defined('db.ops.base.View', objtype='class'),
    defined('template.Library.simple_tag', objtype='method'),
    defined('sys.hexversion', objtype='data'),
)
"""Objects that other documents call by shorter names."""


@pytest.mark.parametrize(
    ('found', 'joined'),
    [
        (occurrence('Entry.objects.all', hint='call'), 'db.QuerySet.all'),
        (occurrence('Entry.objects.all'), ''),
        (occurrence('Entry._meta.all', hint='call'), ''),
        (coded('ops.AddField', 'call'), 'db.ops.AddField'),
        (coded('other.AddField', 'call'), ''),
        (coded('ops.View', 'call'), 'db.ops.base.View'),
        (occurrence('db.View'), 'db.ops.base.View'),
        (occurrence('base.View'), 'db.ops.base.View'),
        (occurrence('other.View'), ''),
        (coded('register.simple_tag', 'decorator'), 'template.Library.simple_tag'),
        (occurrence('hexversion'), 'sys.hexversion'),
        (written('hexversion', 'coined'), 'sys.hexversion'),
        (coded('hexversion', 'key'), ''),
    ],
)
def test_object_that_is_called_by_a_shorter_name(found: Occurrence, joined: str) -> None:
    index = index_of(QUERIES, record('guide', found))
    assert (found.name in index.by_name or found.name.rpartition('.')[2] in index.by_name) is not bool(joined)
    assert not joined or index.by_name[joined].count == 2


def test_what_inline_code_calls_on_anything_is_no_member_of_one_class() -> None:
    api = record('own', defined('web.Session', objtype='class'), defined('web.Session.get', objtype='method'))
    described = record(
        'own', *api.occurrences, occurrence('dict.get', hint='call'), occurrence('cache.get', hint='call')
    )
    assert index_of(described).by_name['web.Session.get'].count == 1


def test_attribute_that_is_called_as_a_module_of_the_library() -> None:
    assert names(index_of(record('doc', coded('device.os.name_it', 'attribute')))) == ['name_it']


def test_classes_of_two_packages_that_leave_out_the_same_link() -> None:
    api = record('api', *(defined(f'{name}.sites.models.Site', objtype='class') for name in ('a', 'b')))
    assert 'sites.Site' in index_of(api, record('guide', occurrence('sites.Site'))).by_name


def test_link_to_software_in_small_letters() -> None:
    found = written('Zylint', 'linked'), written('zylint', 'coined', count=2), coded('zylint', 'key')
    assert names(index_of(record('doc', *found))) == ['zylint']
    capitals = written('ZYLI', 'linked'), written('zyli', 'coined', count=2)
    assert names(index_of(record('doc', *capitals))) == ['ZYLI', 'zyli']


@pytest.mark.parametrize(
    ('chain', 'kept'),
    [
        ('console.log', 'console.log'),
        ('document.createElement', 'document.createElement'),
        ('document.pages', 'pages'),
        ('module.exports', 'module.exports'),
        ('os.environ', 'os.environ'),
        ('row.environ', 'environ'),
    ],
)
def test_what_every_script_has_begins_a_chain(chain: str, kept: str) -> None:
    assert names(index_of(record('doc', coded(chain, 'call')))) == [kept]


def test_functions_with_the_number_of_their_arguments_are_the_functions() -> None:
    shown = coded('init', 'function'), occurrence('init/1', hint='arity'), occurrence('call/2', hint='arity')
    index = index_of(record('doc', *shown))
    assert names(index) == ['call', 'init']
    assert index.by_name['init'].variants == ('init/1',)
    assert index.by_name['call'].kind is Kind.FUNCTION
    assert names(index_of(record('doc', occurrence('users/1', hint='arity')))) == []


def test_word_of_texts_and_inline_code_that_one_object_is_called_by() -> None:
    both = occurrence('hexversion'), written('hexversion', 'coined')
    index = index_of(QUERIES, record('guide', *both))
    assert index.by_name['sys.hexversion'].count == 3
    assert 'hexversion' not in index.by_name


def test_group_of_a_package_is_no_member_of_a_variable() -> None:
    group = coded('com.zedix.web', 'package')
    assert 'com.zedix.web' in names(index_of(record('a', group, coded('com', 'variable'))))


def test_class_that_an_overview_describes_without_its_module() -> None:
    full, short = defined('shop.views.ListView', objtype='class'), defined('ListView', objtype='class')
    index = index_of(record('api', full), record('flat', short), record('guide', occurrence('ListView')))
    assert names(index) == ['shop.views.ListView']
    function = defined('ListView', objtype='function')
    assert names(index_of(record('api', full), record('flat', function))) == ['ListView', 'shop.views.ListView']
    other = defined('shop.lists.ListView', objtype='class')
    assert 'ListView' in names(index_of(record('api', full, other), record('flat', short)))
    builtin = (defined('shop.ValueError', objtype='class'), defined('ValueError', objtype='exception'))
    assert 'ValueError' in names(index_of(record('api', *builtin)))


def test_class_that_the_document_names_in_full_as_well() -> None:
    full, short = occurrence('shop.text.Truncator'), occurrence('Truncator')
    assert names(index_of(record('a', full, short))) == ['shop.text.Truncator']
    assert set(names(index_of(record('a', full), record('b', short)))) == {'Truncator', 'shop.text.Truncator'}
    assert 'Truncator' in names(index_of(record('a', full, occurrence('shop.html.Truncator'), short)))
    prose = written('Truncator', 'capital')
    assert 'Truncator' in names(index_of(record('a', full, prose)))


def test_method_that_an_example_overrides() -> None:
    method = defined('shop.Field.from_value', objtype='method')
    override = coded('from_value', 'method')
    assert names(index_of(record('api', method), record('guide', override))) == ['from_value', 'shop.Field.from_value']
    base = coded('Field', 'base')
    assert 'from_value' not in names(index_of(record('api', method), record('guide', override, base)))
    long = (defined('shop.Field.get_db_value', objtype='method'), coded('get_db_value', 'method'))
    assert names(index_of(record('api', long[0]), record('guide', long[1]))) == ['shop.Field.get_db_value']
    word = (defined('shop.Field.clean', objtype='method'), coded('clean', 'method'))
    assert 'clean' in names(index_of(record('api', word[0]), record('guide', word[1], base)))
    twice = defined('shop.Form.from_value', objtype='method')
    assert 'from_value' in names(index_of(record('api', method, twice), record('guide', override, base)))
    function = defined('shop.from_value')
    assert 'from_value' in names(index_of(record('api', function), record('guide', override, base)))


def test_call_of_a_class_in_running_text() -> None:
    func = defined('shop.Func', objtype='class')
    assert names(index_of(record('api', func), record('guide', written('Func', 'call')))) == ['shop.Func']
    assert names(index_of(record('api', defined('shop.func')), record('guide', written('func', 'call')))) == [
        'func',
        'shop.func',
    ]


def test_method_that_ends_in_an_s_is_no_plural() -> None:
    found = (occurrence('setItem'), occurrence('setItems', hint='call'), occurrence('Item'), occurrence('ItemList'))
    assert set(names(index_of(record('a', *found, occurrence('ItemLists'))))) == {
        'setItem',
        'setItems',
        'Item',
        'ItemList',
    }


def test_class_that_stands_in_another_is_another_class() -> None:
    inner, outer = defined('pkg.Model.Config', objtype='class'), defined('Config', objtype='class')
    assert 'Config' in names(index_of(record('api', inner), record('flat', outer)))


@pytest.mark.parametrize('found', [occurrence('Origin', hint='header'), occurrence('Warning')])
def test_name_that_the_page_gives_in_full_and_that_is_another_thing(found: Occurrence) -> None:
    full = occurrence(f'shop.net.{found.name}')
    assert found.name in names(index_of(record('a', full, found)))


@pytest.mark.parametrize('found', [coded('render', 'method'), occurrence('render', hint='method')])
def test_method_is_no_function_of_that_name(found: Occurrence) -> None:
    function, used = defined('shop.shortcuts.render'), coded('shop.shortcuts.render', 'import')
    assert set(names(index_of(record('api', function), record('guide', used, found)))) == {
        'render',
        'shop.shortcuts.render',
    }
    call = occurrence('render', hint='call')
    assert names(index_of(record('api', function), record('guide', used, call))) == ['shop.shortcuts.render']
    method = defined('shop.Node.render_it', objtype='method')
    other = occurrence('render_it', hint='method')
    assert names(index_of(record('api', method), record('guide', other))) == ['shop.Node.render_it']


def test_what_one_document_means_says_nothing_of_another() -> None:
    """A name goes where the document that has it describes it, whichever document was read before."""
    one, other = record('a', defined('core.Stack.push')), record('b', defined('more.Queue.push'))
    calls = [coded('push', 'call'), coded('push', 'call', section=0)]
    for order in (['a', 'b', 'c'], ['c', 'b', 'a']):
        records = {
            'a': record('a', *one.occurrences, calls[0]),
            'b': record('b', *other.occurrences, calls[1]),
            'c': record('c', calls[0]),
        }
        index = index_of(*(records[docname] for docname in order))
        assert {keyword.name: keyword.locators.docnames() for keyword in index.keywords} == {
            'core.Stack.push': ['a'],
            'more.Queue.push': ['b'],
            'push': ['c'],
        }


def test_what_code_imports_of_the_library_is_no_ending_of_a_longer_name() -> None:
    index = index_of(
        record('a', referred('datetime.datetime.date', reftype='meth')), record('b', coded('datetime.date', 'import'))
    )
    assert names(index) == ['datetime.date', 'datetime.datetime.date']
    # what code imports of something else may be given without its package
    index = index_of(
        record('a', referred('pkg.widgets.Button.date_of', reftype='meth')),
        record('b', coded('Button.date_of', 'import')),
    )
    assert names(index) == ['pkg.widgets.Button.date_of']
