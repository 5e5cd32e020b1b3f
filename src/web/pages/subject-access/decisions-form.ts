import type { Problem } from '../../../kernel/step/outcome.ts';
import { digestOf, type Answer, type Decision, type Withheld } from '../../../practice/subject-access/disclosure.ts';
import { groundOf, type Ground } from '../../../practice/subject-access/grounds.ts';
import { asText, fromText, joined, placesOf, type Place } from '../../../practice/subject-access/places.ts';
import { weighingOf, type Weighing } from '../../../practice/subject-access/weighings.ts';
import type { GivenForm } from '../../memory.ts';
import { one, several } from '../../request.ts';
import type { ReadEntry } from './request-read.ts';

/** Places by answer, as a tick box carries them: `note:0-4 10-24;place:3-8`. */
export type Places = ReadonlyMap<string, readonly Place[]>;

export const tickOf = (places: Places): string => [...places].map(([at, some]) => `${at}:${asText(some)}`).join(';');

export function placesIn(ticks: readonly string[], answers: readonly Answer[]): Places {
  const lengths = new Map(answers.map(({ at, words }) => [at, words.length]));
  const found = new Map<string, Place[]>();
  for (const part of ticks.flatMap((tick) => tick.split(';'))) {
    const [at = '', places = ''] = part.split(':');
    const length = lengths.get(at);
    if (length === undefined) continue;
    const within = fromText(places).map(({ from, to }) => ({ from, to: Math.min(to, length) }));
    found.set(at, [...(found.get(at) ?? []), ...within]);
  }
  return new Map([...found].map(([at, places]) => [at, joined(places)]));
}

/** One line of the statement that is recorded. */
export type DecisionLine = {
  readonly entry: string;
  readonly treatment: 'disclose' | 'withhold' | 'blackOut';
  readonly at?: string;
  readonly places?: string;
  readonly ground?: Ground;
  readonly weighed?: Weighing;
  readonly why?: string;
  readonly digest: string;
};

type Understood = { readonly lines: readonly DecisionLine[]; readonly problems: readonly Problem[] };

const nothing: Understood = { lines: [], problems: [] };

/** What a page of decisions says: the lines of those entries that were decided, or decided otherwise than before. */
export function understandDecisions(given: GivenForm, entries: readonly ReadEntry[]): Understood {
  const all = entries.map((entry) => understandOne(given, entry));
  return { lines: all.flatMap(({ lines }) => lines), problems: all.flatMap(({ problems }) => problems) };
}

function understandOne(given: GivenForm, entry: ReadEntry): Understood {
  const id = entry.entry;
  const choice = one(given, `d.${id}`);
  const problem = (field: string, message: string): Understood => ({
    lines: [],
    problems: [{ field: `${field}.${id}`, message: `Entry ${entry.number}: ${message}` }],
  });
  if (choice !== 'disclose' && choice !== 'withhold') {
    const isBegun = several(given, `p.${id}`).length > 0 || one(given, `w.${id}`) !== '';
    return isBegun ? problem('d', 'choose whether it is disclosed') : nothing;
  }
  if (one(given, `digest.${id}`) !== digestOf(entry)) return problem('d', 'it has been put right since you read it: read it again');
  const [ground, words] = [groundOf(one(given, `g.${id}`)), one(given, `w.${id}`)];
  const chosen = chosenPlaces(given, entry, words);
  if (words !== '' && !hasWords(entry, words)) return problem('w', `“${words}” does not stand in it`);
  const isOut = choice === 'withhold' || chosen.size > 0;
  if (isOut && ground === undefined) return problem('g', 'choose on which ground it is withheld');
  const mark = { ...(isOut && ground !== undefined ? { ground, ...saidIn(given, id) } : {}), digest: digestOf(entry) };
  const lines = linesOf(id, choice, chosen, mark);
  return { lines: isSame(lines, entry) ? [] : lines, problems: [] };
}

/** How it was weighed, and why: of an entry, or of words everywhere. */
export function saidIn(given: GivenForm, of: string): Pick<DecisionLine, 'weighed' | 'why'> {
  const [weighed, why] = [weighingOf(one(given, `h.${of}`)), one(given, `y.${of}`).slice(0, 2000)];
  return { ...(weighed === undefined ? {} : { weighed }), ...(why === '' ? {} : { why }) };
}

const hasWords = ({ answers }: ReadEntry, words: string): boolean => answers.some((answer) => placesOf(words, answer.words).length > 0);

function chosenPlaces(given: GivenForm, { entry, answers }: ReadEntry, words: string): Places {
  const typed = new Map(
    answers.flatMap(({ at, words: text }): (readonly [string, readonly Place[]])[] => {
      const places = placesOf(words, text);
      return places.length === 0 ? [] : [[at, places]];
    }),
  );
  return placesIn([...several(given, `p.${entry}`), tickOf(typed)], answers);
}

function linesOf(
  entry: string,
  choice: 'disclose' | 'withhold',
  chosen: Places,
  mark: Pick<DecisionLine, 'ground' | 'weighed' | 'why' | 'digest'>,
): readonly DecisionLine[] {
  if (choice === 'withhold') return [{ entry, treatment: 'withhold', ...mark }];
  if (chosen.size === 0) return [{ entry, treatment: 'disclose', ...mark }];
  return [...chosen].map(([at, places]) => ({ entry, treatment: 'blackOut', at, places: asText(places), ...mark }));
}

/** Kept twice, a decision would seem to have been made by whoever pressed the button last. */
function isSame(lines: readonly DecisionLine[], { standing }: ReadEntry): boolean {
  return standing.kind === 'decided' && JSON.stringify(lines.map(inShort)) === JSON.stringify(asLines(standing.decision).map(inShort));
}

type Short = Pick<DecisionLine, 'treatment' | 'at' | 'places' | 'ground' | 'weighed' | 'why'>;
const inShort = ({ treatment, at = '', places = '', ground, weighed, why = '' }: Short) => [
  treatment,
  at,
  places,
  ground ?? '',
  weighed ?? '',
  why,
];

function asLines({ whole, out }: Decision): readonly Short[] {
  if (whole !== undefined) return [{ treatment: 'withhold', ...whole }];
  if (out.size === 0) return [{ treatment: 'disclose' }];
  return [...out].map(([at, places]) => ({ treatment: 'blackOut', at, places: asText(places), ...markOf(places) }));
}

const markOf = (places: readonly (Place & { readonly mark: Withheld })[]): Partial<Withheld> => places[0]?.mark ?? {};
