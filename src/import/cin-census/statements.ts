import { createHash } from 'node:crypto';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Given } from '../../kernel/field/field.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import { problem, type CensusProblem } from './census-problem.ts';
import { columnOf, elementsOf, isSecondMention, placesOf, type Place, type ReadField, type Reading } from './census-steps.ts';
import { longestText, type CensusElement } from './census-xml.ts';

export type Answered = Readonly<Record<string, unknown>>;

/** What the census states about one child in one step, not yet compared with what is known. */
export type CensusStatement = {
  readonly step: AnyStep;
  /** With the person and the step, what makes it the same statement in the next file. */
  readonly key: string;
  readonly line: number;
  readonly happenedOn: LocalDate;
  readonly answers: Answered;
  /** Fields that the census carries and that could be read here: an absent answer means "not given". */
  readonly fields: readonly string[];
  /** Answers that are the id of another statement of the same child: its step and key. */
  readonly links: readonly { readonly name: string; readonly step: string; readonly key: string }[];
};

export type ChildStatements = {
  /** LAchildID; empty when the file gives none: then nothing is stated. */
  readonly child: string;
  readonly upn?: string;
  readonly line: number;
  readonly statements: readonly CensusStatement[];
  readonly problems: readonly CensusProblem[];
};

/** A uuid made from words: the same words, the same id. */
export function idOf(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('\u0000')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Reads one child's row by the steps' own fields. Pure; whatever is not taken is in `problems`. */
export function statementsOf(row: CensusElement, readings: readonly Reading[]): ChildStatements {
  const id = elementsOf(row, 'LAchildID')[0];
  const child = id === undefined || id.tooLong !== undefined ? '' : id.text;
  if (child === '')
    return {
      child,
      line: row.line,
      statements: [],
      problems: [
        problem(
          'refused',
          '',
          { ...(id ?? row), name: 'LAchildID' },
          'the child has no usable LAchildID, so nothing of it can be kept under a name',
          row,
        ),
      ],
    };
  const taken = new Set<CensusElement>(elementsOf(row, 'LAchildID').slice(0, 1));
  const work: Work = { child, taken, problems: [], statements: new Map() };
  for (const reading of readings) for (const place of placesOf(reading, row)) readPlace(work, reading, place);
  leftOver(work, row, columnsOf(readings));
  const upn = elementsOf(row, 'UPN')[0]?.text;
  return {
    child,
    ...(upn === undefined || upn === '' ? {} : { upn: upn.toUpperCase() }),
    line: row.line,
    statements: [...work.statements.values()],
    problems: work.problems,
  };
}

type Work = {
  readonly child: string;
  readonly taken: Set<CensusElement>;
  readonly problems: CensusProblem[];
  readonly statements: Map<string, CensusStatement>;
};

const given = (place: CensusElement, column: string): readonly CensusElement[] =>
  (columnOf(place) === column ? [place] : elementsOf(place, column)).filter((element) => element.text !== '');

function readPlace(work: Work, reading: Reading, place: Place): void {
  if (!reading.triggers.some((column) => given(place.element, column).length > 0)) return;
  if (reading.repeats === undefined) return readStatement(work, reading, place, place.key, undefined);
  for (const one of given(place.element, reading.repeats)) readStatement(work, reading, place, `${place.key} ${one.text}`, one);
}

type Read = { readonly answers: Record<string, unknown>; readonly fields: string[]; refused: boolean; line: number };

function readStatement(work: Work, reading: Reading, place: Place, key: string, one: CensusElement | undefined): void {
  const read: Read = { answers: {}, fields: [], refused: false, line: one?.line ?? place.element.line };
  for (const field of reading.fields) {
    if (field.field.askedWhen?.(read.answers) === false) continue;
    const elements = one !== undefined && field.column === reading.repeats ? [one] : given(place.element, field.column);
    readField(work, read, field, elements, place.element);
  }
  if (read.refused) return;
  const happenedOn = isAnswers(read.answers) ? reading.step.happenedOn(read.answers) : undefined;
  if (happenedOn === undefined)
    work.problems.push(problem('refused', work.child, place.element, `no date says when "${reading.step.title}" happened`));
  else
    add(work, place, {
      step: reading.step,
      key,
      line: read.line,
      happenedOn,
      answers: read.answers,
      fields: read.fields,
      links: reading.links.map((link) => ({ ...link, key: place.key })),
    });
}

/** The answers were understood by the step's own fields; only the compiler does not know which step it is. */
const isAnswers = (_answers: Answered): _answers is Parameters<AnyStep['happenedOn']>[0] => true;

export function happenedOnOf(step: AnyStep, answers: Answered): LocalDate | undefined {
  return isAnswers(answers) ? step.happenedOn(answers) : undefined;
}

function add(work: Work, place: Place, statement: CensusStatement): void {
  const id = `${statement.step.name} ${statement.key}`;
  const known = work.statements.get(id);
  if (known === undefined) work.statements.set(id, statement);
  else if (JSON.stringify(known.answers) === JSON.stringify(statement.answers))
    work.problems.push(problem('note', work.child, place.element, `the same "${statement.step.title}" is given twice; it is taken once`));
  else add(work, place, { ...statement, key: nextKey(statement.key) });
}

function nextKey(key: string): string {
  const [, start = key, number = '1'] = /^(.*) #(\d+)$/.exec(key) ?? [];
  return `${start} #${Number(number) + 1}`;
}

function readField(
  work: Work,
  read: Read,
  { name, field, column }: ReadField,
  elements: readonly CensusElement[],
  row: CensusElement,
): void {
  const several = field.control.kind === 'choice' && field.control.several;
  const values: string[] = [];
  let value: unknown;
  let bad = false;
  for (const [index, element] of elements.entries()) {
    work.taken.add(element);
    const parsed = index > 0 && !several ? { problem: 'is given more than once; the first is taken' } : understood(field, column, element);
    if ('problem' in parsed) {
      bad ||= index === 0 || several;
      const isRequired = field.required !== undefined && index === 0 && !several;
      const consequence = isRequired ? `; without it "${row.name}" cannot be taken` : '';
      work.problems.push(
        problem('refused', work.child, element, `${field.label} ${parsed.problem}${consequence}`, isRequired ? row : element),
      );
    } else {
      if (parsed.note !== undefined) work.problems.push(problem('note', work.child, element, parsed.note));
      values.push(parsed.text);
      value ??= parsed.value;
    }
  }
  if (several && values.length > 0) value = valueOf(field.parse(values));
  if (value !== undefined) read.answers[name] = value;
  if (value !== undefined || !bad) read.fields.push(name);
  if (value === undefined && field.required !== undefined) {
    read.refused = true;
    if (!bad)
      work.problems.push(
        problem(
          'refused',
          work.child,
          { ...row, name: column, text: '' },
          `${field.label} is not given; without it "${row.name}" cannot be taken`,
          row,
        ),
      );
  }
}

const valueOf = (parsed: object): unknown => ('value' in parsed ? parsed.value : undefined);

type Understood = { readonly value: unknown; readonly text: string; readonly note?: string } | { readonly problem: string };

const olderSex: Readonly<Record<string, { readonly code: string; readonly note?: string }>> = {
  0: { code: 'U' },
  1: { code: 'M' },
  2: { code: 'F' },
  9: { code: 'U', note: 'was 9, indeterminate, which later censuses do not have; it is read as U, unknown' },
};

function understood(field: ReadField['field'], column: string, element: CensusElement): Understood {
  if (element.tooLong !== undefined)
    return {
      problem: `has ${element.tooLong.toLocaleString('en-GB')} characters; a field may have ${longestText.toLocaleString('en-GB')}`,
    };
  const text = field.kind === 'date' ? dayOnly(element.text) : element.text;
  const asGiven = parse(field, text);
  const parsed = 'problem' in asGiven && column.endsWith('UPN') ? parse(field, text.toUpperCase()) : asGiven;
  if (!('problem' in parsed) || column !== 'Sex') return parsed;
  const older = olderSex[text];
  if (older === undefined) return parsed;
  const mapped = parse(field, older.code);
  if ('problem' in mapped) return parsed;
  const note = older.note ?? (element.name === 'Sex' ? `was ${text}, a code of GenderCurrent; it is read as ${older.code}` : undefined);
  return { ...mapped, ...(note === undefined ? {} : { note: `${field.label} ${note}` }) };
}

function parse(field: ReadField['field'], text: string): Understood {
  const offered: Given = text;
  const parsed: { readonly value: unknown } | { readonly problem: string } = field.parse(offered);
  return 'problem' in parsed ? parsed : { value: parsed.value, text };
}

/** xs:date may carry a time zone, and some systems write a time: the day is what is meant. */
const dayOnly = (text: string): string => /^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2}|T00:00:00\S*)$/.exec(text)?.[1] ?? text;

