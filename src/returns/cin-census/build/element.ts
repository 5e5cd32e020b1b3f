import type { Statement } from '../../../kernel/step/history.ts';
import type { XmlElement } from '../../../reading/xml-shape.ts';

/** An element of a census as the record gives it: `from` are the entries that answer "why this value?". */
export type BuiltElement = Omit<XmlElement, 'children'> & {
  readonly from: readonly string[];
  readonly children: readonly BuiltElement[];
};

/** One of the entries that a value comes from; none where it is what the lack of one says. */
type Sources = readonly (Statement | undefined)[];

const entriesOf = (sources: Sources): readonly string[] => [...new Set(sources.flatMap((one) => one?.entry ?? []))];

/** What an answer says as text; nothing where there is none. */
export const value = (name: string, answer: unknown, ...sources: Sources): readonly BuiltElement[] =>
  answer === undefined || answer === null || answer === ''
    ? []
    : [{ name, line: 0, text: written(answer), from: entriesOf(sources), children: [] }];

const written = (answer: unknown): string => (typeof answer === 'boolean' ? (answer ? '1' : '0') : String(answer));

/** Elements that belong together; none of nothing. */
export const group = (name: string, ...parts: readonly (readonly BuiltElement[])[]): readonly BuiltElement[] => {
  const children = parts.flat();
  return children.length === 0 ? [] : [{ name, line: 0, text: '', from: [], children }];
};

/** In the order of what they say, so that the same record gives the same bytes however it was entered. */
export const inOrder = (elements: readonly BuiltElement[]): readonly BuiltElement[] =>
  elements
    .map((element) => [saidBy(element), element] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, element]) => element);

const saidBy = ({ text, children }: BuiltElement): string => (children.length === 0 ? text : children.map(saidBy).join(' '));

/** Each element with a number of its own, by which a finding on it is traced to its entries. */
export function numbered(element: BuiltElement): BuiltElement {
  let last = 0;
  const number = (one: BuiltElement): BuiltElement => {
    last += 1;
    return { ...one, line: last, children: one.children.map(number) };
  };
  return number(element);
}

/** All entries from which an element, or anything in it, is known. */
export const entriesIn = ({ from, children }: BuiltElement): readonly string[] => [...new Set([...from, ...children.flatMap(entriesIn)])];
