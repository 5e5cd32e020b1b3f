import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const ifProblem = (answers: SoFar): boolean => answers['problem'] === true;

export const substanceUse = defineStep({
  name: 'substanceUse',
  title: 'Substance use',
  law: 'Promoting the health and wellbeing of looked-after children 2015; children looked after return, OC2',
  fields: {
    consideredOn: date('Date it was considered', { required: 'Children looked after return, OC2: in which year it was identified' }),
    problem: yesNo('A problem was identified', {
      required: 'Children looked after return, OC2: whether a substance misuse problem was identified',
      neverPrefilled: true,
    }),
    offered: yesNo('Help was offered', { neverPrefilled: true, askedWhen: ifProblem }),
    received: yesNo('Help was taken up', { neverPrefilled: true, askedWhen: ifProblem }),
    note: text('What was seen and said', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.consideredOn,
  offers: (_history, today) => ({ consideredOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ problem, received }) =>
    problem ? `Substance use: a problem identified${received === true ? ', help taken up' : ''}` : 'Substance use: no problem identified',
  decide: (_history, { consideredOn }, today) =>
    notAhead({ field: 'consideredOn', what: 'The date it was considered', on: consideredOn }, today),
  examples: { 'help taken up': { consideredOn: literal('2026-02-20'), problem: true, offered: true, received: true } },
});
