import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { Identifier, Standing } from '../kernel/derivation/derivation.ts';
import type { History, Line } from '../kernel/step/history.ts';
import type { Role } from '../kernel/step/permission.ts';

export type { Derivation, Identifier, KnownBy, ReadBy, Standing } from '../kernel/derivation/derivation.ts';

/** Who is asking: put, literally, into every transaction; without it the database gives no rows. */
export type Session = {
  readonly authority: number;
  readonly actor: string;
  readonly roles: readonly Role[];
  /** The teams that the actor works in or manages. */
  readonly teams: readonly string[];
  /** Which children's rows lists may show. */
  readonly scope: 'all' | 'teams' | 'own' | 'none';
};

/** One statement about one or several children. `entry` is made by the caller and makes a retry harmless. */
export type NewEntry = {
  readonly entry: string;
  readonly step: string;
  readonly wording: string;
  readonly happenedOn: LocalDate;
  readonly statedAt?: string;
  readonly source?: string;
  /** The version of the writer's draft that it was written as: recording it takes the draft away. A draft saved since in another window stays. */
  readonly draft?: number;
  /** The words meant for all of them. */
  readonly shared: Readonly<Record<string, unknown>>;
  readonly about: readonly {
    readonly person: string;
    readonly answers: Readonly<Record<string, unknown>>;
    readonly corrects?: number;
    readonly tombstone?: boolean;
    /** Why it is corrected or struck out: asked of a person, not of an import, whose source is its reason. */
    readonly reason?: string;
  }[];
};

export type Appended =
  | { readonly kind: 'appended' }
  /** Somebody wrote first: nothing was stated. */
  | { readonly kind: 'conflict'; readonly people: readonly { readonly person: string; readonly position: number }[] }
  | { readonly kind: 'refused'; readonly message: string };

/** Why records are opened that a running import is about to add to: the run itself, which no words can name. */
export type ForImport = { readonly run: string };

declare const opened: unique symbol;
/** A child's record that `open` admitted and logged: the only thing that reading functions accept. `run`: for a running import. */
export type Opened = { readonly [opened]: true; readonly person: string; readonly session: Session; readonly run?: string };

export type Opening =
  | { readonly kind: 'opened'; readonly record: Opened }
  | { readonly kind: 'restricted'; readonly ring: string }
  /** It was merged into another record of the same person: everything is there. */
  | { readonly kind: 'merged'; readonly into: string }
  | { readonly kind: 'unknown' };

/** Something is recorded at this position that the session may not read: of another role's step, withheld or destroyed. */
export type Unread = {
  readonly position: number;
  readonly recordedAt: string;
  /** It was struck out: its words are for those who wrote it, and for managers. */
  readonly isStruck?: true;
};

/**
 * A child's chain as it was known at an instant, to those entitled today. `position` counts every line; `chain` and `history` hold what the
 * session may read. `clocks` and `standing` are derived from all of it.
 */
export type ChildRecord = {
  readonly person: string;
  readonly position: number;
  readonly chain: readonly Line[];
  readonly history: History;
  readonly clocks: readonly Clock[];
  readonly standing: Standing;
  /** Only the people named for it may open it. Absent: every practitioner may. */
  readonly restricted?: true;
  /** Absent: everything could be read. */
  readonly unread?: readonly Unread[];
  /** Other records of the same person, merged into this one: `history` and all that is derived are of theirs too, `chain` and `position` are not. */
  readonly merged?: readonly ChildRecord[];
};

/** Who may open a restricted record, as those see it who have it open: whom it is restricted to, why, and what the others are told. */
export type Restriction = {
  readonly ring: string;
  readonly since: string;
  readonly restrictedBy: string;
  readonly reason: string;
  readonly readers: readonly string[];
};

export type AccessLogLine = { readonly openedAt: string; readonly actor: string; readonly reason: string };

/** Who somebody on record is. Restricted to others: nothing of them but that they exist, and whom to ring. */
export type Named = {
  readonly person: string;
  readonly restricted: boolean;
  readonly ring?: string;
  readonly standing?: Pick<Standing, 'name' | 'bornOn' | 'expectedOn' | 'diedOn' | 'sex' | 'family' | 'adult' | 'mergedInto'>;
};

