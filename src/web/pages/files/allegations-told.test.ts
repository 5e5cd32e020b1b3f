import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { historyOf } from '../../../practice/history.fixture.ts';
import { AllegationsTold } from './allegations-told.tsx';

test('the file of carers says whether the designated officer was told of each allegation, leads to where they are, and shows nothing of what is alleged', () => {
  const history = historyOf(
    ['fosterConcern', '2026-05-04', { kind: 'allegation', officerToldOn: '2026-05-05' }],
    ['fosterConcern', '2026-06-08', { kind: 'allegation', words: 'of an older record' }],
    ['fosterConcern', '2026-06-10', { kind: 'complaint', words: 'Nobody rang back' }],
  );
  const shown = render(h(AllegationsTold, { history, setting: 'fostering' }));
  expect(shown).toContain('the designated officer was told on 5 May 2026');
  expect(shown).toContain('/allegations?setting=fostering&amp;learntOn=2026-06-08#tell');
  for (const words of ['of an older record', 'Nobody rang back']) expect(shown).not.toContain(words);
  expect(AllegationsTold({ history: historyOf(['fosterConcern', '2026-06-10', { kind: 'complaint' }]), setting: 'other' })).toBeNull();
});
