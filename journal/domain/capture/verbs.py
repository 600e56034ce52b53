"""What is to be done: the verbs that begin it."""

from __future__ import annotations

import re

from journal.domain.capture.time_words import WEEKDAY

_INFINITIVES = (
    "relancer|rappeler|recontacter|contacter|appeler|telephoner|envoyer|renvoyer|ecrire|remercier|demander"
    "|redemander|proposer|prevoir|preparer|repondre|fixer"
    "|transmettre|partager|relire|verifier|organiser|reserver|confirmer|inviter|reprendre|refaire|faire"
    "|acheter|commander|payer|regler|renouveler|renouveller"
    "|s'inscrire|inscrire|imprimer|rendre|apporter|prendre|planifier|caler|programmer|penser|rechercher"
    "|chercher|lire|tester|essayer|finir|terminer|valider"
    "|signer|poster|publier|feliciter|souhaiter|offrir|presenter|suivre|donner|parler|reparler|discuter"
    "|en parler|en reparler|annuler|deplacer|modifier"
    "|mettre|creer|completer|rediger|classer|archiver|scanner|deposer|recuperer|retirer|declarer|adherer"
    "|cotiser|candidater|postuler|preter|expedier|feter|installer|telecharger|traduire|corriger|remplacer"
    "|resilier|choisir|comparer|negocier|remplir"
    "|vider|rapporter|rembourser|saisir|enregistrer|sauvegarder|decider|accueillir|convoquer|diffuser"
    "|distribuer|afficher"
    "|photocopier|relier|plastifier|controler|calculer|editer|exporter|importer|synchroniser|cloturer|lancer|visiter"
    "|retourner|deposer|se renseigner|aller chercher"
    "|prevenir|informer|debriefer|solliciter|questionner|interroger|ajouter|actualiser|mettre a jour"
    "|nettoyer|ranger|trier|voter|(?<!a )partir|aller|venir|passer|bloquer"
)
_SEEING = "voir|revoir|se voir|se revoir|nous revoir|rencontrer|dejeuner|diner"
_PRONOUN = r"(?:(?:la|le|les|lui|leur|se|nous|me|te|y|en|l'en|lui en|m'en|le lui|la lui)\s|[ls]'|m')"
_LEADS = (
    r"(?:(?:et|puis|ensuite|donc|alors|apres|sinon|and|then|so|also|plus|next|suite|a suivre"
    r"|prochaine etape|next step|action|todo|to do|a faire"
    r"|-|>|\*)\s?:?\s)?"
)
_MUST = (
    r"(?:je dois|je devrai|je vais|il faut|il faudra|faut|faudra|il faudrait|penser a|pense a|pensez a"
    r"|ne pas oublier de|n'oublie pas de|ne pas oublier d'"
    r"|ne pas|promis de|promis|j'ai promis de|rappelle-moi de|rappelle moi de|rappelez-moi de"
    r"|rappelle-moi d'|me rappeler de|on doit|nous devons|on va|a|de quoi|essayer de)"
)
# Before an article any other word in -er is an infinitive, except these.
_NOUNS_IN_ER = (
    "(?:hier|atelier|dejeuner|diner|gouter|premier|dernier|fevrier|janvier|dossier|courrier|papier|cahier|conseiller"
    "|calendrier|fichier|chantier|metier|hiver|super|manager|leader|reporter|newsletter|flyer|poster|partner"
    "|master|starter"
    "|twitter|after|over|laser|quartier|escalier|clavier|banquier|financier|particulier|policier|panier"
    "|officier|ouvrier"
    "|infirmier|cher|fer|mer|entier|fier|leger|etranger|danger|berger|boulanger|mercier|olivier|roger|other"
    "|number|order"
    "|server|paper|summer|winter|dinner|supper|letter|together|whether|however|never|ever|under|after|later|never"
    "|remember|consider|offer|enter|answer|another|either|rather|member|center|folder|printer|speaker|trainer|teacher"
    "|november|december|september|october|easter|peer|user|buyer|owner|worker|customer|matter|chapter|computer"
    r"|[a-z]*(?:ier|eer))\b"
)
_FRENCH = re.compile(
    rf"{_LEADS}(?:(?P<must>{_MUST})\s?)?(?:(?P<pronoun>{_PRONOUN})?(?P<verb>{_INFINITIVES}|{_SEEING})(?![\w'-])"
    rf"|(?P<infinitive>(?!{_NOUNS_IN_ER})[a-z]{{3,}}er)(?= (?:(?:le|les) (?!\d|{WEEKDAY})|la |les |l'|une? "
    r"|m(?:on|a|es) |n(?:otre|os) "
    rf"|s(?:on|a|es) |leurs? |ce |cette |ces |cet |tou(?:s|te|tes) ))"
    rf"|(?<=[ '])(?P<any>{_PRONOUN}\w{{2,}}(?:er|ir|re))(?!\w))"
)
_ENGLISH_VERBS = (
    "follow up|follow-up|followup|call back|ring|write|send|thank|ask|chase|ping|book|check|get back"
    "|invite|prepare|bring|confirm"
    "|schedule|arrange|reply|share|forward|order|renew|pay|register|sign up|remind|touch base|contact|buy"
    "|print|return|finish|complete|submit|draft|review"
    "|update|cancel|move|plan|organise|organize|read|try|test|apply|join|congratulate|nudge|tell|give|lend"
    "|introduce|set up|look up|look into"
    "|find|speak to|talk to|reconnect|circulate|post|publish|fix|start|stop|collect|pick up|drop off|file"
    "|sort|clean|vote|go through|go over|note|make|do|get|put|renew|wish|translate|proofread|approve"
    "|sign|scan|archive|deliver|install|download|upload|replace|subscribe|unsubscribe|back up|hand in|hand over"
    "|choose|compare|negotiate|pack|fill in|fill out"
    "|reset|claim|suggest|propose|offer|follow|clear|empty|let(?= .{1,40} know)|close(?! to)|drop|settle"
)
_ENGLISH_SEEING = "meet|see|catch up|lunch|have lunch|have coffee|meet up"
_ENGLISH_MUST = (
    r"(?:i must|i should|i need to|i have to|i will|i'll|i'm to|must|should|need to|needs to|have to|to"
    r"|remember to|remember|don't forget to|dont forget to|do not forget to"
    r"|remind me to|please|let's|we should|we need to|i promised to|promised to|going to|i am going to"
    r"|i want to|want to)"
)
VERBS = frozenset(f"{_INFINITIVES}|{_SEEING}|{_ENGLISH_VERBS}|{_ENGLISH_SEEING}".split("|"))
_AS_NOUN = (
    "with|from|to|was|were|is|est|de|avec|du|d'|about|on|at|[a-z]+ed|interview|call|meeting|conference"
    "|chat|recue?s?|envoyee?s?|important|urgent"
    "|groupe|collectif|recap|commun|sur|pour|aux|en|des|les|la|le|hier|ce|received|sent|yesterday|today"
    "|this|last|next|tomorrow|demain"
    r"|linkedin|teams|whatsapp|slack|yammer|facebook|viva|outlook|vocal|prive|privee|group|chain"
    r"|[a-z]+day|[a-z]+di|\d+|appt|appointment|slot|screening"
)  # after which "call" and "mail" are what happened, not what is to do
_ENGLISH = re.compile(
    rf"{_LEADS}(?:(?P<must>{_ENGLISH_MUST})\s)?(?P<verb>{_ENGLISH_VERBS}|{_ENGLISH_SEEING}|call(?! (?:{_AS_NOUN})\b)"
    rf"|(?:phone|email|e-mail|text|message|mail)(?! (?:a|{_AS_NOUN})\b))(?![\w'-])"
)
_NEXT_MEETING = re.compile(
    rf"{_LEADS}(?:prochaine? (?:rdv|rendez-vous|reunion|appel|point|cafe|etape|seance|session|rencontre)"
    rf"|next (?:meeting|call|coffee|lunch|session|catch-up|step)"
    r"|on se (?:revoit|voit|rappelle|retrouve|reparle)|rdv pris|on se recontacte|elle (?:me )?rappelle"
    r"|il (?:me )?rappelle)(?!\w)"
)
_SEE = re.compile(rf"(?:{_SEEING}|{_ENGLISH_SEEING})$")


def action_at(said: str, start: int) -> re.Match[str] | None:
    """The verb at the beginning of something to do."""
    return _FRENCH.match(said, start) or _ENGLISH.match(said, start) or _NEXT_MEETING.match(said, start)


def is_meeting(action: re.Match[str]) -> bool:
    """Whether what is to do is to see somebody, so that a first clause of it is a planned event."""
    groups = action.groupdict()
    return bool(groups.get("verb") and not groups.get("must") and _SEE.fullmatch(groups["verb"].strip()))


_EITHER = re.compile(
    r"(?:call|phone|ring|e?-?mail|text|message|lunch|meet|see|have|catch|note|review|test|plan|dejeuner|diner)?"
)


def is_sure(action: re.Match[str]) -> bool:
    """Whether the verb can only be of what is to come, which "call Tom 12/11" need not be."""
    verb = (action.groupdict().get("verb") or "").strip()
    return not _EITHER.fullmatch(verb.split(" ")[0])
