// Records the values that a page sends, and uses all of its elements. The window is so tall that all are visible.
(function () {
  'use strict';

  window.sent = [];
  window.rtp = function (act, kind, data) {
    if (act === 'send' && kind === 'event') { window.sent.push(data.value); }
  };

  // Code in an address runs only if the link is followed.
  function stay(happening) {
    var link = happening.target.closest('a[href]');
    if (!link || link.protocol !== 'javascript:') { happening.preventDefault(); }
  }
  window.addEventListener('click', stay);
  window.addEventListener('submit', stay);

  function wait() {
    return new Promise(function (resolve) {
      requestAnimationFrame(function () { requestAnimationFrame(function () { setTimeout(resolve, 10); }); });
    });
  }

  window.useAll = async function () {
    document.querySelectorAll('body *').forEach(function (element) { element.click(); });
    document.querySelectorAll('form').forEach(function (form) { form.requestSubmit(); });
    await wait();
    return JSON.stringify(window.sent.flat());
  };
}());
