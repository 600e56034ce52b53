"""Every editor of the kit by name, so that a screen has one place to import them from."""

from journal.ui.widgets.chip_fields import AboutField, MembershipsField, PeopleField, ReferenceField, TagsField
from journal.ui.widgets.choice_fields import CheckField, ChoiceButton, ChoiceField, RhythmField
from journal.ui.widgets.date_fields import DateField, MomentField, PartialDateField
from journal.ui.widgets.field import Field
from journal.ui.widgets.markdown_field import MarkdownField, MarkdownView
from journal.ui.widgets.number_field import NumberField
from journal.ui.widgets.suggestions import Suggestion
from journal.ui.widgets.text_fields import LineField, TextField, TitleField
from journal.ui.widgets.values_field import ValuesField

__all__ = [
    "AboutField",
    "CheckField",
    "ChoiceButton",
    "ChoiceField",
    "DateField",
    "Field",
    "LineField",
    "MarkdownField",
    "MarkdownView",
    "MembershipsField",
    "MomentField",
    "NumberField",
    "PartialDateField",
    "PeopleField",
    "ReferenceField",
    "RhythmField",
    "Suggestion",
    "TagsField",
    "TextField",
    "TitleField",
    "ValuesField",
]
