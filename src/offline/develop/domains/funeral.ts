import { type Domain, place } from './domain.ts';

/** The death trade. */
export const FUNERAL: Domain = {
  name: 'funeral',
  cues: [
    'funeral',
    'undertaker',
    'coffin',
    'mortician',
    'embalmer',
    'cemetery',
    'gravedigger',
    'hearse',
    'corpse',
    'burial',
    'chapel',
    'grave',
    'wake',
    'mourner',
    'crematorium',
    'eulogy',
  ],
  places: [
    place('CHAPEL OF REST', true, 'Twelve pews, two lecterns that do not match, lilies ordered twice.', [
      'An organ that breathes in before it is played.',
      'No running, no laughing, no invoices.',
    ]),
    place('PREPARATION ROOM', true, 'White tile, two steel tables, combs in a jar of blue water.', [
      'A tap that drips on the half minute.',
      'The dead come first; the living wash their hands.',
    ]),
    place('FUNERAL HOME OFFICE', true, 'Casket catalogues, a price list with corrections, tissues at arm’s length.', [
      'A telephone with a soft ring and no silence after it.',
      'Money is discussed standing up.',
    ]),
    place('HEARSE GARAGE', true, 'Two black cars nose to nose with a hand’s width between the bumpers.', [
      'Chamois on wax; a radio turned down for respect.',
      'The first car out gets the gate.',
    ]),
    place('CEMETERY GATE', false, 'Iron spikes, wet gravel, a queue of cars with their lamps on.', [
      'Engines idling at the speed of grief.',
      'One procession at a time.',
    ]),
    place('CASKET SHOWROOM', true, 'Lids at half mast in rows, price cards face down.', [
      'Satin, when someone leans on it.',
      'Nobody tries one for size, and everybody has.',
    ]),
  ],
  props: [
    'a wreath with the wrong ribbon',
    'a stack of hymn sheets',
    'a toe tag',
    'a spare pair of black gloves',
    'an order of service',
    'a tin of pan-stick make-up',
    'a brass coffin plate',
    'a collection plate',
    'a condolence book',
    'a bouquet addressed to the other room',
    'a wedding photograph',
    'a flask of rum',
    'a hearing loop in a box',
    'a set of false teeth in a napkin',
  ],
  token: 'the burial permit',
  object: 'the booking ledger',
  words: 'loved one, viewing, committal, bearer, casket, slot.',
  people: [
    { is: 'a rival undertaker with a newer hearse', wants: 'own the last chapel in town' },
    { is: 'an organist who has seen every kind of family', wants: 'get home before dark with the hymn numbers right' },
    { is: 'a coroner’s officer with a clipboard', wants: 'match every body to a piece of paper' },
  ],
  titles: ['Double Booked', 'Other Arrangements', 'No Flowers, Please', 'Rest in Peace and Quiet'],
  before: 'before the last hearse leaves',
};
