import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

export const agreementEnds = {
  withdrawn: 'Withdrawn by a holder of parental responsibility (section 20(8))',
  youngPerson: 'Withdrawn by the young person of 16 or 17',
  capacityLost: 'Whoever gave it no longer has capacity',
  order: 'Replaced by an order',
} as const;

/** An agreement ends as soon as anybody who gave it, and holds parental responsibility, says so: no notice need be given. */
export const accommodationAgreementEnd = defineStep({
  name: 'accommodationAgreementEnd',
  title: 'Agreement to accommodation withdrawn or ended',
  law: 'Children Act 1989 s20(8)–(9) and (11)',
  fields: {
    endedOn: date('Date', { required: 'Section 20(8): from this day the child is not accommodated by that agreement' }),
    why: code('How it ended', agreementEnds, { required: 'A withdrawal leaves no power to keep the child', neverPrefilled: true }),
    agreement: link('Which agreement', 'entry', { hint: 'Leave empty for the last one' }),
    note: text('What they said, and what is done', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  togetherWith: 'siblings',
  among: (history) => statementsOf('accommodationAgreement', history),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ why }) => `Agreement to accommodation: ${inSentence(agreementEnds[why])}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'accommodationAgreement', 'the agreement was given')];
  },
  dependsOn: ['accommodationAgreement'],
  examples: {
    'her mother wants her home': {
      endedOn: literal('2026-03-02'),
      why: 'withdrawn',
      note: 'Rang at nine; collects her at four. Legal advice asked for and a strategy discussion called.',
    },
  },
});
