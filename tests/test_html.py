"""Raw HTML, in which authors of Markdown write tables and inline code."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_kwindex.collect.html import blocks_of_html
from sphinx_kwindex.collect.inline import runs
from sphinx_kwindex.occurrences import Role
from test_document import collected, section


def html(source: str) -> nodes.raw:
    return nodes.raw('', source, format='html')


@pytest.mark.parametrize(
    ('source', 'blocks'),
    [
        ('<td><code>a_b</code></td><td>It &amp; more</td>', [[('a_b', 'literal')], [('It & more', 'text')]]),
        ('<p>one <b>bold</b> <a href="x_y">word</a></p>', [[(each, 'text') for each in ('one ', 'bold', ' ', 'word')]]),
        ('<p>press <kbd>Ctrl</kbd></p>', [[('press ', 'text')]]),
        ('<script>a_b()</script><style>.c_d {}</style>', []),
        ('<pre>e_f\n &lt;<i>g</i></pre> h', [[('e_f\n <g', 'code')], [(' h', 'text')]]),
        ('<pre>e_f', [[('e_f', 'code')]]),
        ('<kbd><pre>e_f</pre></kbd>', []),
        ('<pre>a<script>b</script>c</pre>', [[('ac', 'code')]]),
        ('<script>a_b()\n\nc_d()', []),
        ('<!-- a_b --><img alt="c_d">', []),
        ('</div></code>it', [[('it', 'text')]]),
        ('<code>a\n  b</code>', [[('a b', 'literal')]]),
        ('<td><h5>a.b-c</h5></td><td>it</td>', [[('a.b-c', 'literal')], [('it', 'text')]]),
        ('<td>\n<h5>a</h5> it</td>', [[('a', 'literal')], [(' it', 'text')]]),
        ('<p>x <![foo y</p>', []),
        ('<td></td><h5>It</h5>', [[('It', 'text')]]),
        ('<td><h5>Title</h5> it</td>', [[('Title', 'text')], [(' it', 'text')]]),
        ('<td><h4>a</h4></td>', [[('a', 'text')]]),
        ('<td><code>A b()</code></td>', [[('A b()', 'literal')]]),
        ('<td><p>It</p></td><h5>It</h5>', [[('It', 'text')], [('It', 'text')]]),
    ],
)
def test_blocks(source: str, blocks: list[list[tuple[str, str]]]) -> None:
    assert [[(run.text, run.sort) for run in block] for block in blocks_of_html(source)] == blocks


@pytest.mark.parametrize(
    ('tags', 'language'),
    [
        ('<pre>', 'none'),
        ('<pre class="highlight language-yaml">', 'yaml'),
        ('<pre><code class="cmd bash">', 'bash'),
        ('<pre class="json"><span class="bash">', 'json'),
        ('<pre class="wide">', 'none'),
    ],
)
def test_language_of_what_is_preformatted(tags: str, language: str) -> None:
    assert [run.hint for block in blocks_of_html(f'{tags}it</pre>') for run in block] == [language]


def test_long_table_is_read_row_by_row() -> None:
    rows = '<tr><td><code>a_b</code></td></tr>' * 1000
    assert len(blocks_of_html(f'<table>{rows}</table>')) == 1000
    longest = f'<tr><td>{"x" * 20_000}</td></tr>'
    assert len(blocks_of_html(f'<table>{longest}{rows}</table>')) == 1000
    assert len(blocks_of_html(f'<table>{rows}</table>'.upper())) == 1000
    assert blocks_of_html('<p>' + 'x ' * 10_000) == []
    assert blocks_of_html(f'<!-- {rows} -->{rows}') == blocks_of_html(f'<script>"{rows}"</script>') == []
    assert blocks_of_html(rows * 6) == []


def test_code_in_preformatted_html_is_read() -> None:
    found = collected(section('T', html('<pre><code class="bash">curl -H x \\\n  --a-b\n</code></pre>'))).occurrences
    assert [(each.name, each.hint, each.context) for each in found if each.role is Role.CODE] == [
        ('curl', 'command', 'curl -H x \\'),
        ('-H', 'option', 'curl -H x \\'),
        ('--a-b', 'option', '--a-b'),
    ]


def test_inline_code_between_tags() -> None:
    paragraph = nodes.paragraph('', '', *(html('<code>'), nodes.Text('a_b'), html('</code>'), nodes.Text(' x')))
    assert [(run.text, run.sort) for run in runs(paragraph, [])] == [('a_b', 'literal'), (' x', 'text')]
    keys = nodes.paragraph('', '', html('<kbd class="k">'), nodes.Text('a_b'), html('</kbd>'), nodes.Text('c'))
    assert [(run.text, run.sort) for run in runs(keys, [])] == [('a_b', 'skip'), ('c', 'text')]
    bold = nodes.paragraph(
        '', '', html('<code>'), html('<b>'), nodes.Text('a'), html('</b>'), nodes.Text('b_c'), html('</code>')
    )
    assert [(run.text, run.sort) for run in runs(bold, [])] == [('a', 'literal'), ('b_c', 'literal')]
    other = nodes.paragraph('', '', nodes.raw('', '<code>', format='latex'), nodes.Text('a_b'), html('<br>'))
    assert [(run.text, run.sort) for run in runs(other, [])] == [('a_b', 'text')]


def test_html_of_any_length_is_read_in_short_time() -> None:
    assert blocks_of_html('<a ' * 100_000) == []
