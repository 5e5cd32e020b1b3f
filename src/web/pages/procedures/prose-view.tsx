import type { Block, Inline, Target } from '../../../governance/procedures/prose.ts';
import type { ManualLinks } from './links.ts';

type Where = {
  readonly links: ManualLinks;
  readonly chapter: string;
  /** Of the heading above it. */
  readonly level: 2 | 3;
};

/** What the manual says, made of its own few kinds of block; every word is escaped. */
export const Prose = ({ blocks, ...where }: Where & { readonly blocks: readonly Block[] }) => (
  <>
    {blocks.map((block) => (
      <BlockView block={block} {...where} />
    ))}
  </>
);

function BlockView({ block, ...where }: Where & { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = where.level === 2 ? 'h3' : 'h4';
      return (
        <Heading class="govuk-heading-s">
          <Words words={block.words} {...where} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.isNumbered ? 'ol' : 'ul';
      return (
        <List class={`govuk-list govuk-list--${block.isNumbered ? 'number' : 'bullet'}`}>
          {block.items.map((item) => (
            <li>
              <ItemView item={item} {...where} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TableView block={block} {...where} />;
    default:
      return (
        <p class={block.kind === 'quote' ? 'govuk-inset-text' : 'govuk-body'}>
          <Words words={block.words} {...where} />
        </p>
      );
  }
}

/** An item of one paragraph is a line of the list, not a paragraph in it. */
function ItemView({ item, ...where }: Where & { readonly item: readonly Block[] }) {
  const [first, ...rest] = item;
  if (first?.kind !== 'paragraph') return <Prose blocks={item} {...where} />;
  return (
    <>
      <Words words={first.words} {...where} />
      <Prose blocks={rest} {...where} />
    </>
  );
}

const TableView = ({ block: { heads, rows }, ...where }: Where & { readonly block: Extract<Block, { readonly kind: 'table' }> }) => (
  <div class="sl-scroll" tabIndex={0} role="group" aria-label="Table">
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {heads.map((words) => (
            <th class="govuk-table__header" scope="col">
              <Words words={words} {...where} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((cells) => (
          <tr class="govuk-table__row">
            {cells.map((words) => (
              <td class="govuk-table__cell">
                <Words words={words} {...where} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Words = ({ words, ...where }: Where & { readonly words: readonly Inline[] }) => (
  <>
    {words.map((word) => (
      <WordView word={word} {...where} />
    ))}
  </>
);

function WordView({ word, ...where }: Where & { readonly word: Inline }) {
  switch (word.kind) {
    case 'text':
      return <>{word.text}</>;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <Words words={word.words} {...where} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Words words={word.words} {...where} />
        </em>
      );
    case 'link':
      return (
        <a class="govuk-link" href={addressOf(word.to, where)}>
          <Words words={word.words} {...where} />
        </a>
      );
  }
}

function addressOf(to: Target, { links, chapter }: Where): string {
  if ('address' in to) return to.address;
  return 'chapter' in to ? links.place(to) : links.place({ chapter, section: to.section });
}
