import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Obstacle } from '../platform/obstacle.ts';
import type { Key } from '../platform/sealed-file.ts';
import type { Words } from './words.ts';

const shortestKey = 32;
const shortestPassphrase = 12;

async function read(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new Obstacle(`${path} is not a file that can be read.`);
  });
}

/** The key of a backup, from the file that the command names: never on the command line itself, where others can see it. */
export async function readKey({ one }: Words, from: string): Promise<Key> {
  const [keyFile, passphraseFile] = [one('key-file'), one('passphrase-file')];
  if ((keyFile === undefined) === (passphraseFile === undefined))
    throw new Obstacle(
      'Say with what the backup is encrypted: --key-file FILE (at least 32 random bytes), or --passphrase-file FILE (its first line).',
    );
  if (keyFile !== undefined) {
    const bytes = await read(resolve(from, keyFile));
    if (bytes.length >= shortestKey) return { kind: 'file', bytes };
    throw new Obstacle(`${keyFile} holds ${bytes.length} bytes. A key has at least ${shortestKey}: openssl rand -out FILE 32 makes one.`);
  }
  const words = (await read(resolve(from, passphraseFile ?? ''))).toString().split(/\r?\n/)[0]?.trim() ?? '';
  if (words.length >= shortestPassphrase) return { kind: 'passphrase', words };
  throw new Obstacle(
    `The passphrase has ${words.length} letters. It must have at least ${shortestPassphrase}; six words at random are better.`,
  );
}
