import { PALETTES } from './palette.ts';

/** The sizes that the sheets have in common, in points. */
export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The style of the page preview. Every length is a number of `--pt`: a point, or less where a sheet would be wider
 * than the window. On paper it is a point, and every sheet a page. Lines lie in one cell of a grid and not outside
 * the flow: what is copied then has its line ends.
 */
export function sheetStyle({ width, height }: SheetSize): string {
  return `:root{color-scheme:light dark;--pt:min(1pt,calc((100vw - 1rem)/${width}))}
body{margin:0;padding:.5rem;background:${PALETTES.light.rule}}
@media (prefers-color-scheme:dark){body{background:${PALETTES.dark.paper}}}
.heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none;-webkit-user-select:none}
.sheet{position:relative;display:grid;grid-template:100%/100%;width:calc(var(--w)*var(--pt));height:calc(var(--h)*var(--pt));margin:0 auto 1rem;overflow:hidden;background:#ffffff;color:#000000;color-scheme:light;direction:ltr;font:calc(12*var(--pt))/1 'Courier Prime','Courier New',Courier,monospace;font-kerning:none;font-variant-ligatures:none;-webkit-text-size-adjust:none;text-size-adjust:none;box-shadow:0 1px 4px #00000066;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.line{grid-area:1/1;place-self:start;margin:calc(var(--y)*var(--pt)) 0 0 calc(var(--x)*var(--pt));height:calc(12*var(--pt));line-height:calc(12*var(--pt));white-space:pre}
.odd{display:inline-block;width:calc(var(--c)*7.2*var(--pt));height:calc(12*var(--pt));vertical-align:top}
.mark{user-select:none;-webkit-user-select:none}
@page{size:${width}pt ${height}pt;margin:0}
@media print{:root{--pt:1pt}
body{padding:0;background:none}
.sheet{margin:0;box-shadow:none;break-after:page;break-inside:avoid}
.sheet:last-child{break-after:auto}}
`;
}
