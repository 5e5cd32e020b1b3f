import { joined, type Place } from '../../../practice/subject-access/places.ts';

type Props = { readonly words: string; readonly out: readonly Place[]; readonly proposed: readonly Place[] };

const isIn = (places: readonly Place[], at: number): boolean => places.some(({ from, to }) => from <= at && at < to);

/** An answer as whoever decides reads it: all of its words, struck through where they are blacked out, marked where that is proposed. */
export function Marked({ words, out, proposed }: Props) {
  const [struck, marked] = [joined(out), joined(proposed)];
  const edges = [...new Set([0, words.length, ...[...struck, ...marked].flatMap(({ from, to }) => [from, to])])]
    .filter((edge) => edge <= words.length)
    .toSorted((a, b) => a - b);
  return (
    <>
      {edges.slice(0, -1).map((from, n) => {
        const text = words.slice(from, edges[n + 1]);
        if (isIn(struck, from)) return <del class="sl-blacked-out">{text}</del>;
        return isIn(marked, from) ? <mark>{text}</mark> : text;
      })}
    </>
  );
}
