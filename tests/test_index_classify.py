"""Which kind a keyword is: its domain first, then references, then grammar, then form."""

from __future__ import annotations

import pytest

from factories import coded, defined, index_of, occurrence, record, referred, written
from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.classify import KindSource, classify, sourced_kind
from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.model import Choices, Evidence
from sphinx_kwindex.occurrences import Kind, Occurrence, Role


def kind_of(*occurrences: Occurrence) -> Kind:
    (keyword,) = index_of(record('doc', *occurrences)).keywords
    return keyword.kind


def case(name: str, evidence: Evidence) -> Case:
    return Case(name, evidence, Corpus(names={name: evidence}), Choices())


@pytest.mark.parametrize(
    ('name', 'objtype', 'kind'),
    [
        ('a.Foo', 'class', Kind.CLASS),
        ('a.FooError', 'class', Kind.EXCEPTION),
        ('a.Error', 'exception', Kind.EXCEPTION),
        ('a.run', 'function', Kind.FUNCTION),
        ('A.run', 'classmethod', Kind.METHOD),
        ('A.x', 'property', Kind.ATTRIBUTE),
        ('a.x', 'data', Kind.ATTRIBUTE),
        ('a.LIMIT', 'data', Kind.CONSTANT),
        ('A.LIMIT', 'attribute', Kind.ATTRIBUTE),
        ('a.b', 'module', Kind.MODULE),
        ('node', 'struct', Kind.TYPE),
        ('RED', 'enumerator', Kind.CONSTANT),
        ('MAX', 'macro', Kind.MACRO),
        ('--x', 'cmdoption', Kind.OPTION),
        ('HOME', 'envvar', Kind.ENVVAR),
        ('DEBUG', 'confval', Kind.SETTING),
        ('DEBUG', 'my_setting', Kind.SETTING),
        ('migrate', 'django-admin', Kind.COMMAND),
        ('lower', 'templatefilter', Kind.FUNCTION),
        ('lazy loading', 'term', Kind.TERM),
        ('note', 'directive', Kind.FUNCTION),
    ],
)
def test_by_domain(name: str, objtype: str, kind: Kind) -> None:
    assert kind_of(defined(name, objtype=objtype)) is kind


def test_definition_wins_over_everything() -> None:
    evidence = (referred('run_it', reftype='class'), coded('run_it', 'option'), occurrence('run_it', hint='file'))
    assert kind_of(defined('run_it'), *evidence) is Kind.FUNCTION
    assert kind_of(*evidence) is Kind.CLASS


def test_first_kind_wins_where_two_objects_share_a_name() -> None:
    assert kind_of(defined('x_y', objtype='data'), defined('x_y', objtype='class')) is Kind.CLASS


def test_object_type_that_says_nothing_leaves_it_to_the_rest() -> None:
    assert kind_of(defined('GPU', objtype='thing')) is Kind.ACRONYM


def test_most_frequent_reference_wins() -> None:
    assert kind_of(referred('x_y', reftype='meth', count=2), referred('x_y', reftype='func')) is Kind.METHOD
    assert kind_of(referred('x_y', reftype='meth'), referred('x_y', reftype='func', count=2)) is Kind.FUNCTION


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (coded('ValueError', 'call'), Kind.EXCEPTION),
        (coded('Loader', 'class'), Kind.CLASS),
        (coded('Oops', 'exception'), Kind.EXCEPTION),
        (coded('--all', 'option'), Kind.OPTION),
        (coded('HOME', 'envvar'), Kind.ENVVAR),
        (occurrence('text/html', hint='mime'), Kind.PROTOCOL),
        (written('RFC 2616', 'standard'), Kind.PROTOCOL),
        (coded('make', 'command'), Kind.COMMAND),
        (occurrence('cached', hint='decorator'), Kind.FUNCTION),
        (occurrence('-v'), Kind.OPTION),
        (coded('MAX_SIZE', 'variable'), Kind.CONSTANT),
        (coded('DEBUG', 'variable'), Kind.CONSTANT),
        (coded('JSONField', 'call'), Kind.CLASS),
        (coded('Loader.run', 'call'), Kind.METHOD),
        (coded('json.loads', 'import'), Kind.FUNCTION),
        (coded('json', 'module'), Kind.MODULE),
        (coded('GDT_Int32', 'variable'), Kind.CONSTANT),
        (coded('ErrNotFound', 'variable'), Kind.EXCEPTION),
        (coded('ErrorKind', 'variable'), Kind.CLASS),
        (coded('ErrNotFound', 'call'), Kind.CLASS),
        (occurrence('float32'), Kind.TYPE),
        (occurrence('isValid'), Kind.FUNCTION),
        (occurrence('Reply.isValid'), Kind.METHOD),
        (occurrence('isTTY'), Kind.ATTRIBUTE),
        (coded('App\\Kernel', 'import'), Kind.CLASS),
        (coded('App\\models', 'import'), Kind.MODULE),
        (coded('start', 'invoked'), Kind.FUNCTION),
        (coded('Engine.start', 'invoked'), Kind.METHOD),
        (coded('Loader', 'typed'), Kind.CLASS),
        (coded('Loader', 'variable'), Kind.CLASS),
        (coded('timeout', 'assigned'), Kind.SETTING),
        (occurrence('get_it', hint='call'), Kind.FUNCTION),
        (coded('os.path', 'module'), Kind.MODULE),
        (coded('Path', 'import'), Kind.CLASS),
        (coded('line_length', 'key'), Kind.SETTING),
        (coded('stdio.h', 'module'), Kind.MODULE),
    ],
)
def test_by_grammar(found: Occurrence, kind: Kind) -> None:
    assert kind_of(found) is kind


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (written('GPU', 'acronym'), Kind.ACRONYM),
        (written('HTTP', 'acronym'), Kind.PROTOCOL),
        (occurrence('docs/conf.py'), Kind.FILE),
        (occurrence('docs/build/'), Kind.FILE),
        (occurrence('GPU', hint='acronym'), Kind.CONSTANT),
        (occurrence('HTTP', hint='acronym'), Kind.PROTOCOL),
        (coded('HTTP', 'acronym'), Kind.PROTOCOL),
        (coded('HTTP', 'variable'), Kind.CONSTANT),
        (written('HTTP/1.1', 'acronym'), Kind.PROTOCOL),
        (written('I/O', 'acronym'), Kind.ACRONYM),
        (written('C++', 'acronym'), Kind.PRODUCT),
        (written('CVE-2024-1234', 'acronym'), Kind.NAME),
        (written('PostgreSQL'), Kind.PRODUCT),
        (occurrence('QuerySet'), Kind.CLASS),
        (written('Visual Studio', 'proper', count=2), Kind.PRODUCT),
        (written('numpy', 'linked'), Kind.PRODUCT),
        (written('timeout', 'item'), Kind.SETTING),
        (occurrence('Session'), Kind.NAME),
        (occurrence('Session', count=2), Kind.CLASS),
        (occurrence('session'), Kind.NAME),
        (occurrence('send_file'), Kind.FUNCTION),
        (occurrence('setContent'), Kind.FUNCTION),
        (occurrence('item_id'), Kind.ATTRIBUTE),
        (occurrence('itemId'), Kind.ATTRIBUTE),
        (written('withTimeout'), Kind.METHOD),
        (written('ColumnTransformer'), Kind.CLASS),
        (written('ColumnStore'), Kind.PRODUCT),
        (occurrence('np.float32', hint='call'), Kind.TYPE),
        (occurrence('nox.options.reuse_venvs'), Kind.SETTING),
        (occurrence('nox.choices.reuse_venvs'), Kind.FUNCTION),
        (occurrence('app.config.from_object'), Kind.FUNCTION),
        (occurrence('logging.config.fileConfig'), Kind.FUNCTION),
        (occurrence('starts-with', hint='call'), Kind.FUNCTION),
        (occurrence('on_commit'), Kind.FUNCTION),
        (occurrence('list', hint='call'), Kind.TYPE),
        (occurrence('reversed'), Kind.FUNCTION),
        (written('itemTimeout'), Kind.ATTRIBUTE),
        (occurrence('nvidia-smi'), Kind.PRODUCT),
        (occurrence('line-tables'), Kind.NAME),
        (occurrence('utf-32-be'), Kind.NAME),
        (coded('black-it', 'call'), Kind.NAME),
        (occurrence('zshrc'), Kind.FILE),
        (occurrence('xmlsrc'), Kind.NAME),
        (occurrence('app.add_file'), Kind.FUNCTION),
        (occurrence('app.runner.invoke'), Kind.METHOD),
        (occurrence('grep'), Kind.COMMAND),
        (occurrence('orm.Session'), Kind.CLASS),
        (occurrence('pid_t'), Kind.TYPE),
        (occurrence('std::swap'), Kind.FUNCTION),
        (occurrence('std::vector'), Kind.TYPE),
        (occurrence('std::chrono::seconds'), Kind.TYPE),
        (occurrence('std::find_it'), Kind.FUNCTION),
        (occurrence('std::vector', hint='call'), Kind.FUNCTION),
        (occurrence('setuptools'), Kind.PRODUCT),
        (occurrence('cache:clear'), Kind.NAME),
        (occurrence('LD_LIBRARY_PATH'), Kind.ENVVAR),
        (occurrence('LD_LIBRARIES_PATH'), Kind.CONSTANT),
        (written('LazyFrame'), Kind.CLASS),
        (coded('NotNull', 'annotation'), Kind.CLASS),
        (coded('print_it', 'builtin'), Kind.FUNCTION),
        (coded('comm.Get_rank', 'call'), Kind.FUNCTION),
        (coded('comm.Getrank', 'call'), Kind.CLASS),
        (occurrence('css.loaderOptions.postcss'), Kind.SETTING),
        (occurrence('logging.config.postcss'), Kind.FUNCTION),
        (occurrence('Table.create_all'), Kind.METHOD),
        (occurrence('Table.columns'), Kind.ATTRIBUTE),
        (occurrence('Table::create'), Kind.METHOD),
        (occurrence('Table.name'), Kind.ATTRIBUTE),
        (occurrence('os.make_dirs'), Kind.FUNCTION),
        (occurrence('self.dom'), Kind.ATTRIBUTE),
        (occurrence('xml.dom.minidom'), Kind.MODULE),
        (written('Django', 'capital'), Kind.PRODUCT),
        (occurrence('timeout', hint='parameter'), Kind.ATTRIBUTE),
        (occurrence('lazy loading', Role.ENTRY, 'entry'), Kind.TERM),
        (occurrence('data'), Kind.NAME),
        (occurrence('SetRegions'), Kind.METHOD),
        (occurrence('SetRegions', hint='class'), Kind.CLASS),
        (occurrence('SettingsView'), Kind.CLASS),
        (occurrence('_LIBCPP_DEBUG'), Kind.CONSTANT),
        (coded('--it-is', 'setting'), Kind.SETTING),
        (coded('--it-is', 'key'), Kind.OPTION),
        (coded('--it-is', 'option'), Kind.OPTION),
        (occurrence('cmd.exe', hint='file'), Kind.COMMAND),
        (occurrence('C:\\cmd.exe', hint='file'), Kind.FILE),
    ],
)
def test_by_form(found: Occurrence, kind: Kind) -> None:
    assert kind_of(found) is kind


