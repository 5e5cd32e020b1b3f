import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Standing } from '../../../kernel/derivation/derivation.ts';
import { carriedAs, stages, stageOf } from '../../../oversight/workforce/caseload.ts';
import type { Standard } from '../../../oversight/workforce/standard.ts';
import type { Waiting } from '../../../oversight/workforce/waiting.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink, RecordLink } from '../../components/offered.tsx';
import { counted } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly standard: Standard;
  readonly waiting: readonly (Waiting & { readonly person: string; readonly standing: Standing })[];
  readonly mayAllocate: boolean;
};

/** Children who were never allocated stand in the list of no team: here they do, for heads of service and the duty team. */
export const NoTeamPage = ({ frame, standard, waiting, mayAllocate }: Props) => (
  <Layout frame={frame} title="Children in no team yet" wide>
    <h1 class="govuk-heading-l sl-tight">Children in no team yet</h1>
    {waiting.length === 0 ? (
      <p class="govuk-body">Every child with whom somebody works is in a team, or has a worker.</p>
    ) : (
      <>
        <p class="govuk-body">
          {counted(waiting.length, 'child', 'children')} with whom somebody works, and whom nobody was ever named for, whoever has waited
          longest first.
        </p>
        <CardTable
          caption="Children in no team yet"
          captionClasses="govuk-visually-hidden"
          heads={['Child', 'Without a worker', ...(mayAllocate ? ['Do'] : [])]}
          rows={waiting.map(({ person, standing, days, since }) => [
            <>
              <PersonLink person={person}>{standing.name}</PersonLink>
              <span class="sl-due sl-line">{stageWords(standing, standard)}</span>
            </>,
            <>
              {days === undefined ? 'not known since when' : counted(days, 'day')}
              <span class="sl-due sl-line">nobody is named{since === undefined ? '' : `, since ${formatDate(since)}`}</span>
            </>,
            ...(mayAllocate
              ? [
                  <RecordLink person={person} step="allocation">
                    Allocate<span class="govuk-visually-hidden"> {standing.name}</span>
                  </RecordLink>,
                ]
              : []),
          ])}
        />
      </>
    )}
    <p class="govuk-body sl-due">
      As of now. Read by heads of service and the duty team; a manager reads of their own team under Workforce. Restricted children are
      named to whoever may open them.
    </p>
  </Layout>
);

function stageWords(standing: Standing, standard: Standard): string {
  const stage = stageOf(carriedAs(standing), standard);
  return stage === undefined ? '' : stages[stage];
}
