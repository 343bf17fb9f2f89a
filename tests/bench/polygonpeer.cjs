// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Peer of bench_triangles: node polygonpeer.cjs earcut|poly2tri FILE prints "seconds area".
const fs = require('fs'), which = process.argv[2], lib = require(which);
const bytes = fs.readFileSync(process.argv[3]), d = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
const polygons = [];
for (let i = 0; i < d.length;) {
  const rings = d[i++]; let sum = 0; const ends = [], holes = [];
  for (let r = 0; r < rings; ++r) { if (r > 0) holes.push(sum); sum += d[i++]; ends.push(sum); }
  polygons.push({flat: Array.from(d.subarray(i, i + 2 * sum)), holes, ends}); i += 2 * sum;
}
const cut = lib.default || lib;
let failed = 0;
const run = which === 'earcut' ? p => cut(p.flat, p.holes) : p => {
  try {
    const points = []; for (let i = 0; i < p.flat.length; i += 2) points.push(new lib.Point(p.flat[i], p.flat[i + 1]));
    const c = new lib.SweepContext(points.slice(0, p.ends[0]));
    for (let r = 1; r < p.ends.length; ++r) c.addHole(points.slice(p.ends[r - 1], p.ends[r]));
    c.triangulate(); return c.getTriangles();
  } catch (e) { ++failed; return []; }
};
for (const p of polygons.slice(0, 2000)) run(p); // warm
failed = 0;
const t = process.hrtime.bigint();
for (const p of polygons) p.out = run(p);
const seconds = Number(process.hrtime.bigint() - t) / 1e9;
let area = 0;
for (const p of polygons) {
  if (which !== 'earcut') { for (const q of p.out) { const [a, b, c] = q.getPoints(); area += Math.abs((b.x-a.x)*(c.y-a.y)-(b.y-a.y)*(c.x-a.x))/2; } continue; }
  const f = p.flat, o = p.out;
  for (let i = 0; i < o.length; i += 3) { const a = 2*o[i], b = 2*o[i+1], c = 2*o[i+2]; area += Math.abs((f[b]-f[a])*(f[c+1]-f[a+1])-(f[b+1]-f[a+1])*(f[c]-f[a]))/2; }
}
if (failed) console.error(which, 'failed on', failed);
console.log(seconds + ' ' + area);
