import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { whatWasStruck, type Line, type Struck, type Statement } from '../../../kernel/step/history.ts';
import type { Option } from '../../../kernel/field/field.ts';
import { summaryLine } from '../../../kernel/step/said.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { leavingCareStatuses, leavingCareStatusOn } from '../../../practice/leaving-care/leaving-care.ts';
import { nextAfter } from '../../../practice/pathway.ts';
import type { AccessLogLine, ChildRecord, Restriction, Session } from '../../../record/contract.ts';
import { asOptions, labels } from '../../by-id.ts';
import { answerWords } from '../../form/answers.tsx';
import type { LinkedFiles, LinkOptions } from '../../form/asking.ts';
import type { Member, Team, WebParts } from '../../parts.ts';
import { dayOf, workingDaysFromTo, type AsKnown } from '../../said-dates.ts';
import { isRecordedOf } from './recorded-of.ts';
import { shownClocks, type ShownClock } from './shown-clocks.ts';

export type Event = {
  readonly statement: Statement;
  readonly step: AnyStep | undefined;
  readonly title: string;
  readonly summary: string;
  readonly recordedBy: string;
  /** Who moved it here from another record. */
  readonly movedBy: string | undefined;
  /** Working days between happening and recording, when more than two. */
  readonly lateEntry: number | undefined;
  readonly source: string | undefined;
  readonly corrections: readonly {
    readonly line: Line;
    readonly by: string;
    readonly source: string | undefined;
    readonly summary: string;
  }[];
};

/** What no longer stands: struck out, or moved to another record. */
export type StruckOut = {
  /** Absent: it was moved, and nothing of it may be said. */
  readonly was: { readonly title: string; readonly happenedOn: LocalDate } | undefined;
  readonly entry: string | undefined;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
};

export type ChildModel = {
  readonly record: ChildRecord;
  readonly known: AsKnown;
  readonly details: Readonly<Record<string, unknown>>;
  readonly detailsStep: AnyStep | undefined;
  readonly worker: string | undefined;
  readonly team: string | undefined;
  readonly category: string | undefined;
  readonly clocks: readonly ShownClock[];
  readonly events: readonly Event[];
  readonly stepsShown: readonly { readonly value: string; readonly label: string }[];
  readonly filter: ChronologyFilter;
  readonly struck: readonly StruckOut[];
  /** How many events there are before filtering. */
  readonly eventsInAll: number;
  readonly managers: readonly string[];
  /** What the young person is in leaving-care law, in words; absent: nothing. */
  readonly leavingCare: string | undefined;
  /** The independent reviewing officer named. */
  readonly officer: string | undefined;
  readonly mayRestrict: boolean;
  readonly mayRecord: readonly AnyStep[];
  /** Of these, what comes next after what was recorded last. */
  readonly comesNext: ReadonlySet<string>;
  readonly access: readonly (AccessLogLine & { readonly name: string })[];
  /** What the others are told, and who may open the record, by name; absent: every practitioner may. */
  readonly closedTo: { readonly ring: string; readonly names: readonly string[] } | undefined;
  readonly links: LinkOptions;
  readonly recorded: boolean;
};

type Given = {
  readonly record: ChildRecord;
  readonly access: readonly AccessLogLine[];
  readonly restriction: Restriction | undefined;
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
  /** Whom the record's answers point at. */
  readonly people: readonly Option[];
  readonly files?: LinkedFiles;
  readonly parts: WebParts;
  readonly session: Session;
  readonly known: AsKnown;
  readonly filter: ChronologyFilter;
  readonly recorded: boolean;
};

export function childModel({
  record,
  access,
  restriction,
  members,
  teams,
  people,
  files = {},
  parts,
  session,
  known,
  filter,
  recorded,
}: Given): ChildModel {
  const named = labels(asOptions(members));
  const steps = new Map(parts.steps.map((one) => [one.name, one]));
  const mayRead = (name: string): boolean => steps.get(name)?.may.read.some((role) => session.roles.includes(role)) ?? true;
  const readable = record.history.filter((statement) => mayRead(statement.step));
  const isAdult = record.standing.adult === true;
  const detailsStep = isAdult
    ? parts.steps.find(({ about }) => about === 'adult')
    : parts.steps.find(({ fields }) => Object.values(fields).some(({ identifies }) => identifies !== undefined));
  const events = readable.map((statement) => eventOf(statement, steps.get(statement.step), named)).reverse();
  const { standing } = record;
  const links = linkOptions(record, members, teams, steps, people, files);
  return {
    record,
    known,
    recorded,
    detailsStep,
    filter,
    struck: whatWasStruck(record.chain)
      .filter(({ by }) => mayRead(by.step))
      .map((one) => struckOut(one, steps, named))
      .reverse(),
    eventsInAll: events.length,
    officer: standing.reviewingOfficer === undefined ? undefined : (named.get(standing.reviewingOfficer) ?? standing.reviewingOfficer),
    leavingCare: leavingCareWords(readable, known.today),
    managers: managersOf(members, standing.team),
    mayRestrict: known.instant === undefined && session.roles.some((role) => role === 'teamManager' || role === 'headOfService'),
    details: Object.assign({}, ...readable.filter(({ step: name }) => name === detailsStep?.name).map(({ answers }) => answers)),
    worker: standing.worker === undefined ? undefined : (named.get(standing.worker) ?? standing.worker),
    team: standing.team === undefined ? undefined : (labels(asOptions(teams)).get(standing.team) ?? standing.team),
    category: standing.category,
    clocks: shownClocks(record, parts, session, known),
    events: events.filter((event) => isWanted(event, filter, links)),
    stepsShown: [...new Map(events.map(({ statement, title }) => [statement.step, title]))].map(([value, label]) => ({ value, label })),
    mayRecord:
      known.instant === undefined
        ? parts.steps.filter((step) => isRecordedOf(step, standing) && step.may.record.some((role) => session.roles.includes(role)))
        : [],
    closedTo: restriction && {
      ring: restriction.ring,
      names: restriction.readers.map((reader) => named.get(reader) ?? reader).sort(),
    },
    comesNext: nextAfter(readable),
    access: access.map((line) => ({ ...line, name: named.get(line.actor) ?? line.actor })),
    links,
  };
}

