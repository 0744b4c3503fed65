// WGS-84 and the shifted GCJ-02 of Chinese web maps. The hub speaks WGS-84; a base map drawn in GCJ-02 needs its devices shifted alike.
// The same formulas as on the server, checked against the same vectors.

export type Datum = 'wgs84' | 'gcj02';
export type LonLat = [lon: number, lat: number];

/** The Krasovsky 1940 ellipsoid: semi-major axis in metres and first eccentricity, squared. */
const axis = 6378245.0;
const eccentricity = 0.00669342162296594323;

const tolerance = 1e-6;
const maxSteps = 12;

function isShifted(lon: number, lat: number): boolean {
  return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

function waves(height1: number, turns1: number, height2: number, turns2: number): number {
  return ((height1 * Math.sin(turns1 * Math.PI) + height2 * Math.sin(turns2 * Math.PI)) * 2) / 3;
}

function ripple(x: number): number {
  return waves(20, 6 * x, 20, 2 * x);
}

function eastMetres(x: number, y: number): number {
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + ripple(x) + waves(20, x, 40, x / 3) + waves(150, x / 12, 300, x / 30);
}

function northMetres(x: number, y: number): number {
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + ripple(x) + waves(20, y, 40, y / 3) + waves(160, y / 12, 320, y / 30);
}

function shifted(lon: number, lat: number): LonLat {
  const [x, y] = [lon - 105, lat - 35];
  const radians = (lat / 180) * Math.PI;
  const sine = Math.sin(radians);
  const curvature = 1 - eccentricity * sine * sine;
  const root = Math.sqrt(curvature);
  const east = (eastMetres(x, y) * 180) / ((axis / root) * Math.cos(radians) * Math.PI);
  const north = (northMetres(x, y) * 180) / (((axis * (1 - eccentricity)) / (curvature * root)) * Math.PI);
  return [lon + east, lat + north];
}

/** A place in WGS-84 as a base map in the datum draws it. */
export function toDatum(lon: number, lat: number, datum: Datum): LonLat {
  return datum === 'gcj02' && isShifted(lon, lat) ? shifted(lon, lat) : [lon, lat];
}

/** A place on a base map in the datum, in WGS-84. There is no closed formula: the miss is taken off the guess a bounded number of times. */
export function fromDatum(lon: number, lat: number, datum: Datum): LonLat {
  if (datum !== 'gcj02' || !isShifted(lon, lat)) return [lon, lat];
  let guess: LonLat = [lon, lat];
  for (let step = 0; step < maxSteps; step++) {
    const reached = shifted(...guess);
    const [east, north] = [reached[0] - lon, reached[1] - lat];
    if (Math.abs(east) <= tolerance && Math.abs(north) <= tolerance) break;
    guess = [guess[0] - east, guess[1] - north];
  }
  return guess;
}
