import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { lastActions, plannedActions } from '../actions/planned-actions.ts';
import { askedAgain, knownToThoseWhoMeet } from '../assessment/reported.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

const enquiryKinds = { single: 'By children’s social care alone', joint: 'Jointly with the police' } as const;
const medicals = { notNeeded: 'Not needed', planned: 'Needed, and arranged', done: 'Done', refused: 'Needed, and refused' } as const;
const started = ({ enquiriesInitiated }: SoFar): boolean => enquiriesInitiated === true;

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
    tookPart: codes('Who took part', agencies, {
      hint: 'At the least social care, the police and a health practitioner',
      neverPrefilled: true,
    }),
    information: text('What each agency knows', {
      lines: 5,
      hint: 'Agency by agency: who said it, and how they know. What was reported and answered so far stands here as it was said',
    }),
    actions: plannedActions('Who does what, and by when'),
  },
  each: {
    enquiriesInitiated: yesNo('Section 47 enquiries were started', {
      required: 'The limit for the initial conference runs only from the discussion that started enquiries',
      neverPrefilled: true,
    }),
    enquiryKind: code('Who enquires', enquiryKinds, { neverPrefilled: true, askedWhen: started }),
    medical: code('Medical examination', medicals, { neverPrefilled: true }),
    decision: text('What was decided, and why; how the child is safe until then', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({
    heldOn: { value: today },
    information: knownToThoseWhoMeet(history),
    actions: lastActions(history) ?? askedAgain(history, today),
  }),
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
      information: 'Health visitor: bruise to the cheek, seen on 3 March. Police: two calls to the address since January.',
      actions: [
        {
          what: 'Medical at the Radcliffe',
          owner: '33333333-3333-4333-8333-333333333333',
          whoElse: 'Consultant paediatrician',
          byWhen: literal('2026-03-05'),
          measure: 'Report with the social worker',
        },
      ],
      decision: 'Joint enquiries: unexplained bruising. The mother’s partner stays away until the medical; the aunt is there tonight.',
      enquiryKind: 'joint',
      medical: 'planned',
    },
  },
});
