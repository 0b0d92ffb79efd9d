/* The custom data events of this site. Made by rtpsnippets: to change them, change their definitions. */
(function () {
  'use strict';
  var events = {
{%- if events %}
{{ events }}
{%- endif %}
  };
  /* All files like this one on a page share what they know, so that no event is sent by two of them. */
  var NAME = 'rtpsnippets binding';
  var page = window[NAME] || { known: {}, reported: {} };
  var own = {};
  var selected = [];
  var sent = {};
  var seen = {};
  var element = window.Element.prototype;
  var matches = element.matches || element.msMatchesSelector || element.webkitMatchesSelector;
  var observer = null;
  var timer = null;
  function has(table, id) {
    return Object.prototype.hasOwnProperty.call(table, id);
  }
  /* An element with the name of a property would hide it: a control that of its form, a form that of the document. */
  function get(prototype, node, name) {
    var property = Object.getOwnPropertyDescriptor(prototype, name) || {};
    return property.get ? property.get.call(node) : node[name];
  }
  function find(selector) {
    return window.Document.prototype.querySelector.call(document, selector);
  }
  function findAll(selector) {
    return window.Document.prototype.querySelectorAll.call(document, selector);
  }
  function forEach(list, act) {
    Array.prototype.forEach.call(list, act);
  }
  function report(problem) {
    if (has(page.reported, problem)) { return; }
    page.reported[problem] = true;
    if (window.console) { window.console.warn('rtpsnippets: ' + problem); }
  }
  function quoted(text) {
    return '\u0022' + text + '\u0022';
  }
  function isSelector(text) {
    try {
      find(text);
      return true;
    } catch (error) {
      return false;
    }
  }
  function take(id) {
    if (has(page.known, id)) { return; }
    page.known[id] = true;
    own[id] = events[id];
    if (own[id].selector === '') { return; }
    if (isSelector(own[id].selector)) {
      selected.push(id);
    } else {
      report('the event ' + quoted(id) + ' has a bad selector: ' + own[id].selector);
    }
  }
  /* Without the function nothing is sent, and nothing is said: the tag may be blocked, or still to come. */
  function send(id) {
    if (has(sent, id)) { return; }
    if (typeof window.rtp !== 'function') { return; }
    sent[id] = true;
    own[id].calls.forEach(function (value) {
      window.rtp('send', 'event', { value: value });
    });
    if (own[id].refresh) { window.rtp('get', 'campaign', true); }
  }
  function see(id) {
    seen[id] = true;
    send(id);
  }
  function checkMark(node) {
    var id = element.getAttribute.call(node, '{{ mark }}');
    if (id === null) { return null; }
    if (has(page.known, id)) { return id; }
    report('no event has the id ' + quoted(id));
    return null;
  }
  /* The node and those around it, from the inside out. */
  function getPath(node) {
    var path = [];
    while (node) {
      path.push(node);
      node = get(window.Node.prototype, node, 'parentNode');
    }
    return path;
  }
  function isElement(node) {
    return node instanceof window.Element;
  }
  /* Whether one of the elements has the handler of the event, and the page lets it run. */
  function isHandled(moment, path, handler) {
    if (handler === '') { return false; }
    return path.some(function (node) {
      return String(node['on' + moment]).indexOf(handler) !== -1;
    });
  }
  function isAwaited(id, moment) {
    if (!has(own, id)) { return false; }
    return own[id].on === moment ? !has(sent, id) : false;
  }
  /* Does what is to be done for each event of the element and of those around it: by their marks, and by the
     selectors that name them. */
  function happen(moment, nodes, act) {
    var path = Array.prototype.filter.call(nodes, isElement);
    function actOn(id) {
      if (!isHandled(moment, path, own[id].handler)) { act(id); }
    }
    path.forEach(function (node) {
      var marked = checkMark(node);
      if (marked !== null) {
        if (isAwaited(marked, moment)) { actOn(marked); }
      }
      selected.forEach(function (id) {
        if (isAwaited(id, moment)) {
          if (matches.call(node, own[id].selector)) { actOn(id); }
        }
      });
    });
  }
  function listen(moment) {
    /* Before all other listeners: one of them may stop the event on its way. */
    window.addEventListener(moment, function (event) {
      /* With what is inside shadow roots, where the browser tells. */
      happen(moment, event.composedPath ? event.composedPath() : getPath(event.target), send);
    }, true);
  }
  function isVisible(node) {
    var box = element.getBoundingClientRect.call(node);
    var height = window.innerHeight;
    var width = window.innerWidth;
    var above = Math.max(box.bottom, 0) === 0;
    var below = Math.min(box.top, height) === height;
    var beside = Math.max(box.right, 0) === 0 || Math.min(box.left, width) === width;
    return !(below || above || beside);
  }
  function watch(node) {
    if (observer) {
      observer.observe(node);
    } else if (isVisible(node)) {
      happen('visible', getPath(node), see);
    }
  }
  /* Whether the page is one on which the event may be sent by itself. */
  function isHere(id) {
    if (own[id].selector === '') { return true; }
    return selected.indexOf(id) !== -1 ? find(own[id].selector) !== null : false;
  }
  /* Looks again each second while something is waited for: elements and the function may come later. */
  function look() {
    var isWaiting = false;
    Object.keys(own).forEach(function (id) {
      var event = own[id];
      if (has(sent, id)) { return; }
      if (event.on === 'visible') {
        isWaiting = true;
        forEach(findAll('[{{ mark }}=\u0027' + id + '\u0027]'), watch);
        if (selected.indexOf(id) !== -1) { forEach(findAll(event.selector), watch); }
        if (has(seen, id)) { send(id); }
      } else if (event.on === 'load') {
        isWaiting = true;
        if (event.isDue) { if (isHere(id)) { send(id); } }
      }
    });
    if (!isWaiting) { window.clearInterval(timer); }
  }
  function start() {
    forEach(findAll('[{{ mark }}]'), checkMark);
    Object.keys(own).forEach(function (id) {
      if (own[id].on !== 'load') { return; }
      window.setTimeout(function () {
        own[id].isDue = true;
        look();
      }, own[id].seconds * 1000);
    });
    if (window.IntersectionObserver) {
      observer = new window.IntersectionObserver(function (entries) {
        entries.forEach(function (entry) {
          if (entry.isIntersecting) { happen('visible', getPath(entry.target), see); }
        });
      });
    }
    timer = window.setInterval(look, 1000);
    look();
  }
  window[NAME] = page;
  Object.keys(events).forEach(take);
  listen('click');
  listen('submit');
  if (get(window.Document.prototype, document, 'readyState') === 'complete') {
    start();
  } else {
    window.addEventListener('load', start);
  }
}());
