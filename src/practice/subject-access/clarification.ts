import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { amongRequests, namesRequest, ofWhichRequest } from './requests.ts';

export const subjectAccessClarification = defineStep({
  name: 'subjectAccessClarification',
  title: 'Answer of whoever requests access',
  law: 'UK GDPR Art 12(3) and recital 63',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    answeredOn: date('Date of their answer', { required: 'UK GDPR Art 12(3): from it the clock runs on' }),
    answer: text('What they want', {
      lines: 3,
      neverPrefilled: true,
      hint: 'Nobody must narrow what they ask for: "everything" is an answer',
    }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.answeredOn,
  offers: (_history, today) => ({ answeredOn: { value: today } }),
  among: amongRequests,
  may: { record: practitioners, read: practitioners },
  summary: () => 'Subject access: answered what they want; the clock runs on',
  decide: (history, { answeredOn, request }, today) => {
    const day = { field: 'answeredOn', what: 'The date of their answer', on: answeredOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'subjectAccessQuestion', 'the question'),
      ...namesRequest(history, request),
    ];
  },
  examples: {
    'one home of three': { answeredOn: literal('2026-03-10'), answer: 'Only the years at Example House.' },
    everything: { answeredOn: literal('2026-03-05'), answer: 'Everything.' },
  },
});
