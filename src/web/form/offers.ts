import { formatDate, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { AnyField } from '../../kernel/field/field.ts';
import { givenOf } from '../../kernel/field/understand.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { offersOf } from '../../kernel/step/prefill.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { GivenForm } from '../memory.ts';
import { one, several } from '../request.ts';
import type { OfferedBy } from './asking.ts';
import { eachPrefix, sharedPrefix, type Understood } from './understand.ts';

/** What the form of a child offers, with the words that say where each answer comes from. */
export function offeredOf(step: AnyStep, person: string, history: History, today: LocalDate, titleOf: (step: string) => string): OfferedBy {
  const words = ({ from }: Offer<unknown>): string =>
    from === undefined ? 'Filled in for you' : `From ${titleOf(from.step)}, ${formatDate(from.happenedOn)}`;
  return new Map(
    [...offersOf(step, history, today)].map(([name, offer]) => [
      `${name in step.fields ? sharedPrefix : eachPrefix(person)}.${name}`,
      { value: offer.value, words: words(offer), ...(offer.from === undefined ? {} : { entry: offer.from.entry }) },
    ]),
  );
}

/** Beside each prefilled question the form carries this name, with what was offered: so it can be counted what stood and what was put right. */
export const markerOf = (id: string): string => `offered.${id}`;
const textOf = (value: unknown): string => JSON.stringify(value);

/** A new form: the offers, unless the link that led here says otherwise. */
export function prefilled(step: AnyStep, offers: OfferedBy, from: GivenForm): GivenForm {
  const taken = [...offers].filter(([id]) => from[id] === undefined);
  const parts = taken.map(([id, { value }]): GivenForm => {
    const [prefix, name] = [id.slice(0, id.lastIndexOf('.')), id.slice(id.lastIndexOf('.') + 1)];
    return { ...givenOf({ ...step.fields, ...step.each }, { [name]: value }, prefix), [markerOf(id)]: textOf(value) };
  });
  return Object.assign({}, ...parts, from);
}

/** Whether the form shown offered this, as far as it says so itself. */
export const isOffered = (given: GivenForm, id: string): boolean => one(given, markerOf(id)) !== '';

/** The answer that stands as it was offered, in words; nothing: none was offered, or another was given. */
export function standsAsOffered(field: AnyField, given: GivenForm, id: string): string | undefined {
  const parsed = field.parse(several(given, id));
  if (!isOffered(given, id) || 'problem' in parsed || parsed.value === undefined) return undefined;
  return textOf(parsed.value) === one(given, markerOf(id)) ? field.display(parsed.value as never) : undefined;
}

/** A form begun on an earlier day, whose day was left as it was filled in then: it is asked, once, on which day it was. */
export function dayToAsk(
  given: GivenForm,
  today: LocalDate,
): { readonly given: GivenForm; readonly problems: readonly Problem[] } | undefined {
  const left = Object.keys(given).flatMap((name) => {
    const id = name.slice(markerOf('').length);
    const [day, ...more] = several(given, id).filter((text) => text !== '');
    const isLeft = name.startsWith(markerOf('')) && more.length === 0 && day !== undefined && textOf(day) === one(given, name);
    return isLeft && isDate(day) && day < today ? [{ id, day }] : [];
  });
  const [first] = left;
  if (first === undefined) return undefined;
  const without = new Set(left.flatMap(({ id }) => [id, markerOf(id)]));
  const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !without.has(name)));
  const message = `You began this on ${formatDate(first.day)}. Select the day on which it happened`;
  return { given: kept, problems: [{ field: first.id, message }] };
}

/** How many questions of a form that was sent were prefilled, and how many of these were answered otherwise. */
export function prefilledIn(given: GivenForm, { shared, each }: Understood): { readonly prefilled: number; readonly corrected: number } {
  const ids = Object.keys(given).filter((name) => name.startsWith('offered.'));
  const answerAt = (id: string): unknown => {
    const [kind = '', ...path] = id.split('.');
    return kind === sharedPrefix ? shared[path[0] ?? ''] : each.get(path[0] ?? '')?.[path[1] ?? ''];
  };
  const corrected = ids.filter((name) => textOf(answerAt(name.slice('offered.'.length))) !== one(given, name));
  return { prefilled: ids.length, corrected: corrected.length };
}
