import type { History } from '../../../kernel/step/history.ts';
import { oneLine } from '../../../practice/people/household.ts';
import { isProfessional } from '../../../practice/front-door/contacts.ts';
import { termsOfName, type Term } from '../../../practice/subject-access/proposals.ts';
import { sentencesOf } from '../../../practice/subject-access/places.ts';
import type { Relative } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import type { ReadEntry, RequestRead } from './request-read.ts';

const words = (value: unknown): readonly string[] => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []);
const isSame = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;

/** Whom and what the record knows that is not of whoever asks: looked for in what is written, and proposed. */
export type Known = { readonly terms: readonly Term[]; readonly notThese: readonly string[] };

export async function knownTo(parts: WebParts, read: RequestRead, entries: readonly ReadEntry[]): Promise<Known> {
  const relatives = await parts.record.relatives(read.opened);
  const { terms, notThese } = toldBy(read, relatives);
  return { terms: [...terms, ...(await closedIn(parts, read, entries))], notThese };
}

/**
 * Sentences of these entries that name somebody whose record is closed to whoever decides, of the family or in what the record says of others too: the record looks
 * for a name that is not told here.
 */
async function closedIn(parts: WebParts, { opened }: RequestRead, entries: readonly ReadEntry[]): Promise<readonly Term[]> {
  const answers = entries.flatMap((entry) => entry.answers);
  const sentences = [...new Set(answers.flatMap(({ words: text }) => sentencesOf(text).map(({ from, to }) => text.slice(from, to))))];
  const naming = await parts.record.restrictedNamesIn(opened, sentences);
  return sentences
    .filter((_, n) => naming.has(n))
    .map((sentence) => ({ words: sentence, what: 'names somebody whose record is restricted' }));
}

function toldBy({ record, request }: RequestRead, relatives: readonly Relative[]): Known {
  const { history } = record;
  const { asker, capacity } = request.answers;
  const theirs = [record.standing.name, asker];
  const people = [...relativeNames(relatives, record.person), ...namesIn(history)].filter(
    (name) => !theirs.some((one) => isSame(one, name)),
  );
  const ownFirst = record.standing.name.split(/\s+/)[0] ?? '';
  const terms = [
    ...people.flatMap((name) => termsOfName(name, 'somebody of the family or around it')),
    ...referrersIn(history).flatMap((name) => termsOfName(name, 'who made a contact')),
    ...(capacity === 'person' ? [] : confidentialIn(history)),
  ];
  return {
    terms: [...new Map(terms.map((term) => [term.words.toLocaleLowerCase('en-GB'), term])).values()].filter(
      (term) => !isSame(term.words, ownFirst),
    ),
    // Those who act in their work are not taken out for being named, nor is what is the asker's own.
    notThese: [...theirs, ...professionalsIn(history), ...(capacity === 'person' ? ownAddresses(history) : [])],
  };
}

const relativeNames = (relatives: readonly Relative[], person: string): readonly string[] =>
  relatives.flatMap((one) => (one.person === person || one.standing === undefined ? [] : [one.standing.name]));

const answersOf = (history: History, step: string) => history.filter((one) => one.step === step).map(({ answers }) => answers);

const namesIn = (history: History): readonly string[] => answersOf(history, 'relationship').flatMap(({ name }) => words(name));

/** A member of the public who was worried: the law protects them most of all. */
const referrersIn = (history: History): readonly string[] =>
  ['contact', 'referral']
    .flatMap((step) => answersOf(history, step))
    .filter(({ source }) => !isProfessional(source))
    .flatMap(({ fromWhom }) => words(fromWhom));

const professionalsIn = (history: History): readonly string[] =>
  answersOf(history, 'professional').flatMap(({ name, contact }) => [
    ...words(name),
    ...words(contact).flatMap((text) => text.split(/[,;\n]\s*/)),
  ]);

const homes = (history: History) =>
  answersOf(history, 'household').map(({ address, postcode, isConfidential }) => ({
    isConfidential: isConfidential === true,
    parts: [...words(address).flatMap((text) => [oneLine(text), ...text.split('\n')]), ...words(postcode)],
  }));

const confidentialIn = (history: History): readonly Term[] =>
  homes(history).flatMap(({ isConfidential, parts }) =>
    isConfidential ? parts.map((part) => ({ words: part.trim(), what: 'a confidential address' })) : [],
  );

const ownAddresses = (history: History): readonly string[] => homes(history).flatMap(({ parts }) => parts);
