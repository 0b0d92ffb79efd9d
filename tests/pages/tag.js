// The tag's stub in its documented form: a loader that creates a global function with the given name, which keeps the
// arguments of each call in a queue until the tag is there. The tag itself never comes.
(function (scope, page, name, source, account) {
  scope[name] = scope[name] || function () {
    (scope[name].q = scope[name].q || []).push(arguments);
  };
  scope[name].a = account;
  var script = page.createElement("script");
  script.async = true;
  script.src = source + "?aid=" + account;
  var first = page.getElementsByTagName("script")[0];
  first.parentNode.insertBefore(script, first);
})(window, document, "rtp", "/never.js", "account");
