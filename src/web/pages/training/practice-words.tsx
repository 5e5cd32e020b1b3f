import { formatDate } from '../../../kernel/calendar/dates.ts';
import { saidOf, type Course } from '../../../oversight/training/courses.ts';
import { practiceChanged, type PracticeChanged } from '../../../oversight/training/practice-changed.ts';
import { countSaid, shareSaid } from '../../../oversight/statistics/said.ts';
import { fewest, pointsAtSomebody } from '../../../oversight/statistics/small-numbers.ts';
import { standards } from '../../../practice/pathway.ts';
import type { PracticeFound } from '../../../record/training.ts';

const standardTitles: Readonly<Record<string, string>> = standards;

export const standardWords = (standard: string): string => standardTitles[standard] ?? 'A standard that is asked no more';

/** Whether practice is otherwise since a course was first held; undefined: it was not held, or is to move no standard. */
export function changedSinceCourse({ file }: Pick<Course, 'file'>, found: readonly PracticeFound[]): PracticeChanged | undefined {
  const own = found.find(({ course }) => course === file);
  return own === undefined ? undefined : practiceChanged(own);
}

const verdictWords: Readonly<Record<PracticeChanged['said'], string>> = {
  better: 'Better since, beyond chance',
  worse: 'Worse since, beyond chance',
  unclear: 'No change that chance alone does not explain',
  tooFew: `Too few audits to say: fewer than ${fewest} children on one side`,
};

const points = (share: number): string => `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.abs(Math.round(100 * share))}`;

/** What auditors found before the course and after it, and how far the difference is certain. Of a few children no number stands there. */
export function PracticeWords({ changed }: { readonly changed: PracticeChanged | undefined }) {
  if (changed === undefined) return <>It is to move no standard of the audits, or was not held yet</>;
  const { before, after, difference, said } = changed;
  const hides = pointsAtSomebody(before) || pointsAtSomebody(after);
  return (
    <>
      {verdictWords[said]}
      {said === 'tooFew' ? null : (
        <span class="sl-due sl-line">
          Confirmed before: {countSaid(before, true)} ({shareSaid(before, true)}); after: {countSaid(after, true)} ({shareSaid(after, true)}
          ).{hides ? '' : ` The difference is between ${points(difference.low)} and ${points(difference.high)} in 100 (95 in 100 certain).`}
        </span>
      )}
    </>
  );
}

/** What those who came said at one time, of all of them together. Of a few nothing is said: they would know who it was. */
export function saidWords(course: Course, when: string): string {
  const { answered, good } = saidOf(course, when);
  if (answered === 0) return 'not asked yet';
  return answered < fewest ? `fewer than ${fewest} answered` : `${Math.round((100 * good) / answered)} in 100 of ${answered}`;
}

export const Cautions = ({ changed }: { readonly changed: PracticeChanged | undefined }) => (
  <p class="govuk-body sl-due">
    {changed === undefined
      ? ''
      : `Audits from ${formatDate(changed.beforeFrom)} until the first session, and from ${formatDate(changed.afterFrom)} to ${formatDate(changed.afterTo)}. `}
    Each child counts once on each side. Other things changed in that time too: this says whether practice is otherwise, and not that the
    course did it.
  </p>
);
