import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveReason, press, signedInAs, words } from './pages.ts';
import { startSightline, type Running } from './start.ts';

/*
 * The report that this is built from, paragraph by paragraph: what each describes is done in the product, as it is loaded. A test is named by its paragraph;
 * one is added below its neighbours.
 */

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, 900_000);
afterAll(() => running?.stop());

type At = (path: string) => Promise<string>;

/** Somebody with a role at a window of their own; `at` goes somewhere and gives the words of the page. */
async function as(role: string, walk: (page: Page, at: At) => Promise<void>): Promise<void> {
  const page = await signedInAs(running, role);
  await walk(page, (path) => goTo(page, path));
  await page.context().close();
}

async function goTo(page: Page, path: string): Promise<string> {
  await page.goto(`${running.address}${path}`);
  await giveReason(page);
  return words(page);
}

const hrefs = (page: Page, selector: string): Promise<readonly string[]> =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** One of several answers, whether they stand as buttons or in a list. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(`select[name="f.${name}"]`);
  await ((await list.count()) > 0 ? list.selectOption(value) : page.locator(`input[name="f.${name}"][value="${value}"]`).check());
}

/** Checks the answers, and records them. */
async function record(page: Page): Promise<void> {
  await press(page, 'Continue');
  await press(page, 'Record');
}

/** The first child on the page of one's own. */
async function firstChild(page: Page, at: At): Promise<string> {
  await at('/board');
  const [path = ''] = await hrefs(page, '[id^="row-"] th a');
  return path;
}

test('¶2: procedures for every agency, on the internet, in dated editions, with what changed and why', async () => {
  const context = await running.browser.newContext();
  const page = await context.newPage();
  expect(await goTo(page, '/procedures')).toMatch(/Edition of .*, in force/);
  expect(await goTo(page, '/procedures/search?words=core+group')).toContain('Core group');
  expect(await goTo(page, '/procedures/changes')).toMatch(/Working Together to Safeguard Children 2026[^]*Decided on/i);
  expect(await goTo(page, '/procedures/child-protection?edition=2024-01-08')).toContain('Protecting a child');
  await context.close();
});

test('¶3: detailed policy for our own staff, with owner and review, read and understood, and answered where it is unclear', async () => {
  await as('Social worker', async (page, at) => {
    expect(await at('/procedures')).toMatch(/For our own staff/);
    expect(await at('/procedures/recording')).toMatch(/Owner: .*To be reviewed by/);
    await page.getByLabel(/^What will you do because of this chapter/).fill('I write the visit in the car, before the next one.');
    await press(page, 'I have read and understood this chapter');
    expect(await words(page)).toContain('You have read this chapter as it stands');
    await page.getByText('Comment on a section').click();
    await page.locator('[name="f.comment"]').fill('Two working days are too long for a visit under a plan.');
    await press(page, 'Send the comment');
    expect(await words(page)).toMatch(/Two working days are too long[^]*Not answered; due by/);
  });
  await as('Team manager', async (_page, at) => {
    expect(await at('/procedures/reading')).toMatch(/Who has read the procedures[^]*\d+ of \d+/);
  });
});

test('¶4a: monthly supervision, whose agenda is what is on record, and whose effect on the record is shown', async () => {
  await as('Team manager', async (page, at) => {
    expect(await at('/supervision')).toMatch(/People I supervise/);
    const [file = ''] = await hrefs(page, 'main a[href^="/files/"]:not([href*="#"])');
    const files = await hrefs(page, 'section[aria-labelledby="mine"] a[href^="/files/"]');
    expect(await at(files[0] ?? file)).toMatch(/For the next supervision[^]*late[^]*never discussed/);
    const box = page.locator('input[name^="cases."]').first();
    if ((await box.count()) > 0) {
      await box.check();
      await press(page, 'Record a supervision with the children ticked');
      expect(await words(page)).toContain('Children discussed');
    }
    expect(await at(`/supervision/${(files[0] ?? file).slice('/files/'.length)}/followed`)).toContain('What followed from supervision');
  });
});

test('¶4b: advice is asked for and given, and where it is not followed, why', async () => {
  await as('Social worker', async (page, at) => {
    const child = await firstChild(page, at);
    await at(`${child}/record/caseConsultation`);
    await choose(page, 'adviser', 'legalAdviser');
    await page.getByLabel(/^What is asked/).fill('Is the threshold met on neglect alone?');
    await record(page);
    await at(`${child}/record/consultationAdvice`);
    await choose(page, 'use', 'notFollowed');
    await page.getByLabel(/^What was decided; if/).fill('The grandmother has moved in since; looked at again in four weeks.');
    await record(page);
    expect(await at(child)).toMatch(/Advised by: legal adviser\. Not followed/);
  });
});

test('¶4c: routine audits of files: drawn so that they can be drawn again, with their limits; a child found unsafe is told of first', async () => {
  await as('Head of service', async (page, at) => {
    expect(await at('/audits')).toMatch(/Of all of them, between \(95 in 100\)[^]*Themes over all programmes/);
    await page.getByLabel('What the audits ask').fill('Paragraph 4c: is the child seen alone?');
    await press(page, 'Draw the children');
    expect(await words(page)).toMatch(/\d+ children of \d+ drawn, with the seed/);
    await page
      .getByRole('button', { name: /^Audit/ })
      .first()
      .click();
    await page.waitForLoadState();
    expect(await words(page)).toMatch(/Is the child safe today/);
    expect(await page.locator('[name="f.standards.0.recordSays"]').inputValue()).toMatch(/visits? in six months/);
  });
});

test('¶4d: a conference chair’s audit: what was bad enough to act on goes to a manager, on a clock', async () => {
  await as('Reviewing officer and conference chair', async (page, at) => {
    const child = await firstChild(page, at);
    await at(`${child}/record/chairsAudit`);
    await choose(page, 'of', 'conference');
    await page.getByLabel(/^What was bad enough/).fill('No plan was before the conference.');
    await record(page);
    expect(await at(child)).toMatch(/Answer to a chair’s concern/);
  });
});

test('¶4e: managers see recording as it is: how fresh the board is, and how long after the event things are recorded', async () => {
  await as('Team manager', async (_page, at) => {
    expect(await at('/board')).toMatch(/Latest change to these children recorded|Latest file:|everything was recorded here/);
    expect(await at('/burden')).toMatch(/Recording/);
  });
});

test('¶8f: some managers manage too many: told to their own manager as a call for help', async () => {
  await as('Head of service', async (_page, at) => {
    expect(await at('/supervision')).toMatch(/Who may need help with supervising[^]*Late now/);
  });
  await as('Social worker', async (_page, at) => {
    expect(await at('/supervision')).not.toContain('Who may need help');
  });
});
