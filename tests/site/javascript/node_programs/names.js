// --- the function by its own name
rtp('send', 'event', {value: 'A'});
// --- double quotes and no spaces
rtp("send","event",{value:"A"});
// --- backquotes
rtp(`send`, `event`, {value: `A`});
// --- the window and what is around it
window.rtp('send', 'event', {value: 'A'});
self.rtp('send', 'event', {value: 'B'});
globalThis.rtp('send', 'event', {value: 'C'});
top.rtp('send', 'event', {value: 'D'});
parent.rtp('send', 'event', {value: 'E'});
frames.rtp('send', 'event', {value: 'F'});
window.parent.window.rtp('send', 'event', {value: 'G'});
// --- this is the window
this.rtp('send', 'event', {value: 'A'});
(function () { this.rtp('send', 'event', {value: 'B'}) })();
(() => this.rtp('send', 'event', {value: 'C'}))();
// --- this is no window
var o = {rtp: function () {}, f() { this.rtp('send', 'event', {value: 'no'}) }};
o.f();
rtp('send', 'event', {value: 'A'});
// --- this of a function that is called in two ways
function f() { (this || window).rtp && this.rtp('send', 'event', {value: 'A'}) }
f.call({rtp() {}});
f.call(window);
// --- a method that is torn off
var o = {f() { this.rtp('send', 'event', {value: 'A'}) }};
var f = o.f;
f();
// --- this in a callback
[1].forEach(function () { this.rtp('send', 'event', {value: 'A'}) });
// --- this of a class
class Tracker {
  rtp(...given) { window.rtp(...given) }
  track() { this.rtp('send', 'event', {value: 'A'}) }
}
new Tracker().track();
// --- this of a class that extends
class Base { send(v) { rtp('send', 'event', {value: v}) } }
class Page extends Base { track() { super.send('A') } }
new Page().track();
// --- a property by a string
window['rtp']('send', 'event', {value: 'A'});
window["rtp"]("send", "event", {value: "B"});
window[`rtp`]('send', 'event', {value: 'C'});
// --- a property by a constant
const NAME = 'rtp';
window[NAME]('send', 'event', {value: 'A'});
// --- a property by a parameter
(function (w, name) { w[name]('send', 'event', {value: 'A'}) })(window, 'rtp');
// --- brackets around the function
(rtp)('send', 'event', {value: 'A'});
((window.rtp))('send', 'event', {value: 'B'});
// --- commas before the function
(0, rtp)('send', 'event', {value: 'A'});
(0, window.rtp)('send', 'event', {value: 'B'});
(0, 1, window['rtp'])('send', 'event', {value: 'C'});
// --- optional calls
rtp?.('send', 'event', {value: 'A'});
window.rtp?.('send', 'event', {value: 'B'});
window?.rtp?.('send', 'event', {value: 'C'});
window?.['rtp']?.('send', 'event', {value: 'D'});
// --- a choice of functions
(window.rtp || function () {})('send', 'event', {value: 'A'});
(window.rtp ?? (() => {}))('send', 'event', {value: 'B'});
(window.rtp ? window.rtp : Function.prototype)('send', 'event', {value: 'C'});
(window && window.rtp)('send', 'event', {value: 'D'});
// --- a choice that takes another function
(document.x ? function () {} : rtp)('send', 'event', {value: 'no'});
rtp('send', 'event', {value: 'A'});
// --- an alias by var
var r = rtp;
r('send', 'event', {value: 'A'});
// --- an alias by let that is set later
let r;
r = window.rtp;
r('send', 'event', {value: 'A'});
// --- an alias with a fallback
var send = window.rtp || function () {};
send('send', 'event', {value: 'A'});
// --- an alias of an alias
const a = rtp, b = a;
b('send', 'event', {value: 'A'});
// --- an alias that is hoisted
try { r('send', 'event', {value: 'no'}) } catch (e) {}
var r = rtp;
r('send', 'event', {value: 'A'});
// --- an alias that is set twice
var r = function () {};
r('send', 'event', {value: 'no'});
r = rtp;
r('send', 'event', {value: 'A'});
// --- an alias that a function sets
var r;
function init() { r = window.rtp }
init();
r('send', 'event', {value: 'A'});
// --- an alias in a condition
var r = function () {};
if (window.rtp) r = rtp;
r('send', 'event', {value: 'A'});
// --- an alias by destructuring
const {rtp: r} = window;
r('send', 'event', {value: 'A'});
// --- an alias by destructuring with a default
const {rtp: r = function () {}} = window;
r('send', 'event', {value: 'A'});
// --- the same name by destructuring in a function
(function () {
  const {rtp} = window;
  rtp('send', 'event', {value: 'A'});
})();
// --- destructuring in a parameter
(function ({rtp}) { rtp('send', 'event', {value: 'A'}) })(window);
// --- destructuring in a parameter with another name
(({rtp: r}) => r('send', 'event', {value: 'A'}))(window);
// --- destructuring by assignment
var r;
({rtp: r} = window);
r('send', 'event', {value: 'A'});
// --- destructuring of a list
var [r] = [rtp];
r('send', 'event', {value: 'A'});
// --- destructuring of a rest
const {rtp: r, ...others} = window;
r('send', 'event', {value: 'A'});
// --- destructuring by a computed name
const {['rtp']: r} = window;
r('send', 'event', {value: 'A'});
// --- a name in a loop
for (const r of [rtp]) r('send', 'event', {value: 'A'});
// --- a name in a loop over names
for (const name of ['rtp']) window[name]('send', 'event', {value: 'A'});
// --- an alias of the window
var w = window;
w.rtp('send', 'event', {value: 'A'});
// --- an alias of the window that is set again
var w = window;
w = {rtp() {}};
w.rtp('send', 'event', {value: 'no'});
rtp('send', 'event', {value: 'A'});
// --- an alias of the window by a choice
var w = typeof window !== 'undefined' ? window : this;
w.rtp('send', 'event', {value: 'A'});
// --- an alias of the window by a function
var root = (function () { return this })();
root.rtp('send', 'event', {value: 'A'});
// --- an alias of the window by a getter
var page = {get w() { return window }};
page.w.rtp('send', 'event', {value: 'A'});
// --- a property that is the window
var app = {win: window};
app.win.rtp('send', 'event', {value: 'A'});
// --- a property that is the function
var app = {send: rtp};
app.send('send', 'event', {value: 'A'});
// --- a shorthand property that is the function
var app = {rtp};
app.rtp('send', 'event', {value: 'A'});
// --- an element of a list that is the function
var all = [rtp];
all[0]('send', 'event', {value: 'A'});
// --- a global that is set to the function
window.send = rtp;
send('send', 'event', {value: 'A'});
// --- a map that has the function
var tools = new Map([['send', rtp]]);
tools.get('send')('send', 'event', {value: 'A'});
// --- the function is handed on
function f(r) { r('send', 'event', {value: 'A'}) }
f(rtp);
// --- the function is handed on to a constructor
function Tracker(r) { this.r = r }
Tracker.prototype.track = function () { this.r('send', 'event', {value: 'A'}) };
new Tracker(rtp).track();
// --- the function is given back
function get() { return rtp }
get()('send', 'event', {value: 'A'});
// --- the function is given back by an arrow function
const get = () => window.rtp;
get()('send', 'event', {value: 'A'});
// --- the function is a default
function f(r = rtp) { r('send', 'event', {value: 'A'}) }
f();
// --- the function is thrown
try { throw rtp } catch (r) { r('send', 'event', {value: 'A'}) }
// --- the function is awaited
(async () => { const r = await rtp; r('send', 'event', {value: 'A'}) })();
// --- the function is yielded
function* all() { yield rtp }
for (const r of all()) r('send', 'event', {value: 'A'});
// --- the function is assigned with a check
var r;
r ??= rtp;
r('send', 'event', {value: 'A'});
// --- the function is a value of a symbol
var key = Symbol('rtp'), o = {[key]: rtp};
o[key]('send', 'event', {value: 'A'});
// --- the function is called on a timer
setTimeout(rtp, 0, 'send', 'event', {value: 'A'});
// --- the function is called by a list
[['send', 'event', {value: 'A'}]].forEach(given => rtp(...given));
// --- the function is called by reduce
['A', 'B'].reduce((r, v) => (r('send', 'event', {value: v}), r), rtp);
// --- another function of the same name
(function (rtp) { rtp('send', 'event', {value: 'no'}) })(function () {});
rtp('send', 'event', {value: 'A'});
// --- another function of the same name is declared in a function
function f() { function rtp() {} rtp('send', 'event', {value: 'no'}) }
f();
rtp('send', 'event', {value: 'A'});
// --- another function of the same name in a block
{ const rtp = () => {}; rtp('send', 'event', {value: 'no'}) }
rtp('send', 'event', {value: 'A'});
// --- an error of the same name
try { throw function () {} } catch (rtp) { rtp('send', 'event', {value: 'no'}) }
rtp('send', 'event', {value: 'A'});
// --- a class of the same name
(function () { class rtp {} new rtp('send', 'event', {value: 'no'}) })();
rtp('send', 'event', {value: 'A'});
// --- a function expression of the same name
(function rtp(n) { if (n) rtp(n - 1, 'event', {value: 'no'}) })(1);
rtp('send', 'event', {value: 'A'});
// --- a method of the same name
var api = {rtp() {}};
api.rtp('send', 'event', {value: 'no'});
rtp('send', 'event', {value: 'A'});
// --- a wrapper of the same name in a function
(function () {
  function rtp() { window.rtp.apply(window, arguments) }
  rtp('send', 'event', {value: 'A'});
})();
// --- a wrapper of the same name as a const
(() => {
  const rtp = (...given) => window.rtp(...given);
  rtp('send', 'event', {value: 'A'});
})();
// --- a with statement
with (window) { rtp('send', 'event', {value: 'A'}) }
// --- a with statement that hides the function
with ({rtp: function () {}}) { rtp('send', 'event', {value: 'no'}) }
rtp('send', 'event', {value: 'A'});
// --- a with statement that hides the value
var v = 'no';
with ({v: 'A'}) { rtp('send', 'event', {value: v}) }
// --- a proxy of the window
var w = new Proxy(window, {});
w.rtp('send', 'event', {value: 'A'});
// --- an object made of the window
var w = Object.create(window);
w.rtp('send', 'event', {value: 'A'});
// --- a copy of the window
var w = {...window, rtp: window.rtp};
w.rtp('send', 'event', {value: 'A'});
// --- new with the function
new rtp('send', 'event', {value: 'A'});
new window.rtp('send', 'event', {value: 'B'});
// --- a chain of what the call gives
var shown = rtp('send', 'event', {value: 'A'}) || 'nothing';
// --- a call in the data of a call
rtp('send', 'event', {value: 'A', more: rtp('send', 'event', {value: 'B'})});
// --- a call in the value of a call
rtp('send', 'event', {value: rtp('send', 'event', {value: 'A'}) || 'B'});
