import { countsWithoutSmall, fewest, isSmall } from '../../../oversight/statistics/small-numbers.ts';
import { establishmentOn, turnoverOf, type Establishment } from '../../../oversight/workforce/establishment.ts';
import { CardTable } from '../../components/card-table.tsx';
import { said, type Known, type TeamFigures, type TotalsProps } from './model.ts';

export const areasIn = (figures: readonly TeamFigures[]): readonly string[] => [...new Set(figures.map(({ team }) => team.area))];

/** Nothing is said of so few people that one of them could be known, nor of as many others as would tell it by what is left. */
const notShown = 'not shown: few';
const ofFew = (counts: readonly number[], value: (at: number) => string): readonly string[] =>
  countsWithoutSmall(counts).map((n, at) => (n === undefined ? notShown : value(at)));

type Column = readonly string[];

/** A rate of few employees tells of them as a count of few does. */
const ofEnough =
  (count: (one: Establishment) => number) =>
  (one: Establishment): number =>
    isSmall(one.people) ? Math.min(count(one) || one.people, one.people) : count(one);

const turnoverSaid = (one: Establishment): string => {
  const rate = turnoverOf(one);
  return rate === undefined ? 'of none' : `${Math.round(rate * 100)} % (${one.leavers}, of ${said(one.filled)} full-time)`;
};
const sicknessSaid = ({ sickDays, filled }: Establishment): string =>
  filled === 0 ? said(sickDays) : `${said(sickDays)}; ${said(sickDays / filled)} each`;

/** Each column has a cell for each area, and one for all. */
function columnsOf(figures: readonly TeamFigures[], known: Known): readonly Column[] {
  const of = (those: readonly TeamFigures[]): Establishment =>
    establishmentOn(
      known.staff,
      known.posts,
      those.map(({ team }) => team.id),
      known.on,
      known.standard,
    );
  const all = areasIn(figures).map((area) => of(figures.filter(({ team }) => team.area === area)));
  const whole = of(figures);
  const incidentsOf = (those: readonly TeamFigures[]): number => those.reduce((sum, { pressure }) => sum + pressure.incidents, 0);
  const incidents = areasIn(figures).map((area) => incidentsOf(figures.filter(({ team }) => team.area === area)));
  const column = (count: (one: Establishment) => number, value: (one: Establishment) => string): Column => [
    ...ofFew(all.map(count), (at) => (all[at] === undefined ? '' : value(all[at]))),
    isSmall(count(whole)) ? notShown : value(whole),
  ];
  const plain = (count: (one: Establishment) => number): Column => column(count, (one) => String(count(one)));
  return [
    column(
      (one) => one.agencyPeople,
      (one) => said(one.agency),
    ),
    plain((one) => one.newlyQualified),
    plain((one) => one.starters),
    column(
      ofEnough(({ leavers }) => leavers),
      turnoverSaid,
    ),
    column(
      ofEnough(({ sickPeople }) => sickPeople),
      sicknessSaid,
    ),
    plain((one) => one.away),
    [...ofFew(incidents, (at) => String(incidents[at])), isSmall(incidentsOf(figures)) ? notShown : String(incidentsOf(figures))],
  ];
}

/** By area, and of all: a team is too few people to say this of. */
export function PeopleTable({ figures, known }: Pick<TotalsProps, 'figures' | 'known'>) {
  const columns = columnsOf(figures, known);
  return (
    <>
      <CardTable
        caption="People, by area"
        heads={[
          'Area',
          'Agency, full-time',
          'Newly qualified',
          'Came in 12 months',
          'Left in 12 months',
          'Days of sickness in 12 months',
          'Away today',
          'Incidents in 12 months',
        ]}
        rows={[...areasIn(figures), 'All'].map((area, at) => [area, ...columns.map((cells) => cells[at] ?? '')])}
      />
      <p class="govuk-body sl-due">
        Left: employees who left, by full-time equivalents, of those in post at the end, as the workforce census counts it. Days of
        sickness: of employees, agency staff left out; each: for a full-time equivalent in post at the end. Of fewer than {fewest} people no
        number is shown, nor another by which it could be found.
      </p>
    </>
  );
}
