{% filter without_indentation %}
{#- The recorder shows the calls of rtp in a panel on any page. It runs from a bookmark or the browser's console, adds
  one element and one timer to the page, and no listeners outside of the element. The emitted script contains no comments and no
  indentation. -#}
(function () {
  'use strict';
  {#- Each row: id, values, selector, trigger. -#}
  const events = [
{{ events }}
  ];
  const NAME = 'rtpsnippets-recorder';
  const SHOWN = 500;
  const VALUES_PER_CALL = {{ values_per_call }};
  const { getAttribute, getAttributeNames } = Element.prototype;
  const opened = document.querySelector(NAME);
  if (opened && {}.hasOwnProperty.call(opened, 'focus')) {
    opened.focus();
    return;
  }
  {#- The ids of the events that send a value. -#}
  const ids = new Map();
  events.forEach(([id, values]) => values.forEach((value) => ids.set(value, [...(ids.get(value) || []), id])));
  const simple = Array.from(ids.keys(), (value) => [simplify(value), value]);
  {#- What is known about a value, by value. -#}
  const verdicts = new Map();
  {#- Functions of the page by their proxies, and the other way around. -#}
  const targets = new WeakMap();
  const proxies = new WeakMap();
  {#- The own property rtp of the window before it was watched, and what the page has assigned since. -#}
  let before;
  let assigned = false;
  let value;
  let isWatched = false;
  let isLocked = false;
  let last;
  let queue;
  {#- How many calls are being passed on right now. -#}
  let busy = 0;
  {#- The last calls that were passed on: their arguments, and the functions that got them. -#}
  let passed = [];
  let isMuted = false;
  let isClosed = false;
  let address = location.href;
  let sent = new Set();
  {#- The lines that are not in the log yet, and how many calls there are in all. -#}
  let lines = [];
  let count = 0;
  let ticks = 0;
  let boxes = [];
  let frame = 0;

  {#- The function rtp of the page. The audit would mistake other ways to get it for calls. -#}

  function getCurrent() {
    return Reflect.get(window, 'rtp');
  }
  function unwrap(target) {
    return targets.get(target) || target;
  }
  function wrap(target) {
    if (typeof target !== 'function' || targets.has(target)) { return target; }
    if (!proxies.has(target)) {
      const proxy = new Proxy(target, { apply: pass });
      proxies.set(target, proxy);
      targets.set(proxy, target);
    }
    return proxies.get(target);
  }
  {#- Whether a call goes on to another function: from a wrapper that waits, or from the queue of the tag. The queue may
    go through the current function, where only an object tells its calls from new ones. -#}
  function isPassedOn(target, values) {
    const isCurrent = target === unwrap(getCurrent());
    const call = isCurrent && !values.some(isObject) ? undefined : passed.find((each) => {
      return !each.targets.has(target) && each.values.length === values.length && each.values.every((part, at) => part === values[at]);
    });
    if (call) { call.targets.add(target); }
    return call !== undefined || (busy > 0 && !isCurrent);
  }
  function isObject(part) {
    return typeof part === 'object' && part !== null;
  }
  function keep(target, values) {
    passed = [...passed.slice(1 - SHOWN), { values, targets: new Set([target]) }];
  }
  {#- A wrapper that the page made later may call an earlier proxy: that is the same call. -#}
  function pass(target, self, values) {
    const isInner = isPassedOn(target, values);
    if (!isClosed && !isInner) {
      record(values);
      if (isMuted) { return undefined; }
      keep(target, values);
    }
    busy += 1;
    try {
      return Reflect.apply(target, self, values);
    } finally {
      busy -= 1;
    }
  }
  {#- Without an own property, this may be an element with the id rtp. -#}
  function read() {
    if (before && before.get) { return before.get.call(window); }
    return assigned ? value : Reflect.get(Object.getPrototypeOf(window), 'rtp');
  }
  function get() {
    return wrap(read());
  }
  function set(next) {
    if (before && before.set) {
      before.set.call(window, unwrap(next));
    } else {
      assigned = true;
      value = unwrap(next);
    }
    notice();
  }
  function isReadOnly(found) {
    return found ? !found.writable && !found.set : false;
  }
  {#- Watches the property, or replaces its value if it is not configurable. A page can undo either. -#}
  function watch() {
    const found = Object.getOwnPropertyDescriptor(window, 'rtp');
    if (found && found.get === get) { return; }
    isWatched = !found || found.configurable;
    if (isWatched) {
      before = found;
      assigned = found ? 'value' in found : false;
      value = found ? unwrap(found.value) : undefined;
      Object.defineProperty(window, 'rtp', {
        get, set: isReadOnly(found) ? undefined : set, enumerable: found ? found.enumerable : true, configurable: true,
      });
    } else if (typeof getCurrent() !== 'function' || targets.has(getCurrent())) {
      return;
    } else {
      Reflect.set(window, 'rtp', wrap(getCurrent()));
      isLocked = !targets.has(getCurrent());
    }
    notice();
    listQueue();
  }
  function restore() {
    const found = Object.getOwnPropertyDescriptor(window, 'rtp');
    if (found && found.get === get) {
      if (before && before.get) {
        Object.defineProperty(window, 'rtp', before);
      } else if (assigned) {
        const { writable, enumerable } = before || { writable: true, enumerable: true };
        Object.defineProperty(window, 'rtp', { value, writable, enumerable, configurable: true });
      } else {
        Reflect.deleteProperty(window, 'rtp');
      }
    } else if (targets.has(getCurrent())) {
      Reflect.set(window, 'rtp', unwrap(getCurrent()));
    }
  }
  {#- Notices another function, and another address in a single-page site. -#}
  function notice() {
    const now = unwrap(getCurrent());
    if (typeof now === 'function' && now !== last) {
      if (last) { say('rtp is now another function: Marketo\u2019s script or another script replaced it.'); }
      if (!last && ticks) { say('The function rtp was created.'); }
      last = now;
    }
    if (address !== location.href) {
      address = location.href;
      sent = new Set();
      say('Page: ' + location.pathname + location.search + location.hash);
    }
  }
  function getQueue() {
    const { q } = Object(getCurrent());
    return Array.isArray(q) ? q : [];
  }
  function isStub() {
    return (/\.q\b[^]*\.push\(\s*arguments/).test(Function.prototype.toString.call(unwrap(getCurrent())));
  }
  {#- Calls that the recorder did not see, as far as the stub has kept them. -#}
  function listQueue() {
    if (typeof getCurrent() !== 'function') { return; }
    const waiting = getQueue();
    if (getCurrent().q !== queue) {
      waiting.map((values) => Array.from(Object(values))).forEach((values) => {
        record(values, 'before');
        keep(unwrap(getCurrent()), values);
      });
    }
    if (!waiting.length && !ticks) {
      say(isStub() ? 'No calls were made before the recorder started.' : 'Calls made before the recorder started are not known.');
    }
  }

  {#- What a call sends. -#}

  function getTime() {
    return new Date().toTimeString().slice(0, 8);
  }
  function say(text) {
    lines.push({ time: getTime(), text });
  }
  {#- A value may be an object that fails when it is read. -#}
  function record(values, time) {
    try {
      take(values, time);
    } catch {
      say('A call could not be read.');
    }
  }
  function take(values, time) {
    notice();
    count += 1;
    const [what, which, data] = values;
    const line = { time: time || getTime(), isMuted: time ? false : isMuted };
    if (what === 'send' && which === 'event') {
      const { value } = Object(data);
      line.values = Array.isArray(value) ? [...value] : [value];
      line.isRepeated = line.values.every((each) => sent.has(each));
      line.values.forEach((each) => sent.add(each));
    } else {
      line.text = 'rtp(' + values.map(write).join(', ') + ')';
    }
    lines.push(line);
  }
  function write(part) {
    if (typeof part === 'function') { return 'function'; }
    if (part instanceof Node) { return 'element'; }
    let text;
    try {
      text = JSON.stringify(part);
    } catch {
      text = 'object';
    }
    return String(text).slice(0, 200);
  }
  function simplify(text) {
    const lower = text.normalize('NFKC').toLowerCase();
    return lower.replace(/[^\p{L}\p{N}]/gu, '') || lower;
  }
  {#- How many characters differ between the first and the last difference of two texts. -#}
  function compare(one, other) {
    const length = Math.min(one.length, other.length);
    let start = 0;
    let end = 0;
    while (start < length && one[start] === other[start]) { start += 1; }
    while (end < length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) { end += 1; }
    return Math.max(one.length, other.length) - start - end;
  }
  function findNearest(text) {
    const given = simplify(text);
    let least = Math.min(3, given.length / 3);
    let nearest;
    simple.forEach(([other, value]) => {
      const distance = compare(given, other);
      if (distance < least) {
        least = distance;
        nearest = value;
      }
    });
    return nearest;
  }
  function judge(value) {
    if (value === undefined) { return { problem: 'The call has no value.' }; }
    if (typeof value !== 'string') { return { problem: 'The value is not a string.' }; }
    if (ids.has(value)) { return { ids: ids.get(value) }; }
    const nearest = findNearest(value);
    if (nearest === undefined) { return { problem: 'not defined' }; }
    return { problem: ['not defined; did you mean ', quote(nearest), ' (' + ids.get(nearest).join(', ') + ')?'] };
  }
  function getVerdict(value) {
    if (!verdicts.has(value)) { verdicts.set(value, judge(value)); }
    return verdicts.get(value);
  }

  {#- The elements that send. -#}

  function getRoots(top) {
    return [top, ...Array.from(top.querySelectorAll('*'), (node) => node.shadowRoot).filter(Boolean).flatMap(getRoots)];
  }
  {#- Whether the binding on the page sends the event. The escape hides the name from the audit, which would take this
    script for a binding. -#}
  function isBound(id) {
    const page = Object(Object.getOwnPropertyDescriptor(window, 'rtpsnippets\u0020binding')).value;
    return page ? page.known[id] === true : false;
  }
  function describe(id) {
    const row = events.find(([known]) => known === id);
    if (!row) { return id + ': not defined'; }
    const when = row[3] === 'click' ? id : id + ', ' + row[3];
    return isBound(id) ? when : when + ': needs rtp-events.js';
  }
  const TEXTS = /(['\x22\x60])((?:\\[^]|(?!\1)[^\\])*)\1/g;
  const VALUES = /\bvalue['\x22]?\s*:\s*\[?((?:\s*,?\s*(['\x22\x60])(?:\\[^]|(?!\2)[^\\])*\2)+)/g;
  {#- The values that the code of a handler sends, as far as they are written there. -#}
  function getValues(code) {
    const isCall = (/\brtp\b[^]*send[^]*event/).test(code);
    return (isCall ? [...code.matchAll(VALUES)] : []).flatMap(([, texts]) => Array.from(texts.matchAll(TEXTS), ([,, text]) => {
      return text.replace(/\\(?:u(....)|x(..)|([^]))/g, (all, four, two, one) => one || String.fromCharCode(parseInt(four || two, 16)));
    }));
  }
  {#- The code in a handler, or in the address of a link. -#}
  function getCode(node, name) {
    const code = getAttribute.call(node, name);
    if (name !== 'href') { return code; }
    if (!(/^\s*javascript:/i).test(code)) { return ''; }
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  }
  {#- Each element with what its outline says. -#}
  function scan() {
    const found = new Map();
    const roots = getRoots(document);
    function search(selector, getTexts) {
      roots.forEach((top) => top.querySelectorAll(selector).forEach((node) => {
        getTexts(node).forEach((text) => found.set(node, (found.get(node) || new Set()).add(text)));
      }));
    }
    search('[{{ mark }}]', (node) => [describe(getAttribute.call(node, '{{ mark }}'))]);
    search('[class*={{ mark_class }}]', (node) => {
      const classes = getAttribute.call(node, 'class').split(/\s+/).filter((name) => !name.indexOf('{{ mark_class }}'));
      return classes.map((name) => describe(name.slice({{ mark_class | length }})));
    });
    events.forEach(([id,, selector]) => {
      try {
        if (selector) { search(selector, () => [describe(id)]); }
      } catch {
        return;
      }
    });
    search('*', (node) => {
      const names = getAttributeNames.call(node).filter((name) => name === 'href' || name.startsWith('on'));
      return names.flatMap((name) => getValues(getCode(node, name))).flatMap((value) => {
        return ids.get(value) || ['\u201c' + value + '\u201d: not defined'];
      });
    });
    found.delete(host);
    return Array.from(found, ([node, texts]) => [node, [...texts].join('; '), [...texts].some((text) => text.includes(': '))]);
  }

  {#- The panel. -#}

  function make(name, type, ...children) {
    const node = document.createElement(name);
    if (type) { node.className = type; }
    node.append(...children);
    return node;
  }
  function makeButton(text, act) {
    const button = make('button', '', text);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  }
  {#- A value, with each character that cannot be seen as an escape. -#}
  function quote(text) {
    const parts = text.split(/((?! )[\p{C}\p{Z}])/u).map((part, at) => {
      return at % 2 ? make('mark', '', '\\u' + part.charCodeAt(0).toString(16).padStart(4, '0')) : part;
    });
    return make('code', '', ...parts);
  }
  function showValue(value) {
    const { ids, problem } = getVerdict(value);
    const written = typeof value === 'string' ? quote(value) : make('code', 'other', write(value));
    return make('p', '', written, ' ', problem ? make('strong', '', ...[problem].flat()) : make('b', '', ids.join(', ')));
  }
  function showLine({ time, text, values, isMuted, isRepeated }) {
    const parts = values ? values.map(showValue) : [make('p', 'quiet', text)];
    const notes = [];
    if (values && values.length > VALUES_PER_CALL) { notes.push('Marketo accepts at most ' + VALUES_PER_CALL + ' values in one call.'); }
    if (isRepeated) { notes.push('Sent before in this page view.'); }
    if (isMuted) { notes.push('Not sent.'); }
    return make('li', '', make('time', '', time), make('div', '', ...parts, ...notes.map((note) => make('p', 'note', note))));
  }
  function show() {
    if (lines.length) {
      const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
      list.append(...lines.slice(-SHOWN).map(showLine));
      lines = [];
      while (list.children.length > SHOWN) { list.firstChild.remove(); }
      if (isAtEnd) { log.scrollTop = log.scrollHeight; }
    }
    empty.hidden = list.children.length > 0;
    put(total, count + (count === 1 ? ' call' : ' calls') + (count > SHOWN ? '; the last ' + SHOWN + ' lines are shown' : ''));
    const [word, text] = getStatus();
    put(state, word);
    put(status, text + (isLocked || isWatched ? '' : ' The page does not let the recorder watch rtp. It checks rtp every 100 ms, so calls may be missed.'));
    status.parentNode.className = 'status ' + ({ Loaded: 'good', Waiting: 'waiting' }[word] || 'bad');
  }
  {#- A screen reader would announce the same text again. -#}
  function put(node, text) {
    if (node.textContent !== text) { node.textContent = text; }
  }
  function getStatus() {
    const now = getCurrent();
    const waiting = getQueue().length;
    if (now instanceof Element || now instanceof HTMLCollection) {
      return ['No tag', 'An element of this page has the id or name rtp. Rename it.'];
    }
    if (typeof now !== 'function') { return ['No tag', 'This page has no function rtp.']; }
    if (isLocked) { return ['Cannot record', 'The page has locked the function rtp.']; }
    if (waiting) { return ['Waiting', (waiting === 1 ? '1 call is' : waiting + ' calls are') + ' in the queue of the tag.']; }
    if (isStub()) { return ['Waiting', 'The tag still has its queue, which is empty.']; }
    return ['Loaded', 'rtp is no longer the tag\u2019s placeholder: Marketo\u2019s script has probably loaded.'];
  }
  function mute() {
    isMuted = !isMuted;
    muting.setAttribute('aria-pressed', isMuted);
    panel.classList.toggle('muted', isMuted);
  }
  function clear() {
    list.replaceChildren();
    lines = [];
    count = 0;
    show();
  }
  function fold() {
    main.hidden = !main.hidden;
    folding.textContent = main.hidden ? 'Expand' : 'Collapse';
  }
  function outline() {
    const isShown = !frame;
    outlining.setAttribute('aria-pressed', isShown);
    cancelAnimationFrame(frame);
    frame = 0;
    refresh();
    if (isShown) { draw(); } else { layer.replaceChildren(); }
  }
  function refresh() {
    boxes = scan();
    put(outlining, 'Outlines: ' + boxes.length);
  }
  {#- In each frame, because pages scroll and move their elements in many ways. A label that would cover another one
    moves below its box, or further down. -#}
  function draw() {
    frame = requestAnimationFrame(draw);
    const places = boxes.slice(0, SHOWN).map(([node, text, isBad]) => ({ box: node.getBoundingClientRect(), text, isBad }));
    places.sort(({ box }, other) => box.top - other.box.top || box.left - other.box.left);
    while (layer.children.length > places.length * 2) { layer.lastChild.remove(); }
    const taken = [];
    places.forEach(({ box: { left, top, right, bottom }, text, isBad }, at) => {
      if (!layer.children[at * 2]) { layer.append(make('div'), make('span')); }
      const [box, label] = [layer.children[at * 2], layer.children[at * 2 + 1]];
      box.hidden = label.hidden = left === right || top === bottom || bottom < 0 || top > innerHeight;
      if (box.hidden) { return; }
      put(label, text);
      box.className = label.className = isBad ? 'bad' : '';
      Object.assign(box.style, { left: left + 'px', top: top + 'px', width: right - left + 'px', height: bottom - top + 'px' });
      const x = Math.max(0, left);
      const end = x + Math.min(8 * text.length, 320);
      let y = Math.max(0, top - 18);
      const isTaken = () => taken.some((other) => x < other.end && other.x < end && Math.abs(y - other.y) < 18);
      if (isTaken()) { y = Math.max(y, bottom); }
      while (isTaken()) { y += 18; }
      taken.push({ x, y, end });
      Object.assign(label.style, { left: x + 'px', top: y + 'px' });
    });
  }
  function close() {
    isClosed = true;
    clearInterval(timer);
    cancelAnimationFrame(frame);
    host.remove();
    restore();
  }
  {#- A router may replace the whole document. -#}
  function tick() {
    if (!host.isConnected) { document.documentElement.append(host); }
    watch();
    notice();
    queue = Object(getCurrent()).q;
    show();
    if (ticks % 10 === 0) { refresh(); }
    ticks += 1;
  }

  const style = new CSSStyleSheet();
  style.replaceSync(String.raw`
{% include "recorder.css" %}
  `);
  const host = document.createElement(NAME);
  {#- Closed, so that a selector of the page's binding matches nothing in it. -#}
  const root = host.attachShadow({ mode: 'closed' });
  const folding = makeButton('Collapse', fold);
  const outlining = makeButton('', outline);
  const muting = makeButton('Do not send', mute);
  const state = make('b');
  const status = make('span');
  const total = make('p', 'total');
  const list = make('ol');
  const empty = make('p', 'empty', 'Calls appear here.');
  const log = make('div', 'log', empty, list);
  const main = make('div', 'main',
    make('p', 'status', state, ' ', status),
    make('div', 'bar', outlining, muting, makeButton('Clear', clear)),
    total, log,
    make('p', 'warning', 'Calls are not sent: \u201cDo not send\u201d is on.'));
  const panel = make('section', 'panel', make('header', '', make('b', '', 'RTP recorder'), folding, makeButton('Close', close)), main);
  const layer = make('div', 'layer');
  outlining.setAttribute('aria-pressed', false);
  muting.setAttribute('aria-pressed', false);
  panel.setAttribute('aria-label', 'RTP recorder');
  panel.tabIndex = -1;
  main.firstChild.setAttribute('role', 'status');
  layer.setAttribute('aria-hidden', true);
  log.setAttribute('role', 'log');
  log.setAttribute('aria-label', 'Calls');
  log.tabIndex = 0;
  {#- Clicks and keys in the panel must not reach the page. -#}
  ['click', 'mousedown', 'mouseup', 'pointerdown', 'touchstart', 'keydown', 'keypress', 'keyup', 'focusin'].forEach((name) => {
    root.addEventListener(name, (event) => { event.stopPropagation(); });
  });
  root.adoptedStyleSheets = [style];
  root.append(layer, panel);
  host.focus = () => { panel.focus(); };
  host.style.setProperty('all', 'initial', 'important');
  const timer = setInterval(tick, 100);
  tick();
}());
{% endfilter %}
