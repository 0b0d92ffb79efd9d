// Replaces Marketo's function: records the arguments of every call, and every error of the page.
var calls = [];
var errors = [];

function rtp() {
  calls.push(Array.from(arguments));
}

addEventListener("error", (event) => errors.push(event.message || "a resource does not load"), true);
