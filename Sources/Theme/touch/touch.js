// What a reader may move or step through needs a script from the first touch on. It is loaded then, or at once where the address
// has a reader's values, and is told what it has missed.
(() => {
  const { program } = document.currentScript.dataset;
  const signs = ['pointerover', 'focusin', 'click', 'input', 'change', 'keydown'];
  const isPlain = ({ ctrlKey, metaKey, altKey }) => !ctrlKey && !metaKey && !altKey;
  // For a page, arrows lead to another lesson.
  const isKey = (event) => isPlain(event) && event.target.matches('button') && /^(Page|Arrow[LR])/.test(event.key);
  const isMissed = { click: ({ target }) => target.matches('button'), input: () => true, change: () => true, keydown: isKey };
  const awaitTouch = (area, name) => {
    const missed = [];
    let isAsked = false;
    const load = () => {
      if (isAsked) return;
      isAsked = true;
      const script = make('script', { src: new URL(`assets/${name}.js`, root) });
      script.dataset.program = program;
      script.onload = () => {
        for (const sign of signs) removeEventListener(sign, touched, true);
        for (const event of missed) event.target.dispatchEvent(new event.constructor(event.type, event));
      };
      // The next touch tries again.
      script.onerror = () => {
        isAsked = false;
        if (missed.length) for (const box of $$(area)) box.dataset.state = 'failed';
      };
      document.head.append(script);
    };
    const touched = (event) => {
      if (!event.target.closest?.(area)) return;
      if (isMissed[event.type]?.(event)) missed.push(event);
      if (event.type === 'keydown' && isKey(event)) event.preventDefault();
      load();
    };
    for (const sign of signs) addEventListener(sign, touched, true);
    return load;
  };
  awaitTouch('.trace-steps', 'trace');
  // To a browser these keys are a tenth of the way.
  addEventListener('keydown', (event) => {
    const { target, key } = event, way = { PageUp: 10, PageDown: -10 }[key];
    if (!way || !isPlain(event) || !target.matches(':is(.explore, .trace-steps) [type=range]')) return;
    event.preventDefault();
    target.stepUp(way);
    for (const name of ['input', 'change']) target.dispatchEvent(new Event(name, { bubbles: true }));
  });
  if (!program) return;
  if (!window.WebAssembly || !window.DecompressionStream || !window.Worker) {
    for (const group of $$('.explore')) group.hidden = true;
    return;
  }
  const load = awaitTouch('.explore', 'alive'), asked = new URLSearchParams(location.search);
  if ($$('[data-parameter]').some(({ dataset }) => asked.has(dataset.name))) load();
  // A browser that brings back how a switch stood before a reload would make it the default. HTML lets a switch not say so.
  for (const box of $$('.explore [type=checkbox]')) Object.assign(box, { autocomplete: 'off', checked: box.defaultChecked });
  // The page keeps room for the tallest of the author's samples.
  for (const cell of $$('[data-room]')) {
    const boxes = $$(':scope > .outcome > :is(pre.output, figure.chart, div.table)', cell);
    cell.dataset.room.split(' ').forEach((lines, i) => boxes[i]?.style.setProperty('--room', lines));
  }
})();
