import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingsOf } from '../../src/import/cin-census/census-steps.ts';
import { readCensus } from '../../src/import/cin-census/census-xml.ts';
import { statementsOf } from '../../src/import/cin-census/statements.ts';
import { returnSource } from '../../src/import/ssda903/return-source.ts';
import { date as day } from '../../src/kernel/calendar/dates.ts';
import { code } from '../../src/kernel/field/code.ts';
import { date } from '../../src/kernel/field/date.ts';
import type { Fields } from '../../src/kernel/field/field.ts';
import { practitioners } from '../../src/kernel/step/permission.ts';
import { understand } from '../../src/kernel/field/understand.ts';
import { defineStep, erase, type AnyStep } from '../../src/kernel/step/step.ts';
import { permissionTable, steps, wordingOf } from '../../src/practice/pathway.ts';
import { costOfForm } from '../../src/web/form/form-cost.ts';
import { understandForm } from '../../src/web/form/understand.ts';
import { answeredBy } from '../../src/returns/ssda903/build/built-row.ts';
import { questionsOf } from '../../src/returns/finding-words.ts';
import { pretendDay, pretendId, pretendParts } from '../../src/web/pretend-parts.ts';
import { createServer } from '../../src/web/server.ts';
import { filesUnder, textOf } from './sources.ts';

// A field is written once, in its step. Here one is added to a toy step, and looked for on every surface that a field has.
const label = 'Colour of the door';
const added: Fields = {
  colour: code(
    label,
    { r: 'Red', b: 'Blue as the sea' },
    { required: 'a duty', hint: 'Look before you knock', returns: { cin: 'CINdetails/DoorColour', ssda903: 'reviews.DOOR_COLOUR' } },
  ),
};
const toyWith = (more: Fields) =>
  erase(
    defineStep({
      name: 'toy',
      title: 'Toy step',
      law: 'No law',
      fields: {
        on: date('Date it happened', { required: 'a duty', returns: { cin: 'CINdetails/CINreferralDate', ssda903: 'reviews.REVIEW' } }),
        ...more,
      },
      happenedOn: (answers) => day(String(answers['on'])),
      may: { record: ['socialWorker'], read: practitioners },
      carriedBy: { cin: 'CINdetails', ssda903: 'reviews' },
      summary: () => 'A toy',
      examples: {},
    }),
  );
const toy: AnyStep = { ...toyWith(added), offers: ([from]) => (from === undefined ? {} : { colour: { value: 'r', from } }) };

const at = `/children/${pretendId(1, 0)}`;
const parts = { ...pretendParts(pretendDay), steps: [...steps, toy] };
let server: FastifyInstance;
let csrf = '';
const headers = { cookie: `sightline=token-of-${pretendId(2, 0)}` };
const get = async (url: string): Promise<string> => (await server.inject({ url, headers })).body;
const send = async (url: string, form: Readonly<Record<string, string>>): Promise<string> =>
  (
    await server.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
    })
  ).body;
const answered = { entry: pretendId(5, 1), 'f.on': '2026-03-02', 'f.colour': 'b' };

beforeAll(async () => {
  server = await createServer(parts);
  csrf = /name="_csrf" value="([^"]+)"/.exec(await get(at))?.[1] ?? '';
  await send(`${at}/open`, { reason: 'I work with this child or their family' });
});
afterAll(() => server.close());

async function fromCensus() {
  const text = `<Message><Header><Collection>CIN</Collection></Header><Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex></ChildIdentifiers><CINdetails><CINreferralDate>2026-03-02</CINreferralDate><DoorColour>b</DoorColour></CINdetails></Child></Children></Message>`;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  for await (const event of readCensus(bytes())) if (event.kind === 'child') return statementsOf(event.child, readingsOf([toy])).statements;
  return [];
}

