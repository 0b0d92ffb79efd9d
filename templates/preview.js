/* The script of the preview: it records calls in place of the tag, copies and searches. It is in the head, so that it
   is ready before the first click. */
(function () {
  'use strict';

  /* The texts of each event to search; `texts` has their normalized form after the first search. */
  const searched = [
{{ searched }}
  ];
  const texts = [];
  const elementStyle = {{ element_style }};
  const THEME = 'rtpsnippets preview theme';
  const ANNOUNCED = 50;
  const DONE = 2000;
  /* The name of the place that is selected at first. */
  let initial = '';
  /* Leading, trailing and repeated spaces, what a literal escapes, and what cannot be seen. */
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

  /* Escapes each code unit: that is how a literal escapes characters above U+FFFF. */
  function escaped(part) {
    const units = part.split('').map((unit) => '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0'));
    return part[0] === ' ' ? part : SHORT[part] || units.join('');
  }

  function literal(text) {
    const parts = text.split(SUSPECT).map((part, at) => (at % 2 ? make('mark', '', escaped(part)) : part));
    return ['\'', ...parts, '\''];
  }

  function joined(lists) {
    return lists.flatMap((list, at) => (at ? [', ', ...list] : list));
  }

  /* What was sent, as the JavaScript that sends it: a list of texts and highlighted parts. */
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
    const way = link.hasAttribute('download') ? 'The link would download ' : 'The link would open ';
    const tab = link.target.toLowerCase() === '_blank' ? ' in a new tab' : '';
    add('said', way, make('code', '', link.getAttribute('href')), tab, '.');
  }

  /* A click on an element of an event, or on the button that runs its calls. This listener runs before the handlers. */
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
      if (sent === before) { add('said', isOnce ? 'Nothing more is sent in this page view.' : 'Nothing was sent.'); }
      if (link) { describe(link); }
    });
  }

  /* Copying. */

  function say(text) {
    const said = find('.unseen.said');
    said.textContent = '';
    setTimeout(() => { said.textContent = text; }, ANNOUNCED);
  }

