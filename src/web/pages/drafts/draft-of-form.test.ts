import { describe, expect, it } from 'vitest';
import { erase } from '../../../kernel/step/step.ts';
import { visit } from '../../../practice/child-protection/visit.ts';
import { chosenForm, differences, draftIn, missingIn, wordsAbout, wordsOf } from './draft-of-form.ts';

const step = erase(visit);
const [ada, ben] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const given = {
  _csrf: 'secret',
  stage: 'later',
  entry: '33333333-3333-4333-8333-333333333333',
  tab: '44444444-4444-4444-8444-444444444444',
  version: '3',
  seq: '7',
  asked: [ada, ben],
  readAt: '2026-03-03T10:00:00.000Z',
  'f.visitedOn': ['2', '3', ''],
  'f.note': 'Kitchen\u0000 seen',
  'f.place': '',
  [`e.${ada}.seen`]: 'yes',
  'e.__proto__.seen': 'yes',
};

describe('a draft', () => {
  it('holds the answers as they were given, unfinished or not, and neither tokens nor what nobody answered', () => {
    expect(wordsOf(given)).toEqual({
      readAt: '2026-03-03T10:00:00.000Z',
      'f.visitedOn': ['2', '3', ''],
      'f.note': 'Kitchen seen',
      [`e.${ada}.seen`]: 'yes',
    });
    expect(draftIn(step, ada, given)).toMatchObject({ base: 3, seq: 7, asked: [ada, ben], step: 'visit', person: ada });
    expect(draftIn(step, ada, { ...given, tab: '' }), 'from no form of a draft').toBeUndefined();
  });

  it('says which questions must still be answered: of the child, and of the brother once he is ticked', () => {
    expect(missingIn(step, {}, ada)).toEqual(['Date of the visit', 'Was the child seen?']);
    expect(missingIn(step, given, ada), 'a date that is not whole yet is not missing').toEqual([]);
    expect(missingIn(step, { ...given, with: [ben] }, ada)).toEqual(['Was the child seen?']);
  });

  it('is shown of those whom the form asks about alone', () => {
    expect(Object.keys(wordsAbout({ 'f.note': 'x', [`e.${ben}.seen`]: 'no', [`e.${ada}.seen`]: 'yes' }, [ada]))).toEqual([
      'f.note',
      `e.${ada}.seen`,
    ]);
  });
});

describe('two windows', () => {
  const mine = { readAt: 'a', 'f.note': 'Mine', 'f.place': 'home', 'f.visitedOn': ['2', '3', '2026'], [`e.${ada}.seen`]: 'yes' };
  const saved = { readAt: 'b', 'f.note': 'Theirs', 'f.place': 'home', 'f.visitedOn': ['2', '3', '2026'], [`e.${ada}.seenAlone`]: 'no' };
  const found = differences(step, mine, saved);
  const choose = (choices: Readonly<Record<string, string>>) => chosenForm(mine, found, (id) => choices[id] ?? '');

  it('differ question by question, in the order of the form; line ends of browsers are no difference', () => {
    expect(found.map(({ id }) => id)).toEqual(['f.note', `e.${ada}.seen`, `e.${ada}.seenAlone`]);
    expect(differences(step, { 'f.note': 'a\r\nb ' }, { 'f.note': 'a\nb' })).toEqual([]);
  });

  it('become one form only as the writer chose, also when an answer is left out', () => {
    const all = choose({ 'f.note': 'both', [`e.${ada}.seen`]: 'saved', [`e.${ada}.seenAlone`]: 'saved' });
    expect(all.unchosen).toEqual([]);
    expect(all.form).toEqual({
      readAt: 'a',
      'f.note': 'Theirs\n\nMine',
      'f.place': 'home',
      'f.visitedOn': ['2', '3', '2026'],
      [`e.${ada}.seenAlone`]: 'no',
    });
  });

  it('are not merged where nothing was chosen, or what cannot be: a yes and a no', () => {
    expect(choose({ 'f.note': 'mine', [`e.${ada}.seen`]: 'both' }).unchosen.map(({ id }) => id)).toEqual([
      `e.${ada}.seen`,
      `e.${ada}.seenAlone`,
    ]);
  });
});
