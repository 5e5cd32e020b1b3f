import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { chanceFrom, type Chance } from '../chance.ts';
import { drifts, holdingOn, managerOn, say, workerOn, workingDayAfter, type DemoEntry, type Telling } from '../telling.ts';
import { chairsConcerns, chairsGood, concernAnswers, consultations, discussed } from '../words/supervision.ts';
import { actionsOf } from './agreed-action.ts';

/** How those look after practice who do not do it: supervision, consultations, chairs. Told last, with chances of its own. */
export function tellOversight(telling: Telling, isOnPlanOrInCare: boolean): void {
  const chance = chanceFrom(telling.n * 6151 + 29);
  tellDiscussions(telling, chance, isOnPlanOrInCare);
  if (isOnPlanOrInCare && telling.n % 6 === 2) tellConsultation(telling, chance);
  tellChairsNotes(telling, chance);
}

const last = ({ entries }: Telling): DemoEntry | undefined => entries.at(-1);

/** Adds what is told of an entry that was just said; nothing of it lies after yesterday. */
function addAfter(telling: Telling, more: readonly DemoEntry[]): void {
  telling.entries.push(...more.filter(({ recordedOn }) => recordedOn <= telling.until));
}

/** For how long, in days: of every fourth family a year is told, of the others some weeks; some have not been brought yet. */
function toldFor({ n }: Telling, isOnPlanOrInCare: boolean): number {
  if (n % 13 === 7) return 0;
  return n % 4 === 1 ? 400 : isOnPlanOrInCare ? 66 : 130;
}

/** In the supervision of whoever has the case on the day: each time while there is a plan or care, otherwise every third time. */
function tellDiscussions(telling: Telling, chance: Chance, isOnPlanOrInCare: boolean): void {
  const { until, supervision, entries } = telling;
  const since = addDays(until, -toldFor(telling, isOnPlanOrInCare));
  const closedOn = entries.find(({ step }) => step === 'closure')?.happenedOn ?? until;
  const workers = new Set(telling.holdings.flatMap(({ worker }) => worker ?? []));
  const days = [...workers]
    .flatMap((worker) => (supervision.get(worker)?.days ?? []).map((day) => ({ ...day, worker })))
    .filter(({ on, held, worker }) => held && on > since && on < closedOn && holdingOn(telling, on)?.worker === worker)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const isStretched = holdingOn(telling, until)?.team.isStretched === true;
  days
    .filter((_, turn) => (isOnPlanOrInCare || turn % 3 === 0) && chance.happens(isStretched ? 0.8 : 0.96))
    .forEach((day) => discuss(telling, chance, day));
}

type Day = { readonly on: LocalDate; readonly recordedOn: LocalDate; readonly worker: string };

function discuss(telling: Telling, chance: Chance, { on, recordedOn, worker }: Day): void {
  const { action, ...words } = telling.turn(discussed);
  const byWhen = addWorkingDays(on, chance.between(5, 15));
  const agreed = action === undefined || chance.happens(0.5) ? {} : { agreedActions: [{ what: action, owner: worker, byWhen }] };
  const shared = { discussedOn: on, worker, ...words, ...agreed };
  const by = telling.supervision.get(worker)?.supervisor ?? managerOn(telling, on);
  if (say(telling, { step: 'caseDiscussion', on, recordedOn, shared, by }) === undefined) return;
  const said = last(telling);
  if (said === undefined || !('agreedActions' in agreed)) return;
  const days = chance.between(0, 4) - (chance.happens(0.86) ? 4 : -2);
  const doneOn = addWorkingDays(byWhen, days);
  const isDone = !chance.happens(0.04) && doneOn >= recordedOn;
  addAfter(telling, actionsOf(said, isDone ? { on: doneOn, by: workerOn(telling, doneOn) } : undefined));
}

/** Somebody who knows more is asked; one in nine waits for the answer. */
function tellConsultation(telling: Telling, chance: Chance): void {
  const askedOn = workingDayAfter(addDays(telling.until, -chance.between(12, 240)));
  const holding = holdingOn(telling, askedOn);
  if (holding?.worker === undefined) return;
  const { advice, use, reason, question, adviser, ...from } = telling.turn(consultations);
  const who = adviser === 'seniorManager' ? { who: holding.team.manager } : adviser === 'chair' ? { who: telling.reviewer } : {};
  const shared = { askedOn, adviser, ...who, ...from, question, neededBy: addWorkingDays(askedOn, 5) };
  const consultation = say(telling, { step: 'caseConsultation', on: askedOn, shared, by: managerOn(telling, askedOn) });
  const asked = last(telling);
  if (consultation === undefined || asked === undefined) return;
  const advisedOn = addWorkingDays(askedOn, chance.happens(0.8) ? 3 : 8);
  const isAnswered = !chance.happens(0.11);
  const told = isAnswered && 'who' in shared ? { on: advisedOn, by: shared.who } : undefined;
  addAfter(telling, actionsOf(asked, told));
  if (!isAnswered) return;
  const answer = { advisedOn, consultation, adviser, advice, use, reason };
  say(telling, { step: 'consultationAdvice', on: advisedOn, shared: answer, by: managerOn(telling, advisedOn) });
}

const meetings: ReadonlyMap<string, string> = new Map([
  ['initialConference', 'conference'],
  ['reviewConference', 'conference'],
  ['lookedAfterReview', 'review'],
]);

/** After one meeting in twelve whoever was in the chair notes something; one in three of the notes is a concern. */
function tellChairsNotes(telling: Telling, chance: Chance): void {
  const held = telling.entries.filter(({ step, shared }) => meetings.has(step) && shared['held'] !== false);
  for (const meeting of held) if (chance.happens(1 / 12)) note(telling, chance, meeting);
}

function note(telling: Telling, chance: Chance, { step, happenedOn, about, recordedOn }: DemoEntry): void {
  const on = addWorkingDays(happenedOn < recordedOn ? recordedOn : happenedOn, 1);
  const of = meetings.get(step) ?? 'review';
  const children = about.map(({ person }) => ({ person, answers: {} }));
  const isConcern = chance.happens(1 / 3);
  const manager = managerOn(telling, on);
  const said = isConcern ? { concern: telling.turn(chairsConcerns), manager } : { good: telling.turn(chairsGood) };
  const shared = { notedOn: on, of, ...said };
  const concern = say(telling, { step: 'chairsAudit', on, shared, by: telling.reviewer, about: children });
  const noted = last(telling);
  if (concern === undefined || noted === undefined || !isConcern) return;
  const answeredOn = addWorkingDays(on, drifts({ ...telling, chance }, on, 0.1, 0.4) ? chance.between(7, 14) : chance.between(1, 5));
  addAfter(telling, actionsOf(noted, { on: answeredOn, by: manager }));
  const answer = { answeredOn, concern, answer: telling.turn(concernAnswers) };
  say(telling, { step: 'concernAnswer', on: answeredOn, shared: answer, by: manager, about: children });
}
