import { expect, test } from 'vitest';
import { assuranceStates } from './assurance-states.ts';
import { leftOut, seeEach } from './every-state.ts';
import { fileStates } from './file-states.ts';

const seen = seeEach([...fileStates, ...assuranceStates]);

test('no page of files was left out: whoever adds a page adds its states', () => {
  expect(leftOut(seen, 'files')).toEqual([]);
});
