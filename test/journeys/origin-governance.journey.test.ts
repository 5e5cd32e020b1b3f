import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInEngland } from '../../src/kernel/calendar/dates.ts';
import { press, words } from './pages.ts';
import { asEach, choose, hrefs, record, type At } from './paragraphs.ts';
import { startSightline, untilStarted, type Running } from './start.ts';

/*
 * What the report that this is built from says of those who govern, paragraph by paragraph: who answers to whom, how they know, and what they cannot know.
 */

let running: Running;
beforeAll(async () => {
  running = await startSightline();
}, untilStarted);
afterAll(() => running?.stop());

const as = asEach(() => running);
const business = 'Business manager of the safeguarding partners';

const rowOf = (page: Page, text: string): Promise<string> => page.locator('tr', { hasText: text }).first().innerText();

/** Opens what the page of a register calls so. */
async function open(page: Page, at: At, register: string, title: string): Promise<string> {
  await at(register);
  const path = (await page.getByRole('link', { name: title, exact: true }).first().getAttribute('href')) ?? '';
  await at(path);
  return path;
}

/** Records a step of the file that is open, with these words and choices. */
async function recordIn(page: Page, at: At, file: string, step: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await at(`/children/${file.slice('/files/'.length)}/record/${step}`);
  await answer(page, answers);
  await record(page);
}

async function answer(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const typed = page.locator(`textarea[name="f.${name}"], input[type=text][name="f.${name}"]`);
    await ((await typed.count()) > 0 ? typed.first().fill(value) : choose(page, name, value));
  }
}

test('¶1: a committee is told how we know: each figure is of so many, and whoever may opens the children behind it', async () => {
  await as('Performance analyst', async (page, at) => {
    // As the record was known yesterday: other journeys record visits meanwhile.
    const report = `/assurance?on=${addDays(dayInEngland(new Date()), -1)}`;
    const said = await at(report);
    const late = [
      /(\d+) of \d+ children on protection plans \(\d+ %\) are owed a visit that is late/,
      /(\d+) of \d+ children looked after \(\d+ %\) are owed a visit that is late/,
    ].map((figure) => Number(figure.exec(said)?.[1]));
    for (const [n, of] of ['Children on protection plans', 'Children looked after'].entries()) {
      const link = page.getByRole('link', { name: `${of}: visited within their limit`, exact: true });
      await at((await link.getAttribute('href')) ?? '');
      // Whoever is on a plan and in care stands there for a visit under either.
      expect(await page.locator('[id^="row-"] td[data-label="Visit"]:has(.govuk-tag--red)').count()).toBe(late[n]);
      await at(report);
    }
    const [file = ''] = await hrefs(page, 'main a[href*="format=pdf"]');
    const paper = await page.request.get(`${running.address}${file}`);
    expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });
  await as('Social worker', async (_page, at) => {
    expect(await at('/assurance')).not.toContain('visited within their limit');
  });
});

test('¶4g: inspection: judgements of each service over time, and recommendations that are judged by somebody else than their owner', async () => {
  await as('Head of service', async (page, at) => {
    const list = await at('/inspections');
    for (const service of ['Adoption', 'Fostering', 'Children’s services', 'Beech House']) expect(list).toContain(service);
    const file = await open(page, at, '/inspections', 'Children’s services');
    expect(await words(page)).toMatch(/Judgements, the latest first[^]*Leaders\tRequires improvement to be good\tInspection, Ofsted/);
    const owner = await ownName(page);
    await recordIn(page, at, file, 'inspectionRecommendation', {
      recommendation: 'Paragraph 4g: every child is seen alone.',
      evidence: 'Of 40 visits drawn at random, in how many.',
      sustainedFor: '3',
      owner,
    });
    await judge(page, at, file, 'Paragraph 4g', '33 of 40');
    expect(await words(page)).toContain('Whoever owns an improvement does not judge its progress: somebody else does');
  });
  await as('Reviewing officer and conference chair', async (page, at) => {
    const file = await open(page, at, '/inspections', 'Children’s services');
    await judge(page, at, file, 'Paragraph 4g', '38 of 40');
    await at(file);
    expect(await rowOf(page, 'Paragraph 4g')).toMatch(
      /38 of 40\s+Met since .*May be closed when it is judged met again, on .* \(3 months\)/,
    );
  });
});

/** Judges an improvement met, from its own line. */
async function judge(page: Page, at: At, file: string, what: string, evidence: string): Promise<void> {
  await at(file);
  await page
    .locator('tr', { hasText: what })
    .getByRole('link', { name: /^Judge it/ })
    .click();
  await page.waitForLoadState();
  await answer(page, { judged: 'met', evidence });
  await record(page);
}

