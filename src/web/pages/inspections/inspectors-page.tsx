import { formatDate } from '../../../kernel/calendar/dates.ts';
import { mostInspected, type Inspected, type Inspector } from '../../../record/inspectors.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { Input } from '../../components/text-input.tsx';
import { formatInstant } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly inspectors: readonly Inspector[];
  readonly opened: readonly Inspected[];
  /** Whose record it is, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What was sent and not taken, of which inspector, and why. */
  readonly again?: { readonly member: string; readonly from: string; readonly to: string; readonly problem: string };
};

/** For heads of service: who is let in, when, and what they have opened. */
export const InspectorsPage = (props: Props) => (
  <Layout
    frame={props.frame}
    title="Inspectors"
    problems={props.again === undefined ? [] : problemsOf(`from-${props.again.member}`, props.again.problem)}
    wide
  >
    <BackLink text="Inspection and improvement" href="/inspections" />
    <h1 class="govuk-heading-l">Inspectors</h1>
    <p class="govuk-body">
      An inspector’s account opens for the weeks that you give it, eight at most. It reads of children what practitioners read, except what
      lawyers are asked and advise, and writes nothing. It has Annex A of any day. Files of staff are closed to it. Restricted records stay
      with the people named for them: name the inspector too where they must see one.
    </p>
    {props.inspectors.length === 0 ? (
      <p class="govuk-body">There is no account of an inspector. An administrator adds one.</p>
    ) : (
      props.inspectors.map((inspector) => <Weeks {...props} inspector={inspector} />)
    )}
    <Trail {...props} title="What they have opened" who />
  </Layout>
);

/** For an inspector: their weeks, and what is kept of what they do. */
export const OwnInspectionPage = (props: Props) => (
  <Layout frame={props.frame} title="What I have opened" wide>
    <h1 class="govuk-heading-l">What I have opened</h1>
    <p class="govuk-body">
      You read the records of children, from the board, from the lists behind each of its figures and from Annex A; you record nothing. Each
      record that you open is kept with the time and your reason: heads of service see this list, and so does everyone who opens the record.
    </p>
    {props.inspectors.map(({ weeks }) =>
      weeks === undefined ? null : (
        <p class="govuk-body">
          Your account is open from {formatDate(weeks.from)} to {formatDate(weeks.to)}.
        </p>
      ),
    )}
    <Trail {...props} title="Records opened" />
  </Layout>
);

const Weeks = ({ csrf, inspector: { member, name, weeks }, again }: Props & { readonly inspector: Inspector }) => {
  const given = again?.member === member ? again : undefined;
  const day = { attributes: { type: 'date' }, classes: 'govuk-input--width-10' };
  return (
    <section aria-labelledby={`of-${member}`}>
      <h2 class="govuk-heading-m" id={`of-${member}`}>
        {name}
      </h2>
      <p class="govuk-body">{weeks === undefined ? 'Closed' : `Open from ${formatDate(weeks.from)} to ${formatDate(weeks.to)}`}</p>
      <form method="post" action="/inspections/inspectors" class="sl-filters sl-filters--plain">
        <CsrfField token={csrf} />
        <input type="hidden" name="member" value={member} />
        <Input name="from" id={`from-${member}`} label={{ text: 'First day' }} value={given?.from} {...day} />
        <Input name="to" id={`to-${member}`} label={{ text: 'Last day' }} value={given?.to} {...day} />
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Let in<span class="govuk-visually-hidden"> {name}</span>
        </button>
        {weeks === undefined ? null : (
          <button class="govuk-button govuk-button--secondary sl-button" type="submit" name="over" value="1">
            End it now<span class="govuk-visually-hidden"> for {name}</span>
          </button>
        )}
      </form>
    </section>
  );
};

const Trail = ({ inspectors, opened, names, title, who }: Props & { readonly title: string; readonly who?: true }) => (
  <section aria-labelledby="opened">
    <h2 class="govuk-heading-m" id="opened">
      {title}
    </h2>
    {opened.length < mostInspected ? null : (
      <p class="govuk-body">The latest {mostInspected} are shown. Who has opened a record stands in the record, from the first on.</p>
    )}
    {opened.length === 0 ? (
      <p class="govuk-body">Nothing yet.</p>
    ) : (
      <CardTable
        caption={`${title}, the latest first`}
        captionClasses="govuk-visually-hidden"
        heads={['When', ...(who ? ['Who'] : []), 'Whose record', 'Why']}
        rows={opened.map(({ member, person, openedAt, reason }) => [
          formatInstant(openedAt),
          ...(who ? [inspectors.find((one) => one.member === member)?.name ?? 'an inspector who has left'] : []),
          names.has(person) ? (
            <a class="govuk-link" href={`/children/${person}`}>
              {names.get(person)}
            </a>
          ) : (
            'A record that is closed to you, a file, or no more'
          ),
          reason,
        ])}
      />
    )}
  </section>
);
