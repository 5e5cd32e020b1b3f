import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { toldLimits } from './decision-limits.ts';

const people = {
  parents: 'Parents or guardians',
  otherParent: 'Father without parental responsibility, where it is right',
  adopters: 'Adopters',
  child: 'The child, in words for them',
  notFound: 'A parent whose whereabouts are not known could not be told',
} as const;
const ways = { orally: 'By word of mouth', inWriting: 'In writing', both: 'Both' } as const;

const decisions: ReadonlySet<string> = new Set(['adoptionDecision', 'adoptionMatch', 'adoptionDeclined']);
const decisionsIn = (history: History): History => history.filter(({ step }) => decisions.has(step));

/** Whoever a decision on adoption concerns is told of it: by word of mouth within two working days, in writing within five. */
export const adoptionDecisionTold = defineStep({
  name: 'adoptionDecisionTold',
  title: 'Told of a decision on adoption',
  law: 'Adoption Agencies Regulations 2005 regs 19(3), 33(3)–(4)',
  fields: {
    toldOn: date('Date', { required: 'The limits run from the decision to it' }),
    how: code('How', ways, { required: 'Each has a limit of its own: two and five working days', neverPrefilled: true }),
    people: codes('Who was told', people, { required: 'Parents and adopters each have a right to it', neverPrefilled: true }),
    decision: link('Of which decision', 'entry', { hint: 'Left empty: whatever was decided by then' }),
  },
  happenedOn: (answers) => answers.toldOn,
  among: decisionsIn,
  offers: (history, today) => ({ toldOn: { value: today }, decision: offerLink(decisionsIn(history).at(-1)) }),
  timescales: toldLimits,
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ how, people: who }) =>
    `Decision on adoption told ${inSentence(ways[how])}: ${who.map((one) => inSentence(people[one])).join(', ')}`,
  decide: (_history, { toldOn }, today) => notAhead({ field: 'toldOn', what: 'The date', on: toldOn }, today),
  examples: { 'by telephone': { toldOn: literal('2026-08-18'), how: 'orally', people: ['parents', 'adopters'] } },
});
