import { sketch } from '../scenes/sketch.ts';
import { anchor, type Shape } from './shape.ts';

/** Something has to be done in time: the fallback for a logline that is no other kind. */
export const QUEST: Shape = {
  name: 'quest',
  cues: /^/,
  genre: 'drama',
  tone: 'plain, warm, stubborn',
  goal: 'put right what was left undone',
  secret: '{O} has been here before, and gave up',
  opposed: true,
  second: 'domain',
  question: 'Can {L} {goal} {before}?',
  stakes: 'There is one chance at it, and the people {L} would fail are the ones who stayed.',
  lead: {
    want: 'To {goal} {before}.',
    need: 'To let somebody carry the other end.',
    fear: 'Of being exactly as good at this as {L} always suspected.',
    contradiction: 'Helps everyone who asks, and has never been seen asking.',
    backstory: '{L} said “leave it to me” once too often, some years ago, and somebody did.',
  },
  other: {
    want: 'To have things stay as they are, since they cost enough.',
    need: 'To be shown that it can be done after all.',
    fear: 'That {L} will succeed, and that it was possible all along.',
    contradiction: 'Stands in {L}’s way and leaves the door on the latch.',
    backstory: '{O} tried the same thing at {L}’s age, and keeps what is left of it in a drawer.',
  },
  bond: {
    name: 'The other end',
    question: 'Will {O} stand in {L}’s way to the last?',
    payoff: '{O} picks up the other end without a word.',
  },
  theme: {
    name: 'Stubbornness',
    question: 'When is going on a virtue, and when is it only not knowing how to stop?',
    argument: 'A thing is worth doing late, badly and together rather than not at all.',
    counter: 'Those who gave up were not cowards: they had other people to feed.',
  },
  anchors: {
    opening: anchor(
      'preparation',
      'home',
      sketch(
        '{L} gets ready for an ordinary day, and puts {token} in a pocket instead of back in the drawer.',
        ['Leave before anyone is up', '{token}, which has been in the drawer too long', 'habit > intention'],
        [
          '{L} moves about {at} in the half dark, shoes in hand.',
          '{L} opens a drawer for {prop} and finds {token} under it.',
          '{L} shuts the drawer. {token} is no longer in it.',
        ],
      ),
    ),
    opportunity: anchor(
      'errand',
      'hall',
      sketch(
        'Sent on somebody else’s errand, {L} sees that there is one chance to {goal}, and takes it.',
        ['Run the errand and be thanked', 'The chance comes with {O} attached', 'drifting > decision'],
        [
          '{L} comes {at} to hand over {prop}, and is told to wait.',
          '{O} mentions, while looking for a pen, that after this nobody will be able to {goal}.',
          '{L} takes {theprop} back and says “There’s been a change of plan.”',
        ],
      ),
    ),
    change: anchor(
      'alliance',
      'home',
      sketch(
        '{K} joins {L} with a better plan and a worse reason.',
        ['Manage without help', '{K} has already started', 'alone > together'],
        [
          '{K} is sitting {at} with {prop} and a list.',
          '{L} says “It can’t be done by two.” {K} asks “How is it going with one?”',
          '{L} adds an item to the list, and {K} crosses off another.',
        ],
      ),
    ),
    committed: anchor(
      'decision',
      'hall',
      sketch(
        '{L} gives up the one thing that would have let {Lhim} turn back.',
        ['Find a way to keep both', 'There is none', 'a way out > a way on'],
        [
          '{O} offers {L} the comfortable version, in writing, with a pen.',
          '{L} reads it to the end, and it is generous.',
          '{L} wraps {prop} in it, hands the parcel to {O}, and says “I’ll have the pen back.”',
        ],
      ),
    ),
    setback: anchor(
      'betrayal',
      'hall',
      sketch(
        '{K} has taken {O}’s offer, and {L} learns it from {token}.',
        ['Ask {K} for a reason that can be forgiven', 'The reason is a good one', 'trust > solitude'],
        [
          '{L} reads {token} and then reads the signature.',
          '{K} says “There’s the rent, you know there’s the rent.”',
          '{L} picks up both ends of the load, and gets it as far as the door.',
        ],
      ),
    ),
    climax: anchor(
      'standoff',
      'hall',
      sketch(
        'One step short of the chance to {goal}, {O} stands in the way, and {L} asks for help instead of passage.',
        ['Get past {O}', '{O}, who knows how it feels to fail here', 'will > asking'],
        [
          '{O} is there first, with every right and {prop}.',
          '{L} puts the load down between them and says what has been kept back: {secret}.',
          '{L} says “Take the other end.” {O} takes it.',
          '{O} looks at it for a long time and bends {Ohis} knees.',
        ],
      ),
    ),
    final: anchor(
      'departure',
      'home',
      sketch(
        'It is done, late and not well, and {L} leaves {token} where the next one will find it.',
        ['Go home', 'Home looks different', 'burden > lightness'],
        [
          '{L} sits {at} with empty hands and does not know what to do with them.',
          '{L} puts {token} back in the drawer, face up, with {prop} beside it.',
          'From outside somebody calls {L}’s name, and for once {L} does not say “leave it to me”.',
        ],
      ),
    ),
  },
  facts: [
    'there is only one chance left, and {O} knew the date',
    '{secret}',
    '{K} was offered money to slow it down',
    '{O} kept a drawer full of what was left of the first attempt',
    '{L} was expected to fail by the people who sent {Lhim}',
  ],
};
