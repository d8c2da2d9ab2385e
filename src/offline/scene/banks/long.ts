/** Exchanges, hard and gentle, that a long scene may hold beside its pattern's own. The format is described in `../bank.ts`. */
export const LONG = `
# hard
A: You moved when I came in. | I saw you shift, it was only an inch, but I saw where you looked. | What did you put away just now? | You concealed something on my arrival. | You jumped like a choirboy with a cigar.
B: I sit how I like. | It's my hip, if I don't move it sets, it's like a gate. | Do I look as if I hide things? | I moved because you were loud. | It was a good cigar.

B: You've been talking to my people. | They all went quiet in the yard today, all at once, so I thought, ah, you've been. | Which of them did you get to first? | You have been seen with my people. | My cook says you asked about soup for an hour.
A: They talked to me. | I only asked the way, and it turned out everybody knew it. | Does that frighten you? | It was they who approached me. | It was a very long recipe.

A: You said noon. | It was noon, I'm nearly sure, you said it with your hand on the clock. | Wasn't it to be noon? | The hour agreed was noon. | Noon, you said. I brought a sandwich.
B: Noon went. | I said about noon, and noon's a big place, people get lost in it. | And were you here? | The hour was moved. You were not told. | Then you've had lunch.

B: Don't look at the door. | You keep looking over there, and there's nobody coming, I've checked and I'm sorry. | What's so good about that door? | You have looked at the door four times. | That door's married. Look at me.
A: I'm not. | It's a draught, there's a bit of air, it's the only thing in here that moves. | Why, who's behind it? | I was looking at the time. | It started it. It winked.

A: Who pays you? | I've wondered what you live on, you've the look of someone with an envelope. | Whose money is that? | I should like to know who keeps you. | Who buys your shirts? I'd like to send a card.
B: I earn it. | It comes from here and there, mostly there, I don't hold it up to the light. | Who's asking, you or the shirt? | My accounts are in order. | A blind man with a grudge.

B: You had a limp before. | There was a limp, the last time, wasn't there, or was that the other foot? | What happened to your limp? | You walked differently in May. | Where's the limp? I'd grown fond of it.
A: It healed. | It comes when it rains, you've only ever seen me in the rain. | You noticed that? | I no longer require it. | Sold it to a beggar.

A: What's the worst you've done? | Tell me something you did once, something bad, it needn't be about this. | Have you never broken anything? | Name one thing you regret. | What's your best sin? I collect them.
B: Nothing I'd tell. | I let a dog out, when I was nine, and I watched which way it went. | Is it a trade you want? | I regret this conversation. | I once liked you, for a week.

B: Your voice has gone up. | You go up at the end when you're, there, like that, like a boy in a choir. | Do you hear yourself? | You are raising your voice. | Only bats can follow you now.
A: It has not. | It's the room, it's a high sort of room, it pulls you up. | Would you rather I whispered? | I am speaking as I always speak. | Good. It's them I'm after.

A: We were children here. | There was a swing about there, it only went one way, you'd never get off. | Do you remember who fell? | We both grew up within sight of this place. | You had a wooden sword. You hid it.
B: You were. | I remember it as colder, and I remember you as more of a crowd. | What of it? | That was another century. | I still have it. It's no help.

B: Is that blood? | You've got a bit of, is it jam, tell me it's jam. | Whose is that on your cuff? | There is blood on your cuff. | You've been at the raspberries.
A: It's mine. | It's only from the wire, I came over the back, it looks worse than it is. | What if it isn't? | A scratch. Please go on. | They put up a fight.

A: Count them again. | I'd feel better if we counted it once more, and this time aloud. | How many did you make it? | I ask for a second count. | Count it again. I'll take off my shoes.
B: Same as before. | I've counted till the numbers sounded foreign, it's the same, it's one short. | Don't you trust arithmetic? | The result has not changed. | Leave them on. It's that sort of floor.

B: Nobody's coming, you know. | You keep one ear up like a dog in a yard, there's no one, I sent them home. | Who did you think would come? | You should not expect assistance. | Your cavalry stopped for a drink.
A: Habit. | I did know, I was only listening in case it was somebody for you. | Why are we whispering, then? | I came on the understanding that we were alone. | It's a thirsty horse.

# gentle
A: You've still got that coat. | That's the same coat, you had it the year of the snow, it had all its buttons. | Isn't that the old coat? | I recognise the coat. | That coat's older than the law.
B: It's warm. | I had it turned, and then I had it turned back, there's only so many sides. | What's wrong with the coat? | It has been repaired twice. | It votes.

B: You talk in your sleep. | I never told you, you talk at night, it's mostly about stairs. | Do you know what you say in your sleep? | You speak in your sleep. I thought you knew. | You gave a speech last night. I seconded it.
A: What do I say? | It'll be the stairs at school, there were forty and the last one was missing. | Did you write it down? | I trust nothing was recorded. | Was there applause?

A: What was that song? | There was a tune you did, over the sink, it went down where you'd think it'd go up. | What's that you used to hum? | You used to hum something while you worked. | Hum me the awful one.
B: I forget. | It hadn't got words, or it had and they were about a ferry, my mother cleaned them up. | Was it sad? | I no longer know how it ended. | It's only awful the way you hear it.

B: You've not touched it. | You haven't had a bite, and I put the good half on your side. | Aren't you hungry? | You have eaten nothing since morning. | That was fresh when you sat down.
A: Later. | I'm saving it, I like to have a thing to look forward to. | Shall we halve it? | I will have it on the way. | We're getting to know each other.

A: Promise me one thing. | I'd like you to promise something, and I won't tell you what till you have. | Will you do one thing for me? | There is one matter I ask you to see to. | Do me one favour. It's small and illegal.
B: Which? | I promise, all right, I promise, it had better not be the hens. | Since when do we promise? | I will hear it first. | Those are my favourite two.

B: It was never the money. | People thought it was the money, and I let them, it's an easy thing to carry. | You didn't think it was the money, did you? | Money did not enter into it. | They said I did it for money. I'd have done it better.
A: Never thought so. | I never thought that, well, once, on a Sunday, it was raining. | What was it, then? | I never believed it was. | I told them it was your looks.

A: Remember the dog with three legs? | You'll remember the dog, it came on all our walks, and it was nobody's. | What became of that three-legged dog? | There was a dog. It had three legs and opinions. | I think of that dog. Three legs, and never late.
B: It had four. | It was only that it kept one back, I always thought, for best. | Which one was missing? | I believe the cook took it in. | It outran us both.
`;
