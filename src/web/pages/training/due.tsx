import { addDays, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { coursesOf, mandatoryIn } from '../../../oversight/training/courses.ts';
import { trainingOwed, type Owed } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { lateOrUntil } from '../../said-dates.ts';

/** A month is long enough to find a session. */
const ahead = 30;

/** What is mandatory for oneself, and late or due within a month. A head of service, who is told of everybody’s, finds it on the page of training. */
export async function ownTrainingDue(parts: WebParts, session: Session, today: LocalDate): Promise<readonly Owed[]> {
  if (session.roles.includes('headOfService')) return [];
  const courses = mandatoryIn(coursesOf(await parts.record.courses(session)));
  if (courses.length === 0) return [];
  const own = (await parts.record.trained(session)).filter(({ member }) => member === session.actor);
  const started = (await parts.record.startedHere(session)).get(session.actor);
  return trainingOwed(courses, own, session.roles, started).filter(({ dueOn }) => dueOn <= addDays(today, ahead));
}

/** In one’s day, where something is due: a reminder, with the page on which a place is booked. */
export const TrainingDue = ({ owed, today }: { readonly owed: readonly Owed[]; readonly today: LocalDate }) =>
  owed.length === 0 ? null : (
    <section aria-labelledby="training">
      <h2 class="govuk-heading-m" id="training">
        Training that is due
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {owed.map(({ title, dueOn }) => (
          <li>
            {title}: {formatDate(dueOn)}, {lateOrUntil(dueOn, today)}.{' '}
            <a class="govuk-link" href="/training">
              Book a place<span class="govuk-visually-hidden">: {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
