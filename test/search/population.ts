import { keysOf, keysVersion } from '../../src/kernel/names/keys.ts';
import { nameWords } from '../../src/kernel/names/words.ts';
import type { Client, Database } from '../../src/platform/database.ts';
import { heritages, rareSurnames, type Heritage } from './names-of-a-million.ts';
import { wanted } from './wanted.ts';

/** In how many places names stand, each as often as it is borne: one is drawn by its place. Fewer people have fewer rare names. */
const placesFor = (people: number): number => Math.min(20_000, Math.max(2000, people));
const mostPlaces = 20_000;

/** The nth most frequent of what is common is borne about as often as the first divided by n to the power of three quarters. */
function spread(names: readonly string[], room: number): readonly string[] {
  const weights = names.map((_, n) => 1 / (n + 2) ** 0.75);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return names.flatMap((name, n) => Array.from({ length: Math.max(1, Math.round(((weights[n] ?? 0) / all) * room)) }, () => name));
}

function surnamesOf({ last, rare }: Heritage, seed: number, places: number): readonly string[] {
  const common = spread(last, Math.round((places * (100 - rare.share)) / 100));
  const uncommon = rareSurnames(Math.ceil((rare.count * places) / mostPlaces), seed, rare.of);
  const room = Math.round((common.length * rare.share) / (100 - rare.share));
  return [...common, ...Array.from({ length: Math.max(room, uncommon.length) }, (_, n) => uncommon[n % uncommon.length] ?? '')];
}

type Place = {
  readonly heritage: number;
  readonly kind: 'first' | 'last';
  readonly at: number;
  readonly name: string;
  readonly words: readonly string[];
};

const allPlaces = (places: number): readonly Place[] =>
  heritages.flatMap((heritage, n) =>
    (['first', 'last'] as const).flatMap((kind) =>
      (kind === 'first' ? spread(heritage.first, places) : surnamesOf(heritage, n + 1, places)).map((name, at) => ({
        heritage: n,
        kind,
        at,
        name,
        words: nameWords(name),
      })),
    ),
  );

const placesTable = `
  create temp table place(heritage int, kind text, at int, name text, words text[], primary key (heritage, kind, at));
  create temp table place_count(heritage int primary key, below double precision, first int, last int)`;

/** Who is in the population: heritage by its share, a second first name of one in seven, a second surname of one in twenty, a name of before of one in thirty. */
const people = `
  create temp table someone as
  with drawn as materialized (
    select n, random() as of_heritage, random() as r1, random() as r2, random() as r3, random() as r4, random() as second_first, random() as second_last, random() as age, random() as r5,
      random() as is_open, random() as was_named, random() as r6
    from generate_series(1, $1::int) n),
  placed as (
    select d.*, h.heritage, floor(d.r1 * h.first)::int as first_at, floor(d.r2 * h.first)::int as second_first_at, floor(d.r3 * h.last)::int as last_at,
      floor(d.r4 * h.last)::int as second_last_at, floor(d.r6 * h.last)::int as former_at
    from drawn d cross join lateral (select * from place_count h where h.below <= d.of_heritage order by h.below desc limit 1) h)
  select p.n, md5('population ' || p.n)::uuid as person,
    f.name || case when p.second_first < 0.14 then ' ' || sf.name else '' end || ' ' || l.name || case when p.second_last < 0.05 then '-' || sl.name else '' end as name,
    case when p.was_named < 0.03 then f.name || ' ' || fl.name end as former,
    f.words || case when p.second_first < 0.14 then sf.words else '{}' end || l.words || case when p.second_last < 0.05 then sl.words else '{}' end
      || case when p.was_named < 0.03 then fl.words else '{}' end as words,
    (date '2026-06-30' - (case when p.age < 0.7 then p.r5 * 18 * 365 else 18 * 365 + p.r5 * 45 * 365 end)::int) as born_on, p.age >= 0.7 as adult, p.is_open < 0.08 as is_open
  from placed p
  join place f on f.heritage = p.heritage and f.kind = 'first' and f.at = p.first_at
  join place sf on sf.heritage = p.heritage and sf.kind = 'first' and sf.at = p.second_first_at
  join place l on l.heritage = p.heritage and l.kind = 'last' and l.at = p.last_at
  join place sl on sl.heritage = p.heritage and sl.kind = 'last' and sl.at = p.second_last_at
  join place fl on fl.heritage = p.heritage and fl.kind = 'last' and fl.at = p.former_at`;

