import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { titlesOf } from '../../kernel/field/code.ts';
import type { Agency } from './agencies.ts';

/** As what somebody sits on a body. */
export const seats = {
  chair: 'Chair',
  lead: 'Lead safeguarding partner',
  delegated: 'Delegated safeguarding partner',
  scrutineer: 'Independent scrutiny',
  education: 'Representative of education',
  member: 'Member',
  relevantAgency: 'Relevant agency',
  adviser: 'Adviser',
  observer: 'Observer',
  businessManager: 'Business manager',
} as const;

export type Seat = keyof typeof seats;

/** What the law of a time asks of a body: somebody in this seat, of each of these agencies where they are named. */
export type AskedSeat = {
  readonly seat: Seat;
  readonly of?: readonly Agency[];
  /** Whoever sits there answers to none of the agencies. */
  readonly isIndependent?: true;
  readonly law: string;
};

type Configuration = {
  readonly title: string;
  readonly law: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly asks: readonly AskedSeat[];
  /** The day of the year (MM-DD) by which the report of a year that ended in March is published. */
  readonly reportBy?: string;
};

/** Each a body of its time, and nothing of either is written anywhere else: another arrangement is another line here. */
const configurations = {
  safeguardingPartners: {
    title: 'Multi-agency safeguarding arrangements of the three partners',
    law: 'Children Act 2004 ss16E–16L; Working Together 2023, chapter 2',
    from: date('2018-06-29'),
    asks: [
      { seat: 'lead', of: ['council', 'integratedCareBoard', 'police'], law: 'Children Act 2004 s16E' },
      { seat: 'delegated', of: ['council', 'integratedCareBoard', 'police'], law: 'Working Together 2023, chapter 2: delegated partners' },
      { seat: 'chair', law: 'Working Together 2023, chapter 2: a delegated partner chairs the partnership' },
      { seat: 'scrutineer', isIndependent: true, law: 'Children Act 2004 s16G(3)(b): arrangements for scrutiny by an independent person' },
      { seat: 'education', of: ['schools'], law: 'Working Together 2023, chapter 2: education at a strategic level' },
    ],
    reportBy: '09-30',
  },
  localSafeguardingChildrenBoard: {
    title: 'Local Safeguarding Children Board',
    law: 'Children Act 2004 ss13–16; SI 2006/90; Working Together 2006 and 2010',
    from: date('2006-04-01'),
    to: date('2019-09-28'),
    asks: [
      { seat: 'chair', isIndependent: true, law: 'Working Together 2010, chapter 3: a chair who is independent' },
      {
        seat: 'member',
        of: ['council', 'police', 'probation', 'youthJustice', 'primaryCareTrust', 'healthProvider', 'cafcass', 'connexions'],
        law: 'Children Act 2004 s13(3): the board partners',
      },
    ],
  },
  panel: {
    title: 'Local panel',
    law: 'Working Together 2023, chapter 2: arrangements may work through local areas',
    from: date('2004-11-15'),
    asks: [{ seat: 'chair', law: 'Local standard: every panel has a chair' }],
  },
  subGroup: {
    title: 'Sub-group',
    law: 'Working Together 2023, chapter 2: arrangements may work through sub-groups',
    from: date('2004-11-15'),
    asks: [{ seat: 'chair', law: 'Local standard: every sub-group has a chair' }],
  },
} as const satisfies Readonly<Record<string, Configuration>>;

const known: Readonly<Record<string, Configuration>> = configurations;

export const configurationOf = (name: unknown): Configuration | undefined => known[String(name)];

/** For a form: what each is called. */
export const configurationTitles = titlesOf(configurations);
