import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { attachedTo } from '../../../kernel/step/attached.ts';
import { readPdf } from '../../../outputs/file-text.fixture.ts';
import type { NewEntry } from '../../../record/contract.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

const child = id(1, 0);
const at = `/children/${child}`;
const form = `${at}/record/documentReleased`;
const [worker, analyst] = [0, 5];
const [entry, tab] = [id(5, 1), id(5, 2)];

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
const as = (member: number) => ({ cookie: `sightline=token-of-${id(2, member)}` });
const get = (url: string, member = worker) => server.inject({ url, headers: as(member) });
const stated = (n: number, step: string, on: string, shared: NewEntry['shared']): NewEntry => ({
  entry: id(8, n),
  step,
  wording: '',
  happenedOn: date(on),
  shared,
  about: [{ person: child, answers: {} }],
});

beforeEach(async () => {
  parts = pretendParts(pretendDay);
  parts.written.push(
    stated(1, 'household', '2025-09-01', { from: '2025-09-01', address: '14 Example Street', postcode: 'OX1 1ND' }),
    stated(2, 'contact', '2026-03-02', { receivedOn: '2026-03-02', source: '2A', fromWhom: 'Mrs Okoro, head teacher', worry: 'Shouting.' }),
    stated(3, 'referralDecision', '2026-03-03', {
      decidedOn: '2026-03-03',
      response: 'assessment',
      reason: 'We were at 14 Example St today. They may be alone at night.',
    }),
  );
  server = await createServer(parts);
  await send(`${at}/open`, { reason: 'I work with this child or their family' });
});
afterEach(() => server.close());

async function send(url: string, answers: Readonly<Record<string, string>>, member = worker) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(at, member)).body)?.[1] ?? '';
  const payload = new URLSearchParams({ _csrf: csrf, entry, tab, version: '0', seq: '1', ...answers }).toString();
  return server.inject({ method: 'POST', url, payload, headers: { ...as(member), 'content-type': 'application/x-www-form-urlencoded' } });
}

/** What a page of the form would send on. */
function formIn(page: string): Record<string, string> {
  const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(({ 1: name = '', 2: value = '' }) => [
    name,
    unescaped(value),
  ]);
  const boxes = [...page.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)].map(({ 1: name = '', 2: value = '' }) => [
    name,
    unescaped(value),
  ]);
  return Object.fromEntries([...hidden, ...boxes].filter(([name]) => name !== '_csrf'));
}

const letter = { 'f.kind': 'outcomeLetter', 'f.recipient': 'Mrs Okoro, head teacher', 'f.recipientKind': 'referrer', 'f.format': 'pdf' };
const sending = { 'f.lawfulBasis': 'publicTask', 'f.howSent': 'secureEmail' };
const mentionIn = (page: string): string => /name="f\.say\.([0-9a-f]+)"/.exec(page)?.[1] ?? '';

