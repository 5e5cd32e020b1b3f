import { expect, describe, it, test } from 'vitest';
import { seal, sealing, unseal, type CopyHead, type Sealed } from './sealing.ts';

const head: CopyHead = {
  authority: 'Norchester County Council',
  number: 7,
  madeAt: '2026-11-25T02:00:00.000Z',
  madeBy: 'Helen Voss',
  recipient: 'Night duty',
  scope: 'The whole authority',
  expiresAt: '2026-11-28T02:00:00.000Z',
};
const content = { children: [{ name: 'Zoë O’Neill', where: '</script><script>alert(1)</script>' }] };
const passphrase = 'acorn badge canyon dolphin ember fossil guitar helmet';
const sealed = await seal(head, content, passphrase);

const changed = (text: string, place: number): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('a sealed copy', () => {
  it('opens with its passphrase and gives back what was sealed', async () => expect(await unseal(sealed, passphrase)).toEqual(content));

  it('does not open with another passphrase', async () => expect(await unseal(sealed, `${passphrase}s`)).toBeUndefined());

  test.each<[string, (whole: Sealed) => Sealed]>([
    ['its first byte', ({ data, ...rest }) => ({ ...rest, data: changed(data, 0) })],
    ['its last byte, of the tag', ({ data, ...rest }) => ({ ...rest, data: changed(data, Buffer.from(data, 'base64').length - 1) })],
    ['when it expires', (whole) => ({ ...whole, head: whole.head.replace('2026-11-28', '2027-11-28') })],
    ['for whom it is', (whole) => ({ ...whole, head: whole.head.replace('Night duty', 'Anybody') })],
    ['its number', (whole) => ({ ...whole, head: whole.head.replace('"number":7', '"number":8') })],
    ['how often the passphrase is stirred', (whole) => ({ ...whole, head: whole.head.replace('600000', '600001') })],
    ['the end cut off', ({ data, ...rest }) => ({ ...rest, data: data.slice(0, -64) })],
  ])('does not open when somebody changed %s', async (_, change) => expect(await unseal(change(sealed), passphrase)).toBeUndefined());

  it('says how it is opened, with a salt and a vector of its own each time, and never the passphrase', async () => {
    const { salt, iv, iterations, format } = JSON.parse(sealed.head) as Record<string, unknown>;
    const again = JSON.parse((await seal(head, content, passphrase)).head) as Record<string, unknown>;
    expect([format, iterations]).toEqual(['sightline-emergency-copy-1', 600_000]);
    expect([Buffer.from(String(salt), 'base64').length, Buffer.from(String(iv), 'base64').length]).toEqual([16, 12]);
    expect(again['salt']).not.toBe(salt);
    expect(again['iv']).not.toBe(iv);
    expect(sealed.head).not.toContain('acorn');
    expect(sealing.iterations).toBeGreaterThanOrEqual(600_000);
  });

  it('is as long for one child as for two', async () => {
    const two = await seal(head, { children: [...content.children, ...content.children] }, passphrase);
    expect(two.data.length).toBe(sealed.data.length);
    const many = await seal(head, { children: Array.from({ length: 900 }, () => ({ name: 'a'.repeat(100) })) }, passphrase);
    expect((Buffer.from(many.data, 'base64').length - sealing.tagBits / 8) % sealing.paddedToBytes).toBe(0);
  });
});
