import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { onSameServer } from './migrate.ts';
import { addressOf, requireRecent, signInAt } from './reach.ts';

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(() => fresh.drop());

const refusal = (url: string): Promise<string> =>
  signInAt('DATABASE_URL', url).then(
    () => 'let in',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe('signing in to a server of one’s own', () => {
  test('says as whom, and what that sign-in may', async () => {
    expect(await signInAt('DATABASE_URL', fresh.appUrl)).toMatchObject({ role: 'sightline_app', isSuperuser: false, mayCreate: false });
    const owner = await signInAt('DATABASE_OWNER_URL', fresh.ownerUrl);
    expect(owner).toMatchObject({ isSuperuser: true, mayCreate: true });
    expect(owner.identity).toBe((await signInAt('DATABASE_URL', fresh.appUrl)).identity);
    expect(owner.identity).not.toBe((await signInAt('DATABASE_URL', onSameServer(fresh.appUrl, 'postgres'))).identity);
  });

  test('a wrong password, a missing one and a missing database are told apart, and no password is repeated', async () => {
    const wrong = await refusal(fresh.appUrl.replace(/:[^:@]+@/, ':not-the-one@'));
    expect(wrong).toContain('the password of "sightline_app" is not right');
    expect(wrong).not.toContain('not-the-one');
    expect(await refusal(fresh.appUrl.replace(/:[^:@]+@/, '@'))).toContain('the address holds none');
    expect(await refusal(onSameServer(fresh.appUrl, 'nowhere'))).toContain('there is no database "nowhere"');
  });

  test('a server that is not there is named as it is written', async () => {
    expect(await refusal('postgresql://me:secret@127.0.0.1:1/it')).toBe(
      'DATABASE_URL leads to the database "it" on 127.0.0.1:1, but nothing answers there. Start the server, or correct the address.',
    );
    expect(await refusal('postgresql://me:secret@%2Fno%2Fsuch/it')).toContain('on /no/such, but there is no socket in that folder');
  });

  test('a server older than 15 is refused by its version', () => {
    expect(() => requireRecent('DATABASE_URL', '14.12 (Debian)')).toThrow(
      'DATABASE_URL leads to PostgreSQL 14.12 (Debian). Sightline needs PostgreSQL 15 or later.',
    );
    expect(() => requireRecent('DATABASE_URL', '15.0')).not.toThrow();
  });

  test('an address is read without its password', () => {
    expect(addressOf('postgresql://me:a%40b:c@there:5433/it?sslmode=require')).toEqual({
      user: 'me',
      server: 'there:5433',
      database: 'it',
    });
    expect(addressOf('postgresql:///it?host=/run/postgresql')).toEqual({ user: '', server: '/run/postgresql', database: 'it' });
  });
});
