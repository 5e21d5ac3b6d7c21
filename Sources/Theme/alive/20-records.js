// What a program writes: records `kind place offset form count`, a line each, then as many bytes and a line feed.
const records = (() => {
  const text = new TextDecoder();
  // A number as Swift prints it.
  const described = (number, isFloat) => {
    if (Number.isNaN(number)) return 'nan';
    if (!Number.isFinite(number)) return number > 0 ? 'inf' : '-inf';
    if (number === 0) return Object.is(number, -0) ? '-0.0' : '0.0';
    let digits = 1;
    while (isFloat && Math.fround(+number.toPrecision(digits)) !== number) digits += 1;
    const short = isFloat ? +number.toPrecision(digits) : number, size = Math.abs(short);
    if (size >= 1e-4 && size < (isFloat ? 2 ** 24 : 2 ** 54)) return Number.isInteger(short) ? `${short}.0` : `${short}`;
    const [mantissa, exponent] = short.toExponential().split('e');
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  };
  const value = (form, content) => {
    if (form === 'v') return null;
    if (form === 'g') return { figure: figure(content) };
    const words = text.decode(content);
    if (form !== 'd' && form !== 'f') return { text: words, number: form === 'i' ? Number(words) : NaN };
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt('0x' + words));
    const number = form === 'd' ? view.getFloat64(0) : view.getFloat32(4);
    return { text: described(number, form === 'f'), number };
  };
  const figure = (content) => {
    let at = 0;
    const number = () => { let n = 0; while (content[at] >= 48 && content[at] <= 57) n = n * 10 + content[at++] - 48; at += 1; return n; };
    const field = () => { const n = number(); at += n; return text.decode(content.subarray(at - n, at)); };
    const result = { kind: field(), title: field(), text: field(), svg: field(), narrow: field(), summary: field() };
    if (content[at] === 45) return result;
    const columns = number(), rows = number();
    at += columns;
    for (let i = 0; i < columns; i += 1) field();
    result.rows = Array.from({ length: rows }, () => Array.from({ length: columns }, field));
    return result;
  };
  return {
    // Nothing where they do not say that the program came to its end.
    read(data) {
      const result = { marks: new Map(), values: new Map(), figures: [], printed: new Uint8Array() };
      for (let at = 0, isWhole = false; ;) {
        const line = data.indexOf(10, at);
        if (line < 0) return isWhole ? result : null;
        const [kind, place, offset, form, size] = text.decode(data.subarray(at, line)).split(' ');
        const content = data.subarray(line + 1, line + 1 + +size);
        at = line + 2 + +size;
        if (kind === 'M') result.marks.set(+place, +offset);
        if (kind === 'V') result.values.set(+place, value(form, content));
        if (kind === 'F') result.figures.push({ offset: +offset, ...figure(content) });
        if (kind === 'P') result.printed = content;
        isWhole = kind === 'X';
      }
    },
    // What a cell came to, as the page shows it: texts, figures, the value at the end.
    pieces(result, start, end, last) {
      const from = result.marks.get(start), to = result.marks.get(end) ?? result.printed.length, found = [];
      if (from === undefined) return found;
      const own = result.figures.filter(({ offset }) => offset >= from && offset < to);
      let at = from;
      const addText = (until) => {
        const words = text.decode(result.printed.subarray(at, until)).replace(/\x1b\[[0-9;]*m/g, '');
        if (own.length ? words.trim() : words) found.push({ text: words });
      };
      for (const one of own) {
        addText(one.offset);
        found.push({ figure: one });
        at = one.offset + new TextEncoder().encode(one.text).length + 1;
      }
      addText(to);
      const final = result.values.get(last);
      if (final) found.push(final);
      return found;
    },
  };
})();
