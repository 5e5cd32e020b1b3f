import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { AssuredAudit, AssuredFigure } from '../../record/assurance.ts';
import { documentOf } from './document.ts';
import { figures } from './figures.ts';
import { selfEvaluation } from './self-evaluation.ts';
import { instantsOf, reportOf, type AssuranceReport } from './report.ts';

const instants = instantsOf(date('2026-10-31'), new Date('2026-11-28T20:00:00Z'));
const rowsOf = (figure: string, n: number): readonly AssuredFigure[] =>
  instants.map(({ at }) => ({ at, figure, team: undefined, n, among: n, apart: 0 }));
const onTime = [...figures.flatMap(({ name }) => rowsOf(name, 220)), ...rowsOf('plan', 220), ...rowsOf('care', 410)];

const reported = (...audits: readonly AssuredAudit[]): AssuranceReport =>
  reportOf({ authority: 'Norchester', instants, rows: onTime, audits, teams: [], questions: [] });
const practice = (report: AssuranceReport) => report.judged.find(({ claim }) => claim.area === 'Practice');
const wordsOf = (report: AssuranceReport): string => JSON.stringify(documentOf(report, { authority: 'Norchester', lines: [] }));

/** Forty of 220 children on plans, audited in May and moderated in June. */
const audit = (grades: AssuredAudit['grades'], more: Partial<AssuredAudit> = {}): AssuredAudit => ({
  programme: 'a',
  decidedOn: date('2026-05-04'),
  population: 'onPlan',
  method: 'random',
  drawnFrom: 220,
  drawn: 40,
  moderatedOn: date('2026-06-12'),
  grades,
  judged: [
    ['good', 'good'],
    ['good', 'good'],
    ['good', 'requiresImprovement'],
    ['requiresImprovement', 'requiresImprovement'],
  ],
  standards: [],
  ...more,
});

