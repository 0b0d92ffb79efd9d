/** Calls look like this: rtp('send', 'event', { value: 'Name' }) */
declare function rtp(command: 'send', kind: 'event', data: { value: string | string[] }): void;
declare function rtp(command: 'send', kind: 'view'): void;

declare module '*.svg' {
  const source: string;
  export default source;
}

interface Window {
  rtp: typeof rtp;
}
