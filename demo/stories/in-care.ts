import { addDays, ageAt, daysBetween, eighteenthBirthday, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { teamFor } from '../authority.ts';
import type { CarePlot } from '../care-plots.ts';
import { daysAgo, drifts, managerOn, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { careAims } from '../words/care.ts';
import { assess } from './assessment.ts';
import { careFor } from './care-health.ts';
import { reviewCare } from './care-reviews.ts';
import { visitInCare } from './care-visits.ts';
import { concludeEnquiry, enquire } from './enquiry.ts';
import { introduce, refer } from './front-door.ts';
import { goMissing } from './going-missing.ts';
import { leaveCare, preparePathway } from './leaving-care.ts';
import { liveTheirLife } from './life-in-care.ts';
import { tellOwnViews } from './own-view.ts';
import { place, placements, statusOf, type Placed } from './placements.ts';
import { tellRelativesInCare } from './relatives-in-care.ts';
import { visit } from './visits.ts';
import { allocate, holdBy, someWorker } from './workforce.ts';

/** The day on which they became looked after, or, of those in care before this record began, the day on which it began. */
export const careDay = (today: LocalDate, { beganAgo }: CarePlot): LocalDate => workingDayBefore(daysAgo(today, beganAgo));

/** A family in care: today, or until it ended. `endsOn`: the 18th birthday of one who came of age since. */
export function tellInCare(telling: Telling, plot: CarePlot, endsOn?: LocalDate): void {
  const startedOn = careDay(telling.today, plot);
  const until = endsOn ?? (plot.ended === undefined ? telling.today : workingDayBefore(daysAgo(telling.today, plot.ended.daysAgo)));
  if (plot.isEarlier) introduce(telling, startedOn);
  else leadToCare(telling, plot, startedOn);
  hold(telling, plot, startedOn);
  beginCare(telling, plot, startedOn);
  const stays = liveInCare(telling, plot, startedOn, until);
  if (until === telling.today) {
    tellRelativesInCare(telling, plot, startedOn, stays);
    tellOwnViews(telling, plot, startedOn);
  }
  if (until < telling.today) endCare(telling, plot, until, endsOn !== undefined);
}

/** From the referral to the day on which they became looked after. */
function leadToCare(telling: Telling, { isUnaccompanied }: CarePlot, startedOn: LocalDate): void {
  const { chance, front } = telling;
  const referredOn = referredBefore(telling, startedOn, isUnaccompanied);
  introduce(telling, referredOn);
  const referral = refer(telling, { on: referredOn, response: isUnaccompanied ? 'assessment' : 'strategyDiscussion' });
  allocate(telling, referredOn, front, someWorker(telling, front));
  if (!isUnaccompanied) {
    if (chance.happens(0.7)) {
      enquire(telling, referredOn);
      concludeEnquiry(telling, referredOn, 'takenIntoCare');
    }
    visit(telling, { from: referredOn, until: startedOn, apart: 7 });
  }
  assess(telling, referredOn, { referral });
}

const referredBefore = ({ n }: Telling, startedOn: LocalDate, isUnaccompanied: boolean): LocalDate =>
  addWorkingDays(startedOn, isUnaccompanied ? -1 : -(2 + ((n * 7) % 24)));

/** The looked-after team takes the case within a few weeks. */
function hold(telling: Telling, plot: CarePlot, startedOn: LocalDate): void {
  const { chance, staff, front, n } = telling;
  const team = teamFor(staff, front.area, plot.area !== undefined || n % 2 === 0 ? 'Looked After 1' : 'Looked After 2');
  const from = plot.isEarlier ? startedOn : addWorkingDays(startedOn, chance.between(3, 12));
  const { changesWorkerAfter, unallocatedSince } = plot;
  holdBy(telling, team, from, {
    gap: n % 9 === 4 ? chance.between(5, 15) : 0,
    ...(changesWorkerAfter === undefined ? {} : { changesAfter: Math.round(changesWorkerAfter / 30) }),
    ...(unallocatedSince === undefined ? {} : { unallocatedSince }),
  });
}

function beginCare(telling: Telling, plot: CarePlot, startedOn: LocalDate): void {
  const { chance, children, reviewer, n } = telling;
  const legalStatus = statusOf(telling, plot);
  const earlier = plot.isEarlier ? { beganEarlier: true } : {};
  const categoryOfNeed = plot.isUnaccompanied ? 'N8' : plot.isDisabled ? 'N2' : chance.oneOf(['N1', 'N1', 'N1', 'N5', 'N4', 'N3']);
  const homePostcode = `NR${1 + (n % 9)} ${1 + (n % 8)}AB`;
  const home = plot.isUnaccompanied ? {} : { homePostcode };
  say(telling, { step: 'periodOfCare', on: startedOn, shared: { startedOn, legalStatus, categoryOfNeed, ...home, ...earlier } });
  if (legalStatus === 'L2') changeStatus(telling, addDays(startedOn, 7), 'C1');
  if (plot.isUnaccompanied)
    for (const { person, bornOn } of children)
      if (bornOn !== undefined) {
        const shared = { establishedOn: startedOn, ceasedOn: eighteenthBirthday(bornOn) };
        say(telling, { step: 'unaccompaniedChild', on: startedOn, shared, about: [{ person, answers: {} }] });
      }
  const before = n % 37 === 8 ? { option: 'P2', authority: '926', orderedOn: '2020-05' } : { option: 'Z1' };
  say(telling, { step: 'previousPermanence', on: startedOn, shared: { ...before, establishedOn: startedOn } });
  if (plot.hasNoOfficer) return;
  const isLate = drifts(telling, startedOn, 0.05, 0.25);
  const namedOn = plot.isEarlier ? startedOn : addWorkingDays(startedOn, isLate ? chance.between(6, 14) : chance.between(0, 5));
  say(telling, { step: 'reviewingOfficerNamed', on: namedOn, by: reviewer, shared: { namedOn, officer: reviewer, isIndependent: true } });
}

function changeStatus(telling: Telling, changedOn: LocalDate, legalStatus: string): void {
  say(telling, { step: 'legalStatus', on: changedOn, shared: { changedOn, legalStatus } });
}

/** Placements, plans, visits, reviews, health, school, and what else happens until a day. @returns where they lived */
function liveInCare(telling: Telling, plot: CarePlot, startedOn: LocalDate, until: LocalDate): readonly Placed[] {
  const { chance, today } = telling;
  const stays = placements(telling, plot, startedOn, until);
  const beganEarlier = plot.isEarlier;
  const noneAfter = plot.hasNoOfficer ? startedOn : plot.unreviewedFor === undefined ? undefined : daysAgo(today, plot.unreviewedFor);
  const firstReview = reviewCare(telling, { startedOn, beganEarlier, until, ...(noneAfter === undefined ? {} : { noneAfter }) });
  planCare(telling, plot, startedOn);
  liveTheirLife(telling, plot, { startedOn, until, legalStatus: statusOf(telling, plot) });
  for (const [turn, stay] of stays.entries()) {
    place(telling, stay);
    visitInCare(telling, {
      ...stay,
      ...(stay.isTemporary && turn === 0 ? { weeklyUntil: firstReview } : {}),
      ...(plot.unseenFor === undefined ? {} : { unseenFrom: daysAgo(today, plot.unseenFor) }),
    });
  }
  if (statusOf(telling, plot) !== 'V2' && !plot.isEarlier && daysBetween(startedOn, until) > 230)
    changeStatus(telling, workingDayAfter(addDays(startedOn, chance.between(170, 215))), 'C2');
  careFor(telling, { startedOn, beganEarlier, until, isHealthOverdue: plot.isHealthOverdue });
  goMissing(telling, { from: addDays(startedOn, 12), until, times: plot.goesMissing, isMissingNow: plot.isMissing });
  preparePathway(telling, startedOn, until);
  return stays;
}

const permanence = {
  fostering: 'returnHome',
  kinship: 'familyOrFriends',
  residential: 'residential',
  atHome: 'returnHome',
  longTerm: 'longTermFostering',
  supported: 'independence',
} as const;

function planCare(telling: Telling, { setting, isEarlier, isUnaccompanied, ended }: CarePlot, startedOn: LocalDate): void {
  const { chance } = telling;
  const isLate = drifts(telling, startedOn, 0.06, 0.25);
  const madeOn = isEarlier ? startedOn : addWorkingDays(startedOn, isLate ? chance.between(11, 22) : chance.between(1, 10));
  const aim = isUnaccompanied
    ? careAims[5]
    : setting === 'longTerm'
      ? careAims[3]
      : setting === 'supported'
        ? careAims[6]
        : telling.turn(careAims);
  const towards = ended?.how === 'guardianship' ? 'specialGuardianship' : permanence[setting];
  say(telling, { step: 'carePlan', on: madeOn, shared: { madeOn, permanence: towards, plan: aim } });
}

/** Home, with guardians, or grown up: what is recorded on the last day, and what follows it. */
function endCare(telling: Telling, { ended, setting }: CarePlot, endedOn: LocalDate, isOfAge: boolean): void {
  const home = telling.chance.happens(0.85) ? 'E4A' : 'E4B';
  const grown = setting === 'longTerm' || setting === 'fostering' ? 'E17' : 'E5';
  const reason = isOfAge ? grown : ended?.how === 'guardianship' ? 'E47' : home;
  if (reason === 'E4A') {
    const approvedOn = workingDayBefore(addDays(endedOn, -6));
    const by = telling.children.some(({ bornOn }) => bornOn !== undefined && ageAt(bornOn, endedOn) >= 16)
      ? 'director'
      : 'nominatedOfficer';
    const shared = { approvedOn, by, reasons: 'Overnight stays have gone well; the children want to go home.' };
    say(telling, { step: 'endOfCareApproval', on: approvedOn, by: managerOn(telling, approvedOn), shared });
  }
  say(telling, { step: 'periodOfCareEnd', on: endedOn, shared: { endedOn, reason } });
  const [eldest] = telling.children;
  if (isOfAge && eldest !== undefined) leaveCare(telling, eldest, endedOn);
}

/** Children on a plan who became looked after some weeks ago: for a while they are both. */
export function tellAccommodated(telling: Telling): void {
  const { chance, today, n } = telling;
  const startedOn = workingDayBefore(daysAgo(today, chance.between(13, 74)));
  const plot: CarePlot = {
    beganAgo: daysBetween(startedOn, today),
    isEarlier: false,
    setting: n % 2 === 0 ? 'fostering' : 'kinship',
    moves: 0,
    isUnaccompanied: false,
    isAdolescent: false,
    isDisabled: false,
    hasNoOfficer: false,
    isHealthOverdue: false,
    goesMissing: 0,
    isMissing: false,
  };
  beginCare(telling, plot, startedOn);
  liveInCare(telling, plot, startedOn, today);
}
