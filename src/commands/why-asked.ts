import { staffCensusSteps } from '../oversight/workforce/asked-steps.ts';
import { censusDay } from '../oversight/workforce/census.ts';
import { derivation } from '../practice/pathway.ts';
import { registrationsOf, toldOfOne } from '../record/returns.ts';
import { restrictedForReturns } from '../record/safeguarding-dataset.ts';
import { registerTold, staffTold } from '../record/workforce.ts';
import { annexSteps } from '../returns/annex-a/annex.ts';
import { censusSteps } from '../returns/cin-census/build/census-return.ts';
import { cpIsSteps } from '../returns/cp-is/extract.ts';
import { whichCollection } from '../returns/rule/period.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import { lookedAfterSteps } from '../returns/ssda903/build/return-set.ts';
import { isAdopter, partsUnder } from '../returns/annex-a/numbers.ts';
import { whyOf, whyOfAnnex, whyOfDay, whyOfWorker } from '../returns/why.ts';
import type { WhyAnswer, WhyOfDay, WhyOfYear } from '../web/parts.ts';
import { numbersFor, type Here } from './compared-returns.ts';
import { namesFor } from './names-for.ts';
import { carriedOn, registerFile, workersFrom } from './workforce-census.ts';

/** All that a return says of whoever has a number, each value with the entries from which it follows, as known now or at an instant; undefined: nobody has it. */
export async function whyAsked(asking: Here, asked: WhyOfYear | WhyOfDay): Promise<WhyAnswer | undefined> {
  if (!('on' in asked)) return whyOfYear(asking, asked);
  if (asked.of === 'workforce-census') return whyOfStaff(asking, asked);
  return asked.of === 'annex-a' ? whyInAnnex(asking, asked) : whyOnDay(asking, asked, asked.of);
}

async function whyOfYear(asking: Here, { of, year, number, knownAt }: WhyOfYear): Promise<WhyAnswer | undefined> {
  const steps = of === 'cin' ? censusSteps : lookedAfterSteps;
  const told = await toldOfOne(asking, number, { derivation, steps, question: { return: of, year, child: number }, knownAt });
  if (told === undefined) return undefined;
  const parts = whyOf(told.history, { of, which: whichCollection(year), registrations: await numbersFor(asking, of) });
  return { person: told.person, parts };
}

type OfDay = Omit<WhyOfDay, 'of'>;
type OfTables = Exclude<WhyOfDay['of'], 'annex-a' | 'workforce-census'>;

async function whyOnDay(asking: Here, { on, number, knownAt }: OfDay, of: OfTables): Promise<WhyAnswer | undefined> {
  const steps = of === 'cp-is' ? cpIsSteps : datasetSteps;
  const told = await toldOfOne(asking, number, { derivation, steps, question: { return: of, on, child: number }, knownAt });
  if (told === undefined) return undefined;
  const isRestricted = (await restrictedForReturns(asking)).has(told.person);
  const { authority } = asking.session;
  return { person: told.person, parts: whyOfDay({ ...told, isRestricted }, { of, on, authority }) };
}

/** Of a child by their number; of an adopter by that of their enquiry, as list 11 has it. */
async function whyInAnnex(asking: Here, { on, number, knownAt }: OfDay): Promise<WhyAnswer | undefined> {
  const question = { return: 'annexA', on, child: number };
  const told = await toldOfOne(asking, number, { derivation, steps: annexSteps, question, knownAt });
  if (told === undefined) return undefined;
  const parts = partsUnder(number, whyOfAnnex(told.history, on, await namesFor(asking, '')));
  return { person: told.person, parts, ...(isAdopter(number) ? { isFile: true } : {}) };
}

/** Of a social worker by their number at Social Work England. What they carried on the day is in no entry of theirs. */
async function whyOfStaff(asking: Here, { on, number, knownAt }: OfDay): Promise<WhyAnswer | undefined> {
  const day = censusDay(on);
  const [told, carried, numbers] = [
    await staffTold(asking, staffCensusSteps, knownAt),
    await carriedOn(asking, day),
    await registrationsOf(asking),
  ];
  const register = await registerTold(asking, registerFile, ['caseloadStandard'], knownAt);
  const workersOf = workersFrom(day, { carried, numbers });
  for (const { member, history } of told) {
    const whole = [...register, ...history];
    if (workersOf(member)(whole).some((worker) => worker.number === number)) return { parts: whyOfWorker(whole, workersOf(member)) };
  }
  return undefined;
}
