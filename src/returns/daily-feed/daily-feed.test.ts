import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { bodyOf, callsOf, whyLeftOut } from './calls.ts';
import { deltaOf } from './delta.ts';
import { openApi, wrongBy } from './openapi.fixture.ts';
import type { ChildPayload } from './part.ts';
import { heldAs, payloadOf, windowFrom } from './payload.ts';
import { sender } from './send.ts';
import { standIn, type StandIn } from './stand-in.ts';

const schema = openApi.components.schemas.CSC;
const details: Told = [
  'personDetails',
  '2012-05-14',
  {
    laChildId: 'C7',
    firstName: 'Amira',
    lastName: 'Example',
    bornOn: '2012-05-14',
    sex: 'F',
    ethnicity: 'APKN',
    disabilities: ['LD'],
    upn: 'A123456789123',
  },
];
const worker = '11111111-1111-4111-8111-111111111111';
const whole: readonly Told[] = [
  ['household', '2025-01-06', { address: '14 Example Street', postcode: 'OX1 1ND' }],
  ['referral', '2025-10-06', { source: '1A', primaryNeed: 'N1' }],
  ['allocation', '2025-10-06', { worker, role: 'lead' }],
  ['childAndFamilyAssessment', '2025-10-07', {}],
  ['assessmentAuthorisation', '2025-11-12', { factors: ['1A', '3B'] }],
  ['childInNeedPlan', '2025-11-14', {}],
  ['section47Enquiry', '2026-01-06', {}],
  ['initialConference', '2026-01-20', { outcome: 'planMade' }],
  ['childProtectionPlan', '2026-01-20', { category: 'NEG' }],
  ['periodOfCare', '2026-02-02', { legalStatus: 'V2', categoryOfNeed: 'N1' }],
  ['placement', '2026-02-02', { type: 'U6', postcode: 'OX2 2BB' }],
  ['strengthsAndDifficulties', '2026-02-20', { score: 14 }],
  ['adoptionDecision', '2026-02-23', {}],
];
const of = (on: string, ...told: readonly Told[]) =>
  payloadOf(
    { history: historyOf(details, ...told), isRestricted: false },
    { on: date(on), person: '22222222-2222-4222-8222-222222222222', registrations: new Map([[worker, 'SW77']]) },
  );

describe('what is sent of a child', () => {
  it('is as the Department’s schema has it, of everything that was done', () => {
    const child = of('2026-03-02', ...whole);
    expect(wrongBy(schema, [child])).toEqual([]);
    expect(child).toEqual({
      la_child_id: 'C7',
      mis_child_id: '22222222-2222-4222-8222-222222222222',
      child_details: {
        unique_pupil_number: 'A123456789123',
        first_name: 'Amira',
        surname: 'Example',
        date_of_birth: '2012-05-14',
        sex: 'F',
        ethnicity: 'APKN',
        disabilities: ['LD'],
        postcode: 'OX11ND',
      },
      health_and_wellbeing: { sdq_assessments: [{ date: '2026-02-20', score: 14 }] },
      social_care_episodes: [
        {
          social_care_episode_id: 'e3',
          referral_date: '2025-10-06',
          referral_source: '1A',
          referral_no_further_action_flag: false,
          care_worker_details: [{ worker_id: 'SW77', start_date: '2025-10-06' }],
          child_and_family_assessments: [
            { child_and_family_assessment_id: 'e5', start_date: '2025-10-07', authorisation_date: '2025-11-12', factors: ['1A', '3B'] },
          ],
          child_in_need_plans: [{ child_in_need_plan_id: 'e7', start_date: '2025-11-14', end_date: '2026-01-20' }],
          child_protection_plans: [{ child_protection_plan_id: 'e10', start_date: '2026-01-20' }],
          section_47_assessments: [
            {
              section_47_assessment_id: 'e8',
              start_date: '2026-01-06',
              icpc_required_flag: true,
              icpc_date: '2026-01-20',
              end_date: '2026-01-20',
            },
          ],
          child_looked_after_placements: [
            {
              child_looked_after_placement_id: 'e12',
              start_date: '2026-02-02',
              start_reason: 'S',
              placement_type: 'U6',
              postcode: 'OX22BB',
            },
          ],
          adoption: { initial_decision_date: '2026-02-23' },
        },
      ],
    });
  });
  it('is of the last two financial years, and of this one', () => {
    expect([windowFrom(date('2026-03-31')), windowFrom(date('2026-04-01'))]).toEqual(['2023-04-01', '2024-04-01']);
    const closed: readonly Told[] = [
      ['referral', '2021-10-06', { source: '1A' }],
      ['closure', '2022-02-01', { reason: 'RC7' }],
    ];
    expect(of('2026-03-02', ...closed)).toBeUndefined();
    expect(of('2023-03-02', ...closed)).toBeDefined();
    expect(of('2039-05-13', ...whole)).toBeDefined();
    expect(of('2041-05-14', ...whole)).toBeUndefined();
    expect(of('2026-03-02')).toBeUndefined();
  });
  it('of a child whom nobody referred stands in an episode that is named by what began it', () => {
    const child = of('2026-03-02', ...whole.slice(9, 11));
    expect(wrongBy(schema, [child])).toEqual([]);
    expect(child?.social_care_episodes).toMatchObject([
      { social_care_episode_id: 'e3', child_looked_after_placements: [{ placement_type: 'U6' }] },
    ]);
  });
  it('of a restricted record has neither name nor postcode nor a number of others', () => {
    const child = payloadOf(
      { history: historyOf(details, ...whole), isRestricted: true },
      { on: date('2026-03-02'), person: 'p', registrations: new Map() },
    );
    expect(JSON.stringify(of('2026-03-02', ...whole))).toMatch(/unique_pupil_number/);
    expect(JSON.stringify(child)).not.toMatch(/Amira|Example|OX|unique_pupil_number/);
    expect(wrongBy(schema, [child])).toEqual([]);
    expect(child?.social_care_episodes?.[0]?.['care_worker_details']).toEqual([{ worker_id: '111111111111', start_date: '2025-10-06' }]);
  });
  it('is nothing where the number is not one that the Department takes', () => {
    const child = of('2026-03-02', ...whole);
    if (child === undefined) throw new Error('no child');
    expect(whyLeftOut(child)).toBeUndefined();
    expect(whyLeftOut({ ...child, la_child_id: '10-00234' })).toContain('letters and digits');
  });
});

