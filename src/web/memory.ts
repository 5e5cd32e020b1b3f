import type { Given } from '../kernel/field/field.ts';
import type { Opened } from '../record/contract.ts';

export type GivenForm = Readonly<Record<string, Given>>;

/** What this server remembers of one session: lost at a restart, when the reason is asked again. */
export type SessionMemory = {
  readonly actor: string;
  readonly opened: Map<string, OpenedFor>;
  /** The ring that closed a restricted record to this person. */
  readonly rings: Map<string, string>;
  usedAt: number;
};
/** Why a child's record was opened, and the record as the door gave it. */
export type OpenedFor = { readonly reason: string; readonly record: Opened; readonly at: number };
type Kept = { readonly actor: string; readonly url: string; readonly form: GivenForm; readonly at: number };

const hour = 3_600_000;

/** Opened records by session, and what was typed when a session had ended: given back to the same person only. */
export function createMemory(now: () => Date) {
  const sessions = new Map<string, SessionMemory>();
  const kept = new Map<string, Kept>();

  const forget = (at: number): void => {
    for (const [token, memory] of sessions) if (at - memory.usedAt > 24 * hour) sessions.delete(token);
    for (const [key, form] of kept) if (at - form.at > hour) kept.delete(key);
  };

  return {
    of(token: string, actor: string): SessionMemory {
      const at = now().getTime();
      const known = sessions.get(token);
      if (known !== undefined && known.actor === actor) {
        known.usedAt = at;
        return known;
      }
      forget(at);
      const fresh = { actor, opened: new Map<string, OpenedFor>(), rings: new Map<string, string>(), usedAt: at };
      sessions.set(token, fresh);
      return fresh;
    },
    /** Signed out: every record is closed again; who it was is kept, so that words sent from another window are not lost. */
    end(token: string): void {
      sessions.get(token)?.opened.clear();
      sessions.get(token)?.rings.clear();
    },
    /** Keeps a form sent with a token that no longer signs anybody in. */
    keep(token: string, url: string, form: GivenForm): string | undefined {
      const actor = sessions.get(token)?.actor;
      if (actor === undefined || kept.size > 1000) return undefined;
      const key = crypto.randomUUID();
      kept.set(key, { actor, url, form, at: now().getTime() });
      return key;
    },
    keptFor: (key: string, actor: string): Kept | undefined => {
      const found = kept.get(key);
      return found?.actor === actor ? found : undefined;
    },
    drop: (key: string): boolean => kept.delete(key),
  };
}

export type Memory = ReturnType<typeof createMemory>;