/** Derived from care and birth, never entered. */
function leavingCareWords(history: ChildRecord['history'], today: LocalDate): string | undefined {
  const status = leavingCareStatusOn(history, today);
  return status && leavingCareStatuses[status];
}

function struckOut({ by, lines }: Struck, steps: ReadonlyMap<string, AnyStep>, named: ReadonlyMap<string, string>): StruckOut {
  const title = steps.get(by.step)?.title;
  return {
    was: title === undefined ? undefined : { title, happenedOn: by.happenedOn },
    entry: lines[0]?.entry,
    by: named.get(by.recordedBy) ?? by.recordedBy,
    at: by.recordedAt,
    reason: by.reason ?? '',
  };
}

const managersOf = (members: readonly Member[], team: string | undefined): readonly string[] =>
  team === undefined ? [] : members.filter((one) => one.roles.includes('teamManager') && one.teams.includes(team)).map(({ name }) => name);

/** What the chronology is narrowed to; empty: everything. */
export type ChronologyFilter = {
  readonly step: string;
  readonly words: string;
  readonly from: string;
  readonly to: string;
  /** "late": what was recorded more than two working days after; "corrected": what was corrected since. */
  readonly which: string;
};

/** All that the chronology says of an event, as it shows it. */
function wordsOf({ statement, step, title, summary }: Event, links: LinkOptions): string {
  const fields = Object.entries({ ...step?.fields, ...step?.each });
  const said = fields.flatMap(([name, field]) => {
    const value = statement.answers[name];
    return value === undefined ? [] : [answerWords(field, value, links)];
  });
  return [title, summary, ...said].join(' ').toLocaleLowerCase('en-GB');
}

function isWanted(event: Event, { step, words, from, to, which }: ChronologyFilter, links: LinkOptions): boolean {
  const { statement, lateEntry, corrections } = event;
  return (
    (step === '' || statement.step === step) &&
    (from === '' || statement.happenedOn >= from) &&
    (to === '' || statement.happenedOn <= to) &&
    (which !== 'late' || lateEntry !== undefined) &&
    (which !== 'corrected' || corrections.length > 0) &&
    (words === '' || wordsOf(event, links).includes(words.toLocaleLowerCase('en-GB')))
  );
}

export function linkOptions(
  record: ChildRecord,
  members: readonly Member[],
  teams: readonly Team[],
  steps: ReadonlyMap<string, AnyStep>,
  people: readonly Option[],
  files: LinkedFiles = {},
): LinkOptions {
  return {
    entry: record.history.toReversed().map((statement) => ({
      value: statement.entry,
      label: `${shortDate(statement.happenedOn)}: ${steps.get(statement.step)?.title ?? statement.step}`,
    })),
    member: asOptions(members),
    team: asOptions(teams),
    person: people,
    ...files,
  };
}

export const shortDate = (on: string): string => on.split('-').reverse().join('/');

/** A statement as a chronology shows it. */
export function eventOf(statement: Statement, step: AnyStep | undefined, named: ReadonlyMap<string, string>): Event {
  const stated = statement.statedAt ?? (statement.source === undefined ? statement.recordedAt : undefined);
  const delay = stated === undefined ? 0 : workingDaysFromTo(statement.happenedOn, dayOf(stated));
  return {
    statement,
    step,
    title: step?.title ?? statement.step,
    summary: summaryOf(step, statement),
    recordedBy: named.get(statement.recordedBy) ?? statement.recordedBy,
    movedBy: statement.movedBy && (named.get(statement.movedBy) ?? statement.movedBy),
    lateEntry: delay > 2 ? delay : undefined,
    source: sourceWords(statement.source),
    corrections: statement.corrections.map((line) => ({
      line,
      by: named.get(line.recordedBy) ?? line.recordedBy,
      source: sourceWords(line.source),
      summary: summaryOf(step, line),
    })),
  };
}

const summaryOf = (step: AnyStep | undefined, { step: name, answers }: Line): string =>
  step === undefined ? name : summaryLine(step, answers);

/** `cin:<run>:<line>:<last day>` or `ssda903:<run>:<table and line>:<year>:<child>:of <tables>` in words. */
function sourceWords(source: string | undefined): string | undefined {
  const [kind, , place, year] = source?.split(':') ?? [];
  if (kind === undefined) return undefined;
  if (kind === 'identity') return 'decided by an administrator whose rows these are';
  const name =
    kind === 'cin'
      ? 'the CIN census'
      : kind === 'ssda903'
        ? `the looked-after return of ${year ?? 'a year'}`
        : kind === 'ssd'
          ? 'the safeguarding dataset'
          : kind;
  if (place === undefined) return `imported from ${name}`;
  const [table, line] = /^\d+$/.test(place) ? [undefined, place] : place.split(' ');
  return `imported from ${name}${table === undefined ? '' : `, ${table.replaceAll('_', ' ')}`}, line ${line ?? place}`;
}
