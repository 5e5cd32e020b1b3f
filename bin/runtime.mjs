// Chooses the Node that runs the product: 24 or later, from the package where there is one for this machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, Refusal } from './places.mjs';

const platform = process.platform === 'win32' ? 'win' : process.platform;

function packaged() {
  const folder = packageFolder(`node-${platform}-${process.arch}`);
  const path = folder && join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return path && existsSync(path) ? path : undefined;
}

async function runs(path) {
  const { execFileSync } = await import('node:child_process');
  try {
    return /^v(2[4-9]|[3-9]\d)\./.test(execFileSync(path, ['--version'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}

/** Whether the Node of this very process runs the product. */
export const isGoodEnough = Number(process.versions.node.split('.')[0]) >= 24;

export async function findRuntime() {
  if (isGoodEnough) return process.execPath;
  const path = packaged();
  if (path && (await runs(path))) return path;
  throw new Refusal(
    `Sightline runs on Node 24, which npm brings for Linux and Windows on common processors but not for ${process.platform} on ${process.arch}. ` +
      `This is Node ${process.versions.node}: install Node 24 from nodejs.org and start again.`,
  );
}
