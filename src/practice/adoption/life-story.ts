import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const given = { book: 'Life-story book', letter: 'Letter for later life', both: 'Life-story book and letter for later life' } as const;

/** The child’s own story, given to the adopters: in words that the child can read, and read again when grown up. */
export const lifeStory = defineStep({
  name: 'lifeStory',
  title: 'Life-story book or letter for later life given',
  law: 'Adoption Agencies Regulations 2005 reg 35(7A); statutory guidance on adoption 2013, chapter 5',
  fields: {
    givenOn: date('Date given to the adopters', { required: 'Ten working days from the celebration hearing end with it' }),
    what: code('What was given', given, { required: 'Both are owed', neverPrefilled: true }),
    note: text('What the child should be told with it, and when', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.givenOn,
  offers: (_history, today) => ({ givenOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ what }) => `${given[what]} given`,
  decide: (_history, { givenOn }, today) => notAhead({ field: 'givenOn', what: 'The date', on: givenOn }, today),
  examples: {
    both: { givenOn: literal('2026-10-05'), what: 'both', note: 'That his sister thinks of him.' },
    book: { givenOn: literal('2026-10-01'), what: 'book' },
  },
});
