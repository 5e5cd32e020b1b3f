import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { months, type Timescale } from '../../kernel/step/timescale.ts';
import { afterItsRequest, amongRequests, ofWhichRequest, onlyOfItsRequest } from './requests.ts';

const subjects = {
  identity: 'Proof of who they are, or of their authority',
  clarification: 'What they want',
} as const;

/** Until somebody answers, the law counts nothing: so that a request is not lost meanwhile, it is asked again or ended within a month. */
const replyLimit: Timescale = {
  rule: 'subjectAccessReply',
  version: 'local',
  title: 'Reply of whoever asked for access, else ask again',
  limit: months(1),
  starts: [{ step: 'subjectAccessQuestion' }],
  meets: { step: 'subjectAccessIdentity', on: onlyOfItsRequest() },
  alsoMetBy: [
    { step: 'subjectAccessClarification', on: onlyOfItsRequest() },
    { step: 'subjectAccessQuestion', on: onlyOfItsRequest() },
  ],
  endedBy: [
    { step: 'subjectAccessRelease', on: onlyOfItsRequest(), because: 'request answered' },
    { step: 'subjectAccessRefusal', on: onlyOfItsRequest(), because: 'request refused' },
    { step: 'subjectAccessWithdrawal', on: onlyOfItsRequest(), because: 'request withdrawn' },
  ],
  untilAge: [120],
  inForce: { from: literal('2018-05-25') },
  announcedOn: literal('2018-05-23'),
  standing: 'local',
  law: 'Local standard: while a subject access request waits for proof or for an answer, the asker is asked again within a month, or the request is ended',
};

const isOfWhatTheyWant = (answers: Readonly<Record<string, unknown>>): boolean => answers['about'] === 'clarification';

export const subjectAccessQuestion = defineStep({
  name: 'subjectAccessQuestion',
  title: 'Asked of whoever requests access',
  law: 'UK GDPR Art 12(6) and recital 63',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    askedOn: date('Date on which they were asked', { required: 'UK GDPR Art 12: from it the clock may stand still' }),
    about: code('What was asked', subjects, {
      required: 'UK GDPR Art 12(6): proof of identity moves the first day; recital 63: a question where much is held stops the clock',
    }),
    question: text('The question', { lines: 2, neverPrefilled: true }),
    stopsTheClock: yesNo('Is so much held that it cannot be found without an answer?', {
      askedWhen: isOfWhatTheyWant,
      hint: 'Only then do the days until the answer not count',
    }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.askedOn,
  timescales: [replyLimit],
  offers: (_history, today) => ({ askedOn: { value: today } }),
  among: amongRequests,
  may: { record: practitioners, read: practitioners },
  summary: ({ about, stopsTheClock }) =>
    about === 'identity'
      ? 'Subject access: proof of identity or authority asked for'
      : `Subject access: asked what they want${stopsTheClock === true ? '; the clock stands still' : ''}`,
  decide: (history, { askedOn, request }, today) =>
    afterItsRequest({ field: 'askedOn', what: 'The date on which they were asked', on: askedOn }, request, history, today),
  examples: {
    'proof of who she is': { askedOn: literal('2026-03-03'), about: 'identity', question: 'A copy of a passport or driving licence' },
    'thirty years of files': {
      askedOn: literal('2026-03-04'),
      about: 'clarification',
      question: 'Is it your time at Example House that you ask about, or all of your childhood?',
      stopsTheClock: true,
    },
    'which of two schools': { askedOn: literal('2026-03-04'), about: 'clarification', stopsTheClock: false },
  },
});
