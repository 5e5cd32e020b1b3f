import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import type { AccessLogLine } from '../../../record/contract.ts';
import { documentKinds } from '../../../practice/pathway.ts';
import { dayOf } from '../../said-dates.ts';

/** Something of the record that somebody outside it has, and keeps when the record is gone. */
export type CopyHeld = { readonly what: string; readonly who: string; readonly on: LocalDate };

const kinds: Readonly<Record<string, string>> = documentKinds;
const words = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : 'not said');

/** By which statements something of the record went to somebody, and to whom. */
const given: Readonly<Record<string, (answers: Statement['answers']) => Pick<CopyHeld, 'what' | 'who'>>> = {
  documentReleased: ({ kind, recipient }) => ({ what: kinds[words(kind)] ?? 'Document', who: words(recipient) }),
  subjectAccessRelease: ({ to }) => ({ what: 'Copy of the record, by subject access', who: words(to) }),
  sharingOfInformation: ({ withWhom }) => ({ what: 'What was shared', who: words(withWhom) }),
};

const inCopy = /^In (emergency copy|caseload pack) number (\d+), for (.+)$/;

/** The latest first: what was released and shared, and every emergency copy and caseload pack that the record is in. */
export function copiesHeld(history: History, opened: readonly Pick<AccessLogLine, 'openedAt' | 'reason'>[]): readonly CopyHeld[] {
  const released = history.flatMap(({ step, happenedOn, answers }) => {
    const said = given[step]?.(answers);
    return said === undefined ? [] : [{ ...said, on: happenedOn }];
  });
  const copied = opened.flatMap(({ openedAt, reason }) => {
    const [, kind, number, who] = inCopy.exec(reason) ?? [];
    if (kind === undefined || who === undefined) return [];
    return [{ what: `${kind === 'caseload pack' ? 'Caseload pack' : 'Emergency copy'} ${number}`, who, on: dayOf(openedAt) }];
  });
  return [...released, ...copied].toSorted((a, b) => b.on.localeCompare(a.on));
}
