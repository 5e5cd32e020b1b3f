import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { transferIn } from './transfer-in.ts';
import { transferInConference } from './transfer-in-conference.ts';
import { transferOut } from './transfer-out.ts';
import { transferOutHeld } from './transfer-out-held.ts';

/** Moves between authorities. */
export const transferSteps: readonly AnyStep[] = [
  erase(transferIn),
  erase(transferInConference),
  erase(transferOut),
  erase(transferOutHeld),
];
