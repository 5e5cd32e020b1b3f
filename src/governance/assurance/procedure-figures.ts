import type { AssuredFigure } from '../../record/assurance.ts';
import { editionOn, type Manual } from '../procedures/manual.ts';
import { reviewDue } from '../procedures/reviews.ts';
import type { Instant } from './readings.ts';

/** Chapters of the edition in force at each instant, and how many of them were read again when they should be: for everybody, and for some roles alone. */
export const procedureFigures = (manual: Manual, instants: readonly Instant[]): readonly AssuredFigure[] =>
  instants.flatMap(({ on, at }) => {
    const chapters = editionOn(manual, on)?.chapters ?? [];
    return (['proceduresReviewed', 'policiesReviewed'] as const).map((figure) => {
      const own = chapters.filter(({ readers }) => (readers === 'everybody') === (figure === 'proceduresReviewed'));
      return {
        at,
        figure,
        team: undefined,
        n: own.filter((chapter) => reviewDue(manual, chapter, on) >= on).length,
        among: own.length,
        apart: 0,
      };
    });
  });
