import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Draft } from '../../../record/drafts.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage, several } from '../../request.ts';
import { Refusal, signedIn } from '../../session.ts';
import { openedRecord, personOf } from '../child/opening.ts';
import { ChoicePage } from './choice-page.tsx';
import { chosenForm, differences, draftIn, wordsAbout, wordsOf, type Difference } from './draft-of-form.ts';

export type KeptForm =
  | { readonly kind: 'kept'; readonly props: StepFormProps }
  | { readonly kind: 'differs'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly message: string };

/** Keeps what was sent as the writer's draft, before anything else is done with it. An entry that is recorded by now goes on as another one. */
export async function keep(request: FastifyRequest, parts: WebParts, props: StepFormProps): Promise<KeptForm> {
  const draft = draftIn(props.step, props.child.person, props.given);
  if (draft === undefined || props.draft === undefined) return { kind: 'kept', props };
  const saved = await parts.drafts.save(signedIn(request).session, draft);
  switch (saved.kind) {
    case 'saved':
      return {
        kind: 'kept',
        props: {
          ...props,
          draft: { ...props.draft, version: saved.version },
          given: { ...props.given, settles: [...several(props.given, 'settles'), draft.tab] },
        },
      };
    case 'refused':
      return saved;
    case 'recorded': {
      // Sent twice, it is the same entry. Written on in another window, it is another.
      if (one(props.given, 'stage') === 'record') return { kind: 'kept', props };
      const entry = crypto.randomUUID();
      return keep(request, parts, { ...props, entry, given: { ...props.given, entry, version: '0' } });
    }
    case 'conflict':
    case 'stale': {
      const stored = await readDraft(request, parts, draft.entry);
      return stored === undefined ? { kind: 'kept', props } : { kind: 'differs', draft: stored };
    }
  }
}

/** For the page that comes next: the windows whose words on the device can go. */
export const settling = (given: GivenForm): string =>
  several(given, 'settles')
    .map((tab) => `&settles=${tab}`)
    .join('');

async function readDraft(request: FastifyRequest, parts: WebParts, entry: string): Promise<Draft | undefined> {
  const opened = await openedRecord(request, parts, personOf(request));
  return opened === undefined ? undefined : parts.drafts.read(opened, entry);
}

const peopleOf = ({ child, siblings }: StepFormProps): readonly string[] => [child, ...siblings].map(({ person }) => person);

/** The two forms side by side. `settles`: the window whose words on the device are settled once the writer has chosen. */
export function showChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  { props, draft, unchosen = [] }: { readonly props: StepFormProps; readonly draft: Draft; readonly unchosen?: readonly Difference[] },
): FastifyReply {
  const { version } = draft;
  const settles = several(props.given, 'settles').length > 0 ? several(props.given, 'settles') : several(props.given, 'tab');
  const form = { ...props, given: { ...props.given, settles }, draft: { version, tab: crypto.randomUUID() } };
  const found = differences(props.step, wordsOf(props.given), wordsAbout(draft.form, peopleOf(props)));
  const page = (
    <ChoicePage frame={frameOf(request, parts)} step={props.step} form={form} found={found} savedAt={draft.savedAt} unchosen={unchosen} />
  );
  return sendPage(reply, page, unchosen.length > 0 ? 400 : 409);
}

export type Chosen =
  | { readonly kind: 'chosen'; readonly given: GivenForm }
  | { readonly kind: 'unchosen'; readonly draft: Draft; readonly unchosen: readonly Difference[] };

/** The form that the writer chose, question by question, from what this window has and what the draft holds; or what must still be chosen. */
export async function choose(request: FastifyRequest, parts: WebParts, props: StepFormProps): Promise<Chosen> {
  const { given } = props;
  const mine = wordsOf(given);
  const draft = await readDraft(request, parts, props.entry);
  if (draft === undefined) return { kind: 'chosen', given };
  const found = differences(props.step, mine, wordsAbout(draft.form, peopleOf(props)));
  const { form, unchosen } = chosenForm(mine, found, (id) => one(given, `choice.${id}`));
  if (draft.version !== Number(one(given, 'version'))) return { kind: 'unchosen', draft, unchosen: found };
  if (unchosen.length > 0) return { kind: 'unchosen', draft, unchosen };
  const own = Object.fromEntries(
    ['entry', 'version', 'tab', 'seq', 'asked', 'settles'].flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  return { kind: 'chosen', given: { ...own, ...form } };
}

/** The draft that the address names, as its form; undefined: the address names none, or the record is not open yet. */
export async function resumed(request: FastifyRequest, parts: WebParts): Promise<GivenForm | undefined> {
  const entry = one(givenForm(request.query), 'draft').toLowerCase();
  if (!isId(entry)) return undefined;
  const person = personOf(request);
  const opened = await openedRecord(request, parts, person);
  if (opened === undefined) return undefined;
  const draft = await parts.drafts.read(opened, entry);
  if (draft === undefined) throw new Refusal(404, 'There is no such draft: it was recorded, or thrown away more than a week ago.');
  return { ...draft.form, entry, version: String(draft.version) };
}
