import type { Given } from '../../kernel/field/field.ts';
import { tooLong, type Problem } from '../intake/problem.ts';
import { happenedOnOf, nextKey, type ChildStatements, type SourceStatement } from '../intake/statement.ts';
import type { XmlElement } from '../../reading/xml-units.ts';
import { problem } from './census-problem.ts';
import { columnOf, elementsOf, isSecondMention, placesOf, type Place, type ReadField, type Reading } from './census-steps.ts';

/** Reads one child's row by the steps' own fields. Pure; whatever is not taken is in `problems`. */
export function statementsOf(row: XmlElement, readings: readonly Reading[]): ChildStatements {
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
  const taken = new Set<XmlElement>(elementsOf(row, 'LAchildID').slice(0, 1));
  const work: Work = { child, taken, problems: [], statements: new Map() };
  for (const reading of readings) for (const place of placesOf(reading, row)) readPlace(work, reading, place);
  leftOver(work, row, columnsOf(readings));
  const upn = elementsOf(row, 'UPN')[0]?.text;
  return {
    child,
    ...(upn === undefined || upn === '' ? {} : { upn: upn.toUpperCase() }),
    ...(isBirthUnread(work, row) ? { birthUnread: { field: birth } } : {}),
    line: row.line,
    statements: [...work.statements.values()],
    problems: work.problems,
  };
}

const birth = 'PersonBirthDate';

/** It is given, and no statement holds it. */
const isBirthUnread = ({ statements }: Work, row: XmlElement): boolean =>
  given(row, birth).length > 0 && ![...statements.values()].some(({ answers }) => answers['bornOn'] !== undefined);

type Work = {
  readonly child: string;
  readonly taken: Set<XmlElement>;
  readonly problems: Problem[];
  readonly statements: Map<string, SourceStatement>;
};

const given = (place: XmlElement, column: string): readonly XmlElement[] =>
  (columnOf(place) === column ? [place] : elementsOf(place, column)).filter((element) => element.text !== '');

function readPlace(work: Work, reading: Reading, place: Place): void {
  if (!reading.triggers.some((column) => given(place.element, column).length > 0)) return;
  if (reading.repeats === undefined) return readStatement(work, reading, place, place.key, undefined);
  for (const one of given(place.element, reading.repeats)) readStatement(work, reading, place, `${place.key} ${one.text}`, one);
}

type Read = { readonly answers: Record<string, unknown>; readonly fields: string[]; refused: boolean; line: number };

function readStatement(work: Work, reading: Reading, place: Place, key: string, one: XmlElement | undefined): void {
  const read: Read = { answers: {}, fields: [], refused: false, line: one?.line ?? place.element.line };
  for (const field of reading.fields) {
    if (field.field.askedWhen?.(read.answers) === false) continue;
    const elements = one !== undefined && field.column === reading.repeats ? [one] : given(place.element, field.column);
    readField(work, read, field, elements, place.element);
  }
  if (read.refused) return;
  const happenedOn = happenedOnOf(reading.step, read.answers);
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

function add(work: Work, place: Place, statement: SourceStatement): void {
  const id = `${statement.step.name} ${statement.key}`;
  const known = work.statements.get(id);
  if (known === undefined) work.statements.set(id, statement);
  else if (JSON.stringify(known.answers) === JSON.stringify(statement.answers))
    work.problems.push(problem('note', work.child, place.element, `the same "${statement.step.title}" is given twice; it is taken once`));
  else add(work, place, { ...statement, key: nextKey(statement.key) });
}

function readField(work: Work, read: Read, { name, field, column }: ReadField, elements: readonly XmlElement[], row: XmlElement): void {
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
      const consequence = isRequired ? `; without it "${row.name}" cannot be taken` : column === birth && index === 0 ? noBirth : '';
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

const noBirth = '; until it is put right this census does not say when the child was born';

const valueOf = (parsed: object): unknown => ('value' in parsed ? parsed.value : undefined);

type Understood = { readonly value: unknown; readonly text: string; readonly note?: string } | { readonly problem: string };

const olderSex: ReadonlyMap<string, { readonly code: string; readonly note?: string }> = new Map([
  ['0', { code: 'U' }],
  ['1', { code: 'M' }],
  ['2', { code: 'F' }],
  ['9', { code: 'U', note: 'was 9, indeterminate, which later censuses do not have; it is read as U, unknown' }],
]);

function understood(field: ReadField['field'], column: string, element: XmlElement): Understood {
  if (element.tooLong !== undefined) return { problem: tooLong(element.tooLong) };
  const text = field.kind === 'date' ? dayOnly(element.text) : element.text;
  const asGiven = parse(field, text);
  const parsed = 'problem' in asGiven && column.endsWith('UPN') ? parse(field, text.toUpperCase()) : asGiven;
  if (!('problem' in parsed) || column !== 'Sex') return parsed;
  const older = olderSex.get(text);
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
function leftOver(work: Work, element: XmlElement, columns: ReadonlySet<string>): void {
  for (const child of element.children) {
    if (work.taken.has(child) || isSecondMention(child, element)) continue;
    if (child.children.length === 0) leaf(work, child, element, columns);
    else if (isKnown(child, columns)) {
      if (child.text !== '') work.problems.push(problem('refused', work.child, child, 'there is text where only elements belong'));
      leftOver(work, child, columns);
    } else work.problems.push(problem('kept', work.child, child, `${child.name} is not carried by this version; it is kept`));
  }
}

const isKnown = (group: XmlElement, columns: ReadonlySet<string>): boolean =>
  group.children.some((child) => columns.has(columnOf(child)) || isKnown(child, columns));

function leaf(work: Work, element: XmlElement, row: XmlElement, columns: ReadonlySet<string>): void {
  if (element.text === '') return;
  if (!columns.has(columnOf(element)))
    work.problems.push(problem('kept', work.child, element, `${element.name} is not carried by this version; it is kept`));
  else work.problems.push(problem('refused', work.child, element, 'the rest of the row does not say what this belongs to', row));
}
