import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

const outcomes = {
  offered: 'Offered, no answer yet',
  accepted: 'Offered and accepted',
  declined: 'Offered and declined',
  notInInterests: 'Not offered: it would not be in the child’s best interests',
} as const;

/** Offered to the parents, and to whoever else has parental responsibility, before any application; or why not. */
export const familyGroupOffer = defineStep({
  name: 'familyGroupOffer',
  title: 'Family group decision-making: the offer',
  law: 'Children Act 1989 s31ZA (Children’s Wellbeing and Schools Act 2026 s1); Court orders and pre-proceedings 2014',
  fields: {
    offeredOn: date('Date of the offer, or of the decision not to make one', {
      required: 'It must come before an application for a care or supervision order',
    }),
    outcome: code('What came of it', outcomes, {
      required: 'Section 31ZA: offered, unless it would not be in the child’s best interests',
      neverPrefilled: true,
    }),
    offeredTo: text('To whom', { hint: 'Each parent and everybody else with parental responsibility' }),
    reason: text('Why', {
      lines: 3,
      hint: 'Where none was made, an application waits for the reason: section 31ZA(3)',
      neverPrefilled: true,
      askedWhen: ({ outcome }: SoFar) => outcome === 'declined' || outcome === 'notInInterests',
    }),
  },
  happenedOn: (answers) => answers.offeredOn,
  offers: (_history, today) => ({ offeredOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => `Family group decision-making: ${inSentence(outcomes[outcome])}`,
  decide: (history, { offeredOn }, today) => {
    const day = { field: 'offeredOn', what: 'The date of the offer', on: offeredOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    accepted: { offeredOn: literal('2026-04-27'), outcome: 'accepted', offeredTo: 'Mother; father' },
    'not in the child’s interests': {
      offeredOn: literal('2026-04-27'),
      outcome: 'notInInterests',
      reason: 'The grandfather is accused of the abuse, and the family would have to meet him.',
    },
  },
});
