import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { DemoStaff } from './authority.ts';
import { chanceOf, idFrom, type Chance } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { entryOf, workingDayAfter, type DemoEntry } from './telling.ts';
import { courses, later, needs, onTheDay } from './words/learning.ts';

type Days = { readonly today: LocalDate; readonly until: LocalDate };
type CourseWords = (typeof courses)[number];

const trainingGroup = idFrom('body', 'Training sub-group');
const withChildren: ReadonlySet<string> = new Set(['socialWorker', 'teamManager', 'reviewingOfficer', 'dutyWorker', 'leadPractitioner']);

const learnersIn = ({ members }: DemoStaff): readonly string[] =>
  members
    .filter(({ roles, leftDaysAgo }) => leftDaysAgo === undefined && roles.some((role) => withChildren.has(role)))
    .map(({ member }) => member);

const courseFile = ({ title }: Pick<CourseWords, 'title'>): string => idFrom('course', title);
const sessionOf = (course: CourseWords, ago: number): string => idFrom('entry', courseFile(course), 'session', ago);
const dayOf = ({ today }: Days, ago: number): LocalDate => workingDayAfter(addDays(today, -ago));
const agenciesThere = ['police', 'healthProvider', 'schools', 'probation'] as const;

/** Every course with its sessions, who came, and what they said: by the business manager. */
export const courseFiles = (staff: DemoStaff, days: Days): readonly DemoFile[] =>
  courses.map((course) => ({
    file: courseFile(course),
    kind: 'course',
    title: course.title,
    subject: trainingGroup,
    entries: toldOf(staff, course, days).filter(({ recordedOn }) => recordedOn <= days.until),
  }));

function toldOf(staff: DemoStaff, course: CourseWords, days: Days): readonly DemoEntry[] {
  const { topic, aim, standard, mandatoryFor, everyMonths, held, ended } = course;
  const file = courseFile(course);
  const say = (step: string, on: LocalDate, key: string | number, shared: DemoEntry['shared'], entry?: string): DemoEntry =>
    entryOf({ entry: entry ?? idFrom('entry', file, step, key), step, on, of: file, by: staff.partners.business, shared });
  const from = dayOf(days, Math.max(...held) + 30);
  const optional = Object.fromEntries(Object.entries({ standard, mandatoryFor, everyMonths }).filter(([, value]) => value !== undefined));
  const chance = chanceOf(file);
  const learners = learnersIn(staff);
  return [
    say('courseDesign', from, 'first', { from, topic, aim, ...optional }),
    ...held.flatMap((ago, n) => sessionTold({ course, days, say, chance, learners, n }, ago)),
    ...(ended === undefined ? [] : [say('courseClosed', dayOf(days, ended.ago), 'end', { on: dayOf(days, ended.ago), why: ended.why })]),
  ];
}

type Telling = {
  readonly course: CourseWords;
  readonly days: Days;
  readonly say: (step: string, on: LocalDate, key: string | number, shared: DemoEntry['shared'], entry?: string) => DemoEntry;
  readonly chance: Chance;
  readonly learners: readonly string[];
  /** Which session it is. */
  readonly n: number;
};

function sessionTold({ course, days, say, chance, learners, n }: Telling, ago: number): readonly DemoEntry[] {
  const { places, agencyPlaces = 0, good, used } = course;
  const [announcedOn, heldOn] = [dayOf(days, ago + 45), dayOf(days, ago)];
  const session = sessionOf(course, ago);
  const announced = say(
    'courseSession',
    announcedOn,
    ago,
    { announcedOn, heldOn, venue: 'County Hall, 9.30 to 16.00', places, ...(agencyPlaces === 0 ? {} : { agencyPlaces }) },
    session,
  );
  if (ago < 0) return [announced];
  const [ours, others] = [places - agencyPlaces, agencyPlaces];
  const came = () => (chance.happens(0.9) ? 'came' : chance.happens(0.3) ? 'partly' : 'absent');
  const attendance = [
    ...Array.from({ length: ours }, (_, k) => ({ member: learners[(n * ours + k) % learners.length] ?? '', came: came() })),
    ...Array.from({ length: others }, (_, k) => ({ agency: agenciesThere[k % agenciesThere.length], came: came() })),
  ];
  const there = attendance.filter((one) => one.came !== 'absent').length;
  const counted = (share: number, of: number) => ({ answered: of, good: Math.round((share / 10) * of) });
  const laterOn = workingDayAfter(addDays(heldOn, 96));
  return [
    announced,
    say('courseRegister', heldOn, ago, { session, heldOn, attendance }),
    say('courseEvaluation', heldOn, `${ago} day`, { on: heldOn, session, when: 'onTheDay', ...counted(good, there - 2), words: onTheDay }),
    say('courseEvaluation', laterOn, `${ago} later`, {
      on: laterOn,
      session,
      when: 'threeMonths',
      ...counted(used, Math.round(there * 0.7)),
      ...(used < 3 ? { words: later } : {}),
    }),
  ];
}

