import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { missingLimits } from './missing-limits.ts';

const outcomes = { held: 'Held', declined: 'Offered and declined by the child', notYet: 'Offered, not yet held' } as const;
const ifHeld = (answers: SoFar): boolean => answers['outcome'] === 'held';

export const returnHomeInterview = defineStep({
  name: 'returnHomeInterview',
  title: 'Return home interview',
  law: 'Statutory guidance on children who run away or go missing from home or care 2014',
  fields: {
    heldOn: date('Date of the offer or the interview', { required: 'Guidance 2014: within 72 hours of the child’s return' }),
    heldAt: time('Time'),
    outcome: code('Outcome', outcomes, { required: 'Guidance 2014: an interview is offered, accepted and held', neverPrefilled: true }),
    returned: link('After which return', 'entry', { hint: 'Leave empty for the last one' }),
    independent: yesNo('By somebody independent of the placement and of the authority', { neverPrefilled: true, askedWhen: ifHeld }),
    whatTheChildSaid: text('What the child said', { lines: 6, neverPrefilled: true, askedWhen: ifHeld }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  timescales: missingLimits,
  among: (history) => statementsOf('returnFromMissing', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ outcome }) => `Return home interview: ${outcomes[outcome].toLowerCase()}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the interview', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'returnFromMissing', 'the child returned')];
  },
  dependsOn: ['returnFromMissing'],
  examples: {
    held: {
      heldOn: literal('2026-05-11'),
      heldAt: '16:00',
      outcome: 'held',
      independent: true,
      whatTheChildSaid: 'He wanted to see his sister.',
    },
    declined: { heldOn: literal('2026-05-10'), outcome: 'declined' },
  },
});