describe('a document', () => {
  it('is made of an open record, by those who may record one', async () => {
    expect((await get(at)).body).toContain(`href="${form}"`);
    expect((await get(form)).body).toContain('Make a document');
    expect((await get(form, analyst)).statusCode).toBe(403);
    expect((await get(`/children/${id(1, 1)}/record/documentReleased`)).body).toContain('Why');
    parts.restricted.set(id(1, 2), 'Ring Tom Ashdown');
    expect((await send(`/children/${id(1, 2)}/record/documentReleased`, letter)).statusCode).toBe(303);
  });

  it('is for somebody: who, and what they are to the child, is asked until it is known', async () => {
    const answer = await send(form, { stage: 'assemble', 'f.kind': 'outcomeLetter' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Choose somebody on the record, or enter a name');
    // What every object has by nature is no kind of document.
    expect((await send(form, { ...letter, stage: 'assemble', 'f.kind': 'constructor' })).body).toContain(
      'Select which document is to be made',
    );
    const page = (await get(form)).body;
    const caller = /<option value="(caller [^"]+)"[^>]*>Mrs Okoro, head teacher: made the last contact/.exec(page)?.[1] ?? '';
    expect((await send(form, { stage: 'assemble', 'f.kind': 'outcomeLetter', 'f.onRecord': caller })).body).toContain(
      'Dear Mrs Okoro, head teacher,',
    );
  });

  it('comes from the record, is put into shape, and says first what was left out', async () => {
    const page = (await send(form, { stage: 'assemble', ...letter })).body;
    expect(page).toContain('Left out for this recipient');
    expect(page).toContain('Home address (1 place)');
    expect(formIn(page)['f.text.letter']).toContain('They may be alone at night.');
  });

  it('is not released before each sentence that gives something away is decided', async () => {
    const edit = formIn((await send(form, { stage: 'assemble', ...letter })).body);
    const check = await send(form, { ...edit, stage: 'check', 'f.text.letter': `${edit['f.text.letter']}\n\nThank you again.` });
    expect(check.body).toContain('“We were at 14 Example St today.”');
    const held = await send(form, { ...formIn(check.body), ...sending, stage: 'record' });
    expect(held.statusCode).toBe(400);
    expect(held.body).toContain('Decide whether this stays or goes');
    const mention = mentionIn(check.body);
    const kept = await send(form, { ...formIn(check.body), ...sending, stage: 'record', [`f.say.${mention}`]: 'keep' });
    expect(kept.body).toContain('Enter why this stays');
    expect(parts.written.some(({ step }) => step === 'documentReleased')).toBe(false);
  });

  it('is released: what went, to whom and without what is recorded, and the file is kept with it', async () => {
    const edit = formIn((await send(form, { stage: 'assemble', ...letter })).body);
    const check = (await send(form, { ...edit, stage: 'check', 'f.text.letter': `${edit['f.text.letter']}\n\nThank you again.` })).body;
    const released = await send(form, { ...formIn(check), ...sending, stage: 'record', [`f.say.${mentionIn(check)}`]: 'leave' });
    // What the browser kept of the form is settled: else it would come back as a draft of its own.
    expect([released.statusCode, released.headers.location]).toEqual([
      303,
      `${at}?recorded=1&settles=${formIn(check)['tab']}#entry-${entry}`,
    ]);
    const { shared = {} } = parts.written.find(({ step }) => step === 'documentReleased') ?? {};
    expect(shared).toMatchObject({
      kind: 'outcomeLetter',
      recipient: 'Mrs Okoro, head teacher',
      recipientKind: 'referrer',
      releasedOn: '2026-03-03',
      lawfulBasis: 'publicTask',
    });
    expect(JSON.stringify(shared)).not.toContain('Example');
    expect(shared['leftOut']).toContainEqual({ what: '1 sentence of the text', because: 'They said what is left out' });
    const [file] = attachedTo(shared);
    expect(file).toMatchObject({ kind: 'application/pdf', name: 'your-contact-with-us-2026-03-03.pdf' });
    const bytes = (await get(`${at}/files/${file?.id}`)).rawPayload;
    const { text } = readPdf(bytes);
    expect(text).toContain('Thank you again.');
    expect(text).toContain('[left out] They may be alone at night.');
    expect(text).not.toMatch(/Example St|OX1/);
  });

  it('does not go while something in it is still to be written', async () => {
    const invitation = { 'f.kind': 'conferenceInvitation', 'f.recipient': 'Norchester Police', 'f.recipientKind': 'police' };
    const edit = formIn((await send(form, { stage: 'assemble', ...invitation })).body);
    expect((await send(form, { ...edit, ...sending, stage: 'record' })).body).toContain('something is still to be written here');
    const written = { 'f.text.letter': 'At ten, in the Civic Centre.' };
    expect((await send(form, { ...edit, ...sending, ...written, stage: 'record' })).statusCode).toBe(303);
  });

  it('goes on no basis, and in no way, but those that the step knows', async () => {
    const police = { 'f.kind': 'chronology', 'f.recipient': 'Norchester Police', 'f.recipientKind': 'police' };
    for (const wrong of [{ 'f.lawfulBasis': 'because' }, { 'f.howSent': 'pigeon' }]) {
      const answer = await send(form, { stage: 'record', ...police, ...sending, ...wrong });
      expect([answer.statusCode, parts.written.some(({ step }) => step === 'documentReleased')]).toEqual([400, false]);
    }
  });

  it.each(['parent', 'child', 'carer', 'public', 'other'])(
    'is no full record for %s: that goes by subject access, and the page says where',
    async (kind) => {
      const full = { 'f.kind': 'fullRecord', 'f.recipient': 'Ann Example', 'f.recipientKind': kind };
      for (const stage of ['assemble', 'check', 'record']) {
        const answer = await send(form, { ...full, ...sending, stage });
        expect(answer.statusCode).toBe(400);
        expect(answer.body).toContain('they have it by subject access');
        expect(answer.body).toContain(`href="${at}/subject-access"`);
      }
      const named = { ...full, 'f.recipientKind': 'court', 'f.onRecord': child };
      expect((await send(form, { ...named, ...sending, stage: 'record' })).statusCode).toBe(400);
      expect(parts.written.some(({ step }) => step === 'documentReleased')).toBe(false);
      expect((await send(form, { ...full, 'f.recipientKind': 'court', stage: 'assemble' })).statusCode).toBe(200);
    },
  );

  it('of somebody restricted is looked for by the record, which points to the sentence and tells no name; released, it is not in it', async () => {
    const own = { 'f.text.letter': 'We saw the children. Nemo was out.', 'f.was.letter': 'as it was' };
    const before = (await send(form, { stage: 'check', ...letter, ...own })).body;
    expect(before).not.toContain('“Nemo was out.”');
    for (let other = 1; other < 40; other++) parts.restricted.set(id(1, other), 'Ring Tom Ashdown');
    const check = (await send(form, { stage: 'check', ...letter, ...own })).body;
    expect(check).toMatch(/“Nemo was out.”.*Somebody whose record is restricted/s);
    expect(check).toContain('which you may not be told');
    const answers = { ...formIn(check), ...sending, stage: 'record' };
    expect((await send(form, answers)).body).toContain('Decide whether this stays or goes: “Nemo was out.”');
    expect((await send(form, { ...answers, [`f.say.${mentionIn(check)}`]: 'leave' })).statusCode).toBe(303);
    expect(JSON.stringify(parts.written.at(-1)?.shared)).not.toContain('Nemo');
  });

  it('of somebody restricted who is not of the family is pointed to as well: an entry may be about both', async () => {
    parts.restricted.set(id(1, 9), 'Ring Tom Ashdown');
    const own = { 'f.text.letter': 'We saw the children. Nemo was out.', 'f.was.letter': 'as it was' };
    const check = (await send(form, { stage: 'check', ...letter, ...own })).body;
    expect(check).toMatch(/“Nemo was out.”.*Somebody whose record is restricted/s);
    expect(check).toContain('names somebody whose record is restricted');
    expect((await send(form, { ...formIn(check), ...sending, stage: 'record' })).body).toContain('stays or goes: “Nemo was out.”');
  });

  it('is given against the rule only with a reason', async () => {
    const edit = formIn((await send(form, { stage: 'assemble', ...letter })).body);
    const back = { [`f.back.homeAddress-${id(8, 1)}`]: 'yes' };
    expect((await send(form, { ...edit, ...back, stage: 'check' })).body).toContain('Enter why this is given all the same');
    const why = { [`f.why.homeAddress-${id(8, 1)}`]: 'She drives the child home.' };
    const check = (await send(form, { ...edit, ...back, ...why, stage: 'check' })).body;
    expect(check).not.toContain('to decide on');
    await send(form, { ...formIn(check), ...sending, stage: 'record' });
    expect(parts.written.at(-1)?.shared['putBack']).toEqual([
      { what: 'Home address: Household and address, 1 Sep 2025', because: 'She drives the child home.' },
    ]);
  });

  it('of what somebody wrote keeps their words when the record goes on; of what nobody touched, the record’s', async () => {
    const edit = formIn((await send(form, { stage: 'assemble', ...letter })).body);
    const own = formIn((await send(form, { ...edit, stage: 'assemble', 'f.text.letter': 'My own words.' })).body);
    expect(own['f.text.letter']).toBe('My own words.');
    parts.written.push(
      stated(4, 'referralDecision', '2026-03-03', { decidedOn: '2026-03-03', response: 'noFurtherAction', reason: 'A mistake.' }),
    );
    expect(formIn((await send(form, { ...edit, stage: 'assemble' })).body)['f.text.letter']).toContain('A mistake.');
    expect(formIn((await send(form, { ...own, stage: 'assemble' })).body)['f.text.letter']).toBe('My own words.');
  });

  it('is kept as a draft on every page, and found again', async () => {
    await send(form, { stage: 'later', ...letter });
    expect((await get('/drafts')).body).toContain(`${form}?draft=${entry}`);
    expect((await get(`${form}?draft=${entry}`)).body).toContain('Left out for this recipient');
  });

  it('is no letter once the child has died; what a court must have still goes', async () => {
    parts.written.push(stated(5, 'childDeath', '2026-03-03', { diedOn: '2026-03-03', learntOn: '2026-03-03', abuse: 'no' }));
    const release = async (more: Readonly<Record<string, string>>) => {
      const check = (await send(form, { ...letter, ...more, stage: 'check' })).body;
      return send(form, { ...formIn(check), ...sending, stage: 'record', [`f.say.${mentionIn(check)}`]: 'leave' });
    };
    const refused = await release({});
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Letters are stopped');
    expect((await release({ 'f.recipient': 'Oxford Coroner', 'f.recipientKind': 'court' })).statusCode).toBe(303);
  });
});
