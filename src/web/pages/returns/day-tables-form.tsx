import { returnsOfADay } from '../../../returns/of-a-day.ts';
import { FilterDate, FilterSelect } from '../../components/form-parts.tsx';

/** What is told of a day, as CSV files. */
export const DayTablesForm = () => (
  <form method="get" action="/returns/of-a-day/file" class="sl-filters sl-filters--plain" aria-label="What is told of a day, in tables">
    <FilterSelect
      id="day-return"
      name="return"
      label="Tables of a day (CSV files)"
      value="safeguarding-dataset"
      options={Object.entries(returnsOfADay).map(([value, label]) => ({ value, label }))}
    />
    <FilterDate id="day-on" name="on" label="As on (today if empty)" />
    <FilterDate id="day-known" name="known" label="As known on (today if empty)" />
    <FilterDate id="day-since" name="since" label="CP-IS: only changes since" />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Make
    </button>
  </form>
);
