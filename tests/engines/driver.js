// Visits pages, each in a frame of its own, clicks our buttons and tells what came of it.
"use strict";

const AT_ONCE = 4;

// The report is ASCII, every code unit for itself: nothing on its way can normalise or replace half a pair.
const inAscii = (value) =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));

// A page that a site generator makes may have buttons of its own; this attribute only ours have.
const OURS = "button[data-x]";

const attributesOf = (element) =>
  Object.fromEntries(Array.from(element.attributes, (attribute) => [attribute.name, attribute.value]));

function buttonOf(button) {
  button.click();
  const { onclick, ...attributes } = attributesOf(button);
  return { type: button.type, attributes };
}

function observe(scope) {
  const page = scope.document;
  const buttons = Array.from(page.querySelectorAll(OURS));
  const described = buttons.map(buttonOf);
  return {
    calls: scope.calls ?? null,
    errors: scope.errors ?? null,
    elements: Array.from(page.querySelectorAll("*"), (element) => element.localName),
    "text and comments between elements": Array.from(page.body?.childNodes ?? [])
      .filter((node) => node.nodeType !== Node.ELEMENT_NODE)
      .map((node) => node.nodeValue),
    buttons: described,
    "in sentences": buttons.map((button) => button.closest("p") !== null),
    "in cells": buttons.map((button) => button.closest("td") !== null),
    "label texts": buttons.map((button) => button.textContent),
    "elements in labels": buttons.map((button) => button.childElementCount),
  };
}

// A page that never loads would hang the tests without a word.
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
