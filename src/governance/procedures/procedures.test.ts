import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { months, workingDays, weeks, until } from '../../kernel/step/timescale.ts';
import { amendedBy } from './amended.ts';
import { ManualFault, readChapter } from './chapter.ts';
import { fillOn, limitsTold, limitWords, mayTell } from './limits-told.ts';
import { chaptersFor, editionOn, editionWhen, sectionsOf, type Edition, type Manual } from './manual.ts';
import { prose, targetOf, textOf } from './prose.ts';
import { readBy, readingsOf, unreadBy } from './readings.ts';
import { reviewDue, reviewsDue } from './reviews.ts';
import { soughtIn } from './sought.ts';
import { tableIn } from './table-in.ts';

const written = (body: string, head = 'title: Protection\nowner: Procedures sub-group\nfor: everybody\nreview by: 2027-01-31') =>
  `---\n${head}\n---\n\n${body}`;
const chapter = (body: string, on = '2026-11-02', head?: string) =>
  readChapter(`${on}/06-child-protection.md`, written(body, head), fillOn(date(on)));
const edition = (on: string, body: string, until?: string): Edition => ({
  on: date(on),
  ...(until === undefined ? {} : { until: date(until) }),
  approvedOn: date(on),
  approvedBy: 'the procedures sub-group',
  because: 'A change in the law.',
  chapters: [chapter(body, on)],
});

const conference =
  '## Initial conference {#initial-conference}\n\n<!-- steps: initialConference -->\n\nHeld within {{initialConference}}.\n';
const coreGroup = '## Core group {#core-group}\n\nIt meets.\n';
const before = edition('2024-01-08', conference, '2026-11-01');
const now = edition('2026-11-02', `${conference.replace('Held', 'It is held')}\n${coreGroup}`);
const manual: Manual = {
  editions: [now, before],
  reviews: [
    { on: date('2026-12-02'), chapters: ['child-protection'], by: 'us', found: '', nextBy: date('2027-06-30') },
    { on: date('2025-01-15'), chapters: ['all'], by: 'us', found: '', nextBy: date('2025-07-31') },
  ],
  changes: [
    {
      change: 'Working Together 2026',
      source: '',
      published: '2026',
      decision: 'Amend.',
      decidedOn: date('2026-09-01'),
      edition: date('2026-11-02'),
      sections: [{ chapter: 'child-protection', section: 'initial-conference' }],
    },
  ],
};
const everything = (): boolean => true;

describe('a limit within a sentence', () => {
  it('is the rule’s own number', () =>
    expect(textOf(now.chapters[0]?.sections[0]?.blocks ?? [])).toBe('It is held within 15 working days.'));
  it.each([
    [workingDays(1), '1 working day'],
    [months(3), '3 months'],
    [weeks(6), '6 weeks'],
    [until(date('2026-01-01')), undefined],
    [() => months(3), undefined],
  ])('is said in words: %o', (limit, words) => expect(limitWords(limit)).toBe(words));
  it('is refused where no rule of that name is one number on that day', () => {
    expect(() => chapter('{{noSuchRule}}')).toThrow(ManualFault);
    expect(() => chapter('{{lookedAfterVisit}}')).toThrow('{{lookedAfterVisit}}');
    // Seven working days until 2010, then ten, then none: the assessment took its place.
    expect(fillOn(date('2009-06-01'))('initialAssessment')).toBe('7 working days');
    expect(fillOn(date('2012-06-01'))('initialAssessment')).toBe('10 working days');
    expect(fillOn(date('2026-06-01'))('initialAssessment')).toBeUndefined();
  });
});

