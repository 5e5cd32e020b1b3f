import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { Database } from '../src/platform/database.ts';
import type { PublishedFigure, PublishedKind } from '../src/record/published-figures.ts';
import { readFigures } from '../src/oversight/workforce/release.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { headOf, type DemoCounties } from './authority.ts';
import { chanceFrom, idFrom, type Chance } from './chance.ts';

/** Invented, all of it: names, sizes and figures, England’s too. It is written as the Department’s releases are, so that it is read as they are. */
export type InventedRelease = { readonly kind: PublishedKind; readonly fileName: string; readonly text: string };

type Area = {
  readonly name: string;
  readonly code: string;
  readonly children: number;
  readonly neighbour: boolean;
  readonly nature: Nature;
};
/** How an area differs from others, year after year: social workers for each 10,000 children, and shares of 1. */
type Nature = {
  readonly rate: number;
  readonly vacant: number;
  readonly leaving: number;
  readonly agency: number;
  readonly cases: number;
  readonly sick: number;
};

const ownName = 'Norchester';
const first = ['East', 'West', 'Upper', 'Lower', 'Great', 'Little', 'Old', 'New'] as const;
const second = ['march', 'combe', 'wick'] as const;

/** The middle of what areas are like, and how far they differ. */
const middle: Nature = { rate: 27, vacant: 0.18, leaving: 0.15, agency: 0.17, cases: 16, sick: 0.032 };
const spread: Nature = { rate: 4.5, vacant: 0.06, leaving: 0.04, agency: 0.06, cases: 1.6, sick: 0.008 };

/** Three of a kind added up are near enough to what scatters around a middle. */
const around = (chance: Chance, of: number, by: number): number => {
  const drawn = () => chance.between(-1000, 1000) / 1000;
  return Math.max(of / 4, of + by * (drawn() + drawn() + drawn()));
};

const natureOf = (chance: Chance): Nature => ({
  rate: around(chance, middle.rate, spread.rate),
  vacant: around(chance, middle.vacant, spread.vacant),
  leaving: around(chance, middle.leaving, spread.leaving),
  agency: around(chance, middle.agency, spread.agency),
  cases: around(chance, middle.cases, spread.cases),
  sick: around(chance, middle.sick, spread.sick),
});

/** This county, which has few social workers for its children, and two dozen others, ten of them its neighbours. */
function areasOf(chance: Chance, counties = 1): readonly Area[] {
  const here: Area = {
    name: ownName,
    code: 'E99000001',
    children: 96_400 * counties,
    neighbour: false,
    nature: { rate: 18.5, vacant: 0.22, leaving: 0.19, agency: 0.09, cases: 17.5, sick: 0.04 },
  };
  const others = first.flatMap((a, n) =>
    second.map((b, m): Area => {
      const at = n * second.length + m;
      const children = chance.between(22_000, 190_000);
      return { name: `${a}${b}`, code: `E99000${String(100 + at)}`, children, neighbour: at % 5 < 2, nature: natureOf(chance) };
    }),
  );
  return [here, ...others];
}

type Sums = Readonly<Record<(typeof summed)[number], number>>;
const summed = ['inPost', 'starters', 'leavers', 'agency', 'cover', 'vacant', 'holders', 'cases', 'lost'] as const;

function sumsOf({ children, nature }: Area, year: number, chance: Chance): Sums {
  const drift = 1 + (year - 2020) * 0.008;
  const inPost = (children / 10_000) * nature.rate * drift * (chance.between(970, 1030) / 1000);
  const leavers = inPost * nature.leaving * (chance.between(850, 1150) / 1000);
  const agency = (inPost * nature.agency) / (1 - nature.agency);
  const holders = (inPost + agency) * 0.52;
  return {
    inPost,
    starters: leavers * (chance.between(900, 1200) / 1000),
    leavers,
    agency,
    cover: agency * 0.8,
    vacant: (inPost * nature.vacant) / (1 - nature.vacant),
    holders,
    cases: holders * nature.cases * (chance.between(960, 1040) / 1000),
    lost: inPost * 253 * nature.sick,
  };
}

const added = (all: readonly Sums[]): Sums => {
  const sum = (name: keyof Sums): number => all.reduce((total, one) => total + one[name], 0);
  return {
    inPost: sum('inPost'),
    starters: sum('starters'),
    leavers: sum('leavers'),
    agency: sum('agency'),
    cover: sum('cover'),
    vacant: sum('vacant'),
    holders: sum('holders'),
    cases: sum('cases'),
    lost: sum('lost'),
  };
};

