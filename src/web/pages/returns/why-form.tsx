import { tablesOfChildren } from '../../../returns/of-a-day.ts';
import { collectionYears } from '../../../returns/rule/years.ts';
import { signedOfADay } from '../../../returns/signed-of-a-day.ts';
import { FilterDate, FilterSelect } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';

export const ofAYear = [
  { value: 'cin', label: 'Children in need census' },
  { value: 'ssda903', label: 'Children looked after return' },
];
export const years = collectionYears.map((year) => ({ value: year, label: year }));

const ofADay = Object.entries(tablesOfChildren).map(([value, label]) => ({ value, label }));
const besides = [
  { value: 'annex-a', label: signedOfADay['annex-a'].title },
  { value: 'workforce-census', label: signedOfADay['workforce-census'].title },
];

/** What was asked, as it was written. */
type Given = Readonly<Record<'return' | 'year' | 'on' | 'known' | 'child', string>>;

const nothing: Given = { return: 'cin', year: collectionYears.at(-1) ?? '', on: '', known: '', child: '' };

export const WhyForm = ({ given = nothing }: { readonly given?: Given }) => (
  <form method="get" action="/returns/why" class="sl-filters sl-filters--plain" aria-label="Why a return says what it says of a child">
    <FilterSelect
      id="why-return"
      name="return"
      label="Why does this return"
      value={given.return}
      options={[...ofAYear, ...ofADay, ...besides]}
    />
    <FilterSelect id="why-year" name="year" label="Of the year" value={given.year} options={years} />
    <FilterDate id="why-on" name="on" label="Tables of a day: as on (today if empty)" value={given.on} />
    <FilterDate id="why-known" name="known" label="As known on (now if empty)" value={given.known} />
    <div class="sl-filter">
      <label class="govuk-label sl-label" for="why-child">
        say this of the child (or social worker) with the number
      </label>
      <input class="govuk-input govuk-input--width-10" id="why-child" name="child" value={given.child} />
    </div>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Show why
    </button>
  </form>
);

/** The question once more, as it was asked, where there is no answer to it. */
export const AskWhyPage = ({ frame, given, problem }: { readonly frame: Frame; readonly given: Given; readonly problem: string }) => (
  <Layout frame={frame} title="Why a return says what it says" wide problems={[{ field: 'why-child', message: problem }]}>
    <a class="govuk-back-link" href="/returns">
      Returns
    </a>
    <h1 class="govuk-heading-l">Why a return says what it says</h1>
    <WhyForm given={given} />
  </Layout>
);
