import { floorOf, type Chart } from './document.ts';
import { declaration, escaped } from './xml.ts';

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const [wide, high] = [5_400_000, 1_500_000];
/** Styles, numbering and the foot of the page are related before the charts. */
const before = 3;

/** Where the nth chart of a document stands, counted from 1: drawn by Word from its own part, and said in words beside it. */
export const chartXml = ({ said, title }: Chart, nth: number): string =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${wide}" cy="${high}"/><wp:docPr id="${nth}" name="${escaped(`Chart ${nth}`)}" title="${escaped(title)}" descr="${escaped(said)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" r:id="rId${before + nth}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

type Line = { readonly name: string; readonly shares: readonly number[]; readonly look: string };

const look = (colour: string, width: number, dash = ''): string =>
  `<c:spPr><a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${dash}</a:ln></c:spPr>`;
const dashed = '<a:prstDash val="dash"/>';

function linesOf({ title, points, limits }: Chart): readonly Line[] {
  const level = (name: string, share: number): Line => ({ name, shares: points.map(() => share), look: look('505A5F', 9525, dashed) });
  const shares = points.map(({ share }) => share);
  return [
    { name: title, shares, look: look('1D3146', 25_400) },
    ...(limits === undefined ? [] : [level('Low limit', Math.max(0, limits.low)), level('High limit', Math.min(100, limits.high))]),
  ];
}

const cached = (values: readonly (string | number)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${escaped(String(value))}</c:v></c:pt>`).join('')}`;

const seriesXml = ({ name, shares, look: drawn }: Line, at: number, labels: readonly string[]): string =>
  `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escaped(name)}</c:v></c:tx>${drawn}<c:marker><c:symbol val="none"/></c:marker><c:cat><c:strLit>${cached(labels)}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>0</c:formatCode>${cached(shares.map((share) => Math.round(10 * share) / 10))}</c:numLit></c:val><c:smooth val="0"/></c:ser>`;

const axis = (kind: 'catAx' | 'valAx', id: number, other: number, side: string, more: string, floor?: number): string =>
  `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${floor === undefined ? '' : `<c:max val="100"/><c:min val="${floor}"/>`}</c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${more}<c:crossAx val="${other}"/></c:${kind}>`;

/** The chart's own part: its numbers are in it, as they are for whoever hears the table beside it. */
export const chartPart = (chart: Chart): string => {
  const labels = chart.points.map(({ label }) => label);
  const series = linesOf(chart)
    .map((line, at) => seriesXml(line, at, labels))
    .join('');
  const plain = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>';
  return `${declaration}<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr><a:r><a:rPr lang="en-GB" sz="900" b="0"/><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>${axis('catAx', 1, 2, 'b', plain)}${axis('valAx', 2, 1, 'l', `<c:numFmt formatCode="0" sourceLinked="0"/>${plain}`, floorOf(chart))}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr></c:chartSpace>`;
};
