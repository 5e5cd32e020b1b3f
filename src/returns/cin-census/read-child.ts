import type { XmlElement } from '../../reading/xml-units.ts';
import type { GivenChild, ReadCells } from '../rule/given-tables.ts';
import type { Cells, Given, GivenRow } from '../rule/rows.ts';

/** How many rows of each table there were before. */
export type Numbers = Record<string, number>;

/** Modules by the name of their element; where the tables have another name. */
const modules: Readonly<Record<string, string>> = {
  ChildIdentifiers: 'ChildIdentifiers',
  ChildCharacteristics: 'ChildCharacteristics',
  CINdetails: 'CINdetails',
  Assessments: 'Assessments',
  CINPlanDates: 'CINplanDates',
  CINplanDates: 'CINplanDates',
  Section47: 'Section47',
  ChildProtectionPlans: 'ChildProtectionPlans',
  PreProceedingsandFGDM: 'PreProceedings',
  PreProceedings: 'PreProceedings',
};
/** Elements whose texts are a row each. */
const lists: Readonly<Record<string, string>> = { Disabilities: 'Disabilities', Reviews: 'Reviews' };

type Reading = { readonly rows: ReadCells[]; readonly numbers: Numbers };

/** The rows of one child, as the tables of the rules have them. */
export function readChild(element: XmlElement, numbers: Numbers): GivenChild {
  const name = element.children.find((each) => each.name === 'ChildIdentifiers')?.children.find((each) => each.name === 'LAchildID')?.text;
  const reading: Reading = { rows: [], numbers };
  for (const module of element.children) readModule(reading, module, { child: filled(name), episode: undefined, plan: undefined });
  return { name: filled(name), rows: reading.rows };
}

/** Whose a module is and what it stands in, so that it can be traced to it. */
type Within = { readonly child: string | undefined; readonly episode: string | undefined; readonly plan: string | undefined };

function readModule(reading: Reading, element: XmlElement, within: Within): void {
  const list = lists[element.name];
  if (list !== undefined) for (const each of element.children) addRow(reading, list, each, listed(each, within));
  const table = modules[element.name];
  if (table === undefined) return;
  const own = {
    child: within.child,
    episode: table === 'CINdetails' ? String(numberOf(reading, table)) : within.episode,
    plan: table === 'ChildProtectionPlans' ? String(numberOf(reading, table)) : within.plan,
  };
  const cells = new Filled(own);
  for (const each of element.children)
    if (each.name === 'FactorsIdentifiedAtAssessment') cells.give('AssessmentFactors', textsOf(each));
    else if (each.children.length === 0) cells.give(each.name, filled(each.text));
  addRow(reading, table, element, cells);
  for (const each of element.children) if (each.children.length > 0) readModule(reading, each, own);
}

/** Its cells, beginning with those that say where it stands. */
class Filled implements Cells {
  readonly fields: string[] = [];
  readonly values: Given[] = [];

  constructor({ child, episode, plan }: Within) {
    this.give('LAchildID', child);
    this.give('CINdetailsID', episode);
    this.give('CPPID', plan);
  }

  give(field: string, value: Given): void {
    if (value === undefined) return;
    this.fields.push(field);
    this.values.push(value);
  }
}

function listed({ name, text }: XmlElement, within: Within): Cells {
  const cells = new Filled(within);
  cells.give(name, filled(text));
  return cells;
}

function textsOf({ children }: XmlElement): readonly string[] | undefined {
  const texts = children.map(({ text }) => text).filter(Boolean);
  return texts.length === 0 ? undefined : texts;
}

const numberOf = ({ numbers }: Reading, table: string): number => numbers[table] ?? 0;

function addRow(reading: Reading, table: string, { line }: XmlElement, cells: Cells): void {
  const number = numberOf(reading, table);
  reading.numbers[table] = number + 1;
  reading.rows.push({ table, number, line, cells });
}

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** The header as the one row that it is. */
export function readHeader(element: XmlElement): GivenRow {
  const leaves = element.children.flatMap(({ children }) => children);
  return Object.fromEntries(leaves.map(({ name, text }) => [name, filled(text)]));
}
