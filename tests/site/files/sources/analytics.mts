/** The events of the marketing site: one function for each. */
declare global {
  interface Window {
    rtp?: (command: string, ...rest: unknown[]) => void;
    dataLayer: object[];
  }
}

type Plan = 'Basic' | 'Team' | 'Enterprise';

const send = <T extends object>(data: T): void => {
  window.rtp?.('send', 'event', data);
};

document.querySelector<HTMLAnchorElement>('#trial')!.addEventListener('click', (event: MouseEvent): void => {
  (window as any).rtp('send', 'event', { value: 'Trial' });
});

document.getElementById('newsletter')?.addEventListener('submit', function (this: HTMLFormElement, event: Event) {
  (<any>window).rtp!('send', 'event', { value: 'Newsletter' as string });
});

export function choosePlan(plan: Plan, label?: string) {
  window.dataLayer.push({ event: 'plan', plan });
  send({ value: `Plan: ${plan}` });
}

export {};
