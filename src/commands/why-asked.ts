import { endOfDay } from '../kernel/calendar/instants.ts';
import type { History } from '../kernel/step/history.ts';
import { staffSteps } from '../oversight/workforce/asked-steps.ts';
import { censusDay, workforceCensus } from '../oversight/workforce/census.ts';
import { staffMemberOf } from '../oversight/workforce/staff.ts';
import { standardOn } from '../oversight/workforce/standard.ts';
import { derivation, idWithin } from '../practice/pathway.ts';
import { registrationsOf, toldOfEverybody, toldOfOne, type Told } from '../record/returns.ts';
import { restrictedForReturns } from '../record/safeguarding-dataset.ts';
import { carriedBy, registerTold, staffTold } from '../record/workforce.ts';
import { adopterSteps } from '../returns/annex-a/adopter-rows.ts';
import { annexSteps } from '../returns/annex-a/annex.ts';
import { censusSteps } from '../returns/cin-census/build/census-return.ts';
import { cpIsSteps } from '../returns/cp-is/extract.ts';
import { whichCollection } from '../returns/rule/period.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import { lookedAfterSteps } from '../returns/ssda903/build/return-set.ts';
import { whyOf, whyOfAnnex, whyOfDay, whyOfWorker } from '../returns/why.ts';
import type { WhyAnswer, WhyOfDay, WhyOfYear } from '../web/parts.ts';
import { numbersFor, type Here } from './compared-returns.ts';
import { namesFor } from './names-for.ts';

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
  const told = adopter.test(number)
    ? await adoptersWith(asking, number, { question, knownAt })
    : await toldOfOne(asking, number, { derivation, steps: annexSteps, question, knownAt });
  if (told === undefined) return undefined;
  const parts = whyOfAnnex(told.history, on, await namesFor(asking, ''));
  const isFile = adopter.test(number);
  return { person: told.person, parts: parts.filter(({ name }) => (name === 'List 11') === isFile), ...(isFile ? { isFile } : {}) };
}

const adopter = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[12]$/;

type Asked = { readonly question: Readonly<Record<string, unknown>>; readonly knownAt: string | undefined };

async function adoptersWith(asking: Here, number: string, asked: Asked): Promise<Told | undefined> {
  const enquiry = number.slice(0, -2);
  for await (const told of toldOfEverybody(asking, { derivation, steps: adopterSteps, ...asked }))
    if (told.history.some(({ entry }) => entry === enquiry)) return told;
  return undefined;
}

const registerSteps = ['caseloadStandard'] as const;
const isOfRegister = ({ step }: History[number]): boolean => registerSteps.some((one) => one === step);

/** Of a social worker by their number at Social Work England. What they carried on the day is in no entry of theirs. */
async function whyOfStaff(asking: Here, { on, number, knownAt }: OfDay): Promise<WhyAnswer | undefined> {
  const day = censusDay(on);
  const then = new Date(Math.min(endOfDay(day).getTime() - 1, Date.now())).toISOString();
  const [told, carried, numbers] = [
    await staffTold(asking, [...staffSteps, 'staffDetails'], knownAt),
    await carriedBy(asking, then),
    await registrationsOf(asking),
  ];
  const register = await registerTold(asking, idWithin('the workforce', 'workforce', 0), registerSteps, knownAt);
  const censusOf = (member: string, history: History) => {
    const own = history.filter(isOfRegister);
    const staff = [
      staffMemberOf(
        member,
        history.filter((one) => !isOfRegister(one)),
      ),
    ];
    return workforceCensus(day, { staff, register: own, carried, standard: standardOn(own, day), numbers }).workers;
  };
  for (const { member, history } of told) {
    const whole = [...register, ...history];
    if (censusOf(member, whole).some((worker) => worker.number === number))
      return { parts: whyOfWorker(whole, (some) => censusOf(member, some)) };
  }
  return undefined;
}
