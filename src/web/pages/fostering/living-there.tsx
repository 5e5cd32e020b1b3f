import { ageAt, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { counted } from '../../said-dates.ts';

type Props = { readonly children: readonly ListedChild[]; readonly used: number; readonly today: LocalDate };

/** Who lives with these carers, as far as the reader’s lists show the children; of others the number alone. */
export function LivingThere({ children, used, today }: Props) {
  const unseen = Math.max(0, used - children.length);
  return (
    <section aria-labelledby="living-there">
      <h2 class="govuk-heading-m" id="living-there">
        Children who live there
      </h2>
      {children.length === 0 ? null : (
        <CardTable
          caption="Children who live there"
          captionClasses="govuk-visually-hidden"
          heads={['Child', 'Age', 'Since']}
          rows={children.map(({ person, standing }) => [
            <PersonLink person={person}>{standing.name}</PersonLink>,
            standing.bornOn === undefined ? 'Not known' : String(ageAt(standing.bornOn, today)),
            standing.placementSince === undefined ? '' : formatDate(standing.placementSince),
          ])}
        />
      )}
      {children.length === 0 && unseen === 0 ? (
        <p class="govuk-body">No child is on record as living there. A placement that names this file is counted here.</p>
      ) : null}
      {unseen === 0 ? null : (
        <p class="govuk-body">
          {children.length === 0 ? '' : 'And '}
          {counted(unseen, 'child', 'children')} whose placement names these carers by name alone, or whom your lists do not show.
        </p>
      )}
    </section>
  );
}
