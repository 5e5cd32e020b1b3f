import type { Token, Tokens } from 'marked';

/** Words within a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly words: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: Target; readonly words: readonly Inline[] }
  | { readonly kind: 'break' };

/** Another place of the manual, or a page elsewhere. */
export type Target = { readonly chapter: string; readonly section?: string } | { readonly section: string } | { readonly address: string };

/** What the manual is written in, and nothing else: whatever else Markdown can hold, HTML first of all, is shown as the text that it is. */
export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly words: readonly Inline[] }
  | { readonly kind: 'heading'; readonly words: readonly Inline[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly heads: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] };

/** The blocks that Markdown's tokens are, by a list of what is known: no HTML is ever made from the text. */
export const prose = (tokens: readonly Token[]): readonly Block[] => tokens.flatMap(blockOf);

function blockOf(token: Token): readonly Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', words: wordsOf(token) }];
    case 'heading':
      return [{ kind: 'heading', words: wordsOf(token) }];
    case 'blockquote':
      return prose(token.tokens ?? []).map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block));
    default:
      return isList(token) ? [listOf(token)] : isTable(token) ? [tableOf(token)] : asWritten(token);
  }
}

const isList = (token: Token): token is Tokens.List => token.type === 'list';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';

const listOf = ({ items, ordered }: Tokens.List): Block => ({
  kind: 'list',
  isNumbered: ordered,
  items: items.map((item) => prose(item.tokens)),
});

const tableOf = ({ header, rows }: Tokens.Table): Block => ({
  kind: 'table',
  heads: header.map(wordsOf),
  rows: rows.map((cells) => cells.map(wordsOf)),
});

const asWritten = ({ raw }: Token): readonly Block[] =>
  raw.trim() === '' ? [] : [{ kind: 'paragraph', words: [{ kind: 'text', text: raw.trim() }] }];

const wordsOf = ({ tokens, text }: { readonly tokens?: readonly Token[] | undefined; readonly text?: string }): readonly Inline[] =>
  tokens === undefined ? [{ kind: 'text', text: text ?? '' }] : tokens.flatMap(inlineOf);

function inlineOf(token: Token): readonly Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    case 'strong':
      return [{ kind: 'strong', words: wordsOf(token) }];
    case 'em':
      return [{ kind: 'emphasis', words: wordsOf(token) }];
    case 'br':
      return [{ kind: 'break' }];
    case 'link': {
      const to = targetOf(token.href);
      return to === undefined ? [{ kind: 'text', text: token.raw }] : [{ kind: 'link', to, words: wordsOf(token) }];
    }
    default:
      return [{ kind: 'text', text: token.raw }];
  }
}

/** `06-child-protection.md#core-group`, `#core-group` or an https address. Anything else leads nowhere. */
export function targetOf(href: string): Target | undefined {
  if (/^https:\/\/[\w.-]+(\/|$)/.test(href)) return { address: href };
  const [, chapter, section] = /^(?:(?:\.\.\/[\d-]+\/)?\d\d-([a-z-]+)\.md)?(?:#([a-z0-9-]+))?$/.exec(href) ?? [];
  if (chapter !== undefined) return { chapter, ...(section === undefined ? {} : { section }) };
  return section === undefined ? undefined : { section };
}

/** The words alone: for search, and for whoever reads by ear. */
export const textOf = (blocks: readonly Block[]): string => blocks.map(blockText).join(' ');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.map(textOf).join(' ');
    case 'table':
      return [block.heads, ...block.rows].flatMap((row) => row.map(inlineText)).join(' ');
    default:
      return inlineText(block.words);
  }
}

const inlineText = (words: readonly Inline[]): string =>
  words.map((one) => (one.kind === 'text' ? one.text : one.kind === 'break' ? ' ' : inlineText(one.words))).join('');

/** Every place to which these blocks lead. */
export const targetsIn = (blocks: readonly Block[]): readonly Target[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(targetsIn);
    return (block.kind === 'table' ? [...block.heads, ...block.rows.flat()].flat() : block.words).flatMap(targetsOfWord);
  });

const targetsOfWord = (word: Inline): readonly Target[] =>
  word.kind === 'link' ? [word.to] : 'words' in word ? word.words.flatMap(targetsOfWord) : [];
