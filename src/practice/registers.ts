import { addMonths, ageAt, date, type LocalDate } from '../kernel/calendar/dates.ts';
import type { OnRegister } from '../kernel/derivation/derivation.ts';
import type { History, Statement } from '../kernel/step/history.ts';
import { isAdopted, isAdoption } from './adoption/adopted.ts';
import { leftCareOn } from './leaving-care/leaving-care.ts';
import { contactEnds } from './leaving-care/leaving-care-limits.ts';
import { longStaySince } from './long-stay/long-stay-limits.ts';
import { adoptionOn, isAdoptive, isTemporary, legalStatusAt, periodsOf } from './looked-after/care.ts';
import { privatelyFosteredSince } from './private-fostering/private-fostering-limits.ts';

type Found = { readonly since: LocalDate; readonly state: string };
type Register = {
  readonly title: string;
  readonly intro: string;
  readonly none: string;
  /** How a child stands there, in the order of the work. Codes are kept with the record, and never renamed. */
  readonly states: Readonly<Record<string, string>>;
  /** The limits that are shown. */
  readonly rules: readonly string[];
  /** The birthday from which nobody stands there; the 18th where none is given. */
  readonly untilAge?: number;
  /** After how many months in a state, without anything else, somebody is there no longer. */
  readonly lapses?: Readonly<Record<string, number>>;
  readonly of: (history: History) => Found | undefined;
};

/** After everything that is on record. */
const now = date('2149-01-01');
const last = (history: History, ...steps: readonly string[]): Statement | undefined => history.findLast(({ step }) => steps.includes(step));
const isAfter = (one: Statement | undefined, other: Statement): boolean => one !== undefined && one.happenedOn >= other.happenedOn;

/** A period of care that began after something: that something is over. */
const careSince = (history: History, { happenedOn }: Statement): boolean =>
  history.some((one) => one.step === 'periodOfCare' && one.happenedOn > happenedOn);

function guardianship(history: History): Found | undefined {
  const notice = last(history, 'guardianshipNotice');
  const end = last(history, 'guardianshipEnd');
  if (notice !== undefined && !isAfter(end, notice)) {
    const isReported = isAfter(last(history, 'guardianshipReport'), notice);
    return { since: notice.happenedOn, state: isReported ? 'reported' : 'assessed' };
  }
  const order = history.findLast(({ step, answers }) => step === 'guardianshipEnd' && answers['outcome'] === 'made');
  const decision = last(history, 'guardianSupportDecision');
  const begun = order ?? (['provided', 'changed'].includes(String(decision?.answers['decision'])) ? decision : undefined);
  if (begun === undefined || isAfter(last(history, 'guardianshipOrderEnd'), begun) || careSince(history, begun)) return undefined;
  const ended = history.findLast(({ step, answers }) => step === 'guardianSupportReview' && answers['decision'] === 'ended');
  const isSupported =
    decision !== undefined && ['provided', 'changed'].includes(String(decision.answers['decision'])) && !isAfter(ended, decision);
  return { since: begun.happenedOn, state: isSupported ? 'supported' : 'order' };
}

function adoption(history: History): Found | undefined {
  const period = periodsOf(history).at(-1);
  if (period === undefined || period.endedOn !== undefined || isAdopted(history)) return undefined;
  const stands = adoptionOn(history, now);
  const placement = period.placements.findLast((one) => !isTemporary(one));
  if (stands === 'placed' && placement !== undefined) return { since: placement.happenedOn, state: 'placed' };
  const decision = last(history, 'adoptionDecision', 'consentToPlacement', 'legalStatus');
  const decided = last(history, 'adoptionDecision');
  const begun = stands === 'waiting' ? (decided ?? decision) : decided;
  if (begun === undefined || isAfter(last(history, 'adoptionDecisionEnd'), begun)) return undefined;
  const match = last(history, 'adoptionMatch');
  const left = history.findLast((one) => one.step === 'placement' && isAdoptive(one));
  if (match !== undefined && match.happenedOn >= begun.happenedOn && !isAfter(left, match))
    return { since: match.happenedOn, state: 'matched' };
  return { since: begun.happenedOn, state: stands === 'waiting' ? 'waiting' : 'decided' };
}

function privateFostering(history: History): Found | undefined {
  const notice = privatelyFosteredSince(history, now);
  if (notice === undefined) return undefined;
  const decision = history.findLast((one) => one.step === 'privateFosteringDecision' && one.happenedOn >= notice.happenedOn);
  const said = String(decision?.answers['decision']);
  return { since: notice.happenedOn, state: ['suitable', 'requirements', 'prohibited'].includes(said) ? said : 'undecided' };
}

