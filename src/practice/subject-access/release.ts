import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { afterItsRequest, amongRequests, ofWhichRequest } from './requests.ts';

const waysSent = {
  inPerson: 'In person, with somebody beside them',
  post: 'By post, signed for',
  secureEmail: 'By secure e-mail',
  portal: 'On a portal',
  read: 'Read at the office',
} as const;

/** The exact bytes that went stand with it, as files of the entry. */
export const subjectAccessRelease = defineStep({
  name: 'subjectAccessRelease',
  title: 'Copy of the record released',
  law: 'UK GDPR Art 12(3) and 15(3)',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    releasedOn: date('Date on which it went', { required: 'UK GDPR Art 12(3): within the time for an answer' }),
    to: text('To whom', { longest: 200, required: 'UK GDPR Art 5(1)(f): a copy is for one named recipient' }),
    how: code('How', waysSent, { required: 'UK GDPR Art 32: sent so that nobody else reads it' }),
    support: text('Who helps them to read it', {
      lines: 2,
      hint: 'Reading of one’s own childhood is hard: who was offered, and what they said',
    }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.releasedOn,
  offers: (_history, today) => ({ releasedOn: { value: today } }),
  among: amongRequests,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ how }) => `Subject access: a copy of the record was released (${waysSent[how].toLowerCase()})`,
  decide: (history, { releasedOn, request }, today) =>
    afterItsRequest({ field: 'releasedOn', what: 'The date on which it went', on: releasedOn }, request, history, today),
  examples: {
    'with her personal adviser': {
      releasedOn: literal('2026-03-30'),
      to: 'Amira Example',
      how: 'inPerson',
      support: 'Her personal adviser sat with her; counselling was offered.',
    },
    'to a solicitor': { releasedOn: literal('2026-03-30'), to: 'Hart and Lowe, solicitors', how: 'secureEmail' },
  },
});
