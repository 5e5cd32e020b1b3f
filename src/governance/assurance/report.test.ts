import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { AssuredAudit, AssuredFigure } from '../../record/assurance.ts';
import { makeHere } from '../../outputs/make-here.ts';
import { claims } from './claims.ts';
import { documentOf } from './document.ts';
import { figures } from './figures.ts';
import { procedureFigures } from './procedure-figures.ts';
import { instantsOf, monthEndsSince, reportOf, type AssuranceReport } from './report.ts';

const now = new Date('2026-11-28T20:00:00Z');
const instants = instantsOf(date('2026-10-31'), now);
const north = { id: 'north', name: 'North 1', area: 'North' };
const south = { id: 'south', name: 'South 1', area: 'South' };
const letterhead = { authority: 'Norchester', lines: [] };

/** As many of as many at each instant, of one team. */
const rowsOf = (figure: string, n: number, among: number, team = north.id, apart = 0): readonly AssuredFigure[] =>
  instants.map(({ at }) => ({ at, figure, team, n, among, apart }));

const reported = (rows: readonly AssuredFigure[], audits: readonly AssuredAudit[] = []): AssuranceReport =>
  reportOf({
    authority: 'Norchester',
    instants,
    rows,
    audits,
    teams: [north, south],
    questions: [{ question: 'assured_children', words: 'select' }],
  });

const of = (report: AssuranceReport, area: string) => {
  const found = report.judged.find(({ claim }) => claim.area === area);
  if (found === undefined) throw new Error(`${area} is not in the report`);
  return found;
};

const wordsOf = (report: AssuranceReport): string => JSON.stringify(documentOf(report, letterhead));

