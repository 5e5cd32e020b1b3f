import type { Page } from 'playwright-core';
import { pretendId } from '../../src/web/pretend-parts.ts';
import { careStates, pretendCare } from './care-states.ts';
import { assuranceStates } from './assurance-states.ts';
import { fileStates } from './file-states.ts';
import { frontDoorStates } from './front-door-states.ts';
import { procedureStates } from './procedure-states.ts';
import { attachOne, beginTwo, differ } from './draft-states.ts';
import { outputStates, pretendOutputs } from './output-states.ts';
import { returnStates } from './return-states.ts';
import { giveReason, press } from './pages.ts';
import { pretendImports } from './pretend-imports.ts';
import { child, openWorld, seat, sit, type Visits, type Who, type World } from './pretend-worlds.ts';
import { pretendMerge, samePersonStates } from './same-person-states.ts';
import { sealedStates } from './sealed-states.ts';
import { pretendRequests, subjectAccessStates } from './subject-access-states.ts';
import { openBrowser } from './start.ts';

/** Sixty children, two of them one and the same, imports in every state, and questions that wait. */
export const openBusy = (): Promise<World> =>
  openWorld((parts) => {
    pretendRequests(parts);
    pretendOutputs(parts);
    pretendCare(parts);
    return { ...pretendImports, ...pretendMerge(parts) };
  });

/** Nobody and nothing yet, and people who sign in by password. */
const openEmpty = (): Promise<World> => openWorld(() => ({ demonstration: false }), 0);

export type State = {
  readonly what: string;
  readonly as?: Who;
  readonly at: string;
  readonly next?: (page: Page) => Promise<unknown>;
  readonly isEmpty?: true;
};

const entry = (n: number): string => `${child(0)}/entries/${pretendId(7, n)}`;

const thenSend = (button: string) => (page: Page) => giveReason(page).then(() => send(button)(page));

export const send = (name: string) => (page: Page) => press(page, name);

/** Looks for words, and finds that no address holds them. */
const look = (button: string, words: string) => async (page: Page) => {
  await giveReason(page);
  await page.locator('main input:is([type=search], [name=words])').fill(words);
  await send(button)(page);
  const { search } = new URL(page.url());
  if (!search.startsWith('?search=') || (words.length > 1 && page.url().includes(words))) throw new Error(`${page.url()} holds the words`);
};

const checkCensus = async (page: Page) => {
  await page.setInputFiles('#files', 'test/samples/cin/CIN_Census_2026.xml');
  await send('Check')(page);
  await page.locator('summary').first().click();
};

