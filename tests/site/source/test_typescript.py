"""TypeScript without its types: JavaScript, with each character at its position."""

from __future__ import annotations

import re

import pytest

from rtpsnippets.limits import Deadline, TooSlowError
from rtpsnippets.site.source.typescript import without_types


def left_of(code: str, *, has_markup: bool = False) -> str | None:
    """What is left, with runs of spaces collapsed."""
    left = without_types(code, Deadline(60), has_markup=has_markup)
    if left is None:
        return None
    assert len(left) == len(code)
    assert [at for at, char in enumerate(left) if char == "\n"] == [at for at, char in enumerate(code) if char == "\n"]
    return re.sub(r" *(?: |(\n)) *", r"\1 ", left).strip(" ").replace("\n ", "\n")


@pytest.mark.parametrize(
    ("code", "left"),
    [
        # Declarations
        ("declare function rtp(...a: unknown[]): void; b", "; b"),
        ("declare global { interface Window { rtp: Function } }\nb", ";\nb"),
        ("interface A { rtp(a: string): void } b", "; b"),
        ("a\ntype X = string\n(b)", "a\n;\n(b)"),
        ("function f(a: string): void;\nfunction f(a: any) {}", ";\nfunction f(a ) {}"),
        ("export type { D } from 'd'; b", "; b"),
        ("export interface A {} export declare const b: string; c", "; ; c"),
        ("export default interface A {}\nb", ";\nb"),
        ("export as namespace A; b", "; b"),
        ("let a!: string, b: number = 3;", "let a , b = 3;"),
        # Imports and exports
        ("import type { A } from 'a'; b", "; b"),
        ("import { type A, b, type C } from 'a';", "import { b, } from 'a';"),
        ("import { type } from 'a';", "import { type } from 'a';"),
        ("export { type A, b };", "export { b };"),
        ("import rtp = require('a');", "const rtp = require('a');"),
        ("import a = b.c; import d = e;", "const a = b.c; const d = e;"),
        ("const a = import('b')", "const a = import('b')"),
        ("export = a;", "; a;"),
        # Functions
        ("function f<T>(this: Window, a?: T, ...b: T[]): a is string { }", "function f ( a , ...b ) { }"),
        ("function f(this: Window) { }", "function f( ) { }"),
        ("const f = async <T,>(a: T): Promise<T> => a;", "const f = async (a ) => a;"),
        ("function f(a: any): asserts a is string { }", "function f(a ) { }"),
        ("try { } catch (e: unknown) { }", "try { } catch (e ) { }"),
        # Expressions
        ("(window as any).rtp('a')", "(window ).rtp('a')"),
        ("window.rtp!('a')", "window.rtp ('a')"),
        ("(<any>window).rtp('a')", "( window).rtp('a')"),
        ("const A = { a: 'b' } as const satisfies X<string>;", "const A = { a: 'b' } ;"),
        ("f<string>('a'); new M<a, b>(); const g = f<string>;", "f ('a'); new M (); const g = f ;"),
        ("for (const a of b as string[]) { }", "for (const a of b ) { }"),
        ("a ? b : !c", "a ? b : !c"),
        ("`${a as string}`", "`${a }`"),
        # Enumerations
        ("enum A { a = 'x', b = 1 << 2, c = `${'d'}\\n`, e = A.b | (f), /* g */ h }", "let A ;"),
        ("export const enum A { a }", "export let A ;"),
        # Classes
        ("abstract class A<T> extends B<T> implements C { }", "class A extends B { }"),
        (
            "class A { private static readonly a?: string = 'x'; b!: string; accessor c = 1 }",
            "class A { static a = 'x'; b ; c = 1 }",
        ),
        ("class A { declare a: string; abstract b: string; c = 1 }", "class A { ; ; ; ; c = 1 }"),
        ("class A { [a: string]: any; b(): void; abstract c(): void; d() { } }", "class A { ; ; ; ; ; ; d() { } }"),
        (
            "class A { constructor(private a: string, @B(c) public d = 'x') { } }",
            "class A { constructor( a , d = 'x') { } }",
        ),
        ("class A { protected override async a?(): Promise<void> { } }", "class A { async a () { } }"),
        ("class A { @B('c') d(e: F) { } }", "class A { @B('c') d(e ) { } }"),
        # Characters of more than one byte
        ("const ä: string = '日本😀' as any; b as c", "const ä = '日本😀' ; b"),
    ],
)
def test_without_types__keeps_the_javascript(code: str, left: str) -> None:
    assert left_of(code) == left


def test_without_types__keeps_lines() -> None:
    code = "const f = (a): {\r\n  b: string;\n} => a;\n"
    assert without_types(code, Deadline(60), has_markup=False) == "const f = (a)   \r\n            \n  => a;\n"


def test_without_types__markup_needs_a_file_that_allows_it() -> None:
    code = "const a = (b: string) => <p<string> title={b as string}>{b!}</p>;"
    assert left_of(code, has_markup=True) == "const a = (b ) => <p title={b }>{b }</p>;"
    assert left_of(code) is None
    assert left_of("const a = <any>b;", has_markup=True) is None


@pytest.mark.parametrize(
    "code",
    [
        "namespace A { export let b = 'c'; }",
        "module A { var b = 'c'; }",
        "const a: = 'b';",
        "enum A { a = rtp('send', 'event', { value: 'x' }) }",
        "enum A { a = (b = 'c') }",
        # The parser continues after a line break where TypeScript does not.
        "const a = b as any\n(c)",
        "const a = b as any\n[c].d()",
        "const a = b as any\n[c][d] = 'e'",
        "const a = b as any\n`c`",
    ],
)
def test_without_types__is_none_if_types_generate_code(code: str) -> None:
    assert left_of(code) is None


@pytest.mark.parametrize(
    "code", ["const a = b as A[0];", "const a = b as A['c'][\n0];", "(b as A)[0]", "(b as A)\n(0)"]
)
def test_without_types__a_type_may_have_brackets(code: str) -> None:
    assert left_of(code) is not None


def test_without_types__stops_at_the_deadline() -> None:
    with pytest.raises(TooSlowError):
        without_types("a", Deadline(-1), has_markup=False)
