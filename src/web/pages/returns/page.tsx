import { addMonths, daysBetween, formatDate, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { FeedRun } from '../../../record/daily-feed.ts';
import type { KeptFinding, OpenFindings } from '../../../record/returns.ts';
import { wordsOfFinding, type FindingWords } from '../../../returns/finding-words.ts';
import { whichYear } from '../../../returns/rule/period.ts';
import { signedOfADay } from '../../../returns/signed-of-a-day.ts';
import { collectionYears } from '../../../returns/rule/years.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, FilterDate, FilterSelect, WhoseTeam } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import type { Team } from '../../parts.ts';
import { DayTablesForm } from './day-tables-form.tsx';
import { FeedRuns } from './feed-runs.tsx';
import { PreparedReturns } from './prepared.tsx';
import { ofAYear, WhyForm, years } from './why-form.tsx';

export type ReturnsProps = {
  readonly frame: Frame;
  readonly teams: readonly Team[];
  /** Absent: the whole service. */
  readonly team: string | undefined;
  readonly open: readonly OpenFindings[];
  readonly today: LocalDate;
  readonly csrf: string;
  readonly prepared: readonly PreparedReturn[];
  readonly feed: readonly FeedRun[];
};

/** The statutory returns: built at any moment, and what their rules find in the record before spring does. */
export const ReturnsPage = (props: ReturnsProps) => (
  <Layout frame={props.frame} title="Returns" wide>
    <h1 class="govuk-heading-l">Returns</h1>
    <Build />
    <Prepare {...props} />
    <WhyForm />
    <AnnexForm />
    <DayTablesForm />
    <PreparedReturns all={props.prepared} />
    <FeedRuns runs={props.feed} />
    <ByTeam {...props} />
    <WhoseTeam action="/returns" teams={props.teams} team={props.team} />
    <Open {...props} />
  </Layout>
);

const Build = () => (
  <form method="get" action="/returns/file" class="sl-filters sl-filters--plain" aria-label="Which return">
    <FilterSelect
      id="return"
      name="return"
      label="Build a return"
      value="cin"
      options={[
        { value: 'cin', label: 'Children in need census (XML)' },
        { value: 'ssda903', label: 'Children looked after, SSDA903 (CSV files)' },
        { value: 'ssda903-xml', label: 'Children looked after, SSDA903 (XML)' },
      ]}
    />
    <FilterSelect id="year" name="year" label="Of the year" value={collectionYears.at(-1) ?? ''} options={years} />
    <FilterDate id="known" label="As known on (today if empty)" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Build
    </button>
  </form>
);

/** The workforce census is of the last 30 September by the day. */
const signed = Object.entries(signedOfADay).map(([value, { title }]) => ({ value, label: `${title} (of a day)` }));

/** Kept as it is, with what its rules find, until it is explained and signed. */
const Prepare = ({ csrf, today }: Pick<ReturnsProps, 'csrf' | 'today'>) => (
  <form method="post" action="/returns/prepared" class="sl-filters sl-filters--plain" aria-label="Prepare a return">
    <CsrfField token={csrf} />
    <input type="hidden" name="prepared" value={crypto.randomUUID()} />
    <FilterSelect id="prepare-return" name="return" label="Prepare a return to be signed" value="cin" options={[...ofAYear, ...signed]} />
    <FilterSelect id="prepare-year" name="year" label="Of the year" value={yearOver(today)} options={years} />
    <FilterDate id="prepare-on" name="on" label="Of a day: as on (today if empty)" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit" data-prevent-double-click="true">
      Prepare
    </button>
  </form>
);

/** The year that was over last, of those of which there are rules. */
const yearOver = (today: LocalDate): string => whichYear(addMonths(today, -12)).year;

const AnnexForm = () => (
  <form method="get" action="/returns/annex-a/file" class="sl-filters sl-filters--plain" aria-label="Annex A, Ofsted’s child-level lists">
    <FilterSelect
      id="annex-as"
      name="as"
      label="Annex A, Ofsted’s lists 1 to 11"
      value="xlsx"
      options={[
        { value: 'xlsx', label: 'Workbook (xlsx)' },
        { value: 'csv', label: 'CSV files' },
      ]}
    />
    <FilterDate id="annex-on" name="on" label="As on (today if empty)" />
    <FilterDate id="annex-known" name="known" label="As known on (now if empty)" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Make
    </button>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit" formaction="/returns/annex-a">
      Look at the lists
    </button>
  </form>
);

type Aged = KeptFinding & { readonly days: number; readonly words: FindingWords };

const agedOf = ({ findings }: OpenFindings, today: LocalDate): readonly Aged[] =>
  findings.map((one) => ({ ...one, words: wordsOfFinding(one), days: isDate(one.since) ? daysBetween(one.since, today) : 0 }));

const ages = [
  ['This week', 0, 7],
  ['Up to a month', 7, 31],
  ['Longer', 31, Infinity],
] as const;

/** How many are open in each team, and for how long. */
function ByTeam({ open, teams, today }: ReturnsProps) {
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const byTeam = [...Map.groupBy(open, ({ team }) => names.get(team ?? '') ?? 'No team')].sort(([a], [b]) => a.localeCompare(b));
  if (open.length === 0) return <p class="govuk-body">No rule of the returns finds anything in any record as it stands.</p>;
  return (
    <CardTable
      caption="What the rules find, by team"
      heads={['Team', 'Errors', 'To be explained', 'Explained', ...ages.map(([title]) => title)]}
      rows={byTeam.map(([name, children]) => {
        const found = children.flatMap((child) => agedOf(child, today));
        const errors = found.filter(({ words }) => words.level === 'error').length;
        const explained = found.filter(({ words, explainedBy }) => words.level !== 'error' && explainedBy !== undefined).length;
        return [
          name,
          errors,
          found.length - errors - explained,
          explained,
          ...ages.map(([, from, to]) => found.filter(({ days }) => days >= from && days < to).length),
        ];
      })}
    />
  );
}

/** Of a restricted child there is no `person`. `reason`: the words of the entry that explains it. */
type Shown = Aged & Pick<OpenFindings, 'person' | 'waitsFor'> & { readonly name: string; readonly reason: string | undefined };

/** In whose day it stands. */
const waiting: Readonly<Record<OpenFindings['waitsFor'], string>> = {
  worker: 'The worker',
  manager: 'The manager of the team',
  duty: 'The duty team: nobody else is here',
};

const Linked = ({ person, entry, text }: { readonly person: string | null; readonly entry?: string | undefined; readonly text: string }) =>
  person === null ? (
    <>{text}</>
  ) : (
    <PersonLink person={person} entry={entry}>
      {text}
    </PersonLink>
  );

const Where = ({ one: { person, words, entries } }: { readonly one: Shown }) => (
  <Linked person={entries[0] === undefined ? null : person} entry={entries[0]} text={words.where} />
);

const Consequence = ({ one: { words, explainedBy, reason } }: { readonly one: Shown }) => (
  <>
    {explainedBy === undefined || words.level === 'error' ? words.consequence : 'Explained in the record'}
    {reason === undefined ? null : <span class="sl-due sl-line">{reason}</span>}
  </>
);

/** The oldest first; a page of them. */
const most = 200;

function Open({ open, team, today }: ReturnsProps) {
  const found = open
    .filter((child) => team === undefined || child.team === team)
    .flatMap((child) =>
      agedOf(child, today).map((one): Shown => {
        const reason = child.explanations?.[one.explainedBy ?? ''];
        return { ...one, reason, person: child.person, name: child.state?.name ?? 'A restricted record', waitsFor: child.waitsFor };
      }),
    )
    .sort((a, b) => b.days - a.days);
  if (found.length === 0) return null;
  return (
    <>
      <CardTable
        caption="Each of them"
        heads={['Child', 'What', 'Rule', 'Since', 'If it stays', 'Waits for']}
        rows={found
          .slice(0, most)
          .map((one) => [
            <Linked person={one.person} text={one.name} />,
            <Where one={one} />,
            `${one.words.why}${one.year === undefined ? '' : `, return of ${one.year}`}`,
            isDate(one.since) ? formatDate(one.since) : '',
            <Consequence one={one} />,
            waiting[one.waitsFor],
          ])}
      />
      {found.length <= most ? null : <p class="govuk-body">And {found.length - most} more: choose a team.</p>}
    </>
  );
}
