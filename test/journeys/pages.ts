import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Seat = { readonly address: string; readonly browser: Browser };

/** A new browser window of somebody with that role: the first, or the one named. */
export async function signedInAs(
  { address, browser }: Seat,
  role: string,
  options: BrowserContextOptions & { readonly name?: string } = {},
): Promise<Page> {
  const { name, ...context } = options;
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: 'en-GB', ...context })).newPage();
  await page.goto(`${address}/sign-in`);
  await chooseWho(page, role, name);
  return page;
}

export async function chooseWho(page: Page, role: string, name?: string): Promise<void> {
  if (name !== undefined) {
    await page.getByLabel('Find somebody by name or team').fill(name);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
  }
  const people = page.locator('section', { has: page.getByRole('heading', { name: role, exact: true }) }).getByRole('button');
  await (name === undefined ? people : people.filter({ hasText: name })).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Gives the first reason where one is asked for. */
export async function giveReason(page: Page): Promise<void> {
  if ((await page.getByRole('heading', { name: 'Why are you opening this record?' }).count()) === 0) return;
  await page.locator('input[name=reason]').first().check();
  await page.getByRole('button', { name: 'Open the record' }).click();
  await page.getByRole('heading', { name: 'Why are you opening this record?' }).waitFor({ state: 'detached' });
  await page.waitForLoadState();
}

/** Presses a button, and waits for the whole of what it answers. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
}

/** Presses the button that records; where another journey has meanwhile recorded something of the same child, the page says so first and asks once more. */
export async function pressToRecord(page: Page, name = 'Record'): Promise<void> {
  do await press(page, name);
  while ((await page.getByText('Somebody else recorded something just before you').count()) > 0);
}

/** What the whole page says. */
export async function words(page: Page): Promise<string> {
  await page.waitForLoadState();
  return page.locator('main').innerText();
}

declare const axe: typeof import('axe-core');
/** Every page that loads is given it anew: the short form of the same, in half the time. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Asked = {
  /** These rules, and no others. */
  readonly only?: readonly string[];
  /** All rules but these. */
  readonly but?: readonly string[];
  /** Of the whole page, or of that in it which looks otherwise than all before. */
  readonly of?: 'all' | 'others';
};

/** @returns what axe has to say of the page as it is now */
export async function violations(page: Page, asked: Asked = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(async ({ only, but, of }) => {
    if (of === 'others' && otherLooks.length === 0) return [];
    const { violations: found } = await axe.run(of === 'others' ? [...otherLooks] : document, {
      resultTypes: ['violations'],
      preload: false,
      iframes: false,
      ...(only === undefined ? {} : { runOnly: [...only] }),
      ...(but === undefined ? {} : { rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])) }),
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, asked);
}

/** Rules whose answer depends on where things stand. */
const ofPlace = ['target-size', 'scrollable-region-focusable'];
/** Rules whose answer depends on how things look, which take axe as long as all others: they are asked once of each look, and no page more of what looks the same. */
const ofLooks = ['color-contrast', 'link-in-text-block'];

declare const otherLooks: readonly Element[];

/** Every look that axe has been asked about. */
const seenLooks = new Set<string>();

/** @returns what axe has to say of how those things look that look like nothing before them */
async function badLooks(page: Page): Promise<readonly string[]> {
  const fresh = (await page.evaluate(looksOf, [...seenLooks])).filter((look) => !seenLooks.has(look));
  const found = await violations(page, { only: ofLooks, of: 'others' });
  // What looks bad is asked about on every page, and said of each.
  if (found.length === 0) for (const look of fresh) seenLooks.add(look);
  return found;
}

/**
 * How everything looks that is written on the page: its colour, whether it is large, and what is behind it. What may come to lie upon something else looks
 * otherwise on each page and at each width. @returns every look once; what looks like none of `known` is kept in the page
 */
