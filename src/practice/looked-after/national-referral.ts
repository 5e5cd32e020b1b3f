import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { nationalReferralLimits } from './arrival-limits.ts';

const moments = {
  referred: 'Referred by us as first responder, or known to be by another',
  groundsFound: 'Reasonable grounds found',
  groundsNotFound: 'Reasonable grounds not found',
  victim: 'Conclusive: a victim of modern slavery',
  notVictim: 'Conclusive: not found to be one',
} as const;

/** A child who may be trafficked or exploited is referred, whether or not they agree; what keeps them safe does not wait for the decision. */
export const nationalReferral = defineStep({
  name: 'nationalReferral',
  title: 'National Referral Mechanism',
  law: 'Modern Slavery Act 2015 ss45, 49, 52',
  fields: {
    on: date('Date', { required: 'The days for the first decision run from the referral' }),
    moment: code('What happened', moments, { required: 'Each decision gives and ends rights', neverPrefilled: true }),
    reference: text('Reference', { longest: 60 }),
    guardian: text('Independent guardian or advocate, and since when', { longest: 200 }),
    safety: text('What keeps the child from being taken again, today', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: nationalReferralLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ moment }) => `National Referral Mechanism: ${inSentence(moments[moment])}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    referred: {
      on: literal('2026-01-14'),
      moment: 'referred',
      reference: '2026-000123',
      guardian: 'Independent Child Trafficking Guardian',
      safety: 'No telephone but ours; the carers know whom to ring; the police have his picture.',
    },
    'first decision': { on: literal('2026-01-21'), moment: 'groundsFound', reference: '2026-000123' },
  },
});
