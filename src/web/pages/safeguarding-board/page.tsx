import { formatDate } from '../../../kernel/calendar/dates.ts';
import { configurationTitles } from '../../../practice/pathway.ts';
import type { ListedFile } from '../../../record/files.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import { clockState, type AsKnown } from '../../said-dates.ts';
import { MyActions, type ShownAction } from '../my-day/actions.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly bodies: readonly ListedFile[];
  readonly actions: readonly ShownAction[];
  readonly known: AsKnown;
  readonly mayBegin: boolean;
  /** What each limit is called, by its rule. */
  readonly titles: ReadonlyMap<string, string>;
  /** Of what a limit is, by the entry that started it. */
  readonly ofWhat: (body: string, clock: ListedFile['clocks'][number]) => string | undefined;
};

export const BodiesPage = ({ frame, csrf, bodies, actions, known, mayBegin, titles, ofWhat }: Props) => (
  <Layout frame={frame} title="Safeguarding Board" wide>
    <h1 class="govuk-heading-l sl-tight">Safeguarding Board, sub-groups and panels</h1>
    <p class="govuk-body">
      {bodies.length === 0
        ? 'You sit on no body here. Whoever manages the business of the partnership can say on which you do.'
        : 'Whoever sits on a body opens it, and the bodies that answer to it. No page of theirs names a child.'}
    </p>
    {bodies.length === 0 ? null : (
      <CardTable
        caption="Bodies"
        captionClasses="govuk-visually-hidden"
        heads={['Body', 'What is due']}
        rows={inOrder(bodies).map(({ body, above }) => [
          <>
            <a class="govuk-link" href={`/files/${body.file}`}>
              {body.title}
            </a>
            {above === undefined ? null : <span class="sl-due sl-line">answers to {above.title}</span>}
          </>,
          <Due body={body} known={known} titles={titles} ofWhat={ofWhat} />,
        ])}
      />
    )}
    <MyActions actions={actions} csrf={csrf} today={known.today} />
    {mayBegin ? <Begin csrf={csrf} bodies={bodies} today={known.today} /> : null}
    <p class="govuk-body sl-due">As of {formatDate(known.today)}.</p>
  </Layout>
);

type Placed = { readonly body: ListedFile; readonly above: ListedFile | undefined };

/** Each body with those that answer to it under it. */
function inOrder(bodies: readonly ListedFile[]): readonly Placed[] {
  const byFile = new Map(bodies.map((body) => [body.file, body]));
  const aboveOf = ({ subject }: ListedFile) => (subject === undefined ? undefined : byFile.get(subject));
  const under = (above: ListedFile): readonly Placed[] =>
    bodies.filter((body) => body.subject === above.file && body !== above).flatMap((body) => [{ body, above }, ...under(body)]);
  return bodies.filter((body) => aboveOf(body) === undefined).flatMap((body) => [{ body, above: undefined }, ...under(body)]);
}

type DueProps = { readonly body: ListedFile } & Pick<Props, 'known' | 'titles' | 'ofWhat'>;

function Due({ body, known, titles, ofWhat }: DueProps) {
  const running = body.clocks.filter((clock) => ['late', 'dueSoon', 'inTime'].includes(clockState(clock, known)));
  if (running.length === 0) return <>nothing</>;
  return (
    <>
      {running.slice(0, 4).map((clock) => (
        <span class="sl-due-of">
          <span>
            {titles.get(clock.rule) ?? clock.rule}
            {ofWhat(body.file, clock) === undefined ? null : <span class="sl-due sl-line">{ofWhat(body.file, clock)}</span>}
          </span>
          <ClockWords clock={clock} known={known} />
        </span>
      ))}
      {running.length > 4 ? <span class="sl-due sl-line">and {running.length - 4} more</span> : null}
    </>
  );
}

const Begin = ({ csrf, bodies, today }: { readonly csrf: string; readonly bodies: readonly ListedFile[]; readonly today: string }) => (
  <details class="sl-more">
    <summary>Begin a body</summary>
    <form method="post" action="/safeguarding-board">
      <CsrfField token={csrf} />
      <input type="hidden" name="file" value={crypto.randomUUID()} />
      <Input name="title" id="title" label={{ text: 'What it is called' }} />
      <Select
        name="configuration"
        id="configuration"
        label={{ text: 'What it is' }}
        items={Object.entries(configurationTitles).map(([value, text]) => ({ value, text }))}
      />
      <Select
        name="above"
        id="above"
        label={{ text: 'To which body it answers' }}
        items={[{ value: '', text: 'None' }, ...bodies.map(({ file, title }) => ({ value: file, text: title }))]}
      />
      <div class="govuk-form-group">
        <label class="govuk-label" for="from">
          From
        </label>
        <input class="govuk-input sl-date" type="date" id="from" name="from" value={today} />
      </div>
      <Input name="teamsOf" id="teamsOf" label={{ text: 'Of a panel: the teams of which area' }} hint={{ text: 'Such as North' }} />
      <Input name="area" id="area" label={{ text: 'Or its postcode districts' }} hint={{ text: 'Such as OX15, OX16' }} />
      <button class="govuk-button" type="submit">
        Begin
      </button>
    </form>
  </details>
);
