// Old: rtp('send', 'event', { value: 'not any more' });
const EVENTS = { download: 'Download: white paper', demo: 'Demo' };

document.querySelector('#demo').addEventListener('click', function () {
  rtp('send', 'event', { value: EVENTS.demo });
});

export function track(name) {
  rtp('send', 'event', { value: name });
}
