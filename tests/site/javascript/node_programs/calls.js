// --- call
rtp.call(null, 'send', 'event', {value: 'A'});
window.rtp.call(this, 'send', 'event', {value: 'B'});
// --- call without a this
rtp.call('send', 'event', {value: 'no'});
rtp.call(null, 'send', 'event', {value: 'A'});
// --- apply
rtp.apply(null, ['send', 'event', {value: 'A'}]);
rtp.apply(window, ['send'].concat(['event', {value: 'B'}]));
// --- apply with a list that is changed
var given = ['send', 'event', {value: 'A'}];
rtp.apply(null, given);
given[2].value = 'B';
rtp.apply(null, given);
// --- apply with something like a list
rtp.apply(null, {0: 'send', 1: 'event', 2: {value: 'A'}, length: 3});
// --- bind
var send = rtp.bind(null, 'send', 'event');
send({value: 'A'});
// --- bind with all
rtp.bind(null, 'send', 'event', {value: 'A'})();
// --- bind for a listener
document.addEventListener('click', rtp.bind(window, 'send', 'event', {value: 'A'}));
// --- Reflect
Reflect.apply(rtp, null, ['send', 'event', {value: 'A'}]);
Reflect.construct(rtp, ['send', 'event', {value: 'B'}]);
// --- the prototype's call
Function.prototype.call.call(rtp, null, 'send', 'event', {value: 'A'});
Function.prototype.apply.call(rtp, null, ['send', 'event', {value: 'B'}]);
// --- call by a computed name
rtp['call'](null, 'send', 'event', {value: 'A'});
rtp['app' + 'ly'](null, ['send', 'event', {value: 'B'}]);
// --- optional call
rtp?.call(null, 'send', 'event', {value: 'A'});
rtp.call?.(null, 'send', 'event', {value: 'B'});
// --- the queue
rtp.q.push(['send', 'event', {value: 'A'}]);
// --- the queue with several
rtp.q.push(['send', 'event', {value: 'A'}], ['send', 'event', {value: 'B'}]);
// --- the queue under another name
var q = window.rtp.q;
q.push(['send', 'event', {value: 'A'}]);
// --- the queue by a string
window['rtp']['q']['push'](['send', 'event', {value: 'A'}]);
// --- the queue that is made if it isn't there
(rtp.q = rtp.q || []).push(['send', 'event', {value: 'A'}]);
// --- the queue and a function on the spot
(function () { rtp.q.push(arguments) })('send', 'event', {value: 'A'});
// --- the queue by an index
rtp.q.push.apply(rtp.q, [['send', 'event', {value: 'A'}]]);
// --- a wrapper
function track(v) { rtp('send', 'event', {value: v}) }
track('A');
track('B');
// --- a wrapper that is called once
function track(v) { rtp('send', 'event', {value: v}) }
track('A');
// --- a wrapper on a name
var track = function (v) { rtp('send', 'event', {value: v}) };
track('A');
// --- a wrapper with a prefix
const track = v => rtp('send', 'event', {value: 'page - ' + v});
track('A');
// --- a wrapper with the kind
function send(kind, v) { rtp('send', kind, {value: v}) }
send('event', 'A');
// --- a wrapper with everything
function send() { rtp.apply(null, arguments) }
send('send', 'event', {value: 'A'});
// --- a wrapper with the rest
const send = (...given) => rtp(...given);
send('send', 'event', {value: 'A'});
// --- a wrapper with the rest after the first
const send = (...given) => rtp('send', ...given);
send('event', {value: 'A'});
// --- a wrapper with the data
function send(data) { rtp('send', 'event', data) }
send({value: 'A'});
// --- a wrapper of a wrapper
function send(v) { rtp('send', 'event', {value: v}) }
function track(name) { send('x - ' + name) }
track('A');
// --- a wrapper that changes what it gets
function send(data) { data.value += '!'; rtp('send', 'event', data) }
send({value: 'A'});
// --- a wrapper that may stop
function track(v) { if (!window.rtp) return; rtp('send', 'event', {value: v}) }
track('A');
// --- a wrapper in a namespace
var App = App || {};
App.track = function (v) { rtp('send', 'event', {value: v}) };
App.track('A');
// --- a wrapper that is curried
const track = kind => v => rtp('send', kind, {value: v});
track('event')('A');
// --- a wrapper that runs once
function once(f) { var done; return function () { if (!done) { done = 1; return f.apply(this, arguments) } } }
var track = once(function (v) { rtp('send', 'event', {value: v}) });
track('A');
track('B');
// --- a wrapper with a table
const EVENTS = {a: 'A', b: 'B'};
function track(id) { rtp('send', 'event', {value: EVENTS[id]}) }
track('a');
track('b');
// --- a chain of promises
Promise.resolve('A').then(v => rtp('send', 'event', {value: v})).finally(() => rtp('send', 'event', {value: 'B'}));
// --- a promise that is made
new Promise(done => done(rtp('send', 'event', {value: 'A'})));
// --- async and await
async function track() { await null; rtp('send', 'event', {value: 'A'}) }
track();
// --- an async arrow function on the spot
(async v => { await v; rtp('send', 'event', {value: v}) })('A');
// --- await of a call
(async () => { await rtp('send', 'event', {value: 'A'}) })();
// --- a loop that waits
(async () => { for await (const v of ['A', 'B']) rtp('send', 'event', {value: v}) })();
// --- a generator
function* track() { rtp('send', 'event', {value: 'A'}); yield; rtp('send', 'event', {value: 'B'}) }
const g = track();
g.next();
g.next();
// --- a generator that is never started
function* track() { rtp('send', 'event', {value: 'no'}) }
var g = track();
rtp('send', 'event', {value: 'A'});
// --- a generator that gets values
function* track() { while (true) rtp('send', 'event', {value: yield}) }
const g = track();
g.next();
g.next('A');
g.next('B');
// --- an iterator
const all = {*[Symbol.iterator]() { yield 'A'; yield 'B' }};
for (const v of all) rtp('send', 'event', {value: v});
// --- a getter and a setter
var page = {get a() { rtp('send', 'event', {value: 'A'}); return 1 }, set b(v) { rtp('send', 'event', {value: v}) }};
page.a;
page.b = 'B';
// --- a getter of a class
class Page { get a() { return rtp('send', 'event', {value: 'A'}) } static get b() { return rtp('send', 'event', {value: 'B'}) } }
new Page().a;
Page.b;
// --- a getter that is defined
Object.defineProperty(window, 'seen', {get() { rtp('send', 'event', {value: 'A'}); return true }});
window.seen;
// --- a proxy
var page = new Proxy({}, {get(_, name) { rtp('send', 'event', {value: name}) }});
page.A;
// --- a method of a class
class Page { track() { rtp('send', 'event', {value: 'A'}) } static track() { rtp('send', 'event', {value: 'B'}) } }
new Page().track();
Page.track();
// --- a field that is a function
class Page { track = () => { rtp('send', 'event', {value: 'A'}) } }
new Page().track();
// --- a field that is private
class Page { #sent = rtp('send', 'event', {value: 'A'}); static #other = rtp('send', 'event', {value: 'B'}) }
new Page();
// --- a computed name of a method
class Page { [(rtp('send', 'event', {value: 'A'}), 'x')]() {} }
var o = {[rtp('send', 'event', {value: 'B'})]: 1};
// --- what a class extends
class Page extends (rtp('send', 'event', {value: 'A'}), Object) {}
// --- a custom element
class SignUp extends HTMLElement { connectedCallback() { rtp('send', 'event', {value: 'A'}) } }
customElements.define('sign-up', SignUp);
new SignUp().connectedCallback();
// --- a prototype
function Page() {}
Page.prototype.track = function () { rtp('send', 'event', {value: 'A'}) };
Page.prototype = Object.assign(Page.prototype, {other() { rtp('send', 'event', {value: 'B'}) }});
new Page().track();
new Page().other();
// --- a default of destructuring that sends
const {a = rtp('send', 'event', {value: 'A'})} = {};
var [b = rtp('send', 'event', {value: 'B'})] = [];
// --- a default parameter of an arrow function
((a = rtp('send', 'event', {value: 'A'})) => a)();
(function ({a = rtp('send', 'event', {value: 'B'})}) {})({});
// --- a default parameter that is given
((a = rtp('send', 'event', {value: 'no'})) => a)(1);
rtp('send', 'event', {value: 'A'});
// --- text that is run by a timer
setTimeout("rtp('send', 'event', {value: 'A'})", 10);
// --- an attribute that is written
document.body.innerHTML = '<button onclick="rtp(\'send\', \'event\', {value: \'A\'})">x</button>';
rtp('send', 'event', {value: 'B'});
// --- the values of a list
['A', 'B'].forEach(v => rtp('send', 'event', {value: v}));
['C'].map(function (v) { return rtp('send', 'event', {value: v}) });
// --- the values of an object
Object.entries({a: 'A'}).forEach(([key, v]) => rtp('send', 'event', {value: v}));
// --- data of a list
[{value: 'A'}, {value: 'B'}].forEach(d => rtp('send', 'event', d));
// --- data of a list by its number
var all = [{value: 'A'}, {value: 'B'}];
for (var i = 0; i < all.length; i++) rtp('send', 'event', all[i]);
// --- data of a table
var all = {a: {value: 'A'}};
rtp('send', 'event', all.a);
all.a.value = 'B';
rtp('send', 'event', all['a']);
// --- a call as an argument
console.log(rtp('send', 'event', {value: 'A'}));
bus.emit(rtp('send', 'event', {value: 'B'}));
// --- a call in an index
var list = [];
list[rtp('send', 'event', {value: 'A'})] = rtp('send', 'event', {value: 'B'});
// --- a call in a template
var s = `${rtp('send', 'event', {value: 'A'})}`;
// --- a call in operators
!rtp('send', 'event', {value: 'A'});
void rtp('send', 'event', {value: 'B'});
typeof rtp('send', 'event', {value: 'C'});
delete rtp('send', 'event', {value: 'D'});
1 + rtp('send', 'event', {value: 'E'}), rtp('send', 'event', {value: 'F'}) in {};
// --- a call that is returned and thrown
function f() { return rtp('send', 'event', {value: 'A'}) }
function g() { throw rtp('send', 'event', {value: 'B'}) }
f();
try { g() } catch (e) {}
