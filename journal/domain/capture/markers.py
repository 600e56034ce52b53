"""The words of a sentence with their places, and the words that say that a name follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from journal.domain.capture.lexicon import words_of
from journal.domain.entry import folded

MOST_WORDS = 120  # looked at for names
_TOKEN = re.compile(r"[Ss]te?\.(?= [^\W\d_])|(?:[^\W\d_]\.-?){1,3}(?=[ \w])|[^\W\d_](?:[\w]|['’.\-‐‑](?=[^\W\d_]))*")
_ELISION = re.compile(r"(?:[dlmtsnjc]|qu|jusqu)['’](?=[^\W\d_])", re.IGNORECASE)
TITLES = words_of(
    "m, mr, mme, mrs, ms, miss, mlle, madame, monsieur, dr, pr, prof, professeur, docteur, me, maitre, sir"
)


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int
    key: str  # folded, without a possessive

    @property
    def is_name_like(self) -> bool:
        return self.text[:1].isupper()

    @property
    def shouted(self) -> bool:
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        elided = _ELISION.match(text, start, end)
        if elided and elided.end() < end and not (text[start].isupper() and text[elided.end()].isupper()):
            found.append(Token(text[start : elided.end()], start, elided.end(), folded(elided[0]).rstrip("'")))
            start = elided.end()
        word = text[start:end]
        key = folded(word)
        if key.endswith("'s"):
            key = key[:-2]
        found.append(Token(word, start, end, key.rstrip(".") if key in ("st.", "ste.") else key))
        if len(found) >= MOST_WORDS:
            break
    return found


# --- markers ------------------------------------------------------------------------------------------------------

_OWN = (
    "mon|ma|mes|notre|nos|my|our|an?|un|une|the|la|le|l|her|his|sa|son|cher|chere|dear|old|new|ancienne?"
    "|nouvelle?|former|ex|amie?|friend"
    "|collegues?|colleagues?|consoeur|confrere|assistante?|secretaire|assistant|presidente?|president"
    "|directrice|directeur|director|formatrice"
    "|formateur|trainer|speaker|coach|organisatrice|tresoriere|treasurer|chair|responsable|manager|mentor"
    "|peer|voisine|cousine|soeur|copine"
    "|pa|ea|boss|drh|dg|ceo|hr|rh|both|aussi|again|finally|enfin|encore|only|just|bien|briefly|juste|also"
    "|intervenante?|animatrice"
    "|hier|hier matin|hier soir|ce matin|ce midi|ce soir|aujourd'hui|cet apres-midi|tout a l'heure|yesterday|today"
    "|this morning"
    "|this afternoon|brievement|rapidement|longuement|quickly"
)
_FILLER = rf"(?:(?:{_OWN})[ '-]){{0,4}}"
_TO = r"(?:[\w' ]{0,40} )?"
_TWO_WORDS = (
    "call back|ring back|phone back|get hold of|grace a|merci a|thanks to|thank you|met with|met up with"
    "|ran into|bumped into|run into|caught up with"
    "|catch up with|call with|call from|call to"
    r"|phone call (?:with|from|to)|appel (?:de|a|avec)|appel d'|telephone (?:a|avec)|tel\.? (?:de|a|avec"
    r"|d')|coup de (?:fil|tel|telephone) (?:a|de|avec|d')"
    "|(?:mail|message|sms|courriel|e-mail|email|texto|mot|carte|lettre|note|letter|card)"
    "(?: (?:linkedin|teams|whatsapp|yammer|slack|facebook|viva engage|vocal|prive|manuscrite?))? (?:de|a|d'"
    "|from|to|pour|for)"
    "|ecrite? a|ecrire a|wrote to|write to|(?:spoke|talked|speak|talk|chat|chatted) (?:to|with)"
    "|parlee? (?:a|avec)|parler (?:a|avec)|discutee? avec"
    "|echangee? avec|discuter avec|dejeuner avec|dejeunee? avec|demander a|poser a|demandee? a|rendre visite a"
    "|repondre a|repondu a|reply to|get back to"
    "|reconnect with|montree? a|expliquee? a|expliquer a|explained to|dit a|dire a|(?:envoyer?|envoyee?"
    "|donner|transmettre|proposer|presenter|rendre|offrir|preter) "
    + _TO
    + "a|(?:send|sent|give|return|forward|show) "
    + _TO
    + "to|de la part de|on behalf of|recue?s? de|received from"
    "|presentee?s? (?:par|a)|recommandee? par|introduced (?:by|to|me to)"
    "|recommended by|suggested by|conseillee? par"
    "|(?:m'a|m'ont|nous a|nous ont) (?:presentee?|fait rencontrer|fait connaitre|mise? en contact avec"
    "|mise? en relation avec)"
    "|(?:demo|talk|presentation|session|workshop|webinar|keynote|training|conference|atelier|formation|webinaire"
    "|demonstration|intervention|presente|presentee|expose|engage|speech) (?:by|par)"
    "|animee?s? par|organisee?s? par|led by|given by|run by|taught by|hosted by|shown by|learned from"
    "|learnt from|appris de|appris (?:avec|par)|apprise? par"
    "|(?:astuces?|conseils?|idees?|trucs?|reponse|visite|anniversaire|pot de depart|depart|invitation"
    "|cadeau|nouvelles) (?:de|d')"
    "|(?:tips?|advice|ideas?|answer|visit|help|invitation|news|reply) from|visit by|visite par"
    "|according to|d'apres|birthday of|entretien avec|interview (?:with|de)|interviewed by|interviewee? par"
    "|interview d'|accompagnee? (?:de|par)|accompagnee? d'|together with|feliciter|grace"
)
_ONE_WORD = (
    "avec|with|w/|w|merci|thanks|thank|thanked|remercier|remercie|remerciee?|met|meet|meeting|rencontree?s?"
    "|rencontrer|revue?s?|vue?s?|voir|revoir"
    "|croisee?s?|croiser|saw|see|seen|appelee?s?|appeler|rappelee?s?|rappeler|contactee?|contacter"
    "|recontactee?|recontacter|relancee?|relancer|called"
    "|calling|phoned|phone|rang|ring|emailed|email|e-mail|texted|text|messaged|message|contacted|contact"
    "|chase|ping|call|appel|tel\\.?|telephone"
    "|write|lunch|coffee|tea|dinner|drinks|ask|asked|aider|aidee?|helped|help|invitee?|inviter|invited"
    "|invite|introduced|visited|showed|show|told|tell|send|sent"
    "|gave|give|selon|via|anniversaire|from|par|pour|for|entre|between|formee?|trained|coached|mentored"
    "|accompagnee?|depannee?|conseillee?|retrouvee?s?|retrouver|felicitee?|congratulate|congratulated"
    "|nudge|remind|prevenir|inviter|joindre|joined|interview|interviewed"
)
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_MARKERS = re.compile(
    rf"(?<![\w#@'-])(?P<marker>{_TWO_WORDS}|{_ONE_WORD})(?: a(?= ))?(?:(?<=')"
    rf"|:? +){_FILLER}(?:(?:{_TITLE})\.? )?(?=[\w@])"
)
# After these a name must be beyond doubt: given and family name.
WEAK = frozenset(
    (
        "via",
        "for",
        "pour",
        "par",
        "send",
        "sent",
        "see",
        "voir",
        "show",
        "showed",
        "help",
        "call",
        "message",
        "contact",
        "between",
        "entre",
        "from",
    )
)
AFTER = re.compile(
    r" ?,? ?(?:(?:me|te|nous) \w+e\b|m'a|nous a|m'ont|nous ont|vient|au telephone|par telephone|on the phone|passe"
    r"|a (?:appele"
    r"|telephone|ecrit|propose|demande|aide"
    r"|montre|repondu|envoye|rejoint|pris|quitte|organise)"
    r"|called|rang|phoned|showed|told|asked|helped|sent|wrote|taught|emailed|gave|introduced|suggested"
    r"|recommended|explained|thanked|invited|said|shared"
    r"|rencontre|vue?\b|croise|met\b|m'avait|has (?:sent|asked|joined|left|offered)|and i\b|et moi\b"
    r"|souhaite|voudrait|wants|would like|(?:is|was) \w+ing|will\b|arrive|part|passera|viendra|sera\b"
    r"|appellera|rappellera|enverra|prendra|accepte|promet)"
)


def foldmap(text: str) -> str:
    """`text` without case and accents, letter for letter."""
    return "".join(_one(character) for character in text)


def _one(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character == "’":
        return "'"
    plain = folded(character)
    return plain if len(plain) == 1 else character.lower()[:1]


_HEADED = re.compile(  # "Rencontré via Facebook : Camille Ferrand", "New contact: Tom Baker"
    r"^(?:rencontree?s?|met|croisee?s?|nouveau contact|nouvelle connaissance|new contact|contact|entretien|interview"
    r"|job interview|rdv|rendez-vous|appel|call|phone call|dejeuner|lunch|visite|visit|visio|video call|point|catch-up)"
    r"\b[^:;,]{0,40}: ?(?=\w)"
)


def markers(text: str) -> Iterator[tuple[str, int]]:
    """Each word before a name, and where the name may begin."""
    said = foldmap(text)
    for match in _HEADED.finditer(said):
        yield "met", match.end()
    for match in _MARKERS.finditer(said):
        yield match["marker"], match.end()
