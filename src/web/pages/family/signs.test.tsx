import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { date, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { historyOf } from '../../../practice/history.fixture.ts';
import { bondsTold, type Bond } from '../../../practice/people/bonds.ts';
import type { Relative } from '../../../record/contract.ts';
import { familyModel } from './family-model.ts';
import { FamilyPage } from './page.tsx';

/* Each sign of the drawing is there for what it stands for, and what it says is said in words beside it. */

type Standing = NonNullable<Relative['standing']>;
type Stated = Relative['stated'][number];

const people: Readonly<Record<string, Partial<Standing>>> = {
  Ada: { sex: 'F', bornOn: date('2016-05-01') },
  Bea: { sex: 'F', bornOn: date('1990-03-03'), adult: true },
  Carl: { sex: 'M', bornOn: date('1988-01-09'), diedOn: date('2022-02-02'), adult: true },
  Dan: { sex: 'M', bornOn: date('2019-08-20') },
  Eli: { sex: 'M', bornOn: date('1991-06-30'), adult: true },
  Fay: { sex: 'F', bornOn: date('1979-10-10'), adult: true },
  Gil: { sex: 'M', bornOn: date('1980-12-12'), adult: true },
  Hana: { expectedOn: date('2026-09-01') },
};
type Said = readonly [whose: string, bond: Bond, who: string, more?: Readonly<Record<string, string>>];
const said: readonly Said[] = [
  ['Ada', 'mother', 'Bea', { source: 'birthCertificate' }],
  ['Ada', 'father', 'Carl'],
  ['Bea', 'divorced', 'Carl', { from: '2021-04-01' }],
  ['Dan', 'mother', 'Bea'],
  ['Dan', 'father', 'Eli'],
  ['Hana', 'mother', 'Bea'],
  ['Bea', 'separated', 'Eli', { from: '2024-01-15' }],
  ['Dan', 'adoptiveParent', 'Fay', { from: '2025-02-01' }],
  ['Dan', 'adoptiveParent', 'Gil', { from: '2025-02-01' }],
  ['Fay', 'cohabiting', 'Gil'],
];

function relatives(): readonly Relative[] {
  const stated = new Map<string, Stated[]>(Object.keys(people).map((name) => [name, []]));
  for (const [n, [whose, bond, who, more]] of said.entries()) {
    const line = (person: string, bond: Bond): Stated => ({
      entry: `e${n}`,
      step: 'relationship',
      answers: { relative: person, bond, ...more },
    });
    stated.get(whose)?.push(line(who, bond));
    stated.get(who)?.push(line(whose, bondsTold[bond].inverse));
  }
  for (const name of ['Ada', 'Bea'])
    stated.get(name)?.push({ entry: 'home', step: 'household', answers: { from: '2023-01-01', address: '1 High St' } });
  return Object.entries(people).map(([name, standing]) => ({
    person: name,
    restricted: false,
    distance: name === 'Ada' ? 0 : 1,
    standing: { name, ...standing },
    stated: stated.get(name) ?? [],
  }));
}

const history = historyOf(
  ['parentalResponsibility', '2016-05-01', { holder: 'Bea', acquired: 'motherAtBirth', evidence: ['birthCertificate'] }],
  ['parentalResponsibility', '2016-05-09', { name: 'Carl', acquired: 'birthRegistration', evidence: ['saidOnly'], until: '2022-02-02' }],
  ['professional', '2024-04-02', { name: 'Joan Field', role: 'healthVisitor', agency: 'Riverside Health Centre', contact: '01632 960200' }],
  ['professional', '2023-09-04', { name: 'Mark Hill', role: 'teacher', until: '2025-07-18' }],
);
const known = (today: LocalDate) => ({ today, at: new Date(`${today}T12:00:00Z`), day: '', time: '' });

function shown(today = date('2026-06-01'), mayRead: (step: string) => boolean = () => true) {
  const record = { person: 'Ada', position: 1, chain: [], history, clocks: [], standing: { name: 'Ada' } };
  const holders = new Map([['Bea', { person: 'Bea', restricted: false, standing: { name: 'Bea' } }]]);
  const model = familyModel({ record, relatives: relatives(), holders, known: known(today), mayRecord: true, mayRead });
  const page = render(<FamilyPage frame={{ authorityName: 'Borough', demonstration: false, path: '/' }} model={model} />);
  const drawing = /<svg class="sl-genogram__svg".*?<\/svg>/s.exec(page)?.[0] ?? '';
  return { model, page, drawing };
}

/** What is drawn of somebody: up to the next person. */
const drawnOf = (drawing: string, name: string): string =>
  drawing.split(/<(?:a|g) class="sl-g-person/).find((part) => part.includes(`<title>${name},`) || part.includes(`<title>${name}<`)) ?? '';
/** What stands in the table in somebody's row. */
const rowOf = (page: string, name: string): string =>
  [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([row]) => row.replaceAll(/<[^>]+>/g, ' '))
    .find((row) => new RegExp(`^\\s*${name}\\b`).test(row)) ?? '';
/** The line of a couple. */
const lineOf = (drawing: string, kind: string): readonly string[] =>
  [...drawing.matchAll(/<g class="sl-g-line sl-g-line--(\w+)">(.*?)<\/g>/gs)]
    .filter(([, style]) => style === kind)
    .map(([, , inside = '']) => inside);

describe('the signs of the drawing', () => {
  const { drawing, page, model } = shown();
  it('a cross is for who has died, and nobody else', () => {
    expect(Object.keys(people).filter((name) => drawnOf(drawing, name).includes('sl-g-dead'))).toEqual(['Carl']);
    expect(drawnOf(drawing, 'Carl')).toContain('1988–2022');
    expect(rowOf(page, 'Carl')).toContain('died 2 Feb 2022');
  });
  it('brackets are for who was adopted; a circle, a square and a triangle for a woman, a man and an unborn child', () => {
    expect(Object.keys(people).filter((name) => drawnOf(drawing, name).includes('sl-g-bracket'))).toEqual(['Dan']);
    expect(drawnOf(drawing, 'Bea')).toContain('<circle');
    expect(drawnOf(drawing, 'Eli')).toMatch(/<g class="sl-g-symbol"><rect/);
    expect(drawnOf(drawing, 'Hana')).toMatch(/<g class="sl-g-symbol"><path d="M[^"]*Z"/);
    expect(drawnOf(drawing, 'Ada').match(/<circle/g), 'the child whose family it is stands out').toHaveLength(2);
  });
  it('one stroke is for the separated, two for the divorced; a couple that is not married has a broken line, as adoption has', () => {
    const strokes = [...drawing.matchAll(/<g class="sl-g-line[^>]*>(.*?)<\/g>/gs)].map(
      ([, inside = '']) => inside.match(/sl-g-stroke/g)?.length ?? 0,
    );
    expect(strokes.filter((n) => n > 0).toSorted()).toEqual([1, 2]);
    expect(lineOf(drawing, 'dashed').length).toBeGreaterThanOrEqual(2);
    expect(rowOf(page, 'Bea')).toContain('Divorced from Carl since 1 Apr 2021');
    expect(rowOf(page, 'Bea')).toContain('Separated from Eli since 15 Jan 2024');
    expect(rowOf(page, 'Fay')).toContain('Lives with partner Gil');
  });
  it('the outline is of who lives together', () => {
    expect(drawing).toContain('sl-g-home');
    expect(model.rows.filter(({ livesWithRoot }) => livesWithRoot).map(({ member }) => member.name)).toEqual(['Bea']);
    expect(rowOf(page, 'Bea')).toMatch(/Yes\s*$/);
  });
});

describe('the table', () => {
  it('says every line of the drawing, in the row of each whom it joins', () => {
    const { page, model } = shown();
    const { parents, couples, siblings } = model.family;
    expect([parents.length, couples.length]).toEqual([7, 3]);
    for (const { parent, child } of parents) {
      expect(rowOf(page, child)).toMatch(new RegExp(`Child of [^:]*${parent}`));
      expect(rowOf(page, parent)).toMatch(new RegExp(`arent of [^:]*${child}`));
    }
    for (const { a, b } of couples) for (const [one, other] of [[a, b], [b, a]] as const) expect(rowOf(page, one)).toMatch(new RegExp(`(from|to|partner|of) ${other}`)); // prettier-ignore
    for (const { a, b } of siblings) expect(rowOf(page, a)).toContain(`Brother or sister of ${b}`);
    const drawn = new Set(model.drawn.lines.flatMap(({ ids }) => ids));
    for (const name of Object.keys(people)) expect(drawn.has(name), name).toBe(true);
    expect(rowOf(page, 'Bea')).toContain('Mother: birth certificate seen');
  });
});

describe('as known at an earlier day', () => {
  it('nobody is dead, divorced, separated, adopted or in one household before they were', () => {
    const { drawing, page } = shown(date('2020-01-01'));
    expect(drawing).not.toMatch(/sl-g-dead|sl-g-stroke|sl-g-bracket|sl-g-home/);
    expect(rowOf(page, 'Carl')).not.toContain('died');
    expect(rowOf(page, 'Bea')).not.toMatch(/Divorced|Separated/);
    expect(shown(date('2021-06-01')).drawing.match(/sl-g-stroke/g), 'divorced by then').toHaveLength(2);
  });
});

describe('beside the drawing', () => {
  it('stands who holds parental responsibility, and on what evidence', () => {
    const section = /id="responsibility".*?<\/section>/s.exec(shown().page)?.[0] ?? '';
    const [bea = '', carl = ''] = [...section.matchAll(/<li.*?<\/li>/gs)].map(([item]) => item.replaceAll(/<[^>]+>/g, ' '));
    expect(bea).toMatch(/Bea\s+Mother, at the birth \(s2\)\s+1 May 2016\s+Seen: full birth certificate/);
    expect(carl).toMatch(/Carl\s+no longer\s+Named on the birth registration.*9 May 2016 to 2 Feb 2022\s+nothing seen/s);
  });
  it('stand the professionals, those of before apart', () => {
    const section = /id="professionals".*?<\/section>/s.exec(shown().page)?.[0] ?? '';
    const [now = '', before = ''] = section.split('<details');
    expect(now.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Joan Field\s+Health visitor, Riverside Health Centre\s+01632 960200\s+2 Apr 2024/);
    expect([now.includes('Mark Hill'), before.includes('Mark Hill')]).toEqual([false, true]);
  });
  it('stands nothing of a step that the reader may not read', () => {
    const { page } = shown(date('2026-06-01'), (step) => step !== 'professional' && step !== 'parentalResponsibility');
    expect(page).not.toMatch(/Joan Field|birth certificate<|Mother, at the birth/);
  });
});
