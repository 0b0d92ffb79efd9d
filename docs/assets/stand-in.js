// In place of Marketo's function `rtp`: shows each call at the bottom of the page, and sends nothing.
(function () {
  "use strict";
  var panel = document.createElement("div");
  panel.className = "stand-in";
  panel.setAttribute("role", "status");
  panel.setAttribute("data-md-component", "stand-in");

  window.rtp = function () {
    var call = "rtp(" + Array.prototype.map.call(arguments, written).join(", ") + ");";
    var line = document.createElement("code");
    line.textContent = call;
    if (!panel.isConnected) {
      panel.innerHTML = "<p>This page called (nothing was sent to Marketo):</p>";
      document.body.append(panel);
    }
    panel.append(line);
  };

  function written(argument) {
    if (typeof argument === "string") return "'" + argument + "'";
    if (Array.isArray(argument)) return "[" + argument.map(written).join(", ") + "]";
    if (argument === null || typeof argument !== "object") return String(argument);
    return "{ " + Object.keys(argument).map(function (key) { return key + ": " + written(argument[key]); }).join(", ") + " }";
  }
})();
