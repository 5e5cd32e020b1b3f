import { addMonths, dayInEngland } from '../src/kernel/calendar/dates.ts';
import { median, percentile, type Note } from './figures.ts';
import { largeSize, prepareLarge, type Large } from './large.ts';
import type { Place } from './place.ts';
import { castOf } from './signed-in.ts';
import { castIn, pageTime, stage, type Stage } from './stage.ts';
import { prepared } from './start-up.ts';
import type { Transaction } from './statements.ts';

type Page = {
  readonly name: string;
  readonly who: 'manager' | 'head';
  readonly path: (stage: Stage) => string;
  readonly times: number;
  /** The limits hold for the boards as they are opened and for a child; what is narrowed or past of a whole service is measured beside them. */
  readonly isHeld: boolean;
};

const past = (): string => addMonths(dayInEngland(new Date()), -5);
const pages: readonly Page[] = [
  { name: 'board of one team', who: 'manager', path: () => '/board', times: 150, isHeld: true },
  { name: 'board of one team, known 5 months ago', who: 'manager', path: () => `/board?known=${past()}`, times: 100, isHeld: true },
  { name: 'child’s page', who: 'manager', path: ({ cast }) => `/children/${cast.child}`, times: 150, isHeld: true },
  {
    name: 'child’s page, known 5 months ago',
    who: 'manager',
    path: ({ cast }) => `/children/${cast.child}?known=${past()}`,
    times: 100,
    isHeld: true,
  },
  { name: 'board of the whole service', who: 'head', path: () => '/board', times: 60, isHeld: true },
  { name: 'board of everyone of the whole service', who: 'head', path: () => '/board?who=all', times: 60, isHeld: true },
  {
    name: 'board of the whole service, those outside six months',
    who: 'head',
    path: () => '/board?part=plans-six-outside&page=2',
    times: 30,
    isHeld: false,
  },
  { name: 'board of the whole service, an area by name', who: 'head', path: () => '/board?area=North&sort=name', times: 30, isHeld: false },
  { name: 'assurance report', who: 'head', path: () => '/assurance', times: 5, isHeld: false },
  { name: 'assurance report as PDF', who: 'head', path: () => '/assurance/file?format=pdf', times: 5, isHeld: false },
  { name: 'board of the whole service, known 5 months ago', who: 'head', path: () => `/board?known=${past()}`, times: 3, isHeld: false },
];

type Series = {
  readonly stage: Stage;
  readonly path: string;
  readonly made: readonly Transaction[];
  readonly page: number[];
  readonly bare: number[];
};

async function series(stage: Stage, page: Page): Promise<Series> {
  const path = page.path(stage);
  const made = await stage.statementsOf(path, page.who);
  for (let n = 0; n < Math.min(10, page.times); n += 1) await Promise.all([pageTime(stage[page.who], path), stage.bare(made)]);
  return { stage, path, made, page: [], bare: [] };
}

/** Page and bare SQL at both sizes in turn, so that whatever else the machine does falls upon all four alike. */
async function measurePage(page: Page, stages: readonly Stage[], note: Note): Promise<void> {
  const [small, large] = await Promise.all(stages.map((each) => series(each, page)));
  if (small === undefined || large === undefined) throw new Error('There are two sizes to compare.');
  for (let n = 0; n < page.times; n += 1)
    for (const each of [small, large]) {
      each.page.push(await pageTime(each.stage[page.who], each.path));
      each.bare.push(await each.stage.bare(each.made));
    }
  const n = page.times;
  const target = (most: number) => (page.isHeld ? { target: { most } } : {});
  const statements = large.made.reduce((sum, { statements }) => sum + statements.length, 0);
  note({ what: `${page.name}: statements in ${large.made.length} transactions`, value: statements, unit: 'statements', n: 1 });
  note({ what: `${page.name}, scale 1`, value: median(small.page), unit: 'ms', n });
  note({ what: `${page.name}, scale 1: bare SQL`, value: median(small.bare), unit: 'ms', n });
  note({ what: `${page.name}, ${largeSize}`, value: median(large.page), unit: 'ms', n, ...target(40) });
  note({ what: `${page.name}, ${largeSize}: 95 in 100 within`, value: percentile(large.page, 0.95), unit: 'ms', n });
  note({ what: `${page.name}, ${largeSize}: bare SQL`, value: median(large.bare), unit: 'ms', n });
  note({
    what: `${page.name}, ${largeSize}: over bare SQL`,
    value: median(large.page) - median(large.bare),
    unit: 'ms',
    n,
    ...target(15),
  });
  note({
    what: `${page.name}, ${largeSize}: against scale 1`,
    value: median(large.page) / median(small.page),
    unit: '×',
    n,
    ...target(1.5),
  });
}

/** The same team and child at both sizes: among 220 children on plans, and in the middle of fifty copies of it; of what was loaded, those most like them. */
export async function measurePages(place: Place, note: Note): Promise<void> {
  const { folder } = await prepared(place);
  await comparePages(folder, await prepareLarge(place), note);
}

export async function comparePages(smallFolder: string, { folder, middle }: Large, note: Note): Promise<void> {
  const small = await stage(smallFolder, (owner) => castOf(owner));
  const large = await stage(folder, (owner) => (middle === undefined ? castOf(owner, small.cast) : castIn(small.cast, middle)));
  try {
    for (const { size, cast } of [
      { size: 'scale 1', cast: small.cast },
      { size: largeSize, cast: large.cast },
    ]) {
      note({ what: `${size}: children of the team on plans`, value: cast.onPlans, unit: 'children', n: 1 });
      note({ what: `${size}: lines in the record of the child`, value: cast.lines, unit: 'entries', n: 1 });
    }
    for (const page of pages) await measurePage(page, [small, large], note);
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
}
