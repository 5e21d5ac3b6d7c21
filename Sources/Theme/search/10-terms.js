// Search, loaded with its index when the box is first used. The rules for terms are those of SearchTokenizer.swift.
(() => {
const DENSE = '\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}';
const runs = new RegExp(`[${DENSE}]+|[^${DENSE}]+`, 'gu');
const dense = new RegExp(`[${DENSE}]`, 'u');
const written = /[\p{L}\p{M}\p{N}_]+/gu;
// The terms of a run of one script: pairs of neighbors, or a name, whole and in its parts.
const cut = run => {
  const scalars = [...run];
  if (dense.test(run)) return scalars.length == 1 ? [run] : scalars.slice(1).map((c, i) => scalars[i] + c);
  const low = part => [...part].map(c => c.toLowerCase()).join('');
  const parts = run.replace(/([^\p{Lu}_])(?=\p{Lu})/gu, '$1_').replace(/([^_])(?=\p{Lu}\p{Ll})/gu, '$1_').split('_').filter(p => p);
  if (!parts.length) return [];
  return parts.length > 1 || parts[0] != run ? [low(run), ...parts.map(low)] : [low(run)];
};
const runsOf = text => [...text.normalize('NFKC').matchAll(written)].flatMap(([word]) => word.match(runs));
const terms = text => runsOf(text).flatMap(cut);
