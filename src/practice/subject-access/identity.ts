import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { afterItsRequest, amongRequests, ofWhichRequest } from './requests.ts';

const childsDecisions = {
  ownRequest: 'The person asks themselves',
  agrees: 'Able to decide, and agrees',
  refuses: 'Able to decide, and does not want it',
  notAble: 'Not yet able to decide: their interests decide',
} as const;

export const subjectAccessIdentity = defineStep({
  name: 'subjectAccessIdentity',
  title: 'Identity and authority checked',
  law: 'UK GDPR Art 12(6); Data Protection Act 2018 s208 and Sch 3',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    provedOn: date('Date on which it was proved', {
      required: 'UK GDPR Art 12(6): where proof was asked for, the month is counted from it',
    }),
    evidence: text('What was seen', {
      lines: 2,
      longest: 2000,
      required: 'UK GDPR Art 5(1)(f): a child’s record in the wrong hands cannot be called back',
      hint: 'Which document, or how they are known. No numbers of documents',
    }),
    child: code('Where somebody asks for a child or another person: what does that person want?', childsDecisions, {
      neverPrefilled: true,
      hint: 'A child who understands what it means decides; in England that is judged, whatever the age',
    }),
    wishes: text('What they said, and how it was judged', { lines: 3, neverPrefilled: true }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.provedOn,
  offers: (_history, today) => ({ provedOn: { value: today } }),
  among: amongRequests,
  may: { record: practitioners, read: practitioners },
  summary: ({ child }) =>
    `Subject access: identity and authority proved${child === 'refuses' ? '; the person does not want the copy to be given' : ''}`,
  decide: (history, { provedOn, request }, today) =>
    afterItsRequest({ field: 'provedOn', what: 'The date on which it was proved', on: provedOn }, request, history, today),
  examples: {
    'known to her personal adviser': {
      provedOn: literal('2026-03-06'),
      evidence: 'Came to the office with her passport; known to her personal adviser.',
      child: 'ownRequest',
    },
    'a mother, of a child of eight': {
      provedOn: literal('2026-03-06'),
      evidence: 'Driving licence, and the birth certificate on which she is the mother.',
      child: 'notAble',
      wishes: 'Eight years old; asked by her social worker, she said that she does not know what is in it.',
    },
    'a boy of fifteen says no': {
      provedOn: literal('2026-03-06'),
      evidence: 'Passport of the father, and the order that gives him parental responsibility.',
      child: 'refuses',
      wishes: 'He understood what the file holds and asked that his father should not have it.',
    },
  },
});
