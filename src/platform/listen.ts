import type pg from 'pg';
import { connect } from './database.ts';

export type Listening = { stop(): Promise<void> };

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms).unref());

type Attending = { readonly client: pg.Client; readonly ended: Promise<void> };

/** Resolves once the server has agreed to notify; `ended` resolves when the connection is lost. */
async function attend(url: string, channel: string, onNotify: (payload: string) => void): Promise<Attending> {
  const client = await connect(url);
  const ended = new Promise<void>((done) => client.once('end', done));
  client.on('notification', (message) => {
    if (message.channel === channel) onNotify(message.payload ?? '');
  });
  await client.query(`LISTEN "${channel}"`);
  return { client, ended };
}

/**
 * Hands every notification on `channel` to `onNotify`, on a direct connection (a transaction pooler would drop them).
 * A lost connection is opened again; what was sent meanwhile is gone, so `onGap` is called after each reconnection.
 */
export async function listen(
  url: string,
  channel: string,
  onNotify: (payload: string) => void,
  onGap: () => void = () => {},
): Promise<Listening> {
  if (!/^[a-z_]{1,63}$/.test(channel)) throw new Error(`"${channel}" cannot be the name of a channel: use small letters and underscores.`);
  let isStopped = false;
  let attending = await attend(url, channel, onNotify);
  const keepOn = async (): Promise<void> => {
    for (let wait = 100; !isStopped; wait = Math.min(wait * 2, 5_000)) {
      await attending.ended;
      if (isStopped) return;
      await pause(wait);
      try {
        attending = await attend(url, channel, onNotify);
        if (isStopped) return await attending.client.end();
        wait = 50;
        onGap();
      } catch {
        // The server is still away; the wait before the next attempt grows.
      }
    }
  };
  void keepOn();
  return {
    async stop() {
      isStopped = true;
      await attending.client.end();
    },
  };
}
