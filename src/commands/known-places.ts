import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownPlaces } from '../returns/ssda903/build/check-looked-after.ts';
import { readReference } from '../returns/validate/reference.ts';

/** The reference data of a folder, held for as long as its files stay as they are. */
export type Places = {
  /** Another where a file has changed: what was asked with it is asked again. */
  readonly version: string;
  /** By the Department’s number of the authority; nothing, where the data do not know it. */
  readonly of: (authority: number) => KnownPlaces | undefined;
  /** Why they cannot be read. */
  readonly problem?: string;
};

export const noPlaces: Places = { version: '', of: () => undefined };

let held: { readonly version: string; readonly places: Promise<Places> } | undefined;

/** Reads all postcodes, providers and authorities of a folder once; the same again while no file of it has changed. */
export async function placesIn(folder: string | undefined): Promise<Places> {
  if (folder === undefined) return noPlaces;
  const version = await versionOf(folder);
  if (held?.version !== version) held = { version, places: read(folder, version).catch((error: unknown) => unread(version, error)) };
  return held.places;
}

/** The disk did not give them: whoever asks does without, and the next one tries again. */
function unread(version: string, error: unknown): Places {
  held = undefined;
  const why = error instanceof Error ? error.message : String(error);
  return { version: `${version} not read`, of: () => undefined, problem: `The reference data cannot be read: ${why}` };
}

async function versionOf(folder: string): Promise<string> {
  const files = ['postcodes.csv', 'providers.csv', 'authorities.csv'];
  const found = await Promise.all(files.map((name) => stat(join(folder, name)).catch(() => undefined)));
  return [folder, ...found.map((file) => (file === undefined ? '-' : `${file.size}.${Math.round(file.mtimeMs)}`))].join(' ');
}

async function read(folder: string, version: string): Promise<Places> {
  const found = await readReference(folder);
  if (found.kind === 'refused') return { version, of: () => undefined, problem: found.message };
  const { authorities, providers, allPostcodes } = found.reference;
  const postcodes = authorities === undefined ? undefined : await allPostcodes?.();
  return {
    version,
    of: (number) => {
      const authority = authorities?.get(String(number)) ?? authorities?.get(String(number).padStart(3, '0'));
      return authority === undefined ? undefined : { authority, postcodes, providers };
    },
  };
}
