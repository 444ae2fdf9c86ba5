/**
 * How the pages of the report look, by day, by night, on a telephone and on paper.
 *
 * Promises: text reaches a contrast of 4.5 to 1 on its ground, lines that mean something 3 to 1,
 * by day and by night. Nothing is loaded, and colours only repeat what marks and words say.
 * Read next: class-page.ts, submission-page.ts.
 */

const COLOURS = `
:root { color-scheme: light dark;
  --ground: #ffffff; --raised: #f5f7f9; --text: #1c2126; --quiet: #56606a; --line: #d5dbe1;
  --strong-line: #7d8790; --link: #0b5cad; --bar: #3b78b5; --good: #1f6b43; --bad: #b3261e;
  --bad-ground: #fdeeec; --warn: #7a4d00; --warn-ground: #fff5e0; --track: #dfe5ea; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #12161b; --raised: #1a2027; --text: #e4e9ee; --quiet: #a3aeb9; --line: #313a44;
  --strong-line: #75818d; --link: #82b9f5; --bar: #6aa5e0; --good: #6fcf97; --bad: #ff9a90;
  --bad-ground: #351c1b; --warn: #e9bd6e; --warn-ground: #33270f; --track: #2a333c; } }
`;

const TEXT = `
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.5rem 3rem; background: var(--ground);
  color: var(--text); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif;
  overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.2rem 0 .2rem; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.6rem 0 .6rem; }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.4rem 0 .4rem; }
h4 { font-size: 1rem; margin: 0; }
p, ul, ol, dl { margin: .4rem 0; }
p { max-width: 46rem; }
h1, h2, h3, h4, p, li, dt, dd, summary { overflow-wrap: anywhere; min-width: 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre, .mono { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono',
  monospace; font-size: .84em; }
code { background: var(--raised); border: 1px solid var(--line); border-radius: 4px;
  padding: .08em .35em; overflow-wrap: anywhere; }
pre { margin: 0; line-height: 1.45; font-size: 13px; tab-size: 4; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.skip { position: absolute; left: -100vw; background: var(--ground); padding: .5rem 1rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 2; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; padding: .9rem 0 .6rem;
  border-bottom: 1px solid var(--line); }
nav .last { margin-left: auto; }
footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line);
  color: var(--quiet); font-size: .875rem; }
`;

const TABLES = `
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .45rem .7rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--strong-line); font-weight: 600; font-size: .875rem;
  vertical-align: bottom; }
thead a { text-decoration: none; white-space: nowrap; }
thead a:hover { text-decoration: underline; }
tbody th { font-weight: 600; }
th.number, td.number { text-align: right; white-space: nowrap; }
td.total, th.total { font-weight: 700; }
thead .most { display: block; font-weight: 400; }
.class th, .class td { padding-left: .45rem; padding-right: .45rem; }
.class th.name { min-width: 9rem; max-width: 16rem; overflow-wrap: anywhere; }
td.first { min-width: 15rem; font-size: .8125rem; line-height: 1.35; color: var(--quiet);
  overflow-wrap: anywhere; }
tfoot th, tfoot td { border-bottom: 0; }
.gauge { display: block; width: 100%; min-width: 2.4rem; height: 4px; margin-top: 4px;
  border-radius: 2px; }
.gauge .track { fill: var(--track); } .gauge .fill { fill: var(--bar); }
`;

const CLASS = `
.tiles { display: flex; flex-wrap: wrap; gap: .9rem 2.8rem; margin: 1.4rem 0 .6rem; }
.tiles div { display: flex; flex-direction: column-reverse; }
.tiles dt { color: var(--quiet); font-size: .875rem; }
.tiles dd { margin: 0; font-size: 2.1rem; font-weight: 650; line-height: 1.1;
  font-variant-numeric: tabular-nums; }
.tiles dd small { font-size: 1rem; font-weight: 400; color: var(--quiet); }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
  padding: 0; list-style: none; }
.card { min-width: 0; border: 1px solid var(--line); border-radius: 10px;
  padding: .8rem 1rem .7rem; }
.card h3 { margin: 0; display: flex; justify-content: space-between; gap: 1rem; }
.card p { margin: .1rem 0; font-size: .875rem; }
.histogram { display: block; width: 100%; height: auto; margin: .5rem 0 .2rem; }
.histogram text { font: 11px system-ui, sans-serif; fill: var(--text); text-anchor: middle; }
.histogram text.step { fill: var(--quiet); }
.histogram text.count { font-weight: 650; }
.histogram .bar { fill: var(--bar); } .histogram .bar.full { fill: var(--good); }
.histogram .bar.none { fill: var(--ground); stroke: var(--strong-line); stroke-width: 1.5;
  stroke-dasharray: 4 2; }
.histogram .axis { stroke: var(--strong-line); fill: none; }
.lead { font-size: 1.05rem; }
.lead, .group p, p.meta { max-width: none; }
.flags { border-left: 5px solid var(--warn); background: var(--warn-ground);
  border-radius: 0 8px 8px 0; padding: .7rem 1.1rem; margin: 1.2rem 0; }
.flags h2 { margin: 0 0 .3rem; font-size: 1.1rem; }
.flags ul { list-style: none; padding: 0; }
.flags li { margin: .3rem 0; overflow-wrap: anywhere; }
.flag { font-weight: 650; color: var(--warn); white-space: nowrap; }
.ranking td.share { min-width: 9rem; width: 12rem; }
.ranking th, .ranking td { overflow-wrap: anywhere; }
.ranking tbody th { min-width: 16rem; }
.ranking tbody th div, .ranking details { font-weight: 400; }
.ranking details { margin: .15rem 0 0; }
.ranking .where { min-width: 9rem; width: 11rem; }
.group { border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; margin: .8rem 0; }
.group h3 { margin: 0 0 .2rem; }
.group > :last-child { margin-bottom: 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; overflow-wrap: anywhere; }
`;

