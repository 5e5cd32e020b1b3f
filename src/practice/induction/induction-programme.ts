import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, link, text } from '../../kernel/field/plain.ts';
import type { Offers } from '../../kernel/step/offers.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { inductionLimits } from './induction-limits.ts';
import { laterObservationsSupplied, tooManyObservations } from '../workforce/later-observations.ts';
import { mayOfManagers } from './readers.ts';
import { inForceOn, schemeOf, schemeTitles } from './schemes.ts';

const fields = {
  startedOn: date('First day as a newly qualified social worker', { required: 'Reviews, supervision and observations are due from it' }),
  scheme: code('Programme', schemeTitles, { required: 'How long it lasts, and what is due in it, follows from it' }),
  mentor: link('Mentor', 'member', { hint: 'Not their manager. The mentor opens this file, and not the staff file' }),
  protectedHours: count('Protected hours for learning, each month'),
  percent: count('Caseload, as a percentage of the usual, if it is less than the standard', {
    hint: 'Blank: the local standard, about 90',
  }),
  laterObservations: count('Direct observations in the second year', {
    askedWhen: ({ scheme }) => schemeOf(scheme)?.months === 24,
    hint: `Blank: ${laterObservationsSupplied}, which is our default. No number is settled nationally`,
  }),
  plan: text('What they want to learn, and how', { lines: 3 }),
} as const;

/**
 * What somebody newly qualified is promised from their first day on: a mentor, time for learning, fewer children. Said again, the last stands: another mentor opens the
 * file by it, and the one before no longer.
 */
export const inductionProgramme = defineStep({
  name: 'inductionProgramme',
  title: 'Induction programme',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 5; Assessed and supported year in employment',
  file: 'induction',
  fields,
  happenedOn: (answers) => answers.startedOn,
  offers: (history): Offers<typeof fields> => {
    const last = allOf(inductionProgramme, history).at(-1);
    if (last === undefined) return { scheme: { value: 'assessedYear' } };
    return Object.fromEntries(Object.entries(last.answers).map(([name, value]) => [name, { value, from: last }]));
  },
  timescales: inductionLimits,
  may: mayOfManagers,
  summary: ({ scheme, startedOn }) => `${schemeTitles[scheme]}, from ${formatDate(startedOn)}`,
  decide: (_history, { startedOn, scheme, percent, laterObservations }, today) => [
    ...notAhead({ field: 'startedOn', what: 'The first day', on: startedOn }, today),
    ...(inForceOn(scheme, startedOn)
      ? []
      : [
          {
            field: 'scheme',
            message:
              schemeOf(scheme)?.from === undefined
                ? `${schemeTitles[scheme]}: it is not in force on any day yet. Choose the programme that is`
                : `${schemeTitles[scheme]}: it was not in force on ${formatDate(startedOn)}`,
          },
        ]),
    ...tooManyObservations(laterObservations),
    ...(percent !== undefined && (percent < 1 || percent > 100)
      ? [{ field: 'percent', message: `${percent} is no share of the usual caseload: enter a percentage from 1 to 100, or leave it blank` }]
      : []),
  ],
  examples: {
    'the assessed and supported year': {
      startedOn: literal('2026-01-05'),
      scheme: 'assessedYear',
      mentor: '11111111-1111-4111-8111-111111111111',
      protectedHours: 15,
      plan: 'Court; talking with fathers; children who do not speak. First: three visits with somebody who is good at each.',
    },
    'half a caseload to begin with': { startedOn: literal('2026-01-05'), scheme: 'assessedYear', percent: 50 },
  },
});
