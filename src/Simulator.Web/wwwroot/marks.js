// Where the values of a figure are: every mark that has a <title>, and along lines every year of its data.

import { number } from './dom.js';

const NAMES = ['series', 'member', 'unit'];

/**
 * @typedef {{mark: SVGGraphicsElement, text: string, x: number, y: number, box: DOMRect|null}} Spot
 * A value that can be read: of a box (a bar, a cell) or of a point of a line, in the figure's own coordinates.
 */

/** Elements of a figure that tell a value. */
function marksOf(svg) {
  return [...svg.querySelectorAll('title')].map((title) => title.parentElement).filter((mark) => mark !== svg);
}

/**
 * The values of a figure in the order of its marks.
 * @param {SVGSVGElement} svg the figure, in the document
 * @param {{columns: string[], rows: unknown[][]}} data
 * @returns {Spot[]}
 */
export function spotsOf(svg, data) {
  const toFigure = svg.getScreenCTM()?.inverse();
  if (!toFigure) return [];
  const marks = marksOf(svg).map((mark) => {
    const turn = toFigure.multiply(mark.getScreenCTM());
    return { mark, text: textOf(mark), corners: cornersOf(mark, turn), turn };
  });
  const along = yearsAlong(marks, data);
  const spots = [];
  const said = new Set();
  for (const { mark, text, corners, turn } of marks) {
    const values = corners && along ? corners.map((corner) => along(text, corner.x)) : null;
    if (values?.every(Boolean)) {
      corners.forEach((corner, i) => add({ mark, text: values[i], x: corner.x, y: corner.y, box: null }));
      continue;
    }

    // A line without years of its own is read at its end, where its name stands.
    const box = boxOf(mark, turn);
    const end = corners?.at(-1);
    add({ mark, text, x: end?.x ?? box.x + box.width / 2, y: end?.y ?? box.y + box.height / 2, box: corners ? null : box });
  }
  return spots;

  // A line from the past and one to come share a year, and a dot may stand on both: once is enough.
  function add(spot) {
    const key = `${spot.text}|${Math.round(spot.x)}|${Math.round(spot.y)}`;
    if (said.has(key)) return;
    said.add(key);
    spots.push(spot);
  }
}

/** The spot nearest to a point, none where all are too far away. */
export function nearest(spots, x, y, most) {
  let found = null;
  let least = most;
  for (const spot of spots) {
    const dx = spot.box ? Math.max(spot.box.x - x, 0, x - spot.box.x - spot.box.width) : x - spot.x;
    const dy = spot.box ? Math.max(spot.box.y - y, 0, y - spot.box.y - spot.box.height) : y - spot.y;
    const far = Math.hypot(dx, dy);
    if (far < least) {
      least = far;
      found = spot;
    }
  }
  return found;
}

const textOf = (mark) => mark.querySelector(':scope > title').textContent;

function boxOf(mark, turn) {
  const box = mark.getBBox();
  const corners = [[box.x, box.y], [box.x + box.width, box.y + box.height]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(turn));
  return new DOMRect(corners[0].x, corners[0].y, corners[1].x - corners[0].x, corners[1].y - corners[0].y);
}

// The corners of an open line; null for areas and everything else.
function cornersOf(mark, turn) {
  const d = mark.tagName === 'path' ? mark.getAttribute('d') : '';
  if (!/^M[-\d.]+ [-\d.]+(L[-\d.]+ [-\d.]+)+$/.test(d) || mark.getAttribute('fill') !== 'none') return null;
  return d.slice(1).split('L').map((pair) => {
    const [x, y] = pair.split(' ').map(Number);
    return new DOMPoint(x, y).matrixTransform(turn);
  });
}

/**
 * Reads a line at a year. The figure does not say where its years are; but when its lines bend at as many places as its data has years,
 * those places are the years. Otherwise nothing is guessed.
 */
function yearsAlong(marks, { columns, rows }) {
  const year = columns.indexOf('year');
  const share = columns.indexOf('share_pct');
  const name = columns.findIndex((column) => NAMES.includes(column));
  if (year < 0 || share < 0 || name < 0) return null;
  const known = new Map();
  for (const row of rows) {
    if (typeof row[share] === 'number') known.set(`${row[name]}|${row[year]}`, row);
  }
  const names = new Set(rows.map((row) => row[name]));
  const nameOf = (text) => /^(.*), \d{4}e?: [\d.]+%$/.exec(text)?.[1];
  const lines = marks.filter((mark) => mark.corners && names.has(nameOf(mark.text)));
  const places = [...new Set(lines.flatMap((line) => line.corners.map((corner) => Math.round(corner.x))))].sort((a, b) => a - b);
  const years = [...new Set([...known.values()].map((row) => row[year]))].sort((a, b) => a - b);
  if (places.length < 3 || places.length !== years.length) return null;
  return (text, x) => {
    const row = known.get(`${nameOf(text)}|${years[places.indexOf(Math.round(x))]}`);
    return row ? `${row[name]}, ${row[year]}${row.includes('estimate') ? 'e' : ''}: ${number(row[share])}%` : null;
  };
}