function placedHere(history: History): Found | undefined {
  const placed = last(history, 'placedHere');
  if (placed === undefined || careSince(history, placed)) return undefined;
  const did = (what: string): boolean =>
    history.some(
      ({ step, answers, happenedOn }) =>
        step === 'placedHereChange' && happenedOn >= placed.happenedOn && Array.isArray(answers['done']) && answers['done'].includes(what),
    );
  if (did('ended')) return undefined;
  const [noticed, told] = [did('noticeReceived'), did('toldHere')];
  return { since: placed.happenedOn, state: noticed ? (told ? 'complete' : 'toldOwed') : told ? 'noticeOwed' : 'bothOwed' };
}

function longStay(history: History): Found | undefined {
  const notice = longStaySince(history, now);
  if (notice === undefined) return undefined;
  const decision = history.findLast((one) => one.step === 'longStayDecision' && one.happenedOn >= notice.happenedOn);
  return {
    since: notice.happenedOn,
    state: decision === undefined ? 'undecided' : decision.answers['decision'] === 'safeguarded' ? 'safeguarded' : 'acted',
  };
}

/** Owed something after care: neither dead, home for good, nor without need of it; whoever has nobody to ask stands first. */
function careLeaver(history: History): Found | undefined {
  const since = leftCareOn(history);
  const contact = history.findLast((one) => one.step === 'careLeaverContact' && since !== undefined && one.happenedOn >= since);
  if (since === undefined || contactEnds(String(contact?.answers['inTouch']))) return undefined;
  const plan = last(history, 'pathwayPlan');
  if (last(history, 'personalAdviserNamed') === undefined && plan?.answers['adviser'] === undefined) return { since, state: 'noAdviser' };
  if (plan === undefined) return { since, state: 'noPlan' };
  return { since, state: contact === undefined || contact.answers['inTouch'] === 'YES' ? 'supported' : 'notInTouch' };
}

function shortBreaks(history: History): Found | undefined {
  const period = periodsOf(history).at(-1);
  const status = period?.endedOn === undefined ? legalStatusAt(history, now) : period.statuses.at(-1)?.answers['legalStatus'];
  if (period === undefined || (status !== 'V3' && status !== 'V4')) return undefined;
  const isClosed = history.some(({ step, happenedOn }) => step === 'closure' && happenedOn >= (period.endedOn ?? period.startedOn));
  if (period.endedOn === undefined) return { since: period.startedOn, state: status === 'V4' ? 'agreement' : 'away' };
  return status === 'V4' || isClosed ? undefined : { since: period.endedOn, state: 'between' };
}

/** Adopted, and the old record is still open. Who is sealed stands in no list. */
function sealing(history: History): Found | undefined {
  const order = last(history, 'adoptionOrder');
  const adopted = order ?? history.findLast(isAdoption);
  if (adopted === undefined || isAfter(last(history, 'recordSealed'), adopted)) return undefined;
  const given = history.flatMap(({ step, answers }) => (step === 'lifeStory' ? [answers['what']] : []));
  const has = (what: string): boolean => given.includes('both') || given.includes(what);
  const state = order === undefined ? 'orderOwed' : has('book') && has('letter') ? 'toSeal' : 'storyOwed';
  return { since: adopted.happenedOn, state };
}

