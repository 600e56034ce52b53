"""LinkedIn's archive, so far Connections.csv in all the forms it has had.

Today: a preamble ("Notes:" and a paragraph), then `First Name,Last Name,URL,Email Address,Company,Position,Connected
On`; earlier without the URL; before 2016 some 59 columns in Outlook's manner; the titles may be in another language
and order. About 2 % of the rows have an e-mail, and a person who left has neither name nor URL.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from urllib.parse import unquote

from journal.domain.contact import Contact
from journal.domain.entry import LabelledValue, Membership, folded, is_email, one_line
from journal.domain.errors import InvalidEntry
from journal.exchange.proposals import MOST_RECORDS, NO_ANSWERS, Proposed, Rejected, too_many_rows
from journal.exchange.tables import Table, find_table

FORMAT = "linkedin"

# Each field's titles, in the languages seen, the likelier first.
_TITLES = {
    "given": ("First Name", "Prénom", "Vorname", "Nombre", "Nome", "Voornaam"),
    "middle": ("Middle Name",),
    "family": ("Last Name", "Nom", "Nom de famille", "Nachname", "Apellidos", "Cognome", "Sobrenome", "Achternaam"),
    "url": ("URL", "Profile URL", "URL du profil"),
    "email": ("Email Address", "E-mail Address", "Adresse e-mail", "Email", "E-mail", "E-Mail-Adresse"),
    "email 2": ("E-mail 2 Address",),
    "email 3": ("E-mail 3 Address",),
    "company": ("Company", "Entreprise", "Société", "Unternehmen", "Empresa", "Azienda", "Bedrijf"),
    "position": ("Position", "Poste", "Fonction", "Cargo", "Posizione", "Functie"),
    "job": ("Job Title",),
    "connected": (
        *("Connected On", "Connecté le", "Connectée le", "Connecté(e) le", "Connection Date", "Date de connexion"),
        *("En relation depuis", "Relation depuis", "En relation depuis le", "Relation depuis le", "En relation le"),
        *("Verbunden am", "Vernetzt am", "Conectado el", "Collegato il", "Conectado em", "Verbonden op"),
    ),
    "work": ("Business Phone",),
    "mobile": ("Mobile Phone",),
    "home": ("Home Phone",),
}
_FOLDED = {field: frozenset(map(folded, titles)) for field, titles in _TITLES.items()}


def recognises(head: bytes, name: str) -> bool:
    """Whether the titles are LinkedIn's; see Format."""
    return find_table(head, _is_connections) is not None


def read(data: bytes, name: str, answers: Mapping[str, str] = NO_ANSWERS) -> Iterator[Proposed | Rejected]:
    """Every connection, in the order of the file; see Format."""
    table = find_table(data, _is_connections)
    if table is not None:
        yield from connections(table)


def slug(url: str) -> str:
    """What names a person in the address of a profile: "https://fr.LinkedIn.com/in/%C3%89lise/?x" -> "élise"."""
    path = re.sub(r"^[a-z]*:?//", "", url.strip(), flags=re.IGNORECASE)
    path = re.split("[?#]", path, maxsplit=1)[0].strip("/")
    host, _, rest = path.partition("/")
    path = rest if "." in host else path
    path = unicodedata.normalize("NFC", unquote(path)).lower().strip("/ ")
    return path.removeprefix("in/")


def _is_connections(titles: list[str]) -> bool:
    has = {field for field, names in _FOLDED.items() if not names.isdisjoint(titles)}
    if not {"given", "family"} <= has:
        return False
    if "connected" in has:
        return True
    if len(titles) <= 9:
        # Anybody's table may have a name, an e-mail, a company and a job: its own titles tell LinkedIn's.
        own = "url" in has or {"email address", "company", "position"} <= set(titles)
        return own and {"position", "company"} <= has
    # The old Outlook manner is Outlook's own but for the order: the address comes right after the name.
    order = ["title", "first name", "middle name", "last name", "suffix", "e-mail address"]
    return titles[: len(order)] == order


# --- Connections.csv ----------------------------------------------------------------------------------------------


