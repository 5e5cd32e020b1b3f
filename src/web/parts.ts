import type { Readable } from 'node:stream';
import type { Manual } from '../governance/procedures/manual.ts';
import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Role } from '../kernel/step/permission.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import type { Timescale } from '../kernel/step/timescale.ts';
import type { Measured } from '../oversight/measures/measured.ts';
import type { Made, Packed } from '../oversight/emergency-copy/emergency-copy.ts';
import type { Planning } from '../oversight/simulation/planning.ts';
import type { AssuranceParts } from '../governance/assurance/making.ts';
import type { Done, Refused } from '../record/call.ts';
import type { FrozenReport, NewFrozenReport, WholeFrozenReport } from '../record/frozen-reports.ts';
import type { Session } from '../record/contract.ts';
import type { NewPublished, PublishedFile, PublishedKind } from '../record/published-figures.ts';
import type { CopyLogLine, NewCopy } from '../record/emergency-copies.ts';
import type { ImportRun } from '../record/imports.ts';
import type { Attachments } from '../record/attachments.ts';
import type { Drafts } from '../record/drafts.ts';
import type { PublicComments } from '../record/public-comments.ts';
import type { WholeRecord } from '../record/record.ts';
import type { RecordingCost, ToldQuestion, ToldStep, ToldWeek } from '../record/recording-sums.ts';
import type { ReturnParts } from './return-parts.ts';

export type {
  AskedReconciliation,
  ChangedBy,
  ComparedReturn,
  ComparedWith,
  PreparedOfDay,
  PreparedOfYear,
  ReconciledReturn,
  Reconciliation,
  SentFile,
  WhyAnswer,
  WhyOfDay,
  WhyOfYear,
  WhoBetween,
} from './return-parts.ts';
export type { ImportRun } from '../record/imports.ts';

/** A member of staff, as names on pages and in lists. */
export type Member = { readonly id: string; readonly name: string; readonly roles: readonly Role[]; readonly teams: readonly string[] };
export type Team = { readonly id: string; readonly name: string; readonly area: string };
/** One invented person who may be chosen on the demonstration's sign-in page. */
export type SignInPerson = {
  readonly authority: number;
  readonly memberId: string;
  readonly name: string;
  /** Absent: an expert from outside, who holds none. */
  readonly role?: Role;
  readonly team?: string;
};
/** Who holds a session's token. `session.actor` is the member's id. */
export type SignedIn = { readonly session: Session; readonly name: string; readonly authorityName?: string };

/** Values of one column that are written in one wrong way, and what the first of them would be read as. */
export type Suggestion = {
  readonly field: string;
  readonly writing: string;
  readonly values: number;
  readonly example: string;
  readonly readAs: string;
};

/** Who a child is, as one source or record says. */
export type WhoSaid = {
  readonly name: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly history: readonly string[];
};

/** A child of a file of whom nobody could say whose rows they are. */
export type ShownQuestion = {
  readonly id: string;
  readonly source: string;
  readonly child: string;
  readonly because: string;
  readonly askedAt: string;
  readonly isDecided: boolean;
  /** A later file that gave the child so that nobody needs to decide; absent: none has. */
  readonly answeredBy?: { readonly run: string; readonly fileName: string; readonly at: string };
};

export type QuestionInFull = ShownQuestion & {
  /** The decision that stands; of a question that waits: the id that a decision made on this page gets, so that sent twice it is one. */
  readonly decision: string;
  readonly given: WhoSaid;
  readonly records: readonly (WhoSaid & { readonly person: string; readonly isChosen: boolean })[];
};

/** `year`: of a looked-after return whose name does not say. `dryRun`: nothing is recorded. */
export type HowToTake = { readonly year?: number; readonly dryRun: boolean };
export type Repaired = { readonly kind: 'done'; readonly run: string } | { readonly kind: 'refused'; readonly message: string };
/** Files are being taken; or they are not, and why. */
export type Begun = { readonly kind: 'begun'; readonly run: string } | { readonly kind: 'refused'; readonly message: string };
export type Decided = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string };

export type ShownProblem = { readonly [K in 'file' | 'line' | 'child' | 'field' | 'value']?: string | number | null | undefined } & {
  readonly reason: string;
  /** Its number in the run. */
  readonly n: number;
  /** One value can be put in its place here. */
  readonly isRepairable: boolean;
  readonly corrected?: string | null;
  readonly raw?: string | null | undefined;
};

