import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { oneOfBoth } from '../people/named-person.ts';

const agreementAnswers = {
  agreed: 'Agrees',
  declined: 'Does not agree',
  withdrawn: 'Has withdrawn the agreement given before',
} as const;

/**
 * A family agrees to a service, and may stop agreeing. It is no lawful basis for sharing, which rests on public task: one is never taken for the other.
 * One entry for each who answers, because one holder of parental responsibility cannot answer for another.
 */
export const agreementToHelp = defineStep({
  name: 'agreementToHelp',
  title: 'Agreement to services',
  law: 'Children Act 1989 s2(7), s3 and s17: help is agreed with each who has parental responsibility, and with the child who can decide',
  fields: {
    answeredOn: date('Date of the answer', { required: 'An agreement counts from its day until it is withdrawn' }),
    holder: link('Who answered', 'person', { hint: 'Somebody who has a record: a holder of parental responsibility, or a young person' }),
    name: text('Name of somebody who has no record', { longest: 200, askedWhen: ({ holder }: SoFar) => holder === undefined }),
    answer: code('Answer', agreementAnswers, { required: 'Declining and withdrawing are answers too', neverPrefilled: true }),
    services: text('To what', { lines: 2, required: 'Agreement to one service is not agreement to another' }),
    words: text('In their words', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.answeredOn,
  offers: (history, today) => ({ answeredOn: { value: today }, services: servicesBefore(history) }),
  togetherWith: 'siblings',
  recordsAtOnce: true,
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ answer }) => `Agreement to services: ${agreementAnswers[answer].toLowerCase()}`,
  decide: (history, { answeredOn, holder, name, answer }, today) => [
    ...notAhead({ field: 'answeredOn', what: 'The date of the answer', on: answeredOn }, today),
    ...oneOfBoth({ field: 'holder', person: holder, name }),
    ...(answer === 'withdrawn' && history.length > 0 && !hasAgreed(history, holder ?? name)
      ? [{ field: 'answer', message: 'No agreement of theirs is on record to be withdrawn: choose “Does not agree”' }]
      : []),
  ],
  dependsOn: ['agreementToHelp'],
  examples: {
    'her mother agrees': {
      answeredOn: literal('2026-03-05'),
      holder: '33333333-3333-4333-8333-333333333333',
      answer: 'agreed',
      services: 'Family help worker at home twice a week',
    },
    'her father, who has no record, does not': {
      answeredOn: literal('2026-03-06'),
      name: 'Daniel Example',
      answer: 'declined',
      services: 'Family help worker at home twice a week',
      words: 'I do not want strangers in the house.',
    },
  },
});

/** What was last asked of anybody: the other who holds parental responsibility is most often asked the same. */
function servicesBefore(history: History): Offer<string> | undefined {
  const from = statementsOf('agreementToHelp', history).at(-1);
  const services = from?.answers['services'];
  return from !== undefined && typeof services === 'string' ? { value: services, from } : undefined;
}

const hasAgreed = (history: History, who: string | undefined): boolean =>
  statementsOf('agreementToHelp', history).some(
    ({ answers }) => answers['answer'] === 'agreed' && String(answers['holder'] ?? answers['name']).toLowerCase() === who?.toLowerCase(),
  );
