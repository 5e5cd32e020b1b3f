import { formatDate } from '../../../kernel/calendar/dates.ts';
import { coursesOf, type Course, type CourseSession } from '../../../oversight/training/courses.ts';
import { agencyWords, topicWords } from '../../../practice/pathway.ts';
import type { PracticeFound, Booked } from '../../../record/training.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { ChildModel } from '../child/child.ts';
import { PeopleNamed, type NamedProps } from '../files/people-named.tsx';
import { mayRecord, Then } from '../safeguarding-board/part.tsx';
import { Cautions, changedSinceCourse, PracticeWords, saidWords, standardWords } from './practice-words.tsx';

type Props = NamedProps & { readonly bookings: readonly Booked[]; readonly found: readonly PracticeFound[] };

/** A course as it stands in its file: what it is for, its sessions with who has booked, and whether practice is otherwise since. */
export function CourseSection({ bookings, found, ...named }: Props) {
  const { record } = named.file;
  const entries = record.history.map(({ entry, step, happenedOn, answers }) => ({
    file: record.person,
    title: record.standing.name,
    entry,
    step,
    happenedOn,
    answers,
  }));
  const [course] = coursesOf(entries);
  return (
    <>
      {course === undefined ? (
        <p class="govuk-body">It is not said yet what the course is for.</p>
      ) : (
        <WhatFor course={course} found={found} />
      )}
      {course === undefined ? null : <Sessions course={course} file={named.file} bookings={bookings} />}
      <PeopleNamed {...named} openers="Heads of service, the business manager of the partners, and the people named for it:" />
    </>
  );
}

function WhatFor({ course, found }: { readonly course: Course; readonly found: readonly PracticeFound[] }) {
  const changed = changedSinceCourse(course, found);
  return (
    <section aria-labelledby="for">
      <h2 class="govuk-heading-m" id="for">
        What it is for
      </h2>
      <p class="govuk-body">
        {topicWords(course.topic)}. {course.aim}
      </p>
      <dl class="govuk-summary-list">
        <Line name="Standard of the audits" value={course.standard === undefined ? 'none was named' : standardWords(course.standard)} />
        <Line name="On the day: found it good" value={saidWords(course, 'onTheDay')} />
        <Line name="Three months on: have used it" value={saidWords(course, 'threeMonths')} />
        <Line name="Did practice change?" value={<PracticeWords changed={changed} />} />
      </dl>
      <Cautions changed={changed} />
    </section>
  );
}

const Line = ({ name, value }: { readonly name: string; readonly value: string | preact.JSX.Element }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{value}</dd>
  </div>
);

type SessionsProps = { readonly course: Course; readonly file: ChildModel; readonly bookings: readonly Booked[] };

const Sessions = ({ course, file, bookings }: SessionsProps) => (
  <section aria-labelledby="sessions">
    <h2 class="govuk-heading-m" id="sessions">
      Sessions
    </h2>
    {course.sessions.length === 0 ? (
      <p class="govuk-body">None is announced.</p>
    ) : (
      <CardTable
        caption="Sessions, the latest first"
        captionClasses="govuk-visually-hidden"
        heads={['Day', 'Booked', 'Came', 'Then']}
        rows={course.sessions.map((session) => [
          formatDate(session.heldOn),
          <BookedBy session={session} file={file} bookings={bookings.filter((one) => one.session === session.entry)} />,
          session.isOff ? 'called off' : session.came === undefined ? 'not on record' : cameWords(session),
          <Next session={session} file={file} bookings={bookings.filter((one) => one.session === session.entry)} />,
        ])}
      />
    )}
  </section>
);

const cameWords = ({ came = [] }: CourseSession): string => {
  const of = (how: boolean): number => came.reduce((sum, one) => ((one.came !== 'absent') === how ? sum + one.people : sum), 0);
  return `${of(true)} of ${of(true) + of(false)}`;
};

const nameOf = ({ links }: ChildModel, member: string): string =>
  links.member.find(({ value }) => value === member)?.label ?? 'somebody who has left';

function BookedBy({
  session,
  file,
  bookings,
}: {
  readonly session: CourseSession;
  readonly file: ChildModel;
  readonly bookings: readonly Booked[];
}) {
  const taken = bookings.reduce((sum, { places }) => sum + places, 0);
  const who = bookings.map(({ member, agency, places }) =>
    agency === undefined ? (member === undefined ? 'somebody' : nameOf(file, member)) : `${agencyWords(agency)}: ${places}`,
  );
  return (
    <>
      {taken} of {session.places}
      {who.length === 0 ? null : <span class="sl-due sl-line">{who.join('; ')}</span>}
    </>
  );
}

/** The register is one form, with a line for each place that is booked. */
export function registerWith(session: string, heldOn: string, bookings: readonly Booked[]): URLSearchParams {
  const lines = bookings.flatMap(({ member, agency, places }): readonly Readonly<Record<string, string>>[] =>
    agency === undefined ? (member === undefined ? [] : [{ member }]) : Array.from({ length: places }, () => ({ agency })),
  );
  const asked = new URLSearchParams({ session, heldOn });
  for (const [n, line] of lines.entries()) for (const [name, value] of Object.entries(line)) asked.set(`attendance.${n}.${name}`, value);
  return asked;
}

type NextProps = { readonly session: CourseSession; readonly file: ChildModel; readonly bookings: readonly Booked[] };

function Next({ session, file, bookings }: NextProps) {
  const { entry, heldOn, isOff, came, evaluated } = session;
  const day = formatDate(heldOn);
  if (isOff) return null;
  if (came === undefined) {
    if (heldOn > file.known.today)
      return mayRecord(file, 'courseSessionEnd') ? (
        <Then
          file={file.record.person}
          step="courseSessionEnd"
          query={new URLSearchParams({ session: entry })}
          words="Call it off"
          of={day}
        />
      ) : null;
    return mayRecord(file, 'courseRegister') ? (
      <Then
        file={file.record.person}
        step="courseRegister"
        query={registerWith(entry, heldOn, bookings)}
        words="Record who came"
        of={day}
      />
    ) : null;
  }
  const next = (['onTheDay', 'threeMonths'] as const).find((when) => !evaluated.some((one) => one.when === when));
  return next === undefined || !mayRecord(file, 'courseEvaluation') ? null : (
    <Then
      file={file.record.person}
      step="courseEvaluation"
      query={new URLSearchParams({ session: entry, when: next })}
      words={next === 'onTheDay' ? 'Count what they said on the day' : 'Count what they say three months on'}
      of={day}
    />
  );
}
