import type { Page } from 'playwright-core';
import { giveReason, press } from './pages.ts';
import type { State } from './page-states.ts';
import { child, tell, type Parts } from './pretend-worlds.ts';

const at = `${child(4)}/record/documentReleased`;

/** A child of whom there is something that a school must not have, some of it written into a text. */
export function pretendOutputs(parts: Parts): void {
  const told = [
    ['household', '2025-09-01', { from: '2025-09-01', address: '14 Example Street\nOxford', postcode: 'OX1 1ND' }],
    ['schoolPlace', '2025-09-01', { changedOn: '2025-09-01', change: 'started', school: 'St Anne’s Primary School' }],
    [
      'professional',
      '2025-09-01',
      { name: 'Grace Okoro', role: 'safeguardingLead', agency: 'St Anne’s Primary School', contact: '01632 960200', from: '2025-09-01' },
    ],
    [
      'contact',
      '2026-03-02',
      { receivedOn: '2026-03-02', source: '1A', fromWhom: 'Nora Bell', reach: '01632 960123', worry: 'Shouting at night.' },
    ],
    [
      'assessmentReport',
      '2026-03-02',
      {
        completedOn: '2026-03-02',
        safety: 'A heater without a guard (seen at 14 Example St.). The mother has asked for a guard.',
        housing: 'Two rooms, damp. The neighbour, Nora Bell, hears everything.',
        childsVoice: '“I do the tea when Mum’s asleep.”',
        recommendation: 'childInNeedPlan',
      },
    ],
  ] as const;
  tell(parts, { series: 6, who: 4 }, told);
}

async function choose(page: Page): Promise<void> {
  await giveReason(page);
  await page.getByLabel('Child and family assessment', { exact: true }).check();
  await page
    .getByLabel('Somebody on this record')
    .selectOption({ label: 'Grace Okoro: Designated safeguarding lead at school or nursery, St Anne’s Primary School' });
  await press(page, 'Continue');
}

async function check(page: Page): Promise<void> {
  await choose(page);
  await press(page, 'Check before release');
}

export const outputStates: readonly State[] = [
  { what: 'which document, not answered', as: 'socialWorker', at, next: (page) => giveReason(page).then(() => press(page, 'Continue')) },
  { what: 'a document that is put into shape', as: 'socialWorker', at, next: choose },
  { what: 'a document that is checked', as: 'socialWorker', at, next: check },
  { what: 'a document, not decided', as: 'teamManager', at, next: (page) => check(page).then(() => press(page, 'Release')) },
];
