import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { assemble, pointedTo, type WrittenSection } from '../../../outputs/assemble.ts';
import { personFact } from '../../../outputs/facts.ts';
import { whyLeftOut } from '../../../outputs/leave-out.ts';
import { isNeverPutBack, leftOutOf, mustBeLeftOut, type LeftOut, type Material } from '../../../outputs/material.ts';
import { alsoPointedTo, sentencesFrom, type Mention } from '../../../outputs/mentions.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import { asOptions, labels } from '../../by-id.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { WebParts } from '../../parts.ts';
import { one } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { putBackIn, type Asked } from './asked.ts';
import type { Around } from './people.ts';

/** A document that is being made: what the record gives, what the sender has made of it, and what must still be decided. */
export type Making = {
  readonly asked: Asked;
  readonly material: Material;
  readonly sections: readonly (WrittenSection & { readonly was: string; readonly isEdited: boolean })[];
  /** What the rules leave out for this recipient, and of it what is left out still: all that was not put back. */
  readonly ruledOut: readonly LeftOut[];
  readonly leftOut: readonly LeftOut[];
  readonly putBack: ReadonlyMap<string, string>;
  readonly mentions: readonly Mention[];
};

type Props = Pick<StepFormProps, 'child' | 'chosen' | 'given'>;
/** `records`: of the child, and of the brothers and sisters who are ticked. */
type From = { readonly records: ReadonlyMap<string, ChildRecord>; readonly around: Around; readonly props: Props };

const childrenOf = ({ records, props }: From): Material['children'] =>
  props.chosen.flatMap(({ person, name }) => {
    const record = records.get(person);
    return record === undefined ? [] : [{ person, name, history: record.history }];
  });

export async function materialOf(request: FastifyRequest, parts: WebParts, from: From, asked: Asked): Promise<Material> {
  const { session, name } = signedIn(request);
  const children = childrenOf(from);
  const family = from.around.family.flatMap(({ whose, of, kind }) =>
    kind === 'restrictedPerson' ? [] : whose.map((id) => [id, of] as const),
  );
  return {
    children,
    steps: new Map(parts.steps.map((step) => [step.name, step])),
    labels: new Map([
      ...labels(asOptions(await parts.members.all(session))),
      ...family,
      ...children.map((child) => [child.person, child.name] as const),
    ]),
    recipient: asked.recipient,
    family: from.around.family,
    filter: asked.filter,
    today: dayInEngland(parts.now()),
    madeBy: name,
  };
}

/** Of whom nothing is known but that their record is restricted. */
const somebodyRestricted = personFact({ person: 'unnamed', name: '', isRestricted: true, isClose: false });

const digestOf = (text: string): string => createHash('sha256').update(text.replaceAll('\r', '')).digest('hex').slice(0, 16);

/**
 * Also the sentences in which somebody is named whose record is closed to the maker: of the family, or in what the children’s records say of others too. The record
 * looks for a name that is not told here. `opened`: of each child whom the document is about.
 */
export async function lookedThrough(parts: WebParts, opened: readonly Opened[], making: Making): Promise<Making> {
  const because = whyLeftOut('restrictedPerson', making.asked.recipient);
  if (because === undefined) return making;
  const sentences = sentencesFrom(making.sections);
  const texts = sentences.map(({ sentence }) => sentence);
  const naming = await Promise.all(opened.map((record) => parts.record.restrictedNamesIn(record, texts)));
  const [closed = { ...somebodyRestricted, because }] = making.leftOut.filter(({ kind }) => kind === 'restrictedPerson');
  const pointed = sentences.filter((_, n) => naming.some((found) => found.has(n)));
  return { ...making, mentions: alsoPointedTo(making.mentions, pointed, [closed]) };
}

/** What a person wrote stands; what nobody touched is as the record gives it now. */
export function makingOf(asked: Asked, material: Material, given: Props['given']): Making {
  const ruledOut = mustBeLeftOut(material, asked.kind);
  const mayBe = new Set(ruledOut.filter(({ kind }) => !isNeverPutBack(kind, asked.kind)).map(({ id }) => id));
  const putBack = new Map([...putBackIn(given)].filter(([id]) => mayBe.has(id)));
  const leftOut = leftOutOf(ruledOut, putBack);
  const sections = assemble(asked.kind, material, leftOut).map(({ name, heading, text }) => {
    const was = one(given, `f.was.${name}`);
    const typed = one(given, `f.text.${name}`).replaceAll('\r', '');
    // A box that was emptied is not in a draft: it is empty all the same.
    const isEdited = was !== '' && digestOf(typed) !== was;
    return { name, heading, text: isEdited ? typed : text, was: isEdited ? was : digestOf(text), isEdited };
  });
  return { asked, material, sections, ruledOut, leftOut, putBack, mentions: pointedTo(material, sections, leftOut) };
}
