import { addDays, daysBetween, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { drifts, say, type DemoEntry, type Telling } from '../telling.ts';
import { missingInterviews, missingReturns, missingRisks } from '../words/care.ts';

export type Missing = { readonly from: LocalDate; readonly until: LocalDate; readonly times: number; readonly isMissingNow: boolean };

/** Times on which the eldest was missing: most come back overnight, and somebody independent asks what happened. */
export function goMissing(telling: Telling, { from, until, times, isMissingNow }: Missing): void {
  const [eldest] = telling.children;
  if (eldest === undefined) return;
  const about = [{ person: eldest.person, answers: {} }];
  const apart = Math.floor(daysBetween(from, until) / (times + 1));
  if (apart >= 12)
    for (let time = 1; time <= times; time += 1) goOnce(telling, addDays(from, time * apart + telling.chance.between(-4, 4)), about);
  if (isMissingNow) leave(telling, addDays(telling.today, -1), about);
}

function leave(telling: Telling, on: LocalDate, about: DemoEntry['about']): void {
  const { chance, turn } = telling;
  const kind = chance.happens(0.75) ? 'M' : 'A';
  const shared = {
    startedOn: on,
    startedAt: chance.oneOf(['19:40', '21:15', '22:30', '23:05']),
    kind,
    policeTold: kind === 'M',
    risk: turn(missingRisks),
  };
  say(telling, { step: 'missingEpisode', on, shared, about });
}

function goOnce(telling: Telling, on: LocalDate, about: DemoEntry['about']): void {
  const { chance, turn } = telling;
  leave(telling, on, about);
  const returnedOn = addDays(on, chance.oneOf([1, 1, 1, 1, 2, 3]));
  const back = { returnedOn, returnedAt: chance.oneOf(['02:10', '06:50', '07:40', '11:20']), howFound: turn(missingReturns) };
  const returned = say(telling, { step: 'returnFromMissing', on: returnedOn, shared: back, about });
  const isLate = drifts(telling, returnedOn, 0.14, 0.4);
  const heldOn = addDays(returnedOn, isLate ? chance.between(4, 9) : chance.between(1, 2));
  const named = returned === undefined ? {} : { returned };
  const shared = chance.happens(0.2)
    ? { heldOn, outcome: 'declined', ...named }
    : { heldOn, heldAt: '16:30', outcome: 'held', ...named, independent: true, whatTheChildSaid: turn(missingInterviews) };
  say(telling, { step: 'returnHomeInterview', on: heldOn, shared, about });
}