/** By which whoever is signed in stands in a list of members. */
async function ownName(page: Page): Promise<string> {
  const name = /([^\n]+), Head of service/.exec(await page.locator('body').innerText())?.[1] ?? '';
  return name.trim();
}

test('¶5: every agency answers to the Board: who came, who challenged whom, what came of it, and who knew what when a child was hurt', async () => {
  await as(business, async (page, at) => {
    const board = await open(page, at, '/safeguarding-board', 'Norchester safeguarding partners');
    const said = await words(page);
    expect(said).toMatch(/Independent scrutiny[^]*Attendance by agency[^]*Police\t\d of \d/);
    expect(said).toMatch(/self-assessments \(section 11\)\n.*\d+ of \d+ standards met[^]*/);
    await recordIn(page, at, board, 'bodyChallenge', {
      by: 'schools',
      whom: 'police',
      about: 'Paragraph 5: no school is told of a call at night.',
    });
    await at(board);
    expect(await words(page)).toMatch(
      /Agenda of the next meeting[^]*Challenge of .* to Police, not answered yet: Paragraph 5[^]*Challenge log/,
    );
    await page
      .locator('tr', { hasText: 'Paragraph 5' })
      .getByRole('link', { name: /^Answer/ })
      .click();
    await page.waitForLoadState();
    await answer(page, { answer: 'Each school is told by eight.', outcome: 'accepted', came: 'Told of 19 calls of 20 in November' });
    await record(page);
    await at(board);
    expect(await rowOf(page, 'Paragraph 5')).toMatch(
      /Schools and colleges to Police\s+Each school is told by eight[^]*Accepted[^]*19 calls of 20/,
    );
    for (const group of ['Monitoring and evaluation', 'Procedures', 'Training', 'Practice reviews'])
      expect(await words(page)).toContain(`${group} sub-group`);
  });
  await as('Head of service', async (page, at) => {
    const review = await open(page, at, '/case-reviews', 'Review: Child R');
    const told = await at(`/case-reviews/${review.slice('/files/'.length)}/chronology`);
    expect(told).toMatch(/General practice: \d events[^]*Police: \d events[^]*Missed connections[^]*Who knew, and since when[^]*not told/);
  });
});

test('¶6: intervention: it ends when what was asked for has held, and time alone closes nothing', async () => {
  await as('Head of service', async (page, at) => {
    const file = await open(page, at, '/inspections', 'Children’s services');
    expect(await words(page)).toMatch(/Sustained for \d+ months: met since .*, and judged met again on/);
    await recordIn(page, at, file, 'intervention', {
      what: 'interim',
      who: 'Paragraph 6: an adviser from another county',
      words: 'Supervision that changes the work.',
    });
    expect(await at(`/children/${file.slice('/files/'.length)}?entries=all`)).toMatch(/Intervention[^]*Interim findings/);
  });
});

test('¶7: three panels: what the board wants is measured there in their own way, and what they see goes up and is answered', async () => {
  await as(business, async (page, at) => {
    const board = await open(page, at, '/safeguarding-board', 'Norchester safeguarding partners');
    const follow = async (link: Locator, answers: Readonly<Record<string, string>>): Promise<void> => {
      await link.click();
      await page.waitForLoadState();
      await answer(page, answers);
      await record(page);
    };
    const wanted = page.locator('tr', { hasText: 'Children who go missing are listened to' });
    await follow(wanted.getByRole('link', { name: / to South local panel$/ }), {
      localMeasure: 'Each school of the South says who was away',
    });
    const panel = await open(page, at, '/safeguarding-board', 'South local panel');
    // Of an area by which a few of another could be known, the number is not shown.
    expect(await words(page)).toMatch(/Children on a protection plan\t(\d+|not shown: [^\t]+)\t\d+/);
    await follow(wanted.getByRole('link', { name: /^Say what it says now/ }), { found: 'Talked with 11 of 13' });
    await recordIn(page, at, panel, 'localIssue', { issue: 'Paragraph 7: nobody answers after ten.', asked: 'A line until two' });
    await at(board);
    expect(await wanted.first().innerText()).toMatch(/South local panel: Each school of the South says.*; Talked with 11 of 13/);
    await follow(page.locator('tr', { hasText: 'Paragraph 7' }).getByRole('link', { name: /^Answer/ }), {
      answer: 'Until two from Monday.',
    });
    await at(panel);
    expect(await rowOf(page, 'Paragraph 7')).toMatch(/this body\s+A line until two\s+Until two from Monday/);
  });
});

