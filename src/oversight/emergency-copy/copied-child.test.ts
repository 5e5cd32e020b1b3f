import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { Clock } from '../../kernel/step/clock.ts';
import type { Standing } from '../../kernel/derivation/derivation.ts';
import { copiedChild } from './copied-child.ts';
import { pack, type CopyParts } from './emergency-copy.ts';

const today = date('2026-03-03');
const noon = new Date('2026-03-03T12:00:00Z');
const clock = (rule: string, dueOn: string, more: Partial<Clock> = {}): Clock => ({
  rule,
  version: '1',
  startedBy: 'e1',
  startedOn: date('2026-01-01'),
  dueOn: date(dueOn),
  notInSource: false,
  ...more,
});
const names = {
  members: new Map([['w', 'Priya Shah']]),
  teams: new Map([['t', 'North 1']]),
  rules: new Map([['visit 1', 'Visit']]),
};
const copied = (standing: Partial<Standing>, clocks: readonly Clock[] = []) =>
  copiedChild({ person: 'p', standing: { name: 'Amara Okafor', ...standing }, clocks }, names, noon);

describe('a child in a copy', () => {
  it('is named with worker, team, plan and category in words', () => {
    expect(
      copied({ worker: 'w', team: 't', onPlanSince: date('2026-01-05'), category: 'NEG', sex: 'F', bornOn: date('2019-05-14') }),
    ).toMatchObject({
      name: 'Amara Okafor',
      worker: 'Priya Shah',
      team: 'North 1',
      category: 'Neglect',
      sex: 'Female',
      where: 'Not recorded',
    });
  });

  it('shows what is due, the first first, and leaves out what was done, is over, or is not in the source', () => {
    const { due } = copied({}, [
      clock('visit', '2026-03-09'),
      clock('review', '2026-02-20'),
      clock('done', '2026-02-01', { metBy: 'e2', metOn: date('2026-01-20') }),
      clock('over', '2026-02-01', { endedOn: date('2026-01-20'), endedBecause: 'plan ended' }),
      clock('unknown', '2026-02-01', { notInSource: true }),
    ]);
    expect(due).toEqual([
      { title: 'review', on: '2026-02-20' },
      { title: 'Visit', on: '2026-03-09' },
    ]);
  });

  it('says where a looked-after child is, and that one is missing', () => {
    const child = copied({
      lookedAfterSince: date('2025-06-01'),
      legalStatus: 'C2',
      placementType: 'U6',
      placementSince: date('2026-01-02'),
      placedWith: 'The Hartleys',
      placementPostcode: 'OX4 2QQ',
      missingSince: date('2026-03-02'),
    });
    expect(child.where).toMatch(/^The Hartleys \(.*, since 2 Jan 2026\)\nOX4 2QQ$/);
    expect(child.missingSince).toBe('2026-03-02');
    expect(child.legalStatus).toMatch(/care order/i);
  });

  it('says where a child at home lives, and never a confidential address', () => {
    expect(copied({ livesAt: '14 Example Street\nOX1 1ND' }).where).toBe('14 Example Street\nOX1 1ND');
    expect(copied({ addressIsConfidential: true }).where).toContain('not copied');
    expect(copied({ livesAt: '14 Example Street', livesThereUntil: date('2026-03-01') }).where).toBe('Not recorded since 1 Mar 2026');
  });

  it('says of what its maker could not read that it is not in the copy, and takes nothing that is absent for not so', () => {
    const { where, warnings } = copied({ unread: true });
    expect(where).toBe('Not in this copy');
    expect(warnings).toMatchObject([{ title: 'Not everything is in this copy', from: today }]);
    expect(copied({}).where).toBe('Not recorded');
  });

  it('carries the warnings that hold today, and no date seen that the source does not give', () => {
    const warning = { entry: 'e9', kind: 'dangerToStaff', words: 'Dog', from: date('2026-01-01') };
    expect(copied({ warnings: [warning, { ...warning, until: date('2026-02-01') }] }).warnings).toEqual([
      { title: 'Danger to staff', words: 'Dog', from: '2026-01-01' },
    ]);
    expect(copied({ visitsNotInSource: true, lastSeenOn: date('2026-01-01') })).not.toHaveProperty('lastSeenOn');
  });
});

describe('what a copy holds', () => {
  const parts: CopyParts = {
    authorityName: 'Norchester',
    number: async () => ({
      kind: 'numbered',
      copy: {
        number: 3,
        madeAt: '2026-03-03 02:00:00+00',
        children: [
          {
            person: 'a',
            standing: { name: 'Later', lookedAfterSince: today, placedWith: 'With his brother Bobby' },
            clocks: [clock('visit', '2026-04-01')],
          },
          {
            person: 'b',
            standing: {
              name: 'Sooner',
              warnings: [{ entry: 'e', kind: 'noContact', words: 'BOBBY’s father', from: today, source: 'bobby' }],
            },
            clocks: [clock('visit', '2026-03-05')],
          },
          { person: 'c', standing: { name: 'Nothing due' }, clocks: [] },
        ],
      },
    }),
    withheld: async (words) => new Set(words.filter((word) => word === 'Bobby')),
    names: async () => names,
  };
  const asked = { copy: 'c', kind: 'copy', recipient: 'Night duty', scope: 'All', expiresAt: '2026-03-06T00:00:00Z' } as const;

  it('stands by what is due next, and names nobody whose record is restricted', async () => {
    const packed = await pack(parts, asked);
    if (packed.kind === 'refused') throw new Error(packed.message);
    expect(packed.pack.children.map(({ name }) => name)).toEqual(['Sooner', 'Later', 'Nothing due']);
    expect(JSON.stringify(packed.pack.children)).not.toMatch(/bobby/i);
    expect(packed.pack.children[0]?.warnings[0]).toMatchObject({ words: '[name withheld]’s father', source: '[name withheld]' });
    expect(packed.pack.children[1]?.where).toContain('With his brother [name withheld]');
  });

  it('is refused as the record refuses it', async () => {
    const refusing = { ...parts, number: async () => ({ kind: 'refused', message: 'Your role may not' }) as const };
    expect(await pack(refusing, asked)).toEqual({ kind: 'refused', message: 'Your role may not' });
  });
});
