/** What a base URL may be shown as: without user, password and the values of its query. Also of one that is none. */
export function shownAddress(address: string): string {
  // Where there is no telling what is the host, all before the last @ may be a password.
  const user = URL.canParse(address) && /^https?:/i.test(address) ? /^(https?:\/\/)[^/?#]*@/i : /^([\w+.-]*:\/\/)?.*@/s;
  return address.replace(user, (_, scheme: string | undefined) => scheme ?? '').replace(/([?&][^=&#]*=)[^&#]*/g, '$1…');
}
