import type { Given } from '../kernel/field/field.ts';
import type { Opened } from '../record/contract.ts';

export type GivenForm = Readonly<Record<string, Given>>;

/** What this server remembers of one session: lost at a restart, when the reason is asked again. */
export type SessionMemory = {
  readonly actor: string;
  readonly opened: Map<string, OpenedFor>;
  /** The ring that closed a restricted record to this person. */
  readonly rings: Map<string, string>;
  /** What was looked for, by the key that stands for it in an address. */
  readonly sought: Map<string, string>;
  usedAt: number;
};
/** Why a child's record was opened, and the record as the door gave it. */
export type OpenedFor = { readonly reason: string; readonly record: Opened; readonly at: number };
/** `path`: the address of the form, without a query. */
type Kept = { readonly actor: string; readonly path: string; readonly form: GivenForm; readonly size: number; readonly at: number };

const hour = 3_600_000;
const megabyte = 1024 * 1024;
/** Of one person, and of all: in characters. Whoever sends more loses the oldest of their own, and nobody else's. */
const most = { forms: 20, ofOne: 8 * megabyte, ofAll: 128 * megabyte };

const sizeOf = (forms: Iterable<Kept>): number => [...forms].reduce((sum, { size }) => sum + size, 0);

/** Opened records by session, and what was typed and could not be taken: given back to the same person only. */
export function createMemory(now: () => Date) {
  const sessions = new Map<string, SessionMemory>();
  const kept = createKept(now);

  return {
    ...kept,
    of(token: string, actor: string): SessionMemory {
      const at = now().getTime();
      const known = sessions.get(token);
      if (known !== undefined && known.actor === actor) {
        known.usedAt = at;
        return known;
      }
      for (const [one, memory] of sessions) if (at - memory.usedAt > 24 * hour) sessions.delete(one);
      const fresh = {
        actor,
        opened: new Map<string, OpenedFor>(),
        rings: new Map<string, string>(),
        sought: new Map<string, string>(),
        usedAt: at,
      };
      sessions.set(token, fresh);
      return fresh;
    },
    /** Signed out: every record is closed again; who it was is kept, so that words sent from another window are not lost. */
    end(token: string): void {
      const ended = sessions.get(token);
      for (const known of [ended?.opened, ended?.rings, ended?.sought]) known?.clear();
    },
    /** Whose session it is, or was. */
    actorOf: (token: string): string | undefined => sessions.get(token)?.actor,
    /** Whose the first session is of which this holds. */
    actorWhere(isTheirs: (token: string) => boolean): string | undefined {
      for (const [token, { actor }] of sessions) if (isTheirs(token)) return actor;
      return undefined;
    },
  };
}

function createKept(now: () => Date) {
  const kept = new Map<string, Kept>();

  /** Makes room for another form of this person. @returns whether there is any */
  const makeRoom = (actor: string, size: number): boolean => {
    const at = now().getTime();
    for (const [key, form] of kept) if (at - form.at > hour) kept.delete(key);
    const own = [...kept].filter(([, form]) => form.actor === actor);
    while (own.length >= most.forms || (own.length > 0 && sizeOf(own.map(([, form]) => form)) + size > most.ofOne))
      kept.delete(own.shift()?.[0] ?? '');
    return size <= most.ofOne && sizeOf(kept.values()) + size <= most.ofAll;
  };

  return {
    /** Keeps what was typed into the form at `path` for an hour. @returns the key to it; undefined: there is no room for it */
    keep(actor: string, path: string, { _csrf, ...form }: GivenForm): string | undefined {
      const size = JSON.stringify(form).length;
      if (!makeRoom(actor, size)) return undefined;
      const key = crypto.randomUUID();
      kept.set(key, { actor, path, form, size, at: now().getTime() });
      return key;
    },
    keptFor(key: string, actor: string): Kept | undefined {
      const found = kept.get(key);
      return found?.actor === actor && now().getTime() - found.at <= hour ? found : undefined;
    },
    drop: (key: string): boolean => kept.delete(key),
  };
}

export type Memory = ReturnType<typeof createMemory>;
