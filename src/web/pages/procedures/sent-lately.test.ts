import { afterEach, expect, it, vi } from 'vitest';
import { createSentLately } from './sent-lately.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('takes so many of an address and of all within the hour, and after it knows of nobody', () => {
  vi.useFakeTimers();
  const lately = createSentLately({ one: 2, all: 3 });
  for (const address of ['192.0.2.1', '192.0.2.1']) {
    expect(lately.isTooMany(address)).toBe(false);
    lately.sent(address);
  }
  expect(lately.isTooMany('192.0.2.1')).toBe(true);
  expect(lately.isTooMany('192.0.2.2')).toBe(false);
  lately.sent('192.0.2.2');
  expect(lately.isTooMany('192.0.2.3'), 'of all').toBe(true);
  vi.advanceTimersByTime(3_600_000);
  expect(lately.isTooMany('192.0.2.1')).toBe(false);
});
