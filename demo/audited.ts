import { addMonths, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { falls } from '../src/practice/pathway.ts';
import { headOf, type DemoStaff } from './authority.ts';
import type { Drawing, Drawn, Programme } from './audits.ts';
import { chanceOf, idFrom } from './chance.ts';
import { actionsOf } from './stories/agreed-action.ts';
import { entryOf, workingDayAfter, type DemoEntry } from './telling.ts';
import { findings, moderated, spoken, strengths, toChange, unsafe } from './words/audits.ts';

type Grade = 'outstanding' | 'good' | 'requiresImprovement' | 'inadequate';
const scale: readonly Grade[] = ['outstanding', 'good', 'requiresImprovement', 'inadequate'];
const worse = (a: Grade, b: Grade): Grade => (scale.indexOf(a) > scale.indexOf(b) ? a : b);

/** What two auditors and a moderator made of one child's record. */
export type Audited = {
  readonly audits: readonly { readonly auditor: string; readonly entry: DemoEntry }[];
  readonly moderation: DemoEntry;
  /** What goes to the child's own record. */
  readonly ofChild: readonly DemoEntry[];
};

type Given = {
  readonly staff: DemoStaff;
  readonly drawing: Drawing;
  readonly drawn: Drawn;
  readonly file: (auditor: string) => string;
  /** Whether the next assessment that is audited is not as it should be. */
  readonly isBadAssessment: () => boolean;
};

/** As many in a row of some as of all: whichever day it is, chance does not make of one year a better one than of another. */
export function evenly(share: number): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return Math.floor(asked * share) > Math.floor((asked - 1) * share);
  };
}

/** Assessments are as they were, whoever was on a course. */
export const badAssessments = 0.45;

/** Two managers and two reviewing officers audit; nobody their own team's children. */
export const auditorsOf = ({ teams, reviewers }: DemoStaff): readonly string[] => [
  ...teams
    .filter(({ kind }) => kind === 'Disabled Children' || kind === 'Adolescents')
    .map(({ manager }) => manager)
    .slice(0, 2),
  ...reviewers.slice(0, 2),
];

export function auditedOf(given: Given): Audited {
  const { staff, drawing, drawn } = given;
  const { programme } = drawing;
  const chance = chanceOf(idFrom(programme.file, drawn.person));
  const auditors = auditorsOf(staff).filter((auditor) => auditor !== drawn.team.manager);
  const on = addWorkingDays(programme.decidedOn, 3 + Math.floor(drawn.turn / 2));
  const isUnsafe = drawn.turn === programme.unsafe;
  const first: Grade = isUnsafe
    ? 'inadequate'
    : chance.happens(programme.good / 100)
      ? chance.happens(0.08)
        ? 'outstanding'
        : 'good'
      : chance.happens(0.28)
        ? 'inadequate'
        : 'requiresImprovement';
  const isTwice = drawn.turn % 5 === 1;
  const second = chance.happens(0.72) ? first : (scale[Math.max(1, scale.indexOf(first) + (chance.happens(0.5) ? 1 : -1))] ?? 'good');
  const auditBy = (turn: number, grade: Grade, day: LocalDate) => {
    const auditor = auditors[(drawn.turn + turn) % auditors.length] ?? drawing.programme.file;
    return { auditor, entry: auditEntry(given, auditor, { grade, on: day, isUnsafe: isUnsafe && turn === 0 }) };
  };
  const audits = [auditBy(0, first, on), ...(isTwice ? [auditBy(1, second, addWorkingDays(on, 2))] : [])];
  const grade = isTwice ? worse(first, second) : first;
  const moderation = moderationOf(given, grade, isTwice && first !== second);
  return {
    audits,
    moderation,
    ofChild: [...(isUnsafe ? foundUnsafe(given, audits[0]?.auditor ?? '', on) : []), ...outcomeOf(given, moderation, grade)],
  };
}

/** What is stated of an audit: in a file, or of the child. */
const stated = (key: readonly string[], step: string, on: LocalDate, person: string, by: string, shared: DemoEntry['shared']): DemoEntry =>
  entryOf({ entry: idFrom(step, ...key), step, on, of: person, by, shared });

type Found = { readonly grade: Grade; readonly on: LocalDate; readonly isUnsafe: boolean };

