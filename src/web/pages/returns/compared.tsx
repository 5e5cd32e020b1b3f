import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { ComparedReturn } from '../../parts.ts';
import { Linked } from './linked.tsx';
import { WhoChangedWhat } from './who-changed.tsx';

/** A page of them. */
const most = 200;

/** In totals, and child by child. */
export const Compared = ({
  one,
  compared: {
    isSame,
    changes: { children: changes, totals },
    with: against,
    who,
  },
  names,
}: {
  readonly one: PreparedReturn;
  readonly compared: ComparedReturn;
  /** Of staff, by their id. */
  readonly names: ReadonlyMap<string, string>;
}) => (
  <>
    <div class="govuk-inset-text" role="status">
      <p class="govuk-body">
        {isSame
          ? 'The record as it was known then gives this file today, byte for byte.'
          : 'The record as it was known then gives another file today: something has been destroyed since, or this version builds it otherwise. The file stays as it was.'}
      </p>
      <p class="govuk-body">
        {changes.length === 0
          ? `Compared with ${against}: nothing differs of any child.`
          : `Compared with ${against}: it differs of ${changes.length} ${changes.length === 1 ? 'child' : 'children'}.`}
      </p>
    </div>
    <CardTable
      caption="In totals"
      heads={['What', 'This return', 'What it is compared with', 'More or fewer']}
      rows={totals.map(({ what, was, now }) => [
        what,
        String(was),
        String(now),
        was === now ? 'the same' : was > now ? `${was - now} more` : `${now - was} fewer`,
      ])}
    />
    {changes.length === 0 ? null : (
      <CardTable
        caption="Child by child"
        heads={['Number of the child', one.signedBy === null ? 'As it was prepared' : 'As it was signed', 'What it is compared with']}
        rows={changes
          .slice(0, most)
          .map(({ child, was, now }) => [<Linked one={one} child={child} />, <Lines lines={was} />, <Lines lines={now} />])}
      />
    )}
    {changes.length <= most ? null : <p class="govuk-body">And {changes.length - most} more.</p>}
    {who === undefined || changes.length === 0 ? null : <WhoChangedWhat who={who} names={names} total={changes.length} />}
  </>
);

export const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? (
    <>–</>
  ) : (
    <ul class="govuk-list sl-tight">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
