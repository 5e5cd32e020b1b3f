import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { PublicComment, PublicComments } from '../record/public-comments.ts';
import { pretendId } from './pretend-children.ts';

/** What was said of the procedures from outside, in memory. */
export function pretendComments(now: Date): PublicComments {
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
  return {
    send: async (comment) => {
      if (!all.some((known) => known.comment === comment.comment)) all.push({ ...comment, sentAt: now.toISOString() });
      return { kind: 'done' };
    },
    all: async () => all,
    settle: async (_session, comment, outcome) => {
      all.forEach((known, n) => {
        if (known.comment === comment) all[n] = { ...known, outcome };
      });
      return { kind: 'done' };
    },
  };
}
