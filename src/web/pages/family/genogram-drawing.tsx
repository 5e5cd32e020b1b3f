import { ageAt, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { measures, type Line, type Placed, type Point } from '../../../oversight/family/family-picture.ts';
import type { Family, Member } from '../../../practice/people/family.ts';
import { isDead, isUnborn, lifeWords, type FamilyModel } from './family-model.ts';
import { linesOf } from './label-lines.ts';

/** The family drawn with the usual signs. A table beside it says the same in words: this is for those who see it at a glance. */
export function GenogramDrawing({ model }: { readonly model: FamilyModel }) {
  const { drawn, family, known, kinship } = model;
  const members = new Map(family.members.map((member) => [member.id, member]));
  return (
    <svg
      class="sl-genogram__svg"
      xmlns="http://www.w3.org/2000/svg"
      width={drawn.width}
      height={drawn.height}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      role="group"
      aria-label="Genogram. The table below says the same in words."
      font-family="arial, sans-serif"
    >
      {drawn.household.map((path) => (
        <path class="sl-g-home" d={`${pathOf(path)}Z`} />
      ))}
      {drawn.lines.map((line) => (
        <LineOf line={line} family={family} />
      ))}
      {drawn.boxes.map((box) => {
        const member = members.get(box.id);
        return member === undefined ? null : (
          <Person
            box={box}
            member={member}
            today={known.today}
            isRoot={box.id === family.root}
            isAdopted={isAdopted(family, box.id)}
            kinship={kinship.get(box.id) ?? ''}
          />
        );
      })}
    </svg>
  );
}

const isAdopted = ({ parents }: Family, id: string): boolean =>
  parents.some(({ child, parentage }) => child === id && parentage === 'adoptive');

const pathOf = (path: readonly Point[]): string => path.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** How a line is drawn, by what it says. */
function styleOf({ kind, couple, ids }: Line, { parents }: Family): string {
  if (kind === 'couple')
    return couple === 'cohabiting' ? 'dashed' : couple === 'partner' ? 'dotted' : couple === 'parents' ? 'thin' : 'whole';
  if (kind === 'loose') return 'dotted';
  const last = ids.at(-1);
  const own = parents.filter((tie) => tie.child === last && ids.includes(tie.parent));
  const ties =
    own.length > 0
      ? own
      : parents.filter(
          (tie) => ids.includes(tie.parent) && ids.every((id) => parents.some((one) => one.parent === id && one.child === tie.child)),
        );
  if (ties.length === 0 || ties.some(({ parentage }) => parentage === 'birth')) return 'whole';
  return ties.some(({ parentage }) => parentage === 'foster' || parentage === 'guardian') ? 'dotted' : 'dashed';
}

function LineOf({ line, family }: { readonly line: Line; readonly family: Family }) {
  const strokes = line.couple === 'separated' ? [0] : line.couple === 'divorced' ? [-4, 4] : [];
  const [x, y] = line.at ?? [0, 0];
  return (
    <g class={`sl-g-line sl-g-line--${styleOf(line, family)}`}>
      <path d={line.paths.map(pathOf).join('')} />
      {strokes.map((by) => (
        <path class="sl-g-stroke" d={`M${x + by - 5} ${y + 10}L${x + by + 5} ${y - 10}`} />
      ))}
    </g>
  );
}

type PersonProps = {
  readonly box: Placed;
  readonly member: Member;
  readonly today: LocalDate;
  readonly isRoot: boolean;
  readonly isAdopted: boolean;
  readonly kinship: string;
};

function Person(props: PersonProps) {
  const { member, isRoot, today, kinship } = props;
  const whole = [member.name, kinship, member.isRestricted ? 'This record exists and is restricted.' : lifeWords(member, today)]
    .filter((part) => part !== '')
    .join(', ');
  const inner = (
    <>
      <title>{whole}</title>
      <Sign {...props} />
      <Label {...props} />
    </>
  );
  if (!member.isOnRecord || isRoot)
    return (
      <g class={`sl-g-person${isRoot ? ' sl-g-person--root' : ''}`} id={isRoot ? 'drawn-here' : undefined}>
        {inner}
      </g>
    );
  return (
    <a class="sl-g-person" href={`/children/${member.id}`}>
      <rect
        class="sl-g-focus"
        x={props.box.x - measures.box.width / 2 - 3}
        y={props.box.y - 4}
        width={measures.box.width + 6}
        height={measures.box.height + 7}
      />
      {inner}
    </a>
  );
}

const half = measures.symbol / 2;

function Sign({ box, member, today, isRoot, isAdopted }: PersonProps) {
  const [x, y] = [box.x, box.y + half];
  const bornOn = member.bornOn;
  const unborn = isUnborn(member, today);
  const inside = member.isRestricted ? '?' : bornOn === undefined || unborn || isDead(member, today) ? '' : String(ageAt(bornOn, today));
  return (
    <g class="sl-g-symbol">
      {isRoot ? <Shape x={x} y={y} size={half} sex={member.sex} unborn={unborn} /> : null}
      <Shape x={x} y={y} size={isRoot ? half - 4 : half - 1} sex={member.sex} unborn={unborn} />
      {isDead(member, today) ? (
        <path class="sl-g-dead" d={`M${x - 14} ${y - 14}L${x + 14} ${y + 14}M${x - 14} ${y + 14}L${x + 14} ${y - 14}`} />
      ) : null}
      {isAdopted ? <path class="sl-g-bracket" d={`M${x - 20} ${y - 23}h-5v46h5M${x + 20} ${y - 23}h5v46h-5`} /> : null}
      {inside === '' ? null : (
        <text class="sl-g-age" x={x} y={y + (unborn ? 10 : 5)} text-anchor="middle">
          {inside}
        </text>
      )}
    </g>
  );
}

export function Shape({
  x,
  y,
  size,
  sex,
  unborn,
}: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly sex: string;
  readonly unborn: boolean;
}) {
  if (unborn) return <path d={`M${x} ${y - size}L${x + size} ${y + size - 2}L${x - size} ${y + size - 2}Z`} />;
  if (sex === 'M') return <rect x={x - size + 1} y={y - size + 1} width={size * 2 - 2} height={size * 2 - 2} />;
  if (sex === 'F') return <circle cx={x} cy={y} r={size} />;
  return <path d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`} />;
}

/** At most four lines: two of the name, the years, what they are to the child. */
function Label({ box, member, today, kinship }: PersonProps) {
  const unborn = isUnborn(member, today);
  const years = unborn ? 'unborn' : yearsOf(member, today);
  const name = linesOf(member.name, 2);
  const second = member.isRestricted ? (member.ring ?? '') : years;
  const under = [
    ...(second === '' ? [] : linesOf(second, 1)),
    ...(kinship === '' ? [] : linesOf(kinship, second === '' || name.length === 1 ? 2 : 1)),
  ];
  const top = box.y + measures.symbol + 15;
  const words = [...name, ...under];
  return (
    <text class="sl-g-words" text-anchor="middle">
      {words.slice(0, 4).map((line, n) => (
        <tspan class={n < name.length ? 'sl-g-name' : 'sl-g-under'} x={box.x} y={top + n * 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function yearsOf({ bornOn, diedOn }: Member, today: LocalDate): string {
  const born = bornOn?.slice(0, 4);
  const died = diedOn === undefined || diedOn > today ? undefined : diedOn.slice(0, 4);
  if (died !== undefined) return `${born ?? '?'}–${died}`;
  return born === undefined ? '' : `born ${born}`;
}
