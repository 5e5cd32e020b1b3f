import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';

/** One measurement of a child on a day, with the entry that gives it. */
export type Measured = { readonly entry: string; readonly on: LocalDate; readonly value: number };

/** Total difficulties of the questionnaire that the carer fills in, as the children looked after return reads them. */
export const questionnaireBands = [
  { from: 0, to: 13, words: 'normal' },
  { from: 14, to: 16, words: 'borderline' },
  { from: 17, to: 40, words: 'cause for concern' },
] as const;

export const bandOf = (score: number): string => questionnaireBands.find(({ to }) => score <= to)?.words ?? '';

const measured = (history: History, from: Readonly<Record<string, string>>): readonly Measured[] =>
  history.flatMap(({ step, entry, happenedOn, answers }) => {
    const value = answers[from[step] ?? ''];
    return typeof value === 'number' ? [{ entry, on: happenedOn, value }] : [];
  });

/** Each score on its own day; one that a return gave for a year, where no questionnaire of that year is on record. */
export function questionnairesOf(history: History): readonly Measured[] {
  const own = measured(history, { strengthsAndDifficulties: 'score' });
  const returned = measured(history, { outcomesOfTheYear: 'sdqScore' });
  const isCovered = (year: Measured): boolean =>
    own.some(({ on, value }) => on <= year.on && on > `${Number(year.on.slice(0, 4)) - 1}${year.on.slice(4)}` && value === year.value);
  return [...own, ...returned.filter((one) => !isCovered(one))].toSorted((a, b) => a.on.localeCompare(b.on));
}

/** Per cent of the sessions that were possible in a term, as the school counted them up to a day. */
export const attendanceOf = (history: History): readonly Measured[] =>
  history.flatMap(({ step, entry, happenedOn, answers: { attended, possible } }) =>
    step === 'schoolAttendance' && typeof attended === 'number' && typeof possible === 'number' && possible > 0
      ? [{ entry, on: happenedOn, value: Math.round((100 * attended) / possible) }]
      : [],
  );
