import { formatDate } from '../../../kernel/calendar/dates.ts';
import { pressureTogether, type Pressure } from '../../../oversight/workforce/pressure.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { Words } from '../../components/field-parts.tsx';
import { Details } from '../../components/notices.tsx';
import { percent, said, type TotalsProps } from './model.ts';
import { areasIn } from './people-table.tsx';

const cellsOf = (pressure: Pressure, managers: number, span: number): readonly Words[] => [
  managers === 1 && pressure.people > span ? (
    <strong>{`${pressure.people}: more than ${span}`}</strong>
  ) : (
    said(pressure.people / Math.max(1, managers))
  ),
  pressure.held.among === 0 ? 'none on record' : `${percent(pressure.held.n, pressure.held.among)}; ${pressure.late.n} late now`,
  pressure.carriers === 0 ? 'none' : said(pressure.children / pressure.carriers),
  pressure.most === 0 ? 'not known' : percent(pressure.weighted, pressure.most),
  pressure.prompt === undefined ? 'not told' : percent(pressure.prompt.n, pressure.prompt.among),
  pressure.recording === undefined ? 'not told' : percent(pressure.recording.n, pressure.recording.among),
];

const heads = [
  'People of one manager',
  'Supervision held',
  'Children each',
  'Weighted, of the most',
  'Recorded by next day',
  'Recording, of hours',
] as const;

/** By area, in which no manager stands alone; for a head of service also by team, since each manager is theirs to help. */
export function PressureTable({ figures, isHead, known }: Pick<TotalsProps, 'figures' | 'isHead' | 'known'>) {
  const { span, declared } = known.standard;
  const together = (area: string): readonly Words[] => {
    const those = figures.filter(({ team }) => team.area === area);
    // An area with one team is one manager: whoever counts is told nothing of it, and whoever answers for the manager is.
    if (!isHead && those.length < 2) return [area, ...heads.map(() => 'not shown: one team')];
    return [area, ...cellsOf(pressureTogether(those.map(({ pressure }) => pressure)), those.length, span)];
  };
  return (
    <>
      <CardTable caption="What presses on teams" heads={['Area', ...heads]} rows={areasIn(figures).map(together)} />
      {isHead ? (
        <Details
          summaryText="What presses on teams, team by team"
          text={
            <CardTable
              caption="What presses on teams, team by team"
              captionClasses="govuk-visually-hidden"
              heads={['Team', ...heads]}
              rows={figures.map(({ team, pressure }) => [
                <a class="govuk-link" href={`/workforce/team/${team.id}`}>
                  {team.name}
                </a>,
                ...cellsOf(pressure, 1, span),
              ])}
            />
          }
        />
      ) : null}
      <p class="govuk-body sl-due">
        A call for help, in the order of names; it says who carries too much, not who does badly. Weighed{' '}
        {declared === undefined
          ? 'as supplied: no standard has been declared here.'
          : `by the standard in force since ${formatDate(declared.from)}.`}{' '}
        Recording is told of now, of five people at least.
      </p>
    </>
  );
}
