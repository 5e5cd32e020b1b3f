import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, type CodeSet } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** Explains one limit that was passed. It never removes it: every measure still counts it as out of time. `limits`: the title of each rule. */
export const lateReasonOf = (limits: CodeSet) =>
  defineStep({
    name: 'lateReason',
    title: 'Reason for lateness',
    law: 'Working Together 2023, chapter 3: the reason for exceeding a limit is recorded',
    fields: {
      givenOn: date('Date the reason was given', { required: 'Shows whether the reason was given at the time or afterwards' }),
      reason: text('Why it was late', {
        lines: 4,
        neverPrefilled: true,
        required: 'Working Together: the reason for exceeding a limit is recorded',
      }),
      rule: code('Which limit', limits),
      startedBy: link('The entry from which the limit ran', 'entry'),
    },
    happenedOn: (answers) => answers.givenOn,
    offers: (_history, today) => ({ givenOn: { value: today } }),
    may: { record: ['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'leadPractitioner'], read: practitionersAndLeads },
    summary: ({ reason }) => `Reason for lateness: ${reason}`,
    decide: (_history, { givenOn }, today) => notAhead({ field: 'givenOn', what: 'The date the reason was given', on: givenOn }, today),
    examples: {
      'family away': {
        givenOn: literal('2026-04-10'),
        reason: 'The family was abroad; the police confirmed it.',
        rule: 'childProtectionVisit',
        startedBy: '33333333-3333-4333-8333-333333333333',
      },
    },
  });
