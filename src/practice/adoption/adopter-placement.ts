import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const adopterPlacements = {
  linked: 'Linked: a child is thought of',
  notLinked: 'That child is not for them',
  matched: 'Matched',
  placed: 'A child is placed with them',
  disrupted: 'The placement ended before an order',
  adopted: 'Adoption order made',
} as const;

/** What came of their approval. The child is never named here: who it is stands on the child’s own record, which is sealed after the order. */
export const adopterPlacement = defineStep({
  name: 'adopterPlacement',
  title: 'Adopters: link, match or placement',
  law: 'Adoption Agencies Regulations 2005 regs 31–36',
  file: 'adopters',
  fields: {
    on: date('Date', { required: 'It says whether they wait' }),
    moment: code('What happened', adopterPlacements, { required: 'It says whether a child may be placed', neverPrefilled: true }),
    note: text('What was said and agreed with them, without the child’s name', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ moment }) => adopterPlacements[moment],
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: { placed: { on: literal('2026-09-14'), moment: 'placed', note: 'Introductions of two weeks went well.' } },
});
