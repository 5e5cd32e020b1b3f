import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { recommendationLimits } from './decision-limits.ts';

export const adoptionSubjects = {
  shouldBePlaced: 'Whether the child should be placed for adoption',
  match: 'A match with these adopters',
} as const;
const recommendations = {
  recommended: 'Recommended',
  notRecommended: 'Not recommended',
  deferred: 'Deferred: more is asked for',
  reportsAlone: 'No panel: the reports went to the decision-maker',
} as const;

const isDecidedOn = ({ recommendation }: SoFar): boolean => recommendation !== 'deferred' && recommendation !== 'reportsAlone';

/** The adoption panel recommends, of a child; it does not decide. Where a placement order is applied for no panel is asked, and the reports go to the decision-maker. */
export const adoptionRecommendation = defineStep({
  name: 'adoptionRecommendation',
  title: 'Adoption panel on the child',
  law: 'Adoption Agencies Regulations 2005 regs 17–18, 31–32',
  fields: {
    heldOn: date('Date of the panel, or on which the reports went', {
      required: 'The seven working days of the decision-maker run from it',
    }),
    subject: code('What about', adoptionSubjects, { required: 'Says what is decided upon it' }),
    recommendation: code('Recommendation', recommendations, { required: 'It is decided upon', neverPrefilled: true }),
    minutesOn: date('Final minutes with the decision-maker', {
      hint: 'The seven working days run from it. Left empty: from the panel',
      askedWhen: isDecidedOn,
      neverPrefilled: true,
    }),
    reasons: text('Reasons and advice, and who disagreed', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  timescales: recommendationLimits,
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ subject, recommendation }) => `${adoptionSubjects[subject]}: ${inSentence(recommendations[recommendation])}`,
  decide: (history, { heldOn, subject, recommendation, minutesOn }, today) => {
    const day = { field: 'heldOn', what: 'The date', on: heldOn };
    return [
      ...notAhead(day, today),
      ...notBeforeBirth(day, history),
      ...notAhead({ field: 'minutesOn', what: 'The date of the final minutes', on: minutesOn }, today),
      ...(minutesOn !== undefined && minutesOn < heldOn
        ? [
            {
              field: 'minutesOn',
              message: 'Final minutes: they cannot be there before the panel. Enter the day on which the decision-maker had them',
            },
          ]
        : []),
      ...(subject === 'match' && recommendation === 'reportsAlone'
        ? [
            {
              field: 'recommendation',
              message:
                'Recommendation: a match always goes to the panel (Adoption Agencies Regulations 2005 reg 31). Enter what the panel said',
            },
          ]
        : []),
    ];
  },
  examples: {
    'on a match': {
      heldOn: literal('2026-08-06'),
      subject: 'match',
      recommendation: 'recommended',
      minutesOn: literal('2026-08-12'),
      reasons: 'Unanimous. They know what he has been through, and want to meet his sister each summer.',
    },
    'reports alone': { heldOn: literal('2026-02-09'), subject: 'shouldBePlaced', recommendation: 'reportsAlone' },
  },
});
