import type { XmlElement } from '../../../reading/xml-shape.ts';
import { readUnits } from '../../../reading/xml-units.ts';

/** What the DfE's schemas of the returns use of XML Schema: sequences, how often, and texts by list, pattern or kind. */
type Allowed = { readonly name: string; readonly least: number; readonly most: number; readonly content: Content };
type Content =
  { readonly kind: 'sequence'; readonly parts: readonly Allowed[] } | { readonly kind: 'text'; readonly says: (text: string) => boolean };

const builtIn: Readonly<Record<string, RegExp>> = {
  'xs:string': /^/,
  'xs:date': /^\d{4}-\d{2}-\d{2}$/,
  'xs:gYear': /^\d{4}$/,
  'xs:integer': /^-?\d+$/,
  'xs:dateTime': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/,
};

type Node = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Node[] };

/** A schema has attributes alone, and no text: read by its tags. */
function nodesOf(text: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, closing, name = '', given = '', empty] of text.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g)) {
    if (closing === '/') open.pop();
    else {
      const attributes = Object.fromEntries([...given.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', said = '']) => [key, said]));
      const node: Node = { name, attributes, children: [] };
      open.at(-1)?.children.push(node);
      if (empty !== '/') open.push(node);
    }
  }
  return root;
}

/** @returns what is wrong in an element by the schema: nothing in one that is valid */
export function schemaOf(text: string, named = 'Message', type = named): (element: XmlElement) => readonly string[] {
  const top = nodesOf(text).children.find(({ name }) => name === 'xs:schema')?.children ?? [];
  const types = new Map(top.flatMap((node) => (node.attributes['name'] === undefined ? [] : [[node.attributes['name'], node] as const])));
  const node = types.get(type);
  if (node === undefined) throw new Error(`the schema has no ${type}`);
  const allowed = type === named ? allowedBy(node, types) : { name: named, least: 1, most: 1, content: contentOf(node, types) };
  return (element) => wrongIn(element, allowed, element.name);
}

type Types = ReadonlyMap<string, Node>;

function allowedBy({ attributes, children }: Node, types: Types): Allowed {
  const { name = '', type, minOccurs = '1', maxOccurs = '1' } = attributes;
  const own = children.find((child) => child.name !== 'xs:annotation');
  const most = maxOccurs === 'unbounded' ? Infinity : Number(maxOccurs);
  return { name, least: Number(minOccurs), most, content: type === undefined ? contentOf(own, types) : contentNamed(type, types) };
}

function contentNamed(type: string, types: Types): Content {
  const pattern = builtIn[type];
  return pattern === undefined ? contentOf(types.get(type), types) : { kind: 'text', says: (text) => pattern.test(text) };
}

function contentOf(node: Node | undefined, types: Types): Content {
  const [inside] = node?.children ?? [];
  if (node?.name === 'xs:complexType') return { kind: 'sequence', parts: (inside?.children ?? []).map((part) => allowedBy(part, types)) };
  const base = contentNamed(inside?.attributes['base'] ?? 'xs:string', types);
  const said = (kind: string) =>
    (inside?.children ?? []).filter(({ name }) => name === kind).map(({ attributes }) => attributes['value'] ?? '');
  const [codes, patterns] = [said('xs:enumeration'), said('xs:pattern')];
  const [least = 0, most = Infinity, exactly] = ['xs:minLength', 'xs:maxLength', 'xs:length'].map((kind) => said(kind).map(Number)[0]);
  const says = (text: string): boolean =>
    (base.kind !== 'text' || base.says(text)) &&
    text.length >= (exactly ?? least) &&
    text.length <= (exactly ?? most) &&
    (codes.length === 0 || codes.includes(text)) &&
    patterns.every((pattern) => new RegExp(`^(?:${pattern})$`).test(text));
  return { kind: 'text', says };
}

function wrongIn({ text, children }: XmlElement, { content }: Allowed, path: string): readonly string[] {
  if (content.kind === 'text') return content.says(text) && children.length === 0 ? [] : [`${path}: "${text}"`];
  const wrong: string[] = [];
  let at = 0;
  for (const part of content.parts) {
    let count = 0;
    for (let child = children[at]; child?.name === part.name && count < part.most; child = children[(at += 1)]) {
      count += 1;
      wrong.push(...wrongIn(child, part, `${path}/${part.name}`));
    }
    if (count < part.least) wrong.push(`${path}: no ${part.name}`);
  }
  const left = children[at];
  return left === undefined ? wrong : [...wrong, `${path}: ${left.name} does not belong here`];
}

/** A whole return as one element. */
export async function elementOf(xml: string, root = 'Message'): Promise<XmlElement> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`<All>${xml.replace(/^<\?xml[^>]*>/, '')}</All>`);
  }
  for await (const event of readUnits(bytes(), { what: 'a census', root: 'All', units: new Set([root]) }))
    if (event.kind === 'unit') return event.element;
  throw new Error(`no ${root}`);
}
