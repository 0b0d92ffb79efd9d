// Keeps the calls that are in the queue when the page is left, for the next page.
addEventListener("pagehide", function () {
  sessionStorage.setItem("calls", JSON.stringify(Array.from(rtp.q || [], (call) => Array.from(call))));
});
