import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date } from '../../kernel/calendar/dates.ts';
import { whatStands, type History } from '../../kernel/step/history.ts';
import { statedByEpisodes, type StatedByEpisode } from './episodes-as-stated.ts';
import { episodesOf, type EpisodeOfCare } from './episodes-of-care.ts';

type Told = readonly [step: string, on: string, answers?: Readonly<Record<string, unknown>>];

const record = (...told: readonly Told[]): History =>
  whatStands(
    told.map(([step, on, answers = {}], index) => ({
      entry: `e${index + 1}`,
      step,
      position: index + 1,
      happenedOn: date(on),
      recordedAt: '',
      recordedBy: '',
      tombstone: false,
      answers,
    })),
  );
const fromStated = (stated: readonly StatedByEpisode[]): History =>
  record(...stated.map(({ step, happenedOn, answers }): Told => [step, happenedOn, answers]));
/** An episode on one line, as an analyst reads the table: began, why, status, placement, ended, why. */
const lines = (...told: readonly Told[]) =>
  episodesOf(record(...told)).map(({ startedOn, whyNew, legalStatus, type, endedOn, whyEnded, reasonForMove }) =>
    [startedOn, whyNew, legalStatus, type, endedOn, whyEnded, reasonForMove].map((part) => part ?? '–').join(' '),
  );

const start: Told = ['periodOfCare', '2025-01-06', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }];
const first: Told = ['placement', '2025-01-06', { type: 'U6', provider: 'PR1', postcode: 'OX4 2QQ', urn: 'SC123456', distanceMiles: 4.5 }];

describe('episodes of care follow from what happened', () => {
  it('becoming looked after begins the first, with status and placement', () =>
    expect(episodesOf(record(start, first))).toEqual([
      {
        startedOn: '2025-01-06',
        whyNew: 'S',
        legalStatus: 'V2',
        categoryOfNeed: 'N1',
        type: 'U6',
        provider: 'PR1',
        postcode: 'OX4 2QQ',
        urn: 'SC123456',
        distanceMiles: 4.5,
        homePostcode: 'OX1 1ND',
      },
    ]));
  it('a new legal status begins one, in the same placement', () =>
    expect(lines(start, first, ['legalStatus', '2025-02-10', { legalStatus: 'C1' }])).toEqual([
      '2025-01-06 S V2 U6 2025-02-10 X1 –',
      '2025-02-10 L C1 U6 – – –',
    ]));
  it('a move begins one; why the old placement ended stands with the old episode', () =>
    expect(lines(start, first, ['placement', '2025-03-03', { type: 'K2', reasonForMove: 'CREQB' }])).toEqual([
      '2025-01-06 S V2 U6 2025-03-03 X1 CREQB',
      '2025-03-03 P V2 K2 – – –',
    ]));
  it('another kind of placement with the same carers', () =>
    expect(lines(start, first, ['placement', '2025-03-03', { type: 'U4', sameCarers: true, reasonForMove: 'PLACE' }])).toEqual([
      '2025-01-06 S V2 U6 2025-03-03 X1 PLACE',
      '2025-03-03 T V2 U4 – – –',
    ]));
  it('status and placement on one day are one episode: B with other carers, U with the same', () => {
    const order: Told = ['legalStatus', '2025-04-01', { legalStatus: 'C2' }];
    expect(lines(start, first, order, ['placement', '2025-04-01', { type: 'P1' }])[1]).toBe('2025-04-01 B C2 P1 – – –');
    expect(lines(start, first, order, ['placement', '2025-04-01', { type: 'U4', sameCarers: true }])[1]).toBe('2025-04-01 U C2 U4 – – –');
  });
  it('coming back from hospital or respite is P, also to the carers from before', () =>
    expect(
      lines(
        start,
        first,
        ['placement', '2025-03-03', { type: 'T1' }],
        ['placement', '2025-03-10', { type: 'U6', sameCarers: true, postcode: 'OX4 2QQ' }],
      ),
    ).toEqual(['2025-01-06 S V2 U6 2025-03-03 X1 –', '2025-03-03 P V2 T1 2025-03-10 X1 –', '2025-03-10 P V2 U6 – – –']));
  it('of two moves on one day the last stands', () =>
    expect(lines(start, first, ['placement', '2025-04-01', { type: 'K2' }], ['placement', '2025-04-01', { type: 'R3' }])).toEqual([
      '2025-01-06 S V2 U6 2025-04-01 X1 –',
      '2025-04-01 P V2 R3 – – –',
    ]));
  it('the last ends with the period of care, and says why', () =>
    expect(lines(start, first, ['periodOfCareEnd', '2025-06-30', { reason: 'E4A' }])).toEqual(['2025-01-06 S V2 U6 2025-06-30 E4A –']));
  it('a second period on the day on which the first ended is another S', () =>
    expect(
      lines(
        start,
        first,
        ['periodOfCareEnd', '2025-06-30', { reason: 'E4A' }],
        ['periodOfCare', '2025-06-30', { legalStatus: 'L2' }],
        ['placement', '2025-06-30', { type: 'U6' }],
      ),
    ).toEqual(['2025-01-06 S V2 U6 2025-06-30 E4A –', '2025-06-30 S L2 U6 – – –']));
  it('a correction of a date moves both its episode and the end of the one before', () => {
    const moved = whatStands([
      ...record(start, first, ['placement', '2025-03-03', { type: 'K2' }]),
      { ...(record(['placement', '2025-03-05', { type: 'K2' }])[0] as History[number]), entry: 'e4', position: 4, corrects: 3 },
    ]);
    expect(episodesOf(moved).map(({ startedOn, endedOn }) => [startedOn, endedOn])).toEqual([
      ['2025-01-06', '2025-03-05'],
      ['2025-03-05', undefined],
    ]);
  });
  it('a record that begins in the middle says why its first episode began, but not that care began then', () => {
    const middle = (why: string) =>
      lines(
        ...fromStated(statedByEpisodes([{ startedOn: date('2024-12-01'), whyNew: why as 'P', legalStatus: 'C2', type: 'U4' }]).stated).map(
          ({ step, happenedOn, answers }): Told => [step, happenedOn, answers],
        ),
      );
    for (const why of ['L', 'P', 'T', 'B', 'U']) expect(middle(why)).toEqual([`2024-12-01 ${why} C2 U4 – – –`]);
  });
  it('nothing happened, no episode', () =>
    expect(episodesOf(record(first, ['periodOfCareEnd', '2025-01-01', { reason: 'E8' }]))).toEqual([]));
});

