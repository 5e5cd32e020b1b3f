import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths, dayInEngland } from '../../src/kernel/calendar/dates.ts';
import { press, words } from './pages.ts';
import { asEach, choose, firstChild, goTo, hrefs, record, type At } from './paragraphs.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

/*
 * The report that this is built from, paragraph by paragraph: what each describes is done in the product, as it is loaded. A test is named by its paragraph;
 * one is added below its neighbours. What the report says of those who govern stands in the file beside this one.
 */

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, untilStarted);
afterAll(() => running?.stop());

const as = asEach(() => running);

test('¶2: procedures for every agency, on the internet, in dated editions, with what changed and why', async () => {
  const context = await running.browser.newContext();
  const page = await context.newPage();
  expect(await goTo(page, `${running.address}/procedures`)).toMatch(/Edition of .*, in force/);
  expect(await goTo(page, `${running.address}/procedures/search?words=core+group`)).toContain('Core group');
  expect(await goTo(page, `${running.address}/procedures/changes`)).toMatch(/Working Together to Safeguard Children 2026[^]*Decided on/i);
  expect(await goTo(page, `${running.address}/procedures/child-protection?edition=2024-01-08`)).toContain('Protecting a child');
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
  await as('Social worker', async (page, at) => {
    expect(await at('/supervision')).not.toContain('Who may need help');
    expect(await refused(page, at, '/workforce')).toBe(true);
  });
  let teams: readonly string[] = [];
  await as('Head of service', async (page, at) => {
    await at('/workforce');
    await page.locator('summary', { hasText: 'What presses on teams, team by team' }).click();
    const pressed = /What presses on teams, team by team[^]*Why people left/.exec(await words(page))?.[0] ?? '';
    expect(pressed.match(/\d+: more than 7/g)).toHaveLength(2);
    expect(pressed).toContain('not who does badly');
    teams = [...new Set(await hrefs(page, 'a[href^="/workforce/team/"]'))];
    const overloaded = await page.locator('tr', { hasText: 'more than 7' }).first().locator('th').innerText();
    const [own = ''] = await hrefs(page, `th a:text-is("${overloaded}")`);
    expect(await at(own)).toMatch(/The manager supervises\s+1\d: more than 7[^]*Supervision in three months\s+\d+ held, \d+ put off/);
  });
  await as('Team manager', async (page, at) => {
    expect(await at('/workforce')).toMatch(/Read by the manager of the team and by their own manager[^]*The manager supervises/);
    const others = teams.filter((team) => !page.url().includes(team));
    expect([others.length, await refused(page, at, others[0] ?? '')]).toEqual([teams.length - 1, true]);
    expect(await at('/board')).not.toContain('more than 7');
  });
  await as('Performance analyst', async (page, at) => {
    expect(await at('/workforce')).not.toContain('What presses on teams, team by team');
    expect(await refused(page, at, teams[0] ?? '')).toBe(true);
  });
});

test('¶8c: too few social workers: posts, vacancies, agency staff and who left, as on any day; who carries what, and which children have nobody', async () => {
  await as('Head of service', async (page, at) => {
    const said = await at('/workforce');
    const [, posts, filled, vacant] = /All teams\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/.exec(said) ?? [];
    expect([Number(posts) > 150, Number(filled) > 100, Number(vacant) > 10]).toEqual([true, true, true]);
    expect(said).toMatch(/Agency, full-time[^]*All\s+\d[^]*Why people left[^]*Too many children, or too hard a mix: (\d+|nearly all)/);
    expect(said).not.toMatch(/SW\d{5}/);
    await page.fill('#on', addMonths(dayInEngland(new Date()), -12));
    await press(page, 'Show');
    const then = /All teams\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/.exec(await words(page)) ?? [];
    expect([then[1], Number(then[2]) > Number(filled)]).toEqual([posts, true]);
    await at('/files/' + ((await hrefs(page, 'a:text-is("Posts and local standards")'))[0] ?? '').slice('/files/'.length));
    await page.locator('details').evaluateAll((folded) => folded.forEach((one) => one.setAttribute('open', '')));
    expect(await words(page)).toContain('the usual caseload is two lower');
  });
  await as('Team manager', async (page, at) => {
    const said = await at('/workforce/allocation');
    expect(said).toMatch(/Children without a worker[^]*Who carries what[^]*The standard in force here since/);
    expect(said).toMatch(/\d+(\.\d)? of \d+(\.\d)?/);
    const child = await firstChild(page, at);
    const form = await at(`${child}/record/allocation`);
    expect(form).toMatch(/Whom you might ask[^]*with this child[^]*You decide/);
    expect(await page.locator('[name="f.worker"]').first().inputValue()).toBe('');
  });
});

/** Whether somebody is told that a page is not theirs. */
const refused = async (page: Page, at: At, path: string): Promise<boolean> => {
  await at(path);
  return (await page.locator('h1').innerText()) === 'You cannot see this page';
};

