// The reader's choice of characters or drawings, kept from page to page.
const drawings = $('.charts-switch input');
const chooseCharts = (form) => { drawings.checked = form == 'svg'; document.documentElement.toggleAttribute('data-charts', form == 'text'); };
if (drawings) {
  if (kept.get('charts')) chooseCharts(kept.get('charts'));
  // Where characters do not fit there are drawings already, and not everywhere.
  else drawings.indeterminate = innerWidth < 500;
  drawings.onchange = () => {
    const form = drawings.checked ? 'svg' : 'text';
    kept.set('charts', form);
    chooseCharts(form);
  };
}
