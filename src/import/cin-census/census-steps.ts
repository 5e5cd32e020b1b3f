import type { AnyField } from '../../kernel/field/field.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { XmlElement } from '../../reading/xml-units.ts';

/** A field of a step that the census carries. */
export type ReadField = { readonly name: string; readonly field: AnyField; readonly column: string; readonly each: boolean };

/** How one step is read from the census: derived from the step, written nowhere else. */
export type Reading = {
  readonly step: AnyStep;
  readonly group: string;
  readonly fields: readonly ReadField[];
  /** Without one of these columns in a row, the row says nothing of this step. */
  readonly triggers: readonly string[];
  /** The column of which each mention is a statement of its own. */
  readonly repeats?: string;
  /** Questions that ask which entry this follows, answered by the statement that begins the same row. */
  readonly links: readonly { readonly name: string; readonly step: string }[];
};

/** Where in a child's row a step may stand: the element, and the column whose value tells it from others of its kind. */
export type Place = { readonly element: XmlElement; readonly key: string };

/** The groups of the census that repeat, with the column by which one is known from the next. */
const groups: Readonly<Record<string, string>> = {
  CINdetails: 'CINreferralDate',
  Assessments: 'AssessmentActualStartDate',
  CINPlanDates: 'CINPlanStartDate',
  Section47: 'S47ActualStartDate',
  ChildProtectionPlans: 'CPPstartDate',
  PreProceedingsandFGDM: 'PPStartDate',
};
const wholeChild = new Set(['Child', 'ChildIdentifiers', 'ChildCharacteristics']);
const mentionedOften = new Set(['CPPreviewDate']);
const conference = 'DateOfInitialCPC';
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
/** One column under two names: censuses before 2024 call it GenderCurrent. */
const alias: ReadonlyMap<string, string> = new Map([['GenderCurrent', 'Sex']]);
export const columnOf = (element: XmlElement): string => alias.get(element.name) ?? element.name;

export function readingsOf(steps: readonly AnyStep[]): readonly Reading[] {
  const readings: Reading[] = [];
  for (const step of steps) {
    if (step.carriedBy?.cin === undefined) continue;
    const group = lastPart(step.carriedBy.cin);
    const fields = [...readFields(step.fields, false), ...readFields(step.each, true)];
    const required = fields.filter(({ field }) => field.required !== undefined).map(({ column }) => column);
    const others = new Set(readings.filter((other) => other.group === group).flatMap((other) => other.triggers));
    const own = required.filter((column) => !others.has(column));
    const triggers = own.length > 0 ? own : required.length > 0 ? required : fields.map(({ column }) => column);
    const repeats = triggers.find((column) => mentionedOften.has(column));
    readings.push({
      step,
      group,
      fields,
      triggers,
      links: linksOf(
        step,
        readings.find((other) => other.group === group && other.triggers.includes(groups[group] ?? '')),
      ),
      ...(repeats === undefined ? {} : { repeats }),
    });
  }
  return readings;
}

const linksOf = (step: AnyStep, first: Reading | undefined): Reading['links'] =>
  first === undefined
    ? []
    : Object.entries(step.fields).flatMap(([name, { control }]) =>
        control.kind === 'link' && control.to === 'entry' ? [{ name, step: first.step.name }] : [],
      );

const readFields = (fields: AnyStep['fields'], each: boolean): ReadField[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const path = field.returns?.cin;
    if (path === undefined || field.until !== undefined) return [];
    const column = lastPart(path);
    return [{ name, field, column: alias.get(column) ?? column, each }];
  });

/** By name, what lies inside an element; under none that has the same name. */
type Inside<T> = Map<string, T[]>;

/** Asked of one element a hundred times, once for each field of each step: found in one walk, and remembered as long as the element is. */
const columnsIn = new WeakMap<XmlElement, Inside<XmlElement>>();
const placesIn = new WeakMap<XmlElement, Inside<Place>>();

function add<T>(found: Inside<T>, name: string, one: T): void {
  const known = found.get(name);
  if (known === undefined) found.set(name, [one]);
  else known.push(one);
}

function indexColumns(element: XmlElement, above: readonly string[], found: Inside<XmlElement>): Inside<XmlElement> {
  for (const child of element.children) {
    const column = columnOf(child);
    if (!above.includes(column)) add(found, column, child);
    if (groups[child.name] === undefined && child.children.length > 0) indexColumns(child, [...above, column], found);
  }
  return found;
}

/** The elements of a column inside an element, not looking into the groups that repeat inside it. */
export function elementsOf(element: XmlElement, column: string): readonly XmlElement[] {
  const known = columnsIn.get(element) ?? indexColumns(element, [], new Map());
  columnsIn.set(element, known);
  return known.get(column) ?? [];
}

export function placesOf(reading: Reading, child: XmlElement): readonly Place[] {
  if (wholeChild.has(reading.group)) return [{ element: child, key: '' }];
  if (reading.triggers.includes(conference)) return conferences(child);
  return within(child, reading.group);
}

function indexPlaces(element: XmlElement, key: string, above: readonly string[], found: Inside<Place>): Inside<Place> {
  for (const child of element.children) {
    const identity = groups[child.name];
    const own = identity === undefined ? key : (elementsOf(child, identity)[0]?.text ?? '');
    if (!above.includes(child.name)) add(found, child.name, { element: child, key: own });
    if (child.children.length > 0) indexPlaces(child, own, [...above, child.name], found);
  }
  return found;
}

/** The elements of a name inside an element, each with the key of the group it is or stands in. */
function within(element: XmlElement, group: string): readonly Place[] {
  const known = placesIn.get(element) ?? indexPlaces(element, '', [], new Map());
  placesIn.set(element, known);
  return known.get(group) ?? [];
}

/** An initial conference stands in its section 47 enquiry, or in the episode of need when it followed none; given in both, it is one. */
function conferences(child: XmlElement): readonly Place[] {
  return within(child, 'CINdetails').flatMap((episode) => {
    const enquiries = within(episode.element, 'Section47').map(({ element, key }) => ({ element, key: `Section47 ${key}` }));
    const known = new Set(enquiries.flatMap(({ element }) => elementsOf(element, conference).map(({ text }) => text)));
    const own = elementsOf(episode.element, conference);
    return own.every(({ text }) => known.has(text))
      ? enquiries
      : [...enquiries, { element: episode.element, key: `CINdetails ${episode.key}` }];
  });
}

/** A second mention of a conference that its section 47 enquiry already gives. */
export function isSecondMention(element: XmlElement, parent: XmlElement): boolean {
  if (element.name !== conference || parent.name !== 'CINdetails') return false;
  return within(parent, 'Section47').some((place) => elementsOf(place.element, conference).some(({ text }) => text === element.text));
}
