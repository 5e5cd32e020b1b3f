import { date } from '../kernel/calendar/dates.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';

export type Told = readonly [step: string, on: string, answers?: Readonly<Record<string, unknown>>, more?: Partial<Line>];

/** A child's record, told as a list; entries are e1, e2, … in the order told. */
export const chain = (...told: readonly Told[]): Line[] =>
  told.map(([step, on, answers = {}, more = {}], index) => ({
    entry: `e${index + 1}`,
    step,
    position: index + 1,
    happenedOn: date(on),
    recordedAt: '',
    recordedBy: '',
    tombstone: false,
    answers,
    ...more,
  }));

/** What stands of it. */
export const historyOf = (...told: readonly Told[]): History => whatStands(chain(...told));