/** Children of whom something other than a plan or our own care is owed: each register by itself, told from the entries alone. */
export const registers = {
  placedHere: {
    title: 'Placed here by other authorities',
    intro:
      'Children whom another authority looks after and who live in our area. Their authority owes us a notice before the placement, in an emergency within five working days (Care Planning Regulations 2010, regulation 13), and another when it ends; we tell health, the virtual school and the police here.',
    none: 'No child whom another authority placed here is on record.',
    states: {
      bothOwed: 'No notice, and nobody here told',
      noticeOwed: 'No notice of their authority',
      toldOwed: 'Noticed; agencies here not told',
      complete: 'Noticed, and agencies here told',
    },
    rules: ['noticeOfPlacementHere', 'placementHereTold'],
    of: placedHere,
  },
  longStay: {
    title: 'Long stays in hospital, school or a care home',
    intro:
      'Children three months or more in a hospital, residential school or care home, whom no authority looks after (Children Act 1989 sections 85 to 86A): visited, and their welfare determined.',
    none: 'No child on a long stay is on record.',
    states: { undecided: 'Not determined yet', safeguarded: 'Welfare safeguarded there', acted: 'We help or act' },
    rules: ['longStayDecision', 'firstLongStayVisit', 'laterLongStayVisit'],
    of: longStay,
  },
  privateFostering: {
    title: 'Private fostering',
    intro: 'Children under 16, or 18 and disabled, who live for 28 days or more with somebody who is no close relative.',
    none: 'No privately fostered child is on record.',
    states: {
      undecided: 'Not decided yet',
      suitable: 'Suitable',
      requirements: 'Suitable, with requirements',
      prohibited: 'Prohibited',
    },
    rules: ['firstPrivateFosteringVisit', 'laterPrivateFosteringVisit', 'privateFosteringDecision'],
    of: privateFostering,
  },
  guardianship: {
    title: 'Special guardianship',
    intro: 'From the notice of whoever wishes to be special guardian to the report, the order and the support that is reviewed each year.',
    none: 'No special guardianship is on record.',
    states: {
      assessed: 'Notice received, report not given',
      reported: 'Report given, not decided',
      supported: 'Order or support in place',
      order: 'Order, no support',
    },
    rules: [
      'guardianshipReport',
      'guardianSupportAssessed',
      'guardianSupportDecided',
      'guardianSupportReview',
      'guardianMoneyReview',
      'kinshipSupportReview',
    ],
    of: guardianship,
  },
  adoption: {
    title: 'Children waiting for adoption',
    intro: 'Children for whom it is decided that they should be placed for adoption, until the order or until the plan changes.',
    none: 'No child is waiting for adoption.',
    states: {
      decided: 'Decided; no authority to place yet',
      waiting: 'May be placed, not matched',
      matched: 'Matched, not placed',
      placed: 'Placed for adoption',
    },
    rules: [
      'firstReviewWaitingForAdoption',
      'laterReviewWaitingForAdoption',
      'reviewAfterAdoptionDisrupted',
      'firstReviewOfAdoptivePlacement',
      'laterReviewOfAdoptivePlacement',
      'firstAdoptionVisit',
      'laterAdoptionVisit',
    ],
    of: adoption,
  },
  sealing: {
    title: 'Adopted, and not sealed yet',
    intro:
      'Children for whom an adoption order was made and whose old record is still open. What belongs in it is recorded first, the life-story book and the letter for later life among it; then a manager seals it and begins the new one.',
    none: 'No record of an adopted child waits to be sealed.',
    states: {
      toSeal: 'Story and letter given: to be sealed',
      storyOwed: 'Life-story book or letter for later life not given yet',
      orderOwed: 'Left care by adoption; the order is not recorded yet',
    },
    rules: ['recordSealed', 'lifeStoryBook', 'laterLifeLetter'],
    untilAge: 100,
    of: sealing,
  },
  careLeavers: {
    title: 'Care leavers',
    intro:
      'Young people who were eligible and have left our care, until 25 (Children Act 1989 sections 23A to 23CZB): an adviser, a pathway plan that is reviewed, visits where we provide a home, and that we keep in touch.',
    none: 'No care leaver is on record.',
    states: {
      noAdviser: 'No personal adviser named',
      noPlan: 'No pathway plan',
      notInTouch: 'Not in touch at the last try',
      supported: 'An adviser and a plan, and in touch',
    },
    rules: [
      'careLeaverInTouch',
      'relevantChildNeedsAssessment',
      'pathwayPlanReview',
      'pathwayPlanReviewAfterMove',
      'firstAdviserVisit',
      'laterAdviserVisit',
    ],
    untilAge: 25,
    of: careLeaver,
  },
  shortBreaks: {
    title: 'Short breaks',
    intro:
      'Children who stay with the same carers for a break and then go home: one by one (V3) or under an agreement for a series (V4). No break lasts more than 17 days, all together 75 in twelve months (Care Planning Regulations 2010, regulation 48).',
    none: 'No child in a series of short breaks is on record.',
    states: { away: 'On a break now', between: 'Between two breaks', agreement: 'Under an agreement for a series' },
    rules: [
      'shortBreakLength',
      'shortBreaksInTwelveMonths',
      'firstShortBreakVisit',
      'laterShortBreakVisit',
      'firstShortBreakReview',
      'laterShortBreakReview',
    ],
    lapses: { between: 12 },
    of: shortBreaks,
  },
} as const satisfies Readonly<Record<string, Register>>;

export type RegisterName = keyof typeof registers;
export const registerNames = Object.keys(registers).filter((name): name is RegisterName => Object.hasOwn(registers, name));

/** Whether somebody stands there on a day still: told from their birthday, and from how long they have stood so. */
export function isRegisteredOn(register: RegisterName, { since, state }: Found, bornOn: LocalDate | undefined, today: LocalDate): boolean {
  const { untilAge = 18, lapses }: Register = registers[register];
  const months = lapses?.[state];
  return (bornOn === undefined || ageAt(bornOn, today) < untilAge) && (months === undefined || today <= addMonths(since, months));
}

/** On which registers a child is, since when and how they stand there. */
export function registersIn(history: History): readonly OnRegister[] {
  return registerNames.flatMap((register) => {
    const found = registers[register].of(history);
    return found === undefined ? [] : [{ register, ...found }];
  });
}

/** With whom the child is matched or placed: the file of the adopters, from the match to the order. */
export function adoptersFor(history: History): string | undefined {
  const found = adoption(history);
  const match = last(history, 'adoptionMatch');
  const file = match?.answers['adopters'];
  return (found?.state === 'matched' || found?.state === 'placed') && typeof file === 'string' ? file : undefined;
}
