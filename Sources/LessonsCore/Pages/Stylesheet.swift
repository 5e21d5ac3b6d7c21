/// The style of all pages: plain, readable, light and dark, print.
enum Stylesheet {
  static let page = Page(path: "assets/site.css", bytes: Array(text.utf8))

  private static let text = """
    :root {
      color-scheme: light dark;
      --paper: #fdfdfb; --ink: #1c1c1c; --quiet: #595959; --line: #d4d4cf; --code: #f3f3ee; --link: #0b57a4;
      --good: #1b6e34; --bad: #a4231d; --bad-paper: #fcefee;
      --chart-1: #0b62b0; --chart-2: #b34a00; --chart-3: #18754f; --chart-4: #9a2f7c; --chart-5: #7a5c00; --chart-6: #505a64;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #15171a; --ink: #e8e6e1; --quiet: #a8a59f; --line: #3a3d42; --code: #1e2125; --link: #7cb8f2;
        --good: #7fce97; --bad: #ff9d94; --bad-paper: #2e1b1a;
        --chart-1: #6db3f2; --chart-2: #f29d5c; --chart-3: #63c79b; --chart-4: #e28bc6; --chart-5: #d9bb54; --chart-6: #a9b4bf;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Charter, "Bitstream Charter", Georgia, serif; }
    a { color: var(--link); text-underline-offset: 0.15em; }
    a:focus-visible, summary:focus-visible, pre:focus-visible, div:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--paper); }
    .skip:focus { left: 0.5rem; top: 0.5rem; z-index: 1; }
    .site-header, .site-footer, .neighbors { max-width: 72rem; margin: 0 auto; padding: 0.75rem 1.25rem; font-family: system-ui, sans-serif; }
    .site-header { border-bottom: 1px solid var(--line); }
    .site-header a { color: inherit; font-weight: 600; text-decoration: none; }
    .site-footer { color: var(--quiet); font-size: 0.875rem; }
    .neighbors { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; border-top: 1px solid var(--line); }
    .columns { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; display: flex; flex-wrap: wrap; gap: 0 3rem; }
    nav.course { flex: 0 0 14rem; font: 0.9375rem/1.5 system-ui, sans-serif; padding-top: 1.5rem; }
    nav.course ol { padding-left: 1.4rem; margin: 0.5rem 0; }
    nav.course li { padding: 0.2rem 0; }
    nav.course .part { margin: 1rem 0 0; font-weight: 600; }
    nav.course [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
    main { flex: 1 1 30rem; min-width: 0; max-width: 46rem; padding-bottom: 2rem; }
    main:focus { outline: none; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 2rem; margin: 1.5rem 0 0.75rem; }
    h2 { font-size: 1.45rem; margin: 2.25rem 0 0.5rem; }
    h3 { font-size: 1.15rem; margin: 1.75rem 0 0.5rem; }
    .summary { color: var(--quiet); font-size: 1.125rem; }
    li .summary { font-size: 1rem; }
    pre, code, samp { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.875em; }
    pre { margin: 0; padding: 0.75rem 1rem; overflow-x: auto; line-height: 1.45; tab-size: 4; }
    pre code, pre samp { font-size: 1em; }
    main > pre { background: var(--code); margin: 1rem 0; }
    :not(pre) > code { background: var(--code); padding: 0.1em 0.25em; }
    .cell { margin: 1.25rem 0; border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
    .cell pre.code { background: var(--code); }
    .cell pre.output { border-top: 1px solid var(--line); }
    .cell .caption { margin: 0; padding: 0.5rem 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9375rem; }
    .cell details > summary { padding: 0.4rem 1rem; font: 0.875rem system-ui, sans-serif; }
    figure.chart { position: relative; margin: 0; padding: 0.75rem 1rem; border-top: 1px solid var(--line); }
    figure.chart figcaption { font-weight: 600; padding-right: 9.5rem; }
    figure.chart .chart-text { padding: 0.5rem 0; line-height: 1.17; font-size: 0.8125rem; }
    figure.chart .chart-summary { margin: 0.25rem 0; color: var(--quiet); font-size: 0.9375rem; }
    figure.chart svg { max-width: 100%; height: auto; display: none; }
    .chart-switch { position: absolute; top: 0.8rem; right: 1rem; font: 0.8125rem system-ui, sans-serif; color: var(--quiet); }
    .charts-switch { font: 0.875rem system-ui, sans-serif; color: var(--quiet); }
    .chart-switch input, .charts-switch input { width: 1.1rem; height: 1.1rem; vertical-align: text-bottom; }
    figure.chart:has(.chart-switch input:checked) svg, body:has(.charts-switch input:checked) figure.chart svg,
    body.drawn figure.chart svg { display: block; }
    figure.chart:has(.chart-switch input:checked) .chart-text, body:has(.charts-switch input:checked) figure.chart:has(svg) .chart-text,
    body.drawn figure.chart:has(svg) .chart-text { display: none; }
    body:has(.charts-switch input:checked) figure.chart:has(.chart-switch input:checked) svg,
    body.drawn figure.chart:has(.chart-switch input:checked) svg, body.drawn:has(.charts-switch input:checked) figure.chart svg
    { display: none; }
    body:has(.charts-switch input:checked) figure.chart:has(.chart-switch input:checked) .chart-text,
    body.drawn figure.chart:has(.chart-switch input:checked) .chart-text,
    body.drawn:has(.charts-switch input:checked) figure.chart:has(svg) .chart-text { display: block; }
    figure.chart details > summary { padding: 0.4rem 0; }
    .table { overflow-x: auto; margin: 1rem 0; }
    .cell .table { margin: 0; padding: 0.5rem 1rem; border-top: 1px solid var(--line); }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th, td { padding: 0.3rem 0.75rem; border-bottom: 1px solid var(--line); text-align: left; }
    .right { text-align: right; } .center { text-align: center; }
    caption { text-align: left; font-weight: 600; padding-bottom: 0.3rem; }
    blockquote { margin: 1rem 0; padding: 0 1rem; border-left: 3px solid var(--line); }
    .value { text-decoration: underline dotted var(--good) 1px; text-underline-offset: 0.2em; font-variant-numeric: tabular-nums; }
    .value.published { text-decoration-style: dashed; }
    .value.refuted, .value.failed { text-decoration: none; }
    .value .note { color: var(--quiet); font-size: 0.9em; }
    .value.failed, .value.failed .note { color: var(--bad); }
    .error { background: var(--bad-paper); border-left: 4px solid var(--bad); padding: 0.5rem 1rem; margin: 0; }
    main > .error { margin: 1rem 0; }
    .error p { margin: 0.25rem 0; } .error pre { padding: 0.25rem 0; }
    .error .place { color: var(--quiet); font-size: 0.9em; }
    .dead-link { text-decoration: underline wavy var(--bad); }
    .footnote, .tally { font-size: 0.9375rem; color: var(--quiet); }
    .footnote p:first-of-type { display: inline; }
    .tally { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 0.75rem; }
    @media print {
      body { font-size: 10.5pt; } nav, .skip, .site-header, .chart-switch, .charts-switch { display: none; }
      .cell, figure.chart { break-inside: avoid; }
      pre { white-space: pre-wrap; }
    }

    """
}
