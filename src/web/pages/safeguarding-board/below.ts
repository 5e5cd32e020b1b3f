import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { allOf } from '../../../kernel/step/step.ts';
import { bodyPriority } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { ListedFile } from '../../../record/files.ts';
import type { WebParts } from '../../parts.ts';
import { readFiles } from '../files/read-files.ts';

export type BodyBelow = { readonly body: ListedFile; readonly history: History };

export const bodiesBelow = (file: string, bodies: readonly ListedFile[]): readonly ListedFile[] =>
  bodies.filter(({ subject }) => subject === file);

/** Bodies as they stand: opened, which is logged. */
export async function readBodies(parts: WebParts, session: Session, bodies: readonly ListedFile[]): Promise<readonly BodyBelow[]> {
  const records = await readFiles(parts, session, bodies);
  return bodies.flatMap((body) => {
    const history = records.get(body.file)?.history;
    return history === undefined ? [] : [{ body, history }];
  });
}

export const standingPriorities = (history: History, today: LocalDate) =>
  allOf(bodyPriority, history).filter(({ answers: { until } }) => until === undefined || until >= today);

/** Of the bodies that answer to one, those of which its page shows something: what became of its priorities in all of them, and what any of them raised. */
export const shownBelow = (history: History, today: LocalDate, below: readonly ListedFile[]): readonly ListedFile[] =>
  standingPriorities(history, today).length > 0 ? below : below.filter(({ clocks }) => clocks.some(({ rule }) => rule === 'localIssue'));