describe('the limits below a section', () => {
  const [first] = now.chapters[0]?.sections ?? [];
  it('are those of its steps, with what begins them', () =>
    expect(first && limitsTold(first, now)).toMatchObject([
      {
        rule: 'initialConference',
        within: 'within 15 working days',
        from: ['Strategy discussion', 'Section 47 enquiry'],
        whose: expect.stringMatching(/^In guidance. Working Together 2010/),
      },
    ]));
  it('stand once: not where another section of the step names them', () => {
    const visits = edition(
      '2026-11-02',
      '## A {#a}\n\n<!-- steps: visit -->\n\nA\n\n## B {#b}\n\n<!-- steps: visit -->\n<!-- timescales: childProtectionVisit -->\n\nB\n',
    );
    const told = visits.chapters[0]?.sections.map((section) => limitsTold(section, visits).map(({ rule }) => rule));
    expect(told).toEqual([['expectantMotherVisit'], ['childProtectionVisit']]);
  });
  it('may be of a step that meets them, and of no other', () => {
    expect(mayTell({ steps: ['visit'] }, 'lookedAfterVisit')).toBe(true);
    expect(mayTell({ steps: ['placement'] }, 'lookedAfterVisit')).toBe(true);
    expect(mayTell({ steps: ['coreGroupMeeting'] }, 'lookedAfterVisit')).toBe(false);
  });
});

describe('the edition in force', () => {
  it.each([
    ['2024-01-07', undefined],
    ['2024-01-08', '2024-01-08'],
    ['2026-11-01', '2024-01-08'],
    ['2026-11-02', '2026-11-02'],
    ['2031-01-01', '2026-11-02'],
  ])('on %s is %s', (day, on) => expect(editionOn(manual, date(day))?.on).toBe(on));
  it('when something was recorded is that of the day in England', () => {
    expect(editionWhen(manual, '2026-11-01T23:59:00Z')?.on).toBe('2024-01-08');
    expect(editionWhen({ ...manual, editions: [edition('2026-06-02', conference)] }, '2026-06-01T23:30:00Z')?.on).toBe('2026-06-02');
  });
});

describe('who may read', () => {
  const staff = {
    ...now,
    chapters: [
      ...now.chapters,
      chapter(conference, '2026-11-02', 'title: S\nowner: O\nfor: teamManager, headOfService\nreview by: 2027-01-31'),
    ],
  };
  it('a chapter for staff: its roles only', () => {
    expect(chaptersFor(staff, [])).toHaveLength(1);
    expect(chaptersFor(staff, ['socialWorker'])).toHaveLength(1);
    expect(chaptersFor(staff, ['headOfService'])).toHaveLength(2);
    expect(sectionsOf('initialConference', staff, ['teamManager'])).toHaveLength(2);
    expect(sectionsOf('initialConference', staff, [])).toHaveLength(1);
  });
});

describe('what an edition changed', () => {
  it('is what is new and what reads otherwise, with the reason', () =>
    expect(amendedBy(now, before, manual, everything)).toMatchObject([
      {
        what: 'amended',
        section: 'initial-conference',
        was: ['Held within 15 working days.'],
        now: ['It is held within 15 working days.'],
        because: [{ change: 'Working Together 2026' }],
      },
      { what: 'new', section: 'core-group', because: [] },
    ]));
  it('is also what is withdrawn, and a limit that the law changed meanwhile', () => {
    expect(amendedBy(before, now, manual, everything).map(({ what }) => what)).toEqual(['amended', 'withdrawn']);
    const placement = '## P {#p}\n\n<!-- steps: placement -->\n<!-- timescales: accommodationUnderSixteen -->\n\nP\n';
    const [of2020, of2022] = [edition('2020-12-01', placement), edition('2022-01-01', placement)];
    expect(amendedBy(of2022, of2020, manual, everything)[0]?.now[0]).toContain('under 16');
  });
});

describe('the quarterly review', () => {
  const [latest] = now.chapters;
  const [earlier] = before.chapters;
  if (latest === undefined || earlier === undefined) throw new Error('no chapter');
  it.each([
    ['as the chapter says itself', latest, '2026-11-02', '2027-01-31'],
    ['by its latest review', latest, '2026-12-02', '2027-06-30'],
    ['not by a review of what stood before it', latest, '2026-11-20', '2027-01-31'],
    ['by a review of all', earlier, '2025-02-01', '2025-07-31'],
  ])('is due %s', (_, chapter, today, by) => expect(reviewDue(manual, chapter, date(today))).toBe(by));
  it('is told of four weeks before, and until it has been done', () => {
    const due = (today: string) => reviewsDue({ reviews: [] }, [latest], date(today)).map(({ by }) => by);
    expect([due('2027-01-02'), due('2027-01-03'), due('2028-01-01')]).toEqual([[], ['2027-01-31'], ['2027-01-31']]);
  });
});

