// The three checks of the text itself: linter, formatter, compiler.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './places.mjs';

const folders = ['src', 'demo', 'test', 'bench', 'bin'].filter((folder) => existsSync(join(home, folder)));
const checks = [
  ['lint', 'oxlint/bin/oxlint', ['--deny-warnings', ...folders]],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '--ignore-unknown', ...folders, 'vitest.config.ts']],
  ['types', 'typescript/bin/tsc', ['--noEmit']],
];

let failed = 0;
for (const [name, script, parameters] of checks) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, [join(home, 'node_modules', script), ...parameters], { cwd: home, stdio: 'inherit' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  if (status !== 0) failed += 1;
}
const [flag, file] = process.argv.slice(2);
if (flag === '--count' && file) writeFileSync(file, JSON.stringify({ passed: checks.length - failed, failed }));
process.exitCode = failed === 0 ? 0 : 1;
