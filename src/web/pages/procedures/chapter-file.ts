import type { FastifyRequest } from 'fastify';
import type { Chapter } from '../../../governance/procedures/chapter.ts';
import type { Reading } from '../../../governance/procedures/readings.ts';
import type { History } from '../../../kernel/step/history.ts';
import { allOf } from '../../../kernel/step/step.ts';
import { idWithin, procedureComment, procedureCommentAnswer } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { NewFile } from '../../../record/files.ts';
import type { WebParts } from '../../parts.ts';
import { signedIn } from '../../session.ts';

/** What is read and said of a chapter, in whatever edition, is in one file of its own. */
const fileIdOf = (chapter: string): string => idWithin('procedures', chapter, 0);

export const chapterFile = ({ id, title }: Chapter): NewFile => ({
  file: fileIdOf(id),
  kind: 'procedures',
  title: `Procedures: ${title}`.slice(0, 300),
});

/** What a session has read, and whoever it supervises, by the addresses of chapters. */
export async function readingsBy(parts: WebParts, session: Session, chapters: readonly Chapter[]): Promise<readonly Reading[]> {
  const byFile = new Map(chapters.map(({ id }) => [fileIdOf(id), id]));
  return (await parts.record.chaptersRead(session)).flatMap(({ member, file, edition }) => {
    const chapter = byFile.get(file);
    return chapter === undefined ? [] : [{ member, chapter, edition }];
  });
}

/** What was said of a chapter, by whomever, and what was answered; the latest first. */
export async function commentsOn(request: FastifyRequest, parts: WebParts, chapter: Chapter) {
  const opening = await parts.record.openFile(signedIn(request).session, fileIdOf(chapter.id));
  return opening.kind === 'opened' ? commentsIn((await parts.record.read(opening.record)).history) : [];
}

export type Comment = ReturnType<typeof commentsIn>[number];

function commentsIn(history: History) {
  const answers = allOf(procedureCommentAnswer, history);
  return allOf(procedureComment, history)
    .map((said) => ({ said, answer: answers.find((one) => one.answers.comment === said.entry) }))
    .toReversed();
}
