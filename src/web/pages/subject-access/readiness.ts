import { addMonths } from '../../../kernel/calendar/dates.ts';
import { isOf } from '../../../kernel/step/step.ts';
import type { Decision, Withheld } from '../../../practice/subject-access/disclosure.ts';
import { redactionConfirmation } from '../../../practice/subject-access/redaction-confirmation.ts';
import { ofRequest } from '../../../practice/subject-access/requests.ts';
import { unsaidOf } from '../../../practice/subject-access/weighings.ts';
import { counted, dayOf } from '../../said-dates.ts';
import { countsOf, type RequestRead } from './request-read.ts';

/** What a copy still waits for, in sentences; none: it may go. */
export type Readiness = { readonly waitsFor: readonly string[] };

export function readinessOf(read: RequestRead): Readiness {
  const { record, request, decided } = read;
  const { all, decided: done } = countsOf(read);
  const identities = ofRequest('subjectAccessIdentity', request, record.history);
  return {
    waitsFor: [
      ...(identities.length === 0 ? ['It must be recorded how identity and authority were proved: UK GDPR article 12(6).'] : []),
      ...(identities.at(-1)?.answers['child'] === 'refuses'
        ? ['The person does not want the copy to be given: it can only be refused.']
        : []),
      ...(done < all ? [`${all - done} of ${all} entries are not decided.`] : []),
      ...(unreadOf(read) > 0
        ? [`${counted(unreadOf(read), 'entry is', 'entries are')} closed to you: somebody who may read what is in them must decide.`]
        : []),
      ...(decided.confirmation === undefined ? ['Somebody who decided none of it must confirm what is disclosed.'] : []),
      ...unweighed(read),
      ...opinionMissing(read),
    ],
  };
}

/**
 * What was struck out is not given; of what is read without the words that it shares with a restricted record, those words are not given. What else cannot be
 * read must be decided by somebody who can.
 */
function unreadOf({ request, record: { unread = [], chain, history } }: RequestRead): number {
  const read = new Set([...chain, ...history].map(({ position }) => position));
  const isAsked = (recordedAt: string): boolean => dayOf(recordedAt) <= request.happenedOn;
  return unread.filter((one) => one.isStruck !== true && isAsked(one.recordedAt) && !read.has(one.position)).length;
}

/** What is withheld for somebody else, or for serious harm, without its test in law: where, and what must still be said. */
function unweighed({ entries, decided: { everywhere } }: RequestRead): readonly string[] {
  const marked = [
    ...entries.flatMap(({ number, standing }) =>
      standing.kind === 'decided' ? marksOf(standing.decision).map((mark) => ({ where: `Entry ${number}`, unsaid: unsaidOf(mark) })) : [],
    ),
    ...everywhere.map((mark) => ({ where: `“${mark.words}” in every entry`, unsaid: unsaidOf(mark) })),
  ];
  const open = marked.flatMap(({ where, unsaid }) => (unsaid === undefined ? [] : [{ where, unsaid }]));
  return [...Map.groupBy(open, ({ unsaid }) => unsaid)].map(([unsaid, lines]) => {
    const places = [...new Set(lines.map(({ where }) => where))];
    const more = places.length > 10 ? `, and ${places.length - 10} more` : '';
    return `${places.slice(0, 10).join(', ')}${more}: ${unsaid}.`;
  });
}

const marksOf = ({ whole, out }: Pick<Decision, 'whole' | 'out'>): readonly Withheld[] => [
  ...(whole === undefined ? [] : [whole]),
  ...[...out.values()].flat().map(({ mark }) => mark),
];

/** Sch 3 para 6: data concerning health are withheld for serious harm only on an appropriate health professional’s opinion of the last six months. */
function opinionMissing({ decided: { byEntry, everywhere, confirmation } }: RequestRead): readonly string[] {
  const marks = [...[...byEntry.values()].flatMap(marksOf), ...everywhere];
  if (!marks.some((mark) => mark.ground === 'seriousHarmHealth')) return [];
  if (confirmation === undefined || !isOf(redactionConfirmation, confirmation)) return [];
  const { opinion, opinionOn, confirmedOn } = confirmation.answers;
  if (opinion !== undefined && opinionOn !== undefined && opinionOn >= addMonths(confirmedOn, -6)) return [];
  return [
    'Words about health are withheld for serious harm: an appropriate health professional’s opinion of the last six months must be recorded (Data Protection Act 2018 Sch 3 para 6).',
  ];
}
