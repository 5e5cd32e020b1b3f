import type { Change, WebParts } from './parts.ts';

/** A change, with its place in the order of those that this server has heard of. */
export type Heard = { readonly place: string; readonly people: readonly string[] | null };

type Line = { readonly n: number; readonly at: number; readonly authority: number | null; readonly people: readonly string[] | null };

/** How many changes are remembered: those of some minutes of a busy day. A page that is older asks for everything. */
const most = 2000;
/** By how much the clocks of two servers may differ. */
const slack = 10_000;

const placeIn = /^([0-9a-f-]{36})\.(\d+)\.(\d+)$/;

/**
 * The latest changes in their order. A page carries the place at which it was read, taken before the reading began: whoever listens from there on
 * misses nothing, and asks again for what changed between alone.
 */
export function createChangeLog({ changes, now }: Pick<WebParts, 'changes' | 'now'>) {
  const server = crypto.randomUUID();
  const listeners = new Map<(heard: Heard) => void, number>();
  let lines: Line[] = [];
  let last = 0;
  let began = now().getTime();
  const placeOf = (n: number, at: number): string => `${server}.${n}.${at}`;

  const hear = ({ authority, people = null, staff }: Change): void => {
    if (staff === true) return;
    const line: Line = { n: (last += 1), at: now().getTime(), authority, people };
    lines.push(line);
    if (lines.length > most) {
      lines = lines.slice(-most / 2);
      began = lines[0]?.at ?? line.at;
    }
    for (const [listener, own] of listeners)
      if (authority === null || authority === own) listener({ place: placeOf(line.n, line.at), people });
  };

  /** What was heard after a place; undefined: it is too long ago, or nobody's place, to say. */
  const after = (place: string): readonly Line[] | undefined => {
    const [, of, n, at] = placeIn.exec(place) ?? [];
    if (of === undefined) return undefined;
    const first = lines[0]?.n ?? last + 1;
    if (of === server) return Number(n) >= first - 1 ? lines.filter((line) => line.n > Number(n)) : undefined;
    return Number(at) - slack >= began ? lines.filter((line) => line.at >= Number(at) - slack) : undefined;
  };

  return {
    stop: changes.subscribe(hear),
    /** Where this server is now. */
    place: (): string => placeOf(last, now().getTime()),
    /** What an authority's page that was read at this place does not show; at most one line. */
    since(authority: number, place: string): Heard | undefined {
      const missed = after(place)?.filter((line) => line.authority === null || line.authority === authority);
      if (missed?.length === 0) return undefined;
      const isAll = missed === undefined || missed.some(({ people }) => people === null);
      return { place: placeOf(last, now().getTime()), people: isAll ? null : [...new Set(missed.flatMap(({ people }) => people ?? []))] };
    },
    listen(authority: number, listener: (heard: Heard) => void): () => void {
      listeners.set(listener, authority);
      return () => void listeners.delete(listener);
    },
  };
}

export type ChangeLog = ReturnType<typeof createChangeLog>;
