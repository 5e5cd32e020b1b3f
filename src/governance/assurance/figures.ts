import type { Figure } from './figure.ts';
import { figuresOfChildren } from './figures-of-children.ts';
import { figuresOfService } from './figures-of-service.ts';

/** Every figure of the report. */
export const figures: readonly Figure[] = [...figuresOfChildren, ...figuresOfService];
