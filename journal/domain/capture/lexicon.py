"""The words that say what kind of thing happened, and those that look like names and are none. All without accents."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words that commas part."""
    return frozenset(one.strip() for one in text.replace("\n", ",").split(",") if one.strip())


def _each(names: str, value: str) -> dict[str, str]:
    return dict.fromkeys(words_of(names), value)


# The first words of a sentence before a colon -> (kind, type).
OPENINGS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        words_of(
            "biannual reminder, half-yearly reminder, fortnightly reminder, daily reminder, weekly reminder,"
            " monthly reminder, quarterly reminder, yearly reminder,"
            " annual reminder, rappel, rappeler, rappelle-moi, rappelle moi, rappels, reminder, remind,"
            " remind me, to do, todo, a faire, to-do, a rappeler, a relancer, a contacter, a envoyer, a preparer,"
            "pense-bete, ne pas oublier, penser a, pense a, don't forget, dont forget, note pour moi, tache, task, memo"
        ),
        ("reminder", ""),
    ),
    **dict.fromkeys(
        words_of(
            "question, q, doute, doubt, questions, je me demande, a demander, interrogation, wondering, i wonder,"
            " i'm wondering, ask"
        ),
        ("learning", "question"),
    ),
    **dict.fromkeys(
        words_of(
            "appris, apprentissage, learned, learnt, pratique, practice, j'ai appris, i learned, i learnt,"
            " bonne pratique,"
            "best practice, good practice, bonnes pratiques, lecon, lesson, decouvert, discovered, learning,"
            " a retenir, retenu, methode, method, takeaway, key takeaway, insight, good to know, bon a savoir, a noter,"
            " enseignement, til, today i learned"
        ),
        ("learning", "practice"),
    ),
    **dict.fromkeys(words_of("outil, tool, logiciel, software, application, app, appli"), ("learning", "tool")),
    **dict.fromkeys(
        words_of(
            "astuce, tip, top tip, pro tip, truc, conseil, advice, idee, idea, hint, trick, raccourci,"
            " shortcut, bon plan"
        ),
        ("learning", "tip"),
    ),
    **dict.fromkeys(
        words_of(
            "fiere, fier, proud, win, reussite, victoire, succes, success, bravo, fierte, proud of, fiere de,"
            " fiere moment, wins, well done me, well done, bravo a moi, so proud, victory, triumph, kudos,"
            " done it, milestone,"
            " objectif atteint, youpi, yes, tres fiere, contente, content,"
            " ravie, ravi, heureuse, heureux, happy, chuffed, delighted, i'm proud, je suis fiere,"
            "reussi, achievement, accomplishment, small win, petite victoire, petite fierte"
        ),
        ("learning", "win"),
    ),
    **dict.fromkeys(words_of("reunion, rdv, rendez-vous, meeting, evenement, event"), ("event", "meeting")),
    **dict.fromkeys(words_of("appel, call, tel"), ("event", "call")),
    **dict.fromkeys(words_of("cafe, coffee, dejeuner, lunch"), ("event", "coffee")),
    **dict.fromkeys(words_of("formation, atelier, training, workshop"), ("event", "workshop")),
    **dict.fromkeys(words_of("webinaire, webinar"), ("event", "webinar")),
    **dict.fromkeys(words_of("conference, congres, salon"), ("event", "conference")),
}

EVENT_TYPES: dict[str, str] = {
    **_each(
        "cafe, coffee, dejeuner, dejeune, dejeunes, dej, dejeuners, petit-dejeuner, petit-dej, ptit-dej, lunch,"
        " lunched, brunch, breakfast, dinner, diner,"
        "dine, apero, aperitif, afterwork, after-work, resto, drinks, drink, gouter, pause-cafe, coffees, tea,"
        " cuppa, pot",
        "coffee",
    ),
    **_each(
        "appel, appele, appelee, appeles, rappele, rappelee, call, called, telephone, telephonee, phone,"
        " phoned, coup, tel, rang, visio-appel, phonecall, appels, tph,"
        "telephonique",
        "call",
    ),
    **_each(
        "message, mail, email, e-mail, courriel, ecrit, wrote, sms, mails, emails, emailed, messaged, texted,"
        " texto, dm, mailed, messages, mel, sent, envoye, envoyee, envoyes, envoyees, forwarded",
        "message",
    ),
    **_each(
        "conference, congres, salon, colloque, symposium, forum, convention, summit, expo, seminaire, seminar,"
        " rencontres, universite, conferences, congress, fair, exhibition, tradeshow",
        "conference",
    ),
    **_each("webinaire, webinar, webconf, webinars, webinaires, wébinaire, webconference", "webinar"),
    **_each(
        "atelier, workshop, formation, training, stage, masterclass, master-class, cours, course, formations,"
        " ateliers, trained, formee",
        "workshop",
    ),
    **_each("visite, visit, visited, visites, visiting, tour, toured", "visit"),
    **_each(
        "reunion, meeting, rdv, rendez-vous, point, ag, assemblee, entretien, visio, met, codir, comite, comex,"
        " rv, interview, meetup, meet-up, briefing, debrief, standup, catch-up",
        "meeting",
    ),
}

