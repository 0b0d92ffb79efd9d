import type { CartLine } from './types';
import { type Money, formatMoney } from '../lib/money';

declare function rtp(...args: unknown[]): void;

interface TrackOptions {
  once?: boolean;
  label: string;
}

const EVENTS = {
  added: 'Cart: added',
  removed: 'Cart: removed',
} as const satisfies Record<string, string>;

const sent = new Set<string>();

export function added(line: CartLine, total: Money): void {
  console.info(`${line.sku} for ${formatMoney(total)}`);
  rtp('send', 'event', { value: EVENTS.added });
}

export const removed = (line: CartLine): void => {
  if (sent.has(line.sku!)) return;
  rtp('send', 'event', { value: EVENTS.removed });
};

// rtp('send', 'event', { value: 'Cart: cleared' }) is sent by the server
export function labelled<T extends TrackOptions>({ label }: T): void {
  rtp('send', 'event', { value: label } as { value: string });
}
