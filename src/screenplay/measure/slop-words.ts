/**
 * Words that language models use far more often than people, between spaces. Many are names models like to give.
 *
 * From github.com/sam-paech/slop-score at 289264a, data/slop_list.json, under the MIT licence:
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
export const SLOP_WORDS = `
absenteeism absently abuzz accelerant accentuates accor ached acrid actionable actualization adaptability adaptable
adeptly adherence adira advancements aedan aelara aeldrin aeliana aelion aelius aella aeloria aelric aelwyn aerion
aeternum aeternus aethel aethelburg aethelgard aethelred aethera aethereia aetheria aetherians aetherium aetherius
aethers aethon agonizing agonizingly agreeableness akinator alara alaric alayna aldric aldwyn aleron algorithmic
alienating align aligning aligns alleviates alleyway allfather amara amelia americanization amid amplified amplifies
amplify amplifying animatedly anomie anxieties anya arcane arcanus arced archdemon archmage arcturian aric arin aris
armrest armrests artificiality ashen ashwood asmodeus aspirational astrobiologist astutely asymmetries atheria audible
audits aurors averting azathoth azazel azrael ballooned barked baruk bated beckoned bedrock beeped behaviorists
behaviors belied bellowed bellweather beneficence bewildered bewilderment biases bicultural billowed billowing
bioluminescent biometric blackwood blackwoods blankly blared bleez blending blinding blinked bloomed blueprinting
blurring blurted bolstered bolstering bolsters boomed borderless borin bottlenecks bridging brindlemark broadens
broader brow brushstroke burdening burdens burgeoning bustled bustling buzzed cackled cacophony caelan caelum
calloused calvinball cartographer cascaded cautiously cavernous cawed cementing centricity cerebus challenges
characterized chattered chestplate chillingly chimed chirped chitinous choz chronal chronarium chronos chuckled
cityscape clacked clang clanged clasped classism clatter clattered clattering clawed clawing clenched clich clinked
clinking cloaked clockmaker cloying clung clutched clutching cluttered coalesced coalescing cobblestone cobblestones
codifying coeducational cohesion coiling collaboratively collectivist commlink commodification commodified
commoditization communicative competencies complemented complementing complexities complicating conclusion conducive
confluence congruence conscientiousness conspiratorial conspiratorially constructionism constructivist contexts
contextualize contextualized contextualizing contextually contorted contorting conversely cornerstone correlating
correlational counterarguments countering countertransference coursed coursing crackle crackled crackling cradled
cradling creak creaked creaking crept crescendoed crimson crinkled crinkling critiqued critiquing croaked crookedly
crouched crucial crucially crucio crumbling crumpled crumpling cultists cultivate cultivates cultivating curbing
curricula daedra daedric dampeners dampness daoism dappling darkwood darted darting datapad deafening debriefing
decentralizing deceptively deconstruct deconstructs deductibility defied dehumanization delineate delineates
delineating deliverables delve delved delves delving democratize democratized democratizes democratizing demonstrable
demonstrably demystifies demystify deontological desolate destructo determinant determinants deterring deviance
devourer differentiator digitalization dilemmas diluting diminish dimly dimmed dimness disbelief disconcertingly
disconnection discordant disengagement disheveled dismantles dismissively disorganization disorientation disoriented
disorienting disparities dispossession disruptions disruptors disrupts dissecting dissects distills divergences
diversification diversifies diversifying dizzying doomguy doorframe doppelg dovahkiin downturns dragonborn drakon
drawled dread droned drumbeat dursleys dynamism dysregulation eadric eamon echoed echoes echoing eerie eerily
einherjar eira elara eldarion elderglen eldergrove eldermere elderton eldoria eldrath eldric eldrid eldrin eldrion
eldritch eldrith elevates elian eliana elias elion eliora elira ellaria elliana elmsworth elongating elowen elros
elucidates elucidating elyas elyndor elyndra elyon elyra elys elysia elysion elysium emanate emanated embed embedding
embodies embodying empathetic emphasizes emphasizing empowers encapsulate encapsulates encapsulating enchantments
encompass encompasses encompassing encourages encroaching endures enduring enforceability engenders enhance enhances
enhancing enigmatic enriches enslavers ensures ensuring entails entrenching enveloped eolan eolande eons epitomize
epitomized epitomizes equipping equips equitable eremon eridan eridani erode erodes eroding erupted eryndor etched
ethan ethereal ethical ethically evelyn evidenced evoking evolve evolves evolving exacerbate exacerbated exacerbates
exacerbating exacts exceeding exclaimed exemplified exemplifies exemplify exemplifying exhilaration exigencies expanse
expatriate experiential explores externalities facepalmed faceted facilitating faded faint faintly faltered falters
festered fianc fidgeted finnian finnigan firelight fishtailed fleeting flicker flickered flickering flinched flitted
floorboards fluffernutter fluttered foregrounding foregrounds fortifies fortifying fostered fostering fosters
foundational fourthly fragmented frameworks franchising frantic fraught frayed fraying frictions frizzle frowned froze
fueled functionalities fundamentally furrowed furrowing furthermore gamification gamified gaped gaslights gasped
gauntleted gaze gazed gazes generalizability generalizable geopolitical geralt gerta gestured gesturing glanced
glances glancing glar glared gleamed gleaming gleep glided glimmer glimmered glimmering glint glinted glinting
glistened glistening globalization globalized gloved glow glowed glyphs gnarled gnawed gnawing godric gorok gorthok
grapple grappled grapples grath gravelly greatsword greenwashing gregnok grimbold grimgold grimly grimoire grimoires
grimstone grinned gripped grizzled groaned grogg groggily grognak grok grolak groundwork groupthink growl growled
gruff grumbled grunted gruuz guildmaster guildmates gurgled guttered guttural hampers hargrove havenwood heartstone
hefted hefting heightens hesitantly hesitated heterogeneity hierarchies highlighting hilt hinder hindering hinges
hissed hitched hivemind hoarse holistic holistically hollowly holographic holstered homelander homelessness
homogenization hovered howled huddled hues huginn hulking humanized humanizes humanizing hummed humming humorless
hunched hurdles hurried hurtled hushed ichor ignarion ignis igniting illuminates illustrating imbue imbues imbuing
immense impactful impacting impairing impairs impassive imperatives imperceptible impermanence implications impossibly
impulsivity inadequacy incantation incantations incapacitation incentivize incentivized incentivizes incentivizing
inclusivity indefinably indelible indispensable inefficiencies inequalities inequities inextricably inferential
infrastructural infuses ingrained inherent inherently initiatives injectable inky innocuously innovate insectoid
insidiously insights insistent instinctively institutionalize institutionalizing instrumentality integrates
integrating integrations intently interconnected interconnectedness interconnections intercultural interdependence
interdependencies interdimensional intergroup interjected internalize internalizing interplay interpretative
interprofessional interrelated interrogates intersectionality intersects intertwined intertwines intertwining
interventions intoned intricacies intricate intricately intrinsically iridescent ironforge irrevocably isher isolde
itched iterate iterative iteratively jagged jarek jaxon jingled jolt jolted joren journaling judicious judiciously
juxtaposes juxtaposing k'tharr kael kaela kaelan kaelen kaelin kaelor kaelthar kaida kaito kal'ren kaleidoscope kalel
kessari keth kethra keycard knelt krael kraelion kragoth krel krixon kryll labyrinthine laced lamplight lanced lapses
leaned learners leverages leveraging lifeblood lifecycle lila linchpin lingered liora lira lirael liran lirien lirin
locket lockpick lockpicking lockpicks logistical loomed lorian lumin lumina luminara luminari luminescence luminescent
lunged lurched lurked luster lyra lyrien lysander lysandra lysara mages malachai malachar malachor maladaptive malakai
malakar malakor malazar maleficence malevolence malevolent malkor malphas malric maltreatment malus mandating
mandibles manifests marginalization marginalized marginalizing marveled marveling masterclass masterfully masterstroke
materialized materializing maximization meadowgrove meaningfully measurable medbay megacorps mentorship meowed merfolk
meritocratic methodological methodologies meticulous meticulously meticulousness metrics microsystem microsystems
miggins mingling minimizes minimizing mirroring mirthless misaligned misalignment misalignments misbehavior
miscommunications misinterpretations mismatches missingno misunderstandings mitigate mitigates mitigating monolithic
moreover moros morwen motes mournful mttr muffled muggle multifaceted multifactorial multilingualism multipronged
mumbled murmur murmured murmurs mused mutely muttered narratives narrowed narrowing nascent navigate navigated
navigates navigating necessitate necessitates necessitating necromancer necromantic nestled neurobiological
neurodevelopmental neuroplasticity newfound nightshade nocked nodded normalizes nuanced nuances numbah numbly nurtures
nuzzled oakhaven oblivious obscures obsidian obsolescence oelia oligopolistic oligopoly ominously omnicorp onboarding
operant operationalize operationalized optimize optimizes optimizing orcish organizational ostracization otherworldly
outcomes outmaneuver outmatched outpacing outperforming outthink overarching overburdened overemphasis overextension
overreach overreliance oversights oversimplification oversimplifies oversimplify overstated paled palpable pandemic
pang panted paradigm paradigms paradoxical paradoxically paramount participative pattered paused pedagogical peephole
peered penhaligon perceives performative perils perked permeates permeating perpetually perpetuates perpetuating
perpetuation persist personalization personalized pertains pervasive pervasiveness petrova phonology pinpricks pipkin
piqued pivotal pivoted pivots pixelated placating planchette plasteel poignantly policymakers pored poring positing
positivist posits pounding powerfully practicalities precariously precariousness precipice predicated predispositions
preempt preventative prickle prickled prickling prioritization prioritize prioritized prioritizes prioritizing
proactive proactively profitability profound profoundly proliferates pronged pronouncements propels protectionist
protectiveness psychosocial pulsated pulsating pulsed pulsing punctuated purred pyrokinetic quaked qualitative
quantifiable quickened quickening quicksave quietude quintessential quirked quivered raced radiating raged railguns
randomization rasp rasped rasping raspy reallocating reallocation recalibrate recalibration recessions recognizing
recoiled recoiling reconstructs redefines reeked reeled reeling reengineering reevaluating reevaluation refine refines
reflexivity reframe reframes reframing reimagining reinforces reinforcing relational relentless reliant renn
reorientation reputational reshaped reshaping resilience resilient resonant resonate resonated resonates resonating
resourced responsiveness restatement reticuli retrieved reveled reverberate reverberated reverberating reverie
revolutionized revolutionizing rhythmic rigor rigorous rippled rippling rivaling rivia rngus roared robust
romanticized roomba rooted rostova rumbled rumbling rummaged runes rusted rustle rustled rustling ryker ryla sadim
safeguarding savoring scalability scalable scavenged scent schizophrenia schr scoffed scorecard scowled scrawled
screeched scribbled scrolled scrutinize scrutinizing scurried seamless searing seep seeped seeping sellsword
sensationalized seraphiel seraphina seraphine shadowblade shadows shambled shambling shaping shimmer shimmered
shimmering shiver shivered shivers shockwaves shrieked shrouded shuddered sickly sidelining sidestepped sighed sigil
sigils silas silhouetted siloed silos silverwood simplistic sipped situating skeptically skittered skittering sleek
slicked slicking slithered slitted slood slumbered slumped smirked smoldered snaked snarled sneered snorted societal
socioeconomic softened softening solara solidifies solidify solidifying soundlessly sourcing sparkled spasmed
speedrunner speedrunners spellbook spellbooks spellcasting spiderwebbed spiraled spires spotlighted sprawled sprawling
sprinted sputtered squinted squinting stakeholder stakeholders stammered starborn stared starkly starlit staticky
steadier steadying steeled steeling steepled steepling stewardship stifles stigmatization stilled stillness strategic
strategically strategies stratification streaked streamline streamlines streamlining streetlamp streetlamps
streetlights strengthens strode structuralist stumbled suboptimal subtly suffocating sulfurous summative
superficiality supervillain surged surmountable sustainability sustains swirled swirling swiveled sylas sylvani
sylvans symbolizing synergies synergistic synergistically synthesizes systemic taehal tailored tangible tankards
tapestry taren tattered technological teemed teetered temporality tendril tendrils tenebrous terrans terrifyingly
thalassa thalen thalion thalor thalos tharivol tharos tharros theron thirdly thog thoran thoren thorgar thorgrim
thorne thorned thrain thrax threadbare thrives throbbed throk throngs thrum thrummed thrumming thud thudded thudding
thunderous ticked tightened tilted timelines tinged tingled tomes torchlight torvin touchpoints tousled tousling
towering townsfolk traceability transactional transcended transcending transcends transfixed transformative transforms
treant trembled trembling tremor trepidation triangulation trifled trudged truffula tugged twinge twinkled twinkling
twitched unaddressed unassuming unbidden unblinking unburdened unclenching unconditioned uncurled undeniable
undeniably underachievement underbrush undercity undercurrent underfunded underfunding underperformance underpin
underpinned underpinning underpinnings underpins underrepresentation underscore underscored underscores underscoring
underserved understandingly underutilized unease unfazed unflinching unfurling universality unmarred unmet unmoving
unnerving unnervingly unparalleled unravel unraveling unreadable unremarkable unseeing unsettling unsettlingly
unshakeable unshaken unshed unspoken unspooled unvarnished unwavering unyielding upheavals urbanization uthgar
utilitarianism utilizes utilizing uuwu vael valerius valoria valtor varek varen varyn vastness venon verdant veridia
veridian veridium verran vespera vexar veyl veyn veyne veyra veyth vial vibrant vibrated viewport viewscreen
volatilities volkov vorath vorlag vorn vorne voryn voss vrook vrykali vrynn vulnerabilities wafted wailed warily
wariness warranting warred wavered wavering weariness weathered welled wellspring wheezed whimpered whir whirled
whirred whirring whirs whisper whispered whispering whispers whisperwind whisperwood whistleblowing whiterun widened
winced wincing windowpane windowpanes wizened wojek woodsmoke workflows writhe writhed writingprompts xandros xanthean
xantheans xaphan xaren xarpti xavius xendari xenobiologist xenobiology xenolinguist xenos xeridian xeridians xhk'kht
xyla xylar xylara xylia xylo xylons xylophia xylos xylosian xylosians xylossian xylossians xyloth xylothian xylothians
xylox xyra y'lgoth yawned yearned yellowed yelped yowled zafir zalrex zarek zarthus zephyr zephyra zephyria zephyrian
zephyrians zephyrion zephyros zephyrus zetans zha'thik zhra'gha zorath zorax zoraxians zorgon zorp zorvath zorvathian
zorvathians zydonian zydonians zyla zylar zylara zyloth zylth zyn zyn'thari zyn'thra zyra zz'glorg
`;
