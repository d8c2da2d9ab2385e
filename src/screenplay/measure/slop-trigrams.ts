/**
 * Runs of three words that language models use far more often than people, between commas.
 *
 * From github.com/sam-paech/slop-score at 289264a, data/slop_list_trigrams.json, under the MIT licence:
 *
 * Copyright (c) 2025 Sam Paech
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
 * documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
 * rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
 * persons to whom the Software is furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
 * Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
 * WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
 * COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
 * OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
export const SLOP_TRIGRAMS = `
ability adapt changing, across various industries, across various sectors, adapt changing market, address root causes,
addressing challenges requires, addressing root causes, air hung thick, air thick anticipation, air thick scent, air
thick smell, air thick tension, also plays crucial, among team members, another critical aspect, another critical
component, another critical factor, another layer complexity, anything ever seen, asked voice barely, asked voice
laced, asked voice low, asked voice trembling, based decision making, began set casting, better health outcomes,
beyond surface level, blood ran cold, breath catching throat, breath caught throat, brow furrowed concentration, brow
furrowed concern, brow furrowed confusion, built upon foundation, casting eerie glow, casting long shadows, casting
warm glow, challenge status quo, challenges lay ahead, changing consumer preferences, changing market conditions,
characterized rapid technological, chill ran spine, chill run spine, closer examination reveals, collaborative problem
solving, company invested heavily, compelling case study, complex interplay factors, complex often contradictory,
complex tapestry woven, confront uncomfortable truths, contemporary business landscape, continued fall washing,
corporate social responsibility, cost benefit analysis, could feel power, could feel weight, could find way, could
help feel, could help notice, could help wonder, could shake feeling, creates fertile ground, creates virtuous cycle,
creating virtuous cycle, critical role shaping, critical thinking skills, cross functional collaboration, cross
functional teams, crucial role shaping, crucial step towards, culture continuous improvement, culture continuous
learning, customer centric approach, customer satisfaction loyalty, cutting edge technology, data driven approach,
data driven decision, data driven decisions, days turned weeks, decision making process, decision making processes,
deep breath feeling, deep breath steeling, deep breath stepped, deep breath trying, deeply embedded within, delicate
balancing act, delivering high quality, dimly lit room, dipped horizon casting, distinct yet interconnected, door
creaked open, door swung open, double edged sword, driven decision making, driving force behind, dust motes danced,
elara said voice, end end end, enhance operational efficiency, ensure long term, ensuring long term, environmental
social governance, era defined rapid, essay aims explore, essay delve multifaceted, essay explore multifaceted, essay
explores multifaceted, essay explores significance, essential long term, ethical business practices, ethical decision
making, ever evolving landscape, evidence based approach, evidence based decision, evidence based strategies, evolving
consumer preferences, extend beyond immediate, extend beyond individual, extend far beyond, extended far beyond,
extending far beyond, extends beyond individual, extends beyond mere, extends far beyond, eyes darting around, eyes
filled mixture, eyes locked onto, eyes never leaving, eyes scanning room, eyes wide fear, eyes wide mixture, eyes wide
terror, eyes wide wonder, eyes widened shock, eyes widened surprise, face whatever challenges, faced significant
challenges, faces several challenges, faint almost imperceptible, far beyond mere, far beyond simple, far reaching
consequences, far reaching implications, feel sense pride, feel sense unease, felt chill run, felt cold dread, felt
glimmer hope, felt growing sense, felt like eternity, felt sense peace, felt shiver run, felt strange sensation, felt
strange sense, figure emerged shadows, fingers flying across, first time long, flicker something akin, forward
thinking approach, foster long term, foster sense community, fostering culture continuous, fostering long term,
fostering sense belonging, fostering sense community, fostering sense shared, fosters sense shared, future word count,
gain deeper understanding, gaze sweeping across, general data protection, goes beyond simply, goes far beyond, grin
spreading across, ground beneath feet, growing body research, growing sense dread, growing sense unease, hand
instinctively reaching, heart hammered ribs, heart heavy weight, heart pounded chest, heart pounding chest, heart
skipped beat, help feel sense, help feel twinge, high stakes environment, horizon casting long, horizon painting sky,
however crucial acknowledge, hung air heavy, hung heavy air, hung low sky, hung thick scent, identify areas
improvement, increasingly interconnected world, industry continues evolve, informed decision making, intricately
carved wooden, keep voice steady, key performance indicators, knew chilling certainty, knew one thing, knew road
ahead, knew would never, knuckles turning white, landscape continues evolve, landscape modern business, leaned back
chair, leaned forward eyes, level playing field, long could remember, long shadows across, long term benefits, long
term commitment, long term consequences, long term economic, long term goals, long term growth, long term impact, long
term investment, long term outcomes, long term stability, long term strategic, long term success, long term
sustainability, long term value, long term viability, long term vision, looked around room, looked eyes filled, low
sky casting, loyal customer base, made decision would, made significant strides, made way back, maintain competitive
edge, maintaining competitive edge, make data driven, make informed choices, make informed decisions, manifest various
forms, manifest various ways, marked pivotal moment, marked significant turning, marked turning point, maybe maybe
could, medium sized enterprises, merely academic exercise, meticulous attention detail, mind already racing, mind
raced trying, mind racing implications, mind racing possibilities, mind racing questions, mind racing tried, mitigate
risks associated, modern business landscape, move beyond simplistic, move beyond simply, moving beyond simple, multi
faceted approach, multi pronged approach, must move beyond, navigate complex landscape, navigate complexities modern,
never seen anything, new revenue streams, newfound sense purpose, nodded mind racing, offers valuable insights, one
last time, one must first, one primary challenges, one primary reasons, one size fits, one thing certain, painting sky
hues, piercing blue eyes, pivotal role shaping, play critical role, play crucial role, play pivotal role, play
significant role, play vital role, played crucial role, played pivotal role, played significant role, played vital
role, plays critical role, plays crucial role, plays pivotal role, plays significant role, plays vital role, political
economic social, positive work environment, presents significant challenge, problem solving skills, professional
development opportunities, profound far reaching, provide real time, provide valuable insights, provides valuable
insights, public awareness campaigns, public private partnerships, rain continued fall, raised hand silencing,
randomized controlled trials, rapid technological advancements, rapid technological change, rapidly changing world,
rapidly evolving landscape, ready face whatever, real time data, real time feedback, real time monitoring, renewed
sense purpose, replied voice steady, requires careful consideration, requires deep understanding, requires multi
pronged, requires multifaceted approach, resonated deep within, rise social media, road ahead would, room fell silent,
said trying sound, said voice barely, said voice calm, said voice dripping, said voice echoing, said voice filled,
said voice firm, said voice laced, said voice like, said voice low, said voice smooth, said voice soft, said voice
steady, said voice tight, said voice tinged, said voice trembling, scent damp earth, seen anything like, sense peace
wash, sent shiver spine, sent shivers spine, serves cautionary tale, serves stark reminder, several key areas, shake
feeling something, shifting consumer preferences, shiver ran spine, shiver run spine, shook head trying, short term
gains, sighed running hand, significant role shaping, significant turning point, size fits approach, sky casting long,
small intricately carved, small medium sized, small smile playing, smile playing lips, smile spread across, smile
spreading across, smile tugging corners, something else entirely, something else something, spent countless hours,
spread across face, spread like wildfire, spreading across face, stakeholders including employees, stammered voice
barely, stepped forward eyes, stepped forward voice, strategic decision making, strong brand identity, success
inextricably linked, success word count, sun began set, sun dipped horizon, sun hung low, supply chain management,
sustainable competitive advantage, taking deep breath, tapestry woven threads, tears streaming face, technological
advancements evolving, testament enduring power, thinking problem solving, threat new entrants, today's fast paced,
took deep breath, took step back, took step closer, took step forward, tried make sense, trying keep voice, trying
make sense, turned walked away, turned weeks weeks, unique value proposition, unlike anything ever, unlock full
potential, user generated content, various factors including, voice barely audible, voice barely whisper, voice low
rumble, voice steady despite, voice trembling slightly, weeks weeks months, whatever challenges lay, whatever lay
ahead, whispered voice barely, whispered voice trembling, without fear reprisal, words echoed mind, words hung air,
work life balance, world word count, would find way, would never forget, young woman named
`;
