import { addDays, addMonths } from '../kernel/calendar/dates.ts';
import { derivation } from '../practice/pathway.ts';
import { toldOfEverybody, type Asking, type Told } from '../record/returns.ts';
import type { ReturnName } from '../returns/child-finding.ts';
import { censusOfAll, censusSteps } from '../returns/cin-census/build/census-return.ts';
import { detailIn } from '../returns/details.ts';
import { explainedRules, type RecordExplains } from '../returns/explained-rules.ts';
import { whichCollection, type Period } from '../returns/rule/period.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import type { KnownPlaces } from '../returns/ssda903/build/check-looked-after.ts';
import { lookedAfterSteps } from '../returns/ssda903/build/return-set.ts';
import type { Registrations } from '../returns/ssda903/build/social-worker-rows.ts';
import { returnInXml } from '../returns/ssda903/build/write-xml.ts';

export type Made = {
  readonly of: ReturnName;
  readonly year: CollectionYear;
  readonly knownAt: string;
  readonly registrations: Registrations;
  /** Absent: that of the year. */
  readonly period?: Period;
  /** Is told, by the number of each child, of which rules somebody explained in the record what they find, and in which entries. */
  readonly explained?: Map<string, ReadonlyMap<string, RecordExplains>>;
  /** With which the rules are asked of each record. */
  readonly places?: KnownPlaces | undefined;
};

/** The year before that of a return, which may have no rules of its own any more. */
export function yearBefore(year: CollectionYear): Period {
  const { from } = whichCollection(year).period;
  return { from: addMonths(from, -12), to: addDays(from, -1) };
}

/** A return as one file, from the record as known at an instant: made again, it is the same. */
export async function madeReturn(asking: Asking, made: Made): Promise<Buffer> {
  const { of, year, knownAt, registrations, explained } = made;
  const { authority } = 'owner' in asking ? asking : asking.session;
  const which = { ...whichCollection(year), ...(made.period === undefined ? {} : { period: made.period }) };
  const steps = of === 'cin' ? censusSteps : lookedAfterSteps;
  const notes = explained && { explained, rulesOf: explainedRules(of, which, made.places) };
  const told = noting(toldOfEverybody(asking, { derivation, steps, question: { return: of, year }, knownAt }), notes);
  const pieces: Buffer[] = [];
  const written = of === 'cin' ? censusOfAll({ ...which, authority, knownAt }, told) : returnInXml({ ...which, registrations }, told);
  for await (const piece of written) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

type Notes = {
  readonly rulesOf: ReturnType<typeof explainedRules>;
  readonly explained: NonNullable<Made['explained']>;
};

async function* noting(told: AsyncGenerator<Told>, notes: Notes | undefined): AsyncGenerator<Told> {
  for await (const one of told) {
    if (notes !== undefined) note(one, notes);
    yield one;
  }
}

/** That a record explains something, and in which entries: their words are read in the record. */
function note({ history }: Told, { rulesOf, explained }: Notes): void {
  const rules = rulesOf(history);
  if (rules.size > 0) explained.set(String(detailIn(history)('laChildId')?.answers['laChildId']), rules);
}
