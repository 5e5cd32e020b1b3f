import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Button } from './button.tsx';
import { Checkboxes, DateInput, Radios } from './choices.tsx';
import { ErrorMessage, Fieldset, Hint, Label } from './field-parts.tsx';
import { SummaryList, Table } from './lists.tsx';
import { BackLink, Details, ErrorSummary, InsetText, NotificationBanner, SkipLink, Tag, WarningText } from './notices.tsx';
import { FileUpload, Input, Select, TextArea } from './text-input.tsx';

type Fixture = { readonly name: string; readonly options: never; readonly html: string };

/** How many of a component's official fixtures our options can express, at least: fewer means that an option was lost. */
const components: Readonly<Record<string, { readonly atLeast: number; readonly show: (options: never) => VNode; readonly not: RegExp }>> = {
  button: { atLeast: 30, show: (options) => <Button {...(options as Parameters<typeof Button>[0])} />, not: /html|isStartButton/ },
  input: {
    atLeast: 25,
    show: (options) => <Input {...(options as Parameters<typeof Input>[0])} />,
    not: /html|prefix|suffix|inputWrapper|beforeInput|afterInput/,
  },
  textarea: {
    atLeast: 16,
    show: (options) => <TextArea {...(options as Parameters<typeof TextArea>[0])} />,
    not: /html|beforeInput|afterInput/,
  },
  select: {
    atLeast: 12,
    show: (options) => <Select {...(options as Parameters<typeof Select>[0])} />,
    not: /html|attributes|beforeInput|afterInput|false|null/,
  },
  radios: {
    atLeast: 20,
    show: (options) => <Radios {...(options as Parameters<typeof Radios>[0])} />,
    not: /html|conditional|beforeInputs|afterInputs|false|null|""/,
  },
  checkboxes: {
    atLeast: 18,
    show: (options) => <Checkboxes {...(options as Parameters<typeof Checkboxes>[0])} />,
    not: /html|conditional|beforeInputs|afterInputs|false|null|""/,
  },
  'date-input': {
    atLeast: 25,
    show: (options) => <DateInput {...(options as Parameters<typeof DateInput>[0])} />,
    not: /html|beforeInputs|afterInputs|false|"day":|"month":|"year":[{]/,
  },
  'file-upload': {
    atLeast: 8,
    show: (options) => <FileUpload {...(options as Parameters<typeof FileUpload>[0])} />,
    not: /html|javascript|beforeInput|afterInput|"value"|"wrapper/,
  },
  'error-summary': { atLeast: 12, show: (options) => <ErrorSummary {...(options as Parameters<typeof ErrorSummary>[0])} />, not: /html/i },
  'notification-banner': {
    atLeast: 14,
    show: (options) => <NotificationBanner {...(options as Parameters<typeof NotificationBanner>[0])} />,
    not: /html|tabindex|some-type|invalid/i,
  },
  'summary-list': {
    atLeast: 3,
    show: (options) => <SummaryList {...(options as Parameters<typeof SummaryList>[0])} />,
    not: /html|actions|card|null|false/,
  },
  table: { atLeast: 15, show: (options) => <Table {...(options as Parameters<typeof Table>[0])} />, not: /html|null|false/ },
  tag: { atLeast: 10, show: (options) => <Tag {...(options as Parameters<typeof Tag>[0])} />, not: /html/ },
  details: { atLeast: 6, show: (options) => <Details {...(options as Parameters<typeof Details>[0])} />, not: /html/i },
  'inset-text': { atLeast: 4, show: (options) => <InsetText {...(options as Parameters<typeof InsetText>[0])} />, not: /html/ },
  'warning-text': { atLeast: 6, show: (options) => <WarningText {...(options as Parameters<typeof WarningText>[0])} />, not: /html/ },
  'back-link': { atLeast: 5, show: (options) => <BackLink {...(options as Parameters<typeof BackLink>[0])} />, not: /html/ },
  'skip-link': { atLeast: 7, show: (options) => <SkipLink {...(options as Parameters<typeof SkipLink>[0])} />, not: /html/ },
  'error-message': {
    atLeast: 5,
    show: (options) => <ErrorMessage {...(options as Parameters<typeof ErrorMessage>[0])} />,
    not: /html|visuallyHiddenText":(false|"")/,
  },
  hint: { atLeast: 4, show: (options) => <Hint {...(options as Parameters<typeof Hint>[0])} />, not: /html/ },
  label: { atLeast: 13, show: (options) => <Label {...(options as Parameters<typeof Label>[0])} />, not: /html/ },
  fieldset: { atLeast: 14, show: (options) => <Fieldset {...(options as Parameters<typeof Fieldset>[0])} />, not: /html/ },
};

const fixturesOf = (component: string): readonly Fixture[] =>
  JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`), 'utf8'),
  ).fixtures;

const entities: Readonly<Record<string, string>> = { '&#39;': "'", '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const decoded = (text: string): string => text.replaceAll(/&(#39|quot|amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** Elements and words in order, a line each; attributes in the order of the alphabet; white space does not count. */
function canonical(html: string): readonly string[] {
  const lines: string[] = [];
  for (const [, tag, text] of html.matchAll(/(<\/?[a-z][^>]*>)|([^<]+)/gi)) {
    if (tag === undefined) {
      const said = decoded(text ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim();
      if (said !== '') lines.push(said);
      continue;
    }
    const attributes = [...tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?(?=[\s/>])/gi)].map(
      ([, name, value]) => `${name}="${decoded(value ?? '')}"`,
    );
    lines.push([/^<\/?[a-z0-9]+/i.exec(tag)?.[0] ?? '', ...attributes.sort()].join(' ').toLowerCase());
  }
  return lines;
}

describe.each(Object.entries(components))('%s', (component, { show, not, atLeast }) => {
  const expressible = fixturesOf(component).filter(({ options }) => !not.test(JSON.stringify(options)));
  it('can say what the official one says', () => expect(expressible.length).toBeGreaterThanOrEqual(atLeast));
  it.each(expressible)('$name', ({ options, html }) => expect(canonical(render(show(options)))).toEqual(canonical(html)));
});
