"""Who helped whom, as far as a sentence says so."""

from __future__ import annotations

import re

_DID = (
    r"(?:montre|aide|explique|appris|donne|conseille|envoye|prete|depanne|forme|guide|partage|recommande"
    r"|relu|transmis|sauve|soutenu|rendu (?:un )?service|file|passe"
    r"|refile|offert|dit comment|indique|facilite|accompagne|encourage|ouvert|mise? en (?:contact"
    r"|relation)|ecrit une recommandation|fait decouvrir|fait gagner|appuye|epaule|briefe)"
)
_DID_IN_ENGLISH = (
    r"(?:showed|shown|helped|taught|gave|sent|lent|advised|guided|trained|coached|told|walked"
    r"|introduced|recommended|supported|mentored|passed|offered|saved|briefed|backed|covered)"
)
_WHOM = r"(?:her|him|them|my colleague|a colleague|[A-ZÀ-ÖØ-Þ][\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+){0,2})"
_RECEIVED = re.compile(
    rf"(?:m'a|m'ont|nous a|nous ont|m'avait|me l'a|m'en a)(?: (?:bien|beaucoup|tres|gentiment|aussi|tout"
    rf"|encore|vraiment|enfin))? {_DID}e?s?\b"
    rf"|\b{_DID_IN_ENGLISH} (?:me|us)\b|explained [\w ]{{1,30}} to me|shared [\w' ]{{1,40}} with (?:me|us)"
    rf"|(?:aidee?|depannee?|formee?|conseillee?) par"
    r"|grace a (?:elle|lui|eux|son aide|her)|grace a (?=[a-z])|\bthanks to (?=[a-z])|je l'ai remerciee?"
    r"|remerciee? pour|(?:^|i |and )thanked (?:her|him|them)|helped by|gave me|her help|son aide"
    r"|helped out|a partage|shared (?:her|his|their)"
)
_TO_HER = re.compile(  # "Message de Léa : merci pour la trame"
    r"\b(?:message|mail|e-mail|email|sms|courriel|texto|mot|carte|note|card|letter|lettre|appel|call|text) "
    r"(?:de|d'|from|of thanks from|de remerciements? de) ?[^:;,]{2,60}?(?: ?[:,;-] (?:elle |il |she |he )?"
    r"(?:un grand |mille |many |big |tres |very )?(?:mercis?|thanks|thank you|thankful)|,? (?:pour me remercier"
    r"|to thank me|thanking me|me remerciant|qui me remercie|who thanks me))\b"
    r"|\b(?:me|nous) remercie(?:nt)?\b|\bthanks? (?:me|us) for\b"
)
_THANKED = re.compile(  # "Remercié Karim pour son fichier"
    r"(?:^|[,;:.] |j'ai |je |et |and |i |ai )(?:bien |chaleureusement )?(?:remercie[er]?s?|thanked) "
    r"(?!me\b|us\b|you\b|par\b|for\b|pour\b)(?=\w[^:;]{1,60}? (?:pour|de|d'|for)\b)"
    r"|(?:^|[,;:.] )(?:un grand |mille |many |big )?(?:merci|thanks|thank you|mercis) (?:a |to )?"
    r"(?!me\b|us\b)(?=\w[^:;]{1,60}? (?:pour|qui|for|who)\b)"
)
_GIVEN = re.compile(
    r"\b(?:donnee?|prete|file) un coup de (?:main|pouce) a\b|\bg(?:a|i)ve [\w' -]{2,40} a hand\b|\blent a hand to\b"
    r"|(?:^|[,;.] |\bi )(?:explained|showed|demonstrated) (?:to|how) |(?:^|[,;.] )(?:explique|montre|appris"
    r"|presente) a (?=\w)|"
    rf"(?:je l'ai|je lui ai|j'ai|je leur ai|je les ai|lui ai|l'ai|leur ai)(?: (?:bien|beaucoup|tout|aussi"
    rf"|un peu|deja))? {_DID}e?s?\b"
    r"|\b(?:thanked|thanks) me\b|m'a (?:chaleureusement |bien |beaucoup )?remerciee?|m'ont remerciee?"
    r"|nous a remerciee?s"
)
_GIVEN_AS_TYPED = re.compile(
    rf"\b(?:[Ii] |[Ww]e )?(?P<did>[Hh]elped|[Ss]howed|[Tt]aught|[Gg]ave|[Ss]ent|[Ll]ent|[Aa]dvised"
    rf"|[Tt]rained|[Cc]oached|[Mm]entored|[Bb]riefed|[Bb]acked) {_WHOM}"
    r"|\b(?:[Aa]idé|[Dd]épanné|[Ff]ormé|[Cc]onseillé|[Mm]ontré à|[Ee]xpliqué à|[Pp]rêté à"
    r"|[Aa]ccompagné)e?s? (?!par)(?:une |ma |mon |la |[A-ZÀ-ÖØ-Þ])"
    r"|\b[Ii] (?:helped|showed|taught|gave|sent|lent|explained|shared|offered|introduced)\b"
)


def help_said(text: str, said: str) -> str:
    """ "received", "given" or "none": whichever is said first. `text` as typed, `said` the same in plain."""
    if _TO_HER.search(said):
        return "given"
    ways = ((_RECEIVED, "received"), (_THANKED, "received"), (_GIVEN, "given"))
    found = [(match.start(), what) for way, what in ways for match in [way.search(said)] if match]
    typed = _GIVEN_AS_TYPED.search(text)
    if typed and not re.match(r"(?:[\w ]+)? (?:Me|Us)\b", typed[0]):
        before = re.search(r"([A-ZÀ-ÖØ-Þ][\w’'-]+) $", text[: typed.start()])
        if before is None or before[1] in ("I", "We"):  # "Anne helped Tom" is no help of hers
            found.append((typed.start(), "given"))
    return min(found)[1] if found else "none"
