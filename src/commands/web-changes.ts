import { listen } from '../platform/listen.ts';
import type { Change, WebParts } from '../web/parts.ts';

/** One connection listens for the whole server; each open page subscribes to it. */
export async function changesOf(appUrl: string): Promise<WebParts['changes'] & { readonly stop: () => Promise<void> }> {
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  // What was told while the connection was lost is gone: whoever shows or remembers anything asks again.
  const listening = await listen(
    appUrl,
    'sightline',
    (payload) => tell(JSON.parse(payload)),
    () => tell({ authority: null }),
  );
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => listening.stop(),
  };
}
