import { bankHolidays } from '../../kernel/calendar/bank-holidays.ts';
import { dayInEngland, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Copied, NewCopy, NumberedCopy } from '../../record/emergency-copies.ts';
import { copiedChild, type CopiedChild, type CopyNames } from './copied-child.ts';
import { copyFile } from './copy-file.ts';
import { asTyped } from './passphrase.ts';
import { seal, unseal } from './sealing.ts';
import { withoutNames, wordsIn } from './withheld-names.ts';

/** What the copy is made with: the record's log of copies, and the names that ids stand for. */
export type CopyParts = {
  readonly authorityName: string;
  readonly number: (asked: NewCopy) => Promise<Copied>;
  /** Which words are a part of a restricted child's name. */
  readonly withheld: (words: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly names: () => Promise<CopyNames>;
};

export type Pack = Omit<NumberedCopy, 'children'> & { readonly children: readonly CopiedChild[]; readonly asked: NewCopy };
export type Packed = { readonly kind: 'packed'; readonly pack: Pack } | { readonly kind: 'refused'; readonly message: string };
export type Made =
  | { readonly kind: 'made'; readonly number: number; readonly children: number; readonly fileName: string; readonly file: string }
  | { readonly kind: 'refused'; readonly message: string };

const freeWords = (child: CopiedChild): readonly string[] => [
  child.where,
  ...child.warnings.flatMap(({ words, source }) => (source === undefined ? [words] : [words, source])),
];

function without(child: CopiedChild, names: ReadonlySet<string>): CopiedChild {
  return {
    ...child,
    where: withoutNames(child.where, names),
    warnings: child.warnings.map(({ words, source, ...warning }) => ({
      ...warning,
      words: withoutNames(words, names),
      ...(source === undefined ? {} : { source: withoutNames(source, names) }),
    })),
  };
}

/** Numbers, logs and gathers what a copy or a caseload pack holds. Nobody restricted is in it, nor named in it. */
export async function pack(parts: CopyParts, asked: NewCopy): Promise<Packed> {
  const copied = await parts.number(asked);
  if (copied.kind === 'refused') return copied;
  const { number, madeAt, children } = copied.copy;
  const names = await parts.names();
  const all = children.map((child) => copiedChild(child, names, new Date(madeAt)));
  const withheld = await parts.withheld(wordsIn(all.flatMap(freeWords)));
  return { kind: 'packed', pack: { number, madeAt, asked, children: all.map((child) => without(child, withheld)).sort(byWhatIsDue) } };
}

const never = '9999-12-31';
const byWhatIsDue = (a: CopiedChild, b: CopiedChild): number =>
  (a.due[0]?.on ?? never).localeCompare(b.due[0]?.on ?? never) || a.name.localeCompare(b.name, 'en-GB');

/** The holidays that lateness is counted by while the copy can be opened, and for two years of lateness before. */
function holidaysAround(today: LocalDate): readonly LocalDate[] {
  const year = Number(today.slice(0, 4));
  return [year - 2, year - 1, year, year + 1].flatMap((each) => bankHolidays(each));
}

/** Makes the sealed file. It is opened once before it is given away: a copy that does not open is worse than none. */
export async function makeCopy(parts: CopyParts, asked: NewCopy, madeBy: string, passphrase: string): Promise<Made> {
  const packed = await pack(parts, asked);
  if (packed.kind === 'refused') return packed;
  const { number, madeAt, children } = packed.pack;
  const [made, expires] = [new Date(madeAt), new Date(asked.expiresAt)];
  const head = {
    authority: parts.authorityName,
    number,
    madeAt: made.toISOString(),
    madeBy,
    recipient: asked.recipient.trim(),
    scope: asked.scope,
    expiresAt: expires.toISOString(),
  };
  const content = { children, holidays: holidaysAround(dayInEngland(made)) };
  const sealed = await seal(head, content, asTyped(passphrase));
  if ((await unseal(sealed, asTyped(passphrase))) === undefined)
    throw new Error('An emergency copy did not open with the passphrase that sealed it');
  return { kind: 'made', number, children: children.length, fileName: fileNameOf(number, made), file: await copyFile(sealed) };
}

const fileNameOf = (number: number, made: Date): string => `emergency-copy-${number}-${dayInEngland(made)}.html`;
