import { dayInEngland, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Identifier, Session, Standing } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { readNames } from '../board/reading.ts';
import { ageWords, standingWords } from '../board/row.ts';

/** Found by name or date of birth, or (`number`) by a number, when no name is shown before the record is opened. */
export type FoundPerson =
  | {
      readonly person: string;
      readonly standing: Standing;
      readonly formerly: readonly string[];
      readonly team: string | undefined;
      readonly worker: string | undefined;
    }
  | { readonly person: string; readonly number: string };

/** What is looked for, understood by the record; and by a number that is known in full. */
export type Finding = (session: Session, words: string) => Promise<readonly FoundPerson[]>;

const kindsIn = ({ steps }: WebParts): readonly string[] => [
  ...new Set(
    steps.flatMap((step) =>
      [...Object.values(step.fields), ...Object.values(step.each)].flatMap(({ identifies }) =>
        identifies === undefined ? [] : [identifies],
      ),
    ),
  ),
];

export function findingBy(parts: WebParts): Finding {
  const kinds = kindsIn(parts);
  const byNumber = async (session: Session, words: string): Promise<readonly string[]> => {
    const asked: readonly Identifier[] = [...new Set([words, words.toUpperCase()])].flatMap((value) =>
      kinds.map((kind) => ({ kind, value })),
    );
    // Two records may claim one number, one of them by mistake: both are shown.
    return [...new Set([...(await parts.record.claimants(session, asked)).values()].flat())];
  };
  return async (session, words) => {
    const [found, numbered, names] = await Promise.all([
      parts.record.search(session, words),
      byNumber(session, words),
      readNames(parts, session),
    ]);
    const named = new Set(found.map(({ person }) => person));
    return [
      ...numbered.filter((person) => !named.has(person)).map((person) => ({ person, number: words })),
      ...found.map(({ person, standing, formerly }) => ({
        person,
        standing,
        formerly,
        team: standing.team === undefined ? undefined : names.teams.get(standing.team)?.name,
        worker: standing.worker === undefined ? undefined : names.members.get(standing.worker)?.name,
      })),
    ];
  };
}

/** One person in a list of those found, as a line and what stands below it. */
export type FoundWords = { readonly title: string; readonly age: string; readonly lines: readonly string[] };

export function wordsOf(found: FoundPerson, today: LocalDate): FoundWords {
  if ('number' in found)
    return {
      title: `Whoever has the number ${found.number}`,
      age: '',
      lines: ['Name and details are shown when the record is opened.'],
    };
  const { standing, formerly, team, worker } = found;
  const born = standing.bornOn === undefined ? 'date of birth not known' : `born ${formatDate(standing.bornOn)}`;
  return {
    title: standing.name,
    age: ageWords(standing, today),
    lines: [
      ...(formerly.length === 0 ? [] : [`formerly ${formerly.join(', ')}`]),
      standing.adult === true ? `${born}, adult` : `${born}, ${standingWords(standing)}`,
      ...(standing.adult === true ? [] : [`${worker ?? 'no named worker'}, ${team ?? 'no team'}`]),
    ],
  };
}

export const todayOf = (parts: WebParts): LocalDate => dayInEngland(parts.now());
