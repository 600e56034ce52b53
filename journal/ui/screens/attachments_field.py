"""The files kept with an entry, as chips: opened by the system's own programs, saved elsewhere, taken away, added by a
button or by dropping them here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QDir, QLocale, QPoint, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.changes import Changes
from journal.domain.entry import LARGEST_ATTACHMENT, Attachment, Entry
from journal.system import opened_files, words
from journal.ui import icons
from journal.ui.context import ScreenContext
from journal.ui.jobs import Journal
from journal.ui.theme import field_padding
from journal.ui.widgets.chips import Chip
from journal.ui.widgets.field import Field
from journal.ui.widgets.flow import FlowLayout
from journal.ui.widgets.menu import Menu

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".heic", ".tif", ".tiff")


class AttachmentsField(Field):
    """Never `edited`: each file goes into the journal, or away, as a change of its own. `entry_of` gives the entry that
    is shown, and `flush` writes first what she has typed of it."""

    def __init__(
        self,
        context: ScreenContext,
        entry_of: Callable[[], Entry | None],
        flush: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.say("field.attachments"), parent)
        self.context = context
        self._entry_of, self._flush = entry_of, flush
        self._files: tuple[Attachment, ...] = ()
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder)
        self._flow.setContentsMargins(
            field_padding(self.fontMetrics().height())[0], 3, 0, 3
        )  # as the other chips stand
        self.chips: list[Chip] = []
        self.add = Chip(self.tr("Attach a file…"), self._holder, icon="paperclip")
        most = self._size_words(LARGEST_ATTACHMENT)
        tip = self.tr("A photo of a card, a programme: up to {size} each, kept in the journal").format(size=most)
        self.add.setToolTip(tip)
        self.add.setAccessibleDescription(self.add.toolTip())
        self.add.clicked.connect(self._choose)
        self._flow.addWidget(self.add)
        self.body.addWidget(self._holder)
        self.setFocusProxy(self.add)
        self.setAcceptDrops(True)

    def _size_words(self, size: int) -> str:
        return self.context.locale.formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)

    def value(self) -> tuple[Attachment, ...]:
        return self._files

    def set_value(self, value: Any) -> None:
        files = tuple(value or ())
        if files == self._files:
            return
        had_focus = self.is_being_edited()
        self._files = files
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(one) for one in files]
        for place, chip in enumerate(self.chips):
            self._flow.insert_widget(place, chip)
            chip.show()
        if had_focus:
            (self.chips[-1] if self.chips else self.add).setFocus()
        # In the order they stand in.
        for before, after in pairwise((*self.chips, self.add)):
            QWidget.setTabOrder(before, after)

    def _chip(self, one: Attachment) -> Chip:
        picture = Path(one.name).suffix.lower() in PICTURES
        chip = Chip(
            one.name,
            self._holder,
            icon="image" if picture else "file-text",
            note=self._size_words(one.size),
            removable=True,
        )
        chip.clicked.connect(lambda: self._open(one))
        chip.remove_requested.connect(lambda: self._detach(one))
        chip.menu_requested.connect(lambda at: self.open_menu(one, at))
        return chip

    def open_menu(self, one: Attachment, at: QPoint) -> Menu:
        menu = Menu(self)
        menu.addAction(icons.icon("external-link"), self.tr("Open")).triggered.connect(lambda: self._open(one))
        save = menu.addAction(icons.icon("download"), self.tr("Save a copy…"))
        save.triggered.connect(lambda: self._save(one))
        menu.addSeparator()
        menu.addAction(icons.icon("x"), self.tr("Take away")).triggered.connect(lambda: self._detach(one))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    # --- adding ---------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach a file…"), start)
        self.attach([Path(name) for name in names])

    def attach(self, files: Sequence[Path]) -> None:
        """Takes copies of files into the journal."""
        if not files:
            return
        self._flush()
        entry = self._entry_of()
        if entry is None:
            return
        if not entry.id:
            self.context.notices.tell(self.tr("Give it a name first; then files can be attached."))
            return
        number = entry.id

        def write(journal: Journal) -> Changes:
            from journal.actions import attachments

            return attachments.attach(journal, entry_id=number, files=files)

        said = QCoreApplication.translate("AttachmentsField", "%n file(s) attached", None, len(files))
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(said, undo=True))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _local_files(event.mimeData().urls())
        if files:
            event.acceptProposedAction()
            self.attach(files)

    # --- what is there --------------------------------------------------------------------------------------------

    def _detach(self, one: Attachment) -> None:
        entry = self._entry_of()
        if entry is None:
            return
        number = entry.id

        def write(journal: Journal) -> Changes:
            from journal.actions import attachments

            return attachments.detach(journal, entry_id=number, name=one.name)

        said = self.tr("{name} was taken away").format(name=one.name)
        self.context.jobs.write(self, write, lambda _: self.context.notices.tell(said, undo=True))

    def _open(self, one: Attachment) -> None:
        if opened_files.is_program(one.name):
            said = self.tr("This is a program, and is not opened from here. Save a copy if you trust it.")
            self.context.notices.tell(said)
            return

        def read(journal: Journal) -> Path:
            from journal.actions import attachments

            return attachments.copy_for_opening(journal, digest=one.digest, name=one.name)

        def show(path: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.context.notices.tell(self.tr("No program on this computer opens such a file."))

        self.context.jobs.aside(self, read, show)

    def _save(self, one: Attachment) -> None:
        entry = self._entry_of()
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy…"), str(Path(QDir.homePath()) / one.name))
        if not name or entry is None:
            return
        number, path = entry.id, Path(name)

        def write(journal: Journal) -> None:
            from journal.actions import attachments

            attachments.save_to(journal, entry_id=number, name=one.name, path=path)

        said = self.tr("{name} was saved").format(name=path.name)
        self.context.jobs.aside(self, write, lambda _: self.context.notices.tell(said))


def _local_files(urls: Sequence[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and Path(url.toLocalFile()).is_file()]
