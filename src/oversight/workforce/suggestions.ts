import type { Caseload, Capacity } from './caseload.ts';

/** A child for whom a worker is looked for, as far as whoever looks may know of them. */
export type ForWhom = {
  readonly family?: string | undefined;
  readonly language?: string | undefined;
  /** Where the child lives, or is placed: the district of the postcode. */
  readonly district?: string | undefined;
  /** What the child would weigh in a caseload. */
  readonly weight: number;
  /** Who had the child before, the last first. */
  readonly before: readonly string[];
};

/** Somebody of the team who may be asked. */
export type Candidate = {
  readonly member: string;
  readonly caseload: Caseload;
  readonly capacity: Capacity | undefined;
  readonly isAway: boolean;
  readonly languages?: string | undefined;
  /** The families whose children they have, and how many of their children live in each district. */
  readonly families: ReadonlySet<string>;
  readonly districts: ReadonlyMap<string, number>;
};

export type For = 'siblings' | 'before' | 'room' | 'language' | 'travel';
export type Against = 'full' | 'protected' | 'away' | 'unknown';

/** Why somebody might be asked, and what speaks against it. No sum is made of it: the manager weighs it, who knows more. */
export type Suggestion = {
  readonly member: string;
  readonly speaksFor: readonly For[];
  readonly speaksAgainst: readonly Against[];
  /** What they would carry with this child, of what they may at most; `most` undefined: nobody has said how they are employed. */
  readonly weighted: number;
  readonly most: number | undefined;
  /** So many of their children live in the same district. */
  readonly near: number;
};

const tenths = (value: number): number => Math.round(value * 10 + Number.EPSILON) / 10;

/** The first part of a postcode, such as OX4; undefined: the words end in none. */
export function districtOf(address: string | undefined): string | undefined {
  const found = /\b([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\s*$/i.exec(address ?? '');
  return found?.[1]?.toUpperCase();
}

const speaks = (languages: string | undefined, language: string | undefined): boolean =>
  languages !== undefined &&
  language !== undefined &&
  languages
    .toLowerCase()
    .split(/[,;/]| and /)
    .some((one) => one.trim() === language.trim().toLowerCase());

/** What speaks for and against asking one worker for one child. Pure. */
export function suggestionOf(child: ForWhom, one: Candidate): Suggestion {
  const weighted = tenths(one.caseload.weighted + child.weight);
  const most = one.capacity?.most;
  const hasRoom = most !== undefined && weighted <= most;
  const near = child.district === undefined ? 0 : (one.districts.get(child.district) ?? 0);
  const speaksFor: readonly (readonly [For, boolean])[] = [
    ['siblings', child.family !== undefined && one.families.has(child.family)],
    ['before', child.before.includes(one.member)],
    ['room', hasRoom],
    ['language', speaks(one.languages, child.language)],
    ['travel', near > 0],
  ];
  const speaksAgainst: readonly (readonly [Against, boolean])[] = [
    ['away', one.isAway],
    ['unknown', most === undefined],
    ['protected', most !== undefined && !hasRoom && one.capacity?.isProtected === true],
    ['full', most !== undefined && !hasRoom && one.capacity?.isProtected === false],
  ];
  const holding = <T>(all: readonly (readonly [T, boolean])[]): readonly T[] => all.flatMap(([name, is]) => (is ? [name] : []));
  return { member: one.member, speaksFor: holding(speaksFor), speaksAgainst: holding(speaksAgainst), weighted, most, near };
}

/** Who knows the family stands first, then who has room, then who speaks the language, then who goes there; of equals whoever carries the smaller part of what they may. */
export function suggestionsFor(
  child: ForWhom,
  candidates: readonly Candidate[],
  nameOf: (member: string) => string,
): readonly Suggestion[] {
  const reasons: readonly For[] = ['siblings', 'before', 'room', 'language', 'travel'];
  const part = ({ weighted, most }: Suggestion): number => (most === undefined || most === 0 ? Infinity : weighted / most);
  return candidates
    .filter(({ isAway }) => !isAway)
    .map((one) => suggestionOf(child, one))
    .filter(({ speaksFor }) => speaksFor.length > 0)
    .toSorted((a, b) => {
      for (const reason of reasons) {
        const difference = Number(b.speaksFor.includes(reason)) - Number(a.speaksFor.includes(reason));
        if (difference !== 0) return difference;
      }
      return part(a) - part(b) || nameOf(a.member).localeCompare(nameOf(b.member));
    });
}
