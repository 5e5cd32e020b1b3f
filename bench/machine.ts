import { cpus, loadavg, release, totalmem } from 'node:os';

/** Under what the figures were measured; the load of the minute before says what else was running. */
export function machine(postgresql: string): string {
  const [first] = cpus();
  return [
    `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${postgresql} with fsync and synchronous commits`,
    `load before: ${loadavg()[0]?.toFixed(1) ?? '?'}`,
  ].join('; ');
}