describe('the assurance report', () => {
  test('is of a day’s end, and of eleven months’ ends before it; of today it is of now', () => {
    expect(instants).toHaveLength(12);
    expect(instants.at(-1)).toEqual({ on: '2026-10-31', at: '2026-10-31T23:59:59.999Z' });
    expect(instants.at(-2)).toEqual({ on: '2026-09-30', at: '2026-09-30T22:59:59.999Z' });
    expect(instantsOf(date('2026-11-28'), now).at(-1)?.at).toBe('2026-11-28T20:00:00.000Z');
  });

  test('every month that is over has its end found once, from the first that has anything on record', () => {
    const ends = monthEndsSince(date('2024-12-03'), date('2026-11-27'));
    expect([ends.length, ends[0], ends.at(-1)]).toEqual([23, '2024-12-31T23:59:59.999Z', '2026-10-31T23:59:59.999Z']);
    // Of any day since then, all that a report of it asks for is among them, but the day itself.
    const asked = instantsOf(date('2026-11-11'), now)
      .slice(0, -1)
      .map(({ at }) => at);
    expect(asked.filter((at) => !ends.includes(at))).toEqual([]);
    expect(monthEndsSince(date('2026-11-03'), date('2026-11-27'))).toEqual([]);
  });

  test('judges policies, procedures, systems, practice and governance', () => {
    expect(reported([]).judged.map(({ claim }) => claim.area)).toEqual(['Policies', 'Procedures', 'Systems', 'Practice', 'Governance']);
  });

  test('where nothing is recorded nothing is assured', () => {
    for (const { confidence, contrary } of reported([]).judged) {
      expect(confidence).toEqual({ level: 'none', because: ['Nothing is recorded about this, so nothing is assured.'] });
      expect(contrary).toEqual([]);
    }
    expect(wordsOf(reported([]))).toContain('of: nothing; and to accept none');
  });

  test('says first what speaks against a claim', () => {
    const report = reported(rowsOf('planReview', 200, 220));
    expect(of(report, 'Practice').contrary).toEqual(['20 of 220 children on protection plans (9 %) have a review conference that is late']);
    const words = wordsOf(report);
    expect(words.indexOf('What speaks against it"}')).toBeGreaterThan(0);
    expect(words.indexOf('have a review conference that is late')).toBeLessThan(words.indexOf('Children are visited and reviewed'));
  });

  test('a figure that is at its standard speaks against nothing', () => {
    expect(of(reported(rowsOf('planReview', 220, 220)), 'Practice').contrary).toEqual([]);
  });

  test('far from a standard, or with most of the evidence missing, confidence is low; without audits it is never high', () => {
    const all = (n: number) => figures.flatMap(({ name }) => rowsOf(name, n, 200));
    expect(of(reported(all(200)), 'Practice').confidence.level).toBe('moderate');
    expect(of(reported(all(100)), 'Practice').confidence.level).toBe('low');
    expect(of(reported(rowsOf('planReview', 200, 200)), 'Practice').confidence.level).toBe('low');
  });

  test('a worse last month than the others is said', () => {
    const rows = rowsOf('planReview', 218, 220).map((row, n) => (n === 11 ? { ...row, n: 150 } : { ...row, n: 218 + (n % 2) }));
    expect(of(reported(rows), 'Practice').contrary[1]).toContain('worse than this process does of itself');
  });

  test('areas are compared; a team is named only where it stands out beyond chance, and without a number', () => {
    const words = wordsOf(reported([...rowsOf('planVisit', 90, 100), ...rowsOf('planVisit', 30, 60, south.id)]));
    expect(words).toContain('["Figure","North","South"]');
    expect(words).toContain('"90 of 100","30 of 60"');
    expect(words).toContain('below the whole, beyond chance: South 1');
    expect(wordsOf(reported([...rowsOf('planVisit', 90, 100), ...rowsOf('planVisit', 53, 60, south.id)]))).not.toContain('beyond chance');
  });

  test('whoever cannot be counted is said to be so', () => {
    const { gaps } = of(reported(rowsOf('planReview', 100, 100, north.id, 40)), 'Practice');
    expect(gaps.find((gap) => gap.startsWith('Children on protection plans: reviewed'))).toContain('29 % cannot be counted');
  });

  test('every claim of timeliness has figures of substance beside it, or says that there are none', () => {
    for (const claim of claims) {
      const kinds = claim.figures.map((name) => figures.find((figure) => figure.name === name)?.kind);
      expect(kinds).not.toContain(undefined);
      if (!kinds.includes('timeliness')) continue;
      const hasSubstance = kinds.includes('substance');
      expect(hasSubstance || claim.missing.some((what) => what.startsWith('Whether'))).toBe(true);
    }
  });

  test('chapters that were not read again by their day speak against the procedures', () => {
    const at = { on: date('2026-10-31'), at: '2026-10-31T23:59:59.999Z' };
    const chapter = {
      id: 'recording',
      file: '2024-01-08/recording.md',
      title: '',
      owner: '',
      isWithdrawn: false,
      opening: [],
      sections: [],
    };
    const chapters = [
      { ...chapter, readers: 'everybody' as const, reviewBy: date('2026-10-30') },
      { ...chapter, id: 'chairs', readers: ['teamManager' as const], reviewBy: date('2026-10-31') },
    ];
    const edition = { on: date('2024-01-08'), approvedOn: date('2024-01-02'), approvedBy: 'the sub-group', because: '', chapters };
    expect(
      procedureFigures({ editions: [edition], changes: [], reviews: [] }, [at]).map(({ figure, n, among }) => [figure, n, among]),
    ).toEqual([
      ['proceduresReviewed', 0, 1],
      ['policiesReviewed', 1, 1],
    ]);
  });

  test('on time is never called safe', () => {
    const rows = figures.flatMap(({ name }) => rowsOf(name, 200, 200));
    expect(wordsOf(reported(rows)).match(/\bsafe\b/g)).toEqual(['safe']);
    expect(wordsOf(reported(rows))).toContain('does not say that a child is safe');
  });

  test('says in figures what no sample has looked at, and what one could not see', () => {
    const rows = [...rowsOf('plan', 220, 220), ...rowsOf('care', 410, 410), ...rowsOf('planAndCare', 8, 8)];
    const { populations, limits } = reported(rows);
    expect(populations.children).toBe(622);
    expect(limits[0]).toContain('No audit of the last year speaks for the 220 children on protection plans: every one could fall short');
    expect(limits[0]).toContain('A random sample of 40 in which none fell short would still leave it possible that up to 14 do (6 %)');
    expect(limits[1]).toContain('the 410 children looked after');
  });

  test('each figure has its paper: question, population and hash; another answer has another hash', () => {
    const [one, other] = [reported(rowsOf('planReview', 200, 220)), reported(rowsOf('planReview', 201, 220))];
    expect(one.papers).toHaveLength(1);
    expect(one.papers[0]).toMatchObject({ question: 'record.assured_children', population: 220 });
    expect(one.papers[0]?.hash).not.toBe(other.papers[0]?.hash);
    expect(one.hash).not.toBe(other.hash);
  });

  test('is the same file, byte for byte, in whatever order the figures are found', async () => {
    const rows = figures.flatMap(({ name }) => [...rowsOf(name, 20, 22), ...rowsOf(name, 30, 31, south.id)]);
    for (const format of ['pdf', 'docx'] as const) {
      const [one, again] = await Promise.all(
        [rows, rows.toReversed()].map((given) => makeHere(documentOf(reported(given), letterhead), format)),
      );
      expect(again?.digest).toBe(one?.digest);
    }
  });

  test('a number of children by which one could be known is not in it, nor what would tell it', () => {
    const report = reported([...rowsOf('planReview', 98, 100), ...rowsOf('planReview', 47, 47, south.id)]);
    const words = wordsOf(report);
    expect(words).toContain('All but fewer than 5 of 147');
    expect(words).toContain('Fewer than 5 of 147');
    expect(words.match(/"Not shown"/g)).toHaveLength(2);
    expect(words).not.toMatch(/\b98 of 100\b|\b47 of 47\b/);
    expect(words).not.toMatch(/\b(2|145) of 147\b/);
  });

  test('so few who are on a plan and looked after are not told by the sum of both', () => {
    const words = wordsOf(reported([...rowsOf('plan', 220, 220), ...rowsOf('care', 410, 410), ...rowsOf('planAndCare', 3, 3)]));
    expect(words).toContain(
      '630 children are on protection plans (220) or looked after (410); fewer than 5 are both, and are counted twice',
    );
    expect(words).not.toContain('627');
  });
});
