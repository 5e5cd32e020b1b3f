import type { ChildRecord } from '../../record/contract.ts';
import type { ChildStatements } from './statement.ts';

/** What a source says of who a child is. */
export type Facts = {
  readonly child: string;
  readonly upn?: string;
  readonly bornOn?: string;
  readonly sex?: string;
  readonly ethnicity?: string;
};

/** What the record says of who a child is: every identifier that it has ever stood under. */
export type KnownFacts = Omit<Facts, 'child' | 'upn'> & { readonly children: ReadonlySet<string>; readonly upns: ReadonlySet<string> };

export type Verdict = { readonly kind: 'same'; readonly note?: string } | { readonly kind: 'uncertain'; readonly because: string };

const identityFields = ['bornOn', 'sex', 'ethnicity'] as const;

const wordsIn = (answers: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (typeof answers[name] === 'string' ? [[name, answers[name]]] : [])));

export function factsOf({ child, upn, bornOn, statements }: ChildStatements): Facts {
  const details = { bornOn, ...statements.find(({ answers }) => answers['laChildId'] !== undefined)?.answers };
  return { child, ...(upn === undefined ? {} : { upn }), ...wordsIn(details, identityFields) };
}

export function knownFactsOf({ history }: ChildRecord): KnownFacts {
  const details = history.filter(({ answers }) => typeof answers['laChildId'] === 'string').toSorted((a, b) => a.position - b.position);
  const each = (name: string): ReadonlySet<string> =>
    new Set(details.flatMap(({ answers }) => (typeof answers[name] === 'string' ? [answers[name]] : [])));
  return {
    children: each('laChildId'),
    upns: each('upn'),
    ...wordsIn(Object.assign({}, ...details.map(({ answers }) => answers)), identityFields),
  };
}

/** Whether this kind of source has already given this child under this identifier. */
export const isOfSource = ({ history }: ChildRecord, kind: string, child: string): boolean =>
  history.some(({ answers, source }) => answers['laChildId'] === child && source?.startsWith(`${kind}:`) === true);

/** Whether this kind of source has itself said, of this child, when it was born: only then can it say it otherwise now. */
export const hasSaidBirth = ({ history, chain }: ChildRecord, kind: string, child: string): boolean => {
  const ofChild = new Set(history.filter(({ answers }) => answers['laChildId'] === child).map(({ entry }) => entry));
  const corrections = history.filter(({ entry }) => ofChild.has(entry)).flatMap((each) => each.corrections);
  return [...chain.filter(({ entry }) => ofChild.has(entry)), ...corrections].some(
    ({ answers, source }) => typeof answers['bornOn'] === 'string' && source?.startsWith(`${kind}:`) === true,
  );
};

const unlike = (one: string | undefined, other: string | undefined, unknown?: string): boolean =>
  one !== undefined && other !== undefined && one !== other && one !== unknown && other !== unknown;

/** The authority's own identifier leads to this record: is it the same child? `again`: this kind of source said so before. */
export function verdictById(facts: Facts, known: KnownFacts, again: boolean): Verdict {
  const birth = unlike(facts.bornOn, known.bornOn);
  const sex = unlike(facts.sex, known.sex, 'U');
  const pupil = facts.upn !== undefined && known.upns.size > 0 && !known.upns.has(facts.upn);
  if (again && birth && !sex && !pupil) return { kind: 'same', note: 'the date of birth is another than in the file before' };
  if (birth) return { kind: 'uncertain', because: 'the record with this identifier has another date of birth' };
  if (sex && !again) return { kind: 'uncertain', because: 'the record with this identifier has another sex' };
  if (pupil && !again && (facts.bornOn === undefined || known.bornOn === undefined))
    return {
      kind: 'uncertain',
      because: 'the record with this identifier has another unique pupil number, and no date of birth says which',
    };
  return { kind: 'same' };
}

/** Only the pupil number leads to this record: date of birth and sex must agree; the authority may have given a new identifier. */
export function verdictByPupilNumber(facts: Facts, known: KnownFacts): Verdict {
  if (facts.bornOn !== known.bornOn)
    return { kind: 'uncertain', because: 'the record with this unique pupil number has another date of birth' };
  if (unlike(facts.sex, known.sex, 'U')) return { kind: 'uncertain', because: 'the record with this unique pupil number has another sex' };
  if (known.children.has(facts.child)) return { kind: 'same' };
  return { kind: 'same', note: 'recognised by the unique pupil number and date of birth; the identifier has changed' };
}

/** Born on the same day, of one sex and ethnicity: alike when an identifier is one slip of the keyboard away from the other's. */
export function isAlike(facts: Facts, known: KnownFacts): boolean {
  const same = facts.bornOn !== undefined && facts.bornOn === known.bornOn;
  if (!same || unlike(facts.sex, known.sex, 'U') || unlike(facts.ethnicity, known.ethnicity, 'NOBT')) return false;
  const near = (one: string, others: ReadonlySet<string>): boolean => [...others].some((other) => areNear(one, other));
  return near(facts.child, known.children) || (facts.upn !== undefined && near(facts.upn, known.upns));
}

const plain = (identifier: string): string =>
  identifier
    .toUpperCase()
    .replace(/^[^A-Z0-9]*0*/, '')
    .replaceAll(/[^A-Z0-9]/g, '');

/** Equal but for leading noughts and punctuation, or one character more, less, other or swapped with its neighbour. */
export function areNear(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return a !== '';
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const rest = (text: string, from: number): string => text.slice(at + from);
  const isSwapped = a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2);
  return isSwapped || rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
}
