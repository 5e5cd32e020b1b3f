import { formatDate } from '../../../kernel/calendar/dates.ts';
import { ratings } from '../../../practice/front-door/triage-rating.ts';
import { referralSources } from '../../../vocabulary/cin.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink, RecordLink } from '../../components/offered.tsx';
import { counted, type Looking } from '../../said-dates.ts';
import { kinds, type Kind, type QueueRow } from './queue.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly rows: readonly QueueRow[];
  readonly known: Looking;
  readonly nameOf: (row: QueueRow) => string;
  readonly mayDecide: boolean;
  readonly mayBegin: boolean;
  readonly mayReadNoTeam: boolean;
  readonly recorded: boolean;
};

export const QueuePage = ({ frame, csrf, rows, known, nameOf, mayDecide, mayBegin, mayReadNoTeam, recorded }: Props) => (
  <Layout frame={frame} title="Front door" wide>
    <h1 class="govuk-heading-l sl-tight">Front door</h1>
    {recorded ? (
      <p class="govuk-body" role="status">
        Recorded.
      </p>
    ) : null}
    <p class="govuk-body">
      {rows.length === 0 ? 'Nothing waits.' : `${counted(rows.length, 'thing')} to do, whatever is due first before the others.`}
    </p>
    <Ways mayBegin={mayBegin} mayReadNoTeam={mayReadNoTeam} />
    {rows.length === 0 ? null : (
      <CardTable
        caption="What waits, and for whom"
        captionClasses="govuk-visually-hidden"
        heads={['Children', 'What', 'How soon', 'Since', 'Due', 'Who', 'Do']}
        rows={rows.map((row) => [
          <Children row={row} />,
          <What row={row} />,
          row.rating === undefined ? (row.kind === 'contact' ? 'not rated' : '') : ratingWords(row.rating),
          formatDate(row.since),
          row.clocks[0] === undefined ? '' : <ClockWords clock={row.clocks[0]} known={known} />,
          nameOf(row),
          <Doing row={row} csrf={csrf} mayDecide={mayDecide} />,
        ])}
      />
    )}
  </Layout>
);

/** Where else things arrive from, and wait. */
const Ways = ({ mayBegin, mayReadNoTeam }: Pick<Props, 'mayBegin' | 'mayReadNoTeam'>) => (
  <ul class="govuk-list sl-find">
    {mayBegin ? (
      <>
        <li>
          <a class="govuk-link" href="/front-door/new">
            New person and contact
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/front-door/notifications">
            Police notifications, many at once
          </a>
        </li>
      </>
    ) : null}
    <li>
      <a class="govuk-link" href="/front-door/handover">
        Handover from emergency duty
      </a>
    </li>
    {mayReadNoTeam ? (
      <li>
        <a class="govuk-link" href="/workforce/no-team">
          Children in no team yet
        </a>
      </li>
    ) : null}
    <li>
      <a class="govuk-link" href="/enquiry">
        An enquiry over several families
      </a>
    </li>
  </ul>
);

const Children = ({ row: { children } }: { readonly row: QueueRow }) => (
  <>
    {children.map(({ person, name }) => (
      <PersonLink person={person} classes="sl-line">
        {name}
      </PersonLink>
    ))}
  </>
);

const sources: Readonly<Record<string, string>> = referralSources;
const ratingsBy: Readonly<Record<string, string>> = ratings;
const ratingWords = (code: string): string => (ratingsBy[code] ?? code).split(':')[0] ?? code;

const What = ({ row: { kind, source } }: { readonly row: QueueRow }) => (
  <>
    {kinds[kind]}
    {source === undefined ? null : <span class="sl-due sl-line">{(sources[source] ?? source).split(' – ')[0]}</span>}
  </>
);

/** The step whose form says it in words. */
const forms: Readonly<Record<Kind, { readonly step: string; readonly names?: string; readonly text: string }>> = {
  contact: { step: 'contactDecision', names: 'contact', text: 'Decide otherwise' },
  referral: { step: 'referralDecision', names: 'referral', text: 'Decide otherwise' },
  tell: { step: 'outcomeToReferrer', names: 'about', text: 'Tell' },
  checks: { step: 'agencyCheckAnswer', text: 'Answers' },
  chase: { step: 'contact', text: 'Record what came' },
  handover: { step: 'dutyHandover', names: 'entry', text: 'With words' },
  transfer: { step: 'transferInConference', text: 'Record it' },
};

const oneTouch: Partial<Readonly<Record<Kind, { readonly touch: string; readonly text: string }>>> = {
  contact: { touch: 'accept', text: 'Accept' },
  referral: { touch: 'assess', text: 'Assess' },
  handover: { touch: 'takeOver', text: 'Taken over' },
};

function Doing({ row, csrf, mayDecide }: { readonly row: QueueRow; readonly csrf: string; readonly mayDecide: boolean }) {
  const { kind, about, children } = row;
  const [touch, form] = [mayDecide ? oneTouch[kind] : undefined, forms[kind]];
  const whose = children.map(({ name }) => name).join(', ');
  const hidden = <span class="govuk-visually-hidden"> for {whose}</span>;
  const others = children.slice(1).map(({ person }) => ['with', person]);
  const query = new URLSearchParams([...(form.names === undefined ? [] : [[form.names, about]]), ...others]);
  const of = { person: children[0]?.person ?? '', query, classes: 'sl-line' };
  return (
    <>
      {touch === undefined ? null : (
        <Touch {...touch} csrf={csrf} about={about} people={children.map(({ person }) => person)} whose={whose} />
      )}
      {kind === 'contact' ? (
        <RecordLink {...of} step="triageRating">
          Rate{hidden}
        </RecordLink>
      ) : null}
      <RecordLink {...of} step={form.step}>
        {form.text}
        {hidden}
      </RecordLink>
    </>
  );
}

/** A button that records without another page; what it records can be corrected as everything can. */
export const Touch = ({
  touch,
  text,
  csrf,
  about,
  people,
  whose,
}: {
  readonly touch: string;
  readonly text: string;
  readonly csrf: string;
  readonly about: string;
  readonly people: readonly string[];
  readonly whose: string;
}) => (
  <form method="post" action="/front-door/decide">
    <CsrfField token={csrf} />
    <input type="hidden" name="about" value={about} />
    <input type="hidden" name="entry" value={crypto.randomUUID()} />
    <input type="hidden" name="second" value={crypto.randomUUID()} />
    {people.map((person) => (
      <input type="hidden" name="person" value={person} />
    ))}
    <Button
      text={
        <>
          {text}
          <span class="govuk-visually-hidden"> for {whose}</span>
        </>
      }
      name="touch"
      value={touch}
      classes="govuk-button--secondary sl-button"
      preventDoubleClick
    />
  </form>
);
