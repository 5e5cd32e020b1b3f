import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';
import { answerDueOn, beganOn } from './answer-due.ts';
import { isOfAll, onlyOfItsRequest } from './requests.ts';

export const capacities = {
  person: 'The person themselves',
  parent: 'A parent acting for the child',
  solicitor: 'A solicitor, with the person’s authority',
  deputy: 'An attorney or deputy, for somebody without capacity',
  other: 'Somebody else, with the person’s authority',
} as const;

const waysItCame = {
  letter: 'By letter',
  email: 'By e-mail',
  form: 'On our form or portal',
  spoken: 'Spoken: in person or by telephone',
  other: 'Otherwise',
} as const;

const answerLimit: Timescale = {
  rule: 'subjectAccessAnswer',
  version: 'UK GDPR 2018',
  title: 'Answer to a subject access request',
  limit: (request, history) => {
    const due = answerDueOn(request, history);
    return due === undefined ? undefined : until(due);
  },
  starts: [{ step: 'subjectAccessRequest', on: beganOn }],
  meets: { step: 'subjectAccessRelease', on: onlyOfItsRequest() },
  alsoMetBy: [{ step: 'subjectAccessRefusal', on: onlyOfItsRequest(isOfAll) }],
  endedBy: [{ step: 'subjectAccessWithdrawal', on: onlyOfItsRequest(), because: 'request withdrawn' }],
  // The record is theirs at any age.
  untilAge: [120],
  inForce: { from: literal('2018-05-25') },
  announcedOn: literal('2018-05-23'),
  standing: 'statutory',
  law: 'UK GDPR Art 12(3): within one month of receipt, or of proof of identity where it was asked for promptly; a month that ends on a weekend or bank holiday ends on the next working day; at most two months more where it is complex, told within the first; the days between a question that is needed and its answer are added',
};

/** Somebody asks for what is recorded of them, or of whoever they may ask for. Any words will do: it need not be called a subject access request. */
export const subjectAccessRequest = defineStep({
  name: 'subjectAccessRequest',
  title: 'Subject access request',
  law: 'UK GDPR Art 12 and 15; Data Protection Act 2018 Sch 2 and 3',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    receivedOn: date('Date it came', { required: 'UK GDPR Art 12(3): the month is counted from it, also where it came on a Sunday' }),
    asker: text('Who asks', { longest: 200, required: 'UK GDPR Art 12(6): a copy goes to nobody whose name is not known' }),
    capacity: code('As whom they ask', capacities, {
      required:
        'Data Protection Act 2018 Sch 3: a parent’s right to the child’s record ends at the child’s wishes and interests; the person’s own does not',
    }),
    asked: text('What they ask for', { lines: 3, neverPrefilled: true, hint: 'Leave empty for everything' }),
    how: code('How it came', waysItCame),
    reach: text('How to reach them', { lines: 2, longest: 300, hint: 'Where the copy is to go' }),
  },
  happenedOn: (answers) => answers.receivedOn,
  timescales: [answerLimit],
  offers: (_history, today) => ({ receivedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ capacity }) => `Subject access request: ${capacities[capacity].toLowerCase()}`,
  decide: (_history, { receivedOn }, today) => notAhead({ field: 'receivedOn', what: 'The date it came', on: receivedOn }, today),
  examples: {
    'a care leaver': {
      receivedOn: literal('2026-03-02'),
      asker: 'Amira Example',
      capacity: 'person',
      how: 'email',
      reach: 'amira@example.org',
    },
    'a mother asks for her child': {
      receivedOn: literal('2026-03-02'),
      asker: 'Saira Khan',
      capacity: 'parent',
      asked: 'Everything since the first visit in 2024',
      how: 'letter',
    },
    'a solicitor': {
      receivedOn: literal('2026-03-02'),
      asker: 'Hart and Lowe, solicitors',
      capacity: 'solicitor',
      asked: 'The whole file, for a claim',
      reach: '1 Example Street, Oxford',
    },
  },
});