async function fromReturn() {
  const text = 'CHILD,DOB,REVIEW,REVIEW_CODE,DOOR_COLOUR\n7,27/03/2015,02/03/2026,PN1,b\n';
  async function* open(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  const files = [{ name: 'reviews.csv', bytes: text.length, open }];
  const { events } = returnSource({ files, isXml: false, steps: [toy], year: 2026, today: day('2026-11-25') });
  for await (const event of events) if (event.kind === 'child') return event.read.statements;
  return [];
}

/** Every surface that a field has. Whoever builds a new one adds a line: what must be seen of the field there. */
const surfaces: Readonly<Record<string, () => Promise<void>>> = {
  'the form: question, hint and every code': async () => {
    const form = await get(`${at}/record/toy`);
    for (const words of [label, 'Look before you knock', 'Blue as the sea', 'name="f.colour"']) expect(form).toContain(words);
  },
  'the form, offered by a link': async () => expect(await get(`${at}/record/toy?colour=b`)).toMatch(/value="b" checked/),
  'the form, filled in with what is known, and from where': async () => {
    const form = await get(`${at}/record/toy`);
    expect(form).toMatch(/value="r" checked/);
    expect(form).toContain('From Child protection plan started');
  },
  'the error of what is missing': async () =>
    expect(await send(`${at}/record/toy`, { ...answered, 'f.colour': '', stage: 'check' })).toContain('Select colour of the door'),
  'the error of what is wrong': async () =>
    expect(await send(`${at}/record/toy`, { ...answered, 'f.colour': 'x', stage: 'check' })).toContain(
      `${label} must be one of the listed codes: r, b`,
    ),
  'check your answers': async () => {
    const page = await send(`${at}/record/toy`, { ...answered, stage: 'check' });
    expect(page).toContain(label);
    expect(page).toContain('Blue as the sea');
  },
  'the page on which somebody wrote first': async () => {
    await send(`${at}/record/toy`, { ...answered, entry: pretendId(5, 2), stage: 'record' });
    const page = await send(`${at}/record/toy`, { ...answered, readAt: '2026-03-01T00:00:00Z', stage: 'record' });
    expect(page).toContain('just before you');
    expect(page).toContain('Blue as the sea');
  },
  'the draft: what is still to be answered': async () => {
    const draft = { entry: pretendId(5, 3), tab: pretendId(5, 4), version: '0', seq: '1', stage: 'later' };
    await send(`${at}/record/toy`, { ...draft, 'f.on': '2026-03-02' });
    expect(await get('/drafts')).toContain(label);
    expect(await get(`${at}/record/toy?draft=${draft.entry}`)).toContain('value="2026"');
  },
  'the stored answers': async () => {
    await send(`${at}/record/toy`, { ...answered, stage: 'record' });
    expect(parts.written.find(({ entry }) => entry === answered.entry)?.shared).toEqual({ on: '2026-03-02', colour: 'b' });
  },
  'the chronology, its answers and its filters': async () => {
    await send(`${at}/record/toy`, { ...answered, stage: 'record' });
    const page = await get(`${at}?step=toy&words=as+the+sea`);
    expect(page).toContain('<option value="toy" selected');
    expect(page).toMatch(new RegExp(`${label}</dt><dd[^>]*>Blue as the sea`));
  },
  'a correction: the form with what it says, what changes, both versions': async () => {
    await send(`${at}/record/toy`, { ...answered, stage: 'record' });
    const entry = `${at}/entries/${answered.entry}`;
    expect(await get(`${entry}/correct`)).toMatch(/value="b" checked/);
    const corrected = { entry: pretendId(5, 3), corrects: answered.entry, 'f.on': '2026-03-02', 'f.colour': 'r', reason: 'It is red' };
    expect(await send(`${entry}/correct`, { ...corrected, stage: 'check' })).toMatch(/Blue as the sea[^]*changed[^]*Red/);
    await send(`${entry}/correct`, { ...corrected, stage: 'record' });
    expect(parts.written.at(-1)).toMatchObject({ shared: { colour: 'r' }, about: [{ reason: 'It is red' }] });
    expect(await get(entry)).toMatch(new RegExp(`${label}[^]*Blue as the sea[^]*changed[^]*Red`));
  },
  'a document that is made of the record': async () => {
    await send(`${at}/record/toy`, { ...answered, stage: 'record' });
    const asked = { 'f.kind': 'fullRecord', 'f.recipient': 'A court', 'f.recipientKind': 'court' };
    const page = await send(`${at}/record/documentReleased`, { entry: pretendId(5, 9), ...asked, stage: 'assemble' });
    expect(page).toContain(`${label}: Blue as the sea`);
  },
  'a copy for the person whose record it is': async () => {
    await send(`${at}/record/toy`, { ...answered, stage: 'record' });
    const [entry, on] = [pretendId(5, 8), day('2026-03-03')];
    const shared = { receivedOn: on, asker: 'A', capacity: 'person' };
    parts.written.push({
      entry,
      step: 'subjectAccessRequest',
      wording: '',
      happenedOn: on,
      shared,
      about: [{ person: pretendId(1, 0), answers: {} }],
    });
    expect(await get(`${at}/subject-access/${entry}/entries`)).toMatch(new RegExp(`${label}</dt><dd[^>]*>Blue as the sea`));
  },
  'the hash of what was asked': async () => expect(wordingOf(toy)).not.toBe(wordingOf(toyWith({}))),
  'what is understood of any given text': async () =>
    expect(understand(toy.fields, { on: '2/3/2026', colour: 'b' })).toEqual({ kind: 'accepted', value: { on: '2026-03-02', colour: 'b' } }),
  'what a form cost whoever recorded it': async () => {
    const { answers } = understandForm(toy, answered, []);
    expect(costOfForm(toy, answered, answers, [], day('2026-03-02'))).toMatchObject({ shown: 2, answered: 2, mandatory: 2 });
  },
  'the column of the census': async () => {
    expect(readingsOf([toy])[0]?.fields.map(({ column }) => column)).toEqual(['CINreferralDate', 'DoorColour']);
    expect((await fromCensus()).map(({ answers }) => answers)).toEqual([{ on: '2026-03-02', colour: 'b' }]);
  },
  'the question that a finding of a return names': async () =>
    expect(questionsOf([toy], 'cin').get('DoorColour')).toMatch(/^Toy step, .*colour/i),
  'the column of a looked-after return that is built': async () =>
    expect(answeredBy({ step: 'toy', answers: { colour: 'b' } }, 'reviews', toy)).toEqual({ DOOR_COLOUR: 'b' }),
  'the column of the looked-after return': async () =>
    expect((await fromReturn()).map(({ answers }) => answers)).toEqual([{ on: '2026-03-02', colour: 'b' }]),
};

describe('a field added in one place is on every surface', () => {
  it.each(Object.entries(surfaces))('%s', (_, seen) => seen());
});

describe('a step added in one place is everywhere', () => {
  it('is offered to those who may record it, and refused to the others', async () => {
    expect(await get(at)).toContain(`${at}/record/toy`);
    const manager = { cookie: `sightline=token-of-${pretendId(2, 1)}` };
    expect((await server.inject({ url: `${at}/record/toy`, headers: manager })).statusCode).toBe(403);
  });
  it('every step is in the table that the database enforces', () =>
    expect(permissionTable().map(({ step }) => step)).toEqual(steps.map(({ name }) => name)));
});

/** The files that look into the fields of any step, with the surface above that sees what they do. A new one is added with its surface. */
const readers: Readonly<Record<string, keyof typeof surfaces>> = {
  'src/web/form/understand.ts': 'the error of what is missing',
  'src/web/form/form-cost.ts': 'what a form cost whoever recorded it',
  'src/web/form/offers.ts': 'the form, filled in with what is known, and from where',
  'src/web/form/step-form.tsx': 'check your answers',
  'src/web/pages/child/child.ts': 'the chronology, its answers and its filters',
  'src/web/pages/child/chronology.tsx': 'the chronology, its answers and its filters',
  'src/web/pages/child/page.tsx': 'the chronology, its answers and its filters',
  'src/web/pages/forms/page.tsx': 'the form: question, hint and every code',
  'src/web/pages/expert-view/shown-page.tsx': 'the chronology, its answers and its filters',
  'src/web/pages/family/people-linked.ts': 'the form: question, hint and every code',
  'src/web/pages/files/files-linked.ts': 'the form: question, hint and every code',
  'src/web/pages/correct/correcting.ts': 'a correction: the form with what it says, what changes, both versions',
  'src/web/pages/correct/strike-routes.tsx': 'a correction: the form with what it says, what changes, both versions',
  'src/web/pages/correct/versions-page.tsx': 'a correction: the form with what it says, what changes, both versions',
  'src/web/pages/drafts/draft-of-form.ts': 'the draft: what is still to be answered',
  'src/web/pages/find/finding.ts': 'the stored answers',
  'src/web/pages/files/kind-routes.tsx': 'the form: question, hint and every code',
  'src/web/pages/record-step/among.ts': 'the form: question, hint and every code',
  'src/web/pages/record-step/own-name.ts': 'the form: question, hint and every code',
  'src/web/pages/record-step/siblings.ts': 'the form: question, hint and every code',
  'src/outputs/material.ts': 'a document that is made of the record',
  'src/web/pages/outputs/check-page.tsx': 'a document that is made of the record',
  'src/web/pages/outputs/releasing.ts': 'a document that is made of the record',
  'src/web/pages/subject-access/request-read.ts': 'a copy for the person whose record it is',
  'src/import/cin-census/census-steps.ts': 'the column of the census',
  'src/returns/finding-words.ts': 'the question that a finding of a return names',
  'src/returns/ssda903/build/built-row.ts': 'the column of a looked-after return that is built',
  'src/import/intake/compare.ts': 'the column of the census',
  'src/import/safeguarding-dataset/drafts.ts': 'the column of the census',
  'src/import/ssda903/return-steps.ts': 'the column of the looked-after return',
  'src/import/whose-rows.ts': 'the column of the looked-after return',
  'src/practice/pathway.ts': 'the hash of what was asked',
};

it('nothing looks into the fields of steps but the surfaces that are tested above', () => {
  const looking = /\b(step|toy|detailsStep|definition)\??\.(fields|each)\b|\ballFields\(|of Object\.entries\(step\b/;
  const found = filesUnder('src').filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('src/kernel/'));
  const looksIn = found.filter((file) => looking.test(textOf(file)) && !/^src\/practice\/[^/]+\//.test(file));
  expect(looksIn.filter((file) => readers[file] === undefined)).toEqual([]);
  expect(Object.values(readers).filter((surface) => surfaces[surface] === undefined)).toEqual([]);
});
