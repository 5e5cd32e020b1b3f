import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveReason, words } from './pages.ts';
import { headingOf } from './headings.ts';
import { openStage, send, states, type Stage } from './page-states.ts';
import { child } from './pretend-worlds.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(new Set(), false);
});
afterAll(() => stage?.close());

test.each(states)('$what: whole without JavaScript', async (state) => {
  await stage.show(state);
  const heading = headingOf(state.what);
  if (heading !== undefined) await state.next?.(stage.page);
  const seen = await stage.page.locator('h1').allInnerTexts();
  expect(seen).toEqual([heading ?? seen[0]]);
  for (const form of await stage.page.locator('main form').all()) expect(await form.locator('button').count()).toBeGreaterThan(0);
});

test('a board is narrowed without JavaScript, and says so in its address', async () => {
  const { page } = stage;
  await stage.show({ what: '', as: 'headOfService', at: '/board' });
  const rows = page.locator('[id^="row-"]');
  const before = await rows.count();
  await page.getByLabel('State').selectOption({ label: 'Late' });
  await send('Show')(page);
  expect(new URL(page.url()).searchParams.get('state')).toBe('late');
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.count()).toBeLessThan(before);
  for (const row of await rows.all()) expect(await row.locator('.govuk-tag--red').count()).toBeGreaterThan(0);
});

test('a child is seen as known on another day without JavaScript', async () => {
  const { page } = stage;
  await stage.show({ what: '', as: 'teamManager', at: child(0) });
  await giveReason(page);
  const form = page.getByRole('form', { name: 'As known at' });
  await form.locator('[type=date]').fill('2026-02-01');
  await form.getByRole('button', { name: 'Show' }).click();
  expect(new URL(page.url()).searchParams.get('known')).toBe('2026-02-01');
  expect(await page.locator('body').innerText()).toContain('As known at 1 Feb 2026, 23:59');
});

test('a file is sent without JavaScript, and first only tried', async () => {
  const { page, busy } = stage;
  await stage.show({ what: '', as: 'administrator', at: '/imports' });
  const asked: boolean[] = [];
  const { begin } = busy.parts.imports;
  const watched: typeof begin = (session, sent, how) => {
    asked.push(how.dryRun);
    return begin(session, sent, how);
  };
  Object.assign(busy.parts.imports, { begin: watched });
  await page.getByLabel('Only say what would happen; record nothing').check();
  await page.getByLabel(/^CIN census/).setInputFiles({ name: 'census.xml', mimeType: 'text/xml', buffer: Buffer.from('<Message/>') });
  await send('Import')(page);
  Object.assign(busy.parts.imports, { begin });
  expect([new URL(page.url()).pathname, asked]).toEqual([`/imports/${busy.parts.runs[0]?.run}`, [true]]);
  expect(await words(page)).toContain('Began');
});
