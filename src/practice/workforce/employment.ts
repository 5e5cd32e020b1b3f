import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { decimal, link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Offers } from '../../kernel/step/offers.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { organisationRoles, startOrigins } from '../../vocabulary/workforce-census.ts';
import { notAhead } from '../checks.ts';
import { grades } from './grades.ts';

export const contracts = {
  permanent: 'Permanent',
  fixedTerm: 'Fixed term',
  agency: 'Agency, or self-employed',
} as const;

/** More than a week has: a number of minutes, or of a month. */
const mostHours = 60;

const fields = {
  from: date('From', { required: 'The establishment is counted as it was on a day' }),
  contract: code('Contract', contracts, { required: 'Workforce census: agency or not; whoever is agency fills a vacancy and ends none' }),
  team: link('Team', 'team'),
  hours: decimal('Hours a week', { required: 'Workforce census: full-time equivalents are counted from them' }),
  grade: code('Grade', grades, { required: 'A protected caseload and how often supervision is owed depend on it' }),
  newlyQualifiedSince: date('First day as a newly qualified social worker', {
    askedWhen: ({ grade }) => grade === 'newlyQualified',
    hint: 'Blank: the first day above',
  }),
  role: code('Role, of a registered social worker', organisationRoles),
  origin: code('Where they came from, when they begin', startOrigins, { neverPrefilled: true }),
  languages: text('Languages besides English', { longest: 200, hint: 'For example: Urdu, British Sign Language' }),
} as const;

/**
 * How somebody is employed from a day on: the first says that they came, a later one what changed. Each says the whole of it, filled in from the last, so
 * that what held on any day is told by one entry.
 */
export const employment = defineStep({
  name: 'employment',
  title: 'Employment, begun or changed',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 2: workforce planning; Children Act 1989 s83 (workforce census)',
  file: 'staff',
  fields,
  happenedOn: (answers) => answers.from,
  offers: (history, today): Offers<typeof fields> => ({ from: { value: today }, ...asBefore(history) }),
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  // What was taken in from a workforce census says of nobody but agency staff which contract they have.
  summary: ({ contract, hours, grade }) =>
    `${contract in contracts ? contracts[contract] : 'Employed'}, ${hours} hours a week: ${grades[grade].toLowerCase()}`,
  decide: (_history, { from, hours, newlyQualifiedSince }, today) => [
    ...notAhead({ field: 'from', what: 'The first day', on: from }, today),
    ...(hours === 0 || hours > mostHours
      ? [{ field: 'hours', message: `${hours} hours is no working week: enter more than 0 and at most ${mostHours}` }]
      : []),
    ...notAhead({ field: 'newlyQualifiedSince', what: 'The first day as a newly qualified social worker', on: newlyQualifiedSince }, today),
  ],
  examples: {
    'a new social worker': {
      from: literal('2026-01-05'),
      contract: 'permanent',
      team: '22222222-2222-4222-8222-222222222222',
      hours: 37,
      grade: 'newlyQualified',
      newlyQualifiedSince: literal('2026-01-05'),
      role: '5',
      origin: '1',
      languages: 'Urdu',
    },
    'fewer hours': { from: literal('2026-03-02'), contract: 'permanent', hours: 22.2, grade: 'advanced', role: '4' },
    agency: { from: literal('2026-02-02'), contract: 'agency', hours: 37, grade: 'socialWorker', role: '5', origin: '4' },
  },
});

/** What was said last, question by question; the grade, where no employment says it, as the supervision agreement does. */
function asBefore(history: History): Offers<typeof fields> {
  const last = allOf(employment, history).at(-1);
  if (last !== undefined) {
    const { from: _, origin: __, ...said } = last.answers;
    return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, { value, from: last }]));
  }
  const agreed = history.findLast(({ step }) => step === 'staffSupervisionAgreement');
  const grade = Object.keys(grades).find((one): one is keyof typeof grades => one === agreed?.answers['grade']);
  const since = agreed?.answers['startedInPostOn'];
  if (agreed === undefined || grade === undefined) return {};
  return {
    grade: { value: grade, from: agreed },
    ...(typeof since === 'string' ? { newlyQualifiedSince: { value: since as LocalDate, from: agreed } } : {}),
  };
}
