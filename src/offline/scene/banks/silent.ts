/** What is seen in scenes without speech. The format is described in `../bank.ts`: `1` begins, `2` goes on, `3` ends. */
export const SILENT = `
# preparation
2 {A} says the route under the breath, street by street, on ten fingers.
2 Gloves. One has a hole at the tip. {A} inks the skin beneath it black.
2 {A} shakes the whole weight of it once, and listens. Silence. Good.
2 {A} sets the watch by another watch.
2 Out of the stove comes a warm stone. {A} puts it in the left pocket, for later.
2 {A} tears a map along its folds and keeps only the one square.
1 {A} lays everything out on a cloth, in the order it will be needed.
1 Sleeves first. {A} rolls them to the elbow, one fold, two, three.
1 {A} bars the way in, then tries it from the inside.
1 A lamp is turned up. {A}'s shadow arrives before the hands do.
2 {A} wraps {obj:the heaviest piece} in a shirt so that it will not knock.
2 A blade, a stone, spit. Forty strokes. {A} tests it on a hair.
2 {A} unpicks a hem, slides folded notes inside, sews it shut with the wrong colour.
2 Boots. {A} greases the eyelets so that they will not squeak.
2 {A} counts. Comes out one short. Finds it in the left hand.
2 A face in a bit of mirror. {A} tries it without the smile.
2 {A} writes two lines, reads them, burns them, washes away the ash.
2 {obj:The last thing} does not fit. {A} takes out the bread instead.
2 {A} eats standing, without tasting, like stoking a stove.
2 {A} ties a knot, hangs full weight on it, ties it again.
2 {A} drinks one cup of water. Pours the second on the floor, slowly, to hear how it runs.
2 Somebody coughs next door. {A} goes on at half the speed.
2 {B} comes to the edge of the light, sees the bag, and goes back the same way.
2 {A} turns a picture to face the wall.
2 The coat goes on. It hangs wrong. {A} moves the weight to the other side.
3 {A} sits down for the length of a breath, as one does before a journey.
3 The cloth is folded. Nothing shows that anything lay there.
3 {A} blows out the lamp and stays, listening, in the dark.
3 {A} leaves the key where a child would look for it.

# waiting
2 {A} counts the panes. There are twenty. There were twenty before.
2 Rain starts, to have something to do. It stops.
2 {A} lends a pencil to a man who wants a pencil. The man takes a long time over it.
2 {A} writes a name in the wet on the glass and rubs it out with an elbow.
2 {A} tries the other seat. From there one sees nothing. {A} moves back.
2 A boy sells {A} a paper. It is yesterday's. {A} reads that as well.
1 {A} has the seat from which one sees who comes.
1 Two cups have been set out. One has gone cold. The other is dry.
1 {A} stands just where the lamplight stops.
1 The clock is five minutes fast. {A} knows that, and looks at it all the same.
2 A car slows. {A} is up. The car goes on.
2 {A} reads a page. Turns it. Turns it back.
2 {A} lines up three matches, breaks one, lines up the halves.
2 A stranger comes in, shakes off the wet, is nobody. {A} breathes again.
2 {A} practises a greeting, with the eyebrows only.
2 A dog trots up, looks at {A}, thinks it over, trots off.
2 {A} moves {obj:the parcel} from the lap to the floor. From the floor to the lap.
2 {B} looks over, looks away, and starts stacking things for the night.
2 A light goes on across the way. A child is lifted past the glass. The light goes off.
2 {A} polishes one shoe on the back of the other leg.
2 Footsteps, uneven, nearer. They turn off at the corner.
2 {A} picks the label from a bottle in one piece, and has nothing left to do.
2 {A} goes to the door, opens it, lets in the cold, shuts it.
2 The minute hand jumps. {A} sees it jump.
2 {A} peels an orange, divides it in two, eats one half.
2 Somebody laughs in another room. {A} smiles before knowing it.
3 {A} tips the cold cup out, wipes it, and puts it back in its place.
3 {A} goes. A moment later the door opens, and it is {A} again, for the gloves.
3 {A} is asleep when the handle starts to turn.
3 {A} gets up stiffly and pushes in both chairs.

# search
2 {A} weighs two candlesticks. One is lighter. It is only cheaper.
2 The bin. Apple peel, a burnt match, half of a torn envelope. {A} keeps the half.
2 {A} opens a piano, strikes nothing, and looks along the strings.
2 Coats, in a row. {A} goes through the pockets like someone saying goodbye to them.
2 {A} breathes on a blotter and holds it to the mirror.
2 A calendar. {A} lifts each month. June has been cut out.
1 {A} stands in the middle and does nothing but look.
1 {A} begins at the left of the door, as someone must have taught {A} to.
1 A pocket torch. Its circle climbs, stops, climbs on.
1 It has been searched before. {A} sees how badly, and starts again.
2 Drawers, from the bottom up, so that none needs closing.
2 {A} knocks along the panel. Full, full, full. Hollow.
2 {A} shakes out a book. A pressed flower, a tram ticket, no more.
2 Under the mattress: a year of somebody's newspapers, tied by month.
2 {A} runs a hand along the top of the frame. Dust. Dust. No dust.
2 Steps overhead. {A} stands on one foot until they have crossed.
2 {A} puts each thing back a hair's breadth out of place, notices, and goes round correcting.
2 A child's shoe. {A} holds it longer than the search allows.
2 {A} lies down to see what the floor sees.
2 A tin. Buttons. Under the buttons, a second bottom.
2 {obj:The thing} is where anyone would have left it. {A} almost misses it for that.
2 {A} reads, lips moving. Goes back. Reads that one line again.
2 A key turns somewhere below. {A} counts the stairs there are.
2 {A} finds a photograph with one face scratched away. Puts a thumb where the face would be.
2 {B}'s shape crosses the frosted glass and does not come in.
2 A loose tile. {A} lifts it with a fork.
3 {A} takes it, and leaves a page of blank paper, folded the same way.
3 {A} stands again in the middle. Nothing looks different. {A} does.
3 The torch goes off. The breathing goes on.
3 {A} has found it, and sits down on the floor with it, and is in no hurry now.

# pursuit
2 {A} pays a child for a cap, and is a smaller person for forty yards.
2 A church. {A} kneels among the others, out of breath, and gets a look for it.
2 Bicycles against a wall. {A} takes none of them, and pushes them all.
2 A bridge. {A} is halfway before there is somebody at the other end.
2 {A} runs a hand along the railings to stay upright. They ring.
2 Smoke from a bonfire. {A} walks into it and is not seen to walk out.
2 {B} asks nobody anything. {B} looks at which of the pigeons have flown.
1 {A} looks back once, which is once too often.
1 The crowd parts for a cart. On the other side of it, {B} is nearer.
1 {A} walks. Only the hands are running.
1 A whistle, short. {A} does not wait for the second.
2 {A} goes left, against the current, shoulder first.
2 A gate. It is locked. {A} is over it before it has stopped ringing.
2 {A} takes off the hat and hangs it on a railing as if it lived there.
2 Washing on lines. {A} goes through sheet after sheet. One of them has a shape in it.
2 A stitch. {A} runs folded round it.
2 {A} drops {obj:the bag}, gets four steps, comes back for it.
2 A boy on a wall watches {A} pass, and points, helpfully, the right way.
2 Stairs. {A} takes the first ten in three, and the last ten one at a time.
2 {A} stands behind a door with both hands over nose and mouth.
2 Boots go by. Stop. Come two steps back.
2 {A} crosses between two trams. For a moment there is only noise.
2 An alley with no end to it but a wall. {A} reads the wall for holds.
2 {A} slips, and the knee takes it. The next steps leave spots.
2 {B} comes round the corner at a walk. It is worse than running.
2 A door opens on a kitchen. A cook looks up. {A} puts a finger to the lips. The cook goes on with the onions.
2 {A} lies flat on the roof. The tiles are still warm.
3 {A} gets under the tarpaulin just as the cart starts to move.
3 Nobody behind. {A} keeps running for a street and a half to make sure of it.
3 {B} stops, bends, and picks up a button.
3 {A} comes out into the open, and there is nowhere left to go but across.

# aftermath
2 {A} finds the other shoe. It does not match the first.
2 {A} pins the curtain up with a fork.
2 A letter has come. {A} puts it, unopened, with the plates.
2 {A} rolls the rug from one end. Halfway, a coin. {A} leaves it in.
2 {A} draws a finger along the piano lid and writes nothing in the soot.
2 {A} hangs the door back on its one good hinge and swings it. It will do.
1 Nothing is broken that cannot be swept. {A} stands there with the broom.
1 It is very quiet. One tap runs. {A} does not think to turn it off.
1 {A} walks in, and then walks as one walks in church.
1 One shoe in the doorway. {A} steps over it.
2 {A} rights a chair. Sits on it. Gets up, and rights the other.
2 {A} finds {obj:it} under the glass, and blows the splinters off.
2 The clock has stopped. {A} winds it. It has nothing to say.
2 {A} fills a bucket with what was on the shelf.
2 {B} works at the far end. They move toward the middle without looking up.
2 A neighbour stands outside holding a pie. {A} lets her stand, then lets her leave it.
2 {A} washes a cup, and the cup comes clean, and {A} goes on washing it.
2 {A} picks glass out of one palm with the teeth.
2 On the table somebody's supper, with the fork still in it.
2 {A} scrapes two plates onto one.
2 {A} holds up a sleeve. There is no saving it. {A} folds it with the rest.
2 A bird has got in. {A} opens things for it, one after the other.
2 {A} laughs, once. It startles both the bird and {A}.
2 Children have come to look. {A} straightens, and they are gone.
2 {A} puts a hand on the wall where it is still warm.
2 {A} tries the light. It works. {A} switches it off again.
3 The floor is bare and wet. {A} backs out over it, mopping away each print.
3 {A} lies down in all those clothes, in the one clean corner.
3 {B} takes the broom out of {A}'s hands. {A}'s hands stay as they were.
3 {A} turns off the tap at last. It is much too quiet.

# departure
2 {A} waters the plant that will not be here either.
2 {A} signs for a parcel, and leaves it where the next one will find it.
2 {A} closes the piano. One string goes on for a while.
2 On the calendar, {A} crosses off today, though it has hardly begun.
2 {A} shakes hands with the dog.
2 The ticket clerk says a price. {A} pays it in small coins, from a sock.
2 {A} drops a letter in the box, and tries, too late, with two fingers, to fish it out.
1 The bags stand by the door in order of size.
1 {A} goes from room to room, or what there is of rooms, and touches one thing in each.
1 {A} is dressed for another climate.
1 Before the birds. {A} carries both shoes.
2 {A} strips the bed, folds the sheets, and lays the pillow square.
2 {A} takes the one picture off its nail. It leaves a clean place.
2 {A} feeds the cat, and feeds it again.
2 Some coins on the shelf. {A} adds one, takes two away, puts one back.
2 {A} starts a note. The pencil is blunt. {A} lets it be.
2 {obj:The last thing} will not go in. {A} puts it on the sill, for whoever comes.
2 {A} looks in at {B}, who is asleep, or is kind enough to lie like it.
2 A stair creaks. {A} waits. A stair creaks back.
2 {A} turns the key twice, and pushes it under the door. It does not go far.
2 Somebody sweeping a step looks up, sees the bags, and goes on sweeping.
2 {A} stops at the corner to change hands.
2 {A} buys one ticket, counts the change, and leaves it lying.
2 A window goes up somewhere behind. {A} does not turn to see whose.
2 The driver takes the bags. {A} keeps hold of the smallest.
2 {A} finds a house key in the coat after all, and there is no more time.
2 {B} runs the last bit, with something in one hand. It is only a scarf.
3 The road takes {A} in at the first bend.
3 {A} has the seat facing backwards. Everything leaves very slowly, and then all at once.
3 {B} stands on in the place where the wheels turned.
3 {A} breathes on the glass and draws nothing on it.
`;
