/** Lines and business for scenes in which something comes to light. The format is described in `../bank.ts`. */
export const FINDINGS = `
# discovery
< {A} has been at this for hours. {B} has been bored for nearly as long.
< {A} goes through it all again, from the back. {B} holds the light and lets it droop.
< A heap to the left, read. A heap to the right, unread. {A} between. {B} asleep, or nearly.
A: Come here. | Could you come, no, bring the light, tell me I'm reading it wrong. | Can you read that? | I would like you to look at this. | Look at this, and tell me I'm pretty and wrong.
B: What is it? | I was nearly asleep, it had better be buried treasure. | Has it moved? | Show me. Do not touch it again. | You're pretty. Move your thumb.

B: It's nothing. | It'll be a smudge, it was a smudge the last time, you had us up till three. | What am I looking for? | I see nothing out of the ordinary. | It's a stain. It's very like a stain.
A: Look again. | It's what I thought too, and then I turned it over. | Does that look like nothing? | Compare it with the other. | It's a stain with a date on it.

A: This is wrong. | It's the wrong way about, whoever did it was left-handed, or in a hurry. | Why would there be two? | These do not agree. | Somebody's been clever, and then had lunch.
B: Wrong how? | I always thought it looked odd, I didn't like to say, I thought it was my eyes. | Who had it before us? | Which is the older? | You always say that about lunch.

B: Where was {obj:it}? | I looked there, I looked there myself, I had my whole arm in. | Who put {obj:it} there? | In what position did you find {obj:it}? | Did {obj:it} come quietly?
A: Underneath. | It was just lying there, under everything, like it had got tired of waiting. | Who was last in here? | Behind the lining. It had been sewn. | It put up a fight. I've lost a nail.

A: Someone lied. | I don't say it was a lie, but it took a lot of trouble not to be true. | Who signed for it? | The account we were given is false. | There's a liar in this, and nice handwriting.
B: Who? | I'd hoped it'd just be a mistake, I like a mistake, you can say sorry for it. | Do you want it to be him? | Be careful. That has consequences. | It's never the ones with bad handwriting.

B: Put it back. | Couldn't we put it back, just as it was, and go and have something hot? | What if we never saw it? | I suggest we return it and leave. | Let's un-find it. I'll go first.
A: Too late. | I'd put it back, but I can't put back having seen it. | And do what tomorrow? | It is too late for that. | It's out now. It's had some air.

A: How much do they know? | The others, I mean, do they know, or do they only not look? | Who else has seen this? | We must establish who is aware of it. | Are we the last? I hate being the last.
B: More than you. | My guess is everybody knows a corner, and nobody's got the sheet. | Who else comes down here? | I should assume all of them. | You're always last. You read the instructions.

A: I'm keeping it. | I think I'll have to hold on to it, I don't know what for yet. | Will you say you saw it? | I shall need you as a witness. | Finders keepers. Witnesses, peepers.
B: Then hide it. | I wish you'd never called me over, I was so nearly asleep. | Did I see something? | I will say what I saw. Only that. | I've lovely eyes. They close.
L: Read me that again. | I'm going to sit down, I'm only going to sit. | And all this time? | Then the date on the other one is false. | So that's what we've been standing on.
+ {A} holds {paper:it} to the light, tilts it, tilts it back.
+ {B} leans in. The smile goes by degrees.
+ {A} lays the two side by side and covers half of each.
+ {B} reaches past {A} and turns {paper:it} face down.
+ Dust. {A} wipes a finger through it. Under it, a clean edge.
+ {B} looks to see who might be listening. Only the light hums.
+ {A} reads with a finger under each word.
> {A} puts {paper:it} inside the coat, flat, and the coat is buttoned.
> {B} blows the light out first.
> {B} goes back to the chair, and does not close an eye.

# rehearsal
< {A} stands on a chalk mark. {B} sits where the other party will sit, with the other party's frown.
< {B} holds the paper and follows with a thumb. {A} is not to look.
< {A} paces: six steps, turn. {B} has moved whatever was in the way.
B: From the top. | From where you come in, and this time come in, don't just turn up. | Shall we do it again from the door? | Once more, from the beginning. | Again, and this time as though you'd met a person.
A: I know it. | I had it on the stairs, I had the whole thing on the stairs. | Do we have to do the door? | I am ready. I was ready before. | I've met several. They were no help.

A: "I had no idea." | "I had no idea, sir," and then I sort of, do I sit? | "Sir, how could I have known?" | "I was not informed of that." | "Goodness. What, that old thing?"
B: Too fast. | It's good, it's nearly good, you're just answering before he's asked. | Would you believe you? | You said it before I had finished. | He'll hang you. He'll hang you for the eyebrows.

B: He'll stop you there. | He won't let you get so far, he'll pick something up and look at it. | And if he asks who was with you? | At that point he will ask for the name. | Then he smiles. Be ready for the smile.
A: With what? | I'd just go on, I'd say it to his tie, I find a tie's easier. | What does he ask? | I decline to give it. | I've got a smile as well. It's somewhere.

A: My hands. | It's the hands, they hang there, whose are they? | What do I do with my hands? | I am unsure what to do with my hands. | Could somebody hold my hands for me?
B: Pockets. | Hold a hat, hold it as if you'd forgotten you had it. | What do you do with them at home? | Behind your back. Left over right. | Sit on them. He'll think you're clever.

B: Don't say sorry. | You've said sorry four times, and there's only the one crime. | Why did you say sorry? | Omit the apology. | No apologies. He collects them.
A: Did I? | It slips out, it's like a cough, I say it to doors. | Was it that bad? | I was not aware that I had. | He can start with mine, then.

A: And if he knows? | Suppose he knows already, suppose he's just letting me run down like a clock? | What if he's got {obj:it} already? | We have not prepared for the case that he knows. | And if he's read the play?
B: Same answer. | Then you stop where you are and ask for a glass of water, and think. | What does he know? Think. | Then say nothing at all. | Then you'll hear the rest of it from him.

B: Now lie. | You're telling it as it was, that's your trouble, it wanders about. | Could you do it worse? | Give me the other version. | It's too true. Put some polish on it.
A: That was the lie. | I was, I thought I was, which bit sounded true? | Which one was that? | That was the other version. | That's the nicest thing you've said.

B: Stop there. | Leave it there, before you wear a hole in it. | Shall we stop? | That will have to serve. | Stop there. You'll only get better at it.
A: Once more. | One more, just from the question, I want to get it wrong in a new place. | Was it any good? | I would prefer one more attempt. | And the notices? Will they be kind?
L: And you let me rehearse the other thing? | I can't learn that by morning, I can't even hear it. | Does he know that? | Then the second answer will not hold. | That's a fine thing to put in a play.
+ {B} taps the paper twice: again.
+ {A} goes out, waits, and comes in as somebody taller.
+ {B} plays the silence, looking {A} up and down.
+ {A} loses the word. Both lips try it without sound.
+ {B} moves {A} by the elbows, half a step, like furniture.
+ {A} peeps. {B} folds the paper away.
+ {B} slaps the table. {A} does not jump. {B} nods.
> {A} says it once more to nobody, and this time it is true.
> {B} rubs out the chalk mark with a shoe.
> {A} goes off to do it. {B} mouths the lines, all of them, alone.

# betrayal
< {B} is kinder than usual. {A} takes it for the weather.
< {A} is telling {B} everything, and {B} keeps glancing at the time.
< {B} has arranged where {A} will stand. It is a good place to be seen from.
A: You're early. | I thought I'd be first, I always am, did you want something? | Since when are you early? | You are early. That is unlike you. | Early! Did you wet the bed?
B: Couldn't sleep. | I was up, I was walking about, and my feet brought me. | Am I? | I had a matter to see to first. | I came to watch you be late.

A: I've told nobody but you. | I wouldn't say this to anyone else, you know that, I can hardly say it to you. | You've kept it to yourself, haven't you? | You are the only person I have informed. | You're my one confessor. Cheap, too.
B: So you said. | You shouldn't have, I kept meaning to say, you shouldn't tell me things. | Who listens to me? | I understand that. | Cheap's the word.

B: {obj:It}. Same place? | And {obj:it}, is it still where you said, in the same spot? | You haven't moved {obj:it}? | Confirm for me where {obj:it} is kept. | And where does {obj:it} sleep these days?
A: Where I said. | Same place, I look every night, it's silly, I look every night. | Why do you ask? | Where it has been since March. | Tucked up. I sing to it.

A: You're not listening. | You've got your face on, but you're not in it. | Did you hear what I said? | You have not heard the last part. | I could be speaking Dutch. Am I?
B: I heard. | I am, I'm listening, I was thinking how it'd sound to somebody else. | What was the last part? | I heard every word. It will be remembered. | Your Dutch is coming on.

A: Who's that? | There's a man over there, no, don't look, he's been tying that shoe a while. | Did you bring someone? | There is someone behind you. | Your friend there has the longest laces in town.
B: No one I know. | I don't see, oh, him, he's always about, he's somebody's cousin. | Which one? | I came alone. | He's slow. His mother tied them for him.

B: You'd have done it. | If they'd come to you, with what they came to me with, you'd have sat down too. | What would you have done? | In my position you would have done the same. | You'd have got a better price, that's all.
A: Done what? | I don't follow, you'll have to go back, you've skipped a page. | What have you done? | Done what? Say it in full. | What was I worth?

A: How long have you planned it? | When I was ill, and you brought soup, was it already, were you already? | When did it start? | I want the date. | Was it before or after the soup?
B: A week. | It wasn't a plan, it was just a door I didn't shut. | Would it help? | Since the fourteenth. | During. It was good soup.

B: Don't run. | I'd stay, if I were you, they said they'd be civil if you stayed. | Where would you go? | They have both ends of the street. | Don't run. You look awful running.
A: I wasn't going to. | I couldn't, look, I can't feel my feet, isn't that stupid? | Was any of it true? | I would not give you the satisfaction. | Then walk me over. You owe me that.
L: You told them that. | I said that to you in the dark, I thought you were asleep. | Who else has it? | I said that in confidence, on one occasion, to one person. | And there's the knife. I wondered where you kept it.
+ {B} straightens {A}'s collar and does not meet {A}'s eye.
+ {A} gives {B} half of an apple. {B} holds it and does not eat.
+ {B} moves to the left, so that {A} has to turn to the light.
+ {A} laughs, looks round for the other laugh.
+ {B} looks at the time again. {A} sees it this time.
+ {A} takes back the apple from {B}'s hand.
+ {B} pulls off a hat, and puts it on. Somewhere, a door.
> Two figures at the far end. {A} looks only at {B}.
> {B} stays behind with {A}'s coat over one arm.
> {A} goes past without stopping, and says thank you. It is the worst thing to say.

# standoff
< {A} on one side, {B} on the other, and not enough in between.
< {B} has the way out. {A} has {obj:it}. Each would trade.
< Nobody moves. {A} counts the steps to {B}. {B} has counted them already.
A: Stay there. | I'd like you to stay where you are, please, I'd really much prefer it. | Where are you going? | Do not come any closer. | Close enough. I can count your fillings.
B: I'm staying. | I'm not moving, look, this is me not moving. | Who's going to stop me? | I have not taken a step. | Count fast.

B: Put {obj:it} down. | Why don't you put {obj:it} down, and we'll be two people standing about. | Can you put {obj:it} down? | You will put {obj:it} down slowly. | Put {obj:it} down before it goes off, or you do.
A: You first. | I would, but it's all I've got, I'd be standing here with just my arms. | Would you? | When you have moved away from the door. | We're attached.

B: You won't do it. | You're not the sort, I've known you with wasps, you open windows. | Have you ever done it before? | You have had two minutes. You have done nothing. | You'd have to be brave, and it's nearly dinner.
A: Try me. | I didn't think so either, it's surprising, it's quite quiet in here. | How sure are you? | I was deciding. I have decided. | I've had a light lunch.

A: Your side or mine? | One of us has to go through that door, and the other has to let them. | Who goes first? | One of us leaves first. We should settle which. | We could toss for it. Have you change?
B: Neither. | I could stand here till Sunday, I've nothing on, I've got the feet for it. | What's the hurry? | It will not be me. | I've only notes.

B: They're coming up. | There'll be others here in a minute, and then it won't be us deciding. | Hear that? | There are people on the way. I sent for them. | My friends are on the stairs. The heavy ones.
A: Then they come. | I know, I heard the bottom step, it's the fourth one creaks. | How many? | Then we have less than a minute. | I'll put out more cups.

A: I only want {topic:what's mine}. | I never wanted any of this, I wanted {topic:what was mine}, and a lift home. | What would you do without {topic:it}? | My demand is unchanged. {topic:What is mine}. | Give me {topic:what's mine} and keep the rest of the evening.
B: It stays here. | I'd give it to you, if it were only mine to give, it's got other people's hands on it. | And me? What do I go home with? | It was refused in writing. | It's been a lovely evening, too.

B: Your arm's shaking. | You can't hold it there much longer, I can see it from here, the elbow goes first. | Getting heavy? | Your arm is tiring. | That arm wants its mother.
A: It isn't. | It does that, it's nothing to do with you, it does it with soup. | Is that what you're waiting for? | I have another. | It's waving goodbye.

A: On three. | We could both let go, on three, if you'd really do it on three. | Together? | We lower our hands at the same time. | On three. And no arithmetic.
B: One. | You count, I always come in early. | Who counts? | Agreed. Begin. | Is that on it, or after it?
L: That's a trick. | You'd say that, that's just what I'd say if I was standing there. | Can you prove it? | You choose a remarkable moment to mention it. | Now you want a conversation.
+ {A} shifts weight to the other foot. {B}'s eyes go with it.
+ {B} raises both hands to the shoulder, no higher.
+ A drip, somewhere. They have both begun to count it.
+ {A} blinks sweat away and keeps that eye shut.
+ {B} slides one foot forward. {A} lets it be seen that it was seen.
+ {A} tightens the grip on {obj:it}.
+ Neither looks toward the noise outside.
> {B} steps aside. It is one step. It changes who owns the air.
> {A} lets {obj:it} fall. It makes less noise than anyone expected.
> Both hands come down. Nobody has said three.
`;
