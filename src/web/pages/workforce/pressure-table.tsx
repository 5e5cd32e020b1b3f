import { formatDate } from '../../../kernel/calendar/dates.ts';
import { pressureTogether, type Pressure } from '../../../oversight/workforce/pressure.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { Words } from '../../components/field-parts.tsx';
import { percent, said, type TotalsProps } from './model.ts';
import { areasIn, notShown, ofFew } from './people-table.tsx';

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

/** For a head of service by team, since each manager is theirs to help; for whoever counts by area, in which no manager stands alone. */
export function PressureTable({ figures, isHead, known }: Pick<TotalsProps, 'figures' | 'isHead' | 'known'>) {
  const areas = areasIn(figures);
  const together = areas.map((area) => {
    const those = figures.filter(({ team }) => team.area === area);
    return { name: area, managers: those.length, pressure: pressureTogether(those.map(({ pressure }) => pressure)) };
  });
  const rows = isHead ? figures.map(({ team, pressure }) => ({ name: team.name, managers: 1, pressure })) : together;
  const incidents = ofFew(
    together.map(({ pressure }) => pressure.incidents),
    (at) => `${together[at]?.name}: ${together[at]?.pressure.incidents}`,
  );
  return (
    <>
      <CardTable
        caption={isHead ? 'What presses on teams' : 'What presses on teams, by area'}
        heads={[
          isHead ? 'Team' : 'Area',
          'People of one manager',
          'Supervision held',
          'Children each',
          'Weighted, of the most',
          'Recorded by next day',
          'Recording, of hours',
        ]}
        rows={rows.map(({ name, managers, pressure }) => [name, ...cellsOf(pressure, managers, known.standard.span)])}
      />
      <p class="govuk-body sl-due">
        A call for help, in the order of the teams’ names; it says who carries too much, not who does badly. Incidents at work in twelve
        months: {incidents.every((one) => one === notShown) ? notShown : incidents.filter((one) => one !== notShown).join(', ')}. Weighed{' '}
        {known.standard.declared === undefined
          ? 'as supplied: no standard has been declared here.'
          : `by the standard in force since ${formatDate(known.standard.declared.from)}.`}
      </p>
    </>
  );
}
