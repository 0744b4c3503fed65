// Reads the blocks of land the build wrote: whole numbers that say how far each point is from the one before.

export interface LandBlock { id: string; scale: number; land: number[][][]; coast: number[][] }

export function decodeLine(deltas: readonly number[], scale: number): [number, number][] {
  const points: [number, number][] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < deltas.length; i += 2) {
    x += deltas[i] ?? 0;
    y += deltas[i + 1] ?? 0;
    points.push([x / scale, y / scale]);
  }
  return points;
}

function closed(ring: [number, number][]): [number, number][] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

/** A block as features that carry the block's name, so that a finer block can take the place of a coarse one. */
export function blockFeatures(block: LandBlock): GeoJSON.Feature[] {
  const properties = { block: block.id };
  const land = block.land.map((rings): GeoJSON.Feature => ({
    type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings.map((ring) => closed(decodeLine(ring, block.scale))) },
  }));
  const coast = block.coast.map((line): GeoJSON.Feature => ({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: decodeLine(line, block.scale) } }));
  return [...land, ...coast];
}

/** The names of the blocks of 45 degrees that a view touches. */
export function blocksIn(west: number, south: number, east: number, north: number): string[] {
  const names = new Set<string>();
  const start = (value: number) => Math.floor(value / 45) * 45;
  for (let lon = start(west); lon < east; lon += 45) {
    for (let lat = Math.max(-90, start(south)); lat < Math.min(90, north); lat += 45) names.add(`${((((lon + 180) % 360) + 360) % 360) - 180}_${lat}`);
  }
  return [...names];
}
