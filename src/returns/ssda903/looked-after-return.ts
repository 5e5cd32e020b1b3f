import { date, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { ruleLanguage, type Rule } from '../rule/rule.ts';
import type { ChildOf, GivenRow } from '../rule/rows.ts';
import type { CollectionYear } from '../rule/years.ts';

/*
 * The tables of the SSDA903 return, from SSDA903_schema_2017.yml with its yearly differences to 2026 as kept in liia-tools-pipeline
 * (liiatools/ssda903_pipeline/spec, MIT licence); 2026-27 adds DoLo. Header.UASC comes from the table UASC, and Episodes.PL_LA,
 * PL_LOCATION and PL_DISTANCE from the postcodes: they are in no file.
 */
const child = { CHILD: 'text', SEX: 'text', DOB: 'date' } as const;

const tables = {
  Header: { ...child, ETHNIC: 'text', UPN: 'text', MOTHER: 'text', MC_DOB: 'date', UASC: 'text' },
  Episodes: {
    CHILD: 'text',
    DECOM: 'date',
    RNE: 'text',
    LS: 'text',
    CIN: 'text',
    PLACE: 'text',
    PLACE_PROVIDER: 'text',
    DEC: 'date',
    REC: 'text',
    REASON_PLACE_CHANGE: 'text',
    HOME_POST: 'text',
    PL_POST: 'text',
    URN: 'text',
    PL_LA: 'text',
    PL_LOCATION: 'text',
    PL_DISTANCE: 'number',
  },
  Reviews: { ...child, REVIEW: 'date', REVIEW_CODE: 'text' },
  UASC: { ...child, DUC: 'date' },
  OC2: {
    ...child,
    SDQ_SCORE: 'number',
    SDQ_REASON: 'text',
    CONVICTED: 'text',
    HEALTH_CHECK: 'text',
    IMMUNISATIONS: 'text',
    TEETH_CHECK: 'text',
    HEALTH_ASSESSMENT: 'text',
    SUBSTANCE_MISUSE: 'text',
    INTERVENTION_RECEIVED: 'text',
    INTERVENTION_OFFERED: 'text',
  },
  OC3: { ...child, IN_TOUCH: 'text', ACTIV: 'text', ACCOM: 'text' },
  AD1: {
    ...child,
    DATE_INT: 'date',
    DATE_MATCH: 'date',
    FOSTER_CARE: 'text',
    NB_ADOPTR: 'text',
    SEX_ADOPTR: 'text',
    LS_ADOPTR: 'text',
  },
  PlacedAdoption: { ...child, DATE_PLACED: 'date', DATE_PLACED_CEASED: 'date', REASON_PLACED_CEASED: 'text' },
  PrevPerm: { ...child, PREV_PERM: 'text', LA_PERM: 'text', DATE_PERM: 'text' },
  Missing: { ...child, MISSING: 'text', MIS_START: 'date', MIS_END: 'date' },
  SWEpisodes: { ...child, SW_ID: 'text', SW_DECOM: 'date', SW_DEC: 'date', SW_REASON: 'text' },
  DoLo: { ...child, DOLO_START: 'date', DOLO_END: 'date' },
} as const;

/** This year's tables by their names, and last year's with `_last`. */
export const returnTables = {
  ...tables,
  Header_last: tables.Header,
  Episodes_last: tables.Episodes,
  Reviews_last: tables.Reviews,
  UASC_last: tables.UASC,
  OC2_last: tables.OC2,
  OC3_last: tables.OC3,
  AD1_last: tables.AD1,
  PlacedAdoption_last: tables.PlacedAdoption,
  PrevPerm_last: tables.PrevPerm,
  Missing_last: tables.Missing,
  SWEpisodes_last: tables.SWEpisodes,
  DoLo_last: tables.DoLo,
} as const;

export type ReturnTables = typeof returnTables;
export type ReturnChild = ChildOf<ReturnTables>;

/** A provider as the register of providers gives it; one URN may stand in several rows. */
export type Provider = {
  readonly urn: string;
  readonly postcode: string | undefined;
  readonly placeCodes: readonly string[];
  /** PR0 to PR5: whose provision it is. */
  readonly providerCodes: readonly string[];
  readonly registrationEnded: LocalDate | undefined;
  readonly authority: string | undefined;
};

/** What a rule may ask about the return itself. */
export type LookedAfterReturn = {
  readonly year: CollectionYear;
  /** 1 April and 31 March of the collection. */
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly fileFormat: 'xml' | 'csv';
  /** The authority that makes the return; a rule that asks for it needs `localAuthority`. */
  readonly localAuthority: string;
  /** By their number; a rule that asks for them needs `providers`. */
  readonly providers: ReadonlyMap<string, readonly Provider[]>;
};

/** What is not in the return's own tables of this year. `postcodes`: PL_LA, PL_LOCATION or PL_DISTANCE are filled in from them. */
export type Need = keyof ReturnTables | 'providers' | 'postcodes' | 'localAuthority';
export type LookedAfterRule = Rule<ReturnTables, LookedAfterReturn, Need>;
export const { rule, at } = ruleLanguage<ReturnTables, LookedAfterReturn, Need>();

/** As the metadata of a collection gives it. */
type Metadata = {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly fileFormat: string | undefined;
  readonly localAuthority: string | undefined;
  readonly providers: readonly GivenRow[];
};

const isRow = (value: unknown): value is GivenRow => typeof value === 'object' && value !== null;

export function metadataOf(given: Readonly<Record<string, unknown>>): Metadata {
  const text = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
  const providers: unknown = given['provider_info'];
  return {
    start: text('collection_start'),
    end: text('collection_end'),
    fileFormat: text('file_format'),
    localAuthority: text('localAuthority'),
    providers: Array.isArray(providers) ? providers.filter(isRow) : [],
  };
}

const dayOr = (given: string | undefined, otherwise: string): LocalDate => (given !== undefined && isDate(given) ? given : date(otherwise));

export function returnOf(year: CollectionYear, metadata: Metadata): LookedAfterReturn {
  return {
    year,
    start: dayOr(metadata.start, `${year.slice(0, 4)}-04-01`),
    end: dayOr(metadata.end, `20${year.slice(5)}-03-31`),
    fileFormat: metadata.fileFormat === 'xml' ? 'xml' : 'csv',
    localAuthority: metadata.localAuthority ?? '',
    providers: Map.groupBy(metadata.providers.map(providerOf), ({ urn }) => urn),
  };
}

function providerOf(row: GivenRow): Provider {
  const text = (field: string): string | undefined => (row[field] === null || row[field] === undefined ? undefined : String(row[field]));
  const ended = text('REG_END');
  return {
    urn: text('URN') ?? '',
    postcode: text('POSTCODE'),
    placeCodes: listed(text('PLACE_CODES')),
    providerCodes: listed(text('PROVIDER_CODES') ?? text('PLACE_PROVIDER')),
    registrationEnded: ended !== undefined && isDate(ended) ? ended : undefined,
    authority: text('LA_CODE_INFERRED'),
  };
}

const listed = (written: string | undefined): readonly string[] => written?.split(',').map((code) => code.trim()) ?? [];
