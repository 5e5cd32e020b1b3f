import type { Page } from 'playwright-core';
import { mostTabs, reachingHand, type ReachingHand } from './reaching-hand.ts';

/** What is typed: facts key by key, days, and what is told, which is the same in every system. */
const typing = (page: Page, hand: ReachingHand) => {
  const { reach } = hand;
  return {
    /** What is known and must be typed: a name, a number. */
    async type(selector: string, words: string): Promise<void> {
      hand.think();
      await reach(selector);
      await page.locator(selector).first().fill('');
      hand.keys(words.length);
      await hand.narrate(words);
    },
    /** What is told: the same words in every system. */
    async tell(selector: string, words: string): Promise<void> {
      await reach(selector);
      await page.locator(selector).first().fill(words);
    },
    async day(id: string, iso: string): Promise<void> {
      hand.think();
      const [year = '', month = '', day = ''] = iso.split('-');
      const native = page.locator(`[id="${id}"][type=date]`);
      if ((await native.count()) > 0) {
        await reach(`[id="${id}"]`);
        hand.keys(8);
        return native.fill(iso);
      }
      for (const [part, text] of [
        ['day', day],
        ['month', month],
        ['year', year],
      ] as const) {
        await reach(`[id="${id}-${part}"]`);
        hand.keys(text.length);
        await page.locator(`[id="${id}-${part}"]`).fill(text);
      }
    },
  };
};

/** What is chosen from a list. */
const picking = (page: Page, { think, keys, reach }: ReachingHand) => ({
  /** One of a list: its first letters, as many as tell it from the others. */
  async pick(id: string, value: string): Promise<void> {
    think();
    await reach(`[id="${id}"]`);
    const labels = await page.locator(`[id="${id}"] option`).evaluateAll((all) => all.map((one) => one.textContent ?? ''));
    const own = (await page.locator(`[id="${id}"] option[value="${value}"]`).first().textContent()) ?? '';
    const isFirst = (length: number): boolean => labels.find((one) => one.startsWith(own.slice(0, length))) === own;
    keys(Array.from({ length: own.length }, (_, n) => n + 1).find(isFirst) ?? own.length);
    await page.locator(`[id="${id}"]`).selectOption(value);
  },
});

/** What is chosen among boxes. */
const choosing = (page: Page, hand: ReachingHand) => {
  const { reach, tabsTo } = hand;
  return {
    /** One of some radio buttons: Space takes the first, an arrow the next. */
    async choose(id: string, value: string): Promise<void> {
      hand.think();
      const boxes = page.locator(`[name="${id}"]`);
      const values = await boxes.evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
      const [wanted, chosen] = [values.indexOf(value), await boxes.evaluateAll((all) => all.findIndex((one) => one.matches(':checked')))];
      const target = `[name="${id}"][value="${value}"]`;
      const arrows = chosen < 0 ? wanted : Math.abs(wanted - chosen);
      if ((await tabsTo(`[name="${id}"]`)) > mostTabs || arrows > 4) {
        await reach(target);
        return;
      }
      await reach(chosen < 0 ? `[name="${id}"]` : `[name="${id}"]:checked`);
      if (arrows === 0 && chosen < 0) await hand.press('Space');
      else await hand.press(wanted > chosen ? 'ArrowDown' : 'ArrowUp', arrows);
      if (!(await page.locator(target).isChecked())) throw new Error(`${id} does not say ${value}`);
    },
    /** A tick, where none is. */
    async tick(selector: string): Promise<void> {
      if (await page.locator(selector).first().isChecked()) return;
      hand.think();
      if ((await reach(selector)) === 'keys') await hand.press('Space');
    },
    async push(selector: string): Promise<void> {
      if ((await reach(selector)) === 'keys') await hand.press('Enter');
    },
    /** A button that leads to another page. */
    async send(selector: string): Promise<void> {
      const shown = page.waitForEvent('load');
      if ((await reach(selector)) === 'keys') await hand.press('Enter');
      await shown;
    },
  };
};

/** A worker who knows the forms, with a thought before each answer that is not told. */
export function practisedHand(page: Page, hand: ReachingHand = reachingHand(page)) {
  return { ...hand, ...typing(page, hand), ...picking(page, hand), ...choosing(page, hand) };
}

export type PractisedHand = ReturnType<typeof practisedHand>;
