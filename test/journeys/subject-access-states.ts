import type { Page } from 'playwright-core';
import { addDays, dayInEngland } from '../../src/kernel/calendar/dates.ts';
import { pretendDay, pretendId } from '../../src/web/pretend-parts.ts';
import type { State } from './page-states.ts';
import { giveReason, press } from './pages.ts';
import { child, type Parts } from './pretend-worlds.ts';

const [person, request, note, last] = [20, pretendId(7, 80), pretendId(7, 81), pretendId(7, 82)] as const;
const today = dayInEngland(pretendDay);
const before = addDays(today, -40);

/** Somebody asks for their record: proof was seen, a note names their brother and a neighbour; and one who asked before that. */
export function pretendRequests({ written }: Pick<Parts, 'written'>): void {
  const state = (entry: string, step: string, shared: object, happenedOn = today) =>
    written.push({
      entry,
      step,
      wording: '',
      happenedOn,
      shared: { ...shared },
      about: [{ person: pretendId(1, person), answers: {} }],
    });
  state(note, 'caseNote', {
    notedOn: today,
    note: 'Jaden Cole 21 was out. She drew a house and wrote her name under it.\nThe neighbour, who must not be named, rings from 07700 900123 when she hears shouting. Our solicitor says that we must not wait.',
  });
  state(request, 'subjectAccessRequest', {
    receivedOn: today,
    asker: 'Isla Brennan',
    capacity: 'person',
    how: 'email',
    reach: 'isla@example.org',
  });
  state(pretendId(7, 83), 'subjectAccessIdentity', { provedOn: today, evidence: 'Passport', child: 'ownRequest', request });
  state(last, 'subjectAccessRequest', { receivedOn: before, asker: 'Hart and Lowe', capacity: 'solicitor' }, before);
}

const at = `${child(person)}/subject-access`;
const entries = `${at}/${request}/entries`;

const blackOut = async (page: Page) => {
  await giveReason(page);
  await page.getByText('Black out sentences or other words').last().click();
  await page.getByRole('checkbox', { name: /^The neighbour, who must not be named/ }).check();
  await page.getByRole('radio', { name: 'Disclose, without what is ticked' }).last().check();
  await page.getByLabel('Ground for what is withheld').last().selectOption('Third party');
  await press(page, 'Keep these decisions');
};

/** Withheld on no ground, which is refused. */
const withhold = async (page: Page) => {
  await giveReason(page);
  await page.getByRole('radio', { name: 'Withhold all of it' }).first().check();
  await press(page, 'Keep these decisions');
};

/** The file is made; then the page that says what it waits for. */
const copy = async (page: Page) => {
  await giveReason(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^PDF/ }).click()]);
  if (!file.suggestedFilename().endsWith('.pdf')) throw new Error(file.suggestedFilename());
};

/** Sent all the same by whoever kept an old page open. */
const releaseTooEarly = async (page: Page) => {
  await giveReason(page);
  await page.evaluate((action) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = action;
    const csrf = document.querySelector('input[name=_csrf]');
    if (csrf !== null) form.append(csrf.cloneNode());
    form.insertAdjacentHTML('beforeend', `<input name="statement" value="${crypto.randomUUID()}">`);
    document.body.append(form);
    form.submit();
  }, `${at}/${request}/release`);
  await page.waitForLoadState();
  await page.getByText('There is a problem').waitFor();
};

/** A copy of a record, asked for, decided entry by entry, and given. */
export const subjectAccessStates: readonly State[] = [
  { what: 'what people ask of their records', as: 'headOfService', at: '/people-ask' },
  { what: 'what a data protection officer watches', as: 'dataProtectionOfficer', at: '/data-protection' },
  { what: 'nobody asked for a copy', as: 'socialWorker', at: `${child(2)}/subject-access`, next: giveReason },
  { what: 'requests for a copy of a record', as: 'teamManager', at, next: giveReason },
  { what: 'what is disclosed, entry by entry', as: 'socialWorker', at: entries, next: giveReason },
  { what: 'withheld on no ground', as: 'socialWorker', at: entries, next: withhold },
  { what: 'a sentence is blacked out', as: 'socialWorker', at: entries, next: blackOut },
  { what: 'every entry is decided', as: 'teamManager', at: `${at}/${last}/entries?show=undecided`, next: giveReason },
  { what: 'a copy that waits', as: 'teamManager', at: `${at}/${request}/copy`, next: copy },
  { what: 'a copy that is released too early', as: 'teamManager', at: `${at}/${request}/copy`, next: releaseTooEarly },
];
