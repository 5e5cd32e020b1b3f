import { floorOf, heightFrom, type Chart } from '../document.ts';
import { linesOf } from './lines.ts';
import type { Element, Paper, Style } from './paper.ts';

const small: Style = { font: 'plain', size: 8, lead: 10 };
const [across, gap, high, air] = [2, 20, 62, 14];
/** Where the scale stands, left of the line. */
const scale = 26;

type Frame = { readonly x: number; readonly y: number; readonly width: number };

/** Two beside each other: each a figure, which a screen reader says in the words given for it. */
export function drawCharts(paper: Paper, into: Element, charts: readonly Chart[]): void {
  const { x, width } = paper.whole;
  const each = (width - gap * (across - 1)) / across;
  for (let from = 0; from < charts.length; from += across) {
    const row = charts.slice(from, from + across);
    const titles = row.map(({ title }) => linesOf(paper, title, small, each));
    const head = Math.max(...titles.map((lines) => lines.length)) * small.lead + 4;
    paper.needs(head + high + air);
    row.forEach((chart, at) => {
      const frame = { x: x + at * (each + gap), y: paper.y + head, width: each };
      drawOne(paper, into, chart, titles[at] ?? [], frame, head);
    });
    paper.skip(head + high + air);
  }
}

function drawOne(paper: Paper, into: Element, chart: Chart, title: readonly string[], frame: Frame, head: number): void {
  const { doc } = paper;
  const figure = doc.struct('Figure', { alt: chart.said, bbox: [frame.x, frame.y - head, frame.x + frame.width, frame.y + high] });
  into.add(figure);
  const content = doc.markStructureContent('Figure');
  paper.draw(title, small, frame.x, frame.y - head);
  drawLines(paper, chart, frame);
  doc.endMarkedContent();
  figure.add(content);
  figure.end();
}

function drawLines(paper: Paper, { points, limits }: Chart, { x, y, width }: Frame): void {
  const { doc } = paper;
  const [left, right] = [x + scale, x + width - 4];
  const place = (at: number): number => left + (at * (right - left)) / Math.max(1, points.length - 1);
  const floor = floorOf({ points, limits });
  const height = (share: number): number => y + high - 10 - heightFrom(floor, share) * (high - 14);
  const level = (share: number): PDFKit.PDFDocument => doc.moveTo(left, height(share)).lineTo(right, height(share));
  for (const share of [floor, 100]) level(share).lineWidth(0.4).undash().stroke('#b1b4b6');
  if (limits !== undefined)
    for (const share of [limits.low, limits.high]) level(share).lineWidth(0.6).dash(2, { space: 2 }).stroke('#505a5f');
  points.forEach(({ share }, at) => (at === 0 ? doc.moveTo(place(at), height(share)) : doc.lineTo(place(at), height(share))));
  doc.lineWidth(1.4).undash().stroke('#1d3146');
  const last = points.at(-1);
  if (last !== undefined) doc.circle(place(points.length - 1), height(last.share), 2.2).fill('#1d3146');
  doc.fillColor('#0b0c0c');
  paper.draw(['100'], small, x, height(100) - 4);
  paper.draw([String(floor)], small, x, height(floor) - 4);
  paper.draw([points[0]?.label ?? ''], small, left, y + high - 8);
  const end = last?.label ?? '';
  paper.draw([end], small, right - paper.widthOf(end, small), y + high - 8);
}
