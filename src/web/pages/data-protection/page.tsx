import { dayInEngland, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { mostWatched, type Watched } from '../../../record/data-protection.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { Words } from '../../components/field-parts.tsx';
import { FilterDate } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { counted, formatInstant, lateBy } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly watched: readonly Watched[];
  readonly from: LocalDate;
  readonly today: LocalDate;
  readonly nameOf: (member: string | null) => string;
};
type Of<K extends Watched['kind']> = Extract<Watched, { readonly kind: K }>;
type Asked = Of<'copyAsked' | 'rectification'>;

const left = { subjectAccessRelease: 'Copy for a subject access request', documentReleased: 'Document for somebody outside' } as const;
const ended = { waits: 'Waits for a second person', destroyed: 'Destroyed', withdrawn: 'Withdrawn' } as const;

export function DataProtectionPage({ frame, watched, from, today, nameOf }: Props) {
  const of = <K extends Watched['kind']>(...kinds: readonly K[]) =>
    watched.filter((one): one is Of<K> => kinds.some((kind) => kind === one.kind));
  return (
    <Layout frame={frame} title="Data protection" wide>
      <h1 class="govuk-heading-l sl-tight">Data protection</h1>
      <p class="govuk-body">
        Since {formatDate(from)}, and what waits from before. No record is opened from here, and nobody is named whose record it is: its
        number begins as it stands here, and is whole in the address of its page, where whoever may open it reads it.
      </p>
      {watched.length < mostWatched ? null : (
        <p class="govuk-inset-text">
          There may be more than is told here: what was done first is left out, and nothing that waits. Choose a later day.
        </p>
      )}
      <From from={from} />
      <Section id="copies" heading="Copies of records that were asked for" asked={of('copyAsked')} today={today} />
      <Section id="rectifications" heading="Requests that a record be put right" asked={of('rectification')} today={today} />
      <Table
        heading="Restricted records opened by somebody not named for them"
        heads={['Record', 'When', 'By']}
        rows={of('glassBroken').map((one) => [one.record, formatInstant(one.at), nameOf(one.by)])}
      />
      <Table
        heading="Destruction"
        heads={['Record', 'What became of it', 'Asked', 'By', 'And by', 'Ground']}
        rows={of('destruction').map((one) => [
          one.record,
          one.endedOn === null ? ended[one.how] : `${ended[one.how]}, ${formatDate(one.endedOn)}`,
          formatInstant(one.at),
          nameOf(one.by),
          nameOf(one.second),
          one.told.ground,
        ])}
      />
      <Table
        heading="Emergency copies"
        heads={['Copy', 'For', 'Children', 'Made', 'By', 'Valid until']}
        rows={of('emergencyCopy').map((one) => [
          `Number ${one.told.number}`,
          one.told.recipient,
          one.told.children.toLocaleString('en-GB'),
          formatInstant(one.at),
          nameOf(one.by),
          one.dueOn === null ? '' : formatDate(one.dueOn),
        ])}
      />
      <Table
        heading="Documents and copies that left the record"
        heads={['What', 'When', 'By']}
        rows={of('left').map((one) => [left[one.how], formatInstant(one.at), nameOf(one.by)])}
      />
    </Layout>
  );
}

const From = ({ from }: { readonly from: LocalDate }) => (
  <form method="get" action="/data-protection" class="sl-filters sl-filters--plain" aria-label="Since when">
    <FilterDate id="from" label="Since" value={from} />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Show
    </button>
  </form>
);

const isLate = ({ how, dueOn, endedOn }: Asked, today: LocalDate): boolean =>
  how !== 'ended' && dueOn !== null && (endedOn ?? today) > dueOn;

function Section({
  id,
  heading,
  asked,
  today,
}: {
  readonly id: string;
  readonly heading: string;
  readonly asked: readonly Asked[];
  readonly today: LocalDate;
}) {
  return (
    <div id={id}>
      <Table
        heading={heading}
        said={saidOf(asked, today)}
        heads={['Record', 'Since', 'Answer owed', 'Answered']}
        rows={asked.map((one) => [
          one.record,
          formatDate(dayInEngland(new Date(one.at))),
          one.dueOn === null ? '' : formatDate(one.dueOn),
          <State one={one} today={today} />,
        ])}
      />
    </div>
  );
}

function saidOf(asked: readonly Asked[], today: LocalDate): string {
  const [waiting, answered] = [asked.filter(({ how }) => how === 'waits'), asked.filter(({ how }) => how === 'answered')];
  const late = (some: readonly Asked[]): string => {
    const { length } = some.filter((one) => isLate(one, today));
    return length === 0 ? '' : `, ${length} of them late`;
  };
  return `${counted(answered.length, 'answer')} given${late(answered)}; ${waiting.length} owed${late(waiting)}.`;
}

function State({ one, today }: { readonly one: Asked; readonly today: LocalDate }) {
  if (one.how === 'ended') return <>Ended without an answer{one.endedOn === null ? '' : `, ${formatDate(one.endedOn)}`}</>;
  const late = isLate(one, today) && one.dueOn !== null ? lateBy(one.dueOn, one.endedOn ?? today) : undefined;
  return (
    <>
      {one.endedOn === null ? 'Not yet' : formatDate(one.endedOn)}{' '}
      {late === undefined ? null : <strong class="govuk-tag govuk-tag--red sl-tag">{late}</strong>}
    </>
  );
}

type TableProps = {
  readonly heading: string;
  readonly said?: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (Words | null)[])[];
};

const Table = ({ heading, said, heads, rows }: TableProps) => (
  <>
    <h2 class="govuk-heading-m">{heading}</h2>
    {rows.length === 0 ? <p class="govuk-body">None.</p> : null}
    {rows.length === 0 || said === undefined ? null : <p class="govuk-body">{said}</p>}
    {rows.length === 0 ? null : (
      <CardTable
        caption={heading}
        captionClasses="govuk-visually-hidden"
        heads={heads}
        rows={rows.map((cells) => cells.map((cell) => cell ?? ''))}
      />
    )}
  </>
);
