import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { untilRecovered, type Place } from './server-process.ts';

const refusal = (code: string): Buffer => {
  const fields = Buffer.from(`SFATAL\0C${code}\0Mnobody is let in\0\0`);
  return Buffer.concat([Buffer.from('E'), Buffer.from(Uint32Array.of(fields.length + 4).buffer).swap32(), fields]);
};
/** Nothing is asked; ready for a query. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

/** A server that answers whoever comes so, one after the other. */
async function answering(...answers: readonly Buffer[]) {
  const socketFolder = mkdtempSync(join(tmpdir(), 'recovering-'));
  let came = 0;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      const answer = answers[came] ?? welcome;
      came += 1;
      if (answer === welcome) socket.write(answer);
      else socket.end(answer);
    });
  });
  await new Promise<void>((done) => server.listen(join(socketFolder, '.s.PGSQL.5432'), done));
  onTestFinished(() => {
    server.close();
    rmSync(socketFolder, { recursive: true });
  });
  const place = { passwords: { owner: 'owner', application: 'application' }, log: () => {} } as Partial<Place> as Place;
  const found = (pid: number) => ({ pid, port: 5432, socketFolder, isReady: true });
  return { wait: (pid = process.pid) => untilRecovered(place, found(pid)), came: () => came };
}

test('whoever comes to a server that recovers waits until it lets them in', async () => {
  const { wait, came } = await answering(refusal('57P03'), refusal('57P03'), welcome);
  expect(await wait()).toMatchObject({ pid: process.pid });
  expect(came()).toBe(3);
});

test('nobody waits for a server that has ended, nor for one that lets them in never', async () => {
  const ofNobody = 2 ** 22 + 1;
  expect(await (await answering()).wait(ofNobody)).toBeUndefined();
  await expect((await answering(refusal('28P01'))).wait()).rejects.toThrow('nobody is let in');
});
