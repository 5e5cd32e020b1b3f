import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { takePlace } from '../place.ts';
import { endAll, runProduct, served } from '../product.ts';
import { baselineOf, secondsOf, sum } from './baseline.ts';
import { recordFamily, type Recorded } from './family-journey.ts';
import { children } from './journey.ts';

const browsers = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`);
const browserProgram = [process.env['SIGHTLINE_CHROMIUM'] ?? '', ...browsers].find(existsSync);

/** What must be reached: the share of the effort of separate records, and the seconds of a visit to all of them. */
const most = { share: 1 / 3, visit: 45 } as const;

const padded = (cells: readonly string[]): string => cells.map((cell, n) => (n === 0 ? cell.padEnd(46) : cell.padStart(11))).join('');
const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

function lineOf({ stated: { step }, people, cost, effort }: Recorded): string {
  const { shown, answered, mandatory, prefilled } = cost;
  return padded([step.title, ...[people, shown, answered, mandatory, prefilled, effort.keys, effort.clicks, secondsOf(effort)].map(whole)]);
}

/** The totals of both, and whether what must be reached is. */
function compare(recorded: readonly Recorded[]): boolean {
  const separately = baselineOf(
    recorded.map(({ stated }) => stated),
    children.length,
  );
  console.log(`\n${padded(['The same of each child in forms of its own', 'forms', 'keys', 'clicks', 'seconds'])}`);
  for (const { title, forms, effort } of separately)
    console.log(padded([title, ...[forms, effort.keys, effort.clicks, secondsOf(effort)].map(whole)]));
  const [ours, theirs] = [sum(recorded.map(({ effort }) => effort)), sum(separately.map(({ effort }) => effort))];
  const share = secondsOf(ours) / secondsOf(theirs);
  const visits = recorded.filter(({ stated }) => stated.step.name === 'visit').map(({ effort }) => secondsOf(effort));
  const visit = Math.max(...visits);
  console.log(`\nHere:       ${whole(ours.keys)} keys, ${whole(ours.clicks)} clicks, ${whole(secondsOf(ours))} seconds, narrative apart`);
  console.log(
    `Separately: ${whole(theirs.keys)} keys, ${whole(theirs.clicks)} clicks, ${whole(secondsOf(theirs))} seconds, narrative apart`,
  );
  console.log(`Share of the effort: ${(100 * share).toFixed(1)} in 100 (at most 33.3)${share <= most.share ? '' : ': missed'}`);
  console.log(`A visit to four children: ${visit.toFixed(1)} s (at most ${most.visit})${visit <= most.visit ? '' : ': missed'}`);
  return share <= most.share && visit <= most.visit;
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  const managers = page.locator('section', { has: page.getByRole('heading', { name: 'Team manager', exact: true }) });
  await managers.getByRole('button').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function recordAt(address: string): Promise<readonly Recorded[]> {
  if (browserProgram === undefined) throw new Error('There is no Chromium here: install one, or name it in SIGHTLINE_CHROMIUM.');
  const browser = await chromium.launch({ executablePath: browserProgram, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 900 }, locale: 'en-GB' });
    await signIn(page, address);
    console.log(padded(['Step', 'children', 'shown', 'answered', 'mandatory', 'prefilled', 'keys', 'clicks', 'seconds']));
    const recorded: Recorded[] = [];
    await recordFamily(page, address, (one) => {
      recorded.push(one);
      console.log(lineOf(one));
    });
    return recorded;
  } finally {
    await browser.close();
  }
}

/** Upon a demonstration of its own, or where one is served already. */
async function run(address: string | undefined): Promise<boolean> {
  if (address !== undefined) return compare(await recordAt(address));
  const place = await takePlace();
  try {
    const product = runProduct(place.data('family'), 'start', '--port', '0', '--scale', '0.1');
    const recorded = await recordAt(await served(product));
    await product.stop();
    return compare(recorded);
  } finally {
    endAll();
    await place.remove();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endAll);
process.exitCode = (await run(process.argv[2])) ? 0 : 1;
