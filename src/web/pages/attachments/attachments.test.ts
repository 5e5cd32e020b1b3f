import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { fileNameOf, kindOf } from './file-kind.ts';
import { inMegabytes } from './taking.ts';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(3000, 7)]);
const outlook = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(1000),
  Buffer.from('__substg1.0_', 'utf16le'),
]);

describe('what a file is', () => {
  it('is told by its content: photographs, scans and e-mails are taken, whatever they are called', () => {
    expect(kindOf(jpeg)).toBe('image/jpeg');
    expect(kindOf(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf');
    expect(kindOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'))).toBe('image/heic');
    expect(kindOf(Buffer.from('Return-Path: <a@school.example>\r\nFrom: A <a@school.example>\r\nSubject: Tom\r\n\r\nHe was late.'))).toBe(
      'message/rfc822',
    );
    expect(kindOf(outlook)).toBe('application/vnd.ms-outlook');
  });

  it('that is a page, a drawing with a script, a program, an old office document or nothing is not taken', () => {
    const others = [
      '<html><script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg">',
      'MZ\x90\0',
      'PK\x03\x04',
      '#!/bin/sh',
      '',
      'Dear Tom,',
    ];
    for (const text of others) expect(kindOf(Buffer.from(text, 'latin1')), text).toBeUndefined();
    expect(kindOf(outlook.subarray(0, 800))).toBeUndefined();
  });

  it('has a name that is no path and breaks no line', () => {
    expect(fileNameOf('C:\\photos\\kitchen.jpg')).toBe('kitchen.jpg');
    expect(fileNameOf('../../etc/passwd')).toBe('passwd');
    expect(fileNameOf('a"b\r\nSet-Cookie: x.jpg')).not.toMatch(/["\r\n:]/);
    expect(fileNameOf('photo\u202Egpj.exe')).toBe('photo gpj.exe');
    expect(fileNameOf('..')).toBe('file');
    expect(fileNameOf(`${'x'.repeat(300)}.jpg`).length).toBeLessThanOrEqual(120);
  });

  it('goes through in pieces of a megabyte', async () => {
    async function* coming() {
      for (let n = 0; n < 40; n += 1) yield Buffer.alloc(64 * 1024 + 1, n);
    }
    const sizes: number[] = [];
    for await (const piece of inMegabytes(coming())) sizes.push(piece.length);
    expect(sizes).toEqual([1024 * 1024, 1024 * 1024, 40 * (64 * 1024 + 1) - 2 * 1024 * 1024]);
  });
});

describe('the files of an entry', () => {
  const child = `/children/${id(1, 0)}`;
  const form = `${child}/record/visit`;
  const cookie = `sightline=token-of-${id(2, 0)}`;
  let parts: ReturnType<typeof pretendParts>;
  let server: FastifyInstance;
  const get = (url: string) => server.inject({ url, headers: { cookie } });
  const valueOf = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const csrf = async () => valueOf((await get('/board')).body, '_csrf');
  const post = async (url: string, given: Readonly<Record<string, string | readonly string[]>>) =>
    server.inject({
      method: 'POST',
      url,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(
        Object.entries({ _csrf: await csrf(), ...given }).flatMap(([name, value]) =>
          [value].flat().map((one): [string, string] => [name, one]),
        ),
      ).toString(),
    });
  async function attach(entry: string, name: string, content: Buffer, token?: string) {
    const text = (field: string, value: string) =>
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`);
    const head = Buffer.from(`--b\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n`);
    const payload = Buffer.concat([
      text('_csrf', token ?? (await csrf())),
      text('entry', entry),
      head,
      content,
      Buffer.from('\r\n--b--\r\n'),
    ]);
    return server.inject({
      method: 'POST',
      url: `${form}/files`,
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
      payload,
    });
  }

  beforeEach(async () => {
    parts = pretendParts(pretendDay);
    server = await createServer(parts);
    await post(`${child}/open`, { reason: 'I work with this child or their family' });
  });
  afterEach(() => server.close());

  it('are attached without a script, kept with the draft, recorded in its answers, and opened from the chronology: saved, never shown', async () => {
    const shown = await get(form);
    const window = Object.fromEntries(['entry', 'readAt', 'version', 'tab', 'seq'].map((name) => [name, valueOf(shown.body, name)]));
    const entry = window['entry'] ?? '';
    const given = { 'f.visitedOn': ['2', '3', '2026'], [`e.${id(1, 0)}.seen`]: 'no' };
    const page = await post(form, { ...window, ...given, stage: 'attach' });
    expect(page.headers.location).toBe(`${form}/files?entry=${entry}`);
    expect((await attach(entry, 'kitchen <b>.jpg', jpeg)).body).toContain('kitchen  b .jpg (3 KB, not checked for viruses)');
    const again = await get(`${form}?draft=${entry}`);
    expect(again.body).toContain('kitchen  b .jpg');
    const next = Object.fromEntries(['entry', 'readAt', 'version', 'tab', 'seq'].map((name) => [name, valueOf(again.body, name)]));
    // What a form says of files is nobody's word.
    await post(form, { ...next, ...given, 'f.attached': 'mine', attached: 'mine', stage: 'record' });
    const [file] = await parts.attachments.ofDraft({ authority: 1, actor: id(2, 0), roles: [], teams: [], scope: 'own' }, entry);
    expect(parts.written[0]?.shared['attached']).toEqual([file]);
    const chronology = await get(child);
    expect(chronology.body).toContain(`href="${child}/files/${file?.id}"`);
    const opened = await get(`${child}/files/${file?.id}`);
    expect(opened.rawPayload.equals(jpeg)).toBe(true);
    expect(opened.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="kitchen {2}b .jpg"/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('are refused in plain words, and leave nothing: another kind, an empty one, one with a virus, one from elsewhere', async () => {
    const entry = crypto.randomUUID();
    for (const [name, content, says] of [
      ['page.jpg', Buffer.from('<html><script>alert(1)</script>'), 'this is not a kind of file that is taken'],
      ['empty.jpg', Buffer.alloc(0), 'the file is empty'],
      ['test.pdf', Buffer.from('%PDF-1.4 X5O!P%@AP EICAR'), 'a virus was found in this file. It is not attached'],
    ] as const) {
      const answer = await attach(entry, name, content);
      expect([answer.statusCode, answer.body.includes(says)], name).toEqual([400, true]);
      expect(answer.body).toContain('Nothing is attached yet');
    }
    expect((await attach(entry, 'a.jpg', jpeg, 'x')).statusCode).toBe(403);
    expect((await get(`${child}/files/${crypto.randomUUID()}`)).statusCode).toBe(404);
  });
});
