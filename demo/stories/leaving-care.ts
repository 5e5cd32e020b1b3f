import { addDays, addMonths, ageAt, eighteenthBirthday, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { teamFor } from '../authority.ts';
import type { DemoChild } from '../household.ts';
import { aboutOne, drifts, say, workingDayAfter, workingDayBefore, workerOn, type Telling } from '../telling.ts';
import { leaverNotes, pathwayNeeds, pathwayProgress, pathwayViews, placementNextSteps } from '../words/care.ts';
import { allocate, someWorker } from './workforce.ts';

/** From the sixteenth birthday, for whoever is in care then: what is needed, the plan, and a review twice a year. */
export function preparePathway(telling: Telling, from: LocalDate, until: LocalDate): void {
  for (const child of telling.children) {
    if (child.bornOn === undefined) continue;
    const sixteen = addMonths(child.bornOn, 192);
    const begin = sixteen > from ? sixteen : addDays(from, telling.chance.between(3, 30));
    meetAdviser(telling, child, begin, until);
    const isLate = drifts(telling, begin, 0.12, 0.4);
    const completedOn = workingDayBefore(addDays(begin, isLate ? telling.chance.between(95, 130) : telling.chance.between(40, 88)));
    if (completedOn >= until) continue;
    const shared = { completedOn, needs: telling.turn(pathwayNeeds), view: telling.turn(pathwayViews) };
    say(telling, { step: 'pathwayNeedsAssessment', on: completedOn, shared, ...aboutOne(child) });
    planPathway(telling, child, addWorkingDays(completedOn, telling.chance.between(3, 15)), until);
  }
}

/** The plan, and its reviews until a day. */
function planPathway(telling: Telling, child: DemoChild, madeOn: LocalDate, until: LocalDate): void {
  const { chance, turn } = telling;
  if (madeOn >= until) return;
  const shared = { madeOn, adviser: adviserOf(telling), plan: turn(pathwayNeeds), view: turn(pathwayViews) };
  say(telling, { step: 'pathwayPlan', on: madeOn, shared, ...aboutOne(child) });
  const next = (on: LocalDate): LocalDate =>
    workingDayBefore(addDays(addMonths(on, 6), drifts(telling, on, 0.08, 0.35) ? chance.between(6, 45) : -chance.between(1, 30)));
  for (let on = next(madeOn); on < until; on = next(on))
    say(telling, {
      step: 'pathwayPlanReview',
      on,
      shared: { heldOn: on, held: true, progress: turn(pathwayProgress), view: turn(pathwayViews) },
      ...aboutOne(child),
    });
}

/** Who their adviser is, what they hold by now, and what they are offered. */
function meetAdviser(telling: Telling, child: DemoChild, begin: LocalDate, until: LocalDate): void {
  const { n } = telling;
  const namedOn = workingDayAfter(addDays(begin, 20 + (n % 30)));
  if (namedOn >= until) return;
  const introduced = 'They met at the carers’ table, with the social worker.';
  const one = aboutOne(child);
  say(telling, { step: 'personalAdviserNamed', on: namedOn, shared: { namedOn, adviser: adviserOf(telling), introduced }, ...one });
  const checkedOn = workingDayAfter(addDays(namedOn, 60 + (n % 25)));
  if (checkedOn >= until) return;
  const held = [
    'birthCertificate',
    'nationalInsurance',
    ...(n % 2 === 0 ? ['passport', 'bankAccount'] : []),
    ...(n % 5 === 0 ? ['healthPassport'] : []),
  ];
  const note =
    n % 2 === 0
      ? 'The nurse brings the health passport to the next review.'
      : 'Passport applied for; bank account with the adviser next month.';
  say(telling, { step: 'documentsHeld', on: checkedOn, shared: { checkedOn, held, note }, ...one });
  const told = { on: checkedOn, done: ['told', 'copy', 'councilTax'], view: 'Driving lessons, if they count.' };
  say(telling, { step: 'localOfferExplained', on: checkedOn, shared: told, ...one });
}

/** Each young person has one adviser, of the leaving-care team. */
function adviserOf({ staff, front, n }: Telling): string {
  const { workers, manager } = teamFor(staff, front.area, 'Leaving Care');
  return workers[n % workers.length] ?? manager;
}

/** From the eighteenth birthday: the adviser has the case, and is in touch; a home of their own for some. */
export function leaveCare(telling: Telling, child: DemoChild, from: LocalDate): void {
  const { chance, today } = telling;
  const team = teamFor(telling.staff, telling.front.area, 'Leaving Care');
  allocate(telling, workingDayAfter(from), team, adviserOf(telling) ?? someWorker(telling, team));
  planPathway(telling, child, addWorkingDays(from, chance.between(2, 12)), today);
  stayInTouch(telling, child, from);
  if (telling.n % 3 === 1) stayPut(telling, child, from);
  if (telling.n % 3 === 0) moveIn(telling, child, workingDayAfter(addDays(from, chance.between(20, 120))));
}

/** With the foster carers of before; some for a year, some still. */
function stayPut(telling: Telling, child: DemoChild, from: LocalDate): void {
  const { n, today } = telling;
  const begun = {
    on: from,
    kind: 'stayingPut',
    state: 'agreed',
    carers: 'The foster carers of before',
    support: 'Housing benefit and £90 a week to the carers.',
  };
  say(telling, { step: 'stayingOn', on: from, shared: { ...begun, view: 'It is my home.' }, ...aboutOne(child) });
  const endedOn = addMonths(from, 10 + (n % 8));
  if (n % 2 === 0 && endedOn < today)
    say(telling, { step: 'stayingOn', on: endedOn, shared: { on: endedOn, kind: 'stayingPut', state: 'ended' }, ...aboutOne(child) });
}

/** None is a foyer: the return refuses one of a year in which somebody comes of age. */
const homes = ['Z1', 'D1', 'U1', 'E1', 'E1', 'K1', 'B1', 'U1', 'U1', 'S2'] as const;
const days = ['F2', 'F5', 'F1', 'P2', 'F4', 'G5', 'G4', 'F5', 'G6', 'F2'] as const;

/** Every seven weeks or so, and in the weeks around each birthday, which the return asks about. A few are out of touch. */
function stayInTouch(telling: Telling, child: DemoChild, from: LocalDate): void {
  const { chance, today, n } = telling;
  const isOutOfTouch = n % 11 === 6;
  for (
    let on = workingDayAfter(addDays(from, chance.between(10, 50)));
    on < today;
    on = workingDayBefore(addDays(on, chance.between(32, 62)))
  ) {
    const isIn = !(isOutOfTouch ? chance.happens(0.8) : chance.happens(0.05));
    const shared = isIn
      ? {
          contactOn: on,
          inTouch: 'YES',
          activity: days[n % days.length],
          accommodation: homes[(n * 7) % homes.length],
          note: telling.turn(leaverNotes),
        }
      : { contactOn: on, inTouch: 'NO', activity: '0', accommodation: '0', note: leaverNotes[5] };
    say(telling, { step: 'careLeaverContact', on, shared, ...aboutOne(child) });
  }
}

/** A home that the authority provides: visited within seven days, the plan reviewed within 28, then a visit every two months. */
function moveIn(telling: Telling, child: DemoChild, providedOn: LocalDate): void {
  const { chance, today, turn } = telling;
  const shared = { providedOn, kind: chance.oneOf(['U1', 'D1', 'E1', 'T1']), suitable: true };
  say(telling, { step: 'leavingCareAccommodation', on: providedOn, shared, ...aboutOne(child) });
  for (const [days, amount, what] of [
    [4, 1_150, 'Bed, cooker and fridge'],
    [40, 620, 'Curtains, pans, a washing machine second hand'],
  ] as const) {
    const givenOn = workingDayAfter(addDays(providedOn, days));
    if (givenOn < today) say(telling, { step: 'settingUpAllowance', on: givenOn, shared: { givenOn, amount, what }, ...aboutOne(child) });
  }
  const reviewedOn = workingDayBefore(
    addDays(providedOn, drifts(telling, providedOn, 0.12, 0.4) ? chance.between(30, 45) : chance.between(18, 27)),
  );
  const review = { heldOn: reviewedOn, held: true, progress: turn(pathwayProgress) };
  if (reviewedOn < today) say(telling, { step: 'pathwayPlanReview', on: reviewedOn, shared: review, ...aboutOne(child) });
  const isLate = drifts(telling, providedOn, 0.1, 0.35);
  let on = workingDayBefore(addDays(providedOn, isLate ? chance.between(8, 15) : chance.between(2, 7)));
  for (; on < today; on = workingDayBefore(addDays(on, drifts(telling, on, 0.08, 0.3) ? chance.between(62, 85) : chance.between(40, 58))))
    say(telling, {
      step: 'visit',
      on,
      by: workerOn(telling, on),
      shared: { visitedOn: on, place: 'home', note: `${turn(leaverNotes)} ${chance.oneOf(pathwayProgress)} ${turn(placementNextSteps)}` },
      about: [{ person: child.person, answers: { seen: true, seenAlone: 'yes' } }],
    });
}

/** Left care at eighteen, before this record began: what is known of it was taken over on its first day. */
export function tellLeftEarlier(telling: Telling, takenOverOn: LocalDate): void {
  const [child] = telling.children;
  if (child?.bornOn === undefined) return;
  const endedOn = eighteenthBirthday(child.bornOn);
  // Longer than the thirteen weeks that make an eligible child.
  const startedOn = addDays(endedOn, -100);
  const team = teamFor(telling.staff, telling.front.area, 'Leaving Care');
  allocate(telling, takenOverOn, team, adviserOf(telling));
  const said = { recordedOn: takenOverOn, by: workerOn(telling, takenOverOn), ...aboutOne(child) };
  say(telling, {
    step: 'periodOfCare',
    on: startedOn,
    shared: { startedOn, legalStatus: 'C2', categoryOfNeed: 'N1', beganEarlier: true },
    ...said,
  });
  say(telling, { step: 'placement', on: startedOn, shared: { startedOn, type: 'U4', beganEarlier: true }, ...said });
  const reason = ageAt(child.bornOn, telling.today) % 2 === 0 ? 'E17' : 'E5';
  say(telling, { step: 'periodOfCareEnd', on: endedOn, shared: { endedOn, reason }, ...said });
  leaveCare(telling, child, takenOverOn);
}
