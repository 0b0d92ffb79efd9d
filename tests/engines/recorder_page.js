// Simulates a page around a program: `rtp` records, and everything else accepts any call and listener.
// It returns what a page does later: timers, listeners twice (a click may be repeated), and each global function, which
// the handlers of a page may call.
(function (page, record) {
  "use strict";
  const MOST = 200;
  const timers = [];
  const listeners = [];
  let count = 0;
  let phase = "run";

  function hear(given) {
    if (typeof given === "function") {
      if (listeners.length < MOST && !things.has(given)) listeners.push(given);
    } else if (given && typeof given === "object" && given !== page && !things.has(given)) {
      for (const key of Object.keys(given)) if (typeof given[key] === "function") hear(given[key]);
      change(given);
    }
  }

  // A function outside of the program may change its arguments.
  function change(given) {
    try {
      for (const part of Object.values(given)) if (part && typeof part === "object" && !things.has(part)) change(part);
      if (Array.isArray(given)) given.push("changed");
      else if ("value" in given) given.value = "changed";
    } catch {}
  }

  // Simulates anything on a page: each of its properties and results is another one.
  const things = new WeakSet();
  function thing() {
    const own = Object.create(null);
    const made = new Proxy(function () {}, {
      get(_, key) {
        if (key in own) return own[key];
        if (key === "then") return undefined;
        if (key === Symbol.toPrimitive) return () => "thing";
        if (key === Symbol.iterator) return () => [thing()][Symbol.iterator]();
        if (typeof key === "symbol") return undefined;
        if (key === "length") return 1;
        if (key === "forEach" || key === "map") return (call) => [thing()][key](call);
        if (key === "each") return (...given) => given.at(-1).call(thing(), 0, thing());
        return (own[key] = thing());
      },
      set(_, key, value) {
        own[key] = value;
        if (typeof value === "function") hear(value);
        return true;
      },
      has: () => true,
      deleteProperty: () => true,
      apply(_, self, given) {
        given.forEach(hear);
        return thing();
      },
      construct(_, given) {
        given.forEach(hear);
        return thing();
      },
    });
    things.add(made);
    return made;
  }

  function put(name, value) {
    Object.defineProperty(page, name, { value, writable: true, configurable: true, enumerable: false });
  }

  function timed(call, delay, ...given) {
    if (timers.length < MOST) timers.push({ call, delay: Number(delay) || 0, given, at: ++count });
    return count;
  }

  function cleared(at) {
    const index = timers.findIndex((timer) => timer.at === at);
    if (index >= 0) timers.splice(index, 1);
  }

  for (const name of ["window", "self", "top", "parent", "frames"]) put(name, page);
  for (const name of [
    ..."document navigator location history screen localStorage sessionStorage $ jQuery XMLHttpRequest".split(" "),
    ..."IntersectionObserver MutationObserver addEventListener dispatchEvent CustomEvent Event Image".split(" "),
    ..."requestIdleCallback requestAnimationFrame matchMedia ga gtag bus analytics customElements".split(" "),
    ..."URL URLSearchParams FormData wp Vue React angular Alpine Backbone performance".split(" "),
  ])
    put(name, thing());
  put("HTMLElement", class HTMLElement {});
  put("fetch", async () => thing());
  put("setTimeout", timed);
  put("setInterval", timed);
  put("setImmediate", (call, ...given) => timed(call, 0, ...given));
  put("queueMicrotask", (call) => void Promise.resolve().then(call));
  put("clearTimeout", cleared);
  put("clearInterval", cleared);
  put("structuredClone", (given) => JSON.parse(JSON.stringify(given)));
  put("alert", () => {});
  put("console", Object.fromEntries("log info warn error debug".split(" ").map((name) => [name, () => {}])));
  function rtp() {
    record([...arguments], phase);
  }
  const q = [];
  q.push = function (...sent) {
    for (const given of sent) record(given && typeof given === "object" ? [...given] : [given], phase);
    return sent.length;
  };
  rtp.q = q;
  put("rtp", rtp);
  put("__later", null);
  const before = new Set(Object.getOwnPropertyNames(page));
  const run = page.eval;

  function attempt(call, self, given) {
    try {
      Reflect.apply(call, self, given);
    } catch {}
  }

  function runTimers() {
    phase = "timer";
    for (let done = 0; timers.length && done < MOST; done++) {
      const first = timers.reduce((a, b) => (b.delay < a.delay ? b : a));
      timers.splice(timers.indexOf(first), 1);
      if (typeof first.call === "function") attempt(first.call, page, first.given);
      else if (!things.has(first.call)) attempt(() => run(String(first.call)), page, []);
    }
  }

  function runListeners() {
    phase = "listener";
    for (let at = 0; at < listeners.length; at++) attempt(listeners[at], thing(), [thing(), thing()]);
  }

  function runFunctions(names) {
    phase = "function";
    const made = Object.getOwnPropertyNames(page).filter((name) => !before.has(name));
    const all = made.map((name) => page[name]);
    for (const name of names) attempt(() => all.push(run(`typeof ${name} == 'function' && ${name}`)), page, []);
    for (const made of new Set(all))
      if (typeof made === "function" && !things.has(made)) for (const given of [[], ["given 1", "given 2"]]) attempt(made, page, given);
  }

  // A promise that is awaited between two of these continues after the first.
  return [
    (names) => {
      runTimers();
      runListeners();
      runListeners();
      runFunctions(names);
    },
    runTimers,
  ];
});
