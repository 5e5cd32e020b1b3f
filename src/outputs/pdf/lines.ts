import type { Paper, Style } from './paper.ts';

/**
 * The text as lines no wider than `width`; a word that is wider than a line is broken where it must be. Every line but the last ends with a space: else
 * whoever copies or hears the text gets its words run together.
 */
export function linesOf(paper: Paper, text: string, style: Style, width: number): readonly string[] {
  const lines = paper
    .printable(text)
    .split('\n')
    .flatMap((paragraph) => wrapped(paper, paragraph, style, width));
  return lines.map((line, at) => (at < lines.length - 1 ? `${line} ` : line));
}

function wrapped(paper: Paper, paragraph: string, style: Style, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/ +/).flatMap((each) => piecesOf(paper, each, style, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOfLine(paper, longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Word by word: each is measured once in a document. */
const widthOfLine = (paper: Paper, line: string, style: Style): number => {
  const words = line.split(' ');
  return words.reduce((sum, word) => sum + paper.widthOf(word, style), (words.length - 1) * paper.widthOf(' ', style));
};

function piecesOf(paper: Paper, word: string, style: Style, width: number): readonly string[] {
  if (word === '' || paper.widthOf(word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && paper.widthOf(piece + letter, style) > width) {
      pieces.push(piece);
      piece = letter;
    } else piece += letter;
  }
  return [...pieces, piece];
}
