import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { assemble, pointedTo, type WrittenSection } from '../../../outputs/assemble.ts';
import { mustBeLeftOut, type LeftOut, type Material } from '../../../outputs/material.ts';
import type { Mention } from '../../../outputs/mentions.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import { asOptions, labels } from '../../by-id.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { WebParts } from '../../parts.ts';
import { one } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { openAndRead } from '../child/opening.ts';
import { putBackIn, type Asked } from './asked.ts';
import type { Around } from './people.ts';

/** A document that is being made: what the record gives, what the sender has made of it, and what must still be decided. */
export type Making = {
  readonly asked: Asked;
  readonly material: Material;
  readonly sections: readonly (WrittenSection & { readonly was: string; readonly isEdited: boolean })[];
  readonly leftOut: readonly LeftOut[];
  readonly putBack: ReadonlyMap<string, string>;
  readonly mentions: readonly Mention[];
};

type Props = Pick<StepFormProps, 'child' | 'chosen' | 'given'>;
type From = { readonly opened: Opened; readonly record: ChildRecord; readonly around: Around; readonly props: Props };

/** The brothers and sisters who are ticked are read too, opened for the reason given for the first. */
async function childrenOf(request: FastifyRequest, parts: WebParts, { opened, record, props }: From): Promise<Material['children']> {
  const { session, memory } = signedIn(request);
  const others = props.chosen.filter(({ person }) => person !== opened.person);
  const reason = memory.opened.get(opened.person)?.reason ?? 'A document for the family';
  const read = await openAndRead(
    parts,
    session,
    others.map(({ person }) => person),
    reason,
  );
  const brothers = others.flatMap(({ person, name }) => {
    const one = read.get(person);
    return one === undefined ? [] : [{ person, name, history: one.history }];
  });
  return [{ person: opened.person, name: record.standing.name, history: record.history }, ...brothers];
}

export async function materialOf(request: FastifyRequest, parts: WebParts, from: From, asked: Asked): Promise<Material> {
  const { session, name } = signedIn(request);
  const [children, members] = await Promise.all([childrenOf(request, parts, from), parts.members.all(session)]);
  const family = from.around.family.flatMap(({ whose, of, kind }) =>
    kind === 'restrictedPerson' ? [] : whose.map((id) => [id, of] as const),
  );
  return {
    children,
    steps: new Map(parts.steps.map((step) => [step.name, step])),
    labels: new Map([...labels(asOptions(members)), ...family, ...children.map((child) => [child.person, child.name] as const)]),
    recipient: asked.recipient,
    family: from.around.family,
    putBack: new Set(putBackIn(from.props.given).keys()),
    filter: asked.filter,
    today: dayInEngland(parts.now()),
    madeBy: name,
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text.replaceAll('\r', '')).digest('hex').slice(0, 16);

/** What a person wrote stands; what nobody touched is as the record gives it now. */
export function makingOf(asked: Asked, material: Material, given: Props['given']): Making {
  const sections = assemble(asked.kind, material).map(({ name, heading, text }) => {
    const was = one(given, `f.was.${name}`);
    const typed = one(given, `f.text.${name}`).replaceAll('\r', '');
    // A box that was emptied is not in a draft: it is empty all the same.
    const isEdited = was !== '' && digestOf(typed) !== was;
    return { name, heading, text: isEdited ? typed : text, was: isEdited ? was : digestOf(text), isEdited };
  });
  const putBack = putBackIn(given);
  return { asked, material, sections, leftOut: mustBeLeftOut(material), putBack, mentions: pointedTo(material, sections) };
}