describe('what has changed', () => {
  const [before, after] = [of('2026-03-02', ...whole), of('2026-03-09', ...whole, ['childProtectionPlanEnd', '2026-03-06', {}])];
  it('is sent with the details alone, and nothing where nothing has', () => {
    expect(deltaOf(before, heldAs(JSON.parse(JSON.stringify(before)) as never))).toEqual({ purges: [], sends: [] });
    const { purges, sends } = deltaOf(before, after);
    expect(purges).toEqual([]);
    expect(Object.keys(sends[0] ?? {})).toEqual(['la_child_id', 'mis_child_id', 'child_details', 'social_care_episodes']);
    expect(sends[0]?.social_care_episodes).toMatchObject([{ child_protection_plans: [{ end_date: '2026-03-06' }] }]);
    expect(wrongBy(schema, sends)).toEqual([]);
  });
  it('a plan that was struck out is purged by its number; so is an episode', () => {
    const without = of('2026-03-02', ...whole.filter(([step]) => step !== 'childInNeedPlan'));
    const plan = deltaOf(
      {
        ...asWhole(without),
        social_care_episodes: [{ ...first(without), child_in_need_plans: [{ child_in_need_plan_id: 'e99', start_date: '2025-11-14' }] }],
      },
      without,
    );
    expect(plan.sends[0]?.social_care_episodes).toMatchObject([{ child_in_need_plans: [{ child_in_need_plan_id: 'e99', purge: true }] }]);
    const episode = deltaOf({ ...asWhole(before), social_care_episodes: [first(before), { social_care_episode_id: 'e98' }] }, before);
    expect(episode.sends[0]?.social_care_episodes).toEqual([{ social_care_episode_id: 'e98', purge: true }]);
    expect(wrongBy(schema, [...plan.sends, ...episode.sends])).toEqual([]);
  });
  it('whoever is of no concern any more is purged; who is known by another number, or has lost what has no number, is purged and sent anew', () => {
    expect(deltaOf(before, undefined)).toEqual({
      purges: [{ la_child_id: 'C7', mis_child_id: before?.mis_child_id, purge: true }],
      sends: [],
    });
    expect(deltaOf({ ...asWhole(before), la_child_id: 'C6' }, before)).toMatchObject({
      purges: [{ la_child_id: 'C6', purge: true }],
      sends: [{ la_child_id: 'C7' }],
    });
    const reopened = deltaOf(after, before);
    expect(reopened).toMatchObject({ purges: [{ la_child_id: 'C7', purge: true }], sends: [before] });
    const moved = deltaOf(before, { ...asWhole(before), child_details: { first_name: 'Amira' } });
    expect([moved.purges.length, moved.sends.length]).toEqual([1, 1]);
  });
  it('goes a hundred children at a time, what must be gone first', () => {
    const changes = Array.from({ length: 250 }, (_, n) => {
      const now = { ...asWhole(before), la_child_id: `C${n}` };
      return { person: `p${n}`, restricted: false, now, delta: deltaOf(n === 0 ? { ...now, la_child_id: 'old' } : undefined, now) };
    });
    const calls = callsOf(changes);
    expect(calls.map(({ sent }) => sent.length)).toEqual([1, 100, 100, 50]);
    expect(calls[0]?.sent).toEqual([
      { person: 'p0', payload: expect.objectContaining({ la_child_id: 'old', purge: true }), holds: null, restricted: false },
    ]);
  });
});

