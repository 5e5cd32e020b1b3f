import fc from 'fast-check';
import { expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import type { Decision, Standing } from '../../../practice/subject-access/disclosure.ts';
import { grounds, groundOf } from '../../../practice/subject-access/grounds.ts';
import { readPdf, unzipped, wordsOfWord } from '../../../outputs/file-text.fixture.ts';
import { makeFile } from '../../../outputs/make-file.ts';
import { copyOf, type CopiedEntry, type Copy } from './copy.ts';

/** Words that stand nowhere else, told and secret, so that each can be looked for in the bytes. */
const told = fc.integer({ min: 0, max: 9999 }).map((n) => `told${n}x`);
const secret = fc.integer({ min: 0, max: 9999 }).map((n) => `Secret${n}Żó`);
const name = 'Joan-Marie O’Hidden';

const ground = fc.constantFrom(...Object.keys(grounds)).map((one) => groundOf(one) ?? 'thirdParty');
const word = fc.oneof(
  told.map((text) => ({ text, isOut: false })),
  secret.map((text) => ({ text, isOut: true })),
  fc.constant({ text: name, isOut: true }),
);

type Made = { readonly entry: CopiedEntry; readonly told: readonly string[]; readonly secret: readonly string[] };

/** An entry of some answers: told, blacked out in places, withheld in whole or not decided. */
const entry = fc.record({
  answers: fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom('blackOut', 'blackOut', 'withhold', 'undecided'),
  ground,
});

function made(
  { answers, kind, ground }: { answers: { text: string; isOut: boolean }[][]; kind: string; ground: keyof typeof grounds },
  n: number,
): Made {
  const out = new Map(
    answers.map((words, at) => {
      let from = 0;
      const places = words.flatMap(({ text, isOut }) => {
        const place = { from, to: from + text.length, mark: { ground } };
        from += text.length + 1;
        // A name is taken out wherever it stands, not by its place.
        return isOut && text !== name ? [place] : [];
      });
      return [`a${at}`, places] as const;
    }),
  );
  const decision: Decision = { by: 'm', on: '2026-03-16', out, ...(kind === 'withhold' ? { whole: { ground, why: 'SecretReason' } } : {}) };
  const standing: Standing = kind === 'undecided' ? { kind: 'undecided' } : { kind: 'decided', decision };
  const all = answers.flat();
  const isAllOut = kind !== 'blackOut';
  return {
    entry: {
      number: n + 1,
      on: date(`202${n % 5}-03-02`),
      title: isAllOut ? 'SecretTitle' : 'Case note',
      by: 'Priya Shah',
      answers: answers.map((words, at) => ({ at: `a${at}`, question: 'Note', words: words.map(({ text }) => text).join(' ') })),
      standing,
      isClosed: false,
    },
    told: isAllOut ? [] : all.filter(({ isOut }) => !isOut).map(({ text }) => text),
    secret: all.filter(({ isOut }) => isAllOut || isOut).map(({ text }) => text),
  };
}

const copyWith = (entries: readonly CopiedEntry[]): Copy => ({
  letterhead: { authority: 'Demonstration Borough', lines: [] },
  about: 'Amira Example',
  asker: 'Amira Example',
  isOwn: true,
  receivedOn: date('2026-03-02'),
  asked: undefined,
  madeAt: '2026-03-30T09:00:00Z',
  entries,
  everywhere: [{ words: name, ground: 'thirdParty' }],
});

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

it('no withheld word is anywhere in the bytes, whatever is withheld; and every word that is told is', () =>
  fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), async (some) => {
      const entries = some.map(made);
      const document = copyOf(copyWith(entries.map((one) => one.entry)), false);
      const [pdf, word] = [await makeFile(document, 'pdf'), await makeFile(document, 'docx')];
      const { text, plain } = readPdf(pdf.bytes);
      const everything = {
        'text of the PDF': text,
        'dictionaries of the PDF': plain,
        'bytes of the PDF': pdf.bytes.toString('latin1'),
        'text of the Word file': wordsOfWord(word.bytes),
        'parts of the Word file': [...unzipped(word.bytes).values()].join('\n'),
      };
      const told = new Set(entries.flatMap((one) => one.told));
      const secret = [...entries.flatMap((one) => one.secret), name, 'O’Hidden', 'SecretReason', 'SecretTitle'].filter(
        (one) => !told.has(one),
      );
      // Every secret but the name begins alike: not even a part of one is there.
      for (const [where, content] of Object.entries(everything)) expect(content, where).not.toContain('Secret');
      for (const [where, content] of Object.entries(everything))
        for (const one of secret) {
          const hex = Buffer.from(one, 'utf16le').swap16().toString('hex');
          expect(squeezed(content).includes(squeezed(one)), `${one} in the ${where}`).toBe(false);
          expect(content.toLowerCase().includes(hex), `${one} as UTF-16 in the ${where}`).toBe(false);
        }
      for (const one of told) {
        expect(squeezed(text)).toContain(one);
        expect(squeezed(everything['text of the Word file'])).toContain(one);
      }
    }),
    { numRuns: 12 },
  ));

it('a block is as wide for a letter as for a page, and says nothing of how many there were', () => {
  const of = (words: string, to: number) => {
    const decision: Decision = { by: 'm', on: '2026-03-16', out: new Map([['a', [{ from: 0, to, mark: { ground: 'crime' as const } }]]]) };
    const answers = [{ at: 'a', question: 'Note', words }];
    const one = {
      number: 1,
      on: date('2026-03-02'),
      title: 'Visit',
      by: 'P',
      answers,
      standing: { kind: 'decided' as const, decision },
      isClosed: false,
    };
    return JSON.stringify(copyOf(copyWith([one]), false).blocks);
  };
  expect(of('x', 1)).toBe(of('x'.repeat(3000), 3000));
  expect(of(`${name}`, 0)).toBe(of(`${name} ${name} ${name}`, 0));
});

it('the schedule names each entry and the ground, and a draft says that it is one', () => {
  const decision: Decision = { by: 'm', on: '2026-03-16', out: new Map(), whole: { ground: 'legalPrivilege', why: 'Advice of counsel' } };
  const one = {
    number: 7,
    on: date('2026-03-02'),
    title: 'Legal advice',
    by: 'P',
    answers: [],
    standing: { kind: 'decided' as const, decision },
    isClosed: false,
  };
  const blocks = JSON.stringify(copyOf(copyWith([one]), true).blocks);
  expect(blocks).toContain('["7","All of it","Legal privilege","Data Protection Act 2018 Sch 2 para 19');
  expect(blocks).toContain('DRAFT');
  expect(blocks).not.toContain('counsel');
  expect(blocks).not.toContain('Legal advice');
});

it('words that are closed to whoever decided are in no copy, and the copy says that there are some', () => {
  const decision: Decision = { by: 'm', on: '2026-03-16', out: new Map() };
  const answers = [{ at: 'a', question: 'Note', words: 'Told.' }];
  const one = { number: 3, on: date('2026-03-02'), title: 'Visit', by: 'P', answers, standing: { kind: 'decided' as const, decision } };
  const blocksOf = (isClosed: boolean) => JSON.stringify(copyOf(copyWith([{ ...one, isClosed }]), false).blocks);
  expect(blocksOf(true)).toContain('["3","Words in it","Third party"');
  expect(blocksOf(true)).toContain('[withheld: third party]"}');
  expect(blocksOf(false)).toContain('Nothing is withheld.');
});
