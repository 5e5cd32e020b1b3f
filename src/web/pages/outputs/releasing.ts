import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { documentOf } from '../../../outputs/assemble.ts';
import type { Letterhead } from '../../../outputs/document.ts';
import { toBeWritten } from '../../../outputs/documents/section.ts';
import { rules, type FactKind } from '../../../outputs/leave-out.ts';
import { makeFile, type MadeFile } from '../../../outputs/make-file.ts';
import type { Mention } from '../../../outputs/mentions.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import type { Understood } from '../../form/understand.ts';
import { withFiles } from '../../form/understand.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { WebParts } from '../../parts.ts';
import { one } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { recordEntry, verdicts } from '../record-step/recording.ts';
import { saidOf } from './asked.ts';
import { keepFiles } from './keep-files.ts';
import type { Making } from './making.ts';

type Props = StepFormProps;

/** As long as the step lets a reason be. */
const longest = 1000;
const tooLong = `must be ${longest.toLocaleString('en-GB')} characters or fewer`;

/** What must be settled before a document goes: each put back with a reason, each sentence decided, basis and way chosen. */
export function unsettled({ putBack, mentions, sections }: Making, props: Props): readonly Problem[] {
  const unwritten = sections.filter(({ text }) => text.includes(toBeWritten));
  return [
    ...withoutReason(putBack),
    ...unwritten.map(({ heading }) => ({ message: `Change the text of “${heading}”: something is still ${toBeWritten}` })),
    ...mentions.flatMap((mention) => undecided(mention, props.given)),
    ...unchosen(props),
  ];
}

function undecided({ id, sentence }: Mention, given: Props['given']): readonly Problem[] {
  const { says, because } = saidOf(given, id);
  const short = sentence.length > 60 ? `${sentence.slice(0, 57)}…` : sentence;
  if (says === undefined) return [{ field: `f.say.${id}`, message: `Decide whether this stays or goes: “${short}”` }];
  if (says === 'leave') return [];
  if (because.length > longest) return [{ field: `f.because.${id}`, message: `Why this stays ${tooLong}: “${short}”` }];
  return because === ''
    ? [{ field: `f.because.${id}`, message: `Enter why this stays, although the recipient must not have it: “${short}”` }]
    : [];
}

/** Only what the step offers can be chosen. */
const unchosen = ({ step, given }: Props): readonly Problem[] =>
  (['lawfulBasis', 'howSent'] as const).flatMap((name) => {
    const field = step.fields[name];
    const parsed = field?.parse(given[`f.${name}`]);
    return parsed !== undefined && 'value' in parsed && parsed.value !== undefined
      ? []
      : [{ field: `f.${name}`, message: `Select ${field?.label.toLowerCase() ?? name}` }];
  });

/** Nothing is given against the rule without a reason. */
export const withoutReason = (putBack: Making['putBack']): readonly Problem[] =>
  [...putBack].flatMap(([id, reason]) => {
    if (reason.length > longest) return [{ field: `f.why.${id}`, message: `Why this is given all the same ${tooLong}` }];
    return reason === '' ? [{ field: `f.why.${id}`, message: 'Enter why this is given all the same' }] : [];
  });

const titleOf = (kind: FactKind): string => rules[kind].title;

/** The answers of the entry: of what was left out and given all the same the kind and the place, never the words. */
function answersOf(making: Making, { given, chosen, today }: Props): Understood {
  const { asked, ruledOut, leftOut, putBack, mentions } = making;
  const kinds = new Map(leftOut.map(({ kind, because }) => [kind, because]));
  const givenBack = ruledOut
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
function fileOf(making: Making, letterhead: Letterhead, madeAt: string, given: Props['given']): Promise<MadeFile> {
  const { asked, material, sections, mentions } = making;
  const left = new Set(mentions.filter(({ id }) => saidOf(given, id).says === 'leave').map(({ id }) => id));
  return makeFile(documentOf({ kind: asked.kind, material, sections, left, letterhead, language: 'en-GB', madeAt }), asked.format);
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
  const file = await fileOf(making, { authority, lines: await parts.members.letterhead(session) }, parts.now().toISOString(), props.given);
  const kept = await keepFiles(parts.attachments, { session, entry: props.entry, person: props.child.person }, [file]);
  if (kept.kind === 'refused') return { kind: 'refused', problems: [{ message: kept.message }] };
  const outcome = await recordEntry(parts, session, props, withFiles(answers, kept.files), records);
  if (outcome.kind === 'appended') return { kind: 'released' };
  const message =
    outcome.kind === 'refused'
      ? outcome.message
      : 'Somebody else recorded something just before you. Nothing was released: read it, and release again';
  return { kind: 'refused', problems: [{ message }] };
}