export const columnsOf = (readings: readonly Reading[]): ReadonlySet<string> =>
  new Set(['LAchildID', ...readings.flatMap(({ fields }) => fields.map(({ column }) => column))]);

/** Everything of the row that no statement took: nothing in a file is lost in silence. */
function leftOver(work: Work, element: CensusElement, columns: ReadonlySet<string>): void {
  for (const child of element.children) {
    if (work.taken.has(child) || isSecondMention(child, element)) continue;
    if (child.children.length === 0) leaf(work, child, element, columns);
    else if (isKnown(child, columns)) {
      if (child.text !== '') work.problems.push(problem('refused', work.child, child, 'there is text where only elements belong'));
      leftOver(work, child, columns);
    } else work.problems.push(problem('kept', work.child, child, `${child.name} is not carried by this version; it is kept`));
  }
}

const isKnown = (group: CensusElement, columns: ReadonlySet<string>): boolean =>
  group.children.some((child) => columns.has(columnOf(child)) || isKnown(child, columns));

function leaf(work: Work, element: CensusElement, row: CensusElement, columns: ReadonlySet<string>): void {
  if (element.text === '') return;
  if (!columns.has(columnOf(element)))
    work.problems.push(problem('kept', work.child, element, `${element.name} is not carried by this version; it is kept`));
  else work.problems.push(problem('refused', work.child, element, 'the rest of the row does not say what this belongs to', row));
}
