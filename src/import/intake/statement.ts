import { createHash } from 'node:crypto';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { Problem } from './problem.ts';

export type Answered = Readonly<Record<string, unknown>>;

/** What a source states about one child in one step, not yet compared with what is known. */
export type SourceStatement = {
  readonly step: AnyStep;
  /** With the person and the step, what makes it the same statement in the next file. */
  readonly key: string;
  readonly line: number;
  /** Where in the source, when the line alone does not say: the table and the line. */
  readonly place?: string;
  readonly happenedOn: LocalDate;
  readonly answers: Answered;
  /** Fields that the source carries and that could be read here: an absent answer means "not given". */
  readonly fields: readonly string[];
  /** Answers that are the id of another statement of the same child: its step and key. */
  readonly links: readonly { readonly name: string; readonly step: string; readonly key: string }[];
  /** Left out where the record already says more than this source can know. Asked of what stands without this statement itself. */
  readonly unless?: (history: History) => boolean;
};

export type ChildStatements = {
  /** The authority's own identifier; empty when the file gives none: then nothing is stated. */
  readonly child: string;
  readonly upn?: string;
  /** As other rows than the child's details say; looked at only when those do not say it. */
  readonly bornOn?: string;
  /** The child's own date of birth is given and cannot be read, and no other row gives it: nothing says that it is the child of a record. */
  readonly birthUnread?: { readonly field: string };
  /** Why these statements cannot begin a record: they may only be added to one that is there. */
  readonly cannotBegin?: string;
  readonly line: number;
  readonly statements: readonly SourceStatement[];
  readonly problems: readonly Problem[];
};

/** A uuid made from words: the same words, the same id. */
export function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('\u0000')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The answers were understood by the step's own fields; only the compiler does not know which step it is. */
const isAnswers = (_answers: Answered): _answers is Parameters<AnyStep['happenedOn']>[0] => true;

export function happenedOnOf(step: AnyStep, answers: Answered): LocalDate | undefined {
  return isAnswers(answers) ? step.happenedOn(answers) : undefined;
}

/** A second statement under a key that is taken: `key #2`, `key #3` … */
export function nextKey(key: string): string {
  const [, start = key, number = '1'] = /^(.*) #(\d+)$/.exec(key) ?? [];
  return `${start} #${Number(number) + 1}`;
}
