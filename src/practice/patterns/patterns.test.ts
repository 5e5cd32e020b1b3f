import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { patternsIn } from './patterns.ts';

const today = date('2026-06-01');
const found = (...told: readonly Told[]) =>
  patternsIn(historyOf(...told), today).map(({ kind, because, entries }) => [kind, because, entries.map(({ entry }) => entry)]);
const notSeen = (on: string): Told => ['visit', on, { seen: false }];
const seen = (on: string): Told => ['visit', on, { seen: true }];
const bruise = (on: string, account: string, more: Told[2] = {}): Told => ['injury', on, { givenBy: 'mother', account, ...more }];

describe('what repeats in a record', () => {
  test.each<[string, readonly Told[], unknown]>([
    [
      'two referrals in a year',
      [
        ['referral', '2025-07-01'],
        ['referral', '2026-03-02'],
      ],
      ['referrals', '2 referrals in twelve months', ['e1', 'e2']],
    ],
    [
      'two accounts of one injury',
      [bruise('2026-03-03', 'He fell.'), bruise('2026-03-05', 'His sister did it.', { sameAs: 'e1' })],
      ['injuries', 'accounts of the same injury that are not the same', ['e1', 'e2']],
    ],
    [
      'two injuries',
      [bruise('2026-03-03', 'He fell.'), bruise('2026-05-05', 'The dog.')],
      ['injuries', '2 injuries or marks in twelve months', ['e1', 'e2']],
    ],
    [
      'three times missing in ninety days, on the same day of the week',
      [
        ['missingEpisode', '2026-02-06', { kind: 'M' }],
        ['missingEpisode', '2026-04-10', { kind: 'M' }],
        ['missingEpisode', '2026-04-24', { kind: 'A' }],
        ['missingEpisode', '2026-05-15', { kind: 'M' }],
      ],
      ['missing', 'missing or away 3 times in ninety days; 1 of them away without authorisation; 3 times on a Friday', ['e2', 'e3', 'e4']],
    ],
    [
      'appointments of any kind',
      [
        ['missedAppointment', '2026-04-16'],
        ['dentalCheck', '2026-05-05', { attended: false }],
        ['dentalCheck', '2026-05-20', { attended: true }],
      ],
      ['notBrought', '2 appointments missed in six months', ['e1', 'e2']],
    ],
    [
      'two visits running',
      [seen('2026-04-20'), notSeen('2026-05-04'), notSeen('2026-05-18')],
      ['unseen', 'not seen at 2 of 3 visits in three months', ['e2', 'e3']],
    ],
    [
      'half of four visits',
      [notSeen('2026-04-06'), seen('2026-04-20'), notSeen('2026-05-04'), seen('2026-05-18')],
      ['unseen', 'not seen at 2 of 4 visits in three months', ['e1', 'e3']],
    ],
    [
      'moves, by house or by placement',
      [
        ['household', '2020-01-01'],
        ['household', '2026-01-05'],
        ['placement', '2026-04-05', { type: 'U6' }],
      ],
      ['moves', 'moved 2 times in twelve months', ['e2', 'e3']],
    ],
    [
      'moves in care, each once: an address beside a placement is no second one, and to stay with the same carers is none',
      [
        ['household', '2020-01-01'],
        ['periodOfCare', '2024-03-04', { legalStatus: 'C2' }],
        ['placement', '2026-01-05', { type: 'U6' }],
        ['household', '2026-01-05'],
        ['placement', '2026-02-05', { type: 'U4', sameCarers: true }],
        ['placement', '2026-04-05', { type: 'K2' }],
        ['household', '2026-04-05'],
      ],
      ['moves', 'moved 2 times in twelve months', ['e3', 'e6']],
    ],
    [
      'a move into care and home again, and neither a stay in hospital nor the return from it',
      [
        ['household', '2020-01-01'],
        ['periodOfCare', '2026-01-05', { legalStatus: 'C2' }],
        ['placement', '2026-01-05', { type: 'U6', carers: 'Jo' }],
        ['placement', '2026-02-05', { type: 'T1' }],
        ['placement', '2026-02-09', { type: 'U6', carers: 'Jo' }],
        ['periodOfCareEnd', '2026-04-05', { reason: 'E4A' }],
        ['household', '2026-04-05'],
      ],
      ['moves', 'moved 2 times in twelve months', ['e3', 'e7']],
    ],
    [
      'a step-parent of whom the service learnt since',
      [
        ['referral', '2025-12-01'],
        ['relationship', '2025-11-01', { bond: 'stepparent' }],
        ['relationship', '2026-02-01', { bond: 'stepparent' }],
        ['relationship', '2026-02-01', { bond: 'mother' }],
      ],
      ['newAdults', '1 adult of whom the service learnt in the last twelve months', ['e3']],
    ],
    [
      'an agency that disagreed',
      [
        [
          'initialConference',
          '2026-03-24',
          {
            outcome: 'planMade',
            people: [
              { who: 'School', view: 'agrees' },
              { who: 'GP', view: 'dissents' },
            ],
          },
        ],
      ],
      ['disagreement', 'an agency disagreed with what was decided at 1 conference', ['e1']],
    ],
  ])('%s', (_name, told, pattern) => expect(found(...told)).toEqual([pattern]));

  test.each<[string, readonly Told[]]>([
    [
      'a referral after more than a year',
      [
        ['referral', '2024-07-01'],
        ['referral', '2026-03-02'],
      ],
    ],
    ['the same account, given twice', [bruise('2026-03-03', 'He fell.'), bruise('2026-03-05', 'He fell.', { sameAs: 'e1' })]],
    [
      'a visit to the expectant mother, and one without her',
      [['visit', '2026-05-04', { seen: false, motherSeen: true }], notSeen('2026-05-18')],
    ],
    [
      'the first home',
      [
        ['household', '2026-01-05'],
        ['household', '2026-04-05'],
      ],
    ],
    [
      'what is still to come',
      [
        ['missedAppointment', '2026-06-02'],
        ['missedAppointment', '2026-06-03'],
      ],
    ],
  ])('%s is none', (_name, told) => expect(found(...told)).toEqual([]));

  it('is told in the same order whatever happened first, with no weight and no score', () => {
    const told: readonly Told[] = [
      ['household', '2020-01-01'],
      ['household', '2026-01-05'],
      ['household', '2026-02-05'],
      ['referral', '2026-03-02'],
      ['referral', '2026-04-02'],
    ];
    const patterns = patternsIn(historyOf(...told), today);
    expect(patterns.map(({ kind }) => kind)).toEqual(['referrals', 'moves']);
    for (const pattern of patterns) expect(Object.keys(pattern).sort()).toEqual(['because', 'entries', 'kind']);
  });
  it('is set aside with a reason, until something more happens', () => {
    const told: readonly Told[] = [
      ['referral', '2025-07-01'],
      ['referral', '2026-03-02'],
      ['patternSetAside', '2026-03-04', { pattern: 'referrals' }],
    ];
    expect(found(...told)).toEqual([]);
    expect(found(...told, ['referral', '2026-05-02']).map(([kind]) => kind)).toEqual(['referrals']);
    expect(found(...told.slice(0, 2), ['patternSetAside', '2026-03-04', { pattern: 'moves' }])).toHaveLength(1);
  });
});
