import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { titlesOf } from '../../kernel/field/code.ts';

type Scheme = {
  readonly title: string;
  readonly law: string;
  readonly months: number;
  /** Absent: announced, and in force on no day yet. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
};

/** By which programme somebody is inducted. When the two years come into force, their first day is put here, and nothing else. */
export const schemes = {
  newlyQualifiedProgramme: {
    title: 'Newly qualified social worker programme, 2008 to 2012',
    law: 'Newly qualified social worker programme (Children’s Workforce Development Council)',
    months: 12,
    from: date('2008-09-01'),
    to: date('2012-08-31'),
  },
  assessedYear: {
    title: 'Assessed and supported year in employment',
    law: 'Knowledge and skills statement for child and family practitioners (2015); Assessed and supported year in employment: framework of Skills for Care and the Department for Education',
    months: 12,
    from: date('2012-09-01'),
  },
  twoYears: {
    title: 'Two-year induction, once it is in force',
    law: 'Children’s social work post-qualifying standards and induction: consultation of the Department for Education (March 2025), of a programme of two years in place of the assessed year; before it Stable Homes, Built on Love (2023). No day is in force',
    months: 24,
  },
} as const satisfies Readonly<Record<string, Scheme>>;

const known: Readonly<Record<string, Scheme>> = schemes;

export const schemeOf = (name: unknown): Scheme | undefined => known[String(name)];
export const schemeTitles = titlesOf(schemes);

/** Whether a programme may begin on a day. */
export function inForceOn(name: unknown, day: LocalDate): boolean {
  const scheme = schemeOf(name);
  return scheme?.from !== undefined && scheme.from <= day && (scheme.to === undefined || scheme.to >= day);
}
