import { describe, expect, it, test } from 'vitest';
import type { Chapter, Section } from '../../src/governance/procedures/chapter.ts';
import { limitsOn, limitsTold, mayTell } from '../../src/governance/procedures/limits-told.ts';
import { sectionsIn, type Edition } from '../../src/governance/procedures/manual.ts';
import { targetsIn, textOf, type Target } from '../../src/governance/procedures/prose.ts';
import { readManual, sealsIn } from '../../src/governance/procedures/read-manual.ts';
import { stepNamed, steps } from '../../src/practice/pathway.ts';

const manual = readManual();

const leadsTo = (edition: Edition, from: Chapter, to: Target): Chapter | Section | 'elsewhere' | undefined => {
  if ('address' in to) return 'elsewhere';
  const chapter = 'chapter' in to ? edition.chapters.find(({ id }) => id === to.chapter) : from;
  if (chapter === undefined || (from.readers === 'everybody' && chapter.readers !== 'everybody')) return undefined;
  return to.section === undefined ? chapter : chapter.sections.find(({ id }) => id === to.section);
};

const blocksOf = ({ opening, sections }: Chapter) => [...opening, ...sections.flatMap(({ blocks }) => blocks)];

describe.each(manual.editions.map((edition) => [edition.on, edition] as const))('the procedures of %s', (_, edition) => {
  const all = sectionsIn(edition.chapters);
  it('give each section an address of its own', () => {
    const ids = all.map(({ section }) => section.id);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
    expect(edition.chapters.map(({ id }) => id).filter((id) => ['search', 'changes', 'whole', 'editions', 'index'].includes(id))).toEqual(
      [],
    );
  });
  it('name only steps of practice', () =>
    expect(all.flatMap(({ section }) => section.steps).filter((step) => stepNamed(step) === undefined)).toEqual([]));
  it('name in a section only limits that its steps have or meet', () => {
    const strange = all.flatMap(({ section }) =>
      (section.timescales ?? []).filter((rule) => !mayTell(section, rule)).map((rule) => `${section.id}: ${rule}`),
    );
    expect(strange).toEqual([]);
  });
  it('lead nowhere that is not there, and from no public page to one for staff', () => {
    const dead = edition.chapters.flatMap((chapter) =>
      targetsIn(blocksOf(chapter))
        .filter((to) => leadsTo(edition, chapter, to) === undefined)
        .map((to) => `${chapter.file}: ${JSON.stringify(to)}`),
    );
    expect(dead).toEqual([]);
  });
  it('hold no Markdown that is shown as it is written', () =>
    expect(edition.chapters.filter((chapter) => /\]\(|<\w|\*\*|\{#|\{\{/.test(textOf(blocksOf(chapter)))).map(({ file }) => file)).toEqual(
      [],
    ));
});

test('the test sees a link that leads nowhere, and one to a chapter for staff', () => {
  const [edition] = manual.editions;
  const [from] = edition?.chapters ?? [];
  if (edition === undefined || from === undefined) throw new Error('no edition');
  const staff: Chapter = { ...from, id: 'staff', readers: ['teamManager'] };
  const more: Edition = { ...edition, chapters: [...edition.chapters, staff] };
  expect(leadsTo(more, from, { chapter: 'no-such' })).toBeUndefined();
  expect(leadsTo(more, from, { section: 'no-such' })).toBeUndefined();
  expect(leadsTo(more, from, { chapter: 'staff' })).toBeUndefined();
  expect(leadsTo(more, from, { chapter: 'front-door', section: 'worried' })).toMatchObject({ id: 'worried' });
});

describe('the latest edition', () => {
  const [latest] = manual.editions;
  if (latest === undefined) throw new Error('no edition');
  const told = sectionsIn(latest.chapters);
  it('tells how to do every step: a new step is named below a section’s heading, as <!-- steps: … -->', () => {
    const named = new Set(told.flatMap(({ section }) => section.steps));
    expect(steps.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
  it('tells every limit that is in force, once', () => {
    const rules = told.flatMap(({ section }) => limitsTold(section, latest).map(({ rule }) => rule));
    expect(rules.toSorted()).toEqual(
      limitsOn(latest.on)
        .map(({ rule }) => rule)
        .toSorted(),
    );
  });
  it('leads from what changed in law to sections that are there', () => {
    const sections = new Set(told.flatMap(({ chapter, section }) => [chapter.id, `${chapter.id}#${section.id}`]));
    const named = manual.changes
      .filter(({ edition }) => edition === latest.on)
      .flatMap(({ sections: places }) => places.map(({ chapter, section }) => (section === undefined ? chapter : `${chapter}#${section}`)));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((place) => !sections.has(place))).toEqual([]);
  });
});

test('an edition that has been replaced is not touched again: records of its time lead to it', () =>
  expect(sealsIn().filter(({ said, found }) => said !== found)).toEqual([]));