describe('audits of case files in the report', () => {
  test('what an audit contradicts is said before any figure, with exact bounds, and no confidence is left that it takes away', () => {
    const found = practice(reported(audit({ good: 26, requiresImprovement: 9, inadequate: 5 })));
    expect(found?.contrary[0]).toBe(
      'An audit of 40 of 220 children on a protection plan, drawn at random on 4 May 2026, found that 14 of 40 records fell short of good (35 %): so do 49 to 110 of all 220, whatever was done on time',
    );
    expect(found?.confidence.level).toBe('low');
    expect(found?.confidence.because[0]).toContain('leaves no doubt that more than 10 in 100 fall short');
  });

  test('the limits of assurance are those of the audits: how many could fall short, and it would still look as it does', () => {
    const { limits } = reported(audit({ good: 26, requiresImprovement: 9, inadequate: 5 }));
    expect(limits[0]).toBe(
      'Of 220 children on a protection plan and a sample of 40, drawn at random on 4 May 2026 so that it can be drawn again, in which 14 of 40 fell short of our own standard: up to 105 of them (48 %) could fall short, and this audit would still look as it does.',
    );
    expect(limits[1]).toContain('No audit of the last year speaks for the 410 children looked after');
  });

  test('grades are given with exact bounds of all of them, and agreement of two beside them', () => {
    const words = wordsOf(reported(audit({ good: 26, requiresImprovement: 9, inadequate: 5 })));
    expect(words).toContain('good 26 (110 to 171 of all), requires improvement 9 (26 to 81 of all), inadequate 5 (11 to 56 of all)');
    expect(words).toContain('4 audited by two apart; alpha 0.53');
  });

  test('a small number of children is in no word of it, nor can be found from the others', () => {
    for (const grades of [
      { good: 38, inadequate: 2 },
      { good: 38, requiresImprovement: 1, inadequate: 1 },
    ]) {
      const [words, four] = [wordsOf(reported(audit(grades))), wordsOf(reported(audit({ good: 36, requiresImprovement: 4 })))];
      expect(words).toContain('Fewer than 5 of 40');
      expect(words).not.toMatch(/\b(38|2) of 40\b|good 38|inadequate [12]/);
      // The bounds hold of one as of four: from them nobody finds which it was.
      expect(words.match(/up to \d+ of them/)?.[0]).toBe(four.match(/up to \d+ of them/)?.[0]);
    }
    expect(reported(audit({ good: 39, inadequate: 1 })).papers.at(-1)?.hash).toBe(
      reported(audit({ good: 37, inadequate: 3 })).papers.at(-1)?.hash,
    );
  });

  test('weighed is what is over, of the last year, and drawn so that it speaks for all; the others are named as gaps', () => {
    const bad = { good: 20, inadequate: 20 };
    for (const [more, gap] of [
      [{ drawn: 41 }, '40 of 41 have a grade that counts'],
      [{ moderatedOn: date('2025-10-30') }, 'not weighed, since it is a year old or older'],
      [{ method: 'riskBased' }, 'not weighed'],
    ] as const) {
      const found = practice(reported(audit(bad, more)));
      expect(found?.contrary).toEqual([]);
      expect(found?.gaps.join()).toContain(gap);
      expect(found?.gaps.join()).toContain('Children on protection plans: no audit of the last year speaks for them');
    }
    expect(practice(reported())?.gaps[0]).toBe('Case-file audits of a sample, and their grades: not recorded');
  });

  test('a programme that drew supervisions is no audit of children', () => {
    expect(reported(audit({ good: 40 }, { population: 'supervisions', drawn: 0 })).judged.flatMap(({ audits }) => audits)).toEqual([]);
  });

  test('the self-evaluation says what is weak before what is strong, each with its evidence, and shows no small number', () => {
    const among: Readonly<Record<string, number>> = { planVisit: 92, unsafeAnswered: 3 };
    const rows = [...rowsOf('planVisit', 90), ...rowsOf('careVisit', 220), ...rowsOf('unsafeAnswered', 3)].map((row) => ({
      ...row,
      among: among[row.figure] ?? row.among,
    }));
    const report = reportOf({
      authority: 'Norchester',
      instants,
      rows,
      audits: [audit({ good: 26, requiresImprovement: 14 })],
      teams: [],
      questions: [],
    });
    const [protection, care, leaders] = selfEvaluation(report);
    expect(protection?.weaknesses[0]).toContain('14 of 40 (35 %) fell short of good');
    expect(protection?.weaknesses[1]).toBe('Fewer than 5 of 92 children on protection plans (under 6 %) are owed a visit that is late');
    expect(protection?.strengths).toEqual([]);
    expect(care?.strengths).toHaveLength(1);
    expect(care?.unknown).toContain('How good the practice is: no audit of the last year speaks for these children');
    expect([leaders?.unknown, leaders?.strengths]).toEqual([['Of 11 of 12 figures nothing is recorded'], []]);
    expect(wordsOf(report)).toContain('Service self-evaluation');
  });

  test('areas that lie apart are named with their numbers, and none that may not be shown', () => {
    const of = (team: string, n: number, among: number) =>
      instants.map(({ at }) => ({ at, figure: 'planVisit', team, n, among, apart: 0 }));
    const teams = ['North', 'South', 'West'].map((area) => ({ id: area, name: area, area }));
    const rows = [...of('North', 90, 100), ...of('South', 30, 60), ...of('West', 2, 8)];
    const [protection] = selfEvaluation(reportOf({ authority: 'Norchester', instants, rows, audits: [], teams, questions: [] }));
    expect(protection?.areas.join()).not.toContain('West');
    expect(protection?.areas.join()).not.toContain('2 of 8');
  });

  test('confidence is high only where samples speak for everybody, hardly any could fall short, and two auditors agree', () => {
    const clean = (more: Partial<AssuredAudit> = {}): AssuredAudit =>
      audit(
        { good: 30, requiresImprovement: 0, outstanding: 10 },
        {
          judged: [
            ['good', 'good'],
            ['outstanding', 'outstanding'],
          ],
          ...more,
        },
      );
    const care = clean({ population: 'lookedAfter', drawnFrom: 410 });
    expect(practice(reported(clean(), care))?.confidence.level).toBe('high');
    expect(practice(reported(clean()))?.confidence.level).toBe('moderate');
    expect(
      practice(
        reported(clean(), {
          ...care,
          judged: [
            ['good', 'outstanding'],
            ['outstanding', 'good'],
          ],
        }),
      )?.confidence.level,
    ).toBe('moderate');
  });
});
