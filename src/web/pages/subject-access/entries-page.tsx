import type { Problem } from '../../../kernel/step/outcome.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink, InsetText, NotificationBanner } from '../../components/notices.tsx';
import { Paging, type Page } from '../../components/paging.tsx';
import type { GivenForm } from '../../memory.ts';
import { EntryCard } from './entry-card.tsx';
import { Everywhere } from './everywhere.tsx';
import type { Known } from './people-named.ts';
import { countsOf, type ReadEntry, type RequestRead } from './request-read.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly read: RequestRead;
  readonly known: Known;
  readonly shown: readonly ReadEntry[];
  readonly page: Page;
  /** Only what nobody has decided is shown. */
  readonly isUndecidedOnly: boolean;
  readonly mayDecide: boolean;
  readonly isKept: boolean;
  readonly given: GivenForm | undefined;
  readonly problems: readonly Problem[];
};

export const addressOf = ({ record, request }: Pick<RequestRead, 'record' | 'request'>): string =>
  `/children/${record.person}/subject-access/${request.entry}`;

/** The record, entry by entry, for whoever decides what of it is disclosed. */
export function EntriesPage(props: Props) {
  const { frame, csrf, read, shown, page, isUndecidedOnly, mayDecide, isKept, problems } = props;
  const at = addressOf(read);
  const { all, decided } = countsOf(read);
  const link = (number: number): string => `${at}/entries?page=${number}${isUndecidedOnly ? '&show=undecided' : ''}`;
  return (
    <Layout frame={frame} title="What is disclosed" wide problems={problems}>
      <BackLink text="Subject access" href={`/children/${read.record.person}/subject-access`} />
      {isKept ? <NotificationBanner titleText="Kept" text="Your decisions are kept." role="alert" classes="sl-notice" /> : null}
      <h1 class="govuk-heading-l">What is disclosed to {read.request.answers.asker}</h1>
      <p class="govuk-body">
        {decided.toLocaleString('en-GB')} of {all.toLocaleString('en-GB')} entries decided
      </p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`${at}/entries${isUndecidedOnly ? '' : '?show=undecided'}`}>
            {isUndecidedOnly ? 'Show all entries' : 'Show what is not decided'}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="#everywhere">
            Names and words blacked out in every entry: {read.decided.everywhere.length}
          </a>
        </li>
      </ul>
      {shown.length === 0 ? <InsetText text="Every entry is decided." /> : null}
      <form method="post" action={link(page.number)} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="statement" value={crypto.randomUUID()} />
        <input type="hidden" name="seen" value={read.decided.latest?.entry ?? ''} />
        {shown.map((entry) => (
          <EntryCard
            entry={entry}
            person={read.record.person}
            known={props.known}
            everywhere={read.decided.everywhere}
            nameOf={read.nameOf}
            given={props.given}
            mayDecide={mayDecide}
            problems={problems}
          />
        ))}
        {mayDecide && shown.length > 0 ? (
          <div class="govuk-button-group">
            <Button text="Keep these decisions" name="stage" value="keep" preventDoubleClick />
            <Button
              text="Keep, and disclose the others here in which nothing was found"
              name="stage"
              value="rest"
              classes="govuk-button--secondary"
              preventDoubleClick
            />
          </div>
        ) : null}
        <Everywhere {...props} />
      </form>
      <Paging page={page} link={link} of="the record" what="Entries" />
    </Layout>
  );
}
