import type { Figure } from './figure.ts';
import { figuresOfChildren } from './figures-of-children.ts';
import { figuresAroundPractice } from './figures-around-practice.ts';

/** Every figure of the report. */
export const figures: readonly Figure[] = [...figuresOfChildren, ...figuresAroundPractice];
