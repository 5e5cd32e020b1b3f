import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { lookedAfterOn } from '../looked-after/care.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const outcomes = {
  made: 'Special guardianship order made',
  otherOrder: 'Another order made',
  refused: 'No order made',
  withdrawn: 'Withdrawn, or never applied for',
} as const;

/** How an application ended. An order gives the guardian parental responsibility to the exclusion of others (section 14C); the end of care is recorded with it. */
export const guardianshipEnd = defineStep({
  name: 'guardianshipEnd',
  title: 'Special guardianship order, or how the application ended',
  law: 'Children Act 1989 ss14A–14C',
  fields: {
    on: date('Date', { required: 'Parental responsibility is shared from the day of the order' }),
    outcome: code('What the court did', outcomes, { required: 'It says who decides for the child', neverPrefilled: true }),
    notice: link('Which notice', 'entry', { hint: 'Leave empty for the last one' }),
    guardians: text('Special guardians', { longest: 200, askedWhen: ({ outcome }) => outcome === 'made' }),
    wasLookedAfter: yesNo('Was the child looked after just before the order?', {
      askedWhen: ({ outcome }) => outcome === 'made',
      hint: 'Then this authority answers for support for three years, wherever they live (section 14F, regulation 5)',
    }),
    contact: text('What the court ordered or all agreed about seeing the family', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (history, today) => {
    const notice = history.findLast(({ step }) => step === 'guardianshipNotice');
    const applicants = notice?.answers['applicants'];
    return {
      on: { value: today },
      wasLookedAfter: { value: lookedAfterOn(history, today) },
      ...(typeof applicants === 'string' && notice !== undefined ? { guardians: { value: applicants, from: notice } } : {}),
    };
  },
  among: (history) => history.filter(({ step }) => step === 'guardianshipNotice'),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ outcome }) => outcomes[outcome],
  decide: (history, { on }, today) => {
    const day = { field: 'on', what: 'The date', on };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'guardianshipNotice', 'the notice was received')];
  },
  dependsOn: ['guardianshipNotice'],
  examples: {
    'order made': {
      on: literal('2026-05-18'),
      outcome: 'made',
      guardians: 'Maternal grandmother',
      wasLookedAfter: true,
      contact: 'His mother once a month, with her sister there.',
    },
    withdrawn: { on: literal('2026-05-18'), outcome: 'withdrawn' },
  },
});
