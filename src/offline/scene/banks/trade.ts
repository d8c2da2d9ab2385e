/** Lines and business for scenes of trade and shared guilt. The format is described in `../bank.ts`. */
export const TRADE = `
# bargain
< {B} has named a figure and gone quiet. {A} is still looking at it.
< {A} and {B} at either end of something narrow. The thing they both want is not in sight.
< {A} has emptied both pockets. It makes a small heap. {B} sorts it with one finger.
A: Name it. | I'm no good at this part, you say a number and I'll try not to pull a face. | What do you want for {obj:it}? | State your terms. | How much of me would you like?
B: Double. | I don't like to say a number either, I'd say one and you'd hate me. | What have you got? | You know my terms. They are as they were. | The left half. You favour the right.

A: That's robbery. | I'd understand it if it was the good one, but it's scratched, look. | Do you ask everybody that? | That is twice its value. | For that I'd want a mask on you.
B: It's Tuesday. | It was less last week, you should have wanted it last week. | Did everybody come begging? | It is worth what you will pay. | I left it at home with my gun.

B: What else? | I thought there might be something else, something you'd half forgotten you had. | Is that everything? | The offer is incomplete. | Turn out the other pocket. The guilty one.
A: That's all. | There's a watch, it was my uncle's, it only runs if you walk. | What else would you want? | There is nothing further. | There's a button. It's been in the family.

A: Half now. | Suppose I gave you half today and the rest when, well, when it's over? | Would you take half? | I propose half now and half on delivery. | Half now. The other half can worry.
B: All now. | I've had halves before, I've a drawer full of first halves. | Which half of it would you like? | I do not extend credit. | I've a drawer for halves. It's very sad.

B: You need it more. | I can see you need it, I wish I couldn't, it's bad for the price. | What happens to you if I don't sell? | You are not in a position to bargain. | You've got a hungry look. It's costing you.
A: I can walk. | I need it by tonight, tomorrow I wouldn't give you a penny for it. | What happens to you if I don't buy? | I have another offer. | That's just my face. It's always broke.

A: There's a thing I know. | I could tell you something, it's not money, but you'd sleep worse without it. | What's a name worth to you? | I can offer information. | I've got a secret. One owner. Runs well.
B: Let's hear it. | I'd have to hear it first, and then of course I'd have heard it. | Whose name? | I pay after, and by the quality. | Let me smell the cork.

B: And nobody hears. | It'd be the two of us, I mean only the two, not you and somebody you're fond of. | Who would you tell? | There is a condition. Silence. | And it dies with us. You first, ideally.
A: Not a soul. | I don't talk, I've nobody to talk to since they moved the library. | Who'd believe it? | I accept the condition. | I'll be as quiet as your accountant.

A: Done. | All right, yes, before I hear myself say it. | Shake on it? | We are agreed, then. | Done. I feel dirty. Do you do receipts?
B: Shake. | Then that's done, and I think we both did badly, so it's fair. | You're sure? | Agreed. Count it in front of me. | Done. Wash your hand after.
L: That's worth more. | If I'd known that an hour ago I'd have asked for the moon. | Who else have you sold that to? | Then the price has changed. | Oh, that's good. I'd have paid for that.
+ {B} puts a finger on {paper:the note} and pulls it out of reach.
+ {A} builds the coins into a stack. It is not a tall stack.
+ {B} holds one coin up to the light and is in no hurry.
+ {A} makes for the way out. Slowly. {B} lets it get quite far.
+ {B} scratches out a figure and writes another above it.
+ {A} unstraps a watch and lays it on the heap.
+ They both reach for {obj:it}. {B} is quicker.
> They shake. Neither is first to let go.
> {B} slides one coin back across. {A} leaves it lying there.
> {A} looks at the bare wrist to see what time it is.

# temptation
< {B} has brought out the good bottle. {A} has not asked why.
< {A} should have left an hour ago. {B} has seen to the coat.
< {B} opens a box, turns it so that {A} can see in, and says nothing.
B: Try it. | You could just hold it a moment, holding isn't anything. | Doesn't it fit? | I had it made to your measure. | It's only a taste. Adam said the same.
A: I shouldn't. | I'd only be holding it, and then I'd have held it, wouldn't I? | What do you want for it? | I did not order this. | I'm on a strict diet of regret.

B: Who'd know? | There's you and me, and I forget things, I'm well known for it. | Who's going to count? | There is no record of it. I checked. | The only witness is the ham.
A: I'd know. | I'm bad with secrets, I get a rash, it's here, on the neck. | What if somebody does? | There is always a record. | The ham looks honest.

A: I gave my word. | I promised, it was only a nod, but everyone in the room saw me nod. | Do you know who I promised? | I have signed an undertaking. | I swore on something. I think it was a cat.
B: To whom? | You promise everybody, it's a lovely quality, they've all stopped expecting it. | Did they keep theirs? | It contains no penalty. I read it. | The cat's been dead for years.

B: You're tired. | When did you last sit down somewhere soft and let somebody else do the worrying? | How long can you keep that up? | You have done enough. Nobody would reproach you. | You look like a coat somebody else is wearing.
A: I'm fine. | I do get tired, about four, it passes off if I keep moving. | Is that how you do it? | I slept six hours. | It's a good coat. It's paid for.

B: Think what they did. | They took your name off the door, I saw the man with the scraper. | Have they said thank you? Once? | They passed you over. It is in the minutes. | They gave you a clock. For nineteen years.
A: That's done. | I try not to think of it before noon, and after noon there's the work. | What's that to you? | I was informed of their reasons. | It loses ten minutes a day. So did I.

A: Take it away. | Could you put it somewhere, only where I can't see what it is? | Why are you showing me this? | Please remove it. | Put the lid on. It's making eyes.
B: In a minute. | I'll put it here behind us, and we'll talk of something else, you can feel it, though, can't you? | Does it bother you? | It remains until you answer. | It likes you. It has taste.

A: And after? | Say I did, I'm not going to, but what would the morning look like? | What happens afterwards? | I would want to know what follows. | And at breakfast? Who do I look at?
B: You sleep. | It'd look like any other, there'd be eggs, you'd be surprised. | Since when do you ask about after? | Nothing follows. That is its beauty. | Eggs. You look at the eggs.

B: I'll leave it here. | I'm going to see about the stove, and I'll be as long as I am. | Shall I turn my back? | I shall be gone five minutes. | I'll go and be deaf in the kitchen.
A: Stay where you are. | You'd better not go, no, go, I can't think with you breathing. | How long's five minutes? | You will stay, please. | Be deaf slowly.
L: I didn't need to know that. | Now I can't even be angry at the right people. | Why tell me that tonight? | That has no bearing on it. It should not have any. | You saved that for the cheese.
+ {B} leaves the lid open and looks elsewhere.
+ {A}'s hand is on {obj:it} before {A} has decided anything.
+ {B} refills a glass that was full.
+ {A} buttons up to the neck.
+ {B} takes a crumb off {A}'s lapel, like a relative.
+ {A} moves two steps off, then one back.
+ {B} hums. It is a song they both know.
> Alone now. {A} shuts the lid, softly, and keeps the hand there.
> {A} goes. The box, when {B} lifts it, is lighter.
> {A} drinks it after all, in one, with closed eyes.

# alliance
< {A} and {B} have not been on the same side of anything in years. They keep some air between them.
< {B} reads what {A} has brought. Then reads it again from the bottom up.
< {A} draws a map in spilt sugar. {B} moves one grain.
A: You want what I want. | We're after the same thing, I think, from different ends, like a couple of dogs. | Who else have you got? | Our interests coincide. | I dislike you less than them. It's a start.
B: Maybe. | I wouldn't say the same thing, I'd say things that live next door. | Says who? | To a degree. | I'm moved. Let me find a chair.

A: I've got the way in. | I know the back stairs, and you know people, and neither's any use on its own. | Can you get us past the front? | I have access. You have authority. | I bring the door. You bring the foot.
B: I've got the hours. | I do know the night man, we buried the same dog, in a manner of speaking. | Which door? | I have the timetable. That is worth as much. | It's a good foot. It's been in better doors.

B: Last time you ran. | I'd feel better about it if I didn't have that picture of your back. | Who was it left me standing there? | Our previous arrangement ended badly. | I remember your heels. Lovely action.
A: I came back. | I ran, and then I sat in a barn all night writing you a letter. | Would you have stayed? | I gave you my reasons then. | You were slow. One of us had to be an example.

B: Who carries {obj:it}? | Someone's got to carry {obj:it}, and I've got the bad shoulder, and you've got the bad name. | Which of us holds {obj:it}? | I require that {obj:it} stays with me. | And {obj:it}? We take turns, like parents?
A: You do. | You take it, then you'll know I'm not halfway up the road with it. | Does it have to be either? | We divide it. Neither half is any use alone. | Weekdays with you. I get Christmas.

A: No one else. | It's the two of us, that's one more than I'm used to. | Can you keep your brother out of it? | I must insist on no third party. | Two's a secret. Three's a choir.
B: No one. | There's one I'd have liked, but no, she talks in her sleep and she sleeps everywhere. | What if we need one? | I had not planned on any. | I never could sing.

B: What's the sign? | If it goes wrong we'd want some sort of sign, nothing clever, I forget clever. | How will I know it's off? | We should agree on a signal. | If we're caught, do we know each other?
A: Two knocks. | If I take my hat off, run, and if I haven't got a hat, use your judgment. | Can you whistle? | The light in the end window. On means stop. | I've never seen you before. Dreadful face.

B: I don't like you. | I ought to say I don't, you know, I've never quite taken to you. | You know I can't stand you? | I wish it noted that this is not friendship. | You're still a weasel. I want that clear.
A: Good. | That's all right, it'd only muddle things if you did. | Does it have to hurt your feelings? | It is noted. | A weasel's what you need. Look at the hole.

A: Tonight, then. | We'd do it tonight, I think, before either of us has a chance to be sensible. | Are you in? | I take it we have an agreement. | Tonight. Wear something you could be buried in.
B: Tonight. | I'll be there, I'll be early, I'll stand about and hate it. | What time does the moon set? | You have my word, for one night. | I'll iron a shirt.
L: Then they'll move first. | I was hoping you wouldn't know that, I was hoping it wasn't so. | Have you told anyone? | We have less time than we assumed. | And you were going to mention this at the wedding?
+ {B} brushes half the map away and draws it better.
+ {A} offers {paper:the page}. {B} takes it by the other corner.
+ {B} tears {paper:the page} in two and gives {A} the smaller part.
+ {A} looks over one shoulder. So does {B}, over the other.
+ They drink from the one cup. Each wipes the rim.
+ {B} counts off four fingers and leaves the fifth folded.
+ {A} and {B} both start to speak, and both stop.
> {B} sweeps the sugar into a palm. Nothing was ever drawn.
> They leave by different ways. Both look back, at different times.
> {A} holds up two fingers. {B}, far off, knocks twice on wood.

# cover-up
< {B} is on both knees with a rag. {A} keeps watch and is no good at it.
< Whatever happened here happened lately. {A} and {B} move things back to where they stood.
< {A} burns paper, one sheet at a time. {B} reads each one first.
A: What did they see? | How much would they have seen, from there, in that light? | Who was at the window? | I need to know what was seen. | Tell me it was only the cat.
B: Most of it. | A bit of it, the end, they'd have heard more than they saw. | How should I know? | They saw two people. They did not see faces. | The cat, and the cat's solicitor.

A: We were at supper. | We'll say we were at supper, we nearly were, the plates are out. | Where were we at nine? | At nine we were at table. All evening. | At nine we were chewing. Practise.
B: What did we eat? | I never eat late, everybody knows that, couldn't it be cards? | Who cooked? | That will not survive a second question. | I'm a terrible liar with my mouth full.

B: You missed a bit. | There's still some there, by your, no, lower, where it goes under. | Is that yours or theirs? | The left-hand side is not clean. | You've left a bit for the museum.
A: Where? | I've been over it three times, it keeps coming up like damp. | Can you see it from there? | I have attended to that side. | I was saving it for you.

A: Burn {paper:it}. | We can't keep {paper:it}, I know what it is to you, but we can't. | Why is {paper:it} still here? | You were to destroy {paper:it}. | {paper:It} has to go, and not to a good home.
B: Not that. | I'll do it, I'll do it, I only want to read the one line again. | Who'd look for it? | It was not mine to destroy. | I've grown fond. We've been through things.

B: Somebody should say. | One of us might just go and tell them, early, before it gets hard. | What if we told the truth? | We could still report it. | There's an honest way. It's over there, getting smaller.
A: Say what? | It was early yesterday, I think it's got late while we were scrubbing. | And who'd be thanked for that? | That time has passed. | Wave to it.

A: Your hands. | Look at your hands, go and, use the cold, hot water sets it. | Have you seen your hands? | You will need to wash. | Your hands are telling everyone.
B: I know. | I've done them, I've done them till they bled, and now that's on the towel. | Have you seen yours? | I shall wear gloves. | They never could keep a thing to themselves.

B: They'll ask me first. | It'll be me they ask, I've got one of those faces, people stop me for directions. | What do I say when they ask me? | I shall be questioned before you. | They'll start with the pretty one. I'd better sit down.
A: Say less. | Just say you were tired, that's true at any rate, start with a true thing. | Can you cry? | Answer only what is asked. | Talk about your knees. No one stays for your knees.

A: It never happened. | By next week we'll have forgotten which of it we made up. | What happened here? | Nothing occurred. Let us both be clear. | I slept like a child. A blameless one.
B: What didn't? | I'll remember it at the wrong moment, I'll be buying stamps. | Who are you asking? | Nothing occurred. At nine we were at table. | It was a very good supper.
L: You told someone. | We scrubbed the wrong room, then, didn't we? | Who else has heard that? | Then none of this was sufficient. | Well, I'll put the bucket away.
+ {B} wrings the rag out. Both look at the water.
+ {A} sets a chair on the marks where it used to stand.
+ {B} counts the plates. Takes one away. Puts it back.
+ {A} smells both hands, and washes them again.
+ Light moves over the wall, and goes. Nobody breathes out yet.
+ {B} keeps one scrap back and closes a fist on it.
+ {A} practises a yawn.
> A knock. {A} picks up a fork. {B} picks up a fork.
> Everything is where it was. {B} shifts one thing, a little, so that it is not too neat.
> {A} blows on the ashes. One corner, with writing, will not go.
`;