const SUBMISSION = `
.notes { padding: 0; list-style: none; }
.notes li { border-left: 5px solid var(--strong-line); padding: .3rem .9rem; margin: .5rem 0;
  overflow-wrap: anywhere; }
.notes .bad { border-color: var(--bad); color: inherit; background: var(--bad-ground); }
.notes .warn { border-color: var(--warn); color: inherit; background: var(--warn-ground); }
.sums tbody th div { font-weight: 400; }
.count { white-space: nowrap; margin-right: .5rem; }
.lab { margin-top: 2.2rem; }
.lab > h2 { margin-top: 0; display: flex; flex-wrap: wrap; justify-content: space-between;
  gap: 0 1.5rem;
  border-bottom: 2px solid var(--strong-line); padding-bottom: .3rem; }
.points { font-variant-numeric: tabular-nums; white-space: nowrap; }
details { margin: .5rem 0; }
summary { cursor: pointer; padding: .2rem 0; }
details.failure { border: 1px solid var(--line); border-left: 5px solid var(--bad);
  border-radius: 0 8px 8px 0; padding: .35rem 1rem; }
details.alike { border-left: 5px solid var(--line); padding-left: 1rem; }
details.failure[open] { padding-bottom: 1rem; }
summary h3, summary h4 { display: inline; margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.failure > summary .reason { display: block; font-weight: 400; padding-left: 1.1rem; }
.reason { overflow-wrap: anywhere; }
.meta { color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere; }
.text { background: var(--raised); border: 1px solid var(--line); border-radius: 8px;
  padding: .8rem 1rem; margin: .7rem 0; max-height: 40rem; overflow: auto; }
figure { margin: .9rem 0; }
figcaption { color: var(--quiet); font-size: .875rem; }
figure .scroll { border: 1px solid var(--line); border-radius: 8px; }
figure img { display: block; max-width: none; }
.passed { columns: 22rem; column-gap: 2.5rem; padding-left: 1.2rem; font-size: .875rem; }
.passed li { break-inside: avoid; }
.files { columns: 14rem; padding-left: 1.2rem; overflow-wrap: anywhere; }
`;

const PLACES = `
@media (max-width: 40rem) {
  body { padding: 0 1rem 2rem; } h1 { font-size: 1.5rem; }
  .tiles { gap: .8rem 1.8rem; } .tiles dd { font-size: 1.6rem; }
  .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: .5rem; }
  .text { padding: .6rem .7rem; } pre { font-size: 12px; }
  details.failure { padding-left: .7rem; padding-right: .6rem; }
  th, td { padding: .4rem .5rem; }
  .ranking td.share { min-width: 5.5rem; }
}
@media print {
  :root { color-scheme: light;
    --ground: #ffffff; --raised: #ffffff; --text: #000000; --quiet: #444444; --line: #bbbbbb;
    --strong-line: #666666; --link: #000000; --bar: #555555; --good: #333333; --bad: #000000;
    --bad-ground: #ffffff; --warn: #000000; --warn-ground: #ffffff; --track: #dddddd; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, .skip { display: none; }
  .card, .group, tr, li { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  .scroll, .text { overflow: visible; max-height: none; }
  pre { font-size: 7.5pt; white-space: pre-wrap; }
  figure img { max-width: 100%; height: auto; color-scheme: light; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;

export const PAGE_STYLE = [COLOURS, TEXT, TABLES, CLASS, SUBMISSION, PLACES].join('');
