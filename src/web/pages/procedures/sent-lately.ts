import { createHmac, randomBytes } from 'node:crypto';

const hour = 3_600_000;

/**
 * How many comments came from an address within the hour. Of the address is kept a keyed hash alone; with the hour the hashes go, and the key that made them.
 * `all`: whoever has many addresses fills no queue at once either.
 */
export function createSentLately(most: { readonly one: number; readonly all: number }) {
  let key = randomBytes(32);
  const sent = new Map<string, number>();
  let all = 0;
  let ending: NodeJS.Timeout | undefined;
  const hashOf = (address: string): string => createHmac('sha256', key).update(address).digest('base64url');
  const forget = (): void => {
    key = randomBytes(32);
    sent.clear();
    all = 0;
    ending = undefined;
  };
  return {
    isTooMany: (address: string): boolean => all >= most.all || (sent.get(hashOf(address)) ?? 0) >= most.one,
    sent(address: string): void {
      ending ??= setTimeout(forget, hour).unref();
      all += 1;
      sent.set(hashOf(address), (sent.get(hashOf(address)) ?? 0) + 1);
    },
  };
}
