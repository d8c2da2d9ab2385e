const lines = (text: string): readonly string[] => text.trim().split('\n');

/** What may be said where a feeling was announced: one for each pattern. */
export const INSTEAD: readonly string[] = lines(`
Ask me something else.
Is there any of that bread left?
I walked here. All of it.
I put the light out. I sat there.
Give me that. I'll do it.
Look at the state of this.
I haven't unpacked.
You can have the other half.
I read it four times. It's short.
My hands won't do buttons.
I had a sandwich for it. I gave it away.
I went as far as the corner.
I've been counting things since noon.
Does this look straight to you?
I left the coat there.
I'll need that back.
I said your name to a wall.
It's been in this pocket all day.
I couldn't find the switch.
I kept the change.
I came the long way.
I let it ring.
I folded it eight times.
I shut it. I went back and shut it again.`);

/** Answers that give something away without saying it: one for each pattern. */
export const ANSWERS: readonly string[] = lines(`
Before you came. I only guessed.
Put it this way. I kept the stub.
Twice. The second time nobody was watching.
Not the way they tell it.
Once, and from a distance.
Ask whoever winds the clock.
I was paid to forget that.
Longer than I've let you think.
It was on the list. I wrote the list.
Only the last page.
As far as the door.
Yes. Then no.
I'd have to look at my left hand.
Somebody held the light.
I never said I was alone.
More than it was worth.
It rained. That's all I'll swear to.
I'd seen it before you showed me.
It was dark, and I was glad of it.
That's the part I practised.
When it was too late to matter.
I have it here. I always have it.
There were two of us in that.
You were standing where you are now.`);
