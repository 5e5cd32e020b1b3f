import { describe, expect, it } from 'vitest';
import { createFailedSignIns } from './failed-sign-ins.ts';

const minutes = (count: number) => count * 60_000;
const council = '192.0.2.1';

function clocked() {
  let at = Date.parse('2026-03-03T09:00:00Z');
  return { failures: createFailedSignIns(() => new Date(at)), wait: (milliseconds: number) => (at += milliseconds) };
}

describe('wrong passwords', () => {
  it('of one person at one address are borne eight times a minute; a colleague behind the same address signs in all the same', () => {
    const { failures, wait } = clocked();
    for (let n = 0; n < 8; n += 1) {
      expect(failures.isTooMany(council, 'ada@example.org')).toBe(false);
      failures.failed(council, 'ada@example.org');
    }
    expect(failures.isTooMany(council, ' ADA@example.org ')).toBe(true);
    expect(failures.isTooMany(council, 'bo@example.org')).toBe(false);
    wait(minutes(1));
    expect(failures.isTooMany(council, 'ada@example.org')).toBe(false);
  });

  it('at many accounts from one address are borne sixty times a minute', () => {
    const { failures } = clocked();
    for (let n = 0; n < 60; n += 1) failures.failed(council, `${n}@example.org`);
    expect(failures.isTooMany(council, 'bo@example.org')).toBe(true);
    expect(failures.isTooMany('192.0.2.2', 'bo@example.org')).toBe(false);
  });

  it('at one account from many addresses are borne forty times, except where its owner has signed in', () => {
    const { failures, wait } = clocked();
    failures.succeeded(council, 'ada@example.org');
    for (let n = 0; n < 40; n += 1) failures.failed(`198.51.100.${n}`, 'ada@example.org');
    wait(minutes(5));
    expect(failures.isTooMany('198.51.100.200', 'ada@example.org')).toBe(true);
    expect(failures.isTooMany(council, 'ada@example.org')).toBe(false);
    wait(minutes(10));
    expect(failures.isTooMany('198.51.100.200', 'ada@example.org')).toBe(false);
  });

  it('are forgotten of a person who has signed in; right ones are not counted', () => {
    const { failures } = clocked();
    for (let n = 0; n < 7; n += 1) failures.failed(council, 'ada@example.org');
    for (let n = 0; n < 300; n += 1) failures.succeeded(council, `${n}@example.org`);
    failures.succeeded(council, 'ada@example.org');
    for (let n = 0; n < 7; n += 1) failures.failed(council, 'ada@example.org');
    expect(failures.isTooMany(council, 'ada@example.org')).toBe(false);
  });
});
