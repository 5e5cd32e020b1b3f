import type { Page } from 'playwright-core';
import type { AnyField, Fields, Given } from '../../src/kernel/field/field.ts';
import { givenOf } from '../../src/kernel/field/understand.ts';
import type { AnyStep } from '../../src/kernel/step/step.ts';
import { eachPrefix, sharedPrefix } from '../../src/web/form/understand.ts';
import { isFact } from './facts.ts';
import type { Told } from './journey.ts';
import type { PractisedHand } from './practised-hand.ts';

export type Form = Readonly<Record<string, Given>>;

/** What the form that is shown would send now. */
export async function formNow(page: Page): Promise<Form> {
  const pairs = await page.evaluate(() => {
    const form = document.querySelector('form[data-draft], main form[method=post]');
    return form instanceof HTMLFormElement
      ? [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
      : [];
  });
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(names.map((name) => [name, pairs.filter(([other]) => other === name).map(([, value]) => value)]));
}

const meaning = (field: AnyField, given: Given): unknown => {
  const parsed = field.parse(typeof given === 'string' ? given : given?.filter((text) => text !== ''));
  return 'problem' in parsed ? undefined : parsed.value;
};
const isSame = (field: AnyField, given: Given, wanted: unknown): boolean =>
  JSON.stringify(meaning(field, given)) === JSON.stringify(wanted);

/** Opens the fold in which a question stands, if it is closed. */
async function unfold(page: Page, hand: PractisedHand, id: string): Promise<void> {
  const line = `details.sl-folded:not([open]):has([name="${id}"]) > summary`;
  if ((await page.locator(line).count()) > 0) await hand.push(line);
}

async function answer(page: Page, hand: PractisedHand, id: string, field: AnyField, wanted: unknown): Promise<void> {
  const { control } = field;
  const given = givenOf({ x: field }, { x: wanted })['x'];
  const text = typeof given === 'string' ? given : (given?.[0] ?? '');
  await unfold(page, hand, id);
  switch (control.kind) {
    case 'date':
      return hand.day(id, text);
    case 'text':
      return isFact(id.split('.').at(-1) ?? '', field) ? hand.type(`[id="${id}"]`, text) : hand.tell(`[id="${id}"]`, text);
    case 'number':
      return hand.type(`[id="${id}"]`, text);
    case 'link':
      return hand.pick(id, text);
    case 'choice': {
      if (control.several) {
        for (const one of [given ?? []].flat()) await hand.tick(`[name="${id}"][value="${one}"]`);
        return;
      }
      const isList = (await page.locator(`select[id="${id}"]`).count()) > 0;
      return isList ? hand.pick(id, text) : hand.choose(id, text);
    }
    case 'rows':
      return answerRows(page, hand, id, control.columns, Array.isArray(wanted) ? wanted : []);
  }
}

async function answerRows(
  page: Page,
  hand: PractisedHand,
  id: string,
  columns: Fields,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (const [n, row] of rows.entries()) {
    const first = `${id}.${n}.${Object.keys(columns)[0] ?? ''}`;
    if ((await page.locator(`[id="${first}"]`).count()) === 0) await hand.push(`[data-rows-add="${id}"]`);
    const form = await formNow(page);
    for (const [name, column] of Object.entries(columns))
      if (row[name] !== undefined && !isSame(column, form[`${id}.${n}.${name}`], row[name]))
        await answer(page, hand, `${id}.${n}.${name}`, column, row[name]);
  }
}

/** Answers what does not stand there yet, from the top to the bottom. */
async function answerAll(
  page: Page,
  hand: PractisedHand,
  fields: Fields,
  prefix: string,
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const [name, field] of Object.entries(fields)) {
    if (told[name] === undefined) continue;
    const id = `${prefix}.${name}`;
    const form = await formNow(page);
    if (field.control.kind === 'rows' || !isSame(field, form[id], told[name])) await answer(page, hand, id, field, told[name]);
  }
}

/** The form of a step, for one child and those who are recorded with it. */
export async function fillForm(page: Page, hand: PractisedHand, step: AnyStep, told: Told, people: readonly string[]): Promise<void> {
  await answerAll(page, hand, step.fields, sharedPrefix, told.shared);
  for (const [n, person] of people.entries()) {
    const ticked = page.locator(`input[name=with][value="${person}"]`);
    if ((await ticked.count()) > 0) await hand.tick(`input[name=with][value="${person}"]`);
    await answerAll(page, hand, step.each, eachPrefix(person), told.each?.(n) ?? {});
  }
}
