// Steps through the values of a traced block. Without this file each line shows its first, its second and its last value.
(() => {
  // The values of all blocks stand in a script beside the page, by the names of the blocks; a value a line, each behind the number
  // of its place.
  let asked;
  const load = () => asked ??= new Promise((done, failed) => {
    window.traces = (blocks) => done(new Map(Object.entries(blocks).map(([name, text]) => [
      name, text.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
    ])));
    const script = make('script', { src: new URL(location.pathname.replace(/(\.html)?$/, '.trace.js'), location.href), onerror: failed });
    script.onload = () => script.remove();
    document.head.append(script);
  }).catch(() => { asked = null; return new Map(); });
  const draw = async (box) => {
    const values = (await load()).get(box.closest('.cell').id), slider = $('input', box);
    if (!values) return '';
    const now = Math.min(slider.value, values.length);
    const latest = new Map(values.slice(0, now)), current = now > 0 ? values[now - 1][0] : '';
    let words = box.dataset.all;
    $$('.trace-place', box).forEach((place, order) => {
      const number = `${order}`, line = place.closest('li'), isNow = number === current;
      const text = latest.has(number) ? `${$('b', place).textContent} ${latest.get(number)}`.trim() : '';
      ($('.trace-now', place) ?? place.appendChild(make('span', { className: 'trace-now' }))).textContent = text;
      place.classList.toggle('now', isNow);
      line.classList.toggle('now', Boolean($('.now', line)));
      if (!isNow) return;
      const told = [now, values.length, [...line.parentNode.children].indexOf(line) + 1, text];
      words = box.dataset.at.replace(/\{(\d)\}/g, (_, n) => told[n - 1]);
      line.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    });
    box.classList.toggle('stepping', now > 0);
    slider.setAttribute('aria-valuetext', words);
    $('output', box).textContent = `${now} / ${values.length}`;
    return words;
  };
  const step = (box, way) => {
    const slider = $('input', box);
    if (way > 0) slider.stepUp(way);
    else slider.stepDown(-way);
    return draw(box);
  };
  const boxOf = (event) => event.target.closest('.trace-steps')?.closest('.traced');
  document.addEventListener('input', (event) => { if (boxOf(event)) draw(boxOf(event)); });
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('.trace-back, .trace-on');
    // The slider says where it is; a button does not.
    if (button) say(await step(boxOf(event), button.matches('.trace-on') ? 1 : -1));
  });
  document.addEventListener('keydown', async (event) => {
    const way = { PageUp: 10, PageDown: -10, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way || event.target.localName !== 'button' || !boxOf(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    say(await step(boxOf(event), way));
  });
  // A preview has changed some.
  addEventListener('lessons-changed', () => {
    asked = null;
    for (const box of $$('.stepping')) draw(box);
  });
})();