export const pageStates: readonly State[] = [
  { what: 'sign-in', at: '/sign-in' },
  { what: 'sign-in after the session ended', at: '/sign-in?ended=1&next=%2Fboard' },
  { what: 'sign-in after the session ended, words kept', at: '/sign-in?ended=kept&next=%2Fboard' },
  { what: 'a return to be checked, by nobody who is known', at: '/check' },
  { what: 'no return chosen', at: '/check', next: send('Check') },
  { what: 'what was found in a census', at: '/check', next: checkCensus },
  { what: 'no such page', at: '/nowhere' },
  { what: 'no such page, signed in', as: 'teamManager', at: '/children/nobody' },
  { what: 'a page of another role', as: 'socialWorker', at: '/imports' },
  { what: 'the board of a manager with 60 children', as: 'teamManager', at: '/' },
  { what: 'the board in another order and state', as: 'headOfService', at: '/board?state=late&sort=name&area=North' },
  { what: 'a board on which nobody matches', as: 'reviewingOfficer', at: '/board?category=none' },
  { what: 'the board as known in the past', as: 'dutyWorker', at: '/board?known=2026-01-05' },
  { what: 'the board with a date that is none', as: 'teamManager', at: '/board?known=31%2F02%2F2026' },
  { what: 'a board without children', as: 'headOfService', at: '/board', isEmpty: true },
  ...careStates,
  { what: 'my day', as: 'socialWorker', at: '/my-day' },
  { what: 'my day of a manager who seals', as: 'teamManager', at: '/my-day' },
  { what: 'my day without children', as: 'socialWorker', at: '/my-day', isEmpty: true },
  ...frontDoorStates,
  ...procedureStates,
  ...returnStates,
  { what: 'find', as: 'dutyWorker', at: '/find' },
  { what: 'found', as: 'dutyWorker', at: '/find', next: look('Find', 'a') },
  { what: 'nobody found', as: 'dutyWorker', at: '/find', next: look('Find', 'nobody-is-called-this-'.concat('x'.repeat(70))) },
  { what: 'found while somebody types', as: 'dutyWorker', at: '/front-door', next: typeName },
  ...samePersonStates,
  { what: 'why open a record', as: 'teamManager', at: child(0) },
  { what: 'why, not answered', as: 'teamManager', at: child(0), next: send('Open the record') },
  { what: 'a child', as: 'teamManager', at: child(1), next: giveReason },
  { what: 'a child with a long name', as: 'headOfService', at: child(12), next: giveReason },
  { what: 'a child as known in the past', as: 'teamManager', at: `${child(0)}?known=2026-02-01&at=14%3A05`, next: giveReason },
  { what: 'a chronology narrowed to nothing', as: 'reviewingOfficer', at: child(0), next: look('Filter', 'nothing-says-this') },
  { what: 'something was recorded', as: 'teamManager', at: `${child(0)}?recorded=1`, next: giveReason },
  { what: 'who may open a record', as: 'teamManager', at: child(3), next: (page) => openThen(page, `${child(3)}/restrict`) },
  {
    what: 'who may open a record, not answered',
    as: 'teamManager',
    at: child(3),
    next: async (page) => {
      await openThen(page, `${child(3)}/restrict`);
      await page.locator('input[name=readers]:checked').first().uncheck();
      await send('Restrict to the people named')(page);
    },
  },
  ...sealedStates,
  { what: 'an entry with its versions', as: 'teamManager', at: `${entry(2)}?recorded=1`, next: giveReason },
  { what: 'what was struck out', as: 'teamManager', at: entry(5), next: giveReason },
  { what: 'an entry opened again, no reason given', as: 'socialWorker', at: `${entry(4)}/correct`, next: thenSend('Continue') },
  { what: 'what a correction changes', as: 'socialWorker', at: `${entry(4)}/correct`, next: correct },
  { what: 'striking out, no reason given', as: 'socialWorker', at: `${entry(4)}/strike`, next: thenSend('Strike it out') },
  { what: 'moving to another record', as: 'socialWorker', at: `${entry(4)}/move`, next: look('Look', 'a') },
  { what: 'moving, nobody chosen', as: 'socialWorker', at: `${entry(4)}/move`, next: moveToNobody },
  { what: 'records that come to the end of their time', as: 'teamManager', at: '/retention' },
  { what: 'a record that is held', as: 'teamManager', at: `${child(10)}/retention`, next: giveReason },
  { what: 'destruction is asked', as: 'teamManager', at: `${child(11)}/retention`, next: askToDestroy },
  { what: 'a record that somebody asked to be destroyed', as: 'headOfService', at: `${child(11)}/retention`, next: giveReason },
  ...subjectAccessStates,
  { what: 'a family', as: 'teamManager', at: `${child(0)}/family`, next: giveReason },
  { what: 'a family as known in the past', as: 'dutyWorker', at: `${child(0)}/family?known=2026-02-01`, next: giveReason },
  { what: 'a family with a long name', as: 'headOfService', at: `${child(12)}/family`, next: giveReason },
  { what: 'brothers and sisters in one chronology', as: 'teamManager', at: `${child(0)}/family/chronology`, next: giveReason },
  { what: 'who belongs to the family', as: 'teamManager', at: `${child(0)}/family/add`, next: look('Look', 'a') },
  { what: 'records of the family that are not open', as: 'reviewingOfficer', at: child(0), next: openTheirs },
  { what: 'an adult of the family', as: 'socialWorker', at: `${child(0)}/family/adult?words=Saira+Khan`, next: giveReason },
  { what: 'what somebody is to the child', as: 'socialWorker', at: `${child(0)}/record/relationship`, next: giveReason },
  ...outputStates,
  { what: 'imports', as: 'administrator', at: '/imports' },
  { what: 'no import yet', as: 'analyst', at: '/imports', isEmpty: true },
  { what: 'no file chosen', as: 'administrator', at: '/imports', next: send('Import') },
  { what: 'an import running', as: 'administrator', at: `/imports/${pretendId(8, 1)}` },
  { what: 'an import stopped, with problems', as: 'analyst', at: `/imports/${pretendId(8, 2)}` },
  {
    what: 'dates read as a person says',
    as: 'administrator',
    at: `/imports/${pretendId(8, 2)}`,
    next: (page) => page.getByRole('button', { name: /^Read .* as .* likewise$/ }).click(),
  },
  { what: 'an import finished', as: 'analyst', at: `/imports/${pretendId(8, 3)}` },
  { what: 'the board of children looked after', as: 'headOfService', at: '/board?who=care' },
  { what: 'the board of both populations', as: 'reviewingOfficer', at: '/board?who=all&sort=reviews' },
  { what: 'a view without a name', as: 'teamManager', at: '/board', next: saveNothing },
  { what: 'emergency copies', as: 'headOfService', at: '/emergency-copy' },
  { what: 'an emergency copy for nobody', as: 'headOfService', at: '/emergency-copy', next: send('Make the copy') },
  { what: 'a caseload pack of nobody', as: 'headOfService', at: '/emergency-copy', next: send('Make the pack') },
  { what: 'an emergency copy that is made', as: 'headOfService', at: '/emergency-copy', next: makeCopy },
  { what: 'somebody is added to the family', as: 'socialWorker', at: child(0), next: (page) => openThen(page, `${child(0)}/family/add`) },
  {
    what: 'an adult of the family, not answered',
    as: 'socialWorker',
    at: child(0),
    next: async (page) => {
      await openThen(page, `${child(0)}/family/adult`);
      await send('Continue')(page);
    },
  },
  { what: 'an import with values to be put right', as: 'administrator', at: `/imports/${pretendId(8, 3)}` },
  { what: 'a value to be put right', as: 'administrator', at: `/imports/${pretendId(8, 3)}/problems/1` },
  {
    what: 'a value that is still wrong',
    as: 'administrator',
    at: `/imports/${pretendId(8, 3)}/problems/1`,
    next: send('Put right and take the child’s rows'),
  },
  { what: 'whose rows these are', as: 'administrator', at: '/imports/children' },
  { what: 'nobody waits', as: 'administrator', at: '/imports/children', isEmpty: true },
  { what: 'a child of a file beside a record', as: 'administrator', at: `/imports/children/${pretendId(9, 1)}` },
  { what: 'nothing decided', as: 'administrator', at: `/imports/children/${pretendId(9, 1)}`, next: send('Decide') },
  { what: 'a decision that can be taken back', as: 'administrator', at: `/imports/children/${pretendId(9, 2)}` },
  { what: 'why a file is set aside', as: 'administrator', at: `/imports/${pretendId(8, 2)}/set-aside` },
  { what: 'set aside without a reason', as: 'administrator', at: `/imports/${pretendId(8, 2)}/set-aside`, next: send('Set aside') },
  { what: 'problems of an import, a later page', as: 'analyst', at: `/imports/${pretendId(8, 4)}?page=2` },
  { what: 'an import that was set aside', as: 'analyst', at: `/imports/${pretendId(8, 4)}` },
  { what: 'a question that a later file answered', as: 'administrator', at: `/imports/children/${pretendId(9, 3)}` },
  { what: 'change your password', as: 'socialWorker', at: '/password', isEmpty: true },
  { what: 'change your password, not answered', as: 'socialWorker', at: '/password', isEmpty: true, next: send('Change the password') },
  { what: 'change your password, not right', as: 'socialWorker', at: '/password', isEmpty: true, next: changePassword('not the old one') },
  { what: 'the password is changed', as: 'socialWorker', at: '/password', isEmpty: true, next: changePassword('the old password') },
  { what: 'no password in a demonstration', as: 'socialWorker', at: '/password' },
  { what: 'no draft', as: 'dutyWorker', at: '/drafts', isEmpty: true },
  { what: 'drafts, kept and thrown away', as: 'reviewingOfficer', at: child(2), next: beginTwo },
  { what: 'two windows on one draft', as: 'reviewingOfficer', at: child(2), next: differ },
  { what: 'files of a draft', as: 'reviewingOfficer', at: child(2), next: attachOne },
  { what: 'alerts, none', as: 'headOfService', at: '/alerts', isEmpty: true },
];

