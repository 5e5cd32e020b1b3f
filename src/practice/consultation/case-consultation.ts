import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { answering, untilDayIn } from '../../kernel/step/limit-moments.ts';

export const advisers = {
  chair: 'Conference chair',
  reviewingOfficer: 'Independent reviewing officer',
  seniorManager: 'Senior manager',
  legalAdviser: 'Legal adviser',
  outsideExpert: 'Expert from outside',
} as const;

/** Somebody who works with a child asks somebody who knows more. What was advised, and what was done with it, is its answer. */
export const caseConsultation = defineStep({
  name: 'caseConsultation',
  title: 'Case consultation asked for',
  law: 'Working Together 2023, chapter 1: practice is supported by supervision and by those with particular expertise',
  fields: {
    askedOn: date('Date', { required: 'The answer is waited for from it' }),
    adviser: code('Who is asked', advisers, {
      required: 'Advice of a lawyer is privileged; an outside expert is told no more than they need',
    }),
    who: link('Who it is, if a colleague', 'member'),
    whoElse: text('Who it is, if from outside', { longest: 200, hint: 'Name, and what makes them an expert in this' }),
    question: text('What is asked, and what they were given to read', {
      lines: 5,
      required: 'Advice answers a question',
      neverPrefilled: true,
    }),
    neededBy: date('By when it is needed'),
  },
  happenedOn: (answers) => answers.askedOn,
  offers: (_history, today) => ({ askedOn: { value: today } }),
  asks: ({ who, neededBy }) =>
    who === undefined || neededBy === undefined
      ? []
      : [{ what: 'Advise: a colleague has asked for a consultation', owner: who, byWhen: neededBy }],
  timescales: [
    {
      rule: 'consultationAnswer',
      version: 'local',
      title: 'Answer to a consultation',
      limit: untilDayIn('neededBy'),
      starts: [{ step: 'caseConsultation' }],
      meets: answering('consultationAdvice', 'consultation'),
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: by the day that the question names',
    },
  ],
  may: { record: ['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer'], read: practitioners },
  summary: ({ adviser, neededBy }) =>
    `Consultation asked of: ${advisers[adviser].toLowerCase()}${neededBy === undefined ? '' : `, by ${neededBy}`}`,
  decide: (_history, { askedOn }, today) => notAhead({ field: 'askedOn', what: 'The date', on: askedOn }, today),
  examples: {
    'a lawyer': {
      askedOn: literal('2026-04-13'),
      adviser: 'legalAdviser',
      who: '11111111-1111-4111-8111-111111111111',
      question: 'Is the threshold met on neglect alone, with what we have? Given: both assessments, the chronology.',
      neededBy: literal('2026-04-17'),
    },
    'an expert from outside': {
      askedOn: literal('2026-04-13'),
      adviser: 'outsideExpert',
      whoElse: 'Dr A. Marlow, child psychiatrist',
      question: 'What would show us that he is frightened rather than oppositional?',
    },
  },
});
