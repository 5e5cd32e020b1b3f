import { describe, expect, it } from 'vitest';
import { historyOf, type Told } from '../history.fixture.ts';
import { socialWorkerEpisodesOf } from './social-worker-episodes.ts';

const episodes = (...told: readonly Told[]) => socialWorkerEpisodesOf(historyOf(...told));

describe('social worker episodes', () => {
  it('follow from who was allocated; a second worker or the same one again begins none', () =>
    expect(
      episodes(
        ['allocation', '2026-01-05', { worker: 'a', role: 'lead', reasonForChange: 'FCONTA' }],
        ['allocation', '2026-02-02', { worker: 'b', role: 'second' }],
        ['allocation', '2026-02-09', { worker: 'a', role: 'lead' }],
        ['allocation', '2026-03-02', { worker: 'c', role: 'lead', reasonForChange: 'LEFTRL' }],
      ),
    ).toEqual([
      { member: 'a', startedOn: '2026-01-05', endedOn: '2026-03-01', reason: 'FCONTA' },
      { member: 'c', startedOn: '2026-03-02', reason: 'LEFTRL' },
    ]));
  it('of a return stand as they were given, before those of here', () =>
    expect(
      episodes(
        ['socialWorkerEpisode', '2025-06-02', { startedOn: '2025-06-02', socialWorker: 'SW1', endedOn: '2025-11-14', reason: 'LEFTRL' }],
        ['allocation', '2026-01-05', { worker: 'a' }],
      ),
    ).toEqual([
      { socialWorker: 'SW1', startedOn: '2025-06-02', endedOn: '2025-11-14', reason: 'LEFTRL' },
      { member: 'a', startedOn: '2026-01-05' },
    ]));
});
