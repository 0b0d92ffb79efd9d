import { useCallback, useRef } from 'react';

type Sender = (value: string) => void;

export function useTracking(): Sender;
export function useTracking(prefix: string): Sender;
export function useTracking(prefix = ''): Sender {
  const last = useRef<string | null>(null);
  return useCallback<Sender>((value) => {
    if (last.current === value) return;
    last.current = value;
    window.rtp('send', 'event', { value: prefix + value });
  }, [prefix]);
}

export const trackVideo = async <T,>(video: Promise<T>): Promise<T> => {
  const loaded = await video;
  window.rtp('send', 'event', { value: ['Video', 'Video: loaded'] as const });
  return loaded;
};