const places =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name';
const columns =
  'inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte,leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,agency_rate_headcount,agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,vacancy_agency_cover_rate_fte,case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte';

const tenth = (value: number): string => value.toFixed(1);
const heads = (fte: number): string => String(Math.round(fte * 1.06));

const figuresOf = ({ inPost, starters, leavers, agency, cover, vacant, holders, cases, lost }: Sums): string =>
  [
    ...[inPost, starters, leavers].flatMap((fte) => [tenth(fte), heads(fte)]),
    tenth((100 * leavers) / inPost),
    tenth((100 * leavers) / inPost),
    tenth(agency),
    heads(agency),
    tenth((100 * agency) / (agency + inPost)),
    tenth((100 * agency) / (agency + inPost)),
    tenth(cover),
    tenth((100 * cover) / agency),
    tenth(vacant),
    tenth((100 * vacant) / (vacant + inPost)),
    tenth((100 * cover) / vacant),
    tenth(holders),
    String(Math.round(cases)),
    tenth(cases / holders),
    tenth(lost),
    tenth((100 * lost) / (253 * inPost)),
  ].join(',');

const placed = (year: number, { name, code }: Area): string =>
  `${year},Reporting year,Local authority,E92000001,England,E12099999,Middle Counties,999,${code},${name}`;
const whole = (year: number): string => `${year},Reporting year,National,E92000001,England,,,,,`;

/** The last year of which a release is out: it comes in the February after. */
const lastYear = (told: LocalDate): number => Number(told.slice(0, 4)) - (told.slice(5, 7) >= '03' ? 1 : 2);
const shownYears = 4;

/** The two releases with which the demonstration compares its workforce. */
export function inventedReleases(told: LocalDate, counties = 1): readonly InventedRelease[] {
  const chance = chanceFrom(2009);
  const areas = areasOf(chance, counties);
  const years = Array.from({ length: shownYears }, (_, n) => lastYear(told) - n);
  const workforce = years.flatMap((year) => {
    const each = areas.map((area) => ({ area, sums: sumsOf(area, year, chance) }));
    return [
      `${whole(year)},${figuresOf(added(each.map(({ sums }) => sums)))}`,
      ...each.map(({ area, sums }) => `${placed(year, area)},${figuresOf(sums)}`),
    ];
  });
  const population = years.flatMap((year) => [
    `${whole(year)},Children looked after on 31 March each year,${areas.reduce((sum, { children }) => sum + children, 0)},,`,
    ...areas.map((area) => `${placed(year, area)},Children looked after on 31 March each year,${area.children},,`),
  ]);
  return [
    {
      kind: 'workforce',
      fileName: 'workforce-indicators-INVENTED-for-the-demonstration.csv',
      text: [`${places},${columns}`, ...workforce].join('\n'),
    },
    {
      kind: 'population',
      fileName: 'children-living-where-INVENTED-for-the-demonstration.csv',
      text: [`${places},population_type,population_estimate,children_count,rate_per_10000`, ...population].join('\n'),
    },
  ];
}

/** As an analyst would name them. */
export const inventedPlaces = {
  own: ownName,
  neighbours: areasOf(chanceFrom(2009)).flatMap(({ name, neighbour }) => (neighbour ? [name] : [])),
};

/** Loads them as the analyst of the first county would have, a week before the story is told. */
export async function loadInvented(owner: Database, authority: number, counties: DemoCounties, told: LocalDate): Promise<void> {
  const [{ members }] = counties;
  const by = members.find(({ roles }) => roles.includes('performanceAnalyst'))?.member ?? headOf(counties[0]);
  for (const { kind, fileName, text } of inventedReleases(told, counties.length)) {
    const { figures, problems } = readFigures(text, inventedPlaces);
    if (problems.length > 0) throw new Error(`${fileName}: ${problems.join('; ')}`);
    await keep(owner, authority, { kind, fileName, figures }, by, addDays(told, -7));
  }
}

type Kept = { readonly kind: PublishedKind; readonly fileName: string; readonly figures: readonly PublishedFigure[] };

const keep = (owner: Database, authority: number, { kind, fileName, figures }: Kept, by: string, on: LocalDate): Promise<unknown> =>
  asOwnerOf(owner, authority, (sql) =>
    sql.query(
      `insert into record.published_figures(authority, file, kind, file_name, figures, loaded_at, loaded_by)
       values ($1, $2, $3, $4, $5, $6::date, $7) on conflict do nothing`,
      [authority, idFrom('published', kind), kind, fileName, JSON.stringify(figures), on, by],
    ),
  );
