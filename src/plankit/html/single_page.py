"""A page of its own: one file that shows the same wherever it lies. Nothing on it runs or is fetched."""

from __future__ import annotations

from plankit.html.markup import Html, esc

STYLE = """\
:root { color-scheme: light dark; --ink: #1b2329; --paper: #fff; --line: #767f87; --soft: #f1f4f6; --brand: #1f4e5f;
  --muted: #4a545d; --danger: #9b1c1c; --fill: #fff1b8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecef; --paper: #14181b; --line: #8b949b; --soft: #1e2529;
  --brand: #8fd0e6; --muted: #b3bcc3; --danger: #ffb4ab; --fill: #4a3f12; } }
body { font: 1.0625rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto;
  max-width: 62rem; padding: 1.25rem; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; } h2 { border-top: 2px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
h3 { margin-top: 2rem; } p { margin: .4rem 0; }
.headerlink, .pk-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.headerlink { display: none; }
.pk-notice { border-left: 4px solid var(--brand); padding-left: .8rem; }
.pk-note { color: var(--muted); font-size: .95rem; }
.pk-blank { background: var(--fill); }
.pk-scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); } th[scope=row] { font-weight: 600; }
dl.pk-facts > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .2rem 1rem; margin: .2rem 0; }
dt { font-weight: 600; } dd { margin: 0; } dd p { margin: 0; }
svg { display: block; height: auto; font-family: inherit; }
svg text { font-size: 12px; fill: var(--ink); font-variant-numeric: tabular-nums; }
svg .pk-chart-value { font-weight: 700; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
svg .pk-chart-strong { font-weight: 650; } svg .pk-chart-base { fill: var(--muted); }
.pk-chart-axis { stroke: var(--ink); stroke-width: 1.5; } .pk-chart-grid { stroke: var(--line); stroke-width: .6; }
.pk-chart-line { fill: none; stroke: var(--brand); stroke-width: 2.5; }
.pk-chart-mark { fill: var(--brand); stroke: var(--paper); stroke-width: 1.5; } .pk-chart-bar { fill: var(--brand); }
.pk-chart-target { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 4; }
.pk-chart-break { stroke: var(--danger); stroke-width: 2; stroke-dasharray: 7 4; }
@media (max-width: 40rem) {
  table.pk-cards thead { display: none; }
  table.pk-cards, table.pk-cards tbody, table.pk-cards tr, table.pk-cards th, table.pk-cards td, table.pk-cards caption { display: block; }
  table.pk-cards tr { border: 1px solid var(--line); margin-bottom: .8rem; padding: .3rem .6rem; }
  table.pk-cards th, table.pk-cards td { border: 0; padding: .15rem 0; }
  table.pk-cards td::before { content: attr(data-label) ": "; font-weight: 600; }
  dl.pk-facts > div { display: block; }
}
@media print { body { max-width: none; padding: 0; } table { break-inside: auto; } tr, svg { break-inside: avoid; } }
"""


def single_page(title: str, subtitle: str, body: Html, language: str, *, tab: str) -> Html:
    """The whole file. `tab` is what tabs and histories call it: never the theme."""
    under = f"<p>{esc(subtitle)}</p>\n" if subtitle else ""
    return Html(
        f'<!doctype html>\n<html lang="{esc(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{esc(tab)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{esc(title)}</h1>\n{under}{body}</main>\n</body>\n</html>\n"
    )