const looksOf = (known: readonly string[]): readonly string[] => {
  const grounds = new Map<Element | null, string>([[null, '']]);
  const groundOf = (at: Element | null): string => {
    const found = grounds.get(at);
    if (found !== undefined || at === null) return found ?? '';
    const { backgroundColor, backgroundImage, opacity, filter, position } = getComputedStyle(at);
    const isAfloat = ['absolute', 'fixed', 'sticky'].includes(position);
    const own = [backgroundColor, backgroundImage, opacity, filter, isAfloat ? `${location.pathname} ${innerWidth}` : ''].join(' ');
    const ground = own === 'rgba(0, 0, 0, 0) none 1 none ' ? groundOf(at.parentElement) : `${own} on ${groundOf(at.parentElement)}`;
    grounds.set(at, ground);
    return ground;
  };
  const lookOf = (at: Element): string => {
    const { color, fontSize, fontWeight, display, textDecorationLine, textShadow } = getComputedStyle(at);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const around = at.matches('a') && at.parentElement !== null ? getComputedStyle(at.parentElement).color : '';
    return [color, isLarge, display, textDecorationLine, textShadow, around, groundOf(at)].join(' ');
  };
  const isWritten = (at: Element): boolean =>
    (at.matches('input, select, textarea') || [...at.childNodes].some((one) => one.nodeType === 3 && /\S/.test(one.nodeValue ?? ''))) &&
    at.checkVisibility({ visibilityProperty: true }) &&
    at.getBoundingClientRect().width > 1;
  const written = [...document.querySelectorAll('body, body *')].filter(isWritten).map((at) => [at, lookOf(at)] as const);
  Object.assign(globalThis, { otherLooks: written.filter(([, look]) => !known.includes(look)).map(([at]) => at) });
  return [...new Set(written.map(([, look]) => look))];
};

const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > width + 1);
    return [
      `the page is ${document.documentElement.scrollWidth} pixels wide`,
      ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 200)),
    ];
  });

declare const tabStops: { readonly wanted: readonly Element[]; readonly came: Set<Element>; readonly unseen: Set<Element> };

/** Everything that can be used, as somebody without a mouse must come to it; of radio buttons of one name one. */
const watchFocus = (): number => {
  const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex^="-"])';
  const isStop = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.matches(':disabled, [tabindex^="-"]') &&
    element.closest('[inert]') === null;
  const all = [...document.querySelectorAll(usable)].filter(isStop);
  const isChosen = (element: Element): boolean => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = all.filter((one) => one instanceof HTMLInputElement && one.name === element.name && one.form === element.form);
    return (group.find((one) => one.matches(':checked')) ?? group[0]) === element;
  };
  const wanted = all.filter(isChosen);
  const stops = { wanted, came: new Set<Element>(), unseen: new Set<Element>() };
  Object.assign(globalThis, { tabStops: stops });
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    stops.came.add(target);
    const shown = target.matches('[type=radio], [type=checkbox]') ? (target.nextElementSibling ?? target) : target;
    const ring = target.querySelector('.sl-g-focus');
    const isSeen =
      [getComputedStyle(target), getComputedStyle(shown, '::before')].some(
        ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      ) ||
      (ring !== null && getComputedStyle(ring).stroke !== 'none');
    if (!isSeen) stops.unseen.add(target);
  });
  // A date or a time has a stop for each of its parts, and one for its picker; going round, the page itself has some.
  return wanted.length + 3 * document.querySelectorAll('[type=date], [type=time]').length + 8;
};

/** Goes once round the page with Tab alone. @returns what is out of reach of the keyboard, or does not show that it has the focus */
export async function outOfReach(page: Page): Promise<readonly string[]> {
  const presses = await page.evaluate(watchFocus);
  const keys = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  await Promise.all(Array.from({ length: presses }, () => keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab })));
  await keys.detach();
  return page.evaluate(() => {
    const { wanted, came, unseen } = tabStops;
    const say = (what: string, elements: Iterable<Element>): readonly string[] =>
      [...elements].slice(0, 3).map((one) => `${what} ${one.outerHTML.slice(0, 160)}`);
    const never = wanted.filter((one) => !came.has(one));
    return [...say('Tab never comes to', never), ...say('nothing shows that the focus is on', unseen)];
  });
}

/** What must hold of every page in every state: one heading, a title, nothing for axe to say, nothing wider than a narrow phone, no green and no tick. */
export async function holds(page: Page, what: string): Promise<void> {
  const found: string[] = [];
  if ((await page.locator('h1').count()) !== 1) found.push(`${await page.locator('h1').count()} first headings`);
  if (!/\S.* – Sightline$/.test(await page.title())) found.push(`the title "${await page.title()}"`);
  if (/tag--green|[✓✔]/.test(await page.content())) found.push('a green tag or a tick: nothing here is ever safe');
  const size = page.viewportSize() ?? { width: 1366, height: 900 };
  found.push(...(await violations(page, { but: ofLooks })), ...(await badLooks(page)), ...(await overflowing(page)));
  await page.setViewportSize({ width: 320, height: 700 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const narrow = [...(await violations(page, { only: ofPlace })), ...(await badLooks(page))];
  found.push(...(await overflowing(page)), ...narrow.map((one) => `at 320 pixels: ${one}`));
  await page.setViewportSize(size);
  expect({ what, found }).toEqual({ what, found: [] });
}