def test_header_file_that_is_included_is_a_file() -> None:
    assert kind_of(occurrence('stdio.h', hint='file', count=2), coded('stdio.h', 'module')) is Kind.FILE
    assert kind_of(occurrence('html.parser', hint='file'), coded('html.parser', 'module')) is Kind.MODULE


@pytest.mark.parametrize('name', ['', '.', 'a.', '.a', '::', '-', 'clojure.string/join', 'a/b.c', '/', '名.前'])
@pytest.mark.parametrize('hint', ['', 'function', 'call', 'import', 'attribute', 'file'])
def test_every_name_has_a_kind(name: str, hint: str) -> None:
    assert classify(case(name, Evidence({(Role.CODE, hint): 1}))) in Kind


@pytest.mark.parametrize(
    ('noun', 'kind'),
    [
        ('class', Kind.CLASS),
        ('exception', Kind.EXCEPTION),
        ('function', Kind.FUNCTION),
        ('method', Kind.METHOD),
        ('field', Kind.ATTRIBUTE),
        ('constant', Kind.CONSTANT),
        ('type', Kind.TYPE),
        ('macro', Kind.MACRO),
        ('decorator', Kind.FUNCTION),
        ('directive', Kind.SETTING),
        ('tag', Kind.FUNCTION),
        ('filter', Kind.FUNCTION),
        ('setting', Kind.SETTING),
        ('package', Kind.MODULE),
        ('command', Kind.COMMAND),
        ('parameter', Kind.ATTRIBUTE),
        ('', Kind.NAME),
    ],
)
def test_by_the_noun_beside_it(noun: str, kind: Kind) -> None:
    assert kind_of(occurrence('thing', hint=noun)) is kind


def test_nouns_are_votes() -> None:
    assert kind_of(occurrence('it_is', hint='setting', count=2), occurrence('it_is', hint='method')) is Kind.SETTING
    assert kind_of(occurrence('it_is', hint='setting'), occurrence('it_is', hint='method')) is Kind.METHOD
    assert kind_of(occurrence('it_is', hint='setting'), coded('it_is', 'call', count=9)) is Kind.SETTING


def test_function_of_a_class_is_a_method() -> None:
    assert kind_of(occurrence('Table.create', hint='function')) is Kind.METHOD
    assert kind_of(occurrence('table.create', hint='function')) is Kind.FUNCTION
    assert kind_of(coded('_Table::create', 'function')) is Kind.METHOD


def test_name_with_capitals_inside_is_a_product_where_texts_write_it() -> None:
    text = written('ZostgreSQL', count=6)
    assert kind_of(text, occurrence('ZostgreSQL')) is Kind.PRODUCT
    assert kind_of(text, occurrence('ZostgreSQL', count=2)) is Kind.CLASS
    assert kind_of(text, coded('ZostgreSQL', 'import')) is Kind.CLASS


def test_capitals_are_a_constant_where_authors_set_them_as_code() -> None:
    assert kind_of(occurrence('RESET')) is Kind.CONSTANT
    assert kind_of(occurrence('RESET'), written('RESET', 'acronym')) is Kind.ACRONYM
    assert kind_of(written('SIGTERM', 'acronym')) is Kind.CONSTANT
    assert kind_of(written('ENOENT', 'acronym')) is Kind.CONSTANT
    assert kind_of(occurrence('PATH')) is Kind.ENVVAR
    assert kind_of(occurrence('SHA1')) is Kind.ACRONYM


def test_what_is_imported_is_a_module_where_more_is_taken_from_it() -> None:
    index = index_of(record('doc', coded('pkg.sub', 'import'), coded('pkg.sub.run', 'import')))
    assert index.by_name['pkg.sub'].kind is Kind.MODULE
    assert index.by_name['pkg.sub.run'].kind is Kind.FUNCTION


@pytest.mark.parametrize(
    ('evidence', 'source'),
    [
        ([defined('run_it'), referred('run_it'), coded('run_it', 'function')], KindSource.DEFINITION),
        ([referred('run_it', reftype='meth'), coded('run_it', 'function')], KindSource.REFERENCE),
        ([referred('run_it', reftype='any'), coded('run_it', 'function')], KindSource.DRESS),
        ([coded('run_it', 'function'), coded('run_it', 'key', count=2)], KindSource.DRESS),
        ([coded('run_it', 'key')], KindSource.USE),
        ([occurrence('run_it')], KindSource.FORM),
    ],
)
def test_source_of_a_kind(evidence: list[Occurrence], source: KindSource) -> None:
    told = Evidence()
    for found in evidence:
        told.note(found)
    assert sourced_kind(case('run_it', told))[1] is source


def kinds_of(*occurrences: Occurrence, words: dict[str, int] | None = None) -> dict[str, Kind]:
    return {each.name: each.kind for each in index_of(record('doc', *occurrences, words=words)).keywords}


def test_names_with_the_prefix_of_functions_are_functions() -> None:
    names = ['uv_bind', 'uv_listen', 'uv_loop', 'uv_idle', 'uv_name']
    literals = [occurrence(name) for name in names]
    assert set(kinds_of(*literals).values()) == {Kind.ATTRIBUTE}
    called = [*literals, coded('uv_run', 'invoked'), occurrence('uv_idle_cb')]
    assert kinds_of(*called)['uv_listen'] is Kind.FUNCTION
    assert kinds_of(*called)['uv_idle_cb'] is Kind.TYPE
    assert kinds_of(*called, words={'uv': 1})['uv_listen'] is Kind.ATTRIBUTE
    settings = [occurrence(name, hint='setting') for name in ('uv_a', 'uv_b', 'uv_c', 'uv_d')]
    assert kinds_of(*called, *settings)['uv_listen'] is Kind.ATTRIBUTE


