import { describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { steps, type RecipientKind } from '../practice/pathway.ts';
import { assemble, documentOf } from './assemble.ts';
import { toBeWritten } from './documents/section.ts';
import { personFact } from './facts.ts';
import { mustBeLeftOut, type Material } from './material.ts';

const [amara, priya, ruth] = ['amara', 'priya', 'ruth'];
const inCare: readonly Told[] = [
  ['periodOfCare', '2026-01-12', { legalStatus: 'C2' }],
  ['allocation', '2026-01-12', { worker: priya, role: 'lead' }],
  ['placement', '2026-01-12', { type: 'U6', carers: 'Jo and Sam' }],
  ['reviewingOfficerNamed', '2026-01-14', { officer: ruth }],
  ['carePlan', '2026-01-16', { permanence: 'returnHome' }],
  ['relationship', '2026-01-16', { relative: 'kai', bond: 'brother' }],
];
const told = (on: string, ...topics: readonly string[]): Told => ['childTold', on, { told: topics }];
const made: Told = ['ownView', '2026-02-02', { how: 'together', words: 'I like it here. I miss Kai.', wishes: 'To see Kai every week.' }];

const materialOf = (all: readonly Told[], kind: RecipientKind = 'child'): Material => ({
  children: [{ person: amara, name: 'Amara Bello', history: historyOf(...all) }],
  steps: new Map(steps.map((step) => [step.name, step])),
  labels: new Map([
    [priya, 'Priya Shah'],
    [ruth, 'Ruth Oyelaran'],
  ]),
  recipient: kind === 'child' ? { kind, name: 'Amara Bello', person: amara } : { kind, name: 'Jo Field' },
  family: [
    personFact({ person: 'kai', name: 'Kai Bello', isRestricted: false, isClose: true }),
    personFact({ person: 'dan', name: 'Dan Hidden', isRestricted: true, isClose: true }),
    personFact({ person: 'aunt', name: 'Efua Mensah', isRestricted: false, isClose: false }),
  ],
  filter: { from: '', to: '', steps: [] },
  today: date('2026-03-02'),
  madeBy: 'Priya Shah',
});
const pageOf = (all: readonly Told[], kind?: RecipientKind): string => {
  const material = materialOf(all, kind);
  return assemble('ownView', material, mustBeLeftOut(material, 'ownView'))
    .map(({ heading, text }) => `${heading}\n${text}`)
    .join('\n');
};
const everything = told('2026-01-30', 'why', 'plan', 'home', 'family', 'people', 'review');

describe('the child’s own view', () => {
  it('says my plan, my people, my next review and my words, in plain words', () => {
    const page = pageOf([...inCare, everything, made]);
    for (const words of [
      'A court decided that the council looks after me.',
      'I live with Jo and Sam, since 12 Jan 2026.',
      'The plan is that I go home.',
      'Priya Shah, my social worker',
      'Ruth Oyelaran, who leads my reviews',
      'Kai Bello',
      'My next review was to be by 9 Feb 2026, and has not been yet.',
      'I miss Kai.',
      'To see Kai every week.',
      'Written together with the child',
    ])
      expect(page).toContain(words);
  });
  it('says by when the next review is of a child who is to come of age after it, and of nobody who comes of age before', () => {
    const born = (on: string): Told => ['personDetails', '2026-01-12', { bornOn: date(on) }];
    const reviewed: Told = ['lookedAfterReview', '2026-02-05', { held: true, participation: 'PN1' }];
    const page = pageOf([born('2014-06-04'), ...inCare, reviewed, everything, made]);
    expect(page).toContain('My next review is by 5 May 2026. I can say where it is');
    for (const on of ['2008-02-20', '2008-04-20'])
      expect(pageOf([born(on), ...inCare, reviewed, everything, made])).not.toMatch(/My next review (is|was)/);
  });
  it('is called my page where the child gets it, and what it is where somebody else does', () => {
    const titleFor = (kind: RecipientKind): string =>
      documentOf({
        kind: 'ownView',
        material: materialOf([...inCare, everything, made], kind),
        sections: [],
        left: new Set(),
        letterhead: { authority: 'Norchester', lines: [] },
        language: 'en-GB',
        madeAt: '2026-03-02T10:00:00Z',
      }).title;
    expect([titleFor('child'), titleFor('carer')]).toEqual(['My page', 'The child’s own view']);
  });
  it('has nothing that the child has not been told, whoever it is made for', () => {
    for (const kind of ['child', 'carer', 'parent', 'court'] as const) {
      const page = pageOf([...inCare, told('2026-01-30', 'people'), made], kind);
      expect(page).toContain('Priya Shah, my social worker');
      for (const secret of ['court decided', 'Jo and Sam', 'go home']) expect(page).not.toContain(secret);
    }
  });
  it('stays with what they were told, when something has changed since', () => {
    const moved: Told = ['placement', '2026-02-20', { type: 'U6', carers: 'The Hills' }];
    expect(pageOf([...inCare, everything, moved, made])).toContain('On 30 Jan 2026 I was told: I live with Jo and Sam');
    expect(pageOf([...inCare, everything, moved, made])).not.toContain('The Hills');
    expect(pageOf([...inCare, everything, moved, told('2026-02-21', 'home'), made])).toContain('I live with The Hills');
  });
  it('tells of carers by name as they are written, and of others within the sentence', () => {
    const livingWith = (carers: string) =>
      pageOf([...inCare.slice(0, 2), ['placement', '2026-01-12', { type: 'U6', carers }], told('2026-01-30', 'home'), made]);
    expect(livingWith('A retired couple')).toContain('I live with a retired couple, since');
    expect(livingWith('Foster carers in the next town')).toContain('I live with foster carers in the next town, since');
    expect(livingWith('Ana and Foster Bell')).toContain('I live with Ana and Foster Bell, since');
  });
  it('does not say as of today what has changed untold: neither a plan, nor who decides, nor a worker, nor a review', () => {
    const page = pageOf([
      ...inCare,
      ['lookedAfterReview', '2026-02-05', { held: true, participation: 'PN1', decisions: 'She stays.' }],
      told('2026-02-06', 'why', 'plan', 'people', 'review'),
      ['legalStatus', '2026-02-10', { legalStatus: 'E1' }],
      ['carePlan', '2026-02-10', { permanence: 'adoption' }],
      ['allocation', '2026-02-10', { worker: ruth, role: 'lead' }],
      ['lookedAfterReview', '2026-02-12', { held: true, participation: 'PN6', decisions: 'She is adopted.' }],
    ]);
    for (const words of [
      'On 6 Feb 2026 I was told: A court decided that the council looks after me.',
      'On 6 Feb 2026 I was told: The plan is that I go home.',
      'On 6 Feb 2026 I was told: Priya Shah, my social worker',
      'At my review on 5 Feb 2026 this was decided: She stays.',
    ])
      expect(page).toContain(words);
    for (const untold of ['new family', 'adopted', 'my last review']) expect(page).not.toContain(untold);
  });
  it('has as my social worker whoever leads, and no second worker', () => {
    const second: Told = ['allocation', '2026-01-20', { worker: ruth, role: 'coWorker' }];
    const page = pageOf([...inCare, second, told('2026-01-30', 'people'), made]);
    expect(page).toContain('Priya Shah, my social worker');
    expect(page).not.toContain('Ruth Oyelaran, my social worker');
  });
  it('names a parent, brother or sister only once the child was told that they are', () => {
    const kept: Told = ['ownView', '2026-02-02', { how: 'together', words: 'I like it here.' }];
    expect(pageOf([...inCare, told('2026-01-30', 'why', 'plan', 'home', 'people', 'review'), kept])).not.toContain('Kai Bello');
    expect(pageOf([...inCare, told('2026-01-30', 'family'), kept])).toContain('Kai Bello');
    const found: Told = ['relationship', '2026-02-10', { relative: 'kai', bond: 'brother' }];
    const without = inCare.filter(([step]) => step !== 'relationship');
    expect(pageOf([...without, told('2026-01-30', 'family'), found, kept])).not.toContain('Kai Bello');
    expect(pageOf([...without, told('2026-01-30', 'family'), kept])).not.toContain('Kai Bello');
  });
  it('says nothing of who decides, nor of carers, once care has ended: on its last day, and after it', () => {
    for (const on of ['2026-03-02', '2026-02-20']) {
      const page = pageOf([...inCare, everything, ['periodOfCareEnd', on, { reason: 'E4A' }], made]);
      for (const over of ['court decided', 'Jo and Sam']) expect(page).not.toContain(over);
    }
  });
  it('tells what a review decided to a child who was there, or was told of it', () => {
    const review = (participation: string): Told => [
      'lookedAfterReview',
      '2026-02-05',
      { held: true, participation, decisions: 'She stays.' },
    ];
    expect(pageOf([...inCare, everything, review('PN1')])).toContain('She stays.');
    expect(pageOf([...inCare, everything, review('PN6')])).not.toContain('She stays.');
    expect(pageOf([...inCare, everything, review('PN6'), told('2026-02-06', 'review')])).toContain('She stays.');
  });
  it('names nobody whose record is restricted, and no other of the family', () => {
    const page = pageOf([...inCare, everything, made]);
    expect(page).not.toContain('Dan Hidden');
    expect(page).not.toContain('Efua Mensah');
  });
  it('waits until it was made with the child', () => {
    expect(pageOf([...inCare, everything])).toContain(toBeWritten);
    expect(pageOf([...inCare, everything, made])).not.toContain(toBeWritten);
  });
  it('lists to the worker what the child was not told of', () =>
    expect(
      mustBeLeftOut(materialOf([...inCare, told('2026-01-30', 'why', 'home', 'family', 'people')]), 'ownView')
        .filter(({ kind }) => kind === 'childNotTold')
        .map(({ of }) => of),
    ).toEqual(['Care plan, 16 Jan 2026']));
});

describe('another document for the child', () => {
  it('leaves out what they were not told of, too', () => {
    const material = materialOf([
      ...inCare,
      ['lookedAfterReview', '2026-02-05', { held: true, participation: 'PN6', decisions: 'She stays.' }],
    ]);
    const text = (from: Material) =>
      JSON.stringify(assemble('lookedAfterReviewRecord', from, mustBeLeftOut(from, 'lookedAfterReviewRecord')));
    expect(text(material)).not.toContain('She stays.');
    expect(text({ ...material, recipient: { kind: 'parent', name: 'Her mother' } })).toContain('She stays.');
  });
});