def connections(table: Table) -> Iterator[Proposed | Rejected]:
    """A contact for each row that says who it is."""
    columns = {field: at for field, titles in _TITLES.items() if (at := table.column(*titles)) >= 0}
    width = len(table.header)
    rows = [(line, cells[:width], cells[width:]) for line, cells in islice(table.rows(), MOST_RECORDS + 1)]
    if len(rows) > MOST_RECORDS:
        yield too_many_rows(table.line)
        return
    connected = columns.get("connected", width)
    day_first = _day_first([cells[connected] for _, cells, _ in rows if connected < len(cells)], table)
    for line, cells, surplus in rows:
        if any(cell.strip() for cell in surplus):
            # A comma without quotes moved everything after it: better told than put in the wrong place.
            yield Rejected(line, "too_many_cells", {"count": str(width + len(surplus)), "expected": str(width)})
            continue
        values = {field: one_line(cells[at]) for field, at in columns.items() if at < len(cells)}
        yield _connection(line, {field: value for field, value in values.items() if value}, day_first)


def _connection(line: int, row: dict[str, str], day_first: bool) -> Proposed | Rejected:
    given = " ".join(row[field] for field in ("given", "middle") if field in row)
    family, url, connected = (row.get(field, "") for field in ("family", "url", "connected"))
    nameless = not given and not family
    if nameless and not slug(url):
        return Rejected(line, "nameless_row", {"organisation": row.get("company", "")[:80]})
    met_on = day_of(connected, day_first)
    emails = [row[field] for field in ("email", "email 2", "email 3") if field in row]
    odd = [connected] if connected and met_on is None else []
    odd += [email for email in emails if not is_email(email)]
    draft = Contact(
        given_name=given,
        family_name=family,
        full_name=f"LinkedIn member ({slug(url)})"[:500] if nameless else "",
        organisation=row.get("company", ""),
        role=row.get("position") or row.get("job", ""),
        emails=tuple(LabelledValue(email) for email in emails if is_email(email)),
        phones=tuple(LabelledValue(row[field], field) for field in ("work", "mobile", "home") if field in row),
        links=(LabelledValue(_with_scheme(url), "LinkedIn"),) if url else (),
        met_on=met_on,
        networks=(Membership("LinkedIn"),),
        notes="\n".join(odd),
        source=FORMAT,
    )
    try:
        return Proposed(draft.checked(), FORMAT, slug(url)[:300] or _name_key(draft, connected), line)
    except InvalidEntry as problem:
        details = {key: str(value) for key, value in problem.details.items()}
        return Rejected(line, problem.code, {"title": draft.name[:80], **details})


def _with_scheme(url: str) -> str:
    return url if "://" in url else "https://" + url.lstrip("/")


def _name_key(draft: Contact, connected: str) -> str:
    """Where there is no address of a profile: a hash of the name and the day."""
    said = "|".join((folded(draft.name), draft.met_on.isoformat() if draft.met_on else folded(connected)))
    return "name:" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]


# --- dates --------------------------------------------------------------------------------------------------------

# How the months begin in the languages LinkedIn writes, without accents; longer beginnings first where needed.
_NAMED = (
    *("jan ene gen", "feb fev", "mar mrt maa", "apr avr abr", "may mai mei mag", "jun juin giu", "jul juil lug"),
    *("aug aou ago", "sep set", "oct okt ott out", "nov", "dec dez dic"),
)
_MONTHS = {word: number for number, words in enumerate(_NAMED, 1) for word in words.split()}
_DAY_MONTH = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?[ .-]+(?:de )?([a-z]{3,})\.?[ ,-]+(?:de )?(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")


def day_of(text: str, day_first: bool) -> date | None:
    """The day of a date as LinkedIn writes it ("02 Mar 2021", "2 févr. 2021", "12/15/25, 1:51 PM"), else None."""
    low = folded(text)
    try:
        if match := _ISO.match(low):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_MONTH.match(low):
            return date(_year(match[3]), _month(match[2]), int(match[1]))
        if match := _MONTH_DAY.match(low):
            return date(_year(match[3]), _month(match[1]), int(match[2]))
        if match := _NUMBERS.match(low):
            one, two = int(match[1]), int(match[2])
            return date(_year(match[3]), two if day_first else one, one if day_first else two)
    except ValueError:
        return None
    return None


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def _month(word: str) -> int:
    found = _MONTHS.get(word[:4]) or _MONTHS.get(word[:3])
    if found is None:
        raise ValueError(word[:20])
    return found


def _day_first(values: list[str], table: Table) -> bool:
    """How a whole file writes 3/4/2021: by its dates that can be read only one way, else by its language."""
    found = [(int(match[1]), int(match[2])) for value in values if (match := _NUMBERS.match(value.strip()))]
    if any(one > 12 for one, _ in found):
        return True
    if any(two > 12 for _, two in found):
        return False
    return table.column("First Name") < 0