def test_name_of_words_is_a_class_and_no_product() -> None:
    def kind(name: str, **words: int) -> Kind:
        found = (written(name, count=3), coded(name, 'identifier'))
        return kinds_of(*found, words=words)[name]

    assert kind('ExceptionShelf') is Kind.PRODUCT
    assert kind('ExceptionShelf', exception=1, shelfs=2) is Kind.CLASS
    assert kind('TransformedTargetRegressor') is Kind.CLASS
    assert kind('FastAPI', fast=1, api=1) is Kind.PRODUCT
    product = (written('GitHub', count=9), coded('GitHub', 'identifier'))
    assert kinds_of(*product, words={'git': 1, 'hub': 1}) == {'GitHub': Kind.PRODUCT}


CALLED = [coded('open_it', 'call'), coded('close_it', 'call'), coded('bind_it', 'invoked')]
KEPT = [coded('max_size', 'key'), coded('min_size', 'key'), coded('old_size', 'key')]


def test_identifier_among_functions_is_one() -> None:
    unsaid = occurrence('raw_client')
    assert kinds_of(unsaid, *CALLED)['raw_client'] is Kind.FUNCTION
    assert kinds_of(unsaid)['raw_client'] is Kind.ATTRIBUTE
    assert kinds_of(unsaid, CALLED[0])['raw_client'] is Kind.ATTRIBUTE
    assert kinds_of(unsaid, *CALLED, *KEPT)['raw_client'] is Kind.ATTRIBUTE
    assert kinds_of(coded('raw_client', 'identifier'), *CALLED)['raw_client'] is Kind.ATTRIBUTE
    many = [occurrence(f'raw_{letter}') for letter in 'abcd']
    assert kinds_of(unsaid, *CALLED, *many)['raw_client'] is Kind.ATTRIBUTE
    assert kinds_of(occurrence('Path.home'), *CALLED)['Path.home'] is Kind.METHOD
    assert kinds_of(occurrence('Path.home'), *KEPT)['Path.home'] is Kind.ATTRIBUTE
    assert kinds_of(occurrence('asSnapshot'), *CALLED)['asSnapshot'] is Kind.FUNCTION
    assert kinds_of(occurrence('connection.queries'), *CALLED)['connection.queries'] is Kind.ATTRIBUTE  # of an object
    of_python = coded('os.path', 'module'), coded('shutil', 'module')
    assert (
        kinds_of(unsaid, *CALLED, *of_python)['raw_client'] is Kind.ATTRIBUTE
    )  # a function is written with brackets there


def test_each_document_has_its_own_company() -> None:
    unsaid = occurrence('raw_client')
    functions, settings = record('a', unsaid, *CALLED), record('b', unsaid, *KEPT)
    assert index_of(functions).by_name['raw_client'].kind is Kind.FUNCTION
    assert index_of(functions, settings).by_name['raw_client'].kind is Kind.ATTRIBUTE
    assert index_of(functions, record('b', unsaid, *CALLED), record('c', unsaid)).by_name['raw_client'].kind is (
        Kind.FUNCTION
    )


def test_word_that_chains_have_as_a_class_is_no_product() -> None:
    prose = written('Blueprint', 'capital')
    assert kinds_of(prose)['Blueprint'] is Kind.PRODUCT
    assert kinds_of(prose, occurrence('Blueprint.open_resource'))['Blueprint'] is Kind.CLASS
    often = written('Blueprint', 'capital', count=3)
    assert kinds_of(often, occurrence('Blueprint.open_resource'))['Blueprint'] is Kind.PRODUCT
    assert kinds_of(prose, occurrence('Blueprint.js', hint='file'))['Blueprint'] is Kind.PRODUCT
    assert kinds_of(prose, occurrence('Blueprint\\Web\\Response'))['Blueprint'] is Kind.PRODUCT
    assert kinds_of(written('PamThing'), coded('c.PamThing.open_it', 'attribute'))['PamThing'] is Kind.CLASS
    assert kinds_of(occurrence('PamThing', Role.HEADING))['PamThing'] is Kind.CLASS
    assert kinds_of(written('PamThing'))['PamThing'] is Kind.PRODUCT


def test_small_word_that_texts_write_with_a_capital_is_a_command() -> None:
    text = written('Zedix', 'capital')
    assert kinds_of(text, occurrence('zedix'))['zedix'] is Kind.COMMAND
    assert kinds_of(text, occurrence('zedix-shell'))['zedix-shell'] is Kind.PRODUCT
    assert kinds_of(occurrence('zedix'))['zedix'] is Kind.NAME
    assert kinds_of(text, occurrence('zedix'), words={'zedix': 1})['zedix'] is Kind.NAME
    assert kinds_of(written('NaN'), occurrence('nan'))['nan'] is Kind.NAME


def test_three_plain_words_are_a_module_where_there_is_code() -> None:
    chain = occurrence('pkg.sub.tools')
    assert kinds_of(chain, coded('open_it', 'call'))['pkg.sub.tools'] is Kind.MODULE
    assert kinds_of(chain)['pkg.sub.tools'] is Kind.ATTRIBUTE
    assert kinds_of(chain, coded('pkg'), coded('open_it', 'call'))['pkg.sub.tools'] is Kind.ATTRIBUTE
    assert kinds_of(occurrence('pkg.sub.a_tool'), coded('x', 'import'))['pkg.sub.a_tool'] is not Kind.MODULE


def test_capitalised_word_set_as_code_is_a_class_where_there_is_code() -> None:
    assert kinds_of(occurrence('Request'), coded('open_it', 'call'))['Request'] is Kind.CLASS
    assert kinds_of(occurrence('Request'), occurrence('Table.close_it'))['Request'] is Kind.CLASS
    assert kinds_of(occurrence('Request'))['Request'] is Kind.NAME


def test_what_code_keeps_is_an_attribute() -> None:
    assert kinds_of(coded('message_uuid', 'table')) == {'message_uuid': Kind.ATTRIBUTE}
    assert kinds_of(coded('defaultCommand', 'variable', count=2)) == {'defaultCommand': Kind.ATTRIBUTE}
    assert kinds_of(occurrence('event', hint='sigil')) == {'event': Kind.ATTRIBUTE}


def test_class_in_capitals_is_imported_and_called() -> None:
    assert kinds_of(coded('PCA', 'import'), coded('PCA', 'call')) == {'PCA': Kind.CLASS}
    assert kinds_of(coded('PCA', 'call'), referred('os.path', reftype='mod'))['PCA'] is Kind.CLASS
    assert kinds_of(coded('PCA', 'call')) == {'PCA': Kind.FUNCTION}
    assert kinds_of(coded('PCA', 'invoked')) == {'PCA': Kind.FUNCTION}
    assert kinds_of(coded('PCA', 'variable')) == {'PCA': Kind.CONSTANT}


def test_functions_of_queries() -> None:
    assert kinds_of(coded('LAG', 'queried'), coded('ST_ASTEXT', 'queried')) == {
        'LAG': Kind.FUNCTION,
        'ST_ASTEXT': Kind.FUNCTION,
    }
    assert kinds_of(coded('Point', 'queried'), coded('Point', 'typed', count=2)) == {'Point': Kind.CLASS}


def test_statements_of_queries() -> None:
    queries = [occurrence(name) for name in ('SELECT', 'INSERT', 'DELETE')]
    assert set(kinds_of(*queries).values()) == {Kind.COMMAND}
    assert kinds_of(*queries, occurrence('GET'), occurrence('POST'))['DELETE'] is Kind.NAME
    assert kinds_of(*queries[:1], occurrence('VACUUM')) == {'SELECT': Kind.CONSTANT, 'VACUUM': Kind.CONSTANT}


def test_members_in_capitals_are_constants() -> None:
    assert kinds_of(coded('Colour.RED', 'field'), coded('BLUE_SKY', 'field'), coded('grey', 'field')) == {
        'Colour.RED': Kind.CONSTANT,
        'BLUE_SKY': Kind.CONSTANT,
        'grey': Kind.ATTRIBUTE,
    }
    assert kinds_of(occurrence('UID', hint='field')) == {'UID': Kind.ATTRIBUTE}


def test_directives_of_settings() -> None:
    assert kinds_of(occurrence('try_files', hint='directive')) == {'try_files': Kind.SETTING}
    assert kinds_of(occurrence('code-block', hint='directive')) == {'code-block': Kind.FUNCTION}
    assert kinds_of(occurrence('ar_box', hint='directive'), coded('ar_box', 'directive')) == {'ar_box': Kind.FUNCTION}


