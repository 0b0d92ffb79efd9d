// --- a rest parameter takes all that is given
(function (...v) { rtp('send', 'event', {value: v}) })('A', 'B');
// --- a global object is changed through the window as a parameter
var d = {value: 'A'};
(function (w) { w.d.value = 'B' })(window);
rtp('send', 'event', d);
// --- another library gets the object
var d = {value: 'A'};
ga('send', 'event', d);
rtp('send', 'event', d);
// --- a bus gets the object
var d = {value: 'A'};
bus.emit('send', 'event', d);
rtp('send', 'event', d);
// --- a fourth argument changes the object
var d = {value: 'A'};
rtp('send', 'event', d, (d.value = 'B'));
// --- a declared function is called before the value is set
track();
var v = 'A';
function track() { rtp('send', 'event', {value: 'x' + v}) }
// --- a declared function is called before and after
track();
var v = 'A';
track();
function track() { rtp('send', 'event', {value: v}) }
// --- a declared function is called after only
var v = 'A';
track();
function track() { rtp('send', 'event', {value: v}) }
// --- a const that is read too early
try { track() } catch (e) {}
const v = 'A';
function track() { rtp('send', 'event', {value: v}) }
track();
// --- a let that is never set again
let v = 'A';
function track() { rtp('send', 'event', {value: v}) }
track();
// --- a let that is set again
let v = 'A';
function track() { rtp('send', 'event', {value: v}) }
track();
v = 'B';
track();
// --- a var set once before the call
var v = 'A';
rtp('send', 'event', {value: v});
// --- a var set once before a listener
var v = 'A';
document.addEventListener('click', function () { rtp('send', 'event', {value: v}) });
// --- a var set once before an arrow function
var v = 'A';
document.addEventListener('click', () => rtp('send', 'event', {value: v}));
// --- a var set in the statement before
var v = 'A';
rtp('send', 'event', {value: v});
v = 'B';
rtp('send', 'event', {value: v});
// --- a var set in the statement before, in a condition
var v = 'A';
if (document.x) { v = 'B'; rtp('send', 'event', {value: v}) }
// --- a var set in a condition
var v = 'A';
if (document.x) v = 'B';
rtp('send', 'event', {value: v});
// --- an object that is only sent
var d = {value: 'A'};
rtp('send', 'event', d);
// --- an object that is tested and sent
var d = {value: 'A'};
if (d && d.value) rtp('send', 'event', d);
// --- an object that is changed between two calls
var d = {value: 'A'};
rtp('send', 'event', d);
d.value = 'B';
rtp('send', 'event', d);
// --- an object that is filled before
var d = {};
d.value = 'A';
rtp('send', 'event', d);
// --- a key of an object that is only read
const TEXTS = {title: 'A', other: 'B'};
rtp('send', 'event', {value: TEXTS.title});
rtp('send', 'event', {value: TEXTS['other']});
// --- a key of an object that is set
const TEXTS = {title: 'A'};
TEXTS.title = 'B';
rtp('send', 'event', {value: TEXTS.title});
// --- a parameter that receives the window
(function (w) { w.rtp('send', 'event', {value: 'A'}) })(window);
// --- a parameter that receives the function
(function (r) { r('send', 'event', {value: 'A'}) })(rtp);
// --- a call and an apply
rtp.call(window, 'send', 'event', {value: 'A'});
rtp.apply(window, ['send', 'event', {value: 'B'}]);
// --- a getter
var page = {get sent() { return rtp('send', 'event', {value: 'A'}) }};
page.sent;
// --- a class field
class Page { sent = rtp('send', 'event', {value: 'A'}) }
new Page();
// --- a static class field
class Page { static sent = rtp('send', 'event', {value: 'A'}) }
// --- a default parameter
function f(sent = rtp('send', 'event', {value: 'A'})) { return sent }
f();
// --- a default parameter that is a value
function f(v = 'A') { rtp('send', 'event', {value: v}) }
f();
f('B');
// --- an exported function
export function track() { rtp('send', 'event', {value: 'A'}) }
// --- an exported arrow function
export const track = () => rtp('send', 'event', {value: 'A'});
// --- a default export
export default function () { rtp('send', 'event', {value: 'A'}) }
// --- a default export of a named function
export default function track(v) { rtp('send', 'event', {value: v}) }
// --- an exported value that another module may not set
export const NAME = 'A';
export function track() { rtp('send', 'event', {value: NAME}) }
// --- an exported let
export let name = 'A';
export function rename() { name = 'B' }
export function track() { rtp('send', 'event', {value: name}) }
// --- an exported object
export const data = {value: 'A'};
export function change() { data.value = 'B' }
rtp('send', 'event', data);
