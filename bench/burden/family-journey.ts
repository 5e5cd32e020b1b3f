import type { Page } from 'playwright-core';
import { dayInEngland, isDate } from '../../src/kernel/calendar/dates.ts';
import { erase, type AnyStep } from '../../src/kernel/step/step.ts';
import { contact } from '../../src/practice/front-door/contact.ts';
import { stepOf } from '../../src/practice/step-of.fixture.ts';
import { costOfForm, type FormCost } from '../../src/web/form/form-cost.ts';
import { understandForm, type Understood } from '../../src/web/form/understand.ts';
import { childFields } from '../../src/web/pages/front-door/new-child.ts';
import type { Effort, Stated } from './baseline.ts';
import { fillForm, formNow } from './fill-form.ts';
import { children, contactTold, pathway, toldBy, type Told } from './journey.ts';
import { practisedHand, type PractisedHand } from './practised-hand.ts';

/** One form as it was recorded: of how many children at once, what it asked, and what that cost a hand. */
export type Recorded = {
  readonly stated: Stated;
  readonly people: number;
  readonly cost: FormCost;
  readonly effort: Effort;
};

/** Whoever is signed in, as the lists of a form know them; in what is told their id stands where it says so. */
async function asMyself(page: Page, told: Told): Promise<Told> {
  const name = ((await page.locator('.sl-header__who span').innerText()).split(',')[0] ?? '').trim();
  const own = page.locator('form[data-draft] option', { hasText: name }).first();
  const id = (await own.count()) > 0 ? ((await own.getAttribute('value')) ?? '') : '';
  return toldBy(id, told);
}

async function isRecorded(page: Page, what: string): Promise<void> {
  const said = await page.locator('main').innerText();
  if (!said.includes('It is in the record')) throw new Error(`${what} was not recorded:\n${said.slice(0, 1500)}`);
}

/** What a hand does while something is recorded. */
async function counted<T>(hand: PractisedHand, work: () => Promise<T>): Promise<T & { readonly effort: Effort }> {
  const before = { ...hand.done };
  const value = await work();
  const clicks = hand.done.point - before.point;
  const effort = { keys: hand.done.key - before.key - clicks, clicks, thoughts: hand.done.think - before.think };
  return { ...value, effort };
}

const subjectsOf = (people: readonly string[]) =>
  people.map((person, n) => {
    const { firstName, bornOn } = children[n] ?? { firstName: '', bornOn: '' };
    return { person, name: firstName, ...(isDate(bornOn) ? { bornOn } : {}) };
  });

const costed = (step: AnyStep, form: Awaited<ReturnType<typeof formNow>>, answers: Understood, people: readonly string[]) => ({
  stated: { step, shared: answers.shared, each: people.map((person) => answers.each.get(person) ?? {}) },
  people: people.length,
  cost: costOfForm(step, form, answers, subjectsOf(people), dayInEngland(new Date())),
});

async function fillChild(hand: PractisedHand, page: Page, person: string, n: number): Promise<void> {
  const [id, child] = [`c.${person}`, children[n]];
  if (child === undefined) return;
  if (n > 0) await hand.push(`details:has([id="${id}.firstName"]) > summary`);
  await hand.type(`[id="${id}.firstName"]`, child.firstName);
  if ((await page.locator(`[id="${id}.lastName"]`).inputValue()) !== child.lastName)
    await hand.type(`[id="${id}.lastName"]`, child.lastName);
  await hand.day(`${id}.bornOn`, child.bornOn);
  await hand.choose(`${id}.sex`, child.sex);
}

/** Somebody rings about four children of whom there is no record: who they are, and the contact, on one form. */
async function recordContact(page: Page, hand: PractisedHand) {
  const step = { ...erase(contact), each: { ...childFields, ...contact.each } };
  hand.think();
  await hand.click('a[href="/front-door/new"]');
  await page.waitForLoadState();
  const ids = await page.locator('input[name=child]').evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
  const people = ids.slice(0, children.length);
  for (const [n, person] of people.entries()) await fillChild(hand, page, person, n);
  await fillForm(page, hand, erase(contact), contactTold, []);
  const form = await formNow(page);
  hand.think();
  await hand.send('main button[name=stage]');
  if ((await page.getByRole('button', { name: 'None of these: record' }).count()) > 0) {
    hand.think();
    await hand.send('main button[name=stage]');
  }
  await isRecorded(page, 'The contact');
  const { shared } = understandForm(erase(contact), form, []).answers;
  return { ids: people, ...costed(step, form, { shared, each: new Map(people.map((person, n) => [person, { ...children[n] }])) }, people) };
}

async function openForm(page: Page, hand: PractisedHand, { name }: AnyStep): Promise<void> {
  hand.think();
  if (name === 'visit') await hand.press('v');
  else {
    const link = `nav.sl-record a[href$="/record/${name}"]`;
    if (!(await page.locator(link).first().isVisible())) {
      await hand.press('r');
      await hand.press('Enter');
    }
    await hand.byPointer(link);
  }
  await page.locator('form[data-draft]').waitFor();
}

const ending = ['record', 'check'].map((stage) => `form[data-draft] button[value=${stage}]:not([hidden])`).join(', ');

/** From the child’s page to the child’s page. */
async function recordStep(page: Page, hand: PractisedHand, told: Told, people: readonly string[]) {
  const step = stepOf(told.step);
  await openForm(page, hand, step);
  await fillForm(page, hand, step, await asMyself(page, told), people);
  const form = await formNow(page);
  hand.think();
  await hand.send(ending);
  if ((await page.locator('h1').innerText()) === 'Check your answers') await hand.send('main button[value=record]');
  await isRecorded(page, step.title);
  const ticked = new Set([form['with'] ?? []].flat());
  const recordedOf = people.filter((person, n) => n === 0 || ticked.has(person));
  return costed(
    step,
    form,
    understandForm(
      step,
      form,
      subjectsOf(people).filter(({ person }) => recordedOf.includes(person)),
    ).answers,
    recordedOf,
  );
}

/** Everything that is recorded of a family of four from the contact to the review, through the forms themselves; and what is told after it. */
export async function recordFamily(
  page: Page,
  address: string,
  note: (recorded: Recorded) => void,
  hand: PractisedHand = practisedHand(page),
  after: readonly Told[] = [],
): Promise<void> {
  await page.goto(`${address}/front-door`);
  const first = await counted(hand, () => recordContact(page, hand));
  note(first);
  await page.goto(`${address}/children/${first.ids[0]}`);
  for (const told of [...pathway(dayInEngland(new Date())), ...after])
    note(await counted(hand, () => recordStep(page, hand, told, first.ids)));
}
