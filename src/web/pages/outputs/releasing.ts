import type { FastifyRequest } from 'fastify';
import type { Attachment } from '../../../kernel/step/attached.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { documentOf } from '../../../outputs/assemble.ts';
import { rules, type FactKind } from '../../../outputs/leave-out.ts';
import { makeFile, type MadeFile } from '../../../outputs/make-file.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import { orRefused } from '../../../record/call.ts';
import type { Understood } from '../../form/understand.ts';
import { withFiles } from '../../form/understand.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { WebParts } from '../../parts.ts';
import { one } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { inMegabytes } from '../attachments/taking.ts';
import { verdicts } from '../record-step/recording.ts';
import { saidOf } from './asked.ts';
import type { Making } from './making.ts';

type Props = StepFormProps;

/** What must be settled before a document goes: each put back with a reason, each sentence decided, basis and way chosen. */
export function unsettled({ putBack, mentions }: Making, { step, given }: Props): readonly Problem[] {
  const missing = (['lawfulBasis', 'howSent'] as const).flatMap((name) =>
    one(given, `f.${name}`) === '' ? [{ field: `f.${name}`, message: `Select ${step.fields[name]?.label.toLowerCase() ?? name}` }] : [],
  );
  return [
    ...withoutReason(putBack),
    ...mentions.flatMap(({ id, sentence }) => {
      const { says, because } = saidOf(given, id);
      const short = sentence.length > 60 ? `${sentence.slice(0, 57)}…` : sentence;
      if (says === undefined) return [{ field: `f.say.${id}`, message: `Decide whether this stays or goes: “${short}”` }];
      return says === 'keep' && because === ''
        ? [{ field: `f.because.${id}`, message: `Enter why this stays, although the recipient must not have it: “${short}”` }]
        : [];
    }),
    ...missing,
  ];
}

/** Nothing is given against the rule without a reason. */
export const withoutReason = (putBack: Making['putBack']): readonly Problem[] =>
  [...putBack].flatMap(([id, reason]) =>
    reason === '' ? [{ field: `f.why.${id}`, message: 'Enter why this is given all the same' }] : [],
  );

const titleOf = (kind: FactKind): string => rules[kind].title;

/** The answers of the entry: of what was left out and given all the same the kind and the place, never the words. */
export function answersOf(making: Making, { given, chosen, today }: Props): Understood {
  const { asked, leftOut, putBack, mentions } = making;
  const kinds = new Map(leftOut.filter(({ id }) => !putBack.has(id)).map(({ kind, because }) => [kind, because]));
  const givenBack = leftOut
    .filter(({ id }) => putBack.has(id))
    .map(({ id, kind, of }) => ({ what: what(titleOf(kind), of, kind), because: putBack.get(id) ?? '' }));
  const kept = mentions.flatMap(({ id, facts }) => {
    const { says, because } = saidOf(given, id);
    return says === 'keep'
      ? [{ what: `A sentence on: ${[...new Set(facts.map(({ kind }) => titleOf(kind)))].join('; ')}`.slice(0, 300), because }]
      : [];
  });
  const sentences = mentions.filter(({ id }) => saidOf(given, id).says === 'leave').length;
  const left = [
    ...[...kinds].map(([kind, because]) => ({ what: titleOf(kind), because })),
    ...(sentences === 0
      ? []
      : [{ what: `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} of the text`, because: 'They said what is left out' }]),
  ];
  const back = [...givenBack, ...kept];
  return {
    shared: {
      releasedOn: today,
      kind: asked.kind,
      recipientKind: asked.recipient.kind,
      recipient: asked.recipient.name,
      lawfulBasis: one(given, 'f.lawfulBasis'),
      howSent: one(given, 'f.howSent'),
      ...(left.length === 0 ? {} : { leftOut: left }),
      ...(back.length === 0 ? {} : { putBack: back }),
    },
    each: new Map(chosen.map(({ person }) => [person, {}])),
  };
}

/** Of a person of the family not the name, which the entry's readers may not know. */
const what = (title: string, of: string, kind: FactKind): string =>
  (kind === 'closeFamily' || kind === 'otherFamily' ? title : `${title}: ${of}`).slice(0, 300);

/** The file of what is released. */
export function fileOf(making: Making, authority: string, madeAt: string, given: Props['given']): Promise<MadeFile> {
  const { asked, material, sections, mentions } = making;
  const left = new Set(mentions.filter(({ id }) => saidOf(given, id).says === 'leave').map(({ id }) => id));
  const letterhead = { authority, lines: [] };
  return makeFile(documentOf({ kind: asked.kind, material, sections, left, letterhead, language: 'en-GB', madeAt }), asked.format);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

type Kept = { readonly kind: 'kept'; readonly file: Attachment };

/** Kept with the entry, as it was made. It was made here from words, and holds nothing that could be a virus. */
async function keepFile({ attachments }: WebParts, request: FastifyRequest, { child, entry }: Props, file: MadeFile): Promise<Kept> {
  const { session } = signedIn(request);
  // Released again after something went wrong: the file of then is not the one that goes.
  for (const { id } of await attachments.ofDraft(session, entry)) await attachments.drop(session, id);
  const attachment = crypto.randomUUID();
  let part = 0;
  for await (const bytes of inMegabytes(once(file.bytes))) {
    await attachments.add(session, { attachment, entry, person: child.person }, part, bytes);
    part += 1;
  }
  await attachments.finish(session, attachment, { name: file.name, kind: file.kind, isChecked: true });
  const { name, kind, bytes, digest } = file;
  return { kind: 'kept', file: { id: attachment, name, kind, bytes: bytes.length, digest, isChecked: true } };
}

export type Released = { readonly kind: 'released' } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Makes the file, keeps it and records that it goes. Nothing is recorded where the record or the law refuses. */
export async function release(
  request: FastifyRequest,
  parts: WebParts,
  {
    making,
    props,
    records,
    authority,
  }: { readonly making: Making; readonly props: Props; readonly records: ReadonlyMap<string, ChildRecord>; readonly authority: string },
): Promise<Released> {
  const { session } = signedIn(request);
  // Sent twice, it went once.
  if (records.get(props.child.person)?.chain.some(({ entry }) => entry === props.entry)) return { kind: 'released' };
  const answers = answersOf(making, props);
  const problems = await verdicts(parts, session, props.step, props.chosen, records, answers);
  if (problems.length > 0) return { kind: 'refused', problems };
  const file = await fileOf(making, authority, parts.now().toISOString(), props.given);
  const kept = await orRefused(keepFile(parts, request, props, file));
  if (kept.kind === 'refused') return { kind: 'refused', problems: [{ message: kept.message }] };
  const { shared } = withFiles(answers, [kept.file]);
  const outcome = await parts.record.append(
    session,
    [
      {
        entry: props.entry,
        step: props.step.name,
        ...(props.draft === undefined || props.draft.version === 0 ? {} : { draft: props.draft.version }),
        wording: parts.wordingOf(props.step),
        happenedOn: props.today,
        shared,
        about: props.chosen.map(({ person }) => ({ person, answers: {} })),
      },
    ],
    records,
  );
  if (outcome.kind === 'appended') return { kind: 'released' };
  const message =
    outcome.kind === 'refused'
      ? outcome.message
      : 'Somebody else recorded something just before you. Nothing was released: read it, and release again';
  return { kind: 'refused', problems: [{ message }] };
}
