// Visits pages, each in its own frame, clicks our buttons and links, and reports the results.
"use strict";

const AT_ONCE = 4;

// The report is ASCII, with every code unit escaped separately, so that nothing can normalise a lone surrogate.
const inAscii = (value) =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));

// A page from a site generator may have its own buttons and links; only ours have this attribute.
const OURS = "button[data-x], a[data-x]";

const attributesOf = (element) =>
  Object.fromEntries(Array.from(element.attributes, (attribute) => [attribute.name, attribute.value]));

function senderOf(sender) {
  sender.click();
  const { onclick, ...attributes } = attributesOf(sender);
  return { element: sender.localName, attributes };
}

// Stays on the page, and checks that a snippet has not prevented the navigation.
function stay(scope) {
  scope.addEventListener("click", (event) => {
    if (event.defaultPrevented) scope.errors.push("a click is prevented");
    event.preventDefault();
  });
}

function observe(scope) {
  const page = scope.document;
  const senders = Array.from(page.querySelectorAll(OURS));
  stay(scope);
  const described = senders.map(senderOf);
  return {
    calls: scope.calls ?? null,
    errors: scope.errors ?? null,
    elements: Array.from(page.querySelectorAll("*"), (element) => element.localName),
    "text and comments between elements": Array.from(page.body?.childNodes ?? [])
      .filter((node) => node.nodeType !== Node.ELEMENT_NODE)
      .map((node) => node.nodeValue),
    senders: described,
    "in sentences": senders.map((sender) => sender.closest("p") !== null),
    "in cells": senders.map((sender) => sender.closest("td") !== null),
    "label texts": senders.map((sender) => sender.textContent),
    "elements in labels": senders.map((sender) => sender.childElementCount),
  };
}

// A page that never loads would hang the tests silently.
const visit = (path, seconds) =>
  new Promise((resolve, reject) => {
    const frame = document.createElement("iframe");
    const limit = setTimeout(() => {
      frame.remove();
      reject(new Error(`${path} does not load in ${seconds} s`));
    }, seconds * 1000);
    frame.hidden = true;
    frame.addEventListener(
      "load",
      () => {
        clearTimeout(limit);
        try {
          resolve(observe(frame.contentWindow));
        } catch (error) {
          resolve({ errors: [String(error)] });
        }
        frame.remove();
      },
      { once: true },
    );
    frame.src = path;
    document.body.append(frame);
  });

async function visitAll(paths, seconds) {
  const seen = [];
  const waiting = paths.entries();
  const work = async () => {
    for (const [at, path] of waiting) seen[at] = await visit(path, seconds);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return inAscii(seen);
}
