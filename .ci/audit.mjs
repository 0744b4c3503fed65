// Asks the package registries whether a locked package, of .NET or of npm, has a known vulnerability: node .ci/audit.mjs.
// Fails on a finding that .ci/audit-allow.json does not allow, or does not allow any longer. A registry that cannot be asked, or that
// keeps no record of vulnerabilities, fails nothing: that is said, and the next build that can ask makes up for it.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { faults, judge, npmFindings, nugetFindings, parse } from './findings.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const patience = 120_000;
const run = promisify(execFile);

/** What a program printed, whatever its exit code: both clients fail when they have found something. */
async function output(program, args, cwd) {
  try {
    return (await run(program, args, { cwd, timeout: patience, maxBuffer: 64 << 20 })).stdout;
  } catch (error) {
    return error.stdout ?? '';
  }
}

/** Whether a source of NuGet packages keeps a record of vulnerabilities at all; without one every package would look sound. */
async function hasRecord(source) {
  try {
    const index = await (await fetch(source, { signal: AbortSignal.timeout(patience) })).json();
    const record = index.resources?.find((resource) => String(resource['@type']).startsWith('VulnerabilityInfo'));
    return record !== undefined && (await fetch(record['@id'], { signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}

async function askNuget() {
  const sources = (await output('dotnet', ['nuget', 'list', 'source', '--format', 'Short'], root)).match(/https?:\/\/\S+/gu) ?? [];
  if (!(await Promise.all(sources.map(hasRecord))).some(Boolean)) return null;
  return nugetFindings(await output('dotnet', ['list', 'Sensoro.Dashboard.sln', 'package', '--vulnerable', '--include-transitive', '--no-restore', '--format', 'json'], root));
}

const askNpm = async () => npmFindings(await output('npm', ['audit', '--json'], path.join(root, 'wwwroot-assets')));

async function main() {
  const allowed = parse(fs.readFileSync(path.join(root, '.ci/audit-allow.json'), 'utf8'));
  const wrong = faults(allowed);
  if (wrong.length > 0) {
    console.error(`.ci/audit-allow.json: ${wrong.join('; ')}.`);
    return 1;
  }
  const answers = { NuGet: await askNuget(), npm: await askNpm() };
  for (const [registry, findings] of Object.entries(answers)) {
    console.log(findings === null
      ? `audit: NOT DONE for ${registry}: its record of vulnerabilities cannot be reached from this machine.`
      : `audit: ${registry} was asked about every locked package; findings: ${findings.length}.`);
  }
  const { stopping, tolerated } = judge(Object.values(answers).flatMap((findings) => findings ?? []), allowed, new Date().toISOString().slice(0, 10));
  for (const finding of tolerated) console.log(`audit: allowed for now: ${finding.registry} ${finding.package} ${finding.id} (${finding.severity}).`);
  for (const finding of stopping) console.error(`audit: ${finding.registry} ${finding.package} has a known vulnerability: ${finding.id} (${finding.severity}). Update it, or allow it until a day in .ci/audit-allow.json.`);
  return stopping.length === 0 ? 0 : 1;
}

process.exitCode = await main();
