import type { History } from '../step/history.ts';
import type { Problem } from '../step/outcome.ts';

/** Where somebody stands in the line of a child’s case, as the database tells it from teams, managers and staff files. */
export type PlaceInLine = 'worker' | 'manager' | 'head';

/** Whom a step names who must stand outside the line of the case, and what is against it where the database has them in that line. Pure. */
export type OutsideTheLine<Answers> = {
  readonly who: (answers: Answers) => string | undefined;
  readonly against: (history: History, answers: Answers, place: PlaceInLine) => readonly Problem[];
};
