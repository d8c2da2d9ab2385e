/** Lines and business for scenes that begin something. The format is described in `../bank.ts`. */
export const ARRIVALS = `
# first meeting
< {B} is already there, busy, and lets {A} stand a while.
< {A} comes in sideways, as if the place might change its mind. {B} counts something and does not lose count.
< Two strangers. {A} reads every notice there is to read. {B} watches {A} read.
A: They said to ask for you. | I was told to ask, well, they said anyone, but I think they meant you. | Are you the one I'm supposed to ask for? | I was given your name and told to use it. | They told me to look for the one not smiling.
B: Who's they? | People say a lot of things about me, and never where I can hear it. | Who told you that, and when? | By whom, precisely? | They also say the soup here is good.

A: I can wait. | I can come back, it's no trouble, I walked all this way but I can come back. | Is this a bad hour? | I have set aside the whole afternoon. | Don't get up. You haven't, I notice.
B: Wait over there. | You'd be in the way if you wait, and you'd be in the way if you came back. | Do you see anyone else being seen? | The hours are posted. They are past. | There's a queue. You're both ends of it.

B: What do you do? | I like to know what somebody does before I know what they want. | What are you when you're at home? | State your occupation, please. | Let me guess. Insurance.
A: What's needed. | This and that, mostly that, since the spring. | What would help? | I am between positions. | I fall out of work from a great height.

A: It's about {topic:a small thing}. | It's about {topic:something small}, I mean it was small when I set out. | Do you know anything about {topic:a thing that went missing}? | I have come regarding {topic:an outstanding matter}. | I'm told you and {topic:bad news} are on first-name terms.
B: Never heard of it. | I might, I hear things, but I put most of them down again. | Why would I know about that? | That matter is closed. | Everyone who asks me that has good shoes. Yours are wet.

B: You've got ink on you. | You've a mark there, no, other side, it's been bothering me. | What happened to your sleeve? | There is a stain on your cuff. | You dress like someone who left by the window.
A: It's old. | I know, it's been there since Tuesday, I've stopped seeing it. | Does it matter? | I was interrupted while washing. | The door was taken.

A: Five minutes. | If you gave me five minutes I'd only need three of them. | What do five minutes cost here? | I require five minutes of your time. | Five minutes. I'll throw in the sixth free.
B: Three. | Five's a lot, I'd be late for the thing I'm late for. | What do I get for three? | You may have two. | You've used one being charming.

B: Who else knows you're here? | Does anyone, I don't mean it badly, does anyone know you came? | Did you tell anyone you were coming? | I need to know who sent you and who saw you. | Is somebody holding your coat outside?
A: Nobody. | My landlady, in a way, I left the light on. | Who would I tell? | No one has been informed. | Just the dog, and he owes me.

A: Then we start tomorrow. | So I'd come back tomorrow, if that's, would that be early enough? | When do I start? | I shall be here at eight. | Tomorrow, then. I'll wear the good face.
B: Seven. Bring boots. | Come at seven, and eat first, nobody ever eats first. | Do you own boots? | Seven. The door locks at five past. | Seven. I'm worse at seven.
L: Since when? | I wish you'd told me that before I took my coat off. | Who else knows? | That was left out of what I was told. | And here I was admiring the wallpaper.
+ {B} looks at {A}'s shoes a little too long.
+ {A} offers a hand. It stays out there on its own.
+ {B} turns {obj:a key} over and back again.
+ {A} tries the only place to sit. It rocks.
+ {B} writes a name down without asking how it is spelled.
+ {A} takes off one glove, thinks, puts it on again.
+ Somebody calls for {B} from far off. {B} lets them.
> {A} is left holding {paper:a slip of paper} and nowhere to put it.
> {B} has already gone back to work. But the second stool has been wiped.
> {A} reaches the way out, stops, and reads the hours after all.

# errand
< {B} holds out {paper:a folded list}. {A} does not take it yet.
< {A} has a coat half on. {B} stands between {A} and the way out.
< {B} ties string round a parcel and needs a third hand. {A} keeps both in pockets.
B: Before noon. | If you could have it there by noon, I say noon, they close at ten to. | Can you be there before noon? | It must be delivered by noon, in person. | Noon. The sober side of it.
A: It's eleven. | I could, if I ran, and if nobody asks me anything on the way. | Have you seen the clock? | That leaves fifty minutes. | I'll just lie down in the road and let it come to me.

A: What's in it? | I don't need to know, only, is it the kind of thing that spills? | What am I carrying? | I would prefer to know the contents. | Is it ticking, or is that you?
B: Paper. | It's nothing, it's a favour that got heavy. | Do you ask the postman that? | That is not part of the arrangement. | Socks. Very dangerous socks.

B: Don't stop anywhere. | You'll want to stop at your cousin's, and please, just this once, don't. | Will you go straight there? | You are to go directly and speak to no one. | No pubs. Not even the sad one.
A: I never stop. | I only stop when it's raining, or someone's sitting on their own. | Who told you I stopped? | I have not stopped on duty in years. | The sad one has my umbrella.

A: Why me? | I'm glad to, I am, I only wonder why it isn't someone quicker. | Isn't there anybody else? | This is normally done by someone else. | You must have run down the whole list.
B: You're here. | Because you bring things back, you always did, even as a child. | Would you rather I asked twice? | You are the only one whose name is on nothing. | You have a forgettable face. I mean it kindly.

A: And if they won't sign? | Suppose they say they never ordered it, what do I do with my hands? | What if nobody's there? | What is the procedure if it is refused? | And if they shoot me? Do I still get a receipt?
B: Wait. | Then you stand there and look cold until somebody's ashamed. | Have you ever been sent back? | Then you return with it unopened. | Get it in writing. Then fall down.

B: Did you look inside? | You haven't, I know you haven't, but the knot's different. | Who tied this? | That seal was whole this morning. | The knot's gone pretty. I never tie pretty.
A: It came loose. | It slipped on the stairs and I did it up again, better than before, I thought. | What would I want with it? | I retied it. I did not open it. | I was bored. It was wrapped. We got talking.

A: There's nothing in it for me. | I don't do it for money, I'd only mention that there isn't any. | What do I get? | You have not mentioned my fee. | I dream of one day being overpaid.
B: Supper. | There's supper, and there's me owing you, and the supper's the better half. | What do you think it's worth? | The usual, on your return. | You get the walk. People pay for walks.

B: Go on, then. | You'd better go, or I'll think of something else to be afraid of. | Why are you still here? | You are now four minutes late. | Run. Elegantly.
A: I'm gone. | I'm going, I only wanted to see if you'd say it. | Back by supper, all right? | You will have word by evening. | If I'm not back, sell my hat.
L: You could have said. | I'd have walked slower if I'd known that. | And you were sending me anyway? | I should have been told that at the outset. | Well, that's made it heavier.
+ {A} weighs the parcel in one hand, then in both.
+ {B} checks the street, left, right, left.
+ {A} buttons the coat wrong and starts over.
+ {B} tucks a coin into {A}'s pocket. {A} pretends not to feel it.
+ {A} mouths the address. Gets it wrong. Mouths it again.
+ {B} pulls the string tighter than it needs.
+ {A} shakes the parcel, once, close to one ear.
> {A} goes. {B} keeps looking at the place where {A} stood.
> {A} walks off the wrong way, stops, turns, passes {B} again without a word.
> {B} finds the list still on the ledge. The street is empty.

# request
< {A} has practised this. It shows in the shoulders.
< {B} is doing sums. {A} waits for the bottom of a column.
< {A} arrives with both hands full, so as not to have to knock. {B} knows at once what that means.
A: I need something. | I wouldn't come if it was for me, well, it is for me, partly. | Have you got a minute that isn't spoken for? | I have one request. I will put it once. | I've come to be a nuisance. Shall I start?
B: I can see that. | I thought so when I heard you on the step, you never come up slowly. | How much? | Please put it in one sentence. | You've wiped your feet. It's bad, then.

A: Lend me {obj:the key}. | I'd only want {obj:the key} for an evening, you'd have it back before you looked. | Could I borrow {obj:the key} until Friday? | I would need the use of {obj:the key} for one day. | I'd like to take {obj:the key} for a walk.
B: It doesn't leave here. | I'd love to, I would, but things I lend go off and get married. | Where's the last thing I lent you? | It is not mine to lend. | And who walks it home?

B: Who sent you? | It isn't like you to ask, somebody must have said I'd be soft. | Whose idea was this? | Who else has been consulted? | You're the friendly one. Who's the other one?
A: I sent me. | Nobody sent me, they said don't bother, they said you'd laugh. | Does it matter whose? | I come on my own account. | They drew straws. I cheated.

A: You did it for others. | You were good to the others, I saw it, I held the door for them. | Didn't you do it for less, last winter? | There is precedent. I have the dates. | You've done worse for people with worse manners.
B: They paid. | And look where they are, I pass them in the road and they study the hedge. | Did they tell you what it cost? | Each case was different and so was each outcome. | I was younger then. It was March.

B: What happens if I say no? | Say I couldn't, only say, what would you do then? | And if I don't? | What is your alternative? | And when I refuse, is there crying? I'll fetch a towel.
A: I walk. | I'd go home, I suppose, and tell them I hadn't found you in. | What do you think happens? | Then I lose the place on Monday. | I've a cousin with a van. It's a terrible plan.

A: I've never asked before. | All these years I never, not even when the roof went, did I? | Have I ever once asked you? | In eleven years this is my first application. | I've been saving up. This is the one.
B: Twice. | You asked with your face, that time at the station, and I gave in then too. | Don't you remember the roof? | You have asked twice. I kept the letters. | You asked in your sleep. Very politely.

B: I'd want it in writing. | Could you put it down for me, only so that I can say I was told? | Will you sign for it? | I shall need a signature and a date. | Write it down. Make me sound reluctant.
A: Give me the pen. | I'll write anything, only don't hold it up to the light. | What shall I put? | Dictate it and I will sign. | I'll put you down as kicking and screaming.

B: One day. | You can have a day, and I didn't say it, and you weren't here. | Can you do it in a day? | Twenty-four hours, starting now. | One day. Then I turn back into a swine.
A: A day will do. | A day's more than I, thank you, a day is plenty. | Which day? | That will be sufficient. | A swine with a clock. I'll take it.
L: I didn't know that. | I'd have asked differently if somebody had told me. | Is that why you wouldn't look at me? | That changes the terms. | Then it'll take a longer face.
+ {B} finishes the sum first. It takes as long as it takes.
+ {A} smooths a crease flat, and again.
+ {B} hears it out to the end, and gives nothing away.
+ {A} starts to kneel to pick something up and thinks better of it.
+ {B} puts a hand flat over {obj:the key}.
+ {A} looks at everything except what was asked for.
+ {B} opens a drawer an inch, listens to it, shuts it.
> {B} slides {obj:it} across without letting go. They both hold it.
> {A} goes. {B} does the sum again, and it comes out worse.
> {B} writes {A}'s name in the column, in pencil.

# refusal
< {B} has the answer ready and hides it under small talk about the weather.
< {A} lays everything out in a neat row. {B} does not look down at it.
< {B} keeps working. {A} talks to the back of a coat.
A: Just say yes. | All it needs is a yes, you needn't even come, just the word. | Is it yes? | I await your answer. | There's a short word. Starts with a smile.
B: No. | I've turned it over, I turned it over all night, and it's no on both sides. | Would I be standing like this if it was? | The answer is no. I thought you had been told. | I know a shorter one.

A: You haven't heard it all. | There's a second half, it's the better half, you stopped me too soon. | Can I finish? | You have not read past the first page. | The ending's good. There's a horse.
B: I heard enough. | I heard it from where it starts, and I've seen where these things finish. | Does the second half cost less? | I read it twice. That was my courtesy. | I knew that horse. It bit.

A: Think of what it pays. | I don't like to bring up money, but have you looked at that roof? | When did you last see money like that? | The sum has been doubled since this morning. | Think of the hats you could buy.
B: I did. | It's a lot, I lay there spending it, and then I had to get up. | Who's paying it, though? | I am aware of the sum and of what it is for. | I have a hat. It's a whole hat.

B: Ask someone else. | There's others would bite your hand off, the brothers at the mill, ask them. | Why not ask the brothers? | I can give you two other names. | Try the undertaker. He likes a steady job.
A: I asked. | I went round everyone I knew, and then everyone they knew, and here I am. | Do you think you were first? | You are the seventh. | He sent me to you. Something about your colour.

A: It was your idea once. | You drew it yourself, on that napkin, I've still got it somewhere. | Whose plan was it, five years ago? | It is in your own handwriting. | You were drunk, but you were brilliant.
B: I was wrong. | I say a great many things on napkins, most of them I wipe my mouth with. | Five years ago, who was I? | Then I withdraw it in the same hand. | Then go and ask that one.

A: They'll come to you next. | I'd be gentle about it, the ones who come after me won't know how you like your tea. | Who do you think they'll send after me? | The next visit will not be a request. | The next one won't wipe his feet.
B: Let them. | Then I'll put the kettle on, they'll get the same answer and it'll be hot. | Will they be on time? | I shall tell them what I told you. | I'll put newspaper down.

B: What did they promise you? | You wouldn't come all this way for nothing, what is it, a post? | What's your end of it? | I would like to know your commission. | How fat is your slice?
A: Enough. | They said I could go home, that's all, it doesn't sound like much here. | Would it change anything? | That is between them and me. | I get to stop knocking on doors.

A: That's final, then. | So I'm to go back and tell them that, in those words? | Is that your last word? | I shall report that you declined. | I'll say you cried a little. It looks better.
B: That's it. | Tell them I was civil, tell them I saw you to the corner. | Need it slower? | You may quote me. | Tell them you broke my heart. I'll send a bill.
L: Doesn't change it. | It makes me sorry, it doesn't make me willing. | Why would you tell me that now? | That confirms my view. | Lovely. Now it's no with a bow on.
+ {A} nudges {paper:the paper} a finger's width closer. {B} nudges it back.
+ {B} takes one look at the clock for {A} to see.
+ {B} picks lint from a sleeve that has none.
+ {A} laughs at the wrong place and hears it.
+ {B} holds {A}'s coat open. Nobody steps into it.
+ {A} gathers everything up, one piece at a time, leaving gaps to be stopped in.
+ {B} whistles half a tune and drops it.
> {A} leaves {paper:the envelope} behind on purpose. {B} knows it is on purpose.
> {B} waits for the steps to fade. Only then do the hands start to shake.
> {A} stops outside and counts to ten, in case. Nobody calls.
`;
