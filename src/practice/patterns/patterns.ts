import { addDays, addMonths, dayOfWeek, weekdays, type LocalDate } from '../../kernel/calendar/dates.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { inCareAfter } from '../leaving-care/leaving-care.ts';
import { isMove } from '../looked-after/placement-stays.ts';
import { bondsTold, isBond } from '../people/bonds.ts';
import { statementsOf } from '../checks.ts';
import { isPatternKind, type Pattern, type PatternKind } from './pattern.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Those of the months up to a day. */
const within = (months: number, today: LocalDate, statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ happenedOn }) => happenedOn <= today && happenedOn > addMonths(today, -months));

type Found = Omit<Pattern, 'kind'> | undefined;

/** Two or more referrals in twelve months. */
function referrals(history: History, today: LocalDate): Found {
  const entries = within(12, today, statementsOf('referral', history));
  return entries.length < 2 ? undefined : { because: `${entries.length} referrals in twelve months`, entries };
}

const accountedFor = (one: Statement): string => `${String(one.answers['givenBy'])} ${String(one.answers['account'] ?? '').trim()}`;

/** One injury of which two accounts were given, or two injuries in twelve months. */
function injuries(history: History, today: LocalDate): Found {
  const all = statementsOf('injury', history).filter(({ happenedOn }) => happenedOn <= today);
  const again = all.filter(({ answers }) => answers['sameAs'] !== undefined);
  const changed = again.flatMap((one) => {
    const first = all.find(({ entry }) => entry === one.answers['sameAs']);
    return first === undefined || accountedFor(first) === accountedFor(one) ? [] : [first, one];
  });
  const recent = within(12, today, all).filter((one) => !again.includes(one));
  const entries = all.filter((one) => changed.includes(one) || (recent.length > 1 && recent.includes(one)));
  if (entries.length < 2) return undefined;
  const words = [
    ...(changed.length > 0 ? ['accounts of the same injury that are not the same'] : []),
    ...(recent.length > 1 ? [`${recent.length} injuries or marks in twelve months`] : []),
  ];
  return { because: words.join('; '), entries };
}

const wasNotBrought = ({ step, answers }: Statement): boolean =>
  step === 'missedAppointment' ||
  (step === 'dentalCheck' && answers['attended'] === false) ||
  (step === 'healthAssessment' && answers['done'] === false);

function notBrought(history: History, today: LocalDate): Found {
  const entries = within(6, today, history.filter(wasNotBrought));
  return entries.length < 2
    ? undefined
    : { because: `${counted(entries.length, 'appointment', 'appointments')} missed in six months`, entries };
}

/** The child was not seen at two visits running, or at half of four or more in three months. */
function unseen(history: History, today: LocalDate): Found {
  const visits = within(3, today, statementsOf('visit', history));
  const entries = visits.filter(({ answers }) => answers['seen'] === false && answers['motherSeen'] !== true);
  const running = visits.some((one, n) => entries.includes(one) && entries.some((other) => other === visits[n + 1]));
  const half = visits.length >= 4 && entries.length * 2 >= visits.length;
  return running || half ? { because: `not seen at ${entries.length} of ${visits.length} visits in three months`, entries } : undefined;
}

/**
 * Beginnings of where the child lives: an address or a placement. The first of all is no move. In care the placement says it: an address written down
 * beside it is the same move, or the family's; on the day on which care ends it is where the child goes.
 */
function moves(history: History, today: LocalDate): Found {
  const isHome = (one: Statement): boolean =>
    one.step === 'household' ? !inCareAfter(history, one.happenedOn) : one.step === 'placement' && isMove(one, history);
  const homes = history.filter(isHome);
  const entries = within(12, today, homes.slice(1));
  return entries.length < 2 ? undefined : { because: `moved ${entries.length} times in twelve months`, entries };
}

/** Three times in ninety days, for which guidance asks for a strategy discussion; and whether it was on the same day of the week. */
function missing(history: History, today: LocalDate): Found {
  const all = statementsOf('missingEpisode', history).filter(({ happenedOn }) => happenedOn <= today);
  const entries = all.filter(({ happenedOn }) => happenedOn > addDays(today, -90));
  if (entries.length < 3) return undefined;
  const away = entries.filter(({ answers }) => answers['kind'] === 'A').length;
  const [often, times] = oftenest(entries.map(({ happenedOn }) => weekdays[dayOfWeek(happenedOn) - 1] ?? ''));
  const words = [
    `missing or away ${entries.length} times in ninety days`,
    ...(away > 0 && away < entries.length ? [`${away} of them away without authorisation`] : []),
    ...(times >= 3 ? [`${times} times on a ${often}`] : []),
  ];
  return { because: words.join('; '), entries };
}

function oftenest(words: readonly string[]): readonly [string, number] {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]): readonly [string, number] => [word, all.length]);
  return counts.toSorted(([, one], [, other]) => other - one)[0] ?? ['', 0];
}

const isNewAdult = ({ answers }: Statement): boolean => {
  const { bond } = answers;
  if (!isBond(bond)) return false;
  const { meaning } = bondsTold[bond];
  return (meaning.kind === 'parent' && meaning.parentage === 'step') || bond === 'familyFriend' || bond === 'otherRelative';
};

/** A step-parent, relative or friend of whom the service learnt after the first year’s entries: not who was always there. */
function newAdults(history: History, today: LocalDate): Found {
  const firstReferral = statementsOf('referral', history)[0]?.happenedOn;
  const entries = within(12, today, statementsOf('relationship', history)).filter(
    (one) => isNewAdult(one) && firstReferral !== undefined && one.happenedOn > firstReferral,
  );
  return entries.length === 0
    ? undefined
    : { because: `${counted(entries.length, 'adult', 'adults')} of whom the service learnt in the last twelve months`, entries };
}

const views = (one: Statement): readonly unknown[] => linesIn(one.answers['people']).map(({ view }) => view);

/** A conference at which an agency saw it otherwise than was decided. */
function disagreement(history: History, today: LocalDate): Found {
  const conferences = history.filter(({ step }) => step === 'initialConference' || step === 'reviewConference');
  const entries = within(24, today, conferences).filter((one) => views(one).includes('dissents'));
  return entries.length === 0
    ? undefined
    : { because: `an agency disagreed with what was decided at ${counted(entries.length, 'conference', 'conferences')}`, entries };
}

const rules: Readonly<Record<PatternKind, (history: History, today: LocalDate) => Found>> = {
  referrals,
  injuries,
  notBrought,
  unseen,
  moves,
  missing,
  newAdults,
  disagreement,
};

/** Set aside once everything that it rests on was known: it is offered again when another entry joins. */
const isSetAside = (kind: PatternKind, entries: readonly Statement[], history: History): boolean =>
  statementsOf('patternSetAside', history).some(
    (one) => one.answers['pattern'] === kind && entries.every((entry) => entry.position < one.position),
  );

/** What repeats in one child’s record, as of a day, and has not been set aside. Pure; for the child’s own page, and for nothing else. */
export const patternsIn = (history: History, today: LocalDate): readonly Pattern[] =>
  Object.keys(rules)
    .filter(isPatternKind)
    .flatMap((kind) => {
      const found = rules[kind](history, today);
      return found === undefined || isSetAside(kind, found.entries, history) ? [] : [{ kind, ...found }];
    });
