"""Given names in use around her, without accents: they tell a person from a company where one word stands alone.

Drawn together from the name lists of Faker (MIT) and by hand; names that are rather words, months, products or firms
("Grace", "May", "Mercedes") are left out: a wrong guess is worse than none.
"""

_NAMES = """
aachal aadhya aadi aahana aaliyah aarav aarini aarna aarnav aaron aarush aashi aayush abbas abbie abdel abdelkader
abdoulaye abdul abdullah abebe abeer abel abena abha abhimanyu abhiram abigail abilio abina abraham abram abril
achieng achille achim ada adaeze adalbert adalberto adam adamo adan adebayo adela adelaida adelaide adelardo
adelasia adelbert adele adelgunde adelheid adelia adelin adelina adelinde adeline adelmo adem adi adina aditi aditya
adolf adolfine adolfo adonis adora adoracion adrian adriana adriane adrianna adrianne adriano adrien adrienne
advaith advay advik advika adweta adwoa adya aedin aengus aenne afonso africa agapito agastya agata agatha agathe
aglaia agnes agnieszka agnolo agnos agostino agripina agueda agustin agustina ahmad ahmed ahmet aida aidan aideen
aiden ailbhe aileen ailis ailish ailsa aime aimee ainara aine ainoa aisha aishani aishling aisling aissatou aitana
aitor akiko akira akosua akshay alain alan alasdair alba alban albano alberico albert alberta albertina albertine
alberto albin albina albino albrecht alcides alderano aldo ale alec alejandra alejandro alejo aleks aleksandar
aleksander aleksandr aleksandra aleksej alena aleodor alessandra alessandro alessia alessio alex alexa alexander
alexandra alexandre alexandria alexandrie alexandrina alexandros alexandru alexe alexei alexej alexis alf alfie
alfio alfons alfonso alfred alfredo ali alice alicia alicja alida alin alina aline alioune alis alisha alison
alistair alistar alix alka alla allan allegra allen allison alma almaz almudena almut almuth alois aloisia alondra
alonso aloys alphons alphonse alphonsus alva alvaro alvin alwin alwina alwine alyssa ama amada amadeo amado amador
amadou amaira amaka amalia amalie amancio amanda amandeep amandine amando amara amarilis amaro amaya ambar amber
ambrose ambrosio amedeo amedeu amelia amelie americo amico amilcar amin amina aminata amir amira amit amleto amol
amparo amrita amruta amy amza ana anabel anabela anacleto anaida anais anamaria anamika ananya anastasia anastasie
anastasio anastasios anastatia anastazja anatol anatoli anatolie anatolij anay anca ancuta anda andra andrada andras
andre andrea andreas andree andreea andrei andreia andrej andrena andres andrew andrey andrian andrzej andy anemona
aneta anett anette angel angela angeles angelica angelika angelina angeline angelino angelique angelita angelo
angharad anghel anghelina angie angus ani anibal anica aniela anika anirudh anisoara anissa anita anja anjali anka
anke anmol ann anna annabel annaig annaliese annalisa annamaria anne annedore annegret annegrete annekatrin anneke
annelene anneli annelie annelies anneliese annelise annelore annemarie annemie annemijn annerose annett annetta
annette anni annibale annick annie annika annita annunziata anny anouk ansaldo anselm anselma anselmo ansgar ansh
ante anthony antim antje anto antoaneta antoine antoinette anton antonela antonella antonello antoni antonia antonie
antonietta antonina antonino antonio antonios antoniu antonius antony anunciacion anusha anuta anvi anya aoife
aongus apolinar apollonia apolonia apostolos arabella araceli aradhana aranzazu arcelia archie aria ariadna arian
ariana ariane aribert arie ariel arif arin arina aristide aristides aristita arjun arkadiusz arlene arlette armando
armel armelle armida armin arnaldo arnaud arnaude arnd arndt arne arnfried arnim arno arnold arnulf arnulfo aroa
aron arsenie arsenio artemio artemisa arthur artur arturo arunima arya aryan arzu ascension asdrubal ashlee ashleigh
ashley ashling assia assumpta asta astrid asuncion atena atenulf athanasios atharv ati atilio attila attracta aude
audrey augusta auguste augustin augustina augustine augusto aura aurea aurel aurelia aurelian aureliana aureliano
aurelie aurelien aurelio aurica aurora aurore austin ava averil avi avni avraham avram awa axel axelle axenia axinte
aya ayaan ayden ayesha aylin aynur ayodele ayoub ayse aysel ayten ayumi ayush ayushman azaan azad azahar azahara
azeglio azeneth aziz azra azucena babacar babett babette baccio bachittar baghyawati bahadurjit bailey bairbre
bakhshi balazs baldassare baldomero balduino baldur balendra balhaar baljit baljiwan baltasar balthasar balvan
balveer banel banjeet baptist barbara barbel barbu barkha barnaby barry bart bartek bartholomaus bartholomew bartley
bartolome bartolomeo bartolomeu bas basarab basil basilio bastiaan bastian bastien baudelio bautista bayram bea
beata beate beatrice beatrix beatriz beau bebe becky begona bekir bela belen belinda ben benedetto benedict
benedicte benedikt benedita beniamin benigna benigno benita benito benjamim benjamin benno benoit benone bente
benthe benvenuto beppe berat berend berengere berenice berit bernabe bernadette bernadine bernard bernarda
bernardino bernardita bernardo bernd berndt bernfried bernhard bernhardine bernice bernt bernward bert berta bertha
berthold berto bertold bertram bertrand beryl beth bethan bethany betina betti bettina betty beverley beverly
bhanumati bhavani bhavika bhavini bhavna bhavya biagio bianca bianka bibi bibiana bienvenida bilal bill billy bimala
bina bineta birger birgid birgit birgitt birgitta birte birthe bishakha bisi bjorn blake blanca blanduzia blanka
blas blathnaid blazej boaz bob bobby bodo bogdan bogdana bola bonifacio bonnie boris borja borys boubacar bozena
brad bradley bradut brady bram brandi brandon brandusa brandy branka branko breanna breda breeda breege breffni
brenda brendan brent brett brian briana brianna brice brid bridget bridie brien briget brighid brigid brigida
brigitta brigitte brijesh brinda brit brita britt britta brittany brittney brona bronagh bronwen bronwyn brooke
bruce bruna brunhild brunhilde bruni brunilda bruno bryan bryce bucur buenaventura burckhard burghard burkard
burkhard burkhardt bushra cacilia cacilie caetana cait caitlin caitlyn caitriona caius calcedonio caleb calin
calista calisto calixta calixto callum calogero calvin camelia cameron camil camila camilla camille camillo camillus
camilo canan candace candela candelaria candelario candelas candice candida candido candy canice cantemir caoimhe
capucine cara caren caridad carin carina carine carl carla carlijn carlito carlo carlos carlota carly carmel carmela
carmelita carmelo carmen carmina carmine carminho carol carola carole carolin carolina caroline carolyn carrie
carsten carys cas casandra casemiro casey casian casiana casper cassandra cassidy cassie catalin catalina catarina
caterina cathal catharina catherina catherine catheriona cathleen cathrin cathrina cathrine cathriona cathy catinca
cato catrin catrina catrinel catriona cayetana cayetano cazimir cebrian cecelia cecil cecile cecilia cecilio cedric
cedrin ceferino celal celene celestina celestine celestino celia celina celine celso cemal cemil cengiz centa
cerasela cerys cesar cesare cetin ceylin cezar cezara cezary chaaya chad chaitaly chaitanya chakradev chakradhar
chakrika chaman chameli champak chanakya chanchal chandani chandran chandresh chantal charan charita charlene
charles charlie charlotte charmaine charo charvi chasmum chatresh chatura chavvi che cheikh chelo chelsea chelsey
chema chen cheryl cheyenne chiara chidi chinedu chinonso chioma chita chloe chris christa christel christelle
christian christiana christiane christie christin christina christine christl christof christoph christophe
christopher christos christy chucho chukwu chus chuy cian ciara ciaran cilli cillian cilly cindy cintia ciprian
cipriana cipriano ciriaco cirillo cirino ciro claas clair claire clara clare clarence clarisa clarissa clarisse
claude claudia claudine claudio claudiu claudius claus clayton clea clelia clemence clemens clement clemente
clementina clementine cleopatra cleto clifford climaco clinton cliodhna cliona clive clodagh cloe clotilde codin
codrin codrina codrut codruta cody cole coleman colette colin colleen collette collin colm colman colton coluccio
colum columba conal conall conan concepcion concepta concetta concha conleth conn connell connie connor conny conor
conrad conrado constanca constanta constantin constantina constanza constanze consuela consuelo cora coral coralia
coralie cord cordula corentin corey corina corinna corinne coriolano cormac cormack cornel cornelia cornelio
cornelis corneliu cornelius corona corrado corvin cory cosima cosimo cosme cosmin cosmina costache costantino
costanzo costel costin coumba courtney craig crenguta crescencia cressida crin crina crispin cristea cristian
cristiano cristina cristobal cristofor cruz crystal curro curt curtis custodia custodio cynthia cyprian cyril
cyrille czeslaw daan dacian daciana dafina dafne dafydd dagmar dagmara dagobert daiana daire daisy dajana dakota
daksh daksha dakshesh dalaja dalbir dale dalia dalila dalton damaris damian damiano damien damini damon damyanti dan
dana dani danica daniel daniela daniele danielle danilo danique danny dante danuta daphne dara daragh daren daria
dariana darika darin darina dario darius dariusz darko darlene darpan darragh darran darrell darren darrin darryl
darsh daryl dave david davida davin davnet dawid dawit dayamai dayita dean deanna dearbhail dearbhla deb debbie
debora deborah deborrah debra decebal declan deepa deepak deidre deirdre delfina delfino delia delphine demetra
demetrio demi denis denisa denise dennis denny dereck derek derick dermot dermott derrick derval dervilla dervla
desiderio desiree desmond despina detlef detlev dev devansh devika devin devon dewi dex dhriti dhruv diana diane
diann dianne diarmaid diarmuid dida didier didina diedrich diego dierk dieter diethard diethelm diether dietlind
dietlinde dietmar dietrich dillon dilys dimas dimitri dimitrina dimitrios dimitris dina dinis dino dinu diogo dion
dionigi dionisia dionisio dipta dirk ditmar dittmar divya diya djamila djeneba dmitri dochia dogan doina dolores
domenico domhnall dominga domingo dominic dominick dominik dominique domitila domnica dona donagh donal donald
donata donatella donatello donato donna donnacha donncha donough dora doreen dorel dorian doriana dorin dorina
dorinel doris dorit dorita dorle dorli dorota dorotea dorothe dorothea dorothee dorothy dorte dorthe doru douglas
dov draga dragan dragica drago dragos drew duane duarte ducu duilio dulce dumitra dumitrana dumitru duncan dunja
durante dursun dusan dustin duuk dwayne dylan dylano dymphna dympna eamon eamonn eanna eavan eberhard eberhardt
ebony ecaterina eckard eckart eckehard eckhard eckhardt eckhart ecrin ed edda eddie eddy edel edelbert edelgard
edelmira edelmiro edeltraud edeltraut edeltrud edgar edgardo edhitha edit edith editha edmond edmund edmundo edna
edoardo edouard edu eduard eduarda eduardo edward edwin edwina eesha efrain eftimia eftimie efua egbert eggert egon
ehrenfried ehrentraud ehrhard eileen eilidh eilis eilish eimear eimer eiravati eitan eitel eithne ekaja ekalinga
ekani ekansh ekanta ekantika ekapad ekaraj ekaterina ekavir ekbal ekiya ekkehard ekkehart ekrem ekta eladio elaine
elba eleanor eleanora elena eleni elenore eleonora eleonore eleri eleuterio elfi elfie elfriede eli eliana eliane
elias elif eligia eligio elijah elin eline elisa elisabet elisabeta elisabeth elisaveta elise eliseo eliza elizabeth
elize elke ella elladio ellen elli ellie ellinor elliot elliott elly elma elmar elmo elodia elodie eloisa eloise
eloy elpidio elsa elsbeth else elspeth elva elvira elwira elzbieta ema emanoil emanuel emanuela emanuil emeka
emelina emeline emer emigdio emil emile emilia emilian emiliana emiliano emilie emilio emily emin emine emir emma
emmanuel emmanuelle emmerich emmet emmett emmi emmy emperatriz emre emyr encarna encarnacion encarnita enda
engelbert engin enid ennio enno enora enrico enrique enver enzio enzo eoghan eoin epifanio eraldo erasmo ercan erdal
erdmute erdogan eremia erhard erhardt eric erica erich erik erika erin erkan ermanno ermenegildo ermes erna ernest
ernestine ernesto ernst erol erwan erwin eryk erzsebet eshana esi esila esmee esmeralda esperanza espiridion esteban
estefania estela estelle ester estera esther estrella eta etelvina ethan ethel ethna ethne etienne etta ettore
eufemia eufrosina eugen eugene eugenia eugenie eugenio eulalia eun eunice eusebia eusebio eusebiu eustaquio eustatiu
eutimio eutropio eva evamaria evan evangelia evangelina evangelista evangelos evanghelina evaristo eve evelia
evelien evelin evelina eveline evelyn evelyne evi evie evita evy ewa ewald ewan ewelina ewen ezequiel ezio faas
fabia fabian fabiana fabien fabienne fabio fabiola fabrice fabricio fabrizia fabrizio fadime faisal falak falan
falguni falk falko fang fanny faqid farai faraj faras farhan farid fariq faris faruk fatih fatima fatma fatou
fatoumata faustino fausto fay faye feargal fearghal febe fedde fedele federica federico federigo fedor felicia
feliciana feliciano felicidad felicitas felicity feline felipa felipe felisa felix felizitas fem femi femke fenna
fenne ferdi ferdinand ferdinando ferenc fergal fergus fermin fernanda fernando ffion fiachra fiamma fidel fidela
fidelma fien fiene filip filipa filipe filippa filippo filiz filofteia filomena finbar finbarr finian finn finola
fintan fiodor fiona fionan fionna fionnuala fionnula fiorenzo fiorino fitan fito fiyaz flannan flavia flavie flavio
flaviu fleur floare floarea floor floortje flor flora florea florence florencia florencio florent florenta florentin
florentina florentine florentino florian floriana florica florin florina florinda floris folake folker folkert
fortunata fortunato forum fouad frado fran franca frances francesca francesco francette francine francis francisc
francisca francisco franciszek franck franco francois francoise franjo frank franka franklin franz franziska frauke
fred freda freddie freddy frederic frederick frederico frederik frederike frederique fredi fredo fredy freia freja
freya frida fridolin frieda friedbert friedemann frieder friedericke friederike friedhelm friedhilde friedhold
friedl friedlinde friedo friedrich frithjof fritz frusina fryderyk fulgencio fulvio funmi gabi gabino gabor gabriel
gabriela gabriele gabriella gabrielle gaby gael gaelle gaetano gagan gail gaja gala galasso galina galit galo ganga
garech gareth garima garret garreth garrett garry garvan gary gaspar gaspare gaston gastone gaurang gaurangi gaurav
gauri gaurika gautam gautami gavan gavin gayathri geanina gearoid gebhard geert geetika gelsomina gelu gema gemma
gene genevieve genoveva gentiana geoffrey georg george georgel georges georgeta georgette georgia georgian georgiana
georgina georgine georgios gerald geraldine geraldo gerard gerardine gerardo gerd gerda gerdi gereon gerfried
gerhard gerhardt gerhart gerhild gerlind gerlinde germaine germana gernot gero gerold gerolf geronimo gerrard gerrit
gert gerta gerti gertraud gertraude gertraut gertrud gertrude gertrudis gervasio gerwin gesa gesche gesine geta geza
ghenadie gheorghe gheorghita gherghina ghislaine ghita giacinto giacobbe giacomo giada giampaolo giampiero gian
giancarlo gianfrancesco gianfranco gianina gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro gica gicu
giel giesela gijs gil gilbert gilberto gilda giles gill gilles gillian gina ginette gino gioacchino gioachino gioele
gioffre gionata giorgia giorgian giorgiana giorgio giorgos giosue giovanna giovanni girik girindra girish girolamo
gisa gisbert gisela gisele gislinde gitta gitte giulia giuliana giuliano giulietta giulio giuseppe giuseppina
giustino glauco glen glenda glenn gloria godofredo goffredo goncalo gonul gonzalo gopal goran gordan gordana gordon
gottfried gotthard gotthilf gotthold gottlieb gottlob gotz goyo gracia graciana graciano gracie graciela graeme
graham grainne grania grant gratian gratiana gratiela graziano graziella grazyna greca greco greg gregg gregoire
gregor gregorian gregorio gregory greta gretchen grete gretel gretl gretta grigore griselda grit grzegorz guadalupe
guarino gudrun gudula guenter guenther guglielmo guido guilherme guillaume guillermo guiomar guiseppe gulay gulsen
gulten gunar gunbir gunda gundel gundi gundolf gundula guneet gunhild gunnar gunter gunther guntram gurpreet gurvan
gustav gustavo gustaw gusti guus guusje guy guylaine gwen gwenaelle gwendolen gwendoline gwendolyn gwyn hafsa hagen
hailey hajo hakan haley halil halina hamish hamsini hamza hana hanane hanife hanna hannah hannchen hanne hannelore
hannes hanni hanno hanns hanny hanora hans hansgeorg hansjoachim hansjorg hansjurgen hanspeter haralamb haralambie
harald hardik hardy harinakshi harini harish harita harm harold haroldo harpreet harri harriet harrison harro harry
harsh harshil hartmut hartmuth hartwig haruka harvey hasan hassan hasso hatice hattie hayat haydee hayden hayley
hazel heather hector hedda hedi hedwig hedy heide heidelinde heidelore heidemarie heiderose heidi heidrun heike
heiko heimo heiner heinfried heini heino heinrich heinz helan helen helena helene helfried helga helge heliodoro
hella hellmut hellmuth helma helmar helmtrud helmut helmuth heloise hema hemal hemang hemangini hemani hendrik
henner henni henning henny henri henrieta henrietta henriette henrik henrike henrique henry henryk heracleea
heraclio herbert herberto heribert heriberto herlinde herma hermann hermenegildo hermine herminia herminio hernan
hernando herrmann herta hertha herve herwig hicham hidde hilario hilary hilda hildburg hilde hildegard hildegart
hildegund hildegunde hillary hilma hilmar hiltraud hiltrud hinrich hipolito hira hiral hiroshi hitesh holger hollie
holly holm hong honora honore horacio horatiu horea horia horst hortense hortensia houda howard hredhaan hritik
hubert hubertine hubertus hugh hugo hugues huguette hui hulda hulya humberto hunter huong huseyin hussein hye hyun
hywel iacob iain ian iancu ianis iara iasmina ibou ibrahim ibrahima ica ida ide idika idrissa ieremia ifeoma ignacia
ignacio ignacy ignatz ignaz ignazio igor ijaya ikbal iker ikshita ilaria ilarie ilarion ildefonso ildiko ileana
ilhan ilias ilie ilija ilinca ilja ilka ilona ilonka ilse imane imaran imelda imke immo imogen imran imre inaya
indali indira indrajit indy ines inez inga ingbert inge ingeborg ingeburg ingelore ingetraud ingetraut ingmar ingo
ingolf ingrid ingried inigo inka inken inmaculada inna inocencio inocentiu insa ioan ioana ioanina ioannis iolanda
iolo ion ionel ionela ionelia ionica ionut iosefina iosif ippazio ira irena irene iridenta irina irinel iris irma
irmela irmengard irmgard irmhild irmi irmingard irmtraud irmtraut irmtrud irya isa isaac isabel isabela isabell
isabella isabelle isaiah isaias isaura ise isha ishaan ishani ishanvi ishita ishwar isidor isidora isidoro isidro
isis isla ismael ismail ismet isobel isolde issa istvan ita itziar iulia iulian iuliana iuliu iurie iustin iustina
iustinian ivan ivana ivanka ivo ivona ivonne ivor ivy iwan iwo iwona izabela ize jacek jacinta jacintha jacinto jack
jackie jackson jaclyn jacob jacobo jacopo jacqueline jacques jade jadwiga jafet jagat jagdish jagrati jagvi jai
jaime jairaj jake jakob jakub jalsa jamal jamel james jamie jan jana janaki janani jane janet janeta janett janette
janice janin janina janine janko jann janna janne janos januja janus janusz janya jaqueline jared jari jarlath
jarleth jaroslav jaroslaw jasmijn jasmin jasmina jasmine jasmit jason jasper jaspreet jatin javi javier javiera jay
jayda jayden jaylinn jayne jayson jean jeana jeanette jeanne jeannette jeannine jedrzej jeet jeevika jeff jeffery
jeffrey jelena jelle jelte jemma jen jenaro jenel jenifer jenna jennifer jenny jens jente jeremi jeremiah jeremias
jeremy jermaine jermiah jeroen jerome jeronimo jerry jerzy jesper jess jesse jessica jessika jesus jesusa jet jhalak
jian jill jillian jim jimena jimmy jin jing jinthe jip jiri jo joachim joan joana joann joanna joanne joao joaquim
joaquin joaquina job jobst jocelyn jocelyne jochem jochen jodi jodie jody joe joel joelle joep joerg joey johan
johann johanna johanne johannes john johnathan johnny jolanda jolanta jolanthe jolie jolijn jon jonas jonatan
jonathan jonathon joost jordan jordana jordi jordy jorg jorge jorgen joris jorn jort jose josef josefa josefina
josefine josep joseph josephine josette josh joshua josiane josip josselin jost josue jovan jovita joyce jozef juan
juana juanita juanito jude judit judith judy juergen jules julia julian juliana juliane julianna julie julien juliet
julieta juliette julio julita julius juliusz jurgen juri jurij jurre justin justina justine justus justyna jutta
juul jyoti kabir kacper kadiatou kai kaitlin kaitlyn kaja kajetan kala kalina kalpit kamala kamau kamel kamil kamila
kamran kamya kara karan karen kari karim karin karina karine karl karla karlfried karlheinz karlijn karol karola
karolin karolina karoline karsten kashish kashvi kasimir kaspar kata katalin katarina katarzyna kate katell katelyn
katerina katharina katharine kathe katherina katherine kathi kathleen kathrin kathryn kathy kati katia katie katja
katrin katrina katriona katy kavita kavya kay kayla kaylee kayleigh kazim kazimierz keano keiko keith kelli kellie
kelly kelsey kemal kemi ken kenan kendra kenji kenneth kent kerri kerry kerstin ketty kevim kevin keya khadija
khaled kiaan kian kiara kiaran kick kieran kiernan kieron kike kiki kilian killian kim kimberley kimberly kira kiran
kirk kirsten kirstin kirsty klaas klara klare klaudia klaus klemens klothilde knud knut koen kofi kojo konrad
konstantin konstantinos konstanty konstanze korbinian kordula korinna kornel kornelia kornelius kreszentia kreszenz
kriemhild krish krisha krishna krista kristen kristi kristian kristiane kristie kristin kristina kristine kristopher
kristy kritika krystal krystian krystyna krzysztof ksawery kunibert kunigunda kunigunde kuno kurt kwabena kwame
kweku kyan kyano kyara kyle kylie kyra laban lacey lacramioara ladislau ladislaus ladli laetitia laila lajita laksh
lakshit lakshmi lalo lambert lamberto lamia lamine lan lana lance lando lara larisa larissa larry lars lascar laszlo
latasha latif latifa latoya laura laure laureano lauren laurence laurens laurent laurentia laurentiu laurenz
lauretta laurian laurie lavanya lavinia lawrence lazar lazaro lazzaro lea leah leana leander leandra leandro leanne
lee leela leena lei leif leigh leila leire lekha lelia lena lene leni lenn leo leocadia leocadio leokadia leon leona
leonard leonardo leoncio leone leonel leonhard leonid leonie leonor leonora leonore leontin leontina leopold
leopoldina leopoldine leopoldo leordean lerato leroy lesley leslie leszek leticia letitia letizia levi lewis lex
leyla leyre lia liam liana liane liberto libni lica licia lidia lidija lidwina lieke liesa liesbeth lieschen liesel
lieselotte lieve ligia lila lili lilia lilian liliana liliane lilija lilla lilli lillian lilly lilo lilou lily lina
linda linde lindsay lindsey line ling linh linn lino linus lioara lioba lionel lipika lisa lisandro lisanne lisbeth
lise liselotte lisette lissi lissy liv livia livio liviu liwia liz liza lize lizz lizzy ljiljana ljubica ljudmila
loane lodovico loek loes logan lohit loic loida lois lola lolita loni lonnie lopa lope loraine lorcan lore loredana
lorelei lorena lorenz lorenza lorenzo loreto loretta lorette loretto lori lorin lorna lorraine lot lothar lotte
lotti lottie lou louane louis louise lourdes lourenco loyola luana luc luca lucas luce lucentiu lucette luchino
lucho lucia lucian luciana luciano lucie lucien lucila lucile lucinda lucio lucretia lucretiu lucrezia lucy ludger
ludivine ludmila ludmilla ludovic ludovica ludovico ludwig ludwina luigi luigina luis luisa luise luisina luitgard
luiza luka lukas lukasz luke luminita luna lupe lupita lutz luuk luzia luzie lydia lyna lynda lynn lynne maaike
maanas maanav maarten maartje mac macarena macaria macario maciej mackenzie madalena madalin madalina madeleine
madelief madeline madhav madhavi madison madlen mads mael maelle maeva maeve mafalda magali magarete magda magdalena
magdalene maggie magnus magret magrit mahika mahmoud mahmut maia maighread maik maike maimouna maire mairead mairin
maisie maite maiwenn maja majella makayla maks maksymilian malachy malcolm malena malgorzata malik malika malina
mallory malo malte malvina malwina mamadou mamen manan manbir mandy manfred manja manola manole manolo manon
manpreet manthan manu manuel manuela manuelita manus manya mara marc marcantonio marcel marcela marcelina marcelino
marcella marcelle marcello marcelo marcheta marcia marcial marciano marcin marcio marco marcos marcu marcus mare
mareen mareike mareile marek maren marese marga margaret margareta margarete margaretha margarethe margarida
margarita margaud margaux margherita margit margita margitta margot margret margrit marguerite maria mariah mariam
mariama marian mariana marianela marianna marianne mariano maribel marica maricela maricica maricruz marie mariechen
mariele marieluise marietta mariette marija marijan marijn marika marilena marilou marilyn marilyne marin marina
marine marinela marino marinus mario marioara mariola marion marisa marisela marisol marissa maristela marit marita
maritta mariuca marius mariusz marjan marjorie mark marko markus marleen marlen marlene marlies marliese marlis mart
marta marten martha marthe martim martin martina martine martino martirio martyn marvin mary maryam maryline maryse
maryvonne marzena mason massimiliano massimo matei mateo mateus mateusz mathew mathias mathieu mathijs mathilde
matias matilda matilde mato mats matteo matthaus matthew matthias matthieu matthijs mattia mattias maud maura
maureen maurice mauricette mauricio maurilio maurits maurizio mauro maurycy mavis max maxi maxim maxima maxime
maximiano maximilian maximiliano maximino maximo maxine maxwell maya mayte mckenzie meagan mechthild mechthilde
mechtild meera mees meg megan megha meghan meghana mehdi mehmet mei meik meike meinhard meinolf meinrad mekhala mel
melania melanie melchor melina melinda melisa melissa melita melitta melle melvin meral merche meredith merel merijn
merle mervin mervyn meryem mesut metin mette mhairi mia micael micaela miceal micha michael michaela michaele
michail michal micheal michel michela michelangelo michele micheletto micheline michell michelle michelotto mick
mieszko miguel miguela mihaela mihai mihail mihnea mijo mika mikayla mike mikhail mikolaj mila milagros milan milena
milica milka millie milo milos milosz milou mina mindy minh minna minodora mioara miodrag mira mirabela miranda
mircea mirco mireia mireille mirela mirella miriam mirja mirjam mirjana mirko miron mirona miroslav miroslaw
miroslawa mirta mirte mirthe miruna misty mitali mitchell mitesh mitica mitrut mo modesta modesto modou mohamed
mohammad mohammed mohini moira moises molly mona monalisa monica monika monique monja montserrat monty morag morena
moreno morgan morgane moritz morris mortimer moshe mounir mourad moussa moya mugdha mugur mugurel muhammad muhammed
muharrem muireann murat muriel mustafa mustapha muzaffer myles myra myriam myrthe nabila nachiket nacho nacio nada
nadeem nadege nadeschda nadeshda nadia nadin nadine nadja nae naiara naima naimh nair naksh nakul nancy nandini
nando nanni nans naoise naoko naomh naomi naoual napoleone narcis narcisa narciso nasreen nassim natacha natali
natalia natalie natalija natalio natalja natan natanael nataniel natasa natascha natasha natasza nath nathalie
nathan nathaniel natividad naud navdeep naveen nayara nazaret nazario ndeye neal neasa necati nechifor nedda neel
neelima neha neil neill nela nelida nell nelli nelly nelson nelu nerea nereida nermin nessa nestor netra nevenka
neville ngoc ngozi nia nial niall niamh nic nicanor niccolo nichifor nichola nicholas nichole nick nico nicoara
nicodemo nicodim nicola nicolae nicolai nicolaie nicolas nicolasa nicolaus nicole nicoleta nicoletta nicolo nicu
niculina niculita nicusor nicuta nidhi nidia nidra niek niels nienke nieves nigel nihal niharika nikhil nikita nikki
niklas niko nikodem nikola nikolai nikolaj nikolaos nikolas nikolaus nikos nilda nilima nilo nils nimrat nina
ninetta nino ninthe nirja nisa nisha nitara nitesh njeri nkechi nneka noa noah noe noel noeleen noelia noeline
noelle noemi noemie noirin nolan noleen nollaig nolwenn nomsa noor noortje nora norah norbert norberto nordine
noreen norica norma norman notburga noud nour noureddine nout nuala nuno nuran nuray nurettin nuri nuria nurten
nydia nynke oana obdulia obinna oceane octav octavia octavian octaviana octavio octaviu oda odalis odalys odette
odika odile oeshi ofelia oisin ojas ojasvi oksana olaf olalla olav ole olegario olena olga olgierd olimpia olimpian
olimpiu oliver olivia olivie olivier oliviu oliwier olu oluwaseun oluwatobi olwen omaja omar omisha omkaar omya oni
onkar onofre onveer oonagh ophelie orazio oreste orhan oriana oriane orinder orla orlaith orlando orly orna ornella
ortansa ortrud ortrun ortwin oscar osha oskar osman osvaldo oswald oswin otfried othmar otieno otilia otmar ottavio
ottfried ottilie ottmar otto ottokar ottomar ottone oumar oumou ousmane ovidio ovidiu oviya owen oxana ozana pablo
paca pacifica paco padraic padraig padraigh pahal paige pallavi palmira paloma pam pamela pamfil panagachie
panagiotis panait pancho panfilo panini paola paoletta paolo pape paraschiva paride parker parth pascal pascale
paschal pascual pascuala pasqual pasquale pastor pastora patric patrice patricia patricio patrick patrik patrizia
patrizio patru patryk patty paul paula paule paulette paulica paulina pauline paulino paulo pauric pavani pavel
pawel paz peadar peader pearl pearse pedro peer peg peggy pelayo pellegrino penelope penny pepe pepijn pepita pepito
percy perla perlita pero perrine perry petar peter petra petre petrica petrina petrisor petrona petronela petros
petru petrut petruta phelim phileine philip philipp philippa philippe philippine phillip philomena phyllis piedad
pien pier pierangelo pierce piergiorgio piergiuseppe pierina pierluigi piermaria piero pierpaolo pierre pierrick
piers piersanti pieter pietro pilar pili pim pina ping pio piotr pippa pirmin pius placido plesu pleun plinio polina
polly pompeo pompilia pompiliu pomponio poncio pooja poppy porfirio pranav praneel pranit pratyush preston primitiva
primitivo priscila priscilla prisha priska priya profira prudencia prudencio prune prunella przemyslaw puccio puck
puk purificacion pushti qabil qadim qarin qasim quentin quincy quinn quinten quinty quique quirino quitterie qushi
raagini rabea rachael rachana rachel rachid rachit rachita rada radha radhika radmila radoslaw radu raducu raf rafa
rafael rafaela rafal raffaele raffaella raffaellino raffaello rafila raghav rahel rahul raik raimondo raimund
raimundo rainer raisa raissa raj rajata rajesh rajeshri rajinder raksha ralf ralph raluca ramatoulaye ramazan ramiro
ramon ramona ranbir randall randolf randy rania ranieri ranveer raphael raphaela raphaelle raquel rares raul raven
ravi ray rayaan rayan raymond raymund razvan rebeca rebecca rebekah rebekka recep reda redmond reece reggie regina
reginald regine regis regulo rehaan reimar reimer reimund reina reinald reinaldo reiner reingard reinhard reinhardt
reinhart reinhild reinhilde reinhold rekha relu rembrandt remedios remi remigio remo remus remy rena renata renate
renato renaud rene renee reni rens renske renzo resi reva reyansh reyes reyna reynaldo reza rhiannon rhona rhonda
rhys ria rica ricarda ricardo riccardo ricciotti richard rick rickey ricky rico rida ridhi rigo rik riley rim rishi
rita rivka riya riza roan robby robert roberta robertina roberto robin robyn rocco rochus rocio roderich roderick
rodger rodica rodney rodolfo rodrigo rogelio roger rohan roisin rokhaya roksana roland rolande rolando roldan rolf
romain roman romana romane romanita romeo romina romolo romuald romulo romulus romy ron rona ronald ronaldo ronan
ronith ronnie ronny roos roque rory ros rosa rosaleen rosalia rosalie rosalina rosalinda rosalinde rosalva rosanna
rosanne rosaria rosarie rosario rosaura rose rosel roselinde rosemarie rosemary rosenda rosendo rosi rosie rosina
rosita rosl roslyn rosmarie ross rossa rossana roswita roswitha rotraud rotraut rouven rowan rowena roxana roxane
roxelana roy roza rozalia rozenn ruairi ruben ruby rudi rudiger rudo rudolf rudolph rudra rufina rufino ruggero
ruggiero rui rukhsana rupert ruperta ruperto rushil russell ruth ruthild ruxanda ruxandra ruy ryan ryszard saad
saanvi saar saban sabas sabatino sabin sabina sabine sabri sabrina sachi sade sadia safta sahin sai said saima sajid
saksham sakura sal salif salih sally salma salome salomea salomon salud salvador salvatore salvi sam samaksh samanta
samantha samar samarth samesh sami samir samira samu samuel sana sanaya sancho sanda sandalio sander sandor sandra
sandrine sandro sandu sandy sanjay sanne sante santiago santino santos sanya sanziana saoirse sara sarah sarina
sarita sarthak saskia sathvik satoshi saturnina saturnino saumya saundra sava savannah saverio saveta savina scott
seamus sean sebastiaan sebastian sebastiano sebastiao sebastien sedat segismundo segun sekou selam selena selim
selina selma sem semenica semra senan senn senna senol senta seo seosamh sep sepp serafina serban seren serena serge
sergei sergej sergio sergiu sergius serigne serpil seth seve sever severiano severin severina severine severino
severo sevim seydou shabana shane shannon shari sharon shaun shauna shaurya shawn shawna sheamus sheela sheelagh
sheena sheila shelby shelia shelley shelly sheri sherri sherry sheryl shiela shinead shira shirley shivani shivansh
shlomo shona shravya shreya sian sibel sibilla sibille sibylla sibylle siddharth sidonia siegbert siegfried sieghard
sieglinde siegmar siegmund siegrid siegried siegrun siegward siem sienna sierra sigfrido sigfried sigismund siglinde
sigmar sigmund sigrid sigrun sigurd siham sil sile silja silke silva silvana silvester silvestre silvestro silvia
silvian silviana silvio silviu simao simi simina simion simon simona simone simonetta simran sina sinaida sinead
sinica siobain sioban siobhain siobhan sipho siya sjoerd slavica slavko slawomir slobodan smaranda sneha socorro
sofia sofiane sofie sofiya soizic solange sole soledad solene soline solveig songul sonia sonja sonke sonya sophia
sophie soraia sorana soraya sorcha soren sorin sorina sosimo souad souleymane spencer speranta stacey stacie stacy
stan stana stanca stancu stanislaus stanislav stanislaw stanley stavros stef stefan stefana stefani stefania
stefanie stefano steffen steffi stela stelian steliana stella steluta sten stephan stephane stephanie stephen sterre
steve steven stewart stijn stilla stjepan stuart sudiksha sue suhani sukhdeep sukru suleyman sumit sung sunita susan
susana susanita susann susanna susanne suse susi suus suzana suzanne suze suzie svea sven svenja svetlana swantje
swati swen swetlana sybilla sybille sydney sylke sylvain sylvana sylvester sylvia sylvie sylvio sylwia szymon tabea
tabitha tadeo tadeusz tadhg takeshi tamanna tamar tamara tami tammie tammy tamsin tanay tanguy tania tanish tanja
tanmayi tanner tanveer tanvi tanya tara tarak tarek tariq tasha tassilo tatiana tatjana tatyana taylor tecla ted
teddy teea teerth tejas telemaco telmo telse temistocle tendai teo teobaldo teodor teodora teodoro teodosia teodosio
teofil teofila teofilo teohari teona tere terence teresa teresita terrance terrence terri terry tess tessa teun
thabo thaddaus thaddeus thandi thanh thea theda thekla thelma theo theobald theodor theodora theodore theodoros
theophile theres theresa therese theresia thibault thibaut thierry thies thijmen thijn thijs thilo thom thomas
thoralf thorben thorsten thuy tiago tiberia tiberiu tibor tiburcio tidiane ties tiffany tigist tijmen tijn tijs till
tillmann tilly tilman tilmann tilo tim timea timm timo timotei timoteo timothee timothy tina tinca tincuta tino
tiphaine tirza tito titouan titus tiziana tiziano tobias tobiasz toby todd todor tola tom toma tomas tomasa tomasz
tome tomislav tommy toni tonia tonino tono tony tonya toralf torben toribio torquato torsten tracey traci tracie
tracy traian traude traudel traudl traugott traute travis treacy treasa trevor tricia trina trini trinidad triona
tripti tristan triveni triya troy trude trudel trudi tudor tudora tudorita tudosia tulay tullio tunde turkan
turlough turvi twan tycho tygo tyler tymon tymoteusz tyrone ubaldo uberto ubika ucchal uche udant udarsh udo udyati
ugo ugolino ulf uli ulises ulla ullrich ulrich ulrike ultan umang umberto undine unnati unni upadhriti upasna upkaar
upma urban urbano uri urishilla urmi urs ursel ursula urszula urte urvashi urvi uschi usman utkarsh utz uwe vadim
vaishnavi vajen valentijn valentim valentin valentina valentine valeri valeria valerie valerij valerio valeriu
valero valeska valter vamakshi vanesa vanessa vansha vanya varenya varsha varvara vasana vasatika vasco vasile
vasilica vasilis vassilios vasudha veda vedant vedhika vedika veer veerle veit veli venancio venceslas venera
veniamin vera verena verity vernon veronica veronika veronique vesna veta vicenta vicente vicentia vicentiu vicki
vickie victor victoria victoriano victorino vidal vidhi vigo vihaan vikram viktor viktoria vilma vinaya vince
vincent vincentio vincentiu vincenza vincenzo vinicio vinko vinzenz viola violaine violet violeta violetta violette
viorel viorela viorica viraj virgilio virginia virginie viridiana visarion visitacion vitali vito vitor vitoria
vittoria vittorio vitus vivaan vivian viviana viviane vivien vivienne vlad vladelina vladimir vlado vlaicu voichita
voicu volker volkhard volkmar vrinda vrishti vritti vyanjana wafa wahab waida wakeeta walburga waldemar waldtraut
walentina walfried walid walli wally walter walther waltraud waltraut waltrud wanda wanjiru warda warhi warinder
warjas warren watika wayne wazir wei wencke wendelin wendy wenke wenzel wera werner wesley wessel whitney wibke
widisha wiebke wieland wieslaw wigbert wiktor wilfredo wilfried wilfriede wilhelm wilhelmine willem willfried willi
william willibald willibert willie willy wilma wilson wiltrud winfried winifred wishi witold wladimir wojciech
woldemar wolf wolfgang wolfhard wolfram wout wouter wriddhish wridesh wulf wyatt xalak xaver xavi xavier xenia xiao
ximena xin xiomara xiti yachana yacine yadavi yael yagnesh yago yahvi yaiza yamina yamini yan yann yannick yannis
yara yasemin yash yashasvi yashawini yashica yashoda yashodhara yashvi yasmin yasmine yassin yassine yasti yatan
yatin yauvani yaw yesenia yesica yessica yfke yilmaz yinka yinthe yoann yochana yohan yolanda yolande yonas yoshita
yossi youssef yug yuki yumi yusuf yutika yuvraj yves yvette yvonne zacarias zacharie zachary zaharia zahra zaid
zaida zainab zaira zaitra zakaria zamfir zamfira zanele zansi zara zaraza zarna zashil zayan zayyan zbigniew zdenek
zdenka zdravko zehaan zehra zeki zeljko zeno zenobia zenon zenovia zenta zeynep zilmil zina zinal zineb zita zlatko
zoe zoey zofia zohra zoltan zora zoraida zoran zsofia
"""
_MORE = """
adama adao aglae aicha alassane alastair albane albie aliette aliou amaury ambre amel amine anaelle anh annabelle
anne-claire anne-laure anne-marie anne-sophie anouchka anthelme antonin apolline arlo armance armand arthus asma asmaa
assa assetou astou aubin aubrey audren aymeric babatunde bakary baptiste barthelemy bartosz basile berangere bertille
blanche blandine bouchra brahim brenna bryony byron cassandre cecily celeste chafia charline cheick cisse cleo
cleophee clothilde coline cyprien cyriaque cyrielle daouda darcy davina diarra dieynaba djamel djenaba dominika
domitille doug dougal edwige elian eliot eliott elouan elsie emeric emlyn enguerrand esme euan eulalie fadela fadila
fanta farah fares farida fatiha fatna faustine fayza fernand finlay florine floyd foucauld gabin gaetan garance garth
gaspard gatien gauthier gautier geoff geraint germain gerome ghislain gladys glyn gontran graca gustave gwenael
gwladys gwyneth hafid hafida hakim hakima halima hamid hasna hawa helder hettie hippolyte honorine horace houria
humphrey hyacinthe ibtissem ignace ikram ilham imen isaure isidore jacqui jamila jarvis jean-guy jean-luc jean-noel
jed jensen jeremie jessie jessy jolene jonny josie joss judicael julienne kader kadidia kahina karima kasia keira
keiran kelyan kenny kenza keri khadidja khady khalid kheira kinga kitty klervi kristell kylian lachlan lancelot
laureline layla leandre leane lenny leonce leontine lester lexi libby lison lizzie lloyd loig lorene lorie lotfi
loubna louie louison louna lubin lucille lydie lyle lyn lynette lysiane mabel maddie maddison maelie maelig maelys
magalie maha majid makan malorie manel manoa mareva margery marie-jo marie-josee marielle marietou marlon marsha
martial marylene marylise mathis mathurin maxence mbaye meline melodie meriem mickael mickaelle millicent milly miloud
minnie mohand mollie moncef morwenna mounia murray mylena mylene myrtle nabil nafi naim nais najat najet najib nasser
nassima nawel ned nellie nello nerys nevaeh nguyet nicky nicolette ninon noam noelie nola norris octavie ollie olympe
ombeline orlane orson osborne othman ouarda ouassila paddy pascaline patsy patti payton penda pete petula phil
phillipa philomene phoebe phuong pierre-louis pierre-yves prisca priyanka przemek quang quoc rabia rachida radia rafik
ramata ramsay ramzi randolph raoul raymonde redouane reynald rhian rhoda riad richarde rob robbie roddy rodolphe rokia
rosalind rosamund rose-marie roseline roxanne royston rufus russ rusty sabrine sacha sadie safia saida salah saliha
salim salima salwa samba samia sammy samy sarra sasha saul scarlett segolene servane sheridan sidi sidney sidonie
sihem silas simeon sira skye slimane solenn solenne soufiane stanislas stevie suresh susannah susie suzette swann
sylvestre sylviane tahar tarik tayeb tegan thais thao thierno thyphaine tia tilda timeo timothe tori toufik trang
trish trisha trixie tuan tugdual tuyet urbain ursule valerian vanina vaughan velma vianney vicky viet vikki wahiba
wallace wassila wendell wilbur wilf wilfred wilfrid willa winnie winston woody xander xaviere xuan yacouba yang yanis
yannig yasmina yaya yazid yohann younes youssra ysaline yseult yuan yvan zac zach zack zahia zane zeinab zelda zelie
zhen ziad zoubida
"""
GIVEN_NAMES = frozenset((_NAMES + _MORE).split())
