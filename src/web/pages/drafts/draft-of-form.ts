import type { AnyField, Fields } from '../../../kernel/field/field.ts';
import { under, understand } from '../../../kernel/field/understand.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { DraftForm, NewDraft } from '../../../record/drafts.ts';
import { markerOf } from '../../form/offers.ts';
import { eachPrefix, sharedPrefix } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import { isId, one, several } from '../../request.ts';

const isAnswer = (name: string): boolean => name === 'with' || name.startsWith(`${sharedPrefix}.`) || /^e\.[0-9a-f-]{36}\./.test(name);
const isWord = (name: string): boolean => name === 'readAt' || name.startsWith(markerOf('')) || isAnswer(name);

const withoutNulls = (value: string): string => value.replaceAll('\u0000', '');

/** What of a form is kept in a draft: the answers as they were given, whom it is about, and since when the record was read for it. */
export const wordsOf = (given: GivenForm): DraftForm =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => isWord(name) && several(given, name).some((value) => value !== ''))
      .map(([name, value]) => [name, typeof value === 'string' ? withoutNulls(value) : several(given, name).map(withoutNulls)]),
  );

/** The questions that must be answered before the entry can be recorded, and are not: in the words of the form. */
export function missingIn(step: AnyStep, given: GivenForm, person: string): readonly string[] {
  const once = understand(step.fields, under(given, sharedPrefix));
  const unanswered = (fields: Fields, prefix: string): readonly string[] => {
    const answers = under(given, prefix);
    const outcome = understand(fields, answers, once.kind === 'accepted' ? once.value : {});
    if (outcome.kind === 'accepted') return [];
    return outcome.problems.flatMap(({ field = '' }) => {
      const isGiven = several(answers, field).some((value) => value !== '');
      return isGiven ? [] : [fields[field.split('.')[0] ?? '']?.label ?? field];
    });
  };
  const people = [person, ...several(given, 'with').filter((one) => one !== person)];
  return [...new Set([...unanswered(step.fields, sharedPrefix), ...people.flatMap((one) => unanswered(step.each, eachPrefix(one)))])];
}

/** The draft that a form sends; undefined: it comes from no form of a draft. */
export function draftIn(step: AnyStep, person: string, given: GivenForm): NewDraft | undefined {
  const [entry, tab, base, seq] = ['entry', 'tab', 'version', 'seq'].map((name) => one(given, name));
  if (entry === undefined || tab === undefined || !isId(entry) || !isId(tab)) return undefined;
  const asked = several(given, 'asked').filter(isId);
  return {
    entry: entry.toLowerCase(),
    person,
    step: step.name,
    form: wordsOf(given),
    missing: missingIn(step, given, person),
    asked: asked.length === 0 ? [person] : asked,
    base: wholeNumber(base),
    tab,
    seq: wholeNumber(seq),
  };
}

const wholeNumber = (text: string | undefined): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0);

/** Of the words of a draft, those about the people whom the form asks about: what was written of others stays in the draft, unseen. */
export const wordsAbout = (form: DraftForm, people: readonly string[]): GivenForm =>
  Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('e.') || people.includes(name.split('.')[1] ?? '')));

/** One question that two forms answer differently, as each has it. */
export type Difference = {
  readonly id: string;
  readonly field: AnyField | undefined;
  readonly person: string | undefined;
  readonly mine: GivenForm;
  readonly saved: GivenForm;
};

/** `f.note`, `e.<person>.seen`, or `with`: a table of answers is one question. */
const questionOf = (name: string): string => {
  const parts = name.split('.');
  return parts.slice(0, parts[0] === 'e' ? 3 : 2).join('.');
};

const partOf = (form: GivenForm, id: string): GivenForm =>
  Object.fromEntries(Object.entries(form).filter(([name]) => questionOf(name) === id));

const linesOf = (text: string): string => text.replaceAll('\r\n', '\n').trim();
const sameWords = (part: GivenForm): string =>
  JSON.stringify(
    Object.keys(part)
      .sort()
      .map((name) => [name, several(part, name).map(linesOf)])
      .filter(([, values]) => values?.length !== 0 && values?.toString().replaceAll(',', '') !== ''),
  );

const fieldAt = (step: AnyStep, id: string): AnyField | undefined => {
  const name = id.slice(id.lastIndexOf('.') + 1);
  return step.fields[name] ?? step.each[name];
};

/** Question by question, in the order of the form: nothing is merged. */
export function differences(step: AnyStep, mine: GivenForm, saved: GivenForm): readonly Difference[] {
  const names = [...Object.keys(mine), ...Object.keys(saved)].filter(isAnswer);
  const order = ['with', ...Object.keys(step.fields), ...Object.keys(step.each)];
  const placeOf = (id: string): number => order.indexOf(id.split('.').at(-1) ?? '');
  return [...new Set(names.map(questionOf))]
    .sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b))
    .map((id) => ({
      id,
      field: fieldAt(step, id),
      person: id.startsWith('e.') ? id.split('.')[1] : undefined,
      mine: partOf(mine, id),
      saved: partOf(saved, id),
    }))
    .filter((difference) => sameWords(difference.mine) !== sameWords(difference.saved));
}

export type Side = 'mine' | 'saved' | 'both';
export const sides: readonly Side[] = ['mine', 'saved', 'both'];

/** Only words can stand one after the other. */
export const canBeBoth = ({ field, mine, saved }: Difference): boolean =>
  field?.control.kind === 'text' && field.control.lines > 1 && [mine, saved].every((part) => Object.keys(part).length === 1);

/** The form as the writer chose, question by question; a question that is not chosen for is given back as not chosen. */
export function chosenForm(
  mine: GivenForm,
  found: readonly Difference[],
  choiceOf: (id: string) => string,
): { readonly form: GivenForm; readonly unchosen: readonly Difference[] } {
  const sideOf = (difference: Difference): Side | undefined =>
    sides.find((side) => side === choiceOf(difference.id) && (side !== 'both' || canBeBoth(difference)));
  const form: Record<string, string | readonly string[]> = {};
  const different = new Set(found.map(({ id }) => id));
  for (const [name, value] of Object.entries(mine)) if (value !== undefined && !different.has(questionOf(name))) form[name] = value;
  for (const difference of found) Object.assign(form, partChosen(difference, sideOf(difference) ?? 'mine'));
  return { form, unchosen: found.filter((difference) => sideOf(difference) === undefined) };
}

function partChosen({ id, mine, saved }: Difference, side: Side): GivenForm {
  if (side !== 'both') return side === 'mine' ? mine : saved;
  return { [id]: `${one(saved, id)}\n\n${one(mine, id)}` };
}
