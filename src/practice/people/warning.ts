import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { Standing, Warning } from '../../kernel/derivation/derivation.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitioners, practitionersAndLeads } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';

/** In the order in which they are read out: what can hurt whoever goes comes first. */
export const warningKinds = {
  dangerToStaff: 'Danger to staff',
  dangerToChild: 'Danger to the child',
  noContact: 'Somebody must not have contact with the child',
  medical: 'Serious medical need',
} as const;

/** What whoever goes to the child must know before they go. It stands at the head of the child's page and in every emergency copy. */
export const warning = defineStep({
  name: 'warning',
  title: 'Warning',
  law: 'Health and Safety at Work etc. Act 1974 s2, Management of Health and Safety at Work Regulations 1999 reg 3; Children Act 1989 s17 and s47',
  fields: {
    from: date('From', { required: 'Says since when whoever goes to the child must know it' }),
    kind: code('Kind of warning', warningKinds, { required: 'The duty to staff and the duty to the child are different duties' }),
    words: text('What whoever goes to the child must know', {
      lines: 3,
      neverPrefilled: true,
      required: 'Health and Safety at Work etc. Act 1974 s2: staff are told of the risk and of what to do about it',
      hint: 'The fact and what to do, for example: “Dog loose in the yard. Telephone first and go in pairs.”',
    }),
    until: date('Until', { hint: 'When it is to be looked at again. Left empty, it stands until it is ended' }),
    source: text('Who says so', { hint: 'For example the police, with their reference' }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  togetherWith: 'siblings',
  may: { record: practitioners, read: practitionersAndLeads },
  summary: ({ kind, words }) => `Warning, ${warningKinds[kind].toLowerCase()}: ${words}`,
  decide: (_history, { from, until }, today) => [
    ...notAhead({ field: 'from', what: 'The date from which it is so', on: from }, today),
    ...(until !== undefined && until < from ? [{ field: 'until', message: 'Until must be on or after the date from which it is so' }] : []),
  ],
  examples: {
    'a dog': {
      from: literal('2026-03-03'),
      kind: 'dangerToStaff',
      words: 'Dog loose in the yard. Telephone first and go in pairs.',
      until: literal('2026-09-03'),
      source: 'Police, reference 44-2210',
    },
    'a person who must not call': {
      from: literal('2026-03-03'),
      kind: 'noContact',
      words: 'Non-molestation order: call 999 if he is there.',
    },
  },
});

/** The danger is over. The warning stays in the record; it no longer stands at its head. */
export const warningEnd = defineStep({
  name: 'warningEnd',
  title: 'End of a warning',
  law: 'Data Protection Act 2018 Sch 1 para 18: a warning is kept no longer than it is needed',
  fields: {
    endedOn: date('Date on which it ended', { required: 'Says until when staff were told of it' }),
    warning: link('Which warning', 'entry', { required: 'One warning may end while another stands' }),
    because: text('Why it is over', { lines: 2, required: 'Whoever goes next must be able to see why they are no longer warned' }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'siblings',
  among: (history) => statementsOf('warning', history),
  may: { record: practitioners, read: practitionersAndLeads },
  summary: ({ because }) => `Warning ended: ${because}`,
  dependsOn: ['warning', 'warningEnd'],
  decide: (history, { endedOn, warning: ended }, today) => {
    const known = allOf(warning, history);
    const which = known.find(({ entry }) => entry === ended);
    return [
      ...notAhead({ field: 'endedOn', what: 'The date on which it ended', on: endedOn }, today),
      ...(known.length > 0 && which === undefined ? [{ field: 'warning', message: 'Select an entry that is a warning' }] : []),
      ...(which !== undefined && endedOn < which.happenedOn
        ? [{ field: 'endedOn', message: 'The date on which it ended must not be before the warning began' }]
        : []),
    ];
  },
  examples: {
    'the dog has gone': {
      endedOn: literal('2026-05-01'),
      warning: '33333333-3333-4333-8333-333333333333',
      because: 'The dog was taken away; seen at the visit of 30 April.',
    },
  },
});

/** Every warning that has not been ended, as a child's history states it; those that lapse by their date are told apart when read. */
export function warningsIn(history: History): readonly Warning[] {
  const ended = new Set(allOf(warningEnd, history).map(({ answers }) => answers.warning));
  return allOf(warning, history)
    .filter(({ entry }) => !ended.has(entry))
    .map(({ entry, answers: { kind, words, from, until, source } }) => ({
      entry,
      kind,
      words,
      from,
      ...(until === undefined ? {} : { until }),
      ...(source === undefined ? {} : { source }),
    }));
}

/** The warnings that hold on a day, danger to staff first. */
export function warningsOn(
  { warnings = [] }: Pick<Standing, 'warnings'>,
  on: LocalDate,
): readonly (Warning & { readonly title: string })[] {
  return Object.entries(warningKinds).flatMap(([kind, title]) =>
    warnings
      .filter((one) => one.kind === kind && one.from <= on && (one.until === undefined || one.until >= on))
      .map((one) => ({ ...one, title })),
  );
}
