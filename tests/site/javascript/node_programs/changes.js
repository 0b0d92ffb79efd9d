// --- a second name changes the object
var d = {value: 'A'}, e = d;
e.value = 'B';
rtp('send', 'event', d);
// --- a second name changes the object after the call
var d = {value: 'A'};
rtp('send', 'event', d);
var e = d;
e.value = 'B';
// --- a second name that isn't used
var d = {value: 'A'}, e = d;
rtp('send', 'event', e);
// --- the object in another object is changed
var d = {value: 'A'}, all = {first: d};
all.first.value = 'B';
rtp('send', 'event', d);
// --- the object in a list is changed
var d = {value: 'A'}, all = [d];
all[0].value = 'B';
rtp('send', 'event', d);
// --- the objects of a list are changed in a loop
var d = {value: 'A'};
for (const one of [d]) one.value = 'B';
rtp('send', 'event', d);
// --- the objects of a list are changed by forEach
var d = {value: 'A'};
[d].forEach(function (one) { one.value += 'B' });
rtp('send', 'event', d);
// --- a function changes the object that it gets
function change(o) { o.value = 'B' }
var d = {value: 'A'};
change(d);
rtp('send', 'event', d);
// --- a function changes the object after the call
function change(o) { o.value = 'B' }
var d = {value: 'A'};
rtp('send', 'event', d);
change(d);
// --- a function changes the object that it sees
var d = {value: 'A'};
function change() { d.value = 'B' }
change();
rtp('send', 'event', d);
// --- a function on the spot changes the object
var d = {value: 'A'};
(function (o) { o.value = 'B' })(d);
rtp('send', 'event', d);
// --- a function gives the object back
var d = {value: 'A'};
function get() { return d }
get().value = 'B';
rtp('send', 'event', d);
// --- an arrow function gives the object back
const d = {value: 'A'};
const get = () => d;
get().value = 'B';
rtp('send', 'event', d);
// --- a method changes its object
var d = {value: 'A', change() { this.value = 'B' }};
d.change();
rtp('send', 'event', d);
// --- a setter changes its object
var d = {value: 'A', set other(v) { this.value = v }};
d.other = 'B';
rtp('send', 'event', d);
// --- a getter changes its object
var d = {value: 'A', get other() { return this.value = 'B' }};
d.other;
rtp('send', 'event', d);
// --- a conversion changes its object
var d = {value: 'A', toString() { this.value = 'B'; return '' }};
'' + d;
rtp('send', 'event', d);
// --- a comparison changes its object
var d = {value: 'A', valueOf() { this.value = 'B'; return 1 }};
if (d > 0) rtp('send', 'event', d);
// --- JSON changes its object
var d = {value: 'A', toJSON() { this.value = 'B' }};
JSON.stringify(d);
rtp('send', 'event', d);
// --- a method of the page's own
var d = {value: 'A'};
Object.prototype.change = function () { this.value = 'B' };
d.change();
rtp('send', 'event', d);
// --- the prototype has the value
Object.prototype.value = 'A';
rtp('send', 'event', {});
var d = {};
rtp('send', 'event', d);
// --- a property by a string
var d = {value: 'A'};
d['value'] = 'B';
rtp('send', 'event', d);
// --- a property by a name
var d = {value: 'A'}, key = 'value';
d[key] = 'B';
rtp('send', 'event', d);
// --- a property by an escape
var d = {value: 'A'};
d.v\u0061lue = 'B';
rtp('send', 'event', d);
// --- a property is removed
var d = {value: 'A'};
delete d.value;
rtp('send', 'event', d);
// --- a property is counted up
var d = {value: '1'};
d.value++;
rtp('send', 'event', d);
// --- a property is added to
var d = {value: 'A'};
d.value += 'B';
rtp('send', 'event', d);
// --- a property is set if it isn't there
var d = {};
d.value ||= 'A';
d.value ??= 'B';
rtp('send', 'event', d);
// --- a property is set by destructuring
var d = {value: 'A'};
({x: d.value} = {x: 'B'});
rtp('send', 'event', d);
// --- a property is set by destructuring of a list
var d = {value: 'A'};
[d.value] = ['B'];
rtp('send', 'event', d);
// --- a property is set by a loop
var d = {value: 'A'};
for (d.value of ['B', 'C']);
rtp('send', 'event', d);
// --- a property is set by a loop over names
var d = {value: 'A'};
for (d.value in {B: 1});
rtp('send', 'event', d);
// --- a property is set in an argument
var d = {value: 'A'};
rtp('send', (d.value = 'B', 'event'), d);
// --- a property is set in the callee
var d = {value: 'A'};
(d.value = 'B', rtp)('send', 'event', d);
// --- a variable is set in an argument
var v = 'A';
rtp('send', 'event', {value: v}, v = 'B');
rtp('send', (v = 'C', 'event'), {value: v});
// --- a variable is set in the same object
var v = 'A';
rtp('send', 'event', {x: v = 'B', value: v});
// --- a variable is set in the same sum
var v = 'A';
rtp('send', 'event', {value: v + (v = 'B') + v});
// --- a variable is set in a condition before
var v = 'A';
if (v = 'B') rtp('send', 'event', {value: v});
// --- a variable is set in a condition behind and
var v = 'A';
(v = 'B') && rtp('send', 'event', {value: v});
// --- a variable is set by a default
var v = 'A';
(function (x = v = 'B') {})();
rtp('send', 'event', {value: v});
// --- a variable is set by a key
var v = 'A', o = {[v = 'B']: 1};
rtp('send', 'event', {value: v});
// --- a variable is set by a class
var v = 'A';
class Page { static [v = 'B'] = 1 }
rtp('send', 'event', {value: v});
// --- a variable is set by a template
var v = 'A', t = `${v = 'B'}`;
rtp('send', 'event', {value: v});
// --- a variable is set by a loop
var v = 'A';
for (v in {B: 1});
rtp('send', 'event', {value: v});
// --- a variable is set by a callback
var v = 'A';
[1].forEach(function () { v = 'B' });
rtp('send', 'event', {value: v});
// --- a variable is set by a replacement
var v = 'A';
'x'.replace(/x/, () => v = 'B');
rtp('send', 'event', {value: v});
// --- a variable is set by a getter
var v = 'A', o = {get x() { v = 'B' }};
o.x;
rtp('send', 'event', {value: v});
// --- a variable is set by a conversion
var v = 'A', o = {toString() { v = 'B'; return '' }};
rtp('send', 'event', {value: o + v});
// --- a variable is set by an iterator
var v = 'A', o = {*[Symbol.iterator]() { v = 'B'; yield 1 }};
[...o];
rtp('send', 'event', {value: v});
// --- a variable is set by a generator between two steps
let v = 'A';
function* steps() { v = 'B'; yield; v = 'C' }
const g = steps();
g.next();
rtp('send', 'event', {value: v});
g.next();
rtp('send', 'event', {value: v});
// --- a variable is set by a promise
let v = 'A';
Promise.resolve().then(() => { v = 'B' });
rtp('send', 'event', {value: v});
setTimeout(() => rtp('send', 'event', {value: v}));
// --- a variable is set while one waits
let v = 'A';
(async () => { await null; rtp('send', 'event', {value: v}) })();
v = 'B';
// --- a variable is set before one waits
(async () => { let v = 'A'; await null; rtp('send', 'event', {value: v}) })();
// --- a variable is set by a timer
var v = 'A';
setTimeout(function () { v = 'B' }, 10);
setTimeout(function () { rtp('send', 'event', {value: v}) }, 20);
rtp('send', 'event', {value: v});
// --- a variable is set by a listener
var v = 'A';
$('#a').on('click', function () { rtp('send', 'event', {value: v}); v = 'B' });
// --- a variable is set by a later listener
let name = 'A';
document.addEventListener('change', e => { name = 'B' });
document.addEventListener('click', () => rtp('send', 'event', {value: name}));
// --- a variable is set by finally
var v = 'A';
try { throw 1 } catch (e) { v = 'B' } finally { v += 'C' }
rtp('send', 'event', {value: v});
// --- a variable is set in a try that fails
var v = 'A';
try { missing(); v = 'B' } catch (e) {}
rtp('send', 'event', {value: v});
// --- a constant that can't be set
const v = 'A';
try { v = 'B' } catch (e) {}
rtp('send', 'event', {value: v});
// --- a list in an object
const d = {value: ['A']};
d.value.push('B');
rtp('send', 'event', d);
// --- a list that the object shares
const list = ['A'], d = {value: list};
list.push('B');
rtp('send', 'event', d);
// --- a list that two calls share
const list = ['A'];
rtp('send', 'event', {value: list});
list[0] = 'B';
rtp('send', 'event', {value: list});
// --- a list that a function gets
const list = ['A'];
list.forEach((v, at, all) => { all[at] = 'B' });
rtp('send', 'event', {value: list});
// --- a list that another library gets
const list = ['A'];
analytics.track('x', list);
rtp('send', 'event', {value: list});
// --- a list that is spread
const list = ['A'];
console.log(...list);
rtp('send', 'event', {value: list});
// --- a list that the console gets
const list = ['A'];
console.log(list);
rtp('send', 'event', {value: list});
// --- a list is copied and changed
const list = ['A'], copy = [...list];
copy.push('B');
rtp('send', 'event', {value: list});
rtp('send', 'event', {value: copy});
// --- an object is copied and changed
const d = {value: 'A'}, copy = {...d};
copy.value = 'B';
rtp('send', 'event', d);
rtp('send', 'event', copy);
// --- an object is assigned to
const d = {value: 'A'};
Object.assign(d, {value: 'B'});
rtp('send', 'event', d);
// --- an object is assigned from
const d = {value: 'A'};
const e = Object.assign({}, d, {value: 'B'});
rtp('send', 'event', d);
rtp('send', 'event', e);
// --- an object is extended by jQuery
var d = {value: 'A'};
$.extend(d, {value: 'B'});
rtp('send', 'event', d);
// --- an object gets a prototype
var d = {};
Object.setPrototypeOf(d, {value: 'A'});
rtp('send', 'event', d);
// --- an object gets a prototype by its name
var d = {};
d.__proto__ = {value: 'A'};
rtp('send', 'event', d);
// --- an object gets a property defined
var d = {value: 'A'};
Object.defineProperty(d, 'value', {get() { return 'B' }});
rtp('send', 'event', d);
// --- an object is behind a proxy
var d = {value: 'A'}, p = new Proxy(d, {get: () => 'B'});
rtp('send', 'event', p);
p.value = 'C';
rtp('send', 'event', d);
// --- an object in a map
var d = {value: 'A'}, map = new Map([['x', d]]);
map.get('x').value = 'B';
rtp('send', 'event', d);
// --- an object is thrown
var d = {value: 'A'};
try { throw d } catch (e) { e.value = 'B' }
rtp('send', 'event', d);
// --- an object is awaited
const d = {value: 'A'};
(async () => { (await d).value = 'B' })();
rtp('send', 'event', d);
// --- an object is bound
const d = {value: 'A'};
(function () { this.value = 'B' }).call(d);
rtp('send', 'event', d);
// --- an object is bound for later
const d = {value: 'A'};
const change = function () { this.value = 'B' }.bind(d);
rtp('send', 'event', d);
change();
// --- an object with a with statement
var d = {value: 'A'};
with (d) { value = 'B' }
rtp('send', 'event', d);
// --- an object is a default
var d = {value: 'A'};
(function (o = d) { o.value = 'B' })();
rtp('send', 'event', d);
// --- an object in a choice
var d = {value: 'A'};
(document.x || d).value = 'B';
(d || document.x).value = 'C';
rtp('send', 'event', d);
// --- an object in a comma
var d = {value: 'A'};
(0, d).value = 'B';
rtp('send', 'event', d);
// --- an object behind an optional chain
var d = {value: ['A']};
d?.value?.push('B');
rtp('send', 'event', d);
// --- an object by its global name
var d = {value: 'A'};
window.d.value = 'B';
rtp('send', 'event', d);
// --- an object by its global name in a string
var d = {value: 'A'};
window['d'].value = 'B';
rtp('send', 'event', d);
// --- an object by its global name in a function
var d = {value: 'A'};
function change() { self.d.value = 'B' }
change();
rtp('send', 'event', d);
// --- an object by destructuring of the window
var d = {value: 'A'};
const {d: e} = window;
e.value = 'B';
rtp('send', 'event', d);
// --- all objects of the window
var d = {value: 'A'};
for (const key of Object.keys(window)) if (window[key] && window[key].value) window[key].value = 'B';
rtp('send', 'event', d);
// --- an object that is set to another
var d = {value: 'A'};
d = {value: 'B'};
rtp('send', 'event', d);
// --- an object that is set to another in a function
var d = {value: 'A'};
function reset() { d = {value: 'B'} }
reset();
rtp('send', 'event', d);
// --- an object of a class
class Page {
  data = {value: 'A'};
  track() { rtp('send', 'event', this.data) }
}
const page = new Page();
page.track();
page.data.value = 'B';
page.track();
// --- a private field
class Page {
  #data = {value: 'A'};
  #send() { rtp('send', 'event', this.#data) }
  track(v) { this.#data.value = v; this.#send() }
}
new Page().track('B');
// --- a field that is set in the constructor
class Page {
  constructor(v) { this.v = v }
  track() { rtp('send', 'event', {value: this.v}) }
}
new Page('A').track();
// --- a static field
class Page { static NAME = 'A' }
rtp('send', 'event', {value: Page.NAME});
Page.NAME = 'B';
rtp('send', 'event', {value: Page.NAME});
// --- a texts object with a method
const texts = {title: 'A', set(v) { this.title = v }};
texts.set('B');
rtp('send', 'event', {value: texts.title});
// --- a texts object with a getter
const texts = {get title() { return 'A' + document.title }};
rtp('send', 'event', {value: texts.title});
// --- a texts object that is handed on
const texts = {title: 'A'};
(function (t) { t.title = 'B' })(texts);
rtp('send', 'event', {value: texts.title});
// --- a texts object that has an object
const texts = {page: {title: 'A'}};
texts.page.title = 'B';
rtp('send', 'event', {value: texts.page.title});
// --- a texts object whose object has another name
const texts = {page: {title: 'A'}}, page = texts.page;
page.title = 'B';
rtp('send', 'event', {value: texts.page.title});
// --- a texts object that has the key twice
const texts = {title: 'A', title: 'B', ...{title: 'C'}};
rtp('send', 'event', {value: texts.title});
// --- a texts object without the key
const texts = {title: 'A'};
rtp('send', 'event', {value: 'x' + texts.other});
rtp('send', 'event', {value: 'x' + texts.toString});
// --- a texts object by a computed key
const texts = {a: 'A', b: 'B'};
for (const key in texts) rtp('send', 'event', {value: texts[key]});
// --- a texts object that a var holds twice
var texts = {title: 'A'};
rtp('send', 'event', {value: texts.title});
var texts = {title: 'B'};
rtp('send', 'event', {value: texts.title});
// --- a property of a function
function Page() {}
Page.title = 'A';
rtp('send', 'event', {value: Page.title});
// --- a property of a text
const s = 'A';
s.value = 'B';
rtp('send', 'event', {value: s});
rtp('send', 'event', {value: s.length + s});

// --- a variable in brackets is set
let v = 'A'; (v) = 'B'; rtp('send', 'event', {value: v})

// --- a variable in brackets is counted up
let v = '1'; (v)++; rtp('send', 'event', {value: v + ''})

// --- a variable in brackets is set by a loop
let v = 'A'
for ((v) of ['B']);
rtp('send', 'event', {value: v})

// --- a property in brackets is set
const d = {value: 'A'}; (d.value) = 'B'; rtp('send', 'event', d)

// --- a property in brackets is removed
const d = {value: 'A'}
delete (d.value)
rtp('send', 'event', d)

// --- a property in brackets is set by a loop
const d = {value: 'A'}
for ((d.value) of ['B']);
rtp('send', 'event', d)

// --- a variable is set by a constructor without arguments
var v
function Other() { v = 'B' }
v = 'A'
rtp('send', 'event', {other: new Other, value: v})

// --- a variable is set as a property in a condition
var v
v = 'A'
if (window.v = 'B') rtp('send', 'event', {value: v})

// --- a variable is set by the template of a condition
var v
function other() { return v = 'B' }
v = 'A'
if (other``) rtp('send', 'event', {value: v})

// --- a variable is set by the getter of a condition
var v
var o = {get other() { return v = 'B' }}
v = 'A'
if (o.other) rtp('send', 'event', {value: v})

// --- a variable is set by Object.assign to another name of the window
var v = 'A';
(function (w) { Object.assign(w, {v: 'B'}) })(window)
rtp('send', 'event', {value: v})

// --- a variable is set by a computed property of this
var v = 'A', key = 'v'
this[key] = 'B'
rtp('send', 'event', {value: v})
