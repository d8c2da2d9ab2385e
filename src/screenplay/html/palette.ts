/** The colours of one theme, `#RRGGBB`. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  /** Numbers, extensions and what is said about the text. */
  readonly quiet: string;
  readonly link: string;
  /** Behind notes and the list of scenes. */
  readonly panel: string;
  /** Behind text that the writer marked. */
  readonly marked: string;
  readonly rule: string;
}

/** Light and dark. Every text stands out from what is behind it by 4.5 to 1 at least (WCAG 2.2, 1.4.3). */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#fdfcf9',
    ink: '#1c1b19',
    quiet: '#5f5b53',
    link: '#1d4f91',
    panel: '#f2efe7',
    marked: '#fff0a3',
    rule: '#cfc9bb',
  },
  dark: {
    paper: '#171614',
    ink: '#e9e6df',
    quiet: '#aaa59a',
    link: '#9dc3ff',
    panel: '#24221f',
    marked: '#453800',
    rule: '#4a463f',
  },
};

/** A theme as custom properties of CSS. */
export function paletteCss(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}
