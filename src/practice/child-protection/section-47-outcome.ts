import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

const outcomes = {
  notSubstantiated: 'Concerns of significant harm not substantiated',
  noContinuingRisk: 'Substantiated, but the child is not judged to be at continuing risk of significant harm',
  conference: 'Substantiated: an initial child protection conference is convened',
} as const;

/** How an enquiry ended. It is a step of its own: an enquiry begins and ends, and neither corrects the other. */
export const section47Outcome = defineStep({
  name: 'section47Outcome',
  title: 'Outcome of the section 47 enquiry',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    concludedOn: date('Date the enquiry was concluded', {
      required: 'Without a conference to come, the limit for the initial conference ends on it',
    }),
    enquiry: link('Which enquiry', 'entry', { hint: 'Leave empty for the last one' }),
  },
  each: {
    outcome: code('Outcome', outcomes, {
      required: 'Working Together: the outcome of the enquiry is decided and recorded',
      neverPrefilled: true,
    }),
    reason: text('Why, and what happens now', { lines: 5, neverPrefilled: true }),
    childsVoice: text('What the child said', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.concludedOn,
  offers: (history, today) => ({
    concludedOn: { value: today },
    enquiry: offerLink(statementsOf('section47Enquiry', history).at(-1)),
  }),
  among: (history) => statementsOf('section47Enquiry', history),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ outcome }) => `Section 47 enquiry concluded: ${inSentence(outcomes[outcome])}`,
  decide: (history, { concludedOn }, today) => {
    const day = { field: 'concludedOn', what: 'The date the enquiry was concluded', on: concludedOn };
    const begun = history.some(({ step }) => step === 'strategyDiscussion') ? 'strategyDiscussion' : 'section47Enquiry';
    return [...notAhead(day, today), ...notBeforeStart(day, history, begun, 'the first enquiries were started')];
  },
  dependsOn: ['strategyDiscussion', 'section47Enquiry'],
  examples: {
    'not substantiated': {
      concludedOn: literal('2026-03-16'),
      outcome: 'notSubstantiated',
      reason: 'The bruise fits the fall that nursery saw. Support goes on under the assessment.',
    },
    'conference to follow': { concludedOn: literal('2026-03-16'), outcome: 'conference' },
  },
});