test('¶4f: children on plans and in care, each counted once, independently reviewed: every exception by name', async () => {
  await as('Head of service', async (page, at) => {
    const said = await at('/board?who=all');
    const [, plans, care, everyone, both] = /plans \((\d+)\)\s+Looked after \((\d+)\)\s+Everyone \((\d+), (\d+) in both\)/.exec(said) ?? [];
    expect(Number(everyone)).toBeGreaterThan(0);
    expect(Number(plans) + Number(care) - Number(both)).toBe(Number(everyone));
    for (const of of ['on protection plans', 'looked after'])
      for (const when of ['in the last six months', 'within their own limit'])
        expect(sumOf(said, new RegExp(`(\\d+) of (\\d+) children ${of} reviewed ${when}((?:\\s+\\d+ [A-Z][^\\n]*)+)`))).toBe('all told');
    const [, late] = /(\d+) Review late/.exec(await at('/board?who=care&part=care-own-outside')) ?? [];
    expect(await page.locator('[id^="row-"]').count()).toBe(Number(late));
    await expectRefusedReviewer(page, at);
  });
});

/** Whoever is within the figure and everybody outside it, for whichever reason, are all of whom it is. */
function sumOf(said: string, figure: RegExp): string {
  const [, within, all, outside = ''] = figure.exec(said) ?? [];
  const parts = [...outside.matchAll(/(\d+) (?!No named|Not seen|Visits|No reviewing|Missing)[A-Z]/g)].map(([, n]) => Number(n));
  return parts.reduce((sum, n) => sum + n, Number(within)) === Number(all)
    ? 'all told'
    : `${figure.source}: ${within} and ${parts} of ${all}`;
}

/** A child's own worker reviews nothing of theirs. */
async function expectRefusedReviewer(page: Page, at: At): Promise<void> {
  await at('/board?who=care&part=care-own-within');
  const row = page.locator('[id^="row-"]', { hasNotText: 'No named worker' }).first();
  // At one moment: the board is put in order again while others record.
  const { child, worker } = await row.evaluate((one) => ({
    child: one.querySelector('th a')?.getAttribute('href') ?? '',
    worker: one.querySelector('td')?.innerText.split('\n')[0]?.trim() ?? '',
  }));
  await at(`${child}/record/reviewingOfficerNamed`);
  await page.locator('select[name="f.officer"]').selectOption({ label: worker });
  await press(page, 'Continue');
  expect(await words(page)).toContain('it must be somebody independent of the case');
}

test('¶8b: concerns as they come, each with where it came from, how soon and what is done', async () => {
  await as('Duty and night worker', async (page, at) => {
    await at('/front-door/new');
    await page.getByLabel('First name').first().fill('Paragraph');
    await page.getByLabel('Last name').first().fill('Eighthly');
    await choose(page, 'how', 'telephone');
    await choose(page, 'source', '2A');
    await page
      .getByLabel(/^What they are worried about/)
      .fill('He came without a coat for the third day, and says that nobody is at home.');
    await press(page, 'Record');
    await at('/front-door');
    expect(await page.locator('tr', { hasText: /Paragraph Eighthly.*Contact/s }).innerText()).toMatch(/Schools[^]*not rated[^]*due/);
  });
});

test('¶8b: that more came than usual is told from chance, dated, and of each source; and how many of them led to a referral', async () => {
  await as('Head of service', async (_page, at) => {
    const said = await at('/demand?kind=contact');
    const [, more, least, most] = /(\d+) % more than usual \(between (\d+) % and (\d+) %\) from the week of/.exec(said) ?? [];
    expect([Number(least) < 30, Number(most) > 30, Number(more) > 15]).toEqual([true, true, true]);
    expect(said).toMatch(/told in the week of/);
    expect(said).toMatch(/Schools/);
  });
});

test('¶8d: what recording costs is measured: week by week, form by form, and by questions that nobody reads', async () => {
  await as('Team manager', async (_page, at) => {
    const said = await at('/burden');
    const weeks = [...said.matchAll(/^\d+ \w+ \d{4}\t(\d+)\t\d[\d,]*\t([\d.]+)\t([\d.]+)\t/gm)].map(([, ...numbers]) =>
      numbers.map(Number),
    );
    expect(weeks.length).toBeGreaterThan(8);
    for (const [people = 0, recording = 0, withFamilies = 0] of weeks) {
      expect(people).toBeGreaterThan(4);
      expect(recording / (recording + withFamilies)).toBeLessThan(0.2);
    }
    expect(said).toMatch(/no figure about anybody is kept[^]*Form by form[^]*Visit\t\d+[^]*Questions nobody reads/);
  });
});

test('¶8e: respectful uncertainty: more than one explanation, what speaks for and against each, and what nobody knows', async () => {
  await as('Social worker', async (page, at) => {
    const child = await firstChild(page, at);
    await at(`${child}/record/explanations`);
    const say = (name: string, said: string) => page.locator(`textarea[name="f.${name}"]`).fill(said);
    await say('competing.0.explanation', 'She fell against the heater.');
    await say('competing.1.explanation', 'Somebody held her arm to it.');
    for (const [name, value] of Object.entries({ explanation: 'second', side: 'for', kind: 'fact', reliability: 'firm' }))
      await choose(page, `evidence.0.${name}`, value);
    await say('evidence.0.what', 'The mark is as wide as the bar.');
    await say('unknown.0.what', 'Who was at home at six.');
    await record(page);
    expect(await at(`${child}?entries=all`)).toMatch(/Explanations weighed: 2; not known: [1-9]/);
    await at(`${child}/record/explanations`);
    expect(await page.locator('textarea[name="f.unknown.0.what"]').inputValue()).toBe('Who was at home at six.');
    expect(await page.locator('textarea[name="f.competing.0.explanation"]').inputValue()).toBe('');
  });
});
