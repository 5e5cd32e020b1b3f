import type { AnyStep } from '../../../kernel/step/step.ts';
import { rules } from '../../../outputs/leave-out.ts';
import type { Mention } from '../../../outputs/mentions.ts';
import type { Block } from '../../../outputs/document.ts';
import { documentKinds } from '../../../practice/pathway.ts';
import { blocksOf } from '../../../outputs/written.ts';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/choices.tsx';
import { errorAt } from '../../components/form-parts.tsx';
import { LinesTable } from '../../components/lines-table.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Input } from '../../components/text-input.tsx';
import { counted } from '../../said-dates.ts';
import { one } from '../../request.ts';
import { saidOf } from './asked.ts';
import { FormPage, type PageProps } from './form-frame.tsx';
import type { Making } from './making.ts';

type Props = PageProps & { readonly making: Making; readonly step: AnyStep };

/** Last: what gives something away, what was left out, on what basis it goes and how. Then it is released. */
export function CheckPage(page: Props) {
  const { making, props } = page;
  const { asked, mentions, sections } = making;
  return (
    <FormPage {...page} title="Check before release" shown={['f.say.', 'f.because.', 'f.lawfulBasis', 'f.howSent']} enter="record">
      <p class="govuk-body">
        {documentKinds[asked.kind]}, about {props.chosen.map(({ name }) => name).join(', ')}, for {asked.recipient.name}.
      </p>
      {mentions.length === 0 ? null : <Mentions {...page} />}
      <RestrictedNames making={making} />
      <LeftOutWords making={making} />
      <h2 class="govuk-heading-m">The text</h2>
      <div class="sl-document">
        {sections
          .filter(({ text }) => text.trim() !== '')
          .map(({ heading, text }) => (
            <>
              <h3 class="govuk-heading-s">{heading}</h3>
              {blocksOf(text).map((block) => (
                <Shown block={block} of={heading} />
              ))}
            </>
          ))}
      </div>
      <Asked {...page} name="lawfulBasis" />
      <Asked {...page} name="howSent" />
      <p class="govuk-body">
        The file is kept with the entry, as it is released. It can be opened from the child’s page by those who may read the entry, and goes
        when the entry goes.
      </p>
      <div class="govuk-button-group">
        <Button text="Release" name="stage" value="record" preventDoubleClick />
        <Button text="Change the text" name="stage" value="assemble" classes="govuk-button--secondary" />
        <Button text="Save and come back later" name="stage" value="later" classes="govuk-button--secondary" preventDoubleClick />
      </div>
    </FormPage>
  );
}

/** Release waits until each is decided. */
const Mentions = ({ making: { mentions, asked }, props: { given }, problems }: Props) => (
  <section aria-labelledby="mentions">
    <h2 class="govuk-heading-m" id="mentions">
      {counted(mentions.length, 'sentence')} to decide on
    </h2>
    <p class="govuk-body">They say, or may say, what {asked.recipient.name} must not have.</p>
    {mentions.map((mention) => {
      const { says, because } = saidOf(given, mention.id);
      const error = errorAt(problems, `f.say.${mention.id}`);
      return (
        <div class="sl-put-back">
          <Radios
            name={`f.say.${mention.id}`}
            idPrefix={`f.say.${mention.id}`}
            classes="govuk-radios--small govuk-radios--inline"
            fieldset={{ legend: { text: `“${mention.sentence}”`, classes: 'sl-anywhere' } }}
            hint={{ text: whyPointedTo(mention) }}
            value={says}
            items={[
              { value: 'leave', text: 'Leave it out' },
              { value: 'keep', text: 'Keep it' },
            ]}
            errorMessage={error}
          />
          <Input
            name={`f.because.${mention.id}`}
            label={{ text: 'If it stays: why', classes: 'govuk-body-s' }}
            value={because}
            autocomplete="off"
            errorMessage={errorAt(problems, `f.because.${mention.id}`)}
          />
        </div>
      );
    })}
  </section>
);

/** Whose record is restricted has no name here: the record has looked for it, and what it cannot find is read for by eye. */
const RestrictedNames = ({ making: { ruledOut, mentions } }: Pick<Props, 'making'>) => {
  const { length } = ruledOut.filter(({ kind }) => kind === 'restrictedPerson');
  if (length === 0)
    return mentions.some(({ facts }) => facts.some(({ kind }) => kind === 'restrictedPerson')) ? (
      <p class="govuk-inset-text">
        What is recorded here of several people names somebody whose record is restricted. The record has looked for their name, which you
        may not be told, and every sentence that has it is to be decided on above.
      </p>
    ) : null;
  return (
    <p class="govuk-inset-text">
      {counted(length, 'person', 'people')} of the family {length === 1 ? 'has a record that is' : 'have records that are'} restricted. The
      record has looked for {length === 1 ? 'their name' : 'their names'}, which you may not be told, and every sentence that has one is to
      be decided on above. A nickname or “her brother” it does not know: read for those, and ask your manager where you are not sure.
    </p>
  );
};

const whyPointedTo = ({ facts }: Mention): string =>
  [...new Set(facts.map(({ kind, of }) => (kind === 'closeFamily' || kind === 'otherFamily' ? of : rules[kind].title)))].join('; ');

const LeftOutWords = ({ making: { leftOut } }: Pick<Props, 'making'>) => {
  const kinds = new Set(leftOut.map(({ kind }) => kind));
  return (
    <>
      <h2 class="govuk-heading-m">Left out</h2>
      {kinds.size === 0 ? <p class="govuk-body">Nothing.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {[...kinds].map((kind) => (
          <li>{rules[kind].title}</li>
        ))}
      </ul>
    </>
  );
};

/** A part of a document as a page shows it. */
export function Shown({ block, of }: { readonly block: Block; readonly of: string }) {
  switch (block.kind) {
    case 'heading':
      return <h4 class="govuk-heading-s">{block.text}</h4>;
    case 'paragraph':
      return <p class="govuk-body sl-words">{block.text}</p>;
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <LinesTable label={of} heads={block.heads} lines={block.rows} />;
    case 'facts':
      return <SummaryList classes="sl-list" rows={block.lines.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))} />;
  }
}

/** A question of the step itself, asked as the step says. */
function Asked({ step, props: { given }, problems, name }: Props & { readonly name: 'lawfulBasis' | 'howSent' }) {
  const field = step.fields[name];
  if (field?.control.kind !== 'choice') return null;
  const value = one(given, `f.${name}`) || (name === 'lawfulBasis' ? 'publicTask' : '');
  return (
    <Radios
      name={`f.${name}`}
      idPrefix={`f.${name}`}
      fieldset={{ legend: { text: field.label, classes: 'govuk-fieldset__legend--m' } }}
      classes="govuk-radios--small"
      value={value}
      items={field.control.options.map((option) => ({ value: option.value, text: option.label }))}
      errorMessage={errorAt(problems, `f.${name}`)}
    />
  );
}
