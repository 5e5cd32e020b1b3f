import { demonstrationAuthority } from '../demo/authority.ts';
import { derivation } from '../src/practice/pathway.ts';
import { rebuild } from '../src/record/rebuild.ts';
import { verify } from '../src/record/verify.ts';
import { median, timed, type Note } from './figures.ts';
import { withDatabase, type Place } from './place.ts';
import { prepared } from './start-up.ts';

const { authority } = demonstrationAuthority;
const times = 3;

/** Every chain recomputed, and everything derived again, over the demonstration; both must find nothing. */
export async function measureVerify(place: Place, note: Note): Promise<void> {
  const { folder } = await prepared(place);
  await withDatabase(folder, async ({ owner }) => {
    const verified: number[] = [];
    const rebuilt: number[] = [];
    let lines = 0;
    for (let n = 0; n < times; n += 1) {
      const checked = await timed(() => verify(owner, authority));
      if (checked.value.broken !== undefined) throw new Error('The chains of the demonstration do not hold.');
      lines = checked.value.lines;
      verified.push(checked.ms);
      const derived = await timed(() => rebuild(owner, authority, derivation));
      if (derived.value.differences.length > 0) throw new Error('What is stored of the demonstration is not what its chains give.');
      rebuilt.push(derived.ms);
    }
    note({ what: 'verify: lines whose hashes are recomputed', value: (lines / median(verified)) * 1000, unit: 'lines/s', n: times });
    note({ what: 'rebuild: lines derived from and compared', value: (lines / median(rebuilt)) * 1000, unit: 'lines/s', n: times });
  });
}
