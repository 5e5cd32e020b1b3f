import type { AnyStep } from '../../kernel/step/step.ts';
import type { Session } from '../../record/contract.ts';
import type { WholeRecord } from '../../record/record.ts';
import type { CensusProblem } from './census-problem.ts';
import type { CensusHeader } from './census-xml.ts';

export type ImportCounts = {
  readonly children: number;
  readonly newChildren: number;
  /** Children of whom nothing could be taken. */
  readonly refusedChildren: number;
  readonly stated: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly problems: { readonly refused: number; readonly note: number; readonly kept: number };
  readonly bytes: number;
};

export type ImportResult = ImportCounts & {
  readonly run: string;
  readonly header?: CensusHeader;
  /** What this version does not carry, each once, with how often it was given. */
  readonly keptFields: Readonly<Record<string, number>>;
  /** Reading ended before the end of the file; what came before is taken. */
  readonly stopped?: { readonly line: number; readonly message: string };
};

/** Where a run is written down; a dry run too, since it opens records. */
export type ImportRun = {
  readonly begin: (about: { readonly fileName: string; readonly header: CensusHeader }) => Promise<string>;
  readonly progress: (run: string, counts: ImportCounts) => Promise<void>;
  readonly problems: (run: string, problems: readonly CensusProblem[]) => Promise<void>;
  readonly finish: (run: string, result: ImportResult) => Promise<void>;
};

export type ImportOptions = {
  readonly record: Pick<WholeRecord, 'identify' | 'open' | 'readMany' | 'append'>;
  readonly session: Session;
  readonly steps: readonly AnyStep[];
  readonly wordingOf: (step: AnyStep) => string;
  readonly source: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  readonly run?: ImportRun;
  readonly dryRun?: boolean;
  readonly batchSize?: number;
  readonly onProgress?: (counts: ImportCounts) => void;
  readonly onProblems?: (problems: readonly CensusProblem[]) => void;
};

/** The header's time has no zone: it is the time in England. */
export function instantInEngland(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(text);
  const given = new Date(hasZone ? text : `${text}Z`);
  if (Number.isNaN(given.getTime())) return undefined;
  if (hasZone) return given.toISOString();
  const wall = new Date(`${given.toLocaleString('sv-SE', { timeZone: 'Europe/London' }).replace(' ', 'T')}Z`);
  return new Date(2 * given.getTime() - wall.getTime() - (given.getTime() % 1000)).toISOString();
}
