import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { months, type Timescale } from '../../kernel/step/timescale.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';

const arrangements = {
  informal: 'By agreement of the family, without an order',
  childArrangements: 'Under a child arrangements order',
  specialGuardianship: 'Under a special guardianship order',
  adoption: 'Adopted',
} as const;
const decisions = {
  provided: 'Support is provided',
  changed: 'Support is changed',
  notNow: 'No support now: what is there without an assessment was told',
  ended: 'Support has ended',
} as const;

const reviewed: readonly Timescale[] = [
  {
    rule: 'kinshipSupportReview',
    version: 'Special Guardianship Regulations 2005',
    title: 'Review of support for kinship carers or special guardians',
    limit: months(12),
    starts: [saying('kinshipSupport', 'decision', 'provided', 'changed')],
    meets: { step: 'kinshipSupport' },
    endedBy: [
      { step: 'periodOfCare', because: 'the child is looked after' },
      { step: 'guardianSupportDecision', because: 'support of special guardians is decided on, with reviews of its own' },
    ],
    inForce: { from: literal('2005-12-30') },
    announcedOn: literal('2005-12-30'),
    standing: 'statutory',
    law: 'Special Guardianship Regulations 2005 reg 17; of other kinship carers the same, by the local offer: at least once a year',
  },
];

/** What relatives and friends who bring up a child are given, upon an assessment of what they and the child need. */
export const kinshipSupport = defineStep({
  name: 'kinshipSupport',
  title: 'Support for kinship carers or special guardians',
  law: 'Children Act 1989 ss14F and 17; Special Guardianship Regulations 2005; Children’s Wellbeing and Schools Act 2026: the local kinship offer',
  fields: {
    decidedOn: date('Date', { required: 'The yearly review runs from it' }),
    arrangement: code('How the child lives there', arrangements, { required: 'What may be given differs' }),
    decision: code('Decision', decisions, { required: 'It says whether support goes on', neverPrefilled: true }),
    needs: text('What the child, the carers and the parents need, in their words', { lines: 4, neverPrefilled: true }),
    support: text('What is given: money, help with contact, somebody to talk to, a break', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  timescales: reviewed,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ arrangement, decision }) => `Kinship: ${decisions[decision].toLowerCase()}; ${arrangements[arrangement].toLowerCase()}`,
  decide: (history, { decidedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date', on: decidedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    'a grandmother under an order': {
      decidedOn: literal('2026-03-02'),
      arrangement: 'specialGuardianship',
      decision: 'provided',
      needs: '“I cannot ring his mother every time.”',
      support: 'An allowance; a worker arranges when he sees his mother.',
    },
    'an aunt, told what there is': { decidedOn: literal('2026-03-02'), arrangement: 'informal', decision: 'notNow' },
  },
});
