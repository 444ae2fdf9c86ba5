/**
 * How the picture of a trace looks, by day and by night.
 *
 * Promises: text reaches a contrast of 4.5 to 1 on its ground, lines 3 to 1, in both.
 * Read next: trace-picture.ts.
 */

const COLOURS = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --text: #1c2126; --quiet: #5a646e; --line: #7d8790; --row: #f4f6f8;
  --message: #0b5cad; --bad: #b3261e; --bad-ground: #fdecea; --leader: #2c6e49; --rising: #8a5a00;
  --act: #6b3fa0; --act-ground: #f3eefa; --mark: #2c6e49;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161b; --text: #e4e9ee; --quiet: #9ba6b1; --line: #6f7b87; --row: #1a2027;
    --message: #82b9f5; --bad: #ff9a90; --bad-ground: #3a1d1c; --leader: #6fcf97;
    --rising: #e5b566; --act: #c3a6f0; --act-ground: #261f33; --mark: #6fcf97;
  }
}
`;

const PAGE = `* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
header, section, footer { max-width: 76rem; padding: 0 1.5rem; }
header { padding-top: 1.2rem; }
h1 { font-size: 1.35rem; line-height: 1.35; margin: .2rem 0 .8rem; max-width: 60rem; }
h1.failed { border-left: 5px solid var(--bad); padding-left: .8rem; }
h2 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
p { margin: .3rem 0; max-width: 60rem; }
.where { color: var(--quiet); }
code, svg text, td, th {
  font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
code { background: var(--row); padding: .1rem .35rem; border-radius: 4px; }
table { border-collapse: collapse; font-size: 13px; margin: .4rem 0; }
th, td { text-align: left; padding: .15rem .9rem .15rem 0; vertical-align: top;
  white-space: pre-wrap; }
th { color: var(--quiet); font-weight: 600; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; }
td.text { overflow-wrap: anywhere; }
tr.note td, tr.fault td { color: var(--bad); font-weight: 600; }
tr.act td { color: var(--act); font-weight: 600; }
ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: 0;
  margin: .3rem 0 .6rem; color: var(--quiet); font-size: 13px; }
ul.legend svg { vertical-align: -3px; margin-right: .35rem; }
summary { cursor: pointer; font-weight: 600; margin: 1.2rem 0 .4rem; }
.diagram { padding-left: 1.5rem; }
.lanes { position: sticky; top: 0; background: var(--ground); border-bottom: 1px solid var(--line);
  width: max-content; min-width: 100%; z-index: 1; }
.lanes svg, .diagram > svg { display: block; }
`;

const DRAWING = `svg text { font-size: 12px; fill: var(--text); white-space: pre; }
svg text.name { font-size: 15px; font-weight: 700; }
svg text.time, svg text.pause { fill: var(--quiet); }
svg text.change { font-weight: 600; }
svg text.act { fill: var(--act); font-weight: 700; }
svg text.note, svg text.fault { fill: var(--bad); font-weight: 700; }
svg text.crash { fill: var(--bad); }
svg text.mark { fill: var(--mark); font-weight: 700; paint-order: stroke; stroke: var(--ground);
  stroke-width: 3px; }
svg text.tag { fill: var(--message); font-weight: 700; paint-order: stroke; stroke: var(--ground);
  stroke-width: 3px; }
.row { fill: transparent; }
.row.act { fill: var(--act-ground); }
.row.note, .row.fault { fill: var(--bad-ground); }
g:hover > .row { fill: var(--row); }
.band.quiet { fill: var(--line); }
.band.rising { fill: url(#stripes); stroke: var(--rising); stroke-width: 1.5; }
.stripe { fill: var(--rising); }
.band.leading { fill: var(--leader); }
.down { stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 1 5; }
.sent { stroke: var(--message); stroke-width: 1.5; }
.sent.routine { stroke-width: 1; opacity: .65; }
.sent.again { stroke-dasharray: 2 4; }
.head { fill: var(--message); }
.lost { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 6 4; }
.cross { stroke: var(--bad); stroke-width: 2.5; fill: none; }
.open { stroke: var(--message); stroke-width: 1.5; stroke-dasharray: 6 4; fill: var(--ground); }
circle.open { stroke-dasharray: none; }
.hit { stroke: transparent; stroke-width: 11; }
svg text, .node, .fact, rect.pill { pointer-events: none; }
g.message:hover line:not(.hit) { stroke-width: 3; opacity: 1; }
.act { stroke: var(--act); stroke-width: 1.5; }
svg text.act, .row.act { stroke: none; }
.node { fill: var(--ground); stroke: var(--text); stroke-width: 1.8; }
.node.change { fill: var(--text); }
.node.note, .node.fault { fill: var(--bad); stroke: var(--bad); }
.crash { stroke: var(--bad); stroke-width: 3.5; fill: none; }
svg text.crash, .row.crash { stroke: none; }
.restart { fill: var(--ground); stroke: var(--bad); stroke-width: 2.5; }
.fact { fill: none; stroke: var(--bad); stroke-width: 2; stroke-dasharray: 3 2; }
rect.pill { fill: var(--ground); stroke: var(--text); stroke-width: 1.5; }
rect.pill.rising { stroke: var(--rising); stroke-width: 2; stroke-dasharray: 4 2; }
rect.pill.leading { fill: var(--leader); stroke: var(--leader); }
rect.pill.restarted { stroke: var(--bad); stroke-width: 2.5; }
svg text.pill { font-size: 11px; font-weight: 700; }
svg text.pill.leading { fill: var(--ground); }
`;

const PAGE_END = `footer { color: var(--quiet); padding-bottom: 2rem; font-size: 13px; }
@media print { .lanes { position: static; } }
`;

export const PICTURE_STYLE = [COLOURS, PAGE, DRAWING, PAGE_END].join('');

/** For a drawing that stands alone. */
export const DRAWING_STYLE = `${COLOURS}${DRAWING}
svg text { font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
`;
