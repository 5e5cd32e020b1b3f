import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** Working Together: a local authority social worker, health practitioners and the police at the least; others as fits the case. */
const agencies = {
  socialCare: 'Children’s social care',
  police: 'Police',
  health: 'Health',
  education: 'School, nursery or college',
  referrer: 'The agency that referred',
  other: 'Somebody else',
} as const;

export const strategyDiscussion = defineStep({
  name: 'strategyDiscussion',
  title: 'Strategy discussion',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the strategy discussion', { required: 'The limit for the initial conference runs from it' }),
    enquiriesInitiated: yesNo('Section 47 enquiries were started', {
      required: 'The limit for the initial conference runs only from the discussion that started enquiries',
      neverPrefilled: true,
    }),
    tookPart: codes('Who took part', agencies, {
      hint: 'At the least social care, the police and a health practitioner',
      neverPrefilled: true,
    }),
    decision: text('What was decided, and why', { lines: 5, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ enquiriesInitiated }) => `Strategy discussion: section 47 enquiries ${enquiriesInitiated ? 'started' : 'not started'}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the strategy discussion', on: heldOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'enquiries started': {
      heldOn: literal('2026-03-04'),
      enquiriesInitiated: true,
      tookPart: ['socialCare', 'police', 'health'],
      decision: 'Joint enquiries with the police: unexplained bruising.',
    },
  },
});
