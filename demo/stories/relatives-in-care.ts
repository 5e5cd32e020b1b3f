import { addDays, addMonths, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { demonstrationAuthority } from '../authority.ts';
import type { CarePlot } from '../care-plots.ts';
import { isBornOn, say, workingDayAfter, type Telling } from '../telling.ts';
import { adultNames, professionals } from '../words/adults.ts';
import { addressOf } from './homes.ts';
import { firstName, kinOf, relate, tellAdult, tellParentage, writtenOn, type Adult, type Kin, type Parentages } from './relatives.ts';
import { tellResponsibility } from './responsibility.ts';
import { statusOf, type Placed } from './placements.ts';

/** Who belongs to children in care: their parents and who is responsible, where they lived before, and with whom they live now. */
export function tellRelativesInCare(telling: Telling, plot: CarePlot, startedOn: LocalDate, stays: readonly Placed[]): void {
  const kin = kinOf(telling);
  const stay = stays.at(-1);
  if (kin === undefined || stay === undefined) return;
  if (plot.isUnaccompanied) tellFarAway(kin);
  else tellFamily(kin, plot, startedOn, stay);
  tellCarers(kin, plot, stay);
}

/** The parents of those who arrived alone are known by name, as the young person says. */
function tellFarAway(kin: Kin): void {
  const names = adultNames(kin.lastName);
  for (const { person } of kin.telling.children) {
    relate(kin, person, 'mother', { name: `${firstName(kin, names.mothers)} ${kin.lastName}` }, 'saidByThem');
    if (kin.chance.happens(0.6)) relate(kin, person, 'father', { name: `${firstName(kin, names.fathers)} ${kin.lastName}` }, 'saidByThem');
    if (kin.chance.happens(0.4)) relate(kin, person, 'sibling', { name: `${firstName(kin, names.fathers)} ${kin.lastName}` }, 'saidByThem');
  }
}

function tellFamily(kin: Kin, plot: CarePlot, startedOn: LocalDate, stay: Placed): void {
  const { chance, telling } = kin;
  const told = tellParentage(kin);
  tellResponsibility(kin, told.parents);
  const status = statusOf(telling, plot);
  if (status === 'C1' || status === 'C2') tellCareOrder(kin, startedOn);
  tellHomeBefore(kin, told, startedOn);
  if (stay.answers['type'] === 'U3') tellGrandmother(kin, told.mother, stay);
  const [first] = telling.children;
  if (first !== undefined && chance.happens(0.25))
    relate(
      kin,
      first.person,
      'halfSibling',
      { name: `${firstName(kin, adultNames(kin.lastName).mothers)} ${kin.lastName}` },
      'saidByFamily',
    );
}

/** The authority shares responsibility under a care order (section 33(3)). */
function tellCareOrder(kin: Kin, startedOn: LocalDate): void {
  const { telling } = kin;
  const shared = { name: demonstrationAuthority.name, acquired: 'careOrder', from: startedOn, evidence: ['sealedOrder'] };
  say(telling, {
    step: 'parentalResponsibility',
    on: startedOn,
    recordedOn: laterOf(kin, startedOn),
    shared,
    about: everybody(kin, startedOn),
  });
}

/** Where the mother lives, with whom, and the children until they came into care. */
function tellHomeBefore(kin: Kin, { mother, partner }: Parentages, startedOn: LocalDate): void {
  const { chance, telling, on } = kin;
  const from = addMonths(startedOn, -chance.between(2, 30));
  const adults = [mother, ...(partner === undefined ? [] : [partner])].map(({ person }) => ({ person, answers: {} }));
  const children = telling.children
    .filter((child) => isBornOn(child, from))
    .map(({ person }) => ({ person, answers: { until: startedOn } }));
  say(telling, {
    step: 'household',
    on: from,
    recordedOn: laterOf(kin, startedOn, on),
    shared: { from, ...addressOf(kin) },
    about: [...adults, ...children],
  });
}

/** A grandmother who looks after them has a record of her own. */
function tellGrandmother(kin: Kin, mother: Adult, stay: Placed): void {
  const at = { ...kin, on: laterOf(kin, stay.from) };
  const grandmother = tellAdult(at, {
    key: 'grandmother',
    firstName: firstName(kin, adultNames(kin.lastName).grandmothers),
    lastName: mother.name.split(' ').slice(1).join(' '),
    sex: 'F',
    bornOn: addMonths(mother.bornOn, -12 * kin.chance.between(18, 30)),
  });
  relate(at, mother.person, 'mother', grandmother, 'saidByThem');
  for (const { person } of kin.telling.children)
    relate(at, person, 'fosterCarer', grandmother, 'agencyRecord', stay.beganEarlier ? undefined : stay.from);
}

/** With whom they live, by name, and where. */
function tellCarers(kin: Kin, { isUnaccompanied }: CarePlot, stay: Placed): void {
  const { telling } = kin;
  const { type, postcode } = stay.answers;
  const recordedOn = laterOf(kin, stay.from);
  if (/^U[456]$/.test(String(type))) {
    const name = professionals[(telling.n * 5 + 2) % professionals.length] ?? '';
    const own = { name, bond: 'fosterCarer', ...(stay.beganEarlier ? {} : { from: stay.from }) };
    const about = telling.children.map(({ person }) => ({ person, answers: own }));
    say(telling, { step: 'relationship', on: recordedOn, shared: { learntOn: recordedOn, source: 'agencyRecord' }, about });
  }
  if (type === 'P1' || isUnaccompanied) return;
  const shared = { from: stay.from, ...addressOf(kin), ...(typeof postcode === 'string' ? { postcode } : {}) };
  say(telling, { step: 'household', on: stay.from, recordedOn, shared, about: everybody(kin, stay.from) });
}

const everybody = ({ telling }: Kin, on: LocalDate) =>
  telling.children.filter((child) => isBornOn(child, on)).map(({ person }) => ({ person, answers: {} }));

/** Written down once it is known: with the rest of the family, or some days after it happened. */
function laterOf(kin: Kin, happenedOn: LocalDate, on = kin.on): LocalDate {
  const known = kin.telling.children.map((child) => writtenOn(kin, child));
  return [workingDayAfter(addDays(happenedOn, 2)), on, ...known].sort().at(-1) ?? on;
}
