import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Obstacle } from '../platform/obstacle.ts';
import { childrenInNeedCensus } from '../returns/cin-census/collection.ts';
import { checkExample, readExamples, type RecordedExample, type Verdict } from '../returns/rule/recorded-examples.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { lookedAfterReturn } from '../returns/ssda903/collection.ts';
import { rulesYear } from './rules-year.ts';
import { readWords } from './words.ts';

const usage = 'check-examples FILE.json [--year 2025-26]';
const collections = [childrenInNeedCensus, lookedAfterReturn];
const words: Readonly<Record<Verdict['kind'], string>> = { passed: 'pass', differs: 'FAIL', notWritten: 'NOT WRITTEN' };

/** check-examples: runs the rules of the statutory returns over recorded examples, and says which rules find other rows than they should. */
export async function checkExamples(from: string, parameters: readonly string[]): Promise<boolean> {
  const { words: files, one } = readWords(parameters, { usage, options: ['year'] });
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Obstacle(`Give one file of examples. Usage: ${usage}`);
  const year = rulesYear(one('year'));
  const examples = (await readFileOf(resolve(from, file))).filter(({ years }) => year === undefined || years.includes(year));
  const verdicts = examples.map((example) => check(example, year));
  for (const { id, kind, lines } of verdicts) console.log([`${words[kind]}  ${id}`, ...lines].join('\n      '));
  console.log(totals(verdicts));
  return verdicts.every(({ kind }) => kind === 'passed');
}

async function readFileOf(path: string): Promise<readonly RecordedExample[]> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Obstacle(`There is no file ${path} that can be read.`);
  const examples = readExamples(parsed(text));
  if (examples === undefined) throw new Obstacle(`${path} is no file of examples: it is JSON with a list "fixtures".`);
  return examples;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function check(example: RecordedExample, year: CollectionYear | undefined): Verdict {
  const collection = collections.find(({ name }) => name === example.collection);
  return collection === undefined ? { id: example.id, kind: 'notWritten', lines: [] } : checkExample(collection, example, year);
}

function totals(verdicts: readonly Verdict[]): string {
  const of = (kind: Verdict['kind']): number => verdicts.filter((verdict) => verdict.kind === kind).length;
  return `${verdicts.length} examples: ${of('passed')} pass, ${of('differs')} fail, ${of('notWritten')} of rules not written`;
}
