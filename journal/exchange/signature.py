"""A person out of loose text: an e-mail signature, the text of a LinkedIn profile, an address line.

Only what is sure is taken; the whole text goes into the notes, so nothing is lost.
"""

from __future__ import annotations

import re
from email.utils import getaddresses

from journal.domain.capture.given_names import GIVEN_NAMES
from journal.domain.capture.lexicon import FIRM_WORDS, FIRMS
from journal.domain.contact import Contact, split_name
from journal.domain.entry import LabelledValue, folded, is_email, one_line

LONGEST_READ = 20_000  # characters
MOST_LINES, LONGEST_LINE = 60, 1_000
_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\d[\d ().\u00a0\u202f/-]{7,20}\d(?![\w/-])")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,300}|(?:[a-z]{2,3}\.)?linkedin\.com/in/[\w%-]{2,100}/?")
_ROLE = re.compile(
    r"\b(?:assistante?s?|assistants?|secretaire|secretary|office manager|pa|ea|executive assistant"
    r"|personal assistant|directrice|directeur"
    r"|director|manager|responsable|chargee? (?:de|d')|coordinat\w+|gestionnaire|administrat\w+|head of"
    r"|chef|cheffe|presidente?|president"
    r"|consultante?|consultant|formatrice|formateur|trainer|coach|attachee? (?:de|d')|adjointe?|officer"
    r"|specialist|engineer|partner|founder"
    r"|fondatrice|fondateur|co-founder|comptable|accountant|juriste|rh\b|hr\b|communication"
    r"|business partner|clerk|receptionist|standardiste|drh|daf|dsi|pdg|dga|dg|ceo|cfo|coo|cto|chief|vp|vice-president"
    r"|stagiaire|intern|trainee|alternante?|apprentie?|acheteur|acheteuse|buyer|analyst|developer|ingenieure?|lead"
    r"|technicienn?e?|conseillere?|professeure?|teacher|lecturer|avocate?|lawyer|solicitor|notaire|hotesse|supervisor)\b"
)
_AT = re.compile(r" (?:chez|at|@|pour le compte de) (?P<firm>[^|·•,]{2,80})")
_PARTS = re.compile(r"\s*(?:[|·•]|\s[-–—]\s)\s*")
_LABELS = {
    "mobile": re.compile(r"\b(?:mob(?:ile?)?|port(?:able)?|cell|handy|gsm)\b|^\s*m\s*(?:[.:]|$)"),
    "fax": re.compile(r"\bfax\b|^\s*f\s*[.:]"),
    "work": re.compile(
        r"\b(?:tel|tel\.|telephone|phone|ligne directe|direct|office|bureau|standard|ligne)\b"
        r"|\b(?:secretariat|switchboard)\b|^\s*[tdp]\s*(?:[.:]|$)"
    ),
}
_RUBBISH = re.compile(
    r"(?:cordialement|bien a vous|bonne journee|kind regards|best regards|regards|best wishes|sincerely"
    r"|a bientot|merci|thanks|--+|_{3,}"
    r"|envoye de|sent from|pensez a l'environnement|please consider|ce message|this e-?mail|coordonnees"
    r"|contact info|relations?|connections"
    r"|abonnes|followers|se connecter|message|plus|more|suivre|follow|connect)\b"
)
# What stands below a signature and is about nobody: the law, the firm's registers, how mail is to be treated.
_DISCLAIMER = re.compile(
    r"(?:ce (?:message|courriel|mail|e-mail)|this (?:message|e-?mail|communication)|confidentialite|confidentiality"
    r"|disclaimer|avis|notice|rgpd|gdpr|privacy|vos donnees|the information (?:in|contained)|les informations contenues"
    r"|si vous n'etes pas|if you (?:are not|have received))\b"
)
_REGISTERS = re.compile(r"\b(?:siret|siren|rcs|r\.c\.s|tva|vat|iban|naf|ape|company (?:no|number)|registered in)\b")
_NOBODYS = re.compile(r"(?:dpo|rgpd|gdpr|privacy|no-?reply|unsubscribe|desabonnement|abuse|postmaster)[@+._-]")
_LEGAL_TAIL = re.compile(r"(?:,? au capital d.*|,? (?:registered|siège social|siege social)\b.*)$", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r",? (?:MBA|Ph\.?D\.?|M\.?A\.?|B\.?A\.?|B\.?Sc\.?|M\.?Sc\.?|Esq\.?|PMP|PACE|CAP|MOS|CPA|FCIS|OBE|MBE)\b.*$"
)
# A part of a firm rather than the firm itself: taken only where nothing else is there.
_PART_OF_FIRM = re.compile(
    r"(?:direction|departement|department|service|pole|division|unite|cellule|equipe|team|secretariat|filiale|branche"
    r"|engineering|finance|marketing|sales|operations|legal|communications?|human resources|ressources humaines"
    r"|customer|research|it|hr|rh)\b"
)
_BUILDING = re.compile(
    r"\b(?:immeuble|batiment|bat|tour|zi|za|zac|bp|cs|place|allee|quai|chemin|impasse|boulevard|bd|route|cedex|floor"
    r"|square|lane|road|building|suite|etage|residence|rez|technopole|parc d'activites?)\b"
)
_NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*)(?: [^\W\d_][\w'’.-]*){1,4}")


def read(text: str) -> Contact | None:
    """The person that `text` speaks of; None where it is not plainly about one."""
    text = text[:LONGEST_READ]
    lines = [one_line(line[:LONGEST_LINE]) for line in text.splitlines()[:MOST_LINES]]
    lines = [line for line in lines if line]
    text = "\n".join(lines := _without_disclaimer(lines))
    emails = list(dict.fromkeys(found.rstrip(".") for found in _EMAIL.findall(text) if is_email(found.rstrip("."))))
    emails = [one for one in emails if not _NOBODYS.match(one.lower())]
    phones = _phones(lines)
    links = list(dict.fromkeys(found.rstrip(".,)") for found in _LINK.findall(text) if "@" not in found))
    name, at = _name(lines, emails)
    signs = bool(emails) + bool(phones) + any("linkedin.com/in/" in link for link in links)
    role, firm = _role_and_firm(lines, at) if at >= 0 else ("", "")
    if not name or not (signs or (role and len(lines) > 1)):
        return None
    given, family = split_name(name)
    return Contact(
        given_name=given,
        family_name=family,
        role=role[:200],
        organisation=firm[:200],
        emails=tuple(LabelledValue(one) for one in emails[:5]),
        phones=tuple(phones[:5]),
        links=tuple(LabelledValue(one) for one in links[:5]),
    )


def read_address(text: str) -> Contact | None:
    """The one person of an address line: `Claire Dupont <claire@example.fr>`."""
    found = [one for one in getaddresses([text[:2_000]]) if one[1] and is_email(one[1])]
    if len(found) != 1 or not re.search(r"<[^<>\s]+@[^<>\s]+>", text) or len(text.splitlines()) > 1:
        return None
    name, address = found[0]
    given, family = split_name(one_line(name)) if name and "@" not in name else ("", "")
    return Contact(given_name=given, family_name=family, emails=(LabelledValue(address),))


def _phones(lines: list[str]) -> list[LabelledValue]:
    found: dict[str, LabelledValue] = {}
    for line in lines:
        plain = folded(line)
        for match in _PHONE.finditer(line):
            digits = re.sub(r"\D", "", match[0])
            if not 9 <= len(digits) <= 15 or re.search(r"(?:siret|siren|rcs|tva|iban)\b", plain):
                continue
            before = re.split(r"[|·•/,;]", folded(line[: match.start()]))[-1] or plain
            behind = re.match(r" ?\(([^()]{2,30})\)", folded(line[match.end() :]))  # "(switchboard)"
            before = f"{before} {behind[1]}" if behind else before
            label = next((label for label, said in _LABELS.items() if said.search(before)), "")
            if label != "fax":
                found.setdefault(digits[-9:], LabelledValue(match[0].strip(), label))
    return list(found.values())


def _name(lines: list[str], emails: list[str]) -> tuple[str, int]:
    """The first line that is a name, and which it is."""
    owners = [set(re.split(r"[._-]+", folded(email.partition("@")[0]))) for email in emails]
    for number, line in enumerate(lines[:40]):
        part = _PARTS.split(line)[0].strip(" ,")
        part = _AFTER_NAME.sub("", part)
        head, comma, tail = part.partition(", ")
        part = head if comma and _ROLE.search(folded(tail)) else part  # "Pauline Mercier, Assistante RH"
        part = re.sub(r"\s*\((?:elle|she|he|il|they)[^)]*\)|^(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+", "", part)
        if not _NAME.fullmatch(part) or len(part) > 60 or _RUBBISH.match(folded(part)):
            continue
        words = folded(part).replace("-", " ").split()
        written = [re.sub(r"^[dl]['’]", "", word) for word in part.split()]
        capitals = all(word[:1].isupper() for word in written if len(word) > 3)
        if folded(part) in FIRMS or any(word in FIRM_WORDS for word in words) or _ROLE.search(folded(part)):
            continue
        given = any(word in GIVEN_NAMES for word in (words[0], words[-1]))
        owned = any(len(owner & set(words)) >= min(2, len(owner)) and owner & set(words) for owner in owners)
        if capitals and (given or owned):
            return part, number
    return "", -1


def _without_disclaimer(lines: list[str]) -> list[str]:
    """What stands above the small print; all of it where the small print comes first."""
    for number, line in enumerate(lines):
        if number > 1 and _DISCLAIMER.match(folded(line)):
            return lines[:number]
    return lines


def _role_and_firm(lines: list[str], at: int) -> tuple[str, str]:
    """What stands beside and below the name: a role, and a firm behind "chez", "at", a comma or on a line of its own.
    Of several that may be the firm a sure one is taken, then one below the role, then one beside it."""
    role, role_line = "", -1
    firms: list[tuple[int, str]] = []
    own = [part for one in _PARTS.split(lines[at]) for part in one.split(", ")][1:]  # beside the name
    below = [(number, part) for number, line in enumerate(lines[at + 1 : at + 7], 1) for part in _PARTS.split(line)]
    parts = [*((0, part) for part in own), *below]
    for number, part in parts:
        part = _LEGAL_TAIL.sub("", part.strip(" ,"))
        plain = folded(part)
        if not part or "@" in part or _PHONE.search(part) or _LINK.search(part) or len(part) > 120:
            continue
        if not role and _ROLE.search(plain):
            found = _AT.search(part)
            role, firm = (part[: found.start()].strip(" ,"), found["firm"].strip()) if found else (part, "")
            before, comma, after = part.rpartition(", ")
            if not found and comma and _is_sure_firm(folded(after)):
                role, firm = before, after
            role_line = number
            firms += [(0, firm)] if firm else []
        elif _is_firm(part, plain, bool(role)):
            certain = 0 if _is_sure_firm(plain) else 1 if number > role_line else 2
            doubtful = _PART_OF_FIRM.match(plain) or _ROLE.search(plain)  # "Project Coordination"
            firms.append((3 if doubtful else certain, part))
    return role, min(firms, key=lambda one: one[0])[1] if firms else ""


def _is_firm(part: str, plain: str, after_role: bool) -> bool:
    words = plain.replace("-", " ").split()
    if _RUBBISH.match(plain) or _BUILDING.search(plain) or _REGISTERS.search(plain):
        return False
    if re.search(r"\d{5}|\brue\b|\bstreet\b|\bavenue\b|,", plain) or len(words) > 6:
        return False
    return _is_sure_firm(plain) or (after_role and part[:1].isupper())


def _is_sure_firm(plain: str) -> bool:
    return plain in FIRMS or any(word in FIRM_WORDS for word in plain.replace("-", " ").split())
