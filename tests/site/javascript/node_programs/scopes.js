// --- var in a block
if (true) { var v = 'A' }
rtp('send', 'event', {value: v});
// --- var in a block that isn't run
if (!document) { var v = 'A' }
rtp('send', 'event', {value: v});
// --- let in a block hides
let v = 'A';
{ let v = 'B'; rtp('send', 'event', {value: v}) }
rtp('send', 'event', {value: v});
// --- a temporal dead zone
const v = 'A';
try { { rtp('send', 'event', {value: v}); const w = v; let v2 = w } } catch (e) {}
try { { rtp('send', 'event', {value: u}); let u = 'B' } } catch (e) {}
// --- a dead zone hides the outer
var v = 'A';
try { (() => { rtp('send', 'event', {value: v}); let v = 'B' })() } catch (e) {}
rtp('send', 'event', {value: v});
// --- hoisting hides the outer
var v = 'A';
(function () { rtp('send', 'event', {value: v}); var v = 'B' })();
// --- hoisting in a block hides the outer
var v = 'A';
(function () { if (false) { var v = 'B' } rtp('send', 'event', {value: v}) })();
// --- a function hides the outer
var v = 'A';
(function () { rtp('send', 'event', {value: v}); function v() {} })();
// --- a function in a block hides the outer
var v = 'A';
(function () { { function v() {} } rtp('send', 'event', {value: v}) })();
// --- a parameter hides the outer
var v = 'A';
(function (v) { rtp('send', 'event', {value: v}) })('B');
(function (v) { rtp('send', 'event', {value: v}) })();
// --- a parameter and a var of the same name
(function (v) { var v; rtp('send', 'event', {value: v}) })('A');
(function (v) { var v = 'B'; rtp('send', 'event', {value: v}) })('A');
// --- two parameters of the same name
(function (v, v) { rtp('send', 'event', {value: v}) })('A', 'B');
// --- a parameter and a function of the same name
(function (v) { function v() {} rtp('send', 'event', {value: v}) })('A');
// --- a parameter set by arguments
(function (v) { arguments[0] = 'B'; rtp('send', 'event', {value: v}) })('A');
// --- arguments set by a parameter
(function (v) { v = 'B'; rtp('send', 'event', {value: arguments[0]}) })('A');
// --- arguments in an arrow function
(function (v) { (() => { arguments[0] = 'B' })(); rtp('send', 'event', {value: v}) })('A');
// --- arguments are handed on
function set(list) { list[0] = 'B' }
(function (v) { set(arguments); rtp('send', 'event', {value: v}) })('A');
// --- arguments are spread
(function () { rtp('send', 'event', {value: [...arguments]}) })('A', 'B');
// --- arguments as the arguments
(function () { rtp.apply(null, arguments) })('send', 'event', {value: 'A'});
// --- a default that reads an outer name
var v = 'A';
(function (w = v) { var v = 'B'; rtp('send', 'event', {value: w}) })();
// --- a default that a function sees
var v = 'A';
(function (f = () => v) { var v = 'B'; rtp('send', 'event', {value: f()}) })();
// --- a default that isn't used
(function (v = 'A') { rtp('send', 'event', {value: v}) })('B');
// --- a default for undefined
(function (v = 'A') { rtp('send', 'event', {value: v}) })(undefined);
(function (v = 'A') { rtp('send', 'event', {value: v}) })(null);
// --- a default of destructuring
(function ({v = 'A', w: [x = 'B'] = []} = {}) { rtp('send', 'event', {value: [v, x]}) })();
// --- destructuring
const {a, b: {c}, ...rest} = {a: 'A', b: {c: 'B'}, d: 'C'};
rtp('send', 'event', {value: a});
rtp('send', 'event', {value: c});
rtp('send', 'event', {value: rest.d});
// --- destructuring of lists
var [a, , b = 'C', ...rest] = ['A', 'B'];
rtp('send', 'event', {value: a});
rtp('send', 'event', {value: b});
rtp('send', 'event', {value: rest});
// --- swapping
let a = 'A', b = 'B';
[a, b] = [b, a];
rtp('send', 'event', {value: a});
// --- a name of a function expression
(function v() { v = 'A'; rtp('send', 'event', {value: v}) })();
// --- a name of a function expression and a var
(function v() { var v = 'A'; rtp('send', 'event', {value: v}) })();
// --- a name of a class
(function () { class v {} rtp('send', 'event', {value: v.name}) })();
// --- a global by the window
window.v = 'A';
rtp('send', 'event', {value: v});
// --- a global that the window sets again
var v = 'A';
window.v = 'B';
rtp('send', 'event', {value: v});
// --- a const that the window can't set
const v = 'A';
window.v = 'B';
rtp('send', 'event', {value: v});
// --- a global that this sets again
var v = 'A';
this.v = 'B';
rtp('send', 'event', {value: v});
// --- a global that a function sets by this
var v = 'A';
(function () { this.v = 'B' })();
rtp('send', 'event', {value: v});
// --- a global that Object.assign sets
var v = 'A';
Object.assign(window, {v: 'B'});
rtp('send', 'event', {value: v});
// --- a global that defineProperty sets
var v = 'A';
Object.defineProperty(window, 'v', {value: 'B'});
rtp('send', 'event', {value: v});
// --- a global that Reflect sets
var v = 'A';
Reflect.set(globalThis, 'v', 'B');
rtp('send', 'event', {value: v});
// --- a global that is set by a computed name
var v = 'A';
for (const name of ['v']) window[name] = 'B';
rtp('send', 'event', {value: v});
// --- a global that an alias of the window sets
var v = 'A', w = window;
w.v = 'B';
rtp('send', 'event', {value: v});
// --- a global that destructuring sets
var v = 'A';
[window.v] = ['B'];
rtp('send', 'event', {value: v});
// --- a global that a loop sets
var v = 'A';
for (window.v of ['B', 'C']);
rtp('send', 'event', {value: v});
// --- a global that jQuery sets
var v = 'A';
$.extend(window, {v: 'B'});
rtp('send', 'event', {value: v});
// --- a global that a function with a parameter sets
var v = 'A';
function set(w) { w.v = 'B' }
set(window);
rtp('send', 'event', {value: v});
// --- a global that JSON has
var d = {value: 'A'};
JSON.parse('{"a": 1}', function () { window.d.value = 'B'; return 1 });
rtp('send', 'event', d);
// --- an implicit global
(function () { v = 'A' })();
rtp('send', 'event', {value: v});
// --- an implicit global that is set later
function set() { v = 'A' }
set();
rtp('send', 'event', {value: v});
v = 'B';
rtp('send', 'event', {value: v});
// --- an implicit global of a function that is never called
function set() { v = 'B' }
v = 'A';
rtp('send', 'event', {value: v});
// --- var twice
var v = 'A';
var v;
rtp('send', 'event', {value: v});
var v = 'B';
rtp('send', 'event', {value: v});
// --- var twice with a call between
var d = {value: 'A'};
rtp('send', 'event', d);
var d = {value: 'B'};
rtp('send', 'event', d);
// --- a closure over a var
var v = 'A';
var f = function () { rtp('send', 'event', {value: v}) };
f();
// --- a closure over a var that is set later
var f = function () { rtp('send', 'event', {value: v}) };
f();
var v = 'A';
f();
// --- a closure over a var that is set again
var v = 'A';
var f = function () { rtp('send', 'event', {value: v}) };
f();
v = 'B';
f();
// --- closures of a loop with var
var all = [];
for (var i = 0; i < 2; i++) { var v = 'A' + i; all.push(function () { rtp('send', 'event', {value: v}) }) }
all.forEach(f => f());
// --- closures of a loop with let
const all = [];
for (let i = 0; i < 2; i++) { const v = 'A' + i; all.push(() => rtp('send', 'event', {value: v})) }
all.forEach(f => f());
// --- a closure of a constant in a loop
const all = [];
for (let i = 0; i < 2; i++) { const v = 'A'; all.push(() => rtp('send', 'event', {value: v})) }
all.forEach(f => f());
// --- a var in a loop that is read before it is set
for (var i = 0; i < 2; i++) { rtp('send', 'event', {value: 'x' + v}); var v = 'A' }
// --- a let in a loop that is set at the end
let v = 'A';
for (let i = 0; i < 2; i++) { rtp('send', 'event', {value: v}); v = 'B' }
// --- a function that sets and sends
let v = 'A';
function next() { rtp('send', 'event', {value: v}); v += 'B' }
next();
next();
// --- a function declared in a block
if (true) { function f() { rtp('send', 'event', {value: 'A'}) } }
f();
// --- a function declared twice
function f() { rtp('send', 'event', {value: 'no'}) }
f();
function f() { rtp('send', 'event', {value: 'A'}) }
// --- a function that calls itself
(function f(v) { rtp('send', 'event', {value: v}); if (v === 'A') f('B') })('A');
// --- a function that calls itself by arguments
(function (v) { rtp('send', 'event', {value: v}); if (v === 'A') arguments.callee('B') })('A');
// --- a function that is called on the spot and kept
var f = function (v) { rtp('send', 'event', {value: v}) };
(f)('A');
f('B');
// --- a function that is kept and called on the spot
var f;
(f = function (v) { rtp('send', 'event', {value: v}) })('A');
f('B');
// --- a function on the spot with fewer arguments
(function (a, b) { rtp('send', 'event', {value: 'x' + b}) })('A');
// --- a function on the spot with spread arguments
(function (a, b) { rtp('send', 'event', {value: b}) })(...['A', 'B']);
(function (a, b) { rtp('send', 'event', {value: b}) })(...['A', 'B'], 'C');
// --- a function on the spot by call and apply
(function (v) { rtp('send', 'event', {value: v}) }).call(this, 'A');
(function (v) { rtp('send', 'event', {value: v}) }).apply(this, ['B']);
(function (v) { rtp('send', 'event', {value: v}) }.bind(null, 'C'))('no');
// --- a function on the spot by new
new function (v) { rtp('send', 'event', {value: v}) }('A');
new (class { constructor(v) { rtp('send', 'event', {value: v}) } })('B');
// --- a parameter that is set
(function (v) { v = v || 'A'; rtp('send', 'event', {value: v}) })();
(function (v) { v += 'B'; rtp('send', 'event', {value: v}) })('A');
// --- a parameter that is set in a condition
function track(v) { if (!v) v = 'A'; rtp('send', 'event', {value: v}) }
track();
track('B');
// --- a parameter of a parameter
(function (a) { (function (b) { rtp('send', 'event', {value: b}) })(a) })('A');
// --- labels, and a label of a name
v: for (var v of ['A']) { rtp('send', 'event', {value: v}); break v }
// --- a switch has one scope
switch (1) { case 0: let v = 'A'; case 1: try { rtp('send', 'event', {value: v}) } catch (e) {} }
switch (0) { case 0: let v = 'B'; case 1: rtp('send', 'event', {value: v}) }
// --- a switch may skip
switch (document) { case 1: var v = 'A'; default: rtp('send', 'event', {value: 'x' + v}) }
// --- a switch sets
var v;
switch (2) { case 1: v = 'A'; break; case 2: v = 'B'; break; default: v = 'C' }
rtp('send', 'event', {value: v});
// --- the name of an error
try { throw 'A' } catch (v) { rtp('send', 'event', {value: v}) }
// --- the name of an error and a var
var v = 'A';
try { throw 'B' } catch (v) { var v = 'C' }
rtp('send', 'event', {value: v});
// --- a name that has an escape
var v = 'A';
\u0076 = 'B';
rtp('send', 'event', {value: v});
// --- a name beyond ASCII
const größe = 'A', ñ = 'B', 変数 = 'C';
rtp('send', 'event', {value: [größe, ñ, 変数]});
// --- names with dollars
var $v = 'A', _ = 'B', $ = 'C', v$1 = 'D';
rtp('send', 'event', {value: $v + _ + $ + v$1});
// --- strict mode has no implicit globals
(function () {
  'use strict';
  var v = 'A';
  try { w = 'B' } catch (e) { v = 'C' }
  rtp('send', 'event', {value: v});
})();
// --- a static block
class Page { static v = 'A'; static { rtp('send', 'event', {value: this.v}); const v = 'B'; rtp('send', 'event', {value: v}) } }
// --- typeof of what isn't there
var v = typeof missing === 'undefined' ? 'A' : 'B';
rtp('send', 'event', {value: v});
// --- a let of a loop that a closure sees
const all = [];
for (let v = 'A'; v.length < 3; v += 'B') all.push(() => rtp('send', 'event', {value: v}));
all.forEach(f => f());
// --- a function expression before the value
setTimeout(function () { rtp('send', 'event', {value: v}) });
var v = 'A';
// --- a function expression that is called before the value
var f = function () { rtp('send', 'event', {value: 'x' + v}) };
f();
var v = 'A';
// --- a function expression in a loop with the value after it
for (var i = 0; i < 2; i++) { if (i) f(); var f = () => rtp('send', 'event', {value: v}); var v = 'A' + i }
f();
// --- a function expression behind the value that is called again
function make(first) {
  if (first) { var v = 'A'; return function () { rtp('send', 'event', {value: v}) } }
  return function () { rtp('send', 'event', {value: 'x' + v}) };
}
make(true)();
make(false)();
// --- a declared function that is hoisted out of a block
{ var v = 'A'; function f() { rtp('send', 'event', {value: v}) } }
f();
// --- a declared function in a function expression
(function () { track(); var v = 'A'; track(); function track() { rtp('send', 'event', {value: 'x' + v}) } })();
// --- a function expression in a declared function
track();
var v = 'A';
function track() { (function () { rtp('send', 'event', {value: 'x' + v}) })() }
// --- a function expression in a declared function that keeps it
var kept = track();
var v = 'A';
function track() { return function () { rtp('send', 'event', {value: v}) } }
kept();
// --- a method before its value
const page = {track() { rtp('send', 'event', {value: v}) }};
var v = 'A';
page.track();
// --- a class before its value
class Page { track() { rtp('send', 'event', {value: 'x' + v}) } }
new Page().track();
var v = 'A';
// --- a class after its value
var v = 'A';
class Page { track() { rtp('send', 'event', {value: v}) } field = rtp('send', 'event', {value: v}) }
new Page().track();
// --- a getter before its value
var page = {get a() { return rtp('send', 'event', {value: 'x' + v}) }};
page.a;
var v = 'A';
// --- the same name in two functions
function a() { var v = 'A'; rtp('send', 'event', {value: v}) }
function b() { var v = 'B'; rtp('send', 'event', {value: v}) }
a();
b();
// --- a value in the outer function and its call in a listener
(function () {
  var v = 'A';
  $('#a').on('click', function () { rtp('send', 'event', {value: v}) });
  $('#b').on('click', function () { setTimeout(() => rtp('send', 'event', {value: v})) });
})();
// --- a value in a listener and its call outside
$('#a').on('click', function () { v = 'B' });
var v = 'A';
$('#b').on('click', function () { rtp('send', 'event', {value: v}) });
// --- a statement before that sets, with a function between
var v = 'A';
v = 'B';
(function () { rtp('send', 'event', {value: v}) })();
v = 'C';
// --- a statement before that sets, with a listener between
var v = 'A';
v = 'B';
document.addEventListener('click', function () { rtp('send', 'event', {value: v}) });
v = 'C';
// --- a statement before that sets, in a branch
var v = 'A';
if (document.x) v = 'B';
else v = 'C';
rtp('send', 'event', {value: v});
// --- a statement before that sets two
var v, w;
v = w = 'A';
rtp('send', 'event', {value: v + w});
// --- a statement before that sets in a comma
var v;
document.x, v = 'A', document.y;
rtp('send', 'event', {value: v});
v = 'B', rtp('send', 'event', {value: v});
// --- a statement before that sets, and a callee that sets
var v;
v = 'A';
(v = 'B', window).rtp('send', 'event', {value: v});
// --- a statement before that adds
var v = 'A';
v += 'B';
rtp('send', 'event', {value: v});
// --- a statement before that sets what it reads
var v = 'A';
v = v + 'B';
rtp('send', 'event', {value: v});
v = v + 'C';
rtp('send', 'event', {value: v});
// --- a statement before that sets what another reads
var a = 'A', b = a;
a = 'B';
rtp('send', 'event', {value: b});
rtp('send', 'event', {value: a});
// --- a const of a var that is set again
var a = 'A';
const b = a;
a = 'B';
const c = a;
rtp('send', 'event', {value: b + c});
// --- a const of a name that isn't set yet
const b = 'x' + a;
var a = 'A';
rtp('send', 'event', {value: b});
// --- a const in a function of a name that is set later
function f() { const b = 'x' + a; rtp('send', 'event', {value: b}) }
f();
var a = 'A';
f();
// --- a let without a value
let v;
rtp('send', 'event', {value: 'x' + v});
// --- a let that a loop gives
for (let v of ['A', 'B']) { let w = v; rtp('send', 'event', {value: w}) }
// --- a const of a loop
for (const v of ['A', 'B']) rtp('send', 'event', {value: v});
// --- a const of a parameter
function f(a) { const v = a; rtp('send', 'event', {value: v}) }
f('A');
f('B');
// --- a const of this
const page = {name: 'A', track() { const {name} = this; rtp('send', 'event', {value: name}) }};
page.track();
// --- a function that has a parameter of its own name
function a(a) { a = a; rtp('send', 'event', {value: 'A'}) }
// --- a statement with that has a function rtp of its own
const d = {value: 'A'}
with ({rtp(a, b, d) { d.value = 'B' }}) { rtp('send', 'event', d) }
rtp('send', 'event', d)
