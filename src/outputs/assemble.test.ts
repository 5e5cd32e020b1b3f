import { describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { documentKinds, steps, type DocumentKindName, type RecipientKind } from '../practice/pathway.ts';
import { assemble, documentOf, kindsOfDocument, pointedTo } from './assemble.ts';
import { personFact } from './facts.ts';
import { leftOutOf, mustBeLeftOut, type LeftOut, type Material } from './material.ts';

const [amara, ben, father] = ['amara', 'ben', 'father'];
const told: readonly Told[] = [
  ['household', '2024-09-01', { from: '2024-09-01', address: '14 Example Street\nOxford', postcode: 'OX1 1ND' }],
  ['household', '2026-01-15', { from: '2026-01-15', address: 'Rose House', isConfidential: true }],
  ['schoolPlace', '2025-09-01', { changedOn: '2025-09-01', change: 'started', school: 'St Anne’s Primary School' }],
  ['warning', '2026-02-01', { from: '2026-02-01', kind: 'dangerToStaff', words: 'He throws things.' }],
  [
    'contact',
    '2026-03-02',
    {
      receivedOn: '2026-03-02',
      source: '1A',
      fromWhom: 'Nora Bell',
      reach: '01632 960123',
      worry: 'She heard shouting at 14 Example Street.',
    },
  ],
  ['referral', '2026-03-02', { referredOn: '2026-03-02', source: '1A' }],
  ['referralDecision', '2026-03-03', { decidedOn: '2026-03-03', response: 'assessment', reason: 'The children may be alone at night.' }],
  [
    'assessmentReport',
    '2026-04-13',
    {
      completedOn: '2026-04-13',
      housing: 'Two rooms at Rose House, damp.',
      childsVoice: '“I do the tea.”',
      recommendation: 'childInNeedPlan',
    },
  ],
  ['initialConference', '2026-04-20', { heldOn: '2026-04-20', people: [{ who: 'Mother', view: 'agrees' }], danger: 'Alone at night.' }],
  ['childProtectionPlan', '2026-04-20', { startedOn: '2026-04-20', category: 'NEG' }],
  [
    'action',
    '2026-04-20',
    { agreedOn: '2026-04-20', what: 'Fit a fire guard', whoElse: 'Mother', byWhen: '2026-05-01', measure: 'Seen at the visit' },
  ],
  ['coreGroupMeeting', '2026-04-29', { heldOn: '2026-04-29', progress: 'The guard is there.' }],
];

const materialFor = (kind: RecipientKind, more: Partial<Material> = {}): Material => ({
  children: [{ person: amara, name: 'Amara Bello', history: historyOf(...told) }],
  steps: new Map(steps.map((step) => [step.name, step])),
  labels: new Map(),
  recipient: { kind, name: 'Mrs Okoro' },
  family: [
    personFact({ person: father, name: 'Kofi Mensah', isRestricted: false, isClose: true }),
    personFact({ person: 'aunt', name: 'Efua Mensah', isRestricted: false, isClose: false }),
  ],
  filter: { from: '', to: '', steps: [] },
  today: date('2026-05-04'),
  madeBy: 'Priya Shah',
  ...more,
});
const leftOutFor = (material: Material, ...putBack: readonly string[]): readonly LeftOut[] =>
  leftOutOf(mustBeLeftOut(material), new Set(putBack));
const sectionsOf = (kind: DocumentKindName, material: Material, ...putBack: readonly string[]) =>
  assemble(kind, material, leftOutFor(material, ...putBack));
const found = (material: Material) => pointedTo(material, sectionsOf('fullRecord', material), leftOutFor(material));
const textOf = (kind: DocumentKindName, material: Material, ...putBack: readonly string[]): string =>
  sectionsOf(kind, material, ...putBack)
    .map(({ heading, text }) => `${heading}\n${text}`)
    .join('\n\n');

describe('what is left out', () => {
  it.each(Object.keys(kindsOfDocument).filter((kind): kind is DocumentKindName => kind in documentKinds))(
    'stands in no answer of a %s for the school, and not in its lines',
    (kind) => {
      const text = textOf(kind, materialFor('school'));
      for (const secret of ['OX1 1ND', 'Nora Bell', '01632 960123', 'throws things', 'dangerToStaff', 'Danger to staff'])
        expect(text).not.toContain(secret);
    },
  );
  it('is there for the police, but for nobody who has no need of it', () => {
    const text = textOf('fullRecord', materialFor('police'));
    for (const said of ['14 Example Street', 'Rose House', 'St Anne’s Primary School', 'Nora Bell', 'He throws things.'])
      expect(text).toContain(said);
    const forHealth = textOf('fullRecord', materialFor('health'));
    expect(forHealth).toContain('OX1 1ND');
    expect(forHealth).not.toContain('Address: Rose House');
  });
  it('is what was withheld from a copy of the record: the decision goes to nobody, not to the police either', () => {
    const withheld: Told = [
      'redaction',
      '2026-05-01',
      { decidedOn: '2026-05-01', everywhere: [{ words: 'Aunt Efua told us', ground: 'thirdParty' }] },
    ];
    const material = materialFor('police', { children: [{ person: amara, name: 'Amara Bello', history: historyOf(...told, withheld) }] });
    for (const kind of ['fullRecord', 'chronology'] as const) {
      expect(textOf(kind, material)).not.toContain('Aunt Efua');
      expect(textOf(kind, material)).not.toContain('Subject access');
    }
  });
  it('is listed, each with its reason and the entry that it stands in, never in its own words', () => {
    const listed = mustBeLeftOut(materialFor('school'));
    expect(listed.map(({ kind }) => kind).toSorted()).toEqual([
      'confidentialAddress',
      'homeAddress',
      'otherFamily',
      'referrer',
      'referrer',
      'warning',
    ]);
    for (const { of, because, kind } of listed) {
      if (kind !== 'otherFamily') expect(of).toMatch(/^[A-Z].*, \d+ \w+ \d{4}$/);
      expect(because).not.toBe('');
    }
  });
  it('is there once the sender puts it back: that, and nothing else of its kind', () => {
    const home = mustBeLeftOut(materialFor('school')).find(({ kind }) => kind === 'homeAddress')?.id ?? '';
    const material = materialFor('school');
    expect(textOf('fullRecord', material, home)).toContain('Postcode: OX1 1ND');
    expect(leftOutFor(material, home).map(({ kind }) => kind)).not.toContain('homeAddress');
    expect(textOf('fullRecord', material, home)).not.toContain('Address: Rose House');
  });
  it('is pointed to where somebody wrote it into a text', () => {
    const material = materialFor('school');
    const mentions = found(material);
    expect(mentions.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining(['She heard shouting at 14 Example Street.', 'Two rooms at Rose House, damp.']),
    );
    const document = documentOf({
      kind: 'fullRecord',
      material,
      sections: sectionsOf('fullRecord', material),
      left: new Set(mentions.map(({ id }) => id)),
      letterhead: { authority: 'Oakshire', lines: [] },
      language: 'en-GB',
      madeAt: '2026-05-04T10:00:00Z',
    });
    for (const secret of ['Example Street', 'Rose House']) expect(JSON.stringify(document)).not.toContain(secret);
  });
  it('is legal advice, whoever asks: its clauses are pointed to where they were written again', () => {
    const advised = historyOf(
      [
        'legalPlanningMeeting',
        '2026-04-21',
        { heldOn: '2026-04-21', outcome: 'preProceedings', advice: 'Threshold is met. We are weak on the injuries of 2024.' },
      ],
      ['caseNote', '2026-04-22', { notedOn: '2026-04-22', note: 'Told Ben: we are weak on the injuries of 2024. The mother made tea.' }],
      ['caseNote', '2026-04-23', { notedOn: '2026-04-23', note: 'Legal advice was to wait.' }],
    );
    for (const recipient of ['parent', 'court', 'police'] as const) {
      const material = materialFor(recipient, { children: [{ person: amara, name: 'Amara Bello', history: advised }] });
      expect(textOf('fullRecord', material)).not.toContain('Threshold is met');
      expect(found(material).map(({ sentence }) => sentence)).toEqual(
        expect.arrayContaining(['we are weak on the injuries of 2024.', 'Legal advice was to wait.']),
      );
      expect(mustBeLeftOut(material).map(({ of }) => of)).toContain('Legal planning meeting, 21 Apr 2026');
    }
  });
  it.each(['parent', 'child', 'carer', 'other'] as const)(
    'is what the family was not told of, for %s: neither the entry nor its line, until it is put back',
    (recipient) => {
      const why = { familyTold: 'notTold', whyNotTold: 'He would find her.' };
      const secret = historyOf(
        ['contact', '2026-03-02', { receivedOn: '2026-03-02', source: '3A', worry: 'A bruise.', ...why }],
        ['agencyChecks', '2026-03-02', { askedOn: '2026-03-02', agencies: ['police'], ...why }],
        ['agencyCheckAnswer', '2026-03-03', { answeredOn: '2026-03-03', agencies: ['police'], known: 'Called out twice.' }],
        ['sharingOfInformation', '2026-03-03', { sharedOn: '2026-03-03', withWhom: 'Refuge', what: 'A plan to leave', ...why }],
        ['agencyChecks', '2026-03-04', { askedOn: '2026-03-04', agencies: ['health'], familyTold: 'told' }],
      );
      const children = [{ person: amara, name: 'Amara Bello', history: secret }];
      const material = materialFor(recipient, { children });
      for (const kind of ['fullRecord', 'chronology', 'conferenceReport'] as const) {
        const text = textOf(kind, material);
        expect(text).not.toMatch(/find her|bruise|police|twice|Refuge|2 Mar 2026|3 Mar 2026/i);
        expect(textOf(kind, materialFor('court', { children }))).toContain('2 Mar 2026');
        expect(text).toContain('4 Mar 2026');
      }
      const untold = mustBeLeftOut(material).filter(({ kind }) => kind === 'untold');
      expect(untold).toHaveLength(4);
      const back = textOf('fullRecord', material, ...untold.map(({ id }) => id));
      expect(back).toContain('He would find her.');
    },
  );
  it('is what follows from that of which the family was not told, and is listed to the sender; never what has another source', () => {
    const follows: readonly Told[] = [
      ['contact', '2026-03-02', { receivedOn: '2026-03-02', source: '3A', familyTold: 'notTold', whyNotTold: 'He would find her.' }],
      ['triageRating', '2026-03-02', { rating: 'immediate' }],
      ['contactDecision', '2026-03-02', { decidedOn: '2026-03-02', decision: 'referral' }],
      ['outcomeToReferrer', '2026-03-02', { told: 'outcome' }],
      ['referral', '2026-03-02', { receivedOn: '2026-03-02' }],
      ['referralDecision', '2026-03-02', { decidedOn: '2026-03-02', response: 'assessment' }],
      ['contact', '2026-03-09', { receivedOn: '2026-03-09', source: '2A', familyTold: 'told' }],
      ['contactDecision', '2026-03-09', { decidedOn: '2026-03-09', decision: 'openWork' }],
      ['contactDecision', '2026-03-10', { decidedOn: '2026-03-10', decision: 'advice', contact: 'e1' }],
      ['action', '2026-03-11', { agreedOn: '2026-03-11', what: 'Refuge is rung', agreedIn: 'e6' }],
      ['visit', '2026-03-12', { visitedOn: '2026-03-12' }],
      ['contact', '2026-03-13', { receivedOn: '2026-03-13', source: '3A', familyTold: 'notTold' }],
      ['outcomeToReferrer', '2026-03-14', { told: 'outcome', about: 'e7' }],
    ];
    const children = [{ person: amara, name: 'Amara Bello', history: historyOf(...follows) }];
    const material = materialFor('parent', { children });
    const left = mustBeLeftOut(material).filter(({ kind }) => kind === 'untold');
    expect(left.map(({ entry }) => entry)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e9', 'e10', 'e12']);
    const text = textOf('chronology', material);
    expect(text).not.toMatch(/\b2 Mar 2026|10 Mar 2026|11 Mar 2026|Refuge/);
    for (const day of ['9 Mar 2026', '12 Mar 2026', '14 Mar 2026']) expect(text).toContain(day);
  });
  it('is not who told us, to whoever told us: not to another of that name’s kind', () => {
    const referrers = (name: string) =>
      mustBeLeftOut(materialFor('public', { recipient: { kind: 'public', name } })).filter(
        ({ kind, words }) => kind === 'referrer' && words.length > 0,
      );
    expect(referrers('nora bell')).toEqual([]);
    expect(referrers('Nora Bellamy')).toHaveLength(1);
  });
  it('of somebody’s own is theirs', () => {
    const family = (recipient: Material['recipient']) => mustBeLeftOut(materialFor('parent', { recipient })).map(({ of }) => of);
    expect(family({ kind: 'parent', name: 'Efua Mensah', person: 'aunt' })).not.toContain('Efua Mensah');
    expect(family({ kind: 'parent', name: 'Kofi Mensah', person: father })).toContain('Efua Mensah');
  });
});

describe('a letter to whoever called', () => {
  it('tells a professional what was decided, and why', () => {
    const text = textOf('outcomeLetter', materialFor('referrer'));
    expect(text).toContain('Thank you for your contact of 2 Mar 2026 about Amara Bello.');
    expect(text).toContain('On 3 Mar 2026 it was decided:');
    expect(text).toContain('The children may be alone at night.');
  });
  it('tells a neighbour that it was received, and neither a name nor what is done', () => {
    const material = materialFor('public');
    const text = textOf('outcomeLetter', material);
    expect(text).toContain('Thank you for telling us');
    expect(text).not.toMatch(/Amara|decided|assessment/i);
    const sections = sectionsOf('outcomeLetter', material);
    const made = documentOf({
      kind: 'outcomeLetter',
      material,
      sections,
      left: new Set(),
      letterhead: { authority: 'Oakshire', lines: [] },
      language: 'en-GB',
      madeAt: '2026-05-04T10:00:00Z',
    });
    expect(JSON.stringify(made)).not.toContain('Amara');
  });
});

describe('a chronology', () => {
  const sibling = {
    person: ben,
    name: 'Ben Bello',
    history: historyOf(...told.slice(5, 7).map((one, at): Told => [one[0], one[1], one[2] ?? {}, { entry: `e${at + 6}` }]), [
      'visit',
      '2026-03-10',
      { visitedOn: '2026-03-10', seen: true },
      { entry: 'of-ben' },
    ]),
  };
  it('of brothers and sisters says of whom, and an entry about two is one line', () => {
    const text = textOf('chronology', materialFor('court', { children: [...materialFor('court').children, sibling] }));
    expect(text).toContain('3 Mar 2026 | Amara Bello, Ben Bello |');
    expect(text).toContain('10 Mar 2026 | Ben Bello |');
  });
  it('is narrowed by day and by kind of entry', () => {
    const text = textOf('chronology', materialFor('court', { filter: { from: '2026-03-01', to: '2026-04-01', steps: ['referral'] } }));
    expect(text.match(/^\d+ \w+ \d{4} \|/gm)).toEqual(['2 Mar 2026 |']);
  });
  it('does not say to a parent that there was a warning', () =>
    expect(textOf('chronology', materialFor('parent'))).not.toMatch(/warning/i));
});

describe('a plan', () => {
  const acted = (entry: string, what: string): Told => [
    'action',
    '2026-04-20',
    { agreedOn: '2026-04-20', what, whoElse: 'Mother', byWhen: '2026-05-01' },
    { entry },
  ];
  const went = (action: string, how: string): Told => ['actionProgress', '2026-04-28', { on: '2026-04-28', action, how }];
  it.each(['conferenceMinutes', 'conferenceReport', 'coreGroupRecord'] as const)(
    'in a %s says what is not yet done and what is done, and nothing of what was withdrawn',
    (kind) => {
      const history = historyOf(
        acted('a1', 'Fit a fire guard'),
        acted('a2', 'See the dentist'),
        acted('a3', 'Join the choir'),
        acted('a4', 'Find a nursery'),
        went('a2', 'done'),
        went('a3', 'withdrawn'),
        went('a4', 'begun'),
      );
      const material = materialFor('police', { children: [{ person: amara, name: 'Amara Bello', history }] });
      const text = textOf(kind, material).replaceAll(/\n+/g, '\n');
      expect(text).toMatch(/Not yet done\n.*\n(.*\n)?Fit a fire guard.*\nFind a nursery[^\n]*\n### Done\n.*\n(.*\n)?See the dentist/);
      const plan = sectionsOf(kind, material).find(({ name }) => name === 'plan')?.text ?? '';
      expect(plan).not.toContain('choir');
    },
  );
});

describe('where the record says nothing', () => {
  it('a box is empty, and its heading is not in the document', () => {
    const material = materialFor('police');
    const sections = sectionsOf('assessment', material);
    expect(sections.find(({ name }) => name === 'weighed')?.text).toBe('');
    const letterhead = { authority: 'Oakshire', lines: [] };
    const made = documentOf({
      kind: 'assessment',
      material,
      sections,
      left: new Set(),
      letterhead,
      language: 'en-GB',
      madeAt: '2026-05-04T10:00:00Z',
    });
    expect(made.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : []))).toEqual(['What we found']);
  });
});

describe('the other documents come from the record', () => {
  it.each([
    ['assessment', 'Two rooms at Rose House, damp.'],
    ['conferenceReport', 'The last twelve months'],
    ['conferenceMinutes', 'Fit a fire guard | Mother | 1 May 2026 | Seen at the visit'],
    ['conferenceInvitation', 'You are invited to a child protection conference about Amara Bello'],
    ['coreGroupRecord', 'The guard is there.'],
  ] as const)('%s', (kind, words) => expect(textOf(kind, materialFor('police'))).toContain(words));
});
