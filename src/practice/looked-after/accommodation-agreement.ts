import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { longestName, notTwoNames } from '../people/named-person.ts';
import { accommodationLimits, isAgreementWhole } from './accommodation-limits.ts';

/** What a holder of parental responsibility, or the young person, says to it. */
export const accommodationAnswers = {
  agrees: 'Agrees',
  objects: 'Objects, and is willing and able to accommodate the child or have it arranged (section 20(7))',
  youngPerson: 'The young person of 16 or 17 agrees (section 20(11))',
  nobody: 'Nobody with parental responsibility can be found, or is able to decide (section 20(1))',
} as const;

/** What makes an agreement one: without the first three it is none (Coventry v C [2012] EWHC 2190; Williams v Hackney [2018] UKSC 37). */
export const agreementMadeSure = {
  capacity: 'They have capacity to decide it',
  understood: 'They understood it, and that they may withdraw it at any time',
  inWriting: 'It is in writing and signed, and they have a copy',
  advice: 'They had, or were offered, a lawyer’s advice',
  interpreter: 'It was interpreted or explained in the way in which they understand best',
} as const;

const isGiven = ({ answer }: SoFar): boolean => answer === 'agrees' || answer === 'youngPerson';

/** Section 20: a child is accommodated by agreement. One entry for each holder of parental responsibility; brothers and sisters together. */
export const accommodationAgreement = defineStep({
  name: 'accommodationAgreement',
  title: 'Agreement to accommodation (section 20)',
  law: 'Children Act 1989 s20(7)–(11)',
  fields: {
    agreedOn: date('Date', { required: 'Section 20(7): a child is accommodated by agreement from the day on which there is one' }),
    holder: link('Who holds parental responsibility', 'person', {
      hint: 'Somebody who has a record. Each holder is asked, and has an entry of their own',
    }),
    name: text('Name of somebody who has no record', { longest: longestName, askedWhen: ({ holder }: SoFar) => holder === undefined }),
    answer: code('What they say to it', accommodationAnswers, {
      required: 'Section 20: it decides whether the authority may accommodate the child',
      neverPrefilled: true,
    }),
    madeSure: codes('What was made sure', agreementMadeSure, {
      askedWhen: isGiven,
      neverPrefilled: true,
      hint: 'Without capacity, understanding and writing it is no agreement',
    }),
    terms: text('For how long and what for, and what they said', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.agreedOn,
  offers: (_history, today) => ({ agreedOn: { value: today } }),
  timescales: accommodationLimits,
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ answer, madeSure }) =>
    `Accommodation by agreement: ${inSentence(accommodationAnswers[answer])}${isAgreementWhole(answer, madeSure) ? '' : ', not in the form that counts'}`,
  decide: (history, { agreedOn, holder, name }, today) => {
    const day = { field: 'agreedOn', what: 'The date', on: agreedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history), ...notTwoNames({ person: holder, name })];
  },
  dependsOn: ['personDetails'],
  examples: {
    'her mother agrees': {
      agreedOn: literal('2026-01-12'),
      name: 'Shanice Example',
      answer: 'agrees',
      madeSure: ['capacity', 'understood', 'inWriting', 'advice'],
      terms: 'Six weeks while she is in hospital; she knows that she may have the children back whenever she says.',
    },
    'nobody can be asked': { agreedOn: literal('2026-01-12'), answer: 'nobody', terms: 'His parents are missing in Sudan.' },
  },
});
