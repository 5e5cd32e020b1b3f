import { birthday, formatDate, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Carrying } from '../kernel/step/clock.ts';
import { inLists, type ReadBy, type Standing } from '../kernel/derivation/derivation.ts';
import type { History, Statement } from '../kernel/step/history.ts';
import { detailsOf, isAdultAlone, lifeOf } from './checks.ts';
import { ratingOf, undecidedIn } from './front-door/contacts.ts';
import { leadsNowhere } from './front-door/response.ts';
import { adviserOf } from './leaving-care/adviser.ts';
import { leftCareOn } from './leaving-care/leaving-care.ts';
import { chairedIn } from './looked-after/chaired.ts';
import { careStandingOf, missingSince } from './looked-after/care-standing.ts';
import { periodsOf } from './looked-after/care.ts';
import { mergesIn } from './people/record-merge.ts';
import { adoptersFor, registersIn } from './registers.ts';
import { heldSince } from './retention/legal-hold.ts';
import { keptUntil } from './retention/retention.ts';
import { warningsIn } from './people/warning.ts';

/**
 * Lists show who a child is, whose, in which populations and under which codes of the returns: it is what they are for. Words, addresses and names of
 * others are read as the step that gave them is. Whatever is moved here must also be moved in the rows of the past, by a migration.
 */
export const readBy: ReadBy = {
  name: inLists,
  bornOn: inLists,
  expectedOn: inLists,
  diedOn: inLists,
  sex: inLists,
  family: inLists,
  language: inLists,
  adult: inLists,
  openSince: inLists,
  helpSince: inLists,
  waiting: inLists,
  onPlanSince: inLists,
  category: inLists,
  inNeedPlanSince: inLists,
  worker: inLists,
  workerSince: inLists,
  unallocatedSince: inLists,
  seconds: inLists,
  team: inLists,
  courtSince: inLists,
  lastSeenOn: inLists,
  lastReviewOn: inLists,
  lastConferenceOn: inLists,
  lookedAfterSince: inLists,
  careBeganEarlier: inLists,
  shortBreaksSince: inLists,
  leftCareOn: inLists,
  careLeaverUntil: inLists,
  adviser: inLists,
  legalStatus: inLists,
  placementType: inLists,
  placementSince: inLists,
  placedWith: 'placement',
  placementPostcode: 'placement',
  carersFile: inLists,
  adoptersFile: inLists,
  reviewingOfficer: inLists,
  lastLookedAfterReviewOn: inLists,
  stays: inLists,
  review: inLists,
  chaired: inLists,
  missingSince: inLists,
  registers: inLists,
  livesAt: 'household',
  livesThereUntil: 'household',
  addressIsConfidential: 'household',
  warnings: 'warning',
  visitsNotInSource: inLists,
  mergedInto: inLists,
  keptUntil: inLists,
  heldSince: inLists,
};

type CarryingOf = (source: string | undefined) => Carrying | undefined;

/** The statements that began what is still open, after walking the history in order. */
type Open = {
  /** Everything is closed: nobody works with them until somebody does again. */
  closed?: Statement;
  referral?: Statement;
  help?: Statement;
  plan?: Statement;
  category?: Statement;
  inNeedPlan?: Statement;
  allocation?: Statement;
  /** The first of the allocations in a row to the worker of now, or to nobody. */
  since?: Statement;
  seconds?: readonly string[];
  court?: Statement;
  seen?: Statement;
  review?: Statement;
  conference?: Statement;
  household?: Statement;
};

