// Records the console messages and errors of the page, for a browser whose driver does not report them.
(function () {
  'use strict';
  window.heard = [];
  ['log', 'info', 'warn', 'error'].forEach(function (level) {
    const say = console[level];
    console[level] = function (...said) {
      window.heard.push(said.join(' '));
      say.apply(console, said);
    };
  });
  addEventListener('error', (event) => { window.heard.push(event.message); });
  addEventListener('securitypolicyviolation', (event) => { window.heard.push('blocked: ' + event.violatedDirective); });
}());
