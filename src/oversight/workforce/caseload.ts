import type { Standing } from '../../kernel/derivation/derivation.ts';
import type { Carried } from '../../record/workforce.ts';
import { fteOf, type Spell } from './staff.ts';
import type { Standard } from './standard.ts';

/** What a child’s standing tells of the work, and nothing of who the child is: brothers and sisters have one number of `family`. */
export type CarriedChild = Omit<Carried, 'unallocatedSince' | 'leftCareOn'>;

/** As the standing of a child tells it; of the family nothing, which lists name otherwise. */
export function carriedAs(standing: Standing): CarriedChild {
  const { stays, family: _, ...told } = standing;
  return { ...told, ...(stays?.miles === undefined ? {} : { miles: stays.miles }) };
}

export const stages = {
  help: 'in family help',
  assessment: 'being assessed',
  inNeed: 'on a child in need plan',
  protection: 'on a protection plan',
  lookedAfter: 'looked after',
  leavingCare: 'having left care',
} as const;
export type CaseStage = keyof typeof stages;

/** Further than this from home is a journey of half a day. */
export const distantMiles = 20;

/** Of several the one that weighs most; undefined: nobody works with the child. */
export function stageOf(child: CarriedChild, standard: Standard): CaseStage | undefined {
  const are = {
    lookedAfter: child.lookedAfterSince,
    protection: child.onPlanSince,
    inNeed: child.inNeedPlanSince,
    assessment: child.openSince,
    leavingCare: child.careLeaverUntil,
    help: child.helpSince,
  } as const;
  const holding = stageNames.filter((stage) => are[stage] !== undefined);
  // An open referral is assessed until a plan or care says what it became.
  const beyond = holding.filter((stage) => stage !== 'assessment' || holding.every((one) => one === 'assessment' || one === 'leavingCare'));
  return beyond.toSorted((a, b) => standard[b] - standard[a])[0];
}
const stageNames: readonly CaseStage[] = ['lookedAfter', 'protection', 'inNeed', 'assessment', 'leavingCare', 'help'];

export type CaseWeight = { readonly stage: CaseStage; readonly weight: number; readonly inCourt: boolean; readonly isDistant: boolean };

/** What one child weighs by itself. */
export function weightOf(child: CarriedChild, standard: Standard): CaseWeight | undefined {
  const stage = stageOf(child, standard);
  if (stage === undefined) return undefined;
  const inCourt = child.courtSince !== undefined;
  const isDistant = (child.miles ?? 0) > distantMiles;
  const weight = standard[stage] + (inCourt ? standard.proceedings : 0) + (isDistant ? standard.distance : 0);
  return { stage, weight, inCourt, isDistant };
}

/** What one worker carries. `children`: those they lead, a plain count; `second`: those they work with besides; `weighted`: both, by the standard. */
export type Caseload = {
  readonly worker: string;
  readonly children: number;
  readonly second: number;
  readonly families: number;
  readonly inCourt: number;
  readonly distant: number;
  readonly byStage: ReadonlyMap<CaseStage, number>;
  readonly weighted: number;
};

type Weighed = CaseWeight & { readonly family: number | undefined };

/** Of each family the heaviest child whole, and each further one at a share: one visit and one school run is of both. */
function sumOf(weighed: readonly Weighed[], { siblings }: Standard): number {
  const alone = weighed.filter(({ family }) => family === undefined);
  const families = Map.groupBy(
    weighed.filter(({ family }) => family !== undefined),
    ({ family }) => family,
  );
  const ofFamily = (some: readonly Weighed[]): number =>
    some.toSorted((a, b) => b.weight - a.weight).reduce((sum, { weight }, n) => sum + weight * (n === 0 ? 1 : siblings), 0);
  return alone.reduce((sum, { weight }) => sum + weight, 0) + [...families.values()].reduce((sum, some) => sum + ofFamily(some), 0);
}

const weighedIn = (children: readonly CarriedChild[], standard: Standard): readonly Weighed[] =>
  children.flatMap((child) => {
    const weight = weightOf(child, standard);
    return weight === undefined ? [] : [{ ...weight, family: child.family }];
  });

const tenths = (value: number): number => Math.round(value * 10 + Number.EPSILON) / 10;

/** The caseload of a worker, of all that is carried: of a child whom nobody works with any more, nothing. */
export function caseloadOf(worker: string, carried: readonly CarriedChild[], standard: Standard): Caseload {
  const led = weighedIn(
    carried.filter((child) => child.worker === worker),
    standard,
  );
  const beside = weighedIn(
    carried.filter(({ worker: lead, seconds = [] }) => lead !== worker && seconds.includes(worker)),
    standard,
  );
  return {
    worker,
    children: led.length,
    second: beside.length,
    families: new Set(led.map(({ family }, n) => family ?? `alone ${n}`)).size,
    inCourt: led.filter(({ inCourt }) => inCourt).length,
    distant: led.filter(({ isDistant }) => isDistant).length,
    byStage: new Map([...Map.groupBy(led, ({ stage }) => stage)].map(([stage, some]) => [stage, some.length])),
    weighted: tenths(sumOf(led, standard) + standard.second * sumOf(beside, standard)),
  };
}

/** How much of the usual a worker may carry: by hours and, newly qualified, by what is protected. `away`: nothing new is for them today. */
export type Capacity = { readonly most: number; readonly isProtected: boolean };

/** `percent`: of the usual, as the programme of their own induction says; absent: it says none, and the local standard holds. */
export const capacityOf = (spell: Pick<Spell, 'hours' | 'grade'>, standard: Standard, percent?: number): Capacity => {
  const isProtected = spell.grade === 'newlyQualified';
  const share = percent === undefined ? standard.newlyQualified : percent / 100;
  return {
    most: tenths(standard.usual * fteOf(spell, standard.fullTimeHours) * (isProtected ? share : 1)),
    isProtected,
  };
};
