import { inOrder, type Happening } from './pathway-oracle.fixture.ts';
import { endsOn, isLookedAfterOn, orderAtMost } from './powers-oracle.fixture.ts';

/** How often something went through by an override, or because another authority took over. */
export const passed = { overridden: 0, takenOver: 0 };

/** What cannot come before what it follows, where that is on record. */
const follows: Readonly<Record<string, string>> = {
  contactDecision: 'contact',
  triageRating: 'contact',
  referralDecision: 'referral',
  dutyHandover: 'emergencyDutyEntry',
  transferInConference: 'transferIn',
  transferOutHeld: 'transferOut',
  preProceedingsMeeting: 'letterBeforeProceedings',
  preProceedingsEnd: 'letterBeforeProceedings',
  legalStatus: 'periodOfCare',
  periodOfCareEnd: 'periodOfCare',
  deathNotification: 'childDeath',
};

/** What cannot be of a child who has died; of a visit: that the child was seen. */
const ofTheLiving: ReadonlySet<string> = new Set(['visit', 'childProtectionPlan', 'careProceedings', 'periodOfCare']);

type Must = (isSo: boolean, otherwise: string) => void;

/** What cannot be, by the days alone. */
function cannotBe(must: Must, told: readonly Happening[], { step, on, answers }: Happening): void {
  const first = follows[step];
  const begun = told.filter((other) => other.step === first);
  must(begun.length === 0 || begun.some((other) => other.on <= on), `${step} on ${on}, before any ${first ?? ''}`);
  const died = told.find((other) => other.step === 'childDeath')?.on;
  const isLiving = ofTheLiving.has(step) && (step !== 'visit' || answers['seen'] === true);
  must(!isLiving || died === undefined || on <= died, `${step} on ${on}, after the death on ${died ?? ''}`);
  if (step === 'childDeath')
    must((died === undefined || died === on) && String(answers['learntOn']) >= on, `died on ${on} and ${died ?? ''}`);
  if (step === 'emergencyDutyEntry') must(answers['by'] === undefined || String(answers['by']) >= on, `to be done before ${on}`);
  const all = inOrder(told);
  if (step === 'periodOfCare') must(!isLookedAfterOn(on, all) || endsOn(on, all), `looked after twice on ${on}`);
  if (answers['legalStatus'] !== 'L2' || answers['until'] === undefined) return;
  const [most, until] = [orderAtMost({ step, on }, all), String(answers['until'])];
  must(most !== undefined && until >= on && until <= most, `an order of ${on} until ${until}, at most ${most ?? 'not again'}`);
}

type Of = (name: string) => readonly Happening[];

/** The conditions that stand before a decision, each with whether it is met by the day. */
const conditions: Readonly<
  Record<string, (of: Of, answers: Happening['answers']) => readonly (readonly [gate: string, isMet: boolean])[]>
> = {
  decisionToIssue: (of, { urgentBecause }) => {
    const since = of('proceedingsEnd').at(-1)?.on ?? '0000';
    const offers = of('familyGroupOffer').filter(
      ({ on, answers }) => on >= since && (answers['outcome'] !== 'notInInterests' || answers['reason'] !== undefined),
    );
    const last = offers.at(-1);
    const isAccepted = last?.answers['outcome'] === 'accepted';
    const offered = isAccepted ? of('familyGroupMeeting').some(({ on }) => on >= last.on) : last !== undefined;
    const written = urgentBecause !== undefined || of('letterBeforeProceedings').some(({ on }) => on >= since);
    return [
      ['familyGroupDecisionMaking', offered],
      ['letterBeforeProceedings', written],
    ];
  },
  childProtectionPlanEnd: (of, { reason }) => {
    const plan = of('childProtectionPlan').at(-1);
    if (plan === undefined) return [];
    const atReview = of('reviewConference').some(
      ({ on, answers }) => on >= plan.on && answers['held'] !== false && answers['continues'] !== true,
    );
    if (reason !== 'moved') return reason === undefined ? [['planEndsAtReview', atReview]] : [];
    const moved = of('transferOut').at(-1);
    const isHeld = of('transferOutHeld').some(({ on }) => moved === undefined || on >= moved.on);
    if (isHeld) passed.takenOver += 1;
    return [['transferInConference', isHeld]];
  },
};

/** The head of service has decided all the same, and no other decision has gone through on it. */
function isOverridden(gate: string, decision: string, of: Of, told: readonly Happening[]): boolean {
  const used = told.filter((other) => other.step === decision);
  return of('gateOverride').some(
    (over) =>
      over.answers['gate'] === gate &&
      !used.some((other) => other.on > over.on || (other.on === over.on && told.indexOf(other) > told.indexOf(over))),
  );
}

/** What practice never lets be recorded, told again in its own words; looked at when something has been accepted. */
export function isAllowed(must: Must, bornOn: string, told: readonly Happening[], happening: Happening, today: string): void {
  const { step, on, answers } = happening;
  const before = inOrder(told).filter((other) => other.on <= on);
  const of: Of = (name) => before.filter((other) => other.step === name);
  cannotBe(must, told, happening);
  must(on <= today, `${step} on ${on}, ahead of ${today}`);
  must(step !== 'visit' || answers['seen'] !== true || on >= bornOn, `seen on ${on}, before the birth`);
  for (const [gate, isMet] of conditions[step]?.(of, answers) ?? []) {
    if (!isMet) passed.overridden += 1;
    must(isMet || isOverridden(gate, step, of, told), `${step} on ${on} went through ${gate}`);
  }
  if (step === 'proceedingsExtension' && told.some((other) => other.step === 'careProceedings')) {
    const issued = of('careProceedings').at(-1);
    must(issued !== undefined && String(answers['until']) >= on, `extension of ${on}`);
  }
}
