import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { decimal, text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, type Limit, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf, notAhead } from '../checks.ts';
import { endsOfCare, localStandard, whileLookedAfter } from './care-moments.ts';
import { addSchoolDays, isOfSchoolAge } from './school-days.ts';

export const exclusionKinds = {
  suspension: 'Suspension, for a fixed time',
  permanent: 'Permanent exclusion',
  educationArranged: 'Full-time education was arranged from this day',
  withdrawn: 'Withdrawn, or set aside on review',
} as const;

const excludes = ({ kind }: SoFar): boolean => kind === 'suspension' || kind === 'permanent';

/** More than five school days, or for good: education begins on the sixth. A child who may come back before then is owed none. */
function fromTheSixthDay({ answers }: Statement, _history: History, on: Statement['happenedOn']): Limit | undefined {
  const isLong = answers['kind'] === 'permanent' || (typeof answers['days'] === 'number' && answers['days'] > 5);
  return isLong ? until(addSchoolDays(on, 5)) : undefined;
}

const exclusionLimits: readonly Timescale[] = [
  {
    ...localStandard,
    standing: 'statutory',
    version: 'Education Act 2002 s51A; Education and Inspections Act 2006 s100, school terms of England',
    rule: 'educationAfterExclusion',
    title: 'Full-time education after an exclusion',
    limit: fromTheSixthDay,
    starts: [
      {
        step: 'schoolExclusion',
        on: (one, history) =>
          excludes(one.answers) && isOfSchoolAge(lifeOf(history).bornOn, one.happenedOn)
            ? whileLookedAfter(one.happenedOn, history)
            : undefined,
      },
    ],
    meets: { step: 'schoolExclusion', on: ({ answers, happenedOn }) => (excludes(answers) ? undefined : happenedOn) },
    alsoMetBy: [saying('schoolPlace', 'change', 'found')],
    endedBy: endsOfCare,
    law: 'Education Act 1996 s19; Education and Inspections Act 2006 s100: from the sixth school day; for a looked-after child from the first where possible (guidance 2018)',
  },
];

/** A looked-after child was excluded from school, or what became of it. */
export const schoolExclusion = defineStep({
  name: 'schoolExclusion',
  title: 'Exclusion from school',
  law: 'Education Act 2002 s51A; Education Act 1996 s19; Promoting the education of looked-after children 2018; Suspension and permanent exclusion guidance',
  fields: {
    on: date('Date', { required: 'Education is owed from the sixth school day' }),
    kind: code('What happened', exclusionKinds, {
      required: 'A permanent exclusion must be avoided, and asks for more',
      neverPrefilled: true,
    }),
    days: decimal('For how many school days', { askedWhen: ({ kind }: SoFar) => kind === 'suspension' }),
    school: text('School', { longest: 200 }),
    why: text('What the school says, and what the child says', { lines: 3, neverPrefilled: true }),
    done: text('What the virtual school head and we do', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: exclusionLimits,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ kind, days, school }) =>
    `${exclusionKinds[kind]}${days === undefined ? '' : `: ${days} school ${days === 1 ? 'day' : 'days'}`}${school === undefined ? '' : `, ${school}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'suspended for two days': {
      on: literal('2026-03-03'),
      kind: 'suspension',
      days: 2,
      school: 'Example High School',
      why: 'A fight after a remark about his mother.',
    },
    'excluded for good': {
      on: literal('2026-04-20'),
      kind: 'permanent',
      school: 'Example High School',
      done: 'The head was asked to take it back; tutor from Monday.',
    },
  },
});
