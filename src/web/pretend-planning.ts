import { addDays, addMonths, dayOfWeek, type LocalDate } from '../kernel/calendar/dates.ts';
import { answerOf, questionOf, type Asked, type Known } from '../oversight/simulation/plan.ts';
import type { PlannedJob, Planning } from '../oversight/simulation/planning.ts';
import { simulateHere } from '../oversight/simulation/replications.ts';
import { clockOrder, clocks } from '../oversight/simulation/stages.ts';
import { timescales } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import type { CareRow, StageSum } from '../record/stage-sums.ts';

const sum = (kind: StageSum['kind'], more: Partial<StageSum>): StageSum => ({
  kind,
  stage: null,
  next: null,
  day: null,
  entered: 0,
  days: 0,
  n: 1,
  ...more,
});

/** A small service up to a day: two came on each working day, six workers in two teams. */
function sumsUpTo(until: LocalDate): readonly StageSum[] {
  const days = Array.from({ length: 364 }, (_, n) => addDays(until, -n)).filter((day) => dayOfWeek(day) <= 5);
  const spell = (stage: string, next: string | null, days: number, n: number): StageSum => sum('spell', { stage, next, days, n });
  return [
    ...days.map((day, n) => sum('arrival', { stage: 'referral', day, n: 1 + (n % 2) })),
    ...[1, 2].map((days) => spell('referral', days === 1 ? 'assessment' : 'end', days, 200)),
    ...[20, 35, 44, 60].flatMap((days) => [spell('assessment', 'childInNeed', days, 60), spell('assessment', 'enquiry', days, 9)]),
    ...[9, 15, 22].map((days) => spell('enquiry', 'protectionPlan', days, 10)),
    ...[30, 80, 200].map((days) => spell('childInNeed', 'end', days, 60)),
    ...[180, 300, 500].map((days) => spell('protectionPlan', 'childInNeed', days, 9)),
    ...[90, 400, 900].map((days) => spell('lookedAfter', 'end', days, 8)),
    sum('open', { stage: 'assessment', days: 20, entered: 1, n: 34 }),
    sum('open', { stage: 'childInNeed', days: 60, entered: 1, n: 40 }),
    sum('open', { stage: 'protectionPlan', days: 100, entered: 1, n: 18 }),
    sum('open', { stage: 'lookedAfter', days: 300, entered: 1, n: 30 }),
    sum('open', { stage: 'assessment', days: 3, entered: 0, n: 3 }),
    ...clockOrder.flatMap((name) =>
      clocks[name].rules.map((rule) => sum('clock', { stage: rule, day: addDays(until, -60), entered: 9, n: 80 })),
    ),
    sum('load', { stage: '1', days: 18, n: 4 }),
    sum('load', { stage: '2', days: 21, n: 3 }),
  ];
}

/** Eighty children over five years, placed in turn. */
const care = (until: LocalDate): readonly CareRow[] =>
  Array.from({ length: 80 }, (_, child) => {
    const [from, born] = [addDays(until, -23 * child - 10), addMonths(until, -(12 + ((child * 29) % 190)))];
    const say = (step: CareRow['step'], happenedOn: LocalDate, kind: string | null = null): CareRow => ({
      child,
      born,
      step,
      happenedOn,
      kind,
    });
    const placed = ['U6', 'U6', 'U3', 'K2', 'U4', 'P1', 'K3', 'A5'][child % 8] ?? 'U6';
    const end = addDays(from, 200 + ((child * 61) % 900));
    return [say('periodOfCare', from), say('placement', from, placed), ...(end <= until ? [say('periodOfCareEnd', end)] : [])];
  }).flat();

/** What would be if, pretended: of the seed 2 half is simulated, that of 3 waits, that of 4 fails; every other is made at once, eight times. */
export function pretendPlanning(today: LocalDate, isKnown: boolean): Planning {
  const until = addDays(today, -1);
  const known: Known = isKnown
    ? { until, now: sumsUpTo(until), yearAgo: sumsUpTo(addMonths(until, -12)), care: care(until) }
    : { until, now: [], yearAgo: [], care: [] };
  const jobs = new Map<string, PlannedJob>();
  const nameOf = (asked: Asked): string => JSON.stringify(asked);
  const jobOf = (asked: Asked): PlannedJob => {
    switch (asked.seed) {
      case 2:
        return { kind: 'running', done: 336, of: 800 };
      case 3:
        return { kind: 'waiting' };
      case 4:
        return { kind: 'failed', why: 'killed' };
      default: {
        const few = { ...asked, replications: 8 };
        return { kind: 'done', answer: answerOf(known, few, timescales, simulateHere(questionOf(known, few, timescales))) };
      }
    }
  };
  return {
    known: async () => known,
    begin: async (_session: Session, asked: Asked) => void jobs.set(nameOf(asked), jobOf(asked)),
    look: async (_session: Session, asked: Asked) => jobs.get(nameOf(asked)),
    cancel: async (_session: Session, asked: Asked) => void jobs.set(nameOf(asked), { kind: 'cancelled' }),
  };
}
