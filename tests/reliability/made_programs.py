"""Generate random programs that send events: the same ones for the same seed, on every machine.

>>> next(MadePrograms("1")) == next(MadePrograms("1"))
True

They use few names, so that these collide, and one line per statement, so that each can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

_Item = TypeVar("_Item")

_DEEP = 3
"""The maximum nesting of statements."""

_TEXTS = ("A", "B", "C", "D")
_VALUES = ("a", "b", "c")
_OBJECTS = ("d", "e")
_LISTS = ("l",)
_FUNCTIONS = ("f", "g", "h")
_ALIASES = ("r", "s")
_WINDOWS = ("w",)
_ALL = (_VALUES, _VALUES, _OBJECTS, _LISTS, _ALIASES, _WINDOWS, _FUNCTIONS)
_PLACE = re.compile("@([abdeflvsw])")
_FOR = re.compile(r"for \((var|let|const) (\w+)")
_PLACES = {"f": _FUNCTIONS, "a": _VALUES, "b": _VALUES, "d": _OBJECTS, "e": _OBJECTS, "l": _LISTS, "w": _WINDOWS}
"""Placeholders for names in the forms below; `@v` stands for a value, `@s` for a call."""
_KINDS = ("var", "var", "const", "let")
_EXPRESSIONS = (
    "@v + @v",
    "`x${@v}`",
    "[@v, @v]",
    "@l",
    "@d.value",
    "(@a = @v)",
    "@f(@v)",
    "(document.x ? 'A' : 'B')",
    "(@a || 'A')",
    "(@a, 'A')",
    "@d?.value",
    "@d['value']",
    "@l[0]",
    "@l.at(0)",
    "[...@l, @v]",
    "@f`x`",
    "String.raw`x${@v}`",
    "@a ?? 'A'",
    "@a && @b",
    "await_(@a)",
    "(@a += @v)",
    "new @f",
    "Object.freeze([@v, @v])",
    "(() => @v)()",
    "{p: @v}.p",
)
_NO_CALLS = (
    "document.title",
    "console.log(@d)",
    "ga('send', 'event', @d)",
    "if (@d) document.title",
    "typeof @a",
    "@d.value",
    "JSON.stringify(@d)",
    "Object.keys(@d)",
    "bus.emit(@l)",
    "void @a",
)
_CHANGES = (
    "@d.value = @v",
    "@d.value += @v",
    "@d['value'] = @v",
    "@d.other = @v",
    "delete @d.value",
    "Object.assign(@d, {value: @v})",
    "window.@d.value = @v",
    "({x: @d.value} = {x: @v})",
    "@l.push(@v)",
    "@l[0] = @v",
    "@l.length = 0",
    "@d.value.push(@v)",
    "window.@a = @v",
    "self['@a'] = @v",
    "@w.@a = @v",
    "@w.@d.value = @v",
    "[@a, @b] = [@b, @a]",
    "({value: @a} = @d)",
    "[@d].forEach(x => x.value = @v)",
    "for (const x of [@d, @e]) x.value = @v",
    "for (@a of [@v, @v]);",
    "with (@d) value = @v",
    "((@d).value = @v)",
    "(@a) = @v",
    "(@a)++",
    "(@d.value) = @v",
    "delete (@d.value)",
    "for ((@a) of [@v]);",
    "for (@d.value of [@v]);",
    "for ((@d['value']) in {A: 1});",
    "this['@a'] = @v",
    "delete window.@a",
    "Reflect.set(window, '@a', @v)",
    "Reflect.set(@d, 'value', @v)",
    "Object.defineProperty(@d, 'value', {value: @v})",
    "Object.freeze(@d)",
    "Object.freeze(@l)",
    "Object.setPrototypeOf(@d, {value: @v})",
    "(@a = @v, @b = @a)",
    "@a = @b = @v",
    "({value: @d.value = @v} = {})",
    "[...@l] = [@v]",
    "({...@d} = {value: @v})",
    "{ let @a = @v; @a = @v }",
    "if (window.@a = @v) @s",
    "if (@f`x`) @s",
    "@a ||= @v, @s",
    "@f(@d), @s",
    "@f(@l), @s",
    "@l.reverse()",
    "[@l[0], @l[1]] = [@v, @v]",
    "@d.value = @d.value + @v",
    "document.x ? (@a = @v) : (@a = @v)",
    "try { throw @v } catch (@a) { @s }",
    "try { throw {value: @v} } catch ({value: @a}) { @s }",
    "Object.assign(window, {@a: @v})",
    "(function () { this.@a = @v })()",
)
_HEADS = (
    "if (document.x) {",
    "if (document.hidden !== @a) {",
    "if (@d && @d.value) {",
    "if (window.rtp) {",
    "if (!window.rtp) {",
    "{",
    "try {",
    "do {",
    "while (document.n--) {",
    "for (const x of ['A', 'B']) {",
    "for (const @a of ['A', 'B']) {",
    "for (var @a of ['A', 'B']) {",
    "for (var @a = @v, i0 = 0; i0 < 2; i0++) {",
    "for (let @a = @v, i1 = 0; i1 < 2; i1++) {",
    "for (var @a in {A: 1, B: 2}) {",
    "x: {",
    "switch (document.x) { case 1: @s; default:",
    "switch (1) { case 1:",
)
_LISTENERS = (
    ("setTimeout(", ")"),
    ("setTimeout(", ", 10)"),
    ("document.addEventListener('click', ", ")"),
    ("$('#x').on('click', ", ")"),
    ("$(", ")"),
    ("document.body.onclick = ", ""),
    ("[1, 2].forEach(", ")"),
    ("Promise.resolve(@v).then(", ")"),
    ("queueMicrotask(", ")"),
    ("bus.on('x', ", ")"),
    ("({m: ", "}).m()"),
    ("new Promise(", ")"),
)
_HOLDERS = (
    "class K { x = @s }; new K()",
    "class K { static x = @s }",
    "class K { m() { @s } }; new K().m()",
    "class K { get m() { return @s } }; new K().m",
    "class K { static { @s } }",
    "class K { static x = @v; static m() { rtp('send', 'event', {value: this.x}) } }; K.m()",
    "class K { x = @d; m() { this.x.value = @v } }; new K().m()",
    "class K { #x = @v; m() { rtp('send', 'event', {value: this.#x}) } }; new K().m()",
    "class K { x = @a; m() { @a = @v; @s } }; new K().m(); @s",
    "class K { set m(@a) { @s } }; new K().m = @v",
    "class K { constructor(@d) { this.d = @d; this.d.value = @v } }; new K(@d); @s",
    "class K { static async m(@a) { await 1; @s } }; K.m(@v)",
    "class K { *m(@a = @v) { yield @s } }; [...new K().m()]",
    "class K { [@f(@d)]() {} static [(@s, 'x')] = @a }",
    "{ const o = Object.freeze({p: {q: @v}, q: @v}); rtp('send', 'event', {value: o.p.q}); @s }",
    "{ const o = Object.freeze({p: {value: @v}}); o.p.value = @v; rtp('send', 'event', o.p) }",
    "{ const o = {p: {q: @v}, l: [@v]}; rtp('send', 'event', {value: o.p.q}); rtp('send', 'event', {value: o.l}) }",
    "{ const o = {p: {q: @v}}, p = o.p; p.q = @v; rtp('send', 'event', {value: o.p.q}) }",
    "{ const o = {p: {q: @v}}, {p} = o; p.q = @v; rtp('send', 'event', {value: o.p.q}) }",
    "{ const o = {A: @v, B: @v}; for (const k in o) rtp('send', 'event', {value: o[k]}); @a = o.A; @s }",
    "{ const o = {p: @d, q: @l}; o.p.value = @v; rtp('send', 'event', o.p); rtp('send', 'event', {value: o.q}) }",
    "{ const o = {p: @a, m() { this.p = @v }}; o.m(); rtp('send', 'event', {value: o.p}) }",
    "{ const {value: x1, ...o} = @d; rtp('send', 'event', {value: x1}); rtp('send', 'event', o) }",
    "{ const [x2 = @v, ...o] = @l; rtp('send', 'event', {value: x2}); rtp('send', 'event', {value: o}) }",
    "{ const {rtp: x3 = @f} = window; x3('send', 'event', {value: @v}) }",
    "{ const x4 = window['rtp']; x4('send', 'event', {value: @v}) }",
    "{ const x5 = @w || window; x5.rtp('send', 'event', {value: @v}) }",
    "{ const g1 = typeof globalThis === 'object' ? globalThis : window; g1.rtp?.('send', 'event', {value: @v}) }",
    "{ let x6; @a = (x6 = @v, 'A'); rtp('send', 'event', {value: x6}) }",
    "with ({value: @v, rtp: function (a, b, @d) { @d.value = @v }}) { rtp('send', 'event', @d) } @s",
    "with (@d) { rtp('send', 'event', {value}) }",
    "y: for (const x7 of [@v, @v]) { if (x7 === @a) continue y; rtp('send', 'event', {value: x7}) }",
    "{ let x8 = @v; const x = () => rtp('send', 'event', {value: x8}); x(); x8 = @v; x() }",
    "{ const fs = []; for (const x9 of [@v, @v]) fs.push(() => rtp('send', 'event', {value: x9})); fs.map(x => x()) }",
    "if (document.x) { var @a = @v } @s",
    "{ const m = new Map([['x', @v]]); rtp('send', 'event', {value: m.get('x')}) }",
    "'A'.replace(/A/, (@a) => @s)",
    "document.x&&@s,@a=@v,@s",
    "!function(){@a=@v;@s}(),@s",
    "!function(e,t){e.rtp('send','event',{value:t}),t=@v,e.rtp('send','event',{value:t})}(window,@v)",
    "!function(){var e=@v;function t(){return e}e=@v,rtp('send','event',{value:t()}),rtp('send','event',{value:e})}()",
    "void function(){for(var e=0,t=@v;e<2;e++)rtp('send','event',{value:t}),t=@v}()",
    "@a?@s:(@a=@v,@s)",
    "for(var n0=2,e0=@v;n0--;e0=@v)rtp('send','event',{value:e0})",
    "do{@a=@v}while(!@a);@s",
    "(function n1(e){if(e){rtp('send','event',{value:e});n1()}})(@v)",
    "(rtp)('send', 'event', {value: @v}), @s",
    "rtp('send', 'event', {get value() { @a = @v; return @v }}), @s",
    "rtp('send', 'event', {['val' + 'ue']: @v}), @s",
    "rtp('send', 'event', {value: @v, ['value']: @v})",
    "rtp('send', 'event', {...@d}), rtp('send', 'event', {value: @v, ...@d})",
    "rtp('send', 'event', {__proto__: @d})",
    "rtp('send', 'event', {'value': @v, value() {}})",
    "var o = {get m() { return @s }}; o.m",
    "var o = {m() { @s }}; o.m()",
    "var o = {toString() { @s; return '' }}; '' + o",
    "(function (x = @s) {})()",
    "var [x = @s] = []",
    "x = @s || @v",
    "`${@s}`",
    "[...(function* () { yield @s })()]",
    "document.x ? @s : @s",
    "document.x || @s",
    "@a = @v, @s",
    "(async () => { await @v; @s })()",
    "'x'.replace(/x/, () => @s)",
    "switch (@s) {}",
    "if (@s); else @s",
)
_IN_FUNCTIONS = ("return", "return @s", "if (document.x) return", "if (!@a) return", "arguments[0] = @v", "throw @v")
_BOUND = ("window", "window", "rtp", "window.rtp", "this", "@v", "@v", "@d", "document", "...[@v, @v]")


@dataclass(slots=True)
class _Scope:
    """The names that a block declares, so that invalid redeclarations are rare."""

    is_function: bool = False
    lexical: set[str] = field(default_factory=set)
    vars: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)


class MadePrograms(Iterator[str]):
    """An endless series of programs."""

    def __init__(self, seed: str) -> None:
        # A string as the seed: `Random` treats it the same everywhere.
        self._random = Random(seed)  # noqa: S311 (nothing is secret here)
        self._scopes: list[_Scope] = []
        self._chances: Sequence[Callable[[MadePrograms, int], list[str]]] = ()
        self._is_plain = False

    def __next__(self) -> str:
        self._scopes = [_Scope(is_function=True)]
        # Each program has only some kinds of statements, and half of them only plain calls: in a program with
        # everything, no value could be determined.
        kinds = (chance for chance in dict.fromkeys(self._CHANCES) if chance is not MadePrograms._sent)
        left_out = {chance for chance in kinds if not self._below(2)}
        self._chances = [chance for chance in self._CHANCES if chance not in left_out]
        self._is_plain = not self._below(2)
        # Most names are defined, since a program ends at the first one that isn't declared.
        lines = [line for names in _ALL if self._below(5) for line in self._declared_as(names)]
        parts = [self._statement(_DEEP) for _ in range(1 + self._below(5))]
        if not self._below(4):
            parts.insert(self._below(len(parts)), lines)
            lines = []
        lines += [line for part in parts for line in part]
        if self._below(3):
            lines.append(self._rest())
        return "\n".join(lines if any("rtp" in line for line in lines) else [*lines, f"{self._send()};"])

    def _rest(self) -> str:
        """Declare all undeclared names, so that none of them ends the program."""
        (scope,) = self._scopes
        missing = [name for names in _ALL[1:-1] for name in names if name not in scope.lexical | scope.vars]
        functions = [name for name in _FUNCTIONS if name not in scope.lexical | scope.vars]
        return " ".join([*(f"var {name};" for name in missing), *(f"function {name}() {{}}" for name in functions)])

    def _below(self, number: int) -> int:
        # Only `random` is guaranteed to give the same results in every Python version.
        return int(self._random.random() * number)

    def _one_of(self, items: Sequence[_Item]) -> _Item:
        return items[self._below(len(items))]

    def _name(self, names: Sequence[str]) -> str:
        """One of these names: usually a declared one, rarely any other."""
        chance = self._below(40)
        known = self._known(names)
        name = self._one_of(known if known and chance < 36 else names)
        if chance < 2:
            name = self._one_of((*_VALUES, *_OBJECTS, *_FUNCTIONS, *_ALIASES, *_WINDOWS))
        for scope in self._scopes:
            scope.used.add(name)
        return name

    def _known(self, names: Sequence[str]) -> list[str]:
        """The declared names among these."""
        return [name for name in names if any(name in scope.lexical | scope.vars for scope in self._scopes)]

    def _filled(self, form: str, depth: int = 1) -> str:
        """Fill in the values, names and calls of a form."""
        names: dict[str, str] = {}

        def part(found: re.Match[str]) -> str:
            if found[1] in "vs":
                return self._value(depth) if found[1] == "v" else self._send()
            return names.setdefault(found[1], self._name(_PLACES[found[1]]))

        return _PLACE.sub(part, form)

    def _is_in_function(self) -> bool:
        return sum(scope.is_function for scope in self._scopes) > 1

    # Expressions.

    def _given(self) -> str:
        """An argument of the function; a value outside of functions."""
        return "arguments[0]" if self._is_in_function() else "'A'"

    def _value(self, depth: int) -> str:
        chosen = self._below(15 if self._is_plain else 24)
        text = f"'{self._one_of(_TEXTS)}'"
        if chosen < 5 or not depth:
            return text
        if chosen < 15:
            return self._name(_VALUES) if self._known(_VALUES) or not self._below(10) else text
        return self._filled(self._one_of((*_EXPRESSIONS, self._given())), depth - 1)

    def _data(self) -> str:
        chosen = self._below(12 if self._is_plain else 16)
        if chosen < 7:
            return f"{{value: {self._value(2)}}}"
        if chosen < 12:
            return self._name(_OBJECTS)
        forms = (
            "{...@d}",
            "{...@d, value: @v}",
            "{value: @v, ...@d}",
            "{value: @v, x: @v}",
            "{x: @a = @v, value: @a}",
            "{['value']: @v}",
            "{get value() { return @v }}",
            "@d || {value: @v}",
            "(@d.value = @v, @d)",
            self._given(),
            "Object.assign({}, @d)",
            "Object.freeze({value: @v})",
        )
        return self._filled(self._one_of(forms))

    def _send(self) -> str:
        """A call that may send an event."""
        given = f"'send', 'event', {self._data()}"
        if self._is_plain and self._below(10):
            return f"rtp({given})"
        if not self._below(12):
            forms = (
                f"...['send', 'event', {self._data()}]",
                f"'send', ...['event', {self._data()}]",
                "...arguments" if self._is_in_function() else "",
            )
            given = self._one_of(
                (*forms, f"{given}, {self._filled('@a = @v')}", f"{given}, {self._filled('@d.value = @v')}")
            )
        callees = (
            *["rtp({})"] * 8,
            *["window.rtp({})"] * 2,
            *[f"{self._name(_ALIASES)}({{}})"] * 2,
            *[f"{self._name(_WINDOWS)}.rtp({{}})"] * 2,
            "self['rtp']({})",
            "(0, window.rtp)({})",
            "(window.rtp || f)({})",
            "rtp?.({})",
            "window?.rtp?.({})",
            "this.rtp({})",
            "rtp.call(null, {})",
            "rtp.apply(window, [{}])",
            "rtp.bind(null, 'send')('event', {value: 'A'})",
            "rtp.q.push([{}])",
            "new rtp({})",
            "Reflect.apply(rtp, null, [{}])",
            "{}(rtp)".replace("{}", self._one_of(_FUNCTIONS)),
            "(window.rtp && rtp({}))",
        )
        return self._one_of(callees).replace("{}", given)

    # Statements.

    def _statement(self, depth: int) -> list[str]:
        chances = self._chances if depth else [chance for chance in self._chances if chance not in self._OUTER]
        return self._one_of(chances)(self, depth)

    def _sent(self, _: int) -> list[str]:
        return [f"{self._send()};"]

    def _declared(self, _: int) -> list[str]:
        return self._declared_as(self._one_of((_VALUES, _VALUES, _OBJECTS, _OBJECTS, _LISTS, _ALIASES, _WINDOWS)))

    def _declared_as(self, names: Sequence[str]) -> list[str]:
        if names is _FUNCTIONS:
            return self._function(1)
        is_used = self._scopes[-1].used
        name = self._one_of([name for name in names if name not in is_used or not self._below(4)] or names)
        if names is _VALUES:
            value = self._value(2)
        elif names is _OBJECTS:
            value = self._one_of((f"{{value: {self._value(1)}}}",) * 4 + ("{}", self._name(_OBJECTS)))
        elif names is _LISTS:
            value = self._one_of(("['A', 'B']", f"[{self._value(0)}]", self._value(1)))
        elif names is _ALIASES:
            value = self._one_of(("rtp", "window.rtp", "window.rtp || f", "null", "r", "function () {}", "w.rtp"))
            if not self._below(5):
                kind, given = self._kind("r"), self._one_of(("window", "w", "this"))
                return [f"{kind}{{rtp: r}} = {given};" if kind else f"({{rtp: r}} = {given});"]
        else:
            value = self._one_of(("window", "this", "self", "window || this", "{rtp: function () {}}", "document"))
        if not self._below(4):
            return [f"{name} = {value};"]
        kind = self._kind(name)
        return [f"{kind}{name};"] if kind != "const " and not self._below(8) else [f"{kind}{name} = {value};"]

    def _kind(self, name: str) -> str:
        """Choose how to declare a name here, and record it."""
        scope, kind = self._scopes[-1], self._one_of(_KINDS)
        # It is rarely read before its declaration, which usually ends the program.
        if kind != "var" and name not in scope.lexical | scope.vars and (name not in scope.used or not self._below(10)):
            scope.lexical.add(name)
            return f"{kind} "
        return "var " if self._notes_var(name) else ""

    def _notes_var(self, name: str) -> bool:
        """Record that a name is declared by `var`, if that is possible."""
        for around in reversed(self._scopes):
            if name in around.lexical:
                return False
            around.vars.add(name)
            if around.is_function:
                break
        return True

    def _set(self, _: int) -> list[str]:
        return [f"{self._name(_VALUES)} {self._one_of(('=', '=', '=', '+=', '||='))} {self._value(2)};"]

    def _changed(self, _: int) -> list[str]:
        return [f"{self._filled(self._one_of(_CHANGES))};"]

    def _else(self, _: int) -> list[str]:
        return [f"{self._filled(self._one_of(_NO_CALLS))};"]

    def _held(self, _: int) -> list[str]:
        held = self._filled(self._one_of(_HOLDERS))
        return ["{", f"{held};", "}"] if "class K" in held else [f"{held};"]

    def _called(self, _: int) -> list[str]:
        given = self._one_of(("", self._value(1), self._name(_OBJECTS), "rtp", "window", self._filled("@v, @v")))
        ways = (f"({given})", f"({given})", f".call(window, {given})", f".apply(window, [{given}])")
        return [f"{self._name(_FUNCTIONS)}{self._one_of(ways)};"]

    def _left(self, _: int) -> list[str]:
        """A statement that is only valid in functions; another one elsewhere."""
        if self._is_in_function():
            return [f"{self._filled(self._one_of(_IN_FUNCTIONS))};"]
        return self._sent(0)

    def _block(self, depth: int) -> list[str]:
        head = self._filled(self._one_of(_HEADS))
        declared = _FOR.match(head)
        if declared and declared[1] == "var" and not self._notes_var(declared[2]):
            return self._sent(0)
        # The body of a loop can't redeclare the loop's names by `var`.
        body = self._body(depth, _Scope(lexical={declared[2]} if declared and declared[1] != "var" else set()))
        ends = {"try": "} catch (a) {}", "do": "} while (document.x === 1);", "whi": "}", "if ": "}"}
        end = ends.get(head[:3].strip(), "}")
        if head.startswith("try") and self._below(2):
            return [head, *body, "} finally {", *self._body(depth, _Scope()), "}"]
        if head.startswith("while"):
            head = "for (var i2 = 0; i2 < 2; i2++) {"
        if head.startswith("if") and not self._below(3):
            return [head, *body, "} else {", *self._body(depth, _Scope()), "}"]
        if head == "x: {" and self._below(2):
            return [head, "if (document.x) break x;", *body, end]
        return [head, *body, end]

    def _body(self, depth: int, scope: _Scope) -> list[str]:
        self._scopes.append(scope)
        lines = [line for _ in range(1 + self._below(3)) for line in self._statement(depth - 1)]
        self._scopes.pop()
        return lines

    def _function(self, depth: int) -> list[str]:
        """A function declaration, or a function assigned to a name."""
        name = self._name(_FUNCTIONS)
        given, plain = self._parameters()
        form = self._below(5)
        if form < 3:
            scope = self._scopes[-1]
            if name in scope.lexical or (not scope.is_function and name in scope.vars):
                return self._sent(0)
            (scope.vars if scope.is_function else scope.lexical).add(name)
            word = self._one_of(("function", "function", "function", "async function", "function*"))
            return [f"{word} {name}({given}) {{", *self._body(depth, _Scope(is_function=True, vars=plain)), "}"]
        head = f"{self._kind(name)}{name} = "
        return [head + self._head(given), *self._body(depth, _Scope(is_function=True, vars=plain)), "};"]

    def _head(self, given: str) -> str:
        return self._one_of((f"function ({given}) {{", f"({given}) => {{", f"function f({given}) {{"))

    def _parameters(self) -> tuple[str, set[str]]:
        names = list(
            dict.fromkeys(self._name((*_VALUES, *_OBJECTS, *_ALIASES, *_WINDOWS)) for _ in range(self._below(3)))
        )
        forms = [*names]
        if names and not self._below(5):
            forms[-1] = self._one_of((f"{names[-1]} = {self._value(1)}", f"...{names[-1]}", f"{{value: {names[-1]}}}"))
        return ", ".join(forms), {*names}

    def _on_the_spot(self, depth: int) -> list[str]:
        names = [self._one_of(("w", "w", "r", "rtp", "a", "b", "d", "undefined")) for _ in range(self._below(4))]
        names = list(dict.fromkeys(names))
        bound = {"w": "window", "r": "rtp", "rtp": "window.rtp", "a": "@v", "b": "@v", "d": "@d", "undefined": ""}
        given = [bound[name] if self._below(5) else self._one_of(_BOUND) for name in names]
        arguments = ", ".join(filter(None, (self._filled(one) for one in given)))
        heads = (("(function (%) {", "})(%);"), ("!function (%) {", "}(%);"), ("((%) => {", "})(%);"))
        more = (("(function (%) {", "}).call(this, %);"), ("(function (%) {", "}).apply(window, [%]);"))
        async_ = (("(async function (%) { await 1;", "})(%);"), ("new function (%) {", "}(%);"))
        head, end = self._one_of((*heads, *heads, *more, *async_))
        parameters = ", ".join(
            f"...{name}" if at == len(names) - 1 and not self._below(9) else name for at, name in enumerate(names)
        )
        return [
            head.replace("%", parameters),
            *self._body(depth, _Scope(is_function=True, vars={*names})),
            end.replace("%", arguments),
        ]

    def _listener(self, depth: int) -> list[str]:
        begin, end = map(self._filled, self._one_of(_LISTENERS))
        given = self._one_of(("", "", "a", "d"))
        return [begin + self._head(given), *self._body(depth, _Scope(is_function=True, vars={given})), f"}}{end};"]

    _OUTER = (_block, _function, _on_the_spot, _listener)
    """Statements that contain others."""
    _CHANCES: Sequence[Callable[[MadePrograms, int], list[str]]] = (
        *(_sent, _sent, _sent, _sent, _sent, _sent, _declared, _declared, _declared, _declared, _declared),
        *(_set, _set, _changed, _called, _called, _called, _else, _held, _left),
        *(_block, _block, _block, _function, _function, _function, _on_the_spot, _on_the_spot, _listener, _listener),
    )
