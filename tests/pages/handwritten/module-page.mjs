const EVENTS = { start: 'Module: start' };
const value = ['Module', 'file'];
window.rtp('send', 'event', { value });
window.rtp('send', 'event', { value: EVENTS.start });
export default EVENTS;
