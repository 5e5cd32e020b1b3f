import { expect, it } from 'vitest';
import { historyOf } from '../../../practice/history.fixture.ts';
import { steps, timescales } from '../../../practice/pathway.ts';
import { ofWhat } from './shown-clocks.ts';

it('of an action or a challenge the limit says what it is of; of what a child’s record starts once, its title says it', () => {
  const history = historyOf(
    ['action', '2026-03-02', { what: 'Map who is told of a move', byWhen: '2026-04-09' }],
    ['bodyChallenge', '2026-03-02', { by: 'schools', whom: 'police', about: 'Notifications come late' }],
    ['bodyMeeting', '2026-03-02', { decisions: [] }],
    ['section47Enquiry', '2026-03-02', {}],
  );
  const said = ['actionDue', 'bodyChallenge', 'bodyMeeting', 'initialConference'].map((rule, n) =>
    ofWhat(history, { rule, startedBy: history[n]?.entry ?? '' }, { steps, timescales }),
  );
  expect(said).toEqual([
    'Action by 9 Apr 2026: Map who is told of a move',
    'Schools and colleges to Police: Notifications come late',
    undefined,
    undefined,
  ]);
  const unread = { rule: 'actionDue', startedBy: 'of an entry that the reader may not read' };
  expect(ofWhat(history, unread, { steps, timescales })).toBeUndefined();
});
