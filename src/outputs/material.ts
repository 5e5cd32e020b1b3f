import { formatDate, type LocalDate } from '../kernel/calendar/dates.ts';
import type { AnyField, Fields } from '../kernel/field/field.ts';
import type { History, Statement } from '../kernel/step/history.ts';
import { displayed, summaryLine, tableOf } from '../kernel/step/said.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { reviewing, untoldIn, type DocumentKindName } from '../practice/pathway.ts';
import type { Block } from './document.ts';
import { factsOf, kindOf, type Fact } from './facts.ts';
import { rules, whyLeftOut, type FactKind, type Recipient } from './leave-out.ts';

export type Child = { readonly person: string; readonly name: string; readonly history: History };

/** Narrows a chronology; empty: everything. */
export type Filter = { readonly from: string; readonly to: string; readonly steps: readonly string[] };

/**
 * All that a document is assembled from, as the maker may read it: nothing is asked of the record here. `children`: the child first, then those brothers and
 * sisters whom it is about too. `family`: facts of it, besides those that stand in statements.
 */
export type Material = {
  readonly children: readonly Child[];
  readonly steps: ReadonlyMap<string, AnyStep>;
  /** Names of members of staff, and of people whom the maker may name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly recipient: Recipient & { readonly name: string };
  readonly family: readonly Fact[];
  readonly filter: Filter;
  readonly today: LocalDate;
  readonly madeBy: string;
};

export type LeftOut = Fact & { readonly because: string };

const titleOf = ({ steps }: Pick<Material, 'steps'>, step: string): string => steps.get(step)?.title ?? step;

/** In a child’s own view nobody gives it all the same: the child is told first, and the record says so. */
export const isNeverPutBack = (kind: FactKind, document?: DocumentKindName): boolean => kind === 'childNotTold' && document === 'ownView';

/** A child’s own view has nothing that the child was not told, whoever it is made for. */
const reasonFor = ({ recipient }: Material, { kind, whose }: Fact, document?: DocumentKindName): string | undefined =>
  isNeverPutBack(kind, document) ? rules.childNotTold.reason : whyLeftOut(kind, recipient, whose);

/** Every fact of the record and of the family that this recipient must not have in this document, put back or not. */
export function mustBeLeftOut(material: Material, document?: DocumentKindName): readonly LeftOut[] {
  const { children, recipient, family } = material;
  const own = new Set(children.map(({ person }) => person));
  const stated = children.flatMap(({ person, history }) => {
    const untold = { family: untoldIn(history), child: reviewing.notToldToChild(history) };
    return history.flatMap((statement) =>
      factsOf(statement, (step) => `${titleOf(material, step)}, ${formatDate(statement.happenedOn)}`, [person], untold),
    );
  });
  const all = [...stated, ...family.filter(({ whose }) => !whose.some((person) => own.has(person)))];
  return [...new Map(all.map((fact) => [fact.id, fact])).values()].flatMap((fact) => {
    const because = reasonFor(material, fact, document);
    return because === undefined || isOwnName(fact, recipient.name) ? [] : [{ ...fact, because }];
  });
}

const named: ReadonlySet<Fact['kind']> = new Set(['referrer', 'contactDetails', 'closeFamily', 'otherFamily']);

/** Whoever called knows that they called; nobody is kept from their own name. */
const isOwnName = ({ kind, words }: Fact, name: string): boolean =>
  named.has(kind) && words.some((one) => one.toLocaleLowerCase('en-GB') === name.toLocaleLowerCase('en-GB'));

/** Of these, what is left out of the document as it stands. `putBack`: ids of facts that are given against the rule. */
export const leftOutOf = (all: readonly LeftOut[], putBack: { readonly has: (id: string) => boolean }): readonly LeftOut[] =>
  all.filter(({ id }) => !putBack.has(id));

const leftIn = ({ entry, step, answers }: Statement, field: string, left: ReadonlySet<string>): boolean => {
  const kind = kindOf(step, field, answers);
  return kind === undefined || !left.has(`${kind}-${entry}`);
};

/** Ids of what is left out. */
export type Left = ReadonlySet<string>;

/**
 * That somebody was warned, or that something was done without the family’s knowing, is itself what may not be said. What was decided of a copy names the words that
 * it withholds: it goes to nobody.
 */
export const isHidden = ({ step, entry }: Statement, left: Left): boolean =>
  step === 'redaction' ||
  ((step === 'warning' || step === 'warningEnd') && left.has(`warning-${entry}`)) ||
  left.has(`untold-${entry}`) ||
  isNotTold({ entry }, left);

/** The child, who is to have the document, was not told of it. */
export const isNotTold = ({ entry }: Pick<Statement, 'entry'>, left: Left): boolean => left.has(`childNotTold-${entry}`);

/** One line of a statement for a chronology. */
export function summaryOf(material: Material, statement: Statement, left: Left): string {
  const step = material.steps.get(statement.step);
  const isWhole = Object.keys(statement.answers).every((field) => leftIn(statement, field, left));
  if (step === undefined || !isWhole) return `${titleOf(material, statement.step)} (part of this entry is left out)`;
  return summaryLine(step, statement.answers);
}

/** The answers of a statement, but for what is left out; none, where the child who is to have them was not told of it. `only`: these questions alone. */
export function answersSaid(material: Material, statement: Statement, left: Left, only?: readonly string[]): readonly Block[] {
  if (isNotTold(statement, left)) return [];
  const step = material.steps.get(statement.step);
  const fields: Fields = { ...step?.fields, ...step?.each };
  const asked = Object.entries(fields).filter(
    ([name]) => statement.answers[name] !== undefined && (only?.includes(name) ?? true) && leftIn(statement, name, left),
  );
  const isShort = ({ control }: AnyField): boolean => control.kind !== 'rows' && !(control.kind === 'text' && control.lines > 1);
  const facts = asked
    .filter(([, field]) => isShort(field))
    .map(([name, field]) => [field.label, answerWords(material, field, statement.answers[name], left)] as const)
    .filter(([, words]) => words !== '');
  return [
    ...(facts.length === 0 ? [] : [{ kind: 'facts', lines: facts } as const]),
    ...asked.filter(([, field]) => !isShort(field)).flatMap(([name, field]) => longAnswer(material, field, statement.answers[name], left)),
  ];
}

function longAnswer(material: Material, field: AnyField, value: unknown, left: Left): readonly Block[] {
  const heading = { kind: 'heading', level: 3, text: field.label } as const;
  if (field.control.kind !== 'rows') return [heading, { kind: 'paragraph', text: answerWords(material, field, value, left) }];
  const table = tableOf(field.control.columns, value, (column, cell) => answerWords(material, column, cell, left));
  return table.rows.length === 0 ? [] : [heading, { kind: 'table', ...table }];
}

/** Whom an answer points at is named, unless they are left out; another entry is not: its number says nothing on paper. */
function answerWords({ labels }: Material, field: AnyField, value: unknown, left: Left): string {
  if (field.control.kind !== 'link') return displayed(field, value);
  return isPersonLeftOut(String(value), left) ? '' : (labels.get(String(value)) ?? '');
}

const isPersonLeftOut = (person: string, left: Left): boolean =>
  ['restrictedPerson', 'closeFamily', 'otherFamily'].some((kind) => left.has(`${kind}-${person}`));

/** The last statement of these steps that stands of the child, as known; undefined: there is none. */
export const lastOf = ({ children }: Material, ...steps: readonly string[]): Statement | undefined =>
  children[0]?.history.findLast(({ step }) => steps.includes(step));

export const childName = ({ children }: Material): string => children[0]?.name ?? '';
export const theNames = ({ children }: Material): string => children.map(({ name }) => name).join(', ');
