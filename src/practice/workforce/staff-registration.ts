import { addMonths, date as literal, isDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { Offers } from '../../kernel/step/offers.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';

/** The day that the last registration names; met by the next that is recorded. */
export const registrationRenewalDue: Timescale = {
  rule: 'registrationRenewal',
  version: 'Social Workers Regulations 2018',
  title: 'Registration with Social Work England renewed',
  limit: ({ answers }) => {
    const day = answers['until'];
    return typeof day === 'string' && isDate(day) ? until(day) : undefined;
  },
  starts: [{ step: 'staffRegistration' }],
  meets: { step: 'staffRegistration' },
  endedBy: [{ step: 'employmentEnd', because: 'employment ended' }],
  inForce: { from: literal('2019-12-02') },
  announcedOn: literal('2018-07-13'),
  standing: 'statutory',
  law: 'Social Workers Regulations 2018; Social Work England (Registration) Rules 2019: renewed each year by 30 November',
};

const fields = {
  seenOn: date('Date on which the register was looked at', { required: 'Says as of when the registration was known' }),
  number: text('Social Work England number', {
    required: 'Workforce census: social worker identifier',
    pattern: /^[A-Za-z]{2}\d{1,10}$/,
    patternSays: 'must be two letters and up to ten digits, such as SW12345',
    longest: 12,
  }),
  until: date('Registered until', { required: 'Nobody practises after it without a renewal: a reminder runs to it' }),
} as const;

/** Seen by the manager on the public register, and written down: a social worker who is not on it may not be called one (Children and Social Work Act 2017). */
export const staffRegistration = defineStep({
  name: 'staffRegistration',
  title: 'Registration with Social Work England seen',
  law: 'Children and Social Work Act 2017 part 2; Social Workers Regulations 2018; Standards for employers of social workers, standard 7',
  file: 'staff',
  fields,
  happenedOn: (answers) => answers.seenOn,
  offers: (history, today): Offers<typeof fields> => {
    const last = allOf(staffRegistration, history).at(-1);
    return {
      seenOn: { value: today },
      ...(last === undefined
        ? {}
        : { number: { value: last.answers.number, from: last }, until: { value: addMonths(last.answers.until, 12), from: last } }),
    };
  },
  timescales: [registrationRenewalDue],
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ number }) => `Registration ${number} seen on the register`,
  decide: (_history, { seenOn, until }, today) => [
    ...notAhead({ field: 'seenOn', what: 'The date', on: seenOn }, today),
    ...(until < seenOn
      ? [{ field: 'until', message: 'Registered until must be on or after the day on which the register was looked at' }]
      : []),
  ],
  examples: { renewed: { seenOn: literal('2025-12-01'), number: 'SW12345', until: literal('2026-11-30') } },
});
