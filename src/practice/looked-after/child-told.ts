import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { isBefore, notAhead } from '../checks.ts';

/** What a child is told of their own life, in the order in which they ask. */
export const toldTopics = {
  why: 'Why they are looked after, and who decides',
  plan: 'The plan, and what is meant to last',
  home: 'Where they live, with whom and until when',
  family: 'Who their parents, brothers and sisters are',
  people: 'Who their worker, reviewing officer and other people are',
  review: 'Reviews: what was decided, and what comes next',
  school: 'School',
  health: 'Health',
} as const;
export type ToldTopic = keyof typeof toldTopics;

/** Of which topic an entry is. An entry that is of none is never shown to a child as their own view. */
const topicOf: Readonly<Record<string, ToldTopic>> = {
  periodOfCare: 'why',
  legalStatus: 'why',
  carePlan: 'plan',
  pathwayPlan: 'plan',
  childInNeedPlan: 'plan',
  placement: 'home',
  placementPlan: 'home',
  relationship: 'family',
  allocation: 'people',
  reviewingOfficerNamed: 'people',
  advocacyOffer: 'people',
  professional: 'people',
  lookedAfterReview: 'review',
  reviewDispute: 'review',
  earlyReviewRequest: 'review',
  schoolPlace: 'school',
  personalEducationPlan: 'school',
  healthAssessment: 'health',
};

export const childTold = defineStep({
  name: 'childTold',
  title: 'What the child was told',
  law: 'Children Act 1989 s22(4)–(5); Care Planning, Placement and Case Review Regulations 2010 regs 6 and 38; UN Convention on the Rights of the Child articles 12 and 13',
  fields: {
    toldOn: date('Date on which the child was told', { required: 'What was recorded later was not told' }),
    told: codes('What they were told of', toldTopics, {
      required: 'Nothing is in the child’s own view that they have not been told',
      neverPrefilled: true,
    }),
    words: text('In which words, and what the child said', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.toldOn,
  offers: (_history, today) => ({ toldOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ told }) => `The child was told: ${told.map((topic) => inSentence(toldTopics[topic])).join('; ')}`,
  decide: (_history, { toldOn }, today) => notAhead({ field: 'toldOn', what: 'The date on which the child was told', on: toldOn }, today),
  examples: {
    'before a first review': {
      toldOn: literal('2026-01-30'),
      told: ['why', 'home', 'people', 'review'],
      words: 'A judge decided that you live with Jo and Sam for now. She asked whether Mum knows; I said yes.',
    },
  },
});

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const cameThemselves: ReadonlySet<unknown> = new Set(['PN1', 'PN2', 'PN3', 'PN4']);

/** At a review at which the child was, what was decided was said to them. */
const wasThere = ({ step, answers }: Statement): boolean => step === 'lookedAfterReview' && cameThemselves.has(answers['participation']);

/** When the child was last told of what an entry is about, after it; nothing: they were not. */
const tellingOf = (told: History, one: Statement, topic: ToldTopic): Statement | undefined =>
  told.findLast((telling) => isBefore(one, telling) && listed(telling.answers['told']).includes(topic));

/** The day on which the child was last told of what an entry is about: the entry’s own where they were there. */
export function toldOn(history: History, one: Statement): LocalDate {
  const told = history.filter(({ step }) => step === 'childTold');
  const topic = topicOf[one.step];
  return (topic === undefined ? undefined : tellingOf(told, one, topic))?.happenedOn ?? one.happenedOn;
}

/** Entries of which a child is told, and has not been: by their topic, since they were recorded. */
export function notToldToChild(history: History): ReadonlyMap<string, ToldTopic> {
  const told = history.filter(({ step }) => step === 'childTold');
  return new Map(
    history.flatMap((one) => {
      const topic = topicOf[one.step];
      if (topic === undefined || wasThere(one)) return [];
      return tellingOf(told, one, topic) === undefined ? [[one.entry, topic] as const] : [];
    }),
  );
}
