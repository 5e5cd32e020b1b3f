import { resolve } from 'node:path';
import { Obstacle } from '../platform/obstacle.ts';
import type { FeedSettings } from '../returns/daily-feed/send.ts';
import { readOwnFile } from './own-file.ts';

const names = {
  url: 'url',
  tokenUrl: 'token_url',
  clientId: 'client_id',
  clientSecret: 'client_secret',
  scope: 'scope',
  supplierKey: 'supplier_key',
} as const satisfies Readonly<Record<keyof FeedSettings, string>>;

/** In clear only to this machine: a stand-in. */
const isFit = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname));
};

/** The file that SIGHTLINE_FEED names: a line `name = value` for each. A value is never repeated in a message. */
export async function readFeedSettings(given: string | undefined, from: string): Promise<FeedSettings> {
  if (given === undefined || given === '')
    throw new Obstacle(
      `SIGHTLINE_FEED is not set. It names a file with a line "name = value" for each of ${Object.values(names).join(', ')}.`,
    );
  const file = resolve(from, given);
  const lines = (await readOwnFile(file, 'SIGHTLINE_FEED'))
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const said = new Map(lines.map((line) => [line.split('=')[0]?.trim() ?? '', line.slice(line.indexOf('=') + 1).trim()]));
  const known: readonly string[] = Object.values(names);
  const strange = [...said.keys()].filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Obstacle(`${file} has "${strange[0]}". It may have ${known.join(', ')}.`);
  const missing = known.filter((name) => (said.get(name) ?? '') === '');
  if (missing.length > 0) throw new Obstacle(`${file} does not say ${missing.join(', ')}.`);
  const of = (name: string): string => said.get(name) ?? '';
  for (const name of [names.url, names.tokenUrl])
    if (!isFit(of(name))) throw new Obstacle(`${name} in ${file} must be an address that begins with https://.`);
  return {
    url: of(names.url),
    tokenUrl: of(names.tokenUrl),
    clientId: of(names.clientId),
    clientSecret: of(names.clientSecret),
    scope: of(names.scope),
    supplierKey: of(names.supplierKey),
  };
}
