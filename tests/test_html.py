"""Raw HTML, in which authors of Markdown write tables and inline code."""

from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_kwindex.collect.html import blocks_of_html
from sphinx_kwindex.collect.inline import runs


def html(source: str) -> nodes.raw:
    return nodes.raw('', source, format='html')


@pytest.mark.parametrize(
    ('source', 'blocks'),
    [
        ('<td><code>a_b</code></td><td>It &amp; more</td>', [[('a_b', 'literal')], [('It & more', 'text')]]),
        ('<p>one <b>bold</b> <a href="x_y">word</a></p>', [[(each, 'text') for each in ('one ', 'bold', ' ', 'word')]]),
        ('<p>press <kbd>Ctrl</kbd></p>', [[('press ', 'text')]]),
        ('<script>a_b()</script><style>.c_d {}</style><pre>e_f</pre>', []),
        ('<script>a_b()\n\nc_d()', []),
        ('<!-- a_b --><img alt="c_d">', []),
        ('</div></code>it', [[('it', 'text')]]),
        ('<code>a\n  b</code>', [[('a b', 'literal')]]),
    ],
)
def test_blocks(source: str, blocks: list[list[tuple[str, str]]]) -> None:
    assert [[(run.text, run.sort) for run in block] for block in blocks_of_html(source)] == blocks


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
