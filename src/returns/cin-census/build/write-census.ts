import { inXml } from '../../in-xml.ts';
import type { WhichYear } from '../../rule/period.ts';
import type { BuiltElement } from './element.ts';

export type CensusHeader = WhichYear & {
  /** The DfE's number of the authority: three digits. */
  readonly authority: number;
  /** The instant as known at which the census was asked for, if it was: without it the same record gives the same bytes on any day. */
  readonly knownAt?: string | undefined;
};

const leaf = (name: string, text: string): string => `<${name}>${inXml(text)}</${name}>`;

function written({ name, text, children }: BuiltElement, indent: string): string {
  if (children.length === 0) return `${indent}${leaf(name, text)}\n`;
  return `${indent}<${name}>\n${children.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

/** A census in pieces, child by child in the order given. The DfE’s schema wants at least one child. */
export async function* writeCensus(header: CensusHeader, children: AsyncIterable<BuiltElement>): AsyncGenerator<string, void, undefined> {
  yield headOf(header);
  for await (const child of children) yield written(child, '    ');
  yield '  </Children>\n</Message>\n';
}

function headOf({ period, authority, knownAt }: CensusHeader): string {
  const collection = [leaf('Collection', 'CIN'), leaf('Year', period.to.slice(0, 4)), leaf('ReferenceDate', period.to)];
  const source = [
    leaf('SourceLevel', 'L'),
    leaf('LEA', String(authority).padStart(3, '0')),
    leaf('SoftwareCode', 'Sightline'),
    leaf('SerialNo', '001'),
    ...(knownAt === undefined ? [] : [leaf('DateTime', knownAt)]),
  ];
  const part = (name: string, lines: readonly string[]): string =>
    `    <${name}>\n${lines.map((line) => `      ${line}\n`).join('')}    </${name}>\n`;
  const head = part('CollectionDetails', collection) + part('Source', source);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n  <Header>\n${head}  </Header>\n  <Children>\n`;
}
