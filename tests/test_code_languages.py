"""Names in programming languages other than Python, one block for each."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_kwindex.collect.code import code_candidates


def names(code: str, language: str) -> list[str]:
    """``name/hint`` of each candidate."""
    return [f'{candidate.name}/{candidate.hint}' for candidate in code_candidates(dedent(code), language)]


def words(text: str) -> list[str]:
    return text.split()


C = """\
    #include <stdio.h>
    #include "my_lib.h"
    #define MAX_LEN OTHER_LEN
    #ifdef HAVE_IT
    typedef struct pair_s { int left; char *right; } pair_t;
    typedef int (*callback)(int);
    enum color { RED, GREEN = 1 };
    static PyObject *
    run(PyObject *self, const struct item *p)
    {
      p->next_one = my_alloc(MAX_LEN, "a_string"); /* a_comment */
      for (i = 0; i != n; i++) { Thing *q; }
    }
    #endif
    """
C_NAMES = """\
    stdio.h/module my_lib.h/module MAX_LEN/macro OTHER_LEN/identifier HAVE_IT/macro
    pair_s/type int/builtin left/field char/builtin right/field pair_t/type
    int/builtin callback/type int/builtin
    color/type RED/field GREEN/field
    PyObject/typed run/function PyObject/typed item/typed p/variable
    next_one/attribute my_alloc/invoked MAX_LEN/variable a_string/string
    i/variable i/variable n/variable i/variable Thing/typed q/variable
    """

CPP = """\
    using namespace std;
    using std::vector;
    using Row = std::list<int>;
    namespace foo::bar {
    template <typename T> class Widget : public QObject, base::Other<int> {
     public:
      virtual void show() override;
      int size;
    };
    enum class Mode { On, Off };
    }
    void Widget::hide() { this->show(); x->y.z; vector<int> v; std::cout << a ? b : c; }
    try { } catch (const std::exception& e) { throw Failure("x"); }
    """
CPP_NAMES = """\
    std/module std::vector/import Row/type std::list/typed int/builtin foo::bar/module
    T/variable Widget/class QObject/base base::Other/base int/builtin void/builtin show/method int/builtin size/field
    Mode/class On/field Off/field
    void/builtin Widget::hide/function show/invoked-on-object y.z/attribute std::vector/variable int/builtin v/variable
    std::cout/attribute a/variable b/variable c/variable
    std::exception/raised e/variable Failure/raised
    """

CUDA = """\
    __global__ void add(float *a) { int i = threadIdx.x; }
    add<<<1, 2>>>(a);
    cudaMalloc(&a, n);
    """
CUDA_NAMES = """\
    __global__/identifier void/builtin add/function float/builtin a/variable int/builtin i/variable threadIdx.x/attribute
    add/invoked a/variable cudaMalloc/invoked a/variable n/variable
    """

RUST = """\
    use std::collections::{self, HashMap, HashSet as Set};
    use crate::foo::Bar;
    extern crate serde;
    mod parser;
    #[derive(Debug, Clone)]
    struct Point { x: i32, y: Vec<Thing> }
    enum Shape { Circle(i32), Square { side: u8 } }
    trait Draw: Base { fn draw(&self, c: &Canvas) -> Result<(), Failure>; }
    impl Draw for Point { fn draw(&self) { self.x.abs(); println!("{}", x); } }
    type Alias = Point;
    const LIMIT: u8 = 1;
    macro_rules! my_macro { () => {} }
    let m: HashMap<u8, Thing> = Set::new();
    """
RUST_NAMES = """\
    std::collections/module std::collections::HashMap/import std::collections::HashSet/import
    foo::Bar/import serde/module parser/module derive/decorator Debug/typed Clone/typed
    Point/type x/field i32/builtin y/field Vec/builtin Thing/typed
    Shape/type Circle/field i32/builtin Square/field side/field u8/builtin
    Draw/type Base/base draw/method c/variable Canvas/typed Result/builtin Failure/typed
    Draw/typed Point/typed draw/method x.abs/call-on-object println!/call x/variable
    Alias/type Point/typed LIMIT/constant u8/builtin my_macro/macro
    m/variable std::collections::HashMap/typed u8/builtin Thing/typed std::collections::HashSet::new/call
    """

GO = """\
    package server
    import (
      "net/http"
      r "math/rand"
    )
    type Point struct {
      X int
      Next *Point `json:"a_b"`
    }
    type Reader interface {
      Read(b []byte) error
    }
    func (p *Point) Get(w http.ResponseWriter) error { return http.Get(r.Int()) }
    func main() { fmt.Println(x) }
    const LIMIT = 1
    """
GO_NAMES = """\
    server/module net/http/module math/rand/module Point/type X/field int/builtin Next/field Point/typed
    Reader/type Read/method b/variable byte/builtin error/builtin
    p/variable Point/typed Get/method w/variable http.ResponseWriter/typed error/builtin http.Get/invoked rand.Int/invoked
    main/function fmt.Println/invoked x/variable LIMIT/constant
    """

JAVA = """\
    package com.shop;
    import java.util.List;
    import static java.lang.Math.*;
    @Override
    @Test(expected = Failure.class)
    public class Cart<T> extends Base implements Shape, a.Other {
      private int size = 1;
      public void add(int a, List<Item> b) throws IOException { this.x.go(); new Item().bar(); throw new Wrong(); }
    }
    enum Color { RED, GREEN; void paint() {} }
    interface Shape { double area(); }
    """
JAVA_NAMES = """\
    com.shop/module java.util.List/import java.lang.Math/module Override/annotation
    Test/annotation expected/parameter Failure/typed
    Cart/class T/typed Base/base Shape/base a.Other/base int/builtin size/field
    void/builtin add/method int/builtin a/variable java.util.List/typed Item/typed b/variable IOException/raised
    x.go/invoked-on-object Item/call bar/invoked-on-object Wrong/raised
    Color/type RED/field GREEN/field void/builtin paint/method
    Shape/type double/builtin area/method
    """

CSHARP = """\
    using System.Text;
    using Short = Long.Name;
    namespace Shop.Model {
      [Serializable]
      public class Cart : Base, IThing {
        public int Size { get; set; }
        void Add(Item item) { Console.WriteLine(item); Short.Run(); }
      }
    }
    enum Color { Red }
    """
CSHARP_NAMES = """\
    System.Text/module Long.Name/module Shop.Model/module Serializable/annotation
    Cart/class Base/base IThing/base int/builtin Size/field
    Add/method Item/typed item/variable Console.WriteLine/invoked item/variable Long.Name.Run/invoked
    Color/type Red/field
    """

JAVASCRIPT = """\
    import React, { useState, useRef as ref } from "react";
    import * as fs from 'fs';
    import './style.css';
    const path = require('node:path');
    export default class Form extends React.Component {
      static kind = 1;
      constructor() { super(); }
      render(a) { this.props.go(); }
    }
    const LIMIT = 1;
    function run(a, b = 1) { return new Widget(a); }
    const h = { key: 1 };
    foo?.bar(); `a_b ${c.d}`; fs.readFile(document.getElementById("my-id"));
    throw new Failure();
    """
JAVASCRIPT_NAMES = """\
    React/import useState/import useRef/import react/module fs/import fs/module style.css/module
    path/variable node:path/module Form/class React.Component/base kind/field render/method a/variable props.go/call-on-object
    LIMIT/constant run/function a/variable b/parameter Widget/call a/variable h/variable key/key
    bar/call-on-object c.d/attribute fs.readFile/call document.getElementById/call Failure/raised
    """

TYPESCRIPT = """\
    import { A, type B } from '../a';
    interface Shape extends Base { x: number; y?: Thing<string>; draw(a: Canvas): void }
    type Either = Left | Right;
    enum Color { Red, Green }
    class Square<T> implements Shape { private x: string = 'a'; @Input() z: Query; }
    function load(a: Url): Promise<Body> { return go({ key: a }); }
    """
TYPESCRIPT_NAMES = """\
    A/import B/import a/module Shape/type Base/base x/field number/builtin y/field Thing/typed string/builtin
    draw/method a/variable Canvas/typed Either/type Left/typed Right/typed Color/type Red/field Green/field
    Square/class T/typed Shape/base x/field string/builtin Input/decorator z/field Query/typed
    load/function a/variable Url/typed Promise/builtin Body/typed go/call key/key a/variable
    """


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('c', C, C_NAMES),
        ('cpp', CPP, CPP_NAMES),
        ('cuda', CUDA, CUDA_NAMES),
        ('rust', RUST, RUST_NAMES),
        ('go', GO, GO_NAMES),
        ('java', JAVA, JAVA_NAMES),
        ('csharp', CSHARP, CSHARP_NAMES),
        ('javascript', JAVASCRIPT, JAVASCRIPT_NAMES),
        ('typescript', TYPESCRIPT, TYPESCRIPT_NAMES),
    ],
)
def test_language(language: str, code: str, found: str) -> None:
    assert names(code, language) == words(found)


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('ruby', 'A::B.new', 'A::B.new/attribute'),
        (
            'haskell',
            '{-# LANGUAGE DataKinds, PolyKinds #-}\ndata Tree a = Leaf Int\nclass Eq a => Shape a where\n  area :: Int\n',
            (
                'DataKinds/setting PolyKinds/setting Tree/type a/variable Leaf/typed Int/typed Eq/typed a/variable Shape/class'
                ' a/variable area/function Int/typed'
            ),
        ),
        ('haskell', "x = 'Leaf :+: 1", 'x/function Leaf/typed'),
        ('swift', '@Flag var quiet = false', 'Flag/annotation quiet/variable'),
        ('swift', 'a @ Flag', 'a/variable Flag/variable'),
        ('kotlin', '@OptIn(It::class)\nfun f() {}', 'OptIn/annotation It/attribute f/function'),
        ('php', '<?php\n#[AsCommand]\nclass A {}', 'AsCommand/annotation A/class'),
        ('java', '@it\nclass A {}', 'it/decorator A/class'),
        ('php', '<?php\n$f = function ($a) use ($b) { c_d(); };', '$f/variable $a/variable $b/variable c_d/call'),
        ('rust', 'use actix_it::Cors;', 'actix_it/module actix_it::Cors/import'),
        ('rust', 'use std::io;', 'std::io/module'),
        ('rust', 'let s = expect_it::<Of>();', 's/variable expect_it/call Of/typed'),
        ('rust', 'use crate::it::A;', 'it::A/import'),
        (
            'javascript',
            "x = {rules: {'ab-c/de-f': 'off', \"src/app\": 1}, y: ['a/b', '@it/web']}",
            'x/variable rules/key ab-c/de-f/key y/key @it/web/package',
        ),
        ('ruby', "require 'json'\nclass A < B\nend", 'json/module A/class B/base'),
        ('php', '<?php class A extends B { function f() {} }', 'A/class B/base f/method'),
        ('kotlin', 'fun load(a: Url): Body {}', 'load/function a/variable Url/typed Body/typed'),
        ('c', 'we see some work', 'we/variable see/variable some/variable work/variable'),
        ('rust', '#[serde(default, rename_all = "x")]', 'serde/decorator rename_all/parameter'),
        ('c', '(char *)a == b', 'char/builtin a/variable b/variable'),
        ('c', 'struct item *p = { .tp_name = x };', 'item/typed p/variable tp_name/attribute x/variable'),
        ('javascript', 'f(...a, {...b})', 'f/call a/variable b/variable'),
        (
            'javascript',
            "x = {'key_of': 'a_b',\n  'of_it': c ? 'd_e' : 1}",
            'x/variable key_of/key a_b/string of_it/key c/variable d_e/string',
        ),
        ('ruby', 'x = :"foo bar_baz"', 'x/variable'),
        ('elixir', 'put(conn, "Content-Type")', 'put/call conn/variable Content-Type/header'),
        ('ruby', 'before :set_user, {a_b: 1, c: :d}', 'before/call set_user/identifier a_b/key'),
        ('elixir', 'plug :fetch_it, HelloWeb.Router', 'plug/call fetch_it/identifier HelloWeb.Router/module'),
        (
            'elixir',
            'scope "/", HelloWeb do\n  pipe_through x\nend',
            'scope/call HelloWeb/module pipe_through/variable x/variable',
        ),
        ('ruby', 'x = y "z"\nget "/"', 'x/variable y/variable get/call'),
        ('javascript', 'f(import.meta.env.A_B, process.env.C_D)', 'f/call A_B/envvar C_D/envvar'),
        ('javascript', "import a from 'b'", 'a/import b/module'),
        ('java', 'void lock() {}', 'void/builtin lock/function'),
        ('go', 'import . "github.com/onsi/ginkgo"', 'github.com/onsi/ginkgo/module'),
        ('rust', '#[assert(x == y)]', 'assert/decorator'),
        ('php', '<p>a b</p>\n<?PHP foo_it(); ?>', 'foo_it/call'),
        ('csharp', 'await foreach (var a in b.C()) {}', 'var/builtin a/variable b.C/invoked'),
        ('php', '$x = \'<?xml version="1.0"?>\'; $x->addIt();', '$x/variable addIt/call-on-object'),
        ('elixir', 'HelloWeb.Router.get(A_B)', 'HelloWeb.Router.get/call A_B/variable'),
        ('go', 'w.Set("Content-Type", "text/html", "On-off")', 'w.Set/invoked Content-Type/header text/html/mime'),
        ('go', 'w.Set("X-Trace-Id", "Anne-Marie")', 'w.Set/invoked X-Trace-Id/header'),
    ],
)
def test_small_pieces(language: str, code: str, found: str) -> None:
    assert names(code, language) == words(found)


def test_keywords_are_no_names() -> None:
    assert names('static_cast<int>(reinterpret_cast<char>(0));', 'cpp') == ['int/builtin', 'char/builtin']


def test_preprocessor_line_of_blanks() -> None:
    assert names('#' + ' ' * 100_000 + 'define A_B', 'c') == ['A_B/macro']


@pytest.mark.parametrize(
    ('code', 'language', 'found'),
    [
        ('x = os.environ.get("RANK", "0")', 'python', True),
        ('x = os.getenv("RANK")', 'python', True),
        ('monkeypatch.setenv("RANK", "1")', 'python', True),
        ('char *x = getenv("RANK");', 'c', True),
        ('x := os.Getenv("RANK")', 'go', True),
        ('let x = env::var("RANK");', 'rust', True),
        ('x = ENV["RANK"]', 'ruby', True),
        ('const x = process.env.RANK', 'javascript', True),
        ('const x = process.env["RANK"]', 'javascript', True),
        ('x = data["RANK"]', 'python', False),
        ('x = os.environ.get("a b")', 'python', False),
        ('x = environs("RANK")', 'python', False),
        ('const x = process.envelope.RANK', 'javascript', False),
    ],
)
def test_variables_of_the_environment(code: str, language: str, found: bool) -> None:
    assert ('RANK/envvar' in names(code, language)) is found


def test_pointers_to_functions_are_fields() -> None:
    code = 'struct kobj_type {\n  void (*release_it)(struct kobject *kobj);\n  int (*f)(int), n_o;\n};\n'
    found = names(code, 'c')
    assert {'release_it/field', 'f/field'} <= set(found)
    assert 'kobj/field' not in found
    assert 'compar/field' not in names('struct A { void sort(int (*compar)(int, int)); };', 'cpp')


def test_class_of_php_by_its_keyword() -> None:
    found = names('<?php $it->add(MyLimit::class, 1);', 'php')
    assert any(each.startswith('MyLimit/') for each in found)
    assert not any('::class' in each for each in found)


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('js', 'fetchIt().thenIt(f)', 'fetchIt/call thenIt/call-on-object f/variable'),
        ('c', 'void f(void) { ops->open_it(1); }', 'void/builtin f/function void/builtin open_it/invoked-on-object'),
        ('php', '<?php\n$this->startUp();', 'startUp/call-on-object'),
    ],
)
def test_calls_on_objects(language: str, code: str, found: str) -> None:
    assert names(code, language) == words(found)


@pytest.mark.parametrize('language', ['ruby', 'crystal'])
def test_argument_that_no_bracket_holds_is_called(language: str) -> None:
    found = names('one.should be_true\nbe_kept = two\none.should be_set = 3\n', language)
    assert 'be_true/call' in found
    assert not {'be_kept/call', 'be_set/call'} & set(found)
    assert 'user_name/call' not in names('puts user_name\nUser.find user_name\n', language)
    assert 'be_true/call' not in names('one.should be_true', 'javascript')
