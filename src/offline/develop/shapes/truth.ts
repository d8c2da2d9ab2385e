import { sketch } from '../scenes/sketch.ts';
import { anchor, type Shape } from './shape.ts';

/** Somebody knows a thing and must decide whether to say it. */
export const TRUTH: Shape = {
  name: 'truth',
  cues: /whether to tell|to tell .*that|\bsecret|confess|\bhid(?:es|ing|den)\b|\blie[sd]?\b|\btruth|pretend|impost/,
  genre: 'drama',
  tone: 'quiet, dry, exact about small kindnesses',
  goal: 'tell {O} the truth',
  secret: '{L} has been keeping the worst of it back',
  opposed: false,
  second: 'logline',
  question: 'Will {L} tell {O} {before}?',
  stakes: 'Said too early it ruins the day; said too late it ruins {O}’s trust for good.',
  lead: {
    want: 'To find one quiet minute with {O} {before}.',
    need: 'To be forgiven without having asked for it.',
    fear: 'That {O} will hear it from somebody else first.',
    contradiction: 'Corrects the smallest mistakes of strangers and lets the largest one at home stand.',
    backstory:
      '{L} and {O} stopped speaking after a quarrel about something trivial; both remember exactly what, and both remember it differently.',
  },
  other: {
    want: 'To get through the day ahead without being needed by anyone.',
    need: 'To be told something difficult as if able to bear it.',
    fear: 'That {L} has come only to say goodbye.',
    contradiction: 'Can hold a full room and cannot hold a telephone call.',
    backstory: '{O} left at nineteen with one suitcase and {L}’s address book, and never gave the book back.',
  },
  bond: {
    name: 'The quarrel',
    question: 'Can {L} and {O} be in one room without keeping score?',
    payoff: '{O} hands back the address book with one new address in it.',
  },
  theme: {
    name: 'The kindness of silence',
    question: 'Is it kinder to tell, or to wait?',
    argument: 'A truth withheld out of love is still a room locked from the inside.',
    counter: 'Some days are given only once, and nobody has the right to spend another person’s.',
  },
  anchors: {
    opening: anchor(
      'preparation',
      'home',
      sketch(
        '{L} rehearses one sentence alone and cannot get past its third word.',
        ['Say the sentence once, aloud, to an empty room', 'The sentence', 'resolve > delay'],
        [
          '{L} works {at} with {token} folded under the tools.',
          '{L} says three words to nobody, stops, and starts the job again from the beginning.',
          '{L} turns {token} face down and puts {prop} on top of it.',
        ],
      ),
    ),
    opportunity: anchor(
      'request',
      'home',
      sketch(
        '{O} comes with a favour to ask, and gives {L} the opening that {L} has been dreading.',
        ['Get {O} to stay five minutes longer', '{O} came for work, not for talk', 'dread > chance'],
        [
          '{O} stands in the door as if it had a price and asks “Can {obj} be made ready in time?”',
          '{L} says “It can be done, if you stay while it’s done.”',
          '{O} looks at the clock, takes off the coat, and sits.',
        ],
      ),
    ),
    change: anchor(
      'discovery',
      'hall',
      sketch(
        '{K} works out that {secret}, and makes {L} promise to say so {before}.',
        ['Keep {K} from saying it aloud', '{K} has noticed everything', 'secrecy > a promise'],
        [
          '{K} asks, from behind, “Can you hear me, {L}?”',
          '{L} blames {prop}.',
          '{K} holds out {token}, found where {L} dropped it, and says “You know who has to hear of this.”',
        ],
      ),
    ),
    committed: anchor(
      'confession',
      'hall',
      sketch(
        '{L} begins to confess, and {O} answers with a confession of {Ohis} own that makes it impossible to go on.',
        ['Say it now, in these words', '{O}’s own bad news arrives first', 'courage > complicity'],
        [
          '{L} asks {O} to close the door and gets as far as “I should have...”',
          '{O} says “Today is the last time, I’m stopping for good, and you’re the first to know.”',
          '{L} puts {token} back in a pocket and says “That’s good news.”',
        ],
      ),
    ),
    setback: anchor(
      'betrayal',
      'home',
      sketch(
        '{O} finds {token} and believes {L} has told everyone but {Ohim}.',
        ['Explain why it was kept from {O}', '{O} has already read the date', 'trust > contempt'],
        [
          '{O} lays {token} on the table and asks “How many people knew?”',
          '{L} says “{K}, a doctor, and the wall.”',
          '{O} says “A stranger would have been told sooner.” {O} leaves the door open behind {Ohim}.',
        ],
      ),
    ),
    climax: anchor(
      'decision',
      'hall',
      sketch(
        'With no time left, {L} tells {O} all of it, and {O} changes what was about to happen.',
        ['Tell {O} everything, and let {O} choose', 'The clock, and everyone waiting outside', 'silence > being heard'],
        [
          'Someone calls the last minute; {L} steps in front of {O} and does not move.',
          '{L} says it plainly: {secret}. There is no excuse attached.',
          '{O} takes {L}’s hand and lays it flat on {obj}.',
          '{O} says “Stay where I can see you.”',
        ],
      ),
    ),
    final: anchor(
      'return',
      'home',
      sketch(
        'Afterwards {O} comes to the workplace, and the two of them do the day’s last job by touch.',
        ['Finish one job together', 'Nothing now but the dark', 'distance > company'],
        [
          '{O} comes in without knocking and picks up {prop} as if it had always been {Ohis} job.',
          '{L} shows {O} where to put a hand, and what to feel for.',
          '{O} gets it wrong, and neither of them corrects it.',
        ],
      ),
    ),
  },
  facts: [
    '{secret}',
    '{O} means to stop for good when this is over',
    '{K} has known for longer than {L} has',
    '{O} never threw {L}’s letters away',
    '{L} turned down help because {O} would have had to be told',
  ],
};