# Capitalised words that are no part of a name.
_TIME_NAMES = words_of(
    "janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre,"
    " january, february, march, april, may,"
    "june, july, august, september, october, november, december, lundi, mardi, mercredi, jeudi, vendredi,"
    " samedi, dimanche, monday, tuesday,"
    "wednesday, thursday, friday, saturday, sunday, hier, demain, today, tomorrow, yesterday, noel,"
    " christmas, easter, paques, jan, feb, mar,"
    "apr, jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, tues, wed, thu, thurs, fri, sat, sun, next,"
    " last, this, le, la, les, l, un, une,"
    "the, a, an, i, je, j, il, elle, on, nous, vous, ils, elles, he, she, we, they, it, you, my, mon, ma,"
    " mes, notre, nos, our, et, and, puis,"
    "then, mais, but, pour, for, avec, with, chez, at, in, sur, de, du, des, par, by, ce, cette, ca, oui,"
    " non, yes, no, ok, rdv, appel, call,"
    "message, mail, email, tel, cafe, coffee, reunion, meeting, formation, training, atelier, workshop,"
    " webinaire, webinar, conference, congres,"
    "salon, forum, visite, visit, lunch, dejeuner, diner, dinner, rappel, reminder, question, astuce, tip,"
    " outil, tool, appris, learned, fiere,"
    "proud, merci, thanks, thank, demander, ask, relancer, rappeler, appeler, envoyer, send, follow, voir,"
    " see, vu, met, saw, tres, very, super,"
    "bon, bonne, good, great, nouveau, nouvelle, new, tous, tout, all, every, chaque, dans, il, y, ago,"
    " quand, when, comment, how, pourquoi, why,"
    "what, which, who, qui, que, quoi, ou, where, est, is, was, will, can, could, should, je, m, s, t, c,"
    " d, n, qu, dr, mr, mme, mrs, ms, mlle,"
    "avant, apres, pendant, durant, lors, suite, selon, malgre, sans, sauf, entre, jusque,"
    " alors, ainsi, aussi, encore, enfin, ensuite, donc, quelle, quel, before, after, during, since,"
    " until, while,"
    " although, despite, without, within, between, because, also, finally, first, later, meanwhile, maybe,"
    " perhaps, please, sorry, joyeux, joyeuse, happy, merry, bonjour, hello, dear, cher, chere,"
    "eux, elle, lui, them, him, her, everyone, everybody, someone, quelqu, plusieurs, several, various, toute, toutes"
)
PRODUCTS = words_of(
    "excel, word, powerpoint, outlook, teams, onenote, onedrive, sharepoint, power, automate, apps, bi,"
    " copilot, chatgpt, gpt, claude, gemini,"
    "planner, loop, forms, lists, access, publisher, visio, project, notion, trello, asana, slack, zoom,"
    " meet, webex, canva, figma, miro, google,"
    "gmail, drive, docs, sheets, calendar, microsoft, office, windows, apple, mac, iphone, ipad, android,"
    " adobe, acrobat, photoshop, indesign,"
    "sap, oracle, salesforce, hubspot, mailchimp, doodle, calendly, eventbrite, helloasso, dropbox,"
    " wetransfer, docusign, concur, workday,"
    "servicenow, jira, confluence, airtable, zapier, make, python, vba, sql, macro, macros, pdf, linkedin,"
    " facebook, instagram, whatsapp, twitter,"
    "tiktok, youtube, yammer, viva, engage, internet, intranet, wifi, deepl, grammarly, antidote, mistral,"
    " perplexity, todoist, evernote, clickup,"
    "monday.com, basecamp, egencia, navan, uber, airbnb, booking, sncf-connect, doctolib, pennylane, sage,"
    " cegid, silae, xero, quickbooks, ms, skype"
)
_ACRONYMS = words_of(
    "ca, ag, rh, drh, hr, it, dg, dga, pdg, ceo, cfo, coo, cto, codir, comex, cse, cv, kpi, faq, rgpd,"
    " gdpr, ia, ai, pa, ea, eas, pas, qvt, rse, csr, bu, vp,"
    "dsi, daf, daj, sg, cci, medef, afnor, cpf, opco, pr, crm, erp, hq, uk, usa, us, eu, ue, q1, q2, q3,"
    " q4, agm, egm, ld, edf, sncf, ratp, ibm, bnp,"
    "bpce, axa, cea, cnrs, inserm, ups, dhl, bbc, nhs, hsbc, kpmg, pwc, ey, bcg, lcl, tgv, cnam, afpa,"
    " urssaf, cpam, caf, insee, esn, pme, tpe, ong, ngo"
)
NOT_NAMES = _TIME_NAMES | PRODUCTS | _ACRONYMS

