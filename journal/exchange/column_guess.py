"""Which column of an unknown table holds what: guessed from its titles, French and English, and from its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from journal.domain.entry import folded, is_email

# Fields of a contact and of an event that a column may fill; a number after one (`emails_2`) is one more of them.
CONTACT = (
    *("given_name", "family_name", "full_name", "emails", "emails_2", "emails_3", "phones", "phones_2", "phones_3"),
    *("organisation", "role", "links", "links_2", "birthday", "met_on", "how_met", "introduced_by", "networks"),
    *("tags", "notes"),
)
EVENT = (
    *("title", "starts_at", "start_time", "ends_at", "end_time", "place", "link", "participants", "organiser"),
    *("network", "tags", "notes"),
)
ONLY_EVENT = frozenset(EVENT) - frozenset(CONTACT)

# Each field's titles, whole, folded: parted by a bar.
_WHOLE = {
    "given_name": "prenom|prenoms|first name|firstname|given name|forename|first|vorname",
    "family_name": "nom|nom de famille|last name|lastname|surname|family name|last|patronyme|nachname",
    "full_name": "nom complet|nom et prenom|prenom et nom|nom prenom|prenom nom|full name|name|contact|participant"
    "|personne|person|display name|nom du contact|contact name|membre|member|attendee",
    "emails": "email|e-mail|mail|courriel|adresse e-mail|adresse email|adresse mail|email address|e-mail address|mel",
    "phones": "telephone|tel|tel.|phone|phone number|mobile|portable|gsm|cell|telephone portable|numero|telefon|handy",
    "organisation": "societe|entreprise|organisation|organization|company|employeur|employer|structure|association"
    "|raison sociale|compagnie|firm|institution|etablissement|firma|unternehmen",
    "role": "fonction|poste|role|titre|job title|position|metier|job|occupation|profession|intitule du poste",
    "links": "linkedin|site|site web|website|url|web|profil|profile|lien|link|page web",
    "birthday": "anniversaire|date de naissance|naissance|birthday|birth date|birthdate|date of birth|ne le|nee le"
    "|geburtstag",
    "met_on": "rencontre le|date de rencontre|met on|met|connected on|date rencontre|rencontre|first met"
    "|premiere rencontre|premier contact|first contact|date met|met date|vu le|vue le|connecte le"
    "|date du premier contact",
    "how_met": "rencontre a|comment|how met|how we met|lieu de rencontre|comment rencontre"
    "|where we met|met at|ou rencontre|ou rencontree|rencontre ou|contexte|contexte de rencontre|circonstances|origine"
    "|origine du contact|lieu de la rencontre|how did we meet",
    "introduced_by": "presente par|introduced by|recommande par|referred by",
    "networks": "reseau|reseaux|network|networks|groupe|group|club",
    "tags": "etiquettes|etiquette|tags|tag|labels|label|categories|categorie|category|mots cles|mots-cles|keywords"
    "|kategorien",
    "notes": "notes|note|commentaire|commentaires|remarques|remarque|observations|comments|comment|description|memo"
    "|notizen",
    "title": "titre|title|evenement|event|objet|subject|intitule|reunion|meeting|nom de l'evenement|event name|sujet",
    "starts_at": "debut|date|start|starts|starts at|start date|date de debut|date debut|jour|day|quand|when|begin"
    "|date de l'evenement|event date",
    "start_time": "heure|heure de debut|start time|time|heure debut|horaire",
    "ends_at": "fin|date de fin|end|ends|ends at|end date|date fin",
    "end_time": "heure de fin|end time|heure fin",
    "place": "lieu|place|location|emplacement|adresse|venue|salle|ou|where|ville|city",
    "link": "lien|link|url|lien de connexion|join link",
    "participants": "participants|invites|attendees|guests|presents|avec|with|people",
    "organiser": "organisateur|organizer|organiser|organise par|hote|host",
    "network": "reseau|network|groupe|group|club|association",
}
# Words that settle it wherever they stand in a title: "Adresse mail pro", "Tél. bureau".
_WITHIN = (
    ("emails", re.compile(r"\b(e-?mails?|mails?|courriels?)\b")),
    ("phones", re.compile(r"\b(tel|telephones?|phones?|mobiles?|portables?|gsm|telefon|mobiltelefon)\b")),
    ("given_name", re.compile(r"\b(prenom|first name|given name)\b")),
    ("family_name", re.compile(r"\b(nom de famille|last name|surname|family name)\b")),
    ("met_on", re.compile(r"\brencontr\S* (?:le|depuis)$|\bdate\b.*\brencontre\b")),
    ("met_on", re.compile(r"\bmet\b.*\b(?:on|date)$|\bdate\b.*\bmet\b|\bdate of (?:first )?meeting\b")),
    ("met_on", re.compile(r"\bconnue?\S* (?:le|depuis)$|\bpremi\w+ (?:rencontre|contact)\b")),
    ("how_met", re.compile(r"\blieu\b.*\brencontre\b|\b(?:ou|comment|how|where)\b.*\b(?:rencontr\w*|met|meet)\b")),
    ("birthday", re.compile(r"\b(anniversaire|naissance|birthday|birth)\b")),
    ("organisation", re.compile(r"\b(societe|entreprise|company|employeur|organi[sz]ation)\b")),
    ("links", re.compile(r"\b(linkedin|site web|website|url)\b")),
    ("role", re.compile(r"\b(fonction|poste|job title)\b")),
)
_OF_PAYER = re.compile(r"\b(payeur|acheteur|payer|buyer|purchaser|assistante?|conjointe?|spouse|manager|emergency)\b")
_FAMILY = re.compile(r"nom\b(?! (?:complet|de l|du|de la|d'))")  # "Nom invité", beside a "Prénom invité"
_TITLES = {field: titles.split("|") for field, titles in _WHOLE.items()}
_HUMP = re.compile(r"(?<=[a-zé])(?=[A-Z])")
_PHONE = re.compile(r"\+?[\d\s().\-/]{6,24}")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_HONORIFICS = frozenset(("m", "mr", "mrs", "ms", "miss", "dr", "mme", "mlle", "madame", "monsieur", "prof", "pr", "me"))
_SEVERAL = ("emails", "phones", "links")


def guess(titles: Sequence[str], samples: Sequence[Sequence[str]]) -> tuple[str, dict[str, int]]:
    """("contact" or "event", field -> position) for a table; empty where nothing can be told.

    `samples` are rows as wide as the titles; some dozens are enough.
    """
    folded_titles = [_plain(title) for title in titles]
    columns = [[row[at].strip() for row in samples if row[at].strip()] for at in range(len(titles))]
    contact = _by_titles(folded_titles, CONTACT)
    if "links" in contact and (cells := columns[contact["links"]]) and not any("." in cell for cell in cells):
        del contact["links"]  # "Site": where she works
    _settle_names(contact, folded_titles, columns)
    _settle_role(contact, folded_titles, columns)
    _by_cells(columns, contact)
    event = _by_titles(folded_titles, EVENT)
    dated = "starts_at" in event and ("title" in event or _title_by_cells(columns, event))
    named = any(field in contact for field in ("given_name", "family_name", "full_name", "emails"))
    if dated and "title" in event and not any(field in contact for field in ("emails", "given_name", "birthday")):
        return "event", event
    return ("contact", contact) if named else ("contact", {})


def _settle_names(found: dict[str, int], titles: Sequence[str], columns: Sequence[Sequence[str]]) -> None:
    """ "Nom" alone holds whole names where its cells do; beside a first name only, SharePoint's "Titre" is the last."""
    if "family_name" in found and not {"given_name", "full_name"} & found.keys():
        if _most(columns[found["family_name"]], lambda cell: " " in cell):
            found["full_name"] = found.pop("family_name")
    elif "given_name" in found and "family_name" not in found:
        at = next((at for at, title in enumerate(titles) if title in ("titre", "title")), -1)
        if at >= 0 and (at not in found.values() or found.get("role") == at):
            if found.get("role") == at:
                del found["role"]
            found["family_name"] = at


