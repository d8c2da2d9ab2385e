import { type Domain, place } from './domain.ts';

/** Players, tuners, conductors and the rooms they are heard in. */
export const MUSIC: Domain = {
  name: 'music',
  cues: ['piano', 'pianist', 'tuner', 'violinist', 'cellist', 'conductor', 'orchestra', 'singer', 'soprano', 'composer', 'concert', 'band', 'musician', 'drummer', 'guitarist', 'choir', 'opera', 'song', 'music', 'jazz', 'organist'],
  places: [
    place('INSTRUMENT WORKSHOP', true, 'Three gutted uprights and a wall of labelled hammers; one lamp over the bench.', ['Wire settling, a clock that is a little fast.', 'Nobody plays anything to the end in here.']),
    place('CONCERT HALL STAGE', true, 'A nine-foot grand under work lights, eleven hundred empty red seats.', ['The seats creak by themselves as the heating comes up.', 'Everything said at the keyboard can be heard in the last row.']),
    place('GREEN ROOM', true, 'A mirror with two dead bulbs, a sofa, flowers still in their paper.', ['The hall through a loudspeaker, late by a breath.', 'The door has no lock, and everybody knocks after opening it.']),
    place('HALL LOADING DOCK', false, 'Wet concrete, a piano under a quilt, a lorry with its ramp down.', ['A reversing alarm two streets away.', 'Smokers own the left side; movers own the rest.']),
    place('REHEARSAL ROOM', true, 'Folding chairs in a horseshoe, coffee rings on the parts, a taped-up window.', ['A metronome somebody forgot to stop.', 'The clock on the wall belongs to the union.']),
  ],
  props: ['a tuning fork', 'a cracked metronome', 'a box of felt hammers', 'an unsigned programme', 'a coil of bass wire', 'a bent music stand', 'a pair of unused earplugs', 'a cassette without a label', 'a page-turner’s pencil', 'a key top of yellowed ivory', 'a recital poster from another decade', 'a broken string in an envelope', 'a bottle of valve oil', 'a white bow tie, still pinned'],
  token: 'the hearing test',
  object: 'the old concert grand',
  words: 'pitch, pin, beat, damper, touch, temperament.',
  people: [
    { is: 'a concert agent with one client left', wants: 'keep the hall sold out and the reasons private' },
    { is: 'a page-turner who has sat beside everyone', wants: 'see one concert end without a lie in it' },
    { is: 'the hall manager', wants: 'open the doors at seven, whatever is behind them' },
  ],
  titles: ['The Top Octave', 'Concert Pitch', 'A Quarter-Tone Flat', 'Sympathetic Strings'],
  before: 'before the hall fills',
};