describe('rows of a return', () => {
  const row = (startedOn: string, whyNew: EpisodeOfCare['whyNew'], more: object = {}): EpisodeOfCare => ({
    startedOn: date(startedOn),
    ...(whyNew === undefined ? {} : { whyNew }),
    legalStatus: 'C2',
    type: 'U4',
    ...more,
  });
  const ended = (on: string, whyEnded = 'X1') => ({ endedOn: date(on), whyEnded });
  const refusals = (...rows: readonly EpisodeOfCare[]) =>
    statedByEpisodes(rows).refused.map(({ row: at, column, reason }) => `${at} ${column ?? 'row'}: ${reason}`);

  it('that contradict themselves are refused value by value, and why', () => {
    expect(refusals(row('2025-01-06', 'S', { whyEnded: 'X1' }))).toEqual([
      '0 REC: REC is X1, but DEC is empty: an episode that has not ended has no reason for ending',
    ]);
    expect(refusals(row('2025-01-06', 'S', ended('2025-02-01')))).toHaveLength(2);
    expect(refusals(row('2025-01-06', 'S', ended('2025-02-01')), row('2025-02-01', 'L', { type: 'K2' }))).toEqual([
      '1 PLACE: PLACE is K2, and was U4: RNE is L, which leaves it as it was',
    ]);
    expect(refusals(row('2025-01-06', 'S', { ...ended('2025-02-01'), reasonForMove: 'CHILD' }), row('2025-02-01', 'L'))).toEqual([
      '0 REASON_PLACE_CHANGE: a reason for a change of placement is given, but the placement did not change after this episode',
    ]);
  });
  it('that overlap are refused whole', () => {
    expect(refusals(row('2025-01-06', 'S'), row('2025-03-01', 'S'))).toEqual([
      '1 row: the episode that began on 2025-01-06 has not ended, so none can begin on 2025-03-01',
    ]);
    expect(refusals(row('2025-01-06', 'S', ended('2025-02-01', 'E8')), row('2025-01-20', 'P'))).toEqual([
      '1 row: it begins on 2025-01-20, before the episode of 2025-01-06 ended on 2025-02-01',
    ]);
  });
  it('of a second year continue what the first told', () => {
    const lastYear = [row('2025-01-06', 'S', ended('2025-02-01')), row('2025-02-01', 'P', { type: 'K2' })];
    const known = episodesOf(fromStated(statedByEpisodes(lastYear).stated));
    const thisYear = [
      row('2025-02-01', 'P', { type: 'K2', ...ended('2025-09-01'), reasonForMove: 'CLOSE' }),
      row('2025-09-01', 'P', { type: 'U6' }),
    ];
    const { stated, refused } = statedByEpisodes(thisYear, known);
    expect(refused).toEqual([]);
    expect(stated.map(({ step, happenedOn }) => `${step} ${happenedOn}`)).toEqual(['placement 2025-02-01', 'placement 2025-09-01']);
    expect(episodesOf(fromStated([...statedByEpisodes(lastYear).stated, ...stated.slice(1)])).at(1)).toMatchObject(thisYear[0] ?? {});
  });

  const facts = fc.record({
    legalStatus: fc.constantFrom('C1', 'C2', 'V2', 'L2'),
    type: fc.constantFrom('U4', 'U6', 'K2', 'P1'),
    provider: fc.constantFrom('PR1', 'PR4'),
    postcode: fc.constantFrom('OX1 1ND', 'OX4 2QQ'),
    reasonForMove: fc.constantFrom('CHILD', 'CARPL'),
    whyNew: fc.constantFrom('L', 'P', 'T', 'B', 'U'),
    days: fc.integer({ min: 1, max: 400 }),
    ends: fc.boolean(),
    gap: fc.integer({ min: 0, max: 50 }),
  });
  type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

  /** A legal set of rows: each follows the one before as its reason says. */
  function legal(firstWhy: EpisodeOfCare['whyNew'], all: readonly Facts[]): readonly EpisodeOfCare[] {
    const rows: EpisodeOfCare[] = [];
    let day = date('2020-03-02');
    let why = firstWhy;
    for (const [index, one] of all.entries()) {
      const before = why === 'S' ? undefined : rows.at(-1);
      const next = all[index + 1];
      const { legalStatus, type, provider, postcode } = one;
      const status =
        before !== undefined && !['L', 'B', 'U'].includes(String(why)) ? { legalStatus: String(before.legalStatus) } : { legalStatus };
      const place =
        before !== undefined && why === 'L'
          ? { type: String(before.type), provider: String(before.provider), postcode: String(before.postcode) }
          : { type, provider, postcode };
      const endedOn = addDays(day, one.days);
      const closes = one.ends;
      const nextWhy = closes ? 'S' : (next?.whyNew as EpisodeOfCare['whyNew']);
      const move = !closes && next !== undefined && nextWhy !== 'L';
      rows.push({
        startedOn: day,
        ...(why === undefined ? {} : { whyNew: why }),
        ...status,
        categoryOfNeed: 'N1',
        ...place,
        homePostcode: 'OX9 9ZZ',
        ...(closes ? { endedOn, whyEnded: 'E8' } : next === undefined ? {} : { endedOn, whyEnded: 'X1' }),
        ...(move ? { reasonForMove: one.reasonForMove } : {}),
      });
      day = closes ? addDays(endedOn, one.gap) : endedOn;
      why = nextWhy;
    }
    return rows;
  }

  it(
    'that are legal come out as they went in',
    () =>
      fc.assert(
        fc.property(fc.constantFrom('S', 'L', 'P', 'T', 'B', 'U'), fc.array(facts, { minLength: 1, maxLength: 9 }), (why, all) => {
          const rows = legal(why as 'S', all);
          const { stated, refused } = statedByEpisodes(rows);
          expect(refused).toEqual([]);
          expect(episodesOf(fromStated(stated))).toEqual(rows);
        }),
        { numRuns: 500 },
      ),
    60_000,
  );
  it(
    'of any kind never fail, and what is not refused comes out',
    () =>
      fc.assert(
        fc.property(
          fc.array(
            fc.record(
              {
                startedOn: fc.integer({ min: 0, max: 40 }).map((n) => addDays(date('2025-01-01'), n)),
                whyNew: fc.constantFrom('S', 'L', 'P', 'T', 'B', 'U'),
                endedOn: fc.integer({ min: 0, max: 40 }).map((n) => addDays(date('2025-01-01'), n)),
                whyEnded: fc.constantFrom('X1', 'E8'),
                legalStatus: fc.constantFrom('C1', 'V2'),
                type: fc.constantFrom('U4', 'K2'),
                reasonForMove: fc.constantFrom('CHILD', 'CLOSE'),
              },
              { requiredKeys: ['startedOn', 'legalStatus', 'type'] },
            ),
            { maxLength: 6 },
          ),
          (rows) => {
            const { stated, refused } = statedByEpisodes(rows as EpisodeOfCare[]);
            const out = episodesOf(fromStated(stated));
            const whole = new Set(refused.filter(({ column }) => column === undefined).map(({ row: at }) => at));
            for (const [at, one] of (rows as EpisodeOfCare[]).entries()) {
              if (whole.has(at)) continue;
              const again = out.find((episode) => episode.startedOn === one.startedOn);
              for (const [name, column] of [
                ['legalStatus', 'LS'],
                ['type', 'PLACE'],
                ['endedOn', 'DEC'],
                ['whyEnded', 'REC'],
                ['reasonForMove', 'REASON_PLACE_CHANGE'],
              ] as const)
                if (!refused.some((no) => no.row === at && no.column === column)) expect(again?.[name], name).toBe(one[name]);
            }
          },
        ),
        { numRuns: 500 },
      ),
    60_000,
  );
});