test('¶8a, ¶9: staff and children are asked; what they say is answered, goes up to Cabinet, and comes back', async () => {
  await as('Head of service', async (page, at) => {
    await at('/voice');
    await page.getByText('Record what people said').click();
    await answer(page, { kind: 'practitioners', asked: '30', answered: '21', said: 'Paragraph 8: nobody reads our plans.' });
    await press(page, 'Record');
    expect(await rowOf(page, 'nobody reads our plans')).toMatch(/Focus group with practitioners\s+21 of 30/);
    const [register = ''] = await hrefs(page, 'main a[href^="/files/"]');
    await recordIn(page, at, register, 'voiceTheme', { theme: 'Paragraph 9: plans that nobody reads', evidence: '18 of 21' });
    const next = async (link: RegExp, answers: Readonly<Record<string, string>>): Promise<string> => {
      await at('/voice');
      await page.locator('tr', { hasText: 'Paragraph 9' }).getByRole('link', { name: link }).click();
      await page.waitForLoadState();
      await answer(page, answers);
      await record(page);
      await at('/voice');
      return rowOf(page, 'Paragraph 9');
    };
    await next(/^Respond/, { response: 'Each plan is read aloud with the family.' });
    expect(await next(/^Brief those above/, { to: 'cabinet', asks: 'To say who will count it.' })).toContain('(no answer yet)');
    await next(/^Record their answer/, { answer: 'The scrutineer counts it.' });
    expect(await next(/^Say what changed/, { changed: 'Read aloud in 31 of 40.' })).toMatch(
      /18 of 21[^]*read aloud with the family[^]*31 of 40[^]*Cabinet, .*To say who will count it\. \(.*The scrutineer counts it/,
    );
  });
});

test('¶10–12: the service evaluates itself: strengths and weaknesses, each with its evidence and the standard that it is held to', async () => {
  await as('Head of service', async (_page, at) => {
    const said = /Service self-evaluation\n([^]*)The limits of assurance/.exec(await at('/assurance'))?.[1] ?? '';
    for (const part of ['Children who need help and protection', 'Children in care', 'Leaders', 'The workforce that the rest depends on'])
      expect(said).toMatch(new RegExp(`${part}[^]*Weaknesses\\n[^]*Strengths\\n`));
    const strengths = [...said.matchAll(/Strengths\n((?:.+\n)+)/g)]
      .flatMap(([, lines = '']) => lines.split('\n'))
      .filter((line) => line.includes(': '));
    expect(strengths.length).toBeGreaterThan(5);
    for (const line of strengths.filter((one) => one.includes('standard'))) expect(line).toMatch(/of .*\d.*standard \d+ %\)$/);
  });
});

test('¶10–12: staff are under pressure: the evaluation reads vacancies, agency staff, turnover, sickness and span, as the page of the workforce has them', async () => {
  await as('Head of service', async (_page, at) => {
    const said = /The workforce that the rest depends on\n([^]*)The limits of assurance/.exec(await at('/assurance'))?.[1] ?? '';
    const [, vacant, posts] = /(\d+) of (\d+) posts, as full-time equivalents \(\d+ %\) are vacant/.exec(said) ?? [];
    expect(said).toMatch(/2 of \d+ teams with people in them \(\d+ %\) are larger than the local standard says/);
    for (const figure of [/agency/, /twelve months/, /sick/]) expect(said).toMatch(figure);
    const [, all, , none] = /All teams\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/.exec(await at('/workforce')) ?? [];
    expect([Math.round(Number(all)), Math.abs(Number(vacant) - Number(none)) <= 1]).toEqual([Number(posts), true]);
    expect(said).not.toMatch(/North|South|Central/);
  });
  await as('Team manager', async (_page, at) => {
    expect(await at('/assurance')).not.toContain('The workforce that the rest depends on');
  });
});

test('¶13: the report says what it cannot know, in figures; it lists its papers, and once signed nobody can change it', async () => {
  await as('Head of service', async (page, at) => {
    const said = await at('/assurance');
    expect(said).toContain('It is impossible to provide complete assurance as to the safety of all children at all times');
    const limits = [
      ...said.matchAll(/Of (\d+) children .* a sample of (\d+), drawn .*: up to (\d+) of them \((\d+) %\) could fall short/g),
    ];
    expect(limits.length).toBeGreaterThan(0);
    for (const [, all, sample, most, percent] of limits) {
      expect([Number(sample) < Number(all), Number(most) <= Number(all)]).toEqual([true, true]);
      expect(Math.abs((100 * Number(most)) / Number(all) - Number(percent))).toBeLessThanOrEqual(0.5);
    }
    const papers = [...said.matchAll(/\t([\d,]+)\t([0-9a-f]{16})$/gm)];
    expect(papers.length).toBeGreaterThan(25);
    await page.getByLabel('Signed by').fill('Paragraph Thirteen, Director');
    await press(page, 'Freeze this report');
    expect(await words(page)).toMatch(/Frozen report of[^]*Paragraph Thirteen, Director/);
    await press(page, 'Compare with the record');
    expect(await words(page)).toMatch(/[Tt]he same/);
  });
});
