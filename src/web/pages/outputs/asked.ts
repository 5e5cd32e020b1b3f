import { documentKinds, recipientKinds, type DocumentKindName, type RecipientKind } from '../../../practice/pathway.ts';
import type { Recipient } from '../../../outputs/leave-out.ts';
import type { Filter } from '../../../outputs/material.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { isDate } from '../../../kernel/calendar/dates.ts';
import { isFormat, type Format } from '../../../outputs/make-file.ts';
import { goesBySubjectAccess, isSubjectAccess } from '../../../practice/outputs/document-released.ts';
import type { GivenForm } from '../../memory.ts';
import { one, several } from '../../request.ts';
import type { Offered } from './people.ts';

/** What is to be made, for whom: once it is settled, the record can be read for it. */
export type Asked = {
  readonly kind: DocumentKindName;
  readonly recipient: Recipient & { readonly name: string };
  readonly filter: Filter;
  readonly format: Format;
};

const isKind = (value: string): value is DocumentKindName => Object.hasOwn(documentKinds, value);
const isRecipientKind = (value: string): value is RecipientKind => Object.hasOwn(recipientKinds, value);

const longestName = 200;

/** Somebody on the record brings their name and what they are; what is written besides goes before. */
function recipientIn(given: GivenForm, offered: readonly Offered[]): Asked['recipient'] | undefined {
  const chosen = offered.find(({ value }) => value === one(given, 'f.onRecord'));
  const name = one(given, 'f.recipient') || (chosen?.name ?? '');
  const kind = one(given, 'f.recipientKind') || (chosen?.kind ?? '');
  if (name === '' || name.length > longestName || !isRecipientKind(kind)) return undefined;
  return { name, kind, ...(chosen?.person === undefined ? {} : { person: chosen.person }) };
}

export function askedIn(given: GivenForm, offered: readonly Offered[]): { readonly asked?: Asked; readonly problems: readonly Problem[] } {
  const kind = one(given, 'f.kind');
  const recipient = recipientIn(given, offered);
  const [from, to, format] = [one(given, 'f.from'), one(given, 'f.to'), one(given, 'f.format')];
  const problems: Problem[] = [];
  if (!isKind(kind)) problems.push({ field: 'f.kind', message: 'Select which document is to be made' });
  if (recipient === undefined)
    problems.push({
      field: 'f.recipient',
      message: `Choose somebody on the record, or enter a name of up to ${longestName} characters and what they are to the child`,
    });
  // Whatever a parent on the record is called on the page, they are a parent.
  const kinds = [recipient?.kind, offered.find(({ value }) => value === one(given, 'f.onRecord'))?.kind];
  if (kinds.some((of) => of !== undefined && isSubjectAccess(kind, of))) problems.push({ field: 'f.kind', message: goesBySubjectAccess });
  for (const [name, day, words] of [
    ['f.from', from, 'The first day'],
    ['f.to', to, 'The last day'],
  ] as const)
    if (day !== '' && !isDate(day)) problems.push({ field: name, message: `${words} must be a real date` });
  if (from !== '' && to !== '' && to < from) problems.push({ field: 'f.to', message: 'The last day must not be before the first' });
  if (problems.length > 0 || !isKind(kind) || recipient === undefined) return { problems };
  const filter = { from, to, steps: several(given, 'f.steps').filter((step) => step !== '') };
  return { asked: { kind, recipient, filter, format: isFormat(format) ? format : 'pdf' }, problems };
}

/** What the sender gives against the rule, by the fact's id, with the reason that is recorded. */
export const putBackIn = (given: GivenForm): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(given)
      .filter((name) => name.startsWith('f.back.') && one(given, name) === 'yes')
      .map((name) => name.slice('f.back.'.length))
      .map((id) => [id, one(given, `f.why.${id}`)]),
  );

/** Of each sentence that gives something away: it goes, or it stays, and why. */
export type Said = { readonly says: 'leave' | 'keep' | undefined; readonly because: string };
export function saidOf(given: GivenForm, mention: string): Said {
  const says = one(given, `f.say.${mention}`);
  return { says: says === 'leave' || says === 'keep' ? says : undefined, because: one(given, `f.because.${mention}`) };
}
