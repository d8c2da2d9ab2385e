import { pdfText } from './values.ts';

/**
 * The number tree of page labels (ISO 32000-1, 12.4.2), so that a viewer calls page 12A what the script calls it.
 * Numbers in a row make one entry; a page without a name has an empty label.
 */
export function pageLabels(labels: readonly (string | null)[]): string {
  let last: number | undefined;
  const entries = labels.flatMap((label, index): readonly string[] => {
    const number = label !== null && /^[1-9]\d{0,8}$/.test(label) ? Number(label) : undefined;
    const goesOn = number !== undefined && last !== undefined && number === last + 1;
    last = number;
    if (goesOn) return [];
    if (number !== undefined) return [`${index}<</S/D/St ${number}>>`];
    return [label === null || label === '' ? `${index}<<>>` : `${index}<</P ${pdfText(label)}>>`];
  });
  return `<</Nums[${entries.join('')}]>>`;
}
