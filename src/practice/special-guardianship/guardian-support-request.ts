import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { supportLimits } from './guardianship-limits.ts';

const askers = {
  child: 'The child',
  guardian: 'The special guardian',
  prospective: 'Whoever is to be special guardian',
  parent: 'A parent',
  other: 'Somebody else with a significant and ongoing relationship to the child',
} as const;

/** Whoever asks for an assessment of support. Where the child was looked after just before the order it must be made; of others the authority may, and says why it does not. */
export const guardianSupportRequest = defineStep({
  name: 'guardianSupportRequest',
  title: 'Assessment of special guardianship support asked for',
  law: 'Children Act 1989 s14F(3)–(4); Special Guardianship Regulations 2005 reg 11',
  fields: {
    askedOn: date('Date', { required: 'The assessment is counted from it' }),
    by: code('Who asks', askers, { required: 'Of a child who was looked after the assessment must be made', neverPrefilled: true }),
    words: text('What they ask for, in their words', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.askedOn,
  timescales: supportLimits,
  offers: (_history, today) => ({ askedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ by }) => `Support for special guardianship asked for: ${inSentence(askers[by])}`,
  decide: (history, { askedOn }, today) => {
    const day = { field: 'askedOn', what: 'The date', on: askedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    'to be guardian': { askedOn: literal('2026-02-02'), by: 'prospective', words: '“I would have to give up my job.”' },
  },
});