def test_method_that_is_a_key_of_settings() -> None:
    """A way to do it, not what a class has: "the `run_it` method"."""
    noun = occurrence('run_it', hint='method')
    assert kind_of(noun, coded('run_it', 'key')) is Kind.SETTING
    assert kind_of(noun, coded('run_it', 'key'), coded('run_it', 'call')) is Kind.METHOD
    assert kind_of(noun) is Kind.METHOD
    assert kind_of(noun, noun, coded('run_it', 'key')) is Kind.METHOD
    assert kind_of(noun, occurrence('run_it', hint='call'), coded('run_it', 'key', count=3)) is Kind.METHOD
    member = occurrence('Widget.on_open', hint='method')
    assert kind_of(member, coded('Widget.on_open', 'key', count=3)) is Kind.METHOD


def test_keyword_of_a_file_of_settings() -> None:
    assert kinds_of(occurrence('register', hint='syntax'), coded('register', 'key')) == {'register': Kind.SETTING}
    assert kinds_of(occurrence('register', hint='syntax')) == {'register': Kind.NAME}
    often = occurrence('await', hint='syntax', count=5)
    assert kinds_of(often, coded('await', 'key')) == {'await': Kind.NAME}


def test_word_that_longer_names_end_in() -> None:
    assert kinds_of(occurrence('workers'), occurrence('server.workers', hint='setting'))['workers'] is Kind.SETTING
    both = (occurrence('server.workers', hint='setting'), occurrence('Pool.workers', hint='field'))
    assert kinds_of(occurrence('workers'), *both)['workers'] is Kind.NAME


def test_small_letters_of_an_acronym() -> None:
    assert kinds_of(occurrence('grpc'), written('GRPC', 'acronym'))['grpc'] is Kind.ACRONYM
    assert kinds_of(occurrence('get'), written('GET', 'acronym'))['get'] is not Kind.ACRONYM


def test_module_of_the_library_by_its_name() -> None:
    python = referred('pathlib.Path', reftype='class')
    assert kinds_of(occurrence('fnmatch'), python)['fnmatch'] is Kind.MODULE
    assert kinds_of(occurrence('queue'), python)['queue'] is not Kind.MODULE
    assert kinds_of(occurrence('fnmatch')) == {'fnmatch': Kind.NAME}


@pytest.mark.parametrize('name', ['from_fn', 'to_parquet', 'stream_with_context'])
def test_what_functions_have_in_their_names(name: str) -> None:
    assert kinds_of(occurrence(name)) == {name: Kind.FUNCTION}


@pytest.mark.parametrize('name', ['fromage_x', 'with_x', 'from_email', 'to_field'])
def test_what_others_have(name: str) -> None:
    assert kinds_of(occurrence(name)) == {name: Kind.ATTRIBUTE}


def test_constants_among_variables_of_the_environment() -> None:
    shown = [coded('AX_PATH', 'envvar'), occurrence('AX_HOME'), coded('AX_LIMIT', 'constant'), occurrence('BX_HOME')]
    kinds = {each.name: each.kind for each in index_of(record('doc', *shown, coded('AX_X', 'envvar'))).keywords}
    assert kinds == {
        'AX_PATH': Kind.ENVVAR,
        'AX_X': Kind.ENVVAR,
        'AX_HOME': Kind.ENVVAR,
        'AX_LIMIT': Kind.CONSTANT,
        'BX_HOME': Kind.CONSTANT,
    }
    less = index_of(record('doc', *shown)).by_name
    assert less['AX_HOME'].kind is Kind.CONSTANT  # one is no family


def test_key_that_ends_like_a_file() -> None:
    assert kind_of(coded('env.path', 'file', count=3), coded('env.path', 'key')) is Kind.SETTING
    assert kind_of(coded('a/env.path', 'file', count=3), coded('a/env.path', 'key')) is Kind.FILE


@pytest.mark.parametrize(
    ('name', 'kind'),
    [
        ('connect_timeout', Kind.ATTRIBUTE),
        ('read_buffer_size', Kind.ATTRIBUTE),
        ('connect_signal', Kind.FUNCTION),
        ('get_name', Kind.FUNCTION),
        ('set_timeout', Kind.FUNCTION),
    ],
)
def test_verb_that_tells_what_a_value_is_for(name: str, kind: Kind) -> None:
    assert kind_of(occurrence(name)) is kind


GO = (coded('gin.Default', 'invoked'), coded('Run', 'invoked'), coded('GET', 'invoked'))


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (occurrence('gin.SetMode'), Kind.FUNCTION),
        (occurrence('leases.WithLease'), Kind.FUNCTION),
        (occurrence('gin.NewServer'), Kind.FUNCTION),
        (occurrence('Server.SetMode'), Kind.METHOD),
        (occurrence('router.Run', hint='call'), Kind.FUNCTION),
        (coded('StatusOK', 'attribute'), Kind.CONSTANT),
        (occurrence('gin.RouterGroup'), Kind.CLASS),
        (occurrence('CheckBox'), Kind.CLASS),
        (coded('NewType', 'typed'), Kind.CLASS),
        (coded('GET', 'invoked'), Kind.FUNCTION),
        (coded('MAKE_IT', 'invoked'), Kind.MACRO),
    ],
)
def test_languages_that_write_functions_with_a_capital(found: Occurrence, kind: Kind) -> None:
    assert index_of(record('doc', *GO, found)).by_name[found.name].kind is kind


def test_words_in_capitals_of_python_are_classes() -> None:
    shown = record('doc', coded('shutil', 'import'), occurrence('IsNull'))
    assert index_of(shown).by_name['IsNull'].kind is Kind.CLASS
    assert kind_of(occurrence('IsNull')) is Kind.METHOD


@pytest.mark.parametrize('name', ['gin.RunMode', 'leases.WithLease', 'gin.NewServer'])
def test_languages_that_do_not(name: str) -> None:
    assert kind_of(occurrence(name)) is Kind.CLASS


def test_head_that_is_a_module_and_somewhere_a_variable() -> None:
    shown = [coded('django.db', 'import'), coded('django', 'import'), coded('django', 'variable')]
    chain, call = occurrence('django.db.backends.mysql'), occurrence('django.db.run_it')
    kinds = {each.name: each.kind for each in index_of(record('doc', *shown, chain, call)).keywords}
    assert kinds['django.db.backends.mysql'] is Kind.MODULE
    assert kinds['django.db.run_it'] is Kind.FUNCTION
    variable = [coded('request', 'variable'), occurrence('request.user.groups.all')]
    assert index_of(record('doc', *variable)).by_name['request.user.groups.all'].kind is Kind.ATTRIBUTE


def test_constant_is_no_class_whatever_code_makes_of_it() -> None:
    assert kind_of(coded('AUTH_MODEL', 'base'), occurrence('AUTH_MODEL')) is Kind.CONSTANT
    assert kind_of(coded('AUTH_MODEL', 'class')) is Kind.CLASS


def test_name_between_underscores_is_no_module() -> None:
    assert (
        index_of(record('doc', coded('a.b', 'import'), occurrence('a.b.__all__'))).by_name['a.b.__all__'].kind
        is not Kind.MODULE
    )


def test_class_with_the_name_of_its_package() -> None:
    package = coded('vastapi', 'import')
    texts = [written('VastApi', 'identifier', count=3), occurrence('VastApi', count=3)]
    assert index_of(record('doc', package, *texts)).by_name['VastApi'].kind is Kind.PRODUCT
    assert index_of(record('doc', *texts)).by_name['VastApi'].kind is Kind.CLASS
    more = index_of(record('doc', package, *texts, occurrence('VastApi')))
    assert more.by_name['VastApi'].kind is Kind.CLASS


def test_member_of_a_class_that_stands_by_itself() -> None:
    member = occurrence('Release.HelmName')
    assert index_of(record('doc', occurrence('Release'), member)).by_name['Release.HelmName'].kind is Kind.ATTRIBUTE
    assert kind_of(member) is Kind.CLASS


def test_tool_that_has_a_section_of_settings() -> None:
    assert kinds_of(coded('isort', 'key'), written('isort', 'coined', count=2)) == {'isort': Kind.PRODUCT}
    assert kinds_of(coded('isort', 'key', count=2), written('isort', 'coined')) == {'isort': Kind.SETTING}
    assert kinds_of(coded('isort', 'attribute', count=2), written('isort', 'coined')) == {'isort': Kind.ATTRIBUTE}


