import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Done } from '../record/call.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import type { PublicComment, PublicComments } from '../record/public-comments.ts';
import { pretendId } from './pretend-children.ts';

/** What was said of the procedures from outside, in memory. */
export function pretendComments(now: Date, written: NewEntry[]) {
  const all: PublicComment[] = [
    {
      comment: pretendId(8, 1),
      edition: dayInEngland(now),
      chapter: 'child-protection',
      section: 'strategy-discussion',
      agency: 'education',
      words: 'We are told at nine that a discussion is at ten.',
      name: 'A. Teacher, designated safeguarding lead',
      email: 'teacher@school.example',
      sentAt: now.toISOString(),
    },
  ];
  const settle = (by: string, comment: string, outcome: 'taken' | 'aside'): Done => {
    const n = all.findIndex((known) => known.comment === comment);
    const found = all[n];
    if (found === undefined) return { kind: 'refused', message: 'There is no such comment' };
    if (found.settled !== undefined && (found.settled.outcome !== outcome || found.settled.by !== by))
      return { kind: 'refused', message: 'This comment was settled by a colleague. Nothing was changed' };
    all[n] = { ...found, settled: found.settled ?? { outcome, by, at: now.toISOString() } };
    return { kind: 'done' };
  };
  const comments: PublicComments = {
    send: async (comment) => {
      if (!all.some((known) => known.comment === comment.comment)) all.push({ ...comment, sentAt: now.toISOString() });
      return { kind: 'done' };
    },
    all: async () => all,
    waiting: async () => all.filter(({ settled }) => settled === undefined).length,
    setAside: async ({ actor }, comment) => settle(actor, comment, 'aside'),
  };
  const takeIn = async ({ actor }: Session, comment: string, entries: readonly NewEntry[]) => {
    const settled = settle(actor, comment, 'taken');
    if (settled.kind === 'refused') return settled;
    written.push(...entries);
    return { kind: 'appended' } as const;
  };
  return { comments, ofRecord: { takeIn } };
}
