import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { stepNamed } from '../pathway.ts';

const refused = (step: string, answers: object, ...told: readonly Told[]) =>
  (stepNamed(step)?.decide(historyOf(...told), answers as never, date('2026-12-01')) ?? []).map(({ field }) => field);

describe('the words of an allegation', () => {
  it('stand in no file of carers or adopters: that there is one, when the officer was told, and what was decided for children does', () => {
    for (const step of ['fosterConcern', 'adopterConcern']) {
      const said = { on: '2026-05-04', kind: 'allegation', officerToldOn: '2026-05-05', meanwhile: 'With respite carers.' };
      expect(refused(step, said)).toEqual([]);
      expect(refused(step, { ...said, words: 'He was locked out.' })).toEqual(['words']);
      expect(refused(step, { on: '2026-05-04', kind: 'complaint', words: 'Nobody rang back.' })).toEqual([]);
      const asked = stepNamed(step)?.fields['words']?.askedWhen;
      expect([asked?.({ kind: 'allegation' }), asked?.({ kind: 'complaint' })]).toEqual([false, true]);
    }
  });
  it('nor does what was found of one, when it ends', () => {
    const end = { endedOn: '2026-06-01', concern: 'e1', outcome: 'support' };
    const allegation: Told = ['fosterConcern', '2026-05-04', { kind: 'allegation' }];
    expect(refused('fosterConcernEnd', end, allegation)).toEqual([]);
    expect(refused('fosterConcernEnd', { ...end, found: 'Unfounded.' }, allegation)).toEqual(['found']);
    expect(
      refused('fosterConcernEnd', { ...end, found: 'A grant never came.' }, ['fosterConcern', '2026-05-04', { kind: 'standard' }]),
    ).toEqual([]);
  });
});
