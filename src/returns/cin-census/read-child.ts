import type { XmlElement } from '../../reading/xml-units.ts';
import type { GivenChild, ReadCells } from '../rule/given-tables.ts';
import type { Given, GivenRow } from '../rule/rows.ts';

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
  for (const module of element.children) readModule(reading, module, { LAchildID: filled(name) });
  return { name: filled(name), rows: reading.rows };
}

/** `inherited`: whose it is and what it stands in, so that it can be traced to it. */
function readModule(reading: Reading, element: XmlElement, inherited: GivenRow): void {
  const list = lists[element.name];
  if (list !== undefined)
    for (const each of element.children) addRow(reading, list, each, { ...inherited, [each.name]: filled(each.text) });
  const table = modules[element.name];
  if (table === undefined) return;
  const cells: Record<string, Given> = { ...inherited };
  if (table === 'CINdetails') cells['CINdetailsID'] = String(numberOf(reading, table));
  if (table === 'ChildProtectionPlans') cells['CPPID'] = String(numberOf(reading, table));
  for (const each of element.children)
    if (each.name === 'FactorsIdentifiedAtAssessment') cells['AssessmentFactors'] = each.children.map(({ text }) => text).filter(Boolean);
    else if (each.children.length === 0) cells[each.name] ??= filled(each.text);
  addRow(reading, table, element, cells);
  const passed = { LAchildID: inherited['LAchildID'], CINdetailsID: cells['CINdetailsID'], CPPID: cells['CPPID'] };
  for (const each of element.children) if (each.children.length > 0) readModule(reading, each, passed);
}

const numberOf = ({ numbers }: Reading, table: string): number => numbers[table] ?? 0;

function addRow(reading: Reading, table: string, { line }: XmlElement, cells: GivenRow): void {
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
