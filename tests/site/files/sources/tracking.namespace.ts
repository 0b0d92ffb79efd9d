/// <reference types="jquery" />
namespace Site.Tracking {
  const prefix = 'Site: ';

  export function send(name: string): void {
    rtp('send', 'event', { value: prefix + name });
  }
}

$(() => {
  $('#offer').on('click', () => rtp('send', 'event', { value: 'Offer' }));
});
