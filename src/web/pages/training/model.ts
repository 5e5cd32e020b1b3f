import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { boardPeople } from '../../../kernel/step/permission.ts';
import { coursesOf, mandatoryIn, type Course, type CourseSession } from '../../../oversight/training/courses.ts';
import { trainingOwed, type Owed } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { Booked, Trained } from '../../../record/training.ts';
import type { Member, WebParts } from '../../parts.ts';

/** One of those whose training the reader is told of: what they owe, what they have come to, what is booked. */
export type Learner = {
  readonly member: Member;
  readonly owed: readonly Owed[];
  readonly trained: readonly Trained[];
  readonly booked: ReadonlySet<string>;
};

/** A session that is still to come, with the places that are left: of ours and of other agencies. */
export type ToCome = { readonly course: Course; readonly session: CourseSession; readonly free: number; readonly agencyFree: number };

export type TrainingModel = {
  readonly today: LocalDate;
  readonly courses: readonly Course[];
  readonly toCome: readonly ToCome[];
  readonly bookings: readonly Booked[];
  /** Absent: a partner, who has no staff file here. */
  readonly own: Learner | undefined;
  readonly supervised: readonly Learner[];
  /** The agencies for which the reader may book, by the body to which a course answers; undefined within: for all. */
  readonly speaksFor: ReadonlyMap<string, readonly string[] | undefined>;
};

export async function trainingOf(parts: WebParts, session: Session, today: LocalDate): Promise<TrainingModel> {
  const ofBoards = session.roles.some((role) => boardPeople.some((one) => one === role));
  const [entries, bookings, trained, started, supervised, members] = await Promise.all([
    parts.record.courses(session),
    parts.record.courseBookings(session),
    parts.record.trained(session),
    parts.record.startedHere(session),
    parts.record.supervised(session),
    parts.members.all(session),
  ]);
  const courses = coursesOf(entries);
  const learners = supervised.flatMap(({ member: id }): readonly Learner[] => {
    const member = members.find((one) => one.id === id);
    return member === undefined ? [] : [learnerOf(member, courses, { trained, started, bookings })];
  });
  return {
    today,
    courses,
    toCome: toComeOf(courses, bookings, today),
    bookings,
    own: learners.find(({ member }) => member.id === session.actor),
    supervised: learners.filter(({ member }) => member.id !== session.actor).toSorted((a, b) => a.member.name.localeCompare(b.member.name)),
    speaksFor: ofBoards ? await speaksFor(parts, session, courses) : new Map(),
  };
}

type Told = {
  readonly trained: readonly Trained[];
  readonly started: ReadonlyMap<string, LocalDate>;
  readonly bookings: readonly Booked[];
};

function learnerOf(member: Member, courses: readonly Course[], { trained: all, started, bookings }: Told): Learner {
  const trained = all.filter((one) => one.member === member.id);
  return {
    member,
    trained: trained.toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)),
    owed: trainingOwed(mandatoryIn(courses), trained, member.roles, started.get(member.id)),
    booked: new Set(bookings.flatMap((one) => (one.member === member.id ? [one.session] : []))),
  };
}

const takenIn = (bookings: readonly Booked[], session: string, ofAgency: boolean): number =>
  bookings.reduce((sum, one) => (one.session === session && (one.agency !== undefined) === ofAgency ? sum + one.places : sum), 0);

export const toComeOf = (courses: readonly Course[], bookings: readonly Booked[], today: LocalDate): readonly ToCome[] =>
  courses
    .filter(({ closed }) => closed === undefined)
    .flatMap((course) =>
      course.sessions
        .filter(({ heldOn, isOff }) => heldOn >= today && !isOff)
        .map((session) => ({
          course,
          session,
          free: session.places - session.agencyPlaces - takenIn(bookings, session.entry, false),
          agencyFree: session.agencyPlaces - takenIn(bookings, session.entry, true),
        })),
    )
    .toSorted((a, b) => a.session.heldOn.localeCompare(b.session.heldOn));

/** For whom the reader may book on the bodies to which courses answer. */
async function speaksFor(parts: WebParts, session: Session, courses: readonly Course[]) {
  const bodies = [...new Set(courses.flatMap(({ body }) => body ?? []))];
  const open = new Set((await parts.record.files(session, 'body')).map(({ file }) => file));
  const told = await Promise.all(
    bodies.filter((body) => open.has(body)).map(async (body) => [body, await parts.record.speaksFor(session, body)] as const),
  );
  return new Map(told.filter(([, agencies]) => agencies?.length !== 0));
}
