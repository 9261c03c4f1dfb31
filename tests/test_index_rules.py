"""Every rule of the choice: one name that it decides on, and one beside it that it leaves to the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest

from factories import coded, defined, grouping_of, occurrence, record, referred, written
from sphinx_kwindex.index.rules import RULES
from sphinx_kwindex.index.select import NO_RULE, Verdict
from sphinx_kwindex.index.selection import Selection
from sphinx_kwindex.occurrences import Occurrence, Role


class Row(NamedTuple):
    """A rule, what it decides on, and what it does not."""

    rule: str
    found: Occurrence
    miss: Occurrence
    others: Sequence[Occurrence] = ()
    """What else the document says, in both cases."""
    words: dict[str, int] = {}  # noqa: RUF012 (read only)
    choices: dict[str, Any] = {}  # noqa: RUF012 (read only)


def row(rule: str, found: Occurrence, miss: Occurrence, *others: Occurrence, **more: Any) -> Row:
    return Row(rule, found, miss, others, more.pop('words', {}), more)


HEADING, ENTRY = Role.HEADING, Role.ENTRY
ROWS = [
    row('excluded', defined('pkg.run'), defined('pkg.stop'), exclude=(re.compile('run'),)),
    row('included', coded('i', 'variable'), coded('j', 'variable'), include=(re.compile('^i$'),)),
    row('term', written('data flow', ''), written('data flows', ''), terms=frozenset({'data flow'})),
    row('term', written('The', 'capital'), written('These', 'capital'), terms=frozenset({'The'})),
    row('rare', defined('run'), defined('walk', count=2), min_mentions=2),
    row('defined', defined('x', objtype='data'), occurrence('y', Role.LITERAL)),
    row('defined', defined('foo'), coded('food', 'function')),
    row('referred', referred('404'), occurrence('405')),
    row('referred', referred('XY'), referred('X')),
    row('unreadable', occurrence('_'), occurrence('_a')),
    row('unreadable', occurrence('1_000'), occurrence('p_000')),
    row('unreadable', occurrence('x'), occurrence('xs')),
    row('unreadable', occurrence('A-Z'), occurrence('M-x')),
    row('unreadable', occurrence('a-f'), occurrence('ed25519')),
    row('unreadable', occurrence('lrwxr-xr-x'), occurrence('lrwxr-xr')),
    row('unreadable', occurrence('Jul-2022'), occurrence('Jut-2022')),
    row('unreadable', occurrence('ee3c120'), occurrence('ee3c12')),
    row('unreadable', occurrence('x7f70e13fca90'), occurrence('deadbeef')),
    row('unreadable', occurrence('_really_'), occurrence('_Really_')),
    row('unreadable', occurrence('None'), occurrence('Nones')),
    row('unreadable', coded('self', 'call'), coded('self', 'key')),
    row('unreadable', coded('except', 'call'), occurrence('except')),
    row('unreadable', occurrence('self', hint='key'), occurrence('from', hint='key')),
    row('unreadable', occurrence('not', hint='setting'), occurrence('continue', hint='command')),
    row('unreadable', occurrence('None', hint='setting'), occurrence('Nones', hint='setting')),
    row('unreadable', coded('import', 'call'), coded('importer', 'call')),
    row('unreadable', occurrence('*text*'), occurrence('*_text*')),
    row('unreadable', occurrence('21.5b1'), occurrence('py21.5')),
    row('unreadable', occurrence('0.75bp'), occurrence('x0.75')),
    row('unreadable', occurrence('GH-3139'), occurrence('UTF-16')),
    row('placeholder', occurrence('x12'), occurrence('x509')),
    row('placeholder', coded('X1', 'variable'), written('X11', 'acronym')),
    row('placeholder', occurrence('foo.X'), occurrence('cirq.X'), coded('cirq', 'import'), coded('foo', 'import')),
    row('placeholder', occurrence('y.z'), occurrence('y.run'), coded('y', 'import')),
    row('placeholder', occurrence('z.run'), occurrence('y.run'), coded('y', 'import')),
    row('placeholder', coded('Foo', 'class'), coded('Food', 'class')),
    row('placeholder', occurrence('foo.run'), occurrence('food.run')),
    row('placeholder', occurrence('bar2'), occurrence('bars')),
    row('placeholder', coded('do_something_with', 'call'), coded('do_some_with', 'call')),
    row('placeholder', coded('MM', 'constant'), coded('MMU', 'constant')),
    row('placeholder', coded('spam', 'call'), coded('spam', 'module')),
    row('placeholder', coded('bar', 'module'), coded('spam', 'module')),
    row('placeholder', coded('MyModel', 'class'), coded('Model', 'class')),
    row('placeholder', coded('MyModel', 'class'), occurrence('mydestination', hint='setting')),
    row('placeholder', coded('YourKits', 'class'), written('YourKits', 'identifier')),
    row('placeholder', occurrence('my_timeout'), occurrence('my_timeout', hint='setting')),
    row('placeholder', occurrence('shop.some_view'), occurrence('shop.somewhere')),
    row('placeholder', occurrence('your-branch/x.py'), occurrence('yours/x.py')),
    row('placeholder', coded('MY_FLAG', 'constant'), coded('MYSQL_FLAG', 'constant')),
    row('placeholder', occurrence('mysite.urls'), occurrence('mysql.urls')),
    row('placeholder', coded('myfunc', 'call'), coded('mykrb', 'call')),
    row('placeholder', coded('SomeError', 'raised'), coded('SomeIT', 'raised')),
    row('placeholder', coded('hello.hello', 'import'), coded('glob.glob', 'import')),
    row('placeholder', coded('cat.cat', 'import'), coded('cat.dog', 'import')),
    row('placeholder', coded('cat.cat', 'import'), coded('popen2.popen2', 'import')),
    row('host', occurrence('cabal.project.local'), occurrence('cabal.file.local'), occurrence('cabal.file')),
    row('host', occurrence('www.example.com'), occurrence('example_com')),
    row('host', occurrence('api.company.org'), occurrence('api.company.app')),
    row('host', occurrence('db.invalid'), coded('db.invalid', 'import')),
    row('host', occurrence('coreos.com/v1'), coded('coreos.com/v1', 'instruction')),
    row('host', coded('example.com/v1', 'instruction'), coded('it.example.org.x/v1', 'instruction')),
    row('host', occurrence('printer.office.local'), occurrence('threading.local')),
    row('example-path', occurrence('/outputDir', hint='file'), occurrence('/outputDir', hint='option')),
    row('example-path', occurrence('/tags/it'), occurrence('/tags/findIt')),
    row('example-path', occurrence('/v12/healthz'), occurrence('/v1.0/healthz')),
    row('example-path', occurrence('/metrics/find', hint='file'), occurrence('/metrics/find', hint='asked')),
    row('example-path', occurrence('/nitro/tasks'), occurrence('/_nitro/tasks')),
    row('example-path', occurrence('{HOME}/certs'), occurrence('${HOME}/certs')),
    row('example-path', occurrence('/api/*'), occurrence('/it/api/v2/*')),
    row('example-path', occurrence('/path/to/it.py'), occurrence('/etc/it.py')),
    row('example-path', occurrence('/accounts/new'), occurrence('/var/new')),
    row('example-path', occurrence('conf/<name>.toml'), occurrence('conf/name.toml')),
    row('example-path', coded('/users/it', 'file'), coded('/v1/it', 'file')),
    row('example-path', occurrence('/tmp/me/x'), written('/home/me/x', 'mime')),
    row('alternatives', occurrence('vapor/queues'), occurrence('vapor/vapor')),
    row('alternatives', occurrence('and/and'), occurrence('predis/predis'), stop_words=frozenset({'and'})),
    row('alternatives', occurrence('app/jobs', hint='file'), occurrence('app/jobs', hint='folder')),
    row('alternatives', occurrence('read/write'), occurrence('read/write.py')),
    row('alternatives', occurrence('oui/nonz'), occurrence('oui/nonz/'), english=False),
    row('alternatives', occurrence('vapor/queues'), occurrence('nginx/unit')),
    row('alternatives', written('read/write', 'file'), written('@read/write', 'package')),
    row('alternatives', occurrence('on/off'), occurrence('on/off/')),
    row('alternatives', occurrence('src/app'), occurrence('src/lib'), occurrence('src/lib/x.py', hint='file')),
    row('alternatives', occurrence('text/plain', hint='file'), written('text/plain', 'mime')),
    row('calendar', written('March', 'capital'), written('Marches', 'capital'), plain_names=frozenset({'March'})),
    row('calendar', written('Fridays', 'capital'), written('Fridges', 'capital'), plain_names=frozenset({'Friday'})),
    row('calendar', coded('June', 'variable'), coded('June', 'class'), plain_names=frozenset({'June'})),
    row('calendar', written('May', 'capital'), occurrence('May'), plain_names=frozenset({'May'})),
    row('looked-up', coded('author__name', 'parameter'), coded('author_name', 'parameter')),
    row('looked-up', coded('author__name', 'key'), occurrence('author__name')),
    row('literal', occurrence('data'), coded('data', 'variable')),
    row('literal', occurrence('a name', hint='file'), occurrence('a name', hint='samp')),
    row('titled', occurrence('run_it', HEADING, 'identifier'), written('run_it')),
    row('titled', occurrence('run', HEADING, 'call'), occurrence('RUN', HEADING, 'acronym')),
    row('coded', coded('json', 'import'), coded('json', 'variable')),
    row('coded', coded('-x', 'option'), coded('i', 'builtin')),
    row('called', coded('backs', 'attribute', count=3), coded('walks', 'attribute', count=2), words={'backs': 1, 'walks': 1}),
    row('called', coded('backs', 'attribute', count=5), coded('walks', 'attribute', count=4), words={'backs': 2, 'walks': 2}),
    row('called', coded('connect', 'attribute'), coded('join', 'attribute'), words={'join': 1}),
    row('called', coded('cos', 'call'), coded('sin', 'attribute'), words={'cos': 1, 'sin': 1}),
    row('called', coded('send_it', 'attribute'), coded('put', 'attribute'), words={'send_it': 1}),
    row('keyed', coded('data', 'key'), coded('data', 'parameter')),
    row('keyed', coded('$data', 'key'), coded('data of it', 'key')),
    row('keyed', coded('my.servers[1].$id', 'key'), coded('my[one', 'key')),
    row('keyed', coded('a.b/c-d', 'key'), coded('a = {"c', 'key')),
    row('keyed', coded('line_length', 'parameter'), coded('line_length', 'string')),
    row('quoted', coded('app.cache.Dummy', 'string'), coded('dummy', 'string')),
    row('quoted', coded('MAX_AGE', 'string'), coded('max_age', 'string')),
    row('quoted', coded('DummyCache', 'string'), coded('Dummy', 'string')),
    row('assigned', coded('extensions', 'assigned'), coded('project', 'assigned'), words={'project': 1}),
    row('assigned', coded('html_theme', 'assigned'), coded('html_theme', 'variable')),
    row('variable', coded('Loader', 'variable'), coded('loader', 'variable')),
    row('variable', coded('MAX_SIZE', 'variable'), coded('max_size', 'variable')),
    row('variable', coded('ABCE', 'variable'), coded('ABCD', 'variable')),
    row('variable', coded('ABCE', 'variable'), coded('XYZ', 'variable')),
    row(
        'variable',
        coded('zx_net_send', 'variable'),
        coded('zy_net_send', 'variable'),
        *(coded(f'zx_{each}_it', 'call') for each in ('open', 'close', 'free', 'init')),
    ),
    row('shaped', written('X.509', 'standard'), written('X.509', 'coined')),
    row('shaped', written('get_it'), written('get_it', 'joint')),
    row('shaped', written('--flag', 'option'), written('--flag', 'unknown')),
    row('acronym', written('SQL', 'acronym'), written('AND', 'acronym'), words={'sql': 1, 'and': 2}),
    row('acronym', written('GET', 'acronym'), written('GOT', 'acronym'), words={'get': 9, 'got': 9}),
    row('acronym', written('SQL', 'acronym'), written('THE', 'acronym'), stop_words=frozenset({'the'})),
    row('acronym', written('PATH', 'acronym'), written('FILE', 'acronym'), words={'path': 9, 'file': 9}),
    row('capital', written('Django', 'capital'), written('Server', 'capital'), words={'server': 1}),
    row('capital', written('Docker', 'compound'), written('Dock', 'initial')),
    row('capital', written('Django', 'capital'), written('The', 'capital'), stop_words=frozenset({'the'})),
    row('capital', written('Docker', 'initial'), written('Runs', 'initial'), coded('docker', 'command')),
    row('coined', written('snorgd', 'coined'), written('snorgd', '')),
    row('coined', written('snorgd', 'coined', count=2), written('udev', 'coined'), words={'a': 100_001}),
    row('coined', written('udev', 'coined'), written('csv', 'coined'), written('CSV', 'acronym')),
    row('foreign', written('numpy', 'foreign'), written('number', 'foreign')),
    row('foreign', written('Docker Compose', 'foreign'), written('composing', 'foreign')),
    row('foreign', written('optimizer', 'foreign', count=2), written('number', 'foreign', count=2)),
    row('foreign', written('flask', 'foreign', count=2), written('the', 'foreign', count=2), stop_words=frozenset({'the'})),
    row('item', written('timeout', 'item'), written('to', 'item')),
    row('item', written('level', 'item'), written('levels', 'item'), words={'level': 8, 'levels': 9}),
    row('item', written('celery', 'linked'), written('here', 'linked'), words={'celery': 2, 'here': 3}),
    row('item', written('FILE', 'linked'), written('File', 'linked'), words={'file': 9}),
    row('proper', written('Kessel Studio', 'proper'), written('Kessel Studio', 'initial')),
    row('proper', written('Virtual Studio', 'proper', count=2), written('Virtual Studio', 'proper')),
    row('entered', occurrence('lazy loading', ENTRY, 'entry'), occurrence('loading', ENTRY, 'entry')),
    row('entered', occurrence('get_it', ENTRY, 'entry'), occurrence('get', ENTRY, 'entry')),
]  # fmt: skip
IDS = [f'{each.rule}-{each.found.name}' for each in ROWS]


def chosen_by(found: Occurrence) -> str:
    """The rule that decides on a name of which nothing else is found."""
    return Selection(grouping_of(record('doc', found))).verdict(found.name).rule


def decided(each: Row, found: Occurrence) -> Verdict:
    grouping = grouping_of(record('doc', found, *each.others, words=each.words), in_full=True, **each.choices)
    selection = Selection(grouping)
    name = found.definition.name if found.definition else found.name
    return selection.verdict(name) if name in selection else NO_RULE


@pytest.mark.parametrize('each', ROWS, ids=IDS)
def test_rule_decides(each: Row) -> None:
    keep = {rule.name: rule.keep for rule in RULES}
    assert decided(each, each.found) == Verdict(keep[each.rule], each.rule)


@pytest.mark.parametrize('each', ROWS, ids=IDS)
def test_rule_leaves_what_is_only_like_it(each: Row) -> None:
    assert decided(each, each.miss).rule != each.rule


def test_entry_of_the_author_with_a_tag() -> None:
    grouping = grouping_of(record('doc', occurrence('the </head> tag', ENTRY, 'entry')))
    assert Selection(grouping).verdict('the </head> tag').keep


@pytest.mark.parametrize('name', ['django.test', 'test', 'example'])
def test_module_or_command_that_ends_like_a_host(name: str) -> None:
    grouping = grouping_of(record('doc', occurrence(name)))
    assert Selection(grouping).verdict(name).keep


@pytest.mark.parametrize('name', ['HTTP/1.1', 'I/O', 'Transforms/Utils', 'x.io/gc.root'])
def test_literal_with_a_slash_is_a_name(name: str) -> None:
    grouping = grouping_of(record('doc', occurrence(name, hint='file')))
    assert Selection(grouping).verdict(name).keep


def test_software_that_looks_like_a_placeholder() -> None:
    assert chosen_by(written('x86', 'coined')) == 'coined'
    assert chosen_by(written('x87', 'coined')) == 'placeholder'


@pytest.mark.parametrize(
    ('name', 'kept'), [('bin/console', True), ('var/backups', True), ('one/.two', True), ('read/write', False)]
)
def test_folder_of_a_project_is_no_alternative(name: str, kept: bool) -> None:
    assert (chosen_by(occurrence(name, hint='file')) == 'literal') is kept


def test_every_rule_is_tried() -> None:
    tried = list(dict.fromkeys(each.rule for each in ROWS))
    assert tried == [rule.name for rule in RULES]


def test_rules_have_names_of_their_own_and_say_what_they_read() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.reads for rule in RULES)
    assert NO_RULE.rule not in {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ('found', 'words', 'rule'),
    [
        ([defined('None', objtype='data')], {}, 'defined'),
        ([referred('foo')], {}, 'referred'),
        ([occurrence('May'), written('May', 'capital')], {}, 'literal'),
        ([occurrence('the'), written('The', 'capital')], {'the': 99}, 'literal'),
        ([coded('run', 'call'), occurrence('run', HEADING, 'call')], {'run': 9}, 'titled'),
        ([written('AND', 'acronym'), coded('AND', 'constant')], {'and': 9}, 'coded'),
    ],
)
def test_the_first_rule_that_applies_decides(found: list[Occurrence], words: dict[str, int], rule: str) -> None:
    grouping = grouping_of(record('doc', *found, words=words), plain_names=frozenset({'May'}))
    assert Selection(grouping).verdict(found[0].name) == Verdict(keep=True, rule=rule)


def test_country_that_is_a_product() -> None:
    said = written('Jersey', 'capital', count=5)
    plain = frozenset({'Jersey'})
    assert decided(row('calendar', said, said, plain_names=plain), said).rule == 'calendar'
    shown = row('calendar', said, said, coded('JerseyClient', 'class'), plain_names=plain)
    assert decided(shown, said).rule == 'capital'
    seldom = written('Jersey', 'capital', count=4)
    assert decided(shown, seldom).rule == 'calendar'
