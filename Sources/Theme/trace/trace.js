// Steps through the values of a traced block. Without this file each line shows its first, its second and its last value.
(() => {
  const read = new WeakMap();
  // A preview may have changed the values meanwhile.
  const valuesOf = (box) => {
    const text = box.dataset.trace;
    if (read.get(box)?.text !== text) {
      const values = text.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
      read.set(box, { text, values });
    }
    return read.get(box).values;
  };
  const draw = (box) => {
    const slider = $('input', box), values = valuesOf(box), now = Number(slider.value);
    const latest = new Map(values.slice(0, now)), current = now > 0 ? values[now - 1][0] : '';
    let words = box.dataset.all;
    for (const place of $$('[data-place]', box)) {
      const { place: number, name } = place.dataset, line = place.closest('li');
      const isNow = number === current, text = latest.has(number) ? `${name} = ${latest.get(number)}`.trim() : '';
      $('.trace-now', place).textContent = text;
      place.classList.toggle('now', isNow);
      line.classList.toggle('now', Boolean($('.now', line)));
      if (!isNow) continue;
      const told = [now, values.length, [...line.parentNode.children].indexOf(line) + 1, text];
      words = box.dataset.at.replace(/\{(\d)\}/g, (_, n) => told[n - 1]);
      line.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
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
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.trace-back, .trace-on');
    // The slider says where it is; a button does not.
    if (button) say(step(boxOf(event), button.matches('.trace-on') ? 1 : -1));
  });
  document.addEventListener('keydown', (event) => {
    if (!boxOf(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { PageUp: 10, PageDown: -10, ...(event.target.localName === 'button' && { ArrowRight: 1, ArrowLeft: -1 }) }[event.key];
    if (!way) return;
    event.preventDefault();
    const words = step(boxOf(event), way);
    if (event.target.localName === 'button') say(words);
  });
})();