{% include "clipboard.js" %}

  /* The text that `code` shows, where an invisible character is a JSON escape in a <mark>. */
  function written(code) {
    const parts = Array.from(code.childNodes, ({ nodeName, textContent }) => {
      return nodeName === 'MARK' ? JSON.parse('"' + textContent + '"') : textContent;
    });
    return parts.join('');
  }

  async function copy(button) {
    const [word, what] = button.children;
    const isDone = await put(written(button.parentElement.querySelector('code')));
    word.textContent = isDone ? 'Copied' : 'Not copied';
    button.classList.toggle('done', isDone);
    say(word.textContent + what.textContent);
    setTimeout(() => {
      word.textContent = 'Copy';
      button.classList.remove('done');
    }, DONE);
  }

  /* The address keeps the place, the search and the event, so that it can be shared. */

  function keep() {
    const address = new URL(location.href);
    const kept = { for: place() === initial ? '' : place(), search: find('.bar input').value.trim() };
    Object.keys(kept).forEach((name) => {
      address.searchParams.delete(name);
      if (kept[name]) { address.searchParams.set(name, kept[name]); }
    });
    if (named()?.hidden) { address.hash = ''; }
    attempt(() => history.replaceState(null, '', address));
  }

  function named() {
    return cards().find((each) => each.id === location.hash.slice(1));
  }

  /* Show the event that the address names, even if the search hides it. */
  function reveal() {
    const target = named();
    if (!target) { return; }
    if (target.hidden) { search(''); }
    target.querySelector('.how').open = true;
    target.scrollIntoView();
  }

  /* After a click on a link to an event, and after going back or forward. */
  function follow() {
    reveal();
    keep();
  }

  /* Where the snippets will be pasted. */

  function place() {
    return find('select').value;
  }

  function shownPlace() {
    return find('.place:not([hidden])');
  }

  function fillSteps(details) {
    const elsewhere = make('button', 'elsewhere', 'Choose another place');
    elsewhere.type = 'button';
    const copies = shownPlace().querySelectorAll('ol, .check');
    Array.from(details.children).slice(1).forEach((each) => each.remove());  // the summary keeps the focus
    details.append(...Array.from(copies, (each) => each.cloneNode(true)), elsewhere);
  }

  function choose() {
    const { selectedIndex, options } = find('select');
    document.querySelectorAll('.place').forEach((each, at) => { each.hidden = at !== selectedIndex; });
    const { form, way } = shownPlace().dataset;
    document.documentElement.dataset.form = form;
    document.querySelectorAll('.way').forEach((each) => { each.textContent = way; });
    document.querySelectorAll('.how').forEach((each) => {
      each.firstElementChild.textContent = 'Steps: ' + options[selectedIndex].text;
      if (each.open) { fillSteps(each); }
    });
  }

  /* Searching. */

  function normal(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
  }

  function search(text) {
    find('.bar input').value = text;
    const words = normal(text).split(/\s+/).filter(Boolean);
    const entries = document.querySelectorAll('.index li');
    const count = find('.count');
    let found = 0;
    cards().forEach((each, at) => {
      texts[at] = texts[at] || normal(searched[at].join('\n'));
      each.hidden = !words.every((word) => texts[at].includes(word));
      if (entries.length) { entries[at].hidden = each.hidden; }
      found += each.hidden ? 0 : 1;
    });
    count.dataset.all = count.dataset.all || count.textContent;
    count.textContent = words.length ? found + ' of ' + count.dataset.all : count.dataset.all;
    find('.none').hidden = !words.length || found > 0;
  }

  function clear() {
    search('');
    keep();
    find('.bar input').focus();
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

  /* Some browsers do not let local files store anything, or change their address. */
  function attempt(act) {
    try {
      return act();
    } catch {
      return null;
    }
  }

  function changeTheme() {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    attempt(() => localStorage.setItem(THEME, theme));
    showTheme();
  }

  function act(event) {
    const button = event.target.closest('button, .bookmarklet');
    const kind = button ? button.classList : null;
    if (!kind) { return; }
    if (kind.contains('bookmarklet')) {
      event.preventDefault();
      find('.told').textContent = 'Nothing happens here: drag the link to your bookmarks bar.';
    } else if (kind.contains('copy')) {
      copy(button);
    } else if (kind.contains('again')) {
      location.reload();
    } else if (kind.contains('clear')) {
      clear();
    } else if (kind.contains('elsewhere')) {
      find('select').focus();
    } else if (kind.contains('theme')) {
      changeTheme();
    }
  }

  function start() {
    const style = new CSSStyleSheet();
    style.replaceSync(elementStyle);
    document.querySelectorAll('.element').forEach((each) => { each.shadowRoot.adoptedStyleSheets = [style]; });
    const asked = new URLSearchParams(location.search);
    const index = find('.index details');
    initial = place();
    find('select').value = asked.get('for') || initial;
    if (!place()) { find('select').value = initial; }
    find('select').addEventListener('change', () => { choose(); keep(); });
    find('.bar input').addEventListener('input', (event) => { search(event.target.value); keep(); });
    document.addEventListener('toggle', (event) => { if (event.target.matches('.how')) { fillSteps(event.target); } }, true);
    document.addEventListener('click', act);
    document.addEventListener('keydown', press);
    system.addEventListener('change', showTheme);
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);  // this comes after the browser has scrolled
    if (index) { index.open = matchMedia('(min-width: 64rem)').matches; }
    const link = find('.bookmarklet');
    if (link) { link.href = link.dataset.address; }  // not in the HTML: the page's policy blocks it here
    showTheme();
    choose();
    search(asked.get('search') || '');
    reveal();
    keep();
  }

  const theme = attempt(() => localStorage.getItem(THEME));
  if (theme) { document.documentElement.dataset.theme = theme; }
  document.documentElement.classList.add('runs');
  Object.defineProperty(window, 'rtp', { value: record });
  addEventListener('click', take, true);
  addEventListener('auxclick', take, true);
  addEventListener('error', (event) => { if (card) { add('said', 'The code of this snippet failed: ', event.message); } });
  document.addEventListener('DOMContentLoaded', start);
}());
