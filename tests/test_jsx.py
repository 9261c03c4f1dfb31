"""Elements in JavaScript: their text is no code, and what follows them is."""

from __future__ import annotations

import pytest

from sphinx_kwindex.collect.code import code_candidates

FORM = """\
export default function Form() {
  return (
    <form>
      <Input label="Your name" ref={it} onChange={e => setIt(e.target.value)} />
      <button onClick={handle}>
        Save
      </button>
      <p>Many Things! {count > 3 ? <b>Bold Words</b> : null} and More {userName}</p>
      {items.map(item => <Item key={item.id}>Some Text {item.name}</Item>)}
      <>Frag Text</>
    </form>
  );
}
Root.render(<App />);
"""
FORM_NAMES = {
    'Form', 'form', 'Input', 'label', 'ref', 'it', 'onChange', 'e', 'setIt', 'e.target.value', 'button', 'onClick', 'handle',
    'p', 'count', 'b', 'userName', 'items.map', 'item', 'Item', 'key', 'item.id', 'item.name', 'Root.render', 'App',
}  # fmt: skip


def found(code: str, language: str) -> set[str]:
    return {candidate.name for candidate in code_candidates(code, language)}


@pytest.mark.parametrize('language', ['js', 'jsx', 'ts', 'tsx', 'javascript', 'typescript'])
def test_texts_of_elements_are_no_code(language: str) -> None:
    assert found(FORM, language) == FORM_NAMES


@pytest.mark.parametrize(
    ('code', 'names'),
    [
        (
            'const a: Array<It> = <T,>(x: T) => f<Foo>(x);\nb(<Web />);\n',
            {'a', 'Array', 'It', 'T', 'x', 'f', 'Foo', 'b', 'Web'},
        ),
        ('a = <p>Left Open;\nb = c < d;\n', {'a', 'p', 'Left', 'Open', 'b', 'c', 'd'}),
        ('a = <p>Left Open;\nb = <i>Word</i>;\n', {'a', 'p', 'Left', 'Open', 'b', 'i', 'Word'}),
        ('a = b < c && d > e;\nf = <i>Word</i>;\n', {'a', 'b', 'c', 'd', 'e', 'f', 'i'}),
    ],
)
def test_other_signs(code: str, names: set[str]) -> None:
    assert found(code, 'tsx') == names
