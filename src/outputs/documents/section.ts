import { formatDate, isDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import type { Block } from '../document.ts';
import { answersSaid, type Left, type Material } from '../material.ts';

/** A part of a document that is edited in one box. */
export type Section = { readonly name: string; readonly heading: string; readonly blocks: readonly Block[] };

/** One kind of document: which parts, from which entries. */
export type DocumentKind = {
  /** Whether brothers and sisters can be in the same document. */
  readonly ofFamily?: true;
  /** Whether it is narrowed by kind of entry and date. */
  readonly isFiltered?: true;
  readonly sections: (material: Material, left: Left) => readonly Section[];
};

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Stands where somebody must write: nothing is released that still says so. */
export const toBeWritten = 'to be written here';

/** A section that says what one statement says; where there is none, an empty box. */
export const sectionOf = (
  material: Material,
  left: Left,
  {
    name,
    heading,
    of,
    only,
  }: { readonly name: string; readonly heading: string; readonly of: Statement | undefined; readonly only?: readonly string[] },
): Section => ({
  name,
  heading,
  blocks: of === undefined ? [] : answersSaid(material, of, left, only),
});

/** The actions agreed, as a table each: those not yet done first, each as it was last agreed. What was withdrawn is no part of the plan any more. */
export function planSection({ children, labels }: Material): Section {
  const history = children[0]?.history ?? [];
  const ends = new Map(history.filter(({ step }) => step === 'actionProgress').flatMap(endOf));
  const all = history.filter(({ step }) => step === 'action');
  const replaced = new Set(all.map(({ answers }) => answers['insteadOf']));
  const actions = all.filter(({ entry }) => !replaced.has(entry));
  const ofWhich = (end: string | undefined): readonly Statement[] => actions.filter(({ entry }) => ends.get(entry) === end);
  return {
    name: 'plan',
    heading: 'The plan',
    blocks: [...actionsTable('Not yet done', ofWhich(undefined), labels), ...actionsTable('Done', ofWhich('done'), labels)],
  };
}

/** By which action, and how it ended; begun is no end. */
const endOf = ({ answers: { action, how } }: Statement): readonly (readonly [string, string])[] =>
  how === 'done' || how === 'withdrawn' ? [[String(action), how]] : [];

function actionsTable(heading: string, actions: readonly Statement[], labels: Material['labels']): readonly Block[] {
  const rows = actions.map(({ answers }) => [
    String(answers['what'] ?? ''),
    whoIn(answers, labels),
    dayIn(answers['byWhen']),
    String(answers['measure'] ?? ''),
  ]);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: heading },
    { kind: 'table', heads: ['What', 'Who', 'By when', 'How we will know'], rows },
  ];
}

type Answers = Statement['answers'];
const whoIn = ({ owner, whoElse }: Answers, labels: Material['labels']): string =>
  [labels.get(String(owner)), whoElse].filter((part) => typeof part === 'string').join(', ');
const dayIn = (value: unknown): string => (typeof value === 'string' && isDate(value) ? formatDate(value) : '');

export const greeting = (name: string): Block => paragraph(`Dear ${name},`);
export const farewell = (madeBy: string): Block => paragraph(`Yours sincerely,\n${madeBy}`);
