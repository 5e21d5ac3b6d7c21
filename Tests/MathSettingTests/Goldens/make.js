// Makes formulas.sha256 from formulas.txt with KaTeX in node: `node make.js KATEX.JS < formulas.txt > formulas.sha256`.
// For each formula: the digest of its HTML set in a line, and set on a line of its own; a dash where KaTeX refuses it.
const { createHash } = require('crypto');
const katex = require(require('path').resolve(process.argv[2]));
const formulas = require('fs').readFileSync(0, 'utf8').split('\n').filter(line => line);

function digest(formula, displayMode) {
  try {
    const html = katex.renderToString(formula, {
      displayMode, output: 'htmlAndMathml', throwOnError: true, errorColor: '#bad0bf', trust: false, strict: 'ignore',
      maxExpand: 1000, maxSize: 50,
    });
    return createHash('sha256').update(html).digest('hex');
  } catch (error) {
    return '-';
  }
}

console.log('katex ' + katex.version);
for (const formula of formulas) console.log(digest(formula, false) + ' ' + digest(formula, true));
