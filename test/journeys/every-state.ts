import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headingOf } from './headings.ts';
import { openStage, type Stage, type State } from './page-states.ts';
import { holds, outOfReach } from './pages.ts';

/** Where pictures of every state go, for whoever wants to look at them; see docs/how-to. Absent: none are taken. */
const pictures = process.env['SIGHTLINE_PICTURES'];

async function takePictures(page: Page, what: string): Promise<void> {
  if (pictures === undefined) return;
  const size = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(pictures, `${what.replaceAll(/[^a-z0-9]+/gi, '-')}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(size);
}

/** What has been seen so far, and with what: there once the tests have begun. */
export type Seen = { readonly visits: Set<string>; readonly stage: () => Stage };

/** A test for each state: it is reached, has its heading, holds to the standards, and leaves nothing out of reach. Begins and ends what it needs. */
export function seeEach(states: readonly State[]): Seen {
  const visits = new Set<string>();
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(visits);
  });
  afterAll(() => stage?.close());
  test.each(states.map((state, n) => ({ ...state, n })))('$what', async ({ n, ...state }) => {
    await stage.show(state);
    await state.next?.(stage.page);
    const [heading, seen] = [headingOf(state.what), await stage.page.locator('h1').innerText()];
    expect(seen).toBe(heading ?? seen);
    await holds(stage.page, state.what);
    if (heading !== undefined) expect(await outOfReach(stage.page)).toEqual([]);
    await takePictures(stage.page, `${String(n + 1).padStart(2, '0')} ${state.what}`);
  });
  return { visits, stage: () => stage };
}

/** Read by a machine, or saved as a file: the way in has a test of its own. */
const machine =
  /^(GET \/(assets|health|ready|metrics)\b|GET \/emergency-copy\/:number\/file$|GET \/(measures|demand)\/file\/:as$|GET \/returns\/prepared\/:prepared\/(notes|changed)$|GET \/assurance(\/frozen\/:report)?\/file$|GET \/(case-reviews\/:review\/chronology|safeguarding-board\/:id\/report|returns(\/prepared\/:prepared|\/annex-a|\/of-a-day)?)\/file$)/;

/** The pages of files that are nobody's child record, of bodies, audits and the report, which have states of their own (`every-file.journey.test.ts`). */
const ofFiles =
  /^(GET|POST) \/(files|supervision|workforce|audits|case-reviews|complaints|allegations|adopters|registers|fostering|induction|training|voice|inspections|safeguarding-board|forms|shown-to-me|assurance|what-if)\b|^POST \/procedures|expert-view/;

/** @returns the ways in of one kind that nobody has been to */
export const leftOut = ({ visits, stage }: Seen, kind: 'files' | 'others'): readonly string[] =>
  stage()
    .busy.server.routes.map(({ method, url }) => `${method} ${url}`)
    .filter((route) => !machine.test(route) && ofFiles.test(route) === (kind === 'files') && !visits.has(route));
