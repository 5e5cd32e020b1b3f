import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { fileKinds } from '../../../kernel/step/file-kind.ts';
import { takeUpOf, type Course, type NeededTopic } from '../../../oversight/training/courses.ts';
import { fewest } from '../../../oversight/statistics/small-numbers.ts';
import { agencyWords, topicWords } from '../../../practice/pathway.ts';
import type { PracticeFound } from '../../../record/training.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { counted } from '../../said-dates.ts';
import { Cautions, changedSinceCourse, PracticeWords, saidWords, standardWords } from './practice-words.tsx';

type Props = {
  readonly frame: Frame;
  readonly today: LocalDate;
  readonly courses: readonly Course[];
  readonly needs: readonly NeededTopic[];
  readonly found: readonly PracticeFound[];
  /** The reader answers for training, or sits where courses answer. */
  readonly isTold: boolean;
};

/** The page of whoever answers for training: what people need to learn, what was held for it, and whether practice is otherwise since. Totals alone. */
export const TrainingResultsPage = ({ frame, today, courses, needs, found, isTold }: Props) => (
  <Layout frame={frame} title="What training comes to" wide>
    <BackLink text="Training" href="/training" />
    <h1 class="govuk-heading-l">What training comes to</h1>
    {isTold ? (
      <Needs needs={needs} />
    ) : (
      <p class="govuk-body">
        Needs, and what auditors find, are told to heads of service, to the business manager and to whoever sits on a body to which courses
        answer.
      </p>
    )}
    <Courses courses={courses} found={found} isTold={isTold} />
    <p class="govuk-body sl-due">As of {formatDate(today)}. Totals alone: nobody is named here, and a few are not counted.</p>
  </Layout>
);

const fewOr = (n: number): string => (n > 0 && n < fewest ? `fewer than ${fewest}` : String(n));

const Needs = ({ needs }: { readonly needs: readonly NeededTopic[] }) => (
  <section aria-labelledby="needs">
    <h2 class="govuk-heading-m" id="needs">
      What people need to learn
    </h2>
    {needs.length === 0 ? (
      <p class="govuk-body">
        No need was recorded in the last twelve months. It is recorded where it is seen: in a staff file, an audit, a review or a body.
      </p>
    ) : (
      <CardTable
        caption="Needs of the last twelve months, the most frequent first"
        heads={['Topic', 'Seen in', 'In their words', 'Course']}
        rows={needs.map(({ topic, bySource, said, courses }) => [
          topicWords(topic),
          [...bySource].map(([kind, n]) => (
            <span class="sl-line">
              {kindWords(kind)}: {kind === 'staff' ? fewOr(n) : n}
            </span>
          )),
          said.slice(0, 3).map(({ need, file, kind, raisedOn }) => (
            <span class="sl-line">
              {need}{' '}
              <span class="sl-due">
                {file === undefined ? (
                  kindWords(kind)
                ) : (
                  <a class="govuk-link" href={`/files/${file}`}>
                    {kindWords(kind)}
                  </a>
                )}
                , {formatDate(raisedOn)}
              </span>
            </span>
          )),
          courses.map(({ title }) => title).join('; ') || <strong class="govuk-tag govuk-tag--yellow sl-tag">none yet</strong>,
        ])}
      />
    )}
  </section>
);

const kinds: Readonly<Record<string, string>> = fileKinds;
const kindWords = (kind: string): string => kinds[kind] ?? 'A file';

const Courses = ({ courses, found, isTold }: Pick<Props, 'courses' | 'found' | 'isTold'>) => (
  <section aria-labelledby="courses">
    <h2 class="govuk-heading-m" id="courses">
      Courses
    </h2>
    {courses.length === 0 ? (
      <p class="govuk-body">No course is on record.</p>
    ) : (
      <CardTable
        caption="Courses"
        captionClasses="govuk-visually-hidden"
        heads={['Course', 'Came', 'On the day: good', 'Three months on: used', ...(isTold ? ['Did practice change?'] : [])]}
        rows={courses.map((course) => [
          <>
            {course.title}
            <span class="sl-due sl-line">
              {course.closed === undefined
                ? course.standard === undefined
                  ? topicWords(course.topic)
                  : standardWords(course.standard)
                : `Ended on ${formatDate(course.closed.on)}: ${course.closed.why}`}
            </span>
          </>,
          <TakeUp course={course} />,
          saidWords(course, 'onTheDay'),
          saidWords(course, 'threeMonths'),
          ...(isTold ? [<PracticeWords changed={changedSinceCourse(course, found)} />] : []),
        ])}
      />
    )}
    {isTold ? <Cautions changed={undefined} /> : null}
  </section>
);

function TakeUp({ course }: { readonly course: Course }) {
  const { held, came, places, byAgency } = takeUpOf(course);
  return held === 0 ? (
    <>not held yet</>
  ) : (
    <>
      {fewOr(came)} of {places}, in {counted(held, 'session')}
      {byAgency.size === 0 ? null : (
        <span class="sl-due sl-line">
          {[...byAgency]
            .toSorted(([a], [b]) => agencyWords(a).localeCompare(agencyWords(b)))
            .map(([agency, n]) => `${agencyWords(agency)}: ${fewOr(n)}`)
            .join('; ')}
        </span>
      )}
    </>
  );
}