def test_measures_are_no_functions() -> None:
    called = [occurrence(name, hint='call') for name in ('pwm_get', 'pwm_put', 'pwm_apply_state')]
    kinds = kinds_of(*called, written('period_ns'), written('board_level'))
    assert kinds['period_ns'] is Kind.ATTRIBUTE
    assert kinds['board_level'] is Kind.FUNCTION


def test_names_of_assertions_are_methods() -> None:
    assert kinds_of(written('assertEqual', 'linked')) == {'assertEqual': Kind.METHOD}


def test_program_with_its_version() -> None:
    assert kinds_of(coded('python3.11', 'identifier')) == {'python3.11': Kind.PRODUCT}


def test_small_names_of_errors_are_no_exceptions() -> None:
    assert kinds_of(occurrence('noEmitOnError')) == {'noEmitOnError': Kind.ATTRIBUTE}
    assert kinds_of(occurrence('_EmitError')) == {'_EmitError': Kind.EXCEPTION}


def test_words_with_capitals_inside_in_texts() -> None:
    assert kinds_of(written('outDir', 'linked'), written('getDir', 'linked'), written('jQuery', 'linked')) == {
        'outDir': Kind.ATTRIBUTE,
        'getDir': Kind.METHOD,
        'jQuery': Kind.PRODUCT,
    }
    assert kinds_of(written('phpMyVorner', 'linked')) == {'phpMyVorner': Kind.NAME}
    assert kinds_of(written('phpMyAdmin', 'linked')) == {'phpMyAdmin': Kind.PRODUCT}


SETTINGS = [coded(f'set_{name}', 'key') for name in 'abcde']


def test_word_among_settings_is_one() -> None:
    unsaid = occurrence('mode')
    assert kinds_of(unsaid, *SETTINGS)['mode'] is Kind.SETTING
    assert kinds_of(unsaid, *SETTINGS[1:])['mode'] is Kind.NAME
    calls = [coded(f'run_{name}', 'call') for name in 'abcdefghi']
    assert kinds_of(unsaid, *SETTINGS, *calls)['mode'] is Kind.NAME
    others = [occurrence(f'a_{number}') for number in range(15)]
    assert kinds_of(unsaid, *SETTINGS, *others)['mode'] is Kind.NAME
    assert kinds_of(unsaid, *SETTINGS, *others[2:])['mode'] is Kind.SETTING
    assert kinds_of(occurrence('zedix'), *SETTINGS)['zedix'] is Kind.NAME


def test_names_that_end_in_capitals_behind_a_hyphen() -> None:
    assert kinds_of(written('MyST-NB'), written('Non-ASCII')) == {'MyST-NB': Kind.PRODUCT, 'Non-ASCII': Kind.NAME}


def test_what_a_server_tells_of_a_request() -> None:
    found = kinds_of(occurrence('QUERY_STRING'), occurrence('QUERY_STRINGS'), occurrence('REQUEST_METHOD'))
    assert [found[name] for name in ('QUERY_STRING', 'QUERY_STRINGS')] == [Kind.ENVVAR, Kind.CONSTANT]
    assert kinds_of(occurrence('CONTENT_TYPE')) == {'CONTENT_TYPE': Kind.CONSTANT}


def test_chain_of_a_registered_package_is_a_module() -> None:
    assert kinds_of(occurrence('ansible.builtin.debug')) == {'ansible.builtin.debug': Kind.MODULE}
    assert kinds_of(occurrence('zedix.builtin.debug')) == {'zedix.builtin.debug': Kind.ATTRIBUTE}


def test_key_of_a_collection_is_a_module() -> None:
    assert kinds_of(coded('ansible.builtin.copy', 'key')) == {'ansible.builtin.copy': Kind.MODULE}
    assert kinds_of(coded('spring.source.url', 'key')) == {'spring.source.url': Kind.SETTING}
    assert kinds_of(coded('ansible.builtin', 'key')) == {'ansible.builtin': Kind.SETTING}
    libraries = [coded('linux.debug.arm64', 'key')]  # of a file of settings
    assert kinds_of(*libraries)['linux.debug.arm64'] is Kind.SETTING
    assert kinds_of(*libraries, coded('tasks', 'key'))['linux.debug.arm64'] is Kind.MODULE


def test_error_of_cpp_is_an_exception_unless_something_is_done_with_it() -> None:
    assert kinds_of(occurrence('nb::index_error'))['nb::index_error'] is Kind.EXCEPTION
    assert (
        kinds_of(occurrence('nb::index_error', hint='call'), coded('nb::index_error', 'call'))['nb::index_error']
        is not Kind.EXCEPTION
    )
    assert kinds_of(occurrence('nb::set_error'))['nb::set_error'] is not Kind.EXCEPTION


def test_rule_of_a_linter_is_a_setting() -> None:
    rule = occurrence('zq/no-such-thing', hint='file')
    assert kinds_of(rule)['zq/no-such-thing'] is Kind.FILE
    assert kinds_of(rule, written('ESLint', 'identifier'))['zq/no-such-thing'] is Kind.SETTING


def test_function_of_c_behind_a_prefix() -> None:
    assert kinds_of(written('ZQ_PollEvent', 'identifier'))['ZQ_PollEvent'] is not Kind.CONSTANT
    assert kinds_of(written('ZQ_Int32', 'identifier'))['ZQ_Int32'] is Kind.CONSTANT


def test_term_of_a_glossary_in_camel_case() -> None:
    def kind(name: str, *others: Occurrence) -> Kind:
        return kinds_of(defined(name, objtype='term'), *others)[name]

    assert kind('data array') is Kind.TERM
    assert kind('DataArray', coded('DataArray', 'class')) is Kind.CLASS


def test_value_of_an_enumeration_is_a_constant() -> None:
    assert kinds_of(coded('Actor.SLOT_OF.CarriedLeft', 'attribute'))['Actor.SLOT_OF.CarriedLeft'] is Kind.CONSTANT
    assert kinds_of(coded('Actor.Slot.CarriedLeft', 'attribute'))['Actor.Slot.CarriedLeft'] is not Kind.CONSTANT


def test_namespace_of_php_is_a_module() -> None:
    assert kinds_of(coded('App\\Event', 'module'))['App\\Event'] is Kind.MODULE
    assert kinds_of(coded('App\\Event', 'import'))['App\\Event'] is Kind.CLASS


def test_package_of_java_is_a_module() -> None:
    assert kinds_of(occurrence('org.zedix.http'))['org.zedix.http'] is Kind.MODULE
    assert kinds_of(occurrence('org.zedix.http', hint='syntax'))['org.zedix.http'] is Kind.MODULE  # "the logger"
    assert kinds_of(coded('org.zedix.http', 'key'))['org.zedix.http'] is Kind.SETTING
    assert kinds_of(occurrence('org.zedix'))['org.zedix'] is not Kind.MODULE


def test_folder_is_a_file() -> None:
    assert kinds_of(occurrence('app/jobs', hint='folder')) == {'app/jobs': Kind.FILE}


def test_identifier_among_settings_is_one() -> None:
    unsaid = occurrence('load_it')
    assert kinds_of(unsaid)['load_it'] is Kind.FUNCTION
    assert kinds_of(unsaid, *SETTINGS)['load_it'] is Kind.SETTING
    assert kinds_of(coded('load_it', 'identifier'), *SETTINGS)['load_it'] is Kind.FUNCTION


def test_function_of_a_namespace_that_code_only_names() -> None:
    assert kinds_of(coded('c10::make_it', 'attribute')) == {'c10::make_it': Kind.FUNCTION}
    assert kinds_of(coded('c10::kept', 'attribute')) == {'c10::kept': Kind.ATTRIBUTE}


def test_registered_name_with_the_form_of_a_file() -> None:
    both = written('Node.js', 'file'), written('setup.js', 'file')
    assert kinds_of(*both) == {'Node.js': Kind.PRODUCT, 'setup.js': Kind.FILE}
    assert kinds_of(occurrence('Node.js', hint='file')) == {'Node.js': Kind.FILE}


def test_registered_name_that_stands_in_texts_rather_than_in_code() -> None:
    texts = written('FastAPI', count=2)
    assert kinds_of(texts, coded('FastAPI', 'call', count=2)) == {'FastAPI': Kind.PRODUCT}
    assert kinds_of(texts, coded('FastAPI', 'call', count=3)) == {'FastAPI': Kind.CLASS}
    assert kinds_of(texts, coded('FastAPI', 'typed')) == {'FastAPI': Kind.CLASS}
    assert kinds_of(written('VastAPI', count=2), coded('VastAPI', 'call', count=2)) == {'VastAPI': Kind.CLASS}
    assert kinds_of(written('JSON', 'acronym', count=2), occurrence('JSON')) == {'JSON': Kind.ACRONYM}
    assert kinds_of(written('Makefile', 'file'), coded('Makefile', 'file')) == {'Makefile': Kind.FILE}


