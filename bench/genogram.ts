import { familyOfForty } from '../src/oversight/family/genogram.fixture.ts';
import { layOut } from '../src/oversight/family/genogram.ts';
import { median, type Note } from './figures.ts';
import type { Place } from './place.ts';

const times = 60;
/** The first few are slower than any that a server draws after its first minute. */
const warm = 10;

/** A genogram of forty people in four generations: places, lines and outline, as the family page draws them. */
export function measureGenogram(_place: Place, note: Note): Promise<void> {
  const family = familyOfForty();
  const taken = Array.from({ length: times + warm }, () => {
    const began = performance.now();
    layOut(family);
    return performance.now() - began;
  });
  note({ what: 'genogram of 40 people, the first', value: taken[0] ?? Number.NaN, unit: 'ms', n: 1 });
  note({ what: 'genogram of 40 people', value: median(taken.slice(warm)), unit: 'ms', n: times, target: { most: 50 } });
  return Promise.resolve();
}
