import { describe, expect, it } from 'vitest';
import { grounds, groundOf } from './grounds.ts';
import { unsaidOf, weighings, type Weighing } from './weighings.ts';

/** Ground: what may be said of it; `+`: with a reason that names why, or who. */
const settles: Readonly<Record<string, readonly string[]>> = {
  thirdParty: ['refused', 'unanswered', 'unaskable', 'notAsked+'],
  seriousHarm: ['notHealth', 'opinion+'],
  seriousHarmHealth: ['opinion+'],
};
const names = Object.keys(weighings).filter((name): name is Weighing => name in weighings);

describe('what is withheld, by its test in law', () => {
  it.each(Object.keys(settles))('%s', (name) => {
    const ground = groundOf(name) ?? 'crime';
    expect(unsaidOf({ ground })).toContain('Data Protection Act 2018 Sch');
    for (const weighed of names) {
      const isSettled = (why: string): boolean => unsaidOf({ ground, weighed, why }) === undefined;
      expect([weighed, isSettled('')]).toEqual([weighed, settles[name]?.includes(weighed)]);
      expect([weighed, isSettled('Dr Osei, 19 March')]).toEqual([weighed, settles[name]?.some((one) => one.replace('+', '') === weighed)]);
    }
  });
  it('on any other ground has none here', () => {
    for (const ground of Object.keys(grounds).filter((one) => settles[one] === undefined))
      expect(unsaidOf({ ground: groundOf(ground) ?? 'thirdParty' })).toBeUndefined();
  });
});
