import { createHash } from 'node:crypto';
import { addDays, addMonths, dayInEngland } from '../kernel/calendar/dates.ts';
import { createJobs } from '../oversight/simulation/jobs.ts';
import { answerOf, questionOf, tooLittle, type Asked, type Known } from '../oversight/simulation/plan.ts';
import { yearsOfStages } from '../oversight/simulation/fit.ts';
import type { Planning } from '../oversight/simulation/planning.ts';
import { simulate } from '../oversight/simulation/running.ts';
import { asked as stagesAsked } from '../oversight/simulation/stages.ts';
import type { Database } from '../platform/database.ts';
import { timescales } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { careHistory, stageSums } from '../record/stage-sums.ts';

/** The record is read so often at most for the same authority: sums of years hardly change within minutes. */
const readFor = 600_000;

/** What is read of the service up to yesterday, and up to the same day a year before. */
async function read(database: Database, session: Session): Promise<Known> {
  const until = addDays(dayInEngland(new Date()), -1);
  const then = addMonths(until, -12);
  const of = (to: typeof until) => stageSums(database, session, { since: addMonths(to, -12 * yearsOfStages), until: to }, stagesAsked);
  return {
    until,
    now: await of(until),
    yearAgo: await of(then),
    care: await careHistory(database, session, { since: addMonths(then, -37), until }),
  };
}

/** Simulations for the pages: begun once for whoever asks the same, in a process of their own. */
export function planningOf(database: Database): Planning {
  const jobs = createJobs(simulate);
  const known = new Map<number, { readonly at: number; readonly known: Promise<Known> }>();
  const knownFor = (session: Session): Promise<Known> => {
    const before = known.get(session.authority);
    if (before !== undefined && Date.now() - before.at < readFor) return before.known;
    const fresh = { at: Date.now(), known: read(database, session) };
    known.set(session.authority, fresh);
    fresh.known.catch(() => known.delete(session.authority));
    return fresh.known;
  };
  const nameOf = ({ authority }: Session, { until }: Known, asked: Asked): string =>
    createHash('sha256')
      .update(JSON.stringify([authority, until, asked]))
      .digest('hex');
  return {
    known: knownFor,
    async begin(session, asked) {
      const now = await knownFor(session);
      if (tooLittle(now) === undefined) jobs.begin(nameOf(session, now, asked), async () => questionOf(now, asked, timescales));
    },
    async look(session, asked) {
      const now = await knownFor(session);
      const job = jobs.look(nameOf(session, now, asked));
      return job?.kind === 'done' ? { kind: 'done', answer: answerOf(now, asked, timescales, job.outcome) } : job;
    },
    async cancel(session, asked) {
      jobs.cancel(nameOf(session, await knownFor(session), asked));
    },
  };
}
