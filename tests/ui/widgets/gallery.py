"""Every piece of the kit on one page, to look at. Run by hand: python tests/ui/widgets/gallery.py [folder]

With a folder it writes pictures of the pages in light and dark there; without one it opens a window.
"""

import os
import sys
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
if len(sys.argv) > 1:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.entry import LabelledValue, Membership, Person
from journal.domain.lines import Line
from journal.ui.icons import app_icon
from journal.ui.theme import HUGE, LARGE, MEDIUM, SMALL, STYLE, Theme
from journal.ui.widgets import fields as f
from journal.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton, QuietButton
from journal.ui.widgets.card import Card, CardRow
from journal.ui.widgets.chips import ChipRow
from journal.ui.widgets.empty_state import EmptyState
from journal.ui.widgets.form import Form, FormField, Section
from journal.ui.widgets.headings import PageTitle, QuietText
from journal.ui.widgets.lists import Column, LinesModel, LinesView, Look
from journal.ui.widgets.search_field import SearchField
from journal.ui.widgets.segmented import Segmented
from journal.ui.widgets.sidebar import Place, Sidebar
from journal.ui.widgets.toast import Toast

PEOPLE = [
    ("Élise Durand", "Assistante de direction, Mairie de Lyon", "3 mai", "", True, False),
    ("Jean-François Lefèvre", "Office manager, Atelier Nord", "12 avr.", "lapsed", False, False),
    ("Chloé Nguyễn", "Executive assistant, Lumen", "1 mars", "", False, True),
    ("Paul Martin", "", "", "", False, False),
    ("Zoé Le Goff", "Trésorière, une association dont le nom est vraiment très long", "2 févr.", "lapsed", True, True),
]

NOTES = """## Ce que je retiens
Trois idées pour **préparer un comité** :

1. l'ordre du jour *une semaine avant*
2. un [modèle partagé](https://example.org)
3. `relevé de décisions` le soir même

> Elle propose de m'envoyer son modèle.
"""


def contacts_page() -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(SMALL, MEDIUM, LARGE, MEDIUM)
    row.setSpacing(LARGE)
    left = QVBoxLayout()
    left.setSpacing(MEDIUM)
    left.addWidget(SearchField("Rechercher…"))
    tools = QHBoxLayout()
    tools.addWidget(f.ChoiceButton("Réseau", [("", "Tous les réseaux"), ("FFMAS", "FFMAS")], framed=True))
    tools.addWidget(f.ChoiceButton("Tri", [("", "Nom"), ("date", "Dernier échange")], framed=True))
    for at in range(tools.count()):
        tools.itemAt(at).widget().set_value("")
    tools.addStretch(1)
    tools.addWidget(IconButton("user-plus", "Nouveau contact (Ctrl+N)"))
    left.addLayout(tools)
    model = LinesModel(Look(state=lambda line: ("à recontacter", "warn") if line.state else None), parent=page)
    view = LinesView(model, name="Contacts")
    model.request_page.connect(
        lambda offset, limit: model.add_page(
            [
                Line(
                    n + 1,
                    "contact",
                    *PEOPLE[n % 5][:3],
                    state=PEOPLE[n % 5][3],
                    favourite=PEOPLE[n % 5][4],
                    confidential=PEOPLE[n % 5][5],
                )
                for n in range(offset, min(1000, offset + limit))
            ],
            offset + limit >= 1000,
        )
    )
    model.reload()
    view.select_id(1)
    left.addWidget(view)
    row.addLayout(left, 2)
    form = Form(
        [
            Section("", [FormField("title", f.TitleField("Nom"), label=False)]),
            Section(
                "",
                [
                    FormField("role", f.LineField("Fonction", short=True)),
                    FormField("organisation", f.LineField("Organisation", short=True)),
                    FormField("emails", f.ValuesField("Courriels", icon="mail", add_text="Ajouter un courriel")),
                    FormField("phones", f.ValuesField("Téléphones", icon="phone", add_text="Ajouter un numéro")),
                    FormField("birthday", f.PartialDateField("Anniversaire", placeholder="3 mai")),
                    FormField("met_on", f.DateField("Rencontre", placeholder="3 mai 2026")),
                    FormField("rhythm", f.RhythmField("Fréquence")),
                    FormField(
                        "type", f.ChoiceField("Type", [("coffee", "Café", "coffee"), ("call", "Appel", "phone")])
                    ),
                    FormField("starts_at", f.MomentField("Début")),
                    FormField("hours", f.NumberField("Heures", unit="h", placeholder="0")),
                    FormField("networks", f.MembershipsField("Réseaux", placeholder="Ajouter un réseau")),
                    FormField("tags", f.TagsField("Étiquettes", placeholder="Ajouter une étiquette")),
                    FormField("people", f.PeopleField("Personnes", roles=[("asked", "à qui j'ai demandé")])),
                    FormField("confidential", f.CheckField("Confidentiel")),
                    FormField("how", f.TextField("Comment", placeholder="Où et par qui vous vous êtes connues")),
                ],
            ),
            Section("", [FormField("notes", f.MarkdownField("Notes", placeholder="Ce qui est bon à savoir"))]),
        ]
    )
    form.load(
        {
            "title": "Élise Durand",
            "role": "Assistante de direction",
            "organisation": "Mairie de Lyon",
            "emails": (LabelledValue("elise@exemple.fr", "travail"), LabelledValue("elise.durand@exemple.org", "")),
            "phones": (LabelledValue("06 12 34 56 78", "mobile"),),
            "birthday": "--05-03",
            "met_on": date(2025, 11, 20),
            "rhythm": 90,
            "type": "coffee",
            "starts_at": datetime(2026, 5, 3, 14, 0),
            "hours": 1.5,
            "networks": (Membership("FFMAS", "trésorière"), Membership("IMA")),
            "tags": ("ami", "Paris", "IA"),
            "people": (Person(3, "Zoé Le Goff", "asked"), Person(0, "Nouvelle Personne")),
            "confidential": True,
            "notes": NOTES,
        },
        key=1,
    )
    form.set_problems({"hours": "Il manque un nombre entre 0 et 10 000."})
    row.addWidget(form, 4)
    return page


