import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, states, type Stage } from './page-states.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(new Set(), false);
});
afterAll(() => stage?.close());

test.each(states)('$what: whole without JavaScript', async (state) => {
  await stage.show(state);
  expect(await stage.page.locator('h1').count()).toBe(1);
  for (const form of await stage.page.locator('main form').all()) expect(await form.locator('button').count()).toBeGreaterThan(0);
});
