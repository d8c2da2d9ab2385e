import { type Domain, place } from './domain.ts';

/** Courts, clerks and the paper they leave. */
export const LAW: Domain = {
  name: 'law',
  cues: ['court', 'courtroom', 'stenographer', 'transcript', 'testimony', 'lawyer', 'attorney', 'judge', 'juror', 'jury', 'lawsuit', 'oath', 'trial', 'convicted', 'verdict', 'witness', 'bailiff', 'prosecutor', 'notary', 'executed', 'solicitor', 'barrister'],
  places: [
    place('COURT RECORDS ROOM', true, 'Steel shelves to the ceiling, a ladder on a rail, one desk with a green lamp.', ['Ballast hum; the ladder ticking along its rail.', 'Nothing leaves without a signature, and the register is always open.']),
    place('COURTROOM FOUR', true, 'Dark benches, a dry water jug, a flag that has faded on one side.', ['Shoes on parquet; then the kind of quiet people pay for.', 'Whoever stands is on the record.']),
    place('COURTHOUSE STEPS', false, 'Forty granite steps, a bronze rail polished by nervous hands.', ['Buses, a busker, the doors sighing shut.', 'People stop being polite at the third step down.']),
    place('LAW OFFICE', true, 'Boxes with one name on all of them; a window on an air shaft.', ['A printer that pauses as if it were thinking.', 'The door stays open unless somebody is about to lie.']),
    place('HOLDING CELL', true, 'A bench, a drain, initials scratched below eye level.', ['A key ring walking away.', 'Ten minutes, and the guard counts aloud at nine.']),
    place('CLERKS’ CANTEEN', true, 'Orange chairs, a steam tray, a noticeboard of retirements.', ['Cutlery, and conversations that stop.', 'Everyone here knows the docket and says they do not.']),
  ],
  props: ['a steno ribbon', 'a dented lunch tin', 'a subpoena folded small', 'a red evidence tag', 'a visitor’s badge in a false name', 'a bundle of carbon copies', 'a rubber date stamp', 'a borrowed library card', 'a wall calendar with one day torn off', 'a magnifying lens', 'a thermos of cold tea', 'a sealed brown envelope', 'a pencil with teeth marks', 'a parking receipt'],
  token: 'the original steno tape',
  object: 'the case file',
  words: 'sworn, struck, on the record, exhibit, sidebar, redacted.',
  people: [
    { is: 'the chief clerk who signs off every page', wants: 'let a closed case stay closed' },
    { is: 'a courthouse janitor who reads what people throw away', wants: 'have one thing in this building put right' },
    { is: 'a prosecutor two weeks from an election', wants: 'keep the old verdict standing' },
  ],
  titles: ['Strike That', 'Read Back', 'On the Record', 'As Sworn'],
  before: 'before the court sits again',
};
