import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Paging, type Page } from '../../components/paging.tsx';
import type { ComparedReturn, WhoBetween } from '../../parts.ts';
import { Linked } from './linked.tsx';
import { kindOfWhom, WhoChangedWhat } from './who-changed.tsx';

/** A page of what was compared. `at`: where the whole is, a page at a time; absent of files that were sent, which are not kept. */
export type ComparedPage = Pick<ComparedReturn, 'with' | 'changes'> & {
  readonly page: Page;
  readonly at?: string;
  /** On the first page. */
  readonly isSame?: boolean;
  readonly who?: WhoBetween;
};

type Props = {
  readonly one: PreparedReturn;
  readonly compared: ComparedPage;
  /** Of staff, by their id. */
  readonly names: ReadonlyMap<string, string>;
};

/** In totals, and child by child. */
export const Compared = ({ one, compared, names }: Props) => {
  const { changes, page, at, who } = compared;
  const shown = changes.children.slice(page.first, page.last);
  return (
    <>
      <InShort one={one} compared={compared} />
      {page.number === 1 ? <Totals totals={changes.totals} /> : null}
      {shown.length === 0 ? null : (
        <CardTable
          caption={`${kindOfWhom(one).one} by ${kindOfWhom(one).one.toLowerCase()}`}
          heads={[kindOfWhom(one).number, one.signedBy === null ? 'As it was prepared' : 'As it was signed', 'What it is compared with']}
          rows={shown.map(({ child, was, now }) => [<Linked one={one} child={child} />, <Lines lines={was} />, <Lines lines={now} />])}
        />
      )}
      {at === undefined && page.of > 1 ? (
        <p class="govuk-body">
          And {(changes.children.length - page.last).toLocaleString('en-GB')} more: compare again and ask for all of it as CSV.
        </p>
      ) : null}
      {who === undefined || shown.length === 0 ? null : <WhoChangedWhat one={one} who={who} names={names} />}
      {at === undefined || shown.length === 0 ? null : (
        <Carried at={at} page={page} what={kindOfWhom(one).all} isTold={who !== undefined} />
      )}
    </>
  );
};

function InShort({ one, compared: { isSame, changes, with: against } }: Pick<Props, 'one' | 'compared'>) {
  const { one: single, all } = kindOfWhom(one);
  const n = changes.children.length;
  return (
    <div class="govuk-inset-text" role="status">
      {isSame === undefined ? null : (
        <p class="govuk-body">
          {isSame
            ? 'The record as it was known then gives this file today, byte for byte.'
            : 'The record as it was known then gives another file today: something has been destroyed since, or this version builds it otherwise. The file stays as it was.'}
        </p>
      )}
      <p class="govuk-body">
        {n === 0
          ? `Compared with ${against}: nothing differs of any ${single.toLowerCase()}.`
          : `Compared with ${against}: it differs of ${n.toLocaleString('en-GB')} ${(n === 1 ? single : all).toLowerCase()}.`}
      </p>
    </div>
  );
}

const Totals = ({ totals }: Pick<ComparedReturn['changes'], 'totals'>) => (
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
);

type CarriedProps = { readonly at: string; readonly page: Page; readonly what: string; readonly isTold: boolean };

/** The next of them, and all of them to carry away. */
const Carried = ({ at, page, what, isTold }: CarriedProps) => {
  const [path, query] = at.split('?');
  return (
    <>
      <Paging page={page} link={(number) => `${at}&page=${number}`} of="what was compared" what={what} />
      <p class="govuk-body">
        All of it{isTold ? ', with who changed what' : ''}:{' '}
        <a class="govuk-link" href={`${path}/changed?${query}&as=csv`}>
          as CSV
        </a>
        {' · '}
        <a class="govuk-link" href={`${path}/changed?${query}&as=xlsx`}>
          as Excel
        </a>
      </p>
    </>
  );
};

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
