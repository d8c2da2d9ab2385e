/** Lines and business for scenes between people with a past. The format is described in `../bank.ts`. */
export const TIES = `
# reunion
< {A} sees {B} first, and has time to leave, and does not.
< {B} has the old walk. {A} would know it on ice.
< They take each other for strangers, for about as long as it takes to say excuse me.
A: You got old. | I wasn't sure, from behind, and then you scratched your ear. | Is it you? | I was not certain that it was you. | Who let you get a face like that?
B: So did you. | I was hoping you'd walk past, and I was hoping you wouldn't, and here we are. | Who were you expecting? | I knew you at once. | I won it in a raffle.

B: You never wrote. | There might've been a card, I thought, at least when the baby came, at least a card. | Did you lose the address? | I received no letter after the first. | Was there a strike? Eleven years of one?
A: I wrote. | I've got them all in a tin, I'd get as far as the stamp. | Would you have opened it? | I wrote. I did not post. | The pigeon drank.

A: You kept {obj:it}. | Is that, you never kept {obj:it}, I'd have thought it went in the fire. | You still have {obj:it}? | I see that you still have {obj:it}. | Good Lord, {obj:the old thing}. I thought I'd lost you both.
B: It works. | I meant to throw it out every spring, and every spring it was somewhere I couldn't reach. | What would I do without it? | I had no reason to discard it. | It was in your half of the house. I don't go in there.

B: Where did you go? | I looked in all the obvious places, and then I looked in the stupid ones. | Where were you? | You left no forwarding address. | I dragged the lake, you know. Lovely pike.
A: North. | All over, a bit of everywhere, I'd stay till somebody learned my name. | Where would you have gone? | I had work, and afterwards I had none. | I was behind the door. You never looked.

A: Is she alive? | And your mother, is she, I don't like to ask it in front of people. | How's your mother? | I should ask after your mother. | And the old dragon? Still in flight?
B: She asks for you. | She went in March, she kept your chair, we had to move it to get her out. | Do you want to know? | She is living. She does not receive. | Grounded. Spits a little.

B: What do you want? | You've come for something, it's all right, you always came for something. | Why now? | What brings you here after so long? | It's not my birthday. So it's money.
A: To see. | I only meant to go by, on the other side of the road, and look at the light. | Do I need a reason? | I have business in the town. | I was passing. I passed eleven times.

A: I'd have stayed. | If you'd said one word that morning, I'd got my hand on the gate, I'd have stayed. | Why didn't you stop me? | I would have remained if I had been asked. | I stood at that gate till the paint dried.
B: I was asleep. | I was awake, I was lying there listening to you do up your boots. | Why didn't you knock? | It was not my place to ask. | I heard. I thought it was the milk.

B: Have you eaten? | There's some left over, it isn't much, I always make it for two, it's just the size of the pot. | When did you last eat? | There is supper, if you are staying for it. | You're thin. It doesn't suit your guilt.
A: I could eat. | I wouldn't want to put you out, what is it, is it the one with barley? | Are you asking me in? | I have a train at nine. There is another at eleven. | I've always eaten over my station.
L: When? | I'd have come, you know I'd have come if I'd heard that. | Who sat with you? | No one thought to inform me. | And I was in some bar, being charming.
+ {A} nearly takes {B}'s arm. It becomes something to do with a cuff.
+ {B} walks half round {A}, checking what's been changed.
+ They both stoop for the same glove.
+ {A} finds an old scar on {B}'s hand, and finds the other place to look.
+ {B} makes room. {A} stays standing in the room that was made.
+ {A} shows {B} {paper:a photograph}. {B} holds it at arm's length, then farther.
+ {B} says half of an old joke. {A} moves both lips to the rest.
> {B} sets out a second plate without being seen to.
> {A} follows, three steps behind, as it always used to be.
> The nine o'clock train goes by, somewhere. Nobody mentions it.

# vigil
< {A} and {B} keep the kind of quiet that is kept for somebody else.
< One lamp. {A} has the watch. {B} should be sleeping, and is not.
< They have been here long enough to have favourite places. {B} gives up the better one.
A: What's the time? | It must be past three, it's got that smell, three has a smell. | Is it getting light? | It should be about three. | Has anyone told the night we'd like the bill?
B: Ten past. | You asked me that, a while back, and it was the same then. | Are you late for something? | It is ten past three. | It's still yesterday, if you squint.

B: You sleep. I'll sit. | Why don't you shut your eyes, I'd wake you if there was anything, or if there wasn't. | When did you last lie down? | You should rest. I will take this hour. | Go to sleep. You're frightening the furniture.
A: I'm awake. | I tried, I lay there doing sums, I got to my aunt's age. | Could you? | I prefer to remain. | It started it.

A: Did you hear that? | There, no, listen, it's stopped now you're listening. | Was that breathing? | I believe I heard something. | Tell me that was your stomach.
B: It's the pipes. | There's always something ticks in a place at night, it's only the day going out of it. | What did it sound like? | I heard nothing. | It was my soul. It's hungry.

B: Tell me something. | Say anything, tell me about your dog, the one that swam. | What was it like, where you grew up? | I would be glad of some conversation. | Tell me a story. Nobody dies in it.
A: There's nothing. | The dog, well, he couldn't swim, that was the thing, he just never believed it. | Which part? | I was born in a house with nine doors. | Then it's a short one. There was a cake.

A: I should've come sooner. | I keep thinking of the bus I didn't get, it was there, I watched it go. | Would it have made a difference? | I ought to have come on Monday. | I stopped for a haircut. Look at it.
B: You came. | You weren't to know, and I wasn't, and the doctor was at a wedding. | Who could have known? | You were informed on Tuesday. | It's a terrible haircut. It wasn't worth it.

B: We used to sing. | What was it he used to sing, it had a river in it, and a girl, and she drowned. | Do you remember the one about the river? | There was a song. I have lost the second verse. | He'd have us singing by now, the old crow.
A: I don't sing. | I remember that she drowned, I don't remember it being anyone's fault. | Which verse? | The second verse is about the brother. | I only know the rude one.

A: What'll you do after? | When it's, afterwards, you'll stay on here, will you? | Where will you go? | Have you considered what you will do? | And when the curtain's down? Where do you go for a drink?
B: Sell it. | I haven't, I don't, I thought I'd paint that door, I've been looking at it for days. | After what? | I shall stay until it is settled. | Somewhere loud.

B: It's light. | That's a bird, I think, or it's a cart, but it's a cart with the light behind it. | Is that the morning? | The night is over, it seems. | Here it comes. It hasn't even washed.
A: So it is. | I'd got used to it dark, you can't see who's missing in the dark. | What do we do now? | We should wake the others. | It's got some nerve.
L: I never knew that. | He'd never have told me, we only ever talked about nails. | Did he say that? | I am glad to know it. I wish I had known it before. | Trust him to leave that lying about.
+ {A} trims the lamp. It needed nothing.
+ {B} lays a coat over {A}'s knees.
+ They listen. In, and out. In. They wait for out.
+ {A} winds a watch, six turns, no more.
+ {B} falls asleep for the length of one breath and denies it.
+ {A} breaks bread and gives away the larger piece.
+ {B} wets a cloth, wrings it, lays it back.
> {B} puts out the lamp. It makes no difference now.
> {A} opens whatever will open. The air comes in.
> {A}'s head drops on {B}'s shoulder. {B} sits like someone carrying eggs.

# plea
< {A} has run. {B} has not been told, and finishes what is in hand.
< {B} is leaving. {A} stands in front of the one bag.
< {A} has nothing to hold, and so holds {B}'s sleeve.
A: Don't sign it. | You could wait, just till Monday, things look different from a Monday. | Could you leave it one more day? | I ask you to delay. | Before you're strong and noble, may I be pathetic?
B: It's done. | I've waited for three Mondays, and they all looked the same. | What's one day? | The time for that has passed. | Be quick. I've a boat to burn.

A: Please. | I don't know the right words, there's a way of asking and I never learned it. | Do I have to get down on the floor? | I am asking. I do not ask. | I'd beg, but these are my good trousers.
B: Don't. | I wish you'd shout, I could do it if you shouted. | What do you think I can do? | You are making this worse for us both. | They're not that good.

A: There's a child. | She's six, she's only six, she thinks I've come to see about the heating. | Who's going to tell the girl? | You have not considered the girl. | Think of the child. She's worse than me, but think of her.
B: I know there is. | I've a picture of her, you sent it, I had to put it in the drawer. | Did you think of her then? | I have considered her at length. | She owes me a pencil.

B: What do you want from me? | If I gave you one thing, would that, what would the one thing be? | What is it you're really asking for? | State precisely what you are asking. | Is there a short version? With a price?
A: Time. | I want you to forget to post it, people forget, you've got a hole in that pocket. | Could you just not see me? | One week, and no questions. | Turn round. Count to a hundred. You can peek.

A: I'd give you everything. | You can have {obj:the lot}, I brought it, I'd have brought it anyway. | Would {obj:this} be enough? | I offer {obj:all I have}. It is not a bribe. | Take {obj:this}. It's ugly, but it's real.
B: Keep it. | Oh, put it away, someone'll see you with it and then there's two of us in this. | What would I do with it? | I cannot accept that. | I've nowhere to hang it.

B: You'd do it again. | I let it go once, and you were so sorry, and it was less than a year. | How many times have I heard that? | You gave me the same assurance in June. | That's your June speech. I know the gestures.
A: I won't. | I know I said it, I meant it then, I meant every word in June. | Have I ever asked like this? | This is a different matter. | I've dropped the dance number.

B: It isn't up to me. | They'd only send somebody else, somebody who doesn't know how you take your coffee. | Do you think I decide? | I do not make the decision. I deliver it. | I'm just the hand, dear. Talk to the head.
A: It's your pen. | It's you that's here, though, isn't it, there's nobody in this room but you. | Then who does? | The signature is yours. | The hand's what hits you.

B: Go home. | Go home now, go the long way, and I'll see, I don't promise, I'll see. | Will you go, if I think about it? | You have until six. I saw no one. | Get out before I turn kind.
A: You mean it? | I'll go, I'll go backwards, I won't even thank you. | You'd do that? | I will not forget it. | You were ever a brute.
L: I didn't know about that. | You should have begun with that, why didn't you begin with that? | Why are you telling me now? | That was not in the file. | You had that in your pocket and you gave me trousers?
+ {B} uncaps the pen. The tip waits above the line.
+ {A} puts one hand flat over the page.
+ {B} lifts {A}'s fingers off, one at a time.
+ {A}'s knees give a little and are made to hold.
+ {B} looks at the clock, for help.
+ {A} wipes the wet off {paper:the page} with a cuff, and makes it worse.
+ {B} gives {A} a handkerchief, and wants it back.
> {B} caps the pen.
> {A} is gone. {B} feels for the hole in the pocket.
> The page lies between them. A drop falls on the one word that mattered.

# confession
< {A} has asked for {B} and now talks about the journey.
< {B} is peeling something in one long strip. {A} watches the strip.
< {A} waits until {B} cannot easily get up.
A: I've something to say. | I'll say it quickly, and if I go slow, you might push me. | Have you got a minute to hate me? | There is a matter I have not disclosed. | I've something to tell you. Put down the knife.
B: Say it. | You've had it in your mouth since you got here, I thought it was a tooth. | Is it bad? | I am listening. | It's a small knife. Talk fast.

B: Is it money? | If it's only money I don't mind, I've been ready for it to be money. | How much did you lose? | Is it a financial matter? | You've bet the cow.
A: Not money. | I wish it was, money you can lay out on a bed and count. | Would I be shaking, for money? | It is not. | The cow's fine. Stop guessing.

A: It was me that night. | That night, I told you I got there after, well, there was a before. | You remember the night of the fire? | I was present. I told you I was not. | You know the man nobody saw? He has my shoes.
B: I know you were late. | You had wet hair, I remember it, I thought, it isn't raining. | What did you see? | You gave your word on it. | They were nice shoes.

A: I could have stopped it. | It needed one hand, I had two, I'd got them in my pockets. | Do you know how close I was? | I was near enough to prevent it. | I stood there like a man at a bus stop.
B: You didn't. | You'd have been hurt, I'm sure you'd have been, I'm telling you so, aren't I? | Why didn't you? | How near? | Did it come? The bus?

B: Who knows? | Have you told it before, or am I getting it fresh? | Am I the last to hear it? | To whom else have you said this? | Who's had it before me? I'd like it clean.
A: You. Only you. | I told it to a horse once, I had to start somewhere. | Who else could I tell? | No one living. | A horse. He took it well.

A: I kept {obj:it}. | I've still got {obj:it}, I don't know why, you'd think I'd have thrown it in the sea. | Do you want {obj:it} back? | I have had {obj:it} all this time. It is yours. | {obj:It} followed me home.
B: On the table. | I looked for it, we all looked, you looked, you were on your hands and knees. | All this time? | Put it where I can see it. | I hope you fed it.

B: Why today? | You could have kept it, nobody'd asked in years, you might have got clean away. | Why tell me? | For what reason do you tell me this today? | Was it too heavy, or was there nothing on?
A: I can't carry it. | You put that jam out for me, this morning, you'd saved me the end of the jar. | How long would you have waited? | Because you were about to thank me. | I ran out of other conversation.

A: Say something. | You could shout, or throw it, I'd rather you threw it. | Aren't you going to say anything? | I should like to know what you think. | I'd take applause.
B: Eat. | I've got to finish this first, if I stop I'll see you. | What would you like me to say? | I think you should go on sitting there. | Next time, tell the horse.
L: That's the part I couldn't see. | I used to lie there and try to make it come out some other way. | And you let me write to them? | I had the day wrong, then. All these years. | I see. I'd have liked that sooner.
+ {B} goes on peeling. The strip gets thinner.
+ {A} looks for somewhere to put {obj:it}, and there is only the lap.
+ {B} stops the hand. Not the face.
+ {A} drinks water as if it were work.
+ {B} picks a thread off {A}'s shoulder, by habit, and then looks at the hand that did it.
+ The strip breaks.
+ {A} waits for it. It does not come.
> {B} cuts the apple in half and holds one half out.
> {A} gets up. {B} says nothing, and hooks a foot round the chair leg to keep it there.
> {B} washes the knife, dries it, puts it away. Only then.
`;
