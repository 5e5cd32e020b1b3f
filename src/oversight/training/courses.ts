import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import type { Mandatory } from '../../practice/pathway.ts';
import type { CourseEntry, Need } from '../../record/training.ts';

/** What those who came said of one session: `good`: found it good, or three months on have used it. */
export type Evaluated = { readonly when: string; readonly answered: number; readonly good: number };

/** How many of an agency came, or did not; `agency` absent: of ours. */
export type Came = { readonly agency?: string; readonly came: string; readonly people: number };

export type CourseSession = {
  readonly entry: string;
  readonly heldOn: LocalDate;
  readonly venue?: string;
  readonly places: number;
  readonly agencyPlaces: number;
  readonly isOff: boolean;
  /** Absent: who came is not on record. */
  readonly came?: readonly Came[];
  readonly evaluated: readonly Evaluated[];
};

export type Course = {
  readonly file: string;
  readonly title: string;
  readonly body?: string;
  readonly topic: string;
  readonly aim: string;
  /** The standard of the audits that it is to move. */
  readonly standard?: string;
  readonly mandatory?: Omit<Mandatory, 'course' | 'title' | 'topic'>;
  readonly sessions: readonly CourseSession[];
  readonly closed?: { readonly on: LocalDate; readonly why: string };
};

const textIn = (answers: CourseEntry['answers'], name: string): string => {
  const value = answers[name];
  return typeof value === 'string' ? value : '';
};
const countIn = (answers: CourseEntry['answers'], name: string): number => {
  const value = answers[name];
  return typeof value === 'number' ? value : 0;
};
const dayOf = (answers: CourseEntry['answers'], name: string): LocalDate | undefined => {
  const value = answers[name];
  return typeof value === 'string' && isDate(value) ? value : undefined;
};

/** Every course as it stands, by its name, the last session first. A file in which no course was designed is none. */
export const coursesOf = (entries: readonly CourseEntry[]): readonly Course[] =>
  [...Map.groupBy(entries, ({ file }) => file).values()].flatMap(courseOf).toSorted((a, b) => a.title.localeCompare(b.title));

function courseOf(own: readonly CourseEntry[]): readonly Course[] {
  const design = own.findLast(({ step }) => step === 'courseDesign');
  const mandatorySince = own.find(({ step, answers }) => step === 'courseDesign' && answers['mandatoryFor'] !== undefined);
  const closed = own.findLast(({ step }) => step === 'courseClosed');
  if (design === undefined) return [];
  const { file, title, body, answers } = design;
  const [standard, mandatoryFor, everyMonths] = [
    textIn(answers, 'standard'),
    textIn(answers, 'mandatoryFor'),
    countIn(answers, 'everyMonths'),
  ];
  return [
    {
      file,
      title,
      ...(body === undefined ? {} : { body }),
      topic: textIn(answers, 'topic'),
      aim: textIn(answers, 'aim'),
      ...(standard === '' ? {} : { standard }),
      ...(mandatoryFor === '' || closed !== undefined
        ? {}
        : {
            mandatory: {
              mandatoryFor,
              from: (mandatorySince ?? design).happenedOn,
              ...(everyMonths === 0 ? {} : { everyMonths }),
            },
          }),
      sessions: sessionsIn(own),
      ...(closed === undefined ? {} : { closed: { on: closed.happenedOn, why: textIn(closed.answers, 'why') } }),
    },
  ];
}

function sessionsIn(own: readonly CourseEntry[]): readonly CourseSession[] {
  const of = (step: string, session: string) => own.filter((one) => one.step === step && one.answers['session'] === session);
  return own
    .filter(({ step }) => step === 'courseSession')
    .flatMap(({ entry, answers }): readonly CourseSession[] => {
      const heldOn = dayOf(answers, 'heldOn');
      if (heldOn === undefined) return [];
      const register = of('courseRegister', entry).at(-1);
      const venue = textIn(answers, 'venue');
      return [
        {
          entry,
          heldOn,
          ...(venue === '' ? {} : { venue }),
          places: countIn(answers, 'places'),
          agencyPlaces: countIn(answers, 'agencyPlaces'),
          isOff: of('courseSessionEnd', entry).length > 0,
          ...(register === undefined ? {} : { came: linesIn(register.answers['attendance']).flatMap(cameOf) }),
          evaluated: of('courseEvaluation', entry).map((one) => ({
            when: textIn(one.answers, 'when'),
            answered: countIn(one.answers, 'answered'),
            good: countIn(one.answers, 'good'),
          })),
        },
      ];
    })
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn));
}

/** A line of a register, as it stands in the file (`people` absent: one person) or as it is counted. */
const cameOf = (line: Readonly<Record<string, unknown>>): readonly Came[] =>
  typeof line['came'] === 'string'
    ? [
        {
          ...(typeof line['agency'] === 'string' ? { agency: line['agency'] } : {}),
          came: line['came'],
          people: typeof line['people'] === 'number' ? line['people'] : 1,
        },
      ]
    : [];

export const mandatoryIn = (courses: readonly Course[]): readonly Mandatory[] =>
  courses.flatMap(({ file: course, title, topic, mandatory }) => (mandatory === undefined ? [] : [{ course, title, topic, ...mandatory }]));

const peopleIn = (came: readonly Came[]): number => came.reduce((sum, { people }) => sum + people, 0);
const isThere = ({ came }: Came): boolean => came !== 'absent';

/** How many came in all, of how many places; and of how many agencies besides ours. */
export function takeUpOf({ sessions }: Pick<Course, 'sessions'>): {
  readonly held: number;
  readonly came: number;
  readonly places: number;
  readonly byAgency: ReadonlyMap<string, number>;
} {
  const held = sessions.filter(({ came }) => came !== undefined);
  const came = held.flatMap((one) => (one.came ?? []).filter(isThere));
  const byAgency = new Map(
    [...Map.groupBy(came, ({ agency }) => agency)].flatMap(([agency, some]) =>
      agency === undefined ? [] : [[agency, peopleIn(some)] as const],
    ),
  );
  return { held: held.length, came: peopleIn(came), places: held.reduce((sum, { places }) => sum + places, 0), byAgency };
}

/** What was said at one time of all sessions together. */
export function saidOf({ sessions }: Pick<Course, 'sessions'>, when: string): Omit<Evaluated, 'when'> {
  const all = sessions.flatMap(({ evaluated }) => evaluated.filter((one) => one.when === when));
  return { answered: all.reduce((sum, one) => sum + one.answered, 0), good: all.reduce((sum, one) => sum + one.good, 0) };
}

/** A topic: how often it was seen as a need in the last twelve months, by where, and which courses there are upon it. */
export type NeededTopic = {
  readonly topic: string;
  readonly bySource: ReadonlyMap<string, number>;
  readonly said: readonly Need[];
  readonly courses: readonly Course[];
};

/** What is needed, what is needed most often first; and of each what answers it. */
export const neededTopics = (needs: readonly Need[], courses: readonly Course[], since: LocalDate): readonly NeededTopic[] =>
  [
    ...Map.groupBy(
      needs.filter(({ raisedOn }) => raisedOn >= since),
      ({ topic }) => topic,
    ),
  ]
    .toSorted(([a, one], [b, other]) => other.length - one.length || a.localeCompare(b))
    .map(([topic, some]) => ({
      topic,
      bySource: new Map([...Map.groupBy(some, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length])),
      said: some.filter(({ need }) => need !== undefined),
      courses: courses.filter((course) => course.topic === topic && course.closed === undefined),
    }));
