/* The custom data events of this site. Made by rtpsnippets: to change them, change their definitions. */
(function () {
  'use strict';
  var events = {
{%- if events %}
{{ events }}
{%- endif %}
  };
  /* All files like this one on a page share what they know, so that no event is sent by two of them. An element
     with this id is no property of the window's own. */
  var NAME = 'rtpsnippets binding';
  var page = has(window, NAME) ? window[NAME] : { known: {}, reported: {}, listeners: [] };
  var own = {};
  var selected = [];
  var sent = {};
  var seen = {};
  var element = window.Element.prototype;
  var matches = element.matches || element.msMatchesSelector || element.webkitMatchesSelector;
  var shadowRoot = Object.getOwnPropertyDescriptor(element, 'shadowRoot');
  var observer = null;
  var roots = null;
  var queue = [];
  var worked = 0;
  function has(table, id) {
    return Object.prototype.hasOwnProperty.call(table, id);
  }
  /* An element with the name of a property would hide it: a control that of its form, a form that of the document. */
  function get(node, name) {
    var prototype = Object.getPrototypeOf(node);
    var property;
    while (prototype) {
      property = Object.getOwnPropertyDescriptor(prototype, name);
      if (property) { return property.get ? property.get.call(node) : property.value; }
      prototype = Object.getPrototypeOf(prototype);
    }
    return node[name];
  }
  function toArray(list) {
    return Array.prototype.slice.call(list);
  }
  function findAll(root, selector) {
    return toArray(get(root, 'querySelectorAll').call(root, selector));
  }
  function getShadow(node) {
    return shadowRoot ? shadowRoot.get.call(node) : null;
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
      /* There is nothing to search. */
      get(document, 'createDocumentFragment').call(document).querySelector(text);
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
      call('send', 'event', { value: value });
    });
    if (own[id].refresh) { call('get', 'campaign', true); }
  }
  /* If the function fails, the browser reports it, and everything else is sent. */
  function call(what, which, detail) {
    try {
      window.rtp(what, which, detail);
    } catch (error) {
      window.setTimeout(function () { throw error; });
    }
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
      node = get(node, 'parentNode');
    }
    return path;
  }
  /* One of another document has another class. */
  function isElement(node) {
    return get(node, 'nodeType') === 1;
  }
  /* A document or a shadow root. */
  function isRoot(node) {
    return get(node, 'nodeType') === 9 || get(node, 'nodeType') === 11;
  }
  /* Code with nothing that makes no difference to a call, the brackets of lists included, strings as in JSON, and
     without regular expressions. */
  function compact(code) {
    var string = /(['\u0022\u0060])((?:\\[\s\S]|(?!\1)[^\\])*)\1/;
    var expression = /([(,=:!?;|\u0026\u007b])\s*\/(?![*\/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\/\\\n[])+\//;
    var nothing = /\/\*[\s\S]*?\*\/|\/\/.*|,(?=\s*[}\])])|\?\.(?=\s*\()|[\[\]]|(\b\s+\b)|\s+/;
    var all = new RegExp([string.source, expression.source, nothing.source].join('|'), 'g');
    return code.replace(all, function (part, quote, text, before, space) {
      if (quote) { return JSON.stringify(text.replace(/\\(?:u(....)|x(..)|([\s\S]))/g, decode)); }
      return before || (space ? ' ' : '');
    }).replace(/\u007b\u0022value\u0022:/g, '\u007bvalue:');
  }
  function decode(escape, four, two, other) {
    return other || String.fromCharCode(parseInt(four || two, 16));
  }
  /* Whether handlers of the elements make the calls, as far as can be read, and the page lets them run. */
  function isHandled(moment, path, calls) {
    var code = path.map(function (node) {
      return compact(String(get(node, 'on' + moment)));
    }).join();
    return calls.every(function (value) {
      var values = JSON.stringify([].concat(value)).slice(1, -1);
      var parts = code.split('rtp(\u0022send\u0022,\u0022event\u0022,\u007bvalue:' + values + '}');
      return parts.slice(0, -1).some(isNameBegun);
    });
  }
  /* Whether a global name can begin after the code: another name, or that of a property, is another function. */
  function isNameBegun(code) {
    return !/[\w$.]$/.test(code.replace(/(^|[^\w$.])(?:(?:window|self|globalThis|this)\.)+$/, '$1'));
  }
  function isAwaited(id, moment) {
    if (!has(own, id)) { return false; }
    return own[id].on === moment ? !has(sent, id) : false;
  }
  /* Those of the elements that a selector names. To ask each of them searches what is in it again, and takes longer
     than one search. */
  function getMatching(path, roots, selector) {
    var found = [];
    if (selector.indexOf(':has(') === -1) {
      return path.filter(function (node) { return matches.call(node, selector); });
    }
    roots.forEach(function (root) { found = found.concat(findAll(root, selector)); });
    return path.filter(function (node) { return found.indexOf(node) !== -1; });
  }
  /* Does what is to be done for each event of the element and of those around it: by their marks, and by the
     selectors that name them. */
  function happen(moment, nodes, act) {
    var path = nodes.filter(isElement);
    var around = nodes.filter(isRoot);
    var named = selected.filter(function (id) { return isAwaited(id, moment); }).map(function (id) {
      return { id: id, nodes: getMatching(path, around, own[id].selector) };
    });
    function actOn(id) {
      if (!isHandled(moment, path, own[id].calls)) { act(id); }
    }
    path.forEach(function (node) {
      var marked = checkMark(node);
      if (marked !== null) {
        if (isAwaited(marked, moment)) { actOn(marked); }
      }
      named.forEach(function (event) {
        if (event.nodes.indexOf(node) !== -1) { actOn(event.id); }
      });
    });
  }
  function hear(event) {
    /* With what is inside shadow roots, where the browser tells. */
    happen(event.type, event.composedPath ? event.composedPath() : getPath(event.target), send);
  }
  /* Before all other listeners: one of them may stop the event on its way. */
  function listen() {
    window.addEventListener('click', hear, true);
    window.addEventListener('submit', hear, true);
    if (get(document, 'readyState') === 'complete') {
      start();
    } else {
      window.addEventListener('load', start);
    }
  }
  function isInWindow(box) {
    var height = window.innerHeight;
    var width = window.innerWidth;
    var above = Math.max(box.bottom, 0) === 0;
    var below = Math.min(box.top, height) === height;
    var beside = Math.max(box.right, 0) === 0 || Math.min(box.left, width) === width;
    return !(below || above || beside);
  }
  function isShown(node) {
    return window.getComputedStyle(node).visibility === 'visible';
  }
  /* With display: contents an element has no box itself; what is in it has. */
  function isVisible(node) {
    var boxes = toArray(element.getClientRects.call(node));
    if (boxes.length === 0) {
      [node, getShadow(node)].filter(Boolean).forEach(function (root) {
        var range = get(document, 'createRange').call(document);
        range.selectNodeContents(root);
        boxes = boxes.concat(toArray(range.getClientRects()));
      });
    }
    return boxes.some(isInWindow) ? isShown(node) : false;
  }
  function watch(node) {
    var hasBox = window.getComputedStyle(node).display !== 'contents';
    if (observer ? hasBox : false) {
      observer.observe(node);
    } else if (isVisible(node)) {
      happen('visible', getPath(node), see);
    }
  }
  function observe(entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) { return; }
      if (isShown(entry.target)) {
        happen('visible', getPath(entry.target), see);
      } else {
        /* The next look asks again. */
        observer.unobserve(entry.target);
      }
    });
  }
  /* Whether the page is one on which the event may be sent by itself. */
  function isHere(id) {
    if (own[id].selector === '') { return true; }
    if (selected.indexOf(id) === -1) { return false; }
    return roots.some(function (root) { return findAll(root, own[id].selector).length; });
  }
  function isWaiting(id) {
    return has(sent, id) ? false : own[id].on === 'visible' || own[id].on === 'load';
  }
  function lookFor(id) {
    var selector = '[{{ mark }}=\u0027' + id + '\u0027]';
    if (own[id].on === 'visible') {
      if (selected.indexOf(id) !== -1) { selector += ',' + own[id].selector; }
      roots.forEach(function (root) { findAll(root, selector).forEach(watch); });
      if (has(seen, id)) { send(id); }
    } else if (own[id].isDue) {
      if (isHere(id)) { send(id); }
    }
  }
  /* The document, and the open shadow roots in it. */
  function getRoots(root) {
    var found = [root];
    findAll(root, '*').forEach(function (node) {
      var inner = getShadow(node);
      if (inner) { found = found.concat(getRoots(inner)); }
    });
    return found;
  }
  /* Looks again while something is waited for: elements and the function may come later. So that the page stays
     quick, it stops after 10 milliseconds for what else is to be done, and rests ten times as long as it worked. */
  function look() {
    var begun = Date.now();
    if (queue.length === 0) {
      queue = Object.keys(own).filter(isWaiting);
      if (queue.length === 0) { return; }
      roots = getRoots(document);
      worked = 0;
    }
    do {
      lookFor(queue.shift());
    } while (queue.length ? Math.max(Date.now() - begun, 10) === 10 : false);
    worked += Date.now() - begun;
    window.setTimeout(look, queue.length ? 0 : Math.max(worked * 10, 1000));
  }
  function start() {
    if (roots) { return; }
    roots = getRoots(document);
    roots.forEach(function (root) { findAll(root, '[{{ mark }}]').forEach(checkMark); });
    Object.keys(own).forEach(function (id) {
      if (own[id].on !== 'load') { return; }
      window.setTimeout(function () {
        own[id].isDue = true;
        lookFor(id);
      }, own[id].seconds * 1000);
    });
    if (typeof window.IntersectionObserver === 'function') { observer = new window.IntersectionObserver(observe); }
    look();
  }
  window[NAME] = page;
  Object.keys(events).forEach(take);
  /* For all files: document.open has taken away what listens. To add a listener twice does nothing. */
  page.listeners.push(listen);
  page.listeners.forEach(function (again) { again(); });
}());
