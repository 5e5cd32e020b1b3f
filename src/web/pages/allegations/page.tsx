import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { AnyField } from '../../../kernel/field/field.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { ListedFile } from '../../../record/files.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { NotificationBanner } from '../../components/notices.tsx';
import { Select } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import type { Member } from '../../parts.ts';
import { one } from '../../request.ts';
import { Asked, Files, type KindWords } from '../files/kind-page.tsx';
import { concludedWithin, settingOf, standsAt } from './standing.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly files: readonly ListedFile[];
  readonly histories: ReadonlyMap<string, History>;
  readonly titleOf: (rule: string) => string;
  readonly today: LocalDate;
  readonly isOfficer: boolean;
  readonly hasTold: boolean;
  readonly asked: readonly (readonly [name: string, field: AnyField])[];
  readonly members: readonly Member[];
  readonly given?: GivenForm;
  readonly problems?: readonly Problem[];
};

const words: KindWords = {
  title: 'Allegations',
  intro: '',
  none: 'There is no allegation that you may open.',
  one: 'Allegation',
  begin: { heading: '', title: '', hint: '', button: '' },
};

export const AllegationsPage = (props: Props) => (
  <Layout frame={props.frame} title="Allegations" problems={props.problems ?? []}>
    <h1 class="govuk-heading-l">Allegations against people who work with children</h1>
    {props.hasTold ? (
      <NotificationBanner
        titleText="Told"
        text="The designated officer has it. Ask the person nothing, and tell nobody who need not know, until the designated officer has said what is to happen."
        role="alert"
        classes="sl-notice"
      />
    ) : null}
    <p class="govuk-body">
      Each allegation has a file of its own. The designated officer opens it, and the people named for it; never whomever it is about.
      Nothing of it is on a child’s record, in a list, or found by a search.
    </p>
    <Listed {...props} />
    <Tell {...props} />
  </Layout>
);

function Listed({ files, histories, titleOf, today, isOfficer }: Props) {
  if (files.length === 0 && !isOfficer) return null;
  const historyOf = ({ file }: ListedFile): History => histories.get(file) ?? [];
  return (
    <>
      <h2 class="govuk-heading-m">{isOfficer ? 'All allegations' : 'Allegations for which you are named'}</h2>
      <Files
        words={words}
        files={files}
        titleOf={titleOf}
        today={today}
        more={[
          ['Kind of work', (file) => settingOf(historyOf(file))],
          ['How it stands', (file) => standsAt(historyOf(file))],
        ]}
      />
      {isOfficer ? <HowLong histories={[...histories.values()]} /> : null}
    </>
  );
}

function HowLong({ histories }: { readonly histories: readonly History[] }) {
  const [one, three, twelve] = [1, 3, 12].map((months) => concludedWithin(histories, months));
  return one === undefined || three === undefined || twelve === undefined || one.of === 0 ? null : (
    <p class="govuk-body">
      Of {one.of} with an outcome, {one.n} had it within one month of being told, {three.n} within three and {twelve.n} within twelve.
    </p>
  );
}

/** What is typed of the day on which it was learnt is asked, not offered: the working day runs from it. */
function Tell({ csrf, asked, members, today, given = {}, problems = [] }: Props) {
  const file = given['file'] === undefined ? crypto.randomUUID() : one(given, 'file');
  return (
    <section aria-labelledby="tell">
      <h2 class="govuk-heading-m" id="tell">
        Tell the designated officer
      </h2>
      <p class="govuk-body">
        Within one working day, before anybody asks the person anything. If a child is in danger, ring the police first. What you send here
        you do not see again, unless you are named for it.
      </p>
      <form method="post" action="/allegations" noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="file" value={file} />
        <input type="hidden" name="entry" value={given['entry'] === undefined ? crypto.randomUUID() : one(given, 'entry')} />
        {asked.map(([name, field]) => (
          <Asked
            name={`f.${name}`}
            field={field}
            value={given[`f.${name}`] === undefined ? (name === 'learntOn' ? '' : undefined) : one(given, `f.${name}`)}
            today={today}
            problems={problems}
          />
        ))}
        <Select
          name="subject"
          label={{ text: 'Do they work here, with an account? (may be left open)' }}
          hint={{ text: 'They never open the file, whatever their role' }}
          value={one(given, 'subject')}
          items={[{ value: '', text: 'No' }, ...members.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Button text="Tell the designated officer" preventDoubleClick />
      </form>
    </section>
  );
}
