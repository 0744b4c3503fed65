// The judgement of the build's audit, on answers as the two clients give them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, judge, npmFindings, nugetFindings } from '../../.ci/findings.mjs';

const npm = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: { left: { name: 'left', via: [{ name: 'left', url: 'https://advisories.example/GHSA-aaaa', severity: 'high' }, 'pad'] } },
  metadata: {},
});
const nuget = JSON.stringify({
  version: 1,
  projects: [
    { path: 'a.csproj' },
    { path: 'b.csproj', frameworks: [{ framework: 'net10.0', topLevelPackages: [], transitivePackages: [{ id: 'Old', vulnerabilities: [{ severity: 'High', advisoryurl: 'https://advisories.example/GHSA-bbbb' }] }] }] },
    { path: 'c.csproj', frameworks: [{ framework: 'net10.0', transitivePackages: [{ id: 'Old', vulnerabilities: [{ severity: 'High', advisoryurl: 'https://advisories.example/GHSA-bbbb' }] }] }] },
  ],
});
const found = { registry: 'NuGet', package: 'Old', id: 'GHSA-bbbb', severity: 'High' };

test('findings are read from both clients', () => {
  assert.deepEqual(npmFindings(npm), [{ registry: 'npm', package: 'left', id: 'GHSA-aaaa', severity: 'high' }]);
  assert.deepEqual(nugetFindings(nuget), [found, found]);
});

test('what is no answer is told from an answer without findings', () => {
  for (const text of ['', '{}', '{"error":{"code":"ENOAUDIT"}}', 'not found']) {
    assert.equal(npmFindings(text), null);
    assert.equal(nugetFindings(text), null);
  }
  assert.deepEqual(npmFindings('{"vulnerabilities":{},"metadata":{}}'), []);
  assert.deepEqual(nugetFindings('{"projects":[{"path":"a.csproj"}]}'), []);
});

test('a finding stops the build once, unless it is allowed and the day has not come', () => {
  const entry = { id: 'GHSA-bbbb', package: 'Old', until: '2027-01-31', reason: 'not reachable' };
  assert.deepEqual(judge([found, found], [], '2027-01-01'), { stopping: [found], tolerated: [] });
  assert.deepEqual(judge([found], [entry], '2027-01-31'), { stopping: [], tolerated: [found] });
  assert.deepEqual(judge([found], [entry], '2027-02-01'), { stopping: [found], tolerated: [] });
  assert.deepEqual(judge([found], [{ ...entry, package: 'Other' }], '2027-01-01').stopping, [found]);
});

test('an entry without an end or a reason is refused', () => {
  assert.deepEqual(faults([{ id: 'GHSA-bbbb', package: 'Old', until: '2027-01-31', reason: 'not reachable' }]), []);
  assert.equal(faults([{ id: 'GHSA-bbbb', package: 'Old', reason: 'x' }]).length, 1);
  assert.equal(faults([{ id: 'GHSA-bbbb', package: 'Old', until: 'never', reason: ' ' }]).length, 2);
  assert.equal(faults({}).length, 1);
});
