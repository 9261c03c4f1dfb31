"""Go: what is set in a value, what it is made of, and what is given."""

from __future__ import annotations

from test_code_calls import hints

CODE = """
    package it

    var ConfigDefault = Config{
        Next:    nil,
        Timeout: fasthttp.DefaultTimeout,
        Wait:    10 * time.Second,
    }

    func Serve(ctx context.Context) (fiber.Handler, error) {
        if kind == http.MethodGet {
            return nil, errors.ErrUnsupported
        }
        switch kind {
        case Blue:
            run()
        }
        for _, it := range store.Items {
            area := it.Width * it.Height
        }
    Loop:
        for {
            break Loop
        }
        server := &http.Server{Addr: ":80", Handler: mux}
        return nil, nil
    }
    """


def test_values() -> None:
    found = hints(CODE, 'go')
    assert {name for name, hint in found.items() if hint == 'field'} == {'Next', 'Timeout', 'Wait', 'Addr', 'Handler'}
    assert {name for name, hint in found.items() if hint == 'constant'} == {
        'ConfigDefault',
        'time.Second',
    }
    assert {name for name, hint in found.items() if hint == 'typed'} == {'Config', 'context.Context', 'http.Server'}


def test_what_is_no_value() -> None:
    found = hints(CODE, 'go')
    assert {'Blue', 'Loop', 'store.Items', 'it.Height', 'it.Width'} <= found.keys()
    assert {found[name] for name in ('Blue', 'Loop', 'store.Items', 'it.Height', 'it.Width')} <= {
        'variable',
        'attribute',
    }


def test_other_languages_have_no_such_values() -> None:
    assert hints('x := Config{Next: nil}', 'javascript').get('Next') != 'field'
