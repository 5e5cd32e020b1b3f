import { formatDate } from '../../../kernel/calendar/dates.ts';
import { agencyTitles, agencyWords } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, FilterSelect } from '../../components/form-parts.tsx';
import type { ToCome, TrainingModel } from './model.ts';

/** Places for other agencies: whoever sits on the body for one books its own; the business manager for all. */
export function AgencyPlaces({ csrf, model }: { readonly csrf: string; readonly model: TrainingModel }) {
  const { toCome, speaksFor } = model;
  const open = toCome.filter(({ course, session }) => session.agencyPlaces > 0 && course.body !== undefined && speaksFor.has(course.body));
  return (
    <section aria-labelledby="agencies">
      <h2 class="govuk-heading-m" id="agencies">
        Places for agencies
      </h2>
      {open.length === 0 ? (
        <p class="govuk-body">No session has places for other agencies.</p>
      ) : (
        <CardTable
          caption="Places for agencies"
          captionClasses="govuk-visually-hidden"
          heads={['Course', 'Day', 'Free', 'Booked', 'Then']}
          rows={open.map((one) => [
            one.course.title,
            formatDate(one.session.heldOn),
            one.agencyFree > 0 ? `${one.agencyFree} of ${one.session.agencyPlaces}` : 'full',
            bookedWords(model, one),
            <BookFor csrf={csrf} one={one} agencies={speaksFor.get(one.course.body ?? '')} />,
          ])}
        />
      )}
    </section>
  );
}

const bookedWords = ({ bookings, speaksFor }: TrainingModel, { course, session }: ToCome): string => {
  const own = speaksFor.get(course.body ?? '');
  return (
    bookings
      .filter((one) => one.session === session.entry && one.agency !== undefined && (own === undefined || own.includes(one.agency)))
      .map(({ agency, places }) => `${agencyWords(agency)}: ${places}`)
      .join('; ') || 'none'
  );
};

type BookProps = { readonly csrf: string; readonly one: ToCome; readonly agencies: readonly string[] | undefined };

const BookFor = ({ csrf, one: { session, course }, agencies = Object.keys(agencyTitles) }: BookProps) => (
  <form method="post" action="/training/places" class="sl-filters sl-filters--plain">
    <CsrfField token={csrf} />
    <input type="hidden" name="session" value={session.entry} />
    {agencies.length === 1 ? (
      <input type="hidden" name="agency" value={agencies[0]} />
    ) : (
      <FilterSelect
        id={`agency-${session.entry}`}
        name="agency"
        label="Agency"
        value=""
        options={agencies.map((value) => ({ value, label: agencyWords(value) }))}
      />
    )}
    <div class="sl-filter">
      <label class="govuk-label sl-label" for={`places-${session.entry}`}>
        Places<span class="govuk-visually-hidden">, {course.title}</span>
      </label>
      <input class="govuk-input govuk-input--width-2" id={`places-${session.entry}`} name="places" inputMode="numeric" autocomplete="off" />
    </div>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Book{agencies.length === 1 ? ` for: ${agencyWords(agencies[0])}` : ''}
      <span class="govuk-visually-hidden">, {course.title}</span>
    </button>
  </form>
);
