import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Limit, Timescale } from '../../kernel/step/timescale.ts';
import { steps, stepNamed, timescales } from '../../practice/pathway.ts';
import type { Edition } from './manual.ts';
import type { Section } from './chapter.ts';

/** How soon something is to be done, in words that are made of the rule itself: they cannot say otherwise than the clock counts. */
export type ToldLimit = {
  readonly rule: string;
  readonly title: string;
  /** "within 15 working days", or that the law's words say it, where it depends on the child. */
  readonly within: string;
  /** What begins the clock: the titles of steps. */
  readonly from: readonly string[];
  /** Whether it stands in law, in guidance or is a local standard, and where. */
  readonly whose: string;
};

const standings: Readonly<Record<Timescale['standing'], string>> = {
  statutory: 'In law',
  guidance: 'In guidance',
  local: 'Local standard',
};

/** "15 working days". Undefined: the day depends on the child, or is named by somebody. */
export function limitWords(limit: Timescale['limit'] | Limit): string | undefined {
  if (typeof limit === 'function' || limit.unit === 'date') return undefined;
  const { count, unit } = limit;
  return `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** The rules of one name on a day: the edition tells what was in force when it began. */
const isInForce =
  (on: LocalDate) =>
  ({ inForce }: Timescale): boolean =>
    inForce.from <= on && (inForce.to ?? on) >= on;

export const limitsOn = (on: LocalDate): readonly Timescale[] => timescales.filter(isInForce(on));

/** The words that stand for a `{{rule}}` in an edition. */
export const fillOn =
  (on: LocalDate) =>
  (rule: string): string | undefined => {
    const said = limitsOn(on)
      .filter((one) => one.rule === rule)
      .map(({ limit }) => limitWords(limit));
    return said.length === 1 ? said[0] : undefined;
  };

/** The step whose clock it is. */
const ownerOf: ReadonlyMap<string, string> = new Map(
  steps.flatMap((step) => step.timescales.map(({ rule }) => [rule, step.name] as const)),
);

/** Whether a section may tell of a limit: one of its steps has it, begins it or meets it. */
export function mayTell({ steps: told }: Pick<Section, 'steps'>, rule: string): boolean {
  const named = timescales.filter((one) => one.rule === rule);
  return named.some(({ starts, meets, alsoMetBy = [] }) =>
    [ownerOf.get(rule), ...[...starts, meets, ...alsoMetBy].map(({ step }) => step)].some(
      (step) => step !== undefined && told.includes(step),
    ),
  );
}

/** The limits that a section tells: those that it names, and those of its steps that no other section names. */
export function limitsTold(section: Section, edition: Edition): readonly ToldLimit[] {
  const all = edition.chapters.flatMap(({ sections }) => sections);
  const elsewhere = new Set(all.filter((other) => other !== section).flatMap(({ timescales: named = [] }) => named));
  const isOwn = ({ rule }: Timescale): boolean =>
    section.timescales?.includes(rule) ?? (section.steps.includes(ownerOf.get(rule) ?? '') && !elsewhere.has(rule));
  return limitsOn(edition.on).filter(isOwn).map(told);
}

function told({ rule, title, limit, starts, standing, law }: Timescale): ToldLimit {
  const words = limitWords(limit);
  return {
    rule,
    title,
    within: words === undefined ? 'depends on the child' : `within ${words}`,
    from: [...new Set(starts.map(({ step }) => stepNamed(step)?.title ?? step))],
    whose: law.startsWith('Local') ? law : `${standings[standing]}. ${law}`,
  };
}