/** Needs in the files in which they were seen; places booked in what is to come, by our own and by agencies. */
export function withTraining(files: readonly DemoFile[], staff: DemoStaff, days: Days): readonly DemoFile[] {
  const nth = new Map<string, number>();
  return files.map((file) => {
    const n = nth.get(file.kind) ?? 0;
    nth.set(file.kind, n + 1);
    const more = [...needsIn(file, n, staff, days), ...bookedIn(file, n, staff, days)].filter(({ recordedOn }) => recordedOn <= days.until);
    return more.length === 0 ? file : { ...file, entries: [...file.entries, ...more] };
  });
}

function needsIn(file: DemoFile, n: number, { members }: DemoStaff, days: Days): readonly DemoEntry[] {
  const [first] = file.entries;
  if (first === undefined) return [];
  const on = dayOf(days, 20 + ((n * 37) % 300));
  const say = (shared: DemoEntry['shared']): DemoEntry => {
    const by = members.find(({ member }) => member === first.recordedBy)?.member ?? first.recordedBy;
    return entryOf({
      entry: idFrom('entry', file.file, 'trainingNeed', n),
      step: 'trainingNeed',
      on,
      of: file.file,
      by,
      shared: { on, ...shared },
    });
  };
  if (on <= first.happenedOn) return [];
  const left = file.entries.some(({ step }) => step === 'employmentEnd' || step === 'staffSupervisionEnd');
  if (file.kind === 'staff')
    return n % 6 === 1 && !left ? [say({ topic: needs.staff[((n / 6) % needs.staff.length) | 0] ?? 'fathers' })] : [];
  if (file.kind === 'auditProgramme') return needs.auditProgramme[n] === undefined ? [] : [say(needs.auditProgramme[n])];
  return file.kind === 'caseReview' && n === 0 ? [say(needs.caseReview[0])] : [];
}

const toCome = courses.flatMap((course) => course.held.filter((ago) => ago < 0).map((ago) => ({ course, ago })));

function bookedIn(file: DemoFile, n: number, { partners }: DemoStaff, days: Days): readonly DemoEntry[] {
  const on = dayOf(days, 12);
  const last = file.entries.at(-1);
  if (file.file === trainingGroup) {
    return toCome
      .filter(({ course }) => course.agencyPlaces !== undefined)
      .flatMap(({ course, ago }) =>
        (['police', 'schools'] as const).map((agency, k) =>
          entryOf({
            entry: idFrom('entry', file.file, 'agencyPlaces', agency, course.title),
            step: 'agencyPlaces',
            on,
            of: file.file,
            by: k === 0 ? partners.police : partners.business,
            shared: {
              on,
              agency,
              course: course.title,
              session: sessionOf(course, ago),
              heldOn: dayOf(days, ago),
              places: k === 0 ? 2 : Math.min(3, (course.agencyPlaces ?? 0) - 2),
            },
          }),
        ),
      );
  }
  const isHere =
    file.kind === 'staff' && n % 9 === 4 && !file.entries.some(({ step }) => step === 'employmentEnd' || step === 'staffSupervisionEnd');
  const chosen = toCome[n % toCome.length];
  if (!isHere || chosen === undefined || last === undefined || file.subject === undefined) return [];
  const { course, ago } = chosen;
  const shared = { on, course: course.title, session: sessionOf(course, ago), heldOn: dayOf(days, ago) };
  return [
    entryOf({ entry: idFrom('entry', file.file, 'trainingBooking'), step: 'trainingBooking', on, of: file.file, by: file.subject, shared }),
  ];
}
