// --- jQuery with the window and an alias
(function ($, w) {
  $(function () {
    $('#sign-up').on('submit', function () { w.rtp('send', 'event', {value: 'sign up'}) });
    $('.more').click(function () { w.rtp && w.rtp('send', 'event', {value: 'more'}) });
  });
})(jQuery, window);
// --- jQuery with the window, the document and undefined
;(function ($, window, document, undefined) {
  'use strict';
  var name = 'plugin', defaults = {value: 'A'};
  function Plugin(element, options) {
    this.options = $.extend({}, defaults, options);
    this.init();
  }
  Plugin.prototype.init = function () { window.rtp('send', 'event', {value: name}) };
  $.fn[name] = function (options) { return this.each(function () { new Plugin(this, options) }) };
  new Plugin(document.body, {});
})(jQuery, window, document);
// --- the value of an element
document.querySelectorAll('[data-event]').forEach(function (element) {
  element.addEventListener('click', function () { rtp('send', 'event', {value: element.dataset.event}) });
});
// --- the text of an element
$('a').on('click', function () { rtp('send', 'event', {value: 'click - ' + $(this).text()}) });
// --- a handler that is set
document.getElementById('a').onclick = function () { rtp('send', 'event', {value: 'A'}) };
window.onload = () => rtp('send', 'event', {value: 'B'});
// --- a handler by its name
function onSignUp() { rtp('send', 'event', {value: 'A'}) }
document.getElementById('a').addEventListener('click', onSignUp, {once: true});
// --- a handler object
var handler = {handleEvent: function (e) { rtp('send', 'event', {value: 'A'}) }};
document.addEventListener('click', handler);
// --- a delegated handler
document.addEventListener('click', function (event) {
  var link = event.target.closest('a.buy');
  if (!link) return;
  rtp('send', 'event', {value: 'buy'});
});
// --- a switch over what was clicked
document.addEventListener('click', e => {
  switch (e.target.id) {
    case 'a': rtp('send', 'event', {value: 'A'}); break;
    default: { const v = 'B'; rtp('send', 'event', {value: v}) }
  }
});
// --- a timer
setTimeout(function () { rtp('send', 'event', {value: 'reads for 30 s'}) }, 30000);
// --- a timer with values
setTimeout(function (v) { rtp('send', 'event', {value: v}) }, 1, 'A');
// --- an interval that counts
var seconds = 0;
var timer = setInterval(function () {
  seconds += 10;
  rtp('send', 'event', {value: 'reads for ' + seconds + ' s'});
  if (seconds > 20) clearInterval(timer);
}, 10000);
// --- a scroll depth
var sent = {};
window.addEventListener('scroll', function () {
  [25, 50].forEach(function (depth) {
    if (!sent[depth]) { sent[depth] = true; rtp('send', 'event', {value: 'scroll ' + depth + '%'}) }
  });
});
// --- an observer
const observer = new IntersectionObserver(entries => {
  entries.forEach(entry => { if (entry.isIntersecting) rtp('send', 'event', {value: 'sees prices'}) });
}, {threshold: 0.5});
observer.observe(document.querySelector('#prices'));
// --- a form with its fields
document.forms[0].addEventListener('submit', async event => {
  event.preventDefault();
  const data = new FormData(event.target);
  const answer = await fetch('/sign-up', {method: 'POST', body: data});
  rtp('send', 'event', {value: answer.ok ? 'signed up' : 'failed'});
  rtp('send', 'event', {value: 'sign up'});
});
// --- a table of events
var EVENTS = {
  '#a': 'A',
  '#b': 'B'
};
Object.keys(EVENTS).forEach(function (selector) {
  $(selector).on('click', function () { rtp('send', 'event', {value: EVENTS[selector]}) });
});
// --- a module of the page
var Tracking = (function () {
  var prefix = 'shop - ';
  function send(name) { if (window.rtp) window.rtp('send', 'event', {value: prefix + name}) }
  return {init: function () { send('start') }, send: send, setPrefix: function (p) { prefix = p }};
})();
Tracking.init();
Tracking.setPrefix('other - ');
Tracking.send('A');
// --- a singleton with a state
const tracker = {
  enabled: true,
  values: [],
  add(v) { this.values.push(v); return this },
  flush() { if (this.enabled) rtp('send', 'event', {value: this.values}); this.values = [] }
};
tracker.add('A').add('B').flush();
// --- a command queue of the page's own
window.cmd = window.cmd || [];
cmd.push(function () { rtp('send', 'event', {value: 'A'}) });
cmd.forEach(function (f) { f() });
// --- a data layer
window.dataLayer = window.dataLayer || [];
dataLayer.push({event: 'x', value: 'A'});
dataLayer.forEach(function (d) { rtp('send', 'event', d) });
// --- the documentation of the API
var customData = {value: 'MyEvent'};
rtp('send', 'event', customData);
rtp('get', 'campaign', true);
// --- the documentation of the API, twice
var customData = {value: 'First'};
rtp('send', 'event', customData);
var customData = {value: ['Second', 'Third']};
rtp('send', 'event', customData);
// --- the tag with a queue
(function (c, h, a, f, i, e) {
  c[a] = c[a] || function () { (c[a].q = c[a].q || []).push(arguments) };
  c[a].a = i; c[a].e = e;
  var g = h.createElement('script'); g.async = true; g.type = 'text/javascript';
  g.src = f + '?aid=' + i;
  var b = h.getElementsByTagName('script')[0]; b.parentNode.insertBefore(g, b);
})(window, document, 'rtp', '//example.com/rtp.js', 'account');
rtp('send', 'view');
rtp('get', 'campaign', true);
rtp('send', 'event', {value: 'A'});
// --- UMD
(function (root, factory) {
  if (typeof define === 'function' && define.amd) define(['exports'], factory);
  else if (typeof exports !== 'undefined') factory(exports);
  else factory((root.Tracking = {}));
})(typeof self !== 'undefined' ? self : this, function (exports) {
  exports.track = function (v) { rtp('send', 'event', {value: v}) };
  exports.start = function () { rtp('send', 'event', {value: 'start'}) };
});
Tracking.track('A');
Tracking.start();
// --- UMD with the window
!function (root, factory) { 'object' == typeof module ? module.exports = factory(root) : root.T = factory(root) }(window, function (w) {
  return {start: function () { w.rtp('send', 'event', {value: 'A'}) }};
});
T.start();
// --- CommonJS by a bundle
(function (modules) {
  var cache = {};
  function require(id) {
    if (cache[id]) return cache[id].exports;
    var module = cache[id] = {exports: {}};
    modules[id].call(module.exports, module, module.exports, require);
    return module.exports;
  }
  return require(0);
})([
  function (module, exports, require) { var t = require(1); t.track('A'); t.NAME = 'B'; t.again() },
  function (module, exports) {
    exports.NAME = 'x';
    exports.track = function (v) { rtp('send', 'event', {value: v}) };
    exports.again = function () { rtp('send', 'event', {value: exports.NAME}) };
  }
]);
// --- webpack as it writes it
(()=>{"use strict";var e={42:(e,t,n)=>{n.d(t,{Z:()=>r});const r="A"}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r](i,i.exports,n),i.exports}n.d=(e,t)=>{for(var r in t)Object.defineProperty(e,r,{enumerable:!0,get:t[r]})};var r=n(42);window.rtp&&window.rtp("send","event",{value:r.Z}),window.rtp("send","event",{value:"B"})})();
// --- terser
!function(){var t="A";function n(n){window.rtp&&rtp("send","event",{value:n})}n(t),n("B"),t="C",n(t);var e=window;e.rtp("send","event",{value:"D"})}();
// --- terser with a reused name
!function(n){var e="A";n.rtp("send","event",{value:e}),e="B",n.rtp("send","event",{value:e}),e={value:"C"},n.rtp("send","event",e)}(window);
// --- terser with a hoisted var
(()=>{var e,t,n;e=window,t="A",n={value:t},e.rtp&&e.rtp("send","event",n),t="B",e.rtp("send","event",{value:t})})();
// --- terser with a choice
!function(e,t){e?rtp("send","event",{value:"A"}):t&&rtp("send","event",{value:"B"}),rtp("send",e?"view":"event",{value:"C"})}(0,1);
// --- terser with constants
const t="send",e="event",n={value:"A"};rtp(t,e,n),rtp(t,e,{value:["B",`C`]});
// --- esbuild
"use strict";
(() => {
  var __defProp = Object.defineProperty;
  var __export = (target, all) => { for (var name in all) __defProp(target, name, {get: all[name], enumerable: true}) };
  var events_exports = {};
  __export(events_exports, {FIRST: () => FIRST, track: () => track});
  var FIRST = "A";
  function track(value) { window.rtp?.("send", "event", {value}) }
  track(FIRST);
  rtp("send", "event", {value: FIRST});
})();
// --- esbuild with a lazy module
(() => {
  var __esm = (fn, res) => function () { return fn && (res = (0, fn[Object.keys(fn)[0]])(fn = 0)), res };
  var NAME;
  var init_events = __esm({"events.js"() { "use strict"; NAME = "A" }});
  function track() { rtp("send", "event", {value: NAME}) }
  track();
  init_events();
  track();
})();
// --- rollup
var Tracking = (function (exports) {
  'use strict';
  const NAME = 'A';
  let count = 0;
  function track() { rtp('send', 'event', { value: `${NAME} ${count++}` }); }
  exports.track = track;
  Object.defineProperty(exports, '__esModule', { value: true });
  return exports;
})({});
Tracking.track();
// --- Babel with a class
"use strict";
function _classCallCheck(a, n) { if (!(a instanceof n)) throw new TypeError("x"); }
var Page = /*#__PURE__*/function () {
  function Page(name) { _classCallCheck(this, Page); this.name = name; }
  var _proto = Page.prototype;
  _proto.track = function track() { rtp("send", "event", { value: this.name }); rtp("send", "event", { value: "B" }); };
  return Page;
}();
new Page("A").track();
// --- Babel with async
function asyncToGenerator(fn) { return function () { var gen = fn.apply(this, arguments); return new Promise(function (done) { (function step(v) { var r = gen.next(v); if (!r.done) Promise.resolve(r.value).then(step); else done(r.value) })() }) } }
var track = asyncToGenerator(function* (v) { yield null; rtp("send", "event", {value: v}); rtp("send", "event", {value: "B"}); });
track("A");
// --- Babel with defaults and templates
function track() {
  var name = arguments.length > 0 && arguments[0] !== undefined ? arguments[0] : "A";
  rtp("send", "event", { value: "page - ".concat(name) });
  rtp("send", "event", { value: "B" });
}
track();
// --- Babel with optional calls
var _window, _window$rtp;
(_window = window) === null || _window === void 0 || (_window$rtp = _window.rtp) === null || _window$rtp === void 0 || _window$rtp.call(_window, "send", "event", { value: "A" });
// --- TypeScript with an enum
var Events;
(function (Events) {
    Events["First"] = "A";
    Events["Second"] = "B";
})(Events || (Events = {}));
rtp("send", "event", { value: Events.First });
Events.Second = "C";
rtp("send", "event", { value: Events.Second });
// --- TypeScript with an enum of numbers
var Kind;
(function (Kind) {
    Kind[Kind["A"] = 0] = "A";
    Kind[Kind["B"] = 1] = "B";
})(Kind || (Kind = {}));
rtp("send", "event", { value: Kind[Kind.A] });
rtp("send", "event", { value: Kind[0] });
// --- TypeScript with a namespace
var Shop;
(function (Shop) {
    Shop.NAME = "A";
    function track(name = Shop.NAME) { window.rtp("send", "event", { value: name }); }
    Shop.track = track;
})(Shop || (Shop = {}));
Shop.track();
Shop.NAME = "B";
Shop.track();
// --- TypeScript with a class
class Tracker {
    constructor(prefix, win = window) { this.prefix = prefix; this.win = win; this.count = 0; }
    track(name) { var _a, _b; (_b = (_a = this.win).rtp) === null || _b === void 0 ? void 0 : _b.call(_a, "send", "event", { value: this.prefix + name }); }
}
Tracker.VERSION = "1";
new Tracker("A").track("B");
// --- TypeScript with awaiter
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    return new Promise(function (resolve) { var g = generator.apply(thisArg, _arguments || []); function step(r) { r.done ? resolve(r.value) : Promise.resolve(r.value).then(v => step(g.next(v))); } step(g.next()); });
};
function track(v) { return __awaiter(this, void 0, void 0, function* () { yield null; rtp("send", "event", { value: "A" }); rtp("send", "event", { value: v }); }); }
track("B");
// --- TypeScript with an import
"use strict";
var exports = {};
Object.defineProperty(exports, "__esModule", { value: true });
exports.NAME = void 0;
const events_1 = { First: "A", default: { Second: "B" } };
exports.NAME = "C";
rtp("send", "event", { value: events_1.First });
rtp("send", "event", { value: events_1.default.Second });
rtp("send", "event", { value: exports.NAME });
// --- CoffeeScript
(function() {
  var name, send;
  name = 'A';
  send = function(value) {
    return typeof rtp === "function" ? rtp('send', 'event', {
      value: value
    }) : void 0;
  };
  send(name);
  name = 'B';
  rtp('send', 'event', { value: name });
}).call(this);
// --- a React component
import React, { useEffect, useState } from 'react';
export default function Page({ name = 'A' }) {
  useEffect(() => { rtp('send', 'event', { value: 'page' }); }, []);
  const onClick = useCallback(() => rtp('send', 'event', { value: name }), [name]);
  return React.createElement('button', { onClick }, 'x');
}
const useEffect = f => f();
const useCallback = f => f();
// --- a React class
class Page {
  state = { name: 'A' };
  componentDidMount() { rtp('send', 'event', { value: this.state.name }); }
  handleClick = () => { rtp('send', 'event', { value: 'B' }); };
  setState(state) { Object.assign(this.state, state); }
}
const page = new Page();
page.setState({ name: 'C' });
page.componentDidMount();
page.handleClick();
// --- a Vue component
export default {
  data() { return { name: 'A' }; },
  mounted() { rtp('send', 'event', { value: this.name }); },
  methods: { track() { rtp('send', 'event', { value: 'B' }); }, rename() { this.name = 'C'; } }
};
const page = window.default;
page.mounted.call(page.data());
page.methods.track();
// --- a Redux middleware
const tracking = store => next => action => {
  if (action.type === 'sign-up') rtp('send', 'event', { value: action.type });
  return next(action);
};
tracking({})(a => a)({ type: 'sign-up' });
// --- a Backbone view
var View = { events: { 'click a': 'track' }, track: function () { rtp('send', 'event', { value: 'A' }); } };
View[View.events['click a']]();
// --- an Angular service
(function (angular) {
  angular.module('shop').factory('tracking', ['$window', function ($window) {
    return { track: function (v) { $window.rtp('send', 'event', { value: v }); } };
  }]);
  angular.module('shop').run(['tracking', function (tracking) { rtp('send', 'event', { value: 'A' }); }]);
})(window.angular);
rtp('send', 'event', {value: 'B'});
// --- Google Analytics beside
(function (i, s, o, g, r) { i['GoogleAnalyticsObject'] = r; i[r] = i[r] || function () { (i[r].q = i[r].q || []).push(arguments) } })(window, document, 'script', '//x', 'ga');
ga('create', 'UA-1');
ga('send', 'event', 'a', 'b');
var label = 'A';
ga('send', 'event', {value: label});
rtp('send', 'event', {value: label});
// --- two tags get the same object
var data = {value: 'A'};
gtag('event', 'x', data);
rtp('send', 'event', data);
// --- a cookie decides
var seen = /seen=1/.test(document.cookie);
var v = seen ? 'again' : 'first';
rtp('send', 'event', {value: v});
if (!seen) rtp('send', 'event', {value: 'first visit'});
// --- the address decides
var path = location.pathname, v = 'page';
if (path === '/') v = 'home';
rtp('send', 'event', {value: v});
if (path.indexOf('/prices') === 0) rtp('send', 'event', {value: 'prices'});
// --- the language decides
var texts = {de: {title: 'A'}, en: {title: 'B'}};
var lang = document.documentElement.lang in texts ? 'de' : 'en';
rtp('send', 'event', {value: texts[lang].title});
rtp('send', 'event', {value: texts.en.title});
// --- waiting for the function
(function wait() {
  if (!window.rtp) return setTimeout(wait, 100);
  rtp('send', 'event', {value: 'A'});
})();
// --- waiting for the function with a value
var v = 'A';
function wait() {
  if (typeof rtp !== 'function') { setTimeout(wait, 100); return }
  rtp('send', 'event', {value: v});
}
wait();
// --- waiting for something with a callback
function whenReady(f) { document.readyState ? f(window) : setTimeout(f) }
whenReady(function (w) { w.rtp('send', 'event', {value: 'A'}) });
// --- a consent
let allowed = false;
function consent() { allowed = true; rtp('send', 'event', {value: 'consent'}) }
consent();
if (allowed) rtp('send', 'event', {value: 'A'});
// --- a video
var player = {on: function (name, f) { f() }};
var percent = 0, name = 'video';
player.on('progress', function () { percent += 25; rtp('send', 'event', {value: name + ' ' + percent + '%'}) });
player.on('end', function () { rtp('send', 'event', {value: name}) });
// --- a queue of values that is sent
const queue = [];
queue.push('A');
window.addEventListener('pagehide', () => { if (queue.length) rtp('send', 'event', {value: queue}) });
queue.push('B');
// --- four values at a time
var all = ['A', 'B', 'C', 'D', 'E'];
while (all.length) rtp('send', 'event', {value: all.splice(0, 4)});
// --- a value that is cut
var title = 'A long title';
title = title.slice(0, 6);
rtp('send', 'event', {value: title});
// --- a value that is put together
var parts = ['A'], v = 'x';
v += ' - ';
v += parts.join();
rtp('send', 'event', {value: v});
// --- a hashed name
var n = 'A';
for (var i = 0, h = 0; i < n.length; i++) h = h * 31 + n.charCodeAt(i) | 0;
rtp('send', 'event', {value: n + h});
rtp('send', 'event', {value: n});
// --- jQuery's each
$.each(['A', 'B'], function (i, v) { rtp('send', 'event', {value: v}) });
$.each({a: 'A'}, (key, v) => rtp('send', 'event', {value: 'x'}));
// --- jQuery's proxy
$('#a').on('click', $.proxy(rtp, null, 'send', 'event', {value: 'A'}));
rtp('send', 'event', {value: 'B'});
// --- an old handler that is kept
var before = window.onload;
window.onload = function () { if (before) before(); rtp('send', 'event', {value: 'A'}) };
// --- a method that is wrapped
var api = {save: function (v) { return v }};
api.save = (function (save) { return function (v) { rtp('send', 'event', {value: 'saved'}); return save.apply(this, arguments) } })(api.save);
api.save('A');
// --- a mixin
const tracks = Base => class extends Base { track(v) { rtp('send', 'event', {value: v}) } };
class Page extends tracks(Object) { start() { this.track('A') } }
new Page().start();
// --- an event emitter
class Emitter { on(f) { (this.all ||= []).push(f) } emit(d) { this.all.forEach(f => f(d)) } }
const emitter = new Emitter();
emitter.on(d => { d.value += '!' });
emitter.on(d => rtp('send', 'event', d));
emitter.emit({value: 'A'});
// --- a reducer of a state
let state = {name: 'A'};
const reduce = (state, action) => ({...state, ...action});
state = reduce(state, {name: 'B'});
rtp('send', 'event', {value: state.name});
// --- JSONP
window.loaded = function (data) { rtp('send', 'event', {value: data.name}) };
loaded({name: 'A'});
// --- a bookmarklet
javascript:(function () { rtp('send', 'event', {value: 'A'}) })();
// --- a source that is dead
/* @preserve */
if ("production" !== "production") { rtp("send", "event", { value: "no" }); }
rtp("send", "event", { value: "A" });
