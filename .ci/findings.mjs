// Reads what the clients of the registries answer about vulnerabilities, and decides which of it stops the build.

/** Null when it is no JSON. */
export function parse(text) {
  try { return JSON.parse(text); } catch { return null; }
}

const advisoryOf = (url) => String(url).split('/').at(-1);

/** @returns findings, or null when the text is no answer of the registry */
export function npmFindings(text) {
  const report = parse(text);
  if (!report?.vulnerabilities || !report.metadata) return null;
  return Object.values(report.vulnerabilities).flatMap((entry) => entry.via
    .filter((via) => typeof via === 'object')
    .map((via) => ({ registry: 'npm', package: via.name ?? entry.name, id: advisoryOf(via.url), severity: via.severity })));
}

/** @returns findings, or null when the text is no answer of the client */
export function nugetFindings(text) {
  const report = parse(text);
  if (!Array.isArray(report?.projects)) return null;
  return report.projects.flatMap((project) => project.frameworks ?? [])
    .flatMap((framework) => [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])])
    .flatMap((found) => (found.vulnerabilities ?? []).map((known) => ({ registry: 'NuGet', package: found.id, id: advisoryOf(known.advisoryurl), severity: known.severity })));
}

/** Splits findings into what stops the build and what is allowed until a day to come. @param today yyyy-MM-dd */
export function judge(findings, allowed, today) {
  const distinct = [...new Map(findings.map((finding) => [`${finding.registry} ${finding.package} ${finding.id}`, finding])).values()];
  const entryOf = (finding) => allowed.find((entry) => entry.id === finding.id && entry.package === finding.package);
  const holds = (finding) => { const entry = entryOf(finding); return entry !== undefined && today <= entry.until; };
  return { stopping: distinct.filter((finding) => !holds(finding)), tolerated: distinct.filter(holds) };
}

/** What is wrong with the list itself: an entry without an end or a reason would be forgotten. */
export function faults(allowed) {
  if (!Array.isArray(allowed)) return ['it must be a list'];
  return allowed.flatMap((entry, index) => [
    ...['id', 'package', 'reason'].filter((key) => typeof entry?.[key] !== 'string' || entry[key].trim() === '').map((key) => `entry ${index}: ${key} is missing`),
    ...(/^\d{4}-\d{2}-\d{2}$/u.test(entry?.until ?? '') ? [] : [`entry ${index}: until must be a day, such as 2027-01-31`]),
  ]);
}
