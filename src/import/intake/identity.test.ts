import { describe, expect, it, test } from 'vitest';
import { areNear, isAlike, verdictById, verdictByPupilNumber, type Facts, type KnownFacts } from './identity.ts';

const facts: Facts = { child: '100234', upn: 'A123456789123', bornOn: '2019-05-14', sex: 'F', ethnicity: 'APKN' };
const known: KnownFacts = {
  children: new Set(['100234']),
  upns: new Set(['A123456789123']),
  bornOn: '2019-05-14',
  sex: 'F',
  ethnicity: 'APKN',
};

describe('the authority’s own identifier leads to a record', () => {
  test.each<[string, Partial<Facts>, Partial<KnownFacts>, boolean, string]>([
    ['all agrees', {}, {}, false, 'same'],
    ['the sex is not known here', { sex: 'U' }, {}, false, 'same'],
    ['born on another day', { bornOn: '2019-05-15' }, {}, false, 'uncertain'],
    ['born on another day, from the same kind of file', { bornOn: '2019-05-15' }, {}, true, 'same'],
    [
      'born on another day with another pupil number, from the same kind of file',
      { bornOn: '2019-05-15', upn: 'B' },
      {},
      true,
      'uncertain',
    ],
    ['another sex', { sex: 'M' }, {}, false, 'uncertain'],
    ['another sex, from the same kind of file', { sex: 'M' }, {}, true, 'same'],
    ['unborn when the record began', {}, { bornOn: undefined as never, upns: new Set() }, false, 'same'],
    ['no birth on record and another pupil number', { upn: 'B' }, { bornOn: undefined as never }, false, 'uncertain'],
  ])('%s', (_name, one, other, again, kind) => {
    expect(verdictById({ ...facts, ...one }, { ...known, ...other }, again).kind).toBe(kind);
  });
});

describe('only the pupil number leads to a record', () => {
  test.each<[string, Partial<Facts>, string]>([
    ['born on the same day', { child: '9' }, 'same'],
    ['born on another day', { child: '9', bornOn: '2018-05-14' }, 'uncertain'],
    ['another sex', { child: '9', sex: 'M' }, 'uncertain'],
  ])('%s', (_name, one, kind) => expect(verdictByPupilNumber({ ...facts, ...one }, known).kind).toBe(kind));

  it('a new identifier is remarked', () => {
    expect(verdictByPupilNumber({ ...facts, child: '9' }, known)).toMatchObject({
      note: expect.stringContaining('identifier has changed'),
    });
  });
});

describe('alike', () => {
  test.each([
    ['100234', '100243', true],
    ['100234', '10234', true],
    ['100234', '0100234', true],
    ['100234', '100235', true],
    ['100234', 'C100234', true],
    ['100234', '100324', true],
    ['100234', '100345', false],
    ['12', '13', false],
    ['', '', false],
  ])('%s and %s: %s', (one, other, near) => {
    expect([areNear(one, other), areNear(other, one)]).toEqual([near, near]);
  });

  test.each<[string, Partial<Facts>, boolean]>([
    ['one slip apart', { child: '100243' }, true],
    ['nothing near', { child: '555555', upn: 'Z999999999999' }, false],
    ['near, but another day', { child: '100243', bornOn: '2019-05-15' }, false],
    ['near, but another sex', { child: '100243', sex: 'M' }, false],
    ['near, ethnicity not obtained', { child: '100243', ethnicity: 'NOBT' }, true],
    ['near, but another ethnicity', { child: '100243', ethnicity: 'WBRI' }, false],
  ])('%s', (_name, one, alike) => expect(isAlike({ ...facts, ...one }, known)).toBe(alike));
});
