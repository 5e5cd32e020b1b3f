import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAfterDeath, notAhead, notBeforePregnancy } from '../checks.ts';
import { ordersSought } from './decision-to-issue.ts';
import { proceedingsLimits } from './proceedings-limits.ts';

/** A court has issued the application. Only a child who has been born may be the subject of one. */
export const careProceedings = defineStep({
  name: 'careProceedings',
  title: 'Care proceedings issued',
  law: 'Children Act 1989 s31 and s32',
  fields: {
    issuedOn: date('Date of issue', { required: 'Children Act 1989 s32: the 26 weeks begin with this day' }),
    order: code('Which order was asked for', ordersSought),
    caseNumber: text('Case number of the court', { longest: 60 }),
    court: text('Court', { longest: 120 }),
  },
  happenedOn: (answers) => answers.issuedOn,
  offers: (_history, today) => ({ issuedOn: { value: today } }),
  timescales: proceedingsLimits,
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ order }) => `Care proceedings issued${order === undefined ? '' : `: ${ordersSought[order].toLowerCase()}`}`,
  decide: (history, { issuedOn }, today) => {
    const day = { field: 'issuedOn', what: 'The date of issue', on: issuedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history), ...notAfterDeath(day, history)];
  },
  examples: {
    issued: { issuedOn: literal('2026-07-06'), order: 'interimCare', caseNumber: 'OX26C50123', court: 'Family Court at Oxford' },
  },
});