/** What each step begins, ends or replaces; a step that is not here changes nothing in lists. */
const effects: Readonly<Record<string, (open: Open, statement: Statement, history: History) => void>> = {
  referral: (open, statement, history) => {
    if (leadsNowhere(statement, history)) return;
    open.referral ??= statement;
    delete open.closed;
  },
  familyHelp: (open, statement) => {
    open.help ??= statement;
    delete open.closed;
  },
  familyHelpEnd: (open) => {
    delete open.help;
  },
  closure: (open, statement) => {
    open.closed = statement;
    delete open.referral;
    delete open.help;
    delete open.plan;
    delete open.category;
    delete open.inNeedPlan;
    delete open.court;
    delete open.seconds;
  },
  childProtectionPlan: (open, statement) => {
    open.plan = statement;
    delete open.category;
  },
  categoryChange: (open, statement) => {
    open.category = statement;
  },
  childProtectionPlanEnd: (open, statement) => {
    if (endsThis(statement, open.plan)) delete open.plan;
  },
  childInNeedPlan: (open, statement) => {
    open.inNeedPlan = statement;
  },
  childInNeedPlanEnd: (open) => {
    delete open.inNeedPlan;
  },
  allocation: allocate,
  coWorkingEnd: (open, { answers }) => {
    open.seconds = (open.seconds ?? []).filter((one) => one !== answers['worker']);
  },
  letterBeforeProceedings: (open, statement) => {
    open.court ??= statement;
  },
  preProceedingsEnd: (open) => {
    delete open.court;
  },
  careProceedings: (open, statement) => {
    open.court = statement;
  },
  proceedingsEnd: (open) => {
    delete open.court;
  },
  visit: (open, statement) => {
    if (statement.answers['seen'] === true) open.seen = statement;
  },
  initialConference: (open, statement) => {
    open.conference = statement;
  },
  household: (open, statement) => {
    open.household = statement;
  },
  reviewConference: (open, statement) => {
    if (statement.answers['held'] !== false) open.review = statement;
  },
};

/** Another lead worker takes over from the one before, or nobody does; a second works beside. */
function allocate(open: Open, statement: Statement): void {
  const { worker, role } = statement.answers;
  if (typeof worker === 'string') delete open.closed;
  if (role === 'second')
    open.seconds = [...(open.seconds ?? []).filter((one) => one !== worker), ...(typeof worker === 'string' ? [worker] : [])];
  if ((role ?? 'lead') !== 'lead') return;
  if (open.allocation === undefined || worker !== open.allocation.answers['worker']) open.since = statement;
  open.allocation = statement;
  open.seconds = (open.seconds ?? []).filter((one) => one !== worker);
}

/** Who has the child and since when, or since when nobody does; and who works beside them. The team answers for a child who waits for a worker. */
function heldBy({ allocation, since, seconds = [] }: Open) {
  const isHeld = typeof allocation?.answers['worker'] === 'string';
  return {
    ...words('worker', allocation?.answers['worker']),
    ...sinceOf(isHeld ? 'workerSince' : 'unallocatedSince', since),
    ...(seconds.length === 0 ? {} : { seconds }),
    ...words('team', allocation?.answers['team']),
  };
}

/** Walks the history in order. */
function openIn(history: History): Open {
  const open: Open = {};
  for (const statement of history) effects[statement.step]?.(open, statement, history);
  return open;
}

/** As last changed here, or as a file says it is now, or as the plan began. */
const categoryOf = ({ plan, category }: Open): unknown =>
  plan === undefined ? undefined : (category?.answers['category'] ?? plan.answers['latestCategory'] ?? plan.answers['category']);

const endsThis = (end: Statement, plan: Statement | undefined): boolean =>
  end.answers['plan'] === undefined || end.answers['plan'] === plan?.entry;

/** What lists need to know of a child, from what stands. `carrying`: what the file of a statement could have said. */
export const standingBy =
  (carrying: CarryingOf) =>
  (history: History): Standing => {
    const details = detailsOf(history);
    const { into } = mergesIn(history);
    if (into !== undefined) return { name: nameOf(details), mergedInto: into };
    const open = openIn(history);
    const warnings = warningsIn(history);
    const care = careStandingOf(history);
    const isWorkedWith =
      [open.referral, open.plan, open.inNeedPlan].some((one) => one !== undefined) ||
      'lookedAfterSince' in care ||
      'shortBreaksSince' in care;
    return {
      name: history.some(({ step }) => step === 'recordDestroyed') ? 'Record destroyed by law' : nameOf(details),
      ...lifeIn(history, open),
      ...words('sex', details['sex']),
      ...ofTheFamily(details),
      ...(isAdultAlone(history) ? { adult: true } : {}),
      ...sinceOf('openSince', open.referral),
      ...sinceOf('helpSince', open.help),
      ...waitingIn(history),
      ...sinceOf('onPlanSince', open.plan),
      ...words('category', categoryOf(open)),
      ...sinceOf('inNeedPlanSince', open.inNeedPlan),
      ...heldBy(open),
      ...sinceOf('courtSince', open.court),
      ...sinceOf('lastSeenOn', open.seen),
      ...sinceOf('lastReviewOn', open.review),
      ...sinceOf('lastConferenceOn', open.conference),
      ...(warnings.length === 0 ? {} : { warnings }),
      ...homeOf(open.household),
      ...care,
      ...missingSince(history),
      ...registeredAndChaired(history),
      ...words('adoptersFile', adoptersFor(history)),
      ...(isWorkedWith ? {} : onDay('keptUntil', keptUntil(history))),
      ...onDay('heldSince', heldSince(history)),
      ...(visitsNotInSource(carrying, [open.plan, openPeriod(history)], history) ? { visitsNotInSource: true } : {}),
    };
  };

