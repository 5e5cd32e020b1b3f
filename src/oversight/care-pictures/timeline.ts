import { date, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { periodsOf, type PeriodOfCare } from '../../practice/pathway.ts';
import { legalStatusesInShort, placementTypesInShort } from '../../vocabulary/ssda903-in-short.ts';
import { legalStatuses, placementTypes } from '../../vocabulary/ssda903.ts';

/** A stretch of time of which one thing is true. `n`: its number in the picture and in the table beside it. */
export type Stretch = {
  readonly n: number;
  readonly entry: string;
  readonly from: LocalDate;
  /** Absent: it goes on. */
  readonly to?: LocalDate;
  readonly short: string;
  readonly words: string;
  /** Away for a while from a placement that is kept. */
  readonly isTemporary: boolean;
};
/** A thing that happened on a day. */
export type Mark = { readonly entry: string; readonly on: LocalDate; readonly kind: 'review' | 'missing' };

export type Timeline = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly placements: readonly Stretch[];
  readonly statuses: readonly Stretch[];
  readonly marks: readonly Mark[];
};

const wordOf = (codes: Readonly<Record<string, string>>, value: unknown): string =>
  typeof value === 'string' ? (codes[value] ?? value) : 'not said';

type Named = (one: Statement) => Pick<Stretch, 'short' | 'words' | 'isTemporary'>;

const asPlacement: Named = ({ answers }) => {
  const carers = typeof answers['carers'] === 'string' ? `, ${answers['carers']}` : '';
  return {
    short: wordOf(placementTypesInShort, answers['type']),
    words: `${wordOf(placementTypes, answers['type'])}${carers}`,
    isTemporary: /^T\d$/.test(String(answers['type'])),
  };
};
const asStatus: Named = ({ answers }) => ({
  short: wordOf(legalStatusesInShort, answers['legalStatus']),
  words: wordOf(legalStatuses, answers['legalStatus']),
  isTemporary: false,
});

/** Each lasts until the next of its period of care, the last until that ends. */
function stretches(periods: readonly PeriodOfCare[], of: 'placements' | 'statuses', named: Named): readonly Stretch[] {
  return periods
    .flatMap((period) => period[of].map((one, n, all) => ({ one, to: all[n + 1]?.happenedOn ?? period.endedOn })))
    .map(({ one, to }, n) => ({
      n: n + 1,
      entry: one.entry,
      from: one.happenedOn,
      ...(to === undefined ? {} : { to }),
      ...named(one),
    }));
}

/** What a child has lived through in care, up to a day; undefined: none of it is on record. */
export function timelineOf(history: History, today: LocalDate): Timeline | undefined {
  const periods = periodsOf(history);
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const marks = history.flatMap(({ step, entry, happenedOn, answers }): readonly Mark[] => {
    if (happenedOn < first.startedOn) return [];
    if (step === 'missingEpisode') return [{ entry, on: happenedOn, kind: 'missing' }];
    return step === 'lookedAfterReview' && answers['held'] !== false ? [{ entry, on: happenedOn, kind: 'review' }] : [];
  });
  return {
    from: first.startedOn,
    until: last.endedOn ?? today,
    placements: stretches(periods, 'placements', asPlacement),
    statuses: stretches(periods, 'statuses', asStatus),
    marks,
  };
}

/** Where a day stands, from 0 at the first to 1 at the last. */
export function shareOf({ from, until }: Pick<Timeline, 'from' | 'until'>, day: LocalDate): number {
  const whole = Math.max(1, daysBetween(from, until));
  return Math.min(1, Math.max(0, daysBetween(from, day) / whole));
}

/** The first day of each year within, every so many years that they can be read; of less than two years, of each quarter. */
export function ticksOf({ from, until }: Pick<Timeline, 'from' | 'until'>): readonly LocalDate[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const every = Math.max(1, Math.ceil((last - first + 1) / 9));
  const months = daysBetween(from, until) < 730 ? ['01', '04', '07', '10'] : ['01'];
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n).filter((year) => (year - first) % every === 0);
  return years.flatMap((year) => months.map((month) => date(`${year}-${month}-01`))).filter((day) => day >= from && day <= until);
}
