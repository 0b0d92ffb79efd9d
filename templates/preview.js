/* The preview: records what is sent in place of the tag, copies and searches. It stands in the head, so that no click
   comes before it. */
(function () {
  'use strict';

  const events = [
{{ events }}
  ];
  const elementStyle = {{ element_style }};
  const THEME = 'rtpsnippets preview theme';
  const ANNOUNCED = 50;
  const DONE = 2000;
  /* Blanks at the ends or in a row, what a literal escapes, and what can't be seen. */
  const SUSPECT = /(^ +| +$| {2,}|[\\']|(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800])/u;
  const SHORT = { '\\': '\\\\', '\'': '\\\'', '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r' };

  let card = null;
  let sent = 0;

  function find(selector) {
    return document.querySelector(selector);
  }

  function cards() {
    return Array.from(document.querySelectorAll('.event'));
  }

  function make(name, type, ...children) {
    const node = document.createElement(name);
    if (type) { node.className = type; }
    node.append(...children);
    return node;
  }

  /* Of each code unit, since a literal has no other escape for what lies beyond U+FFFF. */
  function escaped(sign) {
    const units = sign.split('').map((unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
    return sign[0] === ' ' ? sign : SHORT[sign] || units.join('');
  }

  function literal(text) {
    const parts = text.split(SUSPECT).map((part, at) => (at % 2 ? make('mark', '', escaped(part)) : part));
    return ['\'', ...parts, '\''];
  }

  function joined(lists) {
    return lists.flatMap((list, at) => (at ? [', ', ...list] : list));
  }

  /* What was sent, as JavaScript that sends it: a list of texts and marks. */
  function shown(value) {
    if (typeof value === 'string') { return literal(value); }
    if (Array.isArray(value)) { return ['[', ...joined(value.map(shown)), ']']; }
    if (value === null || typeof value !== 'object') { return [String(value)]; }
    const members = Object.keys(value).map((name) => [name + ': ', ...shown(value[name])]);
    return members.length ? ['{ ', ...joined(members), ' }'] : ['{}'];
  }

  /* The log of the event that is being tried. */

  function add(type, ...children) {
    const log = card.querySelector('.log');
    if (!log.querySelector('ol')) { log.replaceChildren(make('ol')); }
    log.firstChild.append(make('li', type, ...children));
    log.scrollTop = log.scrollHeight;
    if (log.scrollHeight > log.clientHeight) { log.tabIndex = 0; }
  }

  function separate() {
    const entries = card.querySelectorAll('.log li');
    if (entries.length) { entries[entries.length - 1].classList.add('last'); }
  }

  function record(...values) {
    if (!card) { return; }
    sent += 1;
    add('call', make('code', '', 'rtp(', ...joined(values.map(shown)), ');'));
  }

  function describe(link) {
    const way = link.hasAttribute('download') ? 'It would download ' : 'It would lead to ';
    const tab = link.target.toLowerCase() === '_blank' ? ', in a new tab' : '';
    add('said', way, make('code', '', link.getAttribute('href')), tab, '.');
  }

  /* A click on an element of an event, or on what runs its calls; it is first here, then at the handlers. */
  function take(event) {
    const target = event.target instanceof Element ? event.target : document.body;
    card = target.closest('.event') || card;
    const isElement = target.matches('.element') && event.composedPath()[0] !== target;
    const isRun = target.closest('.run') !== null;
    if (!(isElement || isRun) || event.button > 1) { return; }
    separate();
    if (isRun) { return; }
    const link = event.composedPath().find((node) => node instanceof Element && node.matches('a[href]'));
    if (link) { event.preventDefault(); }
    const isOnce = card.querySelector('.again') !== null;
    const before = sent;
    setTimeout(() => {
      if (sent === before) { add('said', isOnce ? 'Nothing more is sent on this page view.' : 'Nothing was sent.'); }
      if (link) { describe(link); }
    });
  }

  /* Copying. */

  function say(text) {
    const said = find('.unseen.said');
    said.textContent = '';
    setTimeout(() => { said.textContent = text; }, ANNOUNCED);
  }

  /* For a browser that gives no clipboard to a page: the text goes there as it is, through no field that changes it. */
  function copyByCommand(text) {
    let isDone = false;
    function put(event) {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      isDone = true;
    }
    document.addEventListener('copy', put);
    document.execCommand('copy');
    document.removeEventListener('copy', put);
    return isDone;
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByCommand(text);
    }
  }

  async function copy(button) {
    const at = cards().indexOf(button.closest('.event'));
    const place = Array.from(button.closest('.event').querySelectorAll('.copy')).indexOf(button);
    const [word, what] = button.children;
    const isDone = await put(events[at].copied[place]);
    word.textContent = isDone ? 'Copied' : 'Not copied';
    button.classList.toggle('done', isDone);
    say(word.textContent + what.textContent);
    setTimeout(() => {
      word.textContent = 'Copy';
      button.classList.remove('done');
    }, DONE);
  }

  /* Searching. */

  function normal(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
  }

  function search() {
    const words = normal(find('.bar input').value).split(/\s+/).filter(Boolean);
    const count = find('.count');
    let found = 0;
    cards().forEach((each, at) => {
      events[at].text = events[at].text || normal(events[at].searched.join('\n'));
      each.hidden = !words.every((word) => events[at].text.includes(word));
      found += each.hidden ? 0 : 1;
    });
    count.dataset.all = count.dataset.all || count.textContent;
    count.textContent = words.length ? found + ' of ' + count.dataset.all : count.dataset.all;
    find('.none').hidden = !words.length || found > 0;
  }

  function clear() {
    const input = find('.bar input');
    input.value = '';
    search();
    input.focus();
  }

  function press(event) {
    const input = find('.bar input');
    const isTyping = event.composedPath()[0].matches('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.select();
      input.focus();
    } else if (event.key === 'Escape' && input.value) {
      clear();
    }
  }

  /* Light and dark. */

  const system = matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    return (document.documentElement.dataset.theme || (system.matches ? 'dark' : 'light')) === 'dark';
  }

  function showTheme() {
    find('.theme').setAttribute('aria-pressed', isDark());
  }

  /* Some browsers let no file remember anything. */
  function remembered(act) {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  }

  function changeTheme() {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    remembered((store) => store.setItem(THEME, theme));
    showTheme();
  }

  function act(event) {
    const button = event.target.closest('button');
    const kind = button ? button.classList : null;
    if (!kind) { return; }
    if (kind.contains('copy')) {
      copy(button);
    } else if (kind.contains('again')) {
      location.reload();
    } else if (kind.contains('clear')) {
      clear();
    } else if (kind.contains('theme')) {
      changeTheme();
    }
  }

  function start() {
    const style = new CSSStyleSheet();
    style.replaceSync(elementStyle);
    document.querySelectorAll('.element').forEach((each) => { each.shadowRoot.adoptedStyleSheets = [style]; });
    find('.bar input').addEventListener('input', search);
    document.addEventListener('click', act);
    document.addEventListener('keydown', press);
    system.addEventListener('change', showTheme);
    showTheme();
    search();
  }

  const theme = remembered((store) => store.getItem(THEME));
  if (theme) { document.documentElement.dataset.theme = theme; }
  document.documentElement.classList.add('runs');
  Object.defineProperty(window, 'rtp', { value: record });
  addEventListener('click', take, true);
  addEventListener('auxclick', take, true);
  addEventListener('error', (event) => { if (card) { add('said', 'The code of this snippet failed: ', event.message); } });
  document.addEventListener('DOMContentLoaded', start);
}());
