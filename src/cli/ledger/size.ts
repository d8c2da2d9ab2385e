/** A size as a person would say it: `812 bytes`, `12.3 kB`, `1.2 GB` (powers of ten). */
export function formatSize(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  if (bytes < 1000) return `${bytes} byte${bytes === 1 ? '' : 's'}`;
  let [size, at] = [bytes / 1000, 0];
  while (size >= 999.95 && at < units.length - 1) [size, at] = [size / 1000, at + 1];
  return `${size.toFixed(1)} ${units[at]}`;
}
