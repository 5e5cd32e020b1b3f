import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Done } from '../record/call.ts';
import type { Session } from '../record/contract.ts';
import type { LeftOut, OpenFindings, OwnFindings } from '../record/returns.ts';
import type { PreparedReturn, ReturnFileMade } from '../record/prepared-returns.ts';
import type { AnnexList } from '../returns/annex-a/annex.ts';
import type { Names } from '../returns/annex-a/known-of.ts';
import type { Changes } from '../returns/changes.ts';
import type { ReturnName } from '../returns/child-finding.ts';
import type { GivenReturn } from '../returns/given/which.ts';
import type { Reconciled } from '../returns/compared-tables.ts';
import type { FoundRow } from '../returns/found-rows.ts';
import type { WhoChanged } from '../returns/who-changed.ts';
import type { ReturnPart } from '../returns/why.ts';
import type { SignedOfADay } from '../returns/signed-of-a-day.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import type { FeedRun } from '../record/daily-feed.ts';
import type { DayTable, ReturnOfADay, TablesOfChildren } from '../returns/of-a-day.ts';
import type { KeepingAct, ReturnKept } from '../record/returns-kept.ts';
import type { ReturnFile } from '../returns/ssda903/build/return-set.ts';

export type PreparedOfYear = { readonly prepared: string; readonly of: ReturnName; readonly year: CollectionYear };
/** `authority`: its name. */
export type PreparedOfDay = { readonly prepared: string; readonly of: SignedOfADay; readonly on: LocalDate; readonly authority: string };

/** What a prepared return is compared with. */
export type ComparedWith =
  | { readonly kind: 'record' | 'lastYear' }
  | { readonly kind: 'kept'; readonly prepared: string }
  | { readonly kind: 'file'; readonly files: readonly SentFile[] };

/**
 * What a kept return says otherwise than what it was compared with. `isSame`: whether the record as known then gives the same file today. `who`: of two states of one record, who
 * recorded what lies between them, of those under these numbers; of as many at once as a page shows.
 */
export type ComparedReturn = {
  readonly isSame: () => Promise<boolean>;
  readonly changes: Changes;
  readonly with: string;
  readonly who?: (numbers: readonly string[]) => Promise<WhoBetween>;
};
export type WhoBetween = { readonly from: string; readonly to: string; readonly children: readonly ChangedBy[] };
/** `person` absent: it is of a staff file, or of the authority. `isFile`: it is of the file of a household, and not of a child. */
export type ChangedBy = WhoChanged & { readonly child: string; readonly person?: string; readonly isFile?: boolean };

export type SentFile = { readonly name: string; readonly bytes: Buffer };
/** The year of the census and of the looked-after return, and the day of the dataset. */
export type AskedReconciliation = { readonly year: CollectionYear; readonly on: LocalDate };
export type ReconciledReturn = { readonly of: ReturnName; readonly files: readonly string[]; readonly changes: Changes };
/** How files of a move-in compare with the record. `unmapped`: what of them no reader takes, in words. */
export type Reconciliation = {
  readonly tables: readonly Reconciled[];
  readonly returns: readonly ReconciledReturn[];
  /** Annex A, CP-IS, ASGLB, the workforce census and the daily feed, whichever are there. */
  readonly others: readonly { readonly of: GivenReturn; readonly on: LocalDate; readonly tables: readonly Reconciled[] }[];
  readonly unmapped: readonly string[];
};

/** Why a return of a year, or the tables of a day, say what they say of the child with a number. */
export type WhyOfYear = {
  readonly of: ReturnName;
  readonly year: CollectionYear;
  readonly number: string;
  readonly knownAt?: string | undefined;
};
export type WhyOfDay = {
  readonly of: TablesOfChildren | 'annex-a' | 'workforce-census';
  readonly on: LocalDate;
  readonly number: string;
  readonly knownAt?: string | undefined;
};
/** `person` absent: it is of a member of staff, whose entries are in their staff file. `isFile`: it is of a file, and not of a child. */
export type WhyAnswer = { readonly person?: string; readonly isFile?: boolean; readonly parts: readonly ReturnPart[] };

/** Statutory returns, as the pages ask for them. */
export type ReturnParts = {
  readonly own: (session: Session) => Promise<readonly OwnFindings[]>;
  readonly open: (session: Session) => Promise<readonly OpenFindings[]>;
  readonly census: (session: Session, year: CollectionYear, knownAt: string | undefined) => AsyncIterable<string>;
  readonly lookedAfter: (session: Session, year: CollectionYear, knownAt: string | undefined) => Promise<readonly ReturnFile[]>;
  /** Prepared to be given to the Department: kept as they are, explained, signed, and compared afterwards. */
  readonly prepared: {
    readonly all: (session: Session) => Promise<readonly PreparedReturn[]>;
    readonly file: (session: Session, prepared: string) => Promise<ReturnFileMade | undefined>;
    readonly prepare: (session: Session, asked: PreparedOfYear | PreparedOfDay) => Promise<Done>;
    readonly note: (session: Session, prepared: string, note: { readonly code: string; readonly reason: string }) => Promise<Done>;
    readonly sign: (session: Session, prepared: string, signedBy: string) => Promise<Done>;
    /** With another prepared return by its id, with the record as it stands now, with the year before (as it was kept and signed, else as the record tells it), or with files that are sent and not kept: an XML file, or the CSV files of a looked-after return. */
    readonly compare: (session: Session, one: PreparedReturn, other: ComparedWith) => Promise<ComparedReturn | undefined>;
    /** What its rules found, row by row, as it was kept with it; undefined: nothing was, or it was destroyed. */
    readonly findings: (session: Session, prepared: string) => Promise<readonly FoundRow[] | undefined>;
    /** How long each is kept, and what is done about it. */
    readonly kept: (session: Session) => Promise<readonly ReturnKept[]>;
    readonly keep: (session: Session, prepared: string, act: KeepingAct) => Promise<Done>;
    /** All that a return, or the tables of a day, say of the child with this number, each value with its entries; undefined: there is no such child. */
    readonly why: (session: Session, asked: WhyOfYear | WhyOfDay) => Promise<WhyAnswer | undefined>;
  };
  /** Ofsted's child-level lists of a day (Annex A), with the names of staff and teams. */
  /** Files of another system beside what the record says now: they are read, compared and not kept. */
  readonly reconcile: (session: Session, files: readonly SentFile[], asked: AskedReconciliation) => Promise<Reconciliation>;
  /** The runs of the daily feed, as numbers. */
  readonly feed: (session: Session) => Promise<readonly FeedRun[]>;
  /** What is told of a day, in tables. */
  readonly ofADay: (
    session: Session,
    of: ReturnOfADay,
    asked: { readonly on: LocalDate; readonly knownAt?: string | undefined; readonly since?: string | undefined },
  ) => Promise<readonly DayTable[]>;
  readonly annexA: (session: Session, on: LocalDate, names: Names, knownAt?: string) => Promise<readonly AnnexList[]>;
  /** How many restricted records are left out of it for this session. */
  readonly leftOutOfAnnex: (session: Session) => Promise<LeftOut>;
  readonly lookedAfterXml: (session: Session, year: CollectionYear, knownAt: string | undefined) => AsyncIterable<string>;
};