# One of these words makes a group of capitals a firm or a body, not a person.
FIRM_WORDS = words_of(
    "sa, sas, sarl, sasu, eurl, sci, ltd, limited, plc, llp, llc, inc, corp, corporation, gmbh, ag, bv, nv,"
    " group, groupe, holding, banque, bank, credit,"
    "caisse, societe, company, companies, co, mairie, prefecture, conseil, region, departement, ministere,"
    " ministry, universite, university, college, ecole,"
    "school, lycee, institut, institute, academy, academie, association, club, federation, chambre,"
    " chamber, council, committee, comite, commission, cabinet,"
    "agence, agency, bureau, office, service, services, direction, department, equipe, team, consulting,"
    " conseils, solutions, systems, systemes, software,"
    "technologies, technology, tech, digital, telecom, telecoms, energie, energy, electric, industries,"
    " industrie, assurances, assurance, insurance, mutuelle,"
    "airlines, airways, air, hotel, hotels, restaurant, travel, voyages, events, evenements, media, press,"
    " presse, editions, publishing, laboratoires, labs,"
    "pharma, clinique, hopital, hospital, clinic, fondation, foundation, trust, union, syndicat, partners,"
    " associates, associes, partenaires, international,"
    "france, europe, uk, worldwide, global, network, reseau, networks, business, formation, training,"
    " logistics, logistique, transport, transports, recruitment,"
    "interim, rh, board, society, fund, capital, finance, invest, investment, motors, automobiles, foods,"
    " stores, retail, street, road, avenue, rue, place,"
    "hall, house, centre, center, palace, palais, park, parc, station, gare, airport, aeroport, museum,"
    " musee, theatre, library, church, saint-gobain, widgets,"
    "management, marketing, legal, day, days, journee, journees, conference, summit, awards, show, salon,"
    " forum, congres, programme, program, project, projet"
)
# Firms whose name begins as a person's would, or stands alone as a given name does.
FIRMS = words_of(
    "louis vuitton, hugo boss, yves rocher, yves saint laurent, saint laurent, john lewis, pierre fabre,"
    " leroy merlin, jean paul gaultier, christian dior,"
    "paul smith, ernst young, ernst & young, jones lang lasalle, morgan stanley, jp morgan, marks spencer,"
    " harvey nichols, jean monnet, lucien barriere,"
    "pierre et vacances, michel et augustin, bonne maman, pierre & vacances, marie claire, clement faugier,"
    " andre roux traiteur, jack daniel's, tom ford,"
    "michael kors, michael page, robert half, robert walters, page personnel, thomas cook, charles schwab,"
    " christian louboutin, john deere, stanley black,"
    "charles tyrwhitt, ben & jerry's, jimmy choo, julius baer, henri selmer, paul hartmann, philip morris,"
    " general electric, royal mail, virgin media,"
    "hays, adecco, manpower, randstad, airbus, renault, peugeot, citroen, michelin, orange, total,"
    " totalenergies, danone, carrefour, auchan, leclerc, lidl,"
    "sanofi, thales, safran, dassault, capgemini, accenture, deloitte, atos, sopra, veolia, suez, engie,"
    " vinci, bouygues, eiffage, alstom, schneider, siemens,"
    "bosch, bayer, basf, novartis, roche, nestle, unilever, amazon, google, microsoft, apple, meta,"
    " netflix, tesla, ford, toyota, barclays, lloyds, natwest,"
    "tesco, sainsbury's, sainsburys, asda, aldi, waitrose, boots, vodafone, bt, shell, bp, rolls-royce,"
    " gsk, astrazeneca, unilever, hermes, kering, lvmh, l'oreal,"
    "chanel, dior, cartier, biomerieux, seb, legrand, valeo, plastic omnium, decathlon, fnac, darty,"
    " boulanger, ikea, accor, novotel, ibis, mercure, sofitel, hilton,"
    "marriott, sodexo, elior, compass, klesia, malakoff, harmonie, macif, maif, matmut, groupama, allianz,"
    " generali, axa, natixis, amundi, rothschild, lazard, acme"
)

