import { type Domain, place } from './domain.ts';

/** Teachers, pupils and the building they share. */
export const SCHOOL: Domain = {
  name: 'school',
  cues: [
    'teacher',
    'school',
    'student',
    'pupil',
    'professor',
    'headmaster',
    'classroom',
    'exam',
    'university',
    'college',
    'librarian',
    'library',
    'tutor',
    'principal',
    'teenager',
    'campus',
    'thesis',
    'substitute',
  ],
  places: [
    place('CLASSROOM TWELVE', true, 'Thirty chairs on thirty desks, a map with a country that no longer exists.', [
      'Chalk, radiators, somebody else’s lesson through the wall.',
      'The bell outranks everyone.',
    ]),
    place('SCHOOL ASSEMBLY HALL', true, 'Climbing bars, a stage with a curtain on one side only.', [
      'Three hundred people being almost silent.',
      'Whoever is on the stage is telling the truth by default.',
    ]),
    place('STAFF ROOM', true, 'Low chairs, high tempers, a kettle with a name taped to it.', [
      'A photocopier jamming in the same place.',
      'Chairs are inherited, never taken.',
    ]),
    place('HEAD’S OFFICE', true, 'Two trophies, one window, a chair lower than the other chair.', [
      'A clock with a school’s own idea of time.',
      'The door is open until it is closed.',
    ]),
    place('BICYCLE SHEDS', false, 'Corrugated iron, a row of front wheels, the good corner behind.', [
      'Spokes ticking down.',
      'Nobody over eighteen, and nobody asks.',
    ]),
  ],
  props: [
    'a confiscated telephone',
    'a register with a name crossed out',
    'a box of broken chalk',
    'a detention slip',
    'a lost scarf',
    'a globe with a dent',
    'an exam paper with no name',
    'a tin of tuck',
    'a staff-room mug',
    'a report card in a sealed envelope',
    'a caretaker’s torch',
    'a prize-day ribbon',
    'a stack of blue exercise books',
    'a ruler snapped in two',
  ],
  token: 'the marked exam paper',
  object: 'the school register',
  words: 'mark, term, set, detention, paper, roll.',
  people: [
    { is: 'a deputy head with the timetable for a soul', wants: 'keep the school’s good name in good order' },
    { is: 'a pupil who asks the second question', wants: 'hear an adult say they do not know' },
    { is: 'a school inspector with a soft voice', wants: 'write one true sentence and leave' },
  ],
  titles: ['See Me', 'Absent', 'Show Your Working', 'The Low Chair'],
  before: 'before the end of term',
};
