import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { procedureComment } from './procedure-comment.ts';
import { procedureCommentAnswer } from './procedure-comment-answer.ts';
import { procedureRead } from './procedure-read.ts';

export const procedureSteps: readonly AnyStep[] = [erase(procedureRead), erase(procedureComment), erase(procedureCommentAnswer)];