def test_variable_of_a_family_that_only_has_a_value() -> None:
    family = [coded('KW_ONE', 'envvar'), coded('KW_TWO', 'envvar')]
    assert kinds_of(*family, coded('KW_ANY', 'key'))['KW_ANY'] is Kind.ENVVAR
    assert kinds_of(*family, coded('KW_ANY', 'call'))['KW_ANY'] is Kind.CONSTANT


def test_what_somebody_else_calls() -> None:
    assert kinds_of(occurrence('post_hook'), occurrence('post_hooks'), occurrence('hook')) == {
        'post_hook': Kind.FUNCTION,
        'post_hooks': Kind.ATTRIBUTE,
        'hook': Kind.NAME,
    }


def test_verbs_and_the_values_that_they_are_for() -> None:
    assert kinds_of(occurrence('err.start'), occurrence('err.open')) == {
        'err.start': Kind.ATTRIBUTE,
        'err.open': Kind.METHOD,
    }
    assert kinds_of(occurrence('start-it')) == {'start-it': Kind.NAME}
    assert kinds_of(occurrence('spawn_local'), occurrence('start_offset'), occurrence('spawner_local')) == {
        'spawn_local': Kind.FUNCTION,
        'start_offset': Kind.ATTRIBUTE,
        'spawner_local': Kind.ATTRIBUTE,
    }


def test_variable_of_the_environment_that_an_option_is_called_like() -> None:
    assert kinds_of(occurrence('KW_FAST_IT'), occurrence('--kw-fast-it', hint='option'))['KW_FAST_IT'] is Kind.ENVVAR
    assert kinds_of(occurrence('KW_FAST_IT'), occurrence('--kw_fast_it', hint='option'))['KW_FAST_IT'] is Kind.ENVVAR
    assert kinds_of(occurrence('KW_FAST_IT'), occurrence('--fast-it', hint='option'))['KW_FAST_IT'] is Kind.CONSTANT
    assert (
        kinds_of(coded('KW_FAST_IT', 'call'), occurrence('--kw-fast-it', hint='option'))['KW_FAST_IT'] is Kind.CONSTANT
    )
    assert kinds_of(written('SRID', 'acronym'), occurrence('--srid', hint='option'))['SRID'] is Kind.ACRONYM


def test_exceptions_of_the_interface_of_c() -> None:
    assert kinds_of(occurrence('PyExc_ValueError'))['PyExc_ValueError'] is Kind.CONSTANT
    assert kinds_of(occurrence('PyExc_Value'))['PyExc_Value'] is Kind.NAME


def test_scheme_of_an_address_is_a_protocol() -> None:
    assert kinds_of(occurrence('wss://', hint='scheme'))['wss://'] is Kind.PROTOCOL


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        ((occurrence('KeyboardInterrupt'), occurrence('ExceptionGroup')), Kind.EXCEPTION),
        ((defined('KeyboardInterrupt', objtype='class'),), Kind.EXCEPTION),
        ((defined('checks.Exit', objtype='class'), defined('checks.GeneratorExit', objtype='class')), Kind.CLASS),
        ((occurrence('HEAD'), written('GET', 'acronym'), written('POST', 'acronym')), Kind.NAME),
        ((occurrence('TRACE'), occurrence('DEBUG')), Kind.CONSTANT),
        ((written('E501', 'acronym'), written('E203', 'acronym')), Kind.NAME),
        ((written('ES2015', 'acronym'),), Kind.ACRONYM),
        ((written('SystemExit'),), Kind.EXCEPTION),
        ((written('OSes'),), Kind.ACRONYM),
        ((occurrence('lambda'), occurrence('yield', hint='field')), Kind.NAME),
        ((occurrence('import', hint='setting'),), Kind.SETTING),
        ((occurrence('E501'), occurrence('W503')), Kind.NAME),
        ((written('E810', 'acronym'),), Kind.ACRONYM),
        ((occurrence('XDG_CACHE_HOME'),), Kind.ENVVAR),
        ((occurrence('XDG_CACHE_PLACE'),), Kind.CONSTANT),
        ((occurrence('rfc2087'), written('RFC 2087', 'identifier')), Kind.PROTOCOL),
        ((occurrence('%APPDATA%\\it\\PythonXY'), occurrence('%APPDATA%\\it\\site')), Kind.FILE),
    ],
)
def test_what_python_and_standards_name(found: tuple[Occurrence, ...], kind: Kind) -> None:
    kinds = kinds_of(*found)
    assert {kinds[each.name] for each in found} == {kind}


def test_none_is_a_value() -> None:
    assert kinds_of(occurrence('None', hint='class'), referred('None', reftype='obj'))['None'] is Kind.CONSTANT


@pytest.mark.parametrize(
    ('more', 'kind'),
    [
        ((), Kind.PRODUCT),
        ((coded('Blake', 'class'),), Kind.CLASS),
        ((occurrence('Blake', hint='class'),) * 3, Kind.CLASS),
    ],
)
def test_title_that_something_once_is_called_otherwise(more: tuple[Occurrence, ...], kind: Kind) -> None:
    found = [written('Blake', 'capital', count=25), occurrence('Blake', hint='class'), occurrence('Blake')]
    assert kinds_of(*found, *more)['Blake'] is kind


RUN = (occurrence('run.echo'), occurrence('run.dir_name'))


@pytest.mark.parametrize(
    ('others', 'kind'),
    [
        ((), Kind.SETTING),
        ((coded('run.it_all', 'call'),), Kind.FUNCTION),
        ((defined('run.x'),), Kind.FUNCTION),
        ((coded('run', 'import'),), Kind.FUNCTION),
        ((coded('run', 'variable'),), Kind.ATTRIBUTE),
    ],
)
def test_chains_of_settings(others: tuple[Occurrence, ...], kind: Kind) -> None:
    assert kinds_of(*RUN, *others)['run.dir_name'] is kind


@pytest.mark.parametrize('found', [RUN[1:], (occurrence('co.dir_name'), occurrence('co.name')), ()])
def test_chains_of_nothing_that_settings_have(found: tuple[Occurrence, ...]) -> None:
    chains = found or (occurrence('run.make_it'), occurrence('run.echo'))
    assert kinds_of(*chains)[chains[0].name] is not Kind.SETTING


def test_what_a_value_has_that_is_described() -> None:
    stdin = defined('sys.stdin', objtype='data')
    assert kinds_of(stdin, coded('sys.stdin.buffer.read', 'call'), occurrence('sys.stdin.buffer'))[
        'sys.stdin.buffer'
    ] is (Kind.ATTRIBUTE)
    assert kinds_of(coded('sys.stdin.buffer.read', 'call'), occurrence('sys.stdin.buffer'))['sys.stdin.buffer'] is (
        Kind.MODULE
    )


@pytest.mark.parametrize(('variable', 'kind'), [('request', Kind.ATTRIBUTE), ('other', Kind.MODULE)])
def test_what_chains_of_a_variable_begin_with(variable: str, kind: Kind) -> None:
    chain = coded('request.session.get_it', 'call')
    assert kinds_of(chain, coded(variable, 'variable'), occurrence('request.session'))['request.session'] is kind


def test_member_where_functions_have_capitals() -> None:
    calls = (coded('fmt.Errorf', 'invoked'), coded('fmt.Sprint', 'invoked'), occurrence('sql.DB'))
    assert kinds_of(*calls, occurrence('DB.Stats'))['DB.Stats'] is Kind.METHOD
    assert kinds_of(*calls[2:], occurrence('DB.Stats'))['DB.Stats'] is Kind.ATTRIBUTE


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        ((occurrence('IPython'),), Kind.PRODUCT),
        ((occurrence('IPython'), coded('IPython', 'call')), Kind.CLASS),
        ((occurrence('IPythonic'),), Kind.CLASS),
        ((written('CHANGELOG', 'acronym'),), Kind.FILE),
        ((written('CHANGELOGS', 'acronym'),), Kind.ACRONYM),
    ],
)
def test_names_of_software_and_of_files_of_a_release(found: tuple[Occurrence, ...], kind: Kind) -> None:
    assert kinds_of(*found)[found[0].name] is kind


