/** What people without a part say: about their own work, to nobody in particular. One of them talks, or two in a row. */
export const EXTRA_LINES: readonly string[] = `
Next!
Mind your backs!
Anybody for this one?
Last orders! I mean it this time.
You dropped something.
We shut at six. We've always shut at six.
Is this yours, or can it go?
Not that door. The other door.
Careful! It's wet.
Who left this here?
Ten minutes. Then I have to lock up.
I only work here.
You'll want a receipt for that.
Somebody's been sick in the hall again.
Two coming through! Mind the paint.
They've moved it. Don't ask me where.
It was working this morning.
Sign at the cross. No, the other cross.
Keep left, please. Left!
That's the third one today.
Do you want a bag with it?
There's a form, but we've run out of the form.
Hold this a second, would you?
Sorry, love. Staff only.
If it rings, it isn't for me.
Wrong queue! They'll tell you the same over there.
I've been on since five.
He'll be down when he's down.
Smells like rain, doesn't it?
Any more fares?
It says so on the sign. Can't you read the sign?
That's not coming off, you know.
Have you got anything smaller?
Stand clear! I won't say it twice.
You can't leave that there.
She went that way. Or he did.
I told them it needed oil.
Out of the light, if you don't mind.
First floor, second on the right, and knock hard.
Nobody's claimed it. You could.
Watch the step! Everyone misses the step.
Is it always this cold in here?
My feet. I can't tell you about my feet.
We don't do refunds on a Tuesday.
Stop there! It's still drying.
Was it you who phoned?
They pay me to count, so I count.
Gone! You've just missed it.
Half price after four, if there's any left.
Could be Thursday. Could be never.
Your shoelace, mister.
I'd let it cool first.
Lights! Somebody see to the lights.
It's not my key. I only carry it.
Shall I wrap it?
There was another one, but it broke.
Don't lean on that!
Change at the next one. Everybody does.
You're standing on my flex.
Ring the bell again and I'll scream!
`
  .trim()
  .split('\n');
