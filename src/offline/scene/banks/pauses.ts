/** Behaviour that belongs to no pattern, a line each: hands, feet, clothes and pockets, so that it plays in any place and season. Each pattern has a share of its own. */
export const PAUSES: readonly string[] = `
{A} rubs a thumb along a seam until it is hot.
{B} takes one step nearer, to hear, or to be heard.
{A} finds a hair on one sleeve and lets it fall.
{B} checks a pocket for something that is still there.
For a moment they breathe in time. {B} breaks it.
{B} scratches a spot that does not itch.
{B} blows on cold fingers.
{A} crouches to tie a lace that was tied.
{B} nods before the sentence has reached its end.
{B} turns half away, and keeps an ear there.
{A} looks at {B}’s hands instead.
{A} smiles, too late to be of use.
{B} shuts both eyes for one breath.
{A} hears something outside, and files it away.
{B} sets both feet like someone on a boat.
{A} rubs the back of a neck that has slept badly.
{B} laughs through the nose.
{B} draws a line on the ground with one toe, and rubs it out.
{A} looks from {B} to the way out, and measures.
{B} bites a nail. There is not much left of it.
{A} is nodding, and does not seem to know it.
{B} folds both arms, then lets them down as if told to.
{A} counts something on the fingers of one hand and closes the hand.
{B} rolls one shoulder, like someone putting down a load.
{A} turns a ring that is not on the finger any more.
{B} takes the weight off the bad leg.
{A} reads the sole of one shoe.
{B} pulls both cuffs down over the wrists.
{A} swallows, and {B} sees it go down.
{B} puts a hand out, and finds a use for it on the way back.
{A} straightens a lapel. The other one is worse.
{B} yawns without opening the mouth.
{A} flattens a curl of hair that comes straight back.
{B} cracks one knuckle and spares the rest.
{A} feels for a watch. The wrist is bare.
{B} moves a stone two inches with the side of a shoe.
{A} lets out a belt by one hole.
{B} rubs chalk, or something like it, off two fingers.
{A} takes half a step back, and makes it look like balance.
{B} hitches up one sock.
{A} tastes something bitter and looks for where it came from.
{B} does up a button that was better undone.
{A} blinks at a light that has not changed.
{B} weighs nothing in one hand, and then in the other.
{A} presses a thumbnail into the soft of the palm.
{B} tucks in a shirt tail, in sections.
{A} runs a tongue round a back tooth.
{B} stops with one foot in the air, and puts it down where it was.
{A} leans in by an inch. {B} gives the inch.
{B} wipes dry hands down both thighs.
{A} looks at the place where a picture would hang.
{B} holds a breath and gives it back in two parts.
{A} shakes a cramp out of one foot.
{B} cups an ear, and not in mockery.
{A} puts up a collar against no wind at all.
{B} makes a fist round a thumb, like a child in a queue.
{A} drops a button, and covers it with a shoe.
{B} looks {A} over from the feet up and stops at the chin.
{A} squints one eye, as if down a length of pipe.
{B} pats both pockets, left, right, left.
{A} takes off one glove. It is some time before the other follows.
{B} chews on the inside of a cheek.
{A} scrapes something off a heel without looking down.
{B} stands on the outer edges of both shoes.
{A} hides a smile in a cough. The cough takes over.
{B} looks at {A}’s ear, which is as near as it gets.
{A} tugs at a thread, and the cuff comes down with it.
{B} strokes a beard, or where one was.
{A} warms a coin in one fist.
{B} turns both palms up, looks in them, turns them down.
{A} puts out a hand for balance and finds nothing there.
{B} whistles two notes and is ashamed of the second.
{A} pinches the bridge of a nose.
{B} sniffs the air, as if for weather.
{A} shifts from heel to toe and back again.
{B} gives the ground a long look, and the ground wins.
{A} lays one hand over the other, to keep it there.
{B} picks at a scab of paint on one thumb.
{A} tries the same smile again with fewer teeth.
{B} squares up the hem of a jacket, both sides.
{A} turns round once, the whole way, like a dog on a blanket.
{B} puts the heel of a hand to one eye, then the other.
{A} has both thumbs inside both fists.
{B} points, thinks again, and scratches with the same finger.
{A} listens with the mouth a little open.
{B} goes to spit, and remembers the company.
{A} takes a pebble out of one shoe and keeps it.
{B} stretches until something in the spine gives.
{A} finds ink on a finger and makes it worse.
{B} breathes on a pair of glasses and puts them away unwiped.
{A} turns up one trouser leg to look at a bruise.
{B} steps over something that is not there.
{A} stops a foot from tapping with the other foot.
{B} unwraps a sweet and wraps it again.
{A} pulls an earlobe twice.
{B} looks up to see who else heard that.
{A} undoes a top button and can breathe.
{B} bends a wire straight, or nearly.
{A} shades both eyes to look at somebody three feet off.
{B} snaps two fingers without a sound.
{A} rests a forehead against one wrist.
{B} walks a circle, and comes back to the same spot with less in hand.
{A} slides a thumb under a strap and eases it.
{B} brushes off a sleeve that is past brushing.
{A} clicks a pen shut, open, shut.
{B} takes in {A}’s shoes, and what they have walked through.
{A} rubs out a mark with spit and a finger.
{B} licks salt off a lip.
{A} keeps one hand behind the back, where it is doing something.
{B} tilts to one side, like a man reading a spine.
{A} gathers crumbs out of a pocket and has nowhere to put them.
{B} retreats as far as the shadow, and speaks from there or not at all.
{A} touches a cut on the chin, and looks at the finger.
{B} lets go of something small. It rolls. Neither follows it.
{A} cleans one nail with the corner of a ticket.
{B} sways, and is vexed to be caught at it.
{A} measures a gap between two fingers and shows nobody.
{B} crosses both wrists in front, like someone in a photograph.
{A} swats at a fly and misses by a good deal.
{B} shakes out a match that was never lit.
{A} sits back on both heels.
{B} lifts one eyebrow and has trouble getting it down.
{A} drums three fingers on one thigh and stops at {B}’s look.
{B} works a splinter out with two teeth.
{A} folds a sheet of paper small, and smaller.
{B} throws a glance back along the way they came.
{A} plants a fist on one hip, for want of a wall.
{B} slips a shoe half off and stands in it like that.
{A} makes room. {B} does not take it.
{B} presses two fingers to the inside of a wrist, counting.
{A} gives the back of one hand a hard stare.
{B} raises a hand as if in school.
{A} passes a sleeve across a dry forehead.
{B} has gone a bad colour.
{A} takes hold of one wrist with the other hand.
{B} wipes a lip with a knuckle.
{A} wets two fingers and smooths an eyebrow.
{B} opens a mouth, and lets a car go by, or a thought.
{A} stoops for a coin, and it is a bottle top.
{B} tips back and looks straight up.
{A} shrugs a coat back onto both shoulders.
{B} rubs two fingers together, feeling for grit.
{A} turns the head, and then, later, the rest.
{B} bares the teeth on one side. It might be kind.
{A} feels along a hem for the thing sewn in it.
{B} ducks under something well above head height.
{A} picks one crumb of rust off a thumb.
{B} takes a long time over clearing a short throat.
{A} gets between {B} and the light.
{B} sets a hat straight by the feel of it.
{A} holds up one finger, listens, lowers it.
{B} puts a knee down, and has to be quick to make it a joke.
{A} lets a strap slide off one shoulder and catches it at the elbow.
{B} looks past {A}, a good way past.
{A} rubs a knee with the flat of the hand, in circles.
{B} bumps the same elbow for the second time.
{A} finds a blade of something dry and splits it down the middle.
{B} folds a handkerchief with the stain on the inside.
{A} winds a scarf one turn too many.
{B} purses up, like someone about to blow on soup.
{A} tests the edge of a tooth with a fingertip.
{B} stands to one side to let nobody pass.
{A} hooks both thumbs into a belt and takes them out.
{B} scuffs the same inch of ground bare.
{A} shoves both hands up opposite sleeves.
{B} reaches over and takes a thread off {A}’s back.
{A} goes white at the knuckles and nowhere else.
{B} screws up a scrap of paper and has no throw left.
{A} mouths a number.
{B} gives one slow nod, and it costs something.
{A} feels for the edge of a bandage under a cuff.
{B} pushes up a pair of glasses with the back of one hand.
{A} looks at the sky, or where it would be.
{B} takes out a pencil, checks the point, and puts it behind an ear.
{A} pulls a face for the taste of the word.
{B} leans, finds nothing to lean on, and stands.
{A} flexes the fingers of one hand, one by one.
{B} shuts a penknife against one leg.
{A} rubs the place where a strap has been.
{B} flicks water off the fingers, though they are dry.
{A} lays two fingers on {B}’s sleeve and takes them off.
{B} walks off four steps, and walks back three.
{A} sneezes. Nobody blesses it.
{B} keeps a straight back and lets the hands shake.
{A} eases one finger round the inside of a collar.
{B} holds both elbows, as if it were raining.
{A} nudges a pebble into a crack.
{B} hums on one note and cuts it off.
{A} takes in a long breath through the teeth.
{B} sucks a burnt finger.
{A} unfolds a pair of spectacles and looks over the top of them.
{B} turns up a palm to feel for drops.
{A} twists a button until it hangs by one thread.
{B} shakes a head at something said a while ago.
{A} squats, elbows on knees, and looks at it from down there.
{B} buttons one glove and unbuttons it.
{A} puts a toe to a crack and follows it along.
{B} breathes out mist, or would, if it were colder.
{A} passes something from hand to hand. It is only a cork.
{B} rubs one eye red.
{A} thumbs the edge of a banknote without taking it out.
{B} beats dust out of a cap against one knee.
{A} loses count, lips moving, and starts over.
{B} plucks at the skin on the back of one hand.
{A} steps into {B}’s way and out of it.
{B} points with the chin.
{A} looks for a handkerchief in four places.
{B} stands so still that a moth tries the sleeve.
{A} smooths a page that was flat.
{B} stops chewing.
{A} bends to the other side to see {B}’s face.
{B} ties a knot in a bit of string and pulls it out again.
{A} slaps at a coat that gives up dust.
{B} turns a cap round by the brim, a full turn.
{A} nearly laughs. It goes down the wrong way.
{B} looks as if somebody had called from far off.
{A} drags a sleeve across the mouth.
{B} takes a pin out of a lapel and puts it in again, straighter.
{A} shows both palms, and takes them back.
{B} stares at one spot until {A} looks there too.
{A} grips a thumb and bends it as far as it goes.
{B} hops once, on a pebble, with dignity.
{A} rocks back to look at the whole of {B}.
{B} finds a crumb and eats it.
{A} blows a strand of hair away. It returns.
{B} puts a fist to the breastbone and holds it there.
{A} takes off a hat, looks inside, puts it on.
{B} breaks a twig of something into equal parts.
{A} pats {B} once on the arm, too high up.
{B} looks at the time on somebody else’s wrist.
{A} stretches a glove finger by finger.
{B} turns one pocket out. Lint, a stub, a bean.
{A} leans so close to see that {B} leans too.
{B} sits on nothing for a moment, knees bent, and gets up out of it.
{A} wrings out a cloth that is nearly dry.
{B} kneads a stiff shoulder with the opposite hand.
{A} covers one ear, to hear with the other.
{B} sheds a coat, thinks better of it, and puts it back on.
{A} draws the outline of something on one palm with a finger.
{B} looks {A} in the eye at last, and it is {A} who looks down.
{A} clenches a jaw. A small muscle goes on after.
{B} touches wood, or the nearest thing to it.
{A} rests a chin on two fists.
{B} walks as far as the words reach, and turns.
{A} opens a tin, finds it empty, and takes great care over shutting it.
{B} tries the weight of one foot, then the other, like a man on ice.
{A} takes a splinter of something from one sleeve and looks for its owner.
{B} wets a finger, holds it up, and learns nothing from it.
{A} begins to roll up a sleeve and leaves it halfway.
{B} hangs both thumbs from a belt that is on its last hole.
{A} turns out a cuff, and sand runs from it, longer than it should.
{B} watches {A}’s mouth for a moment, in place of the eyes.
{A} ties two ends of a lace together that do not meet.
{B} puts a coin on the back of one hand and covers it unseen.
{A} pulls a glove on as far as the knuckles, and there it stays.
{B} goes a whole step toward {A}, and makes it look like half.
{A} shakes a pencil as if there were more in it, or less.
{B} holds a sleeve to one ear, where a watch is, and listens.
{A} squares both shoulders, and one of them comes down by itself.
{B} picks a burr from a trouser leg and sets it on the other.
{A} puts a hand over the mouth and speaks, if at all, through that.
{B} smells the inside of a hat, and is sent somewhere else by it.
{A} scratches one calf with the other shoe and nearly goes over.
{B} finds a ticket from some other day and reads both sides of it.
{A} threads one arm back into a sleeve that has turned inside out.
{B} rubs the chin hard, like somebody who has been asked the way.
{A} looks at {B} upside down, almost, from where the lace is.
{B} counts the buttons on a coat, and one is not there.
`
  .trim()
  .split('\n');