const wantedRows = `
  insert into someone(n, person, name, former, words, born_on, adult, is_open)
  select -w.n, md5('wanted ' || w.n)::uuid, w.name, null, w.words, w."bornOn", w."bornOn" < '2008-06-30', false
  from jsonb_to_recordset($1::jsonb) w(n int, name text, words text[], "bornOn" date)`;

const rows: readonly string[] = [
  `insert into record.standing(authority, person, known_from, restricted, name, state)
    select $1, person, '2026-01-01', false, name, jsonb_strip_nulls(jsonb_build_object('name', name, 'bornOn', born_on, 'adult', case when adult then true end, 'openSince', case when is_open then '2026-05-01' end))
    from someone`,
  `insert into record.sought(authority, person, names, words, born_on, restricted, keys)
    select $1, person, array_remove(array[name, former], null), array(select distinct unnest(words)), born_on, false, ${keysVersion} from someone`,
  `insert into record.name_pair(authority, word, beside, person, born_on, restricted)
    select s.authority, b.word, b.beside, s.person, s.born_on, false from record.sought s cross join lateral record.name_pairs(s.words) b
    where s.authority = $1 order by b.word collate "C", b.beside collate "C", s.person`,
];

/** The ids of those who are wanted, in the order of the list. */
export const wantedIds = `select md5('wanted ' || n)::uuid as person from generate_series(0, ${wanted.length - 1}) n order by n`;

const some = 20_000;

async function insertJson(sql: Client, statement: string, all: readonly object[]): Promise<void> {
  for (let from = 0; from < all.length; from += some) await sql.query(statement, [JSON.stringify(all.slice(from, from + some))]);
}

/** Makes a population of an authority that has nobody yet, with everybody who is wanted among it: made by the database at once, as no import could. */
export async function populate(owner: Database, authority: number, count: number): Promise<void> {
  await owner.transaction(null, async (sql) => {
    await sql.query(
      `set local app.authority = '${authority}'; set local search_path = pg_temp, pg_catalog; set local work_mem = '128MB'; select setseed(0.42)`,
    );
    await sql.query(placesTable);
    const known = allPlaces(placesFor(count));
    await insertJson(
      sql,
      'insert into place select * from jsonb_to_recordset($1::jsonb) p(heritage int, kind text, at int, name text, words text[])',
      known,
    );
    await sql.query(
      `insert into place_count select h.heritage, (sum(h.share) over (order by h.heritage) - h.share) / 100.0,
         (select count(*) from place p where p.heritage = h.heritage and kind = 'first'), (select count(*) from place p where p.heritage = h.heritage and kind = 'last')
       from jsonb_to_recordset($1::jsonb) h(heritage int, share int)`,
      [JSON.stringify(heritages.map(({ share }, heritage) => ({ heritage, share })))],
    );
    await sql.query('analyze place');
    await sql.query(people, [count]);
    const sought = wanted.map(({ name, bornOn }, n) => ({ n, name, words: nameWords(name), bornOn }));
    await insertJson(sql, wantedRows, sought);
    for (const statement of rows) await sql.query(statement, [authority]);
    const { rows: words } = await sql.query<{ word: string }>('select distinct unnest(words) as word from someone');
    const keys = words.flatMap(({ word }) => keysOf(word).map((key) => ({ key, word })));
    await insertJson(
      sql,
      `insert into record.name_key(authority, key, word) select ${authority}, k.key, k.word from jsonb_to_recordset($1::jsonb) k(key text, word text) order by k.key collate "C", k.word collate "C" on conflict do nothing`,
      keys,
    );
    await sql.query('drop table place, place_count, someone');
  });
  await owner.pool.query('vacuum (analyze) record.name_key, record.name_pair, record.sought, record.standing');
}