/** Those, and those of files that are nobody's child record, which are gone through beside them. */
export const states: readonly State[] = [...pageStates, ...fileStates, ...assuranceStates];

async function correct(page: Page): Promise<void> {
  await giveReason(page);
  await page.getByLabel('Why it is corrected').fill('It was the day before');
  await page.getByLabel('Day', { exact: true }).first().fill('1');
  await send('Continue')(page);
}

/** At the head of any page, for the script alone: who is offered can be read below the box, and is on the screen of a phone. */
async function typeName(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1366, height: 900 };
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.sl-search [name=name]').pressSequentially('Amara');
  const offered = page.getByRole('option').first();
  await offered.waitFor();
  const seen = await offered.evaluate((one) => ({
    from: one.getBoundingClientRect().left,
    ink: getComputedStyle(one).color,
    paper: getComputedStyle(one.parentElement ?? one).backgroundColor,
  }));
  if (seen.from < 0 || seen.ink === seen.paper) throw new Error(`Who is offered cannot be read: ${JSON.stringify(seen)}`);
  await page.setViewportSize(size);
}

async function askToDestroy(page: Page): Promise<void> {
  await giveReason(page);
  await page.getByLabel('Why it is to be destroyed').fill('Looked through; nobody needs it');
  await send('Ask that it be destroyed')(page);
}