const asWhole = (child: ChildPayload | undefined): ChildPayload => {
  if (child === undefined) throw new Error('no child');
  return child;
};
const first = (child: ChildPayload | undefined) => {
  const [one] = child?.social_care_episodes ?? [];
  if (one === undefined) throw new Error('no episode');
  return one;
};

describe('the sender', () => {
  const secrets = { clientId: 'ours', clientSecret: 'not-to-be-told', supplierKey: 'key-of-ours' };
  let department: StandIn;
  let waited: number[] = [];
  beforeAll(async () => void (department = await standIn(secrets)));
  afterAll(() => department.end());
  beforeEach(() => void (waited = []));
  const settings = () => ({ ...secrets, scope: 'feed', url: department.address, tokenUrl: `${department.address}/token` });
  const sending = (more: Partial<ReturnType<typeof settings>> = {}) =>
    sender({ ...settings(), ...more }, 301, {
      fetch: (url, init) => fetch(url, init),
      wait: async (time) => void waited.push(time),
      now: () => Date.now(),
    });
  const body = bodyOf([of('2026-03-02', ...whole)]);
  const tried: number[] = [];
  const noted = async (status: number) => void tried.push(status);

  it('signs in by client credentials and supplier key, and sends to the authority’s own address', async () => {
    const send = sending();
    expect(await send(body, noted)).toEqual({ kind: 'accepted', receipts: ['2026-11-29_0'] });
    await send(body, noted);
    expect(department.taken.at(-1)?.path).toBe('/children_social_care_data/301/children');
    expect(department.tokensAsked()).toBe(1);
  });
  it('waits longer each time where it is asked to come later, as long as it is told, and gives up after three', async () => {
    department.answers.push(429, 503);
    tried.length = 0;
    expect((await sending()(body, noted)).kind).toBe('accepted');
    expect([waited, tried]).toEqual([
      [5_000, 10_000],
      [429, 503, 200],
    ]);
    department.answers.push(429, 429, 429);
    expect(await sending()(body, noted)).toMatchObject({ kind: 'stopped', status: 429 });
  });
  it('asks for another token when its own is refused; a wrong key is told, and no secret with it', async () => {
    const send = sending();
    await send(body, noted);
    department.forgetTokens();
    expect((await send(body, noted)).kind).toBe('accepted');
    const refused = await sending({ supplierKey: 'another' })(body, noted);
    expect(refused).toMatchObject({ kind: 'stopped', status: 403 });
    const wrong = await sending({ clientSecret: 'another' })(body, noted);
    expect(wrong).toMatchObject({ kind: 'stopped', status: 401 });
    expect(JSON.stringify([refused, wrong])).not.toContain('another');
  });
  it('says which child of a call is wrong, and does not send again what is malformed', async () => {
    const bad = bodyOf([of('2026-03-02', ...whole), { la_child_id: 'not-so', child_details: {} }]);
    tried.length = 0;
    expect(await sending()(bad, noted)).toMatchObject({ kind: 'wrong', index: 1 });
    expect(tried).toEqual([400]);
  });
  it('nobody answers: that is told, and not a fault', async () => {
    expect(await sending({ url: 'http://127.0.0.1:9', tokenUrl: 'http://127.0.0.1:9/token' })(body, noted)).toMatchObject({
      kind: 'stopped',
      status: 0,
    });
  });
});

test('the schema of the Department is asked, and not only looked at', () => {
  const child = of('2026-03-02', ...whole);
  expect(wrongBy(schema, [{ ...child, la_child_id: '10-0' }])).toHaveLength(1);
  expect(wrongBy(schema, [{ ...child, surname: 'x' }])).toEqual(['[0].surname: must be left out: the schema has no such field']);
  expect(wrongBy(schema, [{ mis_child_id: 'x' }])).toEqual(['[0].la_child_id: must be there']);
  expect(
    wrongBy(
      schema,
      Array.from({ length: 101 }, () => child),
    ),
  ).toHaveLength(1);
});
