import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { childDeath } from './child-death.ts';
import { deathNotification } from './death-notification.ts';

/** The death of a child. */
export const deathSteps: readonly AnyStep[] = [erase(childDeath), erase(deathNotification)];
