import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importerOn } from '../../src/commands/importer.ts';
import { filesAt, importSet, setsOf } from '../../src/import/file-set.ts';
import type { Database } from '../../src/platform/database.ts';
import type { Session } from '../../src/record/contract.ts';
import { importProblems } from '../../src/record/import-problems.ts';
import { beginImport, finishImport } from '../../src/record/imports.ts';
import { identityQuestions } from '../../src/record/kept-rows.ts';

/** What an administrator has before them: an import with a value to put right, a child of whom nobody could say whose rows they are, a file that stopped. */
export type HeldImports = { readonly run: string; readonly problem: number; readonly question: string; readonly stopped: string };

/** As a cell of a CSV file is written. */
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A return of two children with dates in two digits, and of one under the number of the child `word`0, born on another day. `script` is in its values. */
const filesOf = (word: string, script: string): Readonly<Record<string, string>> => ({
  'header.csv': `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${word}-in-care,F,14/05/2019,APKN,A123456789123,,\n${word}-at-home,F,11/02/2016,${cell(script)},C123456789123,,\n${word}0,F,04/03/2018,APKN,${cell(script)},,\n`,
  'episodes.csv': `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n${[`${word}-in-care`, `${word}-at-home`].map((child) => `${child},02/06/2024,S,C1,N1,U6,PR1,27/11/24,E4A,,OX1 1ND,OX4 2QQ,SC123456\n`).join('')}`,
});

export async function holdImports(app: Database, session: Session, word: string, script: string): Promise<HeldImports> {
  const folder = mkdtempSync(join(tmpdir(), 'held-'));
  for (const [name, text] of Object.entries(filesOf(word, script))) writeFileSync(join(folder, name), text);
  const [set] = await setsOf((await filesAt(folder)) ?? [], 2025);
  if (set === undefined) throw new Error('There is nothing to load');
  const { run } = await importSet(importerOn(app), { ...set, name: `${word} return ${script}` }, { session });
  rmSync(folder, { recursive: true });
  const problem = (await importProblems(app, session, run)).find(({ field }) => field === 'DEC');
  const [question] = await identityQuestions(app, session);
  if (problem === undefined || question === undefined) throw new Error('Nothing is left to be put right or decided');
  const stopped = randomUUID();
  await beginImport(app, session, { run: stopped, fileName: `${word} census ${script}`, fileHash: 'ab', kind: 'cin' });
  await finishImport(app, session, stopped, 'stopped', { message: `${word} stopped ${script}` });
  return { run, problem: problem.n, question: question.question, stopped };
}
