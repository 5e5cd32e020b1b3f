import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const kinds = { first: 'The meeting that the letter called', review: 'Review' } as const;

export const preProceedingsMeeting = defineStep({
  name: 'preProceedingsMeeting',
  title: 'Pre-proceedings meeting',
  law: 'Court orders and pre-proceedings 2014',
  fields: {
    heldOn: date('Date of the meeting', { required: 'The limit for the next review runs from it' }),
    kind: code('Which meeting', kinds, { required: 'A review meets the limit for one; the first meeting the limit of the letter' }),
    parentsCame: text('Who came, and who advised the parents', { lines: 2 }),
    legallyAdvised: yesNo('The parents had legal advice'),
    parentsView: text('What the parents said', { lines: 4, neverPrefilled: true }),
    agreed: text('What was agreed, who does what and by when', { lines: 6, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ kind }) => (kind === 'review' ? 'Pre-proceedings reviewed with the parents' : 'Pre-proceedings meeting with the parents'),
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the meeting', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'letterBeforeProceedings', 'the letter before proceedings')];
  },
  dependsOn: ['letterBeforeProceedings'],
  examples: {
    'the first': {
      heldOn: literal('2026-05-05'),
      kind: 'first',
      parentsCame: 'Both parents, with the mother’s solicitor',
      legallyAdvised: true,
      parentsView: 'They agree about the drinking; they dispute the bruise.',
      agreed: 'Alcohol tests monthly (mother); hair strand by 1 June; parenting assessment by 30 June.',
    },
    'a review': { heldOn: literal('2026-06-15'), kind: 'review', legallyAdvised: true },
  },
});
