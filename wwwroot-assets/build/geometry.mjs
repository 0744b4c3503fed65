// Plane geometry for the base map: rings that run over the antimeridian are unrolled, then everything is cut along boxes.

/** Makes successive longitudes differ by less than half a turn, so that a ring over ±180° no longer jumps across the map. */
export function unroll(points) {
  let shift = 0;
  return points.map(([lon, lat], i) => {
    if (i > 0) {
      const step = lon - points[i - 1][0];
      if (step > 180) shift -= 360;
      else if (step < -180) shift += 360;
    }
    return [lon + shift, lat];
  });
}

/** A ring that ends a whole turn away from its start runs round a pole: it is closed along that pole's edge of the map. */
export function closeAtPole(ring) {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (Math.abs(last[0] - first[0]) < 359) return ring;
  const pole = ring.reduce((sum, [, lat]) => sum + lat, 0) < 0 ? -90 : 90;
  return [...ring, [last[0], pole], [first[0], pole], first];
}

const inside = [
  (p, box) => p[0] >= box.west, (p, box) => p[0] <= box.east,
  (p, box) => p[1] >= box.south, (p, box) => p[1] <= box.north,
];
const crossing = [
  (a, b, box) => atLon(a, b, box.west), (a, b, box) => atLon(a, b, box.east),
  (a, b, box) => atLat(a, b, box.south), (a, b, box) => atLat(a, b, box.north),
];

function atLon(a, b, lon) {
  return [lon, a[1] + ((b[1] - a[1]) * (lon - a[0])) / (b[0] - a[0])];
}

function atLat(a, b, lat) {
  return [a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]), lat];
}

/** Sutherland-Hodgman: the part of a closed ring inside a box. Parts may stay joined along the box's edge, which has no area. */
export function clipRing(ring, box) {
  let points = ring;
  for (let side = 0; side < 4 && points.length > 0; side++) {
    const kept = [];
    for (let i = 0; i < points.length; i++) {
      const [from, to] = [points[(i + points.length - 1) % points.length], points[i]];
      const [fromIn, toIn] = [inside[side](from, box), inside[side](to, box)];
      if (fromIn !== toIn) kept.push(crossing[side](from, to, box));
      if (toIn) kept.push(to);
    }
    points = kept;
  }
  return points.length < 3 ? [] : points;
}

function clipSegment(a, b, box) {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  for (const [p, q] of [[-dx, a[0] - box.west], [dx, box.east - a[0]], [-dy, a[1] - box.south], [dy, box.north - a[1]]]) {
    if (p === 0) {
      if (q < 0) return null;
      continue;
    }
    const t = q / p;
    if (p < 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
    if (enter > leave) return null;
  }
  const at = (t) => (t === 0 ? a : t === 1 ? b : [a[0] + t * dx, a[1] + t * dy]);
  return [at(enter), at(leave), leave < 1];
}

/** The parts of a line inside a box, without the box's own edges. */
export function clipLine(line, box) {
  const parts = [];
  let current = null;
  for (let i = 1; i < line.length; i++) {
    const piece = clipSegment(line[i - 1], line[i], box);
    if (!piece) {
      current = null;
      continue;
    }
    if (!current) parts.push(current = [piece[0]]);
    current.push(piece[1]);
    if (piece[2]) current = null;
  }
  return parts;
}

export function shifted(points, degrees) {
  return degrees === 0 ? points : points.map(([lon, lat]) => [lon + degrees, lat]);
}

export function bounds(points) {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [lon, lat] of points) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

export function overlaps(a, b) {
  return a.west < b.east && a.east > b.west && a.south < b.north && a.north > b.south;
}

/** The copies of a shape, whole turns apart, that touch a box. */
export function* copiesIn(points, box) {
  const own = bounds(points);
  for (const turn of [-360, 0, 360]) {
    if (overlaps({ ...own, west: own.west + turn, east: own.east + turn }, box)) yield shifted(points, turn);
  }
}

/** Twice the signed area: positive when the ring runs counter-clockwise. */
export function doubleArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += (ring[j][0] - ring[i][0]) * (ring[j][1] + ring[i][1]);
  return sum;
}

export function contains(ring, [x, y]) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i], ring[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

/** A point well inside a ring, for its label: the best of a grid, measured by the distance to the nearest edge. */
export function labelPoint(ring, steps = 24) {
  const box = bounds(ring);
  let best = null;
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const point = [box.west + ((box.east - box.west) * i) / steps, box.south + ((box.north - box.south) * j) / steps];
      if (!contains(ring, point)) continue;
      const room = nearestEdge(ring, point);
      if (!best || room > best.room) best = { point, room };
    }
  }
  return best?.point ?? null;
}

function nearestEdge(ring, [x, y]) {
  let nearest = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[ax, ay], [bx, by]] = [ring[j], ring[i]];
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
    nearest = Math.min(nearest, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
  }
  return nearest;
}
