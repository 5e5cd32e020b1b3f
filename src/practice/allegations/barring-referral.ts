import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { officersMay } from './officer.ts';

const bodies = {
  dbs: 'Disclosure and Barring Service',
  teaching: 'Teaching Regulation Agency',
  socialWork: 'Social Work England',
  health: 'A regulator of health professions',
  ofsted: 'Ofsted',
  charity: 'Charity Commission',
  other: 'Another body',
} as const;

/** Who has a duty to refer is the employer, or whoever used the person; that it was done is seen to here. */
export const barringReferral = defineStep({
  name: 'barringReferral',
  title: 'Referred to the Disclosure and Barring Service, or to a regulator',
  law: 'Safeguarding Vulnerable Groups Act 2006 ss35–36; Education Act 2002 s141D',
  file: 'allegation',
  fields: {
    referredOn: date('Date', { required: 'The limit for the referral ends with it' }),
    to: code('To whom', bodies, { required: 'Each decides something of its own', neverPrefilled: true }),
    by: text('By whom', { longest: 200 }),
    answer: text('What they answered, once they have', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.referredOn,
  offers: (_history, today) => ({ referredOn: { value: today } }),
  may: officersMay,
  summary: ({ to }) => `Referred: ${bodies[to]}`,
  decide: (_history, { referredOn }, today) => notAhead({ field: 'referredOn', what: 'The date', on: referredOn }, today),
  examples: {
    'by the school': { referredOn: literal('2026-05-18'), to: 'dbs', by: 'The head' },
    'to a regulator': { referredOn: literal('2026-05-18'), to: 'teaching' },
  },
});
