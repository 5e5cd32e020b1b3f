import { assumptions, assumptionsBy, type AssumptionName, type Assumptions } from './assumptions.ts';
import type { Asked } from './plan.ts';
import { usualScenarios, type Change } from './scenarios.ts';

/** So many scenarios stand beside the service as it is now. */
export const mostScenarios = 3;

type Range = { readonly title: string; readonly least: number; readonly most: number; readonly isWhole: boolean };

export const changeRanges = {
  referrals: { title: 'Referrals, more or fewer in 100', least: -90, most: 300, isWhole: false },
  workers: { title: 'Workers, more or fewer', least: -500, most: 500, isWhole: true },
  visits: { title: 'Working days between child protection visits', least: 1, most: 120, isWhole: true },
} as const satisfies Readonly<Record<string, Range>>;

export const runRanges = {
  replications: { title: 'Replications', least: 20, most: 1000, isWhole: true },
  seed: { title: 'Seed', least: 0, most: 2_000_000_000, isWhole: true },
} as const satisfies Readonly<Record<string, Range>>;

export const usualRun = { replications: 200, seed: 1 } as const;

export type AskedProblem = { readonly field: string; readonly message: string };

type Given = (name: string) => string;
type Reader = (name: string, range: Range, usual: number | undefined) => number | undefined;

/** A number from an address, or why it is none. */
function reader(given: Given, problems: AskedProblem[]): Reader {
  return (name, { title, least, most, isWhole }, usual) => {
    const text = given(name).trim();
    if (text === '') return usual;
    const number = Number(text.replace(/^[−–]/, '-').replaceAll(',', ''));
    if (Number.isFinite(number) && number >= least && number <= most && (!isWhole || Number.isInteger(number))) return number;
    const kind = isWhole ? 'a whole number' : 'a number';
    problems.push({ field: name, message: `${title}: “${text}” must be ${kind} from ${least} to ${most.toLocaleString('en-GB')}` });
    return usual;
  };
}

/** A for the first. */
export const letterOf = (scenario: number): string => String.fromCodePoint(65 + scenario);

/** The name of a scenario’s field: `a-referrals`. */
export const fieldOf = (scenario: number, name: keyof Change): string => `${letterOf(scenario).toLowerCase()}-${name}`;

function changeOf(read: Reader, given: Given, scenario: number, usual: Change): Change {
  const referrals = read(fieldOf(scenario, 'referrals'), changeRanges.referrals, usual.referrals);
  const workers = read(fieldOf(scenario, 'workers'), changeRanges.workers, usual.workers);
  const visits = read(fieldOf(scenario, 'visits'), changeRanges.visits, usual.visits);
  return {
    ...(referrals === undefined || referrals === 0 ? {} : { referrals }),
    ...(workers === undefined || workers === 0 ? {} : { workers }),
    ...(given(fieldOf(scenario, 'merged')) === 'yes' ? { merged: true } : {}),
    ...(visits === undefined ? {} : { visits }),
  };
}

/** What an address asks; nothing in it: what leaders ask first. `usual`: what is assumed unless said otherwise. */
export function askedOf(
  given: Given,
  isGiven: boolean,
  usual: Assumptions,
): { readonly asked: Asked; readonly problems: readonly AskedProblem[] } {
  const problems: AskedProblem[] = [];
  const read = reader(given, problems);
  const changes = Array.from({ length: mostScenarios }, (_, n) => changeOf(read, given, n, isGiven ? {} : (usualScenarios[n] ?? {})));
  const assumed = (name: AssumptionName): number => read(name, { ...assumptions[name], isWhole: false }, usual[name]) ?? usual[name];
  const found = assumptionsBy(assumed);
  if (found.closes <= found.opens && problems.length === 0)
    problems.push({
      field: 'closes',
      message: `${assumptions.closes.title}: “${found.closes}” must be later than it begins, ${found.opens}`,
    });
  return {
    asked: {
      assumptions: found,
      scenarios: changes.flatMap((change, n) => (Object.keys(change).length === 0 ? [] : [{ letter: letterOf(n), change }])),
      replications: read('replications', runRanges.replications, usualRun.replications) ?? usualRun.replications,
      seed: read('seed', runRanges.seed, usualRun.seed) ?? usualRun.seed,
    },
    problems,
  };
}
