import { listen } from '../platform/listen.ts';
import type { Change, WebParts } from '../web/parts.ts';

/** One connection listens for the whole server; each open page subscribes to it. */
export async function changesOf(appUrl: string): Promise<WebParts['changes'] & { readonly stop: () => Promise<void> }> {
  const listeners = new Set<(change: Change) => void>();
  const listening = await listen(appUrl, 'sightline', (payload) => {
    const change: Change = JSON.parse(payload);
    for (const listener of listeners) listener(change);
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => listening.stop(),
  };
}
