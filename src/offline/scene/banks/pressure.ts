/** Lines and business for scenes of pressure. The format is described in `../bank.ts`. */
export const PRESSURE = `
# warning
< {A} has come the back way. There is mud to the ankle to prove it.
< {B} hums over some work. {A} stands where the light is blocked.
< {A} shuts what can be shut before saying a word. {B} notices each one.
A: Don't go in tomorrow. | If you were to have a cold tomorrow, no one would say a thing. | Could you be somewhere else tomorrow? | I advise you to stay away tomorrow. | Tomorrow's a fine day for the dentist.
B: Why? | I've got to go in, I promised, they've put my name on a hook. | What's happening tomorrow? | On what grounds? | I've seven teeth. They're all content.

A: They asked about you. | Your name came up, not badly, just more often than a name should. | Do you know who was asking for you today? | Your name was mentioned in a meeting. | You're popular. I'd see somebody about that.
B: Who did? | People ask about me every spring, it passes off. | What did you tell them? | In what connection? | Was it a matter of my singing?

B: You're scaring yourself. | You get like this, you got like this about the bridge, remember? | Did you sleep at all? | You have raised alarms before. | Have you been reading the almanac again?
A: The bridge fell. | I know how I get, I'd love it to be me, I'd be so happy to be silly. | Which of us was right about the bridge? | I was correct on that occasion. | I read the back page. You're in it.

A: I saw the list. | There's a list, I wasn't meant to see it, I was only bringing the tea in. | Shall I tell you whose name is fourth? | I have seen a document. You are on it. | It's a short list. You're not dessert.
B: Spelled right? | It might be a list for anything, people make lists of who likes fish. | Who's first? | Was it signed? | They'll have got the middle name wrong.

A: Leave {obj:it} with me. | You could leave {obj:it} here, only for the week, I'd put it under the floor. | Who knows you've got {obj:it}? | You should not keep {obj:it} in your house. | I'd bury {obj:it}. Deep, and under somebody unpleasant.
B: It stays. | If I hand it over I've got nothing to be frightened for, have I? | Would you be safe with it? | It remains where it is. | It's happy where it is. It has a view.

B: What did it cost you to come? | You shouldn't be here either, should you, not with your job. | Who saw you come? | You are taking a risk in telling me. | You've ruined those shoes for me. I'm touched.
A: An evening. | I said I was going for bread, so I'd better not forget bread. | Does it matter now? | I have considered that. | I never liked them. They pinched like a priest.

A: There's a boat at four. | There's a boat goes at four, I happened to look, I happened to pay for it. | Have you got anything packed? | A passage has been arranged for four o'clock. | There's a boat. It's ugly and it leaves.
B: I get seasick. | And who'd feed the hens, no, who'd open up in the morning? | One seat or two? | I did not ask for that. | I've always been loyal to land.

B: I heard you. | I've heard it now, you can stop looking at me like a doctor. | What more do you want me to say? | Your warning has been received. | Message delivered. Don't slam the sky.
A: Did you? | You said that the last time too, in just that voice. | So what will you do? | Then my part is finished. | Then act frightened. It would be a comfort.
L: Who told them that? | That's what I couldn't work out, that's the piece that was missing. | How long have you known? | Then it is further along than I thought. | Well. There goes my appetite.
+ {A} steps back from the light before answering.
+ {B} goes on with the work. The rhythm is off now.
+ {A} checks the same corner twice.
+ {B} finds a button on the ground and pockets it.
+ Footsteps outside. Both wait. They pass.
+ {A} holds out a ticket. {B} lets it hang there.
+ {B} straightens something that was straight.
> {A} goes without the bread. {B} turns the light down, not off.
> {B} laughs, alone, and stops. Then drags something heavy against the door.
> The ticket lies where {A} put it. {B} covers it with a plate.

# test
< {B} has set two things side by side that look the same. {A} is to choose.
< {A} stands where told. {B} walks once around, the way one looks at a horse.
< {B} has a watch out. {A} has rolled both sleeves.
B: Show me. | You say you can, and I'm sure you can, I'd only like to be sure twice. | Can you do it with me looking? | You will demonstrate, please. | Go on. Amaze an old sceptic.
A: Now? | I could do it better in the morning, with my own things, but all right. | Where do you want me? | I need one minute to prepare. | Drum roll. No? Suit yourself.

B: Again. | That was fine, that was very nearly right, again. | Was that your best? | Repeat it, without the pause. | Charming. Now do it as if it paid.
A: It was right. | My hand's cold, it isn't an excuse, it's just what happened. | What was wrong with it? | There was no error. | I'll do it blindfold for a sandwich.

B: Which one's false? | One of them isn't what it says, take your time, well, not too much. | Which would you stake your job on? | Identify the copy. | One's real. Like my aunt's pearls, the other one.
A: That one. | I want to say left, and that's why I'm going to say right. | Can I touch them? | The right. The edge is wrong. | They both owe money.

A: Who taught you this? | It's a strange way to hire somebody, who did it to you? | Did you pass it, the first time? | I assume there is a purpose. | Do you do this at weddings?
B: Hunger. | A man with eleven fingers taught me, but that's for when you've passed. | Who's asking the questions? | The purpose will become clear. | Only my own. Twice.

B: You hesitated. | There was a hitch, there, about as long as a breath, what was it? | What were you thinking of just then? | You paused for two seconds. I would like to know why. | You blinked like a cashier.
A: I was counting. | I thought of my father, he had hands like that, it put me off. | Does thinking lose me points? | I was verifying. | There was a fly. I let it live.

A: And if I fail? | I don't mind failing, I've done it with better people, but what happens then? | What happens to those who get it wrong? | What are the consequences of failure? | And the losers? Do you keep them in a shed?
B: You go home. | You go home and I'm sorry, and it's a long walk with the good jacket on. | Do you see any here? | Your deposit is retained. | We eat them. There's a Tuesday special.

B: Suppose {obj:it} went missing. | Let's say, and I'm only saying, that {obj:it} wasn't there one morning, what then? | If {obj:it} was gone tomorrow, whom would you tell? | Suppose you found {obj:it} missing. Your first action? | Say {obj:it} grew legs. Who gets a visit?
A: You. | I'd want to tell you, but I'd look in my own pockets first, I always think it's me. | Who had it last? | I would write down the hour and come to you. | Nobody. I'd quietly buy a train ticket.

B: You'll do. | You're not what I wanted, you may be what I need, don't thank me. | Can you start before you get worse? | You have passed. Narrowly. | You'll do. Don't frame it.
A: That's all? | I thought there'd be more, I'd got myself ready for more. | What did I just agree to? | I should like that in writing. | I shall tell my mother you wept.
L: You knew that and made me stand here? | So I was being tested on the wrong thing, all this time. | Was that part of it? | That was not in the instructions. | Ah. The real exam.
+ {B} clicks the watch shut without reading it.
+ {A} wipes both palms on cloth, front and back.
+ {B} moves the second one half an inch to the left.
+ {A} breathes out through the nose, four counts.
+ {B} leans in so close that {A} has to work around a shadow.
+ {A}'s hand stops in the air over the left one.
+ {B} writes a figure down and shields it.
> {B} turns the paper over. The figure had been written before they began.
> {A} holds still until {B} has gone, then sits, hard.
> {B} hands {A} a key as if it had been {A}'s all along.

# interrogation
< Two seats, one lower. {A} takes the high one. {B} was given no choice.
< {A} squares a thin pile of paper. Most of it is blank. {B} cannot see that.
< {B} has been waiting an hour. {A} comes in with a drink for one.
A: Start with Thursday. | We could begin anywhere, I thought Thursday, since that's where you stopped. | Where were you on Thursday? | Account for Thursday, from six o'clock. | Tell me a Thursday story.
B: I was home. | Thursday's a blur, I had the tooth, I think I was lying down. | Which Thursday? | I have already given a statement. | It rained. The hero stayed in.

A: Alone? | And nobody came by, nobody rang, not so much as a neighbour wanting sugar? | Who saw you? | Can anyone confirm that? | Just you and your conscience?
B: Alone. | There was a radio on next door, they'd know, they'd know what was playing. | Who would see me at home? | I live alone. It is on your form. | My conscience was at its mother's.

A: You're sweating. | It's close in here, I know, I'd open something but they've painted it shut. | Are you warm? | You seem uncomfortable. | Shall I have them turn the sun down?
B: It's hot. | I run warm, we all do in my family, ask anyone, ask at the funerals. | Aren't you? | I was not offered water. | It's the company. I'm blushing.

A: Whose is {obj:this}? | I only need to know about {obj:this}, and I'd be out of your way. | Do you recognise {obj:this}? | I am showing you {obj:an item}. Identify it. | {obj:This} misses you. It told us everything.
B: Not mine. | I've seen one like it, everyone's got one like it, it's that sort of thing. | Should I? | I have never had that in my possession. | Never met. It looks needy.

B: What am I accused of? | I'd help if I knew what it was, I hate to guess and guess wrong. | Is somebody saying I did something? | I am entitled to hear the charge. | Is it the hat? I'll give back the hat.
A: Nothing yet. | Nobody's accusing, I'm only asking, it's the quiet part of the afternoon. | What would you accuse you of? | That depends on the next answer. | The hat's the least of it.

A: Your friend talked. | I had your friend in here before you, same chair, he liked to talk, didn't he? | Do you know what your friend just signed? | We have a second statement. It differs. | Your friend sang. Good range.
B: Then ask him. | He talks when he's frightened, he'd tell you he shot the moon. | What friend? | Then you have no need of mine. | He knows two songs. Neither is about me.

A: Then why wash the floor? | I wondered about the floor, see, people don't wash a floor at midnight for company. | Who washes a floor at midnight? | The floor was washed at midnight. Explain. | Midnight's a funny hour to get house-proud.
B: It was dirty. | I couldn't sleep, and I'd sooner scrub than lie there listening. | Is it a crime to own a bucket? | I clean on Thursdays. | I was expecting you. Wipe your feet.

A: Last time. | I'd like to go home, and so would you, so I'll ask it one more time and gently. | Once more: who was with you? | For the final time. Who was with you? | One more for the road. Who else?
B: I want to go home. | You'd have to promise me something first, and you can't, can you? | And if I say it, what happens to them? | I will speak when I see it written. | Fetch another cup. You'll want to be sitting.
L: Say that again. | You'd better say that again slowly, so I can pretend to write it. | How do you know that? | Let that be recorded. | There it is. I'd stopped hoping.
+ {A} turns over a blank page and reads it with interest.
+ {B} looks at the one cup. So does {A}. Then {A} drinks.
+ {A} sets {obj:the thing} down between them and lines it up with the edge.
+ {B} reaches for {obj:it}, remembers, and pulls the hand back.
+ {A} lets the silence go on until it belongs to somebody.
+ {B} counts the ceiling. Loses count. Starts again.
+ {A} gets up and stands behind {B}.
> {A} pushes the cup across. {B} takes it in both hands.
> {A} picks up the pen for the first time.
> {B} goes on looking at the empty chair as if {A} had not left it.

# accusation
< {A} was calm all the way here. It wears off at the sight of {B}.
< {B} is laughing at something as {A} comes up. It takes a moment to stop.
< {A} puts {obj:it} down in front of {B} and steps back, like one who has lit a fuse.
A: It was you. | I went through everyone else first, I wanted it to be any of them. | Did you think I wouldn't find it? | I know who did it. I am looking at you. | Take a bow. Nobody else could have done it.
B: What was? | I'd ask you what you mean, but you've got it all over your face. | What is it I did? | Be careful what you say next. | I did a lot of things. Give me a year.

A: You had the key. | There were two keys, I'd forgotten there were two, and mine was on my belt. | Who else had a key? | Only two people had access. I was away. | It's a small club, people with that key.
B: Two keys. Two of us. | I lent it out, I'm soft with keys, half the street's been through there. | Where was yours? | That is an inference. | I lose keys. It's my one vice.

B: Who told you this? | Somebody's been at you, I can hear them in how you put it. | Who've you been talking to? | I would like the name of your source. | Which little bird? I'll have it stuffed.
A: You did. Just now. | Nobody told me, I had to work it out over the washing-up like a fool. | Would it be less true? | The dates told me. | It was a big bird. It had your coat on.

A: Look at me. | You could look at me while you say it, that's all I'd ask. | Why can't you look at me? | I would prefer to be looked at. | My face is up here, with the grievances.
B: I am looking. | I can't think when you stare, I never could, not at school either. | What do you want to see? | I am looking. You are simply angry. | I've seen it. It's had better days.

A: Where's {obj:it} now? | I don't even want {obj:it} back, I'd just like to know where it sleeps. | Who did you sell {obj:it} to? | State where {obj:it} is at this moment. | And {obj:it}? Gone to live on a farm?
B: Gone. | It's safe, well, it was safe, I'd have to make a call. | Why ask, if you know everything? | That is no longer in my hands. | It's seeing the world.

B: And what did you do? | You weren't there, nobody could find you that winter, so who was I supposed to ask? | Where were you when it mattered? | I should like your own conduct on the record too. | And you, of course, were off being a saint.
A: I trusted you. | I was working, I was sending it all home, to you, in envelopes. | Are you asking me that? | I was exactly where I said I would be. | I was paying for the rope.

A: They'll all know by tonight. | I haven't told them yet, I came here first, I don't know why I came here first. | What shall I tell them? | I intend to inform the others this evening. | I thought I'd read it out at supper.
B: Tell them. | You came here first because you wanted me to say it wasn't so. | And what will you tell them you knew? | Then I shall speak before you do. | Between the soup and the fish?

A: One word. | I'd sleep if you said it, that's stupid, but I would. | Did you or didn't you? | I want one word. Yes or no. | Go on. It's only three letters.
B: Yes. | It was for one night, it was meant to be back by morning. | What do you think? | Very well. I did. | You were always good at spelling.
L: You're lying. | No, because then I'd have had to see you every day, knowing it. | How long? | Then everything after that was theatre. | And you passed me the salt.
+ {B} wipes a glass that is already clean.
+ {A} starts to sit, and will not sit here.
+ {B} lowers both hands to where {A} can see them.
+ {A} picks up {obj:it} and sets it down harder.
+ Someone outside laughs. It has nothing to do with them.
+ {B} steps sideways. {A} steps too.
+ {A} turns away, and is back before the turn is done.
> {B} holds out a key, small, on a bit of string. {A} does not take it.
> {A} leaves everything exactly where it is, and goes.
> {B} says a name, quietly, once. It is not {A}'s.
`;
