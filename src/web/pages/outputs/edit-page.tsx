import { documentKinds } from '../../../practice/pathway.ts';
import { rules } from '../../../outputs/leave-out.ts';
import { isNeverPutBack, type LeftOut } from '../../../outputs/material.ts';
import { Button } from '../../components/button.tsx';
import { errorAt } from '../../components/form-parts.tsx';
import { RecordLink } from '../../components/offered.tsx';
import { Input, TextArea } from '../../components/text-input.tsx';
import { counted } from '../../said-dates.ts';
import { FormPage, type PageProps } from './form-frame.tsx';
import type { Making } from './making.ts';

/** `unread`: statements that the sender may not read, and that are therefore in no document of theirs. */
type Props = PageProps & { readonly making: Making; readonly unread: number };

const rowsFor = (text: string): number => Math.min(30, Math.max(4, text.split('\n').length + Math.ceil(text.length / 110)));

const hintOf = ({ text, isEdited }: { readonly text: string; readonly isEdited: boolean }) => {
  if (isEdited) return { text: 'Changed by you: what the record says since is not put in by itself' };
  return text === '' ? { text: 'The record says nothing here. Write it, or leave it empty' } : undefined;
};

/** Second: the text as the record gives it, to be put into shape; and what was left out of it. */
export function EditPage(page: Props) {
  const { making, props } = page;
  const { asked, sections } = making;
  return (
    <FormPage {...page} title={documentKinds[asked.kind]} shown={['f.text.', 'f.was.', 'f.back.', 'f.why.']} enter="check">
      <p class="govuk-body">
        About {props.chosen.map(({ name }) => name).join(', ')}, for {asked.recipient.name}. The text comes from the record: change it here,
        nothing needs to be typed again. An emptied box is left out. A line that begins with “###” is a heading, with “-” an item of a list;
        one with “|” is a row of a table.
      </p>
      {page.unread === 0 ? null : (
        <p class="govuk-inset-text">
          {counted(page.unread, 'statement')} on this record {page.unread === 1 ? 'is' : 'are'} not yours to read, and so not in this
          document. Ask your manager before you send it as whole.
        </p>
      )}
      <LeftOutList {...page} />
      {sections.map(({ name, heading, text, was, isEdited }) => (
        <>
          <TextArea
            name={`f.text.${name}`}
            label={{ text: heading, classes: 'govuk-label--m' }}
            hint={hintOf({ text, isEdited })}
            rows={rowsFor(text)}
            value={text}
            spellcheck
          />
          <input type="hidden" name={`f.was.${name}`} value={was} />
        </>
      ))}
      <div class="govuk-button-group">
        <Button text="Check before release" name="stage" value="check" preventDoubleClick />
        <Button text="Another document or recipient" name="stage" value="change" classes="govuk-button--secondary" />
        <Button text="Save and come back later" name="stage" value="later" classes="govuk-button--secondary" preventDoubleClick />
      </div>
    </FormPage>
  );
}

/** What the rules leave out for this recipient, and why; each can be put back with a reason that is recorded. */
function LeftOutList({
  making: { ruledOut, putBack, asked },
  problems,
  props: {
    child: { person },
  },
}: Props) {
  const kinds = [...Map.groupBy(ruledOut, ({ kind }) => kind)];
  if (kinds.length === 0)
    return (
      <p class="govuk-inset-text">
        Nothing on this record is of a kind that {asked.recipient.name} must not have. Read the text all the same.
      </p>
    );
  return (
    <section aria-labelledby="left-out">
      <h2 class="govuk-heading-m" id="left-out">
        Left out for this recipient
      </h2>
      {kinds.map(([kind, facts]) => (
        <details class="sl-more" open={facts.some(({ id }) => putBack.has(id))}>
          <summary>
            {rules[kind].title} ({counted(facts.length, 'place')})
          </summary>
          <p class="govuk-body-s">{rules[kind].reason}</p>
          {isNeverPutBack(kind, asked.kind) ? (
            <NotTold facts={facts} person={person} />
          ) : (
            facts.map((fact) => <PutBack fact={fact} reason={putBack.get(fact.id)} problem={errorAt(problems, `f.why.${fact.id}`)} />)
          )}
        </details>
      ))}
      <div class="govuk-button-group">
        <Button text="Put in what is ticked" name="stage" value="assemble" classes="govuk-button--secondary" />
      </div>
    </section>
  );
}

/** It is in once the child was told, and not before. */
const NotTold = ({ facts, person }: { readonly facts: readonly LeftOut[]; readonly person: string }) => (
  <>
    <ul class="govuk-list govuk-list--bullet">
      {facts.map(({ of }) => (
        <li>{of}</li>
      ))}
    </ul>
    <p class="govuk-body">
      Tell the child first, and{' '}
      <RecordLink person={person} step="childTold" isSaid>
        record what they were told
      </RecordLink>
      .
    </p>
  </>
);

type PutBackProps = {
  readonly fact: LeftOut;
  readonly reason: string | undefined;
  readonly problem: { readonly text: string } | undefined;
};

function PutBack({ fact: { id, of }, reason, problem }: PutBackProps) {
  return (
    <div class="sl-put-back">
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id={`f.back.${id}`}
            name={`f.back.${id}`}
            value="yes"
            checked={reason !== undefined}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`f.back.${id}`}>
            Give it all the same: {of}
          </label>
        </div>
      </div>
      <Input
        name={`f.why.${id}`}
        label={{
          text: (
            <>
              Because<span class="govuk-visually-hidden">, of {of}</span>
            </>
          ),
          classes: 'govuk-body-s',
        }}
        value={reason ?? ''}
        autocomplete="off"
        errorMessage={problem}
      />
    </div>
  );
}