function auditEntry({ drawing, drawn, file, isBadAssessment }: Given, auditor: string, { grade, on, isUnsafe }: Found): DemoEntry {
  const chance = chanceOf(idFrom(auditor, drawn.person));
  const from = chance.below(findings.length);
  const lines = [0, 1, 2].flatMap((n) => findings[(from + n) % findings.length] ?? []);
  const standards = lines.map(({ standard, recordSays, good, bad }) => {
    const isBadByChance = chance.happens(badShare(drawing.programme, standard, grade));
    const isBad = standard === 'assessment' ? isBadAssessment() : isBadByChance;
    return { standard, recordSays, verdict: isBad ? 'disputed' : 'confirmed', why: isBad ? bad : good };
  });
  const told = isUnsafe ? { safe: false, manager: drawn.team.manager } : { safe: true };
  const words = { ...chance.oneOf<(typeof spoken)[number]>(spoken), ...(falls.has(grade) ? {} : { strengths: chance.oneOf(strengths) }) };
  const shared = { auditedOn: on, child: drawn.person, ...told, standards, ...words, grade };
  return stated([drawing.programme.file, auditor, drawn.person], 'caseFileAudit', on, file(auditor), auditor, shared);
}

/** Of the standards that courses moved: first seldom as they should be, then nearly always. Of all others as the whole of the audit is. */
function badShare({ moved }: Programme, standard: string, grade: Grade): number {
  if (moved.includes(standard)) return 0.04;
  return standard === 'seen' || standard === 'plan' ? 0.62 : falls.has(grade) ? 0.7 : 0.2;
}

const moderatedOn = ({ decidedOn }: Programme): LocalDate => addWorkingDays(decidedOn, 28);

function moderationOf({ staff, drawing: { programme }, drawn }: Given, grade: Grade, differed: boolean): DemoEntry {
  const on = moderatedOn(programme);
  const why = differed ? { why: moderated[drawn.turn % moderated.length] ?? moderated[0] } : {};
  return stated([programme.file, drawn.person], 'auditModeration', on, programme.file, headOf(staff), {
    on,
    child: drawn.person,
    grade,
    ...why,
  });
}

/** To the manager by name, answered on the same day, before any grade. */
function foundUnsafe({ drawing, drawn }: Given, auditor: string, on: LocalDate): readonly DemoEntry[] {
  const { manager } = drawn.team;
  const key = [drawing.programme.file, drawn.person];
  const found = stated(key, 'childFoundUnsafe', on, drawn.person, auditor, { foundOn: on, manager, worry: unsafe.worry });
  const answer = { answeredOn: on, concern: found.entry, answer: unsafe.answer };
  return [found, ...actionsOf(found, { on, by: manager }), stated(key, 'concernAnswer', on, drawn.person, manager, answer)];
}

/** The outcome, what is to be done, and a second look where it fell short: better, most often. */
function outcomeOf({ staff, drawing: { programme }, drawn }: Given, moderation: DemoEntry, grade: Grade): readonly DemoEntry[] {
  const chance = chanceOf(moderation.entry);
  const on = moderation.happenedOn;
  const key = [programme.file, drawn.person];
  const outcome = (day: LocalDate, by: string, shared: object, again: string): DemoEntry =>
    stated([...key, again], 'caseFileAuditOutcome', day, drawn.person, by, { on: day, ...shared });
  if (!falls.has(grade)) return [outcome(on, headOf(staff), { grade, strengths: chance.oneOf(strengths) }, 'first')];
  const { action, toChange: what } = chance.oneOf(toChange);
  const again = workingDayAfter(addMonths(on, 3));
  const byWhen = addWorkingDays(on, 15);
  const agreedActions = [{ what: action, owner: drawn.worker, byWhen }];
  const first = outcome(on, headOf(staff), { grade, toChange: what, again, agreedActions }, 'first');
  const done = chance.happens(0.85) ? { on: addWorkingDays(byWhen, -chance.between(0, 6)), by: drawn.team.manager } : undefined;
  const better: Grade = chance.happens(0.75) ? 'good' : grade;
  const look = addWorkingDays(again, chance.happens(0.8) ? -chance.between(0, 5) : chance.between(3, 15));
  const [reviewer = headOf(staff)] = auditorsOf(staff).slice(-1);
  const second = outcome(
    look,
    reviewer,
    falls.has(better) ? { grade: better, toChange: what } : { grade: better, strengths: 'What was to change has changed.' },
    'again',
  );
  return [first, ...actionsOf(first, done), second];
}
