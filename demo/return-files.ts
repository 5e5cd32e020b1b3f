import { chanceFrom, type Chance } from './chance.ts';

/**
 * A valid looked-after return (SSDA903) of any size, as its CSV files: the same numbers, the same files. The return of the next year goes on from it:
 * 85 of 100 children stay, what was open is repeated or closed. For benches and tests.
 */
export type ReturnFilesOptions = { readonly children: number; readonly year: number; readonly firstYear?: number };
export type ReturnTableFile = { readonly name: string; readonly content: AsyncGenerator<Uint8Array> };

const columns = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  reviews: 'CHILD,DOB,REVIEW,REVIEW_CODE',
  oc2: 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
  previous_permanence: 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM',
  missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END',
} as const;
type Table = keyof typeof columns;

const millisecondsInADay = 86_400_000;
const written = (day: number): string => {
  const [year = '', month = '', date = ''] = new Date(day * millisecondsInADay).toISOString().slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
};
/** The last day of a collection year, in days since 1970. */
const endOf = (year: number): number => Date.UTC(year, 2, 31) / millisecondsInADay;

/** A child's whole life in care, whichever return is written. Days since 1970. */
type Story = {
  readonly id: string;
  readonly bornOn: number;
  readonly sex: string;
  readonly ethnicity: string;
  readonly upn: string;
  readonly startedOn: number;
  readonly movedOn: number;
  readonly endedOn: number;
  readonly status: string;
};

function storyOf(index: number, firstYear: number, firstChildren: number): Story {
  const chance = chanceFrom(index + 1);
  const began = firstYear + Math.max(0, Math.ceil((index + 1 - firstChildren) / Math.max(1, Math.ceil(firstChildren * 0.15))));
  const startedOn = endOf(began) - chance.between(30, 330);
  return {
    id: `L${String(index).padStart(7, '0')}`,
    bornOn: startedOn - chance.between(200, 5_500),
    sex: chance.oneOf(['M', 'F']),
    ethnicity: chance.oneOf(['WBRI', 'MWBC', 'APKN', 'BAFR', 'AOTH']),
    upn: `B${String(index).padStart(12, '0')}`,
    startedOn,
    movedOn: startedOn + chance.between(40, 500),
    endedOn: startedOn + chance.between(400, 2_000),
    status: chance.oneOf(['C1', 'C2', 'V2']),
  };
}

const rows: Readonly<Record<Table, (story: Story, year: number, chance: Chance) => readonly string[]>> = {
  header: ({ id, sex, bornOn, ethnicity, upn }) => [`${id},${sex},${written(bornOn)},${ethnicity},${upn},,`],
  episodes({ id, startedOn, movedOn, endedOn, status }, year) {
    const last = endOf(year);
    const first = { on: startedOn, to: Math.min(movedOn, endedOn), reason: 'S', place: 'U6', urn: 'SC123456' };
    const second = { on: movedOn, to: endedOn, reason: 'P', place: 'U4', urn: 'SC654321' };
    return [first, ...(movedOn < endedOn ? [second] : [])]
      .filter(({ on, to }) => on <= last && to >= endOf(year - 1))
      .map(({ on, to, reason, place, urn }) => {
        const ended = to > last ? ',' : `${written(to)},${to === endedOn ? 'E4A' : 'X1'}`;
        return `${id},${written(on)},${reason},${status},N1,${place},PR1,${ended},${to <= last && to !== endedOn ? 'CARPL' : ''},OX1 1ND,OX4 2QQ,${urn}`;
      });
  },
  reviews({ id, bornOn, startedOn, endedOn }, year) {
    const days = [20, 110, 290, 470, 650, 830].map((after) => startedOn + after);
    return days
      .filter((day) => day <= Math.min(endOf(year), endedOn) && day > endOf(year - 1))
      .map((day) => `${id},${written(bornOn)},${written(day)},PN1`);
  },
  oc2: ({ id, bornOn }, _year, chance) => [`${id},${written(bornOn)},${chance.between(0, 40)},,0,1,1,1,1,0,0,0`],
  previous_permanence: ({ id, bornOn }) => [`${id},${written(bornOn)},Z1,,`],
  missing({ id, bornOn, startedOn }, year, chance) {
    const day = endOf(year) - chance.between(10, 300);
    return chance.happens(0.1) && day > startedOn ? [`${id},${written(bornOn)},M,${written(day)},${written(day + 2)}`] : [];
  },
};

async function* contentOf(table: Table, { children, year, firstYear = year }: ReturnFilesOptions): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const from = Math.ceil(children * 0.15) * (year - firstYear);
  let text = `${columns[table]}\n`;
  for (let index = from; index < from + children; index += 1) {
    const story = storyOf(index, firstYear, children);
    for (const row of rows[table](story, year, chanceFrom(index * 31 + year))) text += `${row}\n`;
    if (text.length > 65_536) {
      yield encoder.encode(text);
      text = '';
    }
  }
  yield encoder.encode(text);
}

const isTable = (name: string): name is Table => name in columns;

export const returnFiles = (options: ReturnFilesOptions): readonly ReturnTableFile[] =>
  Object.keys(columns)
    .filter(isTable)
    .map((table) => ({ name: `${table}.csv`, content: contentOf(table, options) }));
