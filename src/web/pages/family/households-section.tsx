import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { FamilyModel } from './family-model.ts';
import type { ShownHousehold } from './households.ts';

/** Where the child lives and with whom, and where they lived before. A confidential address is not printed. */
export function Households({ model: { households, family, record } }: { readonly model: FamilyModel }) {
  const names = new Map(family.members.map(({ id, name }) => [id, name]));
  const with_ = family.household.filter((id) => id !== record.person).map((id) => names.get(id) ?? '');
  const now = households.filter(({ isNow }) => isNow);
  const before = households.filter(({ isNow }) => !isNow);
  return (
    <section aria-labelledby="household">
      <h2 class="govuk-heading-m" id="household">
        Household and addresses
      </h2>
      {now.length === 0 ? <p class="govuk-body">Where {record.standing.name} lives now is not recorded.</p> : null}
      <ul class="govuk-list">
        {now.map((home) => (
          <Home home={home} together={with_} />
        ))}
      </ul>
      {before.length === 0 ? null : (
        <details class="sl-more" open>
          <summary>Before</summary>
          <ul class="govuk-list">
            {before.map((home) => (
              <Home home={home} together={home.together} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Home({
  home: { address, from, until, isConfidential, uprn },
  together,
}: {
  readonly home: ShownHousehold;
  readonly together: readonly string[];
}) {
  return (
    <li class="sl-fact-card">
      {address === undefined ? (
        <strong>Address withheld: it is shared with somebody whose record is restricted</strong>
      ) : (
        <strong class={isConfidential ? 'sl-not-printed' : undefined}>{address}</strong>
      )}
      {isConfidential ? (
        <strong class="govuk-tag govuk-tag--yellow sl-tag sl-line sl-fit">confidential address: tell nobody, not printed</strong>
      ) : null}
      <span class="sl-due sl-line">
        {formatDate(from)}
        {until === undefined ? '' : ` to ${formatDate(until)}`}
        {uprn === undefined ? '' : `, UPRN ${uprn}`}
      </span>
      {together.length === 0 ? null : <span class="sl-line">With {together.join(', ')}</span>}
    </li>
  );
}
