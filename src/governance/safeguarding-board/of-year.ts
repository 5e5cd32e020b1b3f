import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Clock } from '../../kernel/step/clock.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Block } from '../../outputs/document.ts';

/** One body as its file stands, with those that answer to it. */
export type ReportedBody = { readonly title: string; readonly history: History; readonly clocks: readonly Clock[] };
export type YearAsked = {
  readonly body: ReportedBody;
  readonly below: readonly Pick<ReportedBody, 'title' | 'history'>[];
  /** The last day of the year: 31 March. */
  readonly until: LocalDate;
};

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const table = (heads: readonly string[], rows: readonly (readonly string[])[], none: string): Block =>
  rows.length === 0 ? paragraph(none) : { kind: 'table', heads, rows };

export const said = (value: unknown): string => (typeof value === 'string' ? value : '');
export const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;

/** What happened in the twelve months. */
export const ofYear = ({ until }: YearAsked, history: History, step: string): History => {
  const since = addMonths(until, -12);
  return history.filter((one) => one.step === step && one.happenedOn > since && one.happenedOn <= until);
};

/** The body as it stood at the end of the year. */
export const asOf = (history: History, until: LocalDate): History => history.filter(({ happenedOn }) => happenedOn <= until);

export const answerTo = (history: History, entry: string): Statement | undefined =>
  history.findLast(({ step, answers }) => step === 'bodyChallengeAnswer' && answers['challenge'] === entry);
