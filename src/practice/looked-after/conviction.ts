import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const outcomes = { conviction: 'Convicted by a court', caution: 'Youth caution or youth conditional caution' } as const;

/** What the return counts of a looked-after child's offending: a conviction or a caution. An arrest or a charge is none. */
export const conviction = defineStep({
  name: 'conviction',
  title: 'Conviction or youth caution',
  law: 'Children looked after return, OC2; Crime and Disorder Act 1998 s66ZA',
  fields: {
    decidedOn: date('Date of the conviction or caution', { required: 'Children looked after return, OC2: in which year it was' }),
    outcome: code('What it was', outcomes, {
      required: 'Children looked after return, OC2: a conviction or a youth caution counts',
      neverPrefilled: true,
    }),
    note: text('What happened, and what it means for the care plan', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ outcome }) => outcomes[outcome],
  decide: (_history, { decidedOn }, today) =>
    notAhead({ field: 'decidedOn', what: 'The date of the conviction or caution', on: decidedOn }, today),
  examples: {
    'convicted by a youth court': { decidedOn: literal('2026-02-12'), outcome: 'conviction', note: 'A referral order of four months.' },
    'a youth caution': { decidedOn: literal('2026-03-18'), outcome: 'caution' },
  },
});
