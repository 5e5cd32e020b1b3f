import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { afterItsRequest, amongRequests, ofWhichRequest } from './requests.ts';

const extents = { whole: 'All of it', part: 'Part of it' } as const;

const refusals = {
  noAuthority: 'Who they are, or their authority, was not proved',
  childRefuses: 'The child is able to decide, and does not want it',
  notInInterests: 'Not in the child’s interests',
  unfounded: 'Manifestly unfounded',
  excessive: 'Manifestly excessive: for example the same again, without anything new',
  exempt: 'An exemption covers all of it',
  nothingHeld: 'Nothing is held',
} as const;

/** What is left out of a copy stands in the copy’s own schedule: this is for a request, or a part of what was asked, to which no copy goes. */
export const subjectAccessRefusal = defineStep({
  name: 'subjectAccessRefusal',
  title: 'Subject access request refused',
  law: 'UK GDPR Art 12(4) and (5); Data Protection Act 2018 Sch 2 to 4',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    refusedOn: date('Date on which they were told', { required: 'UK GDPR Art 12(4): told within one month' }),
    extent: code('How much is refused', extents, { required: 'UK GDPR Art 12(4): of what is not refused, a copy is still owed' }),
    ground: code('On which ground', refusals, {
      neverPrefilled: true,
      required: 'UK GDPR Art 12(4) and (5): a refusal has a ground in law',
    }),
    reason: text('Why, as they were told', { lines: 3, neverPrefilled: true }),
    route: text('What they were told of complaint', {
      lines: 2,
      hint: 'To us, to the Information Commissioner, to a court: article 12(4)',
    }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.refusedOn,
  offers: (_history, today) => ({
    refusedOn: { value: today },
    route: {
      value:
        'They may complain to us, complain to the Information Commissioner (ico.org.uk, 0303 123 1113) and ask a court to enforce their right.',
    },
  }),
  among: amongRequests,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ extent, ground }) =>
    `Subject access request refused${extent === 'part' ? ' in part' : ''}: ${refusals[ground].toLowerCase()}`,
  decide: (history, { refusedOn, request }, today) =>
    afterItsRequest({ field: 'refusedOn', what: 'The date on which they were told', on: refusedOn }, request, history, today),
  examples: {
    'a boy of fifteen said no': {
      refusedOn: literal('2026-03-20'),
      extent: 'whole',
      ground: 'childRefuses',
      reason: 'Your son understands what the record holds and does not agree that you should have it.',
      route: 'Complaint to us, to the Information Commissioner, to a court.',
    },
    'the same years again': {
      refusedOn: literal('2026-03-20'),
      extent: 'part',
      ground: 'excessive',
      reason: 'You were given a copy of these years in January, and nothing has been added since.',
    },
  },
});
