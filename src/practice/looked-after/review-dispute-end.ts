import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

const outcomes = {
  resolved: 'Resolved within the authority',
  withdrawn: 'Withdrawn by the reviewing officer',
  cafcass: 'Referred to Cafcass',
} as const;

/** How a dispute of the reviewing officer ended. Cafcass may be asked at any time: from then on it is not the authority’s to resolve. */
export const reviewDisputeEnd = defineStep({
  name: 'reviewDisputeEnd',
  title: 'Dispute of the reviewing officer ended',
  law: 'Children Act 1989 s25B(3); IRO Handbook 2010 chapter 6',
  fields: {
    endedOn: date('Date it ended', { required: 'IRO Handbook: resolved within 20 working days of being raised' }),
    outcome: code('How', outcomes, { required: 'Only what was resolved here has kept the limit', neverPrefilled: true }),
    dispute: link('Which dispute', 'entry', { hint: 'Leave empty for the last one raised' }),
    agreed: text('What was agreed, who does what and by when', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  among: (history) => statementsOf('reviewDispute', history),
  may: { record: ['reviewingOfficer', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => `Dispute of the reviewing officer: ${inSentence(outcomes[outcome])}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date it ended', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'reviewDispute', 'the dispute was raised')];
  },
  dependsOn: ['reviewDispute'],
  examples: {
    'resolved by the head of service': {
      endedOn: literal('2026-03-11'),
      outcome: 'resolved',
      agreed: 'The matching panel meets on 25 March; the team manager tells her the day after.',
    },
    'referred to Cafcass': { endedOn: literal('2026-03-20'), outcome: 'cafcass' },
  },
});
