import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { adopterPanelLimits } from './adopter-limits.ts';

const subjects = { suitability: 'Suitability to adopt', briefReport: 'A brief report', end: 'End of approval' } as const;
const recommendations = {
  suitable: 'Suitable',
  notSuitable: 'Not suitable, or no longer',
  deferred: 'Deferred: more is asked for',
} as const;

/** The adoption panel recommends; it does not decide. What it says of a match stands on the child’s record. */
export const adopterPanel = defineStep({
  name: 'adopterPanel',
  title: 'Adoption panel on adopters',
  law: 'Adoption Agencies Regulations 2005 reg 30A',
  file: 'adopters',
  fields: {
    heldOn: date('Date', { required: 'The seven working days of the decision maker run from it' }),
    subject: code('What about', subjects, { required: 'Says what is decided upon it' }),
    recommendation: code('Recommendation', recommendations, { required: 'It is decided upon', neverPrefilled: true }),
    reasons: text('Reasons, advice on number and ages, and who disagreed', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  timescales: adopterPanelLimits,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ subject, recommendation }) => `Panel, ${inSentence(subjects[subject])}: ${inSentence(recommendations[recommendation])}`,
  decide: (_history, { heldOn }, today) => notAhead({ field: 'heldOn', what: 'The date', on: heldOn }, today),
  examples: {
    recommended: {
      heldOn: literal('2026-03-09'),
      subject: 'suitability',
      recommendation: 'suitable',
      reasons: 'Unanimous: one or two, to six.',
    },
  },
});
