import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** The meeting at which the family makes its own plan for the child. */
export const familyGroupMeeting = defineStep({
  name: 'familyGroupMeeting',
  title: 'Family group decision-making: the meeting',
  law: 'Children Act 1989 s31ZA (Children’s Wellbeing and Schools Act 2026 s1); Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the meeting', { required: 'Says that the family had its meeting before a court was asked' }),
    cameFrom: text('Who came', { lines: 2 }),
    familyPlan: text('The plan that the family made', { lines: 6, neverPrefilled: true }),
    agreed: yesNo('The authority agrees that the plan is safe for the child', { neverPrefilled: true }),
  },
  each: {
    childsView: text('What the child said, or somebody for the child', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ agreed }) =>
    `Family group meeting held${agreed === undefined ? '' : agreed ? ': the family’s plan is agreed' : ': the family’s plan is not agreed'}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the meeting', on: heldOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'a plan that is agreed': {
      heldOn: literal('2026-05-18'),
      cameFrom: 'Mother, maternal grandmother, two aunts, the health visitor',
      familyPlan: 'She stays with her grandmother on school nights. Her aunt is there when her mother’s partner calls.',
      agreed: true,
      childsView: 'She wants to sleep at her nan’s.',
    },
  },
});
