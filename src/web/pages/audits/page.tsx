import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { auditMethods, auditPopulations, auditThemes } from '../../../practice/pathway.ts';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input, Select, TextArea } from '../../components/text-input.tsx';
import { ProgrammeTable, ThemesView, type ProgrammeResult, type Themes } from './results.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly programmes: readonly ProgrammeResult[];
  readonly themes: Themes | undefined;
  readonly today: LocalDate;
};

const items = (codes: Readonly<Record<string, string>>) => Object.entries(codes).map(([value, text]) => ({ value, text }));

export const AuditsPage = ({ frame, csrf, programmes, themes, today }: Props) => (
  <Layout frame={frame} title="Audits" wide>
    <h1 class="govuk-heading-l">Audits of case files</h1>
    <h2 class="govuk-heading-m">Programmes</h2>
    {programmes.length === 0 ? <p class="govuk-body">None has been begun.</p> : null}
    {programmes.length === 0 ? null : <ProgrammeTable results={programmes} />}
    {themes === undefined || themes.audits === 0 ? null : <ThemesView themes={themes} />}
    <h2 class="govuk-heading-m">Begin a programme</h2>
    <form method="post" action="/audits">
      <CsrfField token={csrf} />
      <input type="hidden" name="file" value={crypto.randomUUID()} />
      <TextArea name="question" id="question" label={{ text: 'What the audits ask' }} rows={3} />
      <Select name="population" id="population" label={{ text: 'Of whom' }} items={items(auditPopulations)} />
      <Select name="method" id="method" label={{ text: 'How the children are drawn' }} items={items(auditMethods)} />
      <Select
        name="theme"
        id="theme"
        label={{ text: 'Theme' }}
        hint={{ text: 'Only where they are drawn by theme' }}
        items={[{ value: '', text: 'No theme' }, ...items(auditThemes)]}
      />
      <Input name="size" id="size" label={{ text: 'How many' }} value="10" inputmode="numeric" classes="govuk-input--width-4" />
      <Input
        name="seed"
        id="seed"
        label={{ text: 'Seed' }}
        hint={{ text: 'Any words. With them anybody draws the same children again from the records as known today' }}
        value={`Audit of ${today}`}
      />
      <button class="govuk-button" type="submit">
        Draw the children
      </button>
    </form>
  </Layout>
);
