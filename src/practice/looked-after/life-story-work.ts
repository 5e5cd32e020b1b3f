import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const lifeStoryMilestones = {
  begun: 'Work was begun with the child',
  box: 'Memory box begun or added to',
  photographs: 'Photographs and things of the family gathered',
  wordsAgreed: 'The child has words for why they do not live at home',
  chronologyRead: 'The child read, or was read, their own chronology',
  bookGiven: 'Life-story book given to the child',
  bookRenewed: 'Life-story book taken further',
  laterLifeLetter: 'Later-life letter written',
} as const;

/** Where a child comes from, and why they live where they live, kept for them while somebody still knows. */
export const lifeStoryWork = defineStep({
  name: 'lifeStoryWork',
  title: 'Life-story work',
  law: 'Children Act 1989 guidance volume 2 (2021); NICE guideline NG205; Adoption Agencies Regulations 2005 reg 35',
  fields: {
    on: date('Date', { required: 'A milestone is reached on a day' }),
    reached: codes('What was reached', lifeStoryMilestones, { required: 'The milestones are looked at in every review' }),
    where: text('Where what was made is kept', { longest: 200 }),
    note: text('What was done, and what is next', { lines: 3, neverPrefilled: true }),
  },
  each: {
    childsView: text('What the child said or asked', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ reached }) => `Life-story work: ${reached.map((one) => inSentence(lifeStoryMilestones[one])).join('; ')}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a memory box': {
      on: literal('2026-04-08'),
      reached: ['begun', 'box'],
      where: 'With the carers, in his room',
      note: 'His grandmother gave three photographs. Next: the street where he was born.',
      childsView: 'Asked whether his mother had a box too.',
    },
  },
});
