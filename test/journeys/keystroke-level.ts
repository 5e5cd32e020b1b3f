import type { Page } from 'playwright-core';

/** The keystroke-level model: a key, a point, a hand from keys to pointer or back, and a thought, in seconds. */
export const costs = { key: 0.28, point: 1.1, home: 0.4, think: 1.35 } as const;

/** Does what a worker does, and counts it; what is told of the child and the family is the same in every system, and is not counted. */
export function counting(page: Page) {
  const done = { key: 0, point: 0, home: 0, think: 0 };
  const times = <T>(count: number, once: () => Promise<T>): Promise<unknown> =>
    Array.from({ length: count }).reduce<Promise<unknown>>((before) => before.then(once), Promise.resolve());
  return {
    done,
    async press(key: string, count = 1): Promise<void> {
      done.key += count;
      await times(count, () => page.keyboard.press(key));
    },
    /** Keys that are counted, and whose letters arrive otherwise: quicker than one by one. */
    keys(count: number): void {
      done.key += count;
    },
    narrate: (words: string): Promise<void> => page.keyboard.insertText(words),
    think(): void {
      done.think += 1;
    },
    home(): void {
      done.home += 1;
    },
    async click(selector: string): Promise<void> {
      done.point += 1;
      done.key += 1;
      await page.locator(selector).first().click();
    },
    seconds: (): number =>
      Math.round(100 * (done.key * costs.key + done.point * costs.point + done.home * costs.home + done.think * costs.think)) / 100,
  };
}
