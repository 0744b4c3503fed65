// Land and coast lines from Natural Earth (by way of world-atlas), cut into blocks of 45 degrees, written as whole numbers
// that each say how far the next point is from the last. A page loads the coarse world once and fine blocks where it looks.
import fs from 'node:fs';
import path from 'node:path';
import { feature, mesh } from 'topojson-client';
import { clipLine, clipRing, closeAtPole, contains, copiesIn, doubleArea, unroll } from './geometry.mjs';

const side = 45;

export function blocks() {
  const all = [];
  for (let west = -180; west < 180; west += side) {
    for (let south = -90; south < 90; south += side) all.push({ id: `${west}_${south}`, west, south, east: west + side, north: south + side });
  }
  return all;
}

function read(root, name) {
  return JSON.parse(fs.readFileSync(path.join(root, 'node_modules/world-atlas', name), 'utf8'));
}

/** Polygons as lists of unrolled rings, the outer one first. */
function polygonsOf(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => closeAtPole(unroll(ring))));
}

export function landPolygons(topology) {
  const land = feature(topology, topology.objects.land);
  const features = land.type === 'FeatureCollection' ? land.features : [land];
  return features.flatMap((item) => polygonsOf(item.geometry));
}

function onAntimeridian([lon]) {
  return Math.abs(((lon % 360) + 360) % 360 - 180) < 1e-6;
}

/** Where Natural Earth itself cut a shape along ±180° there is no coast. */
export function withoutSeams(line) {
  const parts = [];
  let current = [];
  for (const [i, point] of line.entries()) {
    if (i > 0 && onAntimeridian(line[i - 1]) && onAntimeridian(point)) {
      parts.push(current);
      current = [];
    }
    current.push(point);
  }
  return [...parts, current].filter((part) => part.length > 1);
}

function coastLines(topology) {
  return mesh(topology, topology.objects.land).coordinates.map(unroll).flatMap(withoutSeams);
}

/** Blocks of land overlap a little: drawn from afar their edges are simplified, and a hair of sea would show between them. */
function widened(block, margin) {
  return { west: Math.max(-180, block.west - margin), east: Math.min(180, block.east + margin), south: block.south - margin, north: block.north + margin };
}

/** Everything the cut leaves that is smaller than this many square degrees is dust between two rounding steps. */
function worthKeeping(ring, scale) {
  return Math.abs(doubleArea(ring)) > 4 / (scale * scale);
}

export function encodeLine(points, scale) {
  const out = [];
  let [x, y] = [0, 0];
  for (const [lon, lat] of points) {
    const [nx, ny] = [Math.round(lon * scale), Math.round(lat * scale)];
    if (out.length > 0 && nx === x && ny === y) continue;
    out.push(nx - x, ny - y);
    [x, y] = [nx, ny];
  }
  return out;
}

function cutPolygon([outer, ...holes], block, scale) {
  const cut = (ring) => [...copiesIn(ring, block)].map((copy) => clipRing(copy, block)).filter((piece) => piece.length > 2 && worthKeeping(piece, scale));
  const openings = holes.flatMap(cut);
  return cut(outer).map((piece) => [piece, ...openings.filter((hole) => contains(piece, hole[0]))]);
}

function cutBlock(polygons, lines, block, scale, margin) {
  const land = polygons.flatMap((polygon) => cutPolygon(polygon, widened(block, margin), scale)).map((rings) => rings.map((ring) => encodeLine(ring, scale)));
  const coast = lines.flatMap((line) => [...copiesIn(line, block)].flatMap((copy) => clipLine(copy, block)))
    .map((line) => encodeLine(line, scale)).filter((line) => line.length >= 4);
  return { id: block.id, scale, land, coast };
}

/** @returns {{id: string, scale: number, land: number[][][], coast: number[][]}[]} the blocks that hold land */
export function landBlocks(root, name, scale, margin) {
  const topology = read(root, name);
  const [polygons, lines] = [landPolygons(topology), coastLines(topology)];
  return blocks().map((block) => cutBlock(polygons, lines, block, scale, margin)).filter((block) => block.land.length > 0);
}
