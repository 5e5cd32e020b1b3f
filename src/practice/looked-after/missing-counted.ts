import { dayOfWeek, weekdays } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';

const hours = [
  ['in the morning, before twelve', '00:00', '12:00'],
  ['in the afternoon, before six', '12:00', '18:00'],
  ['in the evening and at night, from six', '18:00', '24:00'],
] as const;

/** On which days of the week and at what time of day a child went: each that happened twice or more, the most often first. */
export function weekdayTimes(all: readonly Statement[]): readonly (readonly [string, number])[] {
  const days = weekdays.map((day, n): readonly [string, number] => [
    `On ${day}s`,
    all.filter(({ happenedOn }) => dayOfWeek(happenedOn) === n + 1).length,
  ]);
  const times = hours.map(([when, from, to]): readonly [string, number] => [
    `Went ${when}`,
    all.filter(({ answers }) => typeof answers['startedAt'] === 'string' && answers['startedAt'] >= from && answers['startedAt'] < to)
      .length,
  ]);
  return [...days, ...times].filter(([, count]) => count > 1).toSorted(([, one], [, other]) => other - one);
}
