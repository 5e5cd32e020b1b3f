import type { Against, For, Suggestion } from '../../../oversight/workforce/suggestions.ts';
import { counted } from '../../said-dates.ts';
import { said } from './model.ts';

const forWords = ({ near }: Suggestion): Readonly<Record<For, string>> => ({
  siblings: 'has a brother or sister',
  before: 'had the child before',
  room: 'has room',
  language: 'speaks the language',
  travel: `has ${counted(near, 'child', 'children')} near there`,
});

const againstWords: Readonly<Record<Against, string>> = {
  full: 'carries more than the standard then',
  protected: 'newly qualified: more than is protected',
  away: 'is away',
  unknown: 'hours not on record',
};

/** Why somebody might be asked, in words: no sum, no order of merit. */
export const SuggestionWords = ({ suggestion, name }: { readonly suggestion: Suggestion; readonly name: string }) => (
  <>
    {name}
    <span class="sl-due sl-line">
      {suggestion.speaksFor.map((one) => forWords(suggestion)[one]).join(', ')}
      {suggestion.most === undefined ? '' : `; ${said(suggestion.weighted)} of ${said(suggestion.most)} with this child`}
      {suggestion.speaksAgainst.length === 0 ? '' : `; but ${suggestion.speaksAgainst.map((one) => againstWords[one]).join(', ')}`}
    </span>
  </>
);
