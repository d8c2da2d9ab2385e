import { PALETTES, paletteCss } from './palette.ts';

/** The style of the read view: one column that fits 320 pixels, light, dark and on paper. */
export const READ_STYLE = `:root{color-scheme:light dark;${paletteCss(PALETTES.light)}}
@media (prefers-color-scheme:dark){:root{${paletteCss(PALETTES.dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:40rem;background:var(--paper);color:var(--ink);font:1rem/1.5 'Courier Prime','Courier New',Courier,monospace;overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip,.heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:pre}
.skip:focus{position:static;width:auto;height:auto;margin:0;clip-path:none}
p,h1,h2{margin:1em 0 0;white-space:pre-wrap;unicode-bidi:plaintext}
h1,h2{font-size:1em;line-height:inherit}
h2,.transition,.shot,.caps{text-transform:uppercase}
h2{margin-top:2em}
mark{background:var(--marked);color:inherit}
header{padding:3rem 0;text-align:center}
h1{margin:0;font-size:1.5em}
.number,.extension,.key{color:var(--quiet)}
.number{margin-inline-end:.75em}
.act,.section,.centered{text-align:center}
.section{color:var(--quiet);text-transform:none}
.transition{text-align:end}
.lyrics{font-style:italic}
.dialogue{margin:1em auto 0;max-width:22rem}
.dialogue p{margin:0}
.dialogue .cue{padding-inline-start:25%}
.dialogue .parenthetical{padding-inline-start:12%}
.dual{display:grid;grid-template-columns:1fr 1fr;column-gap:1.5rem}
.dual .dialogue{width:100%}
.dual>.heard{grid-column:1/-1}
main>.lyrics,.scene>.lyrics{padding-inline:12%}
.page-break{margin:2em 0 0;border:0;border-top:1px dashed var(--rule)}
.note,.synopsis{padding:.5em .75em;background:var(--panel);font-size:.9em}
nav{padding:.5em .75em;background:var(--panel)}
summary{cursor:pointer}
nav ol{margin:.5em 0 0;padding:0;list-style:none}
nav ol ol{margin:0 0 .5em;padding-inline-start:1rem}
nav a{display:inline-block;min-height:1.5rem;text-transform:uppercase}
nav .number{margin:0}
nav .part,nav .title{text-transform:none}
@media (max-width:34rem){.dialogue{max-width:none;padding-inline:1.5rem}.dual{display:block}}
@media print{:root{${paletteCss(PALETTES.light)};--paper:#ffffff;color-scheme:light}
@page{margin:25mm 20mm}
body{max-width:none;padding:0;font-size:12pt}
nav,.skip{display:none}
header{min-height:80vh;break-after:page}
h2,.cue,.parenthetical,.shot{break-after:avoid}
p{orphans:2;widows:2}
.page-break{visibility:hidden;margin:0;break-after:page}}
`;
