"""A sentence in its parts: what happened, what is told about it, what is to do next; and in which tense."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journal.domain.capture.days import AHEAD, PAST
from journal.domain.capture.lexicon import EVENT_TYPES, OPENINGS, words_of
from journal.domain.capture.plain import any_of
from journal.domain.capture.verbs import action_at

MOST_CLAUSES = 40


@dataclass(frozen=True, slots=True)
class Clause:
    """`start` and `end` in the plain text; `mark` is what it follows ("", ":", ";", ".", ",", "who"); `action` says
    that it is something to do."""

    start: int
    end: int
    mark: str = ""
    action: bool = False


# After these a point ends no sentence.
_ABBREVIATIONS = words_of(
    "mme, dr, mr, mrs, ms, st, ste, av, tel, mob, dej, rdv, reu, conf, prof, resp, dir, dept, bd, ex, cf,"
    " approx, vs, mtg, appt, env, ref, ext, janv, fevr, avr, juil, sept, oct, nov, dec, jan, feb, apr,"
    " jul, aug, sep, lun, mer, jeu, ven, sam, mon, tue, wed, thu, fri, tues, thurs, ass, asst, sec, dpt,"
    " svc, inc, ltd, co"
)
_NO_ABBREVIATION = "".join(rf"(?<!\b{word})" for word in sorted(_ABBREVIATIONS))
_BREAK = re.compile(
    r"(?P<semicolon>(?<!\+);)|(?P<colon>(?<!\bre) ?:(?= |$))|(?P<arrow> ?(?:->|=>|→|>>)| [-–—](?= ))"
    rf"|(?P<stop>(?<=[a-z0-9à-ÿ)%\"'»]{{2}}){_NO_ABBREVIATION}\.(?= |$)"
    r"|[!?…]+(?= |$))"
    r"|(?P<who>,? (?:qui|dont|who|which|whose)(?= )|, (?:elle|il|elles|ils|she|he|they)(?= |'))"
    r"|(?P<request> (?:asked me to|m'a demande de|m'a dit de|told me to|wants me to)(?= ))"
    r"|(?P<saying> (?:dit|disait|said|says|told (?:me|us)"
    r"|annonce|announced|promis|promised)(?: que| qu'| that)?(?= |(?<='))|explained that(?= ))"
    r"|(?P<comma>,(?= )| (?:et|and|puis|then)(?= ))"
)


def split(said: str) -> list[Clause]:
    """The clauses of a plain text, in order. A comma, "and" or "et" parts only where something to do follows."""
    clauses: list[Clause] = []
    start, mark = 0, ""
    for found in _BREAK.finditer(said):
        kind = found.lastgroup or ""
        if len(clauses) >= MOST_CLAUSES:
            break
        if kind == "who" and not said[start : found.start()].strip():
            continue  # "who knows a caterer?" asks, and tells nothing of anybody
        opened = said.rfind("(", start, found.start())
        if opened >= 0 and kind != "semicolon":
            closed = said.find(")", opened)
            if closed > found.start() and closed - opened < 80:
                continue
        if kind == "stop" and found[0] == "." and " " not in said[start : found.start()].strip():
            continue  # "Déj. avec Alain"
        if kind == "comma" and action_at(said, found.end() + 1) is None:
            continue
        if kind == "arrow" and "-" in found[0] and ">" not in found[0] and re.match(r"\s*\d", said[found.end() :]):
            continue  # "14h - 15h"
        end = found.end() if kind == "stop" else found.start()
        if kind in ("who", "saying") and not said[start:end].strip():
            continue  # "Question: who signs?"
        if said[start:end].strip():
            clauses.append(_clause(said, start, end, mark))
        start, mark = (
            found.end(),
            {"semicolon": ";", "colon": ":", "stop": ".", "who": "who", "saying": "who"}.get(kind, ","),
        )
        if kind in ("arrow", "request"):
            mark = ";"
    if said[start:].strip() or not clauses:
        clauses.append(_clause(said, start, len(said), mark))
    return clauses


def _clause(said: str, start: int, end: int, mark: str) -> Clause:
    while start < end and said[start] in " ,;:-–—>":
        start += 1
    return Clause(start, end, mark, mark != "who" and action_at(said, start) is not None)


MUST = re.compile(r"(?:il )?fau(?:t|dra|drait) (?:absolument |bien )?(?:que (?:je|on|nous)|qu'on|que j')(?!\w)")
# "Salle à réserver", "invoice to pay": a thing and what is to be done with it.
_TO_BE_DONE = re.compile(
    r"(?:[^:;.!?]|\.(?=\d)){3,80}? (?:a (?:faire|reserver|envoyer|renvoyer|commander|payer|rendre|imprimer|signer"
    r"|faire signer|preparer"
    r"|confirmer|valider|regler|renouveler|acheter|poster|retourner|completer|finir|terminer|relire|mettre a jour"
    r"|classer"
    r"|archiver|transmettre|recuperer|remplir|deposer|organiser|planifier|caler)"
    r"|to (?:be )?(?:pay|paid|send|sent|book|booked|sign|signed|print|order|renew|submit|complete|finish|approve"
    r"|file|update"
    r"|return|post|confirm))(?![\w'-])"
)


def is_to_be_done(text: str, said: str) -> bool:
    found = _TO_BE_DONE.match(said)
    if (
        found is None
        or tense_of(text[: len(found[0])], found[0]) == PAST
        or re.match(r"(?:reste|il reste|pense|j'ai|i have)\b", said)
    ):
        return False
    words = [word.strip("'") for word in re.findall(r"[\w'-]+", found[0])]
    return len(words) <= 10 and not any(word in EVENT_TYPES for word in words) and " avec " not in found[0]


def promises(words: str) -> bool:
    """Whether a few words speak of another meeting than the one told about."""
    return bool(re.search(r"\b(?:rdv|rendez-vous|prochain|prochaine|next|rappel|deadline|avant|before|due)\b", words))


_WANTED = re.compile(
    r"\b(?:cherche|recherche|recrute|veut|voudrait|souhaite|aimerait|a besoin|espere|demande|is looking"
    r"|looking for|wants"
    r"|needs|would like|is hiring|hopes|asks|seeks)\b"
)


def is_deadline(said: str, start: int, tense: str, event_type: str) -> bool:
    """ "called Tom, he will send it by Friday", "elle cherche une salle pour mai": for when something is, of which was
    spoken, and not when that was."""
    wanted = _WANTED.search(said[:start])
    told = tense == PAST or bool(wanted) or (event_type in ("call", "message") and "," in said[:start])
    for_when = r"(?:by|before|avant|d'ici|for|pour) "
    return told and bool(re.match(for_when, said[start:]) or (wanted and re.match(r"(?:en|in|from) ", said[start:])))


_MOVED = re.compile(
    r"\b(?:reportee?s?|decalee?s?|deplacee?s?|repoussee?s?|avancee?s?|moved|postponed|rescheduled|pushed back|put back"
    r"|brought forward|reprogramm\w+) (?=(?:au|a|to|until|till|for|pour|du|from)\b)(?:(?:du"
    r"|from) [\w/. ]{1,20}? (?=au |to ))?"
)


def moved_to(said: str) -> int:
    """Where the new day of something put off may stand: "réunion du 30 reportée au 7"; 0 for nothing put off."""
    found = _MOVED.search(said)
    return found.end() if found else 0


_WHETHER = re.compile(
    r"\b(?:voir|verifie\w*|demande\w*|savoir|see|check|ask|find out)\b.{0,50}?"
    r"\b(?:si|s'il|s'ils|s'elle|if|whether|quand|when)\b"
)


def until_whether(said: str) -> str:
    """A clause up to what is to be found out: "voir s'il est libre le 9" is not to be done on the 9th."""
    found = _WHETHER.search(said)
    return said[: found.end()] if found else said


_NEAR = re.compile(
    r"\b(?:hier|yesterday|today|aujourd'hui|ce matin|ce midi|cet apres-midi|ce soir|this (?:morning|afternoon)"
    r"|last|dernier"
    r"|derniere|passee?|ago|il y a)\b"
)


def is_matter(said: str, start: int, end: int, *, asked: bool) -> bool:
    """Of a day in what was learned or asked: "is the 11th of November a day off?", "le 1er mai est férié" are about
    that day, and do not say when it was learned."""
    about = re.match(r" (?:est|sont|n'est|tombe|is|are|isn't|falls|sera|will|reste|remains)\b", said[end:])
    return bool(about) or (asked and not _NEAR.search(said[start:end]))


def is_body(clause: Clause) -> bool:
    return clause.mark != "head"  # the rhythm is rather said before the colon: "every Friday: the weekly summary"


# --- openings -----------------------------------------------------------------------------------------------------

_OPENING = re.compile(rf"(?P<opening>{any_of(OPENINGS)})(?![\w'-])")
# Those that open a sentence without a colon, too.
_ALSO_BARE = re.compile(
    r"(?P<opening>(?:j'ai )?decouvert que|(?:i )?discovered that|(?:i )?found out that|je viens d'apprendre"
    r"|j'ai appris|appris|i learned|i learnt|learned|learnt|today i learned|til|fiere?|proud"
    r"|rappelle-moi|rappelle moi|rappel|remind me|reminder"
    r"|je me demande|wondering|i wonder|i'm wondering|penser a|pense a|ne pas oublier|don't forget|dont forget"
    r"|n'oublie pas"
    r"|remember to|a faire|todo|to do|question|decouvert|astuce|tip)(?![\w-])"
)
_BARE_KINDS = {
    "rappelle": ("reminder", ""),
    "n'oublie": ("reminder", ""),
    "remember": ("reminder", ""),
}
_BETWEEN = re.compile(
    r"(?: (?:de la semaine|du jour|du mois|of the (?:day|week|month)|technique|excel|outlook|utile|personnelle|pro))?$"
)
LONGEST_OPENING = 80


_OF_WHAT = re.compile(r"[\w']{3,20} (?=(?:tip|trick|hint|shortcut|question|astuce) ?:)")  # "Outlook tip: …"


def opening(said: str) -> tuple[str, str, int, int] | None:
    """(kind, type, where the opening ends, where the sentence goes on) of "Question : …"; None without one."""
    of = _OF_WHAT.match(said)
    if of and (after := opening(said[of.end() :])):
        return after[0], after[1], after[2] + of.end(), after[3] + of.end()
    match = _OPENING.match(said)
    if match:
        colon = re.compile(r"[^:]{0,70}?(?: ?:(?= |$)|:(?=[^\d\s/])|(?<= )[-–—](?= ))").match(said, match.end())
        head = said[match.end() : colon.end()].rstrip(" :-–—") if colon else ""
        kind, type_ = OPENINGS[match["opening"]]
        if colon and said[colon.end() :].strip() and len(head) <= LONGEST_OPENING:
            if not head.strip() or _BETWEEN.fullmatch(head):
                rhythm = match["opening"].endswith(" reminder")  # "Monthly reminder: …"
                return kind, type_, 0 if rhythm else colon.end(), colon.end()
            if kind != "event" and len(head.split()) <= 7:
                return kind, type_, 0 if match["opening"].endswith(" reminder") else match.end(), colon.end()
    bare = _ALSO_BARE.match(said)
    if bare:
        word = bare["opening"]
        kind, type_ = OPENINGS.get(word) or next(
            (value for key, value in _BARE_KINDS.items() if word.startswith(key)), ("learning", "practice")
        )
        return kind, type_, 0, 0
    return None


_ASKS = re.compile(
    r"(?:comment|pourquoi|quels?|quelles?|qui|ou|quand|combien|est-ce|faut-il|peut-on|doit-on|dois-je"
    r"|y a-t-il|qu'est-ce|quelqu'un|avez-vous|auriez-vous|savez-vous|est-il|lequel|laquelle|anyone|anybody|someone"
    r"|any idea"
    r"|has|have|would|shall|did|how|why|what|which|who|where|when|should|can|could|does|do|is|are|quid|a quoi)\b"
)


_INVERTED = re.compile(r"\b\w{2,}(?:-t)?-(?:il|elle|on|je|vous|tu|nous|ils|elles)\b")


_ASKS_ROUND = re.compile(
    r"\b(?:qui (?:connait|sait|peut|aurait|a deja)|who (?:knows|can|has)|any ideas?|une idee|des idees"
    r"|qu'en pensez-vous"
    r"|vous en pensez quoi|what do you think)\b[^.;:]*$"
)


def is_question(said: str) -> bool:
    """ "Comment refuser une réunion ?": a doubt of hers, without saying so."""
    first = said[:400].partition("?")[0]
    if "?" in said[:400] and _ASKS_ROUND.search(first):
        return True
    return "?" in said[:400] and bool(_ASKS.match(said) or _INVERTED.search(first))


# --- tense --------------------------------------------------------------------------------------------------------

_PAST = re.compile(
    r"(?<![\w-])(?:rencontrée?s?|appelée?s?|rappelée?s?|discutée?|échangé|assisté|participé|croisée?s?"
    r"|parlé|déjeuné|dîné|envoyée?|montrée?|aidée?s?|donnée?|expliquée?"
    r"|conseillée?|organisée?s?|animée?|visitée?|téléphoné|remerciée?|terminée?|partagée?|travaillé"
    r"|passée? (?:voir|chez)|préparée?|présentée?|trouvée?|contactée?|relancée?|dépannée?|prêtée?"
    r"|remplacée?s?|covered|accueillie?s?|reçus|invitée?s?|félicitée?s?|sollicitée?s?|recommandée?s?|inscrits?"
    r"|formée?|accompagnée?|gérée?|rédigée?|négociée?|créée?|réalisée?|bouclée?|retrouvée?"
    r"|suivie|lue?|vue?s?|revue?s?|eue?|reçue?|fait|faite|appris|apprise|découvert|répondu|obtenu"
    r"|réussie?|finie?"
    r"|j'ai|m'a|m'ont|nous a|nous ont|on a|nous avons|elle a|il a|ils ont|elles ont|je suis allée?|était"
    r"|étaient|j'étais|avait|a été|c'était"
    r"|met|saw|called|phoned|rang|emailed|had|was|were|went|attended|spoke|talked|chatted|thanked|showed"
    r"|helped|visited|wrote|sent|gave|got|learned|learnt|asked|told|discussed"
    r"|joined|took|came|made|did|finished|organised|organized|ran|caught up|bumped|presented|introduced"
    r"|received|explained|taught|shared|lunched|found|said|replied|hosted|chaired"
    r"|managed|handled|won|shadowed|trained|dined|texted|messaged|watched|listened|seen|been|completed|did"
    r"|lent|taught|led|drove|held|heard|kept|paid|spent|brought|bought|caught|chose|flew|lost|wrote|borrowed|returned"
    r"|enjoyed|convinced|saved|set up the|celebrated|negotiated|delivered)(?![\w'-])"
)
_PAST_PLAIN = re.compile(
    r"(?<![\w-])(?:vue?s?|revue?s?|lu|eu|recu|fait|appris|m'a|m'ont|nous a|nous ont|j'ai|on a|nous avons"
    r"|elle a|il a|etait|j'etais|c'etait|je suis allee?|a ete|rencontree?s|rencontree|appelee|discute avec"
    r"|echange avec|parle (?:avec|a|de)|dejeune avec|assiste a|participe a|croise)(?![\w'-])"
)
_AHEAD = re.compile(
    r"(?<![\w-])(?:rdv|rendez-vous|prevue?s?|planifiee?|va|vais|allons|sera|serai|aurai|aura|irai|ira"
    r"|verrai|verrons|dois|devrai|will|going to|planned|scheduled|booked for|upcoming|a venir"
    r"|invitee? a|invited to|inscrite? a|registered for|confirmee?|reportee?|postponed|let's|i'll|we'll"
    r"|prochain|prochaine|next|bientot|soon|d'ici|arrive|tient|aura lieu|takes place|starts"
    r"|commence)(?![\w'-])"
)
# "Borrowed a book", "I skimmed the report": any other verb in -ed that a clause begins with, but those of plans.
_DONE = re.compile(
    r"(?:i |we )?(?!(?:need|feed|seed|shed|schedul|plann|book|invit|register|confirm|postpon|mov|cancel|delay"
    r"|reschedul|unit"
    r"|limit|advanc|combin|shar|relat|detail|speed|breed|embed|indeed|suppos|expect|requir|wed|sign|enrol"
    r"|subscrib|appl|accept|agre|arrang|organi|reserv|order|promis"
    r"|propos|suggest|offer|decid|remind|hop)\w*\b)[a-z]{2,}ed\b"
)
_NO_PAST = re.compile(
    r"(?<!\w)(?:j'ai (?=rdv|rendez-vous|une? |reunion|mon |ma )|(?:i've|we've|she's|he's|you've|have|has|i"
    r"|we) got (?=an? |the |my |to )|en vue|point de vue|au fait|en fait|tout (?:a|à) fait|lost and found"
    r"|shared (?=drive|inbox"
    r"|mailbox|service|calendar|folder))(?!\w)?"
)
_ASKED = re.compile(
    r"(?:m'a|m'ont|nous a|has|have|had)?\s*(?:demandé\w*|proposé\w*|invité\w*|dit|prévenue?|asked|invited"
    r"|proposed|suggested|promised|promis|confirmé\w*|confirmed)"
)


def tense_of(text: str, said: str) -> str:
    """Of a clause: "past", "ahead", or "" where nothing tells. `text` as typed, `said` the same in plain."""
    lowered = text.casefold().replace("’", "'")
    asked = _ASKED.search(lowered)
    # "en vue de", "shared inbox": words that are no more than how a thing is called
    lowered, said = _NO_PAST.sub(" ", lowered), _NO_PAST.sub(" ", said)
    past = _PAST.search(lowered) or _PAST_PLAIN.search(said)
    if past and asked and asked.start() <= past.start() <= asked.end():
        rest = lowered[: asked.start()] + lowered[asked.end() :]
        past = _PAST.search(rest)
    if past or _DONE.match(lowered.lstrip()):
        return PAST
    return AHEAD if _AHEAD.search(said) else ""
