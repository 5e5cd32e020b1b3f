import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const;

const tagOf = (password: string, nonce: Buffer): Promise<Buffer> =>
  new Promise((done, fail) => {
    argon2('argon2id', { message: password, nonce, ...cost }, (error, tag) => (error ? fail(error) : done(tag)));
  });

/** As it is stored: argon2id, its salt and its tag, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return `argon2id$${nonce.toString('base64url')}$${(await tagOf(password, nonce)).toString('base64url')}`;
}

/** Takes the same time for somebody unknown: `stored` may be absent. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const [, nonce, tag] = (stored ?? '').split('$');
  const expected = Buffer.from(tag ?? '', 'base64url');
  const given = await tagOf(password, nonce === undefined ? Buffer.alloc(16) : Buffer.from(nonce, 'base64url'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}
