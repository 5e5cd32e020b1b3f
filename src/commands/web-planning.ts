import { createHash } from 'node:crypto';
import { addDays, addMonths, dayInEngland } from '../kernel/calendar/dates.ts';
import { createJobs, type Job } from '../oversight/simulation/jobs.ts';
import { keptAs, outcomeIn } from '../oversight/simulation/kept-outcome.ts';
import { answerOf, questionOf, tooLittle, type Asked, type Known } from '../oversight/simulation/plan.ts';
import { yearsOfStages } from '../oversight/simulation/fit.ts';
import type { Planning } from '../oversight/simulation/planning.ts';
import { simulate } from '../oversight/simulation/running.ts';
import { asked as stagesAsked } from '../oversight/simulation/stages.ts';
import type { Database } from '../platform/database.ts';
import { timescales } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { keepSimulation, keptSimulation } from '../record/simulations.ts';
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

/** What is read of each service, and for how long it is read no more. */
function reading(database: Database): (session: Session) => Promise<Known> {
  const known = new Map<number, { readonly at: number; readonly known: Promise<Known> }>();
  return (session) => {
    const before = known.get(session.authority);
    if (before !== undefined && Date.now() - before.at < readFor) return before.known;
    const fresh = { at: Date.now(), known: read(database, session) };
    known.set(session.authority, fresh);
    fresh.known.catch(() => known.delete(session.authority));
    return fresh.known;
  };
}

/** Simulations for the pages: begun once for whoever asks the same, in a process of their own, and kept over a restart. */
export function planningOf(database: Database): Planning {
  const jobs = createJobs(simulate);
  const knownFor = reading(database);
  const nameOf = ({ authority }: Session, { until }: Known, asked: Asked): string =>
    createHash('sha256')
      .update(JSON.stringify([authority, until, asked]))
      .digest('hex');
  /** What is known of a question here, or was found before this server began. */
  async function look(session: Session, name: string): Promise<Job | undefined> {
    const here = jobs.look(name);
    if (here !== undefined) return here;
    const kept = outcomeIn(await keptSimulation(database, session, name));
    if (kept !== undefined && jobs.look(name) === undefined) jobs.remember(name, kept);
    return jobs.look(name);
  }
  return {
    known: knownFor,
    async begin(session, asked) {
      const now = await knownFor(session);
      if (tooLittle(now) !== undefined) return;
      const name = nameOf(session, now, asked);
      await look(session, name);
      jobs.begin(
        name,
        async () => questionOf(now, asked, timescales),
        (outcome) => keepSimulation(database, session, name, keptAs(outcome)),
      );
    },
    async look(session, asked) {
      const now = await knownFor(session);
      const job = await look(session, nameOf(session, now, asked));
      return job?.kind === 'done' ? { kind: 'done', answer: answerOf(now, asked, timescales, job.outcome) } : job;
    },
    async cancel(session, asked) {
      jobs.cancel(nameOf(session, await knownFor(session), asked));
    },
  };
}
