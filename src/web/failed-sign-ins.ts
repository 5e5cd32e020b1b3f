import { createHash } from 'node:crypto';

const minute = 60_000;

/**
 * How many wrong passwords are borne, and for how long they are remembered. A council behind one address shares `address`; guessing at one account
 * from many addresses meets `account`, which does not shut out an address from which its owner has signed in.
 */
const limits = {
  pair: { most: 8, within: minute },
  address: { most: 60, within: minute },
  account: { most: 40, within: 15 * minute },
} as const;
type Kind = keyof typeof limits;

/** How many are remembered of each kind; beyond it the oldest are forgotten. */
const most = 20_000;

/** Counts wrong passwords, never right ones, so that a whole department can sign in at nine o'clock. Account names are kept as hashes. */
export function createFailedSignIns(now: () => Date) {
  const failed: Readonly<Record<Kind, Map<string, number[]>>> = { pair: new Map(), address: new Map(), account: new Map() };
  const known = new Set<string>();

  const keysOf = (address: string, email: string): Readonly<Record<Kind, string>> => {
    const account = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
    return { pair: `${address} ${account}`, address, account };
  };
  const kinds: readonly Kind[] = ['pair', 'address', 'account'];
  const recent = (kind: Kind, key: string): readonly number[] =>
    (failed[kind].get(key) ?? []).filter((at) => now().getTime() - at < limits[kind].within);

  return {
    /** Whether no further attempt is looked at for now. */
    isTooMany(address: string, email: string): boolean {
      const keys = keysOf(address, email);
      return kinds.some((kind) => !(kind === 'account' && known.has(keys.pair)) && recent(kind, keys[kind]).length >= limits[kind].most);
    },
    failed(address: string, email: string): void {
      const keys = keysOf(address, email);
      for (const kind of kinds)
        remember(failed[kind], keys[kind], [...recent(kind, keys[kind]), now().getTime()].slice(-limits[kind].most));
    },
    succeeded(address: string, email: string): void {
      const { pair } = keysOf(address, email);
      failed.pair.delete(pair);
      known.delete(pair);
      known.add(pair);
      if (known.size > most) known.delete(known.values().next().value ?? '');
    },
  };
}

/** The latest last; the oldest goes when there are too many. */
function remember(map: Map<string, number[]>, key: string, value: number[]): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value ?? '');
}
