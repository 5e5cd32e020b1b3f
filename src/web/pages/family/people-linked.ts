import type { Fields, Option } from '../../../kernel/field/field.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord, Named, Opened, Relative, Session, Standing } from '../../../record/contract.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { isId } from '../../request.ts';

/** The questions of a step that are answered with another person, in whatever line. */
export const personFields = (step: Pick<AnyStep, 'fields' | 'each'>): readonly string[] => [step.fields, step.each].flatMap(personIn);

const personIn = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, { control }]) =>
    control.kind === 'rows' ? personIn(control.columns) : control.kind === 'link' && control.to === 'person' ? [name] : [],
  );

/** What is answered under these names, in lines too. */
const answeredUnder = (names: readonly string[], answers: Readonly<Record<string, unknown>>): readonly unknown[] =>
  [answers, ...Object.values(answers).flatMap(linesIn)].flatMap((part) => names.map((name) => part[name]));

/** A person's name, with the birth that tells them from another of that name. */
export const nameAndBirth = ({ name, bornOn }: Pick<Standing, 'name' | 'bornOn'>): string =>
  bornOn === undefined ? name : `${name}, born ${formatDate(bornOn)}`;

/** The same; a restricted one's is not said. */
export function nameWords({ restricted, ring, standing }: Named): string {
  if (restricted || standing === undefined) return ring === undefined ? 'Restricted' : `Restricted (${ring})`;
  return nameAndBirth(standing);
}

const options = (people: Iterable<Named>): readonly Option[] => [...people].map((one) => ({ value: one.person, label: nameWords(one) }));

/** Everybody at whom the answers of a record point, as the session may know them. */
export async function peopleLinked(parts: WebParts, session: Session, record: ChildRecord, knownAt?: string): Promise<readonly Option[]> {
  const fields = new Map(parts.steps.map((step) => [step.name, personFields(step)]));
  const ids = record.chain.flatMap(({ step, answers }) => answeredUnder(fields.get(step) ?? [], answers));
  const asked = [...new Set(ids)].filter((id) => typeof id === 'string' && isId(id)).map(String);
  return asked.length === 0 ? [] : options((await parts.record.named(session, asked, knownAt)).values());
}

/** Of a member of staff's file: the children allocated to them, as far as the session's own lists show them. */
export async function ownChildren(
  parts: WebParts,
  session: Session,
  step: AnyStep,
  { file }: Pick<Standing, 'file'>,
): Promise<readonly Option[]> {
  if (file?.kind !== 'staff' || file.subject === undefined || personFields(step).length === 0) return [];
  const listed = await parts.record.list(session, { worker: file.subject });
  return listed.map(({ person, standing }) => ({ value: person, label: nameAndBirth(standing) }));
}

/** Whom a step may be answered with: the family, and whoever was chosen already. `known`: the family, where it is read already. */
export async function peopleOffered(
  parts: WebParts,
  opened: Opened,
  step: AnyStep,
  given: GivenForm,
  known?: readonly Relative[],
): Promise<readonly Option[]> {
  const names = personFields(step);
  if (names.length === 0) return [];
  const relatives = known ?? (await parts.record.relatives(opened));
  const family = relatives.filter(({ person, restricted }) => person !== opened.person && !restricted);
  const isAsked = (key: string): boolean => names.some((name) => key.endsWith(`.${name}`));
  const chosen = Object.entries(given).flatMap(([key, value]) => (isAsked(key) ? [value ?? []].flat() : []));
  const others = chosen.filter((id) => isId(id) && id !== opened.person && !family.some(({ person }) => person === id));
  const found = others.length === 0 ? [] : [...(await parts.record.named(opened.session, others)).values()];
  return options([...found.filter(({ restricted }) => !restricted), ...family]);
}
