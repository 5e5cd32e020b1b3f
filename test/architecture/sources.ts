import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const home = resolve(import.meta.dirname, '../..');

/** Every file under a folder of the project, as a path from the project's root with forward slashes. */
export function filesUnder(folder: string): readonly string[] {
  const list = readdirSync(join(home, folder), { withFileTypes: true, recursive: true });
  return list.filter((each) => each.isFile()).map((each) => relative(home, join(each.parentPath, each.name)).replaceAll('\\', '/'));
}

export const textOf = (file: string): string => readFileSync(join(home, file), 'utf8');

const importing = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file imports, comments aside: packages by name, the project's own files by their path from its root. */
export function importsOf(file: string, text: string = textOf(file)): readonly string[] {
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
  const names = [...bare.matchAll(importing)].map(([, from, dynamic]) => from ?? dynamic ?? '');
  return names.map((name) => (name.startsWith('.') ? relative(home, resolve(home, dirname(file), name)).replaceAll('\\', '/') : name));
}
