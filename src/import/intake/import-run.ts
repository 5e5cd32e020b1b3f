import type { AnyStep } from '../../kernel/step/step.ts';
import type { Session } from '../../record/contract.ts';
import type { BornAlike, IdentityQuestion, KeptRows } from '../../record/kept-rows.ts';
import type { WholeRecord } from '../../record/record.ts';
import type { Problem } from './problem.ts';
import type { ChildStatements } from './statement.ts';
import type { Citation } from './compare.ts';

export type ImportCounts = {
  readonly children: number;
  readonly newChildren: number;
  /** Children of whom nothing could be taken. */
  readonly refusedChildren: number;
  readonly stated: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly problems: Readonly<Record<Problem['kind'], number>>;
  readonly bytes: number;
};

/** Reading ended before the end of the file; what came before is taken. `line` 0: not for anything in the file. */
export type Stopped = { readonly file?: string; readonly line: number; readonly message: string };

/** What a source says of itself before its children. */
export type SourceHeader = {
  /** Of a return: its tables, joined by "+". What is in none of them it could not say. */
  readonly tables?: string;
  readonly year?: string;
  readonly referenceDate?: string;
  readonly authority?: string;
  readonly software?: string;
  readonly dateTime?: string;
};

export type ImportResult = ImportCounts & {
  readonly run: string;
  readonly header?: SourceHeader;
  /** What this version does not carry, each once, with how often it was given. */
  readonly keptFields: Readonly<Record<string, number>>;
  readonly stopped?: Stopped;
};

/** One child as a source gives it. */
export type SourceChild = {
  readonly read: ChildStatements;
  /** The whole row as the file gives it, for whoever repairs it. */
  readonly raw: () => string;
  /** What the reader of this kind of source needs to read the rows again. */
  readonly keep: () => Readonly<Record<string, unknown>>;
  /** About how many characters it holds in memory. */
  readonly size: number;
};

/** What a reader makes of its files. The header comes before the children; `stopped` does not end what other files give. */
export type SourceEvent =
  | { readonly kind: 'header'; readonly header: SourceHeader }
  | ({ readonly kind: 'child' } & SourceChild)
  /** A child of whom nothing is read: more than can be one child's. */
  | { readonly kind: 'refusedChild'; readonly problem: Problem }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | ({ readonly kind: 'stopped' } & Stopped);

/** One kind of source: what the two identifiers are called in it, and how it is cited. */
export type Source = {
  readonly kind: 'cin' | 'ssda903' | 'ssd';
  readonly columns: { readonly id: string; readonly upn: string };
  readonly events: AsyncIterable<SourceEvent>;
  /** How many bytes have been read so far. */
  readonly bytes: () => number;
  readonly citationOf: (run: string, header: SourceHeader | undefined, child: string) => Citation;
};

/** Where a run is written down; a dry run too, since it opens records. */
export type ImportRun = {
  readonly begin: (about: { readonly fileName: string; readonly header: SourceHeader }) => Promise<string>;
  readonly progress: (run: string, counts: ImportCounts) => Promise<void>;
  readonly problems: (run: string, problems: readonly Problem[]) => Promise<void>;
  readonly finish: (run: string, result: ImportResult) => Promise<void>;
};

/** Where rows wait for repair or for a decision, and what is asked of the record to see whether a decision is needed. */
export type IntakeQueue = {
  readonly keep: (run: string, rows: readonly KeptRows[]) => Promise<void>;
  readonly ask: (run: string, questions: readonly IdentityQuestion[]) => Promise<void>;
  /** Questions, by their ids, that nobody needs to decide any more; those that nobody asked are passed over. */
  readonly answer: (run: string, questions: readonly string[]) => Promise<void>;
  readonly bornOn: (days: readonly string[]) => Promise<readonly BornAlike[]>;
};

/** With what, and as whom, a source is taken in. */
export type IntakeOptions = {
  readonly record: Pick<WholeRecord, 'claimants' | 'open' | 'readMany' | 'append'>;
  readonly session: Session;
  readonly steps: readonly AnyStep[];
  readonly wordingOf: (step: AnyStep) => string;
  readonly fileName: string;
  readonly run?: ImportRun;
  readonly queue?: IntakeQueue;
  readonly dryRun?: boolean;
  readonly batchSize?: number;
  /** In characters, what of one file is kept, and what of its problems is listed. */
  readonly mostKept?: number;
  readonly mostTold?: number;
  readonly onProgress?: (counts: ImportCounts) => void;
  readonly onProblems?: (problems: readonly Problem[]) => void;
  /** Asked after each child: why to end here, with what has been taken so far. Undefined: go on. */
  readonly whyStopping?: () => string | undefined;
};