describe('a chapter is read', () => {
  const [written] = now.chapters;
  if (written === undefined) throw new Error('no chapter');
  const latest = { ...written, file: '2026-11-02/06-child-protection.md', readers: 'everybody' as const };
  const reader = { id: 'm', roles: ['socialWorker' as const] };
  const read = (edition: string) => [{ member: 'm', chapter: latest.id, edition: date(edition) }];
  it('again, where it was written anew since, and not where another chapter was', () => {
    expect(unreadBy([latest], reader, [])).toEqual([latest]);
    expect(unreadBy([latest], reader, read('2024-01-08'))).toEqual([latest]);
    expect(unreadBy([latest], reader, read('2026-11-02'))).toEqual([]);
    expect(unreadBy([latest], reader, read('2027-02-01'))).toEqual([]);
    expect(readBy(latest)).toBe('2026-11-30');
  });
  it('by those it is for: one for every agency by whoever works with children', () => {
    expect(unreadBy([latest], { id: 'm', roles: ['administrator'] }, [])).toEqual([]);
    expect(unreadBy([{ ...latest, readers: ['administrator'] }], reader, [])).toEqual([]);
    expect(readingsOf([latest], [reader, { id: 'n', roles: ['administrator'] }], [])).toMatchObject([{ owed: 1, unread: ['m'] }]);
  });
});

describe('a search', () => {
  it('finds every word, whatever its case, in heading or text', () => {
    expect(soughtIn(now.chapters, 'CORE group').map(({ section }) => section.id)).toEqual(['core-group']);
    expect(soughtIn(now.chapters, 'working days held')[0]?.excerpt).toBe('It is held within 15 working days.');
    expect(soughtIn(now.chapters, 'core conference')).toEqual([]);
    expect(soughtIn(now.chapters, '   ')).toEqual([]);
  });
});

describe('Markdown', () => {
  const shown = (text: string) => prose(lexer(text));
  it('never becomes HTML: what is not known is shown as it is written', () => {
    expect(textOf(shown('<script>alert(1)</script>'))).toBe('<script>alert(1)</script>');
    expect(textOf(shown('A <img src=x onerror=alert(1)> b'))).toContain('<img');
    expect(JSON.stringify(shown('[x](javascript:alert(1)) ![p](https://e.org/p.png)'))).not.toContain('"link"');
  });
  it.each([
    ['06-child-protection.md#core-group', { chapter: 'child-protection', section: 'core-group' }],
    ['06-child-protection.md', { chapter: 'child-protection' }],
    ['../2024-01-08/06-child-protection.md', { chapter: 'child-protection' }],
    ['#core-group', { section: 'core-group' }],
    ['https://www.gov.uk/x', { address: 'https://www.gov.uk/x' }],
    ['http://www.gov.uk/x', undefined],
    ['javascript:alert(1)', undefined],
    ['//elsewhere.org', undefined],
    ['', undefined],
  ])('leads from %s to %o', (href, to) => expect(targetOf(href)).toEqual(to));
  it('is refused where a chapter is not well made', () => {
    expect(() => chapter('## No address\n')).toThrow('has no address');
    expect(() => chapter('', '2026-11-02', 'title: T')).toThrow('"review by"');
    expect(() => chapter('', '2026-11-02', 'title: T\nowner: O\nfor: strangers\nreview by: 2027-01-31')).toThrow('"strangers"');
    expect(() => readChapter('2026-11-02/Protection.md', written(''), () => undefined)).toThrow('two digits');
  });
  it('gives the rows of a table', () => expect(tableIn('# T\n\n| A | B |\n| - | - |\n| 1 | |\n')).toEqual([{ A: '1', B: '' }]));
});
