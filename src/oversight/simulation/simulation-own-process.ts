import { constants, setPriority } from 'node:os';
import { simulateAll, type Question } from './replications.ts';
import type { Told } from './running.ts';

/** Begun by running.ts, for one question; when it is begun idle, everybody else’s work goes first. It ends with who asked. */
const isIdle = process.argv[2] === 'idle';
if (isIdle) setPriority(constants.priority.PRIORITY_LOW);
const tell = (told: Told): void => void process.send?.(told);
process.on('disconnect', () => process.exit(0));
process.once('message', (question: Question) => {
  simulateAll(question, isIdle, (done) => tell({ kind: 'progress', done }))
    .then((outcome) => tell({ kind: 'done', outcome }))
    .catch((error: unknown) => tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }))
    .finally(() => process.disconnect());
});
