import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { calendarDays, type Timescale } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';
import { longestName, notTwoNames } from '../people/named-person.ts';
import { endsOfCare } from './care-moments.ts';

export const familyTimeFootings = {
  free: 'Free, as they arrange it',
  supported: 'Supported: somebody is near',
  supervised: 'Supervised',
  indirect: 'Letters, calls, photographs',
  refused: 'Refused for at most seven days, in an emergency (section 34(6))',
  none: 'None, by order or because the child does not want it',
} as const;

/** A refusal says nothing of another person’s time with the child. */
const isOfSame = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean =>
  one['person'] === other['person'] && one['name'] === other['name'];

const familyTimeLimits: readonly Timescale[] = [
  {
    rule: 'familyTimeRefused',
    version: 'Children Act 1989 s34(6)',
    title: 'Family time again, or an order, after a refusal',
    limit: calendarDays(7),
    starts: [saying('familyTimePlan', 'footing', 'refused')],
    meets: {
      step: 'familyTimePlan',
      on: ({ answers, happenedOn }, _history, start) =>
        answers['footing'] === 'refused' || (start !== undefined && !isOfSame(start.answers, answers)) ? undefined : happenedOn,
    },
    endedBy: endsOfCare,
    inForce: { from: literal('1991-10-14') },
    announcedOn: literal('1989-11-16'),
    standing: 'statutory',
    law: 'Children Act 1989 s34(6); Care Planning Regulations 2010 reg 8: refused as a matter of urgency for no more than seven days without an order',
  },
];

/** Who of the family the child sees, how often and how: one entry for each person; the latest of a person counts. */
export const familyTimePlan = defineStep({
  name: 'familyTimePlan',
  title: 'Plan for family time',
  law: 'Children Act 1989 s34 and Sch 2 para 15; Care Planning, Placement and Case Review Regulations 2010 reg 8 and Sch 1',
  fields: {
    from: date('From when', { required: 'The latest arrangement with a person counts' }),
    person: link('With whom', 'person', { hint: 'Somebody who has a record: brothers and sisters too' }),
    name: text('Name of somebody who has no record', { longest: longestName, askedWhen: ({ person }: SoFar) => person === undefined }),
    footing: code('How', familyTimeFootings, {
      required: 'Section 34: reasonable family time is allowed, or the law says why not',
      neverPrefilled: true,
    }),
    howOften: text('How often, where, and who brings the child', { lines: 2 }),
  },
  each: {
    childsView: text('What the child wants, and why it is so', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  timescales: familyTimeLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ footing }) => `Family time: ${inSentence(familyTimeFootings[footing])}`,
  decide: (_history, { from, person, name }, today) => [
    ...notAhead({ field: 'from', what: 'From when', on: from }, today),
    ...notTwoNames({ person, name }),
  ],
  examples: {
    'with his mother': {
      from: literal('2026-01-14'),
      name: 'Shanice Example',
      footing: 'supported',
      howOften: 'Tuesdays and Saturdays, two hours, at the family centre; the carers bring him.',
      childsView: 'He wants the Saturdays to be longer.',
    },
  },
});
