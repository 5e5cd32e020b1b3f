import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { transferSchemeLimits } from './arrival-limits.ts';

const moments = {
  referred: 'Referred to the scheme, by us or to us',
  allocated: 'Another authority is named',
  transferred: 'Transferred: the other authority looks after the child',
  stays: 'Not transferred: the child stays',
} as const;

/** An unaccompanied child is referred so that another authority looks after them, or comes to us from one: with brothers and sisters, and where it is in their interests. */
export const nationalTransfer = defineStep({
  name: 'nationalTransfer',
  title: 'National Transfer Scheme',
  law: 'Immigration Act 2016 ss69–73; National Transfer Scheme protocol',
  fields: {
    on: date('Date', { required: 'Ten working days run from the referral' }),
    moment: code('What happened', moments, { required: 'It says who is to look after the child', neverPrefilled: true }),
    authority: text('The other authority', { longest: 200 }),
    childsView: text('What the child says of it', { lines: 2, neverPrefilled: true }),
    note: text('Why it is in the child’s interests, or is not', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  togetherWith: 'siblings',
  timescales: transferSchemeLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ moment }) => `National Transfer Scheme: ${inSentence(moments[moment])}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    referred: { on: literal('2026-01-15'), moment: 'referred' },
    stays: { on: literal('2026-01-26'), moment: 'stays', note: 'His cousin lives here and sees him every week.' },
  },
});
