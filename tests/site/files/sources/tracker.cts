import config = require('./config');

const { siteId }: { siteId: string } = config;

abstract class Tracker {
  private static instance?: Tracker;
  protected readonly queue: Array<() => void> = [];

  constructor(private readonly site: string) {}

  abstract flush(): void;

  track(name: string): void;
  track(name: string, extra: object): void;
  track(name: string, extra?: object): void {
    this.queue.push(() => rtp('send', 'event', { value: name }));
  }

  demo(): this {
    rtp('send', 'event', { value: 'Demo requested' });
    return this;
  }
}

export = Tracker;