/** Registers on which they are, and who chaired the last meetings. */
function registeredAndChaired(history: History): Pick<Standing, 'registers' | 'chaired'> {
  const [registers, chaired] = [registersIn(history), chairedIn(history)];
  return { ...(registers.length === 0 ? {} : { registers }), ...(chaired.length === 0 ? {} : { chaired }) };
}

/** Birth and death, and until when this authority owes support after care, unless that too was closed. */
function lifeIn(history: History, { closed }: Open) {
  const life = lifeOf(history);
  const left = leftCareOn(history);
  const isCareLeaver = life.bornOn !== undefined && left !== undefined && (closed === undefined || closed.happenedOn < left);
  return { ...life, ...(isCareLeaver ? onDay('careLeaverUntil', birthday(life.bornOn, 25)) : {}), ...words('adviser', adviserOf(history)) };
}

const ofTheFamily = (details: Readonly<Record<string, unknown>>) => ({
  ...words('family', details['family']),
  ...words('language', details['language']),
});

function waitingIn(history: History): Pick<Standing, 'waiting'> {
  const waiting = undecidedIn(history).map((contact) => ({
    contact: contact.entry,
    source: String(contact.answers['source']),
    ...words('rating', ratingOf(contact, history)?.answers['rating']),
  }));
  return waiting.length === 0 ? {} : { waiting };
}

/** Where the child lives. A confidential address stays in its own statement: lists and copies say only that there is one. */
function homeOf(household: Statement | undefined): Pick<Standing, 'livesAt' | 'livesThereUntil' | 'addressIsConfidential'> {
  if (household === undefined) return {};
  const { address, postcode, isConfidential, until } = household.answers;
  const lines = [address, postcode].filter((part) => typeof part === 'string').join('\n');
  return {
    ...(isConfidential === true ? { addressIsConfidential: true } : words('livesAt', lines)),
    ...(typeof until === 'string' ? { livesThereUntil: until as LocalDate } : {}),
  };
}

function nameOf(details: Readonly<Record<string, unknown>>): string {
  const { firstName, lastName, laChildId, bornOn, expectedOn } = details;
  const name = [firstName, lastName].filter((part) => typeof part === 'string').join(' ');
  if (name !== '') return name;
  if (typeof laChildId === 'string') return `Child ${laChildId}`;
  return typeof expectedOn === 'string' && bornOn === undefined
    ? `Unborn child, expected ${formatDate(expectedOn as LocalDate)}`
    : 'Child without a name on record';
}

const openPeriod = (history: History): Statement | undefined => {
  const period = periodsOf(history).at(-1);
  return period?.endedOn === undefined ? period?.start : undefined;
};

/** What calls for visits came from files that carry none, and none has been recorded here. */
function visitsNotInSource(carrying: CarryingOf, begun: readonly (Statement | undefined)[], history: History): boolean {
  const standing = begun.filter((one) => one !== undefined);
  const inSource = (one: Statement) => carrying(one.source)?.steps.has('visit') ?? true;
  return standing.length > 0 && !standing.some(inSource) && !history.some((one) => one.step === 'visit');
}

const words = <K extends string>(key: K, value: unknown) =>
  typeof value === 'string' ? ({ [key]: value } as { readonly [k in K]: string }) : {};
const onDay = <K extends string>(key: K, on: LocalDate | undefined) =>
  on === undefined ? {} : ({ [key]: on } as { readonly [k in K]: LocalDate });
const sinceOf = <K extends string>(key: K, statement: Statement | undefined) =>
  statement === undefined ? {} : ({ [key]: statement.happenedOn } as { readonly [k in K]: LocalDate });
