import type { CDPSession, Page } from 'playwright-core';
import { practisedHand, type PractisedHand } from './practised-hand.ts';
import { reachingHand, type ReachingHand } from './reaching-hand.ts';

/** So often it is looked where the Tabs have led to: parts of a date are stops of their own, and a page may open or close what lies between. */
const mostLooks = 40;

/** How many Tabs lead there from the focus, at least; back where it is less than nothing. None: it is there. */
const stopsTo = (page: Page, selector: string): Promise<number> =>
  page.evaluate((wanted) => {
    const at = document.activeElement ?? document.body;
    if (at.matches(wanted)) return 0;
    const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
    const isStop = (one: Element): boolean =>
      one instanceof HTMLElement && one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true });
    const stops = [...document.querySelectorAll(usable)].filter(isStop);
    const target = stops.find((one) => one.matches(wanted));
    if (target === undefined) throw new Error(`No Tab can come to ${wanted}`);
    const isBehind = (target.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const groupOf = (one: Element): string => (one instanceof HTMLInputElement && one.type === 'radio' ? one.name : '');
    const groups = new Set([groupOf(at), groupOf(target)]);
    const isStopOfItsOwn = (one: Element): boolean => {
      const group = groupOf(one);
      if (group !== '' && groups.has(group)) return false;
      groups.add(group);
      return true;
    };
    const [from, to] = isBehind ? [target, at] : [at, target];
    const between = stops.filter(
      (one) =>
        (from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        (to.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
    );
    const count = 1 + between.filter(isStopOfItsOwn).length;
    return isBehind ? -count : count;
  }, selector);

const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
const shiftHeld = 8;

/** Tab alone, or Shift and Tab, as often as it takes: many on their way at once, as from a key that is held down. */
const reaching = (page: Page, { keys }: ReachingHand) => {
  let session: CDPSession | undefined;
  return async (selector: string): Promise<'keys'> => {
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const stops = await stopsTo(page, selector);
      if (stops === 0) return 'keys';
      session ??= await page.context().newCDPSession(page);
      const sent = session;
      const press = { type: 'rawKeyDown', ...tab, modifiers: stops < 0 ? shiftHeld : 0 } as const;
      await Promise.all(Array.from({ length: Math.abs(stops) }, () => sent.send('Input.dispatchKeyEvent', press)));
      keys(Math.abs(stops));
    }
    throw new Error(`No number of Tabs came to ${selector} on ${page.url()}`);
  };
};

const typingByKeys = (page: Page, { press, keys, reach, think, narrate }: ReachingHand) => {
  const write = async (selector: string, words: string): Promise<void> => {
    await reach(selector);
    await page.keyboard.press('Control+A');
    keys(words.length);
    await page.keyboard.type(words);
  };
  /** Part by part, in the order that the browser's own language has. */
  const writeDay = async (id: string, iso: string): Promise<void> => {
    const [year = '', month = '', day = ''] = iso.split('-');
    await reach(`[id="${id}"]`);
    for (const parts of [`${day}${month}${year}`, `${month}${day}${year}`]) {
      keys(parts.length);
      await page.keyboard.type(parts);
      if ((await page.locator(`[id="${id}"]`).inputValue()) === iso) return;
      await press('ArrowLeft', 2);
    }
    throw new Error(`${id} does not say ${iso}`);
  };
  return {
    async type(selector: string, words: string): Promise<void> {
      think();
      await write(selector, words);
    },
    async tell(selector: string, words: string): Promise<void> {
      await reach(selector);
      await page.keyboard.press('Control+A');
      await narrate(words);
    },
    async day(id: string, iso: string): Promise<void> {
      think();
      if ((await page.locator(`[id="${id}"][type=date]`).count()) > 0) return writeDay(id, iso);
      const [year = '', month = '', day = ''] = iso.split('-');
      await write(`[id="${id}-day"]`, day);
      await write(`[id="${id}-month"]`, month);
      await write(`[id="${id}-year"]`, year);
    },
  };
};

const choosingByKeys = (page: Page, { press, reach, think }: ReachingHand) => ({
  async choose(id: string, value: string): Promise<void> {
    think();
    const chosen = page.locator(`[name="${id}"]:checked`);
    await reach(`[name="${id}"]`);
    if ((await chosen.count()) === 0) await press('Space');
    const boxes = await page.locator(`[name="${id}"]`).count();
    for (let n = 0; n < boxes && (await chosen.getAttribute('value')) !== value; n += 1) await press('ArrowDown');
    if ((await chosen.getAttribute('value')) !== value) throw new Error(`${id} does not say ${value}`);
  },
  async pick(id: string, value: string): Promise<void> {
    think();
    const list = page.locator(`[id="${id}"]`);
    await reach(`[id="${id}"]`);
    const steps = await list.evaluate((at, wanted) => {
      if (!(at instanceof HTMLSelectElement)) return 0;
      return [...at.options].findIndex((one) => one.value === wanted) - at.selectedIndex;
    }, value);
    await press(steps < 0 ? 'ArrowUp' : 'ArrowDown', Math.abs(steps));
    if ((await list.inputValue()) !== value) throw new Error(`${id} does not say ${value}`);
  },
});

/** For whoever cannot use a pointer: everything is reached with Tab, chosen with arrows and the space bar, typed, and sent with Enter, however far it is. */
export function keyboardHand(page: Page): PractisedHand {
  const hand = reachingHand(page);
  const reach = reaching(page, hand);
  const follow = async (selector: string): Promise<void> => {
    await reach(selector);
    const shown = page.waitForEvent('load', { timeout: 120_000 });
    await hand.press('Enter');
    await shown;
  };
  const own = { ...hand, reach, click: follow, byPointer: follow };
  return { ...practisedHand(page, own), ...typingByKeys(page, own), ...choosingByKeys(page, own), send: follow };
}
