import { addDays, addMonths, daysBetween, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { say, workerOn, workingDayAfter, type Telling } from '../telling.ts';
import { warningOver, warningSources, warningWords } from '../words/warnings.ts';

const kinds = ['dangerToStaff', 'noContact', 'medical', 'dangerToStaff', 'dangerToChild'] as const;

/** About one family in six carries a warning; some lapse by their date, some are ended, and a few carry two. */
export function warn(telling: Telling, from: LocalDate): void {
  const { n, today } = telling;
  if (n % 6 !== 2 || daysBetween(from, today) < 12) return;
  const on = workingDayAfter(addDays(from, 2 + (n % 40)));
  warnOf(telling, kinds[Math.floor(n / 6) % kinds.length] ?? 'medical', on);
  if (n % 30 === 8) warnOf(telling, 'dangerToStaff', workingDayAfter(addDays(on, 9)));
}

function warnOf(telling: Telling, kind: keyof typeof warningWords, on: LocalDate): void {
  const { n, turn } = telling;
  const [first] = telling.children;
  // What is dangerous at the door is so for all of them; an illness is one child's own.
  const about = kind === 'medical' && first !== undefined ? { about: [{ person: first.person, answers: {} }] } : {};
  const until = n % 24 === 2 ? { until: addMonths(on, 6) } : {};
  const shared = { from: on, kind, words: turn<string>(warningWords[kind]), ...until, source: turn(warningSources) };
  const entry = say(telling, { step: 'warning', on, by: workerOn(telling, on), shared, ...about });
  const endedOn = workingDayAfter(addDays(on, 120));
  if (entry !== undefined && n % 18 === 14)
    say(telling, {
      step: 'warningEnd',
      on: endedOn,
      by: workerOn(telling, endedOn),
      shared: { endedOn, warning: entry, because: turn(warningOver) },
      ...about,
    });
}
