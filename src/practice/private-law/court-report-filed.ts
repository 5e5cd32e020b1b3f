import { addDays, date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, type Limit } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

/**
 * The day that the court named. Without one: of section 37 the last of eight weeks beginning with the date of the direction (s37(4)); of section 7
 * the law names none.
 */
function dayOfReport({ answers }: Statement, _history: History, on: LocalDate): Limit | undefined {
  const named = answers['dueOn'];
  if (typeof named === 'string') return until(named as LocalDate);
  return answers['kind'] === 's37' ? until(addDays(on, 8 * 7 - 1)) : undefined;
}

function filedFor(filed: Statement, _history: History, start?: Statement): LocalDate | undefined {
  const named = filed.answers['order'];
  return start === undefined || named === undefined || named === start.entry ? filed.happenedOn : undefined;
}

const afterSection37 = {
  order: 'We apply for a care or supervision order',
  help: 'We give services or assistance, and apply for no order',
  otherAction: 'We take other action',
  nothing: 'None of these, because',
} as const;

export const courtReportFiled = defineStep({
  name: 'courtReportFiled',
  title: 'Report filed in private law proceedings',
  law: 'Children Act 1989 s7, s37(2)–(6)',
  fields: {
    filedOn: date('Date it was filed', { required: 'The court’s own date is kept or missed on it' }),
    order: link('Which order', 'entry', { hint: 'Leave empty for the last one' }),
    decision: code('After a section 37 direction', afterSection37, { neverPrefilled: true }),
    reasons: text('Reasons, and what is given or planned', {
      lines: 4,
      neverPrefilled: true,
      hint: 'Section 37(3): if no order is applied for, the court is told why, and what services or other action there are',
    }),
    lookAgainOn: date('Date by which we look again', { hint: 'Section 37(6): whether to look again, and when' }),
  },
  happenedOn: (answers) => answers.filedOn,
  timescales: [
    {
      rule: 'courtReport',
      version: 'Children Act 1989',
      title: 'Court report filed',
      limit: dayOfReport,
      starts: [{ step: 'courtReportOrdered' }],
      meets: { step: 'courtReportFiled', on: filedFor },
      endedBy: [],
      inForce: { from: literal('1991-10-14') },
      announcedOn: literal('1989-11-16'),
      standing: 'statutory',
      law: 'Children Act 1989 s37(4): within eight weeks beginning with the date of the direction, unless the court directs otherwise; s7: by the day that the court names',
    },
  ],
  offers: (_history, today) => ({ filedOn: { value: today } }),
  togetherWith: 'siblings',
  among: (history) => statementsOf('courtReportOrdered', history),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ decision }) => `Court report filed${decision === undefined ? '' : `: ${afterSection37[decision].toLowerCase()}`}`,
  decide: (history, { filedOn }, today) => {
    const day = { field: 'filedOn', what: 'The date it was filed', on: filedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'courtReportOrdered', 'the court ordered it')];
  },
  dependsOn: ['courtReportOrdered'],
  examples: {
    'no order, help instead': {
      filedOn: literal('2026-04-20'),
      decision: 'help',
      reasons: 'The children are safe with their mother; family help goes on, and contact is supervised by their aunt.',
    },
  },
});
