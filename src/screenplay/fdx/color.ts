/** Read a colour of Final Draft, `#RRRRGGGGBBBB` or `#RRGGBB`, as `#RRGGBB`; `undefined` when it is none. */
export function readColor(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const long = /^#([0-9a-f]{2})[0-9a-f]{2}([0-9a-f]{2})[0-9a-f]{2}([0-9a-f]{2})[0-9a-f]{2}$/i.exec(value);
  if (long !== null) return `#${long.slice(1).join('')}`.toUpperCase();
  return /^#[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined;
}

/** Write `#RRGGBB` as Final Draft does: 16 bits a channel, `#RRRRGGGGBBBB`. `undefined` for what is no such colour. */
export function writeColor(color: string | undefined): string | undefined {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (channels === null) return undefined;
  return `#${channels
    .slice(1)
    .map((channel) => channel + channel)
    .join('')}`.toUpperCase();
}
