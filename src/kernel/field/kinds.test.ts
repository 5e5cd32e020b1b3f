import { describe, expect, test } from 'vitest';
import { partialDate } from './partial-date.ts';
import { code, codes } from './code.ts';
import { date } from './date.ts';
import { decimal, text, yesNo } from './plain.ts';
import { rows } from './rows.ts';
import { time } from './time.ts';
import { givenOf, understand } from './understand.ts';

describe('a time', () => {
  test.each([
    ['14:30', '14:30'],
    ['9.05', '09:05'],
    ['2:30pm', '14:30'],
    ['12:00 am', '00:00'],
    ['12.15 PM', '12:15'],
  ])('%s is %s', (given, value) => expect(time('Time').parse(given)).toEqual({ value }));
  test.each(['24:00', '13:00pm', '0:30am', 'noon', '7'])('%s is refused', (given) =>
    expect(time('Time').parse(given)).toEqual({ problem: 'must be a time, for example 14:30 or 2:30pm' }),
  );
  test('nothing is nothing', () => expect(time('Time').parse(' ')).toEqual({ value: undefined }));
});

describe('a date as far as it is known', () => {
  test.each([
    ['03/05/2020', '2020-05-03', '3 May 2020'],
    ['zz/05/2020', '2020-05', 'May 2020'],
    ['5/2020', '2020-05', 'May 2020'],
    ['zz/zz/2020', '2020', '2020'],
    ['2020', '2020', '2020'],
    ['2020-05', '2020-05', 'May 2020'],
    ['zz/zz/zzzz', 'unknown', 'Not known'],
  ])('%s is kept as %s and reads %s', (given, value, shown) => {
    const field = partialDate('Date');
    expect(field.parse(given)).toEqual({ value });
    expect(field.display(value)).toBe(shown);
    expect(field.parse(value)).toEqual({ value });
  });
  test.each(['31/02/2020', '13/2020', 'zz/zz/20', '03/zz/2020', 'May', '1/2/3/2020'])('%s is refused', (given) =>
    expect(partialDate('Date').parse(given)).toHaveProperty('problem'),
  );
});

describe('a decimal', () => {
  test('has at most one digit after the point', () => {
    expect(decimal('Miles').parse('4.5')).toEqual({ value: 4.5 });
    expect(decimal('Miles').parse('12')).toEqual({ value: 12 });
    expect(decimal('Miles').parse('4.55')).toHaveProperty('problem');
    expect(decimal('Miles').parse('-1')).toHaveProperty('problem');
  });
});

describe('several lines of like answers', () => {
  const fields = {
    attended: rows(
      'Who came',
      {
        agency: code(
          'Agency',
          { police: 'Police', health: 'Health', school: 'School' },
          { required: 'Working Together names who must be there' },
        ),
        name: text('Name'),
        came: yesNo('Came'),
        sent: codes('Sent', { report: 'Report', apology: 'Apology' }),
        on: date('Report of'),
      },
      { line: 'Agency' },
    ),
  };
  const said = {
    attended: [
      { agency: 'police', name: 'Sgt Hall', came: true },
      { agency: 'health', came: false, sent: ['report', 'apology'], on: '2026-03-02' },
    ],
  };

  test('are what a form gives of them, line by line; an empty line is left out', () => {
    expect(givenOf(fields, said, 'f')).toMatchObject({ 'f.attended.0.agency': 'police', 'f.attended.1.came': 'no' });
    expect(understand(fields, { ...givenOf(fields, said), 'attended.2.agency': '', 'attended.2.name': ' ' })).toEqual({
      kind: 'accepted',
      value: said,
    });
    expect(understand(fields, { 'attended.0.agency': '', 'attended.0.on': ['', '', ''] })).toEqual({ kind: 'accepted', value: {} });
  });
  test('say at which cell something is wrong, and in which line of those shown', () =>
    expect(understand(fields, { 'attended.3.agency': 'police', 'attended.7.name': 'Dr Osei', 'attended.7.came': 'perhaps' })).toEqual({
      kind: 'refused',
      problems: [
        { field: 'attended.7.agency', message: 'Agency 2: Select agency' },
        { field: 'attended.7.came', message: 'Agency 2: Came must be yes or no (in a file: true, false, 1 or 0)' },
      ],
    }));
  test('are not given as one text', () =>
    expect(understand(fields, { attended: '[]' })).toMatchObject({
      problems: [{ field: 'attended', message: 'Who came must be given line by line' }],
    }));
  test('are described and shown', () => {
    expect(fields.attended.schema).toMatchObject({
      type: 'array',
      items: { required: ['agency'], properties: { came: { type: 'boolean' } } },
    });
    expect(fields.attended.display(said.attended as never)).toBe('Police, Sgt Hall, Yes\nHealth, No, Report, Apology, 2 Mar 2026');
  });
  test('have no lines of their own', () => expect(() => rows('A', fields)).toThrow('lines of its own'));
});
