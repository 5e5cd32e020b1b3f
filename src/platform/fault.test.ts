import { describe, expect, test } from 'vitest';
import { faultInWords, faultOf } from './fault.ts';

describe('a fault', () => {
  test('says what kind it is and where it was thrown, and never its message', () => {
    const error = Object.assign(new RangeError('Key (name)=(Mary Smith) is twice there'), { code: '23505' });
    const fault = faultOf(error);
    expect(fault).toMatchObject({ error: 'RangeError', code: '23505' });
    expect(fault.at[0]).toContain('fault.test.ts');
    expect(faultInWords(error)).not.toContain('Mary');
  });

  test('leaves out a message that looks like a place in the program', () => {
    const error = new Error('first line\n    at Mary Smith, 3 High Street');
    expect(JSON.stringify(faultOf(error))).not.toContain('Mary');
  });

  test('repeats neither a code that is a sentence, nor what is no error', () => {
    expect(faultOf(Object.assign(new Error('x'), { code: 'Mary Smith' }))).not.toHaveProperty('code');
    expect(faultOf('Mary Smith')).toEqual({ error: 'string', at: [] });
  });
});