@pytest.mark.parametrize('head', ['self', 'event', 'numpy', 'sys', 'optparse', 'row2', 'co'])
def test_chains_of_objects_and_libraries_are_no_settings(head: str) -> None:
    found = kinds_of(occurrence(f'{head}.dir_name'), occurrence(f'{head}.file_name'))
    assert Kind.SETTING not in found.values()


def test_value_of_a_class_that_is_called_none() -> None:
    assert kinds_of(coded('None', 'class'), occurrence('None', hint='class')) == {}
    assert kinds_of(coded('NotImplemented', 'class')) == {'NotImplemented': Kind.CLASS}


ON_OBJECT = coded('fetch_it', 'call-on-object', count=2)


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        ((ON_OBJECT,), Kind.METHOD),
        ((coded('fetch_it', 'invoked-on-object'),), Kind.METHOD),
        ((ON_OBJECT, coded('fetch_it', 'call', count=2)), Kind.METHOD),
        ((ON_OBJECT, coded('fetch_it', 'call', count=3)), Kind.FUNCTION),
        ((ON_OBJECT, coded('fetch_it', 'import')), Kind.FUNCTION),
        ((coded('stack.fetch_it', 'call'), coded('stack')), Kind.METHOD),
        ((coded('stack.fetch_it', 'call'),), Kind.FUNCTION),
        ((coded('stack.fetch_it', 'call'), coded('stack'), coded('fetch_it', 'call', count=2)), Kind.FUNCTION),
    ],
)
def test_what_is_called_on_objects_is_a_method(found: tuple[Occurrence, ...], kind: Kind) -> None:
    index = index_of(record('doc', *found))
    assert index.by_name['fetch_it'].kind is kind
    assert index.by_name['fetch_it'].count == sum(each.count for each in found if each.name != 'stack')


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        ((coded('session.flush', 'call'), coded('session')), Kind.METHOD),
        ((coded('session.flush', 'call'), coded('shutil', 'module')), Kind.METHOD),
        ((coded('session.flush', 'call'),), Kind.FUNCTION),
        ((coded('strings.TrimIt', 'call'), coded('strings')), Kind.CLASS),
        ((coded('session.flush', 'call'), coded('session', 'module')), Kind.FUNCTION),
        ((coded('session.flush', 'call'), coded('web.session', 'module')), Kind.FUNCTION),
        ((coded('session.flush', 'call'), defined('web.session', objtype='module')), Kind.FUNCTION),
        ((coded('logging.flush', 'call'),), Kind.FUNCTION),
        ((coded('np.flush', 'call'),), Kind.FUNCTION),
        ((coded('s.flush', 'call'), coded('s', 'parameter')), Kind.METHOD),
    ],
)
def test_what_variables_have_is_a_method(found: tuple[Occurrence, ...], kind: Kind) -> None:
    texts = occurrence(found[0].name, hint='call')
    index = index_of(record('doc', *found, texts))
    assert index.by_name[found[0].name].kind is kind


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (occurrence('author__count'), Kind.ATTRIBUTE),
        (occurrence('__count'), Kind.NAME),
        (occurrence('Europe/Paris'), Kind.NAME),
        (occurrence('Lib/Paris'), Kind.FILE),
        (occurrence('C.UTF-8'), Kind.NAME),
        (occurrence('en_US.utf8'), Kind.NAME),
        (occurrence('PyNumber_'), Kind.NAME),
        (occurrence('settings.LIMIT_IT'), Kind.SETTING),
        (occurrence('module.LIMIT_IT'), Kind.CONSTANT),
        (occurrence('sphinx_rtd_theme'), Kind.PRODUCT),
        (occurrence('zqsphinx_zqtheme'), Kind.ATTRIBUTE),
        (occurrence('Etc/UTC'), Kind.NAME),
        (occurrence('/etc', hint='file'), Kind.FILE),
        (occurrence('string-append', hint='function'), Kind.FUNCTION),
        (coded('FROM', 'instruction'), Kind.NAME),
        (written('Common Trace Format', 'expanded'), Kind.TERM),
        (written('Ruby on Rails', 'expanded'), Kind.PRODUCT),
    ],
)
def test_names_that_are_known_by_their_form(found: Occurrence, kind: Kind) -> None:
    assert kind_of(found) is kind


def test_constant_that_code_reads_from_settings() -> None:
    found = coded('LIMIT_IT', 'attribute')
    assert kind_of(found) is Kind.CONSTANT
    index = index_of(record('doc', found, coded('settings.LIMIT_IT', 'attribute')))
    assert index.by_name['LIMIT_IT'].kind is Kind.SETTING


def test_directive_of_settings_where_no_document_shows_markup() -> None:
    directive = occurrence('LimitBody', hint='directive')
    assert kind_of(directive) is Kind.SETTING
    shown = index_of(record('doc', directive, coded('note', 'directive')))
    assert shown.by_name['LimitBody'].kind is Kind.FUNCTION
    described = index_of(record('doc', directive, defined('note', domain='rst', objtype='directive')))
    assert described.by_name['LimitBody'].kind is Kind.FUNCTION


def test_variables_of_the_environment_that_a_list_explains() -> None:
    known = [coded('KESSEL_ONE', 'envvar'), coded('KESSEL_TWO', 'envvar')]
    explained = written('KESSEL_THREE', 'item')
    assert index_of(record('doc', *known, explained)).by_name['KESSEL_THREE'].kind is Kind.ENVVAR
    assert kind_of(explained) is Kind.CONSTANT


def test_word_that_a_module_is_called_is_no_module() -> None:
    """Where the text meant the module, it would stand under the whole name."""
    module = defined('pkg.commands', objtype='module')
    assert index_of(record('a', module), record('b', occurrence('commands'))).by_name['commands'].kind is Kind.NAME


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (occurrence('mod_zq_fcgi', Role.HEADING, 'identifier'), Kind.ATTRIBUTE),
        (occurrence('process.env.ZQ_MODE'), Kind.ENVVAR),
        (occurrence('process.zq.ZQ_MODE'), Kind.CONSTANT),
        (occurrence('App\\Attribute\\CoversIt', hint='field'), Kind.CLASS),
        (occurrence('App\\Attribute\\coversIt', hint='field'), Kind.ATTRIBUTE),
        (occurrence('zq-size', hint='class'), Kind.NAME),
        (coded('zq-size', 'class'), Kind.CLASS),
    ],
)
def test_names_of_servers_and_languages(found: Occurrence, kind: Kind) -> None:
    assert kind_of(found) is kind


def test_acronym_of_which_a_library_has_a_class() -> None:
    of_python = coded('os.path', 'module'), coded('shutil', 'module')
    texts, code = written('URL', 'acronym', count=3), coded('URL', 'call', count=2)
    assert index_of(record('doc', texts, code, *of_python)).by_name['URL'].kind is Kind.ACRONYM
    more = coded('URL', 'call', count=3)
    assert index_of(record('doc', texts, more, *of_python)).by_name['URL'].kind is Kind.CLASS


def test_modules_of_apache() -> None:
    module, server = occurrence('mod_zq_fcgi'), written('Apache', 'capital')
    assert kinds_of(module, server)['mod_zq_fcgi'] is Kind.MODULE
    assert kinds_of(module, written('Nginx', 'capital'))['mod_zq_fcgi'] is not Kind.MODULE
    assert kinds_of(module, server, coded('mod_zq_fcgi', 'variable'))['mod_zq_fcgi'] is not Kind.MODULE


@pytest.mark.parametrize(('hint', 'words', 'listed'), [('file', 1, True), ('file', 0, False), ('folder', 1, False)])
def test_what_servers_are_asked_for(hint: str, words: int, listed: bool) -> None:
    found = kinds_of(occurrence('/metrics', hint=hint), words={'endpoints': words})
    assert found == ({'/metrics': Kind.NAME} if listed else {})


@pytest.mark.parametrize(
    ('name', 'kind'),
    [
        ('unittest.mock', Kind.MODULE),
        ('os.path', Kind.MODULE),
        ('sys.version_info', Kind.ATTRIBUTE),
        ('os.environ', Kind.ATTRIBUTE),
        ('os.getcwd', Kind.FUNCTION),
        ('os.PathLike', Kind.CLASS),
        ('os.error', Kind.EXCEPTION),
        ('os.O_RDONLY', Kind.CONSTANT),
    ],
)
def test_what_the_library_of_python_has(name: str, kind: Kind) -> None:
    assert kinds_of(occurrence(name), defined('it.x'))[name] is kind


