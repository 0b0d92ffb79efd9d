/* Tracking. Ask Maria before you change this! */
(function () {
  'use strict';

  function send(value) {
    if (typeof window.rtp === 'function') {
      window.rtp('send', 'event', { value: value });
    }
  }

  window.addEventListener('load', function () {
    if (window.rtp) {
      window.rtp('send', 'event', { value: 'Page loaded' });
    }
    send('Sent by a helper');
  });
}());
