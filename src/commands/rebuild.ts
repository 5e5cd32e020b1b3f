import type { Database } from '../platform/database.ts';
import { derivation } from '../practice/pathway.ts';
import { rederive } from '../record/derivation-runs.ts';
import type { Authority } from '../record/members.ts';
import { comparePast } from '../record/past.ts';
import { rebuild } from '../record/rebuild.ts';
import { chosenAuthorities } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { readWords } from './words.ts';

const usage = 'rebuild [--write] [--authority NUMBER]';

const rules = (): string => derivation.rulesHash.slice(0, 12);

const mostNamed = 20;

/** What the boards count together is kept beside their rows. */
const sayTally = (tally: number, done: string): void =>
  console.log(`Numbers at the head of boards: ${tally} differ from the children counted one by one, ${done}`);

async function compareOne(owner: Database, { authority, name }: Authority): Promise<boolean> {
  const { children, differences, tally } = await rebuild(owner, authority, derivation);
  const past = await comparePast(owner, authority, derivation);
  console.log(`${name}: ${children} children under rules ${rules()}: ${differences.length} differences, nothing was written`);
  console.log(
    `What was known in the past: ${past.compared} instants compared, ${past.differences.length} differences; ${past.notCompared} under other rules, not compared`,
  );
  for (const { person, kind, knownFrom } of past.differences.slice(0, mostNamed))
    console.log(`Differs: child ${person}, ${kind}, as known from ${knownFrom}.`);
  sayTally(tally, 'nothing was written');
  return differences.length === 0 && tally === 0 && past.differences.length === 0;
}

async function writeOne(owner: Database, { authority, name }: Authority): Promise<boolean> {
  const { children, differences, tally, written, isFinished } = await rederive(owner, authority, derivation);
  console.log(`${name}: ${children} children under rules ${rules()}: ${differences} differences, ${written} children written`);
  sayTally(tally, 'put right');
  console.log(
    isFinished ? 'Compared again: nothing differs.' : 'Compared again: something still differs. Run verify: a chain may be broken.',
  );
  return isFinished;
}

/** rebuild [--write]: derives everything again and compares. @returns whether nothing differs, or nothing differs any more */
export async function rebuildAll({ app, owner }: Opened, parameters: readonly string[]): Promise<boolean> {
  const { one, is } = readWords(parameters, { usage, options: ['authority'], switches: ['write'] });
  let isSame = true;
  for (const each of await chosenAuthorities(app, one('authority')))
    isSame = (await (is('write') ? writeOne(owner, each) : compareOne(owner, each))) && isSame;
  return isSame;
}
