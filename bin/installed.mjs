// Whether node_modules is exactly what the lock file says.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from './places.mjs';

export const stamp = join(home, 'node_modules', '.sightline-installed');

export const wanted = () =>
  `${createHash('sha256')
    .update(readFileSync(join(home, 'package-lock.json')))
    .digest('hex')} ${process.platform} ${process.arch}\n`;

export const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
