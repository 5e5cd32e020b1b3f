import type { Statement } from '../../kernel/step/history.ts';
import { lifeOf } from '../../practice/pathway.ts';
import type { Said } from '../ssda903/build/built-row.ts';
import { answer, day, type Known } from './known.ts';
import { datasetRow, type DatasetRow } from './row.ts';

/** Who the child is: ssd_person, and what hangs from it. */
export const peopleRows = (known: Known): readonly DatasetRow[] => [
  person(known),
  ...family(known),
  ...addresses(known),
  ...disabilities(known),
  ...immigration(known),
  ...mothers(known),
  ...identifiers(known),
];

const last = ({ detail }: Known, name: string): Said => answer(detail(name), name);

function person(known: Known): DatasetRow {
  const { told, detail, id, isRestricted } = known;
  const { diedOn } = lifeOf(told);
  const died = told.findLast((one) => one.step === 'childDeath' || one.answers['diedOn'] !== undefined);
  const isBorn = detail('bornOn') !== undefined;
  const named = (name: string): Said => (isRestricted ? [undefined] : last(known, name));
  return datasetRow('ssd_person', {
    pers_person_id: id,
    pers_forename: named('firstName'),
    pers_surname: named('lastName'),
    pers_sex: last(known, 'sex'),
    pers_ethnicity: last(known, 'ethnicity'),
    pers_dob: last(known, 'bornOn'),
    pers_common_child_id: named('nhsNumber'),
    pers_upn_unknown: detail('upn') === undefined ? last(known, 'upnUnknown') : [undefined],
    pers_expected_dob: isBorn ? [undefined] : last(known, 'expectedOn'),
    pers_death_date: [diedOn, died],
    pers_is_mother: motherSaid(known),
  });
}

/** Asked of whoever is not a boy or man: of whom nobody recorded that she is a mother, she is none. */
const motherSaid = ({ detail }: Known): Said =>
  detail('sex')?.answers['sex'] === 'M' ? [undefined] : [detail('mother')?.answers['mother'] ?? false, detail('mother')];

const family = (known: Known): readonly DatasetRow[] => {
  const shared = known.detail('family');
  // Of a restricted record it would point to brothers and sisters who are named.
  return shared === undefined || known.isRestricted
    ? []
    : [
        datasetRow('ssd_family', {
          fami_table_id: [`${shared.entry}-family`, shared],
          fami_family_id: answer(shared, 'family'),
          fami_person_id: known.id,
        }),
      ];
};

const addressKeys = ['ROOM', 'FLOOR', 'FLAT', 'BUILDING', 'HOUSE', 'STREET', 'TOWN', 'UPRN', 'EASTING', 'NORTHING'] as const;

/** The standard's parts of an address: our lines are the street, and the last of several the town. */
function addressSaid({ answers }: Statement): string {
  const lines = String(answers['address']).split(/\s*\n\s*/);
  const town = lines.length > 1 ? lines.at(-1) : '';
  const said: Readonly<Record<string, unknown>> = {
    STREET: (town === '' ? lines : lines.slice(0, -1)).join(', '),
    TOWN: town,
    UPRN: answers['uprn'],
  };
  return JSON.stringify(Object.fromEntries(addressKeys.map((key) => [key, said[key] ?? ''])));
}

/** A later address ends the earlier. A confidential one is not told, nor any of a restricted record: only since when there is one. */
function addresses({ all, id, isRestricted }: Known): readonly DatasetRow[] {
  return all('household').map((one, n, every) => {
    const next = every[n + 1];
    const isKept = isRestricted || one.answers['isConfidential'] === true;
    return datasetRow('ssd_address', {
      addr_table_id: [one.entry, one],
      addr_person_id: id,
      addr_address_type: ['Home', one],
      addr_address_json: isKept ? [undefined] : [addressSaid(one), one],
      addr_address_start_date: day(one),
      addr_address_end_date: one.answers['until'] === undefined ? day(next) : answer(one, 'until'),
      addr_address_postcode: isKept ? [undefined] : [postcodeSaid(one.answers['postcode']), one],
    });
  });
}

/** The standard takes the spaces out of a postcode. */
export const postcodeSaid = (postcode: unknown): unknown => (typeof postcode === 'string' ? postcode.replaceAll(' ', '') : undefined);

function disabilities({ detail, id }: Known): readonly DatasetRow[] {
  const from = detail('disabilities');
  const codes = from?.answers['disabilities'];
  return Array.isArray(codes)
    ? codes.map((code: unknown) =>
        datasetRow('ssd_disability', {
          disa_person_id: id,
          disa_table_id: [`${from?.entry}-${String(code)}`, from],
          disa_disability_code: [code, from],
        }),
      )
    : [];
}

const immigration = ({ all, id }: Known): readonly DatasetRow[] =>
  all('unaccompaniedChild').map((one) =>
    datasetRow('ssd_immigration_status', {
      immi_person_id: id,
      immi_immigration_status_id: [one.entry, one],
      immi_immigration_status: ['Unaccompanied Asylum Seeking Child', one],
      immi_immigration_status_start_date: answer(one, 'establishedOn'),
      immi_immigration_status_end_date: answer(one, 'ceasedOn'),
    }),
  );

/** Of whose child the day of birth alone is known here: who the child is stands in the child's own record. */
function mothers({ detail, id }: Known): readonly DatasetRow[] {
  const from = detail('ownChildBornOn');
  return from === undefined
    ? []
    : [
        datasetRow('ssd_mother', {
          moth_table_id: [`${from.entry}-mother`, from],
          moth_person_id: id,
          moth_childs_dob: answer(from, 'ownChildBornOn'),
        }),
      ];
}

const linked = [
  ['upn', 'Unique Pupil Number'],
  ['formerUpn', 'Former Unique Pupil Number'],
  ['nhsNumber', 'NHS Number'],
] as const;

/** The numbers under which others know the child, and those of the courts: of a restricted record none, since each says who the child is. */
const identifiers = ({ detail, all, id, isRestricted }: Known): readonly DatasetRow[] =>
  isRestricted
    ? []
    : [
        ...linked.flatMap(([name, type]) => {
          const from = detail(name);
          return from === undefined ? [] : [identifier(id, `${from.entry}-${name}`, [type, from], answer(from, name))];
        }),
        ...all('careProceedings')
          .filter(({ answers }) => answers['caseNumber'] !== undefined)
          .map((one) => identifier(id, `${one.entry}-court`, ['Court Case Number', one], answer(one, 'caseNumber'), day(one))),
      ];

const identifier = (id: Said, row: string, type: Said, value: Said, from: Said = [undefined]): DatasetRow =>
  datasetRow('ssd_linked_identifiers', {
    link_table_id: [row, type[1]],
    link_person_id: id,
    link_identifier_type: type,
    link_identifier_value: value,
    link_valid_from_date: from,
  });
