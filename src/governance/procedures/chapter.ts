import { lexer, type Token, type Tokens } from 'marked';
import { date, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { roles, type Role } from '../../kernel/step/permission.ts';
import { prose, type Block } from './prose.ts';

/** A part of a chapter with an address of its own. */
export type Section = {
  readonly id: string;
  readonly title: string;
  /** The steps of practice that it tells how to do. */
  readonly steps: readonly string[];
  /** Limits of its steps that are told here and in no other section of these steps. Absent: whatever no section names. */
  readonly timescales?: readonly string[];
  readonly blocks: readonly Block[];
};

export type Chapter = {
  readonly id: string;
  /** The folder and file in which it is written. */
  readonly file: string;
  readonly title: string;
  readonly owner: string;
  /** Who may read it: whoever wants to, or those who hold one of these roles. */
  readonly readers: 'everybody' | readonly Role[];
  readonly reviewBy: LocalDate;
  /** No longer part of the manual from this edition on. */
  readonly isWithdrawn: boolean;
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
};

/** A manual that is not well made stops the program that reads it: it is ours to mend, and says where. */
export class ManualFault extends Error {}

const head = /^---\n([\s\S]*?)\n---\n/;

/** One chapter, from its Markdown. `fill` gives the words that stand for a `{{limit}}`. */
export function readChapter(file: string, text: string, fill: (rule: string) => string | undefined): Chapter {
  const [whole = '', said = ''] = head.exec(text) ?? [];
  const facts = new Map(
    said.split('\n').map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const fact = (name: string): string => {
    const value = facts.get(name);
    if (value === undefined || value === '')
      throw new ManualFault(`${file} does not say its "${name}" in the lines between --- at its head.`);
    return value;
  };
  const reviewBy = fact('review by');
  if (!isDate(reviewBy)) throw new ManualFault(`${file}: "review by" is "${reviewBy}". Write a date as 2027-01-31.`);
  const parts = partsOf(file, filled(file, text.slice(whole.length), fill));
  return {
    id: idOf(file),
    file,
    title: fact('title'),
    owner: fact('owner'),
    readers: readersIn(file, fact('for')),
    reviewBy: date(reviewBy),
    isWithdrawn: facts.get('withdrawn') === 'yes',
    opening: prose(parts.opening),
    sections: parts.sections,
  };
}

/** `2026-11-02/06-child-protection.md`: the number orders the chapters, the words are the address. */
export function idOf(file: string): string {
  const [, id] = /(?:^|\/)\d\d-([a-z]+(?:-[a-z]+)*)\.md$/.exec(file) ?? [];
  if (id === undefined)
    throw new ManualFault(`${file}: a chapter’s file is named with two digits and small letters, as 06-child-protection.md.`);
  return id;
}

function readersIn(file: string, said: string): Chapter['readers'] {
  if (said === 'everybody') return said;
  return said.split(',').map((word) => {
    const role = word.trim();
    if (!isRole(role))
      throw new ManualFault(`${file}: "for" names "${role}". It may be everybody, or of ${Object.keys(roles).join(', ')}.`);
    return role;
  });
}

const isRole = (word: string): word is Role => word in roles;

const filled = (file: string, text: string, fill: (rule: string) => string | undefined): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, rule: string) => {
    const words = fill(rule);
    if (words === undefined)
      throw new ManualFault(`${file}: {{${rule}}} is no limit of practice that is one number on the day of the edition.`);
    return words;
  });

const titled = /^(.*?)\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$/;
const noted = /^<!--\s*(steps|timescales):([\s\S]*?)-->\s*$/;

function partsOf(file: string, text: string): { readonly opening: readonly Token[]; readonly sections: readonly Section[] } {
  const opening: Token[] = [];
  const sections: { readonly heading: Tokens.Heading; readonly tokens: Token[] }[] = [];
  for (const token of lexer(text)) {
    if (isSectionHead(token)) sections.push({ heading: token, tokens: [] });
    else (sections.at(-1)?.tokens ?? opening).push(token);
  }
  return { opening, sections: sections.map(({ heading, tokens }) => sectionOf(file, heading, tokens)) };
}

const isSectionHead = (token: Token): token is Tokens.Heading => token.type === 'heading' && token['depth'] === 2;

function sectionOf(file: string, heading: Tokens.Heading, tokens: readonly Token[]): Section {
  const [, title, id] = titled.exec(heading.text) ?? [];
  if (title === undefined || id === undefined)
    throw new ManualFault(`${file}: the heading "${heading.text}" has no address. End it with one, as {#core-group}.`);
  const notes = new Map(tokens.flatMap(({ raw }) => noteIn(raw)));
  const timescales = notes.get('timescales');
  return {
    id,
    title,
    steps: notes.get('steps') ?? [],
    ...(timescales === undefined ? {} : { timescales }),
    blocks: prose(tokens.filter(({ raw }) => noteIn(raw).length === 0)),
  };
}

function noteIn(raw: string): readonly (readonly [string, readonly string[]])[] {
  const [, name, words] = noted.exec(raw.trim()) ?? [];
  return name === undefined || words === undefined ? [] : [[name, words.split(/[\s,]+/).filter((word) => word !== '')]];
}