def today_page() -> QWidget:
    area = QScrollArea()
    area.setWidgetResizable(True)
    page = QWidget()
    page.setProperty("look", "page")
    box = QVBoxLayout(page)
    box.setContentsMargins(HUGE, LARGE, HUGE, LARGE)
    box.setSpacing(LARGE)
    head = QHBoxLayout()
    head.addWidget(PageTitle("Aujourd'hui"))
    head.addStretch(1)
    head.addWidget(Segmented([("list", "Liste", "list"), ("month", "Mois", "calendar-days")]))
    box.addLayout(head)
    box.addWidget(QuietText("Votre dernier échange avec une consœur date de 12 jours. Un petit mot à Zoé, peut-être ?"))
    due = Card("À faire", icon="bell")
    for title, note, role in (
        ("Rappeler Élise pour le salon", "hier", "warn"),
        ("Payer la cotisation", "14 h", "quiet"),
    ):
        row = CardRow(title, "Élise Durand", icon="clock", note=note, role=role)
        for button in (PlainButton("Reporter"), PrimaryButton("Fait", icon="check")):
            row.add_action(button)
        due.add(row)
    due.add_action(QuietButton("Ajouter un rappel", icon="plus"))
    box.addWidget(due)
    people = Card("À recontacter", icon="users")
    people.add(CardRow("Jean-François Lefèvre", "Dernier échange il y a 4 mois", icon="user"))
    chips = ChipRow()
    chips.set_chips([(1, "FFMAS", "network"), (2, "#outils"), (3, "#Paris")])
    people.add(chips)
    buttons = QHBoxLayout()
    for button in (
        PrimaryButton("Principal", icon="check"),
        PlainButton("Simple", icon="clock"),
        QuietButton("Discret"),
    ):
        buttons.addWidget(button)
    off = PlainButton("Grisé", icon="trash-2")
    off.setEnabled(False)
    buttons.addWidget(off)
    buttons.addStretch(1)
    people.box.addLayout(buttons)
    box.addWidget(people)
    box.addStretch(1)
    area.setWidget(page)
    return area


def table_page() -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
    look = Look(icon=lambda line: line.type)
    columns = [
        Column("Organisation", lambda line: line.subtitle, "organisation", 26),
        Column("Date", lambda line: line.date),
    ]
    model = LinesModel(look, columns, page, heading="Nom")
    view = LinesView(model, name="Tableau", two_lines=False)
    rows = [
        Line(n, "event", p[0], p[1], p[2], type=("coffee", "phone", "video")[n % 3]) for n, p in enumerate(PEOPLE, 1)
    ]
    model.request_page.connect(lambda _offset, _limit: model.add_page(rows, True))
    model.reload()
    view.select_id(2)
    box.addWidget(view, 2)
    box.addWidget(
        EmptyState(
            "lightbulb",
            "Notez ici ce que vous apprenez : une astuce, un outil, une question.",
            button="Noter un apprentissage",
        ),
        3,
    )
    return page


class Gallery(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setWindowIcon(app_icon())
        places = [
            Place("today", "Aujourd'hui", "sun"),
            Place("contacts", "Contacts", "users"),
            Place("events", "Événements", "calendar"),
            Place("learnings", "Apprentissages", "lightbulb"),
            Place("reminders", "Rappels", "bell"),
            Place("networks", "Réseaux", "network"),
            Place("back", "Bilan", "chart-column"),
            Place("settings", "Réglages", "settings", low=True),
        ]
        self.sidebar = Sidebar(places)
        self.sidebar.set_badge("today", 3)
        self.sidebar.set_badge("reminders", 12)
        self.pages = QStackedWidget()
        self.keys = ["today", "contacts", "events"]
        for page in (today_page(), contacts_page(), table_page()):
            self.pages.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.pages, 1)
        self.sidebar.chosen.connect(self.go)
        self.toast = Toast(self)

    def go(self, key: str) -> None:
        self.sidebar.set_current(key)
        self.pages.setCurrentIndex(self.keys.index(key) if key in self.keys else 0)


def main() -> None:
    QLocale.setDefault(QLocale("fr_FR"))
    app = QApplication([*sys.argv, "-style", STYLE])
    theme = Theme()
    theme.apply(app)
    window = Gallery()
    window.resize(1280, 800)
    window.show()
    if len(sys.argv) < 2:
        app.exec()
        return
    folder = Path(sys.argv[1])
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        for key in window.keys:
            window.go(key)
            if key == "today":
                window.toast.tell("Élise Durand est dans la corbeille.", "Annuler", lambda: None)
            else:
                window.toast.dismiss()
            for _ in range(5):
                app.processEvents()
            window.grab().save(str(folder / f"{key}-{mode}.png"))
    window.go("contacts")
    for name, width, height, scale in (("narrow", 1024, 640, 1.0), ("large", 1280, 800, 2.0)):
        theme.set_text_scale(scale)
        window.resize(width, height)
        for _ in range(5):
            app.processEvents()
        window.grab().save(str(folder / f"contacts-{name}.png"))


if __name__ == "__main__":
    main()
