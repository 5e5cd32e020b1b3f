import { describe, expect, test } from 'vitest';
import { createLog, type LogKind } from './log.ts';

function logTo(kind: LogKind) {
  const lines: string[] = [];
  const put = (line: string): void => void lines.push(line);
  return { lines, log: createLog(kind, { out: put, error: put }, () => new Date('2026-03-02T09:00:00Z')) };
}

describe('the log', () => {
  test('is one JSON object a line, with level, event, words and fields', () => {
    const { lines, log } = logTo('json');
    log.info('serving', 'Sightline is at http://127.0.0.1:3000', { port: 3000 });
    log.often('request', { route: '/children/:person', status: 200, ms: 3 });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { time: '2026-03-02T09:00:00.000Z', level: 'info', event: 'serving', words: 'Sightline is at http://127.0.0.1:3000', port: 3000 },
      { time: '2026-03-02T09:00:00.000Z', level: 'info', event: 'request', route: '/children/:person', status: 200, ms: 3 },
    ]);
  });

  test('says words to a person, and nothing of each request', () => {
    const { lines, log } = logTo('words');
    log.info('serving', 'Sightline is at http://127.0.0.1:3000');
    log.often('request', { route: '/board' });
    expect(lines).toEqual(['Sightline is at http://127.0.0.1:3000']);
  });

  test('keeps of a fault its kind and its place, and not what it says', () => {
    const { lines, log } = logTo('json');
    log.fault('failed', 'A page could not be made.', new TypeError('Mary Smith, born 3 May 2015'), { id: 'abc' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'fault', error: 'TypeError', id: 'abc' });
    expect(lines[0]).not.toContain('Mary');
    expect(lines[0]).toContain('log.test.ts');
  });

  test('lets no id of a child and no address through, even where one was put by mistake', () => {
    const { lines, log } = logTo('json');
    log.warning('odd', 'Odd', {
      route: '/children/018f0000-0000-7000-8000-000000000001',
      at: ['ada@council.gov.uk said'],
      line: 'x'.repeat(1_000),
    });
    expect(lines[0]).not.toContain('018f0000');
    expect(lines[0]).not.toContain('ada@');
    expect(JSON.parse(lines[0] ?? '').line).toHaveLength(300);
  });
});
