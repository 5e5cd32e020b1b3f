import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { footingLimits } from './footing-limits.ts';

const outcomes = {
  approved: 'Approved, or assessed and the placement goes on',
  extended: 'Temporary approval extended by up to eight weeks (regulation 25)',
  notApproved: 'Not approved, or the placement is to end',
} as const;

/** What becomes of carers who had a child before they were assessed. It changes how often the child is visited; it begins no episode. */
export const carerDecision = defineStep({
  name: 'carerDecision',
  title: 'Decision on carers not yet assessed',
  law: 'Care Planning, Placement and Case Review Regulations 2010 regs 17–19 and 23–25; Fostering Services Regulations 2011 reg 27',
  fields: {
    decidedOn: date('Date of the decision', {
      required: 'Regulations 19, 23 and 24 limit how long a child may live with carers not yet assessed',
    }),
    outcome: code('Outcome', outcomes, { required: 'It decides whether the placement may go on', neverPrefilled: true }),
    placement: link('Which placement', 'entry', { hint: 'Leave empty for the placement of that time' }),
    reasons: text('Reasons', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  timescales: footingLimits,
  among: (history) => statementsOf('placement', history),
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => `Carers: ${inSentence(outcomes[outcome])}`,
  decide: (history, { decidedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'placement', 'the first placement')];
  },
  dependsOn: ['placement'],
  examples: {
    'grandparents approved': { decidedOn: literal('2026-05-11'), outcome: 'approved', reasons: 'Panel of 7 May; warm, safe, willing.' },
  },
});
