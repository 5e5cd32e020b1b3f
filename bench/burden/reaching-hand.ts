import type { Page } from 'playwright-core';
import { counting } from '../../test/journeys/keystroke-level.ts';

/** So many Tabs are quicker than taking the hand to the pointer, pointing, pressing and going back. */
export const mostTabs = 7;

const isThere = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** From box to box with Tab where that is quicker than the pointer: every key and point counted. */
export function reachingHand(page: Page) {
  const hand = counting(page);

  /** How many Tabs lead there from where the focus is: a date has a stop for each of its parts and its picker, radio buttons of one name have one. */
  const tabsTo = (selector: string): Promise<number> =>
    page.evaluate((wanted) => {
      const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
      const all = [...document.querySelectorAll(usable)].filter(
        (one) =>
          one instanceof HTMLElement && one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }),
      );
      const isStop = (one: Element): boolean => {
        if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
        const group = all.filter((other) => other instanceof HTMLInputElement && other.name === one.name && other.form === one.form);
        return (group.find((other) => other.matches(':checked')) ?? group[0]) === one;
      };
      const stops = all.filter((one) => isStop(one) || one === document.activeElement || one.matches(wanted));
      const [here, there] = [stops.findIndex((one) => one === document.activeElement), stops.findIndex((one) => one.matches(wanted))];
      const passed = stops.slice(Math.max(0, here), there);
      return there < here ? Number.POSITIVE_INFINITY : there - here + 3 * passed.filter((one) => one.matches('[type=date]')).length;
    }, selector);

  const byPointer = async (selector: string): Promise<void> => {
    hand.home();
    await hand.click(selector);
    hand.home();
  };

  /** Goes to a box, the quicker way. @returns by which */
  const reach = async (selector: string): Promise<'keys' | 'pointer'> => {
    if (await isThere(page, selector)) return 'keys';
    const tabs = await tabsTo(selector);
    for (let n = 0; n < mostTabs && tabs <= mostTabs; n += 1) {
      await hand.press('Tab');
      if (await isThere(page, selector)) return 'keys';
    }
    await byPointer(selector);
    return 'pointer';
  };

  return { ...hand, reach, byPointer, tabsTo };
}

export type ReachingHand = ReturnType<typeof reachingHand>;
