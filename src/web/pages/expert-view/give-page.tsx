import { addDays, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { GivenView } from '../../../record/expert-views.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import type { Member } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly name: string;
  readonly members: readonly Member[];
  readonly entries: readonly { readonly value: string; readonly text: string }[];
  readonly given: readonly GivenView[];
  readonly today: LocalDate;
  readonly problem: string | undefined;
};

/** What an expert from outside is shown of one child, until when; and what was shown before. */
export const GivePage = (props: Props) => (
  <Layout
    frame={props.frame}
    title="Shown to an expert from outside"
    problems={props.problem === undefined ? [] : [{ message: props.problem }]}
  >
    <BackLink text={props.name} href={`/children/${props.person}`} />
    <h1 class="govuk-heading-l">Shown to an expert from outside</h1>
    <p class="govuk-body">
      An expert has an account that opens nothing else: no list, no search, no other record. They see the entries that you choose, until the
      day that you choose, and each time they do so stands under “Who has opened this record”. What lawyers advised is shown to nobody.
    </p>
    <Given {...props} />
    <GiveForm {...props} />
  </Layout>
);

const nameIn = (members: readonly Member[], id: string): string => members.find((one) => one.id === id)?.name ?? 'Somebody';

const Given = ({ csrf, person, members, given, today }: Props) =>
  given.length === 0 ? null : (
    <CardTable
      caption="What was shown"
      heads={['To', 'Entries', 'Until', 'Decided by', 'Now']}
      rows={given.map(({ view, expert, entries, until, givenAt, givenBy, withdrawnAt }) => [
        nameIn(members, expert),
        String(entries),
        formatDate(until),
        `${nameIn(members, givenBy)}, ${formatInstant(givenAt)}`,
        withdrawnAt !== null ? (
          `withdrawn ${formatInstant(withdrawnAt)}`
        ) : until < today ? (
          'over'
        ) : (
          <form method="post" action={`/children/${person}/expert-view/withdraw`}>
            <CsrfField token={csrf} />
            <input type="hidden" name="view" value={view} />
            <button class="govuk-button govuk-button--secondary sl-button sl-tight" type="submit">
              Withdraw<span class="govuk-visually-hidden"> what {nameIn(members, expert)} is shown</span>
            </button>
          </form>
        ),
      ])}
    />
  );

function GiveForm({ csrf, person, members, entries, today }: Props) {
  const experts = members.filter(({ roles }) => roles.length === 0);
  if (experts.length === 0)
    return (
      <p class="govuk-body">
        Nobody from outside has an account. Whoever runs the system adds one without a role:{' '}
        <code>member add NAME --email ADDRESS --outside</code>.
      </p>
    );
  return (
    <form method="post" action={`/children/${person}/expert-view`} noValidate>
      <CsrfField token={csrf} />
      <input type="hidden" name="view" value={crypto.randomUUID()} />
      <Select name="expert" id="expert" label={{ text: 'Expert' }} items={experts.map(({ id, name }) => ({ value: id, text: name }))} />
      <Input
        name="until"
        id="until"
        type="text"
        label={{ text: 'Last day' }}
        hint={{ text: 'As 2026-04-17; within four weeks' }}
        value={addDays(today, 14)}
        classes="govuk-input--width-10"
      />
      <Checkboxes
        name="entry"
        fieldset={{ legend: { text: 'What they see: no more than they need in order to answer', classes: 'govuk-fieldset__legend--s' } }}
        items={entries}
      />
      <button class="govuk-button" type="submit">
        Show these entries
      </button>
    </form>
  );
}
