import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../practice/pathway.ts';
import { date as day } from '../calendar/dates.ts';
import { code } from '../field/code.ts';
import { date } from '../field/date.ts';
import { count, text, yesNo } from '../field/plain.ts';
import { rows } from '../field/rows.ts';
import { whatStands, type Line } from './history.ts';
import { understand } from '../field/understand.ts';
import { defineStep } from './step.ts';

const heldOn = date('Date of the meeting', { required: 'It starts a limit' });
const toy = defineStep({
  name: 'toy',
  title: 'Toy',
  law: 'None',
  fields: { heldOn, held: yesNo('It was held'), why: text('Why not', { askedWhen: (answers) => answers['held'] === false }) },
  happenedOn: (answers) => answers.heldOn,
  may: { record: [], read: [] },
  summary: () => 'Toy',
  examples: {},
});

describe('what is given is understood, or every problem is named at once', () => {
  it('reads dates as people write them', () => {
    expect(understand({ heldOn }, { heldOn: ['3', '3', '2026'] })).toEqual({ kind: 'accepted', value: { heldOn: '2026-03-03' } });
    expect(understand({ heldOn }, { heldOn: '3/3/2026' })).toEqual({ kind: 'accepted', value: { heldOn: '2026-03-03' } });
  });
  it('says what is missing, in words', () =>
    expect(understand(toy.fields, {})).toEqual({
      kind: 'refused',
      problems: [{ field: 'heldOn', message: 'Enter the date of the meeting' }],
    }));
  it('names each problem', () => {
    const outcome = understand(toy.fields, { heldOn: '31/2/2026', held: 'perhaps' });
    expect(outcome.kind === 'refused' && outcome.problems.map((problem) => problem.field)).toEqual(['heldOn', 'held']);
  });
  it('asks only what the answers so far call for', () =>
    expect(understand(toy.fields, { heldOn: '2026-03-03', held: 'yes', why: 'x' })).toEqual({
      kind: 'accepted',
      value: { heldOn: '2026-03-03', held: true },
    }));
  it('never guesses a year', () => expect(understand({ heldOn }, { heldOn: '3/3/26' }).kind).toBe('refused'));
  it('refuses a date beyond the calendar', () => expect(understand({ heldOn }, { heldOn: '9999-12-31' }).kind).toBe('refused'));
});

describe('a field is added in one place', () => {
  const added = { ...toy, fields: { ...toy.fields, howMany: count('How many came') } };
  it('is understood and is in the answers', () => {
    const outcome = understand(added.fields, { heldOn: '2026-03-03', howMany: '4' });
    expect(outcome.kind === 'accepted' && outcome.value.howMany).toBe(4);
  });
  it('changes the wording', () => expect(wordingOf(added)).not.toBe(wordingOf(toy)));
  it('a changed label, hint or code changes the wording too', () => {
    const hashes = [
      toy,
      { ...toy, fields: { heldOn: date('Day of the meeting', { required: 'It starts a limit' }) } },
      { ...toy, fields: { heldOn: date('Date of the meeting', { required: 'It starts a limit', hint: 'x' }) } },
      { ...toy, fields: { kind: code('Kind', { a: 'A' }) } },
      { ...toy, fields: { kind: code('Kind', { a: 'A', b: 'B' }) } },
      { ...toy, fields: { kind: rows('Kind', { a: text('A') }) } },
      { ...toy, fields: { kind: rows('Kind', { a: text('B') }) } },
    ].map(wordingOf);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('codes', () => {
  it('are offered in the order of their numbers, 1A before 4', () => {
    const { control } = code('Who', { '4': 'Four', '1A': 'One A', '10': 'Ten' });
    expect(control.kind === 'choice' && control.options.map(({ value }) => value)).toEqual(['1A', '4', '10']);
  });
});

describe('what stands', () => {
  const line = (position: number, more: Partial<Line> = {}): Line => ({
    entry: `e${position}`,
    step: 'toy',
    position,
    happenedOn: day('2026-03-03'),
    recordedAt: '',
    recordedBy: '',
    tombstone: false,
    answers: { n: position },
    ...more,
  });
  it('is the latest correction under the first id', () => {
    const [statement] = whatStands([line(1), line(2, { corrects: 1, happenedOn: day('2026-03-01') }), line(3, { corrects: 2 })]);
    expect(statement).toMatchObject({ entry: 'e1', position: 1, happenedOn: '2026-03-03', answers: { n: 3 } });
  });
  it('is nothing once struck out', () => expect(whatStands([line(1), line(2, { corrects: 1, tombstone: true })])).toEqual([]));
});
