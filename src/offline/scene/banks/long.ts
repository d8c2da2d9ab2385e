/** Exchanges that a long scene may hold beside its pattern's own: each pattern has some that no other has. The format is described in `../bank.ts`. */
export const LONG = `
# interrogation
A: Say it to my face. | You keep saying it to the wall, and the wall doesn't care, I do. | Can you say that to me? | I ask you to address me directly. | I'm up here. The wall's heard it.
B: I just did. | I did say it, I said it as near to you as I could get. | Where was I looking? | I believe that I have. | The wall took it better.

A: It ends here. | I can't carry it any further, I thought I could, as far as the gate. | Where did you think it would end? | The matter closes today. | Last stop. Mind the gap.
B: Does it? | You say that as if it could hear us. | Who's going to end it? | I have not agreed to that. | I've a ticket to the end of the line.

# betrayal
B: You're late with this. | It would have been a kindness last month, and now it's only news. | Why now? | This ought to have come earlier. | You've brought me yesterday's bread.
A: I know. | I kept meaning to, I had my coat on for it twice. | Would it have helped? | The delay was mine. | It keeps. Most bad things keep.

B: Ask me nicely. | You've never once asked, you know, you just stand there needing. | Is that how you ask? | A request is customary. | Say it with a bow on.
A: Please. | There, please, it's a small enough word, it stuck all the same. | Is this better? | I ask it formally. | Please. I'm out of bows.

# reckoning
A: Keep your hands there. | If you'd leave your hands out, on top, where I can stop thinking about them. | What are your hands doing? | Your hands where I can see them, please. | Hands. Both. I'm nosy.
B: They're empty. | They're only cold, they go in by themselves. | What do you think I'm holding? | There is nothing in them. | They're shy. They've never been wanted.

A: You moved when I came in. | I saw you shift, it was only an inch, but I saw where you looked. | What did you put away just now? | You concealed something on my arrival. | You jumped like a choirboy with a cigar.
B: I sit how I like. | It's my hip, if I don't move it sets, it's like a gate. | Do I look as if I hide things? | I moved because you were loud. | It was a good cigar.

# accusation
B: Lower your voice. | Could you say it smaller, it carries in here, it gets in everywhere. | Who are you saying this for? | Please keep your voice down. | They heard that in the next county.
A: Let them hear. | I've been saying it small for years, it only shrank. | Afraid of being overheard? | I see no reason to whisper. | I hope it rained on them.

B: You've been talking to my people. | They all went quiet in the yard today, all at once, so I thought, ah, you've been. | Which of them did you get to first? | You have been seen with my people. | My cook says you asked about soup for an hour.
A: They talked to me. | I only asked the way, and it turned out everybody knew it. | Does that frighten you? | It was they who approached me. | It was a very long recipe.

# standoff
A: You rehearsed that. | That came out so smooth, you had it ready, you had it ironed. | How long did you practise that? | That answer was prepared. | Lovely. Did the mirror clap?
B: Twice. | I went over it on the way, only so I wouldn't say something worse. | And you didn't? | I wished to be clear. | The mirror wept.

A: You said noon. | It was noon, I'm nearly sure, you said it with your hand on the clock. | Wasn't it to be noon? | The hour agreed was noon. | Noon, you said. I brought a sandwich.
B: Noon went. | I said about noon, and noon's a big place, people get lost in it. | And were you here? | The hour was moved. You were not told. | Then you've had lunch.

# confession
B: What's the price? | There'll be a price, there always is, I'd sooner hear it standing. | What does it cost me? | State the cost. | Go on, frighten my wallet.
A: You know it. | It's the same as it was, only there's less time to pay it in. | What have you got left? | It has not changed since we last spoke. | Your pride. I'll take it in small change.

B: Don't look at the door. | You keep looking over there, and there's nobody coming, I've checked and I'm sorry. | What's so good about that door? | You have looked at the door four times. | That door's married. Look at me.
A: I'm not. | It's a draught, there's a bit of air, it's the only thing in here that moves. | Why, who's behind it? | I was looking at the time. | It started it. It winked.

# refusal
A: That's a lie. | It isn't true, is it, it's the shape of true, but it isn't. | Do you believe that yourself? | That statement is incorrect. | I've seen better lies on a tombstone.
B: Prove it. | It was true when I started the sentence. | And if it is? | You are free to check. | It's all I had in the house.

A: Who pays you? | I've wondered what you live on, you've the look of someone with an envelope. | Whose money is that? | I should like to know who keeps you. | Who buys your shirts? I'd like to send a card.
B: I earn it. | It comes from here and there, mostly there, I don't hold it up to the light. | Who's asking, you or the shirt? | My accounts are in order. | A blind man with a grudge.

# warning
B: You need me. | You'd not get far, I don't say it to boast, I've seen you with a map. | Who else have you got? | Without me you have no case. | Without me you're a hat on a road.
A: Not any more. | I did, I did need you, I've been trying to find the day it stopped. | Did I ever say so? | I made other arrangements. | It's a good hat.

B: You had a limp before. | There was a limp, the last time, wasn't there, or was that the other foot? | What happened to your limp? | You walked differently in May. | Where's the limp? I'd grown fond of it.
A: It healed. | It comes when it rains, you've only ever seen me in the rain. | You noticed that? | I no longer require it. | Sold it to a beggar.

# discovery
A: Empty your pockets. | I'd like to see what's in the coat, if it's nothing then it's nothing. | What's in the left one? | Turn out your pockets, please. | Let's see the treasure.
B: You first. | There's only fluff and a button, I'd be ashamed for you to see. | Since when do you search me? | I decline. | It's mostly string. I've plans for it.

A: What's the worst you've done? | Tell me something you did once, something bad, it needn't be about this. | Have you never broken anything? | Name one thing you regret. | What's your best sin? I collect them.
B: Nothing I'd tell. | I let a dog out, when I was nine, and I watched which way it went. | Is it a trade you want? | I regret this conversation. | I once liked you, for a week.

# bargain
B: I could have run. | I had the whole night and a good road, and I came here, what does that say? | Why would I still be here? | You will note that I stayed. | I could be a mile off by now, eating.
A: You still could. | I thought you would, I left it open on purpose. | What stopped you? | The road is where it was. | You never liked walking.

B: Your voice has gone up. | You go up at the end when you're, there, like that, like a boy in a choir. | Do you hear yourself? | You are raising your voice. | Only bats can follow you now.
A: It has not. | It's the room, it's a high sort of room, it pulls you up. | Would you rather I whispered? | I am speaking as I always speak. | Good. It's them I'm after.

# test
A: Who else was there? | There were more than two of you, there's always somebody holding the light. | Who held the lamp? | Name the others. | You didn't do it in a crowd of one.
B: Leave them out. | They only did what I asked, they'd have been home in bed. | What does it matter who? | I will speak for myself alone. | The lamp held itself. It's gifted.

A: We were children here. | There was a swing about there, it only went one way, you'd never get off. | Do you remember who fell? | We both grew up within sight of this place. | You had a wooden sword. You hid it.
B: You were. | I remember it as colder, and I remember you as more of a crowd. | What of it? | That was another century. | I still have it. It's no help.

# temptation
B: You're shaking. | You've got a shake in that hand, it was in your voice before. | Is it cold, or is it me? | Your hand is not steady. | You rattle. Did you know?
A: It's cold. | I'm not, it's only that I've been standing so long. | Would you rather I wasn't? | I have not eaten. | It's how I applaud.

B: Is that blood? | You've got a bit of, is it jam, tell me it's jam. | Whose is that on your cuff? | There is blood on your cuff. | You've been at the raspberries.
A: It's mine. | It's only from the wire, I came over the back, it looks worse than it is. | What if it isn't? | A scratch. Please go on. | They put up a fight.

# cover-up
A: You got what you wanted. | It all came out your way, and you don't look well on it. | Isn't this what you wanted? | The result is the one you asked for. | Congratulations. Where's the band?
B: No. | I wanted the other thing, this was only what there was. | Do I look like it? | It is not the one I asked for. | They played. You were out.

A: Count them again. | I'd feel better if we counted it once more, and this time aloud. | How many did you make it? | I ask for a second count. | Count it again. I'll take off my shoes.
B: Same as before. | I've counted till the numbers sounded foreign, it's the same, it's one short. | Don't you trust arithmetic? | The result has not changed. | Leave them on. It's that sort of floor.

# plea
B: Give me a reason. | One reason would do me, it needn't be a good one. | Why should I? | I require a reason. | Surprise me with a motive.
A: You'd do the same. | I had a whole row of them this morning, they've fallen over. | Do you need one? | You have had the reasons in writing. | I was bored and you were rich.

B: Nobody's coming, you know. | You keep one ear up like a dog in a yard, there's no one, I sent them home. | Who did you think would come? | You should not expect assistance. | Your cavalry stopped for a drink.
A: Habit. | I did know, I was only listening in case it was somebody for you. | Why are we whispering, then? | I came on the understanding that we were alone. | It's a thirsty horse.

# decision
A: You look tired. | You've been up, haven't you, you've got that crease. | When did you last sleep? | You have not slept. | You look like a bed somebody left.
B: So do you. | I got an hour, in pieces, I lost one of the pieces. | Is it so plain? | I will rest afterwards. | I'm saving it up.

A: Leave the light on. | If you wouldn't mind leaving it, only tonight, I know what it costs. | Could you leave that on? | I would like the light left on. | Leave the lamp. It's company.
B: All night? | It can stay, I'll see it from where I am, I'd like that. | Who's it for? | As you wish. | It talks in the small hours.

# farewell
B: Is this the place? | It's where you said, I went past it twice, it looked smaller than you said. | Are we allowed in here? | I was given these directions. | So this is the palace.
A: It is. | It's not much to look at, you get fond of it, like a bad tooth. | What did you expect? | This is the place. | Mind the chandeliers.

B: What are you thinking? | You went off somewhere, I could see you going. | Where did you go, just then? | You were elsewhere. | A thought. I saw it cross.
A: Nothing much. | I was back at the start of it, when it was only a small thing. | Does it show? | It was of no importance. | It's gone. It left no name.

# alliance
A: Hold this end. | If you'd take that end and not let go until I say, or even then. | Can you hold that? | Please take the other end. | Grab the end that bites.
B: Got it. | I have it, I think I have it, is it meant to bend? | Like this? | I have hold of it. | It's growing on me.

A: That's the last of it. | There isn't any more, I scraped round, this is all the more there is. | Is there any more? | The supply is exhausted. | Behold, the end.
B: Halve it. | You have it, I'm only hungry to look at. | Who wants it most? | Then it should be shared. | I'll toss you for the bottom.

# return
B: You could have asked. | I'd have done it, I'd have grumbled and I'd have done it. | Why didn't you ask? | You had only to ask me. | I'm told I'm a soft touch.
A: I'm asking. | I got as far as your step once, and I could hear you laughing. | Can I ask now? | I am asking you now. | You charge by the sigh.

A: You've still got that coat. | That's the same coat, you had it the year of the snow, it had all its buttons. | Isn't that the old coat? | I recognise the coat. | That coat's older than the law.
B: It's warm. | I had it turned, and then I had it turned back, there's only so many sides. | What's wrong with the coat? | It has been repaired twice. | It votes.

# vigil
A: What would you do? | You'd know what to do, you'd have done it by now. | What would you do in my shoes? | I should value your opinion. | You're wise. Everyone's frightened of it.
B: Sit down first. | I'd make a list, and then I'd do whatever wasn't on it. | Do you want to know, or be told? | I would begin at the beginning. | I'd blame you. It's never failed.

B: You talk in your sleep. | I never told you, you talk at night, it's mostly about stairs. | Do you know what you say in your sleep? | You speak in your sleep. I thought you knew. | You gave a speech last night. I seconded it.
A: What do I say? | It'll be the stairs at school, there were forty and the last one was missing. | Did you write it down? | I trust nothing was recorded. | Was there applause?

# reunion
B: It's later than I thought. | The time went, I was watching it, and it went round me. | What time did it get to be? | We have overrun. | The clock's been drinking.
A: Stay a bit. | You needn't go yet, there's no one to mind if you don't go. | Have you somewhere to be? | There is still an hour. | Let it sleep it off.

A: What was that song? | There was a tune you did, over the sink, it went down where you'd think it'd go up. | What's that you used to hum? | You used to hum something while you worked. | Hum me the awful one.
B: I forget. | It hadn't got words, or it had and they were about a ferry, my mother cleaned them up. | Was it sad? | I no longer know how it ended. | It's only awful the way you hear it.

# request
A: I kept your place. | I saved you the spot, people asked, I said it was broken. | Do you know I kept it for you? | Your place has been kept. | I fought them off with a spoon.
B: You needn't have. | I saw, I saw from out there, that's why I took so long. | All this time? | That was not necessary. Thank you. | I hope you won.

B: You've not touched it. | You haven't had a bite, and I put the good half on your side. | Aren't you hungry? | You have eaten nothing since morning. | That was fresh when you sat down.
A: Later. | I'm saving it, I like to have a thing to look forward to. | Shall we halve it? | I will have it on the way. | We're getting to know each other.

# rehearsal
B: You're humming. | You've been at it since you came in, it goes up and doesn't come down. | What are you so pleased about? | You appear cheerful. | There's a noise. It's coming out of you.
A: Am I? | I do it when I'm frightened, I always have, people think I'm merry. | Do you want me to stop? | I was not aware of it. | It got in through a tooth.

A: Promise me one thing. | I'd like you to promise something, and I won't tell you what till you have. | Will you do one thing for me? | There is one matter I ask you to see to. | Do me one favour. It's small and illegal.
B: Which? | I promise, all right, I promise, it had better not be the hens. | Since when do we promise? | I will hear it first. | Those are my favourite two.

# first meeting
A: Show me again. | I had it, I had it in my fingers a moment ago. | How did you do that? | Once more, slowly. | Again, for the cheap seats.
B: Watch my hands. | You're going at it too hard, it isn't angry with you. | Are you watching? | It is done in three movements. | Nothing up either sleeve.

B: It was never the money. | People thought it was the money, and I let them, it's an easy thing to carry. | You didn't think it was the money, did you? | Money did not enter into it. | They said I did it for money. I'd have done it better.
A: Never thought so. | I never thought that, well, once, on a Sunday, it was raining. | What was it, then? | I never believed it was. | I told them it was your looks.

# errand
B: I wasn't sure you'd come. | I put out one cup and then I put out two, and then I put both back. | Did you nearly not come? | There was some doubt about your coming. | I had a bet on it. I've lost.
A: Nor was I. | I stood outside for a while, I read the whole of the notice. | Am I too late? | I said that I would. | I had nothing else to wear.

A: Remember the dog with three legs? | You'll remember the dog, it came on all our walks, and it was nobody's. | What became of that three-legged dog? | There was a dog. It had three legs and opinions. | I think of that dog. Three legs, and never late.
B: It had four. | It was only that it kept one back, I always thought, for best. | Which one was missing? | I believe the cook took it in. | It outran us both.
`;