/**
 * A change: ids only. `people` null or absent: too many to name. `staff`: not in the record, but in who works here.
 * `authority` null: changes of any authority may have been missed.
 */
export type Change = { readonly authority: number | null; readonly people?: readonly string[] | null; readonly staff?: true };

/** What the web tells those who run it, and is told by them. Nothing of it names a person. */
export type Operations = {
  readonly answered: (one: {
    readonly id: string;
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly milliseconds: number;
  }) => void;
  readonly failed: (error: unknown, at: { readonly id: string; readonly route: string }) => void;
  /** Whether requests should be sent here; if not, why, in a fixed sentence. */
  readonly ready: () => Promise<{ readonly ready: true } | { readonly ready: false; readonly why: string }>;
  readonly metrics: () => string;
  /** Whoever gives it may read the numbers from elsewhere; absent: this machine only. */
  readonly metricsToken?: string | undefined;
};

/** A file is written as it arrives; at its end it is said what was found. `unchecked`: nothing here checks, or it could not. */
export type Checking = {
  readonly write: (bytes: Buffer) => Promise<void>;
  readonly end: () => Promise<{ readonly kind: 'clean' | 'unchecked' } | { readonly kind: 'found'; readonly what: string }>;
  readonly stop: () => void;
};

/** All that the web is given. It holds no SQL and knows no platform. */
export type WebParts = {
  readonly record: WholeRecord;
  readonly drafts: Drafts;
  readonly attachments: Attachments;
  /** What recording costs: added to the sum of a team and a week at once, of nobody; told of weeks that are over. */
  readonly recording: {
    readonly add: (session: Session, step: AnyStep, cost: Partial<RecordingCost>) => void;
    readonly weeks: (session: Session, since: LocalDate) => Promise<readonly ToldWeek[]>;
    readonly steps: (session: Session) => Promise<readonly ToldStep[]>;
    readonly questions: (session: Session) => Promise<readonly ToldQuestion[]>;
  };
  /** What the assurance report is made from, and those that were frozen. */
  readonly assurance: Pick<AssuranceParts, 'figures' | 'figuresAnew' | 'audits' | 'questions'> & {
    readonly frozen: {
      readonly all: (session: Session) => Promise<readonly FrozenReport[]>;
      readonly one: (session: Session, report: string) => Promise<WholeFrozenReport | undefined>;
      readonly add: (session: Session, report: NewFrozenReport) => Promise<{ readonly kind: 'frozen' } | Refused>;
    };
  };
  readonly planning: Planning;
  /** Published indicators and what arrives, of the whole service as known at the end of a day; and the published figures that they are compared with. */
  readonly measures: {
    readonly found: (session: Session, on: LocalDate) => Promise<Measured>;
    readonly published: (session: Session, kind: PublishedKind) => Promise<PublishedFile | undefined>;
    readonly load: (session: Session, file: NewPublished) => Promise<Done>;
  };
  /** The folder of reference data for the rules of returns; absent: there is none. */
  readonly reference?: string;
  /** One file on its way through the check for viruses, where there is one. */
  readonly checkForViruses: () => Checking;
  readonly steps: readonly AnyStep[];
  readonly wordingOf: (step: AnyStep) => string;
  readonly timescales: readonly Timescale[];
  /** The procedures manual with all its editions, read when it is first asked for. */
  readonly procedures: () => Manual;
  /** What is said of the procedures by whoever has no account. */
  readonly publicComments: PublicComments;
  readonly authorityName: string;
  readonly demonstration: boolean;
  /** Served over https: cookies are `__Host-` and Secure. */
  readonly https?: boolean;
  /** The addresses of a proxy in front, whose X-Forwarded-* are believed; absent: nobody's are. */
  readonly behindProxy?: string | undefined;
  /** For those who run the server; absent: nobody is told. */
  readonly operations?: Operations | undefined;
  readonly now: () => Date;
  /** Whether what lists show was last derived under this version's rules; false: it is being derived again. */
  readonly areRulesApplied: (session: Session) => Promise<boolean>;
  readonly members: {
    readonly all: (session: Session) => Promise<readonly Member[]>;
    readonly teams: (session: Session) => Promise<readonly Team[]>;
    /** How the authority is reached, as its letters say it under its name: a line each. */
    readonly letterhead: (session: Session) => Promise<readonly string[]>;
    readonly demonstrationPeople: () => Promise<readonly SignInPerson[]>;
    readonly signIn: (authority: number, memberId: string) => Promise<string>;
    readonly signInByPassword: (email: string, password: string) => Promise<string | undefined>;
    /** `by`: asked by an open page of itself is no use of the session, which ends an hour after a person last used it. */
    readonly sessionOf: (token: string, by?: 'person' | 'page') => Promise<SignedIn | undefined>;
    readonly signOut: (token: string) => Promise<void>;
    /** Stores another password for who is signed in with this token; every other session of theirs ends. */
    readonly changePassword: (
      signedIn: { readonly session: Session; readonly token: string },
      passwords: { readonly current: string; readonly next: string },
    ) => Promise<'changed' | 'wrong' | 'none'>;
  };
  readonly imports: {
    /** The latest, newest first, as many as asked for; `before`: of those that began before this run. */
    readonly list: (session: Session, part: { readonly limit: number; readonly before?: string }) => Promise<readonly ImportRun[]>;
    /** Files that are being taken or stopped half-way and that nobody has set aside, and the latest that came to its end. */
    readonly taken: (session: Session) => Promise<{ readonly incomplete: readonly ImportRun[]; readonly latest: ImportRun | undefined }>;
    readonly get: (session: Session, run: string) => Promise<ImportRun | undefined>;
    /** The later file by which a stopped one was taken in whole. */
    readonly wholeBy: (session: Session, run: string) => Promise<ImportRun | undefined>;
    /** Nobody waits any longer for the rest of a stopped file. */
    readonly setAside: (session: Session, run: string, reason: string) => Promise<Decided>;
    readonly countProblems: (session: Session, run: string) => Promise<number>;
    /** As many as asked for, after the one of this number, in the order of the file; numbers begin at 1 and have no gaps. */
    readonly problems: (
      session: Session,
      run: string,
      part: { readonly after: number; readonly limit: number },
    ) => Promise<readonly ShownProblem[]>;
    readonly problem: (session: Session, run: string, n: number) => Promise<ShownProblem | undefined>;
    /** Takes the files that arrive, or in a dry run only says what would be taken. Undefined: no file came. */
    readonly begin: (
      session: Session,
      sent: AsyncIterable<{ readonly file: Readable; readonly name: string }>,
      asked: HowToTake,
    ) => Promise<Begun | undefined>;
    readonly suggestions: (session: Session, run: string) => Promise<readonly Suggestion[]>;
    /** Puts one value right and takes the child's rows again. */
    readonly repair: (session: Session, run: string, n: number, value: string) => Promise<Repaired>;
    /** Reads all values of a column that are written in one wrong way as the suggestion says. */
    readonly accept: (session: Session, run: string, field: string, writing: string) => Promise<Repaired>;
    readonly questions: (session: Session) => Promise<readonly ShownQuestion[]>;
    /** Opens the records that it may be about, which is logged. */
    readonly question: (session: Session, id: string) => Promise<QuestionInFull | undefined>;
    /** `person`: it is the child of this record; absent: it is another child. `decision`: the id that the decision gets. */
    readonly decide: (
      session: Session,
      id: string,
      decided: { readonly decision: string; readonly person?: string; readonly reason: string },
    ) => Promise<Decided>;
    /** Only the decision that is named. */
    readonly takeBack: (session: Session, id: string, taken: { readonly decision: string; readonly reason: string }) => Promise<Decided>;
  };
  readonly copies: {
    readonly made: (session: Session) => Promise<readonly CopyLogLine[]>;
    /** `madeBy`: the name that the copy shows. The passphrase is kept nowhere. */
    readonly make: (session: Session, asked: NewCopy, madeBy: string, passphrase: string) => Promise<Made>;
    readonly pack: (session: Session, asked: NewCopy) => Promise<Packed>;
  };
  /** Statutory returns: what their rules find in records as they stand, and a return in pieces, as known at an instant. */
  readonly returns: ReturnParts;
  readonly changes: { readonly subscribe: (listener: (change: Change) => void) => () => void };
};