/** Somebody of an opened person's family (distance 0: that person), with the statements that say what they are to others and with whom they live. */
export type Relative = Named & {
  /** How many statements away: never more than three, and never through somebody restricted. */
  readonly distance: number;
  /** `relationship` as it was answered; `household` as {from, until, home}: who gives the same home lives together. The address is not here. */
  readonly stated: readonly { readonly entry: string; readonly step: string; readonly answers: Readonly<Record<string, unknown>> }[];
};

/** One child in a list. */
export type ListedChild = {
  readonly person: string;
  readonly standing: Standing;
  readonly clocks: readonly Clock[];
  /** When the standing last changed: PostgreSQL's own text of the instant. */
  readonly changedAt: string;
};

export type ListFilter = {
  readonly onPlan?: boolean;
  /** Looked after, short breaks left out. With `onPlan` too: on a plan or looked after. */
  readonly lookedAfter?: boolean;
  /** On any of the registers of `practice/registers`. */
  readonly onRegister?: boolean;
  readonly teams?: readonly string[];
  readonly worker?: string;
  /** With whom somebody works and for whom neither a worker nor a team is named. */
  readonly withoutTeam?: boolean;
  readonly people?: readonly string[];
  /** Whose record is kept until this day or an earlier one. */
  readonly keptUntil?: LocalDate;
  /** Why the list leaves the page: logged with what was asked for. */
  readonly purpose?: string;
  /** As known at: an ISO instant. Absent: now. */
  readonly knownAt?: string;
  /** Of the clocks, only those that on this day are neither met nor ended. Absent: all. */
  readonly runningOn?: LocalDate;
};

/** What was opened has since been restricted to others, or the reader's role has changed: nothing was read. */
export class RecordClosed extends Error {
  override readonly name = 'RecordClosed';
  constructor() {
    super('This record was restricted, or your role was changed, after you opened it.');
  }
}

export type TheRecord = {
  /**
   * Opens children's records and logs each opening with its reason, in one transaction. Words are a practitioner's reason; an administrator's
   * running import gives its run. Refused (SL001): no reason, or words that look like an import's.
   */
  readonly open: (session: Session, people: readonly string[], why: string | ForImport) => Promise<ReadonlyMap<string, Opening>>;
  readonly read: (record: Opened, knownAt?: string) => Promise<ChildRecord>;
  readonly whoOpened: (record: Opened) => Promise<readonly AccessLogLine[]>;
  /** The restriction that stands. `undefined`: every practitioner may open the record. */
  readonly restriction: (record: Opened) => Promise<Restriction | undefined>;
  /**
   * What a pure rule says of the child's whole history: also of what this session may not read, which is given to the rule alone.
   * A rule must not say more than it needs to. Without anything unread, it is the rule upon the record as read.
   */
  readonly judge: <T>(session: Session, asRead: ChildRecord, rule: (history: History) => T) => Promise<T>;
  /** Appends what was decided upon the records as read; derives clocks and standings; a conflict is returned, never merged. */
  readonly append: (session: Session, entries: readonly NewEntry[], asRead: ReadonlyMap<string, ChildRecord>) => Promise<Appended>;
  readonly list: (session: Session, filter: ListFilter) => Promise<readonly ListedChild[]>;
  /** The family of an opened person, as far as this session may know it and as it was known at an instant. */
  readonly relatives: (record: Opened, knownAt?: string) => Promise<readonly Relative[]>;
  /** Who these people are, to practitioners: whom they may open, they may name. Ids of nobody are left out. */
  readonly named: (session: Session, people: readonly string[], knownAt?: string) => Promise<ReadonlyMap<string, Named>>;
  /** The people known by these identifiers, by `kind value`: of several who claim one, whoever claimed it first. */
  readonly identify: (session: Session, identifiers: readonly Identifier[]) => Promise<ReadonlyMap<string, string>>;
  /** Everybody who claims each of these identifiers, by `kind value`, whoever claimed it first before the others. */
  readonly claimants: (session: Session, identifiers: readonly Identifier[]) => Promise<ReadonlyMap<string, readonly string[]>>;
};
