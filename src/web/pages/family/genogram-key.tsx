import type { ComponentChildren } from 'preact';
import { Shape } from './genogram-drawing.tsx';

const Sign = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="sl-genogram__sign" width="40" height="24" viewBox="0 0 40 24" aria-hidden="true">
    {children}
  </svg>
);
const Line = ({ kind, strokes = [] }: { readonly kind: string; readonly strokes?: readonly number[] }) => (
  <Sign>
    <g class={`sl-g-line sl-g-line--${kind}`}>
      <path d="M2 12H38" />
      {strokes.map((x) => (
        <path class="sl-g-stroke" d={`M${x - 4} 20L${x + 4} 4`} />
      ))}
    </g>
  </Sign>
);
const Person = ({
  sex,
  unborn = false,
  children,
}: {
  readonly sex: string;
  readonly unborn?: boolean;
  readonly children?: ComponentChildren;
}) => (
  <Sign>
    <g class="sl-g-symbol">
      <Shape x={20} y={12} size={10} sex={sex} unborn={unborn} />
      {children}
    </g>
  </Sign>
);

const signs: readonly (readonly [ComponentChildren, string])[] = [
  [<Person sex="M" />, 'male'],
  [<Person sex="F" />, 'female'],
  [<Person sex="U" />, 'sex not known, or restricted'],
  [<Person sex="U" unborn />, 'unborn'],
  [
    <Person sex="F">
      <Shape x={20} y={12} size={7} sex="F" unborn={false} />
    </Person>,
    'whose page this is; the number is the age',
  ],
  [
    <Person sex="M">
      <path class="sl-g-dead" d="M12 4L28 20M12 20L28 4" />
    </Person>,
    'died',
  ],
  [
    <Person sex="F">
      <path class="sl-g-bracket" d="M8 1h-4v22h4M32 1h4v22h-4" />
    </Person>,
    'adopted',
  ],
  [<Line kind="whole" />, 'married, in civil partnership; child by birth'],
  [<Line kind="dashed" />, 'living together; adopted or stepchild'],
  [<Line kind="dotted" />, 'partners apart; fostered, or related otherwise'],
  [<Line kind="thin" />, 'parents together, nothing more known'],
  [<Line kind="whole" strokes={[20]} />, 'separated'],
  [<Line kind="whole" strokes={[16, 24]} />, 'divorced'],
  [
    <Sign>
      <rect class="sl-g-home" x="3" y="3" width="34" height="18" />
    </Sign>,
    'one household',
  ],
];

export const GenogramKey = () => (
  <details class="sl-more sl-genogram__key">
    <summary>What the signs mean</summary>
    <ul class="sl-genogram__signs">
      {signs.map(([sign, words]) => (
        <li>
          {sign} {words}
        </li>
      ))}
    </ul>
  </details>
);
