import type { SourceHeader } from '../intake/import-run.ts';
import { longestValue, tooMuch, type Problem } from '../intake/problem.ts';
import { readUnits, textOf, type Over, type XmlElement, type XmlEvent } from '../../reading/xml-units.ts';
import { problem } from './census-problem.ts';

export type CensusEvent =
  | { readonly kind: 'header'; readonly line: number; readonly header: SourceHeader }
  | { readonly kind: 'child'; readonly line: number; readonly child: XmlElement }
  | { readonly kind: 'refusedChild'; readonly line: number; readonly problem: Problem }
  | Extract<XmlEvent, { readonly kind: 'stopped' }>;

const shape = { what: 'a CIN census', root: 'Message', units: new Set(['Header', 'Children/Child']) };
const noHeader = 'This is not a CIN census: it has no Header with Collection CIN before the children.';

const endless = 'The Header is longer than any: look for its end, which is missing.';

/** Reads a CIN census as it arrives, one child at a time, in constant memory. Expected faults of the file are an event, never thrown. */
export async function* readCensus(source: AsyncIterable<Uint8Array>): AsyncGenerator<CensusEvent, void, undefined> {
  let headed = false;
  let last = 1;
  for await (const event of readUnits(source, shape)) {
    last = event.line;
    if (event.kind === 'stopped') return yield event;
    if (event.kind === 'tooMuch' && event.path === 'Header') return yield { kind: 'stopped', line: event.line, message: endless };
    const refusal = event.path === 'Header' ? notCensus(event.element) : headed ? undefined : noHeader;
    if (refusal !== undefined) return yield { kind: 'stopped', line: event.line, message: refusal };
    if (event.kind === 'tooMuch') yield { kind: 'refusedChild', line: event.line, problem: tooMuchOf(event.element, event.of) };
    else if (event.path !== 'Header') yield { kind: 'child', line: event.line, child: event.element };
    else {
      headed = true;
      yield { kind: 'header', line: event.line, header: headerOf(event.element) };
    }
  }
  if (!headed) yield { kind: 'stopped', line: last, message: noHeader };
}

/** Who it is stands at the beginning of a child; without that, the line is all there is. */
function tooMuchOf(element: XmlElement, of: Over): Problem {
  const child = (textOf(element, 'LAchildID') ?? '').slice(0, longestValue);
  return problem(
    'refused',
    child,
    element,
    tooMuch(of, 'Look for the end of the element Child that is missing, or for rows given again and again'),
  );
}

function notCensus(header: XmlElement): string | undefined {
  const collection = textOf(header, 'Collection');
  if (collection === 'CIN') return undefined;
  return `This is not a CIN census: its Collection is ${collection === undefined ? 'not given' : `"${collection.slice(0, 40)}"`}.`;
}

const headerColumns = { year: 'Year', referenceDate: 'ReferenceDate', authority: 'LEA', software: 'SoftwareCode', dateTime: 'DateTime' };

function headerOf(element: XmlElement): SourceHeader {
  const given = Object.entries(headerColumns).map(([name, column]) => [name, textOf(element, column)] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== undefined));
}
