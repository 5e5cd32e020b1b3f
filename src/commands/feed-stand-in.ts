import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { beforeEnding } from '../platform/ending.ts';
import { notDone, Obstacle } from '../platform/obstacle.ts';
import { bodyOf } from '../returns/daily-feed/calls.ts';
import { standIn, type Taken } from '../returns/daily-feed/stand-in.ts';
import { readWords } from './words.ts';

const usage = 'feed-stand-in --settings FILE [--port N] [--out FOLDER] [--answer 429,503]';

/**
 * feed-stand-in: stands in for the Department on this machine, so that the daily feed can be tried whole without sending anything anywhere. It writes the settings that the feed needs to
 * find it, takes what the Department's schema takes, and says of each call what became of it, in numbers. Until it is told to end.
 */
export async function feedStandIn(from: string, parameters: readonly string[]): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['settings', 'port', 'out', 'answer'] });
  const [settings, out] = [words.one('settings'), words.one('out')];
  if (settings === undefined || words.words.length > 0) throw new Obstacle(`Usage: ${usage}`);
  const folder = out === undefined ? undefined : resolve(from, out);
  if (folder !== undefined) await mkdir(folder, { recursive: true, mode: 0o700 }).catch(notDone(folder, 'made'));
  const known = { clientId: 'stand-in', clientSecret: secret(), supplierKey: secret() };
  const calls = { answered: 0, taken: 0 };
  const told = ({ status, taken }: { readonly status: number; readonly taken?: Taken }): void => {
    calls.answered += 1;
    if (taken !== undefined) calls.taken += 1;
    console.log(`Call ${calls.answered}: ${status}${taken === undefined ? '' : `, ${taken.children.length} children taken`}`);
    if (folder !== undefined && taken !== undefined)
      void keep(join(folder, `call-${calls.taken}.json`), taken).catch((error: unknown) => console.error(String(error)));
  };
  const department = await standIn(known, { ...portAsked(words.one('port')), told }).catch(() => {
    throw new Obstacle('The stand-in cannot listen there: something else may have the port. Choose another with --port, or leave it out.');
  });
  department.answers.push(...answersAsked(words.one('answer')));
  await writeSettings(resolve(from, settings), department.address, known);
  console.log(
    `The stand-in is at ${department.address}, for this machine alone. Name its settings in SIGHTLINE_FEED=${settings}, and run daily-feed. It ends with Ctrl-C.`,
  );
  await new Promise<void>((told) => {
    beforeEnding(async () => {
      await department.end();
      told();
    });
  });
  return true;
}

const secret = (): string => randomBytes(18).toString('base64url');

function portAsked(given: string | undefined): { readonly port?: number } {
  if (given === undefined) return {};
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535) throw new Obstacle(`--port is "${given}". Write a number up to 65535, such as 8099.`);
  return { port };
}

/** Statuses with which it answers the first calls, whatever is in them: to see the feed try again, or stop. */
function answersAsked(given: string | undefined): readonly number[] {
  return (given ?? '').split(',').flatMap((one) => {
    if (one === '') return [];
    if (!/^[2-5]\d\d$/.test(one)) throw new Obstacle(`--answer has "${one}". Write statuses such as 429, with commas between them.`);
    return [Number(one)];
  });
}

async function writeSettings(
  path: string,
  address: string,
  known: { readonly clientId: string; readonly clientSecret: string; readonly supplierKey: string },
): Promise<void> {
  const lines = [
    '# A stand-in on this machine: nothing is sent to the Department.',
    `url = ${address}`,
    `token_url = ${address}/token`,
    `client_id = ${known.clientId}`,
    `client_secret = ${known.clientSecret}`,
    'scope = stand-in',
    `supplier_key = ${known.supplierKey}`,
  ];
  // One that was there before keeps what it allowed others.
  await chmod(path, 0o600).catch(() => {});
  await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 }).catch(notDone(path, 'written'));
}

/** Under its name only when it is whole. */
async function keep(path: string, { children }: Taken): Promise<void> {
  await writeFile(`${path}.part`, bodyOf(children), { mode: 0o600 });
  await rename(`${path}.part`, path);
}
