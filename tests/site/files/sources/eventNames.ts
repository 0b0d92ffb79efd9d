export enum EventName {
  Download = 'Download',
  Demo = 'Demo',
}

export const enum Step { Start, End = Start + 1 }

const Fallback = { Name: 'Fallback' };

export function download(): void {
  rtp('send', 'event', { value: EventName.Download });
}

export function inner(): void {
  enum Fallback { Name = 'Inner' }
  rtp('send', 'event', { value: Fallback.Name });
}

export function demo(): void {
  rtp('send', 'event', { value: 'Demo' });
}
