// Keeps what the page says on its console, and its errors, for a browser whose driver does not tell.
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
