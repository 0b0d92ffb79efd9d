// The same visit of each page: records each value that it sends, with the step of the visit and the time.
(function () {
  'use strict';

  var begun = Date.now();
  var visit = { sent: [], step: 'load' };
  window.visit = visit;
  window.rtp = function (what, which, data) {
    if (what === 'send' && which === 'event') {
      visit.sent.push([data.value, visit.step, (Date.now() - begun) / 1000]);
    }
  };

  function stay(happening) {
    happening.preventDefault();
  }
  window.addEventListener('click', stay);
  window.addEventListener('submit', stay);

  function doAll(name, elements, act) {
    elements.forEach(function (element, index) {
      visit.step = name + ' ' + (index + 1);
      act(element);
    });
    visit.step = 'waiting';
  }

  // Wait until the page's own observers have been notified.
  visit.look = function () {
    return new Promise(function (resolve) {
      new IntersectionObserver(function (entries, observer) {
        observer.disconnect();
        resolve();
      }).observe(document.body);
    });
  };
  visit.click = function () {
    var elements = Array.from(document.querySelectorAll('button, a'));
    doAll('click', elements.filter(function (element) { return !element.closest('form'); }), function (element) {
      element.click();
    });
  };
  visit.submit = function () {
    doAll('submit', Array.from(document.forms), function (form) {
      form.requestSubmit();
    });
  };
  visit.scroll = async function () {
    visit.step = 'scroll';
    for (const element of document.querySelectorAll('body *')) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      await visit.look();
    }
    await visit.look();
    visit.step = 'waiting';
  };
}());
