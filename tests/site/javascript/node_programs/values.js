// --- sums
rtp('send', 'event', {value: 'A' + 'B' + "C"});
rtp('send', 'event', {value: 'A' + `B` + ('C' + 'D')});
// --- a sum with numbers
rtp('send', 'event', {value: 1 + 2 + 'A'});
rtp('send', 'event', {value: 'A' + 1 + 2});
rtp('send', 'event', {value: 'A' + -0 + 1e21 + 0x10});
// --- a sum with other things
rtp('send', 'event', {value: 'A' + true + null + undefined});
rtp('send', 'event', {value: 'A' + [1, 2] + {}});
rtp('send', 'event', {value: 'A' + /x/g + function () {}});
// --- templates
const v = 'A';
rtp('send', 'event', {value: `${v}`});
rtp('send', 'event', {value: `x${v}y${'z'}`});
rtp('send', 'event', {value: `${`${v}`}`});
// --- templates with other things
var n = 1, u, o = {};
rtp('send', 'event', {value: `${n}${u}${o}${[1, 2]}${null}${true}`});
// --- a template with a list
const list = ['A', 'B'];
rtp('send', 'event', {value: `${list}`});
rtp('send', 'event', {value: 'x' + list});
// --- lists
rtp('send', 'event', {value: ['A', 'B']});
rtp('send', 'event', {value: ['A']});
rtp('send', 'event', {value: []});
rtp('send', 'event', {value: ['A', 'B',]});
// --- lists with holes
rtp('send', 'event', {value: ['A', , 'B']});
rtp('send', 'event', {value: [, 'B']});
// --- lists with other things
rtp('send', 'event', {value: ['A', 1]});
rtp('send', 'event', {value: ['A', ['B']]});
rtp('send', 'event', {value: ['A', null]});
// --- lists with what is spread
const more = ['B', 'C'];
rtp('send', 'event', {value: ['A', ...more]});
rtp('send', 'event', {value: [...'AB']});
// --- lists by the constructor
rtp('send', 'event', {value: new Array('A', 'B')});
rtp('send', 'event', {value: Array('A', 'B')});
rtp('send', 'event', {value: Array.of('A')});
rtp('send', 'event', {value: new Array('A')});
rtp('send', 'event', {value: new Array(3)});
// --- lists by another constructor of that name
function Array() { return ['B'] }
rtp('send', 'event', {value: new Array('A', 'A')});
// --- a list that is changed after the call
var list = ['A'];
rtp('send', 'event', {value: list});
list.push('B');
// --- a list that is changed before the call
var list = ['A'];
list.push('B');
rtp('send', 'event', {value: list});
// --- a list that is sorted
var list = ['B', 'A'];
list.sort();
rtp('send', 'event', {value: list});
// --- a list that is set an element of
var list = ['A', 'B'];
list[0] = 'C';
rtp('send', 'event', {value: list});
// --- a list whose length is set
var list = ['A', 'B'];
list.length = 1;
rtp('send', 'event', {value: list});
// --- an element of a list
const list = ['A', 'B'];
rtp('send', 'event', {value: list[0]});
rtp('send', 'event', {value: list[list.length - 1]});
// --- escapes
rtp('send', 'event', {value: '\x41\u0042\u{43}\104'});
rtp('send', 'event', {value: 'a\
b'});
rtp('send', 'event', {value: '\0\b\f\n\r\t\v\'\"\\\q'});
// --- escapes of halves
rtp('send', 'event', {value: '\ud83d' + '\ude00'});
rtp('send', 'event', {value: `\ud83d${'\ude00'}`});
rtp('send', 'event', {value: '\ud83d'});
// --- characters beyond ASCII
var smile = '😀'; rtp('send', 'event', {value: '日本 é 😀'}); rtp('send', 'event', {value: smile});
// --- raw templates
rtp('send', 'event', {value: String.raw`A\n`});
// --- a tagged template
function tag(parts, ...given) { return parts.raw.join('|') + given }
rtp('send', 'event', {value: tag`A${1}B`});
// --- a tagged template that sends
function track(parts) { rtp('send', 'event', {value: parts[0]}) }
track`A`;
// --- the function as a tag
rtp`send`;
rtp('send', 'event', {value: 'A'});
// --- choices
var x = document.x;
rtp('send', 'event', {value: x ? 'A' : 'B'});
rtp('send', 'event', {value: x || 'A'});
rtp('send', 'event', {value: '' || 'A'});
rtp('send', 'event', {value: null ?? 'A'});
rtp('send', 'event', {value: 'A' && 'B'});
// --- commas
rtp('send', 'event', {value: (0, 'A')});
rtp('send', 'event', {value: ('A', 'B')});
rtp('send', 'event', (0, {value: 'C'}));
// --- assignments as values
var v;
rtp('send', 'event', {value: v = 'A'});
rtp('send', 'event', {value: v});
rtp('send', 'event', {value: v += 'B'});
// --- an assignment to two names
var a = b = 'A';
rtp('send', 'event', {value: a});
rtp('send', 'event', {value: b});
// --- methods of texts
rtp('send', 'event', {value: 'A'.toLowerCase()});
rtp('send', 'event', {value: 'A,B'.split(',')});
rtp('send', 'event', {value: ['A', 'B'].join('-')});
rtp('send', 'event', {value: 'A'.concat('B')});
rtp('send', 'event', {value: ' A '.trim()});
// --- conversions
rtp('send', 'event', {value: String('A')});
rtp('send', 'event', {value: new String('A')});
rtp('send', 'event', {value: Object('A')});
rtp('send', 'event', {value: JSON.parse('"A"')});
rtp('send', 'event', {value: decodeURIComponent('%41')});
// --- numbers and the like
rtp('send', 'event', {value: 1});
rtp('send', 'event', {value: true});
rtp('send', 'event', {value: null});
rtp('send', 'event', {value: undefined});
rtp('send', 'event', {value: void 0});
rtp('send', 'event', {value: typeof rtp});
// --- computed keys
const KEY = 'value';
rtp('send', 'event', {['value']: 'A'});
rtp('send', 'event', {[KEY]: 'B'});
rtp('send', 'event', {['val' + 'ue']: 'C'});
rtp('send', 'event', {value: 'no', ['value']: 'D'});
rtp('send', 'event', {value: 'no', [KEY]: 'E'});
// --- a key that is perhaps another
var key = document.x ? 'value' : 'other';
rtp('send', 'event', {value: 'A', [key]: 'B'});
// --- the same key twice
rtp('send', 'event', {value: 'no', value: 'A'});
rtp('send', 'event', {value: 'no', 'value': 'B'});
rtp('send', 'event', {value: 'no', v\u0061lue: 'C'});
// --- a getter as a key
var n = 0;
rtp('send', 'event', {get value() { return 'A' + n++ }});
// --- a getter after a key
rtp('send', 'event', {value: 'no', get value() { return 'A' }});
// --- a method as a key
rtp('send', 'event', {value() { return 'A' }});
// --- a setter after a key
rtp('send', 'event', {value: 'A', set value(v) {}});
// --- spread before
const defaults = {value: 'no', other: 1};
rtp('send', 'event', {...defaults, value: 'A'});
// --- spread after
const over = {value: 'A'};
rtp('send', 'event', {value: 'no', ...over});
// --- spread of something else
rtp('send', 'event', {value: 'A', ...null, ...'xy', ...[1]});
// --- a prototype in the literal
rtp('send', 'event', {__proto__: {value: 'A'}});
rtp('send', 'event', {value: 'B', __proto__: {value: 'no'}});
rtp('send', 'event', {'__proto__': {value: 'C'}});
// --- a shorthand
const value = 'A';
rtp('send', 'event', {value});
// --- a shorthand of a parameter
function track(value) { rtp('send', 'event', {value}) }
track('A');
track('B');
// --- a shorthand of undefined
var value;
rtp('send', 'event', {value});
// --- names as the first arguments
const ACTION = 'send', KIND = 'event';
rtp(ACTION, KIND, {value: 'A'});
// --- names as the first arguments that are set again
var action = 'send', kind = 'view';
kind = 'event';
rtp(action, kind, {value: 'A'});
kind = 'view';
rtp(action, kind, {value: 'no'});
// --- sums as the first arguments
rtp('se' + 'nd', `ev${'ent'}`, {value: 'A'});
// --- all arguments are spread
const given = ['send', 'event', {value: 'A'}];
rtp(...given);
// --- the first arguments are spread
const first = ['send', 'event'];
rtp(...first, {value: 'A'});
// --- the last argument is spread
rtp('send', 'event', ...[{value: 'A'}]);
// --- the second argument is spread in the middle
rtp('send', ...['event', {value: 'A'}], {value: 'no'});
// --- more arguments
rtp('send', 'event', {value: 'A'}, 'more', {value: 'no'});
// --- no data
rtp('send', 'event');
rtp('send', 'event', null);
rtp('send', 'event', 'A');
rtp('send', 'event', undefined, {value: 'no'});
rtp('send', 'event', {value: 'A'});
// --- data that is a list
rtp('send', 'event', ['A']);
rtp('send', 'event', [{value: 'A'}]);
rtp('send', 'event', {value: 'A'});
// --- data that a function makes
function data(v) { return {value: v} }
rtp('send', 'event', data('A'));
// --- data that a function made on the spot
rtp('send', 'event', (function () { return {value: 'A'} })());
rtp('send', 'event', (() => ({value: 'B'}))());
// --- data by a constructor
function Data() { this.value = 'A' }
rtp('send', 'event', new Data());
// --- data of a class
class Data { value = 'A' }
rtp('send', 'event', new Data());
// --- data from text
rtp('send', 'event', JSON.parse('{"value": "A"}'));
// --- frozen data
const d = Object.freeze({value: 'A'});
try { d.value = 'B' } catch (e) {}
rtp('send', 'event', d);
// --- frozen texts
const TEXTS = Object.freeze({TITLE: 'A', NAMES: {FIRST: 'B'}});
rtp('send', 'event', {value: TEXTS.TITLE});
TEXTS.NAMES.FIRST = 'C';
rtp('send', 'event', {value: TEXTS.NAMES.FIRST});
// --- merged data
rtp('send', 'event', Object.assign({value: 'no'}, {value: 'A'}));
rtp('send', 'event', Object.assign({}, {value: 'B'}));
// --- an undefined name
var undefined1;
rtp('send', 'event', {value: 'A' + undefined1});
try { rtp('send', 'event', {value: 'A' + missing}) } catch (e) {}
// --- undefined as a parameter
(function (undefined) { rtp('send', 'event', {value: undefined}) })('A');
// --- other events
rtp('send', 'view');
rtp('set', 'x', {value: 'no'});
rtp('get', 'campaign', true);
rtp('send', 'event', {value: 'A'});
// --- comments and texts that look like calls
// rtp('send', 'event', {value: 'no'})
/* rtp('send', 'event', {value: 'no'}) */
var s = "rtp('send', 'event', {value: 'no'})", t = `rtp('send', 'event', {value: 'no'})`;
var r = /rtp('send', 'event', {value: 'no'})/;
rtp('send', 'event', {value: 'A'});
