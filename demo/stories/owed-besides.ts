import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { say, workingDayAfter, type Telling } from '../telling.ts';

/** Of whom something is owed that no plan and no care of ours says; by the week, counted back, in which somebody rang about them. Of some it is done, of some it waits. */
const kinds: Readonly<Record<number, (telling: Telling, on: LocalDate) => void>> = {
  71: (telling, on) => placedHere(telling, on, ['noticeReceived', 'toldHere']),
  44: (telling, on) => placedHere(telling, on, ['toldHere']),
  27: (telling, on) => placedHere(telling, on, ['noticeReceived', 'toldHere']),
  8: (telling, on) => placedHere(telling, on, []),
  60: (telling, on) => fostered(telling, on, 'suitable'),
  35: (telling, on) => fostered(telling, on, 'requirements'),
  4: (telling, on) => fostered(telling, on, undefined),
  30: (telling, on) => longStay(telling, on, true),
  6: (telling, on) => longStay(telling, on, false),
};

export const tellOwedBesides = (telling: Telling, ago: number, on: LocalDate): void => kinds[ago]?.(telling, workingDayAfter(on));

const workerOf = ({ front, n }: Telling): string => front.workers[n % front.workers.length] ?? front.manager;

const councils = ['Westshire County Council', 'London Borough of Eastmarsh', 'Northmoor Council', 'Southwell City Council'] as const;

function placedHere(telling: Telling, on: LocalDate, done: readonly string[]): void {
  const by = workerOf(telling);
  const learntOn = addWorkingDays(on, 1);
  const authority = councils[telling.n % councils.length];
  say(telling, {
    step: 'placedHere',
    on,
    recordedOn: learntOn,
    by,
    shared: {
      startedOn: on,
      authority,
      learntOn,
      carers: 'Children’s home in the county',
      worker: 'Their social worker, by their switchboard',
    },
  });
  if (done.length === 0) return;
  const changedOn = addWorkingDays(on, done.length === 1 ? 4 : 3);
  say(telling, { step: 'placedHereChange', on: changedOn, by, shared: { on: changedOn, done } });
}

function visit(telling: Telling, visitedOn: LocalDate): void {
  const shared = { visitedOn, place: 'elsewhere', seen: true, seenAlone: 'yes', note: 'Spoken to alone; sleeps and eats well there.' };
  say(telling, { step: 'visit', on: visitedOn, by: workerOf(telling), shared });
}

function fostered(telling: Telling, on: LocalDate, decision: 'suitable' | 'requirements' | undefined): void {
  const by = workerOf(telling);
  say(telling, {
    step: 'privateFosteringNotice',
    on,
    by,
    shared: {
      awareOn: on,
      how: decision === undefined ? 'found' : 'begun',
      carer: 'A family friend, no relative',
      why: 'For a school year; parents abroad.',
    },
  });
  if (decision === undefined) return;
  for (let visitedOn = addWorkingDays(on, 5); visitedOn <= telling.until; visitedOn = workingDayAfter(addDays(visitedOn, 40)))
    visit(telling, visitedOn);
  const decidedOn = addWorkingDays(on, 24);
  const reasons = 'Cared for as one of the family; own room; school and doctor found; mother rings each night.';
  const requirements = decision === 'requirements' ? { requirements: 'A guard before the fire, within a week.' } : {};
  say(telling, {
    step: 'privateFosteringDecision',
    on: decidedOn,
    by: telling.front.manager,
    shared: { decidedOn, decision, reasons, ...requirements },
  });
}

function longStay(telling: Telling, on: LocalDate, isDetermined: boolean): void {
  const by = workerOf(telling);
  const beganOn = addDays(on, -70);
  say(telling, {
    step: 'longStayNotice',
    on,
    by,
    shared: {
      toldOn: on,
      where: 'hospital',
      how: 'told',
      place: 'County Hospital, the children’s ward',
      beganOn,
      why: 'After an operation.',
    },
  });
  if (!isDetermined) return;
  for (let visitedOn = addWorkingDays(on, 6); visitedOn <= telling.until; visitedOn = workingDayAfter(addDays(visitedOn, 80)))
    visit(telling, visitedOn);
  const decidedOn = addWorkingDays(on, 30);
  const said = {
    decision: 'support',
    childsView: '“Mum can’t get the bus.”',
    reasons: 'Cared for well; fares are paid and lessons begin.',
  };
  say(telling, { step: 'longStayDecision', on: decidedOn, by, shared: { decidedOn, ...said } });
}
