/** A place a logline names. */
export interface SeenPlace {
  /** As a heading gives it: `FLOODED CELLAR`. */
  readonly heading: string;
  /** Whether the logline's own words make a title: `Flooded Cellar`. */
  readonly title: string | undefined;
  readonly interior: boolean;
}

/** A key thing with the word before it. */
export const OBJECTS =
  /\b([\p{L}-]+) (violins?|transcript|maps?|doors?|keys?|letters?|ring|paintings?|portrait|diary|diaries|guns?|coffins?|tapes?|telephone|photographs?|photos?|ledger|recipes?|pianos?|cello|guitar|suitcase|manuscript|books?|camera|clocks?|watch|mirror|crown|sword|necklace|diamonds?|money|bomb|robot|radio|statue|box|trunk|well|bridge|lighthouse|vineyard|bakery|piano|statement|formula|vaccine|horse|dog|song|play|novel|script|machine|lottery ticket|ticket|dress|cake|tree|bell|satellite|signal|vial|passport|safe|skull|doll|film|house|island)\b/iu;

const PLACE =
  /\b([\p{L}-]+) (cellar|chapel|lighthouse|hotel|motel|school|hospital|island|village|farm|train|library|museum|bunker|prison|monastery|convent|diner|bakery|restaurant|theatre|theater|castle|mansion|cabin|forest|desert|mine|tunnel|bookshop|circus|carnival|asylum|orphanage|submarine|church|casino|factory|bridge|garage|greenhouse|attic|basement|embassy|airport|morgue|cinema|laundromat|oil rig|space station)\b/giu;

/** Large places get a corner a scene can happen in. */
const CORNERS: Readonly<Record<string, readonly [corner: string, interior: boolean]>> = {
  hotel: ['HOTEL LOBBY', true],
  motel: ['MOTEL OFFICE', true],
  school: ['SCHOOL CORRIDOR', true],
  hospital: ['HOSPITAL CORRIDOR', true],
  island: ['ISLAND JETTY', false],
  village: ['VILLAGE SQUARE', false],
  farm: ['FARMYARD', false],
  train: ['TRAIN COMPARTMENT', true],
  castle: ['CASTLE GATEHOUSE', true],
  mansion: ['MANSION STAIRCASE', true],
  forest: ['FOREST CLEARING', false],
  desert: ['DESERT ROAD', false],
  prison: ['PRISON VISITING ROOM', true],
  airport: ['AIRPORT GATE', true],
  circus: ['CIRCUS RING', true],
  bridge: ['BRIDGE', false],
  lighthouse: ['LIGHTHOUSE STAIRS', true],
  submarine: ['SUBMARINE CONTROL ROOM', true],
  church: ['CHURCH PORCH', true],
  mine: ['MINE HEAD', false],
};

/** The places a logline names that a scene heading can name too. */
export function placesIn(text: string): readonly SeenPlace[] {
  return [...text.matchAll(PLACE)].map((match) => {
    const noun = (match[2] ?? '').toLowerCase();
    const adjective = (match[1] ?? '').toLowerCase();
    const corner = CORNERS[noun];
    const described =
      /(?:ed|ing|en|less)$|^(?:old|empty|remote|derelict|tiny|small|lonely|mountain|seaside|underground|family|arctic)$/.test(
        adjective,
      );
    const own = described ? `${adjective} ${noun}` : noun;
    const title = described ? own.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()) : undefined;
    return { heading: corner?.[0] ?? own.toUpperCase(), interior: corner?.[1] ?? true, title };
  });
}
