"""The titles of Outlook's contacts, French and English, folded (no case, no accents, no blank at the end)."""

from __future__ import annotations

import re

# title -> (what it is, its label)
CONTACT: dict[str, tuple[str, str]] = {
    "prenom": ("given", ""),
    "first name": ("given", ""),
    "deuxieme prenom": ("middle", ""),
    "middle name": ("middle", ""),
    "nom": ("family", ""),
    "last name": ("family", ""),
    "title": ("prefix", ""),
    "suffixe": ("suffix", ""),
    "suffix": ("suffix", ""),
    "display name": ("fn", ""),
    "nom complet": ("fn", ""),
    "societe": ("organisation", ""),
    "company": ("organisation", ""),
    "organization": ("organisation", ""),
    "fonction": ("role", ""),
    "job title": ("role", ""),
    "notes": ("notes", ""),
    "categories": ("tags", ""),
    "anniversaire": ("birthday", ""),
    "birthday": ("birthday", ""),
    **{f"birth {part}": (f"birth {part}", "") for part in ("year", "month", "day")},
    **dict.fromkeys(("primary email", "secondary email", "email other"), ("email", "")),
    **dict.fromkeys(("adresse e-mail", "adresse e-mail 2", "adresse e-mail 3"), ("email", "")),
    **dict.fromkeys(("email home",), ("email", "home")),
    **dict.fromkeys(("email work",), ("email", "work")),
    **{
        f"{title}{number}{end}": ("email", "")
        for number in ("", " 2", " 3")
        for title, end in (("adresse de messagerie", ""), ("e-mail", " address"))
    },
    # What repeats the address or the name: its kind (SMTP) and how it is shown.
    **{
        f"{title}{number}{end}": ("unsaid", "")
        for number in ("", " 2", " 3")
        for title, end in (
            *(("type de messagerie", ""), ("nom complet de l'adresse de messagerie", "")),
            *(("e-mail", " type"), ("e-mail", " display name")),
        )
    },
    **dict.fromkeys(("initiales", "initials"), ("unsaid", "")),
    **dict.fromkeys(
        ("telephone (bureau)", "telephone 2 (bureau)", "business phone", "business phone 2", "work phone"),
        ("phone", "work"),
    ),
    **dict.fromkeys(("telephone professionnel", "telephone professionnel 2"), ("phone", "work")),
    **dict.fromkeys(
        ("telephone (domicile)", "telephone 2 (domicile)", "home phone", "home phone 2", "telephone personnel"),
        ("phone", "home"),
    ),
    **dict.fromkeys(
        ("tel. mobile", "telephone mobile", "mobile phone", "mobile number", "home mobile"), ("phone", "mobile")
    ),
    **dict.fromkeys(("telephone (autre)", "other phone"), ("phone", "other")),
    **dict.fromkeys(("telephone principal", "primary phone"), ("phone", "main")),
    **dict.fromkeys(("telephone societe", "company main phone"), ("phone", "company")),
    **dict.fromkeys(("telephone (voiture)", "car phone"), ("phone", "car")),
    **dict.fromkeys(("telecopie (bureau)", "business fax"), ("phone", "work fax")),
    **dict.fromkeys(("telecopie (domicile)", "home fax"), ("phone", "home fax")),
    **dict.fromkeys(("telecopie (autre)", "other fax", "fax number"), ("phone", "fax")),
    **dict.fromkeys(("recepteur de radiomessagerie", "pager", "pager number"), ("phone", "pager")),
    **dict.fromkeys(("page web", "web page", "personal web page", "web page 2"), ("link", "")),
    **dict.fromkeys(("web page 1", "website work"), ("link", "work")),
    **dict.fromkeys(("website blog",), ("link", "blog")),
    **dict.fromkeys(("website home page",), ("link", "home")),
    **dict.fromkeys(("website other", "website profile"), ("link", "")),
}

_FR = r"(?:rue|ville|dep/region|departement|region|code postal|pays)"
_EN = r"(?:address|street|city|state|postal code|zip|zip ?code|country|country/region)"
ADDRESS = re.compile(rf"{_FR} \((?P<fr>bureau|domicile|autre)\)(?: \d)?|(?P<en>business|work|home|other) {_EN}(?: \d)?")
WHERE = {
    **dict.fromkeys(("bureau", "business", "work"), "work"),
    **dict.fromkeys(("domicile", "home"), "home"),
    **dict.fromkeys(("autre", "other"), "other"),
}

# What Outlook writes into a cell that nobody filled in.
_NONE = ("0/0/00", "00/00/00", "0/0/0000", "00/00/0000")
SAYS_NOTHING: dict[str, tuple[str, ...]] = {
    "birthday": _NONE,
    "anniversaire de mariage ou fete": _NONE,
    "anniversary": _NONE,
    **dict.fromkeys(("priorite", "priority"), ("normale", "normal")),
    **dict.fromkeys(("prive", "private"), ("faux", "false")),
    **dict.fromkeys(("critere de diffusion", "sensitivity"), ("normal", "normale")),
    **dict.fromkeys(("sexe", "gender"), ("non specifie", "unspecified")),
}