# Towns, above all those that could be taken for part of a name after "de".
TOWNS = words_of(
    "paris, lyon, marseille, toulouse, nice, nantes, montpellier, strasbourg, bordeaux, lille, rennes,"
    " reims, toulon, grenoble, dijon, angers, nimes,"
    "villeurbanne, clermont-ferrand, aix-en-provence, brest, tours, amiens, limoges, annecy, perpignan,"
    " metz, besancon, orleans, rouen, mulhouse, caen, nancy,"
    "saint-etienne, saint-denis, argenteuil, montreuil, avignon, poitiers, versailles, pau, la rochelle,"
    " calais, cannes, antibes, beziers, colmar, bourges,"
    "valence, chambery, quimper, lorient, vannes, bruxelles, brussels, liege, namur, anvers, geneve,"
    " geneva, lausanne, zurich, bale, luxembourg, monaco,"
    "montreal, quebec, ottawa, toronto, london, londres, leeds, manchester, birmingham, bristol, liverpool,"
    " sheffield, york, newcastle, nottingham, leicester,"
    "edinburgh, glasgow, cardiff, belfast, dublin, cork, oxford, cambridge, bath, brighton, reading,"
    " southampton, portsmouth, exeter, plymouth, norwich, hull,"
    "bradford, coventry, derby, chester, milton keynes, swindon, berlin, munich, hamburg, francfort,"
    " frankfurt, cologne, vienne, vienna, madrid, barcelone,"
    "barcelona, lisbonne, lisbon, porto, rome, milan, turin, florence, venise, naples, athenes, athens,"
    " amsterdam, rotterdam, the hague, la haye, copenhague,"
    "copenhagen, stockholm, oslo, helsinki, prague, varsovie, warsaw, budapest, bucarest, sofia, zagreb,"
    " casablanca, rabat, tunis, alger, dakar, abidjan,"
    "new york, boston, chicago, dubai, tokyo, singapour, singapore, sydney, melbourne, victoria, austin,"
    " dallas, denver, lourdes, lorraine, valencia, malaga, la defense"
)
COUNTRIES = words_of(
    "france, belgique, suisse, allemagne, espagne, italie, angleterre, irlande, portugal, england,"
    " scotland, wales, ireland, belgium, spain, italy"
)
PARTICLES = words_of(
    "de, du, des, d, la, le, van, von, der, den, ter, ten, di, da, do, dos, das, del, della, al, el, ben,"
    " bin, ibn, ould, zu, zum, af, av, st, mac, y, e"
)
# What follows a given name in small letters and is no family name.
FOLLOWING = words_of(
    "about, absent, absente, afin, after, again, agrees, alone, alors, apres, arrive, asap, asked, asks, attend,"
    " aussi, avant, back, because, before, begins, between, bien, busy, calls, came, car, cherche, coffee,"
    " concernant, confirme, content, contente, cool, dehors, deja, demande, depuis, did, dit, does, donc,"
    " downstairs, durant, during, encore, ends, enfin, ensemble, entre, explains, fine, first, from, gave, genial,"
    " geniale, got, had, half, happy, has, helps, here, hors, hyper, ill, inside, interessant, jeudi, jusque,"
    " knows, last, later, left, likes, lives, long, lors, loves, lunch, mal, malade, merci, might, moins, must,"
    " near, needs, next, nice, now, occupe, occupee, off, ok, once, online, outside, over, parce, part, pendant,"
    " pense, plus, propose, quick, rappelle, ravi, ravie, regarding, reste, said, sans, says, second, sends, seul,"
    " seule, short, shows, sick, since, soon, sous, starts, suite, super, sur, sympa, tells, thanks, there, these,"
    " thinks, this, those, through, today, together, told, took, top, tres, trop, twice, until, upstairs, utile,"
    " vers, veut, via, vient, visio, vite, vraiment, wants, was, well, went, were, while, whose, works, would"
)
