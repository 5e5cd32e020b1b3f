import { date as literal, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { untilDayIn } from '../../kernel/step/limit-moments.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import type { Timescale } from '../../kernel/step/timescale.ts';
import { notAhead, type Named } from '../checks.ts';
import { endsOfCare } from './care-moments.ts';

const courts = {
  highCourt: 'High Court, inherent jurisdiction',
  protection: 'Court of Protection (from 16)',
} as const;

const orderLimits: readonly Timescale[] = [
  {
    rule: 'deprivationOfLibertyEnds',
    version: 'inherent jurisdiction',
    title: 'End of the order that lets the child be deprived of liberty',
    limit: (order, history, on) => (order.answers['endedOn'] === undefined ? untilDayIn('until')(order, history, on) : undefined),
    starts: [{ step: 'deprivationOfLibertyOrder' }],
    meets: { step: 'deprivationOfLibertyOrder' },
    endedBy: endsOfCare,
    inForce: { from: literal('2017-01-01') },
    announcedOn: literal('2017-01-01'),
    standing: 'statutory',
    law: 'The order of the court: beyond its day nobody may deprive the child of liberty (European Convention on Human Rights art 5)',
  },
];

const notBeforeIt = ({ field, what, on }: Named, startedOn: LocalDate): readonly Problem[] =>
  on !== undefined && on < startedOn
    ? [{ field, message: `${what} ${formatDate(on)}: it cannot end before it begins, on ${formatDate(startedOn)}` }]
    : [];

/** A court lets a child be deprived of liberty outside secure accommodation. The return counts it from the collection of 2026-27. */
export const deprivationOfLibertyOrder = defineStep({
  name: 'deprivationOfLibertyOrder',
  title: 'Deprivation of liberty order',
  law: 'Senior Courts Act 1981 s19, inherent jurisdiction; Mental Capacity Act 2005; Children Act 1989 s100; children looked after return 2026-27',
  fields: {
    startedOn: date('First day of the order', {
      required: 'Children looked after return of 2026-27: the start of the order',
      returns: { ssda903: 'deprivation_of_liberty_order.DOLO_START' },
    }),
    until: date('Until which day it runs', { hint: 'As the order says. If it is made anew, record that as an order of its own' }),
    endedOn: date('Day on which it ended', {
      hint: 'The day named in it, or an earlier one on which it was discharged',
      returns: { ssda903: 'deprivation_of_liberty_order.DOLO_END' },
    }),
    court: code('Court', courts),
    restrictions: text('Which restrictions it allows', { lines: 3 }),
    childsView: text('What the child says about it, and who speaks for them', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  timescales: orderLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ until: last }) => `Deprivation of liberty order${last === undefined ? '' : ` until ${formatDate(last)}`}`,
  decide: (_history, { startedOn, until: last, endedOn }, today) => [
    ...notAhead({ field: 'startedOn', what: 'The first day of the order', on: startedOn }, today),
    ...notAhead({ field: 'endedOn', what: 'The day on which it ended', on: endedOn }, today),
    ...notBeforeIt({ field: 'until', what: 'The order runs until', on: last }, startedOn),
    ...notBeforeIt({ field: 'endedOn', what: 'The order ended on', on: endedOn }, startedOn),
  ],
  carriedBy: { ssda903: 'deprivation_of_liberty_order' },
  examples: {
    'for three months': {
      startedOn: literal('2026-05-11'),
      until: literal('2026-08-10'),
      court: 'highCourt',
      restrictions: 'Locked front door at night; two to one outside; phone in the evening only.',
      childsView: 'She hates the door. Her guardian asked that the garden be open.',
    },
  },
});
