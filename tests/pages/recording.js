// Records the calls of `rtp`, grouped by what caused them; and provides just enough of jQuery for handlers to be
// registered.
(function () {
  'use strict';

  window.recorded = [];
  window.rtp = function () {
    window.recorded[window.recorded.length - 1].push(Array.from(arguments));
  };
  window.recorded.push([]);

  function leadsNowhere(happening) {
    // Record what the handlers do, and stay on the page.
    var link = happening.target.closest && happening.target.closest('a[href]');
    if (!link || link.protocol !== 'javascript:') {
      happening.preventDefault();
    }
  }
  window.addEventListener('click', leadsNowhere);
  window.addEventListener('submit', leadsNowhere);

  function each(selector, name, act) {
    document.querySelectorAll(selector).forEach(function (element) {
      element.addEventListener(name, act);
    });
  }
  window.jQuery = window.$ = function (what) {
    return {
      ready: function (act) {
        document.addEventListener('DOMContentLoaded', function () {
          act(window.jQuery);
        });
      },
      click: function (act) {
        each(what, 'click', act);
      },
      on: function (name, inner, act) {
        each(what + ' ' + inner, name, act);
      },
      text: function () {
        return what.textContent;
      },
    };
  };

  // Trigger everything on the elements of the page.
  window.doAll = function () {
    document.querySelectorAll('body, body *').forEach(function (element) {
      var names = ['click'].concat(
        Array.from(element.attributes)
          .map(function (attribute) { return attribute.name; })
          .filter(function (name) { return name.startsWith('on') && name !== 'onclick' && name !== 'onload'; })
          .map(function (name) { return name.slice(2); })
      );
      names.forEach(function (name) {
        window.recorded.push([]);
        if (name === 'click' && element.click) {
          element.click();
        } else {
          element.dispatchEvent(new Event(name, { cancelable: true }));
        }
      });
    });
  };
})();