def test_keys_that_are_called_as_modules() -> None:
    assert kinds_of(coded('logging.config', 'key'), defined('it.x'))['logging.config'] is Kind.SETTING
    assert kinds_of(coded('logging.config', 'key'))['logging.config'] is Kind.SETTING


def test_variables_of_vim_where_it_is_spoken_of() -> None:
    assert kinds_of(occurrence('g:it_all'), written('Vim', 'capital'))['g:it_all'] is Kind.SETTING
    assert kinds_of(occurrence('g:it_all'))['g:it_all'] is Kind.NAME


def test_keyword_of_python_that_other_languages_call() -> None:
    assert kinds_of(occurrence('assert', hint='call'))['assert'] is Kind.FUNCTION


@pytest.mark.parametrize(
    ('name', 'kind'), [('zh_Hans', Kind.NAME), ('pt_BR', Kind.NAME), ('u64', Kind.TYPE), ('f16', Kind.TYPE)]
)
def test_names_of_standards_in_inline_code(name: str, kind: Kind) -> None:
    assert kinds_of(occurrence(name))[name] is kind


def test_function_that_looks_like_a_locale() -> None:
    assert kinds_of(coded('to_JS', 'call'))['to_JS'] is Kind.FUNCTION


def test_method_of_what_is_described_as_a_value() -> None:
    signal = defined('signals.request_finished', objtype='data')
    found = coded('signals.request_finished.connect', 'call')
    assert kinds_of(signal, found)['signals.request_finished.connect'] is Kind.METHOD


def test_long_chain_of_the_library_that_is_no_module() -> None:
    assert kinds_of(occurrence('datetime.datetime.today'))['datetime.datetime.today'] is not Kind.MODULE


@pytest.mark.parametrize('variable', ['docker', 'p1'])
def test_method_of_a_variable_that_looks_like_a_module(variable: str) -> None:
    found = coded(f'{variable}.start_it', 'call'), coded(variable, 'variable')
    assert kinds_of(*found, defined('it.x'))['start_it'] is Kind.METHOD
    assert kinds_of(found[0], defined('it.x'))['start_it'] is Kind.FUNCTION


def test_function_of_a_module_of_node() -> None:
    assert kinds_of(occurrence('fs.opendir'), coded('node:fs', 'module'))['fs.opendir'] is Kind.FUNCTION
    assert kinds_of(occurrence('fs.opendir'))['fs.opendir'] is Kind.ATTRIBUTE


def test_locale_among_functions() -> None:
    functions = [occurrence(f'get_it_{letter}', hint='call') for letter in 'abcdefgh']
    kinds = kinds_of(occurrence('zh_Hans'), occurrence('pt_br'), *functions)
    assert kinds['pt_br'] is Kind.FUNCTION
    assert kinds['zh_Hans'] is Kind.NAME


def test_annotation_that_is_called_a_decorator() -> None:
    called = occurrence('NotNull', hint='decorator', count=5)
    assert kinds_of(coded('NotNull', 'annotation'), called)['NotNull'] is Kind.CLASS
    assert kinds_of(called)['NotNull'] is Kind.FUNCTION
    assert kinds_of(coded('NotNull', 'annotation'), coded('NotNull', 'function'), called)['NotNull'] is Kind.FUNCTION


def test_path_of_keys_is_a_setting() -> None:
    keys = [coded(name, 'key') for name in ('test', 'coverage', 'provider')]
    chain = occurrence('test.coverage.provider')
    assert kinds_of(chain, *keys)['test.coverage.provider'] is Kind.SETTING
    assert kinds_of(chain, *keys[1:])['test.coverage.provider'] is not Kind.SETTING
    assert kinds_of(occurrence('coverage.provider'), *keys)['coverage.provider'] is Kind.ATTRIBUTE
    short = [coded(name, 'key') for name in ('d', 'day', 'year')]
    assert kinds_of(occurrence('d.day.year'), *short)['d.day.year'] is not Kind.SETTING


def test_words_with_hyphens_among_settings_with_hyphens() -> None:
    unsaid = occurrence('copy-mode')
    keys = [coded('link-up', 'key'), coded('buffer-size', 'key')]
    assert kinds_of(unsaid, *keys)['copy-mode'] is Kind.SETTING
    assert kinds_of(unsaid, *keys[1:])['copy-mode'] is Kind.NAME
    commands = [coded(name, 'command') for name in ('run-it', 'add-it', 'get-it')]
    assert kinds_of(unsaid, *keys, *commands[:2])['copy-mode'] is Kind.SETTING
    assert kinds_of(unsaid, *keys, *commands)['copy-mode'] is Kind.NAME
    assert kinds_of(occurrence('mode'), *keys)['mode'] is Kind.NAME


def test_short_name_of_a_module_is_no_tree_of_settings() -> None:
    chains = (occurrence('zeplot.pause'), occurrence('zeplot.ion'))
    assert kinds_of(*chains)['zeplot.ion'] is Kind.SETTING
    found = kinds_of(*chains, coded('zematlib.zeplot', 'module'))
    assert found['zeplot.ion'] is not Kind.SETTING


def test_product_that_chains_have_as_well() -> None:
    chains = [occurrence(f'{name}.{member}') for name in ('Redis', 'Zedis') for member in ('get', 'set')]
    found = kinds_of(written('Redis', 'capital'), written('Zedis', 'capital'), *chains)
    assert (found['Redis'], found['Zedis']) == (Kind.PRODUCT, Kind.CLASS)


def test_task_of_a_tool() -> None:
    run = coded('db:migrate', 'subcommand')
    assert kinds_of(run, occurrence('cache:clear'))['cache:clear'] is Kind.COMMAND
    assert kinds_of(written('zedix/it', 'linked'))['zedix/it'] is Kind.PRODUCT


def test_function_with_its_arguments_is_no_task() -> None:
    arities = (coded('init', 'function'), occurrence('init/1', hint='arity'), occurrence('call/2', hint='arity'))
    found = kinds_of(occurrence('lists:map'), coded('db:migrate', 'subcommand'), *arities)
    assert found['lists:map'] is not Kind.COMMAND


def test_function_of_c_that_ends_like_an_exception() -> None:
    assert kinds_of(coded('PyDict_GetItemWithError', 'call'))['PyDict_GetItemWithError'] is Kind.FUNCTION
    assert kinds_of(occurrence('PyExc_ValueError'))['PyExc_ValueError'] is Kind.CONSTANT


def test_field_that_code_sets() -> None:
    found = [occurrence('Config.Timeout'), coded('Config', 'typed'), coded('server.Listen', 'invoked')]
    assert kinds_of(*found)['Config.Timeout'] is Kind.METHOD  # as Go calls functions, whose names have capitals
    assert kinds_of(*found, coded('Timeout', 'field'))['Config.Timeout'] is Kind.ATTRIBUTE


def test_file_that_is_what_code_reads() -> None:
    assert kind_of(occurrence('host_header', hint='file'), coded('host_header', 'attribute')) is Kind.ATTRIBUTE
    assert kind_of(occurrence('host_header', hint='file')) is Kind.FILE
    assert kind_of(occurrence('cron.php', hint='file'), coded('cron.php', 'attribute')) is Kind.FILE
    assert kind_of(occurrence('Abc.b', hint='file', count=2), coded('Abc.b', 'attribute')) is Kind.ATTRIBUTE
    assert kind_of(occurrence('abc.c', hint='file')) is Kind.FILE
    assert kind_of(occurrence('.host_header', hint='file'), coded('host_header', 'attribute')) is Kind.ATTRIBUTE


def test_modules_of_collections() -> None:
    name = 'community.docker.docker_api'
    assert kinds_of(coded('tasks', 'key'), occurrence(name))[name] is Kind.MODULE
    assert kinds_of(occurrence(name))[name] is not Kind.MODULE
    other = 'company.docker.docker_api'
    assert kinds_of(coded('tasks', 'key'), occurrence(other))[other] is not Kind.MODULE


def test_types_of_numbers_that_a_module_holds() -> None:
    found = [coded(module, 'module') for module in ('torch', 'numpy')]
    kinds = kinds_of(
        *found, coded('torch.float32', 'attribute'), coded('numpy.float32', 'attribute'), occurrence('uint8')
    )
    assert kinds['torch.float32'] is Kind.CONSTANT
    assert kinds['numpy.float32'] is kinds['uint8'] is Kind.TYPE
    assert kinds_of(*found, coded('torch.float32', 'typed'))['torch.float32'] is Kind.TYPE