async function moveToNobody(page: Page): Promise<void> {
  await look('Look', 'a')(page);
  await send('Move it')(page);
}

function changePassword(current: string) {
  return async (page: Page): Promise<void> => {
    await page.getByLabel('The password you have now').fill(current);
    for (const label of ['New password', 'New password once more'])
      await page.getByLabel(label, { exact: true }).fill('copper lantern orchard');
    await send('Change the password')(page);
  };
}

async function openTheirs(page: Page): Promise<void> {
  await openThen(page, `${child(0)}/family/chronology`);
  await page.getByLabel(/^Why you need to read/).fill('The visit was to all of them');
  await page.getByRole('button', { name: /^Open (the record|their records)$/ }).click();
}

async function saveNothing(page: Page): Promise<void> {
  await page.getByText(/^My views/).click();
  await send('Save this view')(page);
}

async function makeCopy(page: Page): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Make the copy' }) });
  await form.getByLabel('For whom').fill('Night duty desk');
  await send('Make the copy')(page);
  await page.getByRole('heading', { name: 'Emergency copy 4 is made' }).waitFor();
}

async function openThen(page: Page, path: string): Promise<void> {
  await giveReason(page);
  await page.goto(new URL(path, page.url()).href);
}

/** One window for all states: whoever sits down at it is somebody else each time. */
export async function openStage(visits: Visits, javaScriptEnabled = true) {
  const [browser, busy, empty] = await Promise.all([openBrowser(), openBusy(), openEmpty()]);
  const page = await seat(browser, busy, visits, undefined, javaScriptEnabled);
  return {
    browser,
    busy,
    page,
    async show({ as, at, isEmpty }: State): Promise<void> {
      const world = isEmpty ? empty : busy;
      await sit(page, world, as);
      await page.goto(`${world.address}${at}`);
    },
    async close(): Promise<void> {
      await browser.close();
      await Promise.all([busy.stop(), empty.stop()]);
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
