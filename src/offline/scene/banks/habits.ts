import type { Habit } from '../speaking.ts';

const lines = (text: string): readonly string[] => text.trim().split('\n');

/** What each habit puts before a line, once in a scene. Commas run on into the line; full stops do not. */
export const BEFORE: Readonly<Partial<Record<Habit, readonly string[]>>> = {
  corrections: ['Well, no.', 'What I mean is,', 'It’s more that,', 'Or rather,', 'Wait, no.', 'That is,'],
  orders: lines(`
Look here.
Listen.
Keep up.
Think.
Speak up.
Stop that.
Stand straight.
Eyes here.
Sit up.
Come on.
Quick now.
Pay attention.
Hush.
Start again.
Leave it.
Breathe.
Watch me.
One thing first.
Put that down.
Mark this.
Wake up.
Hands still.
Chin up.
Enough.`),
  hedges: lines(`
Sorry.
I might be wrong.
If that’s all right,
I don’t want to be a bother.
It’s only that,
Sort of,
Forgive me,
I’m sure it’s me.
It’s a bit silly.
You’ll say no.
Sorry, I’ll be quick.
Maybe I shouldn’t.
If you don’t mind,
I could be mistaken.
It’s probably nothing.
I’ve no right to say it.
Stop me if it’s wrong.
I’m not sure, but,
You’ll know better.
I hope it’s not a bad time.
Maybe it’s just me,
I’d hate to presume.
It isn’t much.
Do say if I’m in the way.`),
  oaths: ['Hell.', 'Christ.', 'Damn it.', 'Bloody hell.', 'My backside.', 'God’s teeth.', 'Balls.', 'Hell’s bells.'],
};

/** What each habit puts after a line, once in a scene at most: one for each pattern. */
export const AFTER: Readonly<Partial<Record<Habit, readonly string[]>>> = {
  sayings: lines(`
A borrowed horse knows two roads.
Wet wood burns too, if you’re cold enough.
The goat pays for the fence.
You can’t hang a coat on a shadow.
Two millers, one river. You know how it ends.
The ox is slow, and the field gets ploughed.
Who counts the plums has already eaten some.
The last guest carries the chairs.
Every cat is brave in its own kitchen.
The bridge doesn’t ask who’s crossing.
Shallow ford, loud water.
You don’t curse the ferry in the middle of the river.
There was a baker once who weighed his thumb. He died rich.
Even the crow thinks it sings.
A locked door is a kind of letter.
Honey on a knife is still a knife.
The mule remembers the ditch.
A full sack stands up by itself.
Don’t thank the rain till the roof’s on.
One boot makes no path.
The fox also calls it borrowing.
A short rope ties a short knot.
Salt was sugar until someone tasted it.
The candle thinks it’s the morning.`),
  reasons: lines(`
It’s the damp, it gets into everybody.
You’ll have had no breakfast, that’s half of it.
I only say so because nobody said it to me.
There’s soup, that’s why I mention it.
I’d have rung, but the line’s bad.
It’s kinder in the end, so I’ve been told.
I’ve been up since five, so forgive me.
People don’t mean it, mostly, they’re only cold.
I’d want to know, that’s how I look at it.
It’s no trouble, I was passing, I’m always passing.
You’d do the same, only you’d make less noise about it.
I get talking when it’s quiet, it’s the quiet that does it.
It’s the shoes, nobody thinks straight in new shoes.
I never could leave a thing half wrapped.
You’ll feel it tomorrow, that’s when one feels it.
I put too much in, I always do, then nobody’s short.
It’s warmer if you keep your coat on, I find.
I’m saying it twice so that it’s been said.
That’s how they get you, by being civil.
You were always one to carry both bags.
It comes out better after a meal, most things do.
I’d sooner be a nuisance than a surprise.
They’d have told you, only nobody likes to be first.
It saves asking later, when everyone’s tired.`),
  remarks: lines(`
Solid, that.
Somebody should see to that hinge.
That paint will never last.
You could get a van through there.
It’s a good height for a shelf.
That is a lot of dust.
The light is bad for reading.
The ground slopes here.
They used the wrong screws.
I’d have put it further left.
There’s a draught from somewhere.
One bulb would do.
That will want a second coat.
You can hear the pipes from here.
Nobody has measured that.
It is narrower than it looks.
Somebody’s left a ladder.
They don’t make that green now.
It echoes less with a coat on.
That corner isn’t square.
It would hold a tonne.
The numbers are on upside down.
That was cheaper last year.
Good drainage, at least.`),
};

/** What whoever drives a scene says with a word of the trade, once in it at most: one for each pattern. */
export const TRADE_LINES: readonly string[] = lines(`
We have a word for that at work: {w}.
Where I work that’s called {w}.
That’s plain {w}. Ask anyone in the trade.
You’d know if you’d ever had to explain “{w}” to an apprentice.
I’d enter it under {w}.
I know “{w}”. I don’t know the rest.
First thing they teach you: {w}. Second thing, shut up.
My old master would have said “{w}”, and turned to the wall.
Talk to me about {w}. I’m good on {w}.
Half my life I’ve said “{w}” to people. They nod like you.
There’s a form for it. It says “{w}” at the top.
In my line you say “{w}” and people run.
You can’t put {w} on a plate.
It comes down to {w}. Most things do.
They print “{w}” on the invoice and nobody asks.
I’ve lost a night to {w} before now.
Call it {w}. They’ll believe that.
There’s no {w} for this.
Say “{w}” and I’d know where I was.
I could do {w} in my sleep. This I can’t.
Nobody ever died of {w}. I used to say that.
It’s {w}, with better manners.
If it were {w}, I’d have the tools.
I think in {w}. I’m sorry.`);

/** What somebody is called who is called anything but a name. */
export const NICKNAMES: readonly string[] = [
  'maestro',
  'sunshine',
  'professor',
  'chief',
  'your grace',
  'champ',
  'comrade',
  'your honour',
  'sweet pea',
  'ace',
];

/** How a line is said, where the words alone would mislead. */
export const MANNERS_OF_SPEECH: readonly string[] = lines(`
not looking up
too fast
to the floor
almost kind
after a moment
under the breath
as if bored
lower
to nobody
smiling
without the smile
over one shoulder
half to the door
like a child
louder than needed
quite calm
turning away
at last
quickly
pleasant
hoarse
already moving
still turned away
small
dry
through the teeth
carefully
with a shrug`);
