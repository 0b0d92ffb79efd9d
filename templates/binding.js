{% filter without_indentation %}
{#- The binding sends the events of marked elements and selectors. The emitted script contains no comments and no
  indentation. It is ECMAScript 5 without double quotes, "<", ">" and "&", so that it is safe in any place. -#}
(function () {
  'use strict';
  var events = {
{{ events }}
  };
  {#- All bindings on a page share this state, so that no event is sent by two of them. An element with this id is not
    an own property of the window. #}
  var NAME = 'rtpsnippets binding';
  var page = {}.hasOwnProperty.call(window, NAME) ? window[NAME] : { known: table(), listeners: [] };
  {#- The events of this file, and the ids of those with a selector that the browser supports. #}
  var own = table();
  var selected = [];
  {#- In this page view: which events were sent, which have happened, and since when their elements have existed. #}
  var sent = table();
  var happened = table();
  var since = table();
  {#- How long the page has been visible, in milliseconds, and the same at the last two looks. #}
  var time = 0;
  var looked = 0;
  var before = 0;
  var clock = performance.now();
  var hidden = false;
  var path = location.pathname;
  var query = location.search;
  {#- The action of a Turbo visit that has begun: advance, replace or restore. #}
  var leaving = '';
  var started = false;
  var element = Element.prototype;
  {#- window.navigation can be an element with this id, which has no such function. #}
  var router = (window.navigation || {}).updateCurrentEntry ? window.navigation : null;
  var observer = typeof window.IntersectionObserver === 'function' ? new IntersectionObserver(observe) : null;
  var roots = [];
  var queue = [];
  var worked = 0;
  var timer = 0;
  {#- An object without inherited properties, because an id may have the name of one. #}
  function table() {
    return Object.create(null);
  }
  {#- A named element can hide a property: a control one of its form, a form one of the document. #}
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
      {#- An image, because it has no contents to search. #}
      new Image().matches(own[id].selector);
      selected.push(id);
    } catch (error) {
      report('the event \u0022' + id + '\u0022 has a bad selector: ' + own[id].selector);
    }
  }
  {#- Without the function, nothing is sent or reported: the tag may be blocked, or may load later. #}
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
  {#- The ids that an element is marked with, by its attribute and its classes. An unknown id is reported once; a later
    file may still define it. #}
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
  {#- The node and its ancestors, including those outside its shadow roots. #}
  function getPath(node) {
    return node ? [node].concat(getPath(get(node, 'parentNode') || get(node, 'host'))) : [];
  }
  {#- Code, or a value, without the parts that do not change a call: comments, white space, quotes and brackets of lists.
    A regular expression may contain an escaped slash next to another slash. #}
  function compact(code) {
    return code.replace(/(\\.|(['\u0022\u0060])(?:\\[\s\S]|(?!\2)[^\\])*\2)|\/\*[\s\S]*?\*\/|\/\/.*/g, '$1')
      .replace(/\\(?:u(....)|x(..))/g, function (all, four, two) { return String.fromCharCode(parseInt(four || two, 16)); })
      .replace(/(\b\s+\b)|[\s'\u0022\u0060\\[\]]|\?\.(?=\()|,(?=\s*[})\]])/g, function (all, gap) { return gap ? ' ' : ''; });
  }
  {#- Whether handlers of the elements make the calls, as far as their code shows, and the page allows them to run. With
    another prefix before its name, it is another function. #}
  function isHandled(trigger, path, calls) {
    var code = path.map(function (node) { return compact(String(get(node, 'on' + trigger))); }).join();
    return calls.every(function (value) {
      return code.split('rtp(send,event,\u007bvalue:' + compact(JSON.stringify(value)) + '}').slice(0, -1).some(function (part) {
        return (/(^|[^\w$.])((window|self|globalThis|this)\.)*$/).test(part);
      });
    });
  }
  {#- instanceof fails for elements of other documents. #}
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
  {#- Sends each event of an element and its ancestors: those they are marked with, and those whose selectors match. #}
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
        {#- Matching each element against such a selector would search its contents each time. #}
        found[id] = findAll(nodes.filter(isRoot), selector);
      }
    });
    path.forEach(function (node) {
      {#- Most elements match no selector, and testing all selectors at once is fast. #}
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
  {#- An element with display: contents has no box itself, but its contents do. #}
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
        {#- The next look observes it again. #}
        observer.unobserve(entry.target);
      }
    });
  }
  function lookFor(id) {
    var wait = own[id].seconds * 1000;
    var found = selected.indexOf(id) === -1 ? [] : findAll(roots, own[id].selector);
    if (own[id].on === 'visible') {
      {#- One search for both would take ten times as long. #}
      if (observer) { found.concat(findAll(roots, '[{{ mark }}=\u0027' + id + '\u0027]'), findAll(roots, '.{{ mark_class }}' + id)).forEach(watch); }
      if (happened[id]) { send(id); }
    } else if (!own[id].selector || found.length) {
      if (!(id in since)) { since[id] = before; }
      if (Math.min(time - since[id], wait) === wait) { send(id); }
    } else {
      delete since[id];
    }
  }
  {#- The document and its open shadow roots. (Some array libraries replace reduce.) #}
  function getRoots(root) {
    return [].concat.apply([root], findAll([root], '*').map(getShadow).filter(Boolean).map(getRoots));
  }
  {#- Time counts only while the page is visible. #}
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
  {#- A page view begins: all events can be sent again. #}
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
  {#- Another path is a new view. Replacing only the query is not: sites do so to store filters, and to remove campaign
    parameters. Most routers show the page after changing its address, so the look comes later. #}
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
    {#- Replacing is a refresh of the same page; otherwise its address has changed, which the next look notices. #}
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
  {#- Looks once a second, because elements and the function may be added later. To keep the page fast, it pauses after
    10 milliseconds for other work, and rests ten times as long as it worked. A router may change the address before the
    page has loaded, or while it is prerendered. #}
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
  {#- On the window and in the capture phase, because other listeners may stop the propagation. Adding a listener again
    has no effect. #}
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
  {#- For all files, because document.open removes listeners. A router may run the same file again on each page. #}
  if (Object.keys(own).length || !page.listeners.length) { page.listeners.push(listen); }
  page.listeners.forEach(function (again) { again(); });
}());
{% endfilter %}
