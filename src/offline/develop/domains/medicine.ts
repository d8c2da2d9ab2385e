import { type Domain, place } from './domain.ts';

/** Hospitals, and those who work nights in them. */
export const MEDICINE: Domain = {
  name: 'medicine',
  cues: ['doctor', 'nurse', 'surgeon', 'hospital', 'patient', 'medic', 'paramedic', 'midwife', 'clinic', 'pharmacist', 'vet', 'dentist', 'disease', 'therapist', 'psychiatrist', 'transplant', 'coma', 'dying', 'hospice', 'cancer', 'memory'],
  places: [
    place('WARD SEVEN', true, 'Six beds, five curtains, a whiteboard with one name rubbed thin.', ['Monitors out of step with each other.', 'Nobody says the word out loud at a bedside.']),
    place('OPERATING THEATRE', true, 'Green tile, one cone of light, a tray counted twice.', ['Suction, then none.', 'The count is the count.']),
    place('NURSES’ STATION', true, 'A cake with one slice gone, charts in a rack, a lamp on a bent neck.', ['A telephone everybody lets someone else answer.', 'What is said here is charted or forgotten.']),
    place('HOSPITAL ROOF', false, 'Gravel, ducts, a windsock, a deckchair no one admits to.', ['Fans, and the city minding its own business.', 'Ten minutes, and leave the wedge in the door.']),
    place('DISPENSARY', true, 'A hatch, steel drawers, a book on a chain.', ['Pills into a tray like small rain.', 'Two signatures for the bottom drawer.']),
  ],
  props: ['a chart with a torn corner', 'a wristband cut in half', 'a vending-machine sandwich', 'a pair of theatre clogs', 'a get-well card', 'a blister pack with one missing', 'a stethoscope with a knotted tube', 'a pager that will not stop', 'a jigsaw of a harbour', 'a kidney dish', 'a visitor’s umbrella', 'a lightbox film', 'a paper cup of pills', 'a spare pair of glasses'],
  token: 'the missing chart',
  object: 'the consent form',
  words: 'stable, presenting, query, dose, chart, obs.',
  people: [
    { is: 'a consultant who has never been wrong in writing', wants: 'keep one page out of the file' },
    { is: 'a night porter who hears everything', wants: 'see one patient walk out of the door' },
    { is: 'a relative who has not slept for four days', wants: 'have a plain answer' },
  ],
  titles: ['Visiting Hours', 'The Count', 'Do Not Disturb the Patient', 'Two Signatures'],
  before: 'before the morning round',
};
