import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const standBys = { advocate: 'Advocate', independentVisitor: 'Independent visitor' } as const;
export type StandBy = keyof typeof standBys;

/** How it stands: an offer to which nothing has been said yet is not one that was declined. */
export const standByAnswers = {
  takenUp: 'Taken up: somebody is there',
  waiting: 'Wanted, nobody found yet',
  undecided: 'The child has not said yet',
  declined: 'Declined by the child',
  ended: 'Came to an end',
} as const;
export type StandByAnswer = keyof typeof standByAnswers;

/** Somebody who stands by the child and is not of the authority: offered, and what became of it. The last entry of each kind is how it stands. */
export const advocacyOffer = defineStep({
  name: 'advocacyOffer',
  title: 'Advocate or independent visitor offered',
  law: 'Children Act 1989 s23ZB and s26A; Care Planning, Placement and Case Review Regulations 2010 regs 45(3) and 47; Advocacy Services and Representations Procedure (Children) Regulations 2004',
  fields: {
    offeredOn: date('Date', { required: 'The review looks whether it was offered since, and what became of it' }),
    who: code('Who was offered', standBys, { required: 'They are two duties: s26A and s23ZB' }),
    answer: code('How it stands', standByAnswers, {
      required: 'What was offered and what was taken up are two figures',
      neverPrefilled: true,
    }),
    name: text('Who it is', { longest: 200, askedWhen: (answers: SoFar) => answers['answer'] === 'takenUp' }),
    words: text('What the child said about it', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.offeredOn,
  offers: (_history, today) => ({ offeredOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: ({ who, answer }) => `${standBys[who]}: ${inSentence(standByAnswers[answer])}`,
  decide: (_history, { offeredOn }, today) => notAhead({ field: 'offeredOn', what: 'The date of the offer', on: offeredOn }, today),
  examples: {
    'an advocate, taken up': {
      offeredOn: literal('2026-01-20'),
      who: 'advocate',
      answer: 'takenUp',
      name: 'Sana Ali, Voices for Children',
    },
    'an independent visitor, declined': {
      offeredOn: literal('2026-02-05'),
      who: 'independentVisitor',
      answer: 'declined',
      words: 'I have my nan. Ask me again next year.',
    },
  },
});
