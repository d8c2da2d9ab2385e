import { type Domain, place } from './domain.ts';

/** Pawnshops, thieves and what changes hands. */
export const PAWN: Domain = {
  name: 'pawn',
  cues: ['pawnbroker', 'pawn', 'stolen', 'thief', 'heist', 'fence', 'smuggler', 'con', 'forger', 'gangster', 'robbery', 'jeweller', 'antique', 'dealer', 'auction', 'auctioneer', 'gambler', 'counterfeit', 'steal', 'swindler', 'bank', 'mob'],
  places: [
    place('PAWNSHOP', true, 'A cage, a counter worn into two shallow hollows, other people’s watches on hooks.', ['Forty clocks that do not agree.', 'What is not claimed in ninety days is nobody’s fault.']),
    place('AUCTION ROOM', true, 'Gilt chairs in rows, a lectern, a velvet table under one hard light.', ['Paddles, coughs, a hammer waiting.', 'A scratch of the ear costs what it costs.']),
    place('PAWNSHOP BACK ROOM', true, 'A safe with a calendar on it, a cot, a kettle, a curtain for a door.', ['The shop bell, through cloth.', 'Customers do not come past the curtain.']),
    place('ALLEY BEHIND THE SHOP', false, 'Bins, a fire ladder, a square of light from the frosted window.', ['A cat among bottles; an engine left running.', 'Deals made here are made again indoors at a worse price.']),
    place('ALL-NIGHT DINER', true, 'A counter, nine stools, a pie under glass that nobody has ever ordered.', ['A grill scraped clean, over and over.', 'Sit with your back to the wall or to a friend.']),
    place('MOTEL ROOM NINE', true, 'Two beds, one slept in; a chain on the door and a case on the chair.', ['Ice falling in a machine outside.', 'Paid by the night, in cash, under a name off a cereal box.']),
  ],
  props: ['a jeweller’s loupe', 'a roll of small bills', 'a watch that runs backwards', 'a velvet-lined case', 'a photograph torn across', 'a forged receipt', 'a bicycle lock', 'a wedding ring without an engraving', 'a torn theatre ticket', 'a box of unclaimed medals', 'a key with a paper tag', 'a bow without hair', 'a business card with one word on it', 'a pocket Bible with a hollow in it'],
  token: 'the pawn ticket',
  object: 'the locked case in the window',
  words: 'pledge, redeem, ticket, provenance, loupe, clean.',
  people: [
    { is: 'a buyer with perfect manners and no address', wants: 'have it back before anybody asks whose it was' },
    { is: 'a music teacher who comes in every Friday to look', wants: 'hear it played once by someone honest' },
    { is: 'a detective who pawns things himself', wants: 'close a file without opening his own' },
  ],
  titles: ['Ninety Days', 'Unredeemed', 'Fair Price', 'The Honest Ticket'],
  before: 'before the shop opens on Monday',
};
