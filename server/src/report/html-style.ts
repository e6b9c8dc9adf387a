/** The style of the HTML report: the reader's own fonts, both themes, shapes and words beside colours, and print. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --text: #1c2430; --quiet: #56606e; --line: #d5dbe3; --soft: #f4f6f9; --link: #0550ae;
  --critical: #8f1239; --high: #c2410c; --medium: #9a6700; --low: #1d63a8; --info: #5a6472; --vector: #2f6f6a; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14181f; --text: #e3e8ef; --quiet: #9aa5b4; --line: #323a46; --soft: #1c222b; --link: #79b8ff;
    --critical: #ff7a9c; --high: #ff9d5c; --medium: #e3b341; --low: #79b8ff; --info: #a3adba; --vector: #56b6ac; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 76rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.7rem; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.2rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1rem; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: var(--link); }
code { font: .92em ui-monospace, monospace; background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 0 .25em;
  overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
.charts { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin: 1.5rem 0; }
figure { margin: 0; } figcaption { font-weight: 600; margin-bottom: .4rem; }
svg { max-width: 100%; height: auto; } svg text { fill: currentColor; font: 13px system-ui, sans-serif; }
rect.critical { fill: var(--critical); } rect.high { fill: var(--high); } rect.medium { fill: var(--medium); }
rect.low { fill: var(--low); } rect.info { fill: var(--info); } rect.vector { fill: var(--vector); }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
th { font-size: .85rem; color: var(--quiet); font-weight: 600; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.findings th:nth-child(1) { width: 4.5rem; } table.findings th:nth-child(2) { width: 6.5rem; }
.severity { font-weight: 600; white-space: nowrap; }
.severity.critical { color: var(--critical); } .severity.high { color: var(--high); } .severity.medium { color: var(--medium); }
.severity.low { color: var(--low); } .severity.info { color: var(--info); }
summary { cursor: pointer; } details p { margin: .4rem 0; } details ul { margin: .3rem 0; padding-left: 1.2rem; }
.rule { font: .85em ui-monospace, monospace; color: var(--quiet); }
@media print { body { max-width: none; } tr { break-inside: avoid; } }
@media (max-width: 40rem) { table.findings th:nth-child(2) { width: auto; } th, td { padding: .35rem .3rem; } }
`;
