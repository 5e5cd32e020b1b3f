import { formatDate } from '../../../kernel/calendar/dates.ts';
import { carriedAs, stages, stageOf, type CaseStage } from '../../../oversight/workforce/caseload.ts';
import type { Candidate } from '../../../oversight/workforce/suggestions.ts';
import { longAbsence, type WaitsBecause } from '../../../oversight/workforce/waiting.ts';
import { CardTable } from '../../components/card-table.tsx';
import { FilterSelect } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink, RecordLink } from '../../components/offered.tsx';
import type { Team } from '../../parts.ts';
import { counted } from '../../said-dates.ts';
import type { WaitingChild } from './allocating.ts';
import { said, type Known } from './model.ts';
import { SuggestionWords } from './suggestion-words.tsx';
import { carriedCells } from './team-page.tsx';

type Props = {
  readonly frame: Frame;
  readonly known: Known;
  readonly team: Team;
  readonly teams: readonly Team[];
  /** How many of each team wait. */
  readonly ofTeam: ReadonlyMap<string, number>;
  readonly waiting: readonly WaitingChild[];
  readonly candidates: readonly Candidate[];
};

/** Who carries what in a team, and which of its children have nobody. It suggests and allocates nothing. */
export const AllocationPage = (props: Props) => (
  <Layout frame={props.frame} title={`Allocation: ${props.team.name}`} wide>
    <h1 class="govuk-heading-l sl-tight">Allocation: {props.team.name}</h1>
    {props.teams.length < 2 ? null : (
      <form method="get" action="/workforce/allocation" class="sl-filters sl-filters--plain" aria-label="Which team">
        <FilterSelect
          id="team"
          name="team"
          label="Team"
          value={props.team.id}
          options={props.teams.map(({ id, name }) => {
            const waiting = props.ofTeam.get(id);
            return { value: id, label: waiting === undefined ? name : `${name}: ${waiting} without a worker` };
          })}
        />
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Show
        </button>
      </form>
    )}
    <WaitingTable {...props} />
    <Caseloads {...props} />
  </Layout>
);

export const waitsBecause: Readonly<Record<WaitsBecause, string>> = {
  nobody: 'nobody is named',
  left: 'the worker has left',
  away: `the worker has been away for ${longAbsence} days or more`,
};

/** Why nobody is suggested. */
const nobodySaid = (candidates: Props['candidates']): string =>
  candidates.length === 0
    ? 'no social worker works in the team'
    : candidates.every(({ isAway }) => isAway)
      ? 'everybody of the team is away'
      : 'nobody of the team who is there has room';

const WaitingTable = ({ waiting, known, team, candidates }: Props) => (
  <section aria-labelledby="waiting">
    <h2 class="govuk-heading-m" id="waiting">
      Children without a worker
    </h2>
    {waiting.length === 0 ? (
      <p class="govuk-body">Every child of the team whom you may see has a worker who is there.</p>
    ) : (
      <>
        <p class="govuk-body">
          {counted(waiting.length, 'child', 'children')}, whoever has waited longest first. Whom you might ask is named with the reasons;
          you decide, and nothing is allocated by itself. A child is never left without a worker to keep somebody’s number.
        </p>
        <CardTable
          caption="Children without a worker"
          captionClasses="govuk-visually-hidden"
          heads={['Child', 'Without a worker', 'Whom you might ask', 'Do']}
          rows={waiting.map((child) => [
            <>
              <PersonLink person={child.person}>{child.standing.name}</PersonLink>
              <span class="sl-due sl-line">{stageWords(child, known)}</span>
            </>,
            <>
              {child.days === undefined ? 'not known since when' : counted(child.days, 'day')}
              <span class="sl-due sl-line">
                {waitsBecause[child.because]}
                {child.since === undefined ? '' : `, since ${formatDate(child.since)}`}
              </span>
            </>,
            child.suggestions.length === 0 ? (
              nobodySaid(candidates)
            ) : (
              <ul class="govuk-list sl-tight">
                {child.suggestions.map((suggestion) => (
                  <li key={suggestion.member}>
                    <SuggestionWords suggestion={suggestion} name={known.members.get(suggestion.member)?.name ?? ''} />
                  </li>
                ))}
              </ul>
            ),
            <RecordLink person={child.person} step="allocation" query={new URLSearchParams({ team: team.id })}>
              Allocate<span class="govuk-visually-hidden"> {child.standing.name}</span>
            </RecordLink>,
          ])}
        />
      </>
    )}
  </section>
);

function stageWords({ standing }: WaitingChild, { standard }: Known): string {
  const stage = stageOf(carriedAs(standing), standard);
  return [
    ...(stage === undefined ? [] : [stages[stage]]),
    ...(standing.courtSince === undefined ? [] : ['before a court']),
    ...(standing.language === undefined ? [] : [`speaks ${standing.language}`]),
  ].join(', ');
}

const stageNames = Object.keys(stages).filter((one): one is CaseStage => one in stages);
const shortStages: Readonly<Record<CaseStage, string>> = {
  help: 'Help',
  assessment: 'Assessed',
  inNeed: 'In need',
  protection: 'On a plan',
  lookedAfter: 'Looked after',
  leavingCare: 'Left care',
};

/** Plain counts, and beside them what they weigh by the standard of here. */
function Caseloads({ candidates, known }: Props) {
  const nameOf = ({ member }: Candidate): string => known.members.get(member)?.name ?? '';
  const { standard } = known;
  const shown = stageNames.filter((stage) => candidates.some(({ caseload }) => caseload.byStage.has(stage)));
  if (candidates.length === 0) return <p class="govuk-body">No social worker works in this team.</p>;
  return (
    <>
      <CardTable
        caption="Who carries what"
        heads={['Worker', ...shown.map((stage) => shortStages[stage]), 'Before a court', 'Far away', 'Children', 'Weighted, of the most']}
        rows={candidates
          .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
          .map((one) => {
            const [children = '', weighted = ''] = carriedCells(one.caseload, one.capacity ?? { most: 0, isProtected: false });
            return [
              <>
                {nameOf(one)}
                {one.isAway ? <span class="sl-due sl-line">away</span> : null}
              </>,
              ...shown.map((stage) => String(one.caseload.byStage.get(stage) ?? 0)),
              String(one.caseload.inCourt),
              String(one.caseload.distant),
              children,
              one.capacity === undefined ? `${said(one.caseload.weighted)}; hours not on record` : weighted,
            ];
          })}
      />
      <p class="govuk-body sl-due">
        In the order of names. Weighted: {said(standard.protection)} for a child on a plan, {said(standard.lookedAfter)} looked after,{' '}
        {said(standard.inNeed)} in need, {said(standard.assessment)} being assessed, {said(standard.leavingCare)} having left care,{' '}
        {said(standard.help)} in family help; {said(standard.proceedings)} more before a court, {said(standard.distance)} more beyond 20
        miles; each further child of one family {Math.round(standard.siblings * 100)} %, a second worker’s{' '}
        {Math.round(standard.second * 100)} %. At most {said(standard.usual)} full-time, newly qualified{' '}
        {Math.round(standard.newlyQualified * 100)} % of it.{' '}
        {standard.declared === undefined
          ? 'These weights are as supplied, and nobody here has agreed them.'
          : `The standard in force here since ${formatDate(standard.declared.from)}.`}{' '}
        Restricted children are counted, and named to whoever may open them.
      </p>
    </>
  );
}