def _settle_role(found: dict[str, int], titles: Sequence[str], columns: Sequence[Sequence[str]]) -> None:
    """ "Title" beside a whole name is what she does, unless its cells say "Mrs"; of "Titre" that is tried, too."""
    at = found.get("role", next((at for at, title in enumerate(titles) if title == "title"), -1))
    if at < 0 or titles[at] not in ("titre", "title"):
        return
    if _most(columns[at], lambda cell: folded(cell).rstrip(".") in _HONORIFICS):
        found.pop("role", None)
    elif {"given_name", "family_name"} <= found.keys() and at not in found.values():
        found["role"] = at


def _plain(title: str) -> str:
    """A title as it is compared: "JobTitle", "job_title" and "Job title *" alike."""
    return folded(_HUMP.sub(" ", title).replace("_", " ")).rstrip(" :*")


def _by_titles(titles: Sequence[str], fields: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    taken: set[int] = set()
    for field in fields:
        for known in _TITLES.get(field, ()):  # the likelier first: of "Titre" and "Fonction", a role is the second
            if field not in found and known in titles and (at := titles.index(known)) not in taken:
                found[field] = at
                taken.add(at)
    for field, pattern in _WITHIN:
        for at, title in enumerate(titles):
            if at in taken or field not in fields or not pattern.search(title) or _OF_PAYER.search(title):
                continue
            slot = _free(field, found, fields)
            if slot:
                found[slot] = at
                taken.add(at)
    if "given_name" in found and "family_name" not in found and "family_name" in fields:
        named = (at for at, title in enumerate(titles) if at not in taken and _FAMILY.match(title))
        if (at := next(named, -1)) >= 0:
            found["family_name"] = at
    return found


def _free(field: str, found: dict[str, int], fields: Sequence[str]) -> str:
    """`field`, or one more of it where there may be several; "" where all are taken."""
    slots = (field, *(f"{field}_{number}" for number in (2, 3))) if field in _SEVERAL else (field,)
    return next((slot for slot in slots if slot not in found and slot in fields), "")


def _by_cells(columns: Sequence[Sequence[str]], found: dict[str, int]) -> None:
    """What the cells say where no title did: addresses, phones, pages, and a name beside them."""
    taken = set(found.values())
    for at, cells in enumerate(columns):
        if at in taken:
            continue
        for field, fits in (("emails", is_email), ("links", _is_link), ("phones", _is_phone)):
            if _most(cells, fits) and (slot := _free(field, found, CONTACT)):
                found[slot] = at
                taken.add(at)
                break
    if not {"given_name", "family_name", "full_name"} & found.keys() and {"emails", "phones"} & found.keys():
        for at, cells in enumerate(columns):
            if at not in taken and _most(cells, lambda cell: bool(_NAME.fullmatch(cell))):
                found["full_name"] = at
                return


def _title_by_cells(columns: Sequence[Sequence[str]], found: dict[str, int]) -> bool:
    """Beside a day, the first column of words is what the event is called."""
    taken = set(found.values())
    dated = _most(columns[found["starts_at"]], lambda cell: bool(_DAY.fullmatch(cell)))
    for at, cells in enumerate(columns):
        if dated and at not in taken and _most(cells, lambda cell: any(char.isalpha() for char in cell)):
            found["title"] = at
            return True
    return False


def _most(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(1 for cell in cells if fits(cell)) * 10 >= len(cells) * 7


def _is_link(cell: str) -> bool:
    return cell.lower().startswith(("http://", "https://", "www."))


def _is_phone(cell: str) -> bool:
    digits = sum(char.isdigit() for char in cell)
    return 8 <= digits <= 15 and _PHONE.fullmatch(cell) is not None and not _DAY.fullmatch(cell)
