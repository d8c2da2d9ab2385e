/** Lines and business for scenes that settle something. The format is described in `../bank.ts`. */
export const ENDINGS = `
# decision
< Everything has been said once. {A} gets up and stands where it can be said again.
< {B} has drawn a line down a sheet: for, against. One side is full.
< {A} has a hat in one hand and a letter in the other.
B: So? | I don't want to hurry you, I only see that the light's going. | Which is it to be? | We are waiting for your decision. | Heads or tails, my lord?
A: Give me a minute. | I had it, on the way here, I had it quite clear as far as the corner. | What would you do? | I have not finished. | It landed on its edge.

A: If I go, who stays? | Somebody would have to stay and lock up, and feed it, and say where I'd gone. | And who'd look after this? | If I go, the post is vacant. | If I go, who'll you have to blame?
B: I do. | I'd manage, I managed before, I lost weight but I managed. | Does it need you? | That has been provided for. | I've a list. You're only at the top.

B: You're stalling. | You've folded that nine times now, it won't go any smaller. | What are you waiting for? | You are delaying. | Shall I fetch you a chair, or a grave?
A: I'm thinking. | I like it in between, nobody's let down yet, it's sort of roomy. | Is that a crime? | I am entitled to the full hour. | A chair. We'll see how it goes.

B: They'll never forgive it. | I'd back you, but the rest of them won't, they'll cross the road with their shopping. | Can you live with how they'll look at you? | You will be held responsible. Alone. | They'll name a drain after you.
A: They can look. | I've thought about their faces, I've been through them like photographs. | Could you? | I am prepared for that. | A deep one, I hope.

A: You'd choose the other. | I know what you'd do, you'd do it in a flash and be sorry in comfort. | What have you got against it? | You favour the other course. | You'd sell us and have soup.
B: I would. | I'd like us all to be here next year, that's all, it's not a grand idea. | Is that so wrong? | I have set out my reasons. | It's good to sell when there's soup.

B: What about {obj:it}? | And {obj:it}, I mean, you can't have it both ways and keep that in your pocket. | Who gets {obj:it}? | That leaves the question of {obj:it}. | And {obj:it} comes to me, I trust?
A: It goes back. | I'd leave it here, where anyone can find it, it's been hidden enough. | Do you want it? | It goes where it belonged to begin with. | Over my dead body. Check the pockets.

A: I dreamt about it. | It's stupid, I dreamt it, we were all on a boat and somebody had to get off. | Do you ever dream about it? | I have not slept since Sunday. | I asked my pillow. It's against.
B: Who got off? | I don't dream, I go out like a lamp, my wife says I talk, though. | And what did you do, in the dream? | That is no basis for a decision. | Your pillow's had a hard life.

A: I'm doing it. | I'm going to do it, there, I thought the roof would come down. | Will you come? | I have decided. Write it in. | Tails. Get your coat.
B: Then go. | I hoped you would, I prayed you wouldn't, I'll get my coat. | This minute? | Then I record it, and I wish you luck. | I'd already got it on.
L: And you'd have let me choose without it? | That's both columns gone, then. | When were you going to say? | Then there is nothing left to weigh. | Thank you. That's torn the paper nicely.
+ {A} tears the sheet down the line and pockets one half.
+ {B} starts to say it, and looks out instead.
+ {A} puts {obj:it} down. Picks it up. It is the same weight.
+ {B} evens the edges of a pile that is one sheet thick.
+ {A} stands. {B} stands. It was only to stretch.
+ {B} snaps a pencil, and is more surprised than anyone.
+ A clock strikes the wrong hour. They both wait for it to finish.
> {A} puts on the hat.
> {B} writes one word under "for", very small.
> {A} lets go of the letter. It is in the box, and that is all the noise it makes.

# reckoning
< {B} was told this day would come, and has put on a tie for it.
< {A} sets down a bag and takes out, one after another, the things {B} had thought lost.
< No one else is left. {A} and {B} could sit. Neither does.
A: You know why I'm here. | I thought I'd have a speech, I had one for years, it's gone, look. | Did you think I wouldn't come? | I have come to settle it. | I've brought your bill. It's been growing.
B: I expected you. | I left the door on the latch, I've left it on the latch for days. | What kept you? | I was expecting you earlier. | Is service included?

A: I kept count. | I've kept a count of it, every day, I say it over on the stairs. | How much of it do you remember? | I have an account of it. I shall read it, if you wish. | I brought the list. It's longer than you are.
B: I know what it came to. | I see it too, you needn't think, mostly about the time one buys bread. | Are you going to read all of it? | That will not be necessary. | I never did like a long evening.

B: I did as I was told. | There was a man above me, and one above him, I never saw the top of the ladder. | What would you have had me do? | I acted within my instructions. | I was a small wheel. I squeaked, even.
A: You signed. | I've met the ladder, I've met them all, and every one of them pointed down. | Whose hand is it in? | The instructions are in your hand. | You were the oil.

A: Look at {obj:it}. | I'd like you to hold {obj:it}, it's nothing, it weighs nothing, that's what's terrible. | Do you know whose {obj:this} was? | You will look at {obj:this}. | Say hello to {obj:it}. You've met.
B: I've seen it. | I can't without my glasses, and I think I'll leave them off. | Where did you get it? | I recognise it. | It hasn't aged. I have.

B: I've paid. | You wouldn't think so, but I have, there hasn't been a whole night since. | Do you think I sleep? | I have been punished, in ways not on paper. | I've had piles, divorce and weather.
A: Not to me. | I'm sorry about your nights, I am, I had to be sorry for them in the daytime. | Should I weep? | Not to those to whom it is owed. | The weather was for everyone.

B: What will it change? | It'll still be done, and I'll be gone, and you'll have the evening in front of you. | And tomorrow? | It will undo nothing. | And then you'll whistle again, will you?
A: The count. | I don't know, I thought I'd find that out by doing it. | Is that what you're afraid of? | It will be written down correctly. | I never could whistle. It's the teeth.

A: Sit down. | I think you'd better sit, you're a bad colour, and I want you here for it. | Will you sit? | You may sit for this part. | Sit, before you make a mess of the floor.
B: I'll stand. | I'd sooner be on my feet, it's the one thing I used to be good at. | Is it going to take long? | I prefer to stand. | The floor's seen better men fall.

A: Say it aloud. | You start, and I'll help if you get lost, it begins with the first day. | Which was the first? | Begin with the first. | I want to hear you sing it.
B: I can't. | I had it ready, I had the first word ready, and look. | Then will you go? | The first was the worst. | It's a long song.
L: You've said it at last. | All that time, and it takes as long to say as "pass the bread". | Who else was in the room? | Now it has been said before a witness. | There. And the ceiling's still up.
+ {A} sets the things out in a row, smallest first.
+ {B} loosens the tie. It is worse loosened.
+ {A} pushes a chair forward with one foot.
+ {B} turns {obj:it} over to see if the mark is there. It is.
+ {A} takes a step. {B}'s back finds the wall.
+ {B} starts to laugh, and it turns into the other thing.
+ {A} waits with both hands open, to show how empty.
> {B} says the first name. {A} shuts both eyes, and listens.
> {A} puts everything back in the bag but one. That one stays.
> {B} sits at last, in the middle of the floor, like a boy.

# farewell
< There is one bag. It stands by {A}'s foot, strapped.
< {B} talks about trains. {A} lets the talk run, since it will have to last.
< {A} has given away the plants. {B} is holding the last of them.
B: Got everything? | Have you got your, what is it, the thing for the neck, it'll be cold there. | Did you pack the blue one? | You have your papers. | Have you stolen everything you wanted?
A: I think so. | I've got it all, I've got too much, I've packed a plate, I don't know why. | What did I forget? | I have what I need. | I left you the debts.

A: You needn't wait. | You go on, you'll miss your supper, they can wave me off without you. | Don't you have work? | You are not obliged to stay. | Go home. You're frightening the pigeons.
B: I like it here. | I'm not waiting, I'm standing about, I can stand about anywhere I like. | Who says I'm waiting? | I have the hour free. | They started it.

B: You'll write. | You might write, if there's a table, it needn't be long, it could be just the weather. | Will you write? | I shall expect a letter. | Send me a card. Something vulgar.
A: I'll write. | I'm no good on paper, I sound like my own uncle. | What shall I write? | On the first of each month. | With a donkey. I'll sign it from him.

A: Take {obj:it}. | I'd like you to have {obj:it}, it would only get broken where I'm going. | Will you look after {obj:it}? | I should like to leave {obj:it} with you. | Here. {obj:It} never liked travelling.
B: It's yours. | I'll mind it, that's all, I'll mind it until. | For how long? | I will keep it for you. I will not keep it as mine. | It bites me, you know.

B: I was going to say. | There was something, I've been saying it to myself since the tram. | Do you know what I wanted to say? | There was something further. | I'd prepared remarks. I've eaten them.
A: Keep it. | I know, I think I know, let's say you said it and I was very good about it. | Does it need saying? | I believe I know what it is. | Were they filling?

A: It's only a year. | They go quickly now, years, remember that one with the snow? | What's a year? | It is a matter of twelve months. | I'll be back before you've washed up.
B: It's five. | You always round down, you did it with the rent. | Is it? | The paper says five. | I've only the one plate now.

A: Look after the dog. | Mind that you let him in, he won't ask, he just stands there being rained on. | Who'll walk him? | The dog is to have the good chair. | The dog's in charge. He's been told.
B: He's yours too. | He'll lie by the door a week, he'll look at me as though I'd put you somewhere. | Does he know? | I have already seen to it. | He told me. He's drunk with power.

B: That's you. | That'll be yours, they're early, wouldn't you know it, they're never early. | Isn't that yours? | They are calling it. | There's your carriage, Cinderella.
A: That's me. | I'll go on three, I'm no good at corners, don't let me look round. | Already? | Then I had better go. | Don't cry. You'll rust.
L: You tell me now. | I could have missed this one, if you'd said, there's another on Thursday. | Does it have to be now? | You might have told me at the house. | With the engine running. You've style.
+ {B} does up the top button of {A}'s coat. It was done up.
+ {A} lifts the bag, to feel it. Sets it down.
+ {B} gives the ticket back. It is warm.
+ They embrace on different sides, and begin again.
+ {A} counts out some coins into {B}'s palm and closes the fingers over them.
+ {B} keeps talking, half a step behind, to the back of {A}'s head.
+ {A} has one glove. {B} has the other, in a pocket, and keeps quiet.
> {B} waves for too long, at the wrong window.
> The place where the bag stood is dry. It begins to rain on it.
> {A} does look round. {B} has already turned, in order not to be seen.

# return
< {A} stands where a line of paint ends and an older colour begins.
< Everything is smaller. {B} is the same size, and that is what is wrong.
< {A} tries the old key. {B} opens from inside before it has turned.
B: You're back. | I saw someone on the road, I said to myself, that's somebody walks like you. | How long are you here? | I was not told that you were coming. | Look what the tide forgot to take.
A: I'm back. | I'd have sent word, I'd no stamp, then I'd no reason not to just walk. | Is there room? | I gave no notice. I apologise. | It tried. I've bony elbows.

A: It looks smaller. | It was bigger, or I was further off, which was it? | Was it always this small? | It is smaller than I recall. | Somebody's let it shrink.
B: It's the same. | It's you, I think, you've been looking at large things. | Would you like it larger? | It has not been altered. | It missed meals.

B: You did it, then? | They said you'd done it, and some said you'd died of it, which was it? | Did you get it done? | I take it the matter is concluded. | Did you slay it? You've bits in your hair.
A: I did it. | I did what I went for, I thought I'd feel bigger. | What have you heard? | It is concluded. Not as I wished. | Most of it's still running about.

A: I brought {obj:it} back. | Here, this is, {obj:it}'s a bit knocked about, it was in the rain with me. | Do you still want {obj:it}? | I return {obj:it}, as I undertook to. | I've brought {obj:it}. It asked for you.
B: I see that. | I'd stopped thinking of it, I'd got something else on that shelf. | After all this? | I will give you a receipt. | I'd turned its room into a study.

B: I kept your things. | I left it all where it was, I only dusted round it. | Did you think I'd clear it out? | Your things are where you left them. | I let your coat. It was no trouble.
A: I saw. | I noticed, I noticed the cup, I didn't like to say. | Why would you do that? | So I observed. I am obliged. | Did it pay?

A: You've changed things. | You've moved it all a foot to the left, I keep walking round where it was. | Where's the old table? | There have been alterations. | You've tidied. I feel quite threatened.
B: You were gone. | It gets the light there, I don't know why we never, well, I do. | Should I have asked? | It was necessary to go on. | I found the floor. It's oak.

B: You've changed. | There's less of you, somehow, and it looks at me harder. | What happened to you? | You are altered. | There's somebody missing from that coat.
A: So's the road. | It's the food, it's not having anyone to say eat up, it's shoes. | Is it so bad? | It has been a long week. | They send their love.

B: Stay, then. | You may as well stop here, there's a bed, it's only that there's a sewing machine on it. | Are you coming in or not? | You may remain, on the old terms. | In or out. You're letting the ghosts in.
A: Just tonight. | I wouldn't be any trouble, I'd be off before, what time do you get up? | Do you want me to? | For the present. Thank you. | In. They're with me.
L: They never told me that out there. | I walked all that way to tell you a thing you knew. | Who told you? | Then I was away for nothing. | I turn my back once, and look at you all.
+ {A} reaches for a hook that is not there any more.
+ {B} feels the cloth of {A}'s coat, as if pricing it.
+ {A} wipes both feet for a long time.
+ {B} finds a cup at the back. {A} knows it by the chip.
+ {A} steps over a board. It does not creak now.
+ {B} cuts bread against the chest, the old way. {A} looks away.
+ {A} lays {obj:it} down where it used to live.
> {B} hangs {A}'s coat up beside the other. They touch at the sleeve.
> {A} sleeps sitting up, boots on, facing the door. {B} leaves it open.
> {A} takes one look, all round, and sets the key on the sill.
`;
