{% filter without_indentation %}
{#- The binding: it sends the events of marked and selected elements. The emitted script has neither these comments nor
  indentation. It is ECMAScript 5, and has no double quote, "<", ">" or "&", so that any place can hold it. -#}
(function () {
  'use strict';
  var events = {
{{ events }}
  };
  {#- All files like this one on a page share what they know, so that no event is sent by two of them. An element with
    this id is not a property of the window itself. #}
  var NAME = 'rtpsnippets binding';
  var page = {}.hasOwnProperty.call(window, NAME) ? window[NAME] : { known: table(), listeners: [] };
  {#- The events of this file, and those of them with a selector that the browser knows. #}
  var own = table();
  var selected = [];
  {#- Of this page view: what was sent, what has happened, and since when the elements of an event have been there. #}
  var sent = table();
  var happened = table();
  var since = table();
  {#- How long the visitor has had the page in view, in milliseconds; that time at the last look and the one before. #}
  var time = 0;
  var looked = 0;
  var before = 0;
  var clock = performance.now();
  var hidden = false;
  var path = location.pathname;
  var query = location.search;
  {#- What Turbo does on its way to another page: advance, replace or restore. #}
  var leaving = '';
  var started = false;
  var element = Element.prototype;
  {#- An element with the id navigation has no such function. #}
  var router = (window.navigation || {}).updateCurrentEntry ? window.navigation : null;
  var observer = typeof window.IntersectionObserver === 'function' ? new IntersectionObserver(observe) : null;
  var roots = [];
  var queue = [];
  var worked = 0;
  var timer = 0;
  {#- An object without the properties that all objects have: an id may be one of their names. #}
  function table() {
    return Object.create(null);
  }
  {#- An element with the name of a property would hide it: a control that of its form, a form that of the document. #}
  function get(node, name) {
    var prototype = Object.getPrototypeOf(node);
    var getter = prototype.__lookupGetter__(name);
    return getter ? getter.call(node) : prototype[name];
  }
  function findAll(roots, selector) {
    return [].concat.apply([], roots.map(function (root) {
      return [].slice.call(get(root, 'querySelectorAll').call(root, selector));
    }));
  }
  function getShadow(node) {
    return element.__lookupGetter__('shadowRoot').call(node);
  }
  function report(problem) {
    console.warn('rtpsnippets: ' + problem);
  }
  function take(id) {
    if (page.known[id] === true) { return; }
    page.known[id] = true;
    own[id] = events[id];
    if (!own[id].selector) { return; }
    try {
      {#- There is nothing to search in it. #}
      new Image().matches(own[id].selector);
      selected.push(id);
    } catch (error) {
      report('the event \u0022' + id + '\u0022 has a bad selector: ' + own[id].selector);
    }
  }
  {#- Without the function nothing is sent, and nothing is said: the tag may be blocked, or still to come. #}
  function send(id) {
    if (sent[id] || typeof window.rtp !== 'function') { return; }
    sent[id] = true;
    own[id].calls.forEach(function (value) { call('send', 'event', { value: value }); });
    if (own[id].refresh) { call('get', 'campaign', true); }
  }
  {#- If the function fails, the browser reports it, and everything else is sent. #}
  function call() {
    try {
      window.rtp.apply(window, arguments);
    } catch (error) {
      setTimeout(function () { throw error; });
    }
  }
  {#- The ids that an element is marked with, by its attribute and by its classes. One that no event has is reported,
    once; a file that comes later may still have it. #}
  function getMarks(node) {
    var id = element.getAttribute.call(node, '{{ mark }}');
    return [].concat.apply(id === null ? [] : [id], [].slice.call(element.__lookupGetter__('classList').call(node)).map(function (name) {
      return name.indexOf('{{ mark_class }}') ? [] : name.slice({{ mark_class | length }});
    })).filter(function (id) {
      if (page.known[id]) { return true; }
      page.known[id] = 1;
      report('no event has the id \u0022' + id + '\u0022');
    });
  }
  {#- The node and those around it, from the inside out, out of shadow roots, too. #}
  function getPath(node) {
    return node ? [node].concat(getPath(get(node, 'parentNode') || get(node, 'host'))) : [];
  }
  {#- Code, or a value, without what makes no difference to a call: comments, white space, quotes, the brackets of lists.
    A regular expression may have an escaped slash beside another one. #}
  function compact(code) {
    return code.replace(/(\\.|(['\u0022\u0060])(?:\\[\s\S]|(?!\2)[^\\])*\2)|\/\*[\s\S]*?\*\/|\/\/.*/g, '$1')
      .replace(/\\(?:u(....)|x(..))/g, function (all, four, two) { return String.fromCharCode(parseInt(four || two, 16)); })
      .replace(/(\b\s+\b)|[\s'\u0022\u0060\\[\]]|\?\.(?=\()|,(?=\s*[})\]])/g, function (all, gap) { return gap ? ' ' : ''; });
  }
  {#- Whether handlers of the elements make the calls, as far as can be read, and the page lets them run. A name that
    goes on before the one of the function is that of another one. #}
  function isHandled(trigger, path, calls) {
    var code = path.map(function (node) { return compact(String(get(node, 'on' + trigger))); }).join();
    return calls.every(function (value) {
      return code.split('rtp(send,event,\u007bvalue:' + compact(JSON.stringify(value)) + '}').slice(0, -1).some(function (part) {
        return (/(^|[^\w$.])((window|self|globalThis|this)\.)*$/).test(part);
      });
    });
  }
  {#- An element of another document has another class. #}
  function isElement(node) {
    return get(node, 'nodeType') === 1;
  }
  {#- The document, or a shadow root. #}
  function isRoot(node) {
    return get(node, 'getElementById');
  }
  function isAwaited(id, trigger) {
    return own[id] ? (sent[id] ? false : own[id].on === trigger) : false;
  }
  {#- Sends each event of the element and of those around it: by their marks, and by the selectors that name them. #}
  function happen(trigger, nodes) {
    var path = nodes.filter(isElement);
    var found = table();
    var plain = [];
    var named = selected.filter(function (id) { return isAwaited(id, trigger); });
    named.forEach(function (id) {
      var selector = own[id].selector;
      if (selector.indexOf(':has(') === -1) {
        plain.push(selector);
      } else {
        {#- To ask each element whether such a selector names it searches what is in it, each time. #}
        found[id] = findAll(nodes.filter(isRoot), selector);
      }
    });
    path.forEach(function (node) {
      {#- Most elements are named by no selector: to ask for all at once is quick. #}
      var isPlain = plain.length ? element.matches.call(node, plain.join()) : false;
      getMarks(node).concat(named.filter(function (id) {
        return found[id] ? found[id].indexOf(node) !== -1 : isPlain ? element.matches.call(node, own[id].selector) : false;
      })).forEach(function (id) {
        if (!isAwaited(id, trigger) || isHandled(trigger, path, own[id].calls)) { return; }
        happened[id] = true;
        send(id);
      });
    });
  }
  function hear(event) {
    happen(event.type, event.composedPath());
  }
  {#- An element with display: contents has no box itself; what is in it has. #}
  function watch(node) {
    if (getComputedStyle(node).display === 'contents') {
      findAll([node, getShadow(node)].filter(Boolean), '*').forEach(watch);
    } else {
      observer.observe(node);
    }
  }
  function observe(entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) { return; }
      if (getComputedStyle(entry.target).visibility === 'visible') {
        happen('visible', getPath(entry.target));
      } else {
        {#- The next look asks again. #}
        observer.unobserve(entry.target);
      }
    });
  }
  function lookFor(id) {
    var wait = own[id].seconds * 1000;
    var found = selected.indexOf(id) === -1 ? [] : findAll(roots, own[id].selector);
    if (own[id].on === 'visible') {
      {#- One search for both marks would take ten times as long. #}
      if (observer) { found.concat(findAll(roots, '[{{ mark }}=\u0027' + id + '\u0027]'), findAll(roots, '.{{ mark_class }}' + id)).forEach(watch); }
      if (happened[id]) { send(id); }
    } else if (!own[id].selector || found.length) {
      if (!(id in since)) { since[id] = before; }
      if (Math.min(time - since[id], wait) === wait) { send(id); }
    } else {
      delete since[id];
    }
  }
  {#- The document, and the open shadow roots in it. (Libraries for arrays have a reduce of their own.) #}
  function getRoots(root) {
    return [].concat.apply([root], findAll([root], '*').map(getShadow).filter(Boolean).map(getRoots));
  }
  {#- Time counts while the visitor can see the page. #}
  function tick() {
    if (!hidden) { time -= clock; }
    clock = performance.now();
    if (!hidden) { time += clock; }
    hidden = get(document, 'hidden');
  }
  function rest(wait) {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  }
  {#- A page view begins: what it sends is sent again. #}
  function begin(wait) {
    tick();
    sent = table();
    happened = table();
    since = table();
    looked = time;
    path = location.pathname;
    query = location.search;
    queue = [];
    if (observer) { observer.disconnect(); }
    rest(wait);
  }
  {#- Another path is another view. To replace only the query is not: sites do so to store filters, and to drop what a
    campaign has added. Most routers show the page after they have changed its address, so the look comes later. #}
  function move(event) {
    var isNew = path !== location.pathname ||
      (/push|traverse|pop/).test(query === location.search || event.navigationType || event.type);
    query = location.search;
    if (isNew) { begin(1000); }
    return isNew;
  }
  function leave(event) {
    leaving = event.detail.action;
  }
  function arrive() {
    {#- To replace a page is to renew it, or its address tells. #}
    if (leaving) { (leaving === 'replace' ? rest : begin)(0); }
    leaving = '';
  }
  function push() {
    begin(1000);
  }
  function show(event) {
    if (event.persisted) {
      leaving = '';
      begin(0);
    }
  }
  {#- Looks once a second: elements and the function may come later. So that the page stays quick, it stops after 10
    milliseconds for what else is to be done, and rests ten times as long as it worked. Before the page has loaded, or
    while it is only prerendered, a router may already have changed the address. #}
  function look() {
    if (!started) { return; }
    var begun = performance.now();
    tick();
    if (!router) {
      rest(1000);
      if (move({})) { return; }
    }
    if (!queue.length) {
      queue = Object.keys(own).filter(function (id) {
        return leaving ? false : isAwaited(id, 'visible') || isAwaited(id, 'load');
      });
      if (!queue.length) { return; }
      roots = getRoots(document);
      worked = 0;
      before = looked;
      looked = time;
    }
    while (queue.length) {
      lookFor(queue.shift());
      if (Math.max(performance.now() - begun, 10) !== 10) { break; }
    }
    worked += performance.now() - begun;
    rest(queue.length ? 0 : Math.max(worked * 10, 1000));
  }
  function start() {
    if (started) { return; }
    started = true;
    findAll(getRoots(document), '[{{ mark }}],[class*={{ mark_class }}]').forEach(getMarks);
    look();
  }
  {#- On the window and first of all: another listener may stop what happens on its way. To add a listener twice does
    nothing. #}
  function on(name, act) {
    addEventListener(name, act, true);
  }
  function listen() {
    tick();
    on('click', hear);
    on('submit', hear);
    on('visibilitychange', tick);
    on('pageshow', show);
    on('popstate', move);
    if (router) { router.addEventListener('currententrychange', move); }
    on('htmx:pushedIntoHistory', push);
    on('turbo:visit', leave);
    on('turbo:load', arrive);
    if (get(document, 'prerendering')) {
      on('prerenderingchange', listen);
    } else if (get(document, 'readyState') === 'complete') {
      start();
    } else {
      on('load', start);
    }
  }
  window[NAME] = page;
  Object.keys(events).forEach(take);
  {#- For all files: document.open has taken away what listens. A router may run the same file once more on each page. #}
  if (Object.keys(own).length || !page.listeners.length) { page.listeners.push(listen); }
  page.listeners.forEach(function (again) { again(); });
}());
{% endfilter %}
