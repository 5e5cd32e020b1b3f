import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Opened } from '../record/contract.ts';
import type { Destruction } from '../record/destruction.ts';
import { pretendId } from './pretend-children.ts';

/** What is put right and destroyed, pretended: nobody else is in an entry, and what is asked is kept. */
export function pretendRetention(now: Date) {
  const asked: Destruction[] = [];
  const done = { kind: 'done' } as const;
  return {
    entryPeople: async () => [],
    withheldFrom: async () => [{ person: pretendId(1, 4), entry: pretendId(7, 2) }],
    move: async () => ({ kind: 'appended' }) as const,
    destructions: async () => asked,
    askDestruction: async ({ person, session }: Opened, said: Pick<Destruction, 'destruction' | 'ground' | 'reason'>) => {
      const open = { askedAt: now.toISOString(), askedBy: session.actor, endedAt: null, endedBy: null, outcome: null };
      asked.push({ ...said, ...open, person, keptUntil: dayInEngland(now) });
      return done;
    },
    withdrawDestruction: async () => done,
    destroy: async () => ({ kind: 'appended' }) as const,
  };
}
