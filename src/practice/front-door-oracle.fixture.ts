import { closes, is, isAfter, isWorking, onItsDay, workingDays, type Happening, type Rule } from './pathway-oracle.fixture.ts';

/*
 * The front door, worked out a second time from the words of the timescales alone: contact, consultation, triage, the referrer's answer, emergency duty.
 */

/** The last Sunday of a month, when the clocks change at one o'clock of Greenwich. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
}

const isSummer = (instant: number): boolean => {
  const year = new Date(instant).getUTCFullYear();
  return instant >= lastSunday(year, 2) && instant < lastSunday(year, 9);
};

/** So many hours after a time of day in England; without a time, after the end of the day. */
export function hoursAfter(day: string, time: unknown, hours: number): string {
  const shown = Date.parse(`${day}T${typeof time === 'string' ? time : '24:00'}:00Z`);
  const hour = 3_600_000;
  const began = isSummer(shown - hour) ? shown - hour : shown;
  return new Date(began + hours * hour).toISOString();
}

const isCalledBack = (source: unknown): boolean => source !== '9' && source !== '10';
const isPublic = (source: unknown): boolean => ['1A', '1B', '1C', '1D', '9', '10'].includes(String(source));

/** What something says that it is about; else the last contact before it, else one of its day. */
function contactMeant(one: Happening, all: readonly Happening[]): Happening | undefined {
  const contacts = all.filter(is('contact'));
  if (one.answers['contact'] !== undefined) return contacts.find(({ entry }) => entry === one.answers['contact']);
  return contacts.filter((contact) => isAfter(all, one, contact)).at(-1) ?? contacts.find(({ on }) => on === one.on);
}

/** A referral comes of the contact that it names, else of the last by its day, unless another referral stands between the two. */
function cameOf(referral: Happening, all: readonly Happening[]): Happening | undefined {
  const contacts = all.filter(is('contact'));
  if (referral.answers['contact'] !== undefined) return contacts.find(({ entry }) => entry === referral.answers['contact']);
  const last = contacts.filter(({ on }) => on <= referral.on).at(-1);
  const isTaken =
    last !== undefined && all.some((one) => one.step === 'referral' && isAfter(all, one, last) && isAfter(all, referral, one));
  return isTaken ? undefined : last;
}

function referralMeant(decision: Happening, all: readonly Happening[]): Happening | undefined {
  const before = all.filter((one) => one.step === 'referral' && isAfter(all, decision, one)).at(-1);
  return before ?? all.find((one) => one.step === 'referral' && one.on === decision.on);
}

/** A professional is owed the outcome; anybody else to hear that it was received. */
function tellsThem(one: Happening, start: Happening, all: readonly Happening[]): boolean {
  if (one.step === 'referralDecision' && one.answers['acknowledgedOn'] !== undefined) {
    const about = referralMeant(one, all);
    return about !== undefined && (about === start || cameOf(about, all) === start);
  }
  if (one.step !== 'outcomeToReferrer' || (one.answers['about'] ?? start.entry) !== start.entry) return false;
  return one.answers['told'] === 'outcome' || start.answers['source'] === undefined || isPublic(start.answers['source']);
}

const decides = is('referralDecision', 'strategyDiscussion');
const tightHours: Readonly<Record<string, number>> = { immediate: 4, urgent: 24 };
const hoursOf = ({ answers }: Happening): number | undefined => tightHours[String(answers['rating'])];

export const frontDoorOracle: Readonly<Record<string, Rule>> = {
  contactDecision: {
    starts: onItsDay('contact'),
    due: (from) => workingDays(from, 1),
    done: (one, start, all) => decides(one) || (one.step === 'contactDecision' && contactMeant(one, all) === start),
    ends: closes,
  },
  triage: {
    starts: (one) => (one.step === 'triageRating' && hoursOf(one) !== undefined ? one.on : undefined),
    due: (from, one) => hoursAfter(from, one.answers['ratedAt'], hoursOf(one) ?? 0),
    done: (one) => decides(one) || one.step === 'contactDecision',
    ends: is('triageRating', 'closure'),
    later: (one, start) => String(one.answers['ratedAt']) > String(start.answers['ratedAt']),
  },
  referralAfterAdvice: {
    starts: (one) => (one.step === 'thresholdConsultation' && one.answers['advice'] === 'refer' ? one.on : undefined),
    due: (from) => workingDays(from, 1),
    done: is('referral', 'contact'),
    ends: (one) => closes(one) || (one.step === 'thresholdConsultation' && one.answers['advice'] !== 'refer'),
  },
  referrerTold: {
    starts: (one, all) => {
      const { source } = one.answers;
      const alone = one.step === 'referral' && source !== undefined && cameOf(one, all) === undefined;
      return (one.step === 'contact' || alone) && isCalledBack(source) ? one.on : undefined;
    },
    due: (from) => workingDays(from, 1),
    done: tellsThem,
    ends: closes,
  },
  dutyHandover: {
    starts: onItsDay('emergencyDutyEntry'),
    due: (from, { answers: { at } }) => (typeof at === 'string' && at < '09:00' && isWorking(from) ? from : workingDays(from, 1)),
    done: (one, start) => one.step === 'dutyHandover' && (one.answers['entry'] ?? start.entry) === start.entry,
    ends: () => false,
  },
};
