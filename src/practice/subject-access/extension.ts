import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { afterItsRequest, amongRequests, ofWhichRequest } from './requests.ts';

const howMuch = { one: 'One month more', two: 'Two months more' } as const;

/** Told too late it is on record all the same, and moves no limit. */
export const subjectAccessExtension = defineStep({
  name: 'subjectAccessExtension',
  title: 'More time for a subject access request',
  law: 'UK GDPR Art 12(3)',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    toldOn: date('Date on which they were told', {
      required: 'UK GDPR Art 12(3): they are told within the first month; told later, the time is not longer',
    }),
    months: code('How much', howMuch, { required: 'UK GDPR Art 12(3): at most two months more' }),
    reason: text('Why it is complex', {
      lines: 2,
      neverPrefilled: true,
      required: 'UK GDPR Art 12(3): the person is told the reason; how much is held is none by itself',
    }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.toldOn,
  offers: (_history, today) => ({ toldOn: { value: today } }),
  among: amongRequests,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ months }) => `Subject access: told that it takes ${months === 'one' ? 'one month' : 'two months'} more`,
  decide: (history, { toldOn, request }, today) =>
    afterItsRequest({ field: 'toldOn', what: 'The date on which they were told', on: toldOn }, request, history, today),
  examples: {
    'six brothers and sisters': {
      toldOn: literal('2026-03-20'),
      months: 'two',
      reason: 'The record is woven with those of six others, and health must give its opinion.',
    },
    'one more': { toldOn: literal('2026-03-20'), months: 'one', reason: 'Two older systems must be searched.' },
  },
});
