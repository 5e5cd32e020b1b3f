import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const outcomes = {
  planHere: 'A child protection plan here',
  childInNeed: 'A child in need plan',
  none: 'No plan',
} as const;

export const transferInConference = defineStep({
  name: 'transferInConference',
  title: 'Transfer-in conference',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    heldOn: date('Date of the transfer-in conference', { required: 'From this day the first authority may end its plan' }),
    outcome: code('Outcome', outcomes, { required: 'The first authority ends its plan only when it knows ours', neverPrefilled: true }),
    theyCame: code('Did the first authority take part?', {
      came: 'They came',
      report: 'They sent a report',
      neither: 'Neither',
    }),
    toldThemOn: date('Date the first authority was told the outcome'),
    reason: text('Why', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  timescales: [
    {
      rule: 'transferInConference',
      version: 'Working Together 2010',
      title: 'Transfer-in conference',
      limit: workingDays(15),
      starts: [{ step: 'transferIn' }],
      meets: { step: 'transferInConference' },
      // Where the move itself makes another initial conference necessary, that is the conference.
      alsoMetBy: [{ step: 'initialConference' }],
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2010-03-17') },
      announcedOn: literal('2010-03-17'),
      standing: 'guidance',
      law: 'Working Together: the receiving authority convenes a conference within 15 working days of being told',
    },
  ],
  offers: (_history, today) => ({ heldOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ outcome }) => `Transfer-in conference: ${outcomes[outcome].toLowerCase()}`,
  decide: (history, { heldOn, toldThemOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the transfer-in conference', on: heldOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'transferIn', 'we were told of the move'),
      ...notAhead({ field: 'toldThemOn', what: 'The date the first authority was told', on: toldThemOn }, today),
    ];
  },
  dependsOn: ['transferIn'],
  examples: {
    'a plan here': { heldOn: literal('2026-03-19'), outcome: 'planHere', theyCame: 'came', toldThemOn: literal('2026-03-19') },
    'no plan': {
      heldOn: literal('2026-03-19'),
      outcome: 'none',
      reason: 'The man who was the danger stayed behind; the mother has called twice.',
    },
  },
});
